"""The list of the ledger: all series, as far as they are gathered, narrowed and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.actions import Scene
from tui.keys import Keymap
from tui.screens import ledger_asking as ask
from tui.screens.latest import Latest
from tui.screens.ledger_asking import ORDERS, Gathered, Growing, Listed, Spot, View
from tui.screens.ledger_sheet import LedgerSheet
from tui.widgets import wording
from tui.widgets.bars import Where
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.ledger_face import Gathering
    from tui.store.library import Library


LOOKS = 20
"""So often it is looked which series are there already while they are gathered."""


class LedgerStage(LedgerSheet):
    """Lists series as is asked, and shows the one at the cursor."""

    ASKS = ("Series", "words of the name")
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
        self.leaving = False
        self._before = self.view
        # A figure of which the series may still have to be gathered.
        self._wanted = self.spot if self.spot.figure is not None else None
        self._corpus = corpus
        self._total = 0
        self._growing: tuple[str, ...] = ()
        self._grown_to: int | None = None
        self._gathering = Latest[None](self, "gather", lambda _: self._gather())
        self._listing = Latest[tuple[View, Spot]](
            self, "series", lambda asked: ask.series(library, *asked)
        )

    def on_mount(self) -> None:
        """Ask for what is known, and have gathered what is not."""
        self.go_to_pane(self.rows if self.spot.row or self.spot.figure else self.series)
        self.again()
        self.gather()

    @property
    def scene(self) -> Scene:
        """The screen has keys of its own."""
        return "ledger"

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
        grown = done * LOOKS // total if phase == "gathering" and total else None
        if grown is not None and grown != self._grown_to and not self._listing.asking:
            self._grown_to = grown
            self.again()

    @on(Gathered)
    def _has_gathered(self) -> None:
        if self._gathering.answered():
            self._growing = ()
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
        count = self.series.count
        self.header.where = Where(
            corpus=" · ".join(filter(None, (self._corpus, f"ledger by {self.view.by}"))),
            place=self.series.cursor + 1 if count else None,
            total=count,
            found=count,
            filter=self.view.text,
            whole=self._total,
            reading=self._growing,
        )
        self.show_hints()

    def do_right(self) -> None:
        """To the rows of the series, also where they are still to come."""
        if self.series.row is not None or self._listing.asking:
            self.go_to_pane(self.rows)

    def do_next_pane(self) -> None:
        """To the other pane."""
        if self.rows.active:
            self.do_left()
        else:
            self.do_right()

    do_previous_pane = do_next_pane

    @property
    def narrowed(self) -> str:
        """The words of a name that are asked for."""
        return self.view.text

    def narrow(self, words: str) -> None:
        """List the series whose names have these words."""
        self.look(self.view._replace(text=words))

    def begin_narrowing(self) -> None:
        """Keep the view, to come back to it."""
        self._before = self.view

    def end_narrowing(self) -> None:
        """List what was listed before."""
        self.look(self._before)

    def do_unfilter(self) -> None:
        """All series again."""
        self.look(self.view._replace(text=""))

    def look(self, view: View) -> None:
        """List the series of another view."""
        if view != self.view:
            self.view = view
            self.again()

    def do_sort(self) -> None:
        """By articles, by contradictions, by name."""
        by = ORDERS[(ORDERS.index(self.view.by) + 1) % len(ORDERS)]
        self.look(self.view._replace(by=by))
        self.say(f"Series by {by}.")
