"""What stands in the notes file, in memory: the things of each table by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store import documents
from tui.store.documents import BOOKMARKS, MARKS, UNDO, Kept
from tui.store.marked import Mark

if TYPE_CHECKING:
    from tui.store.journal import Op

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]


class Change(NamedTuple):
    """One step of a person: what was kept and what was taken away, in the words `label` says it."""

    label: str
    added: tuple[Kept, ...] = ()
    removed: tuple[Kept, ...] = ()


class Shelves:
    """The things that are ours to read, with the numbers of their documents. Not thread-safe."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, tuple[str, Kept]]] = {}
        self._sorted: dict[str, tuple[Kept, ...]] = {}
        self._highest: dict[str, int] = {}

    def load(self, tables: Tables) -> None:
        """Put up all that is in the file."""
        self._sorted.clear()
        self._highest.clear()
        self.held = {name: _shelf(name, held) for name, held in tables.items() if name != UNDO}

    def all(self, table: str) -> tuple[Kept, ...]:
        """The things of a table, in the order in which they were made where that is known."""
        if table not in self._sorted:
            found = [kept for _, kept in self.held.get(table, {}).values()]
            if found and hasattr(found[0], "created"):
                found.sort(key=lambda kept: kept.created)  # type: ignore[union-attr]
            self._sorted[table] = tuple(found)
        return self._sorted[table]

    def marks(self) -> tuple[Mark, ...]:
        """All marks, bookmarks too, in the order in which they were made."""
        bookmarks: tuple[Mark, ...] = self.all(BOOKMARKS)  # type: ignore[assignment]
        marks: tuple[Mark, ...] = self.all(MARKS)  # type: ignore[assignment]
        if not marks or not bookmarks:
            return marks or bookmarks
        return tuple(sorted((*bookmarks, *marks), key=lambda mark: mark.created))

    def find(self, table: str, ids: Iterable[str]) -> list[Kept]:
        """Those things of a table that have one of some ids."""
        shelf = self.held.get(table, {})
        return [shelf[name][1] for name in ids if name in shelf]

    def find_marks(self, ids: Iterable[str]) -> list[Mark]:
        """Those marks, bookmarks too, that have one of some ids."""
        bookmarks, marks = (self.held.get(table, {}) for table in (BOOKMARKS, MARKS))
        found = (marks.get(name) or bookmarks.get(name) for name in ids)
        return [held[1] for held in found if held]  # type: ignore[misc]

    def real(self, change: Change) -> Change:
        """What a change really does: what goes is as it stands here, what is here does not come."""
        added = {(documents.table_of(kept), kept.id): kept for kept in change.added}
        at = [*((documents.table_of(kept), kept.id) for kept in change.removed), *added]
        here = {place: self._at(*place) for place in dict.fromkeys(at)}
        same = {place for place, kept in added.items() if here[place] == kept}
        return Change(
            change.label,
            tuple(kept for place, kept in added.items() if place not in same),
            tuple(kept for place, kept in here.items() if kept is not None and place not in same),
        )

    def ops(self, change: Change, tables: Tables) -> list[Op]:
        """The steps in the file that make a change: what is there already keeps its number."""
        ops: list[Op] = []
        tops: dict[str, int] = {}
        added = {(documents.table_of(kept), kept.id) for kept in change.added}
        for kept in change.removed:
            table = documents.table_of(kept)
            held = self.held.get(table, {}).get(kept.id)
            if held is not None and (table, kept.id) not in added:
                ops.append(["del", table, held[0]])
        for kept in change.added:
            table = documents.table_of(kept)
            held = self.held.get(table, {}).get(kept.id)
            if held is not None and held[1] == kept:
                continue
            if held is None:
                tops[table] = tops.get(table, self.top(table, tables)) + 1
            number = held[0] if held else str(tops[table])
            ops.append(["put", table, number, documents.document(kept)])
        return ops

    def top(self, table: str, tables: Tables) -> int:
        """The highest number in a table."""
        if table not in self._highest:
            self._highest[table] = max(map(int, tables.get(table, {})), default=0)
        return self._highest[table]

    def let_go(self, things: Iterable[Kept]) -> None:
        """Take things away that are no longer in the file."""
        for kept in things:
            table = documents.table_of(kept)
            self._sorted.pop(table, None)
            self.held.get(table, {}).pop(kept.id, None)

    def follow(self, ops: Sequence[Op]) -> None:
        """Take steps that are on the disk."""
        gone: dict[str, set[str]] = {}
        for op in ops:
            table = op[1]
            self._sorted.pop(table, None)
            if op[0] == "put":
                self._put(table, op[2], op[3])
            elif op[0] == "del":
                gone.setdefault(table, set()).add(op[2])
            elif op[0] == "drop":
                self.held.pop(table, None)
        for table, numbers in gone.items():
            shelf = self.held.get(table, {})
            for name in [name for name, (number, _) in shelf.items() if number in numbers]:
                del shelf[name]

    def _at(self, table: str, name: str) -> Kept | None:
        held = self.held.get(table, {}).get(name)
        return held[1] if held else None

    def _put(self, table: str, number: str, document: Mapping[str, Any]) -> None:
        if table in self._highest and int(number) > self._highest[table]:
            self._highest[table] = int(number)
        kept = documents.kept_in(table, document)
        if kept is not None:
            self.held.setdefault(table, {})[kept.id] = (number, kept)


def _shelf(table: str, held: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, Kept]]:
    kept = ((number, documents.kept_in(table, document)) for number, document in held.items())
    return {thing.id: (number, thing) for number, thing in kept if thing is not None}
