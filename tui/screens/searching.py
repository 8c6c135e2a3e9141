"""Going from hit to hit: of words to find in the article, or of the search in the corpus."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.message import Message

from tui import hits
from tui import session as step
from tui.config import Config
from tui.keys import Keymap
from tui.screens.latest import Latest
from tui.screens.unread import Unreading
from tui.session import Session

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.store.library import Library
    from tui.store.query import Query
    from tui.text.article import Article
    from tui.widgets.find_bar import FindBar


SHORT = 12_000
"""Characters of an article in which words are found in no time."""


@dataclass(eq=False, repr=False)
class Sought(Message):
    """Where in an article that stands for which the corpus was searched, as a query asks it."""

    query: Query
    article: Article
    spans: tuple[Span, ...]


class Entering(NamedTuple):
    """The article to enter at a hit, from above or below, and the steps asked for meanwhile."""

    key: str
    by: int
    owed: int = 0


class Searching(Unreading):
    """A desk at which one can find."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self._before_find = Session()
        self._entering: Entering | None = None
        self._seeks = Latest[tuple["Query", "Article"]](self, "sought", self._sought_in)
        self._in_sight: Sought | None = None
        self._to_begin = False
        self._fresh: tuple[object, ...] | None = None  # where the reader was as a search was chosen
        self._topmost: tuple[str, int] | None = None  # of a search: the first article with hits

    def offered(self) -> dict[str, str]:
        """The next hit, where the article has any."""
        if self.session.pane == "article" and self.session.hits:
            return {"next_hit": ""} | super().offered()
        return super().offered()

    def do_find(self) -> None:
        """Open the line to type in."""
        from tui.widgets.find_bar import FindBar

        if self.session.article is None or self.typing is not None:
            return
        if self.session.pane == "list":
            self.apply(step.focus(self.session, "article"))
        self._before_find = self.session
        self.find_bar = FindBar(self.session.query)
        self.footer.display = False
        self.mount(self.find_bar)

    def do_next_hit(self) -> None:
        """To the next hit."""
        self._step_hit(1)

    def do_previous_hit(self) -> None:
        """To the hit before."""
        self._step_hit(-1)

    def _step_hit(self, by: int) -> None:
        query = self.query_of(self.session.filter)
        if self.session.query:
            self.apply(hits.step_hit(self.session, by), go=True)
            self.tell_hits()
        elif query is not None and query.hits_by is not None:
            self._step_sought(by)
        else:
            find, search = self.keymap.first("find"), self.keymap.first("search")
            self.say(f"Nothing to find yet: {find} and some words; {search} in all articles.")

    def _step_sought(self, by: int) -> None:
        """To the next hit of what the corpus was searched for, perhaps in another article."""
        here = self.session
        coming = here.article is None and here.problem is None
        if here.key is not None and (coming or self._seeks.asking):
            self._pass(self.library.id_of(here.key))
            going = self._entering
            again = going is not None and going.key == here.key
            self._entering = (
                going._replace(owed=going.owed + by) if going and again else Entering(here.key, by)
            )
            return
        own = self.library.id_of(here.key) if here.key else None
        at, fresh = self.articles.index(own), self._fresh == self._reader_at
        self._fresh = None
        if fresh and by > 0 and at:
            self._enter_row(0, by)
            return
        found = hits.step_sought(here, by) if here.article is not None else None
        if found is not None:
            self._pass(own)
            self.apply(step.focus(found, "article"), go=True)
            self.tell_hits()
        else:
            self._enter_row(self.articles.cursor if at is None else at + by, by)

    def _enter_row(self, to: int, by: int) -> None:
        """To the first hit of the article in a row, or going back to the last."""
        articles = self.articles
        row = articles.row_at(to)
        if row is None:
            self.say(self._no_more() if by > 0 else "This was the first hit.")
            return
        self._pass(row.id)
        self._entering = Entering(row.key, by)
        articles.point(to)
        self.apply(step.focus(self.session, "article"))
        if row.key != self.session.key:
            self.want(row.key)
        else:
            self._seek()

    @property
    def _reader_at(self) -> tuple[object, ...]:
        """Where the reader is, and in which search."""
        here = self.session
        return here.filter, here.key, here.cursor, self.articles.here

    def _pass(self, number: int | None) -> None:
        """Remember the first in the list of the articles in which the reader went to hits."""
        text, place = self.session.filter, self.articles.index(number)
        top = self._topmost
        before = self.articles.index(top[1]) if top is not None and top[0] == text else None
        if number is not None and place is not None and (before is None or place < before):
            self._topmost = text, number

    def _no_more(self) -> str:
        """That this was the last hit, and how many articles above were left out."""
        top = self._topmost
        above = self.articles.index(top[1]) if top and top[0] == self.session.filter else None
        if not above:
            return "This was the last hit."
        told = "1 article above was" if above == 1 else f"{above} articles above were"
        return f"This was the last hit; {told} not passed."

    def open_found(self) -> None:
        """A search was chosen: from here the first hit is that of the first row."""
        super().open_found()
        self._to_begin = True
        self._begin_hits()

    def _begin_hits(self) -> None:
        if self._to_begin and not self.arranging:
            self._to_begin, self._fresh = False, self._reader_at

    def article_came(self) -> None:
        """Mark in the article what the corpus was searched for, and go to the hit in it."""
        super().article_came()
        self._seek()

    def list_came(self) -> None:
        """With another search other words are marked in the article that is open."""
        super().list_came()
        self._begin_hits()
        self._seek()

    def _seek(self) -> None:
        """Find in the article what the corpus was searched for; words of a short one at once."""
        from tui.screens.narrowing import sought

        article, query = self.session.article, self.query_of(self.session.filter)
        known = self._in_sight
        if article is None or query is None or query.hits_by is None:
            self._mark_sought(())
        elif query.hits_by == "words" and len(article.body) <= SHORT:
            self._mark_sought(sought(query, article.body))
        elif known is not None and known.article is article and known.query == query:
            self._mark_sought(known.spans)
        else:
            self._seeks.ask((query, article))

    def _sought_in(self, asked: tuple[Query, Article]) -> Sought:
        """In a thread: where it stands."""
        return Sought(*asked, self.library.sought(*asked))

    @on(Sought)
    def _sought(self, event: Sought) -> None:
        asked = self.query_of(self.session.filter), self.session.article
        if self._seeks.answered() and asked[0] == event.query and asked[1] is event.article:
            self._in_sight = event
            self._mark_sought(event.spans)

    def _mark_sought(self, spans: tuple[Span, ...]) -> None:
        new = hits.seek(self.session, spans)
        if new is not self.session:
            self.apply(new)
        going = self._entering
        if going is not None and going.key == self.session.key and not self._coming:
            self._entering = None
            self.apply(hits.end_hit(self.session, going.by), go=bool(self.session.hits))
            self.tell_hits()
            self._step_owed(going.owed)

    def _step_owed(self, owed: int) -> None:
        """Take the steps that were asked for while the article was to come."""
        by = 1 if owed > 0 else -1
        while owed and self._entering is None:
            owed -= by
            self._step_sought(by)
        if self._entering is not None:
            self._entering = self._entering._replace(owed=owed)

    def tell_hits(self) -> None:
        """How many were found and which of them this is, where one types or in the footer."""
        from tui.screens.narrowing import about_place

        here = self.session
        if here.query or self.find_bar is not None:
            super().tell_hits()
        elif here.filter:
            own = self.library.id_of(here.key) if here.key else None
            place, count = self.articles.index(own), self.articles.count
            self.say(about_place(here.hit, len(here.hits), place, count))

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Find while typing, from where the reader was."""
        origin = self._before_find.cursor
        self.apply(hits.find(self.session, event.query, origin), go=bool(event.query))
        self.tell_hits()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go from hit to hit while typing."""
        self.apply(hits.step_hit(self.session, event.step), go=True)
        self.tell_hits()

    async def on_find_bar_done(self, event: FindBar.Done) -> None:
        """Put the line away; what was not wanted after all is undone."""
        if self.find_bar is None:
            return
        await self.find_bar.remove()
        self.find_bar = None
        self.footer.display = True
        if event.kept:
            self.tell_hits()
        else:
            before = self._before_find
            undone = replace(
                self.session,
                query=before.query,
                hits=before.hits if before.query else self.session.sought,
                hit=before.hit,
                cursor=before.cursor,
            )
            self.apply(undone, go=True)
