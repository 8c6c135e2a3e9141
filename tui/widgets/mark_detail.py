"""What is known of one mark: paragraphs, some side by side, some that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.own import COLOURS
from tui.widgets.paint import Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import wrap

SIDE_BY_SIDE = 60
"""Cells in which two paragraphs stand beside each other."""
BETWEEN = 3

Look = tuple[int, int, str]


class Para(NamedTuple):
    """Some words and how they look; `spans` of them look otherwise. All of it is safe to print.

    `lead` stands before the first line, and as much room before the others; with `bar` it stands
    before all. `other` is set beside it where there is room, else below. `go` is the id of the mark
    that it leads to, `place` the number of the place that it tells of. `gap` is a line above it.
    """

    text: str = ""
    look: str = "text"
    spans: tuple[Look, ...] = ()
    lead: str = ""
    bar: bool = False
    other: Para | None = None
    go: str | None = None
    place: int | None = None
    gap: bool = False


class Folded(NamedTuple):
    """A line as it is set, and the number of the paragraph it is of."""

    parts: list[Part]
    para: int


def folded(paras: Sequence[Para], width: int) -> list[Folded]:
    """The lines of paragraphs in a column of so many cells."""
    lines: list[Folded] = []
    for at, para in enumerate(paras):
        if para.gap and lines:
            lines.append(Folded([], at))
        lines += [Folded(parts, at) for parts in _set(para, width)]
    return lines


def _set(para: Para, width: int) -> Iterator[list[Part]]:
    if para.other is None:
        yield from _lines(para, width)
    elif width < SIDE_BY_SIDE:
        yield from _lines(para, width)
        yield from _lines(para.other, width)
    else:
        half = (width - BETWEEN) // 2
        left, right = _lines(para, half), _lines(para.other, half)
        for one, two in zip_longest(left, right, fillvalue=()):
            room = half - sum(cell_len(text) for text, _ in one)
            yield [*one, (" " * (room + BETWEEN), ""), *two]


def _lines(para: Para, width: int) -> Iterator[list[Part]]:
    room = max(8, width - cell_len(para.lead))
    for number, (start, end) in enumerate(wrap(para.text, room)):
        lead = para.lead if para.bar or not number else " " * cell_len(para.lead)
        end = start + len(para.text[start:end].rstrip())
        yield [(lead, "told--lead"), *_cut(para, start, end)]


def _cut(para: Para, start: int, end: int) -> Iterator[Part]:
    """The words of a line, in the looks of the spans they are in."""
    at = start
    for first, after, look in para.spans:
        first, after = max(first, at), min(after, end)
        if first < after:
            yield para.text[at:first], f"told--{para.look}"
            yield para.text[first:after], f"told--{para.look} told--{look}"
            at = after
    yield para.text[at:end], f"told--{para.look}"


class MarkDetail(Rows):
    """The paragraphs about a mark, with a cursor on a line while it is the pane of the reader."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"told--{look}"
        for look in (
            *("head", "title", "text", "quote", "note", "lead", "tag", "group"),
            *("gone", "come", "dim", "changed", "ambiguous", "orphan"),
            *(f"tag-{colour}" for colour in COLOURS),
        )
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paras: Sequence[Para] = ()
        self._lines: list[Folded] = []
        self._width = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def para(self) -> Para | None:
        """The paragraph the cursor is in."""
        line = self._lines[self.cursor] if self.active and self.cursor < self.count else None
        return self._paras[line.para] if line is not None else None

    def put(self, paras: Sequence[Para], stay: bool = False) -> None:
        """Show other paragraphs, from the first line; `stay` leaves the cursor where it is."""
        self._paras = paras
        self.renew()
        if not stay:
            self.scroll_to(y=0, animate=False, force=True)
        self.point(self.cursor if stay else 0)

    def measure(self) -> None:
        """Set the lines in the room there is."""
        self._width = self.size.width
        self._lines = folded(self._paras, self._width - 2)
        super().measure()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part; where they are painted before the news of another size came."""
        if self._width != self.size.width:
            self.measure()
        return super().render_lines(crop)

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A line."""
        return [self._lines[index].parts]

    def strips(self, index: int, width: int) -> list[Strip]:
        """A line as it is painted; the cursor shows only while the reader is here."""
        if self.active:
            return super().strips(index, width)
        return [self.painter.line([(" ", ""), *self._lines[index].parts], width)]
