"""How two figures of one series stand to one another: the same, compatible, revised or rival."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf
from typing import Literal, NamedTuple

from tui.store.ledger import LedgerRow

Relation = Literal["same", "compatible", "revised", "rival", "other time", "settled"]

ABOUT = 0.1
"""A figure with `ongeveer` may be this share higher or lower."""
NEARLY = 0.2
"""One with `bijna` may be this share lower, and not higher."""
VAGUE = 10.0
"""`tientallen` reaches to this many times its least reading."""
OVERLAP = 31
"""Two figures are of one time where no more than this many days lie between them."""


class Interval(NamedTuple):
    """The numbers that a figure leaves possible, both ends included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number fits both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two rows of a series, the earlier one first where that is known, and how they stand."""

    one: LedgerRow
    two: LedgerRow
    relation: Relation
    why: str


def interval(row: LedgerRow) -> Interval:
    """The numbers that a figure leaves possible, by its range and its hedge."""
    low, high = row.low, row.high
    if row.value is not None:
        low = high = row.value
    elif low is not None and high is None:
        high = low * VAGUE
    elif high is not None and low is None:
        low = 0.0
    if low is None or high is None:
        return Interval(-inf, inf)
    if row.hedge in ("at least", "more than"):
        return Interval(low, inf)
    if row.hedge == "at most":
        return Interval(-inf, high)
    if row.hedge == "less than":
        return Interval(low - abs(low) * NEARLY, high)
    if row.hedge == "about":
        return Interval(low - abs(low) * ABOUT, high + abs(high) * ABOUT)
    return Interval(low, high)


class _Side(NamedTuple):
    """A row with what is asked of it in every pair that it stands in."""

    row: LedgerRow
    interval: Interval
    number: tuple[float | None, ...]
    day: str | None
    ordinal: int | None


def _side(row: LedgerRow) -> _Side:
    day = day_of(row)
    try:
        ordinal = None if day is None else date.fromisoformat(day).toordinal()
    except ValueError:
        ordinal = None
    return _Side(row, interval(row), _number(row), day, ordinal)


def relation(one: LedgerRow, two: LedgerRow) -> tuple[Relation, str]:
    """How two rows stand to one another, and why."""
    return _relation(_side(one), _side(two))


def _relation(a: _Side, b: _Side) -> tuple[Relation, str]:
    one, two = a.row, b.row
    if one.planned != two.planned:
        return "compatible", "one is planned, the other is told as fact"
    if a.number == b.number:
        return "same", "the same number"
    if a.interval.meets(b.interval):
        return "compatible", f"both can be true: {_told(one)} and {_told(two)}"
    if _speaks_again(one, two):
        who = "the article" if one.speaker is None else one.who
        return "revised", f"{who} gave another number before"
    if one.path == two.path and one.earlier != two.earlier:
        return "other time", "the article gives one of them as what was said before"
    apart = _apart(a, b)
    if apart is not None and apart > OVERLAP:
        return "other time", f"{apart} days lie between them"
    days = "1 day apart" if apart == 1 else f"{apart} days apart"
    when = "no day is known of one of them" if apart is None else days
    return "rival", f"{one.who} and {two.who} give numbers that exclude each other, {when}"


def disagreements(
    rows: Sequence[LedgerRow],
    settled: Mapping[frozenset[str], str] | None = None,
    pairs: Iterable[tuple[int, int]] | None = None,
) -> tuple[Disagreement, ...]:
    """How all rows of a series stand to one another, in the order of the rows.

    `settled` holds pairs of row keys of which a person said that they are no contradiction, each
    with the reason. With `pairs` only rows in these places are held against each other.
    """
    sides = list(map(_side, rows))
    found = []
    for at, other in combinations(range(len(rows)), 2) if pairs is None else pairs:
        one, two = sides[at], sides[other]
        kind, why = _relation(one, two)
        reason = settled.get(frozenset((one.row.key, two.row.key))) if settled else None
        if reason is not None and kind in ("rival", "revised"):
            kind, why = "settled", reason
        first, second = (two, one) if _is_before(two, one) else (one, two)
        found.append(Disagreement(first.row, second.row, kind, why))
    return tuple(found)


def day_of(row: LedgerRow) -> str | None:
    """The ISO day for which a row stands: by its sentence, by a reader, or when published."""
    if row.said and not row.planned:
        return row.said[:10]
    told = row.dated or row.published
    return told[:10] if told and len(told) >= 10 else None


def days_apart(one: LedgerRow, two: LedgerRow) -> int | None:
    """How many days lie between two rows; None where a day is not known."""
    return _apart(_side(one), _side(two))


def _apart(one: _Side, two: _Side) -> int | None:
    if one.ordinal is None or two.ordinal is None:
        return None
    return abs(one.ordinal - two.ordinal)


def _speaks_again(one: LedgerRow, two: LedgerRow) -> bool:
    if one.speaker is None and two.speaker is None:
        return one.voice == two.voice and (one.path != two.path or one.earlier != two.earlier)
    if one.speaker is None or two.speaker is None:
        return False
    return one.mouth == two.mouth


def _is_before(one: _Side, two: _Side) -> bool:
    if one.day is not None and two.day is not None and one.day != two.day:
        return one.day < two.day
    same = one.row.path == two.row.path
    return same and one.row.earlier and not two.row.earlier


def _number(row: LedgerRow) -> tuple[float | None, ...]:
    return (row.value,) if row.value is not None else (row.low, row.high)


def _told(row: LedgerRow) -> str:
    return f"{row.hedge} {row.phrase}" if row.hedge else row.phrase
