"""What the reading screen asks of the library, in threads, and the answers it gets as messages.

One article is asked for at a time, and only as long as no other is wanted: a reader who runs
through the list waits for none of those passed by. Bookmarks are kept in the order of asking.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.session import Entry, fold

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.text.article import Article

TICK = 0.1


@dataclass
class ArticleRead(Message):
    """An article is there, or the reason why not; `row` is its row in the list now.

    Neither is there of one that was `dropped`, for another was wanted before it came.
    """

    key: str
    article: Article | None = None
    problem: str | None = None
    row: Entry | None = None
    dropped: bool = False


@dataclass
class Kept(Message):
    """A bookmark was set (`added`) or taken away, or could not be kept."""

    key: str
    added: bool
    problem: str | None


@dataclass
class Ingested(Message):
    """All that could be read has been read; these are the rows of the list now."""

    rows: tuple[Entry, ...]
    problem: str | None


class Feed:
    """Asks the library in threads; the answers are posted to the screen."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._arrived: deque[Entry] = deque()
        self._reading: str | None = None
        self._next: str | None = None
        self._keeping = False
        self._to_keep: deque[tuple[str, int]] = deque()

    def ingest(self) -> None:
        """Read the corpus; `arrived` gives the rows as they come, and `Ingested` ends it."""
        self._run(self._ingest, "ingest")

    def arrived(self) -> list[Entry]:
        """The rows that came since the last time it was asked."""
        rows = []
        while self._arrived:
            rows.append(self._arrived.popleft())
        return rows

    def read(self, key: str) -> None:
        """Read an article; `ArticleRead` answers."""
        self._next = key
        self._go_on()

    def read_done(self) -> None:
        """To be called on `ArticleRead`: go on with the article asked for since."""
        self._reading = None
        self._go_on()

    def keep(self, key: str, position: int) -> None:
        """Set a bookmark or take it away; `Kept` answers."""
        self._to_keep.append((key, position))
        self._keep_on()

    def kept(self) -> None:
        """To be called on `Kept`: go on with the next."""
        self._keeping = False
        self._keep_on()

    @property
    def keeping(self) -> bool:
        """Whether a bookmark is still on its way to the disk."""
        return self._keeping or bool(self._to_keep)

    def _go_on(self) -> None:
        if self._reading is None and self._next is not None:
            key, self._next = self._next, None
            self._reading = key
            self._run(lambda: self._read(key), "article")

    def _keep_on(self) -> None:
        if not self._keeping and self._to_keep:
            key, position = self._to_keep.popleft()
            self._keeping = True
            self._run(lambda: self._keep(key, position), "notes")

    def _run(self, work: Callable[[], None], group: str) -> None:
        self._screen.run_worker(work, group=group, thread=True, exit_on_error=True)

    def _ingest(self) -> None:
        worker = get_current_worker()
        problem = None
        try:
            self._library.ingest(self._arrived.append, lambda: worker.is_cancelled)
        except OSError as error:
            problem = f"Reading the corpus stopped: {error}"
        if not worker.is_cancelled:
            self._screen.post_message(Ingested(self._library.rows, problem))

    def _read(self, key: str) -> None:
        from tui.store.library import Dropped, ReadError

        try:
            article = self._library.article(key, lambda: self._next is None)
            fold(article.body)  # kept for the moment that something is to be found in it
            answer = ArticleRead(key, article, row=self._library.row(key))
        except Dropped:
            answer = ArticleRead(key, dropped=True)
        except ReadError as error:
            answer = ArticleRead(key, problem=str(error), row=self._library.row(key))
        self._screen.post_message(answer)

    def _keep(self, key: str, position: int) -> None:
        from tui.store.library import NotSaved

        try:
            mark = self._library.toggle_bookmark(key, position)
            answer = Kept(key, mark is not None, None)
        except NotSaved as error:
            answer = Kept(key, False, str(error))
        self._screen.post_message(answer)
