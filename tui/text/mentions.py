"""Where the actors of a body are named, sorted, so that a question costs no walk over all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter

from tui.text.article import Actor
from tui.text.bodies import bodies_like

_BREAK = re.compile(r"[\n.!?](?:(?<=\n)|(?<=[.!?]) )")
_LEAST_TAIL, _MOST_TAIL = 4, 40
"""How long a noun must be to stand for a compound that ends in it, and how long it may be."""


class Mentions:
    """The mentions of all actors in a body, and where its sentences break."""

    def __init__(self, text: str, who: tuple[Actor, ...]) -> None:
        every = [
            (mention.start, -mention.end, order, actor)
            for order, actor in enumerate(who)
            for mention in actor.mentions
        ]
        every.sort(key=itemgetter(0, 1, 2))
        self._who = who
        self._text = text
        self._every = every
        self._starts = [start for start, _, _, _ in every]
        self._by_noun: dict[str, list[tuple[int, int, str]]] = {}

    def first(self, start: int, end: int) -> tuple[int, int, Actor] | None:
        """The span and actor of the first, and longest, mention that begins in a stretch."""
        place = bisect_left(self._starts, start)
        if place == len(self._starts) or self._starts[place] >= end:
            return None
        at, stop, _, actor = self._every[place]
        return at, -stop, actor

    def exactly_at(self, offset: int) -> tuple[Actor, int] | None:
        """The actor other than a place that is named at an offset, and where its mention ends."""
        place = bisect_left(self._starts, offset)
        here = []
        while place < len(self._every) and self._every[place][0] == offset:
            here.append(self._every[place])
            place += 1
        named = [item for item in here if item[3].type != "place"]
        if not named:
            return None
        _, stop, _, actor = min(named, key=itemgetter(2))
        return actor, -stop

    def last_person(self, before: int) -> tuple[int, str] | None:
        """The person named last before an offset: where, and the name."""
        place = bisect_left(self._people, (before,))
        return self._people[place - 1] if place else None

    def first_person(self, start: int) -> str:
        """The first person named from an offset on, which must be there."""
        return self._people[bisect_left(self._people, (start,))][1]

    def last_actor(self, start: int, before: int) -> str | None:
        """The person or organisation named last behind one offset and before another."""
        place = bisect_left(self._actors, (before,))
        if not place or self._actors[place - 1][0] <= start:
            return None
        return self._actors[place - 1][1]

    def last_fitting(self, noun: str, before: int) -> str | None:
        """The actor named last before an offset for whom a common noun can stand."""
        if noun not in self._by_noun:
            self._by_noun[noun] = sorted(
                (mention.start, -order, self._who[order].name)
                for order in self._fitting(noun)
                for mention in self._who[order].mentions
            )
        places = self._by_noun[noun]
        place = bisect_left(places, (before,))
        return places[place - 1][2] if place else None

    def break_before(self, end: int) -> int:
        """Where the last break between sentences in the text up to an offset begins, or -1."""
        place = bisect_right(self._breaks, end, key=itemgetter(1))
        return self._breaks[place - 1][0] if place else -1

    @cached_property
    def _people(self) -> list[tuple[int, str]]:
        return sorted((at, a.name) for at, _, _, a in self._every if a.type == "person")

    @cached_property
    def _actors(self) -> list[tuple[int, str]]:
        kinds = ("person", "organisation")
        return sorted((at, a.name) for at, _, _, a in self._every if a.type in kinds)

    @cached_property
    def _breaks(self) -> list[tuple[int, int]]:
        return [match.span() for match in _BREAK.finditer(self._text)]

    @cached_property
    def _heads(self) -> _Tails:
        return _Tails(self._roles())

    @cached_property
    def _words(self) -> _Tails:
        return _Tails(self._names())

    def _fitting(self, noun: str) -> set[int]:
        alike = (body for body in bodies_like(noun) if body != noun)
        return {
            *self._heads.ending_in(noun),
            *self._words.ending_in(noun),
            *(order for body in alike for order in self._heads.whole(body)),
        }

    def _roles(self) -> Iterator[tuple[str, int]]:
        """The head of each role, `inlichtingendienst` in `Duitse inlichtingendienst van X`."""
        for order, actor in enumerate(self._who):
            if actor.role is not None:
                yield actor.role.lower().split(" van ")[0].split()[-1], order

    def _names(self) -> Iterator[tuple[str, int]]:
        for order, actor in enumerate(self._who):
            if actor.type == "organisation":
                for word in actor.name.lower().split():
                    yield word, order


class _Tails:
    """Words written backwards and sorted: those that end alike stand side by side."""

    def __init__(self, words: Iterator[tuple[str, int]]) -> None:
        self._backwards = sorted((word[::-1], order) for word, order in words)

    def whole(self, noun: str) -> Iterator[int]:
        """The numbers of those that are this noun."""
        tail = noun[::-1]
        for at in range(bisect_left(self._backwards, (tail,)), len(self._backwards)):
            word, order = self._backwards[at]
            if word != tail:
                return
            yield order

    def ending_in(self, noun: str) -> Iterator[int]:
        """The numbers of those that are this noun or a compound of it."""
        if not _LEAST_TAIL <= len(noun) <= _MOST_TAIL:
            yield from self.whole(noun)
            return
        tail = noun[::-1]
        for at in range(bisect_left(self._backwards, (tail,)), len(self._backwards)):
            word, order = self._backwards[at]
            if not word.startswith(tail):
                return
            yield order
