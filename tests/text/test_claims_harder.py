"""Attributions where the words stand in another order, or where two of them meet."""

from __future__ import annotations

import pytest

from tui.text.actors import actors
from tui.text.article import Claim
from tui.text.claims import claims
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.read import read
from tui.text.sentences import sentences


def found(text: str) -> list[Claim]:
    """The claims of a body, found as for an article."""
    spans = sentences(text)
    days = [(day.start, day.end) for day in dates(text, None)]
    return list(claims(text, spans, actors(text, spans, None), figures(text, spans, days)))


# text, then for each claim: what is said, speaker, stance
ROWS = [
    (
        "GOES (ANP) - De weg blijft dicht, meldt de gemeente maandag.",
        [("De weg blijft dicht", "gemeente", "asserted")],
    ),
    (
        "De weg blijft dicht, zo meldt de gemeente.",
        [("De weg blijft dicht", "gemeente", "asserted")],
    ),
    (
        "De weg blijft dicht, zo heeft de gemeente bekendgemaakt.",
        [("De weg blijft dicht", "gemeente", "asserted")],
    ),
    pytest.param(
        "Er zijn 30 doden, zo blijkt uit een rapport.",
        [("Er zijn 30 doden", "een rapport", "asserted")],
    ),
    (
        "De weg blijft dicht, laat de gemeente weten.",
        [("De weg blijft dicht", "gemeente", "asserted")],
    ),
    (
        "De weg is te smal, legt wethouder Karin Blok uit.",
        [("De weg is te smal", "Karin Blok", "asserted")],
    ),
    (
        "Karin Blok wijst erop dat de weg te smal is.",
        [("dat de weg te smal is", "Karin Blok", "asserted")],
    ),
    (
        "Karin Blok voegde eraan toe dat het duur wordt.",
        [("dat het duur wordt", "Karin Blok", "asserted")],
    ),
    pytest.param(
        "Karin Blok riep de gemeente op de weg te sluiten.",
        [("de weg te sluiten", "Karin Blok", "demanded")],
    ),
    (
        "Karin Blok en Wim Aker zeggen dat de weg te smal is.",
        [("dat de weg te smal is", "Karin Blok en Wim Aker", "asserted")],
    ),
    pytest.param(
        "De VVD vindt de weg te smal.",
        [("De VVD vindt de weg te smal", "VVD", "asserted")],
    ),
    (
        '"De weg is te smal", aldus Karin Blok. "We bouwen een nieuwe."',
        [
            ("De weg is te smal", "Karin Blok", "asserted"),
            ("We bouwen een nieuwe", "Karin Blok", "asserted"),
        ],
    ),
    (
        "De weg is te smal, zegt Karin Blok, die zelf om de hoek woont.",
        [("De weg is te smal", "Karin Blok", "asserted")],
    ),
    (
        "Karin Blok, die om de hoek woont, zegt dat de weg te smal is.",
        [("dat de weg te smal is", "Karin Blok", "asserted")],
    ),
    (
        "Karin Blok zei maandag in Goes tegen de raad dat de weg te smal is.",
        [("dat de weg te smal is", "Karin Blok", "asserted")],
    ),
    (
        "Volgens Karin Blok, wethouder in Goes, is de weg te smal.",
        [("Volgens Karin Blok, wethouder in Goes, is de weg te smal", "Karin Blok", "asserted")],
    ),
    (
        "Volgens een eerste schatting zijn er 30 doden.",
        [("Volgens een eerste schatting zijn er 30 doden", "een eerste schatting", "estimated")],
    ),
    (
        "De politie spreekt van 30 doden.",
        [("De politie spreekt van 30 doden", "politie", "asserted")],
    ),
    (
        "De politie sluit brandstichting niet uit.",
        [("De politie sluit brandstichting niet uit", "politie", "unconfirmed")],
    ),
    (
        "De politie gaat ervan uit dat het brandstichting is.",
        [("dat het brandstichting is", "politie", "estimated")],
    ),
    pytest.param(
        "Er zijn 30 doden. Dat blijkt uit cijfers van het CBS.",
        [("Er zijn 30 doden", "CBS", "asserted")],
    ),
    (
        "Het zou gaan om 30 doden, meldt de politie.",
        [("Het zou gaan om 30 doden", "politie", "unconfirmed")],
    ),
    pytest.param(
        "Naar eigen zeggen wist Karin Blok van niets.",
        [("Naar eigen zeggen wist Karin Blok van niets", "Karin Blok", "asserted")],
    ),
    (
        "Onderzoekers concluderen dat er 30 doden zijn.",
        [("dat er 30 doden zijn", "Onderzoekers", "asserted")],
    ),
    (
        "Karin Blok is boos. Volgens haar is de weg te smal.",
        [("Volgens haar is de weg te smal", "Karin Blok", "asserted")],
    ),
    ("De minister belde. De bewindsman zei niets. Hij reageerde ook later niet.", []),
    ("De leider zou zijn gevlucht.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_what_is_said_by_whom_and_how_sure(text: str, wanted: list[tuple[str, str, str]]) -> None:
    got = [(claim.text, claim.speaker, claim.stance) for claim in found(text)]
    assert got == wanted


def test_a_second_quotation_has_the_cue_of_the_first() -> None:
    text = '"De weg is te smal", aldus Karin Blok. "We bouwen een nieuwe."'
    assert [claim.cue for claim in found(text)] == ["aldus", "aldus"]


def test_what_one_says_and_another_denies_are_two_claims() -> None:
    text = "De VS zeggen dat er 3000 soldaten zijn. Rusland ontkent dat."
    got = [(claim.speaker, claim.stance) for claim in found(text)]
    assert sorted(got) == [("Rusland", "denied"), ("VS", "asserted")]


def test_a_denial_behind_maar_leaves_the_first_claim_asserted() -> None:
    text = "Karin Blok zei maandag dat de weg te smal is, maar Wim Aker ontkende dat."
    first = found(text)[0]
    assert (first.speaker, first.stance) == ("Karin Blok", "asserted")


def test_a_direct_quotation_relayed_on_authority_has_its_inner_speaker() -> None:
    (claim,) = found('"De weg is te smal", meldt Reuters op gezag van Karin Blok.')
    assert (claim.speaker, claim.via) == ("Karin Blok", "Reuters")


def test_the_speaker_as_printed_is_the_name_and_not_a_relative_pronoun() -> None:
    (claim,) = found("Karin Blok, die om de hoek woont, zegt dat de weg te smal is.")
    assert claim.speaker_text == "Karin Blok"


def test_he_is_the_unnamed_subject_of_the_sentence_before_and_not_who_spoke_last() -> None:
    body = (
        "Volgens de officier van justitie ontbreekt er twee ton. "
        "De verdachte bekende een deel. Hij zegt dat het om 9000 euro ging."
    )
    assert [claim.speaker for claim in read(body.encode(), "zaak.txt").claims][-1] == "De verdachte"
