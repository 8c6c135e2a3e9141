"""The one face of the store that screens see: the articles of a corpus and the marks in them."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
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

__all__ = ["Bookmark", "Library", "NotSaved", "ReadError", "Row", "State"]

State = Literal["waiting", "ready", "failed"]


class ReadError(Exception):
    """Why an article cannot be shown: what, where, and what to do."""


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

    def ingest(self, on_row: Callable[[Row], None], cancelled: Callable[[], bool]) -> None:
        """Read what is new or changed; `on_row` hears of each article as soon as it is read.

        The first time that is what the walk at the start found, later on it looks again.
        """
        if not self._fresh:
            self._take(files.walk(self._roots))
        self._fresh = False
        from tui.store.ingest import ingest  # with the pool: not needed for the first screen

        waiting = self._waiting()
        for source, outcome in ingest(waiting, self._readers() if waiting else None, cancelled):
            self._keep(source, outcome)
            on_row(self._row(source.key))

    def article(self, key: str) -> Article:
        """The article of a row, read from its file if need be. Raises ReadError."""
        source = self._sources.get(key)
        if source is None:
            raise ReadError(f"{key}: not in this corpus. Open its folder.")
        try:
            status = os.stat(source.path, follow_symlinks=False)
        except OSError as error:
            raise ReadError(f"{key}: {files.why(error)}") from error
        text = self._index.article(source.path, status.st_mtime_ns, status.st_size)
        article = article_of(text) if text is not None else None
        if article is None:
            article = self._read(source)
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
                ((entry.article_id, key) for key, entry in self._entries.items()),
            )

    def _waiting(self) -> list[Source]:
        return [source for key, source in self._sources.items() if key not in self._entries]

    def _read(self, source: Source) -> Article:
        """Read a file now, before all that waits."""
        pool = self._readers()
        if self._closed:
            raise ReadError(f"{source.key}: newsreader is closing.")
        if pool is None:
            outcome = read_file(source.path, source.key)
        else:
            try:
                outcome = pool.submit(source.path, source.key, urgent=True).result()
            except CancelledError as error:
                raise ReadError(f"{source.key}: newsreader is closing.") from error
        self._keep(source, outcome)
        article = article_of(outcome.article) if outcome.article is not None else None
        if article is None:
            raise ReadError(f"{source.key}: {outcome.entry.problem}")
        return article

    def _readers(self) -> Pool | None:
        """The worker processes, made when there is first something to read; None without any."""
        with self._lock:
            if self._pool is None and self._workers != 0 and not self._closed:
                from tui.store.pool import WORKERS, Pool

                self._pool = Pool(self._workers or WORKERS)
            return self._pool

    def _keep(self, source: Source, outcome: Outcome) -> None:
        self._index.put(source.path, outcome)
        with self._lock:
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
