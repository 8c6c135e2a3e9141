"""Keeps the mirror of a notebook in the index: made anew where it must be, else by change."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.store import kept
from tui.store.documents import Kept, Latest, Place, Read
from tui.store.kept import Lines, MarkLine, PlaceLine, ReadLine
from tui.store.marked import Mark

if TYPE_CHECKING:
    from tui.store.index import Index
    from tui.store.notebook import Change, Notebook

STAMP, LAST, SORTED, RISES = "notes", "notes.last", "notes.sort", "kept"
"""Under which names the index keeps the stamp of the notebook, which page was open last, in which
order the list was, and how often the mirror has changed."""
_NO_NOTES = repr((None, None))


class Mirror:
    """What a notebook keeps, in the index. Thread-safe.

    Where the index does not work nothing is shown of the notes, and they are kept all the same.
    """

    def __init__(self, index: Index, notebook: Notebook, home: Path) -> None:
        self._index = index
        self._notebook = notebook
        self._home = os.fspath(home)
        self._busy = threading.RLock()
        self._behind: threading.Thread | None = None
        if not index.ask(kept.OURS):
            self._make_anew()
        notebook.heard = self._follow

    @property
    def is_current(self) -> bool:
        """Whether the index shows what the notebook holds now; microseconds, and reads no notes."""
        return self._is_current(self._notebook.stamp)

    def renew(self) -> None:
        """Make the mirror anew, unless it is current; may take a while.

        What another window kept is known to the notebook from then on: it may have told the
        mirror of that itself.
        """
        self._notebook.catch_up()
        if self.is_current:
            return
        with self._busy:
            for _ in range(3):  # another program may write meanwhile
                stamp = self._notebook.stamp
                if self._is_current(stamp):
                    return
                self._notebook.look()
                lines = self._lines((*self._notebook.marks, *self._notebook.reads))
                lines = lines._replace(places=self._lines(self._notebook.places).places)
                latest = {"page": Latest("page"), "sort": Latest("sort"), **self._notebook.latest}
                if self._notebook.stamp != stamp:
                    continue
                with contextlib.suppress(sqlite3.Error), self._index.write() as connection:
                    kept.fill(connection, lines)
                    self._tell(connection, stamp, latest.values())

    def renew_behind(self) -> None:
        """As `renew`, while the caller goes on; may be asked at any time, for it is done once."""
        going_on = self._behind is not None and self._behind.is_alive()
        if not going_on and not self.is_current:
            self._behind = threading.Thread(target=self.renew, name="notes", daemon=True)
            self._behind.start()

    def path(self, kept_path: str) -> bytes:
        """The path of a page as the index knows it; notes have it from the folder of the corpus."""
        path = os.path.normpath(os.path.join(self._home, kept_path))
        try:
            return os.fsencode(path)
        except UnicodeEncodeError:  # no file has such a name
            return _plain(path).encode()

    def kept_path(self, path: bytes) -> str:
        """The path of a page as notes have it."""
        name = os.fsdecode(path)
        inside = name.startswith(f"{self._home}{os.sep}")
        return name[len(self._home) + 1 :] if inside else os.path.relpath(name, self._home)

    def _make_anew(self) -> None:
        """The tables of the mirror can be made again, whatever else is in the index."""
        with contextlib.suppress(sqlite3.Error), self._index.write() as connection:
            kept.make_anew(connection)
            connection.execute("DELETE FROM stamp WHERE name = ?", (STAMP,))

    def _is_current(self, stamp: str) -> bool:
        known = self._index.stamp(STAMP)
        # Before the first note there is nothing to mirror, and no need to say so.
        return bool(known == stamp or (known is None and stamp == _NO_NOTES))

    def _follow(self, change: Change, before: str, after: str) -> None:
        """Take a change over. What the mirror does not know of is taken by making it anew."""
        came, went = self._lines(change.added), self._lines(change.removed)
        latest = [each for each in change.added if isinstance(each, Latest)]
        with self._busy:
            if not self._is_current(before):
                self.renew()
                return
            with contextlib.suppress(sqlite3.Error), self._index.write() as connection:
                kept.change(connection, came, went)
                self._tell(connection, after, latest)

    def _tell(self, connection: sqlite3.Connection, stamp: str, latest: Iterable[Latest]) -> None:
        put = "INSERT OR REPLACE INTO stamp VALUES (?, ?)"
        connection.execute(put, (STAMP, stamp))
        for each in latest:
            if each.id == "page":
                last = None if each.path is None else self.path(each.path)
                connection.execute(put, (LAST, last))
            elif each.id == "sort":
                connection.execute(put, (SORTED, each.sort))
        connection.execute(
            "INSERT INTO stamp VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
            (RISES,),
        )

    def _lines(self, things: Iterable[Kept]) -> Lines:
        marks: list[MarkLine] = []
        reads: list[ReadLine] = []
        places: list[PlaceLine] = []
        for thing in things:
            if isinstance(thing, Mark):
                if thing.about not in ("actor", "corpus"):  # they belong to no page
                    marks.append(self._mark(thing))
            elif isinstance(thing, Read):
                reads.append(ReadLine(_plain(thing.article_id), self.path(thing.path)))
            elif isinstance(thing, Place):
                article = _plain(thing.article_id)
                places.append(PlaceLine(self.path(thing.path), article, thing.position))
        return Lines(marks, reads, places)

    def _mark(self, mark: Mark) -> MarkLine:
        from tui.store.query import folded

        quote = mark.selector.exact if mark.selector else ""
        claimed = mark.claimed
        told = (quote, mark.text, claimed.speaker if claimed else "")
        return MarkLine(
            _plain(mark.id),
            _plain(mark.article_id),
            self.path(mark.path),
            "\n".join(folded(_plain(text)) for text in told if text),
            mark.kind,
            "".join(f"\n{' '.join(_plain(tag).split())}\n" for tag in mark.tags),
            claimed.status if claimed else "",
        )


def _plain(text: str) -> str:
    """Text that the index can hold: half a character has no place there."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
