from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from tui.store import journal_files
from tui.store.journal import Damaged, JournalStorage, Op, Tables, load

OLD: Tables = {"bookmarks": {"1": {"path": "oud.txt"}}}
NEW: Tables = {"bookmarks": {"1": {"path": "oud.txt"}, "2": {"path": "nieuw.txt"}}}
TO_NEW: list[Op] = [["put", "bookmarks", "2", {"path": "nieuw.txt"}]]

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


def stored(path: Path, *versions: Tables) -> JournalStorage:
    storage = JournalStorage(path)
    for version in versions:
        storage.write(version)
    return storage


def settled(path: Path, tables: Tables) -> None:
    """A plain file, as at the end of a session."""
    stored(path, tables).close()


def commit(storage: JournalStorage, ops: list[Op]) -> None:
    with storage.changing():
        storage.commit(ops)


@given(one=tables, other=tables)
def test_what_is_written_is_read_back_by_everybody(
    tmp_path_factory: pytest.TempPathFactory, one: Tables, other: Tables
) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.json"
    storage = stored(path, one, other)
    assert storage.read() == JournalStorage(path).read() == load(path) == other
    storage.close()
    assert JournalStorage(path).read() == json.loads(path.read_bytes()) == other


def test_the_file_is_plain_tinydb_json_at_the_end(path: Path) -> None:
    with TinyDB(storage=JournalStorage, path=path) as database:
        database.table("bookmarks").insert({"path": "één.txt"})
    assert json.loads(path.read_text("utf-8")) == {"bookmarks": {"1": {"path": "één.txt"}}}
    with TinyDB(path) as database:
        assert database.table("bookmarks").all() == [{"path": "één.txt"}]


def test_there_is_no_file_before_the_first_change(path: Path) -> None:
    storage = JournalStorage(path)
    assert storage.read() is None
    storage.close()
    assert list(path.parent.iterdir()) == []


def test_a_change_is_one_line_behind_the_journal(path: Path) -> None:
    storage = stored(path, OLD)
    before = path.read_bytes()
    commit(storage, TO_NEW)
    assert path.read_bytes() == before
    line = path.with_name("notes.json.journal").read_bytes()
    assert line.endswith(b' [["put", "bookmarks", "2", {"path": "nieuw.txt"}]]\n')
    assert JournalStorage(path).read() == NEW


def test_a_change_that_json_cannot_hold_leaves_all_as_it_was(path: Path) -> None:
    storage = stored(path, OLD)
    with pytest.raises(TypeError):
        commit(storage, [["put", "bookmarks", "2", {"path": object()}]])
    assert storage.read() == JournalStorage(path).read() == OLD


def test_a_long_journal_is_taken_into_the_file(path: Path) -> None:
    settled(path, OLD)
    storage = JournalStorage(path, room=100)
    for number in range(2, 12):
        commit(storage, [["put", "bookmarks", str(number), {"path": "x" * 30}]])
    log = path.with_name("notes.json.journal")
    assert not log.exists() or log.stat().st_size < 1000
    assert len(json.loads(path.read_bytes())["bookmarks"]) > 5
    assert len((JournalStorage(path).read() or {})["bookmarks"]) == 11


def test_the_file_before_and_the_way_from_there_are_kept(path: Path) -> None:
    settled(path, OLD)
    settled(path, NEW)
    assert json.loads(path.with_name("notes.json.bak").read_bytes()) == OLD
    changes = journal_files.journal(path.with_name("notes.json.bak.journal").read_bytes()).changes
    assert changes == (tuple(TO_NEW),)


def test_a_file_system_without_links_keeps_a_backup_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    settled(path, OLD)
    monkeypatch.setattr(os, "link", refuse)
    settled(path, NEW)
    assert json.loads(path.with_name("notes.json.bak").read_bytes()) == OLD


def test_the_rights_of_the_file_stay_as_they_are(path: Path) -> None:
    settled(path, OLD)
    path.chmod(0o640)
    storage = stored(path, NEW)
    log = path.with_name("notes.json.journal")
    assert stat.S_IMODE(log.stat().st_mode) == 0o640
    storage.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


STEPS = ("open", "write", "fsync", "fdatasync", "link", "replace", "unlink", "ftruncate", "mkdir")


