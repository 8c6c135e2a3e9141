"""The storage under the notebook: plain TinyDB JSON that survives a crash and a full disk.

A change is written beside the file, flushed to the disk and then put in its place, so that the
file holds at every moment either all of the old or all of the new. The version before the last
change stays as `.bak`.

Its limits: every change writes the whole file, and there is no lock. Another program's change is
seen when it came before our write, which then refuses; one that falls between that look and the
rename, some microseconds, is lost (it is in the `.bak`).
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

Tables = dict[str, dict[str, Any]]
Stamp = tuple[int, int, int] | None


class Damaged(ValueError):
    """The file is there, and is not the JSON of a notebook."""


class SnapshotStorage(Storage):
    """A TinyDB storage of one JSON file. Every method raises OSError where the disk fails.

    `notice` says, once something was wrong with the file, what was done about it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._backup = path.with_name(path.name + ".bak")
        self._seen: Stamp = None
        self.notice: str | None = None

    def read(self) -> Tables | None:
        """The tables, None where there are none yet.

        A damaged file is set aside, never overwritten, and the version before it taken.
        """
        try:
            tables, self._seen = load(self._path)
        except FileNotFoundError:
            self._seen = None
            return None
        except Damaged:
            return self._rescue()
        return tables

    def write(self, data: Tables) -> None:
        """Keep the tables: on return they are on the disk.

        After an OSError the file holds the old tables, or (where only the last flush failed) the
        new: read again to know.
        """
        text = json.dumps(data, ensure_ascii=False, indent=1)
        content = text.encode("utf-8", "backslashreplace")
        if _stamp(self._path) != self._seen:
            raise OSError(f"{self._path} was changed by another program. Try it again.")
        _make_folder(self._path.parent)
        fresh = self._path.with_name(f".{self._path.name}.{os.getpid()}.new")
        try:
            _write(fresh, content, like=self._path)
            self._keep_backup()
            os.replace(fresh, self._path)
            self._seen = _stamp(self._path)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise
        _sync_folder(self._path.parent)

    def _keep_backup(self) -> None:
        """Give the version that is about to go a second name; the first stays as it is."""
        if self._seen is None:
            return
        spare = self._path.with_name(f".{self._path.name}.{os.getpid()}.old")
        with contextlib.suppress(FileNotFoundError):
            spare.unlink()
        try:
            os.link(self._path, spare)
        except OSError:  # a file system without links
            _write(spare, self._path.read_bytes(), like=self._path)
        os.replace(spare, self._backup)

    def _rescue(self) -> Tables | None:
        aside = _unused(self._path)
        os.rename(self._path, aside)
        self._seen = None
        self.notice = f"The notes file was damaged. It is kept as {aside}; "
        try:
            tables, _ = load(self._backup)
        except (OSError, Damaged):
            self.notice += "the notes start afresh."
            return None
        self.notice += "the notes are as they were before the last change."
        return tables


def load(path: Path) -> tuple[Tables | None, Stamp]:
    """The tables of a plain file with its stamp. Raises Damaged and OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Damaged
        content = file.read()
    stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
    if not content:  # a file that somebody only touched
        return None, stamp
    try:
        tables = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    if not _is_tables(tables):
        raise Damaged
    return tables, stamp


def _is_tables(data: object) -> bool:
    """Whether it has TinyDB's shape: tables by name, documents by number."""
    return isinstance(data, dict) and all(
        isinstance(table, dict)
        and all(_is_number(key) and isinstance(document, dict) for key, document in table.items())
        for table in data.values()
    )


def _is_number(key: str) -> bool:
    return key.isdecimal() and len(key) < 20


def _stamp(path: Path) -> Stamp:
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _write(path: Path, content: bytes, *, like: Path) -> None:
    """A new file with its content on the disk and the rights of the file it will replace."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
        with contextlib.suppress(OSError):
            os.fchmod(file.fileno(), stat.S_IMODE(os.lstat(like).st_mode))
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unused(path: Path) -> Path:
    """A name beside `path` that nothing has yet."""
    day = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    name, number = f"{path.name}.damaged-{day}", 1
    while os.path.lexists(path.with_name(name)):
        number += 1
        name = f"{path.name}.damaged-{day}-{number}"
    return path.with_name(name)
