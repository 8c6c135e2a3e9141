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
from datetime import date
from functools import lru_cache
from struct import Struct
from sys import intern
from typing import Any, NamedTuple, overload

from tui.store.series import _facts, _Groups
from tui.store.series_keys import SeriesKey
from tui.store.series_strands import (
    _COMMON,
    _LONG,
    _NEIGHBOURS,
    _SHORT,
    _WEIGHTS,
    ENOUGH,
    Strand,
    _tokens,
    rarity_of,
    score_of,
    strands_of,
)

_SLACK = 1e-6
"""Sums in another order differ by less."""
_UNKNOWN = 10_000_000
"""So many days away is what has no day."""
_AT_HAND = 1_000
"""So many articles have their strands in memory, those that were last looked at."""


_DOUBLE = Struct(">d")
_HIGHEST, _PLACE = 1 << 64, (1 << 32) - 1

Numbers = tuple[tuple[float | None, ...], ...]


class _Traits(NamedTuple):
    """What the heads of two strands may have in common beside tokens."""

    whose: str
    group: str
    occasion: str
    subject: str
    place: str
    word: str


class _Looks:
    """What of all strands tells which of them are worth a closer look, side by side.

    `rare` and `common` are the tokens that few and many of them have, those of each strand behind
    each other up to its end; `having` has the strands of each token so. `weight` is the sum of what
    the common ones of a strand tell. A token that only one strand has leads nowhere, and is left
    out.
    """

    def __init__(
        self, strands: Iterable[Strand], rarity: Mapping[str, float], days: Mapping[str, str]
    ) -> None:
        self.articles, self.days = array("I"), array("i")
        self.traits: list[_Traits] = []
        self.numbers: list[Numbers] = []
        numbers = {token: at for at, token in enumerate(rarity)}
        self.weights = [told * _WEIGHTS[token[0]] for token, told in rarity.items()]
        count, tokens, ends = [0] * len(numbers), array("I"), array("I")
        places: dict[str, int] = {}
        known: dict[Any, Any] = {}
        for strand in strands:
            mine = [numbers[token] for token in _tokens(strand)]
            for token in mine:
                count[token] += 1
            tokens.extend(mine)
            ends.append(len(tokens))
            self.articles.append(places.setdefault(strand.article, len(places)))
            self.days.append(_day(days.get(strand.article)))
            traits, told = _traits(strand), _numbers(strand)
            self.traits.append(known.setdefault(traits, traits))
            self.numbers.append(known.setdefault(told, told))
        self._settle(tokens, ends, count)

    def _settle(self, tokens: array[int], ends: array[int], count: Sequence[int]) -> None:
        begins = [0]
        for some in count:
            begins.append(begins[-1] + (some if some > 1 else 0))
        self.begins = array("I", begins)
        self.having = array("I", bytes(4 * begins.pop()))
        self.rare, self.common = array("I"), array("I")
        self.rare_ends, self.common_ends = array("I", [0]), array("I", [0])
        self.weight = array("d")
        first = 0
        for at, end in enumerate(ends):
            mine = [token for token in tokens[first:end] if count[token] > 1]
            many = [token for token in mine if count[token] > _COMMON]
            self.rare.extend([token for token in mine if count[token] <= _COMMON])
            self.common.extend(many)
            self.rare_ends.append(len(self.rare))
            self.common_ends.append(len(self.common))
            self.weight.append(sum([self.weights[token] for token in many]))
            for token in mine:
                self.having[begins[token]] = at
                begins[token] += 1
            first = end


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
    return [[key for at in group for key in strands[at].keys] for group in sorted(found)]


