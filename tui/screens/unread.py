"""What was read: marks set by hand, and going from one unread article to the next."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.message import Message

from tui.config import Config
from tui.keys import Keymap
from tui.screens.latest import Latest
from tui.screens.querying import Querying
from tui.store.views import Sort

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.query import Query


class Looking(NamedTuple):
    """From where in the list, and which way, an unread article is looked for."""

    ids: array[int]
    at: int
    step: int
    query: Query | None
    sort: Sort
    unfolded: frozenset[int]


@dataclass(eq=False, repr=False)
class Unread(Message):
    """The unread article that is nearest, by its id; None where there is none that way."""

    number: int | None
    step: int


@dataclass(eq=False, repr=False)
class Marked(Message):
    """An article counts as read, or as unread."""

    read: bool


class Unreading(Querying):
    """A desk that tells what was read."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self._looks = Latest[Looking](self, "unread", self._find_unread)

    def do_read_mark(self) -> None:
        """Count the article as read."""
        self._mark(True)

    def do_unread_mark(self) -> None:
        """Count the article as not read yet."""
        self._mark(False)

    def _mark(self, read: bool) -> None:
        row = self.articles.entry if self.session.pane == "list" else None
        key = row.key if row is not None else self.session.key
        if key is None:
            self.say("There is no article here.")
        else:
            self.feed.note(lambda: self._set(key, read))

    def _set(self, key: str, read: bool) -> None:
        self.library.set_read((key,), read)
        self.post_message(Marked(read))

    @on(Marked)
    def _marked_read(self, event: Marked) -> None:
        self.say("Counted as read." if event.read else "Counted as unread.")

    def do_next_unread(self) -> None:
        """To the next unread article."""
        self._look(1)

    def do_previous_unread(self) -> None:
        """To the unread article before."""
        self._look(-1)

    def _look(self, by: int) -> None:
        here, listed = self.session, self.articles
        query = self.query_of(here.filter)
        self._looks.ask(Looking(listed.ids, listed.cursor, by, query, here.sort, here.unfolded))

    def _find_unread(self, asked: Looking) -> Unread:
        from tui.screens.narrowing import unread

        view = self.library.view(unread(asked.query), asked.sort, asked.unfolded)
        left, ids = frozenset(view.ids), asked.ids
        way = range(asked.at + 1, len(ids)) if asked.step > 0 else range(asked.at - 1, -1, -1)
        return Unread(next((ids[at] for at in way if ids[at] in left), None), asked.step)

    @on(Unread)
    def _unread(self, event: Unread) -> None:
        if not self._looks.answered():
            return
        at = self.articles.index(event.number)
        if at is None:
            self.say(f"No unread article {'below' if event.step > 0 else 'above'}.")
            return
        self.articles.point(at)
        if self.articles.entry is not None:
            self.want(self.articles.entry.key)
