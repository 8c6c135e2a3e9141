"""The words that very many articles have: for each the set of these, made once and kept.

To ask FTS5 for them anew takes as long as there are articles, and they are just what a person types
first: `de`, or the `v` of all that begins so. A set holds as it was made. Of what is written
later the words stand in the table `lately`, which is looked through beside it; when that has grown
too long, all sets are thrown away until the next time. FTS5 answers without them as well.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui.store.tables import READY

if TYPE_CHECKING:
    from tui.store.index import Index

TABLES = """
CREATE TABLE often (word TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE lately (entry INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE VIRTUAL TABLE word_count USING fts5vocab('word', 'row');
"""
"""`often` has words and beginnings (`volg*`), and a row of no word that tells how far its making
is. `lately` has what was written since that began: of each article the words that it has now.
"""

SHARE = 6
"""A word that one in so many articles has is very common."""

LEAST = 2_000
"""With fewer articles than this nothing needs to be kept ready."""

_MOST_LATE = 1_000
"""So many articles are looked through beside the sets; a few milliseconds."""

_LATE = _MOST_LATE // 4
"""With so many at the end of a build the sets are made anew."""

_AT_ONCE = 32  # sets in one transaction
_DONE = b"done"
_LONGEST = 24  # letters of a beginning; whoever typed so many has typed the word
_TOO_LATE = f"(SELECT count(*) > {_MOST_LATE} FROM lately)"

_WRITTEN = "INSERT OR REPLACE INTO lately SELECT ?, ? WHERE EXISTS (SELECT 1 FROM often)"
# One question, so that nobody writes between its parts.
_ASKED = """SELECT packed, (SELECT json_group_array(entry) FROM lately),
    (SELECT json_group_array(entry) FROM lately WHERE instr(words, ?)) FROM often WHERE word = ?"""

_HOW_FAR = f"""SELECT (SELECT n FROM tally WHERE state = {READY}),
    (SELECT packed FROM often WHERE word = ''), (SELECT count(*) FROM lately)"""

_ZEROS_AND_ONES = bytes.maketrans(b"01", b"\0\1")
_SIGNS = bytes.maketrans(b"\0\1", b"01")


def written(connection: Any, entry: int, text: str) -> None:
    """Tell of an article that its words are these now, with a space between; or none."""
    connection.execute(_WRITTEN, (entry, f" {text} "))


def bound(connection: sqlite3.Connection) -> None:
    """Throw all sets away where too much was written since they were made."""
    if connection.execute(f"SELECT {_TOO_LATE}").fetchone()[0]:
        connection.execute("DELETE FROM often")
        connection.execute("DELETE FROM lately")


def found(index: Index, word: str, *, begins: bool) -> tuple[bytes, list[int], list[int]] | None:
    """The articles that have a word, or one that begins so; None for a word that is not common.

    Gives a byte for each id, 1 where it has the word; the ids for which that no longer holds; and
    which of those have it now. Articles that are no longer there may be among the first.
    """
    rows = index.ask(_ASKED, (f" {word}" if begins else f" {word} ", _name(word, begins)))
    if not rows:
        return None
    packed, late, now = rows[0]
    return _unpacked(packed), json.loads(late), json.loads(now)


def make(index: Index, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Make the sets, where they are not there or much was written since. Raises sqlite3.Error.

    Others may write meanwhile, and what is done when it is `cancelled` is kept.
    """
    told = index.ask(_HOW_FAR)
    if not told:
        return
    ((ready, made, late),) = told
    if ready < LEAST or (made == _DONE and late <= _LATE):
        return
    own = os.urandom(8)
    with index.write() as connection:
        connection.execute("DELETE FROM often")
        connection.execute("DELETE FROM lately")
        connection.execute("INSERT INTO often VALUES ('', ?)", (own,))
    sets: list[tuple[str, bytes]] = []
    for each in _common(index, -(-ready // SHARE), cancelled):
        sets.append(each)
        if len(sets) >= _AT_ONCE:
            if not _kept(index, own, sets):
                return
            sets = []
    _kept(index, own, sets if cancelled() else [*sets, ("", _DONE)])


def _kept(index: Index, own: bytes, sets: Sequence[tuple[str, bytes]]) -> bool:
    """Keep some sets; not where all were thrown away meanwhile, or somebody else makes them."""
    with index.write() as connection:
        (mine,) = connection.execute(
            "SELECT count(*) FROM often WHERE word = '' AND packed = ?", (own,)
        ).fetchone()
        if mine:
            connection.executemany("INSERT OR REPLACE INTO often VALUES (?, ?)", sets)
    return bool(mine)


def _common(index: Index, least: int, cancelled: Callable[[], bool]) -> Iterator[tuple[str, bytes]]:
    """The words and beginnings that so many articles have, and the sets of these."""
    rows = index.ask("SELECT term, doc FROM word_count WHERE term < '\x7f'")
    for name, asked in _worth(rows, least):
        if cancelled():
            return
        (told,) = index.ask(
            "SELECT json_group_array(rowid) FROM (SELECT rowid FROM word WHERE word MATCH ?)",
            (asked,),
        ) or [("[]",)]
        ids = json.loads(told[0])
        if len(ids) >= least:
            yield name, _packed(ids)


def _worth(rows: Iterable[tuple[str, int]], least: int) -> Iterator[tuple[str, str]]:
    """What may be common by how many articles have each word, and how FTS5 is asked for it.

    Of a beginning that is at most: an article with several words of it counts as many times.
    """
    most: dict[str, int] = {}
    for word, count in rows:
        if count >= least:
            yield _name(word, begins=False), f'"{word}"'
        for length in range(1, min(len(word), _LONGEST) + 1):
            beginning = word[:length]
            most[beginning] = most.get(beginning, 0) + count
    for beginning, count in most.items():
        if count >= least:
            yield _name(beginning, begins=True), f'"{beginning}" *'


def _name(word: str, begins: bool) -> str:
    return f"{word}*" if begins else word


def _packed(ids: Sequence[int]) -> bytes:
    """A bit for each id, made small."""
    held = bytearray(max(ids) + 1)
    for at in ids:
        held[at] = 1
    number = int(held.translate(_SIGNS)[::-1], 2)
    return zlib.compress(number.to_bytes((len(held) + 7) // 8, "little"), 1)


def _unpacked(packed: bytes) -> bytes:
    """A byte for each id."""
    number = int.from_bytes(zlib.decompress(packed), "little")
    return f"{number:b}".encode()[::-1].translate(_ZEROS_AND_ONES)
