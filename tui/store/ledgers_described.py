"""What the list and the rows of series show, made from their articles, each read once."""

from __future__ import annotations

import marshal
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from tui.store.ledger import Page
from tui.store.ledger_face import Gathering, Line
from tui.store.ledgers_kept import Member, describe, pack
from tui.store.ledgers_sheet import told_of
from tui.store.series_keys import SeriesKey, keys

if TYPE_CHECKING:
    from tui.store.index import Index

RISES = "series.rises"
"""Under which name the index keeps how often something of its series changed."""

_BATCH = 500  # series written at a time, so that nobody waits long
_ARTICLES = 500
_SCRATCH = "CREATE TABLE shown (n INTEGER NOT NULL, told BLOB NOT NULL)"
_ENTRIES = """SELECT id, key, article_id, published, site, story FROM entry
    WHERE id > ? ORDER BY id LIMIT 10000"""
_DUE = """SELECT entry, n, nth FROM series_member JOIN series USING (n)
    WHERE due AND entry BETWEEN ? AND ? ORDER BY entry, n, nth"""
_KEPT = "SELECT key, article_id, packed FROM entry JOIN article ON entry = id WHERE id = ?"


class Entry(NamedTuple):
    """What is known of an article beside its text; `dated` is the day that a reader set."""

    key: str
    article_id: str
    published: str | None
    site: str | None
    story: int | None
    dated: str | None

    @property
    def day(self) -> str | None:
        """The day it is of, as far as anybody knows."""
        return self.dated or self.published


class Describing:
    """Describes the series of an index that are due; what is at work lies in a scratch file."""

    def __init__(
        self, index: Index, entries: Mapping[int, Entry], scratch: sqlite3.Connection
    ) -> None:
        self._index = index
        self._entries = entries
        self._scratch = scratch
        self._scratch.execute(_SCRATCH)

    def run(self, told: Callable[[Gathering], None], cancelled: Callable[[], bool]) -> bool:
        """Describe them; gives False where it was called off."""
        for first in range(0, max(self._entries, default=0), _ARTICLES):
            if cancelled():
                return False
            due = self._index.ask(_DUE, (first + 1, first + _ARTICLES))
            told(Gathering("reading", min(first, len(self._entries)), len(self._entries)))
            for entry, wanted in groupby(due, key=lambda row: int(row[0])):
                self._show(entry, [(n, nth) for _, n, nth in wanted])
        self._scratch.execute("CREATE INDEX shown_n ON shown (n)")
        due = self._index.ask("SELECT n, id FROM series WHERE due ORDER BY n")
        for at in range(0, len(due), _BATCH):
            if cancelled():
                return False
            told(Gathering("gathering", at, len(due)))
            made = [(n, self._line(n, name)) for n, name in due[at : at + _BATCH]]
            with self._index.write() as connection:
                for n, described in made:
                    if described is not None:
                        describe(connection, n, *described)
                rise(connection)
        return True

    def _show(self, entry: int, wanted: Sequence[tuple[int, int]]) -> None:
        """Put what is shown of some figures of an article to the scratch file."""
        from tui.store.articles import unpack

        rows = self._index.ask(_KEPT, (entry,))
        article = unpack(rows[0][2]) if rows else None
        if article is None:
            return
        every = {key.nth: key for key in keys(article, rows[0][0])}
        parts: dict[int, list[int]] = defaultdict(list)
        for key in every.values():
            parts[key.part_of].append(key.nth)
        self._scratch.executemany(
            "INSERT INTO shown VALUES (?, ?)",
            [
                (n, marshal.dumps((entry, rows[0][1], tuple(every[nth]), tuple(parts[nth]))))
                for n, nth in wanted
                if nth in every
            ],
        )

    def _line(self, n: int, name: str) -> tuple[Line, bytes] | None:
        asked = "SELECT told FROM shown WHERE n = ?"
        members = []
        for (told,) in self._scratch.execute(asked, (n,)):
            entry, article_id, values, parts = marshal.loads(told)
            if entry in self._entries:
                members.append(Member(entry, article_id, SeriesKey(*values), parts))
        if not members:
            return None
        pages = {m.key.article: _page(self._entries[m.entry]) for m in members}
        return told_of(name, members, pages).line, pack(members)


def entries_of(index: Index, dated: Mapping[int, str]) -> dict[int, Entry]:
    """What is known of all articles beside their text."""
    found: dict[int, Entry] = {}
    last = 0
    while rows := index.ask(_ENTRIES, (last,)):
        for at, key, article_id, published, site, story in rows:
            site = intern(site) if site else None
            found[at] = Entry(key, article_id, published, site, story, dated.get(at))
        last = rows[-1][0]
    return found


def rise(connection: sqlite3.Connection) -> None:
    """Count that something of the series changed."""
    connection.execute(
        "INSERT INTO stamp VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
        (RISES,),
    )


def _page(entry: Entry) -> Page:
    story = str(entry.story)
    return Page(
        entry.key, entry.article_id, None, entry.published, "", story, entry.dated, entry.site or ""
    )
