"""The cache of a corpus: one SQLite file that may be deleted at any time.

It never fails its caller: what it cannot keep is read from the page again. `notice` says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import text
from tui.store import cast, quantities
from tui.store.quantities import Quantity
from tui.store.reading import Entry, Outcome

if TYPE_CHECKING:
    from tui.store.query import Query
    from tui.text.guide import Learnt
    from tui.text.learnt import Seen

# The engine's data model is loaded inside the functions: the list at the start needs none of it.

LAYOUT = 5
"""Raised whenever the tables change."""

_TABLES = f"""{quantities.TABLES}{cast.TABLES}CREATE TABLE made (version TEXT NOT NULL);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    title TEXT,
    published TEXT,
    figures INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    problem TEXT,
    site TEXT,
    lead TEXT NOT NULL,
    guided TEXT NOT NULL
);
CREATE TABLE article (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    json TEXT NOT NULL
);
CREATE TABLE seen (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    json TEXT NOT NULL
);
CREATE TABLE learnt (
    scope TEXT NOT NULL,
    block INTEGER NOT NULL,
    count INTEGER NOT NULL,
    total INTEGER NOT NULL,
    heads INTEGER NOT NULL,
    PRIMARY KEY (scope, block)
) WITHOUT ROWID;
CREATE TABLE settled (digest TEXT NOT NULL);
"""
_COLUMNS = ", ".join(Entry._fields)
_PUT = f"INSERT OR REPLACE INTO entry (path, {_COLUMNS}) VALUES (?{', ?' * len(Entry._fields)})"


def engine_version() -> str:
    """What the engine is: its number, and the time of its newest file while it is worked on."""
    files = Path(text.__file__).parent.rglob("*")
    times = (file.stat().st_mtime_ns for file in files if file.suffix in {".py", ".toml", ".txt"})
    return f"{text.ENGINE}/{max(times, default=0)}"


def _packed(seen: Seen) -> str:
    return json.dumps(seen, separators=(",", ":"))


def _unpacked(packed: str) -> Seen:
    from tui.text.learnt import Print, Seen

    scopes, prints = json.loads(packed)
    return Seen(tuple(scopes), tuple(Print._make((*rest, tuple(names))) for *rest, names in prints))


class Index:
    """What is known of each file, and the articles themselves. All methods are thread-safe."""

    def __init__(
        self, path: Path, *, engine: str | None = None, rules: Sequence[object] = ()
    ) -> None:
        self._lock = threading.Lock()
        # With other rules every page reads otherwise: what is kept here would be of no use.
        own = f"/{zlib.crc32(repr(rules).encode())}" if rules else ""
        self._version = f"{LAYOUT}/{engine or engine_version()}{own}"
        self._folder = path.parent
        self.notice: str | None = None
        self.changes = 0  # counts what was put or dropped, for those who remember answers
        self._connection = self._open(path)

    def entries(self) -> dict[str, Entry]:
        """Every file that is known, by its path."""
        with self._lock, self._noticing():
            rows = self._connection.execute(f"SELECT path, {_COLUMNS} FROM entry")
            return {os.fsdecode(path): Entry(*rest) for path, *rest in rows}
        return {}

    def article(self, path: str, mtime_ns: int, size: int) -> str | None:
        """The article of a file as JSON, None where it is unknown or the file has changed."""
        with self._lock, self._noticing():
            row = self._connection.execute(
                "SELECT json FROM article JOIN entry ON entry.id = article.entry"
                " WHERE path = ? AND mtime_ns = ? AND size = ?",
                (os.fsencode(path), mtime_ns, size),
            ).fetchone()
            return None if row is None else str(row[0])
        return None

    def put(self, path: str, outcome: Outcome) -> None:
        """Keep an outcome, if it is one that lasts."""
        if not outcome.lasting:
            return
        with self._lock, self._noticing(), self._connection as connection:
            at = connection.execute(_PUT, (os.fsencode(path), *outcome.entry)).lastrowid
            if outcome.article is not None:
                connection.execute("INSERT INTO article VALUES (?, ?)", (at, outcome.article))
            if outcome.seen is not None:
                connection.execute("INSERT INTO seen VALUES (?, ?)", (at, _packed(outcome.seen)))
            connection.executemany(
                quantities.PUT, ((at, nth, *each) for nth, each in enumerate(outcome.figures))
            )
            connection.executemany(
                cast.PUT_ACTOR, ((at, nth, *each) for nth, each in enumerate(outcome.cast.actors))
            )
            connection.executemany(
                cast.PUT_CLAIM, ((at, nth, *each) for nth, each in enumerate(outcome.cast.claims))
            )
            self.changes += 1

    def ask(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that answer a question in SQL, none where the cache does not work."""
        with self._lock, self._noticing():
            return self._connection.execute(question, values).fetchall()
        return []

    def counting(self, query: Query) -> dict[str, int]:
        """How many figures fit a query, by path; of one that only turns away, who is turned."""
        with self._lock, self._noticing():
            rows = self._connection.execute(*quantities.counting(query))
            return {os.fsdecode(path): count for path, count in rows}
        return {}

    def figures(self, path: str) -> list[Quantity]:
        """What is kept of the figures of one file."""
        with self._lock, self._noticing():
            rows = self._connection.execute(
                "SELECT kind, low, high, noun FROM figure JOIN entry ON entry.id = figure.entry"
                " WHERE path = ?",
                (os.fsencode(path),),
            )
            return [Quantity(*row) for row in rows]
        return []

    def seen(self) -> dict[str, Seen]:
        """What each page shows its corpus, by path."""
        with self._lock, self._noticing():
            rows = self._connection.execute(
                "SELECT path, json FROM seen JOIN entry ON entry.id = seen.entry"
            )
            return {os.fsdecode(path): _unpacked(packed) for path, packed in rows}
        return {}

    def seen_of(self, path: str) -> Seen | None:
        """What one page shows its corpus, None where it gave no article."""
        with self._lock, self._noticing():
            row = self._connection.execute(
                "SELECT json FROM seen JOIN entry ON entry.id = seen.entry WHERE path = ?",
                (os.fsencode(path),),
            ).fetchone()
            return None if row is None else _unpacked(row[0])
        return None

    def learnt(self) -> dict[str, dict[int, Learnt]]:
        """What the corpus has taught so far: what is page, by scope and block key."""
        from tui.text.guide import Learnt

        found: dict[str, dict[int, Learnt]] = {}
        with self._lock, self._noticing():
            rows = self._connection.execute("SELECT scope, block, count, total, heads FROM learnt")
            for scope, block, count, total, heads in rows:
                found.setdefault(scope, {})[block] = Learnt(count, total, bool(heads))
        return found

    def learn(self, learnt: Mapping[str, Mapping[int, Learnt]]) -> None:
        """Keep what the corpus teaches, in the place of what it taught before."""
        rows = [
            (scope, block, known.count, known.total, known.heads)
            for scope, blocks in learnt.items()
            for block, known in blocks.items()
        ]
        with self._lock, self._noticing(), self._connection as connection:
            connection.execute("DELETE FROM learnt")
            connection.executemany("INSERT INTO learnt VALUES (?, ?, ?, ?, ?)", rows)

    def settled(self) -> str | None:
        """The name of the guides that every page here was last held against, if any."""
        with self._lock, self._noticing():
            row = self._connection.execute("SELECT digest FROM settled").fetchone()
            return None if row is None else str(row[0])
        return None

    def settle(self, digest: str) -> None:
        """Remember that every page here is as guides of that name have it."""
        with self._lock, self._noticing(), self._connection as connection:
            connection.execute("DELETE FROM settled")
            connection.execute("INSERT INTO settled VALUES (?)", (digest,))

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files that are no longer there."""
        gone = [(os.fsencode(path),) for path in paths]
        with self._lock, self._noticing(), self._connection:
            self._connection.executemany("DELETE FROM entry WHERE path = ?", gone)
            self.changes += bool(gone)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _open(self, path: Path) -> sqlite3.Connection:
        """The file at `path`; made anew where it is damaged; in memory where that fails too."""
        with self._noticing():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._connect(path)
            except sqlite3.OperationalError:
                raise  # locked, full or read-only: somebody else may be well served by the file
            except sqlite3.DatabaseError:
                for ending in ("", "-wal", "-shm"):
                    Path(f"{path}{ending}").unlink(missing_ok=True)
                return self._connect(path)
        return self._connect(":memory:")

    @contextlib.contextmanager
    def _noticing(self) -> Iterator[None]:
        """What goes wrong is told and goes no further."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self.notice = (
                f"The cache in {self._folder} does not work ({error}): what was read now is read "
                "again the next time. Check the rights and the room there."
            )

    def _connect(self, path: Path | str) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
        try:
            # A commit need not survive a power cut: the pages are still there.
            connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
            if self._made_by(connection) != self._version:
                self._make(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"SELECT {_COLUMNS} FROM entry LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _made_by(self, connection: sqlite3.Connection) -> str | None:
        try:
            row = connection.execute("SELECT version FROM made").fetchone()
        except sqlite3.OperationalError:
            return None
        return None if row is None else str(row[0])

    def _make(self, connection: sqlite3.Connection) -> None:
        """Empty tables of our version. The file stays: another newsreader may have it open."""
        with connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            script = "".join(f'DROP TABLE "{name}";' for (name,) in tables)
            connection.executescript(f"BEGIN; {script}{_TABLES}")
            connection.execute("INSERT INTO made VALUES (?)", (self._version,))


def index_name(roots: Sequence[str | os.PathLike[str]], names: str | None = None) -> str:
    """The file name of a corpus' index: the same for the same roots, however they are written.

    Where somebody else finds the `names`, the corpus has an index of its own for that.
    """
    real = b"\0".join(sorted(os.fsencode(os.path.realpath(root)) for root in roots))
    real += b"\0\0" + os.fsencode(names) if names else b""
    return f"{hashlib.sha256(real).hexdigest()[:24]}.sqlite"
