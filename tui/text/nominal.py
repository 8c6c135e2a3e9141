"""Attributions by a noun: `uit cijfers van het CBS blijkt`, `de bewering van X dat`."""

from __future__ import annotations

from functools import cache

from tui.text.article import Stance
from tui.text.clauses import complement_end
from tui.text.language import table
from tui.text.lines import STOPS, Line
from tui.text.named import Speaker
from tui.text.publications import owner_of
from tui.text.sayings import cue_words, that
from tui.text.statements import Reading, Said, said_by
from tui.text.subjects import opening

_FAR, _APART = 16, 7
"""How far from `uit` its `blijkt` may stand, before it and behind it."""


def by_data(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """What figures or a study show is said by the one whose figures they are."""
    lowers = line.lowers
    if cue_words("shows", "verbs").isdisjoint(lowers[first:stop]):
        return []
    for at in range(first, stop - 1):
        if lowers[at] not in cue_words("shows", "from"):
            continue
        front = _shows_behind(line, at, stop)
        said: list[Said] = []
        if front is not None and (at == first or _opens_part(lowers[at - 1])):
            said = _data_in_front(reading, line, at, front, first, stop)
        elif (shown := _shows_before(line, at, first)) is not None:
            said = _data_behind(reading, line, shown, at, first, stop)
        if said:
            return said
    return []


def _opens_part(before: str) -> bool:
    """Whether a clause may begin behind a word or sign."""
    return before == "," or before in that() or before in cue_words("small", "conjunctions")


def _shows_behind(line: Line, at: int, stop: int) -> int | None:
    """The place of `blijkt` in `Uit cijfers van het CBS blijkt`, from that of `Uit`."""
    for place in range(at + 2, min(stop, at + _FAR)):
        if line.lowers[place] in cue_words("shows", "verbs"):
            return place
        if line.lowers[place] in STOPS:
            return None
    return None


def _shows_before(line: Line, at: int, first: int) -> int | None:
    """The place of `blijkt` in `…, blijkt uit cijfers van het CBS`, from that of `uit`."""
    for place in range(at - 1, max(first - 1, at - _APART), -1):
        if line.lowers[place] in cue_words("shows", "verbs"):
            return place
        if line.lowers[place] == "," or line.lowers[place] in that() | STOPS:
            return None
    return None


def _data_in_front(
    reading: Reading, line: Line, at: int, shows: int, first: int, stop: int
) -> list[Said]:
    speaker = owner_of(reading.speakers, line, at + 1, shows)
    if speaker is None:
        return []
    begin = next(
        (
            place
            for place in range(shows + 1, min(stop, shows + 8))
            if line.lowers[place] in cue_words("clause", "complement")
        ),
        None,
    )
    if begin is None:
        if line.lowers[shows] not in cue_words("shows", "appears"):
            return []
        begin = first
    end = complement_end(line, begin, stop, embedded=False)
    cue = f"{line.texts[shows]} {line.lowers[at]}"
    span = (line.starts[begin], line.ends[end - 1])
    around = line.told(at, begin)
    return [said_by(reading, span, speaker, cue, "asserted", around, "what figures show")]


def _data_behind(
    reading: Reading, line: Line, shows: int, at: int, first: int, stop: int
) -> list[Said]:
    speaker = owner_of(reading.speakers, line, at + 1, stop)
    if speaker is None:
        return []
    cue = f"{line.texts[shows]} {line.lowers[at]}"
    end = shows
    while end > first and line.lowers[end - 1] in cue_words("tail", "so"):
        end -= 1
    if end > first and line.lowers[end - 1] == ",":
        span = (line.starts[first], line.starts[end - 1])
    elif line.lowers[speaker.after] in that():
        span = (line.starts[speaker.after], line.ends[stop - 1])
    elif end - first >= 2 and line.lowers[shows] in cue_words("shows", "appears"):
        span = (line.starts[first], line.ends[stop - 1])
    else:
        return []
    around = line.told(shows, stop)
    return [said_by(reading, span, speaker, cue, "asserted", around, "what figures show")]


def by_noun(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`de bewering van X dat …`, `X sprak de vrees uit dat …`: a noun of speech and its clause."""
    lowers = line.lowers
    if nouns_of_speech().keys().isdisjoint(lowers[first:stop]):
        return []
    for at in range(first, stop - 2):
        stance = nouns_of_speech().get(lowers[at])
        if stance is None:
            continue
        found = _of_noun(reading, line, at, first, stop)
        if found is None:
            continue
        speaker, begin = found
        end = complement_end(line, begin, stop, embedded=True)
        if at - first < 3:
            end = _subject_clause_end(line, begin, end)
        if end - begin < 3:
            continue
        span = (line.starts[begin], line.ends[end - 1])
        around = line.told(first, begin)
        cue = line.texts[at]
        return [said_by(reading, span, speaker, cue, stance, around, "noun of speech")]
    return []


def _of_noun(
    reading: Reading, line: Line, at: int, first: int, stop: int
) -> tuple[Speaker, int] | None:
    """Whose word it is, and the place of the clause that tells it."""
    lowers = line.lowers
    speaker = None
    place = at + 1
    if lowers[place] in cue_words("small", "of"):
        speaker = reading.speakers.at(line, place + 1, stop)
        if speaker is None:
            return None
        place = speaker.after
    while place < min(stop, at + 9) and lowers[place] in cue_words("clause", "separable"):
        place += 1
    if lowers[place] not in that() | cue_words("clause", "demand") or place + 2 >= stop:
        return None
    speaker = speaker or opening(reading.speakers, line, first, at)
    return (speaker, place) if speaker else None


def _subject_clause_end(line: Line, begin: int, end: int) -> int:
    """The end of a clause that is part of the subject: two finite verbs meet behind it."""
    finite = cue_words("clause", "finite")
    for at in range(begin + 3, end):
        before, word = line.lowers[at - 1], line.lowers[at]
        verbal = before in finite or before.endswith(_verb_ends())
        if at + 1 < end and (
            (word in finite and verbal) or (before in finite and word.endswith(_verb_ends()))
        ):
            return at
    return end


@cache
def _verb_ends() -> tuple[str, ...]:
    return tuple(cue_words("tail", "clause_ends"))


@cache
def nouns_of_speech() -> dict[str, Stance]:
    """The nouns that tell of something said, with the stance they give it."""
    data = table("cues")["speech"]
    stances: tuple[Stance, ...] = ("estimated", "announced", "demanded", "denied")
    found: dict[str, Stance] = {noun: "asserted" for noun in data["nouns"]}
    for stance in stances:
        found |= dict.fromkeys(data[stance], stance)
    return found
