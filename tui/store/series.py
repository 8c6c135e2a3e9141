"""Figures about the same thing, over articles: keys that go together, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.store.series_keys import SeriesKey
from tui.store.series_names import name_of
from tui.store.series_strands import (
    ENOUGH,
    Strand,
    are_apart,
    candidates,
    rarity_of,
    score_of,
    strands_of,
)
from tui.store.series_support import supported


class Series(NamedTuple):
    """Figures that speak of the same thing, in the order of `members`; `name` is in their words.

    `id` stays the same as long as the first of its members does. `parts` are the ids of the series
    in which parts of these figures stand.
    """

    id: str
    name: str
    family: str
    members: tuple[SeriesKey, ...]
    parts: tuple[str, ...] = ()


def gather(keys: Iterable[SeriesKey], days: Mapping[str, str] | None = None) -> tuple[Series, ...]:
    """The series that some keys make, those with the most articles first.

    `days` gives the ISO day on which an article was published, for those of which it is known.
    Only keys of one family meet: the families can be gathered apart from one another.
    """
    families: dict[str, list[SeriesKey]] = defaultdict(list)
    for key in keys:
        families[key.family].append(key)
    found = [
        _series(members)
        for family in sorted(families)
        for members in _clusters(sorted(families[family], key=_place), days or {})
    ]
    found = _with_parts(found)
    return tuple(sorted(found, key=lambda one: (-_articles(one), -len(one.members), one.id)))


def _place(key: SeriesKey) -> tuple[str, int]:
    return key.article, key.nth


def _articles(series: Series) -> int:
    return len({key.article for key in series.members})


def _clusters(keys: Sequence[SeriesKey], days: Mapping[str, str]) -> list[list[SeriesKey]]:
    strands = strands_of(keys)
    rarity = rarity_of(strands)
    links = sorted(
        (-score, one, two)
        for one, two in candidates(strands)
        if (score := score_of(strands[one], strands[two], rarity, days)) >= ENOUGH
    )
    groups = _Groups(strands)
    for _, one, two in links:
        groups.join(one, two)
    made = [[key for at in group for key in strands[at].keys] for group in groups.all()]
    return [part for group in made for part in supported(group)]


class _Groups:
    """Strands that were joined; two that clash never meet, by whatever way."""

    def __init__(self, strands: Sequence[Strand]) -> None:
        self._strands = strands
        self._of = list(range(len(strands)))
        self._members = {at: [at] for at in self._of}
        self._articles = {at: {strand.article: (at,)} for at, strand in enumerate(strands)}
        self._facts = {at: _facts(strand) for at, strand in enumerate(strands)}

    def join(self, one: int, two: int) -> None:
        a, b = sorted((self._of[one], self._of[two]))
        if a == b or self._are_apart(a, b) or not self._fit(a, b):
            return
        for at in self._members[b]:
            self._of[at] = a
        self._members[a] += self._members.pop(b)
        for article, told in self._articles.pop(b).items():
            self._articles[a][article] = (*self._articles[a].get(article, ()), *told)
        mine, theirs = self._facts[a], self._facts.pop(b)
        self._facts[a] = tuple(x | y for x, y in zip(mine, theirs, strict=True))

    def all(self) -> list[list[int]]:
        return [sorted(self._members[at]) for at in sorted(self._members)]

    def _are_apart(self, a: int, b: int) -> bool:
        """Whether an article tells of two things that would meet."""
        mine, theirs = self._articles[a], self._articles[b]
        return any(
            are_apart(self._strands[one], self._strands[two])
            for article in mine.keys() & theirs.keys()
            for one in mine[article]
            for two in theirs[article]
        )

    def _fit(self, a: int, b: int) -> bool:
        whose, occasions = (x | y for x, y in zip(self._facts[a], self._facts[b], strict=True))
        return len(whose) < 2 and len(occasions) < 2


def _facts(strand: Strand) -> tuple[frozenset[str], ...]:
    whose = frozenset(key.whose for key in strand.keys if key.whose)
    occasions = frozenset(key.occasion for key in strand.keys) - {"", "war"}
    return whose, occasions


def _series(members: list[SeriesKey]) -> Series:
    first = min(members, key=_place)
    return Series(
        f"{first.family}:{first.article}:{first.nth}",
        name_of(members),
        first.family,
        tuple(sorted(members, key=_place)),
    )


def _with_parts(found: list[Series]) -> list[Series]:
    """The series with those in which parts of their figures stand."""
    at = {(key.article, key.nth): one.id for one in found for key in one.members}
    parts: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for key in one.members:
            whole = at.get((key.article, key.part_of))
            if whole is not None and whole != one.id:
                parts[whole].add(one.id)
    return [one._replace(parts=tuple(sorted(parts[one.id]))) for one in found]
