"""The one face of the store that screens see: the articles of a corpus and the marks in them."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import platformdirs

from tui.store import files
from tui.store.answers import Decided, Dropped, ReadError
from tui.store.bookmarks import Bookmark, Bookmarks, NotSaved, saving
from tui.store.building import Builder, try_again
from tui.store.everyone import Everyone
from tui.store.guiding import Guides
from tui.store.index import Index, index_name
from tui.store.kept_mirror import Mirror
from tui.store.ledgers import Ledgers
from tui.store.marking import Marking
from tui.store.notebook import Notebook, place
from tui.store.plain import why
from tui.store.readers import Closed, Readers, Unwanted
from tui.store.remembering import Remembering
from tui.store.rows import Row, State
from tui.store.rulings import Action, Rulings
from tui.store.tables import CHANGED
from tui.store.views import Counts, Progress, Sort, View
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.text.article import Article
    from tui.text.guide import Rule

__all__ = [
    "Bookmark",
    "Counts",
    "Decided",
    "Dropped",
    "Library",
    "NotSaved",
    "Progress",
    "ReadError",
    "Row",
    "Sort",
    "State",
    "View",
]

T = TypeVar("T")

_FEW, _LOOKED = 200, 5_000
"""How many files of a new corpus are listed before the first screen, and how much is looked at."""
_ENTRY = """SELECT id, path, mtime_ns, size, passing, problem, guided, seen.packed, article.packed
    FROM entry LEFT JOIN seen ON seen.entry = id LEFT JOIN article ON article.entry = id
    WHERE key = ?"""


class _Known(NamedTuple):
    """What the index knows of a page: `seen` and `article` are packed."""

    id: int
    path: bytes
    mtime_ns: int
    size: int
    passing: int
    problem: str | None
    guided: str
    seen: bytes | None
    article: bytes | None


class Library(Marking, Remembering, Ledgers, Everyone):
    """The articles under some files and folders, and what a person marked in them.

    Made before the app runs, and cheap however many articles there are. Its workers start when
    there is first something to read, so that they do not compete with the first screen.
    Everything may be called from any thread; `first`, `rows` without a query, `row`, `id_of`,
    `key_of`, `counts` and `version` answer at once, all else may block.
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
        self._roots = tuple(os.path.abspath(root) for root in roots)
        self._given = tuple(os.fspath(root) for root in roots)
        home = files.home_of([os.fspath(root) for root in roots])
        cache = cache or platformdirs.user_cache_path("newsreader")
        rules = tuple(rules)
        self.notes_path, self._notes_notice = (notes, None) if notes else place(home)
        self._notebook = Notebook(self.notes_path)
        Everyone.__init__(self, Index(cache / index_name(roots, names, notes), rules=rules))
        Remembering.__init__(self)
        Ledgers.__init__(self)
        self._kept = Mirror(self._index, self._notebook, home)
        self._bookmarks = Bookmarks(self._notebook, self._kept, self._index)
        self._rulings = Rulings(self._notebook, home)
        self._guides = Guides(home, lambda: self._notebook.rulings, rules, self._index, names)
        self._readers = Readers(workers, names)
        self._builder = Builder(self._index, self._roots, self._guides, self._readers)
        self._closed = False
        self._root_problems = self._wrong_roots()
        try_again(self._index)
        self._look_quickly()
        self._kept.renew_behind()

    @property
    def empty(self) -> bool:
        """Whether nothing is known, and a quick look finds nothing either."""
        return not self.total and not any(_quick_look(self._roots))

    @property
    def problems(self) -> tuple[str, ...]:
        """A line for each path that could not be read at all."""
        told = self._index.ask("SELECT line FROM problem ORDER BY path")
        lines = [line for (lines,) in told for line in lines.split("\n")]
        return tuple(dict.fromkeys([*self._root_problems, *lines]))

    @property
    def notes_notice(self) -> str | None:
        """What a person should know about where the notes are, if anything."""
        notices = [notice for notice in (self._notes_notice, self._notebook.notice) if notice]
        return safe_line(" ".join(notices)) if notices else None

    @property
    def cache_notice(self) -> str | None:
        """What a person should know about the cache, if anything: that it does not work."""
        return safe_line(self._index.notice) if self._index.notice else None

    @property
    def building(self) -> bool:
        """Whether this program is the one that keeps the index up to date."""
        return self._builder.ours

    def ingest(
        self,
        on_progress: Callable[[Progress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
        paths: Collection[str] | None = None,
    ) -> None:
        """Look for files, or only at some paths, and read what is new or changed.

        What that teaches about other pages is seen to as well. Where another program builds the
        index already it is left to that.
        """
        self._kept.renew()
        self._builder.build(on_progress, lambda: self._closed or cancelled(), paths)
        self._root_problems = self._wrong_roots()
        for key in self._bookmarks.unsettled():
            with contextlib.suppress(ReadError):
                if not cancelled():
                    self.article(key)

    def changes(self, cancelled: Callable[[], bool]) -> Iterator[frozenset[str]]:
        """Blocks, and tells again and again which paths changed on the disk, to be ingested."""
        from tui.store.watching import watching

        yield from watching(
            self._roots, self._builder.take_over, lambda: self._closed or cancelled()
        )

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        """The article of a row, read from its file if need be. Raises ReadError.

        Of a file that is out of reach just now it is the text that was read before, where that is
        kept (`unreachable` says why).
        It waits for a page that takes its time only as long as that is `wanted`, else it raises
        Dropped; a page that was given up is not read again while the file stays the same.
        """
        found = self._index.ask(_ENTRY, (key,))
        if not found:
            raise ReadError(f"{key}: not in this corpus. Open its folder.")
        entry = _Known(*found[0])
        try:
            stamp = files.stamp(os.fsdecode(entry.path))
        except OSError as error:
            from tui.store.reading import article_of

            kept = (
                article_of(entry.article, key) if entry.article and self.unreachable(key) else None
            )
            if kept is None:
                raise ReadError(f"{key}: {why(error)}") from error
            return kept
        article = self._current(entry, stamp) or self._read(key, entry, stamp, wanted)
        self._bookmarks.settle(key, article)
        return replace(article, path=key)

    def unreachable(self, key: str) -> str | None:
        """Why the file of an article is out of reach just now, None where it is not."""
        from tui.store.sweep_reach import why_away

        found = self._index.ask("SELECT path FROM entry WHERE key = ?", (key,))
        told = why_away(self._index, os.fsdecode(found[0][0]), self._roots) if found else None
        return f"{key} cannot be read now: {told}" if told else None

    def decide(
        self, key: str, texts: Sequence[str], action: Action, *, everywhere: bool = False
    ) -> Decided:
        """Keep that blocks with these texts are to be put back or cut.

        It holds for one article, or `everywhere` for its whole site (its folder, where the page
        names no site). The other articles it changes are read again by the next `ingest`. On
        return it is on the disk. Raises NotSaved.
        """
        found = self._index.ask("SELECT path, site FROM entry WHERE key = ?", (key,))
        if not found:
            raise NotSaved(f"NOT SAVED: {key}: not in this corpus.")
        path, site = os.fsdecode(found[0][0]), found[0][1]
        folder = self._guides.folder(path)
        scope, place = None, "this article"
        if everywhere:
            from tui.text.guide import scopes

            scope = scopes(folder, site)[0]
            place = site or (f"the folder {folder}" if folder else "this folder")
        self._change(lambda: self._rulings.decide(texts, action, path=path, scope=scope))
        others = self._index.ask(
            "SELECT count(*) FROM member JOIN scope ON scope.id = scope JOIN entry ON"
            " entry.id = entry WHERE name = ? AND key <> ?",
            (scope, key),
        )
        return Decided(safe_line(place), len(texts), others[0][0] if scope and others else 0)

    def undo(self) -> str | None:
        """Take the last step back; gives what it was, None where there is none.

        Raises NotSaved.
        """
        return self._change(self._notebook.undo)

    def redo(self) -> str | None:
        """Make the step again that was last taken back. Raises NotSaved."""
        return self._change(self._notebook.redo)

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
        found = self._index.ask("SELECT path FROM entry WHERE key = ?", (key,))
        path = os.fsdecode(found[0][0]) if found else key
        return self._bookmarks.toggle(key, path, article, position)

    def close(self) -> None:
        """End the workers and let go of the files; who waits for an article gets a ReadError.

        May be called more than once, and from any thread.
        """
        self._closed = True
        self._readers.close()
        self._builder.close()
        self._notebook.close()
        self._index.close()

    def _change(self, change: Callable[[], T]) -> T:
        with saving(self._notebook):
            return change()

    def _wrong_roots(self) -> tuple[str, ...]:
        """A line for each root that cannot be read, and whether its articles are listed still."""
        lines = list(files.root_problems(self._given))
        if lines:
            from tui.store.sweep_reach import KEPT, lists_any

            for real, line in files.missing_roots(self._given).items():
                if line in lines and lists_any(self._index, real):
                    lines[lines.index(line)] = f"{line} {KEPT}"
        return tuple(lines)

    def _look_quickly(self) -> None:
        """List a new corpus of a few files at once, so that the first screen has names."""
        if self.total:
            return
        seen = list(islice(_quick_look(self._roots), _LOOKED + 1))
        if len(seen) <= _LOOKED and 0 < sum(seen) <= _FEW:
            from tui.store.sweep import Sweep

            with contextlib.suppress(sqlite3.Error):
                Sweep(self._index, self._roots).all(archives=False)

    def _current(self, entry: _Known, stamp: tuple[int, int]) -> Article | None:
        """What the index holds of a page, where it would come out the same if read now."""
        if entry.article is None or stamp != (entry.mtime_ns, entry.size):
            return None
        from tui.store.reading import article_of
        from tui.store.shown import unpack_seen

        seen = unpack_seen(entry.seen) if entry.seen is not None else None
        if not self._guides.is_current(os.fsdecode(entry.path), entry.guided, seen):
            return None
        return article_of(entry.article)

    def _read(
        self, key: str, entry: _Known, stamp: tuple[int, int], wanted: Callable[[], bool]
    ) -> Article:
        """Read a file now, before all that waits."""
        from tui.store.entries import Due, keep, stamped
        from tui.store.reading import article_of

        path = os.fsdecode(entry.path)
        if entry.passing and stamp == (entry.mtime_ns, entry.size):
            raise ReadError(f"{key}: {entry.problem}")  # it was given up
        try:
            outcome = self._readers.read(path, key, self._guides.guide, wanted)
        except Unwanted:
            raise Dropped(f"{key}: not wanted any more.") from None
        except Closed:
            raise ReadError(f"{key}: newsreader is closing.") from None
        outcome = stamped(outcome, path)
        due = Due(entry.id, path, key, CHANGED, b"")
        with contextlib.suppress(sqlite3.Error), self._index.write() as connection:
            keep(connection, [(due, outcome)])
        article = article_of(outcome.article) if outcome.article is not None else None
        if article is None:
            raise ReadError(f"{key}: {outcome.entry.problem}")
        return article


def _quick_look(roots: Sequence[str]) -> Iterator[bool]:
    """Of all that is under some roots, in no order, whether it may be articles by its name."""
    stack = list(roots)
    while stack:
        path = stack.pop()
        if not os.path.isdir(path):
            if os.path.isfile(path):
                yield True
            continue
        with contextlib.suppress(OSError), os.scandir(path) as listed:
            for each in listed:
                if each.name.startswith("."):
                    continue
                if each.is_dir(follow_symlinks=False):
                    stack.append(each.path)
                    yield False
                else:
                    yield files.is_page(each.name) or files.is_archive(each.name)
