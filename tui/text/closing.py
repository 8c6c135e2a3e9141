"""Attributions behind what is said: `…, aldus X`, `…, heeft X gezegd`, `…, blijkt uit cijfers`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.text.article import Stance
from tui.text.attribution import cues, places
from tui.text.clauses import complement
from tui.text.lines import QUOTE, STOPS, Line
from tui.text.named import Speaker
from tui.text.publications import published_by
from tui.text.sayings import cue_words, forms, that
from tui.text.speakers import Speakers
from tui.text.statements import Reading, Said, said_by

_SHORTEST = 2
"""How many words must stand before an attribution at the end."""
_FAR = 22
_BEFORE = frozenset([",", "–", "-", "—", "("])
"""Signs before an attribution at the end."""


class Closing(NamedTuple):
    """An attribution that begins at a place: its speaker, cue, stance, and the place behind."""

    speaker: Speaker
    cue: str
    stance: Stance
    after: int
    would: bool = False


def closing(
    speakers: Speakers, line: Line, at: int, stop: int, *, quoted: bool = False
) -> Closing | None:
    """The attribution that begins at a place: `aldus X`, `zo zegt X`, `zou X hebben gezegd`.

    Behind a quotation any verb will do (`quoted`): `", bromt een visser`.
    """
    lowers = line.lowers
    if lowers[at] in cue_words("tail", "so") or (
        lowers[at] in cue_words("label", "that") and lowers[at + 1] in forms()
    ):
        at += 1
    word = lowers[at]
    if at >= stop:
        return None
    if word in cue_words("tail", "cues") or word in cue_words("front", "cues"):
        found = _speaker(speakers, line, at + 1, stop)
        return Closing(found, line.texts[at], "asserted", found.after) if found else None
    if not quoted and word not in _openers():
        return None
    return (
        _heard(speakers, line, at, stop)
        or _verb(speakers, line, at, stop)
        or _perfect(speakers, line, at, stop)
        or (_any_verb(speakers, line, at, stop) if quoted else None)
    )


@cache
def _openers() -> frozenset[str]:
    """The words with which an attribution may begin besides `aldus` and `volgens`."""
    return (
        cue_words("tail", "heard")
        | cue_words("clause", "passive")
        | cue_words("clause", "perfect_or_modal")
        | forms().keys()
    )


def _speaker(
    speakers: Speakers, line: Line, at: int, stop: int, plural: bool | None = None
) -> Speaker | None:
    published = published_by(speakers, line, at, stop)
    return published or speakers.at(line, at, stop, anyone=True, plural=plural)


def _heard(speakers: Speakers, line: Line, at: int, stop: int) -> Closing | None:
    """`luidt het bij X`, `klinkt het in een reactie van X`."""
    lowers = line.lowers
    if lowers[at] not in cue_words("tail", "heard") or lowers[at + 1] not in cue_words(
        "tail", "it"
    ):
        return None
    for place in range(at + 2, min(stop, at + 7)):
        by = lowers[place] in cue_words("tail", "at")
        if by and (found := speakers.at(line, place + 1, stop, anyone=True)):
            return Closing(found, line.told(at, at + 2), "asserted", found.after)
    return None


def _verb(speakers: Speakers, line: Line, at: int, stop: int) -> Closing | None:
    """`zegt X`, `legt X uit`, `laat X weten`."""
    if at not in places(line):
        return None
    cue = next((cue for cue in cues(line, at, min(stop, at + 1)) if not cue.participle), None)
    if cue is None:  # a particle further on
        cue = next((cue for cue in cues(line, at, stop) if cue.at == at), None)
    if cue is None:
        return None
    place = at + 1
    while lowers_in(line, place, "clitics"):
        place += 1
    before = cue.last - cue.parts
    found = _speaker(speakers, line, place, before if before > place else stop, cue.plural)
    if found is None:
        return None
    return Closing(found, cue.text, cue.stance, max(found.after, min(cue.last, stop)))


def _perfect(speakers: Speakers, line: Line, at: int, stop: int) -> Closing | None:
    """`heeft X gezegd`, `zou X hebben gezegd`, `is door X meegedeeld`."""
    lowers = line.lowers
    word = lowers[at]
    passive = word in cue_words("clause", "passive")
    if not passive and word not in cue_words("clause", "perfect_or_modal"):
        return None
    place = at + 1
    if passive:
        while place < min(stop, at + 5) and lowers[place] not in cue_words("clause", "by"):
            place += 1
        place += 1
    while lowers_in(line, place, "clitics"):
        place += 1
    if place >= stop:
        return None
    found = speakers.at(line, place, stop, anyone=True)
    if found is None:
        return None
    for cue in cues(line, at, stop):
        if cue.finite == at and cue.at - at <= _FAR:
            would = word in cue_words("clause", "would")
            return Closing(found, cue.text, cue.stance, max(found.after, cue.last), would)
    return None


def lowers_in(line: Line, at: int, name: str) -> bool:
    """Whether the word at a place is one of a list of small words."""
    return line.lowers[at] in cue_words("small", name)


def _any_verb(speakers: Speakers, line: Line, at: int, stop: int) -> Closing | None:
    """Behind a quotation any verb is one of saying: `", bromt een visser`."""
    word = line.lowers[at]
    if not word.isalpha() or not word.endswith(tuple(cue_words("tail", "verb_ends"))):
        return None
    if word in cue_words("clause", "finite") or line.texts[at][0].isupper():
        return None
    if word in cue_words("small", "no_title") or word in cue_words("small", "prepositions"):
        return None
    place = at + 1
    while lowers_in(line, place, "clitics"):
        place += 1
    found = speakers.at(line, place, stop, anyone=True)
    return Closing(found, line.texts[at], "asserted", found.after) if found else None


def by_tail(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`…, aldus X`, `…, meldt X`, `…, heeft X gezegd`: what stands before the comma."""
    for at in [k for k in range(first + 1, stop - 1) if line.lowers[k] in _BEFORE]:
        found = closing(reading.speakers, line, at + 1, stop)
        if found is None or _opens_with_clause(line, first, at, found, stop):
            continue
        if _left_open(line, first, found, stop):
            return []
        to_quote = line.lowers[found.after] == ":" and line.lowers[found.after + 1] == QUOTE
        if to_quote and found.after < stop:
            continue
        ends = found.after >= stop or line.lowers[found.after] in STOPS
        sure = ends and found.speaker.rule == "named"
        if _is_subject(reading, line, first, at, sure=sure):
            continue
        begin, end, rule = line.starts[first], line.starts[at], "attribution at the end"
        if at - first < _SHORTEST and line.lowers[found.after] != ",":
            continue
        if at - first < _SHORTEST or _is_inside(line, found, first, at, stop):
            end, rule = _end(line, stop), "attribution in mid-sentence"
        around = line.told(at + 1, stop)
        said = said_by(reading, (begin, end), found.speaker, found.cue, found.stance, around, rule)
        return [said, *_goes_on(reading, line, found, stop)]
    return []


