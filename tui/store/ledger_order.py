"""The rows of a series over time: by their days, else by what articles say of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tui.store.disagreement import day_of
from tui.store.ledger import LedgerRow

Lane = Literal["dated", "ordered", "undated"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with what is known of its time, nothing of it invented.

    `day` is an ISO day, `basis` where it is from: "said", "dated" by a reader or "published".
    `after` and `before` are rows (by key) that the articles put before and after this one; a row
    without a day that has any of these is in the lane "ordered", else in "undated".
    """

    row: LedgerRow
    lane: Lane
    day: str | None = None
    basis: str | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def placed(rows: Sequence[LedgerRow]) -> tuple[Placed, ...]:
    """The rows in order of time: the dated by day, each other one as near as it must be.

    An undated row stands right before the first that came after it, or behind the last that came
    before it; those of which nothing is told come last, in the order of their paths.
    """
    after = _told_order(rows)
    before: dict[str, set[str]] = {}
    for late, earlier in after.items():
        for early in earlier:
            before.setdefault(early, set()).add(late)
    found = [_placed(row, after.get(row.key, set()), before.get(row.key, set())) for row in rows]
    rank = _ranks(found)
    return tuple(sorted(found, key=lambda one: (rank[one.row.key], one.row.path, one.row.key)))


def _placed(row: LedgerRow, after: set[str], before: set[str]) -> Placed:
    day = None if row.earlier and not row.said else day_of(row)
    basis = None
    if day is not None:
        basis = "said" if row.said and not row.planned else "dated" if row.dated else "published"
    lane: Lane = "dated" if day else "ordered" if after or before else "undated"
    return Placed(row, lane, day, basis, tuple(sorted(after)), tuple(sorted(before)))


def _told_order(rows: Sequence[LedgerRow]) -> dict[str, set[str]]:
    """For each row those that an article says came before it: `vorige week nog 3000`."""
    found: dict[str, set[str]] = {}
    for late in rows:
        if late.earlier or late.planned:
            continue
        for early in rows:
            if not early.earlier or early.path != late.path or _number(early) == _number(late):
                continue
            found.setdefault(late.key, set()).add(early.key)
            # The same number in the same mouth elsewhere was said before too.
            found[late.key] |= {
                other.key
                for other in rows
                if other.path != late.path
                and other.speaker is not None
                and other.mouth == early.mouth
                and _number(other) == _number(early)
                and not other.earlier
            }
    return found


def _ranks(found: Sequence[Placed]) -> dict[str, tuple[int, str, int]]:
    """Where each row comes: dated and ordered ones among each other, undated ones behind."""
    days = {one.row.key: one.day for one in found}
    depth = _depths(found)
    ranks: dict[str, tuple[int, str, int]] = {}
    for one in found:
        later = [day for key in one.before if (day := days.get(key))]
        sooner = [day for key in one.after if (day := days.get(key))]
        if one.day is not None:
            ranks[one.row.key] = (0, one.day, 0)
        elif later:
            ranks[one.row.key] = (0, min(later), depth[one.row.key] - len(found) - 1)
        elif sooner:
            ranks[one.row.key] = (0, max(sooner), 1 + depth[one.row.key])
        elif one.lane == "ordered":
            ranks[one.row.key] = (1, "", depth[one.row.key])
        else:
            ranks[one.row.key] = (2, "", 0)
    return ranks


def _depths(found: Sequence[Placed]) -> dict[str, int]:
    """How many rows in a chain came before each; articles that contradict each other end it."""
    depth = {one.row.key: 0 for one in found}
    for _ in found:
        before = dict(depth)
        for one in found:
            sooner = [depth[key] + 1 for key in one.after]
            depth[one.row.key] = min(max([depth[one.row.key], *sooner]), len(found))
        if depth == before:
            break
    return depth


def _number(row: LedgerRow) -> tuple[float | None, ...]:
    return row.value, row.low, row.high
