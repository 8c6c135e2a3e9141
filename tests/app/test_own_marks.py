"""One's own marks in the text: drawn, stepped through, told of and taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.screens.owning import citation, next_own
from tui.session import Session
from tui.store.anchoring_model import Anchor, Place
from tui.store.marked import Claimed, MarkKind, Target
from tui.widgets.own import Own, Owned, edge, own_marks

KEY = TROOPS_ARTICLE.path


def last(reader) -> str:
    return reader.text().rstrip("\n").split("\n")[-1]


def put(library: FakeLibrary, words: str, kind: MarkKind, **more) -> str:
    start = TROOPS.index(words)
    target = Target("passage", KEY, start, start + len(words))
    return library.make(target, kind, **more).id


def full() -> FakeLibrary:
    """A library with a mark of each kind in its first article."""
    library = FakeLibrary()
    put(library, "een veel grotere troepenmacht in Rusland", "highlight")
    put(library, "De geheime dienst in Seoel", "note", text="Wie is de bron?", tags=("bron",))
    put(library, "Volodymyr Zelensky", "highlight", colour="green")
    put(library, "12.000 man", "claim", claimed=Claimed("Volodymyr Zelensky"))
    put(library, "Moskou spreekt tegen", "bookmark")
    return library


async def test_each_mark_has_its_sign_beside_the_line_it_begins_on(reading):
    async with reading(library=full()) as reader:
        await reader.keys("enter")
        assert "▐een veel grotere" in reader.line("een veel grotere")
        assert "✎" in reader.line("een veel grotere")  # the note begins on it too
        assert "◆" in reader.line("12.000 man. ")
        assert "⚑" in reader.line("Moskou spreekt tegen")


async def test_next_mark_goes_from_one_to_the_next_and_tells_each(reading):
    async with reading(library=full()) as reader:
        await reader.keys("enter", "]a")
        assert "▐ Highlight · “een veel grotere" in last(reader)
        await reader.keys("]a")
        assert "✎ Note · Wie is de bron? · #bron" in last(reader)
        await reader.keys("]a", "]a")
        assert "◆ Claim" in last(reader) and "unverified" in last(reader)
        await reader.keys("]a")
        assert reader.place.startswith("Moskou")
        await reader.keys("]a")
        assert "No more marks of yours below" in last(reader)
        await reader.keys("[a")
        assert "◆ Claim" in last(reader)


async def test_marks_on_the_same_words_are_gone_through_one_by_one(reading):
    library = FakeLibrary()
    for text in ("eerste", "tweede", "derde"):
        put(library, "Volodymyr Zelensky", "note", text=text)
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a", "]a")
        assert "tweede · 2 of 3 here" in last(reader)
        await reader.keys("]a")
        assert "derde · 3 of 3 here" in last(reader)


async def test_without_marks_that_is_said(reading):
    async with reading() as reader:
        await reader.keys("enter", "]a")
        assert "You marked nothing here yet." in last(reader)
        await reader.keys("d")
        assert "You are on no mark of your own; ]a goes to the next." in last(reader)


async def test_d_takes_the_mark_away_and_it_can_be_undone(reading):
    library = full()
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a", "d")
        assert len(library.own) == 4 and "▐een veel" not in reader.text()
        assert "Highlight taken away. ctrl+z undoes it." in last(reader)
        await reader.keys("ctrl+z")
        assert len(library.own) == 5 and "▐een veel" in reader.text()


async def test_a_mark_that_was_left_is_not_taken_away(reading):
    library = full()
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a", "G", "d")
        assert len(library.own) == 5 and "You are on no mark" in last(reader)


async def test_a_line_where_a_mark_begins_is_on_that_mark(reading):
    library = full()
    async with reading(library=library) as reader:
        await reader.keys("enter", "j")
        assert reader.desk.own.mark.kind == "highlight" and "d Delete highlight" in last(reader)


async def test_a_mark_can_be_taken_away_on_any_of_its_lines_and_after_selecting(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "V", "enter", "gg", "j", "v", "escape", "d")
        assert library.own == () and "Highlight taken away." in last(reader)


@pytest.mark.parametrize(
    "state, sign, told",
    [("CHANGED", "~", "changed on the page"), ("AMBIGUOUS", "?", "in one of several places")],
)
async def test_what_is_no_longer_so_is_not_drawn_as_if_it_were(reading, state, sign, told):
    library = FakeLibrary()
    name = put(library, "een veel grotere troepenmacht", "highlight")
    start = TROOPS.index("een veel grotere")
    place = Place("body", start, start + 29, TROOPS[start : start + 29])
    library.anchors[name] = Anchor(state, "een kleine troepenmacht", (place,))
    async with reading(library=library) as reader:
        await reader.keys("enter")
        assert sign in reader.line("een veel grotere") and "▐een" not in reader.text()
        await reader.keys("]a")
        assert told in last(reader) and last(reader).strip().startswith(f"{sign} Highlight")


async def test_a_mark_that_is_gone_is_not_in_the_text(reading):
    library = FakeLibrary()
    name = put(library, "een veel grotere troepenmacht", "highlight")
    library.anchors[name] = Anchor("ORPHAN", "een kleine troepenmacht")
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a")
        assert "You marked nothing here yet." in last(reader) and "▐een" not in reader.text()


async def test_words_of_a_mark_steer_no_terminal(reading):
    library = FakeLibrary()
    put(
        library, "Volodymyr Zelensky", "note", text="[b]vet[/b] \x1b]52;c;a\x07", tags=("x\u202ey",)
    )
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a")
        assert "[b]vet[/b]" in last(reader)
        assert "\x1b" not in reader.text() and "\u202e" not in reader.text()


@pytest.mark.parametrize("width, height", [(120, 34), (80, 24)])
async def test_marks_look_like_this(reading, width, height):
    async with reading(width, height, library=full()) as reader:
        await reader.keys("enter", "]a")
        same_as_saved(f"own-marks-{width}", reader.text())


def test_the_sign_of_a_row_is_that_of_the_mark_the_reader_is_on_else_the_weightiest() -> None:
    note, claim, other = Own(3, 9, "✎"), Own(5, 8, "◆"), Own(40, 60, "~")
    owned = Owned((note, claim, other))
    assert owned.sign(0, 30) == "◆" and owned.sign(30, 60) == "~" and owned.sign(60, 90) == ""
    assert Owned((replace(note, here=True), claim)).sign(0, 30) == "✎"
    assert Owned((Own(3, 9, "▐", "highlight"),)).sign(0, 30) == ""


def test_a_long_mark_is_found_on_all_its_rows_past_shorter_ones() -> None:
    owned = Owned((Own(0, 100, "▐", "highlight"), Own(5, 8, "▐", "highlight"), Own(120, 130, "✎")))
    assert owned.filled(80, 90) and not owned.filled(100, 140)
    assert [look.name for look in owned.looks(6, 7)] == ["highlight", "highlight"]


def test_only_a_colour_that_is_known_is_drawn() -> None:
    library = FakeLibrary()
    put(library, "Moskou", "highlight", colour="green")
    put(library, "Seoel", "highlight", colour="[red]")
    looks = {own.look for own in own_marks(library.marks(KEY)).all}
    assert looks == {"highlight-green", "highlight"}


@pytest.mark.parametrize(
    "row, sign",
    [((0, 10), ""), ((10, 20), "┌"), ((20, 30), "│"), ((30, 40), "└"), ((40, 50), "")],
)
def test_a_selection_over_some_rows_is_bracketed(row: tuple[int, int], sign: str) -> None:
    assert edge((12, 38), *row) == sign


def test_a_selection_in_one_row_has_one_bracket() -> None:
    assert edge((12, 14), 10, 20) == "["


def test_from_the_cursor_the_next_mark_is_the_one_after_it() -> None:
    library = full()
    here = Session(key=KEY, article=TROOPS_ARTICLE, marks=library.marks(KEY))
    far = replace(here, cursor=TROOPS.index("12.000"))
    after, before = next_own(far, 1), next_own(far, -1)
    assert after is not None and after.mark.kind == "claim"
    assert before is not None and before.mark.colour == "green"
    assert next_own(here, -1) is None


def test_a_citation_tells_title_site_day_and_file_and_steers_no_terminal() -> None:
    page = replace(TROOPS_ARTICLE, site="kustbode.nl", title="Kop\x1b[31m")
    told = citation(page, 0, 5)
    assert told.startswith("“SEOEL”\n— Kop") and "\x1b" not in told
    assert told.endswith(f", kustbode.nl, 25 Oct 2024, {KEY}\n")


async def test_a_bookmark_that_was_just_set_is_what_the_reader_is_on(reading):
    async with reading() as reader:
        await reader.keys("enter", "V", "enter", "j", "j", "b", "e")
        assert "The bookmark in:" in reader.text()


async def test_a_note_in_the_panel_is_on_its_row_and_on_no_mark_in_the_text(reading):
    async with reading() as reader:
        await reader.keys("enter", "V", "enter", "l", "gg", "a")
        assert "On a figure in:" in reader.text()
