"""Sentences that label the one before: `Dat zegt X`, `X ontkent dat`, `Dat blijkt uit …`."""

from __future__ import annotations

import re

from tui.text.attribution import Cue, Speaker, cues
from tui.text.statements import Reading, cue_words, said_by, subject_of

_AUXILIARIES = frozenset({"heeft", "hebben", "had", "hadden", "is", "werd", "wordt"})


def labels_before(reading: Reading, number: int, outside: str) -> bool:
    """`Dat zegt X`, `X ontkent dat`: what X says is the sentence before, which this one labels."""
    if number == 0:
        return False
    found = (
        _that_shows(reading, number, outside)
        or _that_says(reading, number, outside)
        or _denies_that(reading, number, outside)
    )
    if found is None:
        return False
    speaker, verb = found
    before = reading.sentences[number - 1]
    if speaker.name not in (said.speaker.name for said in reading.found.get(number - 1, [])):
        label = outside if verb.stance == "denied" else reading.outside(*before)
        said = said_by(reading, *before, speaker, verb.text, verb.stance, label)
        reading.found.setdefault(number - 1, []).append(said)
        reading.resolver.has_spoken(speaker.name, before[1])
    return True


_THAT_SHOWS = re.compile(r"D(?:at|it) (?P<cue>blijkt|bleek) (?:\w+ ){0,2}uit (?P<what>[^.,;]+)")


def _that_shows(reading: Reading, number: int, outside: str) -> tuple[Speaker, Cue] | None:
    """`Dat blijkt uit cijfers van het CBS`: whose figures they are."""
    start, end = reading.sentences[number]
    match = _THAT_SHOWS.match(outside)
    if not match:
        return None
    speaker = owner_of(reading, outside, start, match.span("what"))
    return speaker, Cue(start, end, f"{match['cue']} uit", "asserted", False, False)


def _that_says(reading: Reading, number: int, outside: str) -> tuple[Speaker, Cue] | None:
    """`Dat zegt X`, `Dit heeft X bekendgemaakt`, `Dat is door X gemeld`."""
    start, end = reading.sentences[number]
    match = re.match(rf"(?:{'|'.join(cue_words('attribution', 'that'))}) ", outside, re.I)
    if not match or re.search(r"\bdat\b", outside[match.end() :]) or len(outside.split()) > 28:
        return None
    verb = next(cues(outside, start), None)
    first = outside[match.end() :].split()[:1]
    auxiliary = bool(first) and first[0].lower() in _AUXILIARIES
    if verb is None or not (auxiliary or verb.start - start <= match.end()):
        return None
    at = verb.end
    if auxiliary:
        at = start + match.end() + len(first[0])
        by = re.search(r"\b(?:van|door) ", outside)
        at = start + by.end() if by and first[0].lower() in ("is", "werd", "wordt") else at
    speaker = reading.resolver.at(at, end)
    return (speaker, verb) if speaker else None


def _denies_that(reading: Reading, number: int, outside: str) -> tuple[Speaker, Cue] | None:
    """`X ontkent dat`, `X sprak dat tegen`, `X bevestigt dat`: with `dat` as the whole object."""
    start, end = reading.sentences[number]
    match = re.search(r"\b(?:dat|dit)\b(?=(?: \w+){0,2}[.!?]*$)", outside.rstrip())
    if not match:
        return None
    for verb in cues(outside, start):
        labels = verb.stance == "denied" or verb.text.lower().startswith("bevestig")
        if labels and verb.end <= start + match.start():
            speaker = subject_of(reading, start, verb, end)
            return (speaker, verb) if speaker else None
    return None


_SOURCE = re.compile(r"\bvan (?=(?:de |het )?[A-ZÀ-Þ])")


def owner_of(reading: Reading, outside: str, start: int, span: tuple[int, int]) -> Speaker:
    """Whose figures a noun phrase speaks of, and else the phrase as it is printed."""
    owner = _SOURCE.search(outside, *span)
    first, last = start + span[0], start + span[1]
    speaker = reading.resolver.at(start + owner.end(), last) if owner else None
    printed = reading.text[first:last]
    return speaker or Speaker(printed, printed, first, last)
