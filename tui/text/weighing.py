"""Which type the clues about a name come to."""

from __future__ import annotations

from collections.abc import Iterable

from tui.text.article import ActorType
from tui.text.weights import TYPES, Clue

_AGAIN = 0.5
"""A rule that comes back counts for this much of what it counted for the last time."""


def totals(clues: Iterable[Clue]) -> list[float]:
    """What the clues come to for each type, in the order of TYPES."""
    first = second = third = fourth = 0.0
    share: dict[str, float] = {}
    for rule, _, (person, organisation, country, place) in clues:
        part = share.get(rule, 1.0)
        share[rule] = part * _AGAIN
        first += part * person
        second += part * organisation
        third += part * country
        fourth += part * place
    return [first, second, third, fourth]


def winner(sums: list[float]) -> ActorType:
    """The type with the most."""
    return TYPES[sums.index(max(sums))]


def margin(sums: list[float]) -> float:
    """By how much the first type leads the second."""
    first, second, *_ = sorted(sums, reverse=True)
    return first - second
