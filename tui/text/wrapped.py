"""The lines of a dump that was wrapped at a column, put together again as paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.language import DEFAULT, table

_SIGNED = re.compile(table("page", DEFAULT)["wrapped"]["signed"])
_LEAST = 3
"""So many lines must run on in the next one before a dump counts as wrapped."""
_MOST_OFTEN = 0.7
"""The share of the lines that run on which must be full."""
_SLACK = 5
_RAGGED = 3
"""By so many columns a line may fall short of the width and still count as full."""
_LONGER = 0.3
"""The share of the text that may stand in lines that are longer than those that were wrapped."""
_NARROWEST, _WIDEST = 30, 160
_ENDS = frozenset(".!?:…")
_BULLET = re.compile(r"[-–—•*·▪►●◦○»>] |\d{1,2}[.)] |[a-z]\) |\d{3} (?=[A-Z])")
_NUMBERED = re.compile(r"\d{3} [A-Z]")
"""`105 Kop van een bericht`: a page of teletext and what stands on it."""
_WORD = re.compile(r"\S+")
_BROKEN = re.compile(r"^[^\S\n]*[.,;:)][^\S\n]+(?=\w|['‘\"“])", re.M)
"""A line that opens with the end of a sentence: what stood in a link was set apart."""
_CLOSING = frozenset(".,;:)")
_SENTENCE_ENDS = frozenset(".!?:…”’\"'")
_BREAKS = ("\n.", "\n,", "\n;", "\n:", "\n)", "\n ", "\n\t")
_LINKED = 6
"""What stood in a link has so many words at the most."""
_LABELS = 12
_HEAD = 25
"""A headline on two lines stands among so many first lines."""
_LEAST_WORDS = 4
_LONGEST_LINE = 110
_OPEN = re.compile(r"[^\W\d_a-zß-öø-ÿ‘'\"“„][^|•·›»>©@:]*")


class Line(NamedTuple):
    """A line that is not blank: where its text stands, its margin, and whether it follows another.

    `follows` tells that no blank line stands above it, `hung` that the margin was put before the
    line when it had been wrapped, so that it does not count.
    """

    start: int
    end: int
    margin: int
    follows: bool
    hung: bool = False

    @property
    def column(self) -> int:
        """The column in which the text of the line ends."""
        return self.end - self.start + (0 if self.hung else self.margin)


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
    if width is None and any(line.margin for line in given):
        hung = [line._replace(hung=True) for line in given]
        width = _width(text, hung)
        given = given if width is None else hung
    if width is None:
        return _mended(text, _with_whole_headline(text, given))
    found: list[tuple[int, int]] = []
    first = given[0]
    for at, line in enumerate(given):
        if at and _runs_on(text, first, given[at - 1], line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            first = line
            found.append((line.start, line.end))
    return _labels_apart(text, given, found)


def _labels_apart(
    text: str, given: list[Line], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spans, with lines above the story parted that begin with a capital and end without."""
    top = next((at for at, (_, end) in enumerate(spans) if text[end - 1] == "."), len(spans))
    top = min(top, _LABELS)
    found: list[tuple[int, int]] = []
    for line in given:
        if top == len(spans) or line.start < spans[top][0]:
            begins = any(line.start == start for start, _ in spans[:top])
            if begins or text[line.start].isupper():
                found.append((line.start, line.end))
            else:
                found[-1] = (found[-1][0], line.end)
    return [*found, *spans[top:]]


def _with_whole_headline(text: str, given: list[Line]) -> list[tuple[int, int]]:
    """Every line by itself, but for a headline that goes on in the line right below it."""
    found: list[tuple[int, int]] = []
    top = next(
        (at for at, line in enumerate(given[:_HEAD]) if line.end - line.start > _LONGEST_LINE),
        min(_HEAD, len(given)),
    )
    at = 0
    while at < top:
        line = given[at]
        if at + 1 < top and _is_whole(text, line, given[at + 1], given[at + 2 : at + 3]):
            found.append((line.start, given[at + 1].end))
            at += 2
        else:
            found.append((line.start, line.end))
            at += 1
    found += [(line.start, line.end) for line in given[at:]]
    return found


def _is_whole(text: str, above: Line, below: Line, next_one: list[Line]) -> bool:
    """Whether two lines are one headline: the second goes on in lower case, and no third does."""
    if not below.follows or not text[below.start].islower():
        return False
    if any(line.follows and text[line.start].islower() for line in next_one):
        return False
    first, second = text[above.start : above.end], text[below.start : below.end]
    return (
        len(first) + len(second) < _LONGEST_LINE + _NARROWEST
        and first.count(" ") + 1 >= _LEAST_WORDS
        and " " in second
        and first[-1] not in _ENDS
        and second[-1] not in ".:"
        and _OPEN.fullmatch(first) is not None
        and _OPEN.fullmatch(second.capitalize()) is not None
    )


def _mended(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, with sentences put together again of which a link was set on a line of its own."""
    if not any(mark in text for mark in _BREAKS) or not _BROKEN.search(text):
        return spans
    found: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(spans):
        goes_on = _continues(text, start)
        linked = not goes_on and _is_linked(text, spans, at)
        if found and (
            text[start] in _CLOSING or ((goes_on or linked) and _is_open(text, found[-1]))
        ):
            last = found.pop()
            if found and text.count(" ", *last) < _LINKED and _is_open(text, found[-1]):
                last = (found.pop()[0], last[1])
            found.append((last[0], end))
        else:
            found.append((start, end))
    return found


def _continues(text: str, start: int) -> bool:
    """Whether a line that begins at an offset goes on with a sentence."""
    return text[start].islower() or (text[start] in _CLOSING and text[start + 1] == " ")


def _is_linked(text: str, spans: list[tuple[int, int]], at: int) -> bool:
    """Whether some words stand alone for they were a link: the sentence goes on below them."""
    start, end = spans[at]
    short = text.count(" ", start, end) < _LINKED and text[end - 1] not in _SENTENCE_ENDS
    return short and at + 1 < len(spans) and _continues(text, spans[at + 1][0])


def _is_open(text: str, span: tuple[int, int]) -> bool:
    """Whether a line of some words stops in the middle of its sentence."""
    start, end = span
    return text[end - 1] not in _SENTENCE_ENDS and text.count(" ", start, end) >= _LEAST_WORDS


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
    broken = sum(text[line.end - 1] == "-" and text[line.end - 2].isalpha() for line in given)
    ragged = _RAGGED if broken > 1 else 0
    full = sum(column + 1 + word > width - ragged for column, word in running)
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
    if _NUMBERED.match(text, above.start):
        return False
    if text[line.start : line.end].isupper() != text[above.start : above.end].isupper():
        return False
    if line.margin > above.margin and not listed:
        return False
    lower = text[line.start].islower() and text[above.end - 1] not in _ENDS
    full = above.column + 1 + _first_word(text, line) > width
    if text[above.end - 1] in _ENDS and _is_label(text, line):
        return False
    if not full and _SIGNED.match(text, line.start):
        return False
    return full or (lower and above.column > 0.5 * width)


def _is_label(text: str, line: Line) -> bool:
    """Whether a line is one word that does not end a sentence."""
    return " " not in text[line.start : line.end] and text[line.end - 1] not in _SENTENCE_ENDS
