"""What a library tells of the ledger of its corpus: its series, and all of one of them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.store.disagreement import Disagreement
from tui.store.ledger_order import Placed

Phase = Literal["reading", "gathering"]


class Line(NamedTuple):
    """A series in the list of the ledger.

    `id` finds it again. `values` are the numbers that its rows stand for (of a range its middle) in
    the order of `Sheet.placed`, at most `SPARK` of them, evenly taken: for a sparkline. `rows`
    counts its rows, copies of one story once, `articles` the articles, `speakers` who says them
    (the article's own voice is one), `rivals` the pairs that exclude each other. `low` and `high`
    span all values. `unit` is EUR, km, % or empty. `ruled` tells that a person had a hand in it.
    """

    id: str
    name: str
    rows: int
    articles: int
    speakers: int
    rivals: int
    low: float | None
    high: float | None
    unit: str
    values: tuple[float, ...]
    ruled: bool = False


SPARK = 24
"""So many values a sparkline is drawn from."""


class Sheet(NamedTuple):
    """All of a series: its rows in order of time, how they stand to each other, where parts stand.

    `parts` are the lines of the series in which parts of these figures stand.
    """

    line: Line
    placed: tuple[Placed, ...]
    disagreements: tuple[Disagreement, ...]
    parts: tuple[Line, ...]


class Gathering(NamedTuple):
    """How far the series are gathered: `done` of `total` articles or families."""

    phase: Phase
    done: int = 0
    total: int = 0


class Book(NamedTuple):
    """The series that fit what was asked for, those with the most articles first.

    `total` counts all series with two rows or more; `stale` tells that articles came or changed
    since they were gathered.
    """

    lines: tuple[Line, ...]
    total: int
    stale: bool = False
