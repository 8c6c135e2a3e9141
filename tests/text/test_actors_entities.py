"""One entity under all its names, what other articles know of it, and why it is what it is."""

from __future__ import annotations

import pytest

from tui.text.actors import actors, explained
from tui.text.article import Actor
from tui.text.sentences import sentences
from tui.text.spellings import are_two_names, spelling


def named(text: str) -> dict[str, list[str]]:
    """The named actors of a text, each with its mentions as printed."""
    found = actors(text, sentences(text))
    return {a.name: [m.text for m in a.mentions] for a in found if not a.described}


def actor(text: str, name: str) -> Actor:
    """The one actor of this name."""
    (found,) = [one for one in actors(text, sentences(text)) if one.name == name]
    return found


def why(text: str, name: str, field: str) -> list[tuple[str, str]]:
    """The rules, with their words, that gave a field of an actor."""
    (reasons,) = [why for one, why in explained(text, sentences(text)) if one.name == name]
    return [(reason.rule, reason.words) for reason in reasons if reason.field == field]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Wethouder Joke Smit telt. Smit zegt dat het klopt. Volgens Joke is het laat.",
            {"Joke Smit": ["Joke Smit", "Smit", "Joke"]},
        ),
        (
            "Directeur J. Verbruggen kwam. Johan Verbruggen bleef lang.",
            {"Johan Verbruggen": ["J. Verbruggen", "Johan Verbruggen"]},
        ),
        (
            "Mevrouw Els van der Weijden-Prins sprak. Van der Weijden was kort.",
            {"Els van der Weijden-Prins": ["Els van der Weijden-Prins", "Van der Weijden"]},
        ),
        (
            "Ook Karel Maes kwam. Karels broer bleef weg, zei Maes.",
            {"Karel Maes": ["Karel Maes", "Karel", "Maes"]},
        ),
        (
            "Generaal Viktor Sjevtsjenko wacht. Volgens Shevchenko duurt het lang.",
            {"Viktor Sjevtsjenko": ["Viktor Sjevtsjenko", "Shevchenko"]},
        ),
        (
            "Jan Peters lacht. Volgens Peeters is het ernst.",
            {"Jan Peters": ["Jan Peters"], "Peeters": ["Peeters"]},
        ),
        (
            "De Raad van Beheer Zuid vergadert. Volgens de RVBZ duurt het lang.",
            {"Raad van Beheer Zuid": ["Raad van Beheer Zuid", "RVBZ"]},
        ),
        (
            "Vlinderwacht Vlaanderen telt mee. De Vlinderwacht zoekt leden.",
            {"Vlinderwacht Vlaanderen": ["Vlinderwacht Vlaanderen", "Vlinderwacht"]},
        ),
        (
            "Het Zeeuws Waterbureau (ZWB) meet. Het ZWB schrijft dat op.",
            {"Zeeuws Waterbureau": ["Zeeuws Waterbureau", "ZWB", "ZWB"]},
        ),
        (
            "De sluis is van het ZWB (Zeeuws Waterbureau). Het ZWB meet.",
            {"Zeeuws Waterbureau": ["ZWB", "Zeeuws Waterbureau", "ZWB"]},
        ),
        (
            "De luisteraars van Radio Tilburg bellen. Bij Tilburg staat de telefoon roodgloeiend.",
            {"Radio Tilburg": ["Radio Tilburg"], "Tilburg": ["Tilburg"]},
        ),
        (
            "Uit Radio Vonk klinkt niets. Luisteraars van Vonk klagen.",
            {"Radio Vonk": ["Radio Vonk", "Vonk"]},
        ),
        (
            "Brouwmeester NV groeit. Volgens Brouwmeester komt er een hal bij.",
            {"Brouwmeester NV": ["Brouwmeester NV", "Brouwmeester"]},
        ),
        (
            "Minister Ann Claes kwam met voorzitter Bert Claes. Minister Claes sprak eerst.",
            {"Ann Claes": ["Ann Claes", "Claes"], "Bert Claes": ["Bert Claes"]},
        ),
        (
            "Ann Claes kwam. Later kwam Bert Claes. Daarna sprak Claes.",
            {"Ann Claes": ["Ann Claes"], "Bert Claes": ["Bert Claes", "Claes"]},
        ),
        (
            "In Seoul sneeuwt het. Seoul meldt dat er geen plannen zijn.",
            {"Seoul": ["Seoul"]},
        ),
    ],
)
def test_the_names_of_one_entity_come_together(text: str, wanted: dict[str, list[str]]) -> None:
    assert named(text) == wanted


