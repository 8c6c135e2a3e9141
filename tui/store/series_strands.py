"""Figures of one article that speak of one thing, and how much two such strands have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from math import log, log10
from typing import NamedTuple

from tui.store.series_keys import SeriesKey
from tui.store.series_words import lexicon

ENOUGH = 2.6
"""What two strands must have in common to be of one series, on the scale of `score_of`."""
_COMMON = 60
"""A name in more strands than this brings only neighbours together, not all with all."""
_NEIGHBOURS = 6
_WEIGHTS = {"n": 1.4, "w": 1.0, "s": 0.6, "o": 0.0}
_CLOSE = 0.05
"""Powers of ten by which two numbers may differ and still be nearly the same."""
_VAGUE = 3
"""`Honderden` are mostly not more than so many times a hundred."""
_SHARED = 0.4
"""What it tells that both articles name a country further on."""
_NAMED = 2.0
"""What it tells that the other article names whose soldiers they are by one of two."""
_APART = 1.3
"""Two numbers that differ by more powers of ten are hardly of one thing."""
_LOCAL = 0.7
"""So for people lost where one of the two is of one place."""
_LONG, _SHORT = 400, 45
"""So many days apart a war, and any other event, may still be told of."""


class Strand(NamedTuple):
    """The figures of one article that speak of one thing."""

    article: str
    keys: tuple[SeriesKey, ...]

    @property
    def head(self) -> SeriesKey:
        """The first of its figures."""
        return self.keys[0]


def strands_of(keys: Sequence[SeriesKey]) -> list[Strand]:
    """The figures of each article, those together that clearly speak of one thing."""
    strands: list[Strand] = []
    by_article: dict[str, list[list[SeriesKey]]] = defaultdict(list)
    for key in keys:
        mine = by_article[key.article]
        own = next((strand for strand in mine if _belongs(key, strand)), None)
        if own is None:
            mine.append([key])
        else:
            own.append(key)
    for article in sorted(by_article):
        strands += [Strand(article, tuple(found)) for found in by_article[article]]
    return strands


def _belongs(key: SeriesKey, strand: Sequence[SeriesKey]) -> bool:
    """Whether a figure speaks of what those of a strand speak of, and clashes with none."""
    return any(_goes_on(key, other) for other in strand) and not any(
        _clash(key, other) for other in strand
    )


def _goes_on(key: SeriesKey, other: SeriesKey) -> bool:
    """Whether two figures of one article speak of one thing."""
    far = _between(key, other)
    if not key.whose and far > (_APART if key.group and key.goes_on == other.nth else _LOCAL):
        return False
    if key.goes_on == other.nth or (key.whose and key.whose == other.whose):
        return True
    if key.place and other.place and key.place != other.place:
        return False
    if key.family.split(" ")[1:2] and key.family.split(" ")[1] in lexicon().lists["bodies crowds"]:
        return True
    same = (key.value, key.low, key.high) == (other.value, other.low, other.high)
    speakers = {key.speaker, other.speaker}
    others = len(speakers) == 2 and None not in speakers
    return same or others or key.earlier != other.earlier


def are_apart(one: Strand, two: Strand) -> bool:
    """Whether two strands of one article are of two things, as most are.

    Those of one group with nearly the same number are of one thing that is told twice.
    """
    return not one.head.group or one.head.group != two.head.group or _far(one, two) > _CLOSE


def _clash(one: SeriesKey, two: SeriesKey) -> bool:
    """Whether what is known of two figures cannot be of one thing."""
    if one.whose and two.whose and one.whose != two.whose:
        return True
    if one.group != two.group and not (_may_be_one(one, two) and _is_open(one, two)):
        return True
    if one.subject and two.subject and not _alike(one.subject, two.subject):
        return True
    if one.owner and two.owner and not _knows(one, two.owner) and not _knows(two, one.owner):
        return True
    special = {one.occasion, two.occasion} - {"", "war"}
    return len(special) == 2


def _may_be_one(one: SeriesKey, two: SeriesKey) -> bool:
    """Whether two are of one country, or one of them does not tell and names the other's."""
    if one.whose and two.whose:
        return one.whose == two.whose
    if one.article == two.article:
        return False
    return _unowned(one, two) >= _NAMED and _between(one, two) <= _LOCAL


