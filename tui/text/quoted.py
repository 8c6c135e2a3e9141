"""Claims in quotation marks: whose words they are, told beside the quotation or before it."""

from __future__ import annotations

import re

from tui.text.attribution import Speaker, cues
from tui.text.statements import Reading, Said, said_by, subject_of, trimmed

_LEAST_QUOTED = 4
"""From this many words on, a quotation is a statement of its own and not a quoted term."""

_MARKS = 50
"""How many quotation marks and spaces may stand between a colon and what it announces."""
_REACH = 2_000
"""How far from a quotation its speaker is sought."""


def quoted(reading: Reading, number: int, outside: str) -> list[Said]:
    """A sentence in quotation marks: its speaker stands beside the quotation or spoke before."""
    start, end = reading.sentences[number]
    parts = reading.quotes_in(start, end)
    if sum(len(reading.text[a:b].split()) for a, b in parts) < _LEAST_QUOTED:
        return []
    while len(parts) > 1 and not _goes_on(reading.text[parts[0][1] : parts[1][0]]):
        del parts[1:]
    first, last = parts[0], parts[-1]
    around = trimmed(reading.text, start, first[0])
    before = reading.text[around[0] : around[1]]
    quote = reading.quote_at(first[0]) or first
    colon = reading.text[max(0, first[0] - _MARKS) : first[0]].rstrip(" \"“„‘'«").endswith(":")
    if before and not colon:
        return []
    speaker, cue = _speaker_of_quote(reading, quote, reading.quote_at(last[0]) or last, colon)
    if speaker is None:
        return []
    would = re.search(r"\bzou(?:den)?\b", outside.lower())
    said = said_by(reading, first[0], last[1], speaker, cue, "asserted", outside if would else "")
    said.form = "direct"
    said.stance = "unconfirmed" if would or _would_after(reading, quote) else "asserted"
    return [said]


def _goes_on(between: str) -> bool:
    """Whether what stands between two quotations only tells who speaks: `", zei hij, "`."""
    return bool(re.match(r"[\"”’»'],? .{2,80}[,:] [\"“„‘«']$", between))


def _would_after(reading: Reading, quote: tuple[int, int]) -> bool:
    tail = reading.text[quote[1] : quote[1] + 40]
    return bool(re.match(r"[\"”’»'],? zou(?:den)?\b", tail))


def _speaker_of_quote(
    reading: Reading, quote: tuple[int, int], last: tuple[int, int], colon: bool
) -> tuple[Speaker | None, str]:
    text = reading.text
    for span in (quote, last):
        behind = re.compile(r"[\"”’»'],? ?").match(text, span[1])
        if not behind:
            continue
        stop = min(_sentence_end(reading, behind.end()), behind.end() + _REACH)
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
        verb = re.match(r"[a-zà-ÿ]+(?:t|de|te|den|ten|en|g|k|p|f|ek|ep|ief) ", tail)
        if verb:  # behind a quotation any verb is one of saying: `", bromt een visser`
            speaker = reading.resolver.at(behind.end() + verb.end(), stop, anyone=True)
            if speaker and not re.match(r"(?:heeft|hebben|had) ", tail):
                return speaker, verb.group().strip()
        perfect = re.match(r"(?:heeft|hebben|had) ", tail)
        if perfect:
            speaker = reading.resolver.at(behind.end() + perfect.end(), stop)
            if speaker:
                return speaker, "heeft gezegd"
    if colon:
        start = reading.sentences[reading.sentence_at(quote[0])][0]
        start = max(start, quote[0] - _REACH)
        verbs = list(cues(reading.outside(start, quote[0]), start))
        if verbs:
            speaker = subject_of(reading, start, verbs[-1], quote[0])
            if speaker:
                return speaker, verbs[-1].text
        speaker = reading.resolver.at(start, quote[0])
        return (speaker, ":") if speaker else (None, "")
    if reading.resolver.spoken and _follows_speech(reading, quote[0]):
        name = reading.resolver.spoken[-1]
        return Speaker(name, name, quote[0], quote[0]), _last_cue(reading, quote[0])
    return None, ""


def _last_cue(reading: Reading, offset: int) -> str:
    """The words by which the last claim before an offset was attributed."""
    for number in range(reading.sentence_at(offset), -1, -1):
        said = [one for one in reading.found.get(number, ()) if one.start < offset]
        if said:
            return max(said, key=lambda one: one.start).cue
    return ":"


def _sentence_end(reading: Reading, offset: int) -> int:
    number = reading.sentence_at(offset)
    end = reading.sentences[number][1] if number >= 0 else 0
    return end if offset < end else len(reading.text)


def _follows_speech(reading: Reading, offset: int) -> bool:
    """Whether one of the two sentences before holds a claim, or names whose words these are."""
    number = reading.sentence_at(offset)
    return any(near in reading.found for near in (number - 1, number - 2, number))
