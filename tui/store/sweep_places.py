"""What is to be looked at where paths have changed: each page, and what stands beside it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tui.store.beside import PAGES, SIDECARS, parts_beside, parts_of_pages, sidecar_names
from tui.store.files import Place, root_places

GONE = "\0"
"""As the only note of a place: what was known under it is no part of the corpus any more."""


class Places:
    """Looks each folder through once, for very many paths in one may have changed."""

    def __init__(self, given: Sequence[str]) -> None:
        self._given = given
        self._folders: dict[str, _Folder] = {}

    def of(self, path: str) -> Iterator[Place]:
        """What is to be looked at where a path has changed, under which roots it may be.

        With the notes on a page that is the page; with a page also the folder of its parts.
        """
        for top in root_places(self._given):
            if isinstance(top, str):
                continue
            if path == top.path or top.path.startswith(f"{path.rstrip('/')}/"):
                yield top
            elif path.startswith(f"{top.path.rstrip('/')}/"):
                yield from self._inside(top, os.path.relpath(path, top.path).split(os.sep))
            elif path in sidecar_names(top.path):
                yield top

    def _inside(self, top: Place, parts: list[str]) -> Iterator[Place]:
        place = top
        for at, name in enumerate(parts):
            if name.startswith("."):
                return
            last = at == len(parts) - 1
            if any(parts_beside(name)) and name in self._folder(place).inner:
                if last:
                    yield place.inside(name)._replace(notes=(GONE,))
                return
            if last:
                yield from self._last(place, name)
            place = place.inside(name)

    def _last(self, place: Place, name: str) -> Iterator[Place]:
        if name.endswith(SIDECARS):
            for page in self._folder(place).noted.get(name, ()):
                yield place.inside(page)
        stem, ending = os.path.splitext(name)
        if ending.casefold() in PAGES:
            folder = self._folder(place)
            for other in dict.fromkeys([*folder.parts.get(stem, ()), *folder.parts.get(name, ())]):
                yield place.inside(other)._replace(notes=(GONE,) if other in folder.inner else ())
        yield place.inside(name)

    def _folder(self, place: Place) -> _Folder:
        if place.path not in self._folders:
            self._folders[place.path] = _Folder(place.path)
        return self._folders[place.path]


class _Folder:
    """The names in a folder, and which of them belong together."""

    def __init__(self, path: str) -> None:
        try:
            self._names = os.listdir(path)
        except OSError:
            self._names = []

    @cached_property
    def inner(self) -> frozenset[str]:
        """The folders with the parts of pages."""
        return parts_of_pages(self._names)

    @cached_property
    def parts(self) -> Mapping[str, Sequence[str]]:
        """For the name of a page what may be the folder of its parts."""
        found = defaultdict(list)
        for name in self._names:
            for page in parts_beside(name):
                found[page].append(name)
        return found

    @cached_property
    def noted(self) -> Mapping[str, Sequence[str]]:
        """For the name of a sidecar the pages that it may be about."""
        found = defaultdict(list)
        for page in self._names:
            for note in sidecar_names(page):
                found[note].append(page)
        return found


def tops(paths: Iterable[str]) -> list[str]:
    """The paths without those that are under others of them, or the same."""
    found: list[str] = []
    last = ""
    for path in sorted(paths, key=lambda path: path.split("/")):
        if not found or not f"{path}/".startswith(last):
            found.append(path)
            last = f"{path.rstrip('/')}/"
    return found
