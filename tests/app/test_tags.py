"""Tags on articles, marks and selections: typed, completed and taken away."""

from __future__ import annotations

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import CAFE_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tui.screens.tag_box import TagBox
from tui.store.marked import TagCount, Target
from tui.widgets.tag_list import tag_rows

TROOPS, CAFE = TROOPS_ARTICLE.path, CAFE_ARTICLE.path
KNOWN = (
    TagCount("militair", "", 2, 1, 0),
    TagCount("militair/aantallen", "", 1, 0, 0),
    TagCount("Noord-Korea", "", 0, 0, 1),
    TagCount("overzicht militair", "", 0, 1, 0),
)


def library_with(*names: str, key: str = CAFE) -> FakeLibrary:
    library = FakeLibrary()
    for name in names:
        library.tag([Target("article", key)], name)
    return library


def box(reader) -> bool:
    return isinstance(reader.app.screen, TagBox)


def tags(reader) -> dict[str, tuple[str, ...]]:
    return {mark.kind: mark.tags for mark in reader.library.own}


@pytest.mark.parametrize(
    "typed, names",
    [
        ("", ["militair", "militair/aantallen", "Noord-Korea", "overzicht militair"]),
        ("mil", ["militair", "militair/aantallen", "overzicht militair"]),
        ("AANT", ["militair/aantallen"]),
        ("noord", ["Noord-Korea"]),
        ("militair/", ["militair", "militair/aantallen", "overzicht militair"]),
        ("zeppelin", []),
    ],
)
def test_tags_that_begin_so_stand_first_whatever_the_case(typed, names):
    assert [row.name for row in tag_rows(KNOWN, typed, ())] == names


def test_a_tag_tells_what_has_it_and_whether_it_is_there_already():
    row, under, *_ = tag_rows(KNOWN, "", ["militair"])
    assert (row.told, row.there, row.depth) == ("2 articles · 1 mark", True, 0)
    assert (under.there, under.depth) == (False, 1)


async def test_in_the_list_t_tags_the_article_at_the_cursor(reading):
    async with reading() as reader:
        await reader.keys("t", *"militair/aantallen", "enter")
        assert tags(reader) == {"tags": ("militair/aantallen",)}
        assert box(reader) and "#militair/aantallen" in reader.text()
        await reader.keys("enter")
        assert not box(reader) and "Tags kept. ctrl+z undoes it." in reader.text()
        assert reader.library.own[0].path == TROOPS


async def test_several_tags_are_typed_one_after_another(reading):
    async with reading() as reader:
        await reader.keys("t", *"een", "enter", *"twee", "enter", "escape")
        assert tags(reader) == {"tags": ("een", "twee")} and not box(reader)


async def test_tab_completes_and_the_arrows_choose(reading):
    async with reading(library=library_with("militair/aantallen", "Noord-Korea")) as reader:
        await reader.keys("t", *"aan", "tab", "enter")
        assert reader.library.own[-1].tags == ("militair/aantallen",)
        await reader.keys("down", "enter", "escape")
        assert reader.library.own[-1].tags == ("militair/aantallen", "Noord-Korea")


async def test_going_up_from_the_first_tag_is_going_back_to_what_is_typed(reading):
    async with reading(library=library_with("militair")) as reader:
        await reader.keys("t", *"mil", "down", "up", "enter")
        assert reader.library.own[-1].tags == ("mil",)


async def test_backspace_where_nothing_is_typed_takes_the_last_one_away(reading):
    async with reading(library=library_with("een", "twee", key=TROOPS)) as reader:
        await reader.keys("t", "x", "backspace", "backspace")
        assert tags(reader) == {"tags": ("een",)} and "No longer tagged twee." in reader.text()


async def test_T_takes_away_the_tag_that_is_chosen(reading):
    async with reading(library=library_with("een", "twee", key=TROOPS)) as reader:
        await reader.keys("T", "down", "enter")
        assert tags(reader) == {"tags": ("een",)}
        await reader.keys("enter", "escape")
        assert tags(reader) == {"tags": ()} and not box(reader)


async def test_a_selection_is_highlighted_with_its_tag(reading):
    async with reading() as reader:
        await reader.keys("enter", "V", "t", *"bron", "enter", "escape")
        (mark,) = reader.library.own
        assert (mark.kind, mark.tags) == ("highlight", ("bron",))
        assert mark.selector.exact.startswith("SEOEL") and reader.desk.selected is None


async def test_the_mark_one_is_on_is_tagged(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "ctrl+s", "]a", "t", *"bron", "enter", "escape")
        assert tags(reader) == {"note": ("bron",)}


async def test_in_the_article_without_a_mark_the_article_is_tagged(reading):
    async with reading() as reader:
        await reader.keys("enter", "t", *"bron", "enter", "escape")
        assert tags(reader) == {"tags": ("bron",)}


async def test_on_a_full_disk_the_tag_stays_in_the_line(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("t", *"bron", "enter")
        assert box(reader) and reader.app.screen.query_one("#tag-input").value == "bron"
        assert "NOT SAVED: the disk is full." in reader.text() and library.own == ()


async def test_a_mark_that_is_gone_meanwhile_is_told(reading):
    library = library_with("een", key=TROOPS)
    note = library.make(Target("article", TROOPS), "note", text="weg")
    async with reading(library=library) as reader:
        await reader.keys("enter", "l", "P", "j", "t")
        assert box(reader)
        library.remove(note.id)
        await reader.keys(*"bron", "enter")
        assert "no longer there" in reader.text()


async def test_marks_in_tags_are_printed_as_they_are(reading):
    async with reading(library=library_with("[red]bo\x1bos[/red]", key=TROOPS)) as reader:
        await reader.keys("t")
        assert "#[red]bo" in reader.text() and "\x1b" not in reader.text()


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 34)])
async def test_the_box_looks_as_it_did(reading, width, height):
    library = library_with("militair/aantallen", "Noord-Korea", key=TROOPS)
    library.tag([Target("article", CAFE)], "militair/materieel")
    async with reading(width, height, library=library) as reader:
        await reader.keys("t", *"mil")
        same_as_saved(f"tags-{width}", reader.text())


@pytest.mark.parametrize("key, told", [("t", "a new tag, such as"), ("T", "which tag goes")])
async def test_an_empty_line_tells_what_it_is_for(reading, key, told):
    async with reading(library=library_with("bron", key=TROOPS)) as reader:
        await reader.keys("enter", key)
        assert told in reader.text()
