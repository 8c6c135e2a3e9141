"""From the files of the corpus to the ledger and back, with the real library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.conftest import Reader
from tests.app.storm import screen
from tui.app import NewsreaderApp
from tui.store.library import Library

CORPUS = Path(__file__).parent.parent.parent / "corpus"
KEYS = (
    "2024-10-18-seoul-1500-soldaten.txt",
    "navo-bevestigt-noord-koreanen-koersk.html",
    "achtergrond-aantallen.txt",
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for key in KEYS:
        shutil.copy(CORPUS / key, folder)
    return Library([folder], cache=tmp_path / "cache", workers=0)


def counts(reader: Reader) -> dict[str, int]:
    """How many rows each series has."""
    return {row.id: row.rows for row in screen(reader.app.screen).series._shown}


async def test_the_ledger_of_a_corpus_is_gathered_gone_through_and_ruled(library: Library) -> None:
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)  # type: ignore[arg-type]
        await reader.settle()
        await reader.keys("gl")
        ledger = screen(app.screen)
        names = [row.name for row in ledger.series._shown]
        assert any("Noord-Korea" in name for name in names)
        before = ledger.series.row
        assert before is not None and before.rows > 2 and "┤" in reader.text()

        await reader.keys("l", "G")
        row = ledger.row
        assert row is not None
        await reader.keys("enter")
        assert reader.session.key == row.path and reader.session.article is not None
        assert reader.session.article.body[row.start : row.end] in reader.text()
        await reader.keys("C")
        again = screen(app.screen)
        assert again.row is not None and again.row.key == row.key

        await reader.keys("M")
        assert counts(reader)[before.id] == before.rows - 1
        await reader.keys("ctrl+z")
        assert counts(reader)[before.id] == before.rows

        await reader.keys("e", *"soldaten", "enter", "c")
        assert "soldaten" in reader.text() and "1 claim kept" in reader.text()
    library.close()