def together(
    articles: Sequence[Sequence[SeriesKey]], days: Mapping[str, str]
) -> Iterator[list[SeriesKey]]:
    """The keys of one family that speak of the same thing, two or more; one group at a time.

    They come in the order of their first keys. `articles` gives the keys of each article in the
    order of their names, as often as asked.
    """
    strands = Strands(articles)
    groups = {group[0]: group for group in _grouped(strands, days)}
    behind = {at for group in groups.values() for at in group[1:]}
    for at, count in enumerate(strands.keys):
        if at in groups:
            yield [key for each in groups.pop(at) for key in strands[each].keys]
        elif count > 1 and at not in behind:
            yield list(strands[at].keys)


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
        self._articles = _Made(lambda at: {strands[at].article})
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
    for one, two in _worth_it(_Looks(strands, rarity, days)):
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


def _worth_it(looks: _Looks) -> Iterator[tuple[int, int]]:
    """The pairs of strands that can have enough in common, as far as a quick look tells."""
    places = array("I", bytes(4 * len(looks.weights)))
    articles, days, weights = looks.articles, looks.days, looks.weights
    traits, commons, ends = looks.traits, looks.common, looks.common_ends
    for one in range(len(articles)):
        near = _near(looks, one, places)
        if not near:
            continue
        article, day, weight = articles[one], days[one], looks.weight[one]
        whose, group, occasion, subject, place, word = traits[one]
        numbers, common = looks.numbers[one], frozenset(commons[ends[one] : ends[one + 1]])
        for two, shared in near.items():
            if articles[two] == article:
                continue
            other = traits[two]
            own = whose and whose == other.whose
            apart = abs(days[two] - day)
            if _SHORT < apart < _UNKNOWN and (not own or apart > _LONG):
                continue
            least = ENOUGH - _SLACK - shared
            if own:
                least -= 3.0
            elif (not whose) != (not other.whose) and group == other.group:
                least -= 1.5
            if occasion and occasion == other.occasion:
                least -= 0.6
            if subject and subject == other.subject:
                least -= 1.5
            if place and place == other.place:
                least -= 1.0
            if word and word == other.word:
                least -= 0.4
            if least > 0 and not _disjoint(numbers, looks.numbers[two]):
                least -= 1.2
            if least > 0:
                if weight < least or looks.weight[two] < least:
                    continue
                some = common.intersection(commons[ends[two] : ends[two + 1]])
                if sum([weights[token] for token in some]) < least:
                    continue
            yield one, two


def _near(looks: _Looks, one: int, places: array[int]) -> dict[int, float]:
    """The strands behind one that share a token with it, and what their rare ones tell.

    `places` tells of each token how many strands that have it were passed.
    """
    near: dict[int, float] = {}
    begins = looks.begins
    for token in looks.rare[looks.rare_ends[one] : looks.rare_ends[one + 1]]:
        places[token] = place = places[token] + 1
        weight = looks.weights[token]
        for other in looks.having[begins[token] + place : begins[token + 1]]:
            near[other] = near.get(other, 0.0) + weight
    for token in looks.common[looks.common_ends[one] : looks.common_ends[one + 1]]:
        places[token] = place = places[token] + 1
        last = min(begins[token] + place + _NEIGHBOURS, begins[token + 1])
        for other in looks.having[begins[token] + place : last]:
            near.setdefault(other, 0.0)
    return near


def _disjoint(one: Numbers, two: Numbers) -> bool:
    return one != two and (len(one) == len(two) == 1 or frozenset(one).isdisjoint(two))


def _traits(strand: Strand) -> _Traits:
    head = strand.head
    word = "".join(head.words[1:2])
    told = (head.whose, head.group, head.occasion, head.subject, head.place, word)
    return _Traits(*map(intern, told))


def _numbers(strand: Strand) -> Numbers:
    return tuple((key.value, key.low, key.high) for key in strand.keys)


def _day(told: str | None) -> int:
    """The number of a day; far from all others where it is not known."""
    try:
        return date.fromisoformat(told[:10]).toordinal()  # type: ignore[index]
    except (TypeError, ValueError):
        return -2 * _UNKNOWN
