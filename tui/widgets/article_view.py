"""The article in its column: highlighted, with a gutter, a reading cursor and what was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.session import Span
from tui.widgets import stylesheets
from tui.widgets.paint import Painter, Part
from tui.widgets.sheet import Block, Row, Sheet, lay
from tui.widgets.spans import BARS, CURRENT_BAR, Claims, Look, Looks, cut, within

GUTTER = 4
ABOVE = 1
NONE = Looks()
NO_CLAIMS = Claims()
STANCES = {"estimated": "unsure", "unconfirmed": "unsure", "denied": "denied"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the text now; hits and bookmarks are in the order of the text."""

    looks: Looks = NONE
    claims: Claims = NO_CLAIMS
    item: Span | None = None
    claim: int | None = None
    hits: tuple[Span, ...] = ()
    hit: int | None = None
    bookmarks: tuple[int, ...] = ()


class ArticleView(ScrollView, can_focus=False):
    """An article, drawn a line at a time; knows which row holds which offset of the body."""

    DEFAULT_CSS = stylesheets.text("article")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("article--title", "article--about", "article--text", "article--heading"),
        *("article--notice", "article--teaser", "article--age"),
        *("article--stripped", "article--reason"),
        *("article--figure", "article--person", "article--organisation"),
        *("article--country", "article--place"),
        *("article--current", "article--current-claim", "article--hit", "article--current-hit"),
        *("article--mark", "article--claim", "article--unsure", "article--denied", "article--bar"),
    }

    active: var[bool] = var(False, init=False)
    """Whether this is the pane that keys go to."""

    @dataclass
    class Moved(Message):
        """The reader went to another line; the offsets are those of the line in the body."""

        start: int
        end: int

    class Viewed(Message):
        """Another part of the text is in sight."""

    def __init__(self, column: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._column = column
        self._blocks: tuple[Block, ...] = ()
        self._sheet = Sheet(())
        self._marks = Marks()
        self._cursor = 0
        self._drawn: dict[int, Strip] = {}

    @property
    def progress(self) -> int | None:
        """How far the last line in sight is, in percent; None where all is in sight."""
        height = self.size.height
        if not self._sheet.rows or self.max_scroll_y <= 0 or not height:
            return None
        return round(100 * self.scroll_offset.y / self.max_scroll_y)

    @property
    def offset_here(self) -> int:
        """The offset in the body of the line the cursor is on, or of the last body before it."""
        for row in reversed(self._sheet.rows[: self._cursor + 1]):
            if row.at is not None:
                return row.at
        return 0

    def put(self, blocks: tuple[Block, ...], marks: Marks, offset: int = 0) -> None:
        """Show other text, with the cursor at an offset of its body."""
        self._blocks, self._marks = blocks, marks
        self._set()
        self._cursor = self._sheet.row_of(offset)
        self.scroll_to(y=0, animate=False, force=True)
        if offset:
            self.go(offset)
        self._place()

    def keep(self, blocks: tuple[Block, ...]) -> None:
        """Show more or less around the same body, with the line of the cursor where it was."""
        offset_here, high = self.offset_here, self._cursor - self.scroll_offset.y
        self._blocks = blocks
        self._set()
        self._cursor = self._sheet.row_of(offset_here)
        self.scroll_to(y=self._cursor - high, animate=False, force=True)
        self._place()

    def mark(self, marks: Marks) -> None:
        """Mark other things in the same text."""
        if marks != self._marks:
            self._marks = marks
            self._drawn.clear()
            self.refresh()

    def go(self, offset: int) -> None:
        """Put the cursor on the line of an offset; scroll only if that is not well in sight."""
        self._show(self._sheet.row_of(offset))
        height, high = self.size.height, self._cursor + ABOVE - self.scroll_offset.y
        margin = min(2, height // 5)
        if not margin <= high < height - margin:
            self.scroll_to(y=self._cursor + ABOVE - height // 3, animate=False, force=True)
        self._place()

    def line(self, step: int) -> None:
        """Go a line down or up; the text moves under the cursor once that is well on the page."""
        self._step(self._sheet.near(self._cursor + step, step))

    def half(self, step: int) -> None:
        """Go half a page down or up."""
        self._step(self._sheet.near(self._cursor + step * max(1, self.size.height // 2), step))

    def page(self, step: int) -> bool:
        """Go a page down or up; False where the end was in sight already."""
        if (self.scroll_offset.y >= self.max_scroll_y) if step > 0 else not self.scroll_offset.y:
            return False
        self.scroll_to(
            y=self.scroll_offset.y + step * max(1, self.size.height - 2), animate=False, force=True
        )
        self._show(self._sheet.near(self.scroll_offset.y, 1))
        self._tell()
        return True

    def end(self, step: int) -> None:
        """Go to the last line, or to the first."""
        last = len(self._sheet.rows) - 1
        self._show(self._sheet.near(last, -1) if step > 0 else self._sheet.first)
        self.scroll_to(y=self.max_scroll_y if step > 0 else 0, animate=False, force=True)
        self._tell()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the looks of before."""
        super().notify_style_update()
        self.painter.forget()
        self._drawn.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Viewed())

    def on_resize(self) -> None:
        """Set the text in the new width; the line of the cursor stays where it was."""
        self.keep(self._blocks)
        if self.offset_here:
            self.go(self.offset_here)
        self.post_message(self.Viewed())

    def watch_active(self) -> None:
        """The cursor in the gutter is fainter in a pane the reader left."""
        self._drawn.pop(self._cursor, None)
        self.refresh()
        self._place()

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked."""
        inside = event.get_content_offset(self)
        row = inside.y + self.scroll_offset.y - ABOVE if inside else -1
        if 0 <= row < len(self._sheet.rows):
            self._show(self._sheet.near(row, 1))
            self._tell()

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        number = y + self.scroll_offset.y - ABOVE
        if not 0 <= number < len(self._sheet.rows):
            return self.painter.blank(self.size.width)
        if number not in self._drawn:
            row = self._sheet.rows[number]
            parts = [*self._gutter(row, number), *self._text(row)]
            left: Part = (" " * self._left, "")
            self._drawn[number] = self.painter.line([left, *parts], self.size.width)
        return self._drawn[number]

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - self._room - GUTTER) // 2)

    @property
    def _room(self) -> int:
        return max(1, min(self._column, self.size.width - GUTTER - 1))

    def _set(self) -> None:
        self._sheet = lay(self._blocks, self._room)
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, len(self._sheet.rows) + 2 * ABOVE)
        self.refresh()

    def _gutter(self, row: Row, number: int) -> list[Part]:
        here = number == self._cursor
        cursor = "›" if here and self.active else "·" if here else " "
        if row.at is None:
            return [(f"{cursor}   ", "article--mark")]
        bookmarks = self._marks.bookmarks
        first = bisect_left(bookmarks, row.at)
        kept = first < len(bookmarks) and bookmarks[first] < row.until
        return [
            (cursor, "article--mark"),
            ("⚑" if kept else " ", "article--mark"),
            self._bar(row.at, row.at + len(row.text)),
            (" ", ""),
        ]

    def _bar(self, start: int, end: int) -> Part:
        current = self._marks.claim
        claims = self._marks.claims
        if current is not None:
            claim = claims.all[current]
            if claim.start < end and claim.end > start:
                return CURRENT_BAR, "article--bar"
        index = claims.at(start, end)
        if index is None:
            return " ", ""
        stance = claims.all[index].stance
        return BARS[stance], f"article--{STANCES.get(stance, 'claim')}"

    def _text(self, row: Row) -> list[Part]:
        if row.block is None:
            return []
        base = f"article--{row.block.kind}"
        if row.at is None:
            return [(row.text, base)]
        start, end = row.at, row.at + len(row.text)
        body = row.block.text
        shift = row.block.at or 0
        return [
            (
                body[begin - shift : until - shift],
                " ".join((base, *(f"article--{name}" for name in names))),
            )
            for begin, until, names in cut(start, end, self._looks(start, end))
        ]

    def _looks(self, start: int, end: int) -> Sequence[Look]:
        marks = self._marks
        looks: list[Look] = []
        if marks.claim is not None:
            claim = marks.claims.all[marks.claim]
            looks.append(Look(claim.start, claim.end, "current-claim"))
        looks += marks.looks.between(start, end)
        for nth in within(marks.hits, start, end):
            looks.append(Look(*marks.hits[nth], "current-hit" if nth == marks.hit else "hit"))
        if marks.item is not None and marks.claim is None:
            looks.append(Look(*marks.item, "current"))
        return looks

    def _show(self, row: int) -> None:
        """Put the cursor on a row, and the mark in the gutter with it."""
        self._drawn.pop(self._cursor, None)
        self._cursor = row
        self._drawn.pop(row, None)
        self.refresh()

    def _step(self, row: int) -> None:
        self._show(row)
        height, high = self.size.height, row + ABOVE - self.scroll_offset.y
        low = max(0, height // 2)
        if high > low:
            self.scroll_to(y=row + ABOVE - low, animate=False, force=True)
        elif high < height // 4:
            self.scroll_to(y=row + ABOVE - height // 4, animate=False, force=True)
        self._tell()

    def _tell(self) -> None:
        self._place()
        row = self._sheet.rows[self._cursor] if self._sheet.rows else None
        if row is not None and row.at is not None:
            self.post_message(self.Moved(row.at, row.until))

    def _place(self) -> None:
        """Put the terminal's own cursor on the line: screen readers and braille follow it."""
        if self.active and self.is_attached:
            y = self._cursor + ABOVE - self.scroll_offset.y
            here = Offset(self._left + GUTTER, max(0, min(y, self.size.height - 1)))
            self.app.cursor_position = self.content_region.offset + here
