"""What of a corpus is out of reach just now: nobody took it away, but it cannot be looked at.

A disk that is not mounted, a folder that was renamed or that one may not list: what was read from
there is still known, and stays in the list as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Sequence

from tui.store.files import missing_roots, root_places
from tui.store.index import Index
from tui.store.plain import file_of, member_path, shown, why

KEPT = "The articles that were read from it before are still listed."
"""What is added to a problem that hides articles which were read."""

_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}


class Away:
    """Paths that are out of reach, with all that is under them."""

    def __init__(self, tops: Iterable[str] = ()) -> None:
        self._tops = set(tops)

    def add(self, *tops: str) -> None:
        """So are these too."""
        self._tops.update(tops)

    def top_of(self, path: str) -> str | None:
        """The path that is out of reach and that another, or a page in it, is at or under."""
        if not self._tops:
            return None
        path = file_of(path)
        while path not in self._tops:
            above = os.path.dirname(path)
            if above == path:
                return None
            path = above
        return path

    def __bool__(self) -> bool:
        return bool(self._tops)

    def __contains__(self, path: str) -> bool:
        return self.top_of(path) is not None


def is_gone(error: OSError) -> bool:
    """Whether a path is no more, and not just out of reach."""
    return error.errno in _GONE


def why_away(index: Index, path: str, roots: Sequence[str]) -> str | None:
    """Why a page is out of reach just now; None where it can be got at, or is no more."""
    try:
        os.lstat(file_of(path))
    except OSError as error:
        if not is_gone(error) or path in Away(missing_roots(roots)):
            return why(error)
        return UNMOUNTED if path in Away(unmounted(index, roots)) else None
    return None


def unmounted(index: Index, roots: Sequence[str]) -> dict[str, str]:
    """The roots that are empty, and are other folders than those that were read, and why so.

    That is what is left of a folder where a disk is not mounted.
    """
    found = {}
    for place in root_places(roots):
        if isinstance(place, str) or not os.path.isdir(place.path):
            continue
        before = index.stamp(_name(place.path))
        if before not in (None, _which(place.path)) and not _holds_any(place.path):
            found[place.path] = f"{shown(place.given)}: {UNMOUNTED}"
    return found


def remember(index: Index, roots: Sequence[str]) -> None:
    """Keep which folders the roots are now, to know them the next time."""
    for root in roots:
        path = os.path.realpath(root)
        if os.path.isdir(path) and index.stamp(_name(path)) != _which(path):
            index.set_stamp(_name(path), _which(path))


def lists_any(index: Index, path: str) -> bool:
    """Whether articles are listed that are at or under a path, or in it."""
    where, values = under(path)
    return bool(index.ask(f"SELECT 1 FROM entry {where} LIMIT 1", values))


def under(top: str) -> tuple[str, tuple[bytes, ...]]:
    """What of a table with paths is at or under a path, or in it: of all, if it is empty."""
    if not top:
        return "", ()
    path = os.fsencode(top)
    folder, page = path.rstrip(b"/"), os.fsencode(member_path(top, ""))
    inside = (folder + b"/", folder + b"0", page, path + b"\1")
    return "WHERE path = ? OR path >= ? AND path < ? OR path >= ? AND path < ?", (path, *inside)


UNMOUNTED = "empty, and not the folder that it was. Is its disk there?"
"""What is said of such a root."""


def _name(path: str) -> str:
    return f"root {hashlib.blake2b(os.fsencode(path), digest_size=8).hexdigest()}"


def _which(path: str) -> str:
    status = os.stat(path)
    return f"{status.st_dev}:{status.st_ino}"


def _holds_any(folder: str) -> bool:
    try:
        with os.scandir(folder) as found:
            return any(found)
    except OSError:
        return True