def test_a_title_anywhere_settles_the_type_of_a_name_everywhere() -> None:
    text = (
        "Voor Zandvoorde was het laat. Later ging Zandvoorde slapen, want schepen Zandvoorde gaapt."
    )
    assert actor(text, "Zandvoorde").type == "person"
    assert actor("In Zandvoorde is het laat.", "Zandvoorde").type == "place"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quivelo (43) lachte.", "person"),
        ("Quivelo, directeur van de haven, lachte.", "person"),
        ("De Duitser Quivelo lachte.", "person"),
        ("Aandeelhouders van Quivelo klagen.", "organisation"),
        ("Het bedrijf Quivelo klaagt.", "organisation"),
        ("Hij is woordvoerder bij Quivelo.", "organisation"),
        ("Het onderzoek is gepubliceerd in Quivelo.", "organisation"),
        ("De inwoners van Quivelo klagen.", "place"),
        ("Hij woont te Quivelo.", "place"),
        ("Quivelo, een dorp bij de grens, slaapt.", "place"),
        ("Het water stroomt langs Quivelo.", "place"),
        ("Ze zagen Gent, Brugge en Quivelo.", "place"),
        ("Ze zagen Jan Smit, Piet Bakker en Quivelo.", "person"),
    ],
)
def test_the_words_around_an_unknown_name_tell_its_type(text: str, kind: str) -> None:
    assert actor(text, "Quivelo").type == kind


@pytest.mark.parametrize("kind", ["person", "organisation", "country", "place"])
def test_what_other_articles_know_of_a_name_counts(kind: str) -> None:
    text = "Toen kwam Quivelo er nog bij."
    known = {"Quivelo": (kind, "Quivelo")}
    (found,) = actors(text, sentences(text), None, known)  # type: ignore[arg-type]
    assert found.type == kind


def test_what_stands_in_the_text_wins_over_what_other_articles_know() -> None:
    text = "Burgemeester Quivelo (51) lachte."
    (found,) = actors(text, sentences(text), None, {"Quivelo": ("place", "Quivelo")})
    assert found.type == "person"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Jan Peeters, directeur van de haven, knikte.", "Jan Peeters", "directeur van de haven"),
        ("Mia Baert, de nieuwe burgemeester, knikte.", "Mia Baert", "nieuwe burgemeester"),
        ("Prof. Lies Aerts knikte.", "Lies Aerts", "Prof."),
        ("Minister van Justitie Lies Aerts knikte.", "Lies Aerts", "Minister van Justitie"),
    ],
)
def test_a_role_stands_before_or_behind_the_name(text: str, name: str, role: str) -> None:
    assert actor(text, name).role == role


@pytest.mark.parametrize(
    ("text", "name", "field", "reason"),
    [
        ("De stad Quivelo slaapt.", "Quivelo", "type", ("behind a noun of a place", "stad")),
        ("Premier Jan Smeddink sprak.", "Jan Smeddink", "type", ("behind a title", "Premier")),
        (
            "Premier Jan Smeddink sprak.",
            "Jan Smeddink",
            "type",
            ("a first name, then a name", "Jan"),
        ),
        (
            "Premier Jan Smeddink sprak.",
            "Jan Smeddink",
            "role",
            ("the title beside the name", "Premier"),
        ),
        (
            "Jan Smit sprak. Later zweeg Smit.",
            "Jan Smit",
            "name",
            ("a surname of one named in full", "Smit"),
        ),
        (
            "Het Witte Huis zwijgt.",
            "Witte Huis",
            "type",
            ("listed as an organisation", "Witte Huis"),
        ),
        ("Seoul meldt niets.", "Seoul", "type", ("a capital that acts", "Seoul")),
        (
            "De politie zwijgt.",
            "politie",
            "type",
            ("a noun of a body behind an article", "politie"),
        ),
    ],
)
def test_the_rules_and_words_are_told(
    text: str, name: str, field: str, reason: tuple[str, str]
) -> None:
    assert reason in why(text, name, field)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelensky", "Zelenski"),
        ("Gaddafi", "Kadhafi"),
        ("Sjevardnadze", "Shevardnadze"),
        ("Basajev", "Basayev"),
        ("Loekasjenko", "Lukashenko"),
    ],
)
def test_spellings_of_one_name_sound_alike(first: str, second: str) -> None:
    assert spelling(first) == spelling(second)
    assert not are_two_names(first, second)


@pytest.mark.parametrize(
    ("first", "second"), [("Peters", "Peeters"), ("Meyer", "Meijer"), ("Jansen", "Janssen")]
)
def test_families_whose_names_sound_alike_stay_two(first: str, second: str) -> None:
    assert are_two_names(first, second)
