"""The series of a corpus as its index keeps them: the list, and which figures stand in each."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.store.ledger_face import Line
from tui.store.ledgers_blocks import (
    Figure,
    Series,
    block_with,
    bucket_of,
    first_of,
    leader,
    names_in,
    ranks_in,
    series_in,
    shorts_in,
)
from tui.store.ledgers_keys import families_of
from tui.store.query import folded

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.index import Index

_THESE = "(SELECT value FROM json_each(?))"
_RANKS = "SELECT id, ranks FROM series_block WHERE listed > 0 ORDER BY id"
_LINES = f"SELECT id, families, ranks, names, lines FROM series_block WHERE id IN {_THESE}"
_NAMES = "SELECT id, names FROM series_block WHERE listed > 0"
_LEADERS = (
    "SELECT id, leader FROM series_block WHERE id >= ? AND id < ? AND leader <> '' ORDER BY id"
)
_ONE = "SELECT families FROM series_block WHERE id = ?"
_TOP = "SELECT packed FROM series_top WHERE rises = (SELECT value FROM stamp WHERE name = ?)"
_FAMILIES = "SELECT id, families FROM series_block WHERE id >= ? AND id < ? ORDER BY id"
MANY = 2_000
"""So many series stand in the list at most; words of a name find the others."""
RISES = "series.rises"
"""Under which name the index keeps how often something of its series changed."""


def listed(index: Index, words: Sequence[str], most: int) -> list[Line]:
    """The first series with two rows or more that have words beginning so, in their order."""
    if (
        not words
        and (top := _top(index)) is not None
        and (most <= len(top) or total(index) == len(top))
    ):
        return top[:most]
    ranks = [
        (block, place, rank)
        for block, packed in index.ask(_RANKS)
        for place, rank in enumerate(ranks_in(packed))
    ]
    if words:
        fitting = _fitting(index, words)
        ranks = [each for each in ranks if each[:2] in fitting]
    if len(ranks) > most:
        ranks = _first(ranks, most)
    wanted: dict[int, set[int]] = defaultdict(set)
    for block, place, _ in ranks:
        wanted[block].add(place)
    lines = _lines(index, wanted)
    return sorted(lines, key=lambda line: (-line.articles, -line.rows, line.id))


def _first(ranks: Sequence[tuple[int, int, int]], most: int) -> list[tuple[int, int, int]]:
    """Those with the most articles and rows; of the last that are alike the first that come."""
    least = sorted([rank for _, _, rank in ranks])[-most] if most else 0
    more = [each for each in ranks if each[2] > least]
    return more + [each for each in ranks if each[2] == least][: most - len(more)]


def _fitting(index: Index, words: Sequence[str]) -> set[tuple[int, int]]:
    """The series, by block and place, with names in which these words begin a word each."""
    found = set()
    begun = [f" {word}" for word in words]
    for block, names in index.ask(_NAMES):
        told = sought(" \0 ".join(names_in(names)))
        if all(word in told for word in begun):
            for place, name in enumerate(told.split("\0")):
                if all(word in name for word in begun):
                    found.add((block, place))
    return found


def _lines(index: Index, wanted: Mapping[int, Collection[int]]) -> list[Line]:
    """The lines of some series, told by block and place; of those with an article there."""
    shown = []
    for block, *packed in index.ask(_LINES, (json.dumps(list(wanted)),)):
        leaders = [(s.family, s.figures[0]) for s in series_in(packed[0]) if s.place >= 0]
        shorts = shorts_in(*packed[1:])
        shown += [(leaders[place], shorts[place]) for place in wanted[block]]
    ids = ids_of(index, [leader for leader, _ in shown])
    return [
        Line(series_id, *short[:7], unit_of(leader[0]), short.values)
        for (leader, short), series_id in zip(shown, ids, strict=True)
        if series_id
    ]


def top_of(index: Index) -> bytes:
    """The first lines of the list, packed."""
    lines = listed(index, (), MANY)
    return zlib.compress(json.dumps(lines, separators=(",", ":")).encode("ascii"), 6)


def put_top(connection: Connection, packed: bytes) -> None:
    """Keep them, as the series are now."""
    connection.execute("DELETE FROM series_top")
    put = "INSERT INTO series_top SELECT value, ? FROM stamp WHERE name = ?"
    connection.execute(put, (packed, RISES))


def _top(index: Index) -> list[Line] | None:
    """The first lines as they were kept, None where something changed since."""
    rows = index.ask(_TOP, (RISES,))
    if not rows:
        return None
    return [
        Line._make((*told[:9], tuple(told[9]), False))
        for told in json.loads(zlib.decompress(rows[0][0]))
    ]


def ids_of(index: Index, leaders: Sequence[tuple[str, Figure]]) -> list[str]:
    """The ids of series by their families and first figures, empty where that one is gone."""
    wanted = json.dumps(sorted({entry for _, (entry, _) in leaders}))
    names = dict(index.ask(f"SELECT id, key FROM entry WHERE id IN {_THESE}", (wanted,)))
    return [
        f"{family}:{names[entry]}:{nth}" if entry in names else ""
        for family, (entry, nth) in leaders
    ]


def total(index: Index) -> int:
    """How many series have two rows or more."""
    rows = index.ask("SELECT sum(listed) FROM series_block")
    return int(rows[0][0] or 0) if rows else 0


def lines_of(index: Index, ids: Iterable[str]) -> dict[str, Line]:
    """The lines of some series by their ids; of those with two rows or more."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for block, series in _by_id(index, ids):
        if series.place >= 0:
            wanted[block].add(series.place)
    return {line.id: line for line in _lines(index, wanted)}