class Disk:
    """Counts the calls that reach the disk, and fails at a chosen one; a write half way."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int | None = None, code: int = 0) -> None:
        self.steps = 0
        self._at = at
        self._code = code
        for name in STEPS:
            patch.setattr(os, name, self._step(getattr(os, name), half=name == "write"))

    def _step(self, real: Callable[..., Any], half: bool) -> Callable[..., Any]:
        def step(*args: Any, **kwargs: Any) -> Any:
            self.steps += 1
            if self.steps == self._at:
                if half:
                    real(args[0], args[1][: len(args[1]) // 2])
                raise OSError(self._code, os.strerror(self._code))
            return real(*args, **kwargs)

        return step


def write_new(path: Path) -> None:
    """Open the notes, change them, and take all into the file."""
    storage = JournalStorage(path)
    try:
        commit(storage, TO_NEW)
    finally:
        storage.close()


def steps_of(change: Callable[[Path], None], path: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        change(path)
    return disk.steps


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("start", ["with notes", "without"])
def test_a_failing_disk_leaves_all_as_it_was_and_says_so(
    tmp_path: Path, code: int, start: str
) -> None:
    def begin(name: str) -> Path:
        path = tmp_path / name / "notes.json"
        if start == "with notes":
            settled(path, OLD)
        return path

    before = OLD if start == "with notes" else None
    after = NEW if start == "with notes" else {"bookmarks": {"2": {"path": "nieuw.txt"}}}
    steps = steps_of(write_new, begin("count"))
    assert steps > 10
    for step in range(1, steps + 1):
        path = begin(str(step))
        told = False
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, step, code)
            try:
                write_new(path)
            except OSError:
                told = True
        storage = JournalStorage(path)
        assert storage.read() == (before if told else after), f"at step {step}"
        assert storage.notice is None
        commit(storage, TO_NEW)
        storage.close()
        assert load(path) == after


def test_after_a_flush_that_failed_nothing_is_written_until_it_is_opened_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    storage = stored(path, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", fail)
        with pytest.raises(OSError, match="Input/output error"):
            commit(storage, TO_NEW)
    with pytest.raises(OSError, match="open the notes anew"):
        commit(storage, TO_NEW)
    assert storage.read() == OLD
    storage.close()
    again = JournalStorage(path)
    assert again.read() == OLD
    commit(again, TO_NEW)
    assert load(path) == NEW


def test_a_line_that_was_not_finished_is_cut_and_not_spoken_of(path: Path) -> None:
    settled(path, OLD)
    commit(JournalStorage(path), TO_NEW)
    log = path.with_name("notes.json.journal")
    whole = log.read_bytes()
    for size in range(len(whole)):
        log.write_bytes(whole[:size])
        storage = JournalStorage(path)
        assert storage.read() == OLD
        commit(storage, TO_NEW)
        assert (load(path), storage.notice) == (NEW, None)
        assert log.read_bytes() == whole


def test_a_bad_line_among_good_ones_is_told_and_the_others_are_taken(path: Path) -> None:
    settled(path, OLD)
    storage = JournalStorage(path)
    for number in ("2", "3", "4"):
        commit(storage, [["put", "bookmarks", number, {}]])
    log = path.with_name("notes.json.journal")
    lines = log.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + lines[1].replace(b"put", b"pat") + lines[2]
    log.write_bytes(damaged)
    again = JournalStorage(path)
    with again.changing() as tables:
        assert set(tables["bookmarks"]) == {"1", "2", "4"}
    (aside,) = path.parent.glob("notes.json.journal.damaged-*")
    assert aside.read_bytes() == damaged
    assert str(aside) in (again.notice or "")
    assert set(json.loads(path.read_bytes())["bookmarks"]) == {"1", "2", "4"}


DAMAGE = {
    "cut off": b'{"bookmarks": {"1": {"pa',
    "binary": b"\x00\xff\xfe\x00",
    "a list": b"[]",
    "no documents": b'{"bookmarks": {"1": 3}}',
    "no number": b'{"bookmarks": {"een": {}}}',
    "no end of a number": b'{"bookmarks": {"' + b"1" * 5000 + b'": {}}}',
    "too deep": b"[" * 100_000,
    "emptied": b"",
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_and_made_again(path: Path, content: bytes) -> None:
    settled(path, OLD)
    settled(path, NEW)
    commit(JournalStorage(path), [["put", "bookmarks", "3", {"path": "laatst.txt"}]])
    all_of_it = load(path)
    path.write_bytes(content)
    storage = JournalStorage(path)
    assert storage.read() == all_of_it
    (aside,) = path.parent.glob("notes.json.damaged-*")
    assert aside.read_bytes() == content
    assert str(aside) in (storage.notice or "")
    again = JournalStorage(path)
    assert (again.read(), again.notice) == (all_of_it, None)


def test_what_overwrites_the_file_that_was_made_again_does_not_reach_its_backup(path: Path) -> None:
    settled(path, OLD)
    settled(path, NEW)
    path.write_bytes(b"{")
    assert JournalStorage(path).read() == NEW
    path.write_bytes(b"[")  # in place, as a program does that knows of no journal
    assert json.loads(path.with_name("notes.json.bak").read_bytes()) == NEW
    assert JournalStorage(path).read() == NEW


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_fails_while_damage_is_put_right_loses_nothing(
    tmp_path: Path, code: int
) -> None:
    def begin(name: str) -> Path:
        path = tmp_path / name / "notes.json"
        settled(path, OLD)
        settled(path, NEW)
        path.write_bytes(b"{")
        return path

    steps = steps_of(lambda path: JournalStorage(path).look(), begin("count"))
    assert steps > 10
    for step in range(1, steps + 1):
        path = begin(str(step))
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, step, code)
            with contextlib.suppress(OSError):
                JournalStorage(path).look()
        assert JournalStorage(path).read() == NEW, f"at step {step}"


def test_a_damaged_file_without_a_backup_starts_afresh(path: Path) -> None:
    path.write_bytes(b"{")
    storage = JournalStorage(path)
    assert not storage.read()
    assert "start afresh" in (storage.notice or "")
    storage.write(NEW)
    assert JournalStorage(path).read() == NEW


def test_damage_upon_damage_keeps_all_files(path: Path) -> None:
    for _ in range(3):
        path.write_bytes(b"{")
        JournalStorage(path).read()
    assert len(list(path.parent.glob("notes.json.damaged-*"))) == 3


def test_notes_of_a_version_without_a_journal_open_as_they_are(path: Path) -> None:
    path.write_text(json.dumps(NEW, indent=1))
    path.with_name("notes.json.bak").write_text(json.dumps(OLD, indent=1))
    assert JournalStorage(path).read() == NEW
    path.write_text("{")
    assert JournalStorage(path).read() == OLD


def test_what_another_program_did_to_the_file_is_taken_over(path: Path) -> None:
    storage = stored(path, OLD)
    with TinyDB(path) as stock:
        stock.table("bookmarks").insert({"path": "elders.txt"})
    assert len((storage.read() or {})["bookmarks"]) == 2
    commit(storage, [["put", "bookmarks", "3", {}]])
    storage.close()
    assert set(json.loads(path.read_bytes())["bookmarks"]) == {"1", "2", "3"}


def test_of_another_window_only_what_is_new_is_read_and_told(path: Path) -> None:
    one, other = stored(path, OLD), JournalStorage(path)
    heard: list[Any] = []
    other.look()
    other.heard = heard.append
    commit(one, TO_NEW)
    assert other.read() == NEW
    assert heard == [TO_NEW]
    one.close()
    assert other.read() == NEW
    assert heard == [TO_NEW, None]


def test_two_windows_that_take_turns_lose_nothing(path: Path) -> None:
    windows = [JournalStorage(path, room=100), JournalStorage(path, room=200)]
    for number in range(40):
        commit(windows[number % 2], [["put", "bookmarks", str(number), {"n": number}]])
    wanted = {"bookmarks": {str(number): {"n": number} for number in range(40)}}
    assert [window.read() for window in windows] == [wanted, wanted]
    for window in windows:
        window.close()
    assert json.loads(path.read_bytes()) == wanted


WRITER = """
import sys
from pathlib import Path
from tui.store.journal_table import JournalDB
path, name, count, room = sys.argv[1:]
table = JournalDB(Path(path), room=int(room)).table("notes")
for number in range(int(count)):
    table.insert({"by": name, "n": number})
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int, room: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count), str(room)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    programs = [writer(path, name, 100, room=2000) for name in "ab"]
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    held = (load(path) or {})["notes"].values()
    for name in "ab":
        assert sorted(d["n"] for d in held if d["by"] == name) == list(range(100))


