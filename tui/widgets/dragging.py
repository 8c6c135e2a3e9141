"""A text set in rows that one selects in with the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets import pointing
from tui.widgets.paint import Lined
from tui.widgets.sheet import Row, Sheet

GUTTER = 4
ABOVE = 1
"""Cells before each row, and blank lines above the first."""


class Dragging(Lined, can_focus=False):
    """Tells from which offset to which the mouse goes, and what is clicked."""

    ALLOW_SELECT = False  # what is selected here is ours: it can be marked, and copied with more

    @dataclass
    class Dragged(Message):
        """The mouse went from one offset of the body to another; a click is without a way."""

        anchor: int
        head: int

    @dataclass
    class Doubled(Message):
        """A character was clicked twice."""

        offset: int

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet = Sheet(())
        self._pressed: int | None = None
        self._dragged = False

    @property
    def _left(self) -> int:
        """How many cells are free before the gutter."""
        raise NotImplementedError

    def beside(self, offset: int, head: int, step: int) -> int:
        """Where a line below or above comes to, from the line that holds the character `offset`."""
        return pointing.beside(self._sheet, offset, head, step)

    def edge(self, offset: int, step: int) -> int:
        """Where the line of an offset begins, or for a `step` of 1 ends."""
        return pointing.edge(self._sheet, offset, step)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Where the mouse begins to select."""
        self._dragged = False
        if event.button == 1 and (row := self._row_at(event)) is not None:
            self._pressed = pointing.offset_on(row, self._cell(event))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """As far as the mouse is now; at the edge the text moves on."""
        row = self._row_at(event) if self._pressed is not None else None
        if row is None or self._pressed is None:
            return
        head = pointing.offset_on(row, self._cell(event))
        if head != self._pressed or self._dragged:
            self._dragged = True
            self.post_message(self.Dragged(self._pressed, head))
        if event.y <= 0 or event.y >= self.size.height - 1:
            self.scroll_relative(y=-1 if event.y <= 0 else 1, animate=False, force=True)

    def on_mouse_up(self) -> None:
        """No further."""
        self.release_mouse()
        self._pressed = None

    def clicked(self, number: int) -> None:
        """Go to the row that was clicked."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked; on a second click, select the word."""
        inside = event.get_content_offset(self)
        number = inside.y + self.scroll_offset.y - ABOVE if inside else -1
        if self._dragged or not 0 <= number < len(self._sheet.rows):
            self._dragged = False
            return
        row = self._sheet.rows[number]
        if event.chain == 2 and row.at is not None:
            self.post_message(self.Doubled(pointing.character_on(row, self._cell(event))))
        elif event.chain == 1:
            self.post_message(self.Dragged(row.at or 0, row.at or 0))
            self.clicked(number)

    def _row_at(self, event: events.MouseEvent) -> Row | None:
        number = round(event.y) + self.scroll_offset.y - ABOVE - self.gutter.top
        number = max(0, min(number, len(self._sheet.rows) - 1))
        back = pointing.body_row(self._sheet, number, -1)
        return back or pointing.body_row(self._sheet, number, 1)

    def _cell(self, event: events.MouseEvent) -> int:
        return max(0, round(event.x) - self._left - GUTTER - self.gutter.left)
