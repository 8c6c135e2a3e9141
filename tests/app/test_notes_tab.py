"""The tab of one's own marks in the panel, and how it and the text follow each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import TROOPS_ARTICLE, FakeLibrary
from tui.items import Item, place_of
from tui.session import Session, marked
from tui.store.anchoring_model import Anchor
from tui.store.marked import Claimed, Mark, Placed, Target
from tui.widgets.mark_telling import first_line, own

TROOPS = TROOPS_ARTICLE.path
BODY = TROOPS_ARTICLE.body


def at(words: str) -> Target:
    start = BODY.index(words)
    return Target("passage", TROOPS, start, start + len(words))


def library_with_marks() -> FakeLibrary:
    library = FakeLibrary()
    library.tag([Target("article", TROOPS)], "militair/aantallen")
    library.make(Target("article", TROOPS), "note", text="## Nabellen\nmet de redactie")
    library.make(at("3000"), "note", text="Wie heeft dit geteld?", tags=("bron",))
    library.make(at("10.000"), "highlight")
    library.make(at("in Rusland"), "claim", claimed=Claimed("Seoel"))
    return library


def placed(mark: Mark, state: str = "ANCHORED") -> Placed:
    return Placed(mark, TROOPS, "Troepen", state, 0, 0)  # type: ignore[arg-type]


BARE = Mark("m1", "", TROOPS, 0, None, "2024-11-01", "note", "article")


@pytest.mark.parametrize(
    "text, line",
    [
        ("een\ntwee", "een"),
        ("\n\n  ## Kop \nrest", "Kop"),
        ("> aangehaald", "aangehaald"),
        ("- **vet**", "vet**"),
        ("   ", ""),
    ],
)
def test_a_note_is_told_by_its_first_line(text, line):
    assert first_line(text) == line


@pytest.mark.parametrize(
    "state, told",
    [
        ("ANCHORED", ""),
        ("CHANGED", "~ changed"),
        ("AMBIGUOUS", "? ambiguous"),
        ("ORPHAN", "✗ gone"),
    ],
)
def test_how_a_mark_stands_is_told_by_a_sign_and_a_word(state, told):
    assert own(placed(BARE, state)).state == told


def test_whose_it_is_and_what_evidence_is_for_are_told():
    assert own(placed(BARE._replace(by="Anna"))).kind == "note on the article of Anna"
    assert own(placed(BARE._replace(kind="evidence", side="against"))).kind == "evidence against"


def test_nothing_of_a_mark_is_obeyed_by_the_terminal():
    told = own(placed(BARE._replace(text="\x1b[2Jweg", tags=("\u202eom",), by="\x07")))
    assert not {"\x1b", "\u202e", "\x07"} & set("".join(told))


def test_a_mark_on_the_title_or_on_words_that_are_gone_stands_nowhere_in_the_body():
    library = library_with_marks()
    whole, _, note, *_ = library.marks(TROOPS)
    assert place_of(whole) is None and place_of(note) is not None
    assert place_of(note._replace(state="ORPHAN")) is None
    assert place_of(note._replace(mark=note.mark._replace(part="title"))) is None


def test_the_mark_that_is_chosen_stays_so_when_others_come_before_it():
    marks = library_with_marks().marks(TROOPS)
    session = Session(key=TROOPS, article=TROOPS_ARTICLE, tab="notes", marks=marks[1:])
    session = replace(session, item=Item("notes", 0))
    assert marked(session, marks).item == Item("notes", 1)
    assert marked(session, marks[2:]).item is None


async def at_notes(reader) -> None:
    await reader.keys("l", "l", "P")
    assert reader.session.tab == "notes"


async def test_the_tab_tells_what_each_mark_says_and_how_it_stands(reading):
    library = library_with_marks()
    library.anchors["m4"] = Anchor("AMBIGUOUS", ())
    async with reading(160, 40, library=library) as reader:
        await at_notes(reader)
        text = reader.text()
        for part in ("Notes 5", "✎ note on the article", "Nabellen", "Wie heeft dit geteld?"):
            assert part in text
        for part in ("“3000”", "#bron", "▐ highlight", "? ambiguous", "◆ claim", "unverified"):
            assert part in text


async def test_going_through_the_rows_goes_through_the_text(reading):
    async with reading(library=library_with_marks()) as reader:
        await at_notes(reader)
        await reader.keys("gg", "j", "j")
        seen = []
        for _ in range(3):
            seen.append(reader.desk.mark_at_hand().mark.kind)
            assert reader.session.cursor == reader.desk.mark_at_hand().start
            await reader.keys("j")
        assert sorted(seen) == ["claim", "highlight", "note"]


async def test_the_keys_of_a_row_edit_tag_and_delete_its_mark(reading, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    library = FakeLibrary()
    library.make(at("3000"), "note", text="oud")
    async with reading(library=library) as reader:
        await at_notes(reader)
        await reader.keys("e", *"er", "ctrl+s")
        assert library.own[0].text == "ouder"
        await reader.keys("t", *"bron", "enter", "escape")
        assert library.own[0].tags == ("bron",)
        await reader.keys("d")
        assert library.own == () and "ctrl+z undoes it" in reader.text()
        await reader.keys("ctrl+z")
        assert library.own[0].text == "ouder" and "Notes 1" in reader.text()


async def test_enter_on_a_row_goes_to_its_words(reading):
    library = FakeLibrary()
    library.make(at("10.000"), "highlight")
    async with reading(library=library) as reader:
        await at_notes(reader)
        await reader.keys("enter")
        assert reader.place.startswith("10.000")


async def test_a_mark_on_the_whole_article_has_its_keys_too(reading):
    library = FakeLibrary()
    library.make(Target("article", TROOPS), "note", text="weg")
    async with reading(library=library) as reader:
        await at_notes(reader)
        await reader.keys("d")
        assert library.own == ()


async def test_where_nothing_is_marked_the_tab_says_so(reading):
    async with reading() as reader:
        await at_notes(reader)
        assert "Nothing marked yet." in reader.text()


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 34)])
async def test_the_tab_looks_as_it_did(reading, width, height):
    async with reading(width, height, library=library_with_marks()) as reader:
        await at_notes(reader)
        same_as_saved(f"notes-tab-{width}", reader.text())
