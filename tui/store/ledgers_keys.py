"""The keys of a whole corpus out of its index, a few articles at a time."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.series_kept import SHOWN, SLIM
from tui.store.series_keys import SeriesKey

if TYPE_CHECKING:
    from tui.store.index import Index

_BLOCKS = "SELECT id, packed FROM keys WHERE id > ? ORDER BY id LIMIT 20"
_LIVING = "SELECT entry, block FROM keyed WHERE entry IN (SELECT value FROM json_each(?))"
_EMPTY = SeriesKey(**{"article": "", "anchors": (), **dict.fromkeys(SLIM), **SHOWN})
_PLACES = tuple(map(SeriesKey._fields.index, ("article", "anchors", *SLIM)))
_TUPLES = tuple(SLIM.index(name) for name in ("near", "words"))
_NTH, _FAMILY = SLIM.index("nth"), SLIM.index("family")


class Kept(NamedTuple):
    """The keys of an article as its index keeps them: what each of them is, side by side."""

    entry: int
    anchors: list[str]
    columns: list[list[Any]]

    @property
    def numbers(self) -> list[int]:
        """The numbers of the figures."""
        return self.columns[_NTH]

    @property
    def families(self) -> list[str]:
        """Their families, in the same order."""
        return self.columns[_FAMILY]

    def rows(self) -> Iterable[Sequence[Any]]:
        """What is kept of each figure."""
        return zip(*self.columns, strict=True)


def kept_in(index: Index) -> Iterator[Kept]:
    """The keys of each article of an index that still stands."""
    last = 0
    while blocks := index.ask(_BLOCKS, (last,)):
        last = blocks[-1][0]
        held = {block: json.loads(zlib.decompress(packed)) for block, packed in blocks}
        every = json.dumps([entry for some in held.values() for entry, _ in some])
        living = set(index.ask(_LIVING, (every,)))
        for block, some in held.items():
            for entry, (anchors, columns) in some:
                if (entry, block) in living:
                    yield Kept(entry, anchors, columns)


def key_of(article: str, anchors: tuple[str, ...], row: Sequence[Any]) -> SeriesKey:
    """The key of a figure from what is kept of it."""
    values: list[Any] = list(_EMPTY)
    for at, value in zip(_PLACES, (article, anchors, *row), strict=True):
        values[at] = value
    for at in _TUPLES:
        values[_PLACES[at + 2]] = tuple(row[at])
    return SeriesKey._make(values)
