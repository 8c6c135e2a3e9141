"""What an article lays in somebody's mouth: what is said, by whom, and how sure it sounds."""

from __future__ import annotations

import pytest

from tui.text.actors import actors
from tui.text.article import Claim
from tui.text.claims import claims
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences


def found(text: str) -> list[Claim]:
    """The claims of a body, their spans checked against it."""
    spans = sentences(text)
    days = [(day.start, day.end) for day in dates(text, None)]
    every = list(claims(text, spans, actors(text, spans, None), figures(text, spans, days)))
    assert all(text[claim.start : claim.end] == claim.text for claim in every)
    return every


# text, what is said, speaker, form, stance
PLAIN = [
    ("De minister zegt dat de brug open is.", "dat de brug open is", "De minister"),
    ("Mark Rutte zei dat er 3000 man zijn.", "dat er 3000 man zijn", "Mark Rutte"),
    ("De sluis is klaar, zegt wethouder Karin Blok.", "De sluis is klaar", "Karin Blok"),
    ("De sluis is klaar, aldus Karin Blok.", "De sluis is klaar", "Karin Blok"),
    ("Volgens Karin Blok is de sluis klaar.", "Volgens Karin Blok is de sluis klaar", "Karin Blok"),
    ("De sluis is volgens Karin Blok klaar.", "De sluis is volgens Karin Blok klaar", "Karin Blok"),
    ("De sluis is klaar. Dat zegt Karin Blok.", "De sluis is klaar", "Karin Blok"),
    ("De sluis is klaar. Dat heeft Karin Blok maandag gezegd.", "De sluis is klaar", "Karin Blok"),
    ("De gemeente laat weten dat de weg dicht is.", "dat de weg dicht is", "gemeente"),
    ("Karin Blok liet weten dat zij stopt.", "dat zij stopt", "Karin Blok"),
    ("Het rapport stelt dat de dijk zwak is.", "dat de dijk zwak is", "Het rapport"),
    (
        "Twee Amerikaanse functionarissen melden dat er drones komen.",
        "dat er drones komen",
        "Twee Amerikaanse functionarissen",
    ),
    ("Karin Blok is arts. Zij zegt dat het kan.", "dat het kan", "Karin Blok"),
    ("De dijk is te zwak, meldt TASS.", "De dijk is te zwak", "TASS"),
    ("Uit het rapport blijkt dat de dijk zwak is.", "dat de dijk zwak is", "het rapport"),
    ("Seoul meldt dat er 1500 man zijn vertrokken.", "dat er 1500 man zijn vertrokken", "Seoul"),
    ("De dijk is zwak, heeft Karin Blok gezegd.", "De dijk is zwak", "Karin Blok"),
    ("De NAVO bevestigt dat er schepen varen.", "dat er schepen varen", "NAVO"),
    ("Directeur Bas Hol vertelt dat het lukt.", "dat het lukt", "Bas Hol"),
    ("Er is genoeg stroom, verzekert Karin Blok.", "Er is genoeg stroom", "Karin Blok"),
]
QUOTED = [
    ('"De sluis is klaar", zei Karin Blok.', "De sluis is klaar", "Karin Blok", "direct"),
    ("“De sluis is klaar”, zei Karin Blok.", "De sluis is klaar", "Karin Blok", "direct"),
    ("„De sluis is klaar”, zei Karin Blok.", "De sluis is klaar", "Karin Blok", "direct"),
    ("‘De sluis is klaar’, zei Karin Blok.", "De sluis is klaar", "Karin Blok", "direct"),
    ('Karin Blok: "De sluis is klaar."', "De sluis is klaar", "Karin Blok", "direct"),
    ('Karin Blok zegt: "De sluis is klaar."', "De sluis is klaar", "Karin Blok", "direct"),
    ('"De sluis is klaar." Dat zegt Karin Blok.', "De sluis is klaar", "Karin Blok", "direct"),
    (
        'Karin Blok is trots. "De sluis is klaar", zegt ze.',
        "De sluis is klaar",
        "Karin Blok",
        "direct",
    ),
    (
        "De dijk is „veel te zwak”, aldus Karin Blok.",
        "De dijk is „veel te zwak”",
        "Karin Blok",
        "mixed",
    ),
    (
        'Volgens Karin Blok is de dijk "een zeef" geworden.',
        'Volgens Karin Blok is de dijk "een zeef" geworden',
        "Karin Blok",
        "mixed",
    ),
    (
        'Karin Blok zegt dat het "nu of nooit" is.',
        'dat het "nu of nooit" is',
        "Karin Blok",
        "mixed",
    ),
]
STANCES = [
    ("Rusland ontkent dat er soldaten zijn.", "dat er soldaten zijn", "Rusland", "denied"),
    ("Moskou spreekt tegen dat er man zijn.", "dat er man zijn", "Moskou", "denied"),
    ("De brug is al open. Karin Blok ontkende dat.", "De brug is al open", "Karin Blok", "denied"),
    (
        "Rusland heeft niet bevestigd dat er troepen zijn.",
        "dat er troepen zijn",
        "Rusland",
        "unconfirmed",
    ),
    (
        "De minister sluit niet uit dat er ontslagen vallen.",
        "dat er ontslagen vallen",
        "De minister",
        "unconfirmed",
    ),
    (
        "Volgens Karin Blok zijn er mogelijk doden.",
        "Volgens Karin Blok zijn er mogelijk doden",
        "Karin Blok",
        "unconfirmed",
    ),
    ("Oekraïne schat dat er 1100 doden zijn.", "dat er 1100 doden zijn", "Oekraïne", "estimated"),
    ("De politie vermoedt dat het brandde.", "dat het brandde", "politie", "estimated"),
    (
        "Er zijn naar schatting 900 doden, meldt Reuters.",
        "Er zijn naar schatting 900 doden",
        "Reuters",
        "estimated",
    ),
    (
        "Seoul gaat uit van 12.000 militairen.",
        "Seoul gaat uit van 12.000 militairen",
        "Seoul",
        "estimated",
    ),
    ("De NS kondigt aan dat er treinen bij komen.", "dat er treinen bij komen", "NS", "announced"),
    (
        "Seoul zegt dat Noord-Korea plannen maakt en van plan is te komen.",
        "dat Noord-Korea plannen maakt en van plan is te komen",
        "Seoul",
        "announced",
    ),
    ("De vakbond eist dat het loon stijgt.", "dat het loon stijgt", "vakbond", "demanded"),
    (
        "De premier roept burgers op om thuis te blijven.",
        "om thuis te blijven",
        "De premier",
        "demanded",
    ),
    ("Karin Blok adviseert om ramen te sluiten.", "om ramen te sluiten", "Karin Blok", "demanded"),
    (
        '"Misschien is er naar schatting niets", zei Karin Blok.',
        "Misschien is er naar schatting niets",
        "Karin Blok",
        "asserted",
    ),
]


