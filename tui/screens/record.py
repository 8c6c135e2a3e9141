"""The record of an actor: all figures that it told over time, by what they count, and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.actions import Scene
from tui.keys import Keymap
from tui.screens import ledger_asking as ask
from tui.screens import record_telling as tell
from tui.screens.latest import Latest
from tui.screens.ledger_asking import Found, Gathered, Growing
from tui.screens.ledger_sheet import HEIGHTS
from tui.screens.two_panes import TwoPanes
from tui.screens.undoing import Undoing
from tui.text.safe import safe_line
from tui.widgets import stylesheets, wording
from tui.widgets.bars import Where
from tui.widgets.ledger_rows import RowTold, Telling
from tui.widgets.record_rows import RecordRows
from tui.widgets.rows import Rows
from tui.widgets.series_list import SeriesList

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Gathering
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
    go: tuple[str, int] | None = None
    to: str = ""
    changed: bool = False


@dataclass(eq=False, repr=False)
class Recorded(Message):
    """The record that was asked for; None where nobody has such a name any more."""

    record: Record | None


class RecordScreen(TwoPanes[Gone], Undoing[Gone]):
    """On the left the series in which an actor spoke, on the right what it said in one."""

    CSS_PATH = stylesheets.path("ledger")
    VERTICAL_BREAKPOINTS = HEIGHTS
    ASKS = ("Series", "words of the name")
    scenes = frozenset(("record",))

    def __init__(self, library: Library, keymap: Keymap, spot: Spot) -> None:
        super().__init__(library, keymap)
        self.main = self.series = SeriesList(id="series")
        self.about = self.rows = RecordRows(id="rows")
        self.told = RowTold(id="told")
        self.view = View()
        self.spot = spot
        self.whose = safe_line(spot.actor.partition(":")[2])
        self.leaving = False
        self.record: Record | None = None
        self._strands: list[Strand] = []
        self._growing: tuple[str, ...] = ()
        self._gathering = Latest[None](self, "gather", lambda _: self._gather())
        self._asking = Latest[str](self, "record", lambda key: Recorded(library.record(key, MOST)))
        self._placing: Latest[LedgerRow] = Latest(
            self, "place", lambda row: ask.place(library, row)
        )

    def compose(self) -> ComposeResult:
        """Two bars, the list, and the figures with what is told of one."""
        self.fit(self.app.size.width)
        yield self.header
        with Horizontal(id="ledger"):
            yield self.series
            with Vertical(id="sheet"):
                yield self.rows
                yield self.told
        yield self.footer

    def on_mount(self) -> None:
        """Ask for what is known, and have gathered what is not."""
        self.go_to_pane(self.rows if self.spot.row else self.series)
        self.again()
        self._gathering.ask(None)

    @property
    def scene(self) -> Scene:
        """The screen has keys of its own."""
        return "record"

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

    def _gather(self) -> Gathered:
        self.library.gather_series(self._grown, lambda: self.leaving)
        return Gathered()

    def _grown(self, gathering: Gathering) -> None:
        if not self.leaving:
            self.post_message(Growing(gathering))

    @on(Growing)
    def _grows(self, event: Growing) -> None:
        phase, done, total = event.gathering
        count = f"{wording.number(done)} of {wording.number(total)}"
        self._growing = (f"{phase} {count}", phase) if total else (phase,)
        self.tell_where()

    @on(Gathered)
    def _has_gathered(self) -> None:
        if self._gathering.answered():
            self._growing = ()
            self.again()

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
        record, count = self.record, self.series.count
        parts = [f"record of {self.whose}"]
        if record is not None and record.passed:
            looked = wording.number(record.articles - record.passed)
            parts.append(f"the newest {looked} of {wording.number(record.articles)} articles")
        self.header.where = Where(
            corpus=" · ".join(parts),
            place=self.series.cursor + 1 if count else None,
            total=count,
            found=count,
            filter=self.view.text,
            whole=len(record.strands) if record is not None else 0,
            reading=self._growing,
        )
        self.show_hints()

    def look(self, view: View) -> None:
        """List the series with other words in the name."""
        if view != self.view:
            self.view = view
            self._list()

    def do_unfilter(self) -> None:
        """All series again."""
        self.look(View())

    def do_right(self) -> None:
        """To the figures of the series."""
        if self.rows.row is not None:
            self.go_to_pane(self.rows)
            self._tell_of()

    def do_next_pane(self) -> None:
        """To the other pane."""
        if self.rows.active:
            self.do_left()
        else:
            self.do_right()

    do_previous_pane = do_next_pane

    def do_open(self) -> None:
        """From the list to the figures; there, to the sentence."""
        said = self.said
        if not self.rows.active:
            self.do_right()
        elif said is not None:
            self._placing.ask(said.placed.row)

    @on(Found)
    def _found(self, event: Found) -> None:
        if not self._placing.answered():
            return
        if event.go is None:
            self.say("Its page is no longer in this corpus.")
        else:
            self._leave(go=event.go)

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.rows:
            self._tell_of()
        else:
            self._show()

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Leave for an article."""
        self._leave(go=(key, position or 0))

    def do_back(self) -> None:
        """To the list, out of the filter, and to where the reader came from."""
        if self.rows.active:
            self.do_left()
        elif self.view.text:
            self.do_unfilter()
        else:
            self._leave()

    def do_actors(self) -> None:
        """To everyone in the corpus."""
        self._leave(to="actors")

    def do_ledger(self) -> None:
        """To who claims what."""
        self._leave(to="ledger")

    def do_notebook(self) -> None:
        """To all that was marked."""
        self._leave(to="notebook")

    def do_quit(self) -> None:
        """Leave for good, once all is on the disk."""
        self.quitting = True
        if not self.feed.keeping:
            self._leave(to="quit")

    def _leave(self, go: tuple[str, int] | None = None, to: str = "") -> None:
        if self.is_current:
            self.leaving = True
            self.dismiss(Gone(self.spot, go, to, self.changed))
