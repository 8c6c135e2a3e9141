"""Attributions by a state of mind, a plan or what is heard somewhere: `X is van mening dat`."""

from __future__ import annotations

from functools import cache

from tui.text.clauses import complement_end
from tui.text.lines import Line
from tui.text.sayings import cue_words, that
from tui.text.statements import Reading, Said, said_by
from tui.text.subjects import any_subject

_FAR = 16
"""How far into a sentence `luidt het` may stand."""


def by_state(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`X is van mening dat …`, `X is ervan overtuigd dat …`."""
    lowers = line.lowers
    if state_words().isdisjoint(lowers[first:stop]):
        return []
    for at in range(first + 1, stop - 3):
        if lowers[at] not in cue_words("states", "verbs"):
            continue
        if plan := _plan(reading, line, at, first, stop):
            return plan
        begin = next((k for k in range(at + 2, min(stop, at + 9)) if lowers[k] in that()), None)
        if begin is None:
            continue
        told = " ".join(lowers[at + 1 : begin])
        state = next((words for words in _states() if told.endswith(words)), None)
        if state is None:
            continue
        speaker = reading.speakers.at(line, first, at)
        if speaker is None or speaker.after != at:
            speaker = reading.speakers.at(line, at + 1, begin)
        if speaker is None:
            continue
        end = complement_end(line, begin, stop, embedded=False)
        span = (line.starts[begin], line.ends[end - 1])
        around = line.told(first, begin)
        return [said_by(reading, span, speaker, state, "asserted", around, "state of mind")]
    return []


def by_hearing(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`Bij X luidt het dat …`, `In Brussel heet het dat …`."""
    lowers = line.lowers
    if lowers[first] not in cue_words("tail", "at"):
        return []
    for at in range(first + 2, min(stop - 3, first + _FAR)):
        if lowers[at] in cue_words("tail", "heard") and lowers[at + 1] in cue_words("tail", "it"):
            begin = next((k for k in range(at + 2, min(stop, at + 7)) if lowers[k] in that()), None)
            speaker = reading.speakers.at(line, first + 1, at, anyone=True)
            if begin is None or speaker is None:
                return []
            span = (line.starts[begin], line.ends[stop - 1])
            cue, around = line.told(at, at + 2), line.told(first, begin)
            return [said_by(reading, span, speaker, cue, "asserted", around, "what is heard")]
    return []


def _plan(reading: Reading, line: Line, at: int, first: int, stop: int) -> list[Said]:
    """`X is van plan om de brug te sluiten`."""
    lowers = line.lowers
    for plan in _plans():
        for place in range(at + 1, min(stop - 3, at + 9)):
            if not line.matches(place, plan):
                continue
            begin = place + len(plan)
            if cue_words("clause", "to").isdisjoint(lowers[begin:stop]):
                return []
            speaker = reading.speakers.at(line, first, at)
            if speaker is None or speaker.after != at:
                speaker = reading.speakers.at(line, at + 1, place)
            speaker = speaker or any_subject(line, first, at)
            if speaker is None:
                return []
            span = (line.starts[begin], line.ends[stop - 1])
            cue, around = " ".join(plan), line.told(first, begin)
            return [said_by(reading, span, speaker, cue, "announced", around, "plan")]
    return []


@cache
def _plans() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(plan.split()) for plan in cue_words("states", "plans"))


@cache
def state_words() -> frozenset[str]:
    """The longest word of each state and plan: without one of these a sentence tells of none."""
    every = cue_words("states", "asserted") | cue_words("states", "plans")
    return frozenset(max(words.split(), key=len) for words in every)


@cache
def _states() -> tuple[str, ...]:
    return tuple(sorted(cue_words("states", "asserted"), key=len, reverse=True))
