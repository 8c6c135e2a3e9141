"""What a reader did before, in memory: what was read, how far, and which searches were kept."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import NamedTuple

from tui.store.bookmarks import NotSaved
from tui.store.views import Sort


class SavedQuery(NamedTuple):
    """A search under a name."""

    name: str
    text: str


class Remembered:
    """Read marks, places and searches of a library that keeps them nowhere else."""

    hold: threading.Event
    version: int
    full_disk: bool

    def __init__(self) -> None:
        self.read_keys: set[str] = set()
        self.changed_keys: set[str] = set()
        self.places: dict[str, int] = {}
        self.last: tuple[str, int] | None = None
        self.sort: Sort = "path"
        self._saved: dict[str, str] = {}
        self._recent: tuple[str, ...] = ()

    def set_read(self, keys: Iterable[str], read: bool, *, by_hand: bool = True) -> None:
        self._write()
        self.read_keys = self.read_keys | set(keys) if read else self.read_keys - set(keys)
        self.changed_keys -= set(keys)
        self.version += 1

    def place(self, key: str) -> int:
        return self.places.get(key, 0)

    def keep_place(self, key: str, position: int) -> None:
        self.places[key] = position
        self.last = key, position

    def last_place(self) -> tuple[str, int] | None:
        return self.last

    def last_sort(self) -> Sort:
        return self.sort

    def keep_sort(self, sort: Sort) -> None:
        self._write()
        self.sort = sort

    def saved_queries(self) -> tuple[SavedQuery, ...]:
        return tuple(SavedQuery(*one) for one in self._saved.items())

    def save_query(self, name: str, text: str) -> str | None:
        self._write()
        old, self._saved[name] = self._saved.get(name), text
        return None if old == text else old

    def drop_query(self, name: str) -> None:
        self._write()
        self._saved.pop(name, None)

    def recent_queries(self) -> tuple[str, ...]:
        return self._recent

    def remember_query(self, text: str) -> None:
        self._write()
        self._recent = (text, *(one for one in self._recent if one != text))[:100]

    def _write(self) -> None:
        self.hold.wait(5)
        if self.full_disk:
            raise NotSaved("NOT SAVED: the disk is full. Make room and try again.")
