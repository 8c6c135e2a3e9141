"""Every number that an independent library writes in Dutch words or digits comes back as itself."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from tui.text.figures import figures
from tui.text.numbers import word_value
from tui.text.sentences import sentences

NUMBERS = st.integers(0, 12).flatmap(lambda power: st.integers(0, 10**power))
"""As many small ones as large ones, up to 10^12."""
SPACES = st.sampled_from([".", " ", "\u00a0", "\u2009", "\u202f"])


def values(text: str) -> list[float | None]:
    """The values of the figures in a text."""
    return [figure.value for figure in figures(text, sentences(text), [])]


def in_words(number: float | str) -> str:
    """A number in Dutch words, as num2words writes it."""
    return str(num2words(number, lang="nl"))


def plain(words: str) -> str:
    """Words without accents and diaereses."""
    return "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))


@given(NUMBERS)
@example(1)
@example(1_001_001_001)
@example(4_001_000_000)
@example(10**12)
def test_a_number_in_words_comes_back_alone(number: int) -> None:
    words = in_words(number)
    assert values(words) == [number]
    assert values(words.capitalize()) == [number]


@given(NUMBERS)
@example(1_000_001)
@example(1_001_001)
def test_a_number_in_words_comes_back_from_running_text(number: int) -> None:
    words = in_words(number)
    assert values(f"In de loods lagen {words} bakstenen onder zeil.") == [number]
    assert values(f"Het waren er {words}, zegt de baas.") == [number]
    (figure,) = figures(text := f"Er kwamen {words} gasten.", sentences(text), [])
    assert (figure.text, figure.noun) == (words, "gasten")


@given(st.integers(2, 10**12))
@example(1_000_001)
def test_accents_may_be_left_out(number: int) -> None:
    words = plain(in_words(number))
    assert values(words) == [number]
    assert values(f"In de loods lagen {words} bakstenen onder zeil.") == [number]


@given(st.integers(1, 9), st.integers(2, 9))
def test_a_number_below_a_hundred_may_have_hyphens(unit: int, ten: int) -> None:
    assert word_value(f"{in_words(unit)}-en-{in_words(ten * 10)}") == ten * 10 + unit


@given(st.integers(1, 999), st.integers(1, 999))
def test_thousands_and_the_rest_may_be_parted(thousands: int, rest: int) -> None:
    head, tail = in_words(thousands * 1000), in_words(rest)
    if tail == "één":
        return  # `tienduizend één` is no way to write it
    assert values(f"Er lagen {head} {tail} stenen.") == [thousands * 1000 + rest]
    assert word_value(f"{head}en{tail}") == thousands * 1000 + rest


@given(st.integers(11, 99).filter(lambda number: number % 10))
def test_hundreds_may_be_counted(hundreds: int) -> None:
    assert word_value(f"{plain(in_words(hundreds))}honderd") == hundreds * 100


@given(st.integers(0, 10**6 - 1), st.integers(0, 99))
def test_decimals_in_words_come_back(whole: int, part: int) -> None:
    words = in_words(f"{whole}.{part:02}")
    assert values(f"De prijs is {words} euro.") == [pytest.approx(whole + part / 100)]


@given(NUMBERS, SPACES)
def test_digits_in_groups_come_back(number: int, space: str) -> None:
    written = f"{number:,}".replace(",", space)
    assert values(written) == [number]
    assert values(f"In de loods lagen {written} bakstenen.") == [number]


@given(NUMBERS, st.integers(0, 999), SPACES)
def test_digits_with_decimals_come_back(whole: int, part: int, space: str) -> None:
    written = f"{whole:,}".replace(",", space) + f",{part:03}"
    assert values(f"De prijs is {written} euro.") == [pytest.approx(whole + part / 1000)]


@given(st.integers(1, 999), st.sampled_from([("miljoen", 10**6), ("miljard", 10**9)]))
def test_magnitudes_multiply_words_and_digits(count: int, step: tuple[str, int]) -> None:
    word, size = step
    for written in (str(count), in_words(count), f"{count},5"):
        extra = size // 2 if "," in written else 0
        assert values(f"Er zijn {written} {word} bijen.") == [count * size + extra]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("vijfentwintighonderd", 2500),
        ("honderdtwintigduizend", 120_000),
        ("honderd-twintig", 120),
        ("anderhalf miljoen", 1.5e6),
        ("tweeënhalf miljoen", 2.5e6),
        ("een half miljoen", 5e5),
        ("een kwart miljoen", 2.5e5),
        ("half miljoen", 5e5),
        ("driekwart miljoen", 7.5e5),
        ("tweemiljoen", 2e6),
        ("drie en een half miljoen", 3.5e6),
        ("1½ miljoen", 1.5e6),
        ("12 miljoen", 12e6),
        ("vier miljard een miljoen", 4_001_000_000),
        ("TWEEDUIZEND", 2000),
    ],
)
def test_these_ways_to_write_a_number_are_known(written: str, value: float) -> None:
    assert values(written) == [value]
    assert values(f"De tuin telt {written} bloemen.".replace("TWEED", "tweed")) == [value]