def _goes_on(reading: Reading, line: Line, found: Closing, stop: int) -> list[Said]:
    """`…, meent X, die erop wijst dat …`: the speaker says more in a relative clause."""
    at = found.after
    if line.lowers[at] != "," or line.lowers[at + 1] not in cue_words("clause", "relative"):
        return []
    for cue in cues(line, at + 2, stop):
        begin = complement(line, cue, cue.last, stop)
        if begin is None or line.lowers[begin] not in that() or cue.passive:
            continue
        span, around = (line.starts[begin], _end(line, stop)), line.told(at, begin)
        rule = "relative clause"
        return [said_by(reading, span, found.speaker, cue.text, cue.stance, around, rule)]
    return []


def _end(line: Line, stop: int) -> int:
    return line.ends[stop - 1]


def _opens_with_clause(line: Line, first: int, at: int, found: Closing, stop: int) -> bool:
    """`Toen hij kwam, zei X dat …`: before the comma stands no statement but when it was made."""
    lowers = line.lowers
    for place in range(found.after, min(stop, found.after + 12)):
        if lowers[place] == ",":
            break
        if lowers[place] in that():
            return True
    subordinate = lowers[first] in cue_words("clause", "subordinators")
    return subordinate and "," not in lowers[first:at] and stop - found.after > 2


def _left_open(line: Line, first: int, found: Closing, stop: int) -> bool:
    """`Waarom dat zo is, zei hij niet`: nothing was said."""
    asks = line.lowers[first] in cue_words("clause", "near_complement")
    near = line.lowers[found.speaker.after : min(stop, found.after + 4)]
    return asks and not cue_words("stance", "negation").isdisjoint(near)


def _is_subject(reading: Reading, line: Line, first: int, comma: int, *, sure: bool) -> bool:
    """`Jan Smit, voorzitter van X, noemt de wet …`: before the comma stands its subject."""
    head = reading.speakers.at(line, first, comma)
    if head is None or head.after >= comma or line.lowers[head.after] not in (",", "("):
        return False
    before = line.lowers[head.after : comma]
    if "," in before[1:] and sure:  # `De daders, vier mannen, vluchtten te voet, meldt X`
        return False
    return cue_words("clause", "finite").isdisjoint(before) or before[1] in cue_words(
        "clause", "relative"
    )


def _is_inside(line: Line, found: Closing, first: int, at: int, stop: int) -> bool:
    """`De weg, zegt X, is te smal`: what is said goes on behind the speaker."""
    place = found.after
    while place < stop and place < found.after + 8 and line.lowers[place] != ",":
        place += 1
    following = line.lowers[place + 1]
    if place >= stop - 1 or line.lowers[place] != ",":
        return False
    said_before = any(word in cue_words("clause", "finite") for word in line.lowers[first:at])
    return not said_before and (following in cue_words("clause", "finite") or following in forms())
