"""A list of which each row takes as many lines as it needs."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from textual.geometry import Region, Size
from textual.strip import Strip

from tui.widgets.rows import Rows


class Uneven(Rows):
    """Rows of different heights; a subclass says how high each is in the width there is."""

    gaps = True

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ends: list[int] = []
        self._room = Size(0, 0)

    def height_of(self, index: int, width: int) -> int:
        """How many lines a row takes, where its lines are `width` cells; may be none."""
        raise NotImplementedError

    def measure(self) -> None:
        """Forget what was drawn, and find how high each row is in the room there is."""
        self._room = self.size
        width = self._room.width - 1
        self._ends = list(accumulate(self.height_of(at, width) for at in range(self.count)))
        super().measure()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part; where they are painted before the news of another size came."""
        if self._room != self.size:
            self.measure()
        return super().render_lines(crop)

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return self._ends[-1] if self._ends else 0

    def place(self, index: int) -> tuple[int, int]:
        """The line at which a row begins, and how many lines it takes."""
        if index >= len(self._ends):
            return self.lines, 0
        top = self._ends[index - 1] if index else 0
        return top, self._ends[index] - top

    def index_at(self, line: int) -> int:
        """The row that a line belongs to; `count` below the last."""
        return bisect_right(self._ends, line)

    def half(self, step: int) -> None:
        """Go half a page down or up."""
        self._leap(step * max(1, self.size.height // 2), step)

    def page(self, step: int) -> bool:
        """Go a page down or up; False where there was no more."""
        before = self.cursor
        self._leap(step * max(1, self.size.height - 1), step)
        return self.cursor != before

    def _leap(self, lines: int, step: int) -> None:
        """To the row that is so many lines away, and at least one row on."""
        to = self.index_at(max(0, self.place(self.cursor)[0] + lines))
        self._go(max(to, self.cursor + 1) if step > 0 else min(to, self.cursor - 1), step)
