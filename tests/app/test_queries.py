"""Searches that are kept: under a name, and the last ones; `gs` shows both."""

from __future__ import annotations

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import CAFE_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tui.config import Config
from tui.screens.queries import QueriesScreen
from tui.widgets.query_list import QueryRow, rows_of

TROOPS, CAFE = TROOPS_ARTICLE.path, CAFE_ARTICLE.path


def library_with(*saved: tuple[str, str], recent: tuple[str, ...] = ()) -> FakeLibrary:
    library = FakeLibrary()
    for name, text in saved:
        library.save_query(name, text)
    for text in reversed(recent):
        library.remember_query(text)
    return library


HARBOUR, ARMY = ("Haven", "haven -schip"), ("Leger", 'milit* figure:>1000 "Noord-Korea"')


def known() -> FakeLibrary:
    return library_with(ARMY, HARBOUR, recent=("rutte*", "title:dijk* date:2025"))


@pytest.mark.parametrize(
    "words, rows",
    [
        ("", ["Kept", "Haven", "Leger", "Last searches", "rutte*", "title:dijk*"]),
        ("HAV", ["Kept", "Haven"]),
        ("figure", ["Kept", "Leger"]),
        ("dijk", ["Last searches", "title:dijk*"]),
        ("noord leger", ["Kept", "Leger"]),
        ("zeppelin", []),
    ],
)
def test_the_searches_have_the_words_of_the_filter_in_name_or_text(words, rows):
    found = rows_of([ARMY, HARBOUR], ["rutte*", "title:dijk*"], words)
    assert [row.name or row.text for row in found] == rows


def test_those_that_were_kept_stand_by_name_whatever_the_case():
    names = [row.name for row in rows_of([("b", "x"), ("Á", "y"), ("a b", "z")], [])]
    assert names == ["Kept", "Á", "a b", "b"]
    assert rows_of([], ["x"])[0] == QueryRow("Last searches", "")


