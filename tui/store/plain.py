"""Plain files and nothing else: opening one, what it is called, and why it cannot be read."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tui.text.safe import safe_line

LARGEST = 20 * 1024 * 1024
"""The most bytes a page may have: saved pages stay far below, and above it a reader must wait."""

TOO_LARGE = f"larger than {LARGEST // 1024**2} MB, which no article is. Leave it out or split it."
"""What is said of such a file."""

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_REMEDIES = {
    errno.ENOENT: "no such file or folder. Check the path.",
    errno.ENOTDIR: "no such file or folder. Check the path.",
    errno.EACCES: "not permitted. Check who may read it.",
    errno.EPERM: "not permitted. Check who may read it.",
    errno.ELOOP: "a link, or a loop of links. Name the file it should lead to.",
    errno.ENAMETOOLONG: "the path is too long for this system. Open a folder nearer to it.",
    errno.ENXIO: "no plain file. Save what it gives to a file first.",
}

LINK = _REMEDIES[errno.ELOOP]
"""What is said of a link."""

NO_FILE = _REMEDIES[errno.ENXIO]
"""What is said of a pipe, a socket or a device."""

_PART = "\0"  # no path of a file can hold one


class Unreadable(Exception):
    """Why a path gives no bytes, and what to do about it, without the path."""


class Source(NamedTuple):
    """A page to read. `path` opens it; `given` is as the caller wrote it, `key` within the corpus.

    `given` and `key` are safe to print, and may for that reason differ from the real name. The
    stamp, `mtime_ns` and `size`, is that of the file behind it; where sidecars lie beside it,
    `mtime_ns` is a number made of its time and theirs.
    """

    path: str
    given: str
    key: str
    mtime_ns: int
    size: int


@contextlib.contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, os.stat_result]]:
    """A plain file, open for reading from its start.

    Never follows a link and never waits for a pipe or device. Raises Unreadable, also for what
    goes wrong while it is read.
    """
    try:
        handle = os.open(path, _FLAGS)
        with open(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(NO_FILE)
            yield file, status
    except OSError as error:
        raise Unreadable(why(error)) from error
    except ValueError as error:  # a NUL in the path
        raise Unreadable(_REMEDIES[errno.ENOENT]) from error


def member_path(file: str, member: str) -> str:
    """The address of one page in a file that holds many."""
    return f"{file}{_PART}{member}"


def file_of(path: str) -> str:
    """The plain file behind an address: the path itself, or the archive that a page stands in."""
    return path.partition(_PART)[0]


def member_of(path: str) -> str:
    """Which page of its archive an address means; empty for a file of its own."""
    return path.partition(_PART)[2]


def is_member(path: str) -> bool:
    """Whether an address means one page of an archive."""
    return _PART in path


def shown(path: str) -> str:
    """A path that is safe to print on one line, whatever bytes the name has."""
    return safe_line(path)


def why(error: OSError) -> str:
    """What an error of the system means for a reader, and what to do."""
    known = _REMEDIES.get(error.errno or 0)
    return known or f"{error.strerror or error}. Check the disk and the path."
