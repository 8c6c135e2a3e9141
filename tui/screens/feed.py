"""What the reading screen asks of the library, in threads, and the answers it gets as messages.

One article is asked for at a time, and only as long as no other is wanted: a reader who runs
through the list waits for none of those passed by. What is to be kept is kept in the order of
asking.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.finding import fold
from tui.session import Entry

if TYPE_CHECKING:
    from tui.store.library import Decided, Library
    from tui.text.article import Article

TICK = 0.1


@dataclass
class ArticleRead(Message):
    """An article is there, or the reason why not; `row` is its row in the list now.

    `related` holds for each of its teasers the key of the article in this corpus, or None.
    Neither is there of one that was `dropped`, for another was wanted before it came.
    """

    key: str
    article: Article | None = None
    problem: str | None = None
    row: Entry | None = None
    dropped: bool = False
    related: tuple[str | None, ...] = ()


@dataclass
class Kept(Message):
    """A bookmark was set (`added`) or taken away, or could not be kept."""

    key: str
    added: bool
    problem: str | None


@dataclass
class Ruled(Message):
    """What the reader decided about parts of a page is kept, or why it could not be."""

    key: str
    texts: tuple[str, ...]
    action: Literal["restore", "cut"]
    decided: Decided | None
    problem: str | None = None


@dataclass
class Named(Message):
    """Which names are whose was changed: `words` tell how, and `key` whom to go to.

    There are no words where somebody else was quicker and such a name is no longer there.
    """

    key: str
    words: str | None
    problem: str | None = None


@dataclass
class Turned(Message):
    """Something was undone (or done again: `forward`); `words` tell what, None where nothing was.

    `rows` are those that are other than before.
    """

    forward: bool
    words: str | None
    rows: tuple[Entry, ...] = ()
    problem: str | None = None


@dataclass
class Ingested(Message):
    """All that could be read has been read; `rows` is the list now, None where it is the same.

    The same means the same articles: what became of each `arrived`.
    """

    rows: tuple[Entry, ...] | None
    problem: str | None


class Feed:
    """Asks the library in threads; the answers are posted to the screen."""

    def __init__(self, screen: Screen[Any], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._arrived: deque[Entry] = deque()
        self._reading: str | None = None
        self._next: str | None = None
        self._keeping = False
        self._to_keep: deque[Callable[[], Message]] = deque()
        self._ingesting = self._once_more = False
        self._listed: list[str] | None = None

    def ingest(self) -> None:
        """Read the corpus; `arrived` gives the rows as they come, and `Ingested` ends it.

        Asked for while that is going on, it is done once more after it.
        """
        if self._ingesting:
            self._once_more = True
        else:
            self._ingesting = True
            self._run(self._ingest, "ingest")

    def ingested(self) -> bool:
        """To be called on `Ingested`; False where it goes on once more."""
        self._ingesting = False
        if self._once_more:
            self._once_more = False
            self.ingest()
        return not self._ingesting

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
        self._to_keep.append(lambda: self._keep(key, position))
        self._keep_on()

    def decide(
        self, key: str, texts: Sequence[str], action: Literal["restore", "cut"], everywhere: bool
    ) -> None:
        """Put parts of a page back or cut them; `Ruled` answers."""
        self._to_keep.append(lambda: self._decide(key, tuple(texts), action, everywhere))
        self._keep_on()

    def name(self, change: Callable[[], str], key: str) -> None:
        """Say which names are whose; `Named` answers."""
        self._to_keep.append(lambda: self._name(change, key))
        self._keep_on()

    def turn(self, forward: bool) -> None:
        """Undo, or with `forward` redo; `Turned` answers."""
        self._to_keep.append(lambda: self._turn(forward))
        self._keep_on()

    def kept(self) -> None:
        """To be called on `Kept`, `Ruled`, `Named` and `Turned`: go on with the next."""
        self._keeping = False
        self._keep_on()

    @property
    def keeping(self) -> bool:
        """Whether something is still on its way to the disk."""
        return self._keeping or bool(self._to_keep)

    @property
    def reading(self) -> bool:
        """Whether an article is still to come."""
        return self._reading is not None or self._next is not None

    def _go_on(self) -> None:
        if self._reading is None and self._next is not None:
            key, self._next = self._next, None
            self._reading = key
            self._run(lambda: self._read(key), "article")

    def _keep_on(self) -> None:
        if not self._keeping and self._to_keep:
            keep = self._to_keep.popleft()
            self._keeping = True
            self._run(lambda: self._post(keep()), "notes")

    def _post(self, answer: Message) -> None:
        self._screen.post_message(answer)

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
            rows = self._library.rows
            listed, self._listed = self._listed, [row.key for row in rows]
            self._post(Ingested(None if listed == self._listed else rows, problem))

    def _read(self, key: str) -> None:
        from tui.store.library import Dropped, ReadError

        try:
            article = self._library.article(key, lambda: self._next is None)
            fold(article.body)  # kept for the moment that something is to be found in it
            related = self._library.related(article) if article.related else ()
            answer = ArticleRead(key, article, row=self._library.row(key), related=related)
        except Dropped:
            answer = ArticleRead(key, dropped=True)
        except ReadError as error:
            answer = ArticleRead(key, problem=str(error), row=self._library.row(key))
        self._screen.post_message(answer)

    def _keep(self, key: str, position: int) -> Message:
        from tui.store.library import NotSaved

        try:
            mark = self._library.toggle_bookmark(key, position)
        except NotSaved as error:
            return Kept(key, False, str(error))
        return Kept(key, mark is not None, None)

    def _decide(
        self,
        key: str,
        texts: tuple[str, ...],
        action: Literal["restore", "cut"],
        everywhere: bool,
    ) -> Message:
        from tui.store.library import NotSaved

        try:
            decided = self._library.decide(key, texts, action, everywhere=everywhere)
        except NotSaved as error:
            return Ruled(key, texts, action, None, str(error))
        return Ruled(key, texts, action, decided)

    def _name(self, change: Callable[[], str], key: str) -> Message:
        from tui.store.library import NotSaved

        try:
            return Named(key, change())
        except KeyError:
            return Named(key, None)
        except NotSaved as error:
            return Named(key, None, str(error))

    def _turn(self, forward: bool) -> Message:
        from tui.store.library import NotSaved

        before = self._library.rows
        try:
            words = self._library.redo() if forward else self._library.undo()
        except NotSaved as error:
            return Turned(forward, None, problem=str(error))
        changed = zip(before, self._library.rows, strict=False) if words is not None else ()
        return Turned(forward, words, tuple(new for old, new in changed if new != old))
