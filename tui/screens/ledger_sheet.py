"""A series in the ledger: its plot, its rows, and why one of them is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Horizontal, Vertical

from tui.keys import Keymap
from tui.screens import ledger_asking as ask
from tui.screens.latest import Latest
from tui.screens.leaving import Go
from tui.screens.ledger_asking import Spot, Told, View
from tui.screens.ledger_telling import Page, listed, telling
from tui.screens.series_panes import SeriesPanes
from tui.widgets.ledger_rows import LedgerRows, Telling
from tui.widgets.plot_view import Chart, PlotView
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.ledger import LedgerRow
    from tui.store.library import Library


class Gone(NamedTuple):
    """How the reader left: for a place in an article, another screen, or for good.

    `view` and `spot` are to come back to; `changed` tells that something of the notes is other now.
    """

    view: View
    spot: Spot
    go: Go | None = None
    to: str = ""
    changed: bool = False


class LedgerSheet(SeriesPanes[Gone]):
    """Shows the series at the cursor of the list, which is for others to fill."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        view: View | None = None,
        spot: Spot | None = None,
    ) -> None:
        super().__init__(library, keymap)
        self.about = self.rows = LedgerRows(id="rows")
        self.plot = PlotView(id="plot")
        self.view: View = view or View()
        self.spot = spot or Spot()
        self.short_way = self.spot.figure is not None
        self.page: Page | None = None
        self._telling = Latest[str](self, "sheet", lambda id: ask.page(library, id))

    def panes(self) -> Horizontal:
        """The list, and the series."""
        sheet = Vertical(self.plot, self.rows, self.told, id="sheet")
        return Horizontal(self.series, sheet, id="ledger")

    @property
    def row(self) -> LedgerRow | None:
        """The figure at the cursor of the rows."""
        shown = self.rows.row
        placed = self.page.placed(shown.key) if self.page and shown else None
        return placed.row if placed is not None else None

    def ask_about(self) -> None:
        """Ask for all of the series at the cursor."""
        row = self.series.row
        if row is None:
            self.page = None
            self._show()
        else:
            if row.id != self.spot.id:
                self.spot = Spot(row.id)
                self.other_series()
            self._telling.ask(row.id)
        self.tell_where()

    def other_series(self) -> None:
        """The cursor went to another series."""

    @on(Told)
    def _told(self, event: Told) -> None:
        if self._telling.answered() and event.id == self.spot.id:
            self.page = event.page
            if event.page is not None:
                self.series.renew_one(listed(event.page.sheet.line))
            self._show()

    def _show(self) -> None:
        page = self.page
        if page is None:
            self.rows.put((), 0)
            self.plot.put(Chart(), None, self.view.log)
            self.told.put(Telling())
            if self.rows.active:
                self.go_to_pane(self.series)
            return
        at = self.rows.cursor if self.rows.row is not None else 0
        found = next((n for n, row in enumerate(page.rows) if row.key == self.spot.row), None)
        self.rows.put(page.rows, found if found is not None else 0 if self.spot.row is None else at)
        self.tell_of()

    @on(Rows.Moved, "#rows")
    def _moved_in_rows(self) -> None:
        self.tell_of()

    def tell_of(self) -> None:
        """Light the row at the cursor up, and tell how the others stand to it."""
        page, row = self.page, self.rows.row
        if page is None:
            return
        here = self.rows.cursor if row is not None else None
        self.plot.put(page.chart, here, self.ratios)
        if row is not None:
            self.spot = Spot(self.spot.id, row.key)
            self.rows.relate(page.related(row.key))
            self.told.put(telling(page, row.key, self.beside()))
        self.tell_where()

    def beside(self) -> str | None:
        """The row that the one at the cursor is held against, where the reader marked one."""
        return None

    @property
    def ratios(self) -> bool:
        """Whether the plot is by ratios: asked for, and possible."""
        points = self.page.chart.points if self.page is not None else ()
        return self.view.log and all(point.span is None or point.span[0] > 0 for point in points)

    def do_left(self) -> None:
        """To the list of series."""
        self.short_way = False
        super().do_left()

    def do_log_scale(self) -> None:
        """Equal distances in the plot are equal ratios, or equal differences again."""
        self.view = self.view._replace(log=not self.view.log)
        if self.view.log and not self.ratios:
            self.say("There is a value of zero or less here: no scale by ratios.")
        else:
            self.say("Scale by ratios (log)." if self.view.log else "Scale by differences.")
        self.tell_of()
