"""Marks under the names of what they are grouped by, two lines each."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from tui.widgets import wording
from tui.widgets.filled import Listing
from tui.widgets.own import COLOURS
from tui.widgets.paint import Part, spread
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


class MarkList(Listing[MarkRow]):
    """The rows of the notebook."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("mark--group", "mark--note", "mark--words", "mark--sign", "mark--claim"),
        *("mark--changed", "mark--ambiguous", "mark--orphan"),
        *(f"mark--tag-{colour}" for colour in COLOURS),
    }
    EMPTY_LOOK = "mark--note"

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
