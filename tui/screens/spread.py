"""The open article: the text and the panel beside it, and how both follow the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.items import span
from tui.selecting import selected
from tui.session import Session, Spot, own_here
from tui.widgets.article_view import ArticleView
from tui.widgets.blocks import Block, blocks_of, notice
from tui.widgets.marks import Marks
from tui.widgets.own import Owned, own_marks
from tui.widgets.panel import Panel
from tui.widgets.spans import Claims, Looks, looks_of
from tui.widgets.telling import Telling

if TYPE_CHECKING:
    from tui.store.marked import Placed


class Spread:
    """Made once the list has been painted: it is what takes the longest to load."""

    def __init__(self, column: int) -> None:
        self.reader = ArticleView(column, id="article")
        self.panel = Panel(id="panel")
        self._looks = Looks()
        self._claims = Claims()
        self._asked: tuple[tuple[Placed, ...], str | None] | None = None
        self._own = Owned()

    def reading(self, title: str) -> None:
        """The article takes its time."""
        self._say(notice(title, "Reading…"))

    def open(self, session: Session, at: int, spot: Spot | None = None) -> None:
        """Show the article that came, or why it did not."""
        article = session.article
        if article is None:
            self._say(notice("This article cannot be read", session.problem or ""))
            return
        self._looks, self._claims = looks_of(article), Claims(article.claims)
        marks = self._marks(session)
        self.reader.put(self._blocks(session), marks, at, spot)
        self.panel.put(article, _telling(session), session.item)

    def again(self, session: Session) -> None:
        """Show what became of the article that is open; the reader keeps the place."""
        article = session.article
        if article is not None:
            self._looks, self._claims = looks_of(article), Claims(article.claims)
            self.reader.keep(self._blocks(session), self._marks(session))
            self.panel.put(article, _telling(session), session.item)

    def follow(self, old: Session, new: Session, go: bool) -> None:
        """Show what is other in the next session; with `go`, go to its cursor in the text."""
        if new.article is None:
            return
        if old.stripped != new.stripped:
            self.reader.keep(self._blocks(new))
        self.reader.mark(self._marks(new))
        self.panel.put(new.article, _telling(new), new.item)
        if go:
            self.reader.go(new.cursor)

    def _blocks(self, session: Session) -> tuple[Block, ...]:
        assert session.article is not None
        return blocks_of(session.article, session.stripped, session.related)

    def _marks(self, session: Session) -> Marks:
        """What is to be marked in the text."""
        article, item = session.article, session.item
        if article is None:
            return Marks()
        found = item if item is not None and not item.own and item.tab != "notes" else None
        return Marks(
            looks=self._looks,
            claims=self._claims,
            item=span(article, found) if found is not None else None,
            claim=found.index if found is not None and found.tab == "claims" else None,
            hits=session.hits,
            hit=session.hit,
            own=self._own_marks(session),
            selection=selected(session),
        )

    def _own_marks(self, session: Session) -> Owned:
        """One's own marks as they are drawn; worked out once, for every key asks for them."""
        here = own_here(session)
        asked = (session.marks, here and here.mark.id)
        if self._asked is None or asked[0] is not self._asked[0] or asked[1] != self._asked[1]:
            self._asked, self._own = asked, own_marks(*asked)
        return self._own

    def _say(self, blocks: tuple[Block, ...]) -> None:
        self.reader.put(blocks, Marks())
        self.panel.put(None, Telling(), None)


def _telling(session: Session) -> Telling:
    """What the panel is to tell."""
    return Telling(
        session.tab, session.order, session.kind, session.related, session.marks, session.evidence
    )
