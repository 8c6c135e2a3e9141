"""The desk of the first screen: the panes, and how they follow the session.

`apply` is the one way in which anything changes: it takes the next session and shows what is
other in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui import garbage
from tui import session as step
from tui.actions import PANES, Scene
from tui.config import Config
from tui.keys import Keymap
from tui.screens.feed import TICK, ArticleRead, Feed, Ingested, Kept
from tui.screens.keyed import BREAKPOINTS, Keyed
from tui.screens.narrowing import Narrowing
from tui.screens.presenting import about_cut, about_hits, corpus_name
from tui.screens.progress import Progress
from tui.session import Entry, Session, Spot
from tui.widgets.article_list import ArticleList, listed
from tui.widgets.bars import Header, Where
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.screens.spread import Spread
    from tui.store.library import Library
    from tui.text.article import Article
    from tui.widgets.article_view import ArticleView
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.find_bar import FindBar
    from tui.widgets.line_bar import LineBar

SLOW = 0.15


class Desk(Keyed[None]):
    """Two bars and three panes that show a session."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    scenes = frozenset(PANES)

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, keymap)
        self.session = Session()
        self.header = Header(id="header")
        self.articles = ArticleList(id="list")
        self.panes = Horizontal(id="panes")
        self.feed = Feed(self, library)
        self.narrowing = Narrowing(self, library)
        self.find_bar: FindBar | None = None
        self.filter_bar: FilterBar | None = None
        self.leaving = False
        self.corpus = corpus
        self._column = config.column
        self.meant: dict[str, str] = {}
        self._go_to: tuple[int, Tab | None] = (0, None)
        self.back_to: Spot | None = None
        self.progress = Progress()
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
        """Show the list as it is known, and read the corpus behind it."""
        rows = self.library.rows
        self.corpus = self.corpus or corpus_name(self.library.notes_path, (row.key for row in rows))
        self.progress.count(rows)
        self._list(rows, open_one=False)
        self.call_after_refresh(self._begin)
        self._ticking = self.set_interval(TICK, self._tick)
        self._tell()
        self._warn(*self.library.problems[:3], self.library.notes_notice, self.library.cache_notice)

    def _warn(self, *lines: str | None) -> None:
        """Tell what a reader should know, each thing once."""
        for line in lines:
            if line and line not in self._told:
                self._told.add(line)
                self.notify(line, severity="warning", timeout=10, markup=False)

    def _begin(self) -> None:
        """Once the list stands there: the panes beside it, and reading the corpus."""
        garbage.resume()
        if self.articles.entry is not None:
            self.want(self.articles.entry.key)
        self.feed.ingest()

    @cached_property
    def spread(self) -> Spread:
        """The text and the panel, loaded and mounted when they are first asked for."""
        from tui.screens.spread import Spread

        spread = Spread(self._column)
        self.panes.mount(spread.reader, spread.panel)
        return spread

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

    def want(self, key: str) -> None:
        """Ask for an article; the one before stays in sight until it comes."""
        if key != self.session.key:
            self.session = step.want(self.session, key)
            self.ask(key)

    def ask(self, key: str) -> None:
        """Ask for the article that is wanted by now."""
        self.meant.clear()
        self.feed.read(key)
        self.set_timer(SLOW, self._still_reading)
        self._tell()

    def read_again(self) -> None:
        """Ask once more for the article that is open: it may be another by now."""
        if self.session.key is not None and self.session.problem is None:
            self.feed.read(self.session.key)

    def ingest(self, others: int = 0) -> None:
        """Read what has to be read again, of which `others` are known."""
        self.progress.expect(others)
        self._ticking.resume()
        self.feed.ingest()
        self._tell()

    def apply(self, new: Session, go: bool = False) -> None:
        """Show what is other in the next session; with `go`, go to its cursor in the text."""
        old = self.session
        if new.pane == "panel" and (old.pane, old.tab) != (new.pane, new.tab):
            new = step.enter_panel(new)
            go = go or new.cursor != old.cursor
        self.session = new
        if (old.pane, old.zen) != (new.pane, new.zen):
            self._show_panes()
        if old.filter != new.filter:
            self._narrow(new.filter)
        self.spread.follow(old, new, self._bookmarks(), go)
        self._tell()

    def _narrow(self, text: str) -> None:
        """Show what fits a filter, that is right; or all."""
        from tui.store.query import parse

        self.narrowing.ask(parse(text) if text else None)

    def tell_hits(self) -> None:
        """How many were found, where one types or in the footer."""
        if self.find_bar is not None:
            self.find_bar.tell(about_hits(self.session))
        elif self.session.query:
            self.say(f"/{self.session.query} · {about_hits(self.session)}")

    def _bookmarks(self) -> list[int]:
        key = self.session.key
        marks = self.library.bookmarks(key) if key else ()
        return [mark.position for mark in marks if not mark.lost]

    def _show_panes(self) -> None:
        for pane in PANES:
            self.set_class(pane == self.session.pane, f"at-{pane}")
        self.set_class(self.session.zen, "zen")
        self.articles.active = self.session.pane == "list"
        if "spread" in self.__dict__:
            self.spread.reader.active = self.session.pane == "article"
            self.spread.panel.facts.active = self.session.pane == "panel"

    def _tell(self) -> None:
        place = self.articles.cursor if self.articles.count else None
        if self.session.filter:
            place = self.articles.index(self.session.key or "")
        self.header.where = Where(
            corpus=self.corpus,
            place=None if place is None else place + 1,
            total=self.articles.count,
            filter=self.session.filter,
            whole=self.progress.total,
            reading=self.progress.done,
            failed=self.progress.failed,
            percent=self.spread.reader.progress if "spread" in self.__dict__ else None,
            cut=about_cut(self.session.article) if self.session.stripped else "",
        )
        self.show_hints()

    def _still_reading(self) -> None:
        entry, here = self.articles.entry, self.session
        if here.article is None and here.problem is None and here.key is not None:
            at_it = entry is not None and entry.key == here.key
            self.spread.reading(entry.title if entry is not None and at_it else here.key)

    def _tick(self) -> None:
        rows = self.feed.arrived()
        if rows:
            self.progress.count(rows)
            if self.narrowing.on:
                self._change(rows)
            elif any(self.articles.index(row.key) is None for row in rows):
                self._list(self.library.rows)  # from an archive, or new in the folder
            else:
                self._change(rows)
            self._tell()

    def _change(self, rows: Sequence[Entry]) -> None:
        """Show what became of articles; a filter looks at them again."""
        self.articles.change(rows)
        self.narrowing.changed(row.key for row in rows)

    def _list(self, rows: Sequence[Entry], open_one: bool = True) -> None:
        """Show other articles; where none is open yet, open the one at the cursor."""
        self.progress.total = len(rows)
        if self.narrowing.on:
            self.narrowing.again()
        else:
            self.articles.put(listed(rows))
        if open_one and self.session.key is None and self.articles.entry is not None:
            self.want(self.articles.entry.key)

    def on_article_view_viewed(self) -> None:
        """The header tells how far the reader is."""
        self._tell()

    @on(Ingested)
    def _all_read(self, event: Ingested) -> None:
        self._tick()
        if self.feed.ingested():
            self._ticking.pause()
            self.progress.end()
        if event.rows is not None:
            self.progress.count(event.rows)
            self._list(event.rows)
        if event.problem:
            self.notify(event.problem, severity="error", timeout=10, markup=False)
        self._warn(*self.library.problems[:3], self.library.cache_notice)
        self.read_again()
        self._tell()
        self.all_read()

    def all_read(self) -> None:
        """All that could be read has been read."""

    @on(ArticleRead)
    def _article_read(self, event: ArticleRead) -> None:
        self.feed.read_done()
        if event.row is not None:
            self.progress.count([event.row])
            self._change([event.row])
        if event.dropped or event.key != self.session.key:
            return
        if not self.feed.keeping and not self.feed.reading:
            self.meant.clear()
        if event.article is None:
            self.session = step.fail(self.session, event.key, event.problem or "")
        elif self.session.article is not None:
            self._refresh(event.article, event.related)
            return
        else:
            self.session = step.receive(self.session, event.key, event.article, event.related)
            self.articles.saw(event.key)
        at, tab = self._go_to
        if at or tab:
            self.session = step.arrive(self.session, at, tab)
        self.spread.open(self.session, self._bookmarks(), at, self.back_to)
        self._go_to, self.back_to = (0, None), None
        self._tell()

    def _refresh(self, article: Article, related: tuple[str | None, ...]) -> None:
        """The article that is open was read again."""
        here = self.session
        if here.key is not None and (here.article, here.related) != (article, related):
            self.session = step.enter_panel(step.receive(here, here.key, article, related))
            self.spread.again(self.session, self._bookmarks())
            # A key pressed meanwhile moved the cursor in the text as it was before.
            self.session = replace(
                self.session, cursor=self.spread.reader.near(self.session.cursor)
            )
        self._tell()

    @on(Kept)
    def _kept(self, event: Kept) -> None:
        self.feed.kept()
        if event.problem:
            self.not_saved(event.problem)
        else:
            self.say("Bookmark kept." if event.added else "Bookmark taken away.")
            self.articles.marked(event.key, len(self.library.bookmarks(event.key)))
            self.narrowing.changed([event.key])
        self.was_kept()

    def not_saved(self, problem: str) -> None:
        """Say that something could not be kept, and stay."""
        super().not_saved(problem)
        self.leaving = False

    def was_kept(self) -> None:
        """Something is on the disk: show its marks, and leave if that waited for it."""
        self.apply(self.session)
        if self.leaving and not self.feed.keeping:
            self.app.exit()
