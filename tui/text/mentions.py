"""Where the actors of a body are named, sorted, so that a question costs no walk over all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from tui.text.article import Actor
from tui.text.bodies import bodies_like

_BREAK = re.compile(r"\n|[.!?] ")
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
        self._every = every
        self._people = sorted((at, a.name) for at, _, _, a in every if a.type == "person")
        self._actors = sorted(
            (at, a.name) for at, _, _, a in every if a.type in ("person", "organisation")
        )
        breaks = [match.span() for match in _BREAK.finditer(text)]
        self._breaks = [start for start, _ in breaks]
        self._after_breaks = [end for _, end in breaks]
        self._by_noun: dict[str, list[tuple[int, int, str]]] = {}
        self._heads = _tails(self._roles())
        self._words = _tails(self._names())

    def first(self, start: int, end: int) -> tuple[int, int, Actor] | None:
        """The span and actor of the first, and longest, mention that begins in a stretch."""
        place = bisect_left(self._every, start, key=itemgetter(0))
        if place == len(self._every) or self._every[place][0] >= end:
            return None
        at, stop, _, actor = self._every[place]
        return at, -stop, actor

    def exactly_at(self, offset: int) -> tuple[Actor, int] | None:
        """The actor other than a place that is named at an offset, and where its mention ends."""
        place = bisect_left(self._every, offset, key=itemgetter(0))
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
        place = bisect_right(self._after_breaks, end)
        return self._breaks[place - 1] if place else -1

    def _fitting(self, noun: str) -> set[int]:
        alike = (body for body in bodies_like(noun) if body != noun)
        return {
            *self._heads.get(noun, ()),
            *self._words.get(noun, ()),
            *(order for body in alike for order in self._heads.get(f"={body}", ())),
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


def _tails(words: Iterator[tuple[str, int]]) -> dict[str, set[int]]:
    """For each noun whose words are these or end in it; `=` marks a word that is whole."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word, order in words:
        found[word].add(order)
        found[f"={word}"].add(order)
        for size in range(_LEAST_TAIL, min(len(word), _MOST_TAIL + 1)):
            found[word[-size:]].add(order)
    return found
