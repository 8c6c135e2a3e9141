"""The figures of a series with all they are shown with, and those of a large one packed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tui.store.series_keys import SeriesKey
from tui.store.series_support import CERTAIN

LARGE = 12
"""Of a series with more figures is kept what its rows are made from."""

_KEPT = (
    *("nth", "whose", "place", "part_of", "planned", "earlier"),
    *("words", "why", "value", "low", "high"),
    *("hedge", "kind", "phrase", "noun", "speaker", "via", "stance", "cue", "heading", "said"),
    *("start", "end", "first", "last"),
)
_TUPLES = {"words", "why"}
_UNKEPT: dict[str, Any] = {
    **dict.fromkeys(("group", "country", "owner", "subject", "occasion"), ""),
    "near": (),
    "goes_on": -1,
    "sure": CERTAIN,
}


class Member(NamedTuple):
    """A figure of a series with all it is shown with; `parts` are the numbers of its parts.

    `entry` is the article's id in the index, `article_id` what the article was when it was read.
    Of its parts the families are told too.
    """

    entry: int
    article_id: str
    key: SeriesKey
    parts: tuple[tuple[int, str], ...] = ()


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
            told |= {name: tuple(told[name]) for name in _TUPLES} | _UNKEPT
            key = SeriesKey(article=names[entry], family=family, anchors=tuple(anchors), **told)
            found.append(Member(entry, article_id, key, tuple(map(tuple, mine))))
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
