"""The index of a corpus: one SQLite file that may be deleted at any time.

It never fails its caller: what it cannot keep is read from the page again, and a file that is
damaged or gone is made anew. `notice` says so.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.store.index_file import all_tables, engine_version, index_name, statements
from tui.store.tables import LAYOUT

if TYPE_CHECKING:
    from tui.store.reading import Outcome

_DAMAGES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WAIT = 10.0  # seconds that one writer waits for another; a batch takes a part of one
_GENERATION = 1 << 40
_ROOM = 2_000
"""Kilobytes of the file that a connection remembers."""

_STEP = 2_000
"""Pages of 4 kB that are merged at a time: a fraction of a second."""

LARGE_ROOM = 64_000
"""So for the one who builds: what is written goes all over the file."""


class Stopped(sqlite3.Error):
    """The index was closed, or made anew, under somebody who was writing to it."""


class Index:
    """The connections to the file. Thread-safe: readers wait for nobody, writers for each other.

    `version` rises with each change that anybody made, also another program; when the file is
    made anew all that is in it is new.
    """

    def __init__(
        self,
        path: Path,
        *,
        engine: str | None = None,
        rules: Sequence[object] = (),
        room: int = _ROOM,
    ) -> None:
        self._room = room
        self._lock = threading.RLock()
        self._writing = threading.RLock()
        # With other rules every page reads otherwise: what is kept here would be of no use.
        own = f"/{zlib.crc32(repr(rules).encode())}" if rules else ""
        self._made = f"{LAYOUT}/{engine or engine_version()}{own}"
        self._wanted = path
        self.path = path
        self.notice: str | None = None
        self._apart: str | None = None
        self._generation = 0
        self._closed = False
        self._free: list[sqlite3.Connection] = []
        self._open()

    @property
    def version(self) -> int:
        """A number that rises with each commit of anybody; microseconds."""
        with self._lock:
            if self._closed:
                return self._generation * _GENERATION
            try:
                if not self._same_file():
                    self._open(again=True)
                (number,) = self._watch.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error as error:
                self._trouble(error)
                return self._generation * _GENERATION
            return int(self._generation * _GENERATION + number)

    @property
    def generation(self) -> int:
        """How often the file was made anew while it was open."""
        return self._generation

    @property
    def in_a_file(self) -> bool:
        """Whether other processes can open it: not where there is no place for a file at all."""
        return not str(self.path).startswith("file:")

    def ask(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that answer a question in SQL, none where the index does not work."""
        generation = self._generation
        try:
            connection = self._free.pop()
        except IndexError:
            try:
                connection = self._connect()
            except sqlite3.Error as error:
                self._trouble(error)
                return []
        try:
            return connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self._trouble(error)
            return []
        finally:
            if generation == self._generation and not self._closed:
                self._free.append(connection)
            else:
                connection.close()

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. Raises sqlite3.Error, which is told."""
        with self._writing:
            try:
                with self._lock:
                    if self._closed:
                        raise Stopped("the index is closed")
                    if not self._same_file():
                        self._open(again=True)
                    connection = self._writer
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                self._trouble(error)
                raise

    def stamp(self, name: str) -> Any:
        """A value that was kept under a name, None without one."""
        found = self.ask("SELECT value FROM stamp WHERE name = ?", (name,))
        return found[0][0] if found else None

    def set_stamp(self, name: str, value: object) -> None:
        """Keep a value under a name."""
        with contextlib.suppress(sqlite3.Error), self.write() as connection:
            connection.execute("INSERT OR REPLACE INTO stamp VALUES (?, ?)", (name, value))

    def put(self, path: str, outcome: Outcome) -> None:
        """Keep what became of one file, whether it was known before or not."""
        from tui.store.entries import put_one

        with contextlib.suppress(sqlite3.Error), self.write() as connection:
            put_one(connection, path, outcome)

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files that are no longer there."""
        from tui.store.entries import drop

        gone = [os.fsencode(path) for path in paths]
        if not gone:
            return
        with contextlib.suppress(sqlite3.Error), self.write() as connection:
            ids = [
                found[0]
                for path in gone
                for found in connection.execute("SELECT id FROM entry WHERE path = ?", (path,))
            ]
            if ids:
                drop(connection, ids)

    def merge(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Make one piece of each table of words, which are asked a quarter faster then.

        It is done in steps, for others may write in between, and it may be called off.
        """
        with contextlib.suppress(sqlite3.Error):
            for table in ("word", "phrase"):
                step, moved = -_STEP, 2  # the first tells that all of it is meant
                while moved > 1 and not cancelled():
                    with self.write() as connection:
                        before = connection.total_changes
                        connection.execute(
                            f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (step,)
                        )
                        moved = connection.total_changes - before
                    step = _STEP

    def tidy(self) -> None:
        """Fold what was written last into the file, as after a long build."""
        with contextlib.suppress(sqlite3.Error), self._writing:
            self._writer.execute("PRAGMA optimize")
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        with self._writing, self._lock:
            self._close_all()
            if self._apart is not None:
                import shutil

                shutil.rmtree(self._apart, ignore_errors=True)

    def _close_all(self) -> None:
        while self._free:
            self._free.pop().close()
        for name in ("_watch", "_writer"):
            connection = self.__dict__.pop(name, None)
            if connection is not None:
                connection.close()

    def _same_file(self) -> bool:
        """Whether the file that is open still lies in its place."""
        if not self.in_a_file:
            return True
        try:
            status = os.stat(self.path)
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self._file

    def _open(self, again: bool = False) -> None:
        """The file in its place, made anew where that must be; one apart where it does not work."""
        with self._lock:
            if again:
                self._close_all()
                self._generation += 1
            try:
                if self._apart is None:
                    self._wanted.parent.mkdir(parents=True, exist_ok=True)
                self._take_up(self.path, other_version=not again)
                return
            except (OSError, sqlite3.Error) as error:
                self.notice = (
                    f"The cache in {self._wanted.parent} does not work ({error}): what was read "
                    "now is read again the next time. Check the rights and the room there."
                )
            try:
                import tempfile

                self._apart = tempfile.mkdtemp(prefix="newsreader-")
                self._take_up(Path(self._apart, self._wanted.name))
            except (OSError, sqlite3.Error):
                self._take_up(Path(f"file:newsreader-{id(self)}?mode=memory&cache=shared"))

    def _take_up(self, path: Path, other_version: bool = True) -> None:
        self.path = path
        for last in (False, True):
            try:
                self._writer = self._connect()
                made = self._made_by(self._writer)
                if made != self._made:
                    if made is not None and not other_version:
                        raise sqlite3.OperationalError("another version of newsreader uses it")
                    self._make(path, made)
                self._watch = self._connect()
                self._watch.execute("SELECT id FROM entry LIMIT 1").fetchone()
            except sqlite3.DatabaseError as error:
                self._close_all()
                if last or not _is_damage(error):
                    raise
                self._remove(path)
                if self._generation:
                    continue
                self.notice = f"The cache in {path.parent} was damaged, and is made anew."
            else:
                break
        if self.in_a_file:
            status = os.stat(path)
            self._file = status.st_dev, status.st_ino

    def _connect(self) -> sqlite3.Connection:
        memory = not self.in_a_file
        connection = sqlite3.connect(
            str(self.path),
            timeout=_WAIT,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            uri=memory,
        )
        try:
            # A commit need not survive a power cut: the pages are still there.
            connection.executescript(
                "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                "PRAGMA foreign_keys = ON;"
                f"PRAGMA wal_autocheckpoint = {max(1000, self._room // 16)};"
                f"PRAGMA cache_size = -{self._room};"
                # In memory all connections share one cache, where a reader and a writer lock each
                # other out at once instead of waiting: whoever reads there takes no lock.
                f"PRAGMA read_uncommitted = {int(memory)};"
            )
        except BaseException:
            connection.close()
            raise
        return connection

    def _made_by(self, connection: sqlite3.Connection) -> str | None:
        """The version of what is in the file, None where nothing is, "" where nobody can tell."""
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            return None
        try:
            row = connection.execute("SELECT version FROM made").fetchone()
        except sqlite3.OperationalError:
            return ""
        return str(row[0]) if row else ""

    def _make(self, path: Path, made: str | None) -> None:
        """A file of our version; whoever has one of another version open keeps that."""
        if made is not None:
            self._writer.close()
            self._remove(path)
            self._writer = self._connect()
        self._writer.execute("BEGIN IMMEDIATE")
        if self._made_by(self._writer) is None:
            for statement in statements(all_tables()):
                self._writer.execute(statement)
            self._writer.execute("CREATE TABLE made (version TEXT NOT NULL)")
            self._writer.execute("INSERT INTO made VALUES (?)", (self._made,))
        self._writer.execute("COMMIT")

    def _remove(self, path: Path) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)

    def _trouble(self, error: sqlite3.Error) -> None:
        """What goes wrong is told and goes no further; what is damaged is made anew."""
        with self._lock:
            if self._closed or isinstance(error, Stopped):
                return
            if _is_damage(error):
                if self._same_file():
                    with contextlib.suppress(OSError):
                        self._remove(self.path)
                self._open(again=True)
                self.notice = f"The cache in {self.path.parent} was damaged, and is made anew."
            elif not self._same_file():
                self._open(again=True)
            else:
                self.notice = (
                    f"The cache in {self._wanted.parent} does not work ({error}): what was read "
                    "now is read again the next time. Check the rights and the room there."
                )


def _is_damage(error: sqlite3.Error) -> bool:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _DAMAGES


__all__ = ["LARGE_ROOM", "Index", "Stopped", "index_name"]
