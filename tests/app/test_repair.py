"""Marks whose page changed: what differs is shown, and a key puts them right."""

from __future__ import annotations

from tests.app.conftest import Open, same_as_saved
from tests.app.fakes import FakeLibrary
from tests.app.leaves import filled, go, screen
from tui.store.marked import Mark


def mark(library: FakeLibrary, mark_id: str) -> Mark:
    (found,) = (each for each in library.own if each.id == mark_id)
    return found


async def test_old_and_new_stand_side_by_side_with_what_differs(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m3")
        reader.app.clear_notifications()
        await reader.settle()
        assert "‹geen›" in reader.line("‹een›")
        assert "negation: geen → een" in reader.text()
        same_as_saved("notebook_changed", reader.text())


async def test_old_and_new_stand_below_each_other_where_it_is_narrow(reading: Open) -> None:
    async with reading(50, 40, library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m3")
        assert "‹geen›" in reader.text() and "‹een›" not in reader.line("‹geen›")


async def test_a_changed_mark_is_accepted_as_it_is_now_and_that_undone(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m3")
        assert "A Accept as it is now" in reader.text()
        await reader.keys("A")
        selector = mark(library, "m3").selector
        assert selector is not None and selector.exact == "een gewone oefening"
        assert "Put in its place. ctrl+z undoes it." in reader.text()
        await reader.keys("ctrl+z")
        selector = mark(library, "m3").selector
        assert selector is not None and selector.exact == "geen gewone oefening"


async def test_of_several_places_a_digit_chooses_one(reading: Open) -> None:
    library = filled()
    places = library.anchors["m5"].places
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m5")
        assert "It may be one of 30 places:" in reader.text()
        await reader.keys("A")
        assert "A digit chooses the place" in reader.text() and "m5" in library.anchors
        await reader.keys("2")
        selector = mark(library, "m5").selector
        assert selector is not None and selector.start == places[1].start
        assert screen(reader).placed.state == "ANCHORED"  # type: ignore[union-attr]


async def test_a_place_can_be_accepted_on_its_own_line(reading: Open) -> None:
    library = filled()
    places = library.anchors["m5"].places
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m5")
        await reader.keys("l")
        while (para := screen(reader).detail.para) is None or para.place != 2:
            await reader.keys("j")
        await reader.keys("A")
        selector = mark(library, "m5").selector
        assert selector is not None and selector.start == places[2].start


async def test_the_rarest_words_of_a_mark_that_is_gone_are_searched_for(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m6")
        assert "These words stand nowhere in it any more." in reader.text()
        await reader.keys("s")
        assert reader.app.screen is reader.desk and reader.session.filter == '"Brussel"'


async def test_what_stands_where_it_was_needs_no_repair(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        await reader.keys("A")
        assert "there is nothing to accept" in reader.text()
        await go(reader, "m6")
        await reader.keys("A")
        assert "There is no place to put it." in reader.text()
