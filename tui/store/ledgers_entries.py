"""What the gathering of series has to know of all articles beside their figures."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from sqlite3 import Connection
from sys import intern
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from tui.store.ledger import Page

if TYPE_CHECKING:
    from tui.store.index import Index

_ENTRIES = """SELECT id, key, article_id, published, site, story FROM entry
    WHERE id > ? ORDER BY id LIMIT 10000"""
_TOLD = "SELECT prints FROM series_entry WHERE id = ?"
_CHUNK = 4096
_WIDTH = 3  # bytes


class Entry(NamedTuple):
    """An article; `dated` is the day that a reader set, `print` another where anything changed.

    `seen` tells one text of it from another.
    """

    key: str
    published: str | None
    site: str
    story: int | None
    dated: str | None
    print: bytes
    seen: bytes

    @property
    def day(self) -> str | None:
        """The day it is of, as far as anybody knows."""
        return self.dated or self.published

    @property
    def page(self) -> Page:
        """It, as the rows of a series cite it that nobody sees."""
        return Page(self.key, "", None, self.published, "", str(self.story), self.dated, self.site)


def entries_of(index: Index, dated: Mapping[int, str]) -> dict[int, Entry]:
    """All articles by their numbers."""
    found: dict[int, Entry] = {}
    last = 0
    while rows := index.ask(_ENTRIES, (last,)):
        for at, key, article_id, published, site, story in rows:
            day = dated.get(at)
            told = repr((key, article_id, published, site, story, day))
            found[at] = Entry(
                key,
                intern(published[:10]) if published else None,
                intern(site or ""),
                story,
                day,
                blake2b(told.encode("utf-8", "surrogatepass"), digest_size=6).digest(),
                seen(article_id),
            )
        last = rows[-1][0]
    return found


def seen(article_id: str) -> bytes:
    """A short mark of a text; never that of one nobody has seen."""
    return (crc32(article_id.encode()) % 0xFFFFFF + 1).to_bytes(_WIDTH, "big")


def put(connection: Connection, entries: Mapping[int, Entry]) -> None:
    """Keep of which texts the figures are that were gathered."""
    connection.execute("DELETE FROM series_entry")
    nobody = bytes(_WIDTH)
    for first in range(0, max(entries, default=-1) + 1, _CHUNK):
        some = (entries.get(at) for at in range(first, first + _CHUNK))
        told = b"".join(entry.seen if entry else nobody for entry in some)
        connection.execute("INSERT INTO series_entry VALUES (?, ?)", (first // _CHUNK, told))


class Texts:
    """Of which texts the figures in an index were gathered."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._chunks: dict[int, bytes] = {}

    def is_as_seen(self, entry: int, article_id: str) -> bool:
        """Whether an article has the text that its figures are from, as far as is known."""
        chunk, at = divmod(entry, _CHUNK)
        if chunk not in self._chunks:
            found = self._index.ask(_TOLD, (chunk,))
            self._chunks[chunk] = found[0][0] if found else b""
        told = self._chunks[chunk][at * _WIDTH : (at + 1) * _WIDTH]
        return not any(told) or told == seen(article_id)
