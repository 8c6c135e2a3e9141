"""Everyone in a corpus: each actor once, under all its names, whatever was read or said since."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable

from tui import garbage
from tui.store import neighbours, pageful
from tui.store.actor_rows import ActorRow, Sort, node_of, ordered
from tui.store.aliases import Groups, Node
from tui.store.cast import ActorKind
from tui.store.census import Census
from tui.store.documents import Naming
from tui.store.index import Index
from tui.store.roll import Roll, Table

MANY = 20_000
"""Of more names than so many no table of everyone is made: it takes seconds and much room."""

_REMEMBERED = 32  # what was asked last; a name of thousands is some hundred kilobytes


class Actors:
    """The actors of an index, with what a person said of their names. Thread-safe.

    Where the names are not too `MANY`, a table of all is made when it is first asked for, and
    again when the index or the notes have changed by then: some tenths of a second for thousands
    of articles. Else only those are looked at who come first, or are asked for. No search asks
    for a table.
    """

    def __init__(self, index: Index, namings: Callable[[], tuple[Naming, ...]]) -> None:
        self._index = index
        self._namings = namings
        self._lock = threading.Lock()
        self._roll: tuple[object, Roll] | None = None
        self._asked: tuple[object, dict[tuple[str, bool], str]] = (None, {})
        self._made: tuple[tuple[Naming, ...], Table] | None = None
        self._counted: tuple[object, Census] | None = None

    @property
    def too_many(self) -> bool:
        """Whether there are so many names that a list shows only those who come first."""
        rows = self._index.ask("SELECT count(*) FROM (SELECT 1 FROM who LIMIT ?)", (MANY + 1,))
        return bool(rows and rows[0][0] > MANY)

    def table(self) -> Table:
        """Everyone, as it is now."""
        return self._now()[1]

    def about(self, keys: Iterable[str]) -> tuple[Groups, Table]:
        """Those who have some names, and the groups of names there are around them."""
        if not self.too_many:
            roll, table = self._now()
            return roll.alone.groups, table
        nodes = [node_of(key) for key in keys]
        ids, namings = neighbours.ids_of(self._index, nodes), self._namings()
        roll, found = pageful.roll(self._index, self._census(), ids.values(), namings, fully=True)
        return roll.alone.groups, roll.table(namings, found)

    def counts(self, text: str) -> dict[ActorKind, int]:
        """How many of each type have a folded `text` in a name; of very many, how many names."""
        if not self.too_many:
            return {kind: len(rows) for kind, rows in self._fitting(text).items()}
        census = self._census()
        return dict(census.among(text)[1] if text else census.counts())

    def first(self, text: str, kind: ActorKind, sort: Sort) -> tuple[tuple[ActorRow, ...], bool]:
        """Those of a type with a folded `text` in a name, and whether those are all.

        Of very many only the first are told.
        """
        if not self.too_many:
            return ordered(self._fitting(text).get(kind, ()), sort), True
        census = self._census()
        here = census.among(text)[0] if text else None
        return pageful.page(self._index, census, self._namings(), kind, sort, here, text)

    def names(self, key: str) -> str:
        """All names of the actor with a key, as a list of types and names in JSON."""
        _, table = self.about([key])
        at = table.of.get(key)
        return json.dumps(table.nodes[at] if at is not None else ())

    def nodes(self, word: str, *, whole: bool = False) -> tuple[Node, ...]:
        """All names of the actors that have a name with words beginning with a folded `word`.

        Of a `whole` name nothing may be left over. Where no name fits as it is printed, one does
        that only differs in spelling.
        """
        return neighbours.fitting(self._index, self._namings(), word, whole=whole)

    def asked(self, word: str, whole: bool) -> str:
        """The numbers of what `nodes` finds, as a list in JSON."""
        changes, namings = self._index.stamp("people"), self._namings()
        with self._lock:
            if self._asked[0] != (changes, namings):
                self._asked = (changes, namings), {}
            known = self._asked[1]
        found = known.get((word, whole))
        if found is None:
            found = json.dumps(neighbours.numbers(self._index, namings, word, whole=whole))
            if len(known) >= _REMEMBERED:
                known.clear()
            known[word, whole] = found
        return found

    def _fitting(self, text: str) -> dict[ActorKind, list[ActorRow]]:
        table = self.table()
        rows = table.rows
        if text:
            rows = tuple(rows[at] for at in sorted({a for n, a in table.folded if text in n}))
        found: dict[ActorKind, list[ActorRow]] = {}
        for row in rows:
            found.setdefault(row.type, []).append(row)
        return found

    def _census(self) -> Census:
        with self._lock:
            changes = self._index.generation, self._index.stamp("people")
            if self._counted is None or self._counted[0] != changes:
                self._counted = changes, Census(self._index)
            return self._counted[1]

    def _now(self) -> tuple[Roll, Table]:
        with self._lock:
            changes, namings = self._index.stamp("people"), self._namings()
            if self._roll is None or self._roll[0] != changes:
                # All of it is wanted: to look for garbage meanwhile would hold up the screen.
                with garbage.put_off():
                    self._roll, self._made = (changes, Roll(self._index)), None
            if self._made is None or self._made[0] != namings:
                with garbage.put_off():
                    self._made = namings, self._roll[1].table(namings)
            return self._roll[1], self._made[1]
