"""The article in its column: highlighted, with a gutter, a reading cursor and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.session import Spot
from tui.widgets import stylesheets
from tui.widgets.blocks import CUT_KINDS, Block, Kind
from tui.widgets.dragging import ABOVE, GUTTER, Dragging
from tui.widgets.marks import Marks, gutter, looks_on
from tui.widgets.own import COLOURS
from tui.widgets.paint import Part
from tui.widgets.sheet import Row, lay
from tui.widgets.spans import cut

BEGINNING = (0, -(1 << 30))  # after what we say of the page, before all that it says itself


class ArticleView(Dragging, can_focus=False):
    """An article, drawn a line at a time; knows which row holds which offset of the body."""

    DEFAULT_CSS = stylesheets.text("article")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("article--title", "article--about", "article--text", "article--heading"),
        *("article--notice", "article--teaser", "article--age"),
        *("article--stripped", "article--reason", "article--cut"),
        *("article--restored", "article--known"),
        *("article--figure", "article--person", "article--organisation"),
        *("article--country", "article--place"),
        *("article--current", "article--current-claim", "article--hit", "article--current-hit"),
        *("article--mark", "article--claim", "article--unsure", "article--denied", "article--bar"),
        *("article--highlight", *(f"article--highlight-{name}" for name in COLOURS[1:])),
        *("article--beside", "article--own-here", "article--selected"),
    }

    active: var[bool] = var(False, init=False)
    """Whether this is the pane that keys go to."""

    @dataclass
    class Moved(Message):
        """The reader went to another line of a text; the offsets are those of it in the body."""

        start: int
        end: int
        blocks: tuple[Block, ...]

    class Viewed(Message):
        """Another part of the text is in sight."""

    def __init__(self, column: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self._column = column
        self.blocks: tuple[Block, ...] = ()
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

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the line of the cursor begins and ends in the body; both 0 where it is no body."""
        row = self._sheet.rows[self._cursor] if self._sheet.rows else None
        return (0, 0) if row is None or row.at is None else (row.at, row.until)

    @property
    def block(self) -> Block | None:
        """What the cursor is on."""
        return self._sheet.rows[self._cursor].block if self._sheet.rows else None

    @property
    def spot(self) -> Spot:
        """The line the cursor is on, to be found again when the text is set anew."""
        return self._sheet.rows[self._cursor].spot if self._sheet.rows else (0, 0)

    def near(self, offset: int) -> int:
        """An offset of the body if it is on the line of the cursor, else where that begins."""
        row = self._sheet.rows[self._cursor] if self._sheet.rows else None
        if row is None or row.at is None or row.at <= offset < row.until:
            return offset
        return row.at

    def put(
        self, blocks: tuple[Block, ...], marks: Marks, offset: int = 0, spot: Spot | None = None
    ) -> None:
        """Show other text, with the cursor at an offset of its body, or on a line of before."""
        self.blocks, self._marks = blocks, marks
        self._set()
        self._cursor = self._sheet.row_of(offset)
        self.scroll_to(y=0, animate=False, force=True)
        if spot is not None:
            self.go_spot(spot)
        elif offset:
            self.go(offset)
        self._place()

    def keep(self, blocks: tuple[Block, ...], marks: Marks | None = None) -> None:
        """Show more or less of the same page, with the line of the cursor where it was."""
        spot, high = self.spot, self._cursor - self.scroll_offset.y
        self.blocks, self._marks = blocks, marks or self._marks
        self._set()
        self._cursor = self._sheet.row_at(spot)
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
        self._reveal(self._sheet.row_of(offset))

    def go_spot(self, spot: Spot) -> None:
        """Put the cursor on a line that was told before, in the same way."""
        self._reveal(self._sheet.row_at(spot))

    def go_to_cut(self, step: int) -> bool:
        """Go to the next cut part, or to the one before; False where there is none."""
        row = self._sheet.next_block(self._cursor, step, ("stripped",))
        if row is not None:
            self._reveal(row)
            self._tell()
        return row is not None

    def leave_block(self) -> None:
        """Go to the paragraph after the one of the cursor, or where that is the last before it."""
        kinds: tuple[Kind, ...] = ("text", "heading")
        after = self._sheet.next_block(self._cursor, 1, kinds)
        row = self._sheet.next_block(self._cursor, -1, kinds) if after is None else after
        if row is not None:
            self._show(row)
            self._tell()

    def _reveal(self, row: int) -> None:
        self._show(row)
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
        self._show(self._sheet.near(last, -1) if step > 0 else self._sheet.row_at(BEGINNING))
        self.scroll_to(y=self.max_scroll_y if step > 0 else 0, animate=False, force=True)
        self._tell()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the looks of before."""
        super().notify_style_update()
        self._drawn.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Viewed())

    def on_resize(self) -> None:
        """Set the text in the new width; the line of the cursor stays where it was."""
        self.keep(self.blocks)
        if self._cursor > self._sheet.first:
            self._reveal(self._cursor)
        self.post_message(self.Viewed())

    def watch_active(self) -> None:
        """The cursor in the gutter is fainter in a pane the reader left."""
        self._drawn.pop(self._cursor, None)
        self.refresh()
        self._place()

    def clicked(self, number: int) -> None:
        """Go to the line that was clicked."""
        self._show(self._sheet.near(number, 1))
        self._tell()

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        number = y + self.scroll_offset.y - ABOVE
        if not 0 <= number < len(self._sheet.rows):
            return self.painter.blank(self.size.width)
        if number not in self._drawn:
            row = self._sheet.rows[number]
            parts = [
                *gutter(row, self._marks, self._sign(number), self._holds(row)),
                *self._text(row),
            ]
            left: Part = (" " * self._left, "")
            self._drawn[number] = self.painter.line([left, *parts], self.size.width)
        return self._drawn[number]

    @property
    def _left(self) -> int:
        """How many cells are free before the gutter."""
        return max(0, (self.size.width - self._room - GUTTER) // 2)

    @property
    def _room(self) -> int:
        return max(1, min(self._column, self.size.width - GUTTER - 1))

    def _set(self) -> None:
        self._sheet = lay(self.blocks, self._room)
        self._drawn.clear()
        self.reach(Size(self.size.width, len(self._sheet.rows) + 2 * ABOVE))
        self.refresh()

    def _sign(self, number: int) -> str:
        if number != self._cursor:
            return " "
        return "›" if self.active else "·"

    def _holds(self, row: Row) -> bool:
        """Whether a row is of what the cursor is on: a cut part, or all under a reason."""
        here, block = self.block, row.block
        if here is None or block is None or here.kind != "reason" or not block.pieces:
            return block is here
        return here.pieces[0].start <= block.pieces[0].start <= here.pieces[-1].start

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
            for begin, until, names in cut(start, end, looks_on(self._marks, start, end))
        ]

    def _show(self, row: int) -> None:
        """Put the cursor on a row, and the mark in the gutter with it."""
        changed = {self._cursor, row}
        for number in list(self._drawn):
            block = self._sheet.rows[number].block
            if number in changed or (block and block.kind in CUT_KINDS):
                del self._drawn[number]
        self._cursor = row
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
            self.post_message(self.Moved(row.at, row.until, self.blocks))

    def _place(self) -> None:
        """Put the terminal's own cursor on the line: screen readers and braille follow it."""
        if self.active and self.is_attached:
            y = self._cursor + ABOVE - self.scroll_offset.y
            here = Offset(self._left + GUTTER, max(0, min(y, self.size.height - 1)))
            self.app.cursor_position = self.content_region.offset + here
