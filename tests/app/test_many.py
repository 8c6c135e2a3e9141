"""A list of 100,000 articles and an article of 40,000 characters cost no more than what is seen."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.fakes import FakeLibrary, article
from tests.app.many import MANY, ManyRows, watched
from tui.widgets.pages import AFTER, BEFORE

PAGE = BEFORE + AFTER


async def test_only_the_rows_in_sight_are_drawn(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = watched(monkeypatch)
    async with reading(library=ManyRows()) as reader:
        assert "1/100.000" in reader.text() and len(set(drawn)) < 40
        await reader.keys("G")
        assert "100.000/100.000" in reader.text() and "Bericht 100000" in reader.text()
        await reader.keys("k")
        assert "Bericht 99999" in reader.line("Bericht 99999")
        assert len(set(drawn)) < 80


async def test_only_a_page_of_rows_is_fetched_at_a_time(reading: Open) -> None:
    library = ManyRows()
    async with reading(library=library) as reader:
        await reader.keys("G", "gg", "j", "k")
        assert max(len(ids) for ids in library.fetched) <= PAGE
        assert sum(len(ids) for ids in library.fetched) <= 6 * PAGE


async def test_rows_that_were_fetched_are_not_fetched_again(reading: Open) -> None:
    library = ManyRows()
    async with reading(library=library) as reader:
        await reader.keys("G", "gg")
        library.fetched.clear()
        await reader.keys("j", "j", "k", "ctrl+d", "ctrl+u")
        assert library.fetched == []


async def test_a_list_that_was_walked_through_holds_no_more_than_some_pages(reading: Open) -> None:
    async with reading(library=ManyRows(10_000)) as reader:
        pages = reader.desk.articles._pages
        for _ in range(0, 10_000, PAGE):
            for at in range(reader.desk.articles.cursor, reader.desk.articles.cursor + PAGE):
                reader.desk.articles.row_at(at)
            reader.desk.articles.point(reader.desk.articles.cursor + PAGE)
        assert reader.desk.articles.cursor > 9_000
        assert len(pages._rows) < 2_500 and len(pages._fresh) < 2_500


@pytest.mark.parametrize("number", [1, 200, 201, 50_000, MANY])
async def test_the_cursor_comes_to_any_article_at_once(reading: Open, number: int) -> None:
    async with reading(library=ManyRows()) as reader:
        reader.desk.go_to(f"{number:06}.txt")
        await reader.settle()
        assert reader.desk.articles.here == number
        assert f"Bericht {number}" in reader.line("▌ Bericht") or number < 3


async def test_the_first_rows_are_shown_before_the_whole_list_is_known(reading: Open) -> None:
    library = ManyRows()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await reader.pilot.pause()
        assert "Bericht 1" in reader.text() and reader.desk.articles.count == 200
        assert "1/100.000" in reader.text()
        await reader.pilot.press("j")
        library.hold.set()
        await reader.settle()
        assert reader.desk.articles.count == MANY and reader.desk.articles.here == 2
        await reader.keys("G")
        assert "100.000/100.000" in reader.text()


async def test_a_step_in_the_list_draws_two_rows(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library=ManyRows()) as reader:
        drawn = watched(monkeypatch)
        await reader.keys("j")
        assert set(drawn) == {0, 1}


async def test_of_a_long_article_only_the_lines_in_sight_are_drawn(reading: Open) -> None:
    body = "\n\n".join("Een zin van gewone lengte die nergens over gaat. " * 8 for _ in range(110))
    long = article("lang.txt", "Lang", body)
    async with reading(library=FakeLibrary((long,), broken=False)) as reader:
        assert len(long.body) > 40_000
        view = reader.desk.spread.reader
        assert len(view._sheet.rows) > 600 and len(view._drawn) < 40
        await reader.keys("enter", "G")
        assert len(view._drawn) < 80 and "100%" in reader.text()
