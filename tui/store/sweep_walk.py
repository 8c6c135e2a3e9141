"""The walk of a sweep: as tui.store.files.walk, in no order, and short for what is unchanged."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from typing import Protocol

from tui.store.beside import SIDECARS, parts_of_pages, sidecar_names, stamped
from tui.store.files import Place, is_archive, is_page, natural, root_places
from tui.store.plain import LINK, NO_FILE, Source, shown, why
from tui.store.sweep_folders import Folders, Stamped
from tui.store.sweep_places import GONE, tops
from tui.store.sweep_reach import is_gone

Stamps = dict[str, tuple[int, int, int]]
"""The stamp of each known page and its id, by path; one that was seen is taken out."""


class Hearer(Protocol):
    """Who walks: what is known as it is needs not be heard of, and is only counted."""

    unchanged: int
    folders: Folders

    @property
    def known(self) -> Stamps:
        """What is known of the pages."""

    def problem(self, path: str, line: str) -> None:
        """Hear of a path that was left out, and why."""

    def away(self, path: str, line: str) -> None:
        """So of one that is out of reach, with all that is known under it."""


def found(given: Sequence[str], hearer: Hearer) -> Iterator[Source]:
    """Every file under some roots, each once, but those that the hearer knows as they are."""
    places = [top for top in root_places(given) if not isinstance(top, str)]  # told of apart
    twice = len(tops(place.path for place in places)) < len(places)
    seen: set[str] = set()
    for top in places:
        for source in found_at(top, hearer, named=True, quickly=not twice):
            if not twice:
                yield source
            elif source.path not in seen:
                seen.add(source.path)
                yield source


def found_at(
    place: Place, hearer: Hearer, *, named: bool = False, quickly: bool = True
) -> Iterator[Source]:
    """So at one place: a file, a folder with all that is in it, or nothing any more."""
    try:
        status = os.lstat(place.path)
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(place, hearer, quickly)
        elif named or _is_wanted(place.path):
            yield from _file(place, status, hearer)
    except OSError as error:
        _failed(place, error, hearer)


def _folder(top: Place, hearer: Hearer, quickly: bool) -> Iterator[Source]:
    if top.notes == (GONE,):
        return
    seen: set[tuple[int, int]] = set()
    stack = [top]
    while stack:
        place = stack.pop()
        try:
            handle = os.open(place.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError as error:
            _failed(place, error, hearer)
            continue
        try:
            status = os.fstat(handle)
            if (status.st_dev, status.st_ino) in seen:
                line = f"{shown(place.given)}: this folder holds itself; passed over."
                hearer.problem(place.path, line)
                continue
            seen.add((status.st_dev, status.st_ino))
            names = os.listdir(handle)
            plain, others = _listed(place, names, handle, hearer)
        except OSError as error:
            _failed(place, error, hearer)
            continue
        finally:
            os.close(handle)
        beside = [name for name, _ in others]
        count = hearer.folders.same(place.path, plain, beside) if quickly else None
        if count is not None:
            hearer.unchanged += count
            parts = parts_of_pages(names) if others else frozenset()
        else:
            parts = parts_of_pages(names)
            notes = {name for name in names if name.endswith(SIDECARS)}
            pages = [each for each in plain if each[0] not in parts and _is_wanted(each[0])]
            if quickly and not notes:
                if not any(is_archive(name) for name, *_ in pages):
                    hearer.folders.saw(place.path, plain, beside, pages)
                pages = _new(place, pages, hearer)
            # In the order of the list, so that what is read one after another lies together.
            for name, mtime_ns, size in sorted(pages, key=lambda each: natural(each[0])):
                file = place.inside(name, [note for note in sidecar_names(name) if note in notes])
                yield _plain(file, mtime_ns, size, file.notes)
        deeper = []
        for name, status in others:
            if name in parts:
                continue
            if stat.S_ISDIR(status.st_mode):
                deeper.append(name)
            elif _is_wanted(name):
                yield from _file(place.inside(name), status, hearer)
        deeper.sort(key=natural, reverse=True)
        stack += [place.inside(name) for name in deeper]


def _listed(
    folder: Place, names: list[str], handle: int, hearer: Hearer
) -> tuple[list[Stamped], list[tuple[str, os.stat_result]]]:
    """What is in a folder, but for what is hidden: plain files, and all else."""
    plain, others = [], []
    for name in names:
        if name[0] == ".":
            continue
        try:
            status = os.stat(name, dir_fd=handle, follow_symlinks=False)
        except OSError as error:
            _failed(folder.inside(name), error, hearer)
            continue
        if status.st_mode & _KIND == _PLAIN:
            plain.append((name, status.st_mtime_ns, status.st_size))
        else:
            others.append((name, status))
    return plain, others


def _new(folder: Place, files: list[Stamped], hearer: Hearer) -> list[Stamped]:
    """Those pages of a folder that are not known as they are."""
    found = []
    known = hearer.known
    top = f"{folder.path.rstrip('/')}/"
    for file in files:
        path = top + file[0]
        stamp = known.get(path)
        if stamp is not None and file[1] == stamp[0] and file[2] == stamp[1]:
            del known[path]
            hearer.unchanged += 1
        else:
            found.append(file)
    return found


def _is_wanted(name: str) -> bool:
    return is_page(name) or is_archive(name)


def _failed(place: Place, error: OSError, hearer: Hearer) -> None:
    """Tell of a place that cannot be looked at; not where it went this moment."""
    line = f"{shown(place.given)}: {why(error)}"
    if not is_gone(error):
        hearer.away(place.path, line)
    elif error.errno != errno.ENOENT:
        hearer.problem(place.path, line)


_KIND, _PLAIN = 0o170000, 0o100000  # of a mode, without the calls that `stat` would take


def _file(place: Place, status: os.stat_result, hearer: Hearer) -> Iterator[Source]:
    if stat.S_ISREG(status.st_mode):
        yield _plain(place, status.st_mtime_ns, status.st_size, None)
    else:
        remedy = LINK if stat.S_ISLNK(status.st_mode) else NO_FILE
        hearer.problem(place.path, f"{shown(place.given)}: {remedy}")


def _plain(place: Place, mtime_ns: int, size: int, notes: tuple[str, ...] | None) -> Source:
    if not is_archive(place.path):
        mtime_ns = stamped(place.path, mtime_ns, notes)
    return Source(place.path, shown(place.given), shown(place.key), mtime_ns, size)
