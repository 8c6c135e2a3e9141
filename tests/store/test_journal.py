from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from tui.store import journal
from tui.store.journal import Damaged, SnapshotStorage, Tables, load

OLD: Tables = {"bookmarks": {"1": {"path": "oud.txt"}}}
NEW: Tables = {"bookmarks": {"1": {"path": "oud.txt"}, "2": {"path": "nieuw.txt"}}}

# Text as a file name or an article may bring it, lone surrogates included.
texts = st.text(st.characters(exclude_categories=[]), max_size=8)
documents = st.dictionaries(
    texts, st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=3)
)
tables = st.dictionaries(
    texts, st.dictionaries(st.integers(1, 99).map(str), documents, max_size=3), max_size=3
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def stored(path: Path, *versions: Tables) -> SnapshotStorage:
    storage = SnapshotStorage(path)
    for version in versions:
        storage.read()
        storage.write(version)
    return storage


@given(data=tables)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: Tables
) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.json"
    stored(path, data)
    assert SnapshotStorage(path).read() == data


def test_the_file_is_plain_tinydb_json(path: Path) -> None:
    with TinyDB(storage=SnapshotStorage, path=path) as database:
        database.table("bookmarks").insert({"path": "één.txt"})
    assert json.loads(path.read_text("utf-8")) == {"bookmarks": {"1": {"path": "één.txt"}}}
    with TinyDB(path) as database:
        assert database.table("bookmarks").all() == [{"path": "één.txt"}]


def test_there_is_no_file_before_the_first_change(path: Path) -> None:
    assert SnapshotStorage(path).read() is None
    assert not path.exists()


def test_the_version_before_the_last_change_is_kept(path: Path) -> None:
    stored(path, OLD, NEW)
    assert load(path.with_name("notes.json.bak"))[0] == OLD


def test_nothing_else_is_left_beside_the_file(path: Path) -> None:
    stored(path, OLD, NEW, OLD)
    assert sorted(p.name for p in path.parent.iterdir()) == ["notes.json", "notes.json.bak"]


def test_a_file_system_without_links_keeps_a_backup_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    stored(path, OLD, NEW)
    assert load(path.with_name("notes.json.bak"))[0] == OLD


