"""The lines of a dump that was wrapped at a column, put together again as paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEAST = 3
"""So many lines must run on in the next one before a dump counts as wrapped."""
_MOST_OFTEN = 0.8
"""The share of the lines that run on which must be full."""
_SLACK = 5
_LONGER = 0.3
"""The share of the text that may stand in lines that are longer than those that were wrapped."""
_NARROWEST, _WIDEST = 30, 160
_ENDS = frozenset(".!?:…")
_BULLET = re.compile(r"[-–—•*·▪►●◦○»>] |\d{1,2}[.)] |[a-z]\) ")
_WORD = re.compile(r"\S+")


class Line(NamedTuple):
    """A line that is not blank: where its text stands, its margin, and whether it follows another.

    `follows` tells that no blank line stands above it.
    """

    start: int
    end: int
    margin: int
    follows: bool

    @property
    def column(self) -> int:
        """The column in which the text of the line ends."""
        return self.margin + self.end - self.start


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, without their margins."""
    found = []
    at = 0
    blank = True
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            margin = 0 if line[0] == bare[0] else len(line) - len(line.lstrip())
            found.append(Line(at + margin, at + margin + len(bare), margin, not blank))
        blank = not bare
        at += len(line) + 1
    return found


def paragraphs(text: str, given: list[Line]) -> list[tuple[int, int]]:
    """The spans of the paragraphs: lines that were wrapped are joined, all others stand alone."""
    width = _width(text, given)
    if width is None:
        return [(line.start, line.end) for line in given]
    found: list[tuple[int, int]] = []
    first = given[0]
    for at, line in enumerate(given):
        if at and _runs_on(text, first, given[at - 1], line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            first = line
            found.append((line.start, line.end))
    return found


def _width(text: str, given: list[Line]) -> int | None:
    """The column at which a text was wrapped, by the lines whose sentence runs on; else None."""
    running = [
        (line.column, _first_word(text, given[at]))
        for at, line in enumerate(given[:-1], 1)
        if given[at].follows
        and text[given[at].start].islower()
        and text[line.end - 1] not in _ENDS
        and _NARROWEST <= line.column <= _WIDEST
    ]
    if len(running) < _LEAST:
        return None
    columns = sorted(column for column, _ in running)
    width = columns[int(0.9 * (len(columns) - 1))]
    full = sum(column + 1 + word > width for column, word in running)
    sizes = [line.end - line.start for line in given]
    longer = sum(size for size in sizes if size > width + _SLACK)
    is_wrapped = full >= _MOST_OFTEN * len(running) and longer <= _LONGER * sum(sizes)
    return width if is_wrapped else None


def _first_word(text: str, line: Line) -> int:
    word = _WORD.match(text, line.start)
    return word.end() - word.start() if word else 0


def _runs_on(text: str, first: Line, above: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph that begins with `first` and is at `above`."""
    if not line.follows or above.column > _WIDEST or _BULLET.match(text, line.start):
        return False
    listed = _BULLET.match(text, first.start) is not None
    if line.margin > above.margin and not listed:
        return False
    lower = text[line.start].islower() and text[above.end - 1] not in _ENDS
    full = above.column + 1 + _first_word(text, line) > width
    return full or (lower and above.column > 0.6 * width)
