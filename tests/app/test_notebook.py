"""The notebook: all marks on a screen, narrowed, grouped, gone to and changed."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open, same_as_saved
from tests.app.fakes import TROOPS, FakeLibrary
from tests.app.leaves import TROOPS_KEY, filled, go, here, ids, screen
from tui.actions import ACTIONS
from tui.screens.actors import ActorsScreen
from tui.screens.booking import about_changed
from tui.screens.keyed import Keyed
from tui.screens.notebook import NotebookScreen
from tui.screens.notebook_filter import Sieve, parse
from tui.screens.notebook_rows import grouped
from tui.screens.notebook_telling import bracketed
from tui.screens.read import ReadScreen
from tui.store.marked import Changed, Mark, Placed, Target
from tui.text.safe import UNSAFE
from tui.widgets.mark_detail import MarkDetail, Para, folded


@pytest.mark.parametrize("width, height", [(120, 34), (80, 24), (40, 12)])
async def test_the_notebook_as_it_looks(reading: Open, width: int, height: int) -> None:
    async with reading(width, height, library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        reader.app.clear_notifications()
        await reader.settle()
        same_as_saved(f"notebook_{width}x{height}", reader.text())


async def test_without_marks_it_says_how_to_make_the_first(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("gn")
        assert "Nothing is marked yet." in reader.text()
        assert "In an article b bookmarks a sentence" in reader.text()
        await reader.keys("enter")
        assert "There is no mark here." in reader.text()
        await reader.keys("gn")
        assert reader.app.screen is reader.desk


async def test_enter_goes_to_the_passage_and_q_comes_back_to_the_row(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m2")
        await reader.keys("enter")
        assert reader.app.screen is reader.desk and reader.session.key == TROOPS_KEY
        assert reader.session.cursor == TROOPS.index("12.000 man")
        await reader.keys("q")
        assert here(reader) == "m2"
        await reader.keys("q")
        assert reader.app.screen is reader.desk
        await reader.keys("q")
        assert reader.app.screen is reader.desk and reader.session.pane == "list"


async def test_who_left_for_the_list_does_not_come_back_by_q(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m2")
        await reader.keys("enter", "h", "enter", "q")
        assert reader.app.screen is reader.desk and reader.session.pane == "list"


async def test_a_filter_narrows_while_one_types_and_is_told(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "f", *"kind:note", "enter")
        assert sorted(ids(reader)) == ["m3", "m5", "m7"]
        assert "3 of 8 · filter: kind:note" in reader.text()
        await reader.keys("F")
        assert len(ids(reader)) == 8
        await reader.keys("f", *"state:gone", "escape")
        assert len(ids(reader)) == 8
        await reader.keys("f", *"plaats:x")
        assert "no field plaats" in reader.text()


async def test_marks_are_grouped_by_article_tag_status_and_day(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        heads = []
        for _ in range(4):
            rows = screen(reader).rows
            heads.append([row.words for row in rows if row.id is None])
            await reader.keys("S")
        assert heads[0][1] == "The corpus" and len(heads[0]) == 4
        assert heads[1] == ["horeca", "leger", "leger/aantal", "navo", "No tag"]
        assert heads[2] == ["unverified", "No claim"]
        assert heads[3] == ["1 Nov 2024"]


async def test_a_claim_gets_a_status_by_a_digit_which_can_be_undone(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        await reader.keys("3")
        assert "Status: disputed; it was unverified. ctrl+z undoes it." in reader.text()
        assert "Claim · disputed" in reader.text()
        await reader.keys("ctrl+z")
        assert "Claim · unverified" in reader.text() and here(reader) == "m1"
        await reader.keys("ctrl+y", "3")
        assert "It is disputed already." in reader.text()
        await go(reader, "m4")
        await reader.keys("2")
        assert "Only a claim has a status." in reader.text()


async def test_a_claim_is_deleted_with_its_evidence_and_comes_back(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        await reader.keys("d")
        assert "Claim taken away with 1 piece of evidence. ctrl+z" in reader.text()
        assert not {"m1", "m2"} & set(ids(reader)) and here(reader)
        await reader.keys("ctrl+z")
        assert {"m1", "m2"} <= set(ids(reader))


async def test_the_evidence_of_a_claim_is_gone_to_by_enter(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m1")
        assert "Evidence against 1" in reader.text() and "- 12.000 man –" in reader.text()
        await reader.keys("l")
        while "12.000" not in _line(screen(reader).detail):
            await reader.keys("j")
        await reader.keys("enter")
        assert here(reader) == "m2" and "Evidence against" in reader.text()


def _line(detail: MarkDetail) -> str:
    return detail.para.text if detail.para is not None else ""


async def test_notes_and_tags_are_changed_in_their_boxes(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn")
        await go(reader, "m3")
        await reader.keys("e", *"Eerst: ", "ctrl+s")
        await reader.settle()
        assert "Eerst: " in str(screen(reader).placed and screen(reader).placed.mark.text)  # type: ignore[union-attr]
        await reader.keys("t", *"navo", "enter", "escape")
        placed = screen(reader).placed
        assert placed is not None and placed.mark.tags == ("navo",)
        await reader.keys("a", *"Alles", "ctrl+s")
        assert any("Alles" in each.mark.text for each in screen(reader).rows.marks)


async def test_what_cannot_be_kept_is_told(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        library.full_disk = True
        await reader.keys("d")
        assert "NOT SAVED" in reader.text() and "m4" in ids(reader)


async def test_quitting_waits_for_what_is_on_its_way_to_the_disk(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        library.hold.clear()
        await reader.pilot.press("d")
        await reader.pilot.press("Q")
        assert reader.app.is_running
        library.hold.set()
        await reader.settle()
        assert not reader.app.is_running and "m4" not in [mark.id for mark in library.own]


async def test_the_notebook_and_the_actors_lead_to_each_other(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "ga")
        assert type(reader.app.screen).__name__ == "ActorsScreen"
        await reader.keys("gn")
        assert len(ids(reader)) == 8


async def test_what_changed_is_told_once_on_opening(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        assert "1 mark changed, 1 may be in several places, 1 is gone:" in reader.text()
        assert len(reader.app._notifications) == 1
        reader.library.touch()
    async with reading() as reader:
        assert len(reader.app._notifications) == 0


@pytest.mark.parametrize("screen", [ReadScreen, ActorsScreen, NotebookScreen])
def test_every_key_of_a_screen_does_something_there(screen: type[Keyed[object]]) -> None:
    scenes = screen.scenes | ({"selection"} if screen is ReadScreen else set())
    there = [action.id for action in ACTIONS if scenes & set(action.scenes)]
    assert len(there) > 20
    assert [action for action in there if not hasattr(screen, f"do_{action}")] == []


@pytest.mark.parametrize(
    "changed, told",
    [
        (Changed(), ""),
        (Changed(1), "1 mark changed: gn shows them."),
        (Changed(3, 0, 1), "3 marks changed, 1 is gone: gn shows them."),
        (Changed(0, 2, 0), "2 marks may be in several places: gn shows them."),
        (Changed(0, 0, 2), "2 marks are gone: gn shows them."),
    ],
)
def test_what_changed_in_a_sentence(changed: Changed, told: str) -> None:
    assert about_changed(changed, "gn") == told


@pytest.mark.parametrize(
    "typed, found",
    [
        ("", "12345678"),
        ("gewone", "3"),
        ("kustwacht", "7"),
        ("tag:leger", "14"),
        ("tag:aantal", "1"),
        ("-tag:leger kind:highlight", "6"),
        ("status:unver", "1"),
        ("speaker:seoel", "1"),
        ('"gewone oefening"', "3"),
        ('"oefening gewone"', ""),
        ("is:changed", "3"),
        ("is:evidence", "2"),
        ("side:against", "2"),
        ("state:gone", "6"),
        ("by:me -kind:note", "12468"),
        ("by:anja", ""),
        ("horéca", "8"),
        ("kind:highlight speaker:", "46"),
        ("-speaker:", "12345678"),
        ("leger OR status:unver", "1"),
    ],
)
def test_what_a_filter_lets_through(typed: str, found: str) -> None:
    marks = filled().every_mark()
    fitting = Sieve().fitting(marks, parse(typed))
    assert "".join(sorted(placed.mark.id[1:] for placed in fitting)) == found


def test_a_filter_that_cannot_be_is_told_and_left_out() -> None:
    assert parse("kleur:rood").problem.startswith("no field kleur")
    assert "is one of" in parse("status:waar").problem
    assert parse("kleur:rood").terms == ()
    assert "there is no OR" in parse("leger OR navo").problem
    assert parse("speaker:").problem == ""


async def test_what_was_told_at_the_start_does_not_lie_over_the_notebook(reading: Open) -> None:
    async with reading(80, 24, library=filled()) as reader:
        assert "gn shows them" in reader.text()
        await reader.keys("gn")
        assert "gn shows them" not in reader.text()


@pytest.mark.parametrize("width", [120, 40])
async def test_what_is_wrong_in_a_filter_stands_below_what_is_typed(
    reading: Open, width: int
) -> None:
    async with reading(width, 24, library=filled()) as reader:
        await reader.keys("gn", "f", *"status:waar")
        assert "Filter status:waar" in reader.text()
        assert "status: is one of unverified" in reader.text()
        await reader.keys(*["backspace"] * 4)
        assert "is one of" not in reader.text()


def test_a_mark_with_two_tags_stands_under_both_and_is_listed_once() -> None:
    mark = Mark("m", "", "a.txt", 0, None, "2024-11-01", "note", tags=("a", "b"))
    rows = grouped([Placed(mark, "a.txt", "Kop", "ANCHORED", 0, 0)], "tag")
    assert [row.words for row in rows if row.id is None] == ["a", "b"]
    assert len(rows) == 4 and len(rows.marks) == 1 and rows.total == 2


async def test_hostile_words_of_marks_are_harmless(reading: Open) -> None:
    library = FakeLibrary()
    evil = "\x1b]0;weg\x07[b]\u202enep[/b]\nregel"
    library.make(Target("corpus"), "note", text=evil, tags=[evil])
    library.make(Target("actor", actor=f"person\n{evil}"), "note", text=evil)
    async with reading(library=library) as reader:
        await reader.keys("gn", "j", "S")
        assert not UNSAFE.search(reader.text()) and "[b]" in reader.text()


def test_words_that_differ_stand_between_signs() -> None:
    text, _, looks = bracketed("nog 1500 man", [(4, 8), (12, 12)], "come")
    assert text == "nog ‹1500› man‹›"
    assert [text[start:end] for start, end, _ in looks] == ["‹1500›", "‹›"]


def test_two_paragraphs_stand_side_by_side_where_there_is_room() -> None:
    pair = [Para("oud woord", other=Para("nieuw woord"))]
    assert len(folded(pair, 80)) == 1 and len(folded(pair, 40)) == 2
