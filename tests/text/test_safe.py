"""Nothing from outside reaches a terminal that it would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.safe import safe, safe_line

STEERING = [*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
STEERING += [0x061C, 0x180E, *range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF]
STEERING += [*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE01F0)]
FORBIDDEN = sorted({chr(code) for code in STEERING} - {"\n", "\t"})
ANY = st.text(st.one_of(st.characters(), st.sampled_from([*FORBIDDEN, "👩", "\u200d", "🚒"])))


def left_in(text: str) -> set[str]:
    """What of the forbidden stands in a text, a joiner between two emoji not counted."""
    bad = set(text) & set(FORBIDDEN)
    return bad - {"\u200d"}


@pytest.mark.parametrize("char", FORBIDDEN, ids=lambda char: f"U+{ord(char):04X}")
def test_what_a_terminal_obeys_is_replaced_one_for_one(char: str) -> None:
    cleaned = safe(f"kop{char}tekst")
    assert len(cleaned) == 9
    assert char not in cleaned
    assert (cleaned[:3], cleaned[4:]) == ("kop", "tekst")


@pytest.mark.parametrize(
    "text",
    [
        "Gewone zin, met 3.000 mensen en € 5.",
        "Één coördinator “zegt” ‘ja’ – en ’s avonds…",
        "twee\nregels\ten een tab",
        "harde\u00a0spatie en smalle\u202fspatie",
        "👩\u200d🚒 blust",
        "漢字 русский ελληνικά",
        "[/b] [red]geen opmaak[/red] [@click=app.quit]x[/]",
        "",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "\x1b]0;nieuwe titel\x07kop",
        "\x1b]52;c;Z2VoZWlt\x07",
        "\x1b]8;;https://example.org\x1b\\klik\x1b]8;;\x1b\\",
        "\x9b31mrood",
        "omge\u202ekeerd",
        "\u2067rechts\u2069",
        "regel\rover",
        "\x08\x08\x08wis",
    ],
)
def test_no_escape_code_gets_through(text: str) -> None:
    assert not left_in(safe(text))
    assert len(safe(text)) == len(text)


def test_a_joiner_stays_between_two_emoji_and_nowhere_else() -> None:
    assert "\u200d" in safe("👩\u200d🚒")
    assert "\u200d" not in safe("wacht\u200dwoord")
    assert "\u200d" not in safe("👩\u200dwoord")
    assert "\u200d" not in safe("woord\u200d👩")
    assert "\u200d" not in safe("\u200d👩")


@given(ANY)
def test_the_length_never_changes(text: str) -> None:
    assert len(safe(text)) == len(text)


@given(ANY)
def test_nothing_forbidden_is_left(text: str) -> None:
    cleaned = safe(text)
    assert not left_in(cleaned)
    assert not {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}


def test_of_the_format_characters_only_those_of_writing_are_left() -> None:
    formats = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf")
    left = {char for char in formats if safe(char) == char}
    writing = ("SOFT HYPHEN", "ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND", "MUSICAL")
    assert not [f"{ord(c):04X}" for c in left if not unicodedata.name(c, "").startswith(writing)]


@given(ANY)
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY)
def test_every_other_character_keeps_its_place(text: str) -> None:
    for before, after in zip(text, safe(text), strict=True):
        assert before == after or before in FORBIDDEN or unicodedata.category(before)[0] in "CZ"


@given(ANY)
def test_a_safe_line_is_one_line_of_the_same_length(text: str) -> None:
    line = safe_line(text)
    assert len(line) == len(text)
    assert not left_in(line)
    assert "\n" not in line and "\t" not in line
