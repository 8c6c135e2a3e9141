"""Which articles of a corpus fit a query, in the order of a list, copies folded under one."""

from __future__ import annotations

import json
import os
import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.store import often, quantities, said, words
from tui.store.order import Order, Orders, Stories
from tui.store.tables import FAILED, READY
from tui.store.views import Sort, View
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.index import Index
    from tui.store.query_tree import Node, Query

# The query and its grammar are loaded inside the functions: a list without one needs neither.

Bits = int
"""A set of articles: a byte for each id, 1 where it is in the set, the first id lowest.

All of a set is one number, so that sets are joined in microseconds however many are in them.
"""

_REMEMBERED = 64  # sets of what was typed last, and of everything
_FEW = 20  # where less than one in so many fits, those are put in order, not all gone through
_THESE = "(SELECT value FROM json_each(?))"
_NOT_READY = f"state <> {READY}"
_FAILED = f"{_NOT_READY} AND state = {FAILED}"
"""The first half says nothing more, and has SQLite look only at the few that are not ready."""


class Seeker:
    """Looks articles up in an index. Thread-safe; belongs on no event loop."""

    def __init__(self, index: Index, actors: Callable[[], Actors]) -> None:
        self._index = index
        self._actors = actors
        self._orders = Orders(index)
        self._lock = threading.Lock()
        self._known: tuple[object, dict[Node | None, Bits]] = (None, {})

    def view(
        self,
        query: Query | None = None,
        sort: Sort = "path",
        unfolded: Collection[int] = frozenset(),
    ) -> View:
        """All that fits, or all there is without a query.

        The copies of a story stand folded under the newest that fits; where one of its articles
        is in `unfolded`, they stand right after that one.
        """
        order, stories = self._orders.order(sort), self._orders.stories()
        total = len(order.ids)
        if query is None or not query.nodes:
            if not stories.members:
                return View(order.ids[:], total, total, sort, query, copies={})
            found, count = bytearray(b"\1") * order.size, total
        else:
            bits = self._evaluated(query, order)
            found = bytearray(bits.to_bytes(order.size, "little"))
            count = found.count(1)
        nested = _unfolded(found, stories, unfolded)
        copies = stories.fold(found)
        ids = _in_order(found, order, few=count * _FEW < total)
        for head, others in nested:
            at = ids.index(head) + 1
            ids[at:at] = array("q", others)
        return View(ids, count, total, sort, query, copies=copies)

    def sources(self, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Of some articles the path of the page and the id of what it says."""
        asked = f"SELECT id, path, article_id FROM entry WHERE id IN {_THESE}"
        rows = self._index.ask(asked, (json.dumps(list(ids)),))
        return {at: (os.fsdecode(path), article) for at, path, article in rows}

    def failures(self) -> list[str]:
        """A line for each page that could not be read, in path order."""
        rows = self._index.ask(f"SELECT key, problem FROM entry WHERE {_FAILED} ORDER BY place")
        return [safe_line(f"{key}: {problem}") for key, problem in rows]

    def _evaluated(self, query: Query, order: Order) -> Bits:
        with self._lock:
            version = self._index.version, order.size, len(order.ids)
            if self._known[0] != version:
                self._known = version, {}
            known = self._known[1]
        return _Evaluation(self._index, self._actors, known, order).all(query.nodes)


class _Evaluation:
    """One question, put to an index as it is now; what is `known` already is not asked again."""

    def __init__(
        self,
        index: Index,
        actors: Callable[[], Actors],
        known: dict[Node | None, Bits],
        order: Order,
    ) -> None:
        self._index = index
        self._actors = actors
        self._known = known
        self._size = order.size
        self._order = order
        self._unread: Bits | None = None

    def all(self, nodes: Iterable[Node]) -> Bits:
        """The articles for which all of it holds."""
        found = self._all()
        for node in nodes:
            found &= self._of(node)
            if not found:
                break
        return found

    def _of(self, node: Node) -> Bits:
        bits = self._known.get(node)
        if bits is None:
            bits = self._asked(node)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[node] = bits
        return bits

    def _asked(self, node: Node) -> Bits:
        from tui.store import query_tree as tree

        match node:
            case tree.All(nodes):
                return self.all(nodes)
            case tree.Either(nodes):
                found = 0
                for each in nodes:
                    found |= self._of(each)
                return found
            case tree.Not(turned):
                among = self._ready() if _tells_facts(turned) else self._all()
                return among & ~self._of(turned)
            case tree.Words():
                return self._worded(node)
            case tree.Figures():
                return self._ids(*quantities.having(node))
            case tree.Claims():
                asked, values = said.claiming(node, self._actors())
                # They stand by article: one of each is enough, and costs nothing.
                return self._ids(f"{asked} GROUP BY entry", values)
            case tree.Named(who):
                return self._ids(*said.naming(who, self._actors()))
            case tree.Is(names):
                return self._in_state(names)
        from tui.store import filtering

        return self._bits(filtering.found(self._index, node))

    def _worded(self, node: Node) -> Bits:
        from tui.store.query_tree import Words

        assert isinstance(node, Words)
        named = [at for at, key in self._names(node.tokens) if _in_name(node, key)]
        found = None
        if len(node.tokens) == 1 and not node.title:
            found = self._often(node.tokens[0], node.begins)
        if found is None:
            table, asked = words.asked(node.tokens, begins=node.begins, title=node.title)
            found = self._ids(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", [asked])
        return found | self._bits(named)

    def _often(self, word: str, begins: bool) -> Bits | None:
        """The articles with a very common word, None for another word."""
        told = often.found(self._index, word, begins=begins)
        if told is None:
            return None
        then, late, now = told
        return int.from_bytes(then[: self._size], "little") & ~self._bits(late) | self._bits(now)

    def _in_state(self, names: Iterable[str]) -> Bits:
        found = 0
        for name in names:
            if name == "failed":
                found |= self._failed()
            elif name == "unread":
                read = self._ids("SELECT entry FROM kept WHERE read")
                found |= self._all() & ~read & ~self._failed()
            else:
                found |= self._ids(f"SELECT entry FROM kept WHERE {_KEPT[name]}")
        return found

    def _failed(self) -> Bits:
        return self._ids(f"SELECT id FROM entry WHERE {_FAILED}")

    def _all(self) -> Bits:
        everything = self._known.get(None)
        if everything is None:
            everything = self._known[None] = self._bits(self._order.ids)
        return everything

    def _ready(self) -> Bits:
        return self._all() & ~self._not_ready()

    def _not_ready(self) -> Bits:
        """The articles that wait to be read or cannot be."""
        if self._unread is None:
            self._unread = self._ids(f"SELECT id FROM entry WHERE {_NOT_READY}")
        return self._unread

    def _names(self, tokens: Sequence[str]) -> list[tuple[int, str]]:
        """Of these the ones whose names may hold some words: the file tells which are worth it.

        It folds no accents, so that names with other signs than ASCII are all looked through; and
        signs inside numbers are no part of a word, so that those tell nothing of a name.
        """
        if not self._not_ready():
            return []
        plain = (token for token in tokens if token.isascii() and token.isalpha())
        return self._index.ask(
            f"SELECT id, key FROM entry WHERE {_NOT_READY}"
            " AND (instr(lower(key), ?) OR key GLOB '*[^ -~]*')",
            (max(plain, key=len, default=""),),
        )

    def _ids(self, asked: str, values: Sequence[object] = ()) -> Bits:
        """What a question finds. One text with all ids is made sooner than as many rows."""
        column = asked.split(None, 2)[1].rstrip(",")
        rows = self._index.ask(f"SELECT json_group_array({column}) FROM ({asked})", values)
        return self._bits(json.loads(rows[0][0]) if rows else ())

    def _bits(self, ids: Iterable[int]) -> Bits:
        found = bytearray(self._size)
        last = self._size - 1
        for at in ids:
            if at <= last:
                found[at] = 1
        return int.from_bytes(found, "little")


_KEPT = {
    "read": "read",
    "bookmarked": "bookmarks > 0",
    "changed": "changed",
    "noted": "notes > 0",
}


def _in_order(found: bytearray, order: Order, *, few: bool) -> array[int]:
    """What was found, in order."""
    if not few:
        return order.among(found)
    ids = []
    at = found.find(1)
    while at >= 0:
        ids.append(at)
        at = found.find(1, at + 1)
    return array("q", sorted(ids, key=order.places.__getitem__))


def _unfolded(
    found: bytearray, stories: Stories, unfolded: Collection[int]
) -> list[tuple[int, list[int]]]:
    """The stories to be shown whole all the same: the first that fits, and the others."""
    size = len(found)
    nested = []
    for story in {stories.of[at] for at in unfolded if at in stories.of}:
        fitting = [at for at in stories.members.get(story, ()) if at < size and found[at]]
        if len(fitting) > 1:
            nested.append((fitting[0], fitting[1:]))
    return nested


def _tells_facts(node: Node) -> bool:
    """Whether it can only be said of an article that was read."""
    from tui.store import query_tree as tree

    match node:
        case tree.All(nodes) | tree.Either(nodes):
            return any(map(_tells_facts, nodes))
        case tree.Not(turned):
            return _tells_facts(turned)
    return isinstance(node, tree.Facts)


def _in_name(node: Node, key: str) -> bool:
    """Whether words stand in the file name of an article without a text."""
    from tui.store.context import stand_in
    from tui.store.query_tree import Words

    assert isinstance(node, Words)
    return stand_in(node, words.words(key.rsplit("/", 1)[-1]))
