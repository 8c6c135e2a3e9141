"""Phrases of the lists in a sentence, also those whose words stand apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from tui.store.series_lines import Line

_GAP = "…"
_FARTHEST = 12
"""How many words may stand between the two halves of a verb: `kwamen 12 mensen OM`."""


class Hit(NamedTuple):
    """A phrase of the lists in a text: what it tells, and the words it stands on.

    It is `whole` where no other words stand in it.
    """

    name: str
    at: int
    end: int
    whole: bool = True


class _Phrase(NamedTuple):
    """The words of a phrase, and where its gap is, 0 where it has none."""

    parts: tuple[str, ...]
    gap: int
    name: str


class _Begun(NamedTuple):
    """The phrases that begin with one word, the longest first.

    `then` has them by their second word, each with those of a gap, which stand in `parted`;
    `alone` is what the word tells by itself.
    """

    then: dict[str, list[_Phrase]]
    parted: list[_Phrase]
    alone: str

    @classmethod
    def of(cls, found: Iterable[_Phrase]) -> _Begun:
        every = sorted(found, key=lambda item: (-len(item.parts), item.name))
        alone = next((item.name for item in every if len(item.parts) == 1), "")
        parted = [item for item in every if item.gap]
        seconds = {item.parts[1] for item in every if len(item.parts) > 1 and not item.gap}
        then = {
            word: [item for item in every if item.gap or item.parts[1:2] == (word,)]
            for word in seconds
        }
        return cls(then, parted, alone)


class Phrases:
    """Phrases by their first word, each with what it tells; a gap is written as `…`.

    `name` is under what a line has the places of their first words.
    """

    def __init__(self, told: Iterable[tuple[str, str]], name: str = "") -> None:
        self.name = name
        first: dict[str, list[_Phrase]] = {}
        for phrase, tells in told:
            parts = tuple(phrase.lower().split())
            gap = parts.index(_GAP) if _GAP in parts else 0
            first.setdefault(parts[0], []).append(_Phrase(parts, gap, tells))
        self._first = {word: _Begun.of(found) for word, found in first.items()}
        self.single = frozenset(word for word, begun in self._first.items() if begun.alone)

    @property
    def openers(self) -> Collection[str]:
        """The words that begin a phrase."""
        return self._first.keys()

    def find(self, lowers: Sequence[str], first: int = 0, stop: int | None = None) -> list[Hit]:
        """The phrases among some words, in order; of those that begin alike the longest."""
        end = len(lowers) if stop is None else min(stop, len(lowers))
        places = [at for at in range(first, end) if lowers[at] in self._first]
        return self._at(places, lowers, end)

    def find_in(self, line: Line, first: int = 0, stop: int | None = None) -> list[Hit]:
        """The same in a line, of which the places are known already."""
        if self.name not in line.opens:
            return []
        every = line.found.get(self.name)
        if every is None:
            every = line.found[self.name] = self._at(line.opens[self.name], line.lowers, line.size)
        if not every or (not first and stop is None):
            return every
        end = line.size if stop is None else min(stop, line.size)
        for hit in every:
            if hit.at < first < hit.end or hit.at < end < hit.end:  # another may stand in a part
                return self._at(line.places(self.name, first, end), line.lowers, end)
        return [hit for hit in every if first <= hit.at < end]

    def _at(self, places: Collection[int], lowers: Sequence[str], end: int) -> list[Hit]:
        found, upto = [], 0
        for at in places:
            hit = _hit(self._first[lowers[at]], lowers, at, end) if at >= upto else None
            if hit:
                found.append(hit)
                upto = hit.end if hit.whole else upto
        return found


def _hit(begun: _Begun, lowers: Sequence[str], at: int, end: int) -> Hit | None:
    after = lowers[at + 1] if at + 1 < end else ""
    for parts, gap, name in begun.then.get(after, begun.parted):
        if not gap:
            upto = _matched(lowers, at, end, parts)
        elif parts[gap + 1] in lowers:  # seldom, and quickly asked
            upto = _parted(lowers, at, end, parts, gap)
        else:
            continue
        if upto:
            return Hit(name, at, upto, not gap)
    return Hit(begun.alone, at, at + 1) if begun.alone else None


def _matched(lowers: Sequence[str], at: int, end: int, parts: tuple[str, ...]) -> int:
    """The place behind some words that stand here, 0 where they do not."""
    stop = at + len(parts)
    return stop if stop <= end and tuple(lowers[at:stop]) == parts else 0


def _parted(lowers: Sequence[str], at: int, end: int, parts: tuple[str, ...], gap: int) -> int:
    """The place behind a phrase of two halves that begins here, 0 where it does not."""
    first = _matched(lowers, at, end, parts[:gap])
    rest = parts[gap + 1 :]
    for place in range(first, min(end, first + _FARTHEST) if first else 0):
        if lowers[place] == rest[0] and (upto := _matched(lowers, place, end, rest)):
            return upto
    return 0
