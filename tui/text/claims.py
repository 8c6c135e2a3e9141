"""The claims of a text: statements that it lays in somebody's mouth, with how sure they sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from tui.text.article import Actor, Claim, Figure
from tui.text.attribution import places
from tui.text.boilerplate import dateline
from tui.text.clauses import parts
from tui.text.closing import by_tail
from tui.text.continued import by_authority, by_medium, by_would
from tui.text.free import settle
from tui.text.fronting import by_volgens
from tui.text.grounds import Reason
from tui.text.indirect import by_colon, by_relay, by_verb
from tui.text.labels import labels_before
from tui.text.language import table
from tui.text.lines import QUOTE, Line
from tui.text.meant import nobody
from tui.text.nominal import by_data, by_noun, nouns_of_speech
from tui.text.quoted import quoted
from tui.text.quotes import quotations
from tui.text.sayings import cue_words, forms, front_words, that
from tui.text.speakers import Speakers
from tui.text.statements import Reading, Said, trimmed
from tui.text.states import by_hearing, by_state, state_words
from tui.text.told import reasons

_LONGEST_SENTENCE = 2_000
"""A longer stretch without a full stop is no sentence in which anybody says something."""
_LEAST_DIRECT, _LEAST_INDIRECT = 2, 3
"""How many words a claim has at least, in quotation marks and without."""
_PATTERNS: tuple[Callable[[Reading, Line, int, int], list[Said]], ...] = (
    by_colon,
    by_data,
    by_volgens,
    by_relay,
    by_tail,
    by_verb,
    by_state,
    by_hearing,
    by_noun,
)


def claims(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> tuple[Claim, ...]:
    """The claims in a body, in order, with the indexes of the figures in each."""
    return tuple(claim for claim, _ in _finished(text, sentences, who, figures))


def explained(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> list[tuple[Claim, tuple[Reason, ...]]]:
    """The same claims, each with the rules and words that gave its fields."""
    return [
        (claim, reasons(said, text)) for claim, said in _finished(text, sentences, who, figures)
    ]


def _finished(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> list[tuple[Claim, Said]]:
    quotes = quotations(text)
    begins = [figure.start for figure in figures if figure.value != 1]
    reading = Reading(text, _past_datelines(text, sentences), quotes, Speakers(text, who), begins)
    reading.speakers.meanings.subject_at = lambda start: _subject_at(reading, start)
    for number in range(len(reading.sentences)):
        _read_sentence(reading, number)
    settle(reading)
    reading.speakers.meanings.subject_at = nobody  # else a ring, which only the collector frees
    found = [said for number in sorted(reading.found) for said in reading.found[number]]
    ends = list(accumulate((figure.end for figure in figures), max))
    finished = []
    for said in sorted(found, key=lambda said: said.start):
        least = _LEAST_DIRECT if said.form == "direct" else _LEAST_INDIRECT
        if len(text[said.start : said.end].split()) >= least:
            finished.append((_claim(text, said, figures, ends), said))
    return finished


def _claim(text: str, said: Said, figures: tuple[Figure, ...], ends: list[int]) -> Claim:
    """The claim with its figures; `ends` is how far the figures up to each one reach."""
    speaker = said.speaker
    inside = []
    for at in range(bisect_right(ends, said.start), len(figures)):
        if figures[at].start >= said.end:
            break
        attributing = speaker.start <= figures[at].start < speaker.end
        if figures[at].end > max(said.start, said.begins) and not attributing:
            inside.append(at)
    return Claim(
        said.start,
        said.end,
        text[said.start : said.end],
        speaker.name,
        speaker.text,
        said.via,
        said.cue,
        said.form,
        said.standing.stance,
        tuple(inside),
    )


def _past_datelines(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for start, end in sentences:
        opens = start == 0 or text[start - 1] == "\n"
        lead = dateline(text[start:end]) if opens else None
        spans.append((start + lead[1] if lead else start, end))
    return spans


def _subject_at(reading: Reading, start: int) -> str | None:
    """The unnamed person who is the subject of the sentence that begins at an offset."""
    number = reading.sentence_at(start)
    if number < 0 or reading.sentences[number][0] != start:
        return None
    line = reading.line(number)
    if line.lowers[0] not in cue_words("small", "subject_determiners"):
        return None
    found = reading.speakers.at(line, 0)
    if found is None or not found.person or found.rule == "named" or " en " in found.name:
        return None
    return found.name


def _read_sentence(reading: Reading, number: int) -> None:
    start, end = reading.sentences[number]
    if end - start > _LONGEST_SENTENCE:
        return
    line = reading.line(number)
    if _heads().isdisjoint(line.lowers):
        return
    if places(line) or not _triggers().isdisjoint(line.lowers):
        _read_line(reading, number, line)


def _read_line(reading: Reading, number: int, line: Line) -> None:
    direct = quoted(reading, number, line)
    said = reading.here = list(direct.said)
    if direct.lead:
        said += by_tail(reading, line, 0, direct.lead) or by_verb(reading, line, 0, direct.lead)
    for one in said:
        by_authority(reading, line, one, 0, len(line))
        by_medium(reading, line, one, 0, len(line))
    if not said and labels_before(reading, number, line):
        return
    for first, stop in parts(line):
        if first < direct.after or _is_refusal(line, first, stop):
            continue
        for pattern in _PATTERNS:
            if found := pattern(reading, line, first, stop):
                for one in found:
                    by_authority(reading, line, one, first, stop)
                    by_medium(reading, line, one, first, stop)
                said += found
                break
    said = said or by_would(reading, number, line)
    for one in said:
        one.start, one.end = trimmed(reading.text, one.start, one.end)
        reading.speakers.meanings.has_spoken(one.speaker.name, line.end, one.speaker.text)
    if said:
        reading.found.setdefault(number, []).extend(said)


@cache
def _triggers() -> frozenset[str]:
    """Words and signs without one of which a sentence makes no claim."""
    return frozenset(
        [
            QUOTE,
            ":",
            *front_words(),
            *nouns_of_speech(),
            *cue_words("tail", "cues"),
            *cue_words("tail", "heard_only"),
            *cue_words("shows", "verbs"),
            *cue_words("label", "heard"),
            *cue_words("clause", "would"),
            *state_words(),
        ]
    )


@cache
def _heads() -> frozenset[str]:
    """The same, and all forms of verbs of saying: most sentences hold none of these."""
    return _triggers() | forms().keys()


@cache
def _refusals() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(phrase) for phrase in table("cues")["refusal"]["phrases"])


@cache
def _before_clauses() -> frozenset[str]:
    """What ends the words in which somebody would refuse to speak."""
    return that() | {","}


def _is_refusal(line: Line, first: int, stop: int) -> bool:
    """Whether a part says that somebody would not speak: then it holds no claim."""
    words = line.lowers[first:stop]
    if cue_words("refusal", "words").isdisjoint(words):
        return False
    ends = _before_clauses()
    opens = next((n for n, word in enumerate(words) if word in ends), len(words))
    if cue_words("refusal", "words").isdisjoint(words[:opens]):
        return False
    told = " ".join(words[:opens])
    return any(phrase.search(told) for phrase in _refusals())
