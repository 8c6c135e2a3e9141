"""Series as a person would have them: decisions laid over what was gathered, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui.store.documents import FigureAt, SeriesRuling

Figure = tuple[int, int]
"""An article in the index, and the number of a figure in it."""


class Base(NamedTuple):
    """A series as it was gathered; a figure that stands alone is one too."""

    id: str
    figures: tuple[Figure, ...]


class Cluster(NamedTuple):
    """A series that a person had a hand in: `head` is the figure it is called by.

    Where nobody gave it a `name`, it is named after the figures in `named_by`.
    """

    head: Figure
    figures: tuple[Figure, ...]
    named_by: tuple[Figure, ...]
    name: str | None


class Ruled(NamedTuple):
    """What decisions come to: `gone` are the series in whose place the clusters stand."""

    clusters: tuple[Cluster, ...]
    gone: frozenset[str]
    settled: tuple[tuple[Figure, Figure, str], ...]


class Sources(NamedTuple):
    """What has to be known of figures to lay decisions over their series.

    `base` gives the series with a figure, None where it can stand in none; `copies` those of some
    figures that are told in one row with one of the others.
    """

    find: Callable[[FigureAt], Figure | None]
    base: Callable[[Figure], Base | None]
    copies: Callable[[Sequence[Figure], Sequence[Figure]], Iterable[Figure]]


def ruled(
    rulings: Iterable[SeriesRuling], sources: Sources, touched: Iterable[Figure] = ()
) -> Ruled:
    """What some decisions come to; the series of the figures that are `touched` are among them."""
    work = _Work(sources)
    settled: dict[frozenset[Figure], tuple[Figure, Figure, str]] = {}
    for figure in touched:
        work.take(figure)
    for ruling in rulings:
        found = [at for figure in ruling.figures if (at := sources.find(figure)) is not None]
        found = [at for at in dict.fromkeys(found) if work.take(at)]
        if ruling.action == "merge" and len(found) > 1:
            work.merge(found)
        elif ruling.action == "split" and found:
            work.split(found)
        elif ruling.action == "rename" and found:
            work.names[work.of[found[0]]] = ruling.text
        elif ruling.action == "settle" and len(found) == 2:
            settled[frozenset(found)] = (found[0], found[1], ruling.text)
    clusters = [
        Cluster(work.heads[at], tuple(figures), tuple(work.named_by[at]), work.names.get(at))
        for at, figures in work.members.items()
        if figures
    ]
    return Ruled(tuple(clusters), frozenset(work.gone), tuple(settled.values()))


class _Work:
    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.of: dict[Figure, int] = {}
        self.members: dict[int, list[Figure]] = {}
        self.heads: dict[int, Figure] = {}
        self.named_by: dict[int, list[Figure]] = {}
        self.names: dict[int, str] = {}
        self.gone: set[str] = set()

    def take(self, figure: Figure) -> bool:
        """Have the series of a figure at hand; False where it can stand in none."""
        if figure in self.of:
            return True
        base = self._sources.base(figure)
        if base is None or figure not in base.figures:
            return False
        self.gone.add(base.id)
        self._put(base.figures)
        return True

    def merge(self, figures: Sequence[Figure]) -> None:
        into = self.of[figures[0]]
        for figure in figures[1:]:
            other = self.of[figure]
            if other != into:
                for each in self.members[other]:
                    self.of[each] = into
                self.members[into] += self.members.pop(other)

    def split(self, figures: Sequence[Figure]) -> None:
        from_ = dict.fromkeys(self.of[figure] for figure in figures)
        every = [each for at in from_ for each in self.members[at]]
        out = {*figures, *self._sources.copies(figures, every)}
        for at in from_:
            self.members[at] = left = [each for each in self.members[at] if each not in out]
            self.named_by[at] = [each for each in self.named_by[at] if each not in out] or left
            if left and self.heads[at] in out:
                self.heads[at] = left[0]
        self._put([each for each in every if each in out])

    def _put(self, figures: Sequence[Figure]) -> None:
        at = len(self.heads)
        self.members[at] = list(figures)
        self.heads[at] = figures[0]
        self.named_by[at] = list(figures)
        self.of.update(dict.fromkeys(figures, at))
