"""What one speaker said in figures over time, and where that changed."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple

from tui.store.ledger import LedgerRow
from tui.store.ledger_order import Placed

Change = Literal["", "first", "same", "raised", "lowered", "denied", "claimed", "other"]
"""How a figure stands to what its speaker said of the same thing before.

"denied" was claimed before, "claimed" was denied; "other" is neither higher nor lower than all that
was told at the last time before. It is empty where nothing tells when it was told.
"""


class Said(NamedTuple):
    """A figure as one speaker told it, and how it stands to those that were told `before`."""

    placed: Placed
    change: Change
    before: tuple[Placed, ...] = ()


class Strand(NamedTuple):
    """All that one speaker said in one series, in order of time; what has no day comes last.

    `id` and `name` are those of the series; `unit` is EUR, km, % or empty.
    """

    id: str
    name: str
    unit: str
    said: tuple[Said, ...]


class Record(NamedTuple):
    """All figures of one actor over a corpus: by series, those with the most figures first.

    `key` and `name` are those of the actor, `names` all that it is called in the corpus. Of
    `articles` that name it `passed` were not looked at: the oldest, where they are very many. Of
    those only figures are told that stand in one series with newer ones.
    """

    key: str
    name: str
    names: tuple[str, ...]
    strands: tuple[Strand, ...]
    articles: int
    passed: int = 0


def changes(order: Sequence[Placed]) -> tuple[Said, ...]:
    """How figures of one speaker stand to what was said before; they are in order of time.

    What is planned is held against what was planned, and what is told as fact against facts; none
    against those of its own day, of which nothing tells which came first. Of figures without any
    order nothing is told.
    """
    found: list[Said] = []
    before: dict[bool, list[Placed]] = {}
    now: dict[bool, list[Placed]] = {}
    for one in order:
        kind = one.row.planned
        if one.lane == "undated":
            found.append(Said(one, ""))
            continue
        here = now.setdefault(kind, [])
        if here and not _at_once(here[0], one):
            before[kind] = here
            here = now[kind] = []
        here.append(one)
        old = tuple(before.get(kind, ()))
        found.append(Said(one, _change(old, one.row), old))
    return tuple(found)


def _at_once(one: Placed, two: Placed) -> bool:
    """Whether nothing tells which of two came first: they are of one day."""
    return one.day is not None and one.day == two.day


def _change(before: Sequence[Placed], row: LedgerRow) -> Change:
    steps: set[Change] = {_step(each.row, row) for each in before}
    if not steps:
        return "first"
    if len(steps) > 1 and "same" in steps:
        return "same"
    return steps.pop() if len(steps) == 1 else "other"


def _step(old: LedgerRow, new: LedgerRow) -> Change:
    denied = old.stance == "denied", new.stance == "denied"
    if denied[0] != denied[1]:
        return "denied" if denied[1] else "claimed"
    low, high, least, most = *_ends(old), *_ends(new)
    if (low, high) == (least, most):
        return "same"
    if not denied[0] and least >= low and most >= high:
        return "raised"
    if not denied[0] and least <= low and most <= high:
        return "lowered"
    return "other"


def _ends(row: LedgerRow) -> tuple[float, float]:
    if row.value is not None:
        return row.value, row.value
    return -inf if row.low is None else row.low, inf if row.high is None else row.high