def _is_open(one: SeriesKey, two: SeriesKey) -> bool:
    """Whether one of two figures does not tell which people are meant, and soldiers can be."""
    if {one.group, two.group} != {"", "troops"}:
        return False
    noun = (two if one.group else one).words[1]
    return noun.lower() not in lexicon().lists["civil"]


def _alike(one: str, two: str) -> bool:
    return one in two or two in one


def _knows(key: SeriesKey, name: str) -> bool:
    """Whether the story of a figure has a name, also as part of a longer one."""
    names = [token[2:] for token in key.anchors if token[0] == "n"] + [key.owner]
    return any(name in other or other in name for other in names if other)


def _tokens(strand: Strand) -> set[str]:
    head = strand.head
    found = {token for token in head.anchors if token[0] not in "tc"}
    if head.whose:
        found.add(f"o:{head.whose}")
    for key in strand.keys:
        found |= {f"n:{name}" for name in (key.place, key.owner, key.subject) if name}
        found |= {f"s:{word}" for word in key.near if f"w:{word}" not in found}
    return found


def rarity_of(strands: Sequence[Strand]) -> dict[str, float]:
    """How much it tells that two strands share a token: less the more of all have it."""
    count: Counter[str] = Counter()
    for strand in strands:
        count.update(_tokens(strand))
    many = len({strand.article for strand in strands})
    return {token: min(1.0, log(1 + many / n) / log(2 + many) + 0.25) for token, n in count.items()}


