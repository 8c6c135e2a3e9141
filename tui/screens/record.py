"""The record of an actor: all figures that it told over time, by what they count, and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.keys import Keymap
from tui.screens import record_telling as tell
from tui.screens.latest import Latest
from tui.screens.leaving import Go
from tui.screens.series_panes import SeriesPanes
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.ledger_rows import Telling
from tui.widgets.record_rows import RecordRows
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.ledgers_record import Record, Said, Strand
    from tui.store.library import Library

MOST = 1_000
"""Of an actor that more articles name the newest of these are looked at."""


class View(NamedTuple):
    """Which series are listed, by words of their names."""

    text: str = ""


class Spot(NamedTuple):
    """Where in the records: the key of the actor, the series, and the key of a row of it."""

    actor: str
    id: str | None = None
    row: str | None = None


class Gone(NamedTuple):
    """How the reader left: for a place in an article or another screen, and from where.

    `changed` tells that something of the notes is other now.
    """

    spot: Spot
    go: Go | None = None
    to: str = ""
    changed: bool = False


@dataclass(eq=False, repr=False)
class Recorded(Message):
    """The record that was asked for; None where nobody has such a name any more."""

    record: Record | None


class RecordScreen(SeriesPanes[Gone]):
    """On the left the series in which an actor spoke, on the right what it said in one."""

    scenes = frozenset(("record",))

    def __init__(self, library: Library, keymap: Keymap, spot: Spot) -> None:
        super().__init__(library, keymap)
        self.about = self.rows = RecordRows(id="rows")
        self.view = View()
        self.spot = spot
        self.whose = safe_line(spot.actor.partition(":")[2])
        self.record: Record | None = None
        self._strands: list[Strand] = []
        self._asking = Latest[str](self, "record", lambda key: Recorded(library.record(key, MOST)))

    def panes(self) -> Horizontal:
        """The list, and the figures with what is told of one."""
        sheet = Vertical(self.rows, self.told, id="sheet")
        return Horizontal(self.series, sheet, id="ledger")

    def on_mount(self) -> None:
        """Ask for what is known, and have gathered what is not."""
        self.go_to_pane(self.rows if self.spot.row else self.series)
        self.again()
        self.gather()

    @property
    def said(self) -> Said | None:
        """The figure at the cursor of the rows."""
        row, strand = self.rows.row, self._strand
        if row is None or strand is None:
            return None
        return next((one for one in strand.said if one.placed.row.key == row.key), None)

    @property
    def _strand(self) -> Strand | None:
        row = self.series.row
        return next((one for one in self._strands if row is not None and one.id == row.id), None)

    def offered(self) -> dict[str, str]:
        """From a series to its figures; from there to the sentence."""
        if self.rows.active:
            return {"open": "Go there"} if self.rows.row is not None else {}
        return {"open": "Figures"} if self.series.row is not None else {}

    def again(self) -> None:
        """Ask for the record once more."""
        self._asking.ask(self.spot.actor)
        self.tell_where()

    @on(Recorded)
    def _recorded(self, event: Recorded) -> None:
        if self._asking.answered():
            self.record = event.record
            if event.record is not None:
                self.whose = safe_line(event.record.name)
            self._list()

    def _list(self) -> None:
        self._strands = tell.strands(self.record, self.view.text) if self.record else []
        ids = [strand.id for strand in self._strands]
        at = ids.index(self.spot.id) if self.spot.id in ids else None
        self.series.put([tell.listed(strand) for strand in self._strands], at, self._empty())
        if self.bar is not None:
            whole = len(self.record.strands) if self.record is not None else 0
            self.bar.tell(f"{len(ids)} of {whole}")
        self._show(self.spot.row)

    def _empty(self) -> str:
        if self.record is not None and self.record.strands:
            return "No series has such a name."
        if self._asking.asking or self._gathering.asking:
            return "Figures are being looked up."
        return "No figure is told in this name."

    def _show(self, row: str | None = None) -> None:
        """Show the figures of the series at the cursor."""
        strand = self._strand
        self.rows.put(tell.told(strand) if strand is not None else (), row)
        if strand is None and self.rows.active:
            self.go_to_pane(self.series)
        self._tell_of()

    @on(Rows.Moved, "#series")
    def _moved(self) -> None:
        self._show()

    @on(Rows.Moved, "#rows")
    def _moved_in_rows(self) -> None:
        self._tell_of()

    def _tell_of(self) -> None:
        said, strand = self.said, self._strand
        self.told.put(tell.telling(said) if said is not None else Telling())
        if strand is not None:
            key = said.placed.row.key if said is not None else None
            self.spot = Spot(self.spot.actor, strand.id, key)
        self.tell_where()

    def tell_where(self) -> None:
        """Tell whose record it is, and which series of how many."""
        record = self.record
        parts = [f"record of {self.whose}"]
        if record is not None and record.passed:
            looked = wording.number(record.articles - record.passed)
            parts.append(f"the newest {looked} of {wording.number(record.articles)} articles")
        self.tell_place(" · ".join(parts), len(record.strands) if record is not None else 0)

    def look(self, view: View) -> None:
        """List the series with other words in the name."""
        if view != self.view:
            self.view = view
            self._list()

    def do_right(self) -> None:
        """To the figures of the series."""
        if self.rows.row is not None:
            self.go_to_pane(self.rows)
            self._tell_of()

    def do_open(self) -> None:
        """From the list to the figures; there, to the sentence."""
        said = self.said
        if not self.rows.active:
            self.do_right()
        elif said is not None:
            self._placing.ask(said.placed.row)

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.rows:
            self._tell_of()
        else:
            self._show()

    def do_back(self) -> None:
        """To the list, out of the filter, and to where the reader came from."""
        if self.rows.active:
            self.do_left()
        elif self.view.text:
            self.do_unfilter()
        else:
            self.leave(self.gone())

    def gone(self, to: str = "", go: Go | None = None) -> Gone:
        """What is told of how the reader left."""
        return Gone(self.spot, go, to, self.changed)
