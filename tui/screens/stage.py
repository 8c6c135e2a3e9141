"""The two panes of the screen of actors: who there is, and what is known of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Horizontal

from tui.keys import Keymap
from tui.screens.casting import ORDERS, TITLES, Listed, Told, View, listed, told
from tui.screens.latest import Latest
from tui.screens.leaving import Go
from tui.screens.two_panes import TwoPanes
from tui.widgets import stylesheets
from tui.widgets.actor_list import ActorList
from tui.widgets.bars import Where
from tui.widgets.dossier import Dossier
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.screens import record
    from tui.store.library import Library


class Gone(NamedTuple):
    """How the reader left: for a place in an article, another screen, or for good.

    `view` and `key` are to come back to, and `record` is where the reader was in the record of an
    actor; `changed` tells that something was undone or named.
    """

    view: View
    key: str | None
    go: Go | None = None
    to: str = ""
    changed: bool = False
    record: record.Spot | None = None


class Stage(TwoPanes[Gone]):
    """Lists actors as is asked, and tells what is known of the one at the cursor."""

    CSS_PATH = stylesheets.path("actors")
    ASKS = ("Name", "part of a name")
    scenes = frozenset(("actors",))

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        key: str | None = None,
    ) -> None:
        super().__init__(library, keymap)
        self.main = self.people = ActorList(id="actors")
        self.about = self.dossier = Dossier(id="dossier")
        self._corpus = corpus
        self.view = view or View()
        self.key = key
        self.kinds = tuple(TITLES)
        self.whole = 0
        self._listing = Latest[tuple[View, str | None]](
            self, "actors", lambda asked: listed(library, *asked)
        )
        self._telling = Latest[str](self, "dossier", lambda asked: told(library, asked))

    def panes(self) -> Horizontal:
        """The list, and what is known of one."""
        return Horizontal(self.people, self.dossier, id="panes")

    def on_mount(self) -> None:
        """Ask who there is."""
        self.go_to_pane(self.people)
        self.again()

    def again(self) -> None:
        """Ask who there is, once more."""
        self._listing.ask((self.view, self.key))
        self._tell()

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if not self._listing.answered() or event.view != self.view:
            return
        self.kinds, self.whole = event.kinds, event.whole
        empty = "No actor has such a name." if event.whole else "Nobody is named in this corpus."
        self.people.put(event.people, event.at, empty)
        if self.bar is not None:
            self.bar.tell(f"{self.people.total} of {event.whole}")
        self.ask_about()

    @on(Rows.Moved, "#actors")
    def _moved(self) -> None:
        self.ask_about()

    def ask_about(self) -> None:
        """Ask what is known of the actor at the cursor."""
        person = self.people.row
        self.key = person.key if person is not None else None
        if self.key is None:
            self.dossier.put(())
        else:
            self._telling.ask(self.key)
        self._tell()

    @on(Told)
    def _told(self, event: Told) -> None:
        if self._telling.answered() and event.key == self.key:
            self.dossier.put(event.entries)
            if self.dossier.active and self.dossier.entry is None:
                self.go_to_pane(self.people)
            self.show_hints()

    def _tell(self) -> None:
        view = self.view
        narrowed = " ".join(part for part in (view.text, view.kind) if part)
        self.header.where = Where(
            corpus=" · ".join(filter(None, (self._corpus, f"actors by {view.by}"))),
            place=self.people.number,
            total=self.people.total,
            found=self.people.total,
            filter=narrowed,
            whole=self.whole,
        )
        self.show_hints()

    def do_right(self) -> None:
        """To what is known of the actor."""
        if self.dossier.entry is not None:
            self.go_to_pane(self.dossier)
        elif self.people.row is not None:
            self.say("There is nothing to go to here.")

    def do_unfilter(self) -> None:
        """Everyone again."""
        self.look(View(by=self.view.by))

    def do_sort(self) -> None:
        """By claims, by articles, by name."""
        by = ORDERS[(ORDERS.index(self.view.by) + 1) % len(ORDERS)]
        self.look(self.view._replace(by=by))
        self.say(f"Actors by {by}.")

    def do_kinds(self) -> None:
        """Only one type that there is, and the next; after the last all."""
        kinds = (None, *self.kinds)
        at = kinds.index(self.view.kind) if self.view.kind in kinds else 0
        kind = kinds[(at + 1) % len(kinds)]
        self.look(self.view._replace(kind=kind))
        self.say(f"Only {TITLES[kind].lower()}." if kind else "Actors of all types.")
