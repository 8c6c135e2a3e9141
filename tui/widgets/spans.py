"""What is highlighted where: stretches of the body with the names of their looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from tui.text.article import Article, Claim, Stance

BARS: dict[Stance, str] = {
    "asserted": "│",
    "announced": "│",
    "demanded": "│",
    "estimated": "┊",
    "unconfirmed": "┊",
    "denied": "╳",
}
"""The mark in the gutter beside a claim, by how it is made."""

CURRENT_BAR = "┃"


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of the body, `end` exclusive, and the name of how it looks."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Looks:
    """Looks in the order of the text, to be asked for a stretch at a time."""

    all: tuple[Look, ...] = ()
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        longest = max((look.end - look.start for look in self.all), default=0)
        object.__setattr__(self, "_longest", longest)

    def between(self, start: int, end: int) -> list[Look]:
        """The looks that touch the stretch from `start` to `end`."""
        at = bisect_left(self.all, start - self._longest, key=lambda look: look.start)
        found = []
        while at < len(self.all) and self.all[at].start < end:
            if self.all[at].end > start:
                found.append(self.all[at])
            at += 1
        return found


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of an article, to be asked for a row at a time."""

    all: tuple[Claim, ...] = ()
    _order: tuple[tuple[int, int], ...] = field(init=False, compare=False)
    _reach: tuple[int, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        order = sorted((claim.start, index) for index, claim in enumerate(self.all))
        reach = accumulate((self.all[index].end for _, index in order), max)
        object.__setattr__(self, "_order", tuple(order))
        object.__setattr__(self, "_reach", tuple(reach))

    def at(self, start: int, end: int) -> int | None:
        """The index of the claim that touches a row; of several, the one that begins last."""
        nth = bisect_left(self._order, (end, -1)) - 1
        # Of those that begin before the row ends, back to where none reaches it any more.
        while nth >= 0 and self._reach[nth] > start:
            index = self._order[nth][1]
            if self.all[index].end > start:
                return index
            nth -= 1
        return None


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    """The numbers of the spans that touch a stretch; they are in order and do not overlap."""
    nth = bisect_right(spans, start, key=lambda span: span[1])
    while nth < len(spans) and spans[nth][0] < end:
        yield nth
        nth += 1


def looks_of(article: Article) -> Looks:
    """The figures and the actors of an article, by `figure` and the type of the actor."""
    found = [Look(figure.start, figure.end, "figure") for figure in article.figures]
    found += [
        Look(mention.start, mention.end, actor.type)
        for actor in article.actors
        for mention in actor.mentions
    ]
    return Looks(tuple(sorted(found, key=lambda look: (look.start, look.end, look.name))))


def cut(start: int, end: int, looks: Iterable[Look]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretch from `start` to `end` in pieces that look one way, with the names of their looks.

    Looks that overlap are all named, in the order given.
    """
    within = [look for look in looks if look.start < end and look.end > start]
    edges = {start, end}
    for look in within:
        edges.update((max(start, look.start), min(end, look.end)))
    ordered = sorted(edges)
    for begin, until in pairwise(ordered):
        names = [look.name for look in within if look.start <= begin and look.end >= until]
        yield begin, until, tuple(dict.fromkeys(names))
