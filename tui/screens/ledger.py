"""The screen of the ledger: who claims what, and where they disagree; and how one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.keys import Keymap
from tui.screens.latest import Latest
from tui.screens.ledger_asking import Found, Spot, View, place
from tui.screens.ledger_ruling import NO_ROW, LedgerRuling
from tui.screens.ledger_sheet import Gone
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.screens import record
    from tui.store.ledger import LedgerRow
    from tui.store.library import Library


class LedgerScreen(LedgerRuling):
    """Series of figures about the same thing, over all articles."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        spot: Spot | None = None,
    ) -> None:
        super().__init__(library, keymap, corpus, view, spot)
        self._record = self.spot.record
        self._placing: Latest[LedgerRow] = Latest(self, "place", lambda row: place(library, row))

    def on_mount(self) -> None:
        """Go back into the record that was left for an article."""
        super().on_mount()
        if self._record is not None:
            self.call_after_refresh(self._open_record, self._record)

    def offered(self) -> dict[str, str]:
        """What can be done with the row at the cursor, or with the series."""
        if self.rows.active:
            told = {"open": "Go there"}
            if self._pair() is not None:
                told["settle"] = ""
            if self.rows_marked:
                told["split"] = f"Split {len(self.rows_marked)} off"
            row = self.row
            quoted = {"record": ""} if row is not None and row.actor_key else {}
            return {**told, "mark": "", "claim": "Keep as claim", **quoted, "log_scale": ""}
        series = self.series.row
        if series is not None and (others := self.marked.keys() - {series.id}):
            return {"merge": f"Merge {len(others)} into this"}
        return {"open": "Rows", "log_scale": "", "sort": ""} if series is not None else {}

    def do_open(self) -> None:
        """From the list to the rows; there, to the sentence."""
        if not self.rows.active:
            self.do_right()
        elif (row := self.row) is not None:
            self._placing.ask(row)
        else:
            self.say(NO_ROW)

    @on(Found)
    def _found(self, event: Found) -> None:
        if not self._placing.answered():
            return
        if event.go is None:
            self.say("Its page is no longer in this corpus.")
        else:
            self._leave(go=event.go)

    def do_record(self) -> None:
        """All that who speaks in the row said in figures."""
        row = self.row if self.rows.active else None
        if row is None:
            self.say(f"{self.keymap.first('record')} on a row tells all that its speaker said.")
        elif row.speaker is None:
            self.say("The article itself says this: a record is kept of those who are quoted.")
        elif not row.actor_key:
            self.say(f"No actor of this corpus has the name {row.speaker}.")
        else:
            from tui.screens.record import Spot as Place

            self._open_record(Place(row.actor_key, self.spot.id, row.key))

    def _open_record(self, spot: record.Spot) -> None:
        from tui.screens.record import RecordScreen

        self._record = None
        self.over(RecordScreen(self.library, self.keymap, spot), self._from_record)

    def _from_record(self, gone: record.Gone | None) -> None:
        if gone is None:
            return
        self.changed = self.changed or gone.changed
        if gone.go is not None:
            self._leave(go=gone.go, record=gone.spot)
        elif gone.to == "quit":
            self.do_quit()
        elif gone.to not in ("", "ledger"):
            self._leave(to=gone.to)
        elif gone.changed:
            self.was_changed()

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.rows:
            self.tell_of()
        else:
            self.ask_about()

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Leave for an article."""
        self._leave(go=(key, position or 0))

    def do_back(self) -> None:
        """Out of the marks, to the list, out of the filter, and to where the reader came from."""
        if self.unmark():
            return
        if self.rows.active and not self.short_way:
            self.do_left()
        elif self.view.text and not self.rows.active:
            self.do_unfilter()
        else:
            self._leave()

    def do_ledger(self) -> None:
        """Back to where the reader came from."""
        self._leave()

    def do_actors(self) -> None:
        """To everyone in the corpus."""
        self._leave(to="actors")

    def do_notebook(self) -> None:
        """To all that was marked."""
        self._leave(to="notebook")

    def do_quit(self) -> None:
        """Leave for good, once all is on the disk."""
        self.quitting = True
        if not self.feed.keeping:
            self._leave(to="quit")

    def _leave(
        self, go: tuple[str, int] | None = None, to: str = "", record: record.Spot | None = None
    ) -> None:
        if self.is_current:
            self.leaving = True
            here = self.rows.row if self.rows.active else None
            spot = Spot(self.spot.id, here.key if here is not None else None, record=record)
            self.dismiss(Gone(self.view, spot, go, to, self.changed))
