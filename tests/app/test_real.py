"""From the files of the corpus to the screen and back, with the real library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.conftest import Reader
from tui.app import NewsreaderApp
from tui.store.library import Library

CORPUS = Path(__file__).parent.parent.parent / "corpus"
KEY = "2024-10-18-seoul-1500-soldaten.txt"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(CORPUS, tmp_path / "corpus")


def library_of(folder):
    return Library([folder], cache=folder.parent / "cache", workers=0)


async def test_a_bookmark_made_in_the_corpus_is_there_the_next_time(folder):
    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        reader.desk.go_to(KEY)
        await reader.settle()
        await reader.keys("j", "j", "b")
        assert "⚑" in reader.line("›") and "18 Oct 2024 ⚑ " in reader.text()
    library.close()

    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        await reader.keys("G", "B", "enter")
        assert reader.session.key == KEY
        assert "›⚑" in reader.text()
    library.close()


async def test_every_article_of_the_corpus_can_be_opened_and_walked_through(folder):
    (folder / "geen-tekst.txt").write_bytes(bytes(range(256)) * 20)
    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        for row in library.rows:
            assert reader.session.key == row.key
            if row.state == "failed":
                assert row.problem and "cannot be read" in reader.text()
            else:
                assert reader.session.article.path == row.key
                first = reader.session.article.body.split(maxsplit=1)[:1]
                assert all(word[:4] in reader.text() for word in first)
            await reader.keys("R", "]f", "]c", "p", "R", "J")
        assert "This is the last article" in reader.text()
        assert "! 1 not read" in reader.text()
    library.close()