@pytest.fixture
def killed(path: Path) -> Iterator[Callable[[int], int]]:
    """Run a program that writes until it is killed, after it told of some changes; how many."""

    def run(after: int) -> int:
        program = writer(path, f"na {after}", 100_000, room=500)
        assert program.stdout is not None
        told = -1
        for _ in range(after):
            told = int(program.stdout.readline())
        program.kill()
        rest = program.stdout.read().splitlines()
        program.stdout.close()
        program.wait()
        return (int(rest[-1]) if rest else told) + 1

    yield run


def test_what_a_killed_program_said_it_kept_is_there(
    path: Path, killed: Callable[[int], int]
) -> None:
    for after in range(1, 31):
        told = killed(after)
        storage = JournalStorage(path)
        held = (storage.read() or {})["notes"].values()
        mine = sorted(d["n"] for d in held if d["by"] == f"na {after}")
        assert mine in (list(range(told)), list(range(told + 1)))
        assert storage.notice is None


def test_somebody_who_writes_for_too_long_is_not_waited_for(path: Path) -> None:
    one, other = stored(path, OLD), JournalStorage(path, patience=0)
    with one.changing(), pytest.raises(OSError, match="written by another program"):
        commit(other, TO_NEW)
    commit(other, TO_NEW)
    assert one.read() == NEW


def test_an_empty_file_holds_no_notes_and_no_damage(path: Path) -> None:
    path.touch()
    storage = JournalStorage(path)
    assert storage.read() is None
    assert storage.notice is None


@pytest.mark.parametrize("name", ["notes.json", "notes.json.journal"])
def test_a_link_in_the_place_of_the_notes_is_not_followed(path: Path, name: str) -> None:
    target = path.with_name("target.json")
    target.write_text(json.dumps(OLD))
    path.with_name(name).symlink_to(target)
    with pytest.raises(OSError):
        commit(JournalStorage(path), TO_NEW)
    assert json.loads(target.read_text()) == OLD


def test_a_pipe_in_the_place_of_the_notes_does_not_hang(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(Damaged):
        load(path)
    log = path.with_name("other.json.journal")
    os.mkfifo(log)
    with pytest.raises(OSError, match="no plain file"):
        load(path.with_name("other.json"))
