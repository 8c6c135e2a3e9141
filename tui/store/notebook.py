"""What a person marked: the TinyDB file of a corpus, and where it lies."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import platformdirs

from tui.store import documents
from tui.store.documents import BOOKMARKS, NAMINGS, RULINGS, Kept, Mark, Naming, Ruling

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.table import Document

    from tui.store.journal import SnapshotStorage

FOLDER = ".newsreader"
FILE = "notes.json"


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
    """The marks of a corpus: in memory for reading, on the disk before a change returns.

    TinyDB is loaded when there is a file to read or a first mark to keep, not before.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._marks: tuple[Mark, ...] = ()
        self._rulings: tuple[Ruling, ...] = ()
        self._namings: tuple[Naming, ...] = ()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._trouble: str | None = None
        if not os.path.lexists(path):
            return
        try:
            self._load()
        except OSError as error:
            self._trouble = f"The notes in {path} cannot be read: {error.strerror or error}."

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every bookmark, in the order in which they were made."""
        return self._marks

    @property
    def notice(self) -> str | None:
        """What a person should know of the file, such as that it was damaged."""
        storage = self.__dict__.get("_storage")
        return (storage.notice if storage else None) or self._trouble

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """Every decision about what is page, in the order in which they were made."""
        return self._rulings

    @property
    def namings(self) -> tuple[Naming, ...]:
        """Every decision about which names are one actor's, in the order they were made."""
        return self._namings

    def change(self, label: str, *, add: Sequence[Kept] = (), remove: Sequence[Kept] = ()) -> None:
        """Keep some things and take others away, in one write that can be undone.

        Raises OSError where it could not be written.
        """
        change = Change(label, tuple(add), tuple(remove))
        self._write(change)
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last change back; gives its label, None without one. Raises OSError."""
        return self._turn(self._done, self._undone)

    def redo(self) -> str | None:
        """Make the change again that was last taken back. Raises OSError."""
        return self._turn(self._undone, self._done)

    def close(self) -> None:
        """Let go of the file; nothing waits to be written."""
        if "_database" in self.__dict__:
            self._database.close()

    @cached_property
    def _storage(self) -> SnapshotStorage:
        from tui.store.journal import SnapshotStorage

        return SnapshotStorage(self.path)

    @cached_property
    def _database(self) -> TinyDB:
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage)

    def _turn(self, source: list[Change], target: list[Change]) -> str | None:
        if not source:
            return None
        change = source[-1].undone
        self._write(change)
        source.pop()
        target.append(change)
        return change.label

    def _write(self, change: Change) -> None:
        with self._lock:
            try:
                storage = self._database.storage
                # The tables as they are on the disk: another reader may have changed them.
                tables = storage.read() or {}
                _apply(change, tables)
                storage.write(tables)
            finally:
                # Also after a failure: memory shows what is on the disk.
                with contextlib.suppress(OSError):
                    self._load()

    def _load(self) -> None:
        def held(name: str) -> list[Document]:
            return self._database.table(name, cache_size=0).all()

        marks = filter(None, map(documents.mark, held(BOOKMARKS)))
        rulings = filter(None, map(documents.ruling, held(RULINGS)))
        namings = filter(None, map(documents.naming, held(NAMINGS)))
        self._marks = tuple(sorted(marks, key=lambda mark: mark.created))
        self._rulings = tuple(sorted(rulings, key=lambda ruling: ruling.created))
        self._namings = tuple(sorted(namings, key=lambda naming: naming.created))
        self._trouble = None


def _apply(change: Change, tables: dict[str, dict[str, Any]]) -> None:
    """Make a change in the tables of a file: documents by name of table and by number."""
    gone = {kept.id for kept in change.removed}
    for table in {documents.table_of(kept) for kept in change.removed}:
        held = tables.get(table, {})
        tables[table] = {
            number: document
            for number, document in held.items()
            if not (isinstance(document.get("id"), str) and document["id"] in gone)
        }
    for kept in change.added:
        held = tables.setdefault(documents.table_of(kept), {})
        held[str(max(map(int, held), default=0) + 1)] = documents.document(kept)


def place(home: Path) -> tuple[Path, str | None]:
    """The notes file of the corpus in `home`, and what to tell about it.

    It lies in the corpus, so that it moves with it. Where that cannot be written, or the folder
    is a link that leads who knows where, it lies in the user's own data folder.
    """
    folder = home / FOLDER
    apart = _apart(home)
    if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
        reason = f"{FOLDER} in the corpus is no folder"
    elif not os.access(folder if folder.is_dir() else home, os.W_OK | os.X_OK):
        reason = "The corpus is read-only"
    else:
        notice = f"Notes made while this corpus was read-only are in {apart}."
        return folder / FILE, notice if apart.exists() else None
    _copy(folder / FILE, apart)
    return apart, f"{reason}: notes are kept in {apart}."


def rulings_of(home: Path) -> tuple[Ruling, ...]:
    """What was decided about the pages of the corpus in `home`, touching nothing.

    Notes that cannot be read hold no decisions here; the reader itself will tell of them.
    """
    for path in (home / FOLDER / FILE, _apart(home)):
        if not os.path.lexists(path):
            continue
        from tui.store.journal import Damaged, load  # with TinyDB: only where there are notes

        with contextlib.suppress(OSError, Damaged):
            tables, _ = load(path)
            found = map(documents.ruling, (tables or {}).get(RULINGS, {}).values())
            return tuple(sorted(filter(None, found), key=lambda ruling: ruling.created))
    return ()


def _apart(home: Path) -> Path:
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    return platformdirs.user_data_path("newsreader") / name / FILE


def _copy(old: Path, new: Path) -> None:
    """Start with the notes that came with a read-only corpus, where there are any to be read."""
    from tui.store.journal import Damaged, SnapshotStorage, load

    if new.exists() or old.parent.is_symlink():
        return
    with contextlib.suppress(OSError, Damaged):
        tables, _ = load(old)
        if tables:
            SnapshotStorage(new).write(tables)
