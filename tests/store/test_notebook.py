from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store import diligent
from tests.store.conftest import Opened
from tui.store.anchors import Selector
from tui.store.marked import Draft, Mark, Tag
from tui.store.notebook import Change, Notebook, place

MARK = Mark(
    id="m1",
    article_id="9f0c",
    path="zee/brug.txt",
    at=7,
    selector=Selector("De brug gaat open.", "", " Om 11 uur.", 0, 18),
    created="2026-05-04T09:12:00+00:00",
)
DOCUMENT = {
    "id": "m1",
    "article": "9f0c",
    "path": "zee/brug.txt",
    "at": 7,
    "selectors": [
        {
            "type": "TextQuoteSelector",
            "exact": "De brug gaat open.",
            "prefix": "",
            "suffix": " Om 11 uur.",
        },
        {"type": "TextPositionSelector", "start": 0, "end": 18},
    ],
    "created": "2026-05-04T09:12:00+00:00",
}


def held(path: Path) -> dict[str, dict[str, object]]:
    """What stands in a file, without the steps that can be undone."""
    tables: dict[str, dict[str, object]] = json.loads(path.read_text("utf-8"))
    return {name: table for name, table in tables.items() if name != "undo"}


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that cannot be written; a test may run as root, whom no mode bits stop."""
    real = os.access

    def access(where: os.PathLike[str], mode: int) -> bool:
        return real(where, mode) and not (mode & os.W_OK)

    monkeypatch.setattr(os, "access", access)


def test_a_mark_is_kept_in_the_words_of_the_annotation_standard(
    notebook: Notebook, path: Path
) -> None:
    notebook.change("kept", add=[MARK])
    assert notebook.marks == (MARK,)
    notebook.close()
    assert held(path) == {"bookmarks": {"1": DOCUMENT}}
    notebook.change("gone", remove=[MARK])
    assert len(notebook.marks) == 0
    notebook.close()
    assert held(path) == {"bookmarks": {}}


def test_two_readers_take_turns_and_lose_nothing(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    marks = [MARK._replace(id=name) for name in ("a1", "b1", "a2", "b2")]
    for notebook, mark in zip([one, other, one, other], marks, strict=True):
        notebook.change("kept", add=[mark])
    one.change("gone", remove=[marks[1]])
    assert Notebook(path).marks == (marks[0], *marks[2:])


def test_a_path_that_is_not_utf8_is_kept(notebook: Notebook, path: Path) -> None:
    odd = Mark("m2", "9f0c", "zee/\udcff.txt", 0, MARK.selector, MARK.created)
    notebook.change("kept", add=[odd])
    assert Notebook(path).marks == (odd,)


def without(name: str) -> dict[str, object]:
    return {key: value for key, value in DOCUMENT.items() if key != name}


@pytest.mark.parametrize(
    "document",
    [
        {},
        without("id"),
        DOCUMENT | {"id": ["m2"]},
        without("selectors"),
        DOCUMENT | {"at": "7"},
        DOCUMENT | {"at": -1},
        DOCUMENT | {"path": None},
        DOCUMENT | {"selectors": "ab"},
        DOCUMENT | {"selectors": [{}, {}]},
        DOCUMENT
        | {"selectors": [{"exact": 1, "prefix": "", "suffix": ""}, {"start": 0, "end": 1}]},
    ],
)
def test_a_document_that_is_no_mark_is_passed_over_and_kept(
    path: Path, document: dict[str, object]
) -> None:
    good = DOCUMENT | {"id": "m2"}
    path.write_text(json.dumps({"bookmarks": {"1": document, "2": good}, "later": {}}))
    notebook = Notebook(path)
    (mark,) = notebook.marks
    assert mark == MARK._replace(id="m2")
    notebook.change("gone", remove=[mark])
    notebook.close()
    assert held(path) == {"bookmarks": {"1": document}, "later": {}}


def test_bookmarks_and_other_marks_lie_in_tables_of_their_own(
    notebook: Notebook, path: Path
) -> None:
    note = MARK._replace(id="m2", kind="note", text="nagaan", created="2026-05-03")
    notebook.change("kept", add=[MARK, note])
    assert notebook.marks == (note, MARK)
    assert notebook.find_marks(["m1", "weg", "m2"]) == [MARK, note]
    notebook.close()
    more = {"created": "2026-05-03", "kind": "note", "text": "nagaan"}
    tables = {"bookmarks": {"1": DOCUMENT}, "marks": {"1": DOCUMENT | {"id": "m2"} | more}}
    assert held(path) == tables
    path.write_text(json.dumps({"marks": tables["bookmarks"], "bookmarks": tables["marks"]}))
    assert Notebook(path).marks == ()


def test_tags_and_drafts_are_kept(notebook: Notebook, path: Path) -> None:
    tag, draft = Tag("geld/raming", "yellow", "2026-05-04"), Draft("m1", "half af", "2026-05-04")
    notebook.change("kept", add=[tag])
    notebook.note(draft)
    again = Notebook(path)
    assert (again.tags, again.drafts) == ((tag,), (draft,))


def test_a_change_is_planned_with_what_other_windows_wrote(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    one.change("kept", add=[MARK])
    assert other.marks == (MARK,)
    one.change("tagged", add=[MARK._replace(tags=("geld",))])

    def plan() -> Change:
        (now,) = other.find_marks([MARK.id])
        return Change("written", (now._replace(text="nagaan"),), (now,))

    assert other.revise(plan) is not None
    assert other.revise(lambda: None) is None
    assert Notebook(path).marks == (MARK._replace(tags=("geld",), text="nagaan"),)


def test_damage_is_told(path: Path) -> None:
    path.write_text('{"bookmarks": {"1"')
    notebook = Notebook(path)
    assert notebook.marks == ()
    assert "damaged" in (notebook.notice or "")


def test_notes_that_cannot_be_read_are_told_and_never_overwritten(path: Path) -> None:
    path.symlink_to(path.with_name("elsewhere"))
    notebook = Notebook(path)
    assert len(notebook.marks) == 0
    assert "cannot be read" in (notebook.notice or "")
    with pytest.raises(OSError):
        notebook.change("kept", add=[MARK])
    assert len(notebook.marks) == 0
    assert path.is_symlink()
    path.unlink()
    notebook.change("kept", add=[MARK])
    assert list(notebook.marks) == [MARK]
    assert notebook.notice is None


def test_notes_lie_in_the_corpus_and_nothing_is_made_before_the_first(tmp_path: Path) -> None:
    assert place(tmp_path) == (tmp_path / ".newsreader" / "notes.json", None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("read_only")
def test_notes_of_a_read_only_corpus_lie_with_the_user_who_is_told(tmp_path: Path) -> None:
    path, notice = place(tmp_path)
    assert tmp_path not in path.parents
    assert notice == f"The corpus is read-only: notes are kept in {path}."
    assert place(tmp_path)[0] == path
    (tmp_path / "other").mkdir()
    assert place(tmp_path / "other")[0] != path


def test_notes_that_came_with_a_read_only_corpus_are_taken_along(
    opened: Opened, folder: Path, request: pytest.FixtureRequest
) -> None:
    before = opened()
    made = before.toggle_bookmark("dijk.txt", 0)
    before.close()
    request.getfixturevalue("read_only")
    library = opened()
    assert library.bookmarks() == (made,)
    assert "read-only" in (library.notes_notice or "")
    library.toggle_bookmark("zee/brug.txt", 0)
    library.close()
    assert len(opened().bookmarks()) == 2
    assert len(held(folder / ".newsreader" / "notes.json")["bookmarks"]) == 1


def test_notes_made_while_it_was_read_only_are_pointed_at(
    opened: Opened, request: pytest.FixtureRequest
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        library = opened()
        library.toggle_bookmark("dijk.txt", 0)
        library.close()
    assert str(library.notes_path) in (opened().notes_notice or "")


@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_stands_in_the_place_of_the_notes_folder_is_left_alone(
    opened: Opened, folder: Path, tmp_path: Path, kind: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "link":
        (folder / ".newsreader").symlink_to(elsewhere)
    else:
        (folder / ".newsreader").write_text("mine")
    library = opened()
    assert library.toggle_bookmark("dijk.txt", 0) is not None
    assert list(elsewhere.iterdir()) == []
    assert ".newsreader in the corpus is no folder" in (library.notes_notice or "")


def test_what_a_killed_reader_was_told_is_kept_is_there_and_can_be_taken_back(path: Path) -> None:
    for after in (1, 7, 24, 52):
        name = f"na {after}"
        told = killed(path, name, after)
        notebook = Notebook(path)
        now = diligent.held_by(notebook, name)
        assert now in (diligent.expected(name, told), diligent.expected(name, told + 1))
        assert notebook.undo() is not None
        assert notebook.notice is None
        notebook.redo()
        assert diligent.held_by(notebook, name) == now


def killed(path: Path, name: str, after: int) -> int:
    """Kill a reader after some steps; gives how many of them it told."""
    program = diligent.start(path, name)
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(after)]
    program.kill()
    told += program.stdout.read().splitlines()
    program.stdout.close()
    program.wait()
    return int(told[-1]) + 1


def test_before_the_first_note_nothing_is_loaded_for_notes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tui.store.notebook import Notebook\n"
        "notebook = Notebook(Path(sys.argv[1]))\n"
        "print(notebook.rulings, notebook.marks, notebook.latest, 'tinydb' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "notes.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["()", "()", "{}", "False"]


def test_of_a_folder_of_notes_that_may_not_be_entered_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("no folder")
    assert Notebook(tmp_path / "plain" / "notes.json").marks == ()
    away = Notebook(tmp_path / ("x" * 300) / "notes.json")
    assert away.marks == ()
    assert "cannot be read" in (away.notice or "")
