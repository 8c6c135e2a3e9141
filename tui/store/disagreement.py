"""How two figures of one series stand to one another: the same, compatible, revised or rival."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def relation(one: LedgerRow, two: LedgerRow) -> tuple[Relation, str]:
    """How two rows stand to one another, and why."""
    if one.planned != two.planned:
        return "compatible", "one is planned, the other is told as fact"
    a, b = interval(one), interval(two)
    if _number(one) == _number(two):
        return "same", "the same number"
    if a.meets(b):
        return "compatible", f"both can be true: {_told(one)} and {_told(two)}"
    if _speaks_again(one, two):
        who = "the article" if one.speaker is None else one.who
        return "revised", f"{who} gave another number before"
    if one.path == two.path and one.earlier != two.earlier:
        return "other time", "the article gives one of them as what was said before"
    apart = days_apart(one, two)
    if apart is not None and apart > OVERLAP:
        return "other time", f"{apart} days lie between them"
    days = "1 day apart" if apart == 1 else f"{apart} days apart"
    when = "no day is known of one of them" if apart is None else days
    return "rival", f"{one.who} and {two.who} give numbers that exclude each other, {when}"


def disagreements(
    rows: Sequence[LedgerRow],
    settled: Mapping[frozenset[str], str] | None = None,
) -> tuple[Disagreement, ...]:
    """How all rows of a series stand to one another, in the order of the rows.

    `settled` holds pairs of row keys of which a person said that they are no contradiction, each
    with the reason.
    """
    found = []
    for one, two in combinations(rows, 2):
        kind, why = relation(one, two)
        reason = (settled or {}).get(frozenset((one.key, two.key)))
        if reason is not None and kind in ("rival", "revised"):
            kind, why = "settled", reason
        first, second = (two, one) if _is_before(two, one) else (one, two)
        found.append(Disagreement(first, second, kind, why))
    return tuple(found)


def day_of(row: LedgerRow) -> str | None:
    """The ISO day for which a row stands: by its sentence, by a reader, or when published."""
    if row.said and not row.planned:
        return row.said[:10]
    told = row.dated or row.published
    return told[:10] if told and len(told) >= 10 else None


def days_apart(one: LedgerRow, two: LedgerRow) -> int | None:
    """How many days lie between two rows; None where a day is not known."""
    a, b = day_of(one), day_of(two)
    if a is None or b is None:
        return None
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return None


def _speaks_again(one: LedgerRow, two: LedgerRow) -> bool:
    if one.speaker is None and two.speaker is None:
        return one.voice == two.voice and (one.path != two.path or one.earlier != two.earlier)
    if one.speaker is None or two.speaker is None:
        return False
    return one.mouth == two.mouth


def _is_before(one: LedgerRow, two: LedgerRow) -> bool:
    a, b = day_of(one), day_of(two)
    if a is not None and b is not None and a != b:
        return a < b
    return one.path == two.path and one.earlier and not two.earlier


def _number(row: LedgerRow) -> tuple[float | None, ...]:
    return (row.value,) if row.value is not None else (row.low, row.high)


def _told(row: LedgerRow) -> str:
    return f"{row.hedge} {row.phrase}" if row.hedge else row.phrase
