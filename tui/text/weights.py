"""What each rule about a name weighs for each type, from `nl/evidence.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.text.article import ActorType
from tui.text.language import table

TYPES: tuple[ActorType, ...] = ("person", "organisation", "country", "place")
"""The order in which a weight stands for each type."""

Weight = tuple[float, float, float, float]


class Clue(NamedTuple):
    """A rule about a name that applies, the words it went by and what it weighs."""

    rule: str
    words: str
    weight: Weight


@cache
def weights(section: str) -> dict[str, Weight]:
    """The weights of a section by rule, or by word where the words of a rule weigh apart."""
    found: dict[str, Weight] = {}
    for rule, row in table("evidence")[section].items():
        person, organisation, country, place = row
        found[rule] = (person, organisation, country, place)
    return found


@cache
def told(name: str) -> frozenset[str]:
    """A list of words of `nl/evidence.toml`."""
    return frozenset(table("evidence")["words"][name])


@cache
def told_ends(name: str) -> tuple[str, ...]:
    """A list of ends of words of `nl/evidence.toml`, for `str.endswith`."""
    return tuple(table("evidence")["words"][name])


def own(rule: str, words: str = "") -> Clue:
    """A clue in the words of a name itself."""
    return Clue(rule, words, weights("own")[rule])


def around(rule: str, words: str = "") -> Clue:
    """A clue in the words around a name."""
    return Clue(rule, words, weights("around")[rule])
