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
from tui.store.sweep_places import GONE, tops
from tui.store.sweep_reach import is_gone

Stamps = dict[str, tuple[int, int, int]]
"""The stamp of each known page and its id, by path; one that was seen is taken out."""


class Hearer(Protocol):
    """Who walks: what is known as it is needs not be heard of, and is only counted."""

    known: Stamps
    unchanged: int

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
        elif named or is_page(place.path) or is_archive(place.path):
            yield from _file(place, status, hearer, None)
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
            notes = {name for name in names if name.endswith(SIDECARS)}
            others = _others(place, names, handle, hearer, quickly and not notes)
        except OSError as error:
            _failed(place, error, hearer)
            continue
        finally:
            os.close(handle)
        if not others:
            continue
        parts = parts_of_pages(names)
        deeper, new = [], []
        for name, status in others:
            if name in parts:
                continue
            if stat.S_ISDIR(status.st_mode):
                deeper.append(name)
            elif is_page(name) or is_archive(name):
                new.append((name, status))
        # In the order of the list, so that what is read one after another lies together.
        for name, status in sorted(new, key=lambda each: natural(each[0])):
            beside = [note for note in sidecar_names(name) if note in notes]
            file = place.inside(name, beside)
            yield from _file(file, status, hearer, file.notes)
        deeper.sort(key=natural, reverse=True)
        stack += [place.inside(name) for name in deeper]


def _others(
    folder: Place, names: list[str], handle: int, hearer: Hearer, quick: bool
) -> list[tuple[str, os.stat_result]]:
    """What is in a folder, but for what is hidden, and for files that are known as they are."""
    found = []
    unchanged = 0
    known = hearer.known
    top = f"{folder.path.rstrip('/')}/"
    for name in names:
        if name[0] == ".":
            continue
        try:
            status = os.stat(name, dir_fd=handle, follow_symlinks=False)
        except OSError as error:
            _failed(folder.inside(name), error, hearer)
            continue
        path = top + name
        stamp = known.get(path)
        if (
            quick
            and stamp is not None
            and status.st_mtime_ns == stamp[0]
            and status.st_size == stamp[1]
            and status.st_mode & _KIND == _PLAIN
        ):
            del known[path]
            unchanged += 1
        else:
            found.append((name, status))
    hearer.unchanged += unchanged
    return found


def _failed(place: Place, error: OSError, hearer: Hearer) -> None:
    """Tell of a place that cannot be looked at; not where it went this moment."""
    line = f"{shown(place.given)}: {why(error)}"
    if not is_gone(error):
        hearer.away(place.path, line)
    elif error.errno != errno.ENOENT:
        hearer.problem(place.path, line)


_KIND, _PLAIN = 0o170000, 0o100000  # of a mode, without the calls that `stat` would take


def _file(
    place: Place, status: os.stat_result, hearer: Hearer, notes: tuple[str, ...] | None
) -> Iterator[Source]:
    if stat.S_ISREG(status.st_mode):
        mtime_ns = status.st_mtime_ns
        if not is_archive(place.path):
            mtime_ns = stamped(place.path, mtime_ns, notes)
        yield Source(place.path, shown(place.given), shown(place.key), mtime_ns, status.st_size)
    else:
        remedy = LINK if stat.S_ISLNK(status.st_mode) else NO_FILE
        hearer.problem(place.path, f"{shown(place.given)}: {remedy}")
