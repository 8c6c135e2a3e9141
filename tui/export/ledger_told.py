"""What an export tells of a series: its rows as they are told, and how they stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stand:
    """How a row stands to the row with another number (`other`), and why."""

    relation: str
    other: int
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a series.

    `fields` are those of its JSON. `who` is the speaker by its one name in the corpus; of an
    article's `own` voice it names the site, or the article. `number` is the figure as printed,
    without its noun. `day` is an ISO day, `basis` where it is from: both empty where no day is
    known. `after` and `before` are the rows (by number) of which the articles say that they came
    before it and after it. `least` and `most` are how far range and hedge reach, None for an end
    that is open, and both are the number itself where there is neither. `change` is, in the record
    of one speaker, how it stands to what that one told before.
    """

    fields: Mapping[str, Any]
    who: str
    own: bool = False
    number: str = ""
    unit: str = ""
    heading: str = ""
    site: str = ""
    day: str = ""
    basis: str = ""
    after: tuple[int, ...] = ()
    before: tuple[int, ...] = ()
    least: float | None = None
    most: float | None = None
    planned: bool = False
    earlier: bool = False
    copies: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    why: tuple[str, ...] = ()
    change: str = ""

    @property
    def at(self) -> float | None:
        """The number it stands for: of a range its middle, of a vague figure its least reading."""
        value, low, high = (self.fields[name] for name in ("value", "low", "high"))
        if value is not None:
            return float(value)
        if low is not None and high is not None:
            return (float(low) + float(high)) / 2
        bound = high if low is None else low
        return None if bound is None else float(bound)


@dataclass(frozen=True, slots=True)
class Told:
    """A series: its rows are numbered from 1 in the order of `entries`.

    `rivals` counts the pairs that exclude each other, `parts` names the series in which parts of
    its figures stand.
    """

    name: str
    entries: tuple[Entry, ...]
    articles: int = 0
    rivals: int = 0
    low: float | None = None
    high: float | None = None
    unit: str = ""
    parts: tuple[str, ...] = ()
    ruled: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks, those with most rows first; the own voice of each site is one."""
        counted = Counter(entry.who for entry in self.entries)
        return tuple(who for who, _ in counted.most_common())
