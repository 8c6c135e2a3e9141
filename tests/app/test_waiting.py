"""Keys that are pressed before the article is there: they wait for it, in their order."""

from __future__ import annotations

import pytest

from tests.app.fakes import BROKEN, CAFE_ARTICLE, FakeLibrary
from tui.screens.note_box import NoteBox


def last(reader) -> str:
    return reader.text().rstrip("\n").split("\n")[-1]


async def to_one_that_is_still_read(reader) -> None:
    """In the article, and to the next one, which does not come before `hold` is set."""
    await reader.keys("enter")
    reader.library.hold.clear()
    await reader.pilot.press("J")
    assert reader.session.key == CAFE_ARTICLE.path and reader.session.article is None


async def come(reader) -> None:
    reader.library.hold.set()
    await reader.settle()


async def test_what_is_typed_after_a_stands_in_the_note(reading):
    async with reading() as reader:
        await to_one_that_is_still_read(reader)
        await reader.pilot.press("a", *"abc")
        assert "Reading… this waits until the article is there" in last(reader)
        await come(reader)
        assert isinstance(reader.app.screen, NoteBox)
        assert reader.app.screen.query_one("#note-text").text == "abc"
        assert reader.library.own == () and reader.library.bookmarks() == ()


async def test_a_selection_goes_on_as_it_was_typed(reading):
    async with reading() as reader:
        await to_one_that_is_still_read(reader)
        await reader.pilot.press("V", "enter")
        await come(reader)
        assert [mark.kind for mark in reader.library.own] == ["highlight"]


async def test_escape_does_without(reading):
    async with reading() as reader:
        await to_one_that_is_still_read(reader)
        await reader.pilot.press("a", "b", "escape")
        assert "Nothing waits any more." in last(reader)
        await come(reader)
        assert reader.app.screen is reader.desk and reader.library.bookmarks() == ()


@pytest.mark.parametrize("key", ["b", "a"])
async def test_where_the_article_cannot_be_read_the_keys_do_nothing(reading, key):
    library = FakeLibrary((CAFE_ARTICLE,))
    async with reading(library=library) as reader:
        await reader.keys("enter")
        library.hold.clear()
        await reader.pilot.press("J", key, "b", "q")
        assert reader.session.key == BROKEN.key
        await come(reader)
        assert reader.app.screen is reader.desk and reader.session.pane == "article"
        assert "There is no article" in last(reader) and library.bookmarks() == ()