def candidates(strands: Sequence[Strand]) -> set[tuple[int, int]]:
    """Pairs that share a token; of a token that many share only those near each other."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, strand in enumerate(strands):
        for token in sorted(_tokens(strand)):
            having[token].append(at)
    found: set[tuple[int, int]] = set()
    for places in having.values():
        if len(places) <= _COMMON:
            found.update(combinations(places, 2))
        else:
            for step in range(1, _NEIGHBOURS + 1):
                found.update(zip(places, places[step:], strict=False))
    return {(one, two) for one, two in found if strands[one].article != strands[two].article}


def score_of(one: Strand, two: Strand, rarity: dict[str, float], days: Mapping[str, str]) -> float:
    """How much tells that two strands speak of the same thing; below 0 where they cannot."""
    if any(_clash(key, other) for key in one.keys for other in two.keys):
        return -1
    a, b = one.head, two.head
    own = bool(a.whose and a.whose == b.whose)
    apart = _days_between(days.get(one.article), days.get(two.article))
    if apart is not None and apart > (_LONG if own else _SHORT):
        return -1
    if _elsewhere(one, two):
        return -1
    shared = _tokens(one) & _tokens(two)
    score = sum(rarity[token] * _WEIGHTS[token[0]] for token in sorted(shared))
    vague = a.family == "count people" and _far(one, two) > _CLOSE
    score -= 1.2 if vague else 0.0  # nothing tells what happened to them
    score -= 2.2 if not own and _other_names(a, b) else 0.0
    score += 3.0 if own else 0.0
    score += _unowned(a, b) if not own else 0.0
    local = _is_lost(a) and _is_local(a) != _is_local(b)
    score -= 2.5 if _far(one, two) > (_LOCAL if local else _APART) else 0.0
    score += 0.6 if a.occasion and a.occasion == b.occasion else 0.0
    score += 1.2 if {_number(key) for key in one.keys} & {_number(key) for key in two.keys} else 0.0
    score += 1.5 if a.subject and a.subject == b.subject else 0.0
    score += 1.0 if a.place and a.place == b.place and a.place != a.country else 0.0
    score += 0.4 if set(filter(None, a.words[1:2])) & set(filter(None, b.words[1:2])) else 0.0
    return score - 0.6 * _far(one, two)


def _other_names(one: SeriesKey, two: SeriesKey) -> bool:
    """Whether the headlines of two stories name what the other story does not know."""
    a, b = ({token[2:] for token in key.anchors if token[0] == "t"} for key in (one, two))
    known_a, known_b = (
        {token[2:] for token in key.anchors if token[0] == "n"} for key in (one, two)
    )
    return a.isdisjoint(b) and bool(a - known_b) and bool(b - known_a)


def _is_local(key: SeriesKey) -> bool:
    """Whether it is told of a place that is no whole country."""
    return bool(key.place) and key.place != key.country


def _is_lost(key: SeriesKey) -> bool:
    """Whether people lost are counted, who are fewer in one place than in all."""
    return not lexicon().lists["bodies losses"].isdisjoint(key.family.split(" ")[1:2])


def _unowned(one: SeriesKey, two: SeriesKey) -> float:
    """What it tells that whose one of two is, is named in the story of the other."""
    whose, other = (one.whose, two) if one.whose else (two.whose, one)
    if not (one.group or two.group):
        return 0.0
    if not whose and not other.whose:
        return _SHARED * min(2, len(_named_in(one) & _named_in(two)))
    if other.whose:
        return 0.0
    return _NAMED if f"n:{whose}" in other.anchors or f"c:{whose}" in other.anchors else 0.0


def _named_in(key: SeriesKey) -> set[str]:
    """The countries that an article names, where they are not of its headline and lead."""
    return {token[2:] for token in key.anchors if token[0] == "c"}


def _number(key: SeriesKey) -> tuple[float | None, float | None, float | None]:
    return key.value, key.low, key.high


def _elsewhere(one: Strand, two: Strand) -> bool:
    """Whether the places of two strands are others, and neither story knows the other's."""
    a = {key.country or key.place for key in one.keys} - {""}
    b = {key.country or key.place for key in two.keys} - {""}
    if not a or not b or a & b or _could_hold(one, two) or _could_hold(two, one):
        return False
    known_b = {token[2:] for token in two.head.anchors if token[0] == "n"} | _places(two)
    known_a = {token[2:] for token in one.head.anchors if token[0] == "n"} | _places(one)
    return a.isdisjoint(known_b) and b.isdisjoint(known_a)


def _could_hold(one: Strand, two: Strand) -> bool:
    """Whether a strand is of a whole country, and another of a place that may lie in it."""
    return all(key.place == key.country for key in one.keys if key.place) and any(
        key.place and not key.country for key in two.keys
    )


def _places(strand: Strand) -> set[str]:
    return {name for key in strand.keys for name in (key.place, key.country) if name}


def _between(one: SeriesKey, two: SeriesKey) -> float:
    """How far two numbers are apart, in powers of ten."""
    return _far(Strand(one.article, (one,)), Strand(two.article, (two,)))


def _far(one: Strand, two: Strand) -> float:
    """How far the nearest two numbers of two strands are apart, in powers of ten."""
    a = [number for key in one.keys for number in _numbers(key)]
    b = [number for key in two.keys for number in _numbers(key)]
    return min((abs(log10(x / y)) for x in a for y in b), default=0.0)


def _numbers(key: SeriesKey) -> list[float]:
    """The numbers of a figure; of `honderden` the least and what they mostly are."""
    vague = key.value is None and key.high is None
    most = key.low * _VAGUE if vague and key.low else None
    return [abs(number) for number in (key.value, key.low, key.high, most) if number]


def _days_between(one: str | None, two: str | None) -> int | None:
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days)  # type: ignore[index]
    except (TypeError, ValueError):
        return None
