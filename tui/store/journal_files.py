"""The files of a notebook on the disk: the plain snapshot, and the lines of the journal beside it.

Only calls of `os` on handles are used to write, and each is told when it is on the disk.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Op = list[Any]
"""One step, which may be taken any number of times: `["put", table, number, document]`,
`["del", table, number]`, `["make", table]` and `["drop", table]`."""
Stamp = tuple[int, int, int] | None
"""Which file stands under a name, None for none: its number, size and time."""

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_SHAPES = {"put": 4, "del": 3, "make": 2, "drop": 2}


class Damaged(ValueError):
    """The file is there, and is not the JSON of a notebook."""


class Journal(NamedTuple):
    """What a journal says. `end` is where its last good line ends: what follows was torn off.

    `bad` counts lines before that which are not as they were written.
    """

    changes: tuple[tuple[Op, ...], ...] = ()
    end: int = 0
    bad: int = 0


def line(ops: Sequence[Op]) -> bytes:
    """The line of one change: a checksum, a space, JSON. Raises TypeError and ValueError."""
    content = _json(ops)
    return b"%08x %s\n" % (zlib.crc32(content), content)


def journal(content: bytes) -> Journal:
    """The changes in (a part of) a journal."""
    changes: list[tuple[Op, ...]] = []
    at = end = bad = pending = 0
    while (stop := content.find(b"\n", at)) >= 0:
        change = _change(content[at:stop])
        at = stop + 1
        if change is None:
            pending += 1
        else:
            changes.append(change)
            bad, pending, end = bad + pending, 0, at
    return Journal(tuple(changes), end, bad)


def apply(tables: Tables, ops: Iterable[Op]) -> None:
    """Take some steps; those that were taken before change nothing."""
    for op in ops:
        what, table = op[0], op[1]
        if what == "put":
            tables.setdefault(table, {})[op[2]] = op[3]
        elif what == "del":
            tables.setdefault(table, {}).pop(op[2], None)
        elif what == "make":
            tables.setdefault(table, {})
        else:
            tables.pop(table, None)


def snapshot(tables: Tables) -> bytes:
    """The tables as plain TinyDB JSON, each document on a line of its own."""
    parts = [
        _json(name) + b": {" + b",".join(b"\n " + _entry(*each) for each in held.items()) + b"\n}"
        for name, held in tables.items()
    ]
    return b"{" + b",\n".join(parts) + b"}\n"


def read(path: Path) -> tuple[bytes, Stamp]:
    """A plain file with its stamp. Raises Damaged where it is another thing, and OSError."""
    handle = os.open(path, _READ)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Damaged
        parts = []
        while part := os.read(handle, 1 << 22):
            parts.append(part)
    finally:
        os.close(handle)
    return b"".join(parts), (status.st_ino, status.st_size, status.st_mtime_ns)


def tables(content: bytes) -> Tables:
    """The tables of a snapshot; an empty file has none. Raises Damaged."""
    if not content:  # somebody only touched it
        return {}
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    if not _is_tables(found):
        raise Damaged
    return found  # type: ignore[no-any-return]


def stamp(path: Path) -> Stamp:
    """The stamp of what stands under a name, also of a link."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def beside(path: Path) -> tuple[Path, Path, Path]:
    """The journal of a file, its backup, and the journal that led from there to the file."""
    log, backup = (path.with_name(path.name + ending) for ending in (".journal", ".bak"))
    return log, backup, backup.with_name(f"{backup.name}.journal")


def stamps(path: Path) -> tuple[Stamp, Stamp]:
    """The stamps of a file and of its journal: with the same ones it says the same."""
    return stamp(path), stamp(beside(path)[0])


def append(path: Path, content: bytes, like: Path) -> tuple[int, int]:
    """Put a line behind a file, made if need be; gives the number and size of the file.

    On return it is on the disk. After an OSError the file is as it was; where nobody knows
    whether that is so, the error is a `Lost`.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    handle = os.open(path, flags, 0o666)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{path} is no plain file. Take it away")
        try:
            if not status.st_size:
                _set_rights(handle, like)
            _write_all(handle, content)
        except BaseException:
            _cut(handle, status.st_size)
            raise
        try:
            os.fdatasync(handle)
            if not status.st_size:
                sync_folder(path.parent)
        except OSError as error:
            # What the system could not write it may have thrown away: nothing more is certain.
            with contextlib.suppress(OSError):
                os.ftruncate(handle, status.st_size)
            raise Lost(*error.args) from error
        return status.st_ino, status.st_size + len(content)
    finally:
        os.close(handle)


class Lost(OSError):
    """A change failed in such a way that nobody knows what is on the disk."""


def cut(path: Path, size: int) -> None:
    """Take off what stands behind a place in a file."""
    handle = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        os.ftruncate(handle, size)
    finally:
        os.close(handle)


def write(path: Path, content: bytes, *, like: Path) -> None:
    """A new file with its content on the disk and the rights of the file it will replace."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        _set_rights(handle, like)
        _write_all(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, spare: Path, content: bytes, *, like: Path) -> None:
    """Write a file whole under another name, and then put it in the place of what was there."""
    write(spare, content, like=like)
    os.replace(spare, path)


def keep_copy(path: Path, spare: Path, backup: Path) -> None:
    """Give a file a second name besides its own, in the place of what had that."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(spare)
    try:
        os.link(path, spare)
    except OSError:  # a file system without links
        write(spare, read(path)[0], like=path)
    os.replace(spare, backup)


def make_folder(path: Path) -> None:
    """Make a folder with those around it, and have it on the disk."""
    if not path.is_dir():
        make_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            os.mkdir(path)
        sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Have the names in a folder on the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unused(path: Path) -> Path:
    """A name beside `path`, of something damaged, that nothing has yet."""
    day = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    name, number = f"{path.name}.damaged-{day}", 1
    while os.path.lexists(path.with_name(name)):
        number += 1
        name = f"{path.name}.damaged-{day}-{number}"
    return path.with_name(name)


def _json(data: object) -> bytes:
    # Half a character, as of a file name that is no UTF-8, becomes what JSON writes for it.
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _entry(number: str, document: Document) -> bytes:
    return _json(number) + b": " + _json(document)


def _change(text: bytes) -> tuple[Op, ...] | None:
    """The steps in a line; None where it is not as it was written."""
    checksum, _, content = text.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(content):
            return None
        ops = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    sound = isinstance(ops, list) and all(map(_is_op, ops))
    return tuple(ops) if sound else None


def _is_op(op: object) -> bool:
    if not (isinstance(op, list) and op and isinstance(op[0], str)):
        return False
    if len(op) != _SHAPES.get(op[0]) or not isinstance(op[1], str):
        return False
    numbered = len(op) == 2 or (isinstance(op[2], str) and _is_number(op[2]))
    return numbered and (op[0] != "put" or isinstance(op[3], dict))


def _is_tables(data: object) -> bool:
    """Whether it has TinyDB's shape: tables by name, documents by number."""
    return isinstance(data, dict) and all(
        isinstance(table, dict)
        and all(_is_number(key) and isinstance(document, dict) for key, document in table.items())
        for table in data.values()
    )


def _is_number(key: str) -> bool:
    return key.removeprefix("-").isdecimal() and len(key) < 20


def _set_rights(handle: int, like: Path) -> None:
    with contextlib.suppress(OSError):
        os.fchmod(handle, stat.S_IMODE(os.lstat(like).st_mode))


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _cut(handle: int, size: int) -> None:
    try:
        os.ftruncate(handle, size)
    except OSError as error:
        raise Lost(*error.args) from error
