"""Whatever a text holds: figures stand in order, in their place, and explain themselves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.figures import explained, figures
from tui.text.lexed import cut
from tui.text.sentences import sentences

PIECES = st.sampled_from(
    [
        *["een", "één", "half", "halve", "twee", "Drie", "vijf", "tien", "honderd", "duizend"],
        *["miljoen", "mld", "tientallen", "enkele", "een paar", "derde", "kwart", "helft", "de"],
        *["op de", "keer zo veel", "van", "tot", "tussen", "en", "of", "à", "-", "–", "t/m"],
        *["1", "2,5", "10.000", "1 000", "19-jarige", "2019", "007", "3-1", "½", "1½", "0,"],
        *["€", "$", "%", "°C", "procent", "euro", "km", "m2", "uur", "jaar", "dag", "graden"],
        *["soldaten", "rode", "Noord-Koreaanse", "gestuurde", "naar", "ruim", "zo'n", "bijna"],
        *["hij", "is", "wordt", "(", ")", ",", ".", ":", "'", "\n", "\n\n", "aantal", "waarvan"],
        *["min", "graad", "en een half", "komma", "nul", "acht", "is", "voor", "İ", "\u00ad", "'s"],
    ]
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
) | st.text(max_size=60)


@given(TEXTS)
def test_figures_stand_in_order_and_in_their_place(text: str) -> None:
    end = 0
    for figure in figures(text, sentences(text), []):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert text.startswith(figure.phrase, figure.start)
        assert len(figure.phrase) >= len(figure.text)
        end = figure.end


@given(TEXTS)
def test_a_figure_has_a_value_or_bounds(text: str) -> None:
    for figure in figures(text, sentences(text), []):
        known = [n for n in (figure.value, figure.low, figure.high) if n is not None]
        assert known and all(math.isfinite(number) for number in known)
        if figure.low is not None and figure.high is not None:
            assert figure.low < figure.high
        assert (figure.kind == "vague") <= (figure.value is None)


@given(TEXTS)
def test_explaining_finds_the_same_figures(text: str) -> None:
    spans = sentences(text)
    again = explained(text, spans, [])
    assert tuple(figure for figure, _ in again) == figures(text, spans, [])


@given(TEXTS, st.integers(0, 40), st.integers(1, 20))
def test_no_figure_begins_inside_a_date(text: str, start: int, length: int) -> None:
    date = (min(start, len(text)), min(start + length, len(text)))
    for figure in figures(text, sentences(text), [date]):
        if figure.text[0].isdigit() and date[0] < date[1]:
            assert not date[0] <= figure.start < date[1]


@given(TEXTS)
def test_tokens_cover_all_but_white_space(text: str) -> None:
    t = cut(text)
    rest = list(text)
    for start, end in zip(t.starts, t.ends, strict=True):
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip()
    assert all(a <= b for a, b in zip(t.ends, t.starts[1:], strict=False))


@pytest.mark.parametrize(
    "piece",
    [
        *["een miljoen ", "drie miljoen ", "vijf en ", "drie, ", "3, ", "111.", "twee- à "],
        *[
            "drie van de ",
            "van 3 naar ",
            "een op de ",
            "tussen 3 en ",
            "010 ",
            "3\n",
            "a-",
            "de 3 ",
        ],
    ],
)
def test_a_long_row_of_the_same_is_read_to_its_end(piece: str) -> None:
    text = piece * 2000
    found = figures(text, sentences(text), [])
    assert all(text[figure.start : figure.end] == figure.text for figure in found)
