"""Which strands of many speak of the same thing, found without holding each against each.

It comes to just what `candidates` and `score_of` tell. A strand is held against those that share
a token few have, and the neighbours by one that many have; most of them are ruled out by their
days, or by what the two can have in common at most. Of each strand only what that takes stays in
memory: strands are made anew from the figures of their article where two are looked at closely.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from struct import Struct
from typing import Any, overload

from tui.store.series import _facts, _Groups
from tui.store.series_keys import SeriesKey
from tui.store.series_looks import Looks, worth_it
from tui.store.series_strands import (
    ENOUGH,
    Strand,
    rarity_of,
    score_of,
    strands_of,
)
from tui.store.series_support import in_order, supported

_AT_HAND = 1_000
"""So many articles have their strands in memory, those that were last looked at."""


_DOUBLE = Struct(">d")
_HIGHEST, _PLACE = 1 << 64, (1 << 32) - 1


class Strands(Sequence[Strand]):
    """The strands of some articles, made where they are asked for.

    `articles` has the figures of each article, in the order of their names.
    """

    def __init__(self, articles: Sequence[Sequence[SeriesKey]]) -> None:
        self._made = lru_cache(_AT_HAND)(lambda at: strands_of(articles[at]))
        self._article = array("I")
        self._nth = array("I")
        self.keys = array("I")
        """How many figures each of them has."""
        for at in range(len(articles)):
            for nth, strand in enumerate(self._made(at)):
                self._article.append(at)
                self._nth.append(nth)
                self.keys.append(len(strand.keys))

    def __len__(self) -> int:
        return len(self._article)

    @overload
    def __getitem__(self, at: int) -> Strand: ...
    @overload
    def __getitem__(self, at: slice) -> list[Strand]: ...
    def __getitem__(self, at: int | slice) -> Strand | list[Strand]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return self._made(self._article[at])[self._nth[at]]

    def __iter__(self) -> Iterator[Strand]:
        for article, nth in zip(self._article, self._nth, strict=True):
            yield self._made(article)[nth]


def clusters(keys: Iterable[SeriesKey], days: Mapping[str, str]) -> list[list[SeriesKey]]:
    """The keys of one family, those together that speak of the same thing."""
    articles: dict[str, list[SeriesKey]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (key.article, key.nth)):
        articles[key.article].append(key)
    strands = Strands(list(articles.values()))
    found = list(_grouped(strands, days))
    here = {at for group in found for at in group}
    found += [[at] for at in range(len(strands)) if at not in here]
    made = ([key for at in group for key in strands[at].keys] for group in sorted(found))
    return [part for group in made for part in supported(group)]


def together(
    articles: Sequence[Sequence[SeriesKey]], days: Mapping[str, str]
) -> Iterator[list[SeriesKey]]:
    """The keys of one family that speak of the same thing, two or more; one group at a time.

    They come in the order of their first keys. `articles` gives the keys of each article in the
    order of their names, as often as asked.
    """
    yield from in_order(_several(Strands(articles), days))


def _several(
    strands: Strands, days: Mapping[str, str]
) -> Iterator[tuple[tuple[str, int], list[SeriesKey]]]:
    """The groups of two keys or more, each behind the place of its first."""
    groups = {group[0]: group for group in _grouped(strands, days)}
    behind = {at for group in groups.values() for at in group[1:]}
    for at, count in enumerate(strands.keys):
        if at in groups or (count > 1 and at not in behind):
            head = strands[at].head
            keys = [key for each in groups.pop(at, [at]) for key in strands[each].keys]
            yield (head.article, head.nth), keys


def _grouped(strands: Strands, days: Mapping[str, str]) -> Iterator[list[int]]:
    """The places of strands that were joined; those without any link may be missing."""
    if len(strands) < 2:
        return
    groups = _Linked(strands)
    for _, one, two in _links(strands, days):
        groups.join(one, two)
    yield from groups.all()


class _Linked(_Groups):
    """Groups of the strands that have a link: most have none, and take no room."""

    def __init__(self, strands: Sequence[Strand]) -> None:
        known: dict[Any, Any] = {}

        def facts(at: int) -> tuple[frozenset[str], ...]:
            found = _facts(strands[at])
            return tuple(known.setdefault(each, each) for each in found)

        self._strands = strands
        self._of = list(range(len(strands)))
        self._members = _Made(lambda at: [at])
        self._articles = _Made(lambda at: {strands[at].article: (at,)})
        self._facts = _Made(facts)


class _Made(dict[int, Any]):
    """A dictionary that makes what it has not yet."""

    def __init__(self, make: Callable[[int], Any]) -> None:
        self._make = make

    def __missing__(self, at: int) -> Any:
        found = self[at] = self._make(at)
        return found


def links(strands: Sequence[Strand], days: Mapping[str, str]) -> list[tuple[float, int, int]]:
    """The pairs of strands that have enough in common, those with the most first.

    Each is told with its score, negative, and the places of its strands.
    """
    return list(_links(strands, days))


def _links(strands: Sequence[Strand], days: Mapping[str, str]) -> Iterator[tuple[float, int, int]]:
    if len(strands) < 2:
        return
    rarity = rarity_of(strands)
    found = []
    for one, two in worth_it(Looks(strands, rarity, days)):
        score = score_of(strands[one], strands[two], rarity, days)
        if score >= ENOUGH:
            # As one number each, that sorts alike: there are very many of them.
            found.append((_HIGHEST - _bits(score)) << 64 | one << 32 | two)
    found.sort()
    for told in found:
        yield -_number(_HIGHEST - (told >> 64)), told >> 32 & _PLACE, told & _PLACE


def _bits(score: float) -> int:
    """A number that sorts as some score above 0."""
    return int.from_bytes(_DOUBLE.pack(score), "big")


def _number(bits: int) -> float:
    """The score again."""
    (score,) = _DOUBLE.unpack(bits.to_bytes(8, "big"))
    return float(score)
