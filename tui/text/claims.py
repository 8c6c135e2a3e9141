"""The claims of a text: statements that it lays in somebody's mouth, with how sure they sound."""

from __future__ import annotations

import re

from tui.text.article import Actor, Claim, Figure
from tui.text.attribution import Resolver, Speaker, cues
from tui.text.boilerplate import dateline
from tui.text.quoted import quoted
from tui.text.quotes import quotations
from tui.text.statements import Reading, Said, cue_words, form_of, said_by, subject_of, trimmed


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
    return tuple(
        _finished(text, said, figures)
        for said in sorted(found, key=lambda said: said.start)
        if said.end > said.start
    )


def _finished(text: str, said: Said, figures: tuple[Figure, ...]) -> Claim:
    inside = tuple(
        at
        for at, figure in enumerate(figures)
        if figure.start < said.end and figure.end > said.start
    )
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
        inside,
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
    outside = reading.outside(start, end)
    lowered = outside.lower()
    said = quoted(reading, number, outside)
    if not said and not any(phrase in lowered for phrase in cue_words("refusal", "phrases")):
        said = (
            _by_that(reading, number, outside)
            or _by_volgens(reading, number, outside)
            or _by_tail(reading, number, outside)
            or _by_verb(reading, number, outside)
            or _by_would(reading, number, lowered)
        )
    if said:
        for one in said:
            one.start, one.end = trimmed(reading.text, one.start, one.end)
        reading.found.setdefault(number, []).extend(said)
        reading.resolver.spoken.append(said[-1].speaker.name)


def _by_that(reading: Reading, number: int, outside: str) -> list[Said]:
    """`Dat zegt X`, `Dit heeft X bekendgemaakt`: the sentence before is what X says."""
    match = re.match(rf"(?:{'|'.join(cue_words('attribution', 'that'))}) ", outside, re.I)
    if not match or number == 0:
        return []
    start, end = reading.sentences[number]
    if re.search(r"\bdat\b", outside[match.end() :]) or len(outside.split()) > 28:
        return []
    verbs = cues(outside, start)
    first = outside[match.end() :].split()[:1]
    auxiliary = first and first[0].lower() in ("heeft", "hebben", "had", "hadden", "is", "werd")
    if not verbs or not (auxiliary or verbs[0].start - start <= match.end()):
        return []
    at = start + match.end() + (len(first[0]) if auxiliary else 0)
    if auxiliary and first[0].lower() in ("is", "werd"):
        by = re.search(r"\b(?:van|door) ", outside)
        at = start + by.end() if by else at
    speaker = reading.resolver.at(verbs[0].end if not auxiliary else at, end)
    if speaker is None:
        return []
    before = reading.sentences[number - 1]
    if number - 1 in reading.found:
        return []
    said = said_by(
        reading, *before, speaker, verbs[0].text, verbs[0].stance, reading.outside(*before)
    )
    reading.found.setdefault(number - 1, []).append(said)
    reading.resolver.spoken.append(speaker.name)
    return []


def _by_volgens(reading: Reading, number: int, outside: str) -> list[Said]:
    """`Volgens X …` and `… volgens X …`: the whole sentence, with a medium that relays as `via`."""
    start, end = reading.sentences[number]
    match = re.search(
        r"(?<!\w)(volgens|naar (?:zijn|haar|eigen) zeggen|op gezag van)(?!\w)", outside, re.I
    )
    if not match:
        return []
    cue = match[1]
    if "zeggen" in cue.lower():
        name = reading.resolver._meant_by_pronoun(start + match.start())
        word = cue.split()[1]
        speaker = Speaker(name, word, start + match.start(), start + match.end()) if name else None
    else:
        speaker = reading.resolver.at(start + match.end() + 1, end)
    if speaker is None:
        return []
    verbs = [cue for cue in cues(outside, start) if not cue.needs_clause and not cue.participle]
    inner = [verb for verb in verbs if abs(verb.end - (start + match.start())) < 30]
    if inner and match.start() > 0:
        relayed = _by_verb(reading, number, outside)
        for one in relayed:
            one.via = speaker.name
        if relayed:
            return relayed
    return [said_by(reading, start, end, speaker, cue, "asserted", outside)]


def _by_tail(reading: Reading, number: int, outside: str) -> list[Said]:
    """`…, aldus X`, `…, meldt X`, `…, heeft X gezegd`: what stands before the comma."""
    start, end = reading.sentences[number]
    for match in re.finditer(r"[,–—] ?[\"”’»']? ?(?=(?:\w+) )", outside):
        rest = outside[match.end() :]
        at = start + match.end()
        first = rest.split()[0].lower() if rest.split() else ""
        if first in cue_words("attribution", "tail"):
            speaker = reading.resolver.at(at + len(first) + 1, end)
            if speaker:
                return [
                    said_by(
                        reading, start, start + match.start(), speaker, first, "asserted", outside
                    )
                ]
            continue
        verbs = cues(rest, at)
        if not verbs:
            continue
        perfect = first in ("heeft", "hebben", "had", "hadden")
        if verbs[0].start != at and not (perfect and verbs[0].participle):
            continue
        speaker = reading.resolver.at(at + len(first) if perfect else verbs[0].end, end)
        if speaker is None or speaker.end > end:
            continue
        if match.start() < 12:
            continue
        return [
            said_by(
                reading,
                start,
                start + match.start(),
                speaker,
                verbs[0].text,
                verbs[0].stance,
                outside,
            )
        ]
    return []


def _by_verb(reading: Reading, number: int, outside: str) -> list[Said]:
    """`X zegt dat …`, `X schat … op …`, `Vorige week dacht X nog dat …`."""
    start, end = reading.sentences[number]
    for verb in cues(outside, start):
        rest = outside[verb.end - start :]
        complement = re.search(
            rf"(?<!\w)(?:{'|'.join(cue_words('attribution', 'complement'))})(?!\w)", rest
        )
        has_clause = complement is not None and complement.start() < 110
        if verb.needs_clause and not has_clause:
            continue
        if verb.participle and not re.search(
            r"\b(?:heeft|hebben|had|hadden)\b", outside[: verb.start - start]
        ):
            continue
        speaker = subject_of(reading, start, verb, end)
        if speaker is None:
            continue
        if has_clause and complement is not None:
            claim_start = verb.end + complement.start()
            return [
                said_by(
                    reading,
                    claim_start,
                    _clause_end(reading, claim_start, end),
                    speaker,
                    verb.text,
                    verb.stance,
                    outside,
                )
            ]
        return [said_by(reading, start, end, speaker, verb.text, verb.stance, outside)]
    return []


def _clause_end(reading: Reading, start: int, end: int) -> int:
    """Where a complement clause ends: at `, maar` or `, terwijl`, else where the sentence does."""
    match = re.search(r", (?:maar|terwijl) ", reading.outside(start, end))
    return start + match.start() if match else end


def _by_would(reading: Reading, number: int, lowered: str) -> list[Said]:
    """A sentence in `zou(den)` right after an attributed one has the same speaker."""
    if number - 1 not in reading.found or not reading.found[number - 1]:
        return []
    if not re.search(rf"\b(?:{'|'.join(cue_words('attribution', 'would'))})\b", lowered):
        return []
    start, end = reading.sentences[number]
    previous = reading.found[number - 1][-1]
    if "\n" in reading.text[previous.end : start]:
        return []
    cue = re.search(r"\bzou(?:den)?\b", lowered)
    return [
        Said(
            start,
            end,
            previous.speaker,
            cue.group() if cue else "",
            "unconfirmed",
            form_of(reading, start, end),
        )
    ]
