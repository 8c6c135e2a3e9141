"""The claims of a text: statements that it lays in somebody's mouth, with how sure they sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from tui.text.article import Actor, Claim, Figure, Form, Stance
from tui.text.attribution import Cue, Resolver, Speaker, cues
from tui.text.boilerplate import dateline
from tui.text.language import table
from tui.text.quotes import quotations

_LEAST_QUOTED = 4
"""From this many words on, a quotation is a statement of its own and not a quoted term."""
_EDGES = " \t\n.,;:\"'“”„‘’«»–—-"


@dataclass(slots=True)
class _Said:
    """A claim being made; `order` keeps it before those of later sentences."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    stance: Stance
    form: Form
    via: str | None = None


@dataclass(slots=True)
class _Reading:
    """A body on the way through: its sentences, quotations and actors, and what was found."""

    text: str
    sentences: list[tuple[int, int]]
    quotes: list[tuple[int, int]]
    resolver: Resolver
    found: dict[int, list[_Said]] = field(default_factory=dict)

    def outside(self, start: int, end: int) -> str:
        """A stretch with the insides of its quotations blanked out."""
        stretch = list(self.text[start:end])
        for a, b in self.quotes:
            for at in range(max(a, start), min(b, end)):
                stretch[at - start] = " "
        return "".join(stretch)

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        return next(((a, b) for a, b in self.quotes if a <= offset < b), None)


@cache
def _list(section: str, name: str) -> tuple[str, ...]:
    return tuple(table("cues")[section][name])


