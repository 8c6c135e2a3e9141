"""The series of a corpus as its index keeps them: the list, and what their rows are made from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.ledger_face import Line
from tui.store.query import folded
from tui.store.series_keys import SeriesKey

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.index import Index

_LINE = "id, name, rows, articles, speakers, rivals, low, high, unit, spark"
_LISTED = f"SELECT {_LINE} FROM series WHERE rows > 1 {{}} ORDER BY articles DESC, rows DESC, id"
_THESE = "(SELECT value FROM json_each(?))"
_SERIES_OF = """SELECT entry, nth, series.id FROM json_each(?) AS asked JOIN series_member
    ON entry = json_extract(asked.value, '$[0]') AND nth = json_extract(asked.value, '$[1]')
    JOIN series USING (n)"""
_KEPT = (
    *("nth", "whose", "group", "place", "country", "owner", "subject", "occasion"),
    *("part_of", "goes_on", "planned", "earlier", "words", "why", "value", "low", "high"),
    *("hedge", "kind", "phrase", "noun", "speaker", "via", "stance", "cue", "heading", "said"),
    *("start", "end", "first", "last"),
)
_TUPLES = {"words", "why"}


class Member(NamedTuple):
    """A figure of a series with all it is shown with; `parts` are the numbers of its parts.

    `entry` is the article's id in the index, `article_id` what the article was when it was read.
    """

    entry: int
    article_id: str
    key: SeriesKey
    parts: tuple[int, ...] = ()


def pack(members: Sequence[Member]) -> bytes:
    """The figures of a series in little room."""
    shared = _shared(members)
    heads = {
        m.entry: [m.entry, m.article_id, [t for t in m.key.anchors if t in shared]] for m in members
    }
    at = {entry: nth for nth, entry in enumerate(heads)}
    columns = [[getattr(m.key, name) for m in members] for name in _KEPT]
    told = [
        members[0].key.family,
        list(heads.values()),
        [at[m.entry] for m in members],
        columns,
        [m.parts for m in members],
    ]
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), 6)


def unpack(packed: bytes, names: Mapping[int, str]) -> list[Member]:
    """The figures that were packed, of articles that still have a name."""
    family, heads, places, columns, parts = json.loads(zlib.decompress(packed))
    found = []
    for place, values, mine in zip(places, zip(*columns, strict=True), parts, strict=True):
        entry, article_id, anchors = heads[place]
        if entry in names:
            told = dict(zip(_KEPT, values, strict=True))
            told |= {name: tuple(told[name]) for name in _TUPLES}
            key = SeriesKey(
                article=names[entry], family=family, anchors=tuple(anchors), near=(), **told
            )
            found.append(Member(entry, article_id, key, tuple(mine)))
    return found


def _shared(members: Sequence[Member]) -> set[str]:
    """The names that several articles of a series share: why their figures belong together."""
    seen: set[str] = set()
    twice: set[str] = set()
    for anchors in {m.entry: m.key.anchors for m in members}.values():
        for token in anchors:
            if token[0] == "n":
                (twice if token in seen else seen).add(token)
    return twice


def entries_in(packed: bytes) -> list[int]:
    """The articles of a series that was packed."""
    return [head[0] for head in json.loads(zlib.decompress(packed))[1]]


def listed(index: Index, words: Sequence[str], most: int) -> list[Line]:
    """The first series with two rows or more that have words beginning so, in their order."""
    asked = f"{_LISTED.format(' AND instr(sought, ?)' * len(words))} LIMIT ?"
    values = [*(f" {word}" for word in words), most]
    return [line_of(row) for row in index.ask(asked, values)]


def total(index: Index) -> int:
    """How many series have two rows or more."""
    rows = index.ask("SELECT count(*) FROM series WHERE rows > 1")
    return int(rows[0][0]) if rows else 0


def line_of(row: Sequence[Any]) -> Line:
    """A line from the columns that are asked for."""
    *told, spark = row
    return Line._make((*told, tuple(json.loads(spark)), False))


def lines_of(index: Index, ids: Iterable[str]) -> dict[str, Line]:
    """The lines of some series by their ids."""
    asked = f"SELECT {_LINE} FROM series WHERE id IN {_THESE}"
    return {row[0]: line_of(row) for row in index.ask(asked, (json.dumps(list(ids)),))}


def packed_of(index: Index, series_id: str) -> bytes | None:
    """The figures of a series as they are packed; None where it has but one, or is none."""
    asked = "SELECT packed FROM series JOIN series_packed USING (n) WHERE id = ?"
    rows = index.ask(asked, (series_id,))
    return rows[0][0] if rows else None


def series_of(index: Index, figures: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The series of some figures, told by entry and number; of those that are in one."""
    rows = index.ask(_SERIES_OF, (json.dumps(list(figures)),))
    return {(entry, nth): name for entry, nth, name in rows}


def describe(connection: Connection, n: int, line: Line, packed: bytes) -> None:
    """Keep what the list shows of a series, and its figures."""
    connection.execute(
        "UPDATE series SET due = 0, name = ?, sought = ?, rows = ?, articles = ?, speakers = ?,"
        " rivals = ?, low = ?, high = ?, unit = ?, spark = ? WHERE n = ?",
        (line.name, sought(line.name), *line[2:9], json.dumps(line.values), n),
    )
    connection.execute("INSERT OR REPLACE INTO series_packed VALUES (?, ?)", (n, packed))


def sought(name: str) -> str:
    """A name as its words are looked for."""
    return f" {folded(name)}"
