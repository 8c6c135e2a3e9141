"""Going from hit to hit: of words to find in the article, or of the search in the corpus."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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
    from tui.widgets.find_bar import FindBar


SHORT = 12_000
"""Characters of an article in which words are found in no time."""


@dataclass(eq=False, repr=False)
class Sought(Message):
    """Where in the text of a long article the words stand that the corpus was searched for."""

    body: str
    spans: tuple[Span, ...]


def _sought_in(asked: tuple[Query, str]) -> Sought:
    from tui.screens.narrowing import sought

    return Sought(asked[1], sought(*asked))


class Searching(Unreading):
    """A desk at which one can find."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self._before_find = Session()
        self._entering: tuple[str, int] | None = None  # the article to enter at a hit, which way
        self._seeks = Latest[tuple["Query", str]](self, "sought", _sought_in)

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
        elif query is not None and query.asks_words:
            self._step_sought(by)
        else:
            find, search = self.keymap.first("find"), self.keymap.first("search")
            self.say(f"Nothing to find yet: {find} and some words; {search} in all articles.")

    def _step_sought(self, by: int) -> None:
        """To the next hit of what the corpus was searched for, perhaps in another article."""
        here = self.session
        coming = here.article is None and here.problem is None
        if here.key is not None and (coming or self._seeks.asking):
            self._entering = here.key, by
            return
        found = hits.step_sought(here, by) if here.article is not None else None
        if found is not None:
            self.apply(step.focus(found, "article"), go=True)
            self.tell_hits()
        else:
            self._enter_beside(by)

    def _enter_beside(self, by: int) -> None:
        """To the first hit of the next article, or going back to the last of the one before."""
        own = self.library.id_of(self.session.key) if self.session.key else None
        at, articles = self.articles.index(own), self.articles
        to = articles.cursor if at is None else at + by
        row = articles.row_at(to)
        if row is None:
            self.say("This was the last hit." if by > 0 else "This was the first hit.")
            return
        self._entering = row.key, by
        articles.point(to)
        self.apply(step.focus(self.session, "article"))
        self.want(row.key)

    def article_came(self) -> None:
        """Mark in the article what the corpus was searched for, and go to the hit in it."""
        super().article_came()
        self._seek()

    def list_came(self) -> None:
        """With another search other words are marked in the article that is open."""
        super().list_came()
        self._seek()

    def _seek(self) -> None:
        """Find in the article what the corpus was searched for; of a long one in a thread."""
        from tui.screens.narrowing import sought

        article, query = self.session.article, self.query_of(self.session.filter)
        if article is None:
            self._mark_sought(())
        elif query is None or len(article.body) <= SHORT:
            self._mark_sought(sought(query, article.body))
        else:
            self._seeks.ask((query, article.body))

    @on(Sought)
    def _sought(self, event: Sought) -> None:
        article = self.session.article
        if self._seeks.answered() and article is not None and article.body == event.body:
            self._mark_sought(event.spans)

    def _mark_sought(self, spans: tuple[Span, ...]) -> None:
        new = hits.seek(self.session, spans)
        if new is not self.session:
            self.apply(new)
        going = self._entering
        if going is not None and going[0] == self.session.key and not self._coming:
            self._entering = None
            self.apply(hits.end_hit(self.session, going[1]), go=bool(self.session.hits))
            self.tell_hits()

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
