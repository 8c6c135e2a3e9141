"""Keeps what the rows of very large series are made from: nobody waits for all their articles."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

from tui.store.ledger_face import Gathering
from tui.store.ledgers_blocks import Figure, series_in
from tui.store.ledgers_found import members_in
from tui.store.ledgers_kept import RISES, ids_of
from tui.store.ledgers_members import LARGE, Member, pack
from tui.store.series_keys import SeriesKey

if TYPE_CHECKING:
    from tui.store.index import Index

_SCRATCH = "CREATE TABLE shown (n INTEGER NOT NULL, told BLOB NOT NULL)"
_TELL = 50  # articles between two tellings of how far it is
_PRINT = (1 << 62) - 1


def describe(
    index: Index,
    prints: Sequence[int],
    told: Callable[[Gathering], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Keep the rows of the large series in an index that changed; False where it was called off.

    `prints` has a number for each article that is another where something of it changed.
    """
    kept = dict(index.ask("SELECT id, print FROM series_large"))
    now: dict[str, int] = {}
    due: list[tuple[str, tuple[Figure, ...]]] = []
    for (families,) in index.ask("SELECT families FROM series_block ORDER BY id"):
        for series in series_in(families):
            if len(series.figures) > LARGE:
                name = next(iter(ids_of(index, [(series.family, series.figures[0])])), "")
                own = sum(prints[at] * (nth + 1) for at, nth in series.figures) & _PRINT
                now[name] = own
                if kept.get(name) != own and name:
                    due.append((name, series.figures))
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.execute(_SCRATCH)
        if not _show(index, scratch, [figures for _, figures in due], told, cancelled):
            return False
        with index.write() as connection:
            gone = [(name,) for name in kept.keys() - now.keys()]
            connection.executemany("DELETE FROM series_large WHERE id = ?", gone)
            for n, (name, _) in enumerate(due):
                packed = pack(_members(scratch, n))
                put = "INSERT OR REPLACE INTO series_large VALUES (?, ?, ?)"
                connection.execute(put, (name, now[name], packed))
            rise(connection)
    return True


def rise(connection: sqlite3.Connection) -> None:
    """Count that something of the series changed."""
    connection.execute(
        "INSERT INTO stamp VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
        (RISES,),
    )


def _show(
    index: Index,
    scratch: sqlite3.Connection,
    due: Sequence[Sequence[Figure]],
    told: Callable[[Gathering], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Put what is shown of some series to the scratch file, each article read once."""
    wanted = sorted((entry, n, nth) for n, figures in enumerate(due) for entry, nth in figures)
    many = len({entry for entry, _, _ in wanted})
    for done, (entry, some) in enumerate(groupby(wanted, key=lambda each: each[0])):
        if done % _TELL == 0:
            told(Gathering("reading", done, many))
            if cancelled():
                return False
        series = {nth: n for _, n, nth in some}
        for _, article_id, key, parts in members_in(index, entry, series):
            shown = marshal.dumps((entry, article_id, tuple(key), parts))
            scratch.execute("INSERT INTO shown VALUES (?, ?)", (series[key.nth], shown))
    scratch.execute("CREATE INDEX shown_n ON shown (n)")
    return True


def _members(scratch: sqlite3.Connection, n: int) -> list[Member]:
    asked = "SELECT told FROM shown WHERE n = ? ORDER BY rowid"
    found = (marshal.loads(told) for (told,) in scratch.execute(asked, (n,)))
    return [Member(entry, at, SeriesKey(*values), parts) for entry, at, values, parts in found]
