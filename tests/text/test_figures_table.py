"""Phrases with every field of their figure, from `phrases.txt`, and sentences without any."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.text.article import Figure
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences

HERE = Path(__file__).parent
_MARKS = re.compile(r"[\[\]{}]")


def lines(name: str) -> list[str]:
    """The lines of a table, without those that are empty or a comment."""
    rows = (HERE / name).read_text("utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def found(text: str) -> tuple[Figure, ...]:
    """The figures of a text, found as for an article."""
    return figures(text, sentences(text), [(day.start, day.end) for day in dates(text, None)])


def number(text: str) -> float | None:
    """A number of the table: empty for none."""
    return float(text) if text else None


@pytest.mark.parametrize("row", lines("phrases.txt"))
def test_a_phrase_gives_every_field_of_its_figure(row: str) -> None:
    marked, value, kind, hedge, noun, unit = (part.strip() for part in row.split(" | "))
    text = _MARKS.sub("", marked)
    plain = marked.replace("{", "").replace("}", "")
    start, end = plain.index("["), plain.index("]") - 1
    (got,) = [figure for figure in found(text) if figure.start < end and figure.end > start]
    assert got.text == text[start:end]
    low, isrange, high = value.partition("..")
    wanted = (None, number(low), number(high)) if isrange else (number(low), None, None)
    assert (got.value, got.low, got.high) == pytest.approx(wanted, abs=1e-6)
    fields = tuple(None if part == "-" else part for part in (kind, hedge, noun, unit))
    assert (got.kind, got.hedge, got.noun, got.unit) == fields


@pytest.mark.parametrize("text", lines("traps.txt"))
def test_a_number_that_is_no_quantity_gives_nothing(text: str) -> None:
    assert [figure.text for figure in found(text)] == []


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(lines("phrases.txt")) >= 200
    assert len(lines("traps.txt")) >= 60
