"""Speakers who are named: the mention of an actor at a place in a sentence, with its title."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from tui.text.article import Actor
from tui.text.called import is_noun
from tui.text.lines import STOPS, Line
from tui.text.meant import Meanings
from tui.text.phrases import is_adjective, is_small, is_title
from tui.text.sayings import cue_words, forms

_WINDOW = 130
"""How far behind the first word of a noun phrase its name may begin."""
_NEXT, _PLACE = 60, 60
"""How far behind one name another may belong to it, and before a place its noun stand."""


class Speaker(NamedTuple):
    """Who is said to speak: the name of the actor or the words as printed, and those words.

    `rule` tells how the one was found for the other, and `after` is the place in the line
    behind the words.
    """

    name: str
    text: str
    start: int
    end: int
    rule: str
    after: int = 0
    person: bool = False


class Named:
    """The actors of a text where they are named, to find them at a place in a line."""

    def __init__(self, text: str, who: tuple[Actor, ...]) -> None:
        self.text = text
        self.meanings = Meanings(text, who)
        self.mentions = self.meanings.mentions

    def named(self, line: Line, at: int, stop: int) -> Speaker | None:
        """An actor whose mention begins here or within a title in front of it."""
        start = line.starts[at]
        limit = min(line.starts[stop], start + _WINDOW)
        best: Speaker | None = None
        near = self.mentions.first(start, limit)
        for _ in range(3):
            if near is None:
                return best
            begins, ends, actor = near
            place = bisect_left(line.starts, begins)
            behind = bisect_left(line.starts, ends)
            person = actor.type == "person"
            whole = not self.text[ends : ends + 1].isalnum() and self.text[ends : ends + 1] != "-"
            if person and whole and is_title(line, at, place, of=True):
                words = self.text[start:ends].strip()
                return Speaker(actor.name, words, start, ends, "named", behind, True)
            body = best is None and not person and actor.type != "place" and whole
            if body and is_title(line, at, place, of=False):
                if actor.described and (named := self._named_for(line, at, behind)):
                    return named
                if actor.described:
                    while (end := self.modifier(line, behind, stop)) is not None:
                        behind, ends = end, line.ends[end - 1]
                    limit = ends
                words = self.text[start:ends].strip()
                best = Speaker(actor.name, words, start, ends, "named", behind, False)
            if line.lowers[min(behind, len(line))] in STOPS:
                return best
            near = self.mentions.first(max(ends, begins + 1), min(limit, ends + _NEXT))
            if best is not None and near is not None:
                # `Defensie-minister Jan Smit`, `VRT-journalist Jan Smit`: a title between.
                between = line.lowers[behind : bisect_left(line.starts, near[0])]
                if not 0 < len(between) < 4 or not all(map(is_noun, between)):
                    return best
        return best

    def _named_for(self, line: Line, at: int, behind: int) -> Speaker | None:
        """The body with a name that `het waterschap` stands for, where there is one."""
        words = line.texts[at:behind]
        if len(words) < 2 or words[0].lower() not in cue_words("small", "definite"):
            return None
        start, end = line.starts[at], line.ends[behind - 1]
        meaning = self.meanings.meant(words, (), start)
        if meaning is None or not self.meanings.has_name(meaning.name):
            return None
        text = self.text[start:end]
        person = self.meanings.is_person(meaning.name)
        return Speaker(meaning.name, text, start, end, meaning.rule, behind, person)

    def apposed(self, line: Line, at: int, stop: int) -> Speaker | None:
        """`de directeur van het museum, Jan Smit,`: the name behind the comma."""
        if line.lowers[at] != "," or at + 1 >= stop:
            return None
        first = at + 1
        if line.lowers[first] in cue_words("small", "articles"):
            first += 1
        begins = line.starts[first]
        near = self.mentions.first(begins, begins + 1)
        if near is None or near[2].type not in ("person", "organisation"):
            return None
        behind = bisect_left(line.starts, near[1])
        if line.lowers[behind] != "," and line.lowers[behind] not in STOPS:
            return None
        name = near[2].name
        after = behind + 1 if line.lowers[behind] == "," else behind
        person = near[2].type == "person"
        return Speaker(name, self.text[begins : near[1]], begins, near[1], "named", after, person)

    def place(self, line: Line, at: int, stop: int) -> Speaker | None:
        """A place that speaks, where nothing else can: `aldus luchthaven Schiphol`."""
        start = line.starts[at]
        near = self.mentions.first(start, start + _PLACE)
        if near is None or near[2].type != "place":
            return None
        place, behind = bisect_left(line.starts, near[0]), bisect_left(line.starts, near[1])
        if behind > stop or not is_title(line, at, place, of=False):
            return None
        return Speaker(near[2].name, self.text[start : near[1]], start, near[1], "named", behind)

    def modifier(self, line: Line, at: int, stop: int) -> int | None:
        """Behind a noun, the end of `van het leger`, `in Seoul`, `bij de VN`; None for none."""
        lowers = line.lowers
        if at >= stop or lowers[at] not in cue_words("small", "behind_noun"):
            return None
        own = lowers[at] in cue_words("small", "of") | cue_words("small", "within")
        place = at + 1
        determined = lowers[place] in cue_words("small", "determiners")
        while place < stop and lowers[place] in cue_words("small", "determiners"):
            place += 1
        if place >= stop:
            return None
        near = self.mentions.exactly_at(line.starts[place]) or self._place_at(line, place)
        if near:
            return self._listed(line, bisect_left(line.starts, near[1]), stop)
        if not own:
            return None
        first = place
        while (
            place < stop
            and place - first < 4
            and is_adjective(lowers[place])
            and (
                lowers[place + 1][0].isalnum()
                and lowers[place + 1] not in forms()
                and not is_small(lowers[place + 1])
            )
            and not (self._named_at(line, place))
        ):
            place += 1
        if near := self.mentions.exactly_at(line.starts[place]):
            return bisect_left(line.starts, near[1])
        if place >= stop or not lowers[place][0].isalpha() or is_small(lowers[place]):
            return None
        place += 1
        while determined and place < stop and line.texts[place][0].isupper():
            place += 1
        return place

    def _listed(self, line: Line, after: int, stop: int) -> int:
        """The end of a row of names that begins with one: `uit Goes, Tholen en Veere`."""
        at = after
        while at < stop and line.lowers[at] in (",", *cue_words("clause", "joins")):
            near = self._place_at(line, at + 1)
            if near is None:
                return after
            last = line.lowers[at] != ","
            at = bisect_left(line.starts, near[1])
            if last:
                return at
        return after

    def _place_at(self, line: Line, place: int) -> tuple[Actor, int] | None:
        start = line.starts[place]
        near = self.mentions.first(start, start + 1)
        return (near[2], near[1]) if near else None

    def _named_at(self, line: Line, place: int) -> bool:
        return self.mentions.exactly_at(line.starts[place]) is not None
