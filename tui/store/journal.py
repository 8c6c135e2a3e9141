"""The storage under the notebook: plain TinyDB JSON with a journal, safe from crashes.

The file is the JSON that TinyDB writes, and any TinyDB opens it. A change is one line behind the
journal beside it (`.journal`), flushed to the disk before anybody sees it; now and then, and when
it is closed, all is written to a fresh file that takes the place of the old one. The file before
stays as `.bak`, and the journal from there to the file as `.bak.journal`: from these a damaged
file can be made again. Several programs may have it open: a lock file is held while one writes,
and the others read what came behind the journal.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from tui.store import journal_files as files
from tui.store.journal_files import Damaged, Document, Journal, Lost, Op, Stamp, Tables

if TYPE_CHECKING:
    from filelock import FileLock

__all__ = ["Damaged", "JournalStorage", "Op", "Tables", "load"]

ROOM = 4 << 20
"""Bytes: a journal that is longer than this and than its file is taken into the file."""
PATIENCE = 10.0
"""Seconds to wait for another program that writes."""


class JournalStorage(Storage):
    """A TinyDB storage of one JSON file and its journal. Thread-safe.

    Every method may raise OSError; then all is as it was. After a flush that failed, nothing is
    written any more until it is opened anew. `notice` says, once something was wrong with the
    files, what was done about it. `heard` is called with the steps that came from another
    program, and with None where everything may be otherwise.
    """

    def __init__(self, path: str | Path, *, room: int = ROOM, patience: float = PATIENCE) -> None:
        self.path = Path(path)
        self.notice: str | None = None
        self.heard: Callable[[Sequence[Op] | None], None] | None = None
        self._room = room
        self._patience = patience
        self._guard = threading.RLock()
        self._depth = 0
        self._broken: str | None = None
        self._tables: Tables | None = None
        self._there = False
        self._known = False
        self._seen: Stamp = None
        self._journal: tuple[int | None, int] = (None, 0)
        self._log, self._backup, self._old_log = files.beside(self.path)

    @property
    def tables(self) -> Mapping[str, Mapping[str, Document]]:
        """The tables as they are now, to look at and not to change."""
        with self._guard:
            self.look()
            assert self._tables is not None
            return self._tables

    def look(self) -> None:
        """Take in what other programs did since."""
        with self._guard:
            try:
                self._refresh(writing=self._depth > 0)
            except Damaged:
                with self.changing():
                    pass  # under the lock it is put right

    @contextlib.contextmanager
    def changing(self) -> Iterator[Tables]:
        """The tables as they are now, while nobody else may write; may be nested."""
        with self._guard:
            if self._depth:
                assert self._tables is not None
                yield self._tables
                return
            with self._locked():
                self._depth = 1
                try:
                    self._refresh(writing=True)
                    assert self._tables is not None
                    yield self._tables
                finally:
                    self._depth = 0

    def commit(self, ops: Sequence[Op]) -> None:
        """Take some steps as one, while `changing`; on return they are on the disk.

        Raises TypeError or ValueError for what JSON cannot hold.
        """
        assert self._tables is not None and self._depth
        line = files.line(ops)
        if self._broken:
            raise OSError(self._broken)
        try:
            self._journal = files.append(self._log, line, self.path)
        except Lost as error:
            reason = error.strerror or error
            self._broken = f"the disk failed before ({reason}): open the notes anew to go on"
            raise
        self._there = True
        (steps,) = files.journal(line).changes
        files.apply(self._tables, steps)
        if self._seen is None or self._journal[1] > max(self._room, self._seen[1]):
            with contextlib.suppress(OSError):  # the journal has it all
                self._take_in()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of the tables, None where there are none yet."""
        with self._guard:
            tables = self.tables
            copy: Tables | None = json.loads(json.dumps(tables)) if self._there else None
            return copy

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables what they are in `data`."""
        with self.changing() as tables:
            ops = _difference(tables, data)
            if ops or not self._there:
                self.commit(ops)

    @property
    def waits(self) -> bool:
        """Whether there is something in the journal that is not in the file yet."""
        return self._tables is not None and self._journal[1] > 0 and not self._broken

    def compact(self) -> None:
        """Take the journal into the file, which then is all there is."""
        with self.changing():
            if self._journal[1]:
                self._take_in()

    def close(self) -> None:
        """Let go of the files; whatever still stands in the journal is taken into the file."""
        with self._guard, contextlib.suppress(OSError):
            if self.waits:
                self.compact()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        files.make_folder(self.path.parent)
        import filelock

        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise OSError(f"{self.path} is being written by another program") from error
        try:
            yield
        finally:
            self._lock.release()

    @cached_property
    def _lock(self) -> FileLock:
        import filelock

        name = self.path.with_name(f"{self.path.name}.lock")
        return filelock.FileLock(
            name, timeout=self._patience, poll_interval=0.002, thread_local=False
        )

    def _refresh(self, *, writing: bool) -> None:
        """Read what is new; while `writing` also put right what is wrong."""
        seen, log = files.stamp(self.path), files.stamp(self._log)
        number, end = self._journal
        inode, size = (log[0], log[1]) if log else (None, 0)
        if self._tables is None or seen != self._seen or size < end or number not in (None, inode):
            self._load(writing)
            return
        if size == end:
            return
        content, now = _lines(self._log)
        if now is None or now[0] != inode:  # it was taken in this very moment
            self._load(writing)
            return
        told = files.journal(content[end:])
        self._journal = (inode, end + told.end)
        steps = [op for change in told.changes for op in change]
        files.apply(self._tables, steps)
        self._there = True
        if steps and self.heard:
            self.heard(steps)
        if writing:
            self._mend(told, torn=len(content) > end + told.end)

    def _load(self, writing: bool) -> None:
        try:
            tables, seen, told, inode, size = _loaded(self.path)
        except Damaged:
            if not writing:
                raise
            self._rescue()
        else:
            self._tables = tables or {}
            self._there = tables is not None
            self._seen, self._journal = seen, (inode, told.end)
            if writing:
                self._mend(told, torn=size > told.end)
        if self._known and self.heard:
            self.heard(None)
        self._known = True

    def _mend(self, told: Journal, *, torn: bool) -> None:
        """Cut a line that was not finished; set aside a journal with lines that went bad."""
        if torn:
            files.cut(self._log, self._journal[1])
        if told.bad:
            aside = files.unused(self._log)
            files.write(aside, files.read(self._log)[0], like=self._log)
            self.notice = (
                f"{told.bad} of the last changes to the notes were damaged on the disk, and are "
                f"lost. The journal is kept as {aside}."
            )
            self._take_in()

    def _rescue(self) -> None:
        """Make the tables again from what the damaged file was made from."""
        tables: Tables = {}
        found = False
        with contextlib.suppress(FileNotFoundError, Damaged):
            tables = files.tables(files.read(self._backup)[0])
            found = True
        for log in (self._old_log, self._log):
            with contextlib.suppress(FileNotFoundError, Damaged):
                changes = files.journal(files.read(log)[0]).changes
                files.apply(tables, (op for change in changes for op in change))
                found = found or bool(changes)
        aside = files.unused(self.path)
        files.keep_copy(self.path, self._own("old"), aside)
        content = files.snapshot(tables)
        try:
            self._put(content)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(aside)
            raise
        outcome = (
            f"the notes were made again from {self._backup.name} and the journals: look whether "
            "the last ones are there."
            if found
            else "the notes start afresh."
        )
        self.notice = f"The notes file was damaged. It is kept as {aside}; {outcome}"
        self._tables, self._there, self._journal = tables, True, (None, 0)
        # No second name of the same file: what overwrites that in place must not reach the backup.
        files.put(self._backup, self._own("old"), content, like=self.path)
        for log in (self._log, self._old_log):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(log)

    def _take_in(self) -> None:
        """Write all to the file. What fails on the way leaves the journal, which has it all."""
        assert self._tables is not None
        content = files.snapshot(self._tables)
        try:
            if self._seen is not None:
                files.keep_copy(self.path, self._own("old"), self._backup)
            self._put(content)
            with contextlib.suppress(FileNotFoundError):
                os.replace(self._log, self._old_log)
        except BaseException:
            self._tables = None  # to be read again: who knows how far it came
            raise
        self._journal = (None, 0)

    def _put(self, content: bytes) -> None:
        fresh = self._own("new")
        try:
            files.put(self.path, fresh, content, like=self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(fresh)
            raise
        files.sync_folder(self.path.parent)
        self._seen = files.stamp(self.path)

    def _own(self, ending: str) -> Path:
        return self.path.with_name(f".{self.path.name}.{os.getpid()}.{ending}")


def load(path: Path) -> Tables | None:
    """The tables of a file with its journal, touching nothing; None where there are none yet.

    Raises Damaged and OSError.
    """
    return _loaded(path)[0]


def _loaded(path: Path) -> tuple[Tables | None, Stamp, Journal, int | None, int]:
    """The tables, the stamp of the file, the journal with its number and size."""
    log, backup, _ = files.beside(path)
    while True:
        tables: Tables | None = None
        seen: Stamp = None
        with contextlib.suppress(FileNotFoundError):
            content, seen = files.read(path)
            tables = files.tables(content)
            if not content and os.path.lexists(backup):
                raise Damaged  # it had something in it once
        lines, at = _lines(log)
        told, size = files.journal(lines), len(lines)
        if files.stamp(path) == seen:  # else it was taken in while we read
            break
    if told.changes:
        tables = tables or {}
        files.apply(tables, (op for change in told.changes for op in change))
    elif seen is not None and tables == {} and not seen[1]:
        tables = None
    return tables, seen, told, at[0] if at else None, size


def _lines(log: Path) -> tuple[bytes, Stamp]:
    """What stands in a journal, with its stamp; None where there is none."""
    try:
        return files.read(log)
    except FileNotFoundError:
        return b"", None
    except Damaged as error:
        raise OSError(f"{log} is no plain file. Take it away") from error


def _difference(old: Tables, new: Mapping[str, Mapping[Any, Any]]) -> list[Op]:
    """The steps from some tables to others."""
    ops: list[Op] = [["drop", table] for table in old if table not in new]
    for table, documents in new.items():
        held = old.get(table)
        if held is None:
            ops.append(["make", table])
        known = held or {}
        left = {str(number) for number in documents}
        ops += [["del", table, number] for number in known if number not in left]
        ops += [
            ["put", table, str(number), document]
            for number, document in documents.items()
            if json.dumps(known.get(str(number))) != json.dumps(document)
        ]
    return ops