def figures_of(index: Index, series_id: str) -> tuple[Figure, ...]:
    """The figures of a series of two figures or more; none where it is none."""
    return next((series.figures for _, series in _by_id(index, [series_id])), ())


def _by_id(index: Index, ids: Iterable[str]) -> Iterator[tuple[int, Series]]:
    """The series with some ids, each with its block."""
    for family, article, nth in filter(None, map(parted, ids)):
        bucket = bucket_of(family)
        leaders = index.ask(_LEADERS, (first_of(bucket), first_of(bucket + 1)))
        block = block_with(leaders, leader(family, article, nth))
        entry = index.ask("SELECT id FROM entry WHERE key = ?", (article,))
        if block is None or not entry:
            continue
        for (families,) in index.ask(_ONE, (block,)):
            for series in series_in(families):
                if series.family == family and series.figures[0] == (entry[0][0], nth):
                    yield block, series


def parted(series_id: str) -> tuple[str, str, int] | None:
    """The family, article and number that the id of a series tells; None where it is none."""
    head, _, nth = series_id.rpartition(":")
    family, _, article = head.partition(":")
    return (family, article, int(nth)) if nth.isdecimal() and article else None


def large_of(index: Index, series_id: str) -> bytes | None:
    """The figures of a large series as they are packed."""
    rows = index.ask("SELECT packed FROM series_large WHERE id = ?", (series_id,))
    return rows[0][0] if rows else None


def series_of(index: Index, figures: Iterable[Figure]) -> dict[Figure, str]:
    """The series of some figures, told by entry and number; of those that are in one."""
    wanted = set(figures)
    families = families_of(index, {entry for entry, _ in wanted})
    return series_with(index, ((families[at], at) for at in wanted if at in families))


def series_with(index: Index, figures: Iterable[tuple[str, Figure]]) -> dict[Figure, str]:
    """The series of some figures of which the families are known."""
    wanted: dict[str, set[Figure]] = defaultdict(set)
    for family, figure in figures:
        wanted[family].add(figure)
    found = [
        (figure, (family, series.figures[0]))
        for family, mine in sorted(wanted.items())
        for _, series in _having(index, family, mine)
        for figure in series.figures
        if figure in mine
    ]
    ids = ids_of(index, [leader for _, leader in found])
    return {at: name for (at, _), name in zip(found, ids, strict=True) if name}


def _having(index: Index, family: str, figures: Collection[Figure]) -> Iterator[tuple[int, Series]]:
    """The series of a family that have some of the figures, each with its block."""
    left = set(figures)
    bucket = bucket_of(family)
    for block, families in index.ask(_FAMILIES, (first_of(bucket), first_of(bucket + 1))):
        for series in series_in(families):
            if series.family == family and not left.isdisjoint(series.figures):
                yield block, series
                left.difference_update(series.figures)
        if not left:
            return


def sought(name: str) -> str:
    """A name as its words are looked for."""
    return f" {folded(name)}"


def unit_of(family: str) -> str:
    """EUR, km or %, as the family of a series tells it; empty for what is counted."""
    kind, *more = family.split(" ")
    if kind == "percent":
        return "%"
    if kind == "money" and more and len(more[0]) == 3 and more[0].isupper():
        return more[0]
    return more[0] if kind == "measure" and len(more) > 1 else ""
