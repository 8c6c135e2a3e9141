"""`s` and `f` search the corpus, `F` shows all again: what is typed, what is shown, what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import CAFE_ARTICLE, DIKE_ARTICLE, TROOPS_ARTICLE, FakeLibrary, article
from tests.app.newsstand import newsstand
from tui.screens.keyed import Keyed
from tui.store.query import HOWS, parse

TROOPS, CAFE, DIKE = TROOPS_ARTICLE.path, CAFE_ARTICLE.path, DIKE_ARTICLE.path


def shown(reader) -> list[str]:
    return [reader.library.key_of(number) for number in reader.desk.articles.ids]


@pytest.mark.parametrize(
    "typed, keys",
    [
        ("dijk", [DIKE]),
        ("CAFE haven", [CAFE]),
        ("figure:>1000", [TROOPS]),
        ("figure:20..40", [DIKE]),
        ("noun:maand", [DIKE]),
        ("noun:maand dijk* -figure:<5", [DIKE]),
        ("kind:money", []),
        ("-noun:m", [CAFE, "overzicht.html", "vreemd.txt"]),
        ("westerdijk -schop", []),
    ],
)
async def test_what_is_typed_narrows_the_list(reading, typed, keys):
    async with reading() as reader:
        await reader.keys("f", *typed)
        assert shown(reader) == keys
        assert f"{len(keys)} of 6 · search: {typed}" in reader.text().split("\n")[0]
        await reader.keys("enter")
        assert shown(reader) == keys and reader.session.pane == "list"
        assert ("No article fits." in reader.text()) is (keys == [])


async def test_the_figures_that_fit_are_counted_in_the_row(reading):
    async with reading() as reader:
        await reader.keys("f", *"figure:>9000")
        assert "2 hits" in reader.line("25 Oct 2024")
        await reader.keys("escape")
        assert "4 fig" in reader.line("25 Oct 2024") and "hits" not in reader.text()


async def test_after_a_search_for_words_the_rows_show_them_in_their_context(reading):
    async with reading(120, 40) as reader:
        await reader.keys("s", *"rusland ", "enter")
        assert shown(reader) == [TROOPS]
        assert "1 hit" in reader.text() and "in Rusland. De ge" in reader.text()


async def test_a_wrong_filter_says_what_is_wrong_and_marks_where(reading):
    async with reading() as reader:
        await reader.keys("f", *"westerdijk figure:>veel")
        assert '"veel" is no number: write 1500, 12.000, 2,5 or 6,7 miljard' in reader.text()
        assert shown(reader) == [DIKE]
        marked = [
            segment.text
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.reverse and "figure" in segment.text
        ]
        assert marked == ["figure:>veel"]
        await reader.keys("enter")
        assert reader.desk.filter_bar is not None and reader.session.filter == "westerdijk"
        await reader.keys(*["backspace"] * 4, *"5", "enter")
        assert reader.desk.filter_bar is None and shown(reader) == [DIKE]


async def test_a_bracket_is_missed_only_once_the_reader_is_done(reading):
    async with reading() as reader:
        await reader.keys("s", *"(haven OR dijkgr")
        assert shown(reader) == [CAFE, DIKE] and "bracket" not in reader.text()
        await reader.keys("enter")
        assert "this bracket is not closed" in reader.text()
        await reader.keys("*", ")", "enter")
        assert shown(reader) == [CAFE, DIKE]
        assert reader.session.filter == "(haven OR dijkgr*)"


@pytest.mark.parametrize(
    "typed, chosen",
    [
        ("haven", "haven"),
        ("have", "have*"),
        ("have*", "have*"),
        ("have ", "have"),
        ("haven enkhui", "haven enkhui*"),
        ("title:wester", "title:wester*"),
        ('"van enkhui"', '"van enkhui"'),
        ("figure:>20", "figure:>20"),
        ("-have", "-have"),
    ],
)
async def test_the_last_word_is_a_beginning_until_enter_and_then_where_there_is_none(
    reading, typed, chosen
):
    async with reading() as reader:
        await reader.keys("s", *typed, "enter")
        assert reader.session.filter == chosen
        assert str(chosen) in reader.text().split("\n")[0]


async def test_an_open_quotation_mark_is_missed_only_once_the_reader_is_done(reading):
    async with reading() as reader:
        await reader.keys("s", *'"van enkhui')
        assert "not closed" not in reader.text() and reader.desk.articles.count == 1
        await reader.keys("enter")
        assert 'this quotation mark is not closed: put a "' in reader.text()
        assert reader.desk.filter_bar is not None
        await reader.keys(*'zen"', "enter")
        assert reader.session.filter == '"van enkhuizen"' and reader.desk.articles.count == 1


async def test_how_many_copies_are_folded_is_told(reading):
    async with reading(library=newsstand()) as reader:
        await reader.keys("s", *"zwolle ")
        found = len(reader.desk.articles.ids)
        assert f"{found + 2} of " in reader.line("Search") and "2 copies folded" in reader.text()
        head = reader.text().split("\n")[0]
        assert f"{found + 2} of " in head and ", 2 copies folded · search: zwolle" in head


@pytest.mark.parametrize("key, name", [("s", "Search"), ("f", "Filter")])
@pytest.mark.parametrize("pane", [[], ["enter"], ["enter", "tab"]])
async def test_both_keys_open_the_same_line_from_everywhere(reading, key, name, pane):
    async with reading() as reader:
        await reader.keys(*pane, key, *"haven", "enter")
        assert shown(reader) == [CAFE] and reader.session.pane == "list"
        await reader.keys(key)
        assert reader.line(name).split() == [name, "haven", "1", "of", "6"]


@pytest.mark.parametrize("width, keys", [(120, 2), (100, 2), (80, 2), (40, 1)])
async def test_what_can_be_written_fits_beside_the_keys(reading, width, keys):
    async with reading(width, 24) as reader:
        await reader.keys("s")
        told = reader.text().splitlines()[-1]
        assert "…" not in told and len(told) <= width
        assert told.count("ctrl+") >= keys
        await reader.keys(*"figure:x")
        await reader.keys(*["backspace"] * 8)
        assert reader.text().splitlines()[-1] == told


async def test_the_line_says_what_can_be_written(reading):
    async with reading(80, 24) as reader:
        await reader.keys("f")
        assert any(how in reader.text() for how in HOWS)


async def test_escape_brings_back_the_filter_and_the_pane_of_before(reading):
    async with reading() as reader:
        await reader.keys("f", *"seoel", "enter", "l")
        await reader.keys("f", *"dijk")
        assert shown(reader) == [DIKE]
        await reader.keys("escape")
        assert shown(reader) == [TROOPS] and reader.session.pane == "article"
        assert reader.session.filter == "seoel"


async def test_the_line_holds_the_filter_that_is_on_and_typing_replaces_it(reading):
    async with reading() as reader:
        await reader.keys("f", *"seoel", "enter", "f")
        assert reader.desk.filter_bar.field.value == "seoel"
        await reader.keys(*"haven", "enter")
        assert reader.session.filter == "haven"


@pytest.mark.parametrize("key", ["F", "q", "escape"])
async def test_F_and_in_the_list_q_take_the_filter_off(reading, key):
    async with reading() as reader:
        await reader.keys("f", *"dijk", "enter", key)
        assert len(shown(reader)) == 6 and reader.session.filter == ""
        assert reader.session.key == DIKE and reader.desk.articles.entry.key == DIKE
        assert "filter" not in reader.text().split("\n")[0]


async def test_q_in_the_text_goes_to_the_list_first(reading):
    async with reading() as reader:
        await reader.keys("f", *"dijk", "enter", "enter", "q")
        assert reader.session.pane == "list" and shown(reader) == [DIKE]


async def test_an_empty_line_takes_the_filter_off(reading):
    async with reading() as reader:
        await reader.keys("f", *"dijk", "enter", "f", "backspace", "enter")
        assert len(shown(reader)) == 6 and reader.session.filter == ""


async def test_F_without_a_filter_says_how_to_make_one(reading):
    async with reading() as reader:
        await reader.keys("F")
        assert "All articles are shown; s searches them." in reader.text()


async def test_the_cursor_stays_on_the_open_article_where_that_fits(reading):
    async with reading() as reader:
        await reader.keys("J", "J", "J", "f", *"figure:>20")
        assert shown(reader) == [TROOPS, DIKE]
        assert reader.desk.articles.entry.key == DIKE == reader.session.key
        assert "2/2" in reader.text().split("\n")[0]


async def test_where_the_open_article_does_not_fit_the_first_that_does_is_opened(reading):
    async with reading() as reader:
        await reader.keys("G", "f", *"figure:>20")
        assert reader.session.key == "stuk.bin"
        await reader.keys("enter")
        assert reader.session.key == TROOPS and reader.session.article is TROOPS_ARTICLE


async def test_J_and_K_go_through_the_articles_that_fit(reading):
    async with reading() as reader:
        await reader.keys("f", *"figure:>20", "enter", "enter", "J")
        assert reader.session.key == DIKE and reader.session.pane == "article"
        assert reader.session.filter == "figure:>20"
        await reader.keys("J")
        assert "This is the last article." in reader.text()
        await reader.keys("K")
        assert reader.session.key == TROOPS


async def test_up_and_down_go_through_the_list_while_one_types(reading):
    async with reading() as reader:
        await reader.keys("f", *"figure:>20", "down")
        assert reader.session.key == DIKE and reader.desk.filter_bar is not None
        await reader.keys("up")
        assert reader.session.key == TROOPS


async def test_keys_typed_in_one_breath_with_f_are_not_lost(reading):
    async with reading() as reader:
        for key in ["f", "d", "i", "j", "k", "enter"]:
            Keyed.on_key(reader.desk, key_event(key))
        await reader.settle()
        assert reader.session.filter == "dijk*" and shown(reader) == [DIKE]
        assert reader.desk.filter_bar is None and reader.session.key == DIKE


def key_event(key):
    from textual.events import Key

    return Key(key, key if len(key) == 1 else None)


async def test_an_article_the_filter_leaves_out_can_be_opened_and_says_so(reading):
    async with reading() as reader:
        await reader.keys("enter", "b", "q", "f", *"dijk*", "enter", "B", "enter")
        assert reader.session.key == TROOPS and reader.session.filter == "dijk*"
        assert "The search leaves this one out; F shows all." in reader.text()
        assert " 0 of" not in reader.text() and "1 of 6 · search: dijk*" in reader.text()
        await reader.keys("q", "enter")
        assert reader.session.key == DIKE
        await reader.keys("F")
        assert reader.desk.articles.entry.key == DIKE


async def test_a_bookmark_made_while_the_list_is_narrowed_is_shown(reading):
    async with reading() as reader:
        await reader.keys("f", *"seoel", "enter", "enter", "b")
        assert "⚑" in reader.line("25 Oct 2024")
        await reader.keys("F")
        assert "⚑" in reader.line("25 Oct 2024")


async def test_an_article_that_is_new_in_the_folder_joins_where_it_fits(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("f", *"dijk*", "enter")
        library.put(article("nieuw.txt", "Nieuwe dijk bij Goes", "Er komt een dijk."))
        await until(reader, lambda: shown(reader) == [DIKE, "nieuw.txt"])
        assert reader.session.key == DIKE and reader.session.filter == "dijk*"
        await until(reader, lambda: "2 of 7 · search: dijk*" in reader.text())


async def until(reader, true):
    for _ in range(500):
        if true():
            return
        await reader.pilot.pause(0.01)
    raise AssertionError("it never came")


async def test_what_is_typed_fast_asks_for_the_last_and_not_for_all_between(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("f")
        library.viewed.clear()
        library.hold.clear()
        for key in "dijk":
            await reader.pilot.press(key)
        library.hold.set()
        await reader.settle()
        asked = [query for query, _ in library.viewed if query is not None and query.nodes]
        assert asked[-1] == parse("dijk", typing=True) and parse("dij", typing=True) not in asked
        assert shown(reader) == [DIKE]


async def test_a_filter_that_was_taken_off_is_not_put_on_by_a_late_answer(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("f")
        library.hold.clear()
        for key in ["d", "escape"]:
            await reader.pilot.press(key)
        library.hold.set()
        await reader.settle()
        assert len(shown(reader)) == 6 and reader.session.filter == ""


async def test_what_is_pasted_steers_no_terminal(reading):
    async with reading() as reader:
        await reader.keys("f")
        reader.desk.filter_bar.field.insert_text_at_cursor("dijk\x1b]0;naam\x07\u202e")
        await reader.settle()
        assert not {"\x1b", "\x07", "\u202e"} & {*reader.text()}
        assert "\x1b" not in reader.session.filter


async def test_a_title_from_outside_is_no_markup_in_the_line(reading):
    async with reading() as reader:
        await reader.keys("f")
        reader.desk.filter_bar.field.value = "[b]kop[/b] figure:[@click=app.quit]x"
        await reader.settle()
        assert '"[@click=app.quit]x" is no number' in reader.text()
        assert shown(reader) == ["vreemd.txt"]


@pytest.mark.parametrize(
    "name, keys, width, height",
    [
        ("filter-typing", ["f", *"figure:>20"], 80, 24),
        ("filter-wrong", ["f", *"dijk kind:geld"], 80, 24),
        ("filter-wrong-40", ["f", *"dijk kind:geld"], 40, 12),
        ("filter-on", ["f", *"figure:>20", "enter"], 120, 34),
        ("filter-on-40", ["f", *"figure:>20", "enter"], 40, 12),
        ("filter-none", ["f", *"kind:money", "enter"], 80, 24),
    ],
)
async def test_the_narrowed_list_looks_as_it_did(reading, name, keys, width, height):
    async with reading(width, height) as reader:
        await reader.keys(*keys)
        same_as_saved(name, reader.text())


async def test_searching_and_all_again_are_on_the_screen_of_the_list(reading):
    async with reading() as reader:
        assert "s Search" in reader.text() and "F All" not in reader.text()
        await reader.keys("f", *"dijk", "enter")
        assert "F All" in reader.text()


async def test_an_article_that_does_not_fit_any_more_leaves_the_list_and_stays_open(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("f", *"figure:>20", "enter", "J")
        library.put(replace(DIKE_ARTICLE, figures=()))
        await until(reader, lambda: shown(reader) == [TROOPS])
        assert reader.session.key == DIKE
