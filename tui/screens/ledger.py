"""The screen of the ledger: who claims what, and where they disagree; and how one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.leaving import Go
from tui.screens.ledger_asking import Spot
from tui.screens.ledger_ruling import NO_ROW, LedgerRuling
from tui.screens.ledger_sheet import Gone
from tui.screens.recording import Recording
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.screens import record


class LedgerScreen(LedgerRuling, Recording[Gone]):
    """Series of figures about the same thing, over all articles."""

    @property
    def left_record(self) -> record.Spot | None:
        """Where the reader was in the record of who spoke in a row."""
        return self.spot.record

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

            self.open_record(Place(row.actor_key, self.spot.id, row.key))

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.rows:
            self.tell_of()
        else:
            self.ask_about()

    def do_back(self) -> None:
        """Out of the marks, to the list, out of the filter, and to where the reader came from."""
        if self.unmark():
            return
        if self.rows.active and not self.short_way:
            self.do_left()
        elif self.view.text and not self.rows.active:
            self.do_unfilter()
        else:
            self.leave(self.gone())

    def gone(self, to: str = "", go: Go | None = None, record: record.Spot | None = None) -> Gone:
        """What is told of how the reader left."""
        here = self.rows.row if self.rows.active else None
        spot = Spot(self.spot.id, here.key if here is not None else None, record=record)
        return Gone(self.view, spot, go, to, self.changed)
