"""What a page shows its corpus, as the index keeps it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.text.learnt import Print, Seen

_KEY = 6  # bytes
_MUCH = 255
_WINDOW, _MEMORY = 12, 6  # a page shows a few hundred bytes: more would only have to be cleared
_SHAPED = 1 << 5
"""The flag after those of `title`, `lead`, `dated`, `sentence` and `address`."""


def pack_seen(seen: Seen) -> bytes:
    """What a page shows: the keys of its blocks as they are, and packed all the rest."""
    from tui.text.prints import PLACES  # with the engine, that the list does not need

    prints = seen.prints
    count = len(prints)
    shapes = [each.shape for each in prints if each.shape != each.key]
    columns: list[int] = [_flags(each) for each in prints]
    columns += [each.above - at for at, each in enumerate(prints)]
    columns += [each.below - (count - 1 - at) for at, each in enumerate(prints)]
    columns += [each.words for each in prints]
    columns += [each.stems for each in prints]
    columns += [len(each.ties) for each in prints]
    ties = [tie for each in prints for tie in each.ties]
    stems = [tie // PLACES + 1 if tie >= 0 else 0 for tie in ties]
    gaps = list(map(sub, stems, chain((0,), stems)))
    for first in accumulate((len(each.ties) for each in prints), initial=0):
        gaps[first : first + 1] = stems[first : first + 1]  # each block begins anew
    columns += gaps
    columns += [tie % PLACES if tie >= 0 else -1 - tie for tie in ties]
    much = [value for value in columns if not 0 <= value < _MUCH]
    told = json.dumps([seen.scopes, much], separators=(",", ":")).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -_WINDOW, _MEMORY)
    rest = len(told).to_bytes(3, "big") + told
    rest += bytes(
        [value if 0 <= value < _MUCH else _MUCH for value in columns] if much else columns
    )
    # No two of these have anything in common: packed, they would only be larger.
    head = count.to_bytes(3, "big") + _row(each.key for each in prints)
    head += len(shapes).to_bytes(3, "big") + _row(shapes)
    return head + packer.compress(rest) + packer.flush()


def _flags(each: Print) -> int:
    flags = each.title | each.lead << 1 | each.dated << 2 | each.sentence << 3 | each.address << 4
    return flags if each.shape == each.key else flags | _SHAPED


def keys_of(packed: bytes) -> list[int]:
    """The keys of the blocks of a page: to be looked through quickly."""
    return _keys(packed, 3, int.from_bytes(packed[:3], "big"))


def _row(keys: Iterable[int]) -> bytes:
    return b"".join([key.to_bytes(_KEY, "big") for key in keys])


def _keys(packed: bytes, at: int, count: int) -> list[int]:
    places = range(at, at + count * _KEY, _KEY)
    return [int.from_bytes(packed[place : place + _KEY], "big") for place in places]


def unpack_seen(packed: bytes, telling: Collection[int] | None = None) -> Seen:
    """What was packed; with the ties of those blocks alone whose keys are `telling`, if given.

    They are the most of it, and are looked at for few blocks.
    """
    from tui.text.learnt import Print, Seen

    keys = keys_of(packed)
    count = len(keys)
    at = 3 + _KEY * count
    many = int.from_bytes(packed[at : at + 3], "big")
    shapes = _keys(packed, at + 3, many)
    data = zlib.decompress(packed[at + 3 + _KEY * many :], -15)
    told = int.from_bytes(data[:3], "big")
    scopes, much = json.loads(data[3 : 3 + told])
    column = _columns(data, 3 + told, iter(much))
    shaped = iter(shapes)
    last = count - 1
    flags, above, below, words, stems, sizes = (column(count) for _ in range(6))
    starts = list(accumulate(sizes, initial=0))
    numbers, places = column(starts[-1]), column(starts[-1])
    return Seen(
        tuple(scopes),
        tuple(
            Print(
                key=keys[n],
                shape=next(shaped) if flags[n] & _SHAPED else keys[n],
                above=above[n] + n,
                below=below[n] + last - n,
                title=bool(flags[n] & 1),
                lead=bool(flags[n] & 2),
                dated=bool(flags[n] & 4),
                sentence=bool(flags[n] & 8),
                address=bool(flags[n] & 16),
                words=words[n],
                stems=stems[n],
                ties=_ties(numbers[starts[n] : starts[n + 1]], places[starts[n] : starts[n + 1]])
                if telling is None or keys[n] in telling
                else (),
            )
            for n in range(count)
        ),
    )


def _columns(data: bytes, at: int, much: Iterator[int]) -> Callable[[int], list[int]]:
    def column(count: int) -> list[int]:
        nonlocal at
        found = list(data[at : at + count])
        at += count
        return [n if n < _MUCH else next(much) for n in found] if _MUCH in found else found

    return column


def _ties(steps: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    from tui.text.prints import PLACES

    if not steps:
        return ()
    stems = islice(accumulate(steps, initial=-1), 1, None)
    return tuple(
        [
            stem * PLACES + place if stem >= 0 else -1 - place
            for stem, place in zip(stems, places, strict=True)
        ]
    )
