"""Searches that are kept: under a name from the search bar, and the last ones by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui import session as step
from tui.screens.filtering import Filtering

if TYPE_CHECKING:
    from tui.widgets.filter_bar import FilterBar, NameBar
    from tui.widgets.line_bar import LineBar


@dataclass(eq=False, repr=False)
class QueryKept(Message):
    """A search is on the disk under a name, in the place of another if one had that."""

    name: str
    before: str | None


class Querying(Filtering):
    """A desk that keeps searches."""

    name_bar: NameBar | None = None

    @property
    def typing(self) -> LineBar | None:
        """The line that is typed in."""
        return self.name_bar or super().typing

    def do_queries(self) -> None:
        """Searches that were kept, and the last ones."""
        from tui.screens.queries import QueriesScreen

        self.over(QueriesScreen(self.library, self.keymap), self._use)

    def _use(self, text: str | None) -> None:
        if text is None:
            return
        if self.filter_bar is not None:
            self.filter_bar.put(text)
            return
        from tui.store.query import QueryError, parse

        try:
            parse(text)
        except QueryError:
            self.open_filter("Search", text)  # made with other fields than there are now
            return
        self.apply(step.focus(self.session, "list"))
        self.settle(text)

    def searched(self, text: str) -> None:
        """Remember the query."""
        if text:
            self.feed.note(lambda: self.library.remember_query(text), by_hand=False)

    async def on_filter_bar_asked(self, event: FilterBar.Asked) -> None:
        """Ask for a name, or show the searches that were kept."""
        from tui.widgets.filter_bar import NameBar

        if self.filter_bar is None or self.name_bar is not None:
            return
        if event.what == "queries":
            self.do_queries()
        elif (text := self.right_text()) is not None:
            if not text:
                key = self.keymap.first("keep_query")
                self.filter_bar.note(f"Type a search first; then {key} keeps it.")
                return
            self.name_bar = NameBar(text)
            self.filter_bar.display = False
            await self.mount(self.name_bar)

    async def on_name_bar_done(self, event: NameBar.Done) -> None:
        """Keep the search under the name, and go on typing it."""
        bar, query = self.name_bar, self.filter_bar
        if bar is None or query is None:
            return
        await bar.remove()
        self.name_bar = None
        query.display = True
        self.set_focus(query.field)
        if event.name is not None:
            name, text, begun = event.name, query.text, self.is_unfinished(query.text)
            self.feed.note(lambda: self._keep(name, text, begun))

    def _keep(self, name: str, text: str, begun: bool) -> None:
        """In a thread: keep what the reader sees, also of a word that is not whole."""
        before = self.library.save_query(name, self.whole_query(text) if begun else text)
        self.post_message(QueryKept(name, before))

    @on(QueryKept)
    def _query_kept(self, event: QueryKept) -> None:
        told = f"Kept as {event.name}; {self.keymap.first('queries')} in the list finds it again."
        if event.before is not None:
            told = f"Kept as {event.name} in place of: {event.before}"
        if self.filter_bar is not None:
            self.filter_bar.note(told)
        else:
            self.say(told)
