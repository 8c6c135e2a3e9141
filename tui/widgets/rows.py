"""A list that draws only the rows in sight, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.widgets.paint import KEPT, Lined, Part

MOVES = {
    "down": ("line", 1),
    "up": ("line", -1),
    "half_down": ("half", 1),
    "half_up": ("half", -1),
    "page": ("page", 1),
    "page_up": ("page", -1),
    "bottom": ("end", 1),
    "top": ("end", -1),
}


class Rows(Lined, can_focus=False):
    """Rows of one height with a cursor; a subclass says how many there are and draws one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--blurred", "rows--mark"}

    gaps: ClassVar[bool] = False
    """Whether an empty line of a row parts it from others, and the cursor does not show there."""

    cursor: var[int] = var(0, init=False)
    """The row the reader is on."""

    active: var[bool] = var(False, init=False)
    """Whether this is the pane that keys go to."""

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The reader went to another row."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """The reader chose a row."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: dict[int, list[Strip]] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def tall(self) -> int:
        """How many lines a row takes."""
        return 1

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return self.count * self.tall

    def place(self, index: int) -> tuple[int, int]:
        """The line at which a row begins, and how many lines it takes."""
        return index * self.tall, self.tall

    def index_at(self, line: int) -> int:
        """The row that a line belongs to; `count` or more below the last."""
        return line // self.tall

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The lines of a row, without the column of the cursor mark."""
        raise NotImplementedError

    def sign(self, index: int) -> str:
        """The character before a row that the cursor is not on."""
        return " "

    def skips(self, index: int) -> bool:
        """Whether the cursor passes over a row, as over a heading."""
        return False

    def renew(self) -> None:
        """Draw everything again: the rows or their looks have changed."""
        self.measure()
        self.refresh()

    def measure(self) -> None:
        """Forget what was drawn, and be as high as all rows; nothing is drawn yet."""
        self._drawn.clear()
        self.reach(Size(self.size.width, self.lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as all rows, where the list is as high as what it holds."""
        return self.lines

    def notify_style_update(self) -> None:
        """Forget what was drawn with the looks of before."""
        super().notify_style_update()
        self._drawn.clear()

    def on_resize(self) -> None:
        """Draw the rows in the new width, with the cursor in sight."""
        self.renew()
        self.reveal()

    def watch_active(self) -> None:
        """The cursor looks otherwise in the pane the reader is in."""
        self._repaint(self.cursor)
        self._place()

    def line(self, step: int) -> None:
        """Go `step` rows down, or up where it is negative."""
        self._go(self.cursor + step, 1 if step > 0 else -1)

    def half(self, step: int) -> None:
        """Go half a page down or up."""
        self._go(self.cursor + step * max(1, self.size.height // self.tall // 2), step)

    def page(self, step: int) -> bool:
        """Go a page down or up; False where there was no more."""
        before = self.cursor
        self._go(self.cursor + step * max(1, self.size.height // self.tall - 1), step)
        return self.cursor != before

    def end(self, step: int) -> None:
        """Go to the last row, or to the first."""
        self._go(self.count - 1 if step > 0 else 0, -step)

    def act(self, action: str) -> None:
        """Do an action of the registry that moves the cursor; others are not for a list."""
        if action in MOVES:
            method, step = MOVES[action]
            getattr(self, method)(step)

    def point(self, index: int) -> None:
        """Put the cursor on a row without telling anybody."""
        with self.prevent(self.Moved):
            self.cursor = max(0, min(index, self.count - 1))
        self.reveal()

    def reveal(self) -> None:
        """Scroll so far that the row of the cursor is in sight."""
        if not self.count:
            return
        (top, tall), height = self.place(self.cursor), self.size.height
        headed = self.cursor > 0 and self.skips(self.cursor - 1)
        above = self.place(self.cursor - 1)[0] if headed else top
        if top + tall - above > height:
            above = top
        if above < self.scroll_offset.y:
            self.scroll_to(y=above, animate=False, force=True)
        elif top + tall > self.scroll_offset.y + height > 0:
            self.scroll_to(y=top + tall - height, animate=False, force=True)
        self._place()

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows again and say where the cursor went."""
        self._repaint(before)
        self._repaint(now)
        if before != now:
            self.post_message(self.Moved(self, now))

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked, and open it."""
        inside = event.get_content_offset(self)
        index = self.index_at(inside.y + self.scroll_offset.y) if inside else self.count
        if index < self.count and not self.skips(index):
            self.point(index)
            self.post_message(self.Opened(self, index))

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        line = y + self.scroll_offset.y
        index = self.index_at(line)
        if index >= self.count:
            return self.painter.blank(self.size.width)
        if index not in self._drawn:
            if len(self._drawn) * self.tall > KEPT:
                self._drawn = {at: row for at, row in self._drawn.items() if self._seen(at)}
            self._drawn[index] = self.strips(index, self.size.width)
        return self._drawn[index][line - self.place(index)[0]]

    def _seen(self, index: int) -> bool:
        """Whether a row is in sight."""
        (top, tall), first = self.place(index), self.scroll_offset.y
        return top < first + self.size.height and top + tall > first

    def strips(self, index: int, width: int) -> list[Strip]:
        """The lines of a row as they are painted."""
        here = index == self.cursor and not self.skips(index)
        under = ("rows--cursor" if self.active else "rows--blurred") if here else ""
        tall = self.place(index)[1]
        lines = self.draw(index, width - 1)
        lines += [[]] * (tall - len(lines))
        marks = ["▌"] * tall if here else [self.sign(index)] + [" "] * (tall - 1)
        return [
            self.painter.line([(mark, "rows--mark"), *parts], width, under)
            if parts or not self.gaps
            else self.painter.blank(width)
            for mark, parts in zip(marks, lines, strict=False)
        ]

    def _go(self, index: int, step: int) -> None:
        index = max(0, min(index, self.count - 1))
        while 0 <= index < self.count and self.skips(index):
            index += step
        if 0 <= index < self.count:
            self.cursor = index
            self.reveal()

    def _repaint(self, index: int) -> None:
        self._drawn.pop(index, None)
        if index < self.count:
            top, tall = self.place(index)
            self.refresh(Region(0, top - self.scroll_offset.y, self.size.width, tall))

    def _place(self) -> None:
        """Put the terminal's own cursor on the row: screen readers and braille follow it."""
        if self.active and self.is_attached and self.count:
            y = self.place(self.cursor)[0] - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(1, max(0, y))