async def test_a_search_is_kept_under_a_name_and_used_again(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", *"haven ", "ctrl+s", *"De haven", "enter")
        assert library.saved_queries() == (("De haven", "haven"),)
        assert "Kept as De haven; gs in the list finds it again." in reader.text()
        assert reader.desk.filter_bar.field.value == "haven "
        await reader.keys("escape", "gs", "enter")
        assert reader.session.filter == "haven" and reader.session.key == CAFE
        assert reader.desk.filter_bar is None


async def test_a_word_that_is_not_whole_is_kept_as_the_reader_sees_it(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", *"milit", "ctrl+s", *"leger", "enter")
        assert library.saved_queries() == (("leger", "milit*"),)


async def test_without_a_name_or_after_escape_nothing_is_kept_and_typing_goes_on(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        for end in (["enter"], [*"x", "escape"], [" ", "enter"]):
            await reader.keys("s", *"haven", "ctrl+s", *end)
            assert library.saved_queries() == () and reader.desk.name_bar is None
            await reader.keys(*" sluit", "enter")
            assert reader.session.filter == "haven sluit"


async def test_what_is_wrong_or_empty_is_not_kept_and_that_is_told(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", "ctrl+s")
        assert "Type a search first; then ctrl+s keeps it." in reader.text()
        await reader.keys(*"kind:geld", "ctrl+s")
        assert 'there is no kind "geld"' in reader.text() and reader.desk.name_bar is None


async def test_a_search_that_cannot_be_kept_is_told(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("s", *"haven", "ctrl+s", "x", "enter")
        assert "NOT SAVED: the disk is full" in " ".join(reader.text().replace("▌", "").split())
        assert "Kept as" not in reader.text()


async def test_what_was_searched_for_is_remembered_the_last_first_and_once(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        for text in ("haven ", "milit", "haven "):
            await reader.keys("s", *text, "enter")
        await reader.keys("s", *"moskou", "escape", "F")
        assert library.recent_queries() == ("haven", "milit*")


async def test_gs_uses_one_of_the_last_searches(reading):
    async with reading(library=known()) as reader:
        await reader.keys("gs", "j", "j", "enter")
        assert reader.session.filter == "rutte*" and reader.session.key == TROOPS


async def test_typing_after_a_slash_filters_and_enter_uses_the_first(reading):
    async with reading(library=known()) as reader:
        await reader.keys("gs", "/", *"hav", "enter")
        assert reader.session.filter == "haven -schip"
        await reader.keys("gs", "/", *"zepp")
        assert "No search has these words." in reader.text()
        await reader.keys("enter", "escape", "q")
        assert reader.session.filter == "haven -schip"


async def test_d_drops_one_that_was_kept_and_the_cursor_stays(reading):
    library = known()
    async with reading(library=library) as reader:
        await reader.keys("gs", "d")
        assert library.saved_queries() == (ARMY,) and "Haven" not in reader.text()
        await reader.keys("enter")
        assert reader.session.filter == ARMY[1]


async def test_of_the_last_searches_none_is_dropped(reading):
    library = known()
    async with reading(library=library) as reader:
        await reader.keys("gs", "G", "d")
        assert "Only a search that was kept can be dropped." in reader.text()
        assert len(library.recent_queries()) == 2 and len(library.saved_queries()) == 2


async def test_one_that_cannot_be_dropped_is_told_and_stays(reading):
    library = known()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("gs", "d")
        assert "NOT SAVED" in reader.text() and "Haven" in reader.text()


async def test_ctrl_r_in_the_line_puts_a_search_there(reading):
    async with reading(library=known()) as reader:
        await reader.keys("s", *"x", "ctrl+r", "enter")
        assert reader.desk.filter_bar.field.value == "haven -schip"
        await reader.keys("enter")
        assert reader.session.filter == "haven -schip" and reader.session.key == CAFE


async def test_q_leaves_everything_as_it_was(reading):
    async with reading(library=known()) as reader:
        await reader.keys("gs", "q")
        assert reader.session.filter == "" and len(reader.desk.articles.ids) == 6


async def test_keys_typed_in_one_breath_with_gs_are_not_lost(reading):
    async with reading(library=known()) as reader:
        for key in ("g", "s", "j", "enter"):
            reader.app.simulate_key(key)
        await reader.settle()
        assert reader.session.filter == ARMY[1]


async def test_one_made_with_other_fields_comes_into_the_line_and_says_what_is_wrong(reading):
    async with reading(library=library_with(("oud", "kleur:rood"))) as reader:
        await reader.keys("gs", "enter")
        assert reader.desk.filter_bar.field.value == "kleur:rood"
        assert 'there is no field "kleur:"' in reader.text()


async def test_without_any_the_box_says_how_to_make_one(reading):
    async with reading() as reader:
        await reader.keys("gs")
        assert "None yet: s searches, ctrl+s there keeps it." in reader.text()
        await reader.keys("enter", "d", "j", "q")
        assert not isinstance(reader.app.screen, QueriesScreen)


async def test_names_and_searches_are_never_markup(reading):
    library = library_with(("[b]x[/b]\x1b[2J", "[@click=app.quit]haven"))
    async with reading(library=library) as reader:
        await reader.keys("gs")
        assert "[b]x[/b]" in reader.text() and "[@click=app.quit]haven" in reader.text()
        assert "\x1b" not in reader.text()


@pytest.mark.parametrize(
    "name, keys, width, height",
    [
        ("queries-100", ["gs"], 100, 24),
        ("queries-40", ["gs"], 40, 12),
        ("queries-name", ["s", *"haven", "ctrl+s", *"De ha"], 80, 24),
        ("search-copies", ["s", *"een "], 100, 24),
    ],
)
async def test_searches_look_as_they_did(reading, name, keys, width, height):
    async with reading(width, height, library=known()) as reader:
        await reader.keys(*keys)
        same_as_saved(name, reader.text())


async def test_a_search_that_takes_the_place_of_another_says_which(reading):
    library = library_with(("Haven", "haven -schip"))
    async with reading(library=library) as reader:
        await reader.keys("s", *"moskou ", "ctrl+s", *"Haven", "enter")
        assert library.saved_queries() == (("Haven", "moskou"),)
        assert "Kept as Haven in place of: haven -schip" in reader.text()


async def test_the_keys_of_the_line_and_the_box_can_be_chosen_and_are_told_so(reading):
    chosen = {"keep_query": ("ctrl+g",), "kept_queries": ("ctrl+b",), "drop_query": ("D",)}
    library = known()
    async with reading(160, 34, library=library, config=Config(keymap=chosen)) as reader:
        await reader.keys("s")
        assert "ctrl+g keeps it · ctrl+b kept ones" in reader.text()
        await reader.keys(*"haven", "ctrl+s", "ctrl+r")
        assert reader.desk.name_bar is None and reader.app.screen is reader.desk
        await reader.keys("ctrl+b")
        assert "enter use · / filter · D drop · q back" in reader.text()
        await reader.keys("d")
        assert len(library.saved_queries()) == 2
        await reader.keys("D")
        assert len(library.saved_queries()) == 1
        assert "Dropped. ctrl+z in the list brings it back." in reader.text()
