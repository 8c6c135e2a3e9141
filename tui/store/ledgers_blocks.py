"""Series in the blocks of an index: which figures stand in each, and what the list shows of it.

A family always comes into the same bucket, whatever else there is, so that families can be gathered
bucket by bucket; what a bucket holds is cut into blocks that are quickly read.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, NamedTuple

BUCKETS = 256
_BLOCK = 200  # series in a block
_PARTS = 1 << 20  # blocks in a bucket at most

Figure = tuple[int, int]
"""An article in the index, and the number of a figure in it."""


class Short(NamedTuple):
    """What the list shows of a series: see tui.store.ledger_face.Line."""

    name: str
    rows: int
    articles: int
    speakers: int
    rivals: int
    low: float | None
    high: float | None
    values: tuple[float, ...]


class Group(NamedTuple):
    """Figures that speak of the same thing, the first of them in front.

    `short` is None where all of them come to one row.
    """

    figures: tuple[Figure, ...]
    short: Short | None


class Family(NamedTuple):
    """The groups of a family; `print` is another where something changed in any of its figures."""

    name: str
    print: int
    groups: Iterable[Group]


class Series(NamedTuple):
    """The figures of a series, and its place among those of its block that are listed, or -1."""

    family: str
    figures: tuple[Figure, ...]
    place: int


class Block(NamedTuple):
    """A block as it is stored; `listed` counts those of its series with two rows or more.

    `leader` is what `leader` tells of its first series; blocks are sorted by it.
    """

    listed: int
    leader: str
    families: bytes
    ranks: bytes
    names: bytes
    lines: bytes


def bucket_of(family: str) -> int:
    """The bucket that a family comes into."""
    return zlib.crc32(family.encode("utf-8", "surrogatepass")) % BUCKETS


def first_of(bucket: int) -> int:
    """The number of the first block of a bucket; that of the next bucket ends it."""
    return bucket * _PARTS


def bucket_at(block: int) -> int:
    """The bucket that a block is of."""
    return block // _PARTS


def leader(family: str, article: str, nth: int) -> str:
    """A series by its first figure."""
    return json.dumps([family, article, nth])


def block_with(leaders: Sequence[tuple[int, str]], wanted: str) -> int | None:
    """Of some blocks of a bucket, each with its leader, the only one that can have a series."""
    known = [tuple(json.loads(told)) for _, told in leaders]
    at = bisect_right(known, tuple(json.loads(wanted)))
    return leaders[at - 1][0] if at else None


def blocks(families: Iterable[Family], name_of: Callable[[int], str]) -> Iterator[Block]:
    """The families of a bucket, packed; one with very many series goes over several blocks.

    They come by their names, and the groups of each by their first figures. `name_of` gives the
    name of an article.
    """
    held: list[Family] = []
    room = _BLOCK
    for family in families:
        groups = iter(family.groups)
        more = True
        while more:
            some = tuple(islice(groups, room))
            more = len(some) == room
            held.append(family._replace(groups=some))
            room -= len(some) + 1
            if room <= 0:
                yield _packed(held, name_of)
                held, room = [], _BLOCK
    if held:
        yield _packed(held, name_of)


def families_in(block: Sequence[bytes]) -> list[Family]:
    """The families of a block, out of its `families`, `ranks`, `names` and `lines`."""
    shorts = shorts_in(*block[1:])
    groups: dict[str, list[Group]] = defaultdict(list)
    for series in series_in(block[0]):
        short = shorts[series.place] if series.place >= 0 else None
        groups[series.family].append(Group(series.figures, short))
    return [Family(name, told, groups[name]) for name, told in prints_in(block[0]).items()]


def prints_in(families: bytes) -> dict[str, int]:
    """The prints of the families of a block."""
    names, prints, *_ = _json(families)
    return dict(zip(names, prints, strict=True))


def series_in(families: bytes) -> list[Series]:
    """All series of a block."""
    names, _, counts, sizes, firsts, others, numbers, listed = _json(families)
    every = _figures(sizes, firsts, others, numbers)
    named = [name for name, count in zip(names, counts, strict=True) for _ in range(count)]
    places = accumulate(listed, initial=0)
    return [
        Series(name, figures, place if told else -1)
        for name, figures, told, place in zip(named, every, listed, places, strict=False)
    ]


def ranks_in(ranks: bytes) -> list[int]:
    """Of each series that is listed its articles and rows, as one number that sorts them."""
    articles, rows = _json(ranks)
    return [some << 32 | more for some, more in zip(articles, rows, strict=True)]


def names_in(names: bytes) -> list[str]:
    """The names of the series that are listed."""
    found: list[str] = _json(names)
    return found


def shorts_in(ranks: bytes, names: bytes, lines: bytes) -> list[Short]:
    """What the list shows of the series of a block."""
    articles, rows = _json(ranks)
    speakers, rivals, spans, values = _json(lines)
    found = []
    for at, name in enumerate(names_in(names)):
        shown = tuple(map(float, values[at]))
        low, high = spans[at] or (min(shown, default=None), max(shown, default=None))
        numbers = (rows[at], articles[at], speakers[at], rivals[at])
        found.append(Short(name, *numbers, low, high, shown))
    return found


def pack_shorts(shorts: Sequence[Short]) -> tuple[bytes, bytes, bytes]:
    """What the list shows of some series, as `shorts_in` takes it."""
    ranks = [[short.articles for short in shorts], [short.rows for short in shorts]]
    lines = [
        [short.speakers for short in shorts],
        [short.rivals for short in shorts],
        [_span(short) for short in shorts],
        [list(map(_plain, short.values)) for short in shorts],
    ]
    return _bytes(ranks), _bytes([short.name for short in shorts]), _bytes(lines)


def _packed(families: Sequence[Family], name_of: Callable[[int], str]) -> Block:
    counted = [tuple(family.groups) for family in families]
    groups = [group for some in counted for group in some]
    shorts = [group.short for group in groups if group.short is not None]
    told = [
        [family.name for family in families],
        [family.print for family in families],
        [len(some) for some in counted],
        [len(group.figures) for group in groups],
        *_columns(groups),
        [int(group.short is not None) for group in groups],
    ]
    first = next(
        (
            leader(family.name, name_of(some[0].figures[0][0]), some[0].figures[0][1])
            for family, some in zip(families, counted, strict=True)
            if some
        ),
        "",
    )
    return Block(len(shorts), first, _bytes(told), *pack_shorts(shorts))


def _columns(groups: Iterable[Group]) -> tuple[list[int], list[int], list[int]]:
    """The articles of the figures, as steps from one to the next, and their numbers there."""
    firsts, others, numbers = [], [], []
    last = 0
    for group in groups:
        first = here = group.figures[0][0]
        firsts.append(first - last)
        last = first
        for entry, _ in group.figures[1:]:
            others.append(entry - here)
            here = entry
        numbers += [nth for _, nth in group.figures]
    return firsts, others, numbers


def _figures(
    sizes: Iterable[int], firsts: Iterable[int], others: Iterable[int], numbers: Iterable[int]
) -> Iterator[tuple[Figure, ...]]:
    steps, nth = iter(others), iter(numbers)
    last = 0
    for size, step in zip(sizes, firsts, strict=True):
        last = here = last + step
        found = [(here, next(nth))]
        for _ in range(size - 1):
            here += next(steps)
            found.append((here, next(nth)))
        yield tuple(found)


def _span(short: Short) -> list[float | None] | int:
    """Both ends, unless the values tell them."""
    ends = (min(short.values, default=None), max(short.values, default=None))
    if (short.low, short.high) == ends:
        return 0
    return [None if end is None else _plain(end) for end in (short.low, short.high)]


def _plain(value: float) -> float:
    """A number as short as it can be written."""
    return int(value) if abs(value) < 1e15 and value == int(value) else value


def _bytes(told: Any) -> bytes:
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), 9)


def _json(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
