"""What a person keeps of a corpus: marks, decisions, what was read, and searches."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store import documents
from tui.store.documents import (
    BOOKMARKS,
    LATEST,
    NAMINGS,
    PLACES,
    READS,
    RULINGS,
    SEARCHES,
    Kept,
    Latest,
    Mark,
    Naming,
    Place,
    Read,
    Ruling,
    Saved,
)
from tui.store.notebook_places import FILE, FOLDER, place, rulings_of

if TYPE_CHECKING:
    from tui.store.journal import JournalStorage, Op

__all__ = ["FILE", "FOLDER", "Change", "Notebook", "place", "rulings_of"]


class Change(NamedTuple):
    """One step of a person: what was kept and what was taken away, in the words `label` says it."""

    label: str
    added: tuple[Kept, ...] = ()
    removed: tuple[Kept, ...] = ()

    @property
    def undone(self) -> Change:
        """The step back."""
        return Change(self.label, self.removed, self.added)


class Notebook:
    """What was kept: in memory for reading, on the disk before a change returns. Thread-safe.

    The file is read when somebody first asks for something in it; TinyDB is loaded then, and not
    before. `heard` is called after each change that was made here, with the stamps of the file
    before and after it, `closing` before the file is let go.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.heard: Callable[[Change, str, str], None] | None = None
        self.closing: Callable[[], None] | None = None
        self._lock = threading.RLock()
        self._shelves: dict[str, dict[str, tuple[str, Kept]]] = {}
        self._sorted: dict[str, tuple[Kept, ...]] = {}
        self._highest: dict[str, int] = {}
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._loaded = False
        self._trouble: str | None = None

    @property
    def stamp(self) -> str:
        """What the file is now: another stamp, and it holds something else. It is not read."""
        from tui.store.journal_files import stamps

        return repr(stamps(self.path))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every bookmark, in the order in which they were made."""
        return self._all(BOOKMARKS)  # type: ignore[return-value]

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """Every decision about what is page, in the order in which they were made."""
        return self._all(RULINGS)  # type: ignore[return-value]

    @property
    def namings(self) -> tuple[Naming, ...]:
        """Every decision about which names are one actor's, in the order they were made."""
        return self._all(NAMINGS)  # type: ignore[return-value]

    @property
    def reads(self) -> tuple[Read, ...]:
        """Every article that was read."""
        return self._all(READS)  # type: ignore[return-value]

    @property
    def places(self) -> tuple[Place, ...]:
        """How far each article was read."""
        return self._all(PLACES)  # type: ignore[return-value]

    @property
    def searches(self) -> tuple[Saved, ...]:
        """Every search that was kept, in the order in which they were."""
        return self._all(SEARCHES)  # type: ignore[return-value]

    @property
    def latest(self) -> dict[str, Latest]:
        """What the corpus was left with, by what it tells."""
        found: tuple[Latest, ...] = self._all(LATEST)  # type: ignore[assignment]
        return {latest.id: latest for latest in found}

    @property
    def notice(self) -> str | None:
        """What a person should know of the file, such as that it was damaged."""
        storage = self.__dict__.get("_storage")
        return (storage.notice if storage else None) or self._trouble

    def find(self, table: str, ids: Iterable[str]) -> list[Kept]:
        """Those things of a table that have one of some ids."""
        wanted = list(ids)
        with self._lock:
            if not self._loaded or any(name not in self._shelves.get(table, {}) for name in wanted):
                self._look()  # another program may have kept them
            shelf = self._shelves.get(table, {})
            return [shelf[name][1] for name in wanted if name in shelf]

    def look(self) -> None:
        """Take in what another program kept meanwhile. What goes wrong stands in `notice`."""
        with self._lock:
            self._look()

    def change(self, label: str, *, add: Sequence[Kept] = (), remove: Sequence[Kept] = ()) -> None:
        """Keep some things and take others away, in one write that can be undone.

        Raises OSError where it could not be written.
        """
        change = Change(label, tuple(add), tuple(remove))
        with self._lock:
            told = self._write(change)
            self._done.append(change)
            self._undone.clear()
        self._tell(told)

    def note(self, *things: Kept, without: Sequence[Kept] = ()) -> None:
        """Keep things in the place of those with the same ids, in a write that is not undone.

        Raises OSError.
        """
        with self._lock:
            told = self._write(Change("", things, tuple(without)))
        self._tell(told)

    def undo(self) -> str | None:
        """Take the last change back; gives its label, None without one. Raises OSError."""
        return self._turn(self._done, self._undone)

    def redo(self) -> str | None:
        """Make the change again that was last taken back. Raises OSError."""
        return self._turn(self._undone, self._done)

    def close(self) -> None:
        """Let go of the file, which then holds everything; nothing waits to be written."""
        if self.closing:
            self.closing()
        told = None
        with self._lock:
            storage = self.__dict__.get("_storage")
            if storage is None:
                return
            if storage.waits:
                with contextlib.suppress(OSError), storage.changing():
                    before = self.stamp
                    storage.compact()
                    told = Change(""), before, self.stamp
            storage.close()
        self._tell(told)

    @cached_property
    def _storage(self) -> JournalStorage:
        from tui.store.journal import JournalStorage

        storage = JournalStorage(self.path)
        storage.heard = self._follow
        return storage

    def _all(self, table: str) -> tuple[Kept, ...]:
        with self._lock:
            if not self._loaded:
                self._look()
            if table not in self._sorted:
                held = [kept for _, kept in self._shelves.get(table, {}).values()]
                if held and hasattr(held[0], "created"):
                    held.sort(key=lambda kept: kept.created)  # type: ignore[union-attr]
                self._sorted[table] = tuple(held)
            return self._sorted[table]

    def _look(self) -> None:
        try:
            self._storage.look()
        except OSError as error:
            self._trouble = f"The notes in {self.path} cannot be read: {error.strerror or error}."
            return
        self._trouble = None
        if not self._loaded:
            self._follow(None)

    def _turn(self, source: list[Change], target: list[Change]) -> str | None:
        with self._lock:
            if not source:
                return None
            change = source[-1].undone
            told = self._write(change)
            source.pop()
            target.append(change)
        self._tell(told)
        return change.label

    def _tell(self, told: tuple[Change, str, str] | None) -> None:
        """Tell of a change when nobody waits for us any more."""
        if told and self.heard:
            self.heard(*told)

    def _write(self, change: Change) -> tuple[Change, str, str] | None:
        """Bring a change to the disk; gives what there is to tell of it."""
        with self._storage.changing():
            self._trouble = None
            if not self._loaded:
                self._follow(None)
            before = self.stamp
            ops = self._ops(change)
            if not ops:
                return None
            self._storage.commit(ops)
            for kept in change.removed:
                table = documents.table_of(kept)
                self._sorted.pop(table, None)
                self._shelves.get(table, {}).pop(kept.id, None)
            self._follow([op for op in ops if op[0] == "put"])
            return change, before, self.stamp

    def _ops(self, change: Change) -> list[Op]:
        """The steps that make a change: what is there already keeps its number."""
        ops: list[Op] = []
        added = {(type(kept), kept.id) for kept in change.added}
        for kept in change.removed:
            table = documents.table_of(kept)
            held = self._shelves.get(table, {}).get(kept.id)
            if held is not None and (type(kept), kept.id) not in added:
                ops.append(["del", table, held[0]])
        for kept in change.added:
            table = documents.table_of(kept)
            held = self._shelves.get(table, {}).get(kept.id)
            if held is None:
                self._highest[table] = self._top(table) + 1
            elif held[1] == kept:
                continue
            number = held[0] if held else str(self._highest[table])
            ops.append(["put", table, number, documents.document(kept)])
        return ops

    def _top(self, table: str) -> int:
        if table not in self._highest:
            held = self._storage.tables.get(table, {})
            self._highest[table] = max(map(int, held), default=0)
        return self._highest[table]

    def _follow(self, ops: Sequence[Op] | None) -> None:
        """Take steps that are on the disk; None where all is to be read anew."""
        with self._lock:
            if ops is None:
                self._loaded = True
                self._sorted.clear()
                self._highest.clear()
                tables = self._storage.tables
                self._shelves = {name: _shelf(name, held) for name, held in tables.items()}
                return
            gone: dict[str, set[str]] = {}
            for op in ops:
                table = op[1]
                self._sorted.pop(table, None)
                if op[0] == "put":
                    self._put(table, op[2], op[3])
                elif op[0] == "del":
                    gone.setdefault(table, set()).add(op[2])
                elif op[0] == "drop":
                    self._shelves.pop(table, None)
            for table, numbers in gone.items():
                self._drop(table, numbers)

    def _put(self, table: str, number: str, document: Mapping[str, Any]) -> None:
        if table in self._highest and int(number) > self._highest[table]:
            self._highest[table] = int(number)
        kept = documents.kept_in(table, document)
        if kept is not None:
            self._shelves.setdefault(table, {})[kept.id] = (number, kept)

    def _drop(self, table: str, numbers: set[str]) -> None:
        shelf = self._shelves.get(table, {})
        for name in [name for name, (number, _) in shelf.items() if number in numbers]:
            del shelf[name]


def _shelf(table: str, held: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, Kept]]:
    kept = ((number, documents.kept_in(table, document)) for number, document in held.items())
    return {thing.id: (number, thing) for number, thing in kept if thing is not None}
