"""The words that very many articles have: for each the set of these, made once and kept.

To ask FTS5 for them anew takes as long as there are articles, and they are just what a person types
first: `de`, or the `v` of all that begins so. A set holds as it was made. Of what is written
later the words stand in the table `lately`, which is looked through beside it; when that has grown
too long, all sets are thrown away until the next time. FTS5 answers without them as well.
"""

from __future__ import annotations

import json
import os
import string
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.store.tables import READY

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.index import Index

TABLES = """
CREATE TABLE often (word TEXT PRIMARY KEY, packed BLOB, same TEXT);
CREATE TABLE lately (entry INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE VIRTUAL TABLE word_count USING fts5vocab('word', 'row');
"""
"""`often` has words and beginnings (`volg*`), each with its set or the word that has the `same`
one, and a row of no word that tells how far its making is. `lately` has what was written since
that began, by `tui.store.words`: of each article the words that it has now, with spaces around.
"""

SHARE = 4
"""A word that one in so many articles has is very common."""

LEAST = 2_000
"""With fewer articles than this nothing needs to be kept ready."""

_MOST_LATE = 1_000
"""No more articles than this are looked through beside the sets; it takes a few milliseconds."""

_LATE = _MOST_LATE // 4
"""With more than so many at the end of a build the sets are made anew."""

_AT_ONCE = 32  # sets in one transaction
_DONE = b"done"
_LAST = chr(0x10FFFF)  # behind all that may follow a beginning
_SIGNS_OF_WORDS = f"{string.digits}{string.ascii_lowercase}"  # with others no word is so common
_TOO_LATE = f"(SELECT count(*) > {_MOST_LATE} FROM lately)"

# One question, so that nobody writes between its parts.
_ASKED = """SELECT coalesce(own.packed, other.packed),
    (SELECT json_group_array(entry) FROM lately),
    (SELECT json_group_array(entry) FROM lately WHERE instr(words, ?))
    FROM often AS own LEFT JOIN often AS other ON other.word = own.same WHERE own.word = ?"""

_COUNTS = "SELECT term, doc FROM word_count WHERE term >= ? AND term < ? ORDER BY term"
_HOW_FAR = f"""SELECT (SELECT n FROM tally WHERE state = {READY}),
    (SELECT packed FROM often WHERE word = ''), (SELECT count(*) FROM lately)"""

_ZEROS_AND_ONES = bytes.maketrans(b"01", b"\0\1")
_SIGNS = bytes.maketrans(b"\0\1", b"01")


class Set(NamedTuple):
    """The articles that have a word: their set made small, or the word with the same one."""

    word: str
    packed: bytes | None = None
    same: str | None = None


def bound(connection: Connection) -> None:
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


def make(
    index: Index,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Callable[[], None] = lambda: None,
) -> None:
    """Make the sets, where they are not there or much was written since; `tell` before it begins.

    Others may write meanwhile. Old sets are thrown away first, and FTS5 is asked until the new ones
    are there. What is done when it is `cancelled` is kept, and gone on from the next time. Raises
    sqlite3.Error.
    """
    told = index.ask(_HOW_FAR)
    if not told or not index.in_a_file:
        return  # in memory those who read do not wait for those who write
    ((ready, made, late),) = told
    if ready < LEAST or (made == _DONE and late <= _LATE) or cancelled():
        return
    tell()
    if made is None or made == _DONE or late > _LATE:
        made = os.urandom(8)
        with index.write() as connection:
            connection.execute("DELETE FROM often")
            connection.execute("DELETE FROM lately")
            connection.execute("INSERT INTO often VALUES ('', ?, NULL)", (made,))
    sets: list[Set] = []
    for each in _common(index, -(-ready // SHARE), cancelled):
        sets.append(each)
        if len(sets) >= _AT_ONCE:
            if not _kept(index, made, sets):
                return
            sets = []
    _kept(index, made, sets)


def _kept(index: Index, own: bytes, sets: Sequence[Set]) -> bool:
    """Keep some sets; not where all were thrown away meanwhile, or somebody else makes them."""
    with index.write() as connection:
        (mine,) = connection.execute(
            "SELECT count(*) FROM often WHERE word = '' AND packed = ?", (own,)
        ).fetchone()
        if mine:
            connection.executemany("INSERT OR REPLACE INTO often VALUES (?, ?, ?)", sets)
    return bool(mine)


def _common(index: Index, least: int, cancelled: Callable[[], bool]) -> Iterator[Set]:
    """The words and beginnings that so many articles have, and the sets of these.

    Those that were made before are left out. The last one tells that these are all.
    """
    first = dict(index.ask("SELECT word, coalesce(same, word) FROM often WHERE word <> ''"))
    for sign in _SIGNS_OF_WORDS:
        # No beginning goes over signs: only the words of one are in memory at a time.
        rows = index.ask(_COUNTS, (sign, sign + _LAST))
        for name, same, asked in _worth(rows, least):
            if cancelled():
                return
            if name in first:
                continue
            if same in first:
                first[name] = first[same]
                yield Set(name, same=first[same])
                continue
            told = index.ask(
                "SELECT json_group_array(rowid) FROM (SELECT rowid FROM word WHERE word MATCH ?)",
                (asked,),
            )
            if not told:
                return
            ids = json.loads(told[0][0])
            if len(ids) >= least:
                first[name] = name
                yield Set(name, _packed(ids))
    if first:
        yield Set("", _DONE)


def _worth(rows: Sequence[tuple[str, int]], least: int) -> Iterator[tuple[str, str, str]]:
    """What may be common, by how many articles have each word, and how FTS5 is asked for it.

    `rows` are in the order of the words. Of a beginning they tell how many it is at most: an
    article with several such words counts as many times. With each stands, perhaps empty, what
    came before it and has the same set, because no other word begins so.
    """
    words = [word for word, _ in rows]
    sums = list(accumulate((count for _, count in rows), initial=0))

    def beginnings(start: int, stop: int, length: int) -> Iterator[tuple[str, str, str]]:
        """Those of some words, all alike up to here; the longest first."""
        count = sums[stop] - sums[start]
        if count < least:
            return
        beginning, same, at = words[start][:length], "", start
        if words[start] == beginning:
            at += 1
            if sums[at] - sums[start] >= least:
                yield beginning, "", f'"{beginning}"'
                same = beginning if at == stop else ""
        while at < stop:
            end = bisect_left(words, words[at][: length + 1] + _LAST, at, stop)
            yield from beginnings(at, end, length + 1)
            if end - at == stop - start:
                same = _name(words[at][: length + 1], begins=True)
            at = end
        if length:
            yield _name(beginning, begins=True), same, f'"{beginning}" *'

    yield from beginnings(0, len(words), 0) if words else ()


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
