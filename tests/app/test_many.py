"""A list of 100,000 articles and an article of 40,000 characters cost no more than what is seen."""

from __future__ import annotations

from tests.app.fakes import FakeLibrary, article
from tui.store.library import Row
from tui.widgets.article_list import ArticleList

MANY = 100_000


class ManyRows(FakeLibrary):
    def __init__(self) -> None:
        super().__init__()
        self._many = tuple(
            Row(f"{n:06}.txt", f"Bericht {n}", None, "ready", n % 7, 0, 0) for n in range(MANY)
        )

    @property
    def rows(self):
        return self._many

    def ingest(self, on_row, cancelled):
        pass

    def article(self, key, wanted=lambda: True):
        return article(key, f"Bericht {key}", "Een tekst.")


async def test_only_the_rows_in_sight_are_drawn(reading, monkeypatch):
    drawn = []
    draw = ArticleList.draw
    monkeypatch.setattr(
        ArticleList,
        "draw",
        lambda self, index, width: drawn.append(index) or draw(self, index, width),
    )
    async with reading(library=ManyRows()) as reader:
        assert "1/100000" in reader.text() and len(set(drawn)) < 40
        await reader.keys("G")
        assert "100000/100000" in reader.text() and "Bericht 99999" in reader.text()
        await reader.keys("k")
        assert "Bericht 99998" in reader.line("Bericht 99998")
        assert len(set(drawn)) < 80


async def test_a_step_in_the_list_draws_two_rows(reading, monkeypatch):
    async with reading(library=ManyRows()) as reader:
        drawn = []
        draw = ArticleList.draw
        monkeypatch.setattr(
            ArticleList,
            "draw",
            lambda self, index, width: drawn.append(index) or draw(self, index, width),
        )
        await reader.keys("j")
        assert set(drawn) == {0, 1}


async def test_of_a_long_article_only_the_lines_in_sight_are_drawn(reading):
    body = "\n\n".join("Een zin van gewone lengte die nergens over gaat. " * 8 for _ in range(110))
    long = article("lang.txt", "Lang", body)
    async with reading(library=FakeLibrary((long,), broken=False)) as reader:
        assert len(long.body) > 40_000
        view = reader.desk.spread.reader
        assert len(view._sheet.rows) > 600 and len(view._drawn) < 40
        await reader.keys("enter", "G")
        assert len(view._drawn) < 80 and "100%" in reader.text()
