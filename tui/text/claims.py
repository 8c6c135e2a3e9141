"""The claims of a text: statements that it lays in somebody's mouth, with how sure they sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from tui.text.article import Actor, Claim, Figure
from tui.text.attribution import Resolver
from tui.text.boilerplate import dateline
from tui.text.indirect import by_colon, by_data, by_tail, by_verb, by_volgens, by_would
from tui.text.labels import labels_before
from tui.text.quoted import quoted
from tui.text.quotes import quotations
from tui.text.statements import Reading, Said, cue_words, trimmed

_LONGEST_SENTENCE = 2_000
"""A longer stretch without a full stop is no sentence in which anybody says something."""


def claims(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> tuple[Claim, ...]:
    """The claims in a body, in order, with the indexes of the figures in each."""
    reading = Reading(
        text, _past_datelines(text, sentences), quotations(text), Resolver(text, who, [])
    )
    for number in range(len(reading.sentences)):
        _read_sentence(reading, number)
    found = [said for number in sorted(reading.found) for said in reading.found[number]]
    ends = list(accumulate((figure.end for figure in figures), max))
    return tuple(
        _finished(text, said, figures, ends)
        for said in sorted(found, key=lambda said: said.start)
        if len(text[said.start : said.end].split()) >= (2 if said.form == "direct" else 3)
    )


def _finished(text: str, said: Said, figures: tuple[Figure, ...], ends: list[int]) -> Claim:
    """The claim with its figures; `ends` is how far the figures up to each one reach."""
    inside = []
    for at in range(bisect_right(ends, said.start), len(figures)):
        if figures[at].start >= said.end:
            break
        if figures[at].end > said.start:
            inside.append(at)
    return Claim(
        said.start,
        said.end,
        text[said.start : said.end],
        said.speaker.name,
        said.speaker.text,
        said.via,
        said.cue,
        said.form,
        said.stance,
        tuple(inside),
    )


def _past_datelines(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for start, end in sentences:
        opens = start == 0 or text[start - 1] == "\n"
        lead = dateline(text[start:end]) if opens else None
        spans.append((start + lead[1] if lead else start, end))
    return spans


def _read_sentence(reading: Reading, number: int) -> None:
    start, end = reading.sentences[number]
    if end - start > _LONGEST_SENTENCE:
        return
    outside = reading.outside(start, end)
    said = quoted(reading, number, outside)
    if not said and not _is_refusal(outside) and not labels_before(reading, number, outside):
        said = (
            by_colon(reading, number, outside)
            or by_data(reading, number, outside)
            or by_volgens(reading, number, outside)
            or by_tail(reading, number, outside)
            or by_verb(reading, number, outside)
            or by_would(reading, number, outside.lower())
        )
    if said:
        for one in said:
            one.start, one.end = trimmed(reading.text, one.start, one.end)
        reading.found.setdefault(number, []).extend(said)
        reading.resolver.has_spoken(said[-1].speaker.name, end)


def _is_refusal(outside: str) -> bool:
    """Whether the sentence says that somebody would not speak: then it holds no claim."""
    lowered = outside.lower()
    return any(re.search(phrase, lowered) for phrase in cue_words("refusal", "phrases"))
