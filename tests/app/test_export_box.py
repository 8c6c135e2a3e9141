"""Writing the notes that are listed to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.conftest import Open, Reader
from tests.app.leaves import filled
from tui.config import Config
from tui.export.notes_formats import ENDINGS


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_what_is_listed_is_written_and_told_where(reading: Open, folder: Path) -> None:
    async with reading(library=filled(), config=Config(name="Anja")) as reader:
        await reader.keys("gn", "f", *"tag:leger", "enter", "E")
        assert "Export 2 marks" in reader.text() and "verhalen-notes.jsonld" in reader.text()
        await reader.keys("down", "enter")
        assert "2 marks written to" in reader.text()
        lines = (folder / "verhalen-notes.jsonl").read_text("utf-8").splitlines()
        kept = [json.loads(line) for line in lines]
        assert len(kept) >= 2 and any("Anja" in line for line in lines)


@pytest.mark.parametrize("turns", range(4))
async def test_every_form_is_written(reading: Open, folder: Path, turns: int) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "E", *(["down"] * turns), "enter")
    (written,) = folder.iterdir()
    assert written.suffix == list(ENDINGS.values())[turns]
    assert "gewone oefening" in written.read_text("utf-8")


async def test_a_file_that_is_there_is_only_replaced_when_asked_twice(
    reading: Open, folder: Path
) -> None:
    there = folder / "verhalen-notes.jsonld"
    there.write_text("oud", encoding="utf-8")
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "E", "enter")
        assert "enter again replaces it" in reader.text()
        assert there.read_text("utf-8") == "oud"
        await reader.keys("x", "backspace", "enter")
        assert there.read_text("utf-8") == "oud"
        await reader.keys("enter")
        assert there.read_text("utf-8") != "oud" and "8 marks written" in reader.text()


async def test_a_file_that_cannot_be_written_is_told_and_the_box_stays(
    reading: Open, folder: Path
) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "E")
        await named(reader, "geen/map.jsonld")
        assert "NOT WRITTEN" in reader.text() and list(folder.iterdir()) == []
        await named(reader, "")
        assert "A file wants a name." in reader.text()
        await reader.keys("escape")
        assert "NOT WRITTEN" not in reader.text()


async def named(reader: Reader, name: str) -> None:
    """Write to a file of another name."""
    await reader.keys("end", "ctrl+u", *name, "enter")


async def test_without_marks_there_is_nothing_to_write(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("gn", "E")
        assert "There is nothing to export." in reader.text()
