"""The two panes of the notebook: all that was marked, and what is known of the mark at the cursor.

What is listed is asked for in threads; only the last question counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Container

from tui.keys import Keymap
from tui.screens import notebook_asking as ask
from tui.screens.latest import Latest
from tui.screens.leaving import Go
from tui.screens.notebook_asking import Asked, Gathered, Listed, Looking, Notes, Read, View
from tui.screens.notebook_filter import FIELDS, Sieve
from tui.screens.notebook_rows import GROUPS, Rowed
from tui.screens.notebook_telling import told
from tui.screens.two_panes import TwoPanes
from tui.store.marked import Placed
from tui.widgets import stylesheets, wording
from tui.widgets.bars import Where
from tui.widgets.mark_detail import MarkDetail, Para
from tui.widgets.mark_list import MarkList
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.library import Library

MOVED = ("CHANGED", "AMBIGUOUS")
"""States of which the text now is shown."""
HINT = "words, " + " ".join(f"{field}:" for field in FIELDS)


class Gone(NamedTuple):
    """How the reader left: for a place in an article, a search, another screen, or for good.

    `view` and `id` are to come back to; `changed` tells that something of the notes is other now.
    `actor` is the key of whom to go to among the actors.
    """

    view: View
    id: str | None
    go: Go | None = None
    search: str = ""
    to: str = ""
    changed: bool = False
    actor: str = ""


class NotebookStage(TwoPanes[Gone]):
    """Lists marks as is asked, and tells what is known of the one at the cursor."""

    CSS_PATH = stylesheets.path("notebook")
    ASKS = ("Filter", HINT)
    scenes = frozenset(("notebook",))

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(library, keymap)
        self.main = self.listing = MarkList(id="marks")
        self.about = self.detail = MarkDetail(id="detail")
        self.view = view or View()
        self.notes = Notes()
        self.rows = Rowed(())
        self._corpus = corpus
        self._wished = id
        self._shown: str | None = None
        self._looked: int | None = 0
        self._gathering = Latest[None](
            self, "notebook", lambda _: ask.gathered(library, self.post_message, self._has_left)
        )
        sieve = Sieve()
        self._listing = Latest[Asked](self, "listed", lambda asked: ask.listed(sieve, asked))
        self._reading = Latest[Placed](self, "read", lambda placed: ask.read(library, placed))

    def panes(self) -> Container:
        """The list, and what is known of a mark."""
        return Container(self.listing, self.detail, id="leaves")

    def on_mount(self) -> None:
        """Ask for all marks."""
        self.go_to_pane(self.listing)
        self.again()

    @property
    def placed(self) -> Placed | None:
        """The mark at the cursor."""
        return self.rows.placed(self.listing.cursor)

    def _has_left(self) -> bool:
        return self.leaving

    def again(self) -> None:
        """Ask for all marks, once more."""
        self._looked = self._looked or 0
        self._gathering.ask(None)
        self._tell()

    @property
    def is_behind(self) -> bool:
        """Whether something is other in the library since the marks were asked for."""
        return self._looked is None and self.notes.version != self.library.version

    @on(Looking)
    def _looking(self, event: Looking) -> None:
        self._looked = event.done
        self._tell()

    @on(Gathered)
    def _gathered(self, event: Gathered) -> None:
        if self._gathering.answered():
            self._looked = None
            self.notes = event.notes
            self._list()

    def _list(self, mark_id: str | None = None) -> None:
        here = self.placed
        own = mark_id or (here.mark.id if here is not None else self._wished)
        self._listing.ask(Asked(self.notes, self.view, self.listing.cursor, own))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if not self._listing.answered() or event.view != self.view:
            return
        self.rows, self._wished = event.rows, None
        self.listing.put(event.rows, event.at, self._empty())
        if self.bar is not None:
            self.bar.tell(f"{self.rows.total} found", event.wanted.problem)
        elif event.wanted.problem:
            self.say(event.wanted.problem)
        self.tell_of()

    def _empty(self) -> str:
        return "No mark fits." if self.notes.marks else "Nothing is marked yet."

    def _how_to_begin(self) -> tuple[Para, ...]:
        if self.notes.marks or self._looked is not None:
            return ()
        keys = (self.keymap.first(action) for action in ("bookmark", "note", "select", "claim"))
        told = (
            "In an article {} bookmarks a sentence, {} writes a note, {} selects, {} keeps a claim."
        )
        return (Para(told.format(*keys), "note"),)

    @on(Rows.Moved, "#marks")
    def _moved(self) -> None:
        self.tell_of()

    def tell_of(self) -> None:
        """Tell what is known of the mark at the cursor."""
        placed = self.placed
        if placed is None:
            self.detail.put(self._how_to_begin())
            self._shown = None
        else:
            self._put(placed)
            if placed.state in MOVED:
                self._reading.ask(placed)
        self._tell()

    def _put(self, placed: Placed, text: str = "") -> None:
        keys = {action: self.keymap.first(action) for action in ("accept", "edit", "seek")}
        stay = placed.mark.id == self._shown
        self._shown = placed.mark.id
        self.detail.put(told(self.notes.known(placed, text), keys), stay)

    @on(Read)
    def _read(self, event: Read) -> None:
        if self._reading.answered() and event.placed == self.placed:
            self._put(event.placed, event.text)

    def _tell(self) -> None:
        looked, total = self._looked, self.rows.total
        reading: tuple[str, ...] = ()
        if looked is not None and not self.notes.marks:
            reading = (f"looking for {wording.number(looked)} marks" if looked else "looking",)
        self.header.where = Where(
            corpus=" · ".join(filter(None, (self._corpus, f"notebook by {self.view.by}"))),
            place=self.rows.number(self.listing.cursor),
            total=total,
            found=total,
            filter=self.view.text,
            whole=len(self.notes.marks),
            reading=reading,
        )
        self.show_hints()

    def do_right(self) -> None:
        """To what is known of the mark."""
        if self.placed is not None:
            self.go_to_pane(self.detail)

    def do_next_pane(self) -> None:
        """To the other pane, also where no mark is: it tells how to begin."""
        self.go_to_pane(self.listing if self.detail.active else self.detail)

    def look(self, view: View, mark_id: str | None = None) -> None:
        """List the marks of another view, with the cursor on that of an id, else where it was."""
        if view != self.view:
            self.view = view
            self._list(mark_id)
            self._tell()

    def do_sort(self) -> None:
        """By article, by tag, by status, by day."""
        by = GROUPS[(GROUPS.index(self.view.by) + 1) % len(GROUPS)]
        self.look(self.view._replace(by=by))
        self.say(f"Marks by {by}.")
