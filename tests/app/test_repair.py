"""Marks whose page changed: what differs is shown, and a key puts them right."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open, same_as_saved
from tests.app.fakes import TROOPS, FakeLibrary
from tests.app.leaves import DIKE_KEY, TROOPS_KEY, filled, go, screen, was
from tui.screens.notebook_telling import Known, told
from tui.store.anchoring_model import Anchor, Place
from tui.store.bookmarks import NotSaved
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


@pytest.mark.parametrize("digit", range(1, 10))
async def test_each_of_nine_places_has_a_digit(reading: Open, digit: int) -> None:
    library = filled()
    places = library.anchors["m5"].places
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m5")
        await reader.keys(str(digit))
        selector = mark(library, "m5").selector
        assert selector is not None and selector.start == places[digit - 1].start


async def test_a_digit_above_those_of_a_status_says_so_where_nothing_is_to_be_chosen(
    reading: Open,
) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        await reader.keys("7")
        assert "There are no places to choose from" in reader.text()


async def test_a_claim_that_is_accepted_as_it_stands_now_tells_what_stands_there(
    reading: Open,
) -> None:
    library = filled()
    words = "ongeveer 3000 militairen"
    was(library, "m1", TROOPS, words, words.replace("3000", "2000"))
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        await reader.keys("A")
        claimed = mark(library, "m1").claimed
        assert claimed is not None and "2000" in claimed.history[-1].why
        assert "Look whether all of it still holds: e edits." in reader.text()
        assert "the page changed" in reader.text()


async def test_what_cannot_be_undone_is_not_called_not_saved(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise NotSaved("NOT UNDONE: note kept. It was changed since, perhaps in another window.")

    library = filled()
    monkeypatch.setattr(library, "undo", refuse)
    async with reading(100, 30, library=library) as reader:
        await reader.keys("gn", "ctrl+z")
        assert "NOT UNDONE" in reader.text() and "NOT SAVED" not in reader.text()


def _put_elsewhere(library: FakeLibrary, mark_id: str) -> None:
    """The page of a mark is gone; its words stand in two others."""
    old = mark(library, mark_id)
    assert old.selector is not None
    places = tuple(Place("body", at, at + 12, old.selector.exact) for at in (3, 20))
    library.anchors[mark_id] = Anchor("AMBIGUOUS", old.selector.exact, places)
    library.homes[mark_id] = (TROOPS_KEY, DIKE_KEY)


async def test_words_of_a_page_that_is_gone_are_put_in_one_of_others_by_a_digit(
    reading: Open,
) -> None:
    library = filled()
    _put_elsewhere(library, "m4")
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        assert "The page is gone. Its words stand in 2 places elsewhere:" in reader.text()
        assert DIKE_KEY in reader.text()
        await reader.keys("2")
        put = mark(library, "m4")
        assert (put.path, put.at) == (DIKE_KEY, 20)


async def test_enter_on_a_place_in_another_page_goes_there(reading: Open) -> None:
    library = filled()
    _put_elsewhere(library, "m4")
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        await reader.keys("l")
        while (para := screen(reader).detail.para) is None or para.place != 1:
            await reader.keys("j")
        await reader.keys("enter")
        assert reader.app.screen is reader.desk and reader.session.key == DIKE_KEY


async def test_a_claim_on_words_that_changed_says_so_until_somebody_looked(reading: Open) -> None:
    library = filled()
    words = "ongeveer 3000 militairen"
    was(library, "m1", TROOPS, words, words.replace("3000", "2000"))
    library.set_status("m1", "confirmed")
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        await reader.keys("A")
        claimed = mark(library, "m1").claimed
        assert claimed is not None and claimed.stale and claimed.status == "unverified"
        assert "unverified · ! look again" in reader.text()
        placed = screen(reader).placed
        assert placed is not None
        lines = " ".join(para.text for para in told(Known(placed), {"edit": "e"}))
        assert "Look whether speaker and figures are right: e edits" in lines
        assert "it was confirmed before that" in lines
        await reader.keys("f", *"is:stale", "enter")
        assert screen(reader).rows.total == 1
        await reader.keys("1")
        claimed = mark(library, "m1").claimed
        assert claimed is not None and not claimed.stale and len(claimed.history) == 4
        assert "look again" not in reader.text()


async def test_a_mark_on_an_article_that_is_another_now_can_be_accepted(reading: Open) -> None:
    library = filled()
    library.anchors["m8"] = Anchor("CHANGED", "")
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m8")
        took: list[str] = []
        library.repair = lambda name: took.append(name)  # type: ignore[assignment,method-assign,misc]
        await reader.keys("A")
        assert took == ["m8"] and "the article as it is now" in reader.text()
