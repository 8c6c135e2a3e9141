"""Tags as a tree: those that stand under another are set in, each with what has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from tui.widgets.filled import Filled
from tui.widgets.own import COLOURS
from tui.widgets.paint import Part, spread
from tui.widgets.wrap import clip

STEP, DEEPEST = 2, 8


class TagLine(NamedTuple):
    """A tag: its whole name, the last part of it, how deep it stands, what has it, its colour.

    All but the whole name is safe to print. `drawn` is the colour it is seen in, its own or that
    of one above it.
    """

    tag: str
    name: str
    depth: int
    note: str
    colour: str = ""
    drawn: str = ""


class TagRows(Filled[TagLine]):
    """A tag a row; one can be taken, to be merged."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("tags--name", "tags--note", "tags--from"),
        *(f"tags--{colour}" for colour in COLOURS),
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._taken: str | None = None

    def put(self, lines: Sequence[TagLine]) -> None:
        """Show other tags."""
        self._shown = lines
        self.renew()
        self.refresh(layout=True)

    def take(self, tag: str | None) -> None:
        """Show which tag is to be merged."""
        self._taken = tag
        self.renew()

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The name, set in, and what has it."""
        line = self._shown[index]
        taken = line.tag == self._taken
        lead = " " * (STEP * min(line.depth, DEEPEST))
        note = " · ".join(filter(None, (line.colour, line.note)))
        room = width - len(lead) - 3
        name = clip(line.name, max(room - cell_len(note) - 2, room // 2))
        look = f"tags--name tags--{line.drawn}" if line.drawn else "tags--name"
        left: list[Part] = [("→ " if taken else "# ", "tags--from"), (lead, "")]
        left.append((name, "tags--from" if taken else look))
        return [spread(left, [(f"{note} ", "tags--note")], width)]
