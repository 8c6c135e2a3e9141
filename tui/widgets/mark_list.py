"""Marks under the names of what they are grouped by, two lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from tui.widgets import wording
from tui.widgets.own import COLOURS
from tui.widgets.paint import Part, spread
from tui.widgets.rows import Rows
from tui.widgets.tag_looks import Look, cut
from tui.widgets.wrap import clip


class MarkRow(NamedTuple):
    """A mark in the list; a heading has no id, but a size. All of it is safe to print.

    `kind` and `state` name its looks, `told` puts the state in a word where there is one to tell.
    Those `spans` of what stands `under` the words that are coloured tags have looks of their own.
    """

    id: str | None
    sign: str
    words: str
    kind: str = ""
    told: str = ""
    state: str = ""
    under: str = ""
    date: str = ""
    size: int = 0
    spans: tuple[Look, ...] = ()


class MarkList(Rows):
    """The rows of the notebook."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("mark--group", "mark--note", "mark--words", "mark--sign", "mark--claim"),
        *("mark--changed", "mark--ambiguous", "mark--orphan"),
        *(f"mark--tag-{colour}" for colour in COLOURS),
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Sequence[MarkRow] = ()
        self._empty = ""

    @property
    def count(self) -> int:
        """How many rows there are, the headings too."""
        return len(self._shown)

    @property
    def tall(self) -> int:
        """A line for the words, and one for the rest."""
        return 2

    @property
    def row(self) -> MarkRow | None:
        """The mark the cursor is on."""
        row = self._shown[self.cursor] if self.cursor < self.count else None
        return row if row is not None and row.id is not None else None

    def put(self, rows: Sequence[MarkRow], at: int | None, empty: str) -> None:
        """Show other marks, with the cursor on one; `empty` is said where there are none."""
        self._shown, self._empty = rows, empty
        self.renew()
        if at is None:
            self.scroll_to(y=0, animate=False, force=True)
        self.point(at if at is not None else 1)

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return self._shown[index].id is None

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The name of a group with how many are in it, or a mark."""
        row = self._shown[index]
        if row.id is None:
            count = wording.number(row.size)
            name = clip(row.words, width - cell_len(count) - 2)
            return [[], spread([(name, "mark--group")], [(count, "mark--note")], width)]
        room = width - 3
        look = "mark--claim" if row.kind == "claim" else "mark--sign"
        words = clip(row.words, room - cell_len(row.told) - (2 if row.told else 0))
        state = f"mark--{row.state.lower()}"
        told: list[Part] = [(row.told, state)] if row.told else []
        under = clip(row.under, room - cell_len(row.date) - 2)
        below = cut(under, row.spans, "mark--note", "mark--")
        return [
            [(f"{row.sign} ", look), *spread([(words, "mark--words")], told, room)],
            [("  ", ""), *spread(below, [(row.date, "mark--note")], room)],
        ]

    def render_line(self, y: int) -> Strip:
        """One line of the list; where nothing is in it, that is told."""
        if self._shown or y != 1:
            return super().render_line(y)
        line: list[Part] = [(f" {clip(self._empty, self.size.width - 2)}", "mark--note")]
        return self.painter.line(line, self.size.width)
