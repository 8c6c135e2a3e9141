"""Tags to choose from: those that go on with what is typed, in the tree they stand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.filled import Filled
from tui.widgets.own import COLOURS
from tui.widgets.paint import Part, spread
from tui.widgets.tag_looks import colour_of, colours_of
from tui.widgets.wrap import clip

if TYPE_CHECKING:
    from tui.store.marked import TagCount

THERE = "✓"


class TagRow(NamedTuple):
    """A tag to choose, `depth` tags below the first of its branch, where that is shown.

    `drawn` is the colour it is seen in, its own or that of one above it.
    """

    name: str
    depth: int = 0
    told: str = ""
    there: bool = False
    drawn: str = ""


def tag_rows(tags: Sequence[TagCount], typed: str, there: Collection[str]) -> list[TagRow]:
    """The tags in which the words stand, those that begin with them first; else all, as a tree."""
    from tui.store.query import folded

    colours = colours_of(tags)

    def row(tag: TagCount, depth: int) -> TagRow:
        drawn = colour_of(tag.name, colours)
        return TagRow(tag.name, depth, _uses(tag), tag.name in there, drawn)

    wanted = folded(typed).strip("/ ")
    if not wanted:
        return [row(tag, tag.name.count("/")) for tag in tags]
    ranked = ((_rank(folded(tag.name), wanted), tag) for tag in tags)
    fitting = sorted((rank, at) for at, (rank, _) in enumerate(ranked) if rank is not None)
    return [row(tags[at], 0) for _, at in fitting]


def _rank(name: str, wanted: str) -> int | None:
    """0 for a tag that begins so, 1 where one it is made of does, 2 where the words are in it."""
    if name.startswith(wanted):
        return 0
    if any(part.startswith(wanted) for part in name.split("/")):
        return 1
    return 2 if wanted in name else None


def _uses(tag: TagCount) -> str:
    counts = ((tag.articles, "article"), (tag.claims, "claim"), (tag.marks, "mark"))
    uses = (wording.plural(count, one) for count, one in counts if count)
    return " · ".join(filter(None, (safe_line(tag.colour), *uses)))


class TagRows(Filled[TagRow]):
    """A tag a row; the cursor is on none of them until the reader goes there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("tag--name", "tag--there", "tag--note"),
        *(f"tag--{colour}" for colour in COLOURS),
    }

    @property
    def first(self) -> str | None:
        """The tag that fits best."""
        return self._shown[0].name if self._shown else None

    @property
    def chosen(self) -> str | None:
        """The tag the reader went to."""
        return self._shown[self.cursor].name if self.active and self.cursor < self.count else None

    def put(self, rows: Sequence[TagRow], chosen: bool = False) -> None:
        """Show other tags; `chosen` says that the cursor is on the first of them."""
        self._shown = rows
        self.active = chosen and bool(rows)
        self.renew()
        self.point(0)
        self.refresh(layout=True)

    def step(self, by: int) -> None:
        """A row down or up; from the first one up back to what is typed."""
        if not self.active:
            self.active = by > 0 and self.count > 0
            self.renew()
        elif by < 0 and self.cursor == 0:
            self.active = False
            self.renew()
        else:
            self.line(by)

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The name under what it stands, whether it is there already, and what has it."""
        row = self._shown[index]
        name = row.name.rpartition("/")[2] if row.depth else row.name
        sign = f"{THERE} " if row.there else "  "
        label = f"{sign}{'  ' * row.depth}{safe_line(name)}"
        room = width - (cell_len(row.told) + 2 if row.told else 0)
        look = "tag--there" if row.there else "tag--name"
        look += f" tag--{row.drawn}" if row.drawn else ""
        return [spread([(_indented(label, room), look)], [(row.told, "tag--note")], width)]

    def strips(self, index: int, width: int) -> list[Strip]:
        """As in other lists; without a cursor as long as the reader did not go to a row."""
        if self.active:
            return super().strips(index, width)
        lines = self.draw(index, width - 1)
        return [self.painter.line([(" ", ""), *parts], width) for parts in lines]


def _indented(label: str, room: int) -> str:
    """A label with the blanks before it, on one line of so many cells."""
    blanks = len(label) - len(label.lstrip())
    return " " * blanks + clip(label.lstrip(), max(1, room - blanks))
