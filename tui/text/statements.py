"""A body while its claims are read, and how a claim is made from a stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from tui.text.article import Form, Stance
from tui.text.attribution import Cue, Resolver, Speaker, has_cue
from tui.text.language import table

_OPENING_PRONOUN = re.compile(r"(?:Hij|Zij|Ze)\b(?! (?:die|wie))")
_CLOSING = {"“": "”", "„": "”“", "«": "»", "‘": "’", '"': '"'}
_EDGES = " \t\n.,;:\"'“”„‘’«»–—-"

_OPENING = re.compile(r"(?:, (?:en |maar |terwijl )?|; | en | maar )")
_REACH, _MOST_OPENINGS = 500, 24
"""How far before its verb a subject is sought, and behind how many commas and conjunctions."""


@dataclass(slots=True)
class Said:
    """A claim being made."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    stance: Stance
    form: Form
    via: str | None = None


@dataclass(slots=True)
class Reading:
    """A body on the way through: its sentences, quotations and actors, and what was found."""

    text: str
    sentences: list[tuple[int, int]]
    quotes: list[tuple[int, int]]
    resolver: Resolver
    found: dict[int, list[Said]] = field(default_factory=dict)

    def outside(self, start: int, end: int) -> str:
        """A stretch with the insides of its quotations blanked out."""
        parts = []
        at = start
        for a, b in self.quotes_in(start, end):
            parts += [self.text[at:a], " " * (b - a)]
            at = b
        return "".join([*parts, self.text[at:end]])

    def quotes_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a stretch that are quoted."""
        found = []
        for place in range(bisect_right(self.quotes, start, key=itemgetter(1)), len(self.quotes)):
            a, b = self.quotes[place]
            if a >= end:
                break
            found.append((max(a, start), min(b, end)))
        return found

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The span of the quotation around an offset, if any."""
        place = bisect_right(self.quotes, offset, key=itemgetter(1))
        if place == len(self.quotes) or self.quotes[place][0] > offset:
            return None
        return self.quotes[place]

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before it."""
        return bisect_right(self.sentences, offset, key=itemgetter(0)) - 1


@cache
def cue_words(section: str, name: str) -> tuple[str, ...]:
    """A word list of `nl/cues.toml`."""
    return tuple(table("cues")[section][name])


def said_by(
    reading: Reading, start: int, end: int, speaker: Speaker, cue: str, base: Stance, outside: str
) -> Said:
    """The claim that a stretch makes; `outside` is its sentence without what is quoted."""
    start, end = trimmed(reading.text, start, end)
    form = form_of(reading, start, end)
    claim = "" if form == "direct" else reading.outside(start, end)
    stance = _stance(base, outside, claim)
    return Said(start, end, speaker, cue, stance, form)


def _stance(base: Stance, outside: str, claim: str) -> Stance:
    """The stance by the words of the sentence; `outside` is it without what is quoted."""
    words = table("cues")["stance"]
    lowered, said = outside.lower(), claim.lower()
    if re.search(r"\b(?:sluit|sluiten|sloot|sloten) (?:\w+ ){0,5}niet uit\b", lowered):
        return "unconfirmed"
    negated = re.search(r"\b(?:niet|nooit|geen|noch)\b", lowered)
    if base == "denied":
        return (
            "unconfirmed"
            if re.search(r"\b(?:ontken\w+|spr\w+) (?:\w+ )?niet\b", lowered)
            else "denied"
        )
    if any(word in lowered for word in words["denied"]):
        return "denied"
    if any(
        re.search(rf"\b{word}\b", said if len(word) < 9 else lowered)
        for word in words["unconfirmed"]
    ):
        return "unconfirmed"
    if negated and "bevestig" in lowered and "dat" not in lowered.split("bevestig")[0].split():
        return "unconfirmed"
    if base == "estimated" or any(word in lowered for word in words["estimated"]):
        return "estimated"
    if base == "announced" or any(word in said for word in words["announced"]):
        return "announced"
    return base


def form_of(reading: Reading, start: int, end: int) -> Form:
    """Whether a stretch is a quotation, holds a quoted part, or is told in other words."""
    for place in range(bisect_left(reading.quotes, start, key=itemgetter(1)), len(reading.quotes)):
        a, b = reading.quotes[place]
        if a <= start and end <= b:
            return "direct"
        if a < end and start < b:
            return "mixed"
        if a > start and a >= end:
            break
    return "indirect"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space and punctuation at its ends.

    A closing quotation mark stays where its opening one is inside.
    """
    while start < end and text[start] in _EDGES and not _closes(text, start, end):
        start += 1
    while end > start and text[end - 1] in _EDGES and not _opened(text, start, end):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    closing = _CLOSING.get(text[start])
    return closing is not None and any(mark in text[start + 1 : end - 1] for mark in closing)


def _opened(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    return any(
        mark in closing and opening in text[start : end - 1]
        for opening, closing in _CLOSING.items()
    )


def subject_of(reading: Reading, start: int, verb: Cue, end: int) -> Speaker | None:
    """The subject of a verb of saying: before it, or behind it where something else comes first."""
    before = reading.outside(start, verb.start)
    opening = _OPENING_PRONOUN.match(before)
    if opening:
        return reading.resolver.at(start, verb.start)
    near = max(0, len(before) - _REACH)
    openings = [m.end() for m in _OPENING.finditer(before, near)][-_MOST_OPENINGS:]
    for at in [0, *openings]:
        speaker = reading.resolver.at(start + at, verb.start)
        if speaker and _reaches(reading.text[speaker.end : verb.start]):
            return speaker
    first = reading.resolver.at(start, verb.start)
    if first and "," in reading.text[first.end : first.end + 2]:
        return first
    behind = reading.resolver.at(verb.end, end)
    if behind and behind.start - verb.end < 3:
        return behind
    perfect = re.search(r"\b(?:heeft|hebben|had|hadden)\b", before)
    if perfect:
        return reading.resolver.at(start + perfect.end(), verb.start) or first
    return None


def _reaches(between: str) -> bool:
    """Whether a subject and its verb are near: a few words without a verb of saying between."""
    inserted = between.strip()
    if inserted.startswith(",") and inserted.endswith(",") and len(between.split()) <= 20:
        return True
    if len(between.split()) > 6 or re.search(r"[.;:]|\b(?:dat|die|dan)\b", between):
        return False
    return not has_cue(between)
