"""Where a reader was in each article, and where in the corpus: kept, and gone back to."""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.fakes import CAFE_ARTICLE, DIKE_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tests.app.many import ManyRows


async def test_an_article_opens_where_the_reader_left_it(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library, height=20) as reader:
        await reader.keys("j", "j", "j", "enter", "space", "space")
        left = reader.session.cursor
        assert left > 300
        await reader.keys("J", "K")
        assert reader.session.key == DIKE_ARTICLE.path and reader.session.cursor == left
        assert library.places[DIKE_ARTICLE.path] == left
        assert reader.desk.spread.reader.scroll_offset.y > 0


async def test_articles_that_were_only_passed_by_keep_no_place(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("j", "j", "k")
        assert library.places == {}


async def test_a_place_that_is_asked_for_goes_before_the_one_that_was_kept(reading: Open) -> None:
    library = FakeLibrary()
    library.places[TROOPS_ARTICLE.path] = 400
    async with reading(library=library) as reader:
        await reader.keys("j")
        reader.desk.go_to(TROOPS_ARTICLE.path, 0)
        await reader.settle()
        assert reader.session.cursor == 0


async def test_leaving_keeps_the_last_place(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("j", "enter", "G")
        at = reader.session.cursor
        await reader.keys("Q")
        assert library.last == (CAFE_ARTICLE.path, at)


async def test_the_next_time_the_reader_is_where_it_was_left(reading: Open) -> None:
    library = FakeLibrary()
    library.places[DIKE_ARTICLE.path] = 900
    library.last = DIKE_ARTICLE.path, 900
    async with reading(library=library, height=20) as reader:
        assert reader.session.key == DIKE_ARTICLE.path and reader.session.cursor == 900
        assert reader.session.pane == "list" and "4/6" in reader.text()
        assert "▌ Westerdijk" in reader.text()
        assert set(library.asked) == {DIKE_ARTICLE.path}
        assert DIKE_ARTICLE.path not in library.read_keys


async def test_the_last_place_is_found_beyond_the_first_rows(reading: Open) -> None:
    library = ManyRows()
    library.last = "070000.txt", 0
    async with reading(library=library) as reader:
        assert reader.session.key == "070000.txt"
        assert reader.desk.articles.here == 70_000 and "70.000/100.000" in reader.text()
        assert "▌ Bericht 70000" in reader.text()


async def test_a_last_place_that_is_gone_begins_with_the_first_article(reading: Open) -> None:
    library = FakeLibrary()
    library.last = "weg.txt", 10
    async with reading(library=library) as reader:
        assert reader.session.key == TROOPS_ARTICLE.path and reader.session.cursor == 0


async def test_a_place_behind_the_end_of_a_text_that_shrank_is_its_end(reading: Open) -> None:
    library = FakeLibrary()
    library.places[CAFE_ARTICLE.path] = 10_000
    async with reading(library=library) as reader:
        await reader.keys("j", "enter")
        assert 0 < reader.session.cursor <= len(CAFE_ARTICLE.body)
        await reader.keys("k")
        assert reader.session.cursor == 0