def claims(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> tuple[Claim, ...]:
    """The claims in a body, in order, with the indexes of the figures in each."""
    reading = _Reading(text, _past_datelines(text, sentences), quotations(text), Resolver(text, who, []))
    for number in range(len(reading.sentences)):
        _read_sentence(reading, number)
    found = [said for number in sorted(reading.found) for said in reading.found[number]]
    return tuple(
        _finished(text, said, figures)
        for said in sorted(found, key=lambda said: said.start)
        if said.end > said.start
    )


def _finished(text: str, said: _Said, figures: tuple[Figure, ...]) -> Claim:
    inside = tuple(
        at for at, figure in enumerate(figures) if figure.start < said.end and figure.end > said.start
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _read_sentence(reading: _Reading, number: int) -> None:
    start, end = reading.sentences[number]
    outside = reading.outside(start, end)
    lowered = outside.lower()
    said = _quoted(reading, number, outside)
    if not said and not any(phrase in lowered for phrase in _list("refusal", "phrases")):
        said = (
            _by_that(reading, number, outside)
            or _by_volgens(reading, number, outside)
            or _by_tail(reading, number, outside)
            or _by_verb(reading, number, outside)
            or _by_would(reading, number, lowered)
        )
    if said:
        for one in said:
            one.start, one.end = _trimmed(reading.text, one.start, one.end)
        reading.found.setdefault(number, []).extend(said)
        reading.resolver.spoken.append(said[-1].speaker.name)


def _stance(base: Stance, outside: str, claim: str) -> Stance:
    """The stance by the words of the sentence; `outside` is it without what is quoted."""
    words = table("cues")["stance"]
    lowered, said = outside.lower(), claim.lower()
    negated = re.search(r"\b(?:niet|nooit|geen)\b", lowered)
    if base == "denied":
        return "unconfirmed" if re.search(r"\b(?:ontken\w+|spr\w+) (?:\w+ )?niet\b", lowered) else "denied"
    if any(word in lowered for word in words["denied"]):
        return "denied"
    if any(re.search(rf"\b{word}\b", said if len(word) < 9 else lowered) for word in words["unconfirmed"]):
        return "unconfirmed"
    if negated and "bevestig" in lowered and "dat" not in lowered.split("bevestig")[0].split():
        return "unconfirmed"
    if base == "estimated" or any(word in lowered for word in words["estimated"]):
        return "estimated"
    if base == "announced" or any(word in said for word in words["announced"]):
        return "announced"
    return base


def _form(reading: _Reading, start: int, end: int) -> Form:
    for a, b in reading.quotes:
        if a <= start and end <= b:
            return "direct"
        if a < end and start < b:
            return "mixed"
    return "indirect"


def _make(
    reading: _Reading, start: int, end: int, speaker: Speaker, cue: str, base: Stance, outside: str
) -> _Said:
    start, end = _trimmed(reading.text, start, end)
    form = _form(reading, start, end)
    claim = "" if form == "direct" else reading.outside(start, end)
    stance = _stance(base, outside, claim)
    return _Said(start, end, speaker, cue, stance, form)


def _quoted(reading: _Reading, number: int, outside: str) -> list[_Said]:
    """A sentence in quotation marks: its speaker stands beside the quotation or spoke before."""
    start, end = reading.sentences[number]
    parts = [
        (max(a, start), min(b, end))
        for a, b in reading.quotes
        if a < end and start < b and len(reading.text[a:b].split()) >= _LEAST_QUOTED
    ]
    if not parts:
        return []
    first, last = parts[0], parts[-1]
    around = _trimmed(reading.text, start, first[0])
    before = reading.text[around[0] : around[1]]
    quote = reading.quote_at(first[0]) or first
    colon = reading.text[: first[0]].rstrip(" \"“„‘'«").endswith(":")
    if before and not colon and not reading.text[start : first[0]].strip(_EDGES) == "":
        return []
    speaker, cue = _speaker_of_quote(reading, quote, reading.quote_at(last[0]) or last, colon)
    if speaker is None:
        return []
    would = re.search(r"\bzou(?:den)?\b", outside.lower())
    said = _make(reading, first[0], last[1], speaker, cue, "asserted", outside if would else "")
    said.form = "direct"
    said.stance = "unconfirmed" if would or _would_after(reading, quote) else "asserted"
    return [said]


def _would_after(reading: _Reading, quote: tuple[int, int]) -> bool:
    tail = reading.text[quote[1] : quote[1] + 40]
    return bool(re.match(r"[\"”’»'],? zou(?:den)?\b", tail))


def _speaker_of_quote(
    reading: _Reading, quote: tuple[int, int], last: tuple[int, int], colon: bool
) -> tuple[Speaker | None, str]:
    text = reading.text
    for span in (quote, last):
        behind = re.compile(r"[\"”’»'],? ?").match(text, span[1])
        if not behind:
            continue
        stop = _sentence_end(reading, behind.end())
        tail = text[behind.end() : stop]
        aldus = re.match(r"(aldus|volgens) ", tail)
        if aldus:
            speaker = reading.resolver.at(behind.end() + aldus.end(), stop)
            if speaker:
                return speaker, aldus[1]
        would = re.match(r"(?:zou|zouden) ", tail)
        for cue in cues(tail, behind.end()):
            if cue.start > behind.end() + 45:
                break
            at = behind.end() + would.end() if would else cue.end
            speaker = reading.resolver.at(at, stop)
            if speaker and (would or cue.start - behind.end() < 3):
                return speaker, cue.text
        perfect = re.match(r"(?:heeft|hebben|had) ", tail)
        if perfect:
            speaker = reading.resolver.at(behind.end() + perfect.end(), stop)
            if speaker:
                return speaker, "heeft gezegd"
    if colon:
        sentence = bisect_right([a for a, _ in reading.sentences], quote[0]) - 1
        start = reading.sentences[sentence][0]
        verbs = cues(reading.outside(start, quote[0]), start)
        if verbs:
            speaker = _subject(reading, start, verbs[-1], quote[0])
            if speaker:
                return speaker, verbs[-1].text
        speaker = reading.resolver.at(start, quote[0])
        return (speaker, ":") if speaker else (None, "")
    if reading.resolver.spoken and _follows_speech(reading, quote[0]):
        name = reading.resolver.spoken[-1]
        return Speaker(name, name, quote[0], quote[0]), "aanhaling"
    return None, ""


def _sentence_end(reading: _Reading, offset: int) -> int:
    return next((b for a, b in reading.sentences if a <= offset < b), len(reading.text))


def _follows_speech(reading: _Reading, offset: int) -> bool:
    """Whether one of the two sentences before holds a claim, or names whose words these are."""
    number = bisect_right([a for a, _ in reading.sentences], offset) - 1
    return any(near in reading.found for near in (number - 1, number - 2, number))


def _by_that(reading: _Reading, number: int, outside: str) -> list[_Said]:
    """`Dat zegt X`, `Dit heeft X bekendgemaakt`: the sentence before is what X says."""
    match = re.match(rf"(?:{'|'.join(_list('attribution', 'that'))}) ", outside, re.I)
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
    said = _make(reading, *before, speaker, verbs[0].text, verbs[0].stance, reading.outside(*before))
    reading.found.setdefault(number - 1, []).append(said)
    reading.resolver.spoken.append(speaker.name)
    return []


def _by_volgens(reading: _Reading, number: int, outside: str) -> list[_Said]:
    """`Volgens X …` and `… volgens X …`: the whole sentence, with a medium that relays as `via`."""
    start, end = reading.sentences[number]
    match = re.search(r"(?<!\w)(volgens|naar (?:zijn|haar|eigen) zeggen|op gezag van)(?!\w)", outside, re.I)
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
    return [_make(reading, start, end, speaker, cue, "asserted", outside)]


def _by_tail(reading: _Reading, number: int, outside: str) -> list[_Said]:
    """`…, aldus X`, `…, meldt X`, `…, heeft X gezegd`: what stands before the comma."""
    start, end = reading.sentences[number]
    for match in re.finditer(r"[,–—] ?[\"”’»']? ?(?=(?:\w+) )", outside):
        rest = outside[match.end() :]
        at = start + match.end()
        first = rest.split()[0].lower() if rest.split() else ""
        if first in _list("attribution", "tail"):
            speaker = reading.resolver.at(at + len(first) + 1, end)
            if speaker:
                return [_make(reading, start, start + match.start(), speaker, first, "asserted", outside)]
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
        return [_make(reading, start, start + match.start(), speaker, verbs[0].text, verbs[0].stance, outside)]
    return []


def _by_verb(reading: _Reading, number: int, outside: str) -> list[_Said]:
    """`X zegt dat …`, `X schat … op …`, `Vorige week dacht X nog dat …`."""
    start, end = reading.sentences[number]
    for verb in cues(outside, start):
        rest = outside[verb.end - start :]
        complement = re.search(rf"(?<!\w)(?:{'|'.join(_list('attribution', 'complement'))})(?!\w)", rest)
        has_clause = complement is not None and complement.start() < 110
        if verb.needs_clause and not has_clause:
            continue
        if verb.participle and not re.search(r"\b(?:heeft|hebben|had|hadden)\b", outside[: verb.start - start]):
            continue
        speaker = _subject(reading, start, verb, end)
        if speaker is None:
            continue
        if has_clause and complement is not None:
            claim_start = verb.end + complement.start()
            return [_make(reading, claim_start, _clause_end(reading, claim_start, end), speaker, verb.text, verb.stance, outside)]
        return [_make(reading, start, end, speaker, verb.text, verb.stance, outside)]
    return []


def _clause_end(reading: _Reading, start: int, end: int) -> int:
    """Where a complement clause ends: at `, maar` or `, en hij` with its own verb, else the sentence."""
    match = re.search(r", (?:maar|terwijl) ", reading.outside(start, end))
    return start + match.start() if match else end


def _subject(reading: _Reading, start: int, verb: Cue, end: int) -> Speaker | None:
    """The subject of a verb of saying: before it, or behind it where something else comes first."""
    before = reading.outside(start, verb.start)
    openings = [0] + [m.end() for m in re.finditer(r"(?:, (?:en |maar |terwijl )?|; | en | maar )", before)]
    for at in reversed(openings):
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
    """Whether a subject and its verb are near: only small words, or a bracket, stand between."""
    words = between.split()
    return len(words) <= 6 and not re.search(r"[.;:]|\b(?:dat|die|dan|zegt|zei|meldt)\b", between)


def _by_would(reading: _Reading, number: int, lowered: str) -> list[_Said]:
    """A sentence in `zou(den)` right after an attributed one has the same speaker."""
    if number - 1 not in reading.found or not reading.found[number - 1]:
        return []
    if not re.search(rf"\b(?:{'|'.join(_list('attribution', 'would'))})\b", lowered):
        return []
    start, end = reading.sentences[number]
    previous = reading.found[number - 1][-1]
    if "\n" in reading.text[previous.end : start]:
        return []
    cue = re.search(r"\bzou(?:den)?\b", lowered)
    return [
        _Said(start, end, previous.speaker, cue.group() if cue else "", "unconfirmed", _form(reading, start, end))
    ]
