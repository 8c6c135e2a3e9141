"""By what the people of a body are called: titles before a name, what stands behind its comma."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from tui.text.article import Actor
from tui.text.sayings import cue_words

_BEFORE, _BEHIND = 80, 90
"""How many characters before and behind a name are looked at."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_CLAUSE = re.compile(r"[^\w\s'’-]|\n")
_STEM = 3
"""By how many letters a people and its adjective are known for one another."""
_LEAST_TAIL = 4
"""How long a noun must be to stand for a compound that ends in it."""


class Calling(NamedTuple):
    """A title of somebody: its noun, its adjectives with a capital, what it is `van`, where."""

    noun: str
    adjectives: frozenset[str]
    of: tuple[str, ...]
    start: int
    name: str


class Called:
    """The titles of the people of a body, to look them up by noun."""

    def __init__(self, text: str, who: tuple[Actor, ...]) -> None:
        self._text = text
        self._by_tail: defaultdict[str, list[Calling]] = defaultdict(list)
        self._who = who
        self._women: dict[str, bool | None] = {}
        self._adjectives: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._people = [actor for actor in who if actor.type == "person"]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each actor is mentioned."""
        return {actor.name: [mention.start for mention in actor.mentions] for actor in self._who}

    def _gather(self) -> None:
        """Look at the people once somebody asks for them."""
        people, self._people = self._people, []
        for actor in people:
            self._add(actor)

    def _add(self, actor: Actor) -> None:
        for mention in actor.mentions:
            clauses = _CLAUSE.split(self._text[max(0, mention.start - _BEFORE) : mention.start])
            before = clauses[-1]
            if not before.strip() and len(clauses) > 1 and self._text[mention.start - 2] == ",":
                before = clauses[-2]  # `de Russische ambassadeur, Sergej Lavrov,`
            self._keep(_WORD.findall(before)[-7:], mention.start, actor.name, ahead=False)
            if self._text[mention.end : mention.end + 2] == ", ":
                behind = self._text[mention.end + 2 : mention.end + _BEHIND]
                words = _WORD.findall(_CLAUSE.split(behind)[0])
                if words and words[0].lower() not in cue_words("clause", "relative"):
                    self._keep(words[:7], mention.start, actor.name, ahead=True)
        if actor.role and actor.mentions:
            words = _WORD.findall(actor.role)
            self._keep(words, actor.mentions[0].start, actor.name, ahead=True)

    def _keep(self, words: list[str], start: int, name: str, *, ahead: bool) -> None:
        """Note a title among words: right before the name, or the first behind its comma."""
        if not any(map(is_noun, words)):
            return
        lowers = [word.lower() for word in words]
        joins = cue_words("small", "of")
        of = next((at for at, word in enumerate(lowers) if word in joins), None)
        front = words[:of] if of is not None else words
        nouns = [at for at, word in enumerate(front) if is_noun(word)]
        if not nouns or (not ahead and of is None and nouns[-1] != len(front) - 1):
            return
        at = nouns[0] if ahead else nouns[-1]
        tail = tuple(lowers[of + 1 :]) if of is not None else ()
        capitals = frozenset(stem(word) for word in front[max(0, at - 3) : at] if is_proper(word))
        self._words[name].update(lowers)
        if capitals:
            self._adjectives[name].update(capitals)
        calling = Calling(lowers[at], capitals, tail, start, name)
        for size in range(min(_LEAST_TAIL, len(lowers[at])), len(lowers[at]) + 1):
            self._by_tail[lowers[at][-size:]].append(calling)

    def by(self, noun: str, adjectives: frozenset[str], of: tuple[str, ...], at: int) -> str | None:
        """Who is meant by a title before an offset: of those whom it fits who was named last."""
        self._gather()
        latest, found = -1, None
        for calling in self._by_tail.get(noun, ()):
            if calling.start >= at or _conflict(calling.adjectives, adjectives):
                continue
            if of and calling.of != of:
                continue
            places = self._places[calling.name]
            last = places[bisect_left(places, at) - 1]
            if last > latest:
                latest, found = last, calling.name
        return found

    def whose(self, people: str, at: int) -> str | None:
        """Who is called by the adjective of a people before an offset: `De Rus`, `Russische`."""
        self._gather()
        latest, found = -1, None
        for name, stems in self._adjectives.items():
            if any(one[:_STEM] == people[:_STEM] for one in stems):
                places = self._places[name]
                last = places[bisect_left(places, at) - 1] if places[0] < at else -1
                if last > latest:
                    latest, found = last, name
        return found

    def is_woman(self, name: str) -> bool | None:
        """Whether a person is called a woman; None where neither word nor name tells."""
        if name not in self._women:
            self._women[name] = self._told(name)
        return self._women[name]

    def _told(self, name: str) -> bool | None:
        self._gather()
        words = self._words[name]
        if words & cue_words("gender", "women"):
            return True
        if words & cue_words("gender", "men"):
            return False
        first = name.split()[0]
        if len(name.split()) < 2 or first in cue_words("gender", "men_names"):
            return None if len(name.split()) < 2 else False
        if first in cue_words("gender", "women_names"):
            return True
        return True if first.lower().endswith(_women_ends()) else None


@cache
def _women_ends() -> tuple[str, ...]:
    return tuple(cue_words("gender", "women_ends"))


@cache
def _noun_ends() -> tuple[str, ...]:
    return tuple(cue_words("speakers", "ends"))


@cache
def _nouns() -> frozenset[str]:
    """The nouns for who speaks, with plurals in -s: `dokters`."""
    nouns = cue_words("speakers", "nouns")
    return nouns | {f"{noun}s" for noun in nouns if noun.endswith(("er", "or", "eur", "man"))}


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether a word is a noun for who speaks: `woordvoerder`, `Pentagon-woordvoerder`."""
    lower = word.lower()
    if "-" in lower:
        lower = lower.rpartition("-")[2]
    if lower in _nouns():
        return True
    return len(lower) > 5 and lower.endswith(_noun_ends())


def is_proper(word: str) -> bool:
    """Whether a word has a capital: of adjectives, that of a country or party."""
    return word[:1].isupper()


def stem(adjective: str) -> str:
    """An adjective without its ending: `Russische` and `Russisch` are one."""
    return adjective.lower().removesuffix("e").removesuffix("s")


def _conflict(known: frozenset[str], asked: frozenset[str]) -> bool:
    return bool(known and asked and not known & asked)
