"""What the reading screen asks of the library, in threads, and the answers it gets as messages.

One article is asked for at a time, and only as long as no other is wanted: a reader who runs
through the list waits for none of those passed by. Reading the corpus goes on behind, and once it
is read, what changes on disk is read again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.finding import fold
from tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.marked import Placed
    from tui.store.rows import Row
    from tui.store.views import Progress
    from tui.text.article import Article

WATCH = "watch"
GATHER = "gather"


@dataclass(eq=False, repr=False)
class ArticleRead(Message):
    """An article is there, or the reason why not; `row` is its row in the list now.

    One with a `problem` is there as it was read before: its file is out of reach.

    `related` holds for each of its teasers the key of the article in this corpus, or None; `place`
    is where the reader left it the last time, `marks` are one's own in it. Nothing is there of one
    that was `dropped`, for another was wanted before it came.
    """

    key: str
    article: Article | None = None
    problem: str | None = None
    row: Row | None = None
    dropped: bool = False
    related: tuple[str | None, ...] = ()
    place: int = 0
    marks: tuple[Placed, ...] = ()


@dataclass(eq=False, repr=False)
class Ingested(Message):
    """All that could be read has been read; `problem` tells why that stopped."""

    problem: str | None


@dataclass(eq=False, repr=False)
class Behind(Message):
    """The series of the ledger were gathered, as far as anything was new."""


@dataclass(eq=False, repr=False)
class Touched(Message):
    """Files of the corpus came, changed or went."""

    paths: frozenset[str]


@dataclass(eq=False, repr=False)
class Left(Message):
    """Where the reader was the last time: in which article, None where that is not known."""

    key: str | None


class Feed(Keeping):
    """Asks the library in threads; the answers are posted to the screen."""

    def __init__(self, screen: Screen[Any], library: Library) -> None:
        super().__init__(screen, library)
        self._reading: str | None = None
        self._next: str | None = None
        self._ingesting = False
        self._once_more: set[str] | None = None
        self._gathering = self._gather_again = False
        self.progress: Progress | None = None
        self.paused = False

    @property
    def ingesting(self) -> bool:
        """Whether the corpus is being read."""
        return self._ingesting

    @property
    def reading(self) -> bool:
        """Whether an article is still to come."""
        return self._reading is not None or self._next is not None

    def ingest(self, paths: Collection[str] | None = None) -> None:
        """Read the corpus, or look only at some `paths` of it; `Ingested` ends it.

        Asked for while that is going on, it is done once more after it.
        """
        if not self._ingesting and not self.paused:
            self._ingesting = True
            self.run(lambda: self._ingest(paths), "ingest")
        elif paths is None or self._once_more == set():
            self._once_more = set()
        else:
            self._once_more = (self._once_more or set()) | set(paths)

    def ingested(self) -> bool:
        """To be called on `Ingested`; False where it goes on once more."""
        self._ingesting, self.progress = False, None
        if self._once_more is not None and not self.paused:
            paths, self._once_more = self._once_more, None
            self.ingest(paths or None)
        if not self._ingesting:
            self.gather()
        return not self._ingesting

    def gather(self) -> None:
        """Have the series of the ledger gathered before it is opened; `Behind` ends it.

        Asked for while that is going on, it is done once more after it.
        """
        self._gather_again = self._gathering
        if not self._gathering:
            self._gathering = True
            self.run(self._gather, GATHER)

    def gathered(self) -> None:
        """To be called on `Behind`."""
        self._gathering = False
        if self._gather_again:
            self.gather()

    def pause(self) -> None:
        """Stop reading the corpus; what was found stays."""
        self.paused = True

    def resume(self) -> None:
        """Go on with it."""
        self.paused = False
        self.ingest()

    def watch(self) -> None:
        """Wait for what changes on disk, as long as the screen is there; `Touched` tells it."""
        self.run(self._watch, WATCH)

    def look_back(self) -> None:
        """Ask where the reader was the last time; `Left` answers."""
        self.run(self._look_back, "place")

    def read(self, key: str) -> None:
        """Read an article; `ArticleRead` answers."""
        self._next = key
        self._go_on()

    def forget(self) -> None:
        """An article that was asked for and not begun is not wanted any more."""
        self._next = None

    def read_done(self) -> None:
        """To be called on `ArticleRead`: go on with the article asked for since."""
        self._reading = None
        self._go_on()

    def _go_on(self) -> None:
        if self._reading is None and self._next is not None:
            key, self._next = self._next, None
            self._reading = key
            self.run(lambda: self._read(key), "article")

    def _ingest(self, paths: Collection[str] | None) -> None:
        worker = get_current_worker()
        problem = None
        try:
            self._library.ingest(self._heard, lambda: worker.is_cancelled or self.paused, paths)
        except OSError as error:
            problem = f"Reading the corpus stopped: {error}"
        if not worker.is_cancelled:
            self.post(Ingested(problem))

    def _gather(self) -> None:
        worker = get_current_worker()
        self._library.gather_behind(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post(Behind())

    def _heard(self, progress: Progress) -> None:
        self.progress = progress

    def _watch(self) -> None:
        worker = get_current_worker()
        try:
            for paths in self._library.changes(lambda: worker.is_cancelled):
                self.post(Touched(paths))
        except OSError:
            return  # nothing can be watched here: what changed is found at the next start

    def _look_back(self) -> None:
        last = self._library.last_place()
        self.post(Left(last[0] if last is not None else None))

    def _read(self, key: str) -> None:
        from tui.selecting import sentences_in
        from tui.store.answers import Dropped, ReadError

        library = self._library
        try:
            article = library.article(key, lambda: self._next is None)
            fold(article.body)  # kept for the moment that something is to be found in it
            related = library.related(article) if article.related else ()
            row, place = library.row(key), library.place(key)
            marks = library.marks(key)
            away = library.unreachable(key)
            answer = ArticleRead(key, article, away, row, False, related, place, marks)
        except Dropped:
            answer = ArticleRead(key, dropped=True)
        except ReadError as error:
            answer = ArticleRead(key, problem=str(error), row=library.row(key))
        self.post(answer)
        if answer.article is not None:
            sentences_in(answer.article.body)  # kept for the moment that something is selected
