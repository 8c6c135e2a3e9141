from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.export.writing import slug, write


def test_a_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "een\n"
        assert not (tmp_path / "x").exists()
        yield "twee\n"

    write(tmp_path / "x", pieces())
    assert (tmp_path / "x").read_bytes() == b"een\ntwee\n"
    assert os.listdir(tmp_path) == ["x"]


def test_what_is_there_is_only_replaced_by_force(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("oud")
    with pytest.raises(FileExistsError):
        write(file, ["nieuw"])
    assert file.read_text() == "oud"
    write(file, ["nieuw"], force=True)
    assert file.read_text() == "nieuw"


def test_a_file_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        (tmp_path / "x").write_text("van een ander")
        yield "nieuw"

    with pytest.raises(FileExistsError):
        write(tmp_path / "x", pieces())
    assert (tmp_path / "x").read_text() == "van een ander"
    assert os.listdir(tmp_path) == ["x"]


def test_a_link_to_a_file_that_is_not_there_is_there(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write(tmp_path / "x", ["nieuw"])
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("force", [False, True])
def test_what_goes_wrong_on_the_way_leaves_all_as_it_was(tmp_path: Path, force: bool) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise OSError("the disk is full")

    (tmp_path / "there").write_text("oud")
    with pytest.raises(OSError, match="full"):
        write(tmp_path / ("there" if force else "x"), pieces(), force=force)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"there": "oud"}


def test_a_file_system_without_links_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*names: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", unable)
    write(tmp_path / "x", ["een"])
    assert (tmp_path / "x").read_text() == "een"
    with pytest.raises(FileExistsError):
        write(tmp_path / "x", ["twee"])
    assert os.listdir(tmp_path) == ["x"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dijk bij Oostdijk hersteld", "dijk-bij-oostdijk-hersteld.md"),
        ("Één café: ../../x", "een-cafe-x.md"),
        ("\x1b]0;", "0.md"),
        ("…", "notes.md"),
        ("a" * 200, f"{'a' * 80}.md"),
    ],
)
def test_a_name_for_a_file_is_of_letters_and_dashes(text: str, name: str) -> None:
    assert slug(text, ".md") == name
