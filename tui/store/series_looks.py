"""What of very many strands tells at a glance which of them may speak of the same thing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from sys import intern
from typing import Any, NamedTuple

from tui.store.series_strands import (
    _COMMON,
    _LONG,
    _NAMED,
    _NEIGHBOURS,
    _SHARED,
    _SHORT,
    _WEIGHTS,
    ENOUGH,
    Strand,
    _tokens,
)

_SLACK = 1e-6
"""Sums in another order differ by less."""
_UNKNOWN = 10_000_000
"""So many days away is what has no day."""

Numbers = tuple[tuple[float | None, ...], ...]


class _Traits(NamedTuple):
    """What the heads of two strands may have in common beside tokens."""

    whose: str
    group: str
    occasion: str
    subject: str
    place: str
    word: str


class Looks:
    """What of all strands tells which of them are worth a closer look, side by side.

    `tokens` has those of each strand behind each other up to its end: first the common ones, that
    many strands have, then from its half on the rare ones; `having` has the strands of each token
    so. `weight` is the sum of what the common ones of a strand tell. A token that only one strand
    has leads nowhere, and is left out.
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
        self.tokens, self.ends, self.halves = tokens, array("I", [0]), array("I")
        self.weight = array("d")
        first = to = 0
        for at, end in enumerate(ends):
            mine = tokens[first:end]
            many = [token for token in mine if count[token] > _COMMON]
            few = [token for token in mine if 1 < count[token] <= _COMMON]
            self.weight.append(sum([self.weights[token] for token in many]))
            self.halves.append(to + len(many))
            for token in (*many, *few):
                self.having[begins[token]] = at
                begins[token] += 1
                tokens[to] = token
                to += 1
            self.ends.append(to)
            first = end
        del tokens[to:]


def worth_it(looks: Looks) -> Iterator[tuple[int, int]]:
    """The pairs of strands that can have enough in common, as far as a quick look tells."""
    places = array("I", bytes(4 * len(looks.weights)))
    articles, days, weights = looks.articles, looks.days, looks.weights
    traits, tokens, ends, halves = looks.traits, looks.tokens, looks.ends, looks.halves
    for one in range(len(articles)):
        near = _near(looks, one, places)
        if not near:
            continue
        article, day, weight = articles[one], days[one], looks.weight[one]
        whose, group, occasion, subject, place, word = traits[one]
        numbers, common = looks.numbers[one], frozenset(tokens[ends[one] : halves[one]])
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
            elif (group or other.group) and not (whose and other.whose):
                least -= _NAMED if whose or other.whose else 2 * _SHARED
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
                some = common.intersection(tokens[ends[two] : halves[two]])
                if sum([weights[token] for token in some]) < least:
                    continue
            yield one, two


def _near(looks: Looks, one: int, places: array[int]) -> dict[int, float]:
    """The strands behind one that share a token with it, and what their rare ones tell.

    `places` tells of each token how many strands that have it were passed.
    """
    near: dict[int, float] = {}
    begins = looks.begins
    for token in looks.tokens[looks.halves[one] : looks.ends[one + 1]]:
        places[token] = place = places[token] + 1
        weight = looks.weights[token]
        for other in looks.having[begins[token] + place : begins[token + 1]]:
            near[other] = near.get(other, 0.0) + weight
    for token in looks.tokens[looks.ends[one] : looks.halves[one]]:
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
