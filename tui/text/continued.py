"""What is said further: sentences in `zou(den)`, on whose authority, and to which medium."""

from __future__ import annotations

from functools import cache

from tui.text.language import table
from tui.text.lines import QUOTE, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words
from tui.text.stances import Standing
from tui.text.statements import Reading, Said, form_of


def by_would(reading: Reading, number: int, line: Line) -> list[Said]:
    """A sentence in `zou(den)` right after an attributed one has the same speaker."""
    label = reading.labelled.get(number - 1)
    before = [label] if label else reading.found.get(number - 1)
    words = cue_words("clause", "would")
    cue = next((at for at, word in enumerate(line.lowers) if word in words), None)
    if not before or cue is None or line.lowers[0] == QUOTE:
        return []
    previous = before[-1]
    if not reading.same_paragraph(reading.sentences[number - 1][1], line.start):
        return []
    word, span = line.texts[cue], (line.start, line.end)
    standing = Standing("unconfirmed", "words", word)
    form = form_of(reading, *span)
    speaker = previous.speaker._replace(rule="who spoke in the sentence before")
    return [Said(*span, speaker, word, standing, form, "zou(den) goes on")]


@cache
def _authorities() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in table("cues")["front"]["authority"])


@cache
def _authority_begins() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _authorities())


def by_authority(reading: Reading, line: Line, said: Said, first: int, stop: int) -> None:
    """`meldt Reuters op gezag van X`: X says it, and Reuters passes it on."""
    begins = _authority_begins()
    if begins.isdisjoint(line.lowers[first:stop]):
        return
    for at in range(first, stop - 2):
        if line.lowers[at] not in begins:
            continue
        for phrase in _authorities():
            if line.matches(at, phrase):
                inner = reading.speakers.at(line, at + len(phrase), stop, anyone=True)
                if inner and inner.name != said.speaker.name:
                    said.via, said.speaker = said.speaker.name, inner
                    said.cue = line.told(at, at + len(phrase))
                return


def by_medium(reading: Reading, line: Line, said: Said, first: int, stop: int) -> None:
    """`zei X tegen krant Y`: Y passes it on."""
    if said.via:
        return
    words = cue_words("media", "to")
    if words.isdisjoint(line.lowers[first:stop]):
        return
    for at in range(first, stop - 1):
        if line.lowers[at] not in words:
            continue
        if said.start <= line.starts[at] < said.end and said.speaker.end < said.start:
            continue
        medium = reading.speakers.at(line, at + 1, stop)
        if medium and not medium.person and is_medium(medium):
            said.via = medium.name
            return


def is_medium(speaker: Speaker) -> bool:
    """Whether somebody is a newspaper, agency or the like, by name or by the noun before it."""
    words = speaker.text.lower().split()
    return speaker.name in cue_words("media", "names") or any(
        word in cue_words("media", "nouns") for word in words
    )
