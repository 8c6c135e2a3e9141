"""What is known of an actor over a corpus: its names, its claims, the articles it is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from tui.widgets import stylesheets
from tui.widgets.paint import Part, spread
from tui.widgets.statements import LOOKS, Statement, height, told
from tui.widgets.uneven import Uneven
from tui.widgets.wrap import clip, fold_lines

NOTES = 3  # lines that what is told of somebody takes at most


class Entry(NamedTuple):
    """A row: some words with a note under them, or a claim. All of it is safe to print.

    `go` is the article and the position in it that it leads to, `alias` the key of a name that
    can be split off; a row with neither is only read. A row that is `apart` has a blank line above.
    """

    head: str = ""
    look: str = "head"
    tail: str = ""
    note: str = ""
    said: Statement | None = None
    go: tuple[str, int | None] | None = None
    alias: str | None = None
    apart: bool = False


class Dossier(Uneven):
    """The rows about one actor."""

    DEFAULT_CSS = stylesheets.text("voices")
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("actor--head", "actor--person", "actor--organisation", "actor--country", "actor--place"),
        *("actor--group", "actor--note", "actor--title"),
        *LOOKS,
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._entries)

    @property
    def entry(self) -> Entry | None:
        """The row of the cursor, None where there is none that one can be on."""
        if self.cursor < self.count and not self.skips(self.cursor):
            return self._entries[self.cursor]
        return None

    def put(self, entries: Sequence[Entry], stay: bool = False) -> None:
        """Show other rows, from the first; `stay` leaves the cursor where it is."""
        self._entries = entries
        self.renew()
        if not stay or self.entry is None:
            self.scroll_to(y=0, animate=False, force=True)
            with self.prevent(self.Moved):
                self.cursor = self._first(lambda entry: entry.go is not None) or 0

    def go_to_aliases(self) -> bool:
        """Put the cursor on the first name that can be split off; False where there is none."""
        at = self._first(lambda entry: entry.alias is not None)
        if at is not None:
            self.point(at)
        return at is not None

    def _first(self, fits: Callable[[Entry], bool]) -> int | None:
        return next((at for at, entry in enumerate(self._entries) if fits(entry)), None)

    def skips(self, index: int) -> bool:
        """What is only read is passed over."""
        entry = self._entries[index]
        return entry.go is None and entry.alias is None

    def height_of(self, index: int, width: int) -> int:
        """As high as what the row tells."""
        entry = self._entries[index]
        if entry.said is not None:
            return height(entry.said, width - 1) + entry.apart
        return len(self.draw(index, width))

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The claim, or the words and the note under them."""
        entry = self._entries[index]
        above: list[list[Part]] = [[]] if entry.apart else []
        if entry.said is not None:
            return [*above, *told(entry.said, width - 1)]
        room = width - 2
        lines: list[list[Part]] = []
        if entry.head:
            head = clip(entry.head, room - len(entry.tail) - 2)
            left: list[Part] = [(head, f"actor--{entry.look}")]
            lines.append(spread(left, [(entry.tail, "actor--note")], room))
        notes = fold_lines(entry.note, room, NOTES) if entry.note else []
        lines += [[(line, "actor--note")] for line in notes]
        return [*above, *([(" ", ""), *line] for line in lines)]
