"""The list of the ledger: all series, as far as they are gathered, narrowed and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.keys import Keymap
from tui.screens import ledger_asking as ask
from tui.screens.latest import Latest
from tui.screens.ledger_asking import ORDERS, Listed, Spot, View
from tui.screens.ledger_sheet import LedgerSheet
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.ledger_face import Gathering
    from tui.store.library import Library


LOOKS = 20
"""So often it is looked which series are there already while they are gathered."""


class LedgerStage(LedgerSheet):
    """Lists series as is asked, and shows the one at the cursor."""

    scenes = frozenset(("ledger",))

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        spot: Spot | None = None,
    ) -> None:
        super().__init__(library, keymap, view, spot)
        # A figure of which the series may still have to be gathered.
        self._wanted = self.spot if self.spot.figure is not None else None
        self._corpus = corpus
        self._total = 0
        self._grown_to: int | None = None
        self._listing = Latest[tuple[View, Spot]](
            self, "series", lambda asked: ask.series(library, *asked)
        )

    def on_mount(self) -> None:
        """Ask for what is known, and have gathered what is not."""
        self.go_to_pane(self.rows if self.spot.row or self.spot.figure else self.series)
        self.again()
        self.gather()

    def grew(self, gathering: Gathering) -> None:
        """Now and then look which series are there already."""
        phase, done, total = gathering
        grown = done * LOOKS // total if phase == "gathering" and total else None
        if grown is not None and grown != self._grown_to and not self._listing.asking:
            self._grown_to = grown
            self.again()

    def again(self) -> None:
        """Ask which series there are, once more."""
        self._listing.ask((self.view, self._wanted or self.spot))
        self.tell_where()

    def was_changed(self) -> None:
        """What a day or a cut changes is gathered once more."""
        super().was_changed()
        self.gather()

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if not self._listing.answered() or event.view != self.view:
            return
        self._total = event.total
        if not event.lost:
            # Whoever moved on meanwhile stays where that led to.
            self.spot = event.spot if self._wanted is not None else self.spot
            self._wanted = None
        elif not self._gathering.asking:
            self._wanted = None
            self.say("This figure is in no series: it counts or measures nothing that is known.")
            self.go_to_pane(self.series)
        at = next((nth for nth, row in enumerate(event.rows) if row.id == self.spot.id), None)
        self.series.put(event.rows, at, self._empty())
        if self.bar is not None:
            self.bar.tell(f"{len(event.rows)} of {event.total}")
        self.ask_about()

    def _empty(self) -> str:
        if self._total:
            return "No series has such a name."
        if self._gathering.asking:
            return "Figures are being gathered."
        return "No figure is told twice here."

    @on(Rows.Moved, "#series")
    def _moved(self) -> None:
        self._wanted = None
        self.ask_about()

    def tell_where(self) -> None:
        """Tell which series it is of how many, and how far they are gathered."""
        told = " · ".join(filter(None, (self._corpus, f"ledger by {self.view.by}")))
        self.tell_place(told, self._total)

    def do_right(self) -> None:
        """To the rows of the series, also where they are still to come."""
        if self.series.row is not None or self._listing.asking:
            self.go_to_pane(self.rows)

    def do_sort(self) -> None:
        """By articles, by contradictions, by name."""
        by = ORDERS[(ORDERS.index(self.view.by) + 1) % len(ORDERS)]
        self.look(self.view._replace(by=by))
        self.say(f"Series by {by}.")
