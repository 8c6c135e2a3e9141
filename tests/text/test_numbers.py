"""Numbers in words and in digits come back as the number that was written."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tui.text.figures import figures
from tui.text.numbers import digits_value, word_value
from tui.text.sentences import sentences

SMALL = [
    *["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
    *["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"],
    *["achttien", "negentien"],
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
STEPS = ((10**9, "miljard"), (10**6, "miljoen"))


def below_hundred(number: int) -> str:
    if number < 20:
        return SMALL[number]
    ten, unit = divmod(number, 10)
    joiner = "ën" if unit in (2, 3) else "en"
    return (SMALL[unit] + joiner if unit else "") + TENS[ten - 2]


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = ("" if hundreds == 1 else SMALL[hundreds]) + "honderd" if hundreds else ""
    return head + (below_hundred(rest) if rest or not hundreds else "")


def below_million(number: int, gap: str) -> str:
    """Written whole; `gap` stands behind `duizend`: a space in the spelling of today."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return below_thousand(rest)
    head = ("" if thousands == 1 else below_thousand(thousands)) + "duizend"
    return head + (gap + below_thousand(rest) if rest else "")


def in_words(number: int, gap: str = " ") -> str:
    """A whole number below 10^12 in Dutch words, independent of the engine."""
    parts = []
    for size, word in STEPS:
        count, number = divmod(number, size)
        if count:
            parts.append(f"{below_thousand(count)} {word}")
    if number or not parts:
        parts.append(below_million(number, gap))
    return " ".join(parts)


def values(text: str) -> list[float | None]:
    return [figure.value for figure in figures(text, sentences(text), [])]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("nul", 0),
        ("een", 1),
        ("één", 1),
        ("Eén", 1),
        ("Twee", 2),
        ("elf", 11),
        ("dertien", 13),
        ("veertien", 14),
        ("tachtig", 80),
        ("eenentwintig", 21),
        ("tweeëntwintig", 22),
        ("tweeentwintig", 22),
        ("drieëndertig", 33),
        ("achtennegentig", 98),
        ("honderd", 100),
        ("honderdeen", 101),
        ("honderdeneen", 101),
        ("honderdentwaalf", 112),
        ("honderdvijftig", 150),
        ("tweehonderdtien", 210),
        ("vijfhonderd", 500),
        ("negenhonderdnegenennegentig", 999),
        ("duizend", 1000),
        ("elfhonderd", 1100),
        ("vijftienhonderd", 1500),
        ("twaalfhonderdvijftig", 1250),
        ("tweeduizend", 2000),
        ("tienduizend", 10_000),
        ("honderdduizend", 100_000),
        ("driehonderdduizend", 300_000),
        ("duizendvijf", 1005),
        ("tweeduizendvierhonderd", 2400),
        ("huis", None),
        ("vierkant", None),
        ("achter", None),
        ("tiende", None),
        ("eerste", None),
        ("drietal", None),
        ("zesje", None),
        ("vijfde", None),
        ("honderdste", None),
        ("eenheid", None),
        ("twijfel", None),
        ("tweehonderdhonderd", None),
        ("twintigtwintig", None),
        ("tienentwintig", None),
        ("", None),
    ],
)
def test_a_number_word_has_its_value(word: str, value: float | None) -> None:
    assert word_value(word) == value


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("0", 0),
        ("7", 7),
        ("1500", 1500),
        ("10.000", 10_000),
        ("1.250.000", 1_250_000),
        ("2,5", 2.5),
        ("0,38", 0.38),
        ("1.043,75", 1043.75),
        ("10 000", 10_000),
        ("10\u202f000", 10_000),
        ("3.5", 3.5),
        ("abc", None),
        ("1,2,3", None),
        ("1.2.3", None),
        (",5", None),
        ("", None),
    ],
)
def test_a_number_in_digits_has_its_value(digits: str, value: float | None) -> None:
    assert digits_value(digits) == value


@given(st.integers(0, 999_999))
def test_a_number_written_as_one_word_comes_back(number: int) -> None:
    assert word_value(below_million(number, "")) == number


@given(st.integers(0, 999))
def test_accents_and_capitals_do_not_change_a_number(number: int) -> None:
    word = below_thousand(number)
    assert word_value(word.replace("ë", "e")) == number
    assert word_value(word.capitalize()) == number


@given(st.integers(2, 10**12 - 1), st.sampled_from(["", " "]))
@example(2100, " ")
def test_a_number_in_words_comes_back_from_running_text(number: int, gap: str) -> None:
    words = in_words(number, gap)
    assume("een" not in words.split()[1:])  # in a word of its own it may be the article
    assert values(f"In de loods lagen {words} bakstenen onder zeil.") == [number]


@given(st.integers(2, 10**12 - 1))
@example(2100)
@example(1_002_113)
def test_a_number_in_words_is_found_whole(number: int) -> None:
    words = in_words(number)
    assume("een" not in words.split()[1:])
    text = f"Er kwamen {words} bezoekers op af."
    (figure,) = figures(text, sentences(text), [])
    assert (figure.text, figure.noun) == (words, "bezoekers")


def test_one_million_behind_a_milliard_is_added() -> None:
    assert values("Er lagen vier miljard een miljoen bakstenen.") == [4_001_000_000]


@given(st.integers(0, 10**12))
def test_grouped_digits_come_back(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    assert digits_value(written) == number
    assert values(f"In de loods lagen {written} bakstenen.") == [number]


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_come_back(whole: int, part: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{part:02}"
    assert digits_value(written) == pytest.approx(whole + part / 100)
    assert values(f"De rekening bedroeg {written} euro.") == [pytest.approx(whole + part / 100)]


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from([*STEPS, (1000, "duizend")]))
def test_a_magnitude_word_multiplies(whole: int, part: int, step: tuple[int, str]) -> None:
    size, word = step
    assert values(f"Het ging om {whole},{part} {word} euro.") == [
        pytest.approx((whole + part / 10) * size)
    ]


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert all(value is None or value >= 0 for value in (word_value(text), digits_value(text)))
