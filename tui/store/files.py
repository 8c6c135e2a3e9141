"""Which files a corpus holds, and their bytes: nothing but plain readable files gets through."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.store.beside import SIDECARS, parts_of_pages, sidecar_names, stamped
from tui.store.plain import (
    LARGEST,
    LINK,
    NO_FILE,
    TOO_LARGE,
    Source,
    Unreadable,
    file_of,
    is_member,
    opened,
    shown,
    why,
)

__all__ = [
    "ARCHIVES",
    "LARGEST",
    "SUFFIXES",
    "TOO_LARGE",
    "Corpus",
    "Place",
    "Source",
    "Unreadable",
    "file_of",
    "home_of",
    "is_archive",
    "is_member",
    "is_page",
    "natural",
    "read_bytes",
    "root_places",
    "root_problems",
    "shown",
    "stamp",
    "walk",
    "why",
]

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ""})
"""The endings that count as an article in a folder; a file that is named itself is always tried.

`.gz` after one of them counts too.
"""

ARCHIVES = (".warc", ".warc.gz")
"""The endings of files that hold many pages."""

_ONE_FILE = (".mhtml", ".mht")
_PACKED = ".gz"
_NESTED = (b"\x1f\x8b", b"PK\x03\x04", b"WARC/")  # gzip, zip, and a web archive
_DIGITS = re.compile(r"([0-9]+)")


class Corpus(NamedTuple):
    """What a walk found: the files in path order, and a line for each path that was left out.

    `containers` are the files that hold many pages, in path order too; they are not among `files`.
    """

    home: Path
    files: tuple[Source, ...]
    problems: tuple[str, ...]
    containers: tuple[Source, ...] = ()


def walk(roots: Sequence[str | os.PathLike[str]], *, expand: bool = False) -> Corpus:
    """Every article under the files and folders given; `home` is the folder of the first.

    Links are followed for a root only. Hidden entries are passed over in silence, and so is what
    has another ending, and the folder of parts that a browser saved beside a page; what looks
    like an article and is no plain file gets a line in `problems`.

    Files that hold many pages are listed as `containers`, for to look into them takes its time
    (`tui.store.containers.members`). With `expand` their pages stand among the files.
    """
    found: dict[str, Source] = {}
    problems: list[str] = []
    given = [os.fspath(root) for root in roots]
    for top in root_places(given):
        if isinstance(top, str):
            problems.append(top)
            continue
        for source in _folder(top, problems) if os.path.isdir(top.path) else _named(top):
            found.setdefault(source.path, source)
    ordered: Iterable[Source] = found.values()
    if len(given) > 1:
        ordered = sorted(ordered, key=lambda source: path_order(source.key))
    sources = _distinct(ordered)
    if expand:
        sources = _distinct(_expanded(sources, problems))
    files = tuple(source for source in sources if not is_archive(source.path))
    containers = tuple(source for source in sources if is_archive(source.path))
    return Corpus(home_of(given), files, tuple(dict.fromkeys(problems)), containers)


def root_problems(roots: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    """A line for each root that is not there or no plain file or folder."""
    given = [os.fspath(root) for root in roots]
    return tuple(dict.fromkeys(top for top in root_places(given) if isinstance(top, str)))


def missing_roots(roots: Iterable[str]) -> dict[str, str]:
    """The roots that cannot be got at, by where they would be, with a line for each."""
    found = {}
    for root in roots:
        try:
            os.stat(os.path.realpath(root, strict=True))
        except OSError as error:
            found[os.path.realpath(root)] = f"{shown(root)}: {why(error)}"
    return found


def read_bytes(path: str) -> tuple[bytes, int, int]:
    """The bytes of a page with its stamp, `mtime_ns` and size, as in its `Source`.

    A packed page is unpacked, and of a "single file" of a browser it is the page in it. Never
    follows a link and never waits for a pipe or device. Raises Unreadable.
    """
    if is_member(path):
        from tui.store.containers import read_member

        return read_member(path)
    if is_archive(path):
        raise Unreadable("a web archive of many pages. Name it or its folder to read those.")
    with opened(path) as (file, status):
        # Asked for all that may come, it would make room for that much each time.
        data = b"" if status.st_size > LARGEST else file.read(status.st_size + 1)
        if len(data) > status.st_size:  # it grows, or has no size of its own
            data += file.read(max(0, LARGEST + 1 - len(data)))
    if max(status.st_size, len(data)) > LARGEST:
        raise Unreadable(TOO_LARGE)
    size = len(data)
    return _content(path, data), stamped(path, status.st_mtime_ns), size


def stamp(path: str) -> tuple[int, int]:
    """The `mtime_ns` and size that `read_bytes` would give now, without reading. Raises OSError."""
    status = os.stat(file_of(path), follow_symlinks=False)
    if is_member(path):
        return status.st_mtime_ns, status.st_size
    return stamped(path, status.st_mtime_ns), status.st_size


def natural(name: str) -> tuple[list[str | int], str]:
    """A sort key that puts `2.txt` before `10.txt`, whatever the case, and never ties."""
    parts = _DIGITS.split(name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name


def path_order(key: str) -> list[tuple[list[str | int], str]]:
    """A sort key for paths: folder by folder, each as `natural` has it."""
    return [natural(part) for part in key.split("/")]


def _content(path: str, data: bytes) -> bytes:
    """The page in the bytes of a file, by the ending of its name."""
    name = path.casefold()
    if name.endswith(_PACKED):
        from tui.store.packing import gunzip, head

        if head(data).startswith(_NESTED):
            raise Unreadable(
                "an archive inside a gzip file, which newsreader does not open. Unpack it "
                "first (a packed web archive must be called .warc.gz)."
            )
        name, data = name.removesuffix(_PACKED), gunzip(data)
    if name.endswith(_ONE_FILE):
        from tui.store.mhtml import page_in

        return page_in(data)
    return data


def is_archive(path: str) -> bool:
    """Whether a file is one of many pages, by its name."""
    return path.casefold().endswith(ARCHIVES)


def is_page(name: str) -> bool:
    """Whether a name in a folder is that of an article."""
    stem, ending = os.path.splitext(name)
    if ending.casefold() == _PACKED:
        ending = os.path.splitext(stem)[1]
    return ending.casefold() in SUFFIXES


def _expanded(sources: Iterable[Source], problems: list[str]) -> Iterator[Source]:
    """The sources with the pages of each archive in its place."""
    from tui.store.containers import members

    for source in sources:
        if not is_archive(source.path):
            yield source
            continue
        for page in members(source):
            if isinstance(page, str):
                problems.append(page)
            else:
                yield page


class Place(NamedTuple):
    """A folder or file on the walk: how to open it, how the caller wrote it, and its key.

    `notes` are the sidecars that stand beside it.
    """

    path: str
    given: str
    key: str
    notes: tuple[str, ...] = ()

    def inside(self, name: str, notes: Iterable[str] = ()) -> Place:
        """A place in this folder."""
        key = f"{self.key}/{name}" if self.key else name
        return Place(
            os.path.join(self.path, name),
            os.path.join(self.given, name),
            key,
            tuple(os.path.join(self.path, note) for note in notes),
        )


def root_places(given: Sequence[str]) -> Iterator[Place | str]:
    """Where each root is; a line for one that is no plain file or folder."""
    base = _common_folder(given)
    for root in given:
        try:
            real = os.path.realpath(root, strict=True)
            mode = os.stat(real).st_mode
        except OSError as error:
            yield f"{shown(root)}: {why(error)}"
            continue
        key = os.path.relpath(os.path.abspath(root), base)
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            yield Place(real, root, "" if key == "." else key)
        else:
            yield f"{shown(root)}: {NO_FILE}"


def _named(place: Place) -> Iterator[Source]:
    """A file that was named itself, whatever its ending."""
    with contextlib.suppress(OSError):
        status = os.stat(place.path)
        mtime_ns = status.st_mtime_ns
        if not is_archive(place.path):
            mtime_ns = stamped(place.path, mtime_ns)
        yield Source(place.path, shown(place.given), shown(place.key), mtime_ns, status.st_size)


def _folder(top: Place, problems: list[str]) -> Iterator[Source]:
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
                stack += _entries(place, os.listdir(place.path))
            elif not (is_page(place.path) or is_archive(place.path)):
                continue
            elif stat.S_ISREG(status.st_mode):
                given, key = shown(place.given), shown(place.key)
                mtime_ns = stamped(place.path, status.st_mtime_ns, place.notes)
                yield Source(place.path, given, key, mtime_ns, status.st_size)
            else:
                remedy = LINK if stat.S_ISLNK(status.st_mode) else NO_FILE
                problems.append(f"{shown(place.given)}: {remedy}")
        except OSError as error:
            problems.append(f"{shown(place.given)}: {why(error)}")


def _entries(folder: Place, names: list[str]) -> Iterator[Place]:
    """What is to be looked at in a folder, last one first."""
    notes = {name for name in names if name.endswith(SIDECARS)}
    parts = parts_of_pages(names)
    for name in sorted(names, key=natural, reverse=True):
        if name.startswith(".") or name in parts:
            continue
        beside = [note for note in sidecar_names(name) if note in notes] if notes else []
        yield folder.inside(name, beside)


def _common_folder(given: Sequence[str]) -> str:
    """The deepest folder that holds all roots: keys are relative to it."""
    folders = [_own_folder(os.path.abspath(root)) for root in given]
    return os.path.commonpath(folders) if folders else os.curdir


def home_of(given: Sequence[str]) -> Path:
    """The folder that a corpus is at home in: that of its first root."""
    first = os.path.realpath(given[0]) if given else os.path.realpath(os.curdir)
    return Path(_own_folder(first))


def _own_folder(path: str) -> str:
    """The folder itself or that of a file; what is not there just now goes by its name."""
    if os.path.exists(path):
        return path if os.path.isdir(path) else os.path.dirname(path)
    is_named = bool(os.path.splitext(path)[1]) and (is_page(path) or is_archive(path))
    return os.path.dirname(path) if is_named else path


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
