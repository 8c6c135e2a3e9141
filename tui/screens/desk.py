"""The desk of the first screen: the panes, and how they follow the session.

`apply` is the one way in which anything changes: it takes the next session and shows what is
other in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from tui import garbage
from tui import session as step
from tui.actions import PANES, Scene
from tui.config import Config
from tui.keys import Keymap
from tui.screens.feed import Ingested, Left
from tui.screens.keeping import Kept, Noted
from tui.screens.keyed import BREAKPOINTS
from tui.screens.opening import Opening
from tui.screens.presenting import about_cut, about_hits, corpus_name
from tui.session import Session
from tui.text.safe import safe_line
from tui.widgets.bars import Header, Where
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.widgets.article_view import ArticleView
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.find_bar import FindBar
    from tui.widgets.line_bar import LineBar

PATIENCE = 0.5
"""Seconds that the corpus waits for the first article."""


class Desk(Opening):
    """Two bars and three panes that show a session."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    scenes = frozenset(PANES)

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, keymap, config.column)
        self.header = Header(id="header")
        self.find_bar: FindBar | None = None
        self.filter_bar: FilterBar | None = None
        self.leaving = self._following = False
        self.corpus = corpus
        self._told: set[str] = set()

    def compose(self) -> ComposeResult:
        """Two bars and three panes."""
        self.fit(self.app.size.width)
        self._show_panes()
        yield self.header
        with self.panes:
            yield self.articles
        yield self.footer

    def on_mount(self) -> None:
        """Show the first articles, and all that takes longer behind them."""
        self.open_list()
        if not self.corpus:
            rows = map(self.articles.row_at, range(self.articles.count))
            keys = [row.key for row in rows if row is not None]
            self.corpus = corpus_name(self.library.notes_path, keys)
        self.call_after_refresh(self._begin)
        self._tell()
        self._warn(*self.library.problems[:3], self.library.cache_notice)

    def _warn(self, *lines: str | None) -> None:
        """Tell what a reader should know, each thing once."""
        for line in lines:
            if line and line not in self._told:
                self._told.add(line)
                self.notify(safe_line(line), severity="warning", timeout=10, markup=False)

    def _begin(self) -> None:
        """Once the list stands there: the article in it, and the corpus after that."""
        self.feed.look_back()
        if self.articles.count:
            self.set_timer(PATIENCE, self._follow)
        else:
            self._follow()

    def _follow(self) -> None:
        """Once: look at all of the corpus, that would hold up the first article."""
        if not self._following:
            self._following = True
            garbage.resume()
            self.follow_corpus()

    def article_came(self) -> None:
        """The first that came is shown, and then the corpus is followed."""
        super().article_came()
        if not self._following:
            self.spread.panel.call_after_refresh(self._follow)

    @on(Left)
    def _left_before(self, event: Left) -> None:
        """Go on where the reader was the last time, or begin with the first article."""
        self.begun = True
        number = self.library.id_of(event.key) if event.key else None
        if self.session.key is not None or self.articles.cursor or event.key is None or not number:
            self._open_one()
            return
        at = self.articles.index(number)
        if at is not None:
            self.articles.point(at)
        elif self._following:
            self.show_view((number,))
        else:
            self._wished = (number,)
        self.want(event.key)

    @property
    def typing(self) -> LineBar | None:
        """The line that is typed in."""
        return self.find_bar or self.filter_bar

    @property
    def scene(self) -> Scene:
        """The pane the reader is in."""
        return self.session.pane

    @property
    def quiet(self) -> bool:
        """An article alone is without keys below it."""
        return self.session.zen

    @property
    def pane(self) -> Rows | ArticleView:
        """The widget of the pane the reader is in."""
        if self.session.pane == "list":
            return self.articles
        reading = self.spread
        return reading.reader if self.session.pane == "article" else reading.panel.facts

    def apply(self, new: Session, go: bool = False) -> None:
        """Show what is other in the next session; with `go`, go to its cursor in the text."""
        old = self.session
        if new.pane == "panel" and (old.pane, old.tab) != (new.pane, new.tab):
            new = step.enter_panel(new)
            go = go or new.cursor != old.cursor
        self.session = new
        if (old.pane, old.zen) != (new.pane, new.zen):
            self._show_panes()
        if (old.filter, old.sort, old.unfolded) != (new.filter, new.sort, new.unfolded):
            self.show_view()
        self.spread.follow(old, new, go)
        self._enter()
        self._tell()

    def tell_hits(self) -> None:
        """How many were found, where one types or in the footer."""
        if self.find_bar is not None:
            self.find_bar.tell(about_hits(self.session))
        elif self.session.query:
            self.say(f"/{self.session.query} · {about_hits(self.session)}")

    def _show_panes(self) -> None:
        here = {f"at-{self.session.pane}", *(["zen"] if self.session.zen else [])}
        others = {"zen", *(f"at-{pane}" for pane in PANES)}
        self.classes = (self.classes - others) | here  # at once: each time all is styled anew
        self.articles.active = self.session.pane == "list"
        if "spread" in self.__dict__:
            self.spread.reader.active = self.session.pane == "article"
            self.spread.panel.facts.active = self.session.pane == "panel"

    def _tell(self) -> None:
        """The bars tell how it stands."""
        articles, session, view = self.articles, self.session, self.articles.view
        reading, share = self.reading()
        self.header.where = Where(
            corpus=self.corpus,
            place=self._number(),
            total=articles.count if view.whole else view.found,
            filter=session.filter,
            by="search",
            found=view.found,
            whole=self.counts.total,
            sort=f"by {session.sort}" if self.sorted else "",
            reading=reading,
            share=share,
            failed=self.counts.failed,
            percent=self.spread.reader.progress if "spread" in self.__dict__ else None,
            cut=about_cut(session.article) if session.stripped else "",
        )
        self.show_hints()

    def _number(self) -> int | None:
        """The number of the row that the reader is on; narrowed, of the article that is open."""
        key = self.session.key
        place: int | None = self.articles.cursor if self.articles.count else None
        if self.session.filter:
            place = self.articles.index(self.library.id_of(key)) if key is not None else None
        return None if place is None else place + 1

    def on_article_view_viewed(self) -> None:
        """The header tells how far the reader is."""
        self._tell()

    @on(Ingested)
    def _all_read(self) -> None:
        self._warn(*self.library.problems[:3], self.library.cache_notice)
        self.read_again()
        self._tell()
        self.all_read()

    def all_read(self) -> None:
        """All that could be read has been read."""

    @on(Kept)
    def _kept(self, event: Kept) -> None:
        self.feed.kept()
        if event.problem:
            self.not_saved(event.problem)
        else:
            self.say_done("Bookmark kept." if event.added else "Bookmark taken away.")
            self.articles.again()
            if event.mark_id is not None and event.key == self.session.key:
                self.session = replace(self.session, own=event.mark_id)
        self.was_kept()

    @on(Noted)
    def _noted(self, event: Noted) -> None:
        self.feed.kept()
        if not event.problem:
            self.articles.again()
        elif event.by_hand or event.problem not in self._told:
            self._told.add(event.problem)
            self.not_saved(event.problem)
        if self.leaving and not self.feed.keeping:
            self.app.exit()

    def ticked(self) -> None:
        """Tell what is known by now of the notes and the cache."""
        self._warn(self.library.notes_notice, self.library.cache_notice)

    def not_saved(self, problem: str) -> None:
        """Say that something could not be kept, and stay."""
        super().not_saved(problem)
        self.leaving = False

    def was_kept(self) -> None:
        """Something is on the disk: show its marks, and leave if that waited for it."""
        self.apply(self.session)
        self.mark_again()
        if self.leaving and not self.feed.keeping:
            self.app.exit()
