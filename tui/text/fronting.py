"""Attributions by `volgens` and the like, at the front of a clause or in the midst of it."""

from __future__ import annotations

from functools import cache

from tui.text.attribution import cues
from tui.text.closing import by_tail
from tui.text.indirect import by_verb
from tui.text.language import table
from tui.text.lines import Line
from tui.text.named import Speaker
from tui.text.publications import published_by
from tui.text.sayings import cue_words, front_words, fronts, owns
from tui.text.statements import Reading, Said, said_by

_LEAST = 3
"""How many words must be left of a clause besides `volgens X`."""


def by_volgens(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`Volgens X …` and `… volgens X …`: the whole clause."""
    if front_words().isdisjoint(line.lowers[first:stop]):
        return []
    begins = _begins()
    for at in range(first, stop - 1):
        if line.lowers[at] not in begins:
            continue
        found = _volgens(reading, line, at, stop)
        if found is None:
            continue
        speaker, cue = found
        begin, end = line.starts[first], line.ends[stop - 1]
        rule = "attribution at the front" if at == first else "attribution in mid-sentence"
        if at > first and (relayed := _relayed(reading, line, first, at, stop, speaker)):
            return relayed
        if stop - first - (speaker.after - at) < _LEAST:
            return []
        if at > first and line.lowers[at - 1] == "," and speaker.after >= stop - 1:
            end, rule = line.starts[at - 1], "attribution at the end"
        around = line.told(at, speaker.after) if speaker.after > at else cue
        said = said_by(reading, (begin, end), speaker, cue, "asserted", around, rule)
        _relay(reading, line, said, speaker.after, stop)
        return [said]
    return []


@cache
def _begins() -> frozenset[str]:
    """The words with which a phrase that leads to a speaker begins."""
    return frozenset([*fronts(), *owns()])


def _volgens(reading: Reading, line: Line, at: int, stop: int) -> tuple[Speaker, str] | None:
    """The speaker behind `volgens`, `naar het oordeel van` and the like, at a place."""
    lowers = line.lowers
    for phrase, whose in owns().get(lowers[at], ()):
        if line.matches(at, phrase):
            after = at + len(phrase)
            own = _own(reading, line, at, after, stop, whose)
            return (own, line.told(at, after)) if own else None
    for phrase in fronts().get(lowers[at], ()):
        if line.matches(at, phrase):
            after = at + len(phrase)
            speaker = published_by(reading.speakers, line, after, stop) or reading.speakers.at(
                line, after, stop, anyone=True
            )
            return (speaker, line.told(at, after)) if speaker else None
    return None


def _own(
    reading: Reading, line: Line, at: int, after: int, stop: int, whose: str
) -> Speaker | None:
    """`Naar zijn zeggen`, `Naar eigen zeggen wist Karin Blok niets`."""
    start, end = line.starts[at], line.ends[after - 1]
    if whose in cue_words("front", "self"):
        if at == 0:
            return reading.speakers.at(line, after + 1, stop)
        head = reading.speakers.at(line, 0, at)
        if head:
            return head._replace(after=after)
        for place in range(at - 1, 0, -1):  # `Daar heeft X naar eigen zeggen …`
            if found := reading.speakers.at(line, place, at):
                return found._replace(after=after)
        whose = table("cues")["pronouns"]["person"][0]
    meaning = reading.speakers.meanings.pronoun(whose, start, plural=None)
    if meaning is None:
        return None
    return Speaker(meaning.name, line.texts[after - 2], start, end, meaning.rule, after, True)


def _relayed(
    reading: Reading, line: Line, first: int, at: int, stop: int, medium: Speaker
) -> list[Said]:
    """`X zei volgens krant Y dat …`, `…, zei X volgens Y`: the medium only passes it on."""
    near = [cue for cue in cues(line, first, stop) if not cue.passive and cue.last <= at]
    if not near or at - near[-1].last > 9:
        return []
    said = by_tail(reading, line, first, stop) or by_verb(reading, line, first, stop)
    for one in said:
        one.via = medium.name if one.speaker.name != medium.name else None
    return said


def _relay(reading: Reading, line: Line, said: Said, after: int, stop: int) -> None:
    """`Volgens X is dat onzin, meldt TASS`: behind the comma stands who passes it on."""
    for at in range(after, stop - 1):
        if line.lowers[at] == "," and line.lowers[at + 1] in cue_words("clause", "relays"):
            medium = reading.speakers.at(line, at + 2, stop)
            if medium and not medium.person:
                said.via = medium.name
                said.end = line.starts[at]
            return
