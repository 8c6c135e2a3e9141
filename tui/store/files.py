"""Which files a corpus holds, and their bytes: nothing but plain readable files gets through."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.text.safe import safe_line

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ""})
"""The endings that count as an article in a folder; a file that is named itself is always tried."""

LARGEST = 20 * 1024 * 1024
"""The most bytes a file may have: saved pages stay far below, and above it a reader must wait."""

TOO_LARGE = f"larger than {LARGEST // 1024**2} MB, which no article is. Leave it out or split it."
"""What is said of such a file."""

_DIGITS = re.compile(r"([0-9]+)")
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


class Unreadable(Exception):
    """Why a path gives no bytes, and what to do about it, without the path."""


class Source(NamedTuple):
    """A file to read. `path` opens it; `given` is as the caller wrote it, `key` within the corpus.

    `given` and `key` are safe to print, and may for that reason differ from the real name.
    """

    path: str
    given: str
    key: str
    mtime_ns: int
    size: int


class Corpus(NamedTuple):
    """What a walk found: the files in path order, and a line for each path that was left out."""

    home: Path
    files: tuple[Source, ...]
    problems: tuple[str, ...]


def walk(roots: Sequence[str | os.PathLike[str]]) -> Corpus:
    """Every article under the files and folders given; `home` is the folder of the first.

    Links are followed for a root only. Hidden entries are passed over in silence, and so is what
    has another ending; what looks like an article and is no plain file gets a line in `problems`.
    """
    files: dict[str, Source] = {}
    problems: list[str] = []
    given = [os.fspath(root) for root in roots]
    base = _common_folder(given)
    for root in given:
        try:
            real = os.path.realpath(root, strict=True)
            status = os.stat(real)
        except OSError as error:
            problems.append(f"{shown(root)}: {why(error)}")
            continue
        key = os.path.relpath(os.path.abspath(root), base)
        if stat.S_ISDIR(status.st_mode):
            for source in _folder(_Place(real, root, "" if key == "." else key), problems):
                files.setdefault(source.path, source)
        elif stat.S_ISREG(status.st_mode):
            source = Source(real, shown(root), shown(key), status.st_mtime_ns, status.st_size)
            files.setdefault(real, source)
        else:
            problems.append(f"{shown(root)}: {_REMEDIES[errno.ENXIO]}")
    ordered: Iterable[Source] = files.values()
    if len(given) > 1:
        ordered = sorted(ordered, key=lambda source: [natural(p) for p in source.key.split("/")])
    return Corpus(_home(given), _distinct(ordered), tuple(dict.fromkeys(problems)))


def read_bytes(path: str) -> tuple[bytes, int, int]:
    """The bytes of a plain file with its `mtime_ns` and size as they were read.

    Never follows a link and never waits for a pipe or device. Raises Unreadable.
    """
    try:
        handle = os.open(path, _FLAGS)
        with open(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(_REMEDIES[errno.ENXIO])
            data = b"" if status.st_size > LARGEST else file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(why(error)) from error
    if max(status.st_size, len(data)) > LARGEST:
        raise Unreadable(TOO_LARGE)
    return data, status.st_mtime_ns, len(data)


def natural(name: str) -> tuple[list[str | int], str]:
    """A sort key that puts `2.txt` before `10.txt`, whatever the case, and never ties."""
    parts = _DIGITS.split(name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name


def shown(path: str) -> str:
    """A path that is safe to print on one line, whatever bytes the name has."""
    return safe_line(path)


def why(error: OSError) -> str:
    """What an error of the system means for a reader, and what to do."""
    known = _REMEDIES.get(error.errno or 0)
    return known or f"{error.strerror or error}. Check the disk and the path."


class _Place(NamedTuple):
    """A folder on the walk: how to open it, how the caller wrote it, and its key."""

    path: str
    given: str
    key: str

    def inside(self, name: str) -> _Place:
        key = f"{self.key}/{name}" if self.key else name
        return _Place(os.path.join(self.path, name), os.path.join(self.given, name), key)


def _folder(top: _Place, problems: list[str]) -> Iterator[Source]:
    """The articles under a folder, in path order: a stack and no recursion, for any depth."""
    seen: set[tuple[int, int]] = set()
    stack = [top]
    while stack:
        place = stack.pop()
        try:
            status = os.lstat(place.path)
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in seen:
                    problems.append(f"{shown(place.given)}: this folder holds itself; passed over.")
                    continue
                seen.add((status.st_dev, status.st_ino))
                names = [name for name in os.listdir(place.path) if not name.startswith(".")]
                stack += [place.inside(name) for name in sorted(names, key=natural, reverse=True)]
            elif os.path.splitext(place.path)[1].casefold() not in SUFFIXES:
                continue
            elif stat.S_ISREG(status.st_mode):
                given, key = shown(place.given), shown(place.key)
                yield Source(place.path, given, key, status.st_mtime_ns, status.st_size)
            else:
                code = errno.ELOOP if stat.S_ISLNK(status.st_mode) else errno.ENXIO
                problems.append(f"{shown(place.given)}: {_REMEDIES[code]}")
        except OSError as error:
            problems.append(f"{shown(place.given)}: {why(error)}")


def _common_folder(given: Sequence[str]) -> str:
    """The deepest folder that holds all roots: keys are relative to it."""
    folders = [_own_folder(os.path.abspath(root)) for root in given]
    return os.path.commonpath(folders) if folders else os.curdir


def _home(given: Sequence[str]) -> Path:
    first = os.path.realpath(given[0]) if given else os.path.realpath(os.curdir)
    return Path(_own_folder(first))


def _own_folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path)


def _distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources with keys that differ, where making them safe to print made two alike."""
    taken: set[str] = set()
    result = []
    for source in sources:
        key, number = source.key, 1
        while key in taken:
            number += 1
            key = f"{source.key} ({number})"
        taken.add(key)
        if key != source.key:
            source = Source(source.path, source.given, key, source.mtime_ns, source.size)
        result.append(source)
    return tuple(result)
