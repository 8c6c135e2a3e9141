"""Lists whose rows are put into them all at once, with marks on some, or told where none are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.strip import Strip

from tui.widgets.paint import Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip

MARKED = "✓"
Shown = TypeVar("Shown")


class Filled(Rows, Generic[Shown]):
    """A list that holds what it shows."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Sequence[Shown] = ()

    @property
    def count(self) -> int:
        """How many rows there are, the headings too."""
        return len(self._shown)

    @property
    def row(self) -> Shown | None:
        """What the cursor is on, None on a heading."""
        if self.cursor < self.count and not self.skips(self.cursor):
            return self._shown[self.cursor]
        return None


class Marking(Rows):
    """A list of which rows can be marked, each by its key."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marked: Collection[str] = ()

    def mark(self, keys: Collection[str]) -> None:
        """Show which rows are marked."""
        self._marked = frozenset(keys)
        self._drawn.clear()
        self.refresh()


class Listing(Filled[Shown]):
    """Rows of two lines, perhaps under headings; where there are none, that is told."""

    EMPTY_LOOK: ClassVar[str]
    """How it looks where it is told that there is no row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._empty = ""

    @property
    def tall(self) -> int:
        """A line for the words or the name, and one for the rest."""
        return 2

    def put(self, rows: Sequence[Shown], at: int | None, empty: str) -> None:
        """Show other rows, with the cursor on one; `empty` is said where there are none.

        Without a row to go to, the cursor goes to the first.
        """
        self._shown, self._empty = rows, empty
        self.renew()
        if at is None:
            self.scroll_to(y=0, animate=False, force=True)
            at = 1 if self.count and self.skips(0) else 0
        self.point(at)

    def render_line(self, y: int) -> Strip:
        """One line of the list; where nothing is in it, that is told."""
        if self._shown or y != 1:
            return super().render_line(y)
        line: list[Part] = [(f" {clip(self._empty, self.size.width - 2)}", self.EMPTY_LOOK)]
        return self.painter.line(line, self.size.width)
