"""The panes of the ledger and of a record: series, the figures of one, and what is told of these.

The series are gathered in a thread, and it is told how far they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.keyed import Answer
from tui.screens.latest import Latest
from tui.screens.ledger_asking import Found, Gathered, Growing, place
from tui.screens.two_panes import TwoPanes
from tui.widgets import stylesheets, wording
from tui.widgets.bars import Where
from tui.widgets.ledger_rows import RowTold
from tui.widgets.series_list import SeriesList

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.keys import Keymap
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Gathering
    from tui.store.library import Library

HEIGHTS = [(0, "-low"), (20, "-high"), (30, "-tall")]
"""Of so many lines a screen has the class."""


class SeriesPanes(TwoPanes[Answer]):
    """The series stand on the left; what stands on the right is for others to fill."""

    CSS_PATH = stylesheets.path("ledger")
    VERTICAL_BREAKPOINTS = HEIGHTS
    ASKS = ("Series", "words of the name")

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__(library, keymap)
        self.main = self.series = SeriesList(id="series")
        self.told = RowTold(id="told")
        self._growing: tuple[str, ...] = ()
        self._gathering = Latest[None](self, "gather", lambda _: self._gather())
        self._placing: Latest[LedgerRow] = Latest(self, "place", lambda row: place(library, row))

    def tell_where(self) -> None:
        """Tell where in the series the reader is, and what can be done there."""
        raise NotImplementedError

    def tell_place(self, told: str, whole: int) -> None:
        """What is `told`, which series it is of how many, and how far they are gathered."""
        count = self.series.count
        self.header.where = Where(
            corpus=told,
            place=self.series.cursor + 1 if count else None,
            total=count,
            found=count,
            filter=self.view.text,
            whole=whole,
            reading=self._growing,
        )
        self.show_hints()

    def gather(self) -> None:
        """Have the series brought up to date, in a thread."""
        self._gathering.ask(None)

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
        self.grew(event.gathering)

    def grew(self, gathering: Gathering) -> None:
        """The series are gathered so far."""

    @on(Gathered)
    def _has_gathered(self) -> None:
        if self._gathering.answered():
            self._growing = ()
            self.again()

    @on(Found)
    def _found(self, event: Found) -> None:
        if not self._placing.answered():
            return
        if event.go is None:
            self.say("Its page is no longer in this corpus.")
        else:
            self.leave(self.gone(go=event.go))

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Leave for an article, at its beginning where no position is given."""
        self.leave(self.gone(go=(key, position or 0)))
