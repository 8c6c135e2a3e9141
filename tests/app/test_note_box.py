"""One's own editor: what is written in it comes back into the box, and nothing is left behind."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import FakeLibrary
from tui.app import NewsreaderApp
from tui.screens import editor
from tui.screens.note_box import NO_EDITOR, NO_LEAVING, NoteBox

ADDS = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write('\\ntwee\\n')"


def an_editor(tmp_path: Path, code: str) -> list[str]:
    script = tmp_path / "editor.py"
    script.write_text(code, encoding="utf-8")
    return [sys.executable, str(script)]


def left(tmp_path: Path) -> list[str]:
    return [path.name for path in tmp_path.iterdir() if path.suffix == ".md"]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.fixture
def leaving(monkeypatch):
    """As in a terminal: what is raised while it is handed over leaves it to nobody."""

    @contextlib.contextmanager
    def suspend(self: NewsreaderApp) -> Iterator[None]:
        handed_over.append("away")
        yield
        handed_over.append("back")

    handed_over: list[str] = []
    monkeypatch.setattr(NewsreaderApp, "suspend", suspend)
    return handed_over


@pytest.mark.parametrize(
    "environment, words",
    [
        ({"VISUAL": "code -w", "EDITOR": "vi"}, ["code", "-w"]),
        ({"VISUAL": " ", "EDITOR": "vi"}, ["vi"]),
        ({"VISUAL": 'een "open teken', "EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "'/opt/mijn editor/e' -n"}, ["/opt/mijn editor/e", "-n"]),
        ({}, []),
    ],
)
def test_the_editor_is_that_of_VISUAL_and_else_of_EDITOR(environment, words):
    assert editor.command(environment) == words


def test_what_was_written_comes_back_and_the_file_goes(tmp_path):
    assert editor.written("één", an_editor(tmp_path, ADDS)) == "één\ntwee"
    assert left(tmp_path) == []


def test_nobody_else_may_read_the_file_while_one_writes(tmp_path):
    tells = "import os, sys; mode = oct(os.stat(sys.argv[1]).st_mode); open(sys.argv[1], 'w')"
    mode = editor.written("", an_editor(tmp_path, f"{tells}.write(mode)"))
    assert stat.S_IMODE(int(mode, 8)) == 0o600


@pytest.mark.parametrize(
    "code, told",
    [
        ("raise SystemExit(3)", "ended with 3"),
        ("import os, sys; os.unlink(sys.argv[1])", "cannot be read"),
        ("import sys; open(sys.argv[1], 'w').write('x' * 4_000_001)", "too long"),
    ],
)
def test_an_editor_that_fails_is_told_of_and_leaves_no_file(tmp_path, code, told):
    with pytest.raises(editor.EditorError, match=told):
        editor.written("x", an_editor(tmp_path, code))
    assert left(tmp_path) == []


def test_an_editor_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(editor.EditorError, match="cannot be started"):
        editor.written("x", [str(tmp_path / "geen")])
    assert left(tmp_path) == []


def test_a_full_disk_is_told_of_before_the_editor_opens(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "geen"))
    with pytest.raises(editor.EditorError, match="No file can be made"):
        editor.written("x", an_editor(tmp_path, ADDS))


def test_an_interruption_is_for_the_editor_alone(tmp_path):
    code = f"import os, signal; os.kill(os.getppid(), signal.SIGINT); {ADDS}"
    assert editor.written("één", an_editor(tmp_path, code)) == "één\ntwee"


def set_editor(monkeypatch, tmp_path, code: str = ADDS) -> None:
    monkeypatch.setenv("EDITOR", " ".join(an_editor(tmp_path, code)))


async def test_what_comes_back_stands_in_the_box_and_is_not_kept_yet(
    reading, monkeypatch, tmp_path, leaving
):
    set_editor(monkeypatch, tmp_path)
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+e")
        assert reader.app.screen.query_one("#note-text").text == "een\ntwee"
        assert reader.library.own == ()
        await reader.keys("ctrl+s")
        assert [mark.text for mark in reader.library.own] == ["een\ntwee"]


async def test_what_was_typed_is_a_draft_before_the_editor_opens(
    reading, monkeypatch, tmp_path, leaving
):
    set_editor(monkeypatch, tmp_path, "raise SystemExit(1)")
    monkeypatch.setattr("tui.screens.note_box.PAUSE", 3600.0)
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+e")
        assert list(reader.library.kept_drafts.values()) == ["een"]
        assert "ended with 1" in reader.text()


@pytest.mark.parametrize(
    "set_to, told",
    [("/bestaat-niet/ed", "cannot be started"), (f"{sys.executable} -c exit(3)", "ended with 3")],
)
async def test_after_an_editor_that_fails_one_types_on_in_the_box(
    set_to, told, reading, monkeypatch, leaving
):
    monkeypatch.setenv("EDITOR", set_to)
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+e")
        assert told in reader.text()
        assert leaving == ["away", "back"]
        await reader.keys(*" twee", "ctrl+s")
        assert [mark.text for mark in reader.library.own] == ["een twee"]


async def test_without_an_editor_the_box_says_how_to_set_one(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "ctrl+e")
        assert NO_EDITOR in reader.text()


async def test_a_terminal_that_cannot_be_left_is_told_of(reading, monkeypatch, tmp_path):
    set_editor(monkeypatch, tmp_path)
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "ctrl+e")
        assert NO_LEAVING in reader.text()
        assert reader.app.screen.query_one("#note-text").text == "x"


async def test_e_on_a_mark_goes_to_the_editor_at_once(reading, monkeypatch, tmp_path, leaving):
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+s", "]a")
        set_editor(monkeypatch, tmp_path)
        await reader.keys("e")
        assert isinstance(reader.app.screen, NoteBox)
        assert reader.app.screen.query_one("#note-text").text == "een\ntwee"


async def test_e_without_an_editor_opens_the_box(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+s", "]a", "e")
        assert reader.app.screen.query_one("#note-text").text == "een"


async def test_e_without_a_mark_says_how_to_come_to_one(reading):
    async with reading() as reader:
        await reader.keys("enter", "e")
        assert "There is no mark of yours here: ]a and [a go to the next one." in reader.text()


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 34)])
async def test_the_box_looks_as_it_did(reading, width, height):
    async with reading(width, height, library=FakeLibrary()) as reader:
        await reader.keys("enter", "a", *"Wie heeft dit geteld?", "escape")
        same_as_saved(f"note-box-{width}", reader.text())
    assert os.environ.get("EDITOR") is None


@pytest.mark.parametrize(
    "command, told",
    [("/nergens/ed", "/nergens/ed cannot be started"), ("false", "false ended with 1")],
)
async def test_an_editor_that_fails_gives_the_terminal_back_and_is_told_of(
    reading, monkeypatch, command, told
):
    back = []

    @contextlib.contextmanager
    def leave(app):
        yield  # as the real one: whatever is raised meanwhile, it does not come back
        back.append(app)

    monkeypatch.setattr(NewsreaderApp, "suspend", leave)
    monkeypatch.setenv("EDITOR", command)
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+e")
        assert back and told in reader.text() and "een" in reader.text()
        await reader.keys("ctrl+s")
        assert [mark.text for mark in reader.library.own] == ["een"]
