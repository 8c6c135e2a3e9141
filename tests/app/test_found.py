"""What a search opens once it is chosen, and keys that come quicker than the articles."""

from __future__ import annotations

from tests.app.fakes import DIKE_ARTICLE, FakeLibrary

DIKE = DIKE_ARTICLE.path
EEN = ["s", *"een ", "enter"]
"""A word three times in the first article, once in the second and thirty times in the third."""


def told(reader) -> str:
    return reader.text().split("\n")[-1].strip()


async def test_keys_pressed_while_an_article_comes_go_on_from_where_it_is_entered(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys(*EEN, "n", "n", "n", "n")
        assert told(reader) == "hit 1 of 1 · article 2 of 4"
        library.hold.clear()
        await reader.pilot.press("N", "N")
        library.hold.set()
        await reader.settle()
        assert told(reader) == "hit 2 of 3 · article 1 of 4"


async def test_more_keys_than_an_article_has_hits_go_on_to_the_next(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys(*EEN, "n", "n", "n")
        library.hold.clear()
        await reader.pilot.press("n", "n", "n")
        library.hold.set()
        await reader.settle()
        assert told(reader) == "hit 2 of 30 · article 3 of 4"


async def test_enter_on_a_search_opens_the_first_article_that_fits_and_counts_it_as_read(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        assert library.read_keys == set()
        await reader.keys("s", *"dijkgraaf")
        assert library.read_keys == set()
        await reader.keys("enter")
        assert reader.session.key == DIKE and reader.session.article is not None
        assert library.read_keys == {DIKE}


async def test_all_articles_again_open_none(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", "enter")
        assert library.read_keys == set()