@pytest.mark.parametrize(("text", "said", "speaker"), PLAIN)
def test_a_plain_attribution(text: str, said: str, speaker: str) -> None:
    (claim,) = found(text)
    assert (claim.text, claim.speaker) == (said, speaker)
    assert (claim.form, claim.stance, claim.via) == ("indirect", "asserted", None)


@pytest.mark.parametrize(("text", "said", "speaker", "form"), QUOTED)
def test_a_quotation(text: str, said: str, speaker: str, form: str) -> None:
    (claim,) = found(text)
    assert (claim.text, claim.speaker, claim.form) == (said, speaker, form)


@pytest.mark.parametrize(("text", "said", "speaker", "stance"), STANCES)
def test_the_stance_is_that_of_the_words_around(
    text: str, said: str, speaker: str, stance: str
) -> None:
    (claim,) = found(text)
    assert (claim.text, claim.speaker, claim.stance) == (said, speaker, stance)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("De minister zegt dat het kan.", "zegt"),
        ("De weg kan open, aldus de minister.", "aldus"),
        ("Volgens de minister kan het.", "Volgens"),
        ("De minister liet weten dat het kan.", "liet weten"),
        ("Uit het rapport blijkt dat het kan.", "blijkt uit"),
        ('De minister: "De weg kan open."', ":"),
        ("De politie schat dat het kan.", "schat"),
    ],
)
def test_the_cue_is_the_word_that_attributes(text: str, cue: str) -> None:
    (claim,) = found(text)
    assert claim.cue == cue


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            "Volodymyr Zelensky zei volgens The Kyiv Independent dat er 8000 man zijn.",
            "Volodymyr Zelensky",
            "The Kyiv Independent",
        ),
        ("Er zijn 8000 man, zei Volodymyr Zelensky volgens CNN.", "Volodymyr Zelensky", "CNN"),
        pytest.param(
            "Volgens de Russische president Vladimir Poetin is dat onzin, meldt TASS.",
            "Vladimir Poetin",
            "TASS",
        ),
    ],
)
def test_a_medium_that_relays_stands_in_via(text: str, speaker: str, via: str) -> None:
    (claim,) = found(text)
    assert (claim.speaker, claim.via) == (speaker, via)


