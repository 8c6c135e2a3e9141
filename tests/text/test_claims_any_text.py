"""Whatever the text, its claims lie inside it and say where they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.actors import actors
from tui.text.article import Claim
from tui.text.claims import claims, explained
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.grounds import Reason
from tui.text.sentences import sentences

HERE = Path(__file__).parent
# Words of every kind that the grammar of attributions looks at, and signs, in any order.
WORDS = [
    "zegt",
    "zei",
    "dat",
    "of",
    "te",
    "niet",
    "volgens",
    "aldus",
    "Jan",
    "Smit",
    "De",
    "het",
    "politie",
    "een",
    "hij",
    "ze",
    "haar",
    "naar",
    "eigen",
    "zeggen",
    "zou",
    "hebben",
    "gezegd",
    "heeft",
    "laat",
    "weten",
    "op",
    "gezag",
    "van",
    "uit",
    "cijfers",
    "blijkt",
    "30",
    "doden",
    ",",
    ".",
    ":",
    ";",
    '"',
    "“",
    "”",
    "„",
    "'",
    "‘",
    "’",
    "(",
    ")",
    "–",
    "\n\n",
    "maar",
    "en",
    "terwijl",
    "die",
    "Reuters",
    "meldt",
    "ontkent",
    "wil",
    "bewering",
    "roept",
]
LINES = [
    line.replace("[", "").replace("]", "")
    for line in (HERE / "attributions.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith((" ", "#"))
]


def found(text: str) -> list[tuple[Claim, tuple[Reason, ...]]]:
    """The claims of a body with their reasons."""
    spans = sentences(text)
    days = [(day.start, day.end) for day in dates(text, None)]
    what = figures(text, spans, days)
    who = actors(text, spans, None)
    every = explained(text, spans, who, what)
    assert tuple(claim for claim, _ in every) == claims(text, spans, who, what)
    for claim, _ in every:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.text == claim.text.strip()
        assert claim.speaker and claim.speaker_text
        assert all(
            what[at].start < claim.end and what[at].end > claim.start for at in claim.figures
        )
    return every


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_words_of_attribution_in_any_order_end_no_reading(text: str) -> None:
    found(text)


@given(st.text(alphabet="Jan zei: \"dat“”„’'\n.,;(–)\u00ad\u200bİ", max_size=80))
def test_signs_in_any_order_end_no_reading(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=6))
def test_sentences_in_any_order_give_claims_in_the_order_of_the_text(lines: list[str]) -> None:
    every = [claim.start for claim, _ in found("\n\n".join(lines))]
    assert every == sorted(every)


@pytest.mark.parametrize("line", LINES[::4])
def test_a_claim_is_the_same_whatever_paragraph_without_names_stands_before_it(line: str) -> None:
    before = "Het regende de hele dag.\n\n"
    alone = [(c.text, c.speaker, c.stance, c.form) for c, _ in found(line)]
    behind = [(c.text, c.speaker, c.stance, c.form) for c, _ in found(before + line)]
    assert alone == behind


def test_each_field_of_a_claim_is_explained() -> None:
    text = "Volgens Karin Blok zijn er mogelijk 30 doden, meldt Omroep Zeeland."
    ((claim, reasons),) = found(text)
    told = {reason.field: (reason.rule, reason.words) for reason in reasons}
    assert told["cue"] == ("attribution at the front", "Volgens")
    assert told["speaker"] == ("named", "Karin Blok")
    assert told["span"] == ("whole clause", "Volgens … zijn")
    assert told["stance"] == ("words", "mogelijk")
    assert told["form"] == ("no quotation", "")
    assert told["via"] == ("who passes it on", "Omroep Zeeland")
    assert claim.stance == "unconfirmed"


@pytest.mark.parametrize(
    ("text", "field", "rule"),
    [
        ("De brug is dicht, zegt Karin Blok.", "cue", "attribution at the end"),
        ("De brug is volgens Karin Blok dicht.", "cue", "attribution in mid-sentence"),
        ("Karin Blok zegt dat de brug dicht is.", "cue", "verb with a clause"),
        ("Uit cijfers van het CBS blijkt dat het regent.", "cue", "what figures show"),
        ('"De brug is dicht", zegt Karin Blok.', "cue", "quotation and speaker"),
        ("De brug is dicht. Dat zegt Karin Blok.", "cue", "label behind it"),
        ("Karin Blok is arts. Zij zegt dat het kan.", "speaker", "who was named last"),
        ("Een arts zegt dat het kan.", "speaker", "as printed"),
        ("Rusland ontkent dat het waar is.", "stance", "verb"),
        ("Karin Blok zegt dat het 'nu of nooit' is.", "form", "a quoted part"),
    ],
)
def test_the_rule_tells_how_a_field_was_found(text: str, field: str, rule: str) -> None:
    ((_, reasons),) = found(text)
    assert rule in [reason.rule for reason in reasons if reason.field == field]


def test_a_figure_in_the_words_that_attribute_is_not_the_claims_own() -> None:
    text = "De trein is te duur, zegt een van de drie artsen. Volgens 4 artsen wachten er 30."
    first, second = (claim for claim, _ in found(text))
    assert first.figures == ()
    assert len(second.figures) == 1
    assert re.search(r"30", text[second.start : second.end])
