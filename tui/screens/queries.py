"""The searches that were kept and the last ones, in a box over the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Label

from tui.keys import Keymap
from tui.screens.box import Box
from tui.screens.presenting import key_name, ways
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.query_list import NONE_FIT, QueryRows, rows_of
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.library import Library

WAYS = {"open": "use", "find": "filter", "drop_query": "drop", "back": "back"}


@dataclass
class Told(Message):
    """Which searches there are; `problem` says why one could not be dropped."""

    saved: tuple[tuple[str, str], ...]
    recent: tuple[str, ...]
    problem: str | None = None
    dropped: bool = False


class QueriesScreen(Box[str | None]):
    """Gives the words of the search that was chosen."""

    CSS_PATH = stylesheets.path("boxes")

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__()
        self._library = library
        self._keymap = keymap
        self._typing = False
        self._known = Told((), ())
        self._ways = ways(keymap, WAYS)
        self._rows = QueryRows()
        self._filter = Input(compact=True, id="query-filter", placeholder="filter", disabled=True)
        self._none = Label("", markup=False)

    def compose(self) -> ComposeResult:
        """The filter over the rows, or how to make the first."""
        with Vertical(classes="box") as box:
            box.border_title, box.border_subtitle = "Searches", self._ways
            yield self._filter
            yield self._rows
            yield self._none

    def on_mount(self) -> None:
        """Keys go to the rows; the filter waits for a slash."""
        self._filter.display = self._none.display = False
        self._rows.active = True
        self.run_worker(self._ask, thread=True)

    def _ask(self) -> None:
        self.post_message(Told(self._library.saved_queries(), self._library.recent_queries()))

    @on(Told)
    def _told(self, event: Told) -> None:
        first, self._known = self._early is not None, event
        if event.problem:
            self.notify(safe_line(event.problem), title="NOT SAVED", severity="error", markup=False)
        undo = self._keymap.first("undo")
        told = f"Dropped. {undo} in the list brings it back." if undo else "Dropped."
        self.query_one(".box").border_subtitle = told if event.dropped else self._ways
        self._show(stay=not first)
        self.pass_on()

    def _show(self, stay: bool = False) -> None:
        words = self._filter.value
        self._rows.put(rows_of(self._known.saved, self._known.recent, words), stay)
        key = self._keymap.first("search")
        self._none.update(
            NONE_FIT
            if words
            else f"None yet: {key} searches, {self._keymap.first('keep_query')} there keeps it."
        )
        self._none.display = not self._rows.count
        self._rows.display = bool(self._rows.count)

    def on_key(self, event: events.Key) -> None:
        """Move, choose, drop, filter, or leave."""
        if self._early is not None:
            event.stop()
            self._early.append(event)  # typed before the rows were there
            return
        if self._typing:
            self._typed_key(event)
            return
        event.stop()
        own = self._keymap.feed(self._pending, key_name(event), "queries")
        step = self._keymap.feed(self._pending, key_name(event), "list")
        self._pending = own.pending or (() if own.action else step.pending)
        if own.action == "drop_query":
            self._drop()
        elif step.action == "find":
            self._type()
        elif step.action in ("back", "queries", "quit"):
            self.leave(None)
        elif step.action == "open":
            self._choose()
        elif step.action is not None:
            self._rows.act(step.action)

    def _typed_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            self._rows.line(1 if event.key == "down" else -1)
        elif event.key == "enter":
            event.stop()
            self._choose()
        elif event.key == "escape":
            event.stop()
            self._stop_typing()
        elif event.is_printable and event.character:
            # It left for this screen before the line had the focus.
            self._filter.insert_text_at_cursor(event.character)

    def _type(self) -> None:
        self._typing = True
        self._filter.disabled = False
        self._filter.display = True
        self.set_focus(self._filter)

    def _stop_typing(self) -> None:
        self._typing = False
        self._filter.value = ""
        self._filter.display = False
        self._filter.disabled = True
        self.set_focus(None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self._choose()

    def _drop(self) -> None:
        row = self._rows.row
        if row is not None and row.name:
            self.run_worker(lambda: self._drop_now(row.name), group="drop", thread=True)
        elif row is not None:
            self.notify("Only a search that was kept can be dropped.", markup=False)

    def _drop_now(self, name: str) -> None:
        from tui.store.bookmarks import NotSaved

        problem = None
        try:
            self._library.drop_query(name)
        except NotSaved as error:
            problem = str(error)
        saved, recent = self._library.saved_queries(), self._library.recent_queries()
        self.post_message(Told(saved, recent, problem, dropped=problem is None))

    def _choose(self) -> None:
        if self._rows.row is not None:
            self.leave(safe_line(self._rows.row.text))
