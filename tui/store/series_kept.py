"""The keys of the figures of a corpus as its index keeps them: what series are gathered by.

What a key has only to be shown with (why it is there, its sentence) is made again from its article:
it would take as much room as all the rest. The list of series needs nothing but what is here.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.index import Index
    from tui.store.series_keys import SeriesKey
    from tui.text.article import Article

TABLES = """
CREATE TABLE keys (id INTEGER PRIMARY KEY, left INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE keyed (entry INTEGER PRIMARY KEY, block INTEGER NOT NULL);
"""
"""A block has the keys of some articles, which packs them in half the room; `left` counts those of
them that `keyed` still finds there, for an article that is read again comes into another block.
"""

_BLOCK = 40  # articles
SLIM = (
    *("nth", "family", "whose", "group", "place", "country", "owner", "subject", "occasion"),
    *("near", "part_of", "goes_on", "planned", "earlier", "sure"),
    *("value", "low", "high", "hedge", "speaker", "words", "said"),
)
SHOWN: dict[str, Any] = {
    "why": (),
    **dict.fromkeys(("kind", "phrase"), ""),
    **dict.fromkeys(("noun", "via", "stance", "cue", "heading"), None),
    **dict.fromkeys(("start", "end", "first", "last"), 0),
}
"""What is not kept, and stands empty in a key from an index."""

_THESE = "(SELECT value FROM json_each(?))"


def key_lines(article: Article) -> str:
    """What is kept of the figures of an article, empty where none can stand in a series."""
    from tui.store.series_keys import keys

    found = keys(article, "")
    if not found:
        return ""
    columns = [[getattr(key, name) for key in found] for name in SLIM]
    return json.dumps([found[0].anchors, columns], separators=(",", ":"))


def put(connection: Connection, found: Sequence[tuple[int, str]]) -> None:
    """Keep what `key_lines` gave of entries that have none yet."""
    lines = [(at, line) for at, line in found if line]
    for first in range(0, len(lines), _BLOCK):
        some = lines[first : first + _BLOCK]
        text = f"[{','.join(f'[{at},{line}]' for at, line in some)}]"
        packed = zlib.compress(text.encode("ascii"), 6)
        block = connection.execute(
            "INSERT INTO keys (left, packed) VALUES (?, ?)", (len(some), packed)
        ).lastrowid
        connection.executemany("INSERT INTO keyed VALUES (?, ?)", [(at, block) for at, _ in some])


def drop(connection: Connection, ids: Iterable[int]) -> None:
    """Forget the keys of entries."""
    asked = f"SELECT entry, block FROM keyed WHERE entry IN {_THESE}"
    for at, block in connection.execute(asked, (json.dumps(list(ids)),)).fetchall():
        connection.execute("DELETE FROM keyed WHERE entry = ?", (at,))
        connection.execute("UPDATE keys SET left = left - 1 WHERE id = ?", (block,))
        connection.execute("DELETE FROM keys WHERE id = ? AND left = 0", (block,))


def kept_keys(index: Index) -> Iterator[tuple[SeriesKey, ...]]:
    """The keys of each article of an index, as `gather` takes them; `article` is its number there.

    A few articles at a time are in memory. What changes meanwhile may come or not.
    """
    from tui.store.ledgers_keys import kept_in, key_of

    for some in kept_in(index):
        anchors = tuple(some.anchors)
        yield tuple(key_of(str(some.entry), anchors, row) for row in some.rows())
