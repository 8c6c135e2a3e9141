"""Which articles the list shows, asked of the library in a thread: the last filter wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from tui.widgets.article_list import Listed, listed

if TYPE_CHECKING:
    from tui.store.library import Filtered, Library
    from tui.store.query import Query


@dataclass
class Narrowed(Message):
    """The articles that fit a filter, all of them where it is None."""

    query: Query | None
    listed: Listed


class Narrowing:
    """One question at a time; what is asked meanwhile is asked together after it."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library
        self.query: Query | None = None
        self._found: Filtered | None = None
        self._anew = False
        self._changed: set[str] = set()
        self.asking = False  # an answer is still to come

    @property
    def on(self) -> bool:
        """Whether the list is narrowed, or an answer is still to come."""
        return self.query is not None or self.asking or self._anew

    def ask(self, query: Query | None) -> None:
        """Ask for what fits a filter, for all where it is None; `Narrowed` answers."""
        self.query = query
        self.again()

    def again(self) -> None:
        """Ask for all of it once more: there are other articles."""
        self._anew = True
        self._go_on()

    def changed(self, keys: Iterable[str]) -> None:
        """Ask again about some articles: they may fit now, or not any more."""
        if self.query is None:
            self._anew = self._anew or self.asking
        else:
            self._changed.update(keys)
        self._go_on()

    def answered(self) -> None:
        """To be called on `Narrowed`: go on with what was asked since."""
        self.asking = False
        self._go_on()

    def _go_on(self) -> None:
        if self.asking or not (self._anew or self._changed):
            return
        query, before, changed = self.query, None if self._anew else self._found, self._changed
        self.asking, self._anew, self._changed = True, False, set()
        self._screen.run_worker(
            lambda: self._ask(query, before, changed), group="filter", thread=True
        )

    def _ask(self, query: Query | None, before: Filtered | None, changed: set[str]) -> None:
        if query is None:
            self._found, found = None, listed(self._library.rows)
        else:
            self._found = self._library.filter(query, before, changed)
            found = listed(self._found.rows, self._found.hits)
        self._screen.post_message(Narrowed(query, found))
