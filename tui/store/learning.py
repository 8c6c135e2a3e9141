"""What a corpus teaches, in worker processes: they look in the index for themselves.

A scope (a site or a folder) is learnt from at most `MOST` of its pages, those with the least hash
of their path: the same ones in whatever order they came.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.store.shown import keys_of, unpack_seen

if TYPE_CHECKING:
    from tui.store.documents import Ruling
    from tui.text.guide import Guide, Learnt

MOST = 2_000
"""From how many pages a scope is learnt."""

_SCOPE = """SELECT packed FROM scope JOIN member ON member.scope = scope.id
    JOIN seen ON seen.entry = member.entry
    WHERE scope.name = ? ORDER BY rank, member.entry LIMIT ?"""
_BLOCKS = "SELECT block, count, total, heads FROM learnt WHERE scope = ?"
_HELD = """SELECT id, path, key, guided, packed FROM entry JOIN seen ON entry = id
    WHERE id > ? AND id <= ? AND state = 1"""


def rank_of(path: str) -> int:
    """A number by which some pages of very many are chosen, and always the same ones."""
    data = os.fsencode(path)
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


@contextlib.contextmanager
def looking(database: str) -> Iterator[sqlite3.Connection]:
    """An index, open to be read. Raises sqlite3.Error."""
    memory = database.startswith("file:")
    connection = sqlite3.connect(database, timeout=10, uri=memory, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


class Taught(Mapping[str, "Mapping[int, Learnt]"]):
    """What was learnt, by scope and block key, looked up when it is asked for.

    It may be sent to another process. One with another `stamp` is another: what was looked up
    once is not looked up again. Without its file it knows nothing.
    """

    def __init__(self, database: str, stamp: object) -> None:
        self._database = database
        self.stamp = stamp
        self._known: dict[str, dict[int, Learnt]] = {}

    def __reduce__(self) -> tuple[type[Taught], tuple[str, object]]:
        return Taught, (self._database, self.stamp)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Taught) and (
            (self._database, self.stamp) == (other._database, other.stamp)
        )

    def __hash__(self) -> int:
        return hash((self._database, self.stamp))

    def __getitem__(self, scope: str) -> Mapping[int, Learnt]:
        if scope not in self._known:
            self._known[scope] = self._look(_BLOCKS, scope)
        if not self._known[scope]:
            raise KeyError(scope)
        return self._known[scope]

    def __iter__(self) -> Iterator[str]:
        with contextlib.suppress(sqlite3.Error), looking(self._database) as connection:
            rows = connection.execute("SELECT DISTINCT scope FROM learnt").fetchall()
            yield from (scope for (scope,) in rows)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look(self, question: str, scope: str) -> dict[int, Learnt]:
        from tui.text.guide import Learnt

        with contextlib.suppress(sqlite3.Error), looking(self._database) as connection:
            rows = connection.execute(question, (scope,)).fetchall()
            return {key: Learnt(count, total, bool(heads)) for key, count, total, heads in rows}
        return {}


class Lesson(NamedTuple):
    """What is page in one scope, by block key, and of how many pages that was learnt."""

    scope: str
    pages: int
    blocks: dict[int, Learnt]


class Held(NamedTuple):
    """What pages are held against: what was decided, as their guide is made of it."""

    home: str
    rulings: tuple[Ruling, ...]
    guide: Guide


def learn_scope(database: str, scope: str, *_: object) -> Lesson:
    """Learn anew what is page in one scope."""
    from tui.text.recurring import LEAST, page_blocks
    from tui.text.stories import AGAIN

    with looking(database) as connection:
        rows = [packed for (packed,) in connection.execute(_SCOPE, (scope, MOST))]
    counts = Counter(chain.from_iterable(set(keys_of(packed)) for packed in rows))
    recurring = {key for key, count in counts.items() if count >= AGAIN}
    pages = [unpack_seen(packed, recurring) for packed in rows]
    return Lesson(scope, len(pages), page_blocks(pages) if len(pages) >= LEAST else {})


def stale_pages(database: str, span: str, held: Held, *_: object) -> list[int]:
    """The pages with ids in a span (`first-last`) that would come out otherwise now."""
    from dataclasses import replace

    from tui.store.guiding import folder_of
    from tui.store.reading import guided
    from tui.store.rulings import decisions

    first, last = map(int, span.split("-"))
    learnt = held.guide.learnt
    found = []
    plain: dict[str, frozenset[int]] = {}
    with looking(database) as connection:
        for at, raw, _key, was, packed in connection.execute(_HELD, (first - 1, last)):
            path = os.fsdecode(raw)
            decided = decisions(held.rulings, os.path.relpath(path, held.home))
            if not was and not decided and not _touches(learnt, plain, keys_of(packed)):
                continue
            guide = replace(held.guide, folder=folder_of(held.home, path), decisions=decided)
            if guided(unpack_seen(packed), guide) != was:
                found.append(at)
    return found


def _touches(
    learnt: Mapping[str, Mapping[int, Learnt]],
    plain: dict[str, frozenset[int]],
    keys: Iterable[int],
) -> bool:
    """Whether a page has any block at all that is page somewhere: most have none."""
    if "" not in plain:
        plain[""] = frozenset(key for scope in learnt for key in learnt[scope])
    return not plain[""].isdisjoint(keys)
