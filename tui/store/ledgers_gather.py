"""Brings the series in an index up to date: only families in which something changed.

What is at work lies in a scratch file, a family at a time in memory. What was done stays when it
is broken off: a family is written with its print, and what is still to be described is marked.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING
from zlib import crc32

from tui.store.ledger_face import Gathering
from tui.store.ledgers_described import Describing, Entry, entries_of, rise
from tui.store.ledgers_keys import Kept, kept_in, key_of
from tui.store.series_keys import SeriesKey
from tui.store.series_links import clusters

if TYPE_CHECKING:
    from tui.store.index import Index

GATHERED = "series"
"""Under which name the index keeps what was gathered last."""

_PRINT = (1 << 62) - 1
_BATCH = 500  # series written at a time, so that nobody waits long
_SCRATCH = """PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;
CREATE TABLE held (family TEXT NOT NULL, article TEXT NOT NULL, keys BLOB NOT NULL);"""


def stamp_of(index: Index, dated: Mapping[int, str]) -> str:
    """What series are gathered from now, in short; `dated` are the days that a reader set."""
    return f"{index.stamp('people')}/{crc32(repr(sorted(dated.items())).encode())}"


def bring_up_to_date(
    index: Index,
    dated: Mapping[int, str],
    told: Callable[[Gathering], None],
    cancelled: Callable[[], bool],
) -> None:
    """Gather the series of an index. Raises sqlite3.Error; what was done until then stays."""
    stamp = stamp_of(index, dated)
    if index.stamp(GATHERED) == stamp:
        return
    entries = entries_of(index, dated)
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.executescript(_SCRATCH)
        work = _Work(index, entries, scratch, told, cancelled)
        if work.gather() and Describing(index, entries, scratch).run(told, cancelled):
            index.set_stamp(GATHERED, stamp)


class _Work:
    def __init__(
        self,
        index: Index,
        entries: Mapping[int, Entry],
        scratch: sqlite3.Connection,
        told: Callable[[Gathering], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._index = index
        self._told = told
        self._cancelled = cancelled
        self._entries = entries
        self._days = {entry.key: entry.day[:10] for entry in self._entries.values() if entry.day}
        self._ids = {entry.key: at for at, entry in self._entries.items()}
        self._prints: dict[str, int] = {}
        self._anchors: dict[str, tuple[str, ...]] = {}
        self._scratch = scratch

    def gather(self) -> bool:
        """Which figures go together; False where it was called off."""
        known = dict(self._index.ask("SELECT name, print FROM series_family"))
        families = self._read(None if not known else set())
        if families is None:
            return False
        changed = {name for name, print_ in families.items() if known.get(name) != print_}
        gone = sorted(known.keys() - families.keys())
        if known and changed and self._read(changed) is None:
            return False
        self._scratch.execute("CREATE INDEX held_family ON held (family)")
        waiting: list[tuple[str, int, list[list[SeriesKey]]]] = [(name, 0, []) for name in gone]
        size = 0
        for nth, name in enumerate(sorted(changed)):
            if self._cancelled():
                return False
            self._told(Gathering("gathering", nth, len(changed)))
            found = [some for some in clusters(self._keys(name), self._days) if len(some) > 1]
            waiting.append((name, families[name], found))
            size += 1 + len(found)
            if size >= _BATCH:
                self._write(waiting)
                waiting, size = [], 0
        self._write(waiting)
        self._scratch.execute("DROP TABLE held")
        self._anchors.clear()
        return True

    def _read(self, wanted: set[str] | None) -> dict[str, int] | None:
        """The prints of all families; the keys of those that are wanted go to the scratch file.

        All are wanted where it is None. Gives None where it was called off.
        """
        prints: dict[str, int] = defaultdict(int)
        many = len(self._entries)
        self._scratch.execute("BEGIN")
        for done, some in enumerate(kept_in(self._index)):
            if done % 100 == 0:
                self._told(Gathering("reading", min(done, many), many))
                if self._cancelled():
                    return None
            entry = self._entries.get(some.entry)
            if entry is None:
                continue  # it went meanwhile
            own = self._prints[entry.key] = _print_of(entry, some)
            for family, nth in zip(some.families, some.numbers, strict=True):
                prints[family] = (prints[family] + own * (nth + 1)) & _PRINT
            if wanted is None or not wanted.isdisjoint(some.families):
                self._hold(entry.key, some, wanted)
        self._scratch.execute("COMMIT")
        return dict(prints)

    def _hold(self, article: str, some: Kept, wanted: set[str] | None) -> None:
        """Put the keys of an article in some families to the scratch file."""
        self._anchors[article] = tuple(map(intern, some.anchors))
        held: dict[str, list[Sequence[object]]] = defaultdict(list)
        for family, row in zip(some.families, some.rows(), strict=True):
            if wanted is None or family in wanted:
                held[family].append(row)
        put = "INSERT INTO held VALUES (?, ?, ?)"
        rows = [(family, article, marshal.dumps(mine)) for family, mine in held.items()]
        self._scratch.executemany(put, rows)

    def _keys(self, family: str) -> list[SeriesKey]:
        """The keys of a family, in the order of their articles."""
        found = []
        asked = "SELECT article, keys FROM held WHERE family = ? ORDER BY article"
        for article, held in self._scratch.execute(asked, (family,)):
            anchors = self._anchors[article]
            found += [key_of(article, anchors, _once(row)) for row in marshal.loads(held)]
        return found

    def _write(self, families: Sequence[tuple[str, int, list[list[SeriesKey]]]]) -> None:
        """Keep which figures go together in some families, and which series are to be described."""
        if not families:
            return
        with self._index.write() as connection:
            for name, print_, found in families:
                self._write_family(connection, name, found)
                if print_:
                    put = "INSERT OR REPLACE INTO series_family VALUES (?, ?)"
                    connection.execute(put, (name, print_))
                else:
                    connection.execute("DELETE FROM series_family WHERE name = ?", (name,))
            rise(connection)

    def _write_family(
        self, connection: sqlite3.Connection, family: str, found: list[list[SeriesKey]]
    ) -> None:
        asked = "SELECT id, n, print FROM series WHERE family = ?"
        old = {name: (n, print_) for name, n, print_ in connection.execute(asked, (family,))}
        new = {_id(members): members for members in found}
        prints = {name: self._print(members) for name, members in new.items()}
        for name, (n, print_) in old.items():
            if prints.get(name) != print_:
                connection.execute("DELETE FROM series_member WHERE n = ?", (n,))
            if name not in new:
                connection.execute("DELETE FROM series_packed WHERE n = ?", (n,))
                connection.execute("DELETE FROM series WHERE n = ?", (n,))
        for name, members in new.items():
            if name in old and old[name][1] == prints[name]:
                continue
            put = """INSERT INTO series (id, family, print) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET print = excluded.print, due = 1 RETURNING n"""
            (n,) = connection.execute(put, (name, family, prints[name])).fetchone()
            connection.executemany(
                "INSERT OR REPLACE INTO series_member VALUES (?, ?, ?)",
                [(self._ids[key.article], key.nth, n) for key in members],
            )

    def _print(self, members: Sequence[SeriesKey]) -> int:
        return sum(self._prints[key.article] * (key.nth + 1) for key in members) & _PRINT


def _id(members: Sequence[SeriesKey]) -> str:
    first = min(members, key=lambda key: (key.article, key.nth))
    return f"{first.family}:{first.article}:{first.nth}"


def _print_of(entry: Entry, some: Kept) -> int:
    """A number that is another where an article tells something else, or is of another day."""
    data = repr((entry, some)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=6).digest(), "big") + 1


def _once(row: Sequence[object]) -> list[object]:
    """What is kept of a figure: few words are those of many, and each is in memory once."""
    return [
        intern(value)
        if type(value) is str
        else [intern(word) for word in value]
        if type(value) is list
        else value
        for value in row
    ]
