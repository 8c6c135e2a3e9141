"""The orders that a list can have, and which articles stand folded under another."""

from __future__ import annotations

import json
import threading
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.store.views import Sort

if TYPE_CHECKING:
    from tui.store.index import Index

_COLUMNS: Mapping[Sort, tuple[str, str]] = {
    "date": ("published", "DESC"),
    "title": ("sort_title", "ASC"),
    "site": ("site", "ASC"),
    "figures": ("figures", "DESC"),
}
"""What else the table `entry` is ordered by, each with an index; what has none of it comes last.

No index has those that are alike in it in path order: that would take a lot of room.
"""

_STORIES = """SELECT near.entry, near.story FROM near JOIN entry ON entry.id = near.entry
    WHERE near.story IN (SELECT story FROM near WHERE story <> entry)
    ORDER BY published DESC, place"""
_NOTED = """SELECT id FROM kept JOIN entry ON id = entry WHERE bookmarks + notes > 0
    ORDER BY bookmarks + notes DESC, place"""


_BYTE = 8  # bits


class Stories:
    """The stories that several articles tell: each with all of these, the newest first.

    `of` has the story of an article. They are also held across: the newest of each story, then
    the second of each that has one, so that all stories are gone through at once.
    """

    def __init__(self, of: dict[int, int], members: dict[int, tuple[int, ...]]) -> None:
        self.of = of
        self.members = members
        several = sorted(members.values(), key=len, reverse=True)
        self._layers: list[tuple[int, ...]] = []
        while several:
            depth = len(self._layers)
            self._layers.append(tuple(told[depth] for told in several))
            while several and len(several[-1]) == depth + 1:
                several.pop()
        self._picks = [itemgetter(*layer, 0, 0) for layer in self._layers]
        self._size = max((at for told in members.values() for at in told), default=0) + 1

    def fold(self, found: bytearray) -> dict[int, int]:
        """Take out of what was found all copies but the first of each story.

        `found` has a byte for each id, 1 where it was found. Gives how many were taken out behind
        each first one.
        """
        found.extend(bytes(max(0, self._size - len(found))))  # they may know newer articles
        heads = list(self._layers[0]) if self._layers else []
        taken: Counter[int] = Counter()
        earlier = 0
        for layer, pick in zip(self._layers, self._picks, strict=True):
            size = len(layer)
            if earlier >> (_BYTE * size):
                earlier &= (1 << (_BYTE * size)) - 1  # the others have no more
            here = int.from_bytes(bytes(pick(found)[:size]), "little")
            first, copy = (
                told.to_bytes(size, "little") for told in (here & ~earlier, here & earlier)
            )
            if layer is not self._layers[0]:
                for nth in compress(range(size), first):
                    heads[nth] = layer[nth]
            taken.update(compress(heads, copy))
            for at in compress(layer, copy):
                found[at] = 0
            earlier |= here
        return taken


class Order:
    """All ids in one order; and for each id at which place it stands, made when it is needed."""

    def __init__(self, ids: array[int]) -> None:
        self.ids = ids
        self.size = max(ids, default=0) + 1
        self._among: tuple[tuple[int, ...], Callable[[Sequence[int]], Sequence[int]]] | None = None
        self._places: array[int] | None = None

    def among(self, found: Sequence[int]) -> array[int]:
        """What was found, in order; `found` has for each id whether it was."""
        if self._among is None:
            each = tuple(self.ids)
            self._among = each, itemgetter(*each, 0, 0)  # in one: other threads may ask too
        each, pick = self._among
        # From a list an array is made much sooner than from what is still being counted off.
        return array("q", list(compress(each, pick(found))))

    @property
    def places(self) -> array[int]:
        """The place of each id in the order; of an id that is not there it tells nothing."""
        if self._places is None:
            places = array("q", bytes(8 * self.size))
            for place, at in enumerate(self.ids):
                places[at] = place
            self._places = places
        return self._places


class Orders:
    """All ids of an index in each order, and its stories: asked again when the list changed.

    Thread-safe. Of each sort that was used it holds some sixty bytes an article.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lock = threading.Lock()
        self._stamp: object = None
        self._orders: dict[Sort, tuple[object, Order]] = {}
        self._stories: Stories | None = None

    def order(self, sort: Sort) -> Order:
        """All there is, in order."""
        with self._lock:
            stamp = self._now(sort)
            known = self._orders.get(sort)
            if known is None or known[0] != stamp:
                known = self._orders[sort] = stamp, Order(self._made(sort))
            return known[1]

    def stories(self) -> Stories:
        """The stories that several articles tell."""
        with self._lock:
            self._now("path")
            if self._stories is None:
                members: dict[int, list[int]] = {}
                rows = self._index.ask(_STORIES)
                for entry, story in rows:
                    members.setdefault(story, []).append(entry)
                several = {s: tuple(all_) for s, all_ in members.items() if len(all_) > 1}
                self._stories = Stories(dict(rows), several)
            return self._stories

    def _now(self, sort: Sort) -> object:
        """What the orders of the moment are known by; what is of another moment is forgotten."""
        rows = self._index.ask("SELECT value FROM stamp WHERE name = 'listed'")
        stamp = self._index.generation, rows
        if stamp != self._stamp:
            self._stamp, self._stories = stamp, None
            self._orders = {name: kept for name, kept in self._orders.items() if name == sort}
        return (stamp, self._index.version) if sort == "notes" else stamp

    def _made(self, sort: Sort) -> array[int]:
        if sort == "notes":
            first = self._asked(_NOTED)
            noted = set(first)
            return array("q", [*first, *(at for at in self._made("path") if at not in noted)])
        if sort == "path":
            return array("q", self._asked("SELECT id FROM entry ORDER BY place"))
        return self._by(*_COLUMNS[sort])

    def _by(self, column: str, way: str) -> array[int]:
        """All ids by a column, and those that are alike in it in path order."""
        told = f"SELECT id FROM entry WHERE {column} IS"
        ids = self._asked(f"{told} NOT NULL ORDER BY {column} {way}")
        ids += self._asked(f"{told} NULL")
        found, path = Order(array("q", ids)), Order(self._made("path"))
        for (group,) in self._index.ask(
            f"SELECT json_group_array(id) FROM entry GROUP BY {column} HAVING count(*) > 1"
        ):
            try:
                alike = sorted(json.loads(group), key=path.places.__getitem__)
                first = min(map(found.places.__getitem__, alike))
            except IndexError:
                continue  # it came a moment ago, and is in its place the next time
            found.ids[first : first + len(alike)] = array("q", alike)
        return found.ids

    def _asked(self, question: str) -> list[int]:
        rows = self._index.ask(f"SELECT json_group_array(id) FROM ({question})")
        found: list[int] = json.loads(rows[0][0]) if rows else []
        return found
