"""The one face of the store that screens see: the articles of a corpus and the marks in them."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import platformdirs

from tui.store import files
from tui.store.bookmarks import Bookmark, Bookmarks, NotSaved
from tui.store.files import Source
from tui.store.index import Index
from tui.store.notebook import Notebook, place
from tui.store.reading import Entry, Outcome, article_of, read_file
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.pool import Pool
    from tui.text.article import Article

__all__ = ["Bookmark", "Dropped", "Library", "NotSaved", "ReadError", "Row", "State"]

State = Literal["waiting", "ready", "failed"]


class ReadError(Exception):
    """Why an article cannot be shown: what, where, and what to do."""


class Dropped(ReadError):
    """Nobody wanted the article any more while it was being read."""


_LOOK_UP = 0.05  # seconds between two looks at whether an article is still wanted


class Row(NamedTuple):
    """One article in the list; all of it is safe to print.

    `title` is the file name while the article waits and where it has no headline; `published` is
    an ISO date or the first part of one; `problem` says why it failed and what to do.
    """

    key: str
    title: str
    published: str | None
    state: State
    figures: int
    claims: int
    bookmarks: int
    problem: str | None = None


class Library:
    """The articles under some files and folders, and what a person marked in them.

    Made before the app runs. Its workers start when there is first something to read, so that
    they do not compete with the first screen. Everything may be called from any thread; only
    `ingest`, `article` and `toggle_bookmark` may block.
    """

    def __init__(
        self,
        roots: Sequence[str | os.PathLike[str]],
        *,
        notes: Path | None = None,
        cache: Path | None = None,
        workers: int | None = None,
    ) -> None:
        self._roots = tuple(roots)
        self._lock = threading.RLock()
        corpus = files.walk(roots)
        cache = cache or platformdirs.user_cache_path("newsreader")
        self._index = Index(cache / _index_name(roots))
        self.notes_path, self._notes_notice = (notes, None) if notes else place(corpus.home)
        self._notebook = Notebook(self.notes_path)
        self._bookmarks = Bookmarks(self._notebook, corpus.home)
        self._problems: tuple[str, ...] = ()
        self._sources: dict[str, Source] = {}
        self._entries: dict[str, Entry] = {}
        self._given_up: dict[str, tuple[tuple[int, int], Entry]] = {}
        self._rows: tuple[Row, ...] | None = None
        self._take(corpus)
        self._fresh = True
        self._workers = workers
        self._pool: Pool | None = None
        self._closed = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The list, in path order."""
        with self._lock:
            if self._rows is None:
                self._rows = tuple(self._row(key) for key in self._sources)
            return self._rows

    @property
    def problems(self) -> tuple[str, ...]:
        """A line for each path that could not be read at all."""
        return self._problems

    @property
    def notes_notice(self) -> str | None:
        """What a person should know about where the notes are, if anything."""
        notices = [notice for notice in (self._notes_notice, self._notebook.notice) if notice]
        return safe_line(" ".join(notices)) if notices else None

    @property
    def cache_notice(self) -> str | None:
        """What a person should know about the cache, if anything: that it does not work."""
        return safe_line(self._index.notice) if self._index.notice else None

    def ingest(self, on_row: Callable[[Row], None], cancelled: Callable[[], bool]) -> None:
        """Read what is new or changed; `on_row` hears of each article as soon as it is read.

        The first time that is what the walk at the start found, later on it looks again.
        """
        if not self._fresh:
            self._take(files.walk(self._roots))
        self._fresh = False
        from tui.store.ingest import ingest  # with the pool: not needed for the first screen

        waiting = self._waiting()
        pool = self._readers() if waiting else None
        for source, outcome in ingest(self._still(waiting, on_row), pool, cancelled):
            self._keep(source, outcome, (source.mtime_ns, source.size))
            on_row(self._row(source.key))
        for key in self._bookmarks.unsettled():
            if not cancelled():
                self._settle(self._sources[key])

    def row(self, key: str) -> Row | None:
        """The row of one article, None where it is not in this corpus."""
        with self._lock:
            return self._row(key) if key in self._sources else None

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        """The article of a row, read from its file if need be. Raises ReadError.

        It waits for a page that takes its time only as long as that is `wanted`, else it raises
        Dropped; a page that was given up is not read again while the file stays the same.
        """
        source = self._sources.get(key)
        if source is None:
            raise ReadError(f"{key}: not in this corpus. Open its folder.")
        try:
            status = os.stat(source.path, follow_symlinks=False)
        except OSError as error:
            raise ReadError(f"{key}: {files.why(error)}") from error
        stamp = (status.st_mtime_ns, status.st_size)
        article = self._known(source, stamp) or self._read(source, stamp, wanted)
        self._bookmarks.settle(key, article)
        return replace(article, path=key)

    def bookmarks(self, key: str | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of one article, or of all of them."""
        return self._bookmarks.shown(key)

    def toggle_bookmark(self, key: str, position: int) -> Bookmark | None:
        """Mark the passage at a position in the body, or take the mark in that passage away.

        Gives the new bookmark, None where one was taken away; on return it is on the disk.
        Raises NotSaved.
        """
        try:
            article = self.article(key)
        except ReadError as error:
            raise NotSaved(f"NOT SAVED: {error}") from error
        try:
            return self._bookmarks.toggle(key, self._sources[key].path, article, position)
        finally:
            with self._lock:
                self._rows = None

    def close(self) -> None:
        """End the workers and let go of the files; who waits for an article gets a ReadError.

        May be called more than once, and from any thread.
        """
        with self._lock:
            self._closed = True
        if self._pool is not None:
            self._pool.close()
        self._index.close()
        self._notebook.close()

    def _take(self, corpus: files.Corpus) -> None:
        """Make a walk's answer ours, with what the index knows of its files."""
        known = self._index.entries()
        gone = known.keys() - {source.path for source in corpus.files}
        self._index.forget(gone)
        known |= {path: entry for path, (_, entry) in self._given_up.items()}
        with self._lock:
            self._rows = None
            self._problems = corpus.problems
            self._sources = {source.key: source for source in corpus.files}
            self._entries = {
                source.key: entry
                for source in corpus.files
                if (entry := known.get(source.path))
                and (entry.mtime_ns, entry.size) == (source.mtime_ns, source.size)
            }
            self._bookmarks.lay(
                {source.path: key for key, source in self._sources.items()},
                {key: entry.article_id for key, entry in self._entries.items()},
            )

    def _waiting(self) -> list[Source]:
        return [source for key, source in self._sources.items() if key not in self._entries]

    def _still(self, sources: Iterable[Source], on_row: Callable[[Row], None]) -> Iterator[Source]:
        """What is still to be read when its turn comes; `on_row` hears of the others."""
        for source in sources:
            if source.key in self._entries:  # somebody opened it meanwhile
                on_row(self._row(source.key))
            else:
                yield source

    def _known(self, source: Source, stamp: tuple[int, int]) -> Article | None:
        text = self._index.article(source.path, *stamp)
        return article_of(text) if text is not None else None

    def _settle(self, source: Source) -> None:
        article = self._known(source, (source.mtime_ns, source.size))
        if article is not None:
            self._bookmarks.settle(source.key, article)

    def _read(self, source: Source, stamp: tuple[int, int], wanted: Callable[[], bool]) -> Article:
        """Read a file now, before all that waits."""
        given_up = self._given_up.get(source.path)
        if given_up is not None and given_up[0] == stamp:
            raise ReadError(f"{source.key}: {given_up[1].problem}")
        outcome = self._outcome(source, wanted)
        self._keep(source, outcome, stamp)
        article = article_of(outcome.article) if outcome.article is not None else None
        if article is None:
            raise ReadError(f"{source.key}: {outcome.entry.problem}")
        return article

    def _outcome(self, source: Source, wanted: Callable[[], bool]) -> Outcome:
        while (pool := self._readers()) is not None and not self._closed:
            future = pool.submit(source.path, source.key, urgent=True)
            try:
                while True:
                    try:
                        return future.result(_LOOK_UP)
                    except TimeoutError:
                        if not wanted() and not future.done():
                            raise Dropped(f"{source.key}: not wanted any more.") from None
            except CancelledError:
                continue  # whoever else asked for it did not want it after all, or we are closing
        if self._closed:
            raise ReadError(f"{source.key}: newsreader is closing.")
        return read_file(source.path, source.key)

    def _readers(self) -> Pool | None:
        """The worker processes, made when there is first something to read; None without any."""
        with self._lock:
            if self._pool is None and self._workers != 0 and not self._closed:
                from tui.store.pool import WORKERS, Pool

                self._pool = Pool(self._workers or WORKERS)
            return self._pool

    def _keep(self, source: Source, outcome: Outcome, stamp: tuple[int, int]) -> None:
        if self._entries.get(source.key) is outcome.entry:
            return  # it was asked for twice and read once
        self._index.put(source.path, outcome)
        with self._lock:
            if outcome.given_up:
                entry = outcome.entry._replace(mtime_ns=stamp[0], size=stamp[1])
                self._given_up[source.path] = stamp, entry
            self._entries[source.key] = outcome.entry
            self._bookmarks.arrive(source.key, outcome.entry.article_id)
            self._rows = None

    def _row(self, key: str) -> Row:
        entry = self._entries.get(key)
        name = key.rsplit("/", 1)[-1]
        marks = self._bookmarks.count(key)
        if entry is None:
            return Row(key, name, None, "waiting", 0, 0, marks)
        if entry.problem is not None:
            problem = safe_line(f"{key}: {entry.problem}")
            return Row(key, name, None, "failed", 0, 0, marks, problem)
        title = safe_line(entry.title or "").strip() or name
        return Row(key, title, entry.published, "ready", entry.figures, entry.claims, marks)


def _index_name(roots: Sequence[str | os.PathLike[str]]) -> str:
    """The file name of a corpus' index: the same for the same roots, however they are written."""
    real = b"\0".join(sorted(os.fsencode(os.path.realpath(root)) for root in roots))
    return f"{hashlib.sha256(real).hexdigest()[:24]}.sqlite"
