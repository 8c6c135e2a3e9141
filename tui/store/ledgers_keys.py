"""The keys of a whole corpus out of its index, a few articles at a time."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.series_kept import SHOWN, SLIM
from tui.store.series_keys import SeriesKey

if TYPE_CHECKING:
    from tui.store.index import Index

_BLOCKS = "SELECT id, packed FROM keys WHERE id > ? ORDER BY id LIMIT 20"
_LIVING = "SELECT entry, block FROM keyed WHERE entry IN (SELECT value FROM json_each(?))"
_OF = "SELECT id, packed FROM keys WHERE id IN (SELECT value FROM json_each(?))"
_EMPTY = SeriesKey(**{"article": "", "anchors": (), **dict.fromkeys(SLIM), **SHOWN})
_PLACES = tuple(map(SeriesKey._fields.index, ("article", "anchors", *SLIM)))
_TUPLES = tuple(SLIM.index(name) for name in ("near", "words"))
_KIND = SeriesKey._fields.index("kind")
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


def families_of(index: Index, entries: Collection[int]) -> dict[tuple[int, int], str]:
    """The families of all figures of some articles, by article and number."""
    block_of = dict(index.ask(_LIVING, (json.dumps(sorted(entries)),)))
    blocks = index.ask(_OF, (json.dumps(sorted({*block_of.values()})),))
    return {
        (entry, nth): family
        for block, packed in blocks
        for entry, (_, columns) in json.loads(zlib.decompress(packed))
        if block_of.get(entry) == block
        for nth, family in zip(columns[_NTH], columns[_FAMILY], strict=True)
    }


def key_of(article: str, anchors: tuple[str, ...], row: Sequence[Any]) -> SeriesKey:
    """The key of a figure from what is kept of it; of its kind only what its family tells."""
    values: list[Any] = list(_EMPTY)
    for at, value in zip(_PLACES, (article, anchors, *row), strict=True):
        values[at] = value
    for at in _TUPLES:
        values[_PLACES[at + 2]] = tuple(row[at])
    values[_KIND] = row[_FAMILY].partition(" ")[0]
    return SeriesKey._make(values)
