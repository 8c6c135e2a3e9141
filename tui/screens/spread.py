"""The open article: the text and the panel beside it, and how both follow the session."""

from __future__ import annotations

from collections.abc import Iterable

from tui import session as step
from tui.session import Session
from tui.text.safe import safe_line
from tui.widgets.article_view import ArticleView, Marks
from tui.widgets.panel import Panel
from tui.widgets.sheet import Block, blocks_of, notice
from tui.widgets.spans import Looks, looks_of

LOOKING = (Block("notice", "Looking for articles…"),)


class Spread:
    """Made once the list has been painted: it is what takes the longest to load."""

    def __init__(self, column: int) -> None:
        self.reader = ArticleView(column, id="article")
        self.panel = Panel(id="panel")
        self._looks = Looks()

    def looking(self) -> None:
        """There is no list yet."""
        self._say(LOOKING)

    def reading(self, title: str) -> None:
        """The article takes its time."""
        self._say(notice(title, "Reading…"))

    def nothing(self, corpus: str, problems: Iterable[str]) -> None:
        """There is no article at all."""
        self._say(nothing_here(corpus, problems))

    def open(self, session: Session, bookmarks: Iterable[int], at: int) -> None:
        """Show the article that came, or why it did not."""
        article = session.article
        if article is None:
            self._say(notice("This article cannot be read", session.problem or ""))
            return
        self._looks = looks_of(article)
        marks = marks_of(session, self._looks, bookmarks)
        self.reader.put(blocks_of(article, session.stripped), marks, at)
        self.panel.put(article, session.tab, None)

    def follow(self, old: Session, new: Session, bookmarks: Iterable[int], go: bool) -> None:
        """Show what is other in the next session; with `go`, go to its cursor in the text."""
        if new.article is None:
            return
        if old.stripped != new.stripped:
            self.reader.keep(blocks_of(new.article, new.stripped))
        self.reader.mark(marks_of(new, self._looks, bookmarks))
        self.panel.put(new.article, new.tab, new.item)
        if go:
            self.reader.go(new.cursor)

    def _say(self, blocks: tuple[Block, ...]) -> None:
        self.reader.put(blocks, Marks())
        self.panel.put(None, "figures", None)


def nothing_here(corpus: str, problems: Iterable[str]) -> tuple[Block, ...]:
    """What is said where there is no article at all."""
    where = f"in {corpus}" if corpus else "in the folders and files that were named"
    return (
        Block("title", "Nothing to read here"),
        Block(
            "notice",
            f"newsreader looked for saved pages, HTML or plain text, {where} and every folder "
            "below, and found none. Hidden files and folders are passed over.",
        ),
        Block(
            "notice",
            "Put some pages there, or leave with Q and name another folder: newsreader PATH",
        ),
        *(Block("stripped", safe_line(problem)) for problem in problems),
    )


def marks_of(session: Session, looks: Looks, bookmarks: Iterable[int]) -> Marks:
    """What is to be marked in the text."""
    article, item = session.article, session.item
    if article is None:
        return Marks()
    return Marks(
        looks=looks,
        claims=article.claims,
        item=step.span(article, item) if item is not None else None,
        claim=item.index if item is not None and item.tab == "claims" else None,
        hits=session.hits,
        hit=session.hit,
        bookmarks=frozenset(bookmarks),
    )
