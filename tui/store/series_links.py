"""Which strands of many speak of the same thing, found without holding each against each.

It comes to just what `candidates` and `score_of` tell. A strand is held against those that share
a token few have, and the neighbours by one that many have; most of them are ruled out by their
days, or by what the two can have in common at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui.store.series import _Groups
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


class _Held(NamedTuple):
    """What of a strand tells whether it is worth a closer look."""

    article: str
    day: int | None
    whose: str
    occasion: str
    subject: str
    place: str
    word: str
    numbers: tuple[tuple[float | None, ...], ...]
    tokens: tuple[int, ...]


def clusters(keys: Sequence[SeriesKey], days: Mapping[str, str]) -> list[list[SeriesKey]]:
    """The keys of one family, those together that speak of the same thing."""
    strands = strands_of(sorted(keys, key=lambda key: (key.article, key.nth)))
    groups = _Groups(strands)
    for _, one, two in links(strands, days):
        groups.join(one, two)
    return [[key for at in group for key in strands[at].keys] for group in groups.all()]


def links(strands: Sequence[Strand], days: Mapping[str, str]) -> list[tuple[float, int, int]]:
    """The pairs of strands that have enough in common, those with the most first.

    Each is told with its score, negative, and the places of its strands.
    """
    if len(strands) < 2:
        return []
    rarity = rarity_of(strands)
    numbers = {token: at for at, token in enumerate(rarity)}
    weights = [told * _WEIGHTS[token[0]] for token, told in rarity.items()]
    having: list[list[int]] = [[] for _ in numbers]
    held = []
    for at, strand in enumerate(strands):
        tokens = tuple(numbers[token] for token in _tokens(strand))
        held.append(_held(strand, tokens, days))
        for token in tokens:
            having[token].append(at)
    found = []
    places = [0] * len(having)
    for at, one in enumerate(held):
        mine, numbers_here = frozenset(one.tokens), frozenset(one.numbers)
        near: set[int] = set()
        for token in one.tokens:
            others = having[token]
            places[token] = place = places[token] + 1
            last = len(others) if len(others) <= _COMMON else place + _NEIGHBOURS
            near.update(others[place:last])
        for other in near:
            if _worth_it(one, held[other], mine, numbers_here, weights):
                score = score_of(strands[at], strands[other], rarity, days)
                if score >= ENOUGH:
                    found.append((-score, at, other))
    found.sort()
    return found


def _held(strand: Strand, tokens: tuple[int, ...], days: Mapping[str, str]) -> _Held:
    head = strand.head
    return _Held(
        strand.article,
        _day(days.get(strand.article)),
        head.whose,
        head.occasion,
        head.subject,
        head.place,
        "".join(head.words[1:2]),
        tuple((key.value, key.low, key.high) for key in strand.keys),
        tokens,
    )


def _worth_it(
    one: _Held,
    two: _Held,
    tokens: frozenset[int],
    numbers: frozenset[tuple[float | None, ...]],
    weights: Sequence[float],
) -> bool:
    """Whether two strands can have enough in common, as far as a quick look tells.

    `tokens` and `numbers` are those of the first.
    """
    if one.article == two.article:
        return False
    own = bool(one.whose and one.whose == two.whose)
    if None not in (one.day, two.day) and abs(one.day - two.day) > (_LONG if own else _SHORT):  # type: ignore[operator]
        return False
    most = 3.0 if own else 0.0
    if one.occasion and one.occasion == two.occasion:
        most += 0.6
    if one.subject and one.subject == two.subject:
        most += 2.4
    if one.place and one.place == two.place:
        most += 1.0
    if one.word and one.word == two.word:
        most += 0.4
    if not numbers.isdisjoint(two.numbers):
        most += 1.2
    least = ENOUGH - most - _SLACK
    return least <= 0 or sum([weights[token] for token in tokens.intersection(two.tokens)]) >= least


def _day(told: str | None) -> int | None:
    try:
        return date.fromisoformat(told[:10]).toordinal()  # type: ignore[index]
    except (TypeError, ValueError):
        return None
