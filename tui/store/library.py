"""The one face of the store that screens see: the articles of a corpus and the marks in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import platformdirs

from tui.store import files
from tui.store.answers import Decided, Dropped, Filtered, ReadError
from tui.store.archives import Archives
from tui.store.bookmarks import Bookmark, Bookmarks, NotSaved, not_saved
from tui.store.everyone import Everyone
from tui.store.guiding import Guides
from tui.store.index import Index, index_name
from tui.store.notebook import Notebook, place
from tui.store.plain import Source, file_of, why
from tui.store.readers import Closed, Readers, Unwanted
from tui.store.reading import Entry, Outcome, article_of
from tui.store.rows import Row, State
from tui.store.rulings import Action, Rulings
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.text.article import Article
    from tui.text.guide import Rule

__all__ = [
    "Bookmark",
    "Decided",
    "Dropped",
    "Filtered",
    "Library",
    "NotSaved",
    "ReadError",
    "Row",
    "State",
]

T = TypeVar("T")


class Library(Everyone):
    """The articles under some files and folders, and what a person marked in them.

    Made before the app runs. Its workers start when there is first something to read, so that
    they do not compete with the first screen. Everything may be called from any thread; only
    `ingest`, `article`, `toggle_bookmark`, `filter` and what tells of actors may block.
    """

    def __init__(
        self,
        roots: Sequence[str | os.PathLike[str]],
        *,
        notes: Path | None = None,
        cache: Path | None = None,
        workers: int | None = None,
        rules: Iterable[Rule] = (),
        names: str | None = None,
    ) -> None:
        self._roots = tuple(roots)
        corpus = files.walk(roots)
        cache = cache or platformdirs.user_cache_path("newsreader")
        rules = tuple(rules)
        self.notes_path, self._notes_notice = (notes, None) if notes else place(corpus.home)
        self._notebook = Notebook(self.notes_path)
        super().__init__(
            Index(cache / index_name(roots, names), rules=rules),
            Bookmarks(self._notebook, corpus.home),
        )
        self._rulings = Rulings(self._notebook, corpus.home)
        self._guides = Guides(
            corpus.home, lambda: self._notebook.rulings, rules, self._index, names
        )
        self._problems: tuple[str, ...] = ()
        self._given_up: dict[str, tuple[tuple[int, int], Entry]] = {}
        self._archives = Archives()
        self._containers: tuple[Source, ...] = ()
        self._untaught = False
        self._take(corpus)
        self._fresh = True
        self._readers = Readers(workers, names)

    @property
    def archives(self) -> int:
        """How many files with many pages are still to be looked into; `ingest` does."""
        return len(self._containers)

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
        for archive in self._containers:
            self._archives.look_into(archive, cancelled)
        if self._containers:
            self._take(files.walk(self._roots))
        self._read_all(self._waiting(), on_row, cancelled, anew=False)
        if self._untaught and not cancelled():
            self._guides.learn(self._index.seen().values())
            self._untaught = False
        digest = self._guides.digest()
        if self._index.settled() != digest:
            self._read_all(self._guides.stale(self._held()), on_row, cancelled)
            if not cancelled():
                self._index.settle(digest)
        for key in self._bookmarks.unsettled():
            if not cancelled():
                self._settle(self._sources[key])

    def _read_all(
        self,
        sources: Sequence[Source],
        on_row: Callable[[Row], None],
        cancelled: Callable[[], bool],
        *,
        anew: bool = True,
    ) -> None:
        """Read pages; unless `anew`, not those that somebody opened meanwhile."""
        from tui.store.ingest import ingest  # with the pool: not needed for the first screen

        def still() -> Iterator[Source]:
            for source in sources:
                if anew or source.key not in self._entries:
                    yield source
                else:
                    on_row(self._row(source.key))

        pool = self._readers.pool() if sources else None
        for source, outcome in ingest(still(), pool, self._guides.guide, cancelled):
            self._keep(source, outcome, (source.mtime_ns, source.size))
            on_row(self._row(source.key))

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        """The article of a row, read from its file if need be. Raises ReadError.

        It waits for a page that takes its time only as long as that is `wanted`, else it raises
        Dropped; a page that was given up is not read again while the file stays the same.
        """
        source = self._sources.get(key)
        if source is None:
            raise ReadError(f"{key}: not in this corpus. Open its folder.")
        try:
            stamp = files.stamp(source.path)
        except OSError as error:
            raise ReadError(f"{key}: {why(error)}") from error
        article = self._current(source, stamp) or self._read(source, stamp, wanted)
        self._bookmarks.settle(key, article)
        return replace(article, path=key)

    def decide(
        self, key: str, texts: Sequence[str], action: Action, *, everywhere: bool = False
    ) -> Decided:
        """Keep that blocks with these texts are to be put back or cut.

        It holds for one article, or `everywhere` for its whole site (its folder, where the page
        names no site). The other articles it changes are read again by the next `ingest`. On
        return it is on the disk. Raises NotSaved.
        """
        source = self._sources[key]
        entry = self._entries.get(key)
        site = entry.site if entry else None
        folder = self._guides.folder(source.path)
        scope, place = None, "this article"
        if everywhere:
            from tui.text.guide import scopes

            scope = scopes(folder, site)[0]
            place = site or (f"the folder {folder}" if folder else "this folder")
        self._change(lambda: self._rulings.decide(texts, action, path=source.path, scope=scope))
        others = len({s.key for s in self._guides.stale(self._held())} - {key}) if scope else 0
        return Decided(safe_line(place), len(texts), others)

    def undo(self) -> str | None:
        """Take the last bookmark or decision back; gives what it was, None where there is none.

        Raises NotSaved.
        """
        return self._change(self._notebook.undo)

    def redo(self) -> str | None:
        """Make the change again that was last taken back. Raises NotSaved."""
        return self._change(self._notebook.redo)

    def _change(self, change: Callable[[], T]) -> T:
        try:
            return change()
        except Exception as error:
            raise not_saved(self._notebook.path, error) from error
        finally:
            self._bookmarks.lay_again()
            with self._lock:
                self._rows = None

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
        self._readers.close()
        self._index.close()
        self._notebook.close()

    def _take(self, corpus: files.Corpus) -> None:
        """Make a walk's answer ours, with what the index knows of its files."""
        corpus = self._archives.spliced(corpus)
        known = self._index.entries()
        gone = _gone(known, corpus)
        self._index.forget(gone)
        known |= {path: entry for path, (_, entry) in self._given_up.items()}
        with self._lock:
            self._untaught = self._untaught or bool(gone)
            self._kin = None
            self._rows = None
            self._problems = corpus.problems
            self._containers = corpus.containers
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

    def _known(self, source: Source, stamp: tuple[int, int]) -> Article | None:
        text = self._index.article(source.path, *stamp)
        return article_of(text) if text is not None else None

    def _current(self, source: Source, stamp: tuple[int, int]) -> Article | None:
        """What the index holds of a page, where it would come out the same if read now."""
        entry = self._entries.get(source.key)
        seen = self._index.seen_of(source.path)
        if entry is not None and not self._guides.is_current(source, entry, seen):
            return None
        return self._known(source, stamp)

    def _settle(self, source: Source) -> None:
        article = self._known(source, (source.mtime_ns, source.size))
        if article is not None:
            self._bookmarks.settle(source.key, article)

    def _read(self, source: Source, stamp: tuple[int, int], wanted: Callable[[], bool]) -> Article:
        """Read a file now, before all that waits."""
        given_up = self._given_up.get(source.path)
        if given_up is not None and given_up[0] == stamp:
            raise ReadError(f"{source.key}: {given_up[1].problem}")
        try:
            outcome = self._readers.read(source, self._guides.guide, wanted)
        except Unwanted:
            raise Dropped(f"{source.key}: not wanted any more.") from None
        except Closed:
            raise ReadError(f"{source.key}: newsreader is closing.") from None
        self._keep(source, outcome, stamp)
        article = article_of(outcome.article) if outcome.article is not None else None
        if article is None:
            raise ReadError(f"{source.key}: {outcome.entry.problem}")
        return article

    def _keep(self, source: Source, outcome: Outcome, stamp: tuple[int, int]) -> None:
        if self._entries.get(source.key) is outcome.entry:
            return  # it was asked for twice and read once
        self._index.put(source.path, outcome)
        with self._lock:
            self._untaught = self._untaught or source.key not in self._entries
            self._kin = None
            if outcome.given_up:
                entry = outcome.entry._replace(mtime_ns=stamp[0], size=stamp[1])
                self._given_up[source.path] = stamp, entry
            self._entries[source.key] = outcome.entry
            self._bookmarks.arrive(source.key, outcome.entry.article_id)
            self._rows = None


def _gone(known: Iterable[str], corpus: files.Corpus) -> set[str]:
    """What the index knows and the corpus no longer holds.

    The pages in an archive are found later on; they stay as long as their archive does.
    """
    held = {source.path for source in corpus.files}
    archives = {source.path for source in corpus.containers}
    return {path for path in known if path not in held and file_of(path) not in archives}
