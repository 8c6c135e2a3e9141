"""A scratch file for the figures of a corpus: put there article by article, taken by the bucket."""

from __future__ import annotations

import marshal
import sqlite3
import zlib
from array import array
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tui.store.ledgers_blocks import BUCKETS, bucket_of
from tui.store.ledgers_keys import key_of
from tui.store.series_keys import SeriesKey

_TABLE = """PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;
CREATE TABLE held (bucket INTEGER NOT NULL, packed BLOB NOT NULL);"""
_PLAIN = marshal.dumps([], 2)[:1]  # one figure alone is not worth packing
_MANY = 40  # articles of a bucket that wait to be written


class Scratch:
    """What is kept of the figures of articles, on the disk; in memory only their names.

    Never more than one bucket of it is in memory.
    """

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript(_TABLE)
        self._file.execute("BEGIN")
        self._named: list[str] = []
        self._waiting: list[list[tuple[int, str, bytes]]] = [[] for _ in range(BUCKETS)]
        self._names: dict[str, int] = {}
        self._anchors: dict[int, array[int]] = {}
        self.sizes = [0] * BUCKETS
        """How many figures are in each bucket."""

    def close(self) -> None:
        """Let go of it all."""
        self._file.close()

    def hold(self, entry: int, anchors: Sequence[str], rows: dict[str, list[Any]]) -> None:
        """Put the figures of an article there, by their families."""
        names = self._names
        self._anchors[entry] = array("I", [names.setdefault(name, len(names)) for name in anchors])
        for family, mine in rows.items():
            bucket = bucket_of(family)
            self.sizes[bucket] += len(mine)
            waiting = self._waiting[bucket]
            packed = marshal.dumps(mine, 2)
            waiting.append((entry, family, zlib.compress(packed, 1) if mine[1:] else packed))
            if len(waiting) >= _MANY:
                self._write(bucket)

    def take(self, bucket: int) -> dict[str, list[tuple[int, bytes]]]:
        """What was put into a bucket, by family: the articles, each with its figures packed."""
        self._write(bucket)
        found: dict[str, list[tuple[int, bytes]]] = defaultdict(list)
        asked = "SELECT packed FROM held WHERE bucket = ? ORDER BY rowid"
        for (packed,) in self._file.execute(asked, (bucket,)):
            for entry, family, rows in marshal.loads(zlib.decompress(packed)):
                found[family].append((entry, rows))
        return found

    def keys(self, entry: int, name: str, rows: bytes) -> list[SeriesKey]:
        """The keys of an article out of what was put there."""
        anchors = tuple([self._named[at] for at in self._anchors[entry]])
        told = rows if rows[:1] == _PLAIN else zlib.decompress(rows)
        return [key_of(name, anchors, row) for row in marshal.loads(told)]

    def settle(self) -> None:
        """All is there: it is looked for from now on."""
        self._named = list(self._names)
        self._names.clear()
        for bucket in range(BUCKETS):
            self._write(bucket)
        self._file.execute("CREATE INDEX held_bucket ON held (bucket)")

    def _write(self, bucket: int) -> None:
        if waiting := self._waiting[bucket]:
            packed = zlib.compress(marshal.dumps(waiting, 2), 1)
            self._file.execute("INSERT INTO held VALUES (?, ?)", (bucket, packed))
            self._waiting[bucket] = []
