"""The rows of a list of very many articles: those in sight, and some around them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from tui.store.rows import Row

BEFORE, AFTER = 16, 48
MOST = 2_000

Fetch = Callable[[Sequence[int]], Iterable[Row]]
"""Gives the rows of some ids, in whatever order; of an id that is gone it gives none."""


class Pages:
    """Rows by their place in a list of ids; fetched a page at a time, and not all of them kept.

    A row is `complete` once it also tells what a query found: that takes longer, and may come
    later than the row.
    """

    def __init__(self, fetch: Fetch) -> None:
        self.ids = array("q")
        self._fetch = fetch
        self._rows: dict[int, Row] = {}
        self._fresh: set[int] = set()
        self._complete: set[int] = set()
        self._places: dict[int, int | None] = {}

    def put(self, ids: array[int], rows: Iterable[Row] = (), *, anew: bool = False) -> None:
        """Another list; what is known of the rows is fetched again, but for those given.

        With `anew` something else is searched for: what was found before says nothing now.
        """
        self.ids = ids
        self._places.clear()
        self._fresh.clear()
        self._complete.clear()
        if anew:
            self._rows.clear()
        self.add(rows)

    def add(self, rows: Iterable[Row]) -> None:
        """Rows as they are now, with all that there is to tell of them."""
        for row in rows:
            self._keep(row)
            self._complete.add(row.id)

    def change(self, row: Row) -> bool:
        """What is told of an article by itself changes; False where it was so already, or unknown.

        Copies and what was found stay as they are told in this list.
        """
        known = self._rows.get(row.id)
        if known is None:
            return False
        row = row._replace(
            copies=known.copies, nested=known.nested, hits=known.hits, context=known.context
        )
        self._rows[row.id] = row
        return row != known

    def row(self, index: int) -> Row | None:
        """The row at a place, None where its article is gone."""
        number = self.ids[index]
        if number not in self._fresh:
            self._load(index)
        return self._rows.get(number)

    def incomplete(self, indexes: Iterable[int]) -> list[int]:
        """The ids at some places of which it is not known what a query found."""
        return [self.ids[at] for at in indexes if self.ids[at] not in self._complete]

    def index(self, number: int) -> int | None:
        """Where an id stands, None where it does not."""
        if number not in self._places:
            try:
                self._places[number] = self.ids.index(number)
            except ValueError:
                self._places[number] = None
        return self._places[number]

    def _load(self, index: int) -> None:
        """Fetch what is not known of the rows around a place."""
        page = self.ids[max(0, index - BEFORE) : index + AFTER]
        wanted = [number for number in page if number not in self._fresh]
        if len(self._rows) > MOST:
            self._forget(set(page))
        for row in self._fetch(wanted):
            known = self._rows.get(row.id)
            if known is not None:
                row = row._replace(hits=known.hits, context=known.context)
            self._keep(row)
        for number in wanted:
            if number not in self._fresh:
                self._fresh.add(number)
                self._rows.pop(number, None)

    def _keep(self, row: Row) -> None:
        self._rows[row.id] = row
        self._fresh.add(row.id)

    def _forget(self, but: set[int]) -> None:
        self._rows = {number: row for number, row in self._rows.items() if number in but}
        self._fresh &= but
        self._complete &= but


def landing(
    before: array[int], cursor: int, ids: array[int], wanted: Iterable[int | None], *, anew: bool
) -> int:
    """Where in other `ids` the cursor goes: to the first that is `wanted` and there.

    Without any of those it goes to the first row where they are found `anew`, else to what stood
    next after it and is still there, and then to what stood before it.
    """
    for number in wanted:
        if number is not None and number in ids:
            return ids.index(number)
    if anew or not ids:
        return 0
    left = set(ids)
    others = (*before[cursor:], *reversed(before[:cursor]))
    return next((ids.index(number) for number in others if number in left), 0)


def copies_in(ids: array[int], folded: array[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The copies that stand under another and would be folded away, and what they stand under."""
    nested = frozenset(ids).difference(folded)
    heads = (one for one, after in pairwise(ids) if after in nested and one not in nested)
    return nested, frozenset(heads) if nested else frozenset()
