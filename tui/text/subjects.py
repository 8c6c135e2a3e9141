"""The subject of a verb of saying: an actor, whoever is printed there, or the one before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tui.text.attribution import Cue
from tui.text.lines import QUOTE, STOPS, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words, forms
from tui.text.speakers import Speakers

_FAR = 26
"""How many words a subject may stand from its verb."""
_LONGEST = 8
"""How many words a subject has at most that is no actor."""
_MOST_OPENINGS = 16
_APPOSED, _ADVERBS = 34, 11
"""How many words may part a subject from its verb: between two commas, and without any."""


def subject(
    speakers: Speakers, line: Line, cue: Cue, first: int, stop: int, *, anyone: bool = False
) -> Speaker | None:
    """The subject of a verb of saying: before its finite form, or behind it by inversion."""
    finite = cue.finite
    if cue.passive:
        return _by(speakers, line, cue, first, stop)
    if line.lowers[first] in cue_words("pronouns", "subject") and finite - first < 3:
        return speakers.at(line, first, finite, plural=cue.plural)
    for at in _openings(line, first, finite):
        if line.lowers[at] in cue_words("clause", "relative") and at and line.lowers[at - 1] == ",":
            if (found := _antecedent(speakers, line, at - 1)) and _reaches(line, at + 1, finite):
                return found
            continue
        found = speakers.at(line, at, finite, plural=cue.plural)
        if found and _reaches(line, found.after, finite):
            return found
    at = finite + 1
    while at < stop and line.lowers[at] in cue_words("small", "clitics"):
        at += 1
    end = cue.at if cue.at > finite else stop
    if behind := speakers.at(line, at, end, anyone=anyone, plural=cue.plural):
        return behind
    if line.lowers[max(0, finite - 1)] in cue_words("clause", "joins"):
        return opening(speakers, line, first, finite)
    return _far(speakers, line, first, finite, cue)


def opening(speakers: Speakers, line: Line, first: int, finite: int) -> Speaker | None:
    """Who stands at the head of a sentence whose second verb this is: `X kwam en zei dat`."""
    return speakers.at(line, first, finite)


def _far(speakers: Speakers, line: Line, first: int, finite: int, cue: Cue) -> Speaker | None:
    """A subject at the head of a sentence, far before its verb, with a comma behind it."""
    if finite - first > _APPOSED or line.lowers[finite - 1] not in (",", ")", "–"):
        return None
    found = speakers.at(line, first, finite, plural=cue.plural)
    return found if found and line.lowers[found.after] in (",", "(", "–") else None


def _openings(line: Line, first: int, finite: int) -> list[int]:
    """Where the subject of a verb may begin: at the head, and behind commas and conjunctions."""
    before = _before_openings()
    found = [
        at + 1
        for at in range(max(first, finite - 2 * _FAR), finite - 1)
        if line.lowers[at] in before
    ]
    return [first, *found[-_MOST_OPENINGS:]]


def _reaches(line: Line, at: int, finite: int) -> bool:
    """Whether a subject that ends at a place is near its verb: only adverbs or an apposition."""
    if at >= finite:
        return True
    between = line.lowers[at:finite]
    if "(" in between:
        between = list(_without_brackets(between))
    if not between:
        return True
    if between[0] in (",", "–") and between[-1] == between[0]:
        return len(between) <= _APPOSED
    if len(between) > _ADVERBS or "," in between or ":" in between or ";" in between:
        return False
    return _parting().isdisjoint(between)


@cache
def _before_openings() -> frozenset[str]:
    """Signs and words behind which the subject of a verb may begin."""
    return (
        frozenset([",", ";", "–", "-", ":", QUOTE])
        | cue_words("small", "conjunctions")
        | cue_words("clause", "complement")
        | cue_words("clause", "subordinators")
    )


@cache
def _parting() -> frozenset[str]:
    """Words that do not stand between a subject and its verb."""
    return (
        cue_words("clause", "finite")
        | cue_words("clause", "complement_only")
        | cue_words("small", "conjunctions")
        | forms().keys()
    )


def _without_brackets(words: list[str]) -> Iterator[str]:
    depth = 0
    for word in words:
        depth += word == "("
        if not depth:
            yield word
        depth -= word == ")" and depth > 0


def _antecedent(speakers: Speakers, line: Line, comma: int) -> Speaker | None:
    """Whom a relative clause is about: the noun phrase that ends at its comma."""
    best = None
    for at in range(comma - 1, max(-1, comma - 10), -1):
        if line.lowers[at] in STOPS or line.lowers[at] == ",":
            break
        found = speakers.at(line, at, comma)
        if found and found.after == comma:
            best = found
    return best


def _by(speakers: Speakers, line: Line, cue: Cue, first: int, stop: int) -> Speaker | None:
    """Who says what is said in the passive: `wordt DOOR X bevestigd`."""
    for at in range(first, stop - 1):
        near = line.lowers[at] in cue_words("clause", "by") and abs(at - cue.at) < _FAR
        if near and (found := speakers.at(line, at + 1, stop)):
            return found
    return None


def any_subject(line: Line, first: int, finite: int) -> Speaker | None:
    """The words before a finite verb, as printed, where they read as a subject."""
    words = line.lowers[first:finite]
    whose = len(words) > 1 and line.lowers[first] in cue_words("small", "possessive")
    if not 0 < len(words) <= _LONGEST or (line.lowers[first] in _no_heads() and not whose):
        return None
    barred = _no_words() - (cue_words("small", "possessive") if len(words) > 1 else frozenset())
    if any(not word[0].isalnum() or word in barred for word in words):
        return None
    text = line.told(first, finite)
    return Speaker(text, text, line.starts[first], line.ends[finite - 1], "as printed", finite)


@cache
def _no_heads() -> frozenset[str]:
    """Words with which no subject begins."""
    return (
        cue_words("small", "prepositions")
        | cue_words("small", "no_title")
        | cue_words("small", "adverbs")
        | cue_words("clause", "subordinators")
        | cue_words("clause", "no_subjects")
    )


@cache
def _no_words() -> frozenset[str]:
    """Words that do not stand in a subject."""
    return cue_words("clause", "complement_only") | cue_words("clause", "finite") | forms().keys()
