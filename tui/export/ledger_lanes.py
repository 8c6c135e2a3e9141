"""The lanes of a plot: one for the days, and beside it those for rows of which no day is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.export.ledger_scale import day
from tui.export.ledger_told import Entry

ORDERED, UNDATED = "order told", "no day"
"""What is written below the rows without a day: articles tell what came before, or they do not."""

_LEAST, _EACH = 62.0, 14.0
"""The room that a lane without days has at least, for its name, and what a row asks for in it."""
_MOST = 0.45
"""The share of the plot that such lanes take at most, where there are days too."""


class Lane(NamedTuple):
    """A stretch of a plot from left to right; `places` are the rows that stand there."""

    left: float
    right: float
    places: tuple[int, ...]


def lanes(rows: Sequence[tuple[int, Entry]], left: float, right: float) -> dict[str, Lane]:
    """The lanes in which some rows stand, from left to right; that of the days has no name."""
    found: dict[str, list[int]] = {"": [], ORDERED: [], UNDATED: []}
    for place, entry in rows:
        without = ORDERED if entry.after or entry.before else UNDATED
        found["" if day(entry.day) else without].append(place)
    named = {name: places for name, places in found.items() if name and places}
    least, rows_of = _LEAST * len(named), sum(map(len, named.values()))
    room = right - left
    aside = min(least + _EACH * rows_of, max(least, room * _MOST)) if found[""] else room
    at = right - aside
    told = {"": Lane(left, at, tuple(found[""]))} if found[""] else {}
    for name, places in named.items():
        end = at + _LEAST + (aside - least) * len(places) / rows_of
        told[name] = Lane(at, end, tuple(places))
        at = end
    return told
