"""Sentences that label the one before: `Dat zegt X`, `X ontkent dat`, `Dat blijkt uit …`."""

from __future__ import annotations

from tui.text.article import Stance
from tui.text.attribution import cues
from tui.text.closing import closing
from tui.text.free import FREE
from tui.text.lines import QUOTE, STOPS, Line
from tui.text.named import Speaker
from tui.text.publications import owner_of
from tui.text.sayings import cue_words, that
from tui.text.statements import Reading, said_by
from tui.text.subjects import subject

_LONGEST = 34
"""A longer sentence says more than whose words the one before is."""


def labels_before(reading: Reading, number: int, line: Line) -> bool:
    """`Dat zegt X`, `X ontkent dat`: what X says is the sentence before, which this one labels."""
    if number == 0 or QUOTE in line.lowers[:2]:
        return False
    found = (
        _that_shows(reading, line)
        or _that_was_heard(reading, line)
        or _that_says(reading, number, line)
        or _object_before(reading, line)
    )
    if found is None:
        return False
    speaker, cue, stance = found
    before = reading.sentences[number - 1]
    earlier = [said for said in reading.found.get(number - 1, []) if said.rule != FREE]
    if number - 1 in reading.found:
        reading.found[number - 1] = earlier
    if speaker.name not in (said.speaker.name for said in earlier):
        label = line.told(0, len(line))
        for span in _quoted_in(reading, before) or [before]:
            said = said_by(reading, span, speaker, cue, stance, label, "label behind it")
            reading.found.setdefault(number - 1, []).append(said)
            reading.labelled[number] = said
        reading.speakers.meanings.has_spoken(speaker.name, before[1], speaker.text)
    return True


def _quoted_in(reading: Reading, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """The quotation that a sentence wholly consists of."""
    quotes = reading.quotes_in(*sentence)
    if len(quotes) == 1 and sum(b - a for a, b in quotes) > 0.9 * (sentence[1] - sentence[0]) - 4:
        return quotes
    return []


_Label = tuple[Speaker, str, Stance]


def _that_shows(reading: Reading, line: Line) -> _Label | None:
    """`Dat blijkt uit cijfers van het CBS`, `Dat staat in een rapport van X`."""
    lowers = line.lowers
    if lowers[0] not in cue_words("label", "that"):
        return None
    if lowers[1] not in cue_words("shows", "verbs"):
        return None
    for at in range(2, min(len(line), 8)):
        if lowers[at] in cue_words("label", "in"):
            speaker = owner_of(reading.speakers, line, at + 1, len(line))
            if speaker is None:
                return None
            return speaker, f"{lowers[1]} {lowers[at]}", "asserted"
    return None


def _that_was_heard(reading: Reading, line: Line) -> _Label | None:
    """`Dat is van twee ambtenaren vernomen`."""
    lowers = line.lowers
    if lowers[0] not in cue_words("label", "that") or lowers[1] not in cue_words(
        "clause", "passive"
    ):
        return None
    if cue_words("label", "heard").isdisjoint(lowers):
        return None
    for at in range(2, min(len(line), 8)):
        if lowers[at] in cue_words("small", "of"):
            speaker = reading.speakers.at(line, at + 1, len(line), anyone=True)
            if speaker and lowers[speaker.after] in cue_words("label", "heard"):
                return speaker, lowers[speaker.after], "asserted"
            return None
    return None


def _that_says(reading: Reading, number: int, line: Line) -> _Label | None:
    """`Dat zegt X`, `Dit heeft X bekendgemaakt`; behind a quotation also `Zo noemt X het`."""
    lowers = line.lowers
    if len(line) > _LONGEST:
        return None
    if lowers[0] not in cue_words("label", "that"):
        so = lowers[0] in cue_words("tail", "so")
        if not so or not _quoted_in(reading, reading.sentences[number - 1]):
            return None
    if not that().isdisjoint(lowers[2:12]):
        return None
    found = closing(reading.speakers, line, 1, len(line))
    if found and not cue_words("clause", "complement_only").isdisjoint(lowers[2 : found.after]):
        return None
    return (found.speaker, found.cue, found.stance) if found else None


def _object_before(reading: Reading, line: Line) -> _Label | None:
    """`X ontkent dat`, `X sprak dat tegen`, `X bevestigt dat`: with `dat` as the whole object."""
    lowers = line.lowers
    if cue_words("label", "objects").isdisjoint(lowers):
        return None
    stop = next((at for at in range(len(line)) if lowers[at] in STOPS), len(line))
    at = next(
        (
            at
            for at in range(stop - 1, max(0, stop - 4), -1)
            if lowers[at] in cue_words("label", "objects")
        ),
        None,
    )
    if at is None or lowers[at + 1] in cue_words("pronouns", "not_before"):
        return None
    for cue in cues(line, 0, stop):
        fits = cue.stance == "denied" or cue.text.lower().startswith(
            tuple(cue_words("label", "confirming"))
        )
        if fits and min(cue.at, cue.finite) < at and stop - at <= 4:
            speaker = subject(reading.speakers, line, cue, 0, stop)
            if speaker and speaker.after <= at:
                return speaker, cue.text, cue.stance
    return None
