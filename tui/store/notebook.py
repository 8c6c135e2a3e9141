"""What a person keeps of a corpus: marks, tags, decisions, what was read, and searches."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.store.documents import (
    DRAFTS,
    LATEST,
    NAMINGS,
    PLACES,
    READS,
    RULINGS,
    SEARCHES,
    SERIES,
    TAGS,
    UNDO,
    Kept,
    Latest,
    Naming,
    Place,
    Read,
    Ruling,
    Saved,
    SeriesRuling,
)
from tui.store.marked import Draft, Mark, Tag
from tui.store.notebook_places import FILE, FOLDER, place, rulings_of
from tui.store.notebook_shelves import Change, Shelves
from tui.store.notebook_undo import Refused, Steps, step_of, turning
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.journal import JournalStorage, Op

__all__ = ["FILE", "FOLDER", "Change", "Notebook", "Refused", "place", "rulings_of"]

T = TypeVar("T")


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
        self._shelves = Shelves()
        self._steps = Steps()
        self._loaded = False
        self._trouble: str | None = None

    @property
    def stamp(self) -> str:
        """What the file is now: another stamp, and it holds something else. It is not read."""
        from tui.store.journal_files import stamps

        return repr(stamps(self.path))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, bookmarks too, in the order in which they were made."""
        with self._lock:
            self._read()
            return self._shelves.marks()

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag that is kept by itself, in the order in which they were made."""
        return self._all(TAGS)  # type: ignore[return-value]

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Every draft."""
        return self._all(DRAFTS)  # type: ignore[return-value]

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """Every decision about what is page, in the order in which they were made."""
        return self._all(RULINGS)  # type: ignore[return-value]

    @property
    def namings(self) -> tuple[Naming, ...]:
        """Every decision about which names are one actor's, in the order they were made."""
        return self._all(NAMINGS)  # type: ignore[return-value]

    @property
    def series_rulings(self) -> tuple[SeriesRuling, ...]:
        """Every decision about series of figures, in the order in which they were made."""
        return self._all(SERIES)  # type: ignore[return-value]

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
        return self._found(lambda wanted: self._shelves.find(table, wanted), ids)

    def find_marks(self, ids: Iterable[str]) -> list[Mark]:
        """Those marks, bookmarks too, that have one of some ids."""
        return self._found(self._shelves.find_marks, ids)

    def look(self) -> None:
        """Take in what another program kept meanwhile. What goes wrong stands in `notice`."""
        with self._lock:
            self._look()

    def catch_up(self) -> None:
        """As `look`, where the notes were read before; that is quick while nobody wrote."""
        with self._lock:
            if self._loaded:
                self._look()

    def change(self, label: str, *, add: Sequence[Kept] = (), remove: Sequence[Kept] = ()) -> None:
        """Keep some things and take others away, in one write that can be undone.

        Raises OSError where it could not be written.
        """
        change = Change(label, tuple(add), tuple(remove))
        self.revise(lambda: change)

    def revise(self, plan: Callable[[], Change | None]) -> Change | None:
        """Make the change that `plan` gives, in one write that can be undone; gives it again.

        It is asked while nobody else may write, so that it knows what it changes. Raises what it
        raises, and OSError.
        """
        with self._lock, self._changing():
            change = plan()
            if change is None:
                return None
            change = self._shelves.real(change)
            told = self._write(change, self._step(change))
        self._tell(told)
        return change

    def note(self, *things: Kept, without: Sequence[Kept] = ()) -> None:
        """Keep things in the place of those with the same ids, in a write that is not undone.

        Raises OSError.
        """
        with self._lock, self._changing():
            told = self._write(Change("", things, tuple(without)))
        self._tell(told)

    def undo(self) -> str | None:
        """Take the last change back; gives its label, safe to print, None without one.

        That is the last one made here, and then those that were made before this was opened.
        Raises OSError, and Refused where what it was about was changed since: then the next undo
        goes on with the change before it.
        """
        return self._turn(undone=False)

    def redo(self) -> str | None:
        """Make the change again that was last taken back, as `undo` does."""
        return self._turn(undone=True)

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
            self._read()
            return self._shelves.all(table)

    def _found(self, find: Callable[[list[str]], list[T]], ids: Iterable[str]) -> list[T]:
        wanted = list(ids)
        with self._lock:
            found = find(wanted) if self._loaded else []
            if len(found) < len(wanted):
                self._look()  # another program may have kept them
                found = find(wanted)
            return found

    def _read(self) -> None:
        if not self._loaded and self._is_there():
            self._look()

    def _is_there(self) -> bool:
        """Whether there is anything to read: before the first note nothing is loaded for it."""
        from tui.store.journal_files import beside

        for path in (self.path, *beside(self.path)):
            try:
                path.lstat()
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:
                return True  # reading it will tell what is wrong
            return True
        return False

    def _look(self) -> None:
        try:
            self._storage.look()
        except OSError as error:
            self._trouble = f"The notes in {self.path} cannot be read: {error.strerror or error}."
            return
        self._trouble = None
        if not self._loaded:
            self._follow(None)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """While nobody else may write; what they wrote is known."""
        with self._storage.changing():
            self._trouble = None
            if not self._loaded:
                self._follow(None)
            yield

    def _turn(self, *, undone: bool) -> str | None:
        with self._lock:
            self._look()
            if self._steps.last(undone=undone) is None:
                return None
            with self._changing():
                number = self._steps.last(undone=undone)
                if number is None:
                    return None
                told = self._storage.tables[UNDO][str(number)]
                step = step_of(number, told)
                try:
                    change = turning(step, self._shelves.held, forward=undone)
                except Refused as error:
                    self._steps.pass_over(number)
                    raise Refused(f"{error}{self._next(undone=undone)}") from None
                tell = self._write(change, [self._steps.turned(number, told)])
        self._tell(tell)
        return safe_line(step.label)

    def _next(self, *, undone: bool) -> str:
        """What would be turned now that a step was passed over, as a sentence, if anything."""
        number = self._steps.last(undone=undone)
        if number is None:
            return ""
        told = self._storage.tables[UNDO][str(number)]
        return f" Once more, and it is this: {safe_line(told['label'])}."

    def _tell(self, told: tuple[Change, str, str] | None) -> None:
        """Tell of a change when nobody waits for us any more."""
        if told and self.heard:
            self.heard(*told)

    def _step(self, change: Change) -> list[Op]:
        if not change.added and not change.removed:
            return []
        number = self._shelves.top(UNDO, self._storage.tables) + 1
        return self._steps.made(number, change)

    def _write(self, change: Change, steps: Sequence[Op] = ()) -> tuple[Change, str, str] | None:
        """Bring a change to the disk while `changing`; gives what there is to tell of it."""
        before = self.stamp
        ops = [*self._shelves.ops(change, self._storage.tables), *steps]
        if not ops:
            return None
        self._storage.commit(ops)
        self._shelves.let_go(change.removed)
        self._follow([op for op in ops if op[0] == "put" or op[1] == UNDO])
        return change, before, self.stamp

    def _follow(self, ops: Sequence[Op] | None) -> None:
        """Take steps that are on the disk; None where all is to be read anew."""
        with self._lock:
            if ops is None:
                self._loaded = True
                self._shelves.load(self._storage.tables)
                self._steps.load(self._storage.tables.get(UNDO, {}))
                return
            self._shelves.follow(ops)
            for op in ops:
                if op[1] == UNDO:
                    self._steps.follow(op)
