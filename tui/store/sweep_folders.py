"""Folders that are as they were: one row of the index tells so of all files in one.

A digest is over what a folder lists, with the stamps of its files. It is kept once every page in
it is known with the very stamp that it was made of, and forgotten as soon as one of them is written
to: so a folder with the same digest needs no look at what is known of its pages.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tui.store.index import Index
from tui.store.sweep_reach import under

Stamped = tuple[str, int, int]
"""A plain file in a folder: its name, when it was changed in nanoseconds, its size in bytes."""

_STEADY = 0  # this form of marshal is the same for what is equal
_DIGEST = 16  # bytes


class _Seen(NamedTuple):
    """What was seen of a folder that is to be told of: all that it lists, and its pages."""

    digest: bytes
    pages: bytes
    files: int


class Folders:
    """What is kept of folders, and what was found when they were looked at."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: dict[str, tuple[bytes, int]] = {}
        self._same: set[str] = set()
        self._new = False
        self._seen: dict[str, _Seen] = {}

    def look(self, top: str) -> None:
        """Begin a look at what is under a path."""
        where, values = under(top)
        rows = self._index.ask(f"SELECT path, digest, files FROM folder {where}", values)
        self._kept = {os.fsdecode(path): (digest, files) for path, digest, files in rows}
        self._same = set()
        self._new = False

    def same(self, path: str, files: list[Stamped], others: list[str]) -> int | None:
        """How many pages are in a folder that lists what it did; None if something is other."""
        kept = self._kept.get(path)
        if kept is None or kept[0] != _digest((files, others)):
            self._new = True
            return None
        self._same.add(path)
        return kept[1]

    def saw(
        self, path: str, files: list[Stamped], others: list[str], pages: Iterable[Stamped]
    ) -> None:
        """Hear what a folder lists that was looked at file by file, and which of it are pages."""
        known = sorted((os.fsencode(name), *stamp) for name, *stamp in pages)
        self._seen[path] = _Seen(_digest((files, others)), _digest(known), len(known))

    def is_same(self, path: str) -> bool:
        """Whether a file lies in a folder that is as it was."""
        return os.path.dirname(path) in self._same

    @property
    def complete(self) -> bool:
        """Whether there were the folders that are kept, all as they were, and nothing else."""
        return bool(self._same) and not self._new and len(self._same) == len(self._kept)

    def keep(self) -> None:
        """Keep the digests of those whose pages are known as they were seen.

        Raises sqlite3.Error.
        """
        if not self._seen:
            return
        with self._index.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)",
                [
                    (os.fsencode(path), seen.digest, seen.files)
                    for path, seen in self._seen.items()
                    if _known(connection, path) == seen.pages
                ],
            )
        self._seen.clear()


def forget(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Forget the folders of some files: what is known of these is about to be other."""
    folders = {os.path.dirname(path) for path in paths}
    connection.executemany("DELETE FROM folder WHERE path = ?", [(folder,) for folder in folders])


def _known(connection: sqlite3.Connection, folder: str) -> bytes:
    """The digest of the pages right in a folder as the index knows them."""
    top = os.fsencode(folder).rstrip(b"/")
    rows: Sequence[tuple[bytes, int, int]] = connection.execute(
        "SELECT substr(path, ?1), mtime_ns, size FROM entry"
        " WHERE path >= ?2 AND path < ?3 AND instr(substr(path, ?1), x'2f') = 0",
        (len(top) + 2, top + b"/", top + b"0"),
    ).fetchall()
    return _digest(sorted(rows))


def _digest(told: Any) -> bytes:
    return hashlib.blake2b(marshal.dumps(told, _STEADY), digest_size=_DIGEST).digest()
