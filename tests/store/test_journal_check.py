"""What `verify` finds in the files of a notebook, and what `repair` makes of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.test_journal import commit, stored
from tui.store.documents import Ruling, document
from tui.store.journal import Tables, load
from tui.store.journal_check import repair, verify

CUT = document(Ruling("r1", "cut", "Lees ook", "a.txt", None, "2024-05-05T10:00:00+00:00"))
ALSO = document(Ruling("r2", "cut", "Deel dit", "a.txt", None, "2024-05-05T10:01:00+00:00"))
ONE: Tables = {"rulings": {"1": CUT}}
TWO: Tables = {"rulings": {"1": CUT, "2": ALSO}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A notes file after two sessions, with its backup and the journal between them."""
    path = tmp_path / "notes.json"
    stored(path, ONE).close()
    stored(path, TWO).close()
    return path


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def levels(path: Path) -> list[str]:
    return [finding.level for finding in verify(path) if finding.level != "fine"]


def told(path: Path) -> str:
    return "\n".join(finding.text for finding in verify(path))


def everything(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def waiting(path: Path) -> None:
    """A change that stands in the journal alone, as while the app is open."""
    commit(stored(path), [["put", "rulings", "3", {**ALSO, "id": "r3"}]])


def test_sound_notes_are_fine(path: Path) -> None:
    assert levels(path) == []
    assert "0 marks and 2 other things (what was read" in told(path)


def test_no_notes_are_fine_and_none_are_made(tmp_path: Path) -> None:
    assert levels(tmp_path / "none" / "notes.json") == []
    assert os.listdir(tmp_path) == []


def test_changes_that_wait_in_the_journal_are_fine(path: Path) -> None:
    waiting(path)
    assert levels(path) == []
    assert "0 marks and 3 other things" in told(path)
    assert "notes.json.journal: 1 change, to be taken in" in told(path)


def cut_off(path: Path) -> None:
    waiting(path)
    log = beside(path, ".journal")
    log.write_bytes(log.read_bytes() + b"1234abcd [[")


def flip(path: Path) -> None:
    """A byte of the first of two changes is another."""
    waiting(path)
    commit(stored(path), [["del", "rulings", "3"]])
    log = beside(path, ".journal")
    log.write_bytes(log.read_bytes().replace(b"Deel", b"Heel", 1))


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def break_old_log(path: Path) -> None:
    log = beside(path, ".bak.journal")
    log.write_bytes(b"00000000 []\n" + log.read_bytes())


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (cut_off, "the last change was never finished (11 bytes)"),
        (flip, "1 change damaged on the disk, and lost"),
        (halve, "can be made again from notes.json.bak and notes.json.bak.journal"),
        (lambda path: path.write_bytes(b""), "can be made again from notes.json.bak and"),
        (lambda path: halve(beside(path, ".bak")), "notes.json.bak: the backup is damaged"),
        (break_old_log, "notes.json.bak.journal: 1 change damaged"),
    ],
)
def test_damage_is_told_without_touching_it_and_put_right_without_a_loss(
    path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(path)
    before = everything(path.parent)
    assert levels(path) == ["repairable"]
    assert words in told(path)
    assert everything(path.parent) == before
    assert repair(path)
    assert levels(path) == []
    kept = load(path)
    assert kept is not None
    assert {name: kept["rulings"][name] for name in ("1", "2")} == TWO["rulings"]
    assert repair(path) == ()


def test_where_nothing_is_left_to_make_it_from_that_is_said(path: Path) -> None:
    for ending in ("", ".bak", ".bak.journal"):
        beside(path, ending).write_bytes(b"niets")
    assert levels(path) == ["damaged"]
    assert "nothing is left to make it from" in told(path)
    (done,) = repair(path)
    assert "the notes start afresh" in done
    assert "set aside when it was damaged" in told(path)
    assert levels(path) == []


def test_a_backup_made_again_is_one_to_make_the_notes_from(path: Path) -> None:
    halve(beside(path, ".bak"))
    repair(path)
    halve(path)
    repair(path)
    assert load(path) == TWO


def test_what_is_no_plain_file_is_told_and_left(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert levels(path) == ["damaged"]
    path.unlink()
    path.mkdir()
    assert levels(path) == ["damaged"]
    path.rmdir()
    elsewhere.rename(path)
    os.mkfifo(beside(path, ".journal"))
    assert levels(path) == ["damaged"]


def test_what_is_not_understood_is_told_by_its_number_and_stays(path: Path) -> None:
    odd: Tables = {"rulings": {"1": CUT, "2": {"id": "r9"}, "7": CUT}, "andere": {"1": {}}}
    stored(path, odd).close()
    assert levels(path) == ["unread", "unread"]
    assert "rulings 2: not as it is kept here" in told(path)
    assert "rulings 7: has the id of rulings 1" in told(path)
    assert "'andere': a table of another program, 1 document" in told(path)
    assert repair(path) == ()
    assert load(path) == odd


def test_what_another_program_finishes_meanwhile_was_no_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal is looked at in the middle of a write, and repaired after it."""
    cut_off(path)
    log = beside(path, ".journal")
    looked = verify(path)
    log.write_bytes(log.read_bytes().removesuffix(b"1234abcd [["))
    assert [finding.level for finding in looked].count("repairable") == 1
    assert repair(path) == ()


def test_what_cannot_be_looked_at_is_an_error(path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        verify(path / "notes.json")
