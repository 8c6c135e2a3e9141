"""A disk that remembers what reached it when: what may be left of it after the power went.

The calls of `os` go through to a real folder and are written down. What was not flushed may be on
the disk or not, names and contents each for themselves; what was written last may be there in
part, or as zeros.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CALLS = ("open", "close", "write", "ftruncate", "fsync", "fdatasync", "mkdir", "link", "unlink")


class Event(NamedTuple):
    """One thing that happened: `data`, `cut`, `name`, `sync` (of a file or folder) or `done`.

    `at` is the number of the file, or the folder; `site` the function that asked for a flush.
    """

    what: str
    at: int | str
    name: str = ""
    data: bytes = b""
    target: int | None = None
    size: int = 0
    site: str = ""
    moved: str = ""


State = frozenset[tuple[str, bytes | None]]
"""What a folder holds: files with their content and folders with None, by their paths."""


class Recorder:
    """Writes down what happens under a folder."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.events: list[Event] = []
        self._root = str(root)
        self._handles: dict[int, int | str] = {}
        self._numbers: dict[str, int] = {}
        self._count = itertools.count(1)
        self._real = {name: getattr(os, name) for name in (*CALLS, "replace")}
        for name in (*CALLS, "replace"):
            patch.setattr(os, name, getattr(self, f"_{name}"))

    def done(self) -> None:
        """Note that a change was said to be kept."""
        self.events.append(Event("done", 0))

    def _ours(self, path: Any) -> str | None:
        name = os.fspath(path)
        inside = isinstance(name, str) and name.startswith(self._root)
        return name[len(self._root) :] or "/" if inside and not name.endswith(".lock") else None

    def _named(self, path: str, number: int | None, moved: str = "") -> None:
        folder, name = os.path.split(path)
        if number is None:
            self._numbers.pop(path, None)
        else:
            self._numbers[path] = number
        self.events.append(Event("name", folder, name, target=number, moved=moved))

    def _open(self, path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        name = self._ours(path)
        new = name is not None and not os.path.lexists(path)
        handle: int = self._real["open"](path, flags, mode, **more)
        if name is not None:
            if new:
                self._named(name, next(self._count))
            self._handles[handle] = name if flags & os.O_DIRECTORY else self._numbers.get(name, 0)
        return handle

    def _close(self, handle: int) -> None:
        self._handles.pop(handle, None)
        self._real["close"](handle)

    def _write(self, handle: int, data: Any) -> int:
        size = os.fstat(handle).st_size
        written: int = self._real["write"](handle, data)
        if handle in self._handles:
            event = Event("data", self._handles[handle], data=bytes(data[:written]), size=size)
            self.events.append(event)
        return written

    def _ftruncate(self, handle: int, size: int) -> None:
        self._real["ftruncate"](handle, size)
        if handle in self._handles:
            self.events.append(Event("cut", self._handles[handle], size=size))

    def _fsync(self, handle: int) -> None:
        self._flush(handle)

    def _fdatasync(self, handle: int) -> None:
        self._flush(handle)

    def _flush(self, handle: int) -> None:
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code.co_name == "sync_folder":
            frame = frame.f_back
        if handle in self._handles:
            site = frame.f_code.co_name
            what = "folder of" if isinstance(self._handles[handle], str) else "file of"
            self.events.append(Event("sync", self._handles[handle], site=f"{what} {site}"))

    def _mkdir(self, path: Any, mode: int = 0o777, **more: Any) -> None:
        self._real["mkdir"](path, mode, **more)
        if (name := self._ours(path)) is not None:
            self._named(name, 0)

    def _link(self, old: Any, new: Any, **more: Any) -> None:
        self._real["link"](old, new, **more)
        self._named(self._ours(new) or "", self._numbers[self._ours(old) or ""])

    def _unlink(self, path: Any, **more: Any) -> None:
        self._real["unlink"](path, **more)
        if (name := self._ours(path)) is not None:
            self._named(name, None)

    def _replace(self, old: Any, new: Any, **more: Any) -> None:
        self._real["replace"](old, new, **more)
        source, target = self._ours(old) or "", self._ours(new) or ""
        number = self._numbers.pop(source)
        self._named(target, number, moved=os.path.basename(source))


def states(events: Iterable[Event]) -> Iterator[tuple[int, State]]:
    """All that may be left, after each event: how many changes were done then, and what is left."""
    done = 0
    names: dict[str, dict[str, int]] = {"/": {}}
    pending: dict[str, list[Event]] = {}
    contents: dict[int, bytes] = {}
    waiting: dict[int, list[Event]] = {}
    seen: set[tuple[int, State]] = set()
    for event in events:
        if event.what == "done":
            done += 1
        elif event.what == "name":
            pending.setdefault(str(event.at), []).append(event)
        elif event.what == "sync" and isinstance(event.at, str):
            held = names.setdefault(event.at, {})
            _named(held, pending.pop(event.at, []))
        elif event.what == "sync":
            number = int(event.at)
            contents[number] = _written(contents.get(number, b""), waiting.pop(number, []))
        else:
            waiting.setdefault(int(event.at), []).append(event)
        for state in _left(names, pending, contents, waiting):
            if (done, state) not in seen:
                seen.add((done, state))
                yield done, state


def lay(state: State, root: Path) -> None:
    """Make a folder hold what was left."""
    for name, content in sorted(state, key=lambda each: each[0]):
        path = Path(f"{root}{name}")
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_bytes(content)


def _left(
    names: dict[str, dict[str, int]],
    pending: dict[str, list[Event]],
    contents: dict[int, bytes],
    waiting: dict[int, list[Event]],
) -> Iterator[State]:
    folders = sorted({*names, *pending})
    choices = [list(_subsets(pending.get(folder, []))) for folder in folders]
    for chosen in itertools.product(*choices):
        tree: dict[str, dict[str, int]] = {}
        for folder, events in zip(folders, chosen, strict=True):
            tree[folder] = dict(names.get(folder, {}))
            _named(tree[folder], events)
        files = [
            (folder, name, number)
            for folder, held in tree.items()
            for name, number in held.items()
            if _there(folder, tree)
        ]
        numbers = sorted({number for _, _, number in files if number})
        variants = [_variants(contents.get(n, b""), waiting.get(n, [])) for n in numbers]
        for texts in itertools.product(*variants):
            text = dict(zip(numbers, texts, strict=True))
            yield frozenset(
                (f"{folder.rstrip('/')}/{name}", text[number] if number else None)
                for folder, name, number in files
            )


def _there(folder: str, tree: dict[str, dict[str, int]]) -> bool:
    if folder == "/":
        return True
    above, name = os.path.split(folder)
    return name in tree.get(above, {}) and _there(above, tree)


def _subsets(events: list[Event]) -> Iterator[list[Event]]:
    for size in range(len(events) + 1):
        for chosen in itertools.combinations(events, size):
            yield list(chosen)


def _named(held: dict[str, int], events: list[Event]) -> None:
    for event in events:
        if event.moved:
            held.pop(event.moved, None)
        if event.target is None:
            held.pop(event.name, None)
        else:
            held[event.name] = event.target


def _written(content: bytes, events: list[Event]) -> bytes:
    for event in events:
        content = content[: event.size].ljust(event.size, b"\0") + event.data
    return content


def _variants(content: bytes, events: list[Event]) -> list[bytes]:
    if not events:
        return [content]
    now = _written(content, events)
    added = len(now) - len(content)
    torn = [now[: len(content) + added // 2], content + b"\0" * added] if added > 1 else []
    return [content, now, *torn]
