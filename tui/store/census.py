"""How often each name of an index stands in it: enough to tell who comes first, in little room."""

from __future__ import annotations

import heapq
import json
from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from tui.store.cast import KINDS, ActorKind

if TYPE_CHECKING:
    from tui.store.index import Index

By = Literal["claims", "articles", "mentions", "name", "type"]

Found = tuple["array[int]", Mapping[ActorKind, int]]
"""Some names by their numbers, and how many are of each type."""

_CHUNK = 20_000
"""So many names are counted at a time: what is told of all at once takes a lot of room."""

_COUNTED = """SELECT json_group_array(who), json_group_array(n), json_group_array(claims) FROM (
    SELECT who, count(*) AS n, sum(claims) AS claims
    FROM appearance WHERE who BETWEEN ? AND ? GROUP BY who)"""
_KINDS = f"""SELECT json_group_array(id), json_group_array(CASE type
    {" ".join(f"WHEN '{kind}' THEN {at}" for at, kind in enumerate(KINDS))} END) FROM who"""
_FIRST = "SELECT id FROM who WHERE type = ? ORDER BY name COLLATE NOCASE, name LIMIT ?"
_CALLED = "SELECT DISTINCT who FROM called WHERE instr(name, ?)"


class Census:
    """Articles and claims of each name by its number; nine bytes a name."""

    def __init__(self, index: Index) -> None:
        self._index = index
        ((names,),) = index.ask("SELECT coalesce(max(id), 0) FROM who") or [(0,)]
        self._articles = array("I", bytes(4 * (names + 1)))
        self._claims = array("I", bytes(4 * (names + 1)))
        self._kinds = bytearray(names + 1)
        self._among: tuple[str, Found] | None = None
        self._count(names)

    def claims(self, who: int) -> int:
        """How many claims are by a name as the articles have it."""
        return self._claims[who] if who < len(self._claims) else 0

    def counts(self) -> Mapping[ActorKind, int]:
        """How many names of each type are in an article."""
        return self._by_kind(at for at, n in enumerate(self._articles) if n)

    def among(self, text: str) -> Found:
        """The names with a folded `text` in one of their forms, and how many are of each type."""
        if self._among is not None and self._among[0] == text:
            return self._among[1]
        size, articles = len(self._articles), self._articles
        found = (at for (at,) in self._index.ask(_CALLED, (text,)))
        here = array("q", (at for at in found if at < size and articles[at]))
        answer = here, self._by_kind(here)
        self._among = text, answer
        return answer

    def first(
        self, kind: ActorKind, by: By, most: int, here: array[int] | None = None
    ) -> list[int]:
        """The names of one type that come first, in no order; of those that are `here`, if told."""
        number = KINDS.index(kind)
        kinds, articles, claims = self._kinds, self._articles, self._claims
        every: Iterable[int] = range(len(kinds)) if here is None else here
        of_kind = [at for at in every if kinds[at] == number and articles[at]]
        if len(of_kind) <= most:
            return of_kind
        if by == "name" and here is None:
            left = [at for (at,) in self._index.ask(_FIRST, (kind, 2 * most)) if articles[at]]
            return left[:most]
        weight: Callable[[int], tuple[int, int]] = lambda at: (claims[at], articles[at])  # noqa: E731
        if by in ("articles", "mentions", "name"):
            weight = lambda at: (articles[at], claims[at])  # noqa: E731
        return heapq.nlargest(most, of_kind, key=weight)

    def _count(self, last: int) -> None:
        articles, claims = self._articles, self._claims
        for start in range(0, last + 1, _CHUNK):
            # What came a moment ago is counted the next time.
            rows = self._index.ask(_COUNTED, (start, min(last, start + _CHUNK - 1)))
            if not rows:
                return  # there is no index at the moment
            for at, n, said in zip(*map(json.loads, rows[0]), strict=True):
                articles[at], claims[at] = n, said
        rows = self._index.ask(_KINDS)
        ids, numbers = map(json.loads, rows[0]) if rows else ([], [])
        for at, number in zip(ids, numbers, strict=True):
            if at <= last:
                self._kinds[at] = number

    def _by_kind(self, names: Iterable[int]) -> Mapping[ActorKind, int]:
        counts = [0] * len(KINDS)
        for at in names:
            counts[self._kinds[at]] += 1
        return dict(zip(KINDS, counts, strict=True))
