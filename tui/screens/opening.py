"""The article of the first screen: asked for, shown when it comes, and read again as it changes.

Where the reader was in it is kept when another is asked for, and gone back to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.message import Message

from tui import session as step
from tui.keys import Keymap
from tui.screens.arranging import Arranging
from tui.screens.feed import ArticleRead
from tui.screens.latest import Latest
from tui.session import Spot

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.screens.spread import Spread
    from tui.store.library import Library
    from tui.store.marked import Placed
    from tui.store.rows import Row
    from tui.text.article import Article

SLOW = 0.15
RUN, REST = 0.12, 0.1
"""Seconds between keys of a reader who runs through the list, and after which that one rests."""


@dataclass(eq=False, repr=False)
class Marked(Message):
    """Which marks of one's own are in an article by now, and where."""

    key: str
    marks: tuple[Placed, ...]


class Opening(Arranging):
    """Shows the article that the session wants."""

    def __init__(self, library: Library, keymap: Keymap, column: int) -> None:
        super().__init__(library, keymap)
        self.panes = Horizontal(id="panes")
        self.ruled_on: dict[str, str] = {}
        self.back_to: Spot | None = None
        self.begun = False
        self._column = column
        self._go_to: tuple[int | None, Tab | None] = (None, None)
        self._inside: str | None = None
        self._to_mark: list[str] = []
        self._place = 0
        self._row: tuple[object, ...] | None = None
        self.resting = False
        self._asked = -REST
        self._marked: object = None
        self._marking = Latest[str](self, "marks", self._look_for_marks)

    @cached_property
    def spread(self) -> Spread:
        """The text and the panel, loaded and mounted when they are first asked for."""
        from tui.screens.spread import Spread

        spread = Spread(self._column)
        self.panes.mount(spread.reader, spread.panel)
        return spread

    def want(self, key: str, soon: bool = False) -> None:
        """Ask for an article, now or `soon`; the one before stays in sight until it comes."""
        if key != self.session.key:
            self.keep_place()
            self.session = step.want(self.session, key)
            self.ask(soon)

    def _open_one(self) -> None:
        """Where no article is open yet, open the one at the cursor."""
        if self.begun and self.session.key is None and self.articles.entry is not None:
            self.want(self.articles.entry.key)

    def ask(self, soon: bool = False) -> None:
        """Ask for the article that is wanted by now; `soon` is once the list shows which that is.

        A reader who runs through the list does not wait for those passed by: they are not read.
        """
        self.ruled_on.clear()
        self.feed.forget()
        before, self._asked = self._asked, monotonic()
        self.resting = self._asked - before < RUN
        if self.resting:
            self.set_timer(REST, partial(self._rested, self._asked))
        elif soon:
            self.call_after_refresh(self._rested, self._asked)
        else:
            self._rested(self._asked)
        self._tell()

    def _rested(self, asked: float) -> None:
        """Read what was asked for then, unless another was asked for since."""
        if asked != self._asked:
            return
        self.resting = False
        if self.session.key is not None and self._coming:
            self.feed.read(self.session.key)
            self.set_timer(SLOW, self._still_reading)

    def _still_reading(self) -> None:
        entry, here = self.articles.entry, self.session
        if here.article is None and here.problem is None and here.key is not None:
            at_it = entry is not None and entry.key == here.key
            self.spread.reading(entry.title if entry is not None and at_it else here.key)

    def read_again(self) -> None:
        """Ask once more for the article that is open: it may be another by now."""
        if self.session.key is not None and self.session.problem is None:
            self.feed.read(self.session.key)

    def keep_place(self) -> None:
        """Keep where the reader is in the article that is open."""
        key, cursor, place = self.session.key, self.session.cursor, self._place
        if self.session.article is not None and key is not None and cursor != place:
            self._place = cursor
            self.library.keep_place(key, cursor)

    def _enter(self) -> None:
        """An article that the reader goes into counts as read."""
        here = self.session
        if here.pane == "list":
            self._inside = None
        elif here.article is not None and here.key is not None and self._inside != here.key:
            self._inside = here.key
            self.count_read(here.key)

    def count_read(self, key: str) -> None:
        """An article counts as read from now on, if it does not yet."""
        row = self.library.row(key)
        if row is None or row.changed or not row.read:
            self._to_mark.append(key)
            self.feed.note(self._mark_read, by_hand=False)

    def _mark_read(self) -> None:
        """In a thread: all that was gone into since the last time."""
        keys, self._to_mark = self._to_mark, []
        if keys:
            self.library.set_read(keys, True, by_hand=False)

    def list_came(self) -> None:
        """Where no article is open yet, one is; and one that changed is read again."""
        key = self.session.key
        if key is None:
            self._open_one()
        elif _told(self.library.row(key)) != self._row and not self._coming:
            self.feed.read(key)
        self.mark_again()

    @property
    def _coming(self) -> bool:
        """Whether nothing is known yet of the article that is wanted."""
        return self.session.article is None and self.session.problem is None

    @on(ArticleRead)
    def _article_read(self, event: ArticleRead) -> None:
        self.feed.read_done()
        if event.row is not None:
            self.articles.change(event.row)
        if event.dropped or event.key != self.session.key:
            return
        if not self.feed.keeping and not self.feed.reading:
            self.ruled_on.clear()
        self._row, before = _told(event.row), self.session.article
        if before is not None:
            self._refresh(before, event)
            return
        if event.article is None:
            self.session = step.fail(self.session, event.key, event.problem or "")
        else:
            self.session = step.receive(self.session, event.key, event.article, event.related)
            self.session = step.marked(self.session, event.marks)
        at, tab = self._go_to
        self._place = min(event.place, len(event.article.body) if event.article else 0)
        at = self._place if at is None and tab is None else at or 0
        if at or tab:
            self.session = step.arrive(self.session, at, tab)
        self.spread.open(self.session, at, self.back_to)
        if event.article is not None and event.problem:
            self.say(event.problem)
        self._go_to, self.back_to = (None, None), None
        self.article_came()
        self._enter()
        self._tell()

    def article_came(self) -> None:
        """The article that was wanted is there, or was read again."""

    def _refresh(self, before: Article, event: ArticleRead) -> None:
        """The article that is open was read again."""
        here, article = self.session, event.article
        if article is None and event.row is None:
            self.say("This page is no longer there; this is how it was.")
        elif article is None:
            self.say(f"This page cannot be read any more. {event.problem or ''}")
        elif here.key and (here.article, here.related) != (article, event.related):
            here = step.receive(here, here.key, article, event.related)
            self.session = step.enter_panel(step.marked(here, event.marks))
            self.spread.again(self.session)
            # A key pressed meanwhile moved the cursor in the text as it was before.
            self.session = replace(
                self.session, cursor=self.spread.reader.near(self.session.cursor)
            )
            if _printed(before) != _printed(article):
                hit = about_hit(event.marks, self.keymap.first("notebook"))
                self.say(f"This page changed on disk; this is how it is now.{hit}")
            self.article_came()
        self._tell()

    def mark_again(self) -> None:
        """Ask where one's own marks in the article are, if anything changed since."""
        key, now = self.session.key, (self.session.key, self.library.version)
        if key is not None and self.session.article is not None and now != self._marked:
            self._marked = now
            self._marking.ask(key)

    def _look_for_marks(self, key: str) -> Marked:
        return Marked(key, self.library.marks(key))

    @on(Marked)
    def _marked_again(self, event: Marked) -> None:
        if self._marking.answered() and event.key == self.session.key:
            before, self.session = self.session, step.marked(self.session, event.marks)
            self.session = step.on_own(self.session, *self.spread.reader.stretch)
            self.spread.follow(before, self.session, go=False)


def about_hit(marks: Sequence[Placed], key: str) -> str:
    """How many of one's own marks no longer stand as they did: ` 2 marks are hit: gn tells how`."""
    hit = sum(placed.state != "ANCHORED" for placed in marks)
    if not hit:
        return ""
    told = f" {hit} of your marks {'is' if hit == 1 else 'are'} on words that changed"
    return f"{told}: {key} tells how." if key else f"{told}."


def _told(row: Row | None) -> tuple[object, ...] | None:
    """What a row tells of the text itself, not of what the reader did with it."""
    return row and (row.title, row.published, row.state, row.figures, row.claims)


def _printed(article: Article) -> str:
    """What stands on the page, whatever of it counts as the article."""
    return "\n".join(piece.text for piece in article.pieces)
