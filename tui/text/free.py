"""Quotations that stand by themselves: whose words they are, by what is told around them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from tui.text.lines import QUOTE, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words
from tui.text.statements import Reading, Said

FREE = "quotation without attribution"
"""The rule of a quotation that stands by itself; a label behind it tells better whose it is."""
TOPIC = "whom the sentence before is about"
NAMED = "who is named in the sentence before"
_TITLE = 5
"""How many words before a name are looked at."""
_FAR = 40
"""How many words into a sentence a pronoun for who speaks next is looked for."""


class Free(NamedTuple):
    """Who is taken to speak, and the words that attributed the claim it goes on, if any."""

    speaker: Speaker
    cue: str


def free(reading: Reading, number: int, start: int) -> Free | None:
    """Who spoke right before, or whom the sentences before are about; None where nobody is."""
    weak: Speaker | None = None
    for near in (number - 1, number - 2):
        if near < 0:
            break
        if said := reading.found.get(near):
            one = max(said, key=lambda said: said.start)
            return Free(one.speaker._replace(rule="who spoke last"), one.cue)
        line = reading.line(near)
        if near < number - 1 and not reading.same_paragraph(line.end, start):
            break
        if speaker := _topic(reading, line):
            return Free(speaker._replace(rule=TOPIC), "")
        named = _first_named(reading, line)
        if named and weak and not weak.person:  # `Bij X ging het mis. De kopvrouw gaf op.`
            return Free(named._replace(rule=TOPIC), "")
        if named and named.rule == TOPIC:
            return Free(named, "")
        weak = weak or named or _printed(reading, line)
    if weak is None or not weak.person:
        meaning = reading.speakers.meanings.person(start)
        if meaning:
            weak = Speaker(meaning.name, meaning.name, start, start, meaning.rule, 0, True)
    weak = weak or _next(reading, number)
    return Free(weak, "") if weak else None


def _topic(reading: Reading, line: Line) -> Speaker | None:
    """Whom a sentence is about: its subject, or the first pronoun for a person in it."""
    if QUOTE in line.lowers:
        return None
    head = reading.speakers.at(line, 0)
    if head and (head.rule != "as printed" or (head.person and _is_told_of(head.text))):
        return head
    near = reading.speakers.mentions.first(line.start, line.end)
    for at in range(1, min(len(line), _FAR)):
        if line.lowers[at] in cue_words("pronouns", "subject"):
            return reading.speakers.at(line, at)
        if near and near[2].type == "person" and line.starts[at] >= near[0]:
            return None
    return None


def _first_named(reading: Reading, line: Line) -> Speaker | None:
    """The first person whom a sentence names, whatever for."""
    at = line.start
    while near := reading.speakers.mentions.first(at, line.end):
        if near[2].type == "person":
            text = reading.text[near[0] : near[1]]
            before = line.lowers[: bisect_left(line.starts, near[0])]
            rule = NAMED if _belongs(before) else TOPIC
            return Speaker(near[2].name, text, near[0], near[1], rule, 0, True)
        at = max(near[1], near[0] + 1)
    return None


def _belongs(before: list[str]) -> bool:
    """Whether a name stands behind a preposition, by the words before it in its sentence."""
    near = before[-_TITLE:]
    for at in range(len(near) - 1, -1, -1):
        word = near[at]
        if word in cue_words("small", "of") and at and near[at - 1] in cue_words("free", "voices"):
            return False  # `bij MONDE VAN mevrouw De Wit`
        if word in cue_words("small", "prepositions") or word in cue_words("small", "of"):
            return True
        if word == "," or word in cue_words("clause", "finite"):
            return False
    return False


def _printed(reading: Reading, line: Line) -> Speaker | None:
    """The subject as printed: `De kopvrouw van de ploeg`."""
    if line.lowers[0] not in cue_words("small", "definite"):
        return None
    found = reading.speakers.at(line, 0, anyone=True)
    return found._replace(person=False) if found else None


def _next(reading: Reading, number: int) -> Speaker | None:
    """Who is the subject of the sentence behind: `"…" Els Maes windt er geen doekjes om`."""
    if number + 1 >= len(reading.sentences):
        return None
    line = reading.line(number + 1)
    if not reading.same_paragraph(reading.sentences[number][1], line.start):
        return None
    head = reading.speakers.at(line, 0)
    return (
        head._replace(rule="the subject of the sentence behind") if head and head.person else None
    )


def _is_told_of(text: str) -> bool:
    """Whether a printed subject is one who speaks: `De verdachte`, but not `De kopvrouw`."""
    return any(word in cue_words("speakers", "nouns") for word in text.lower().split())


def settle(reading: Reading) -> None:
    """Give quotations that stand by themselves to those who are known to speak in the article.

    Only when all of it is read is it known whose words it quotes elsewhere.
    """
    if not any(said.rule == FREE for every in reading.found.values() for said in every):
        return
    voices = _voices(reading)
    if not voices:
        return
    for number in sorted(reading.found):
        for said in reading.found[number]:
            if said.rule != FREE or said.speaker.name in voices:
                continue
            before = reading.found.get(number - 1, [])
            if before and before[-1].form == "direct":
                said.speaker = before[-1].speaker._replace(rule="who spoke last")
            elif _is_certain(reading, said, number, voices):
                continue
            elif voice := _near(reading, number, voices) or _chief(reading, said, voices):
                said.speaker = voice


def _is_certain(reading: Reading, said: Said, number: int, voices: Counter[str]) -> bool:
    """Whether it is a person whom the sentence before is about, and no voice is near."""
    if said.speaker.rule != TOPIC or not said.speaker.person:
        return False
    named = reading.speakers.meanings.has_name(said.speaker.name)
    return named or _near(reading, number, voices) is None


def _voices(reading: Reading) -> Counter[str]:
    """How often each person speaks who is said to do so, or else who may be taken to."""
    every = [said for number in reading.found for said in reading.found[number]]
    told = Counter(s.speaker.name for s in every if s.rule != FREE and s.speaker.person)
    direct = Counter(s.speaker.name for s in every if s.rule != FREE and s.form == "direct")
    named = reading.speakers.meanings.has_name
    taken = Counter(s.speaker.name for s in every if s.speaker.person and named(s.speaker.name))
    return told | direct or taken


def _near(reading: Reading, number: int, voices: Counter[str]) -> Speaker | None:
    """A voice that is named in the sentence before a quotation."""
    if number == 0:
        return None
    start, end = reading.sentences[number - 1]
    at = start
    while near := reading.speakers.mentions.first(at, end):
        if near[2].name in voices:
            text = reading.text[near[0] : near[1]]
            return Speaker(near[2].name, text, near[0], near[1], NAMED, 0, True)
        at = max(near[1], near[0] + 1)
    return None


def _chief(reading: Reading, said: Said, voices: Counter[str]) -> Speaker:
    """Who speaks most in the article."""
    times = reading.speakers.meanings.times
    name = max(voices, key=lambda name: (voices[name], times(name)))
    return Speaker(name, name, said.start, said.start, "who speaks most", 0, True)
