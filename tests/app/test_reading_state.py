"""What was read: marks set by hand, and going from one unread article to the next."""

from __future__ import annotations

import pytest

from tests.app.fakes import CAFE_ARTICLE, DIKE_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tests.app.newsstand import newsstand

TROOPS, CAFE, DIKE = TROOPS_ARTICLE.path, CAFE_ARTICLE.path, DIKE_ARTICLE.path


@pytest.mark.parametrize("pane", [[], ["enter"], ["enter", "tab"]])
async def test_r_and_u_mark_the_article_the_reader_is_at(reading, pane):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("j", *pane, "u")
        assert CAFE not in library.read_keys and "Counted as unread." in reader.text()
        await reader.keys("r")
        assert library.read_keys == {CAFE} and "Counted as read." in reader.text()


async def test_the_mark_in_the_row_follows_at_once(reading):
    async with reading() as reader:
        await reader.keys("j", "r", "k")
        assert "• Café" not in reader.text()
        await reader.keys("j", "u", "k")
        assert "• Café" in reader.text()


async def test_a_mark_that_cannot_be_kept_is_told(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("r")
        assert "NOT SAVED" in reader.text() and library.read_keys == set()
        assert "Counted as read." not in reader.text()


async def test_a_mark_that_nobody_asked_for_and_cannot_be_kept_is_told_once(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("enter", "J", "J")
        assert reader.text().count("disk is full") == 1 and "NOT SAVED" in reader.text()
        await reader.keys("r")
        assert reader.text().count("disk is full") == 2


async def test_the_next_unread_article_is_the_one_below_in_the_list_as_it_stands(reading):
    library = FakeLibrary()
    library.read_keys = {CAFE, "overzicht.html"}
    async with reading(library=library) as reader:
        await reader.keys("]u")
        assert reader.session.key == DIKE and reader.desk.articles.entry.key == DIKE
        await reader.keys("[u")
        assert reader.session.key == TROOPS
        await reader.keys("[u")
        assert reader.session.key == TROOPS and "No unread article above." in reader.text()


async def test_past_the_last_unread_article_that_is_told(reading):
    library = FakeLibrary(broken=False)
    library.read_keys = set(library.keys)
    async with reading(library=library) as reader:
        await reader.keys("]u")
        assert "No unread article below." in reader.text() and reader.session.key == TROOPS


async def test_in_the_text_the_next_unread_article_is_opened_and_then_is_read(reading):
    library = FakeLibrary()
    library.read_keys = {CAFE, "overzicht.html"}
    async with reading(library=library) as reader:
        await reader.keys("enter", "]u")
        assert reader.session.pane == "article" and reader.session.key == DIKE
        assert library.read_keys >= {TROOPS, DIKE}


async def test_only_what_the_search_found_is_gone_to(reading):
    async with reading() as reader:
        await reader.keys("s", *"een ", "enter", "]u", "]u", "]u")
        assert reader.session.key == "vreemd.txt"
        await reader.keys("]u")
        assert "No unread article below." in reader.text()


async def test_a_copy_that_is_folded_away_is_not_gone_to(reading):
    library = newsstand()
    async with reading(library=library) as reader:
        seen = []
        for _ in library.keys:
            await reader.keys("]u")
            seen.append(reader.session.key)
        listed = [library.key_of(number) for number in reader.desk.articles.ids]
        assert set(seen) <= set(listed)
        unread = [key for key in listed[1:] if key not in {*library.read_keys, "stuk.bin"}]
        assert list(dict.fromkeys(seen)) == unread


async def test_the_search_for_an_unread_article_never_waits_on_the_screen(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.pilot.press("right_square_bracket", "u", "j")
        assert reader.desk.articles.entry.key == CAFE
        library.hold.set()
        await reader.settle()
        assert reader.session.article is not None
