"""Claims in quotation marks: whose words they are, told beside the quotation or before it."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.article import Stance
from tui.text.attribution import Cue, cues
from tui.text.closing import Closing, closing
from tui.text.free import FREE, free
from tui.text.lines import QUOTE, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words, that
from tui.text.stances import Standing
from tui.text.statements import Reading, Said, trimmed
from tui.text.subjects import subject

_LEAST_QUOTED = 4
"""From this many words on, a quotation is a statement of its own and not a quoted term."""
_MOST_PARAGRAPHS = 5
"""Over how many paragraphs a quotation is followed to its speaker."""
_LEAST_BEFORE = 4
"""How many words say something before the verb that leads to a quotation."""
_LONGEST_BREAK = 22
"""How many words may stand between the two halves of a broken quotation."""


class Quoted(NamedTuple):
    """The claims of a sentence in quotation marks, and the place behind their attribution.

    `lead` is where the words in front end, where those say something of their own.
    """

    said: list[Said]
    after: int
    lead: int = 0


_NOTHING = Quoted([], 0)


class _Voice(NamedTuple):
    """Whose words a quotation holds, and how that is told."""

    speaker: Speaker
    cue: str
    stance: Stance
    rule: str
    after: int
    would: bool = False
    lead: int = 0


def quoted(reading: Reading, number: int, line: Line) -> Quoted:
    """A sentence in quotation marks: its speaker stands beside the quotation or spoke before."""
    if QUOTE not in line.lowers:
        return _NOTHING
    first = _main(reading, line)
    lead = first > 0 and not all(word in ("–", "-", "(", "—") for word in line.lowers[:first])
    parts = reading.quotes_in(line.start, line.end)[line.lowers[:first].count(QUOTE) :]
    last, count = _last_part(reading, line, first)
    span = trimmed(reading.text, parts[0][0], parts[count - 1][1])
    size = sum(len(reading.text[a:b].split()) for a, b in parts[:count])
    if lead:
        voice = _led(reading, line, first)
        if voice is None or size < (2 if line.lowers[first - 1] == ":" else _LEAST_QUOTED):
            return _NOTHING
    else:
        voice = _beside(reading, number, line, first, last)
        alone = voice is None
        if voice is None and _stands_alone(line, last):
            voice = _continued(reading, number, parts[0]) or _by_itself(
                reading, number, parts[0][0]
            )
        if voice is None or (size < (_LEAST_QUOTED if alone else 2) and number_of_words(line) > 3):
            return _NOTHING
    told = _standing(voice)
    said = Said(*span, voice.speaker, voice.cue, told, "direct", voice.rule)
    return Quoted([said], max(voice.after, last + 1), voice.lead)


def _main(reading: Reading, line: Line) -> int:
    """The place of the first quotation, past quoted terms: `een 'zogeheten' deal: "…"`."""
    places = [at for at, word in enumerate(line.lowers) if word == QUOTE]
    if places[0] == 0:
        return 0
    for at in places:
        if len(line.texts[at].split()) >= _LEAST_QUOTED or line.lowers[at - 1] == ":":
            return at
    return places[0]


def number_of_words(line: Line) -> int:
    """How many words stand outside the quotations of a line."""
    return sum(word[0].isalnum() for word in line.lowers[: len(line)])


def _standing(voice: _Voice) -> Standing:
    """Words inside a quotation do not set the stance: only the verb beside it can."""
    if voice.would:
        return Standing("unconfirmed", "words", voice.cue)
    if voice.stance == "denied":
        return Standing("denied", "verb", voice.cue)
    return Standing("asserted", "quotation", "")


def _last_part(reading: Reading, line: Line, first: int) -> tuple[int, int]:
    """The place of the last quotation that goes on the first one, and how many those are."""
    last, count = first, 1
    for at in range(first + 1, len(line)):
        if line.lowers[at] != QUOTE:
            continue
        between = at - last
        if between > _LONGEST_BREAK or line.lowers[at - 1] not in (",", ":", "–", ";"):
            break
        if count == 1:
            begin = last + 2 if line.lowers[last + 1] in (",", "–") else last + 1
            if closing(reading.speakers, line, begin, at, quoted=True) is None:
                break
        last, count = at, count + 1
    return last, count


def _beside(
    reading: Reading, number: int, line: Line, first: int, last: int, depth: int = 0
) -> _Voice | None:
    """The attribution behind the quotation, or behind its last part or its last sentence."""
    found = _behind(reading, line, first) or (
        _behind(reading, line, last) if last > first else None
    )
    if found:
        return found
    quote = reading.quote_at(line.ends[last] - 2)
    if quote is None:
        return None
    if quote[1] <= line.end and depth < _MOST_PARAGRAPHS:
        return _reopened(reading, quote[1], depth)
    later = reading.sentence_at(quote[1] - 1)
    if later <= number:
        return None
    line = reading.line(later)
    place = next((at for at, word in enumerate(line.lowers) if word == QUOTE), None)
    voice = _behind(reading, line, place) if place is not None else None
    voice = voice or (_reopened(reading, quote[1], depth) if depth < _MOST_PARAGRAPHS else None)
    return voice._replace(after=0) if voice else None


def _reopened(reading: Reading, end: int, depth: int) -> _Voice | None:
    """The attribution in the next paragraph of a quotation that its own leaves open."""
    after = end
    while after < len(reading.text) and reading.text[after].isspace():
        after += 1
    number = reading.sentence_at(after)
    if after == end or number < 0 or reading.sentences[number][0] != after:
        return None
    line = reading.line(number)
    if line.lowers[0] != QUOTE:
        return None
    voice = _beside(reading, number, line, 0, 0, depth + 1)
    return voice._replace(after=0) if voice else None


def _behind(reading: Reading, line: Line, quote: int) -> _Voice | None:
    """The attribution right behind one quotation of a line."""
    at = quote + 1
    while line.lowers[at] in (",", "–", "-", ".", "…"):
        at += 1
    if at >= len(line):
        return None
    found = closing(reading.speakers, line, at, len(line), quoted=True)
    return _voice(found, "quotation and speaker") if found else None


def _voice(found: Closing, rule: str) -> _Voice:
    return _Voice(found.speaker, found.cue, found.stance, rule, found.after, found.would)


def _led(reading: Reading, line: Line, first: int) -> _Voice | None:
    """The speaker in front: `X zegt: "…"`, `X: "…"`, `X antwoordde "…"`."""
    colon = line.lowers[first - 1] == ":"
    stop = first - 1 if colon or line.lowers[first - 1] == "," else first
    every = [cue for cue in cues(line, 0, stop)]
    for cue in reversed(every):
        speaker = subject(reading.speakers, line, cue, 0, stop)
        if speaker is None:
            continue
        if any(other.parts and other.at == cue.finite != cue.at for other in every):
            continue  # `liet X weten`: that is what is said, and not `weten` alone
        rule = "speaker and quotation"
        if not colon and _reasons(reading, line, first):  # `X pleit voor A, "want B"`
            return _Voice(speaker, cue.text, cue.stance, rule, first + 1, lead=stop)
        if not colon and (cue.needs != "clause" or stop > max(cue.last, speaker.after)):
            return None
        tells = cue.needs == "object" and stop - max(cue.last, speaker.after) > 1
        tells = tells or _follows(line, cue, speaker)
        lead = stop if tells or not that().isdisjoint(line.lowers[cue.last : stop]) else 0
        return _Voice(speaker, cue.text, cue.stance, rule, first + 1, lead=lead)
    if not colon:
        return None
    for at in (0, *(k + 1 for k in range(stop) if line.lowers[k] in cue_words("tail", "of"))):
        if speaker := reading.speakers.at(line, at, stop):
            return _Voice(speaker, ":", "asserted", "speaker and quotation", first + 1)
    for at in range(stop - 1, 0, -1):
        if (speaker := reading.speakers.at(line, at, stop)) and speaker.rule != "as printed":
            return _Voice(speaker, ":", "asserted", "speaker and quotation", first + 1)
    number = reading.sentence_at(line.start)
    return _by_itself(reading, number, line.starts[first])


def _follows(line: Line, cue: Cue, speaker: Speaker) -> bool:
    """`De brug zakt, zegt X: "…"`: what stands before the comma is said too."""
    at = cue.finite
    comma = at >= _LEAST_BEFORE and line.lowers[at - 1] == "," and cue.at == at
    return (
        comma
        and speaker.start > line.starts[at]
        and line.lowers[0] not in cue_words("clause", "subordinators")
    )


def _reasons(reading: Reading, line: Line, first: int) -> bool:
    """Whether a quotation gives the reason of what stands before its comma: `, "want …"`."""
    words = line.texts[first].strip("\"'“”„‘’«»").lower().split(maxsplit=1)
    return line.lowers[first - 1] == "," and words[:1] in (["want"], ["omdat"])


def _stands_alone(line: Line, last: int) -> bool:
    """Whether nothing but signs stands behind a quotation."""
    return not any(word[0].isalnum() for word in line.lowers[last + 1 : len(line)])


def _continued(reading: Reading, number: int, part: tuple[int, int]) -> _Voice | None:
    """A later sentence of a quotation has the speaker of the one before."""
    quote = reading.quote_at(part[0])
    if quote is None or number == 0 or quote[0] >= reading.sentences[number - 1][1]:
        return None
    before = [said for said in reading.found.get(number - 1, []) if said.form == "direct"]
    if not before:
        return None
    one = before[-1]
    stance: Stance = one.standing.stance
    would = stance == "unconfirmed"
    return _Voice(
        one.speaker._replace(rule="the same quotation"), one.cue, stance, one.rule, 0, would
    )


def _by_itself(reading: Reading, number: int, start: int) -> _Voice | None:
    """A quotation without any attribution."""
    found = free(reading, number, start)
    return _Voice(found.speaker, found.cue, "asserted", FREE, 0) if found else None
