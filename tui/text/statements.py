"""A body while its claims are read, and how a claim is made from a stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

from tui.text.article import Form, Stance
from tui.text.lines import Line
from tui.text.named import Speaker
from tui.text.speakers import Speakers
from tui.text.stances import Standing, standing

_CLOSING = {"'": "'", "“": "”", "„": "”“", "«": "»", "‘": "’", '"': '"', "(": ")"}
_EDGES = " \t\n.,;:\"'“”„‘’«»–—-()"
_REMEMBERED = 8
"""How many lines are kept: nothing looks further back than a few sentences."""


@dataclass(slots=True)
class Said:
    """A claim being made; `rule` names the form of attribution that gave it."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    standing: Standing
    form: Form
    rule: str
    via: str | None = None
    begins: int = 0
    """Where what is said begins inside the claim: figures before it are not the claim's."""


@dataclass(slots=True)
class Reading:
    """A body on the way through: its sentences, quotations and actors, and what was found.

    `figures` are the offsets where a figure begins; `here` is what the sentence in work has
    given, `labelled` by number what a sentence has labelled.
    """

    text: str
    sentences: list[tuple[int, int]]
    quotes: list[tuple[int, int]]
    speakers: Speakers
    figures: list[int]
    found: dict[int, list[Said]] = field(default_factory=dict)
    labelled: dict[int, Said] = field(default_factory=dict)
    here: list[Said] = field(default_factory=list)
    _lines: dict[int, Line] = field(default_factory=dict)
    _quote_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._quote_ends = [end for _, end in self.quotes]

    def line(self, number: int) -> Line:
        """A sentence as words."""
        line = self._lines.get(number)
        if line is None:
            if len(self._lines) >= _REMEMBERED:
                del self._lines[next(iter(self._lines))]
            start, end = self.sentences[number]
            line = self._lines[number] = Line(self.text, start, end, self.quotes_in(start, end))
        return line

    def outside(self, start: int, end: int) -> str:
        """A stretch with the insides of its quotations left out."""
        parts: list[str] = []
        if not self.quotes:
            return self.text[start:end]
        at = start
        for a, b in self.quotes_in(start, end):
            parts.append(self.text[at:a])
            at = b
        return "".join([*parts, self.text[at:end]])

    def quotes_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a stretch that are quoted."""
        found: list[tuple[int, int]] = []
        if not self.quotes:
            return found
        for place in range(bisect_right(self._quote_ends, start), len(self.quotes)):
            a, b = self.quotes[place]
            if a >= end:
                break
            found.append((max(a, start), min(b, end)))
        return found

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The span of the quotation around an offset, if any."""
        place = bisect_right(self._quote_ends, offset)
        if place == len(self.quotes) or self.quotes[place][0] > offset:
            return None
        return self.quotes[place]

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before it."""
        return bisect_right(self.sentences, offset, key=itemgetter(0)) - 1

    def has_figure(self, start: int, end: int) -> bool:
        """Whether a figure begins in a stretch."""
        place = bisect_left(self.figures, start)
        return place < len(self.figures) and self.figures[place] < end

    def same_paragraph(self, start: int, end: int) -> bool:
        """Whether no line break stands between two offsets."""
        return "\n" not in self.text[start:end]


def said_by(
    reading: Reading,
    span: tuple[int, int],
    speaker: Speaker,
    cue: str,
    base: Stance,
    around: str,
    rule: str,
) -> Said:
    """The claim that a stretch makes; `around` are the words beside it that attribute."""
    start, end = trimmed(reading.text, *span)
    form = form_of(reading, start, end) if reading.quotes else "indirect"
    said = "" if form == "direct" else reading.outside(start, end)
    told = standing(base, cue, around, said, reading.text[start:end] if form == "mixed" else said)
    return Said(start, end, speaker, cue, told, form, rule)


def form_of(reading: Reading, start: int, end: int) -> Form:
    """Whether a stretch is a quotation, holds a quoted part, or is told in other words."""
    for place in range(bisect_left(reading.quotes, start, key=itemgetter(1)), len(reading.quotes)):
        a, b = reading.quotes[place]
        if a <= start and end <= b:
            return "direct"
        if a < end and start < b:
            return "mixed"
        if a > start and a >= end:
            break
    return "indirect"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space and punctuation at its ends.

    A closing quotation mark or bracket stays where its opening one is inside.
    """
    while start < end and text[start] in _EDGES and not _closes(text, start, end):
        start += 1
    while end > start and text[end - 1] in _EDGES and not _opened(text, start, end):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    if (
        text[start] in "'’"
        and text[start + 1 : start + 2].islower()
        and text[start + 2 : start + 3] == " "
    ):
        return True  # `'s Avonds`
    closing = _CLOSING.get(text[start])
    return closing is not None and any(mark in text[start + 1 : end - 1] for mark in closing)


def _opened(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    return any(
        mark in closing and opening in text[start : end - 1]
        for opening, closing in _CLOSING.items()
    )
