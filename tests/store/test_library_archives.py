"""A library of pages in web archives."""

from __future__ import annotations

import os
from pathlib import Path

from tests.store.conftest import listed
from tests.store.samples import packed, page
from tests.store.test_mending import read_all, story
from tui.store.library import Library


def html(town: str) -> bytes:
    title, *paragraphs = story(town).strip().split("\n\n")
    # So much of each town alone that none is taken for a copy of another.
    paragraphs.append(f"Wie in {town} woont, {town} kent of {town} mist, hoort {town} nu bouwen.")
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def write(folder: Path, *towns: str) -> None:
    records = [page(f"https://voorbeeld.nl/{town.lower()}", html(town)) for town in towns]
    (folder / "oogst.warc.gz").write_bytes(packed(records))


def test_the_pages_of_an_archive_join_the_list_behind_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write(folder, "Goes", "Hulst")
    (folder / "axel.txt").write_text(story("Axel"))
    library = Library([folder], cache=tmp_path / "cache", workers=0)
    try:
        assert [row.key for row in listed(library)] == ["axel.txt"]
        read_all(library)
        assert [row.key for row in listed(library)] == [
            "axel.txt",
            "oogst.warc.gz!/voorbeeld.nl/goes",
            "oogst.warc.gz!/voorbeeld.nl/hulst",
        ]
        assert {row.state for row in listed(library)} == {"ready"}
        article = library.article("oogst.warc.gz!/voorbeeld.nl/hulst")
        assert article.title == "Raad van Hulst stemt in met plan voor haven"
        assert library.toggle_bookmark(article.path, 0) is not None
        assert read_all(library) == []
        assert len(listed(library)) == 3
        assert library.row(article.path) is not None
    finally:
        library.close()


def test_an_archive_that_changed_is_looked_into_again(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write(folder, "Goes")
    library = Library([folder], cache=tmp_path / "cache", workers=0)
    try:
        read_all(library)
        write(folder, "Veere", "Hulst", "Tholen")
        os.utime(folder / "oogst.warc.gz", ns=(1, 1))
        read_all(library)
        assert [row.title.split()[2] for row in listed(library)] == ["Veere", "Hulst", "Tholen"]
    finally:
        library.close()


def test_a_damaged_archive_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "stuk.warc").write_bytes(b"geen archief")
    (folder / "axel.txt").write_text(story("Axel"))
    library = Library([folder], cache=tmp_path / "cache", workers=0)
    try:
        read_all(library)
        assert [row.state for row in listed(library)] == ["ready"]
        assert any(line.startswith(f"{folder}/stuk.warc: ") for line in library.problems)
    finally:
        library.close()