def test_the_rights_of_the_file_stay_as_they_are(path: Path) -> None:
    stored(path, OLD)
    path.chmod(0o640)
    stored(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


class Crash(BaseException):
    """The machine stops here."""


STEPS = ("mkdir", "open", "write", "fsync", "link", "replace", "unlink")


class Machine:
    """Counts the steps that reach the disk, and fails at a chosen one.

    It stops for good with Crash; with an OSError it goes on, as after a full disk.
    """

    def __init__(self, patch: pytest.MonkeyPatch, at: int | None, error: BaseException) -> None:
        self.steps = 0
        self._at = at
        self._error = error
        for name in STEPS:
            patch.setattr(os, name, self._step(getattr(os, name), half=name == "write"))
        patch.setattr(journal, "open", self._open, raising=False)

    def _step(self, real: Any, half: bool = False) -> Any:
        def step(*args: Any, **kwargs: Any) -> Any:
            self.steps += 1
            dead = isinstance(self._error, Crash) and self._at is not None
            if self.steps == self._at or (dead and self.steps > (self._at or 0)):
                if half:
                    real(args[0], args[1][: len(args[1]) // 2])
                raise self._error
            return real(*args, **kwargs)

        return step

    def _open(self, handle: int, mode: str) -> Any:
        """Python's own files write past `os.write`: this one does not."""
        file = open(handle, mode)  # noqa: SIM115  # closed by whoever asked for it
        if "r" in mode:
            return file

        class Watched:
            def __enter__(self) -> Watched:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def fileno(self) -> int:
                return file.fileno()

            def flush(self) -> None:
                pass

            def write(self, content: bytes) -> None:
                os.write(file.fileno(), content)

        return Watched()


def steps_of_a_change(folder: Path) -> int:
    storage = stored(folder / "notes.json", OLD)
    with pytest.MonkeyPatch.context() as patch:
        machine = Machine(patch, None, Crash())
        storage.write(NEW)
    return machine.steps


def failures(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "count").mkdir()
    steps = steps_of_a_change(tmp_path / "count")
    assert steps >= 8  # open, write, fsync, unlink, link, replace, replace, open, fsync
    yield from range(1, steps + 1)


def test_a_crash_at_any_step_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path) -> None:
    for step in failures(tmp_path):
        path = tmp_path / str(step) / "notes.json"
        storage = stored(path, OLD)
        with pytest.MonkeyPatch.context() as patch:
            Machine(patch, step, Crash())
            with pytest.raises(Crash):
                storage.write(NEW)
        assert load(path)[0] in (OLD, NEW)
        assert stored(path, NEW).read() == NEW  # and the next start can go on from there


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failing_disk_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path, code: int) -> None:
    for step in failures(tmp_path):
        path = tmp_path / str(step) / "notes.json"
        storage = stored(path, OLD)
        with pytest.MonkeyPatch.context() as patch:
            Machine(patch, step, OSError(code, os.strerror(code)))
            try:
                storage.write(NEW)
                told = True
            except OSError:
                told = False
        kept = load(path)[0]
        assert kept in ((NEW,) if told else (OLD, NEW))
        storage.read()
        storage.write(NEW)
        assert load(path)[0] == NEW


def test_the_content_is_on_the_disk_before_it_takes_the_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = stored(path, OLD)
    order: list[str] = []

    def watch(name: str) -> None:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            order.append(name)
            return real(*args, **kwargs)

        monkeypatch.setattr(os, name, call)

    watch("fsync")
    watch("replace")
    storage.write(NEW)
    assert order == ["fsync", "replace", "replace", "fsync"]


DAMAGE = {
    "cut off": b'{"bookmarks": {"1": {"pa',
    "binary": b"\x00\xff\xfe\x00",
    "a list": b"[]",
    "no documents": b'{"bookmarks": {"1": 3}}',
    "no number": b'{"bookmarks": {"een": {}}}',
    "no end of a number": b'{"bookmarks": {"' + b"1" * 5000 + b'": {}}}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_and_the_backup_taken(path: Path, content: bytes) -> None:
    stored(path, OLD, NEW)
    path.write_bytes(content)
    storage = SnapshotStorage(path)
    assert storage.read() == OLD
    assert storage.notice is not None
    (aside,) = path.parent.glob("notes.json.damaged-*")
    assert aside.read_bytes() == content
    assert str(aside) in storage.notice


def test_a_damaged_file_without_a_backup_starts_afresh(path: Path) -> None:
    path.write_bytes(b"{")
    storage = SnapshotStorage(path)
    assert storage.read() is None
    assert "start afresh" in (storage.notice or "")
    storage.write(NEW)
    assert SnapshotStorage(path).read() == NEW


def test_damage_upon_damage_keeps_both_files(path: Path) -> None:
    for _ in range(3):
        path.write_bytes(b"{")
        SnapshotStorage(path).read()
    assert len(list(path.parent.glob("notes.json.damaged-*"))) == 3


def test_a_file_that_another_program_changed_is_not_overwritten(path: Path) -> None:
    storage = stored(path, OLD)
    storage.read()
    other = stored(path, NEW)
    with pytest.raises(OSError, match="changed by another program"):
        storage.write({})
    assert load(path)[0] == NEW
    storage.read()
    storage.write(OLD)
    with pytest.raises(OSError, match="changed by another program"):
        other.write(NEW)


def test_an_empty_file_holds_no_notes_and_no_damage(path: Path) -> None:
    path.touch()
    storage = SnapshotStorage(path)
    assert storage.read() is None
    assert storage.notice is None


def test_a_link_in_the_place_of_the_notes_is_not_followed(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "target.json"
    target.write_text(json.dumps(OLD))
    path.symlink_to(target)
    with pytest.raises(OSError):
        SnapshotStorage(path).read()
    assert json.loads(target.read_text()) == OLD


def test_a_pipe_in_the_place_of_the_notes_does_not_hang(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(Damaged):
        load(path)