def test_an_interrupted_quotation_is_one_claim() -> None:
    (claim,) = found('"De sluis", zei Karin Blok, "is eindelijk klaar."')
    assert claim.speaker == "Karin Blok"
    assert claim.text.startswith("De sluis")
    assert claim.text.rstrip('."').endswith("klaar")


def test_a_sentence_in_zou_after_an_attributed_one_has_its_speaker() -> None:
    first, second = found("De sluis is klaar, zegt Karin Blok. Er zouden 20 bouten ontbreken.")
    assert (first.speaker, second.speaker) == ("Karin Blok", "Karin Blok")
    assert second.text == "Er zouden 20 bouten ontbreken"
    assert second.stance == "unconfirmed"


def test_an_attribution_over_two_sentences_gives_one_claim_a_sentence() -> None:
    text = '"De sluis is klaar. We gaan morgen open", zei Karin Blok.'
    assert [claim.text for claim in found(text)] == ["De sluis is klaar", "We gaan morgen open"]
    assert {claim.speaker for claim in found(text)} == {"Karin Blok"}


def test_a_claim_knows_the_figures_in_it() -> None:
    text = "In de kazerne slapen 40 man. Karin Blok zegt dat er 1500 soldaten en 3 tanks zijn."
    (claim,) = found(text)
    assert claim.figures == (1, 2)


def test_a_colon_behind_a_name_attributes() -> None:
    (claim,) = found("Seoul: Noord-Korea stuurt 1500 soldaten naar het front.")
    assert (claim.speaker, claim.cue) == ("Seoul", ":")


@pytest.mark.parametrize(
    "text",
    [
        "De dijk is te zwak.",
        "Er zijn 1500 soldaten aangekomen.",
        "De politie wilde niets zeggen.",
        "Karin Blok wilde niet zeggen hoeveel het kost.",
        "Het ministerie reageerde niet.",
        "Moskou heeft daar niet op gereageerd.",
        "Karin Blok hoopt dat het droog blijft.",
        "De winkel meldt zich failliet.",
        "Zij zegt haar abonnement op.",
        "Zij schrijft een boek.",
        "Zij spreekt Frans.",
        "Volgende week volgt er een besluit.",
        "Het bedrijf liet drie huizen bouwen.",
        "Zij beloofde haar zoon een fiets.",
        "Dat spreekt vanzelf.",
        "De trein vertrok om 9 uur en kwam nooit aan.",
        "Niemand weet waarom de sluis dicht is.",
        "De klok slaat twaalf.",
        "De rechter verklaarde hem schuldig.",
        pytest.param(
            "Zij noemde haar hond Karel.",
        ),
        "De film 'De Sluis' draait in Goes.",
        "De wet eist een vergunning.",
        "De brand eiste drie levens.",
        pytest.param(
            "Hulporganisatie Amnesty International waarschuwt.",
        ),
        "Karin Blok wilde geen vragen beantwoorden.",
        "Karin Blok kreeg geen antwoord van de gemeente.",
    ],
)
def test_the_articles_own_voice_is_no_claim(text: str) -> None:
    assert [(claim.text, claim.speaker) for claim in found(text)] == []
