"""Notes on what is at hand: written, found again, and never lost on the way."""

from __future__ import annotations

import pytest

from tests.app.fakes import ARTICLES, CAFE_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tui.screens.note_box import EMPTY, NoteBox
from tui.store.marked import Target

TROOPS = TROOPS_ARTICLE.path
FIRST = Target("passage", TROOPS, 0, TROOPS_ARTICLE.body.index("Rusland.") + len("Rusland."))
FOUND_AGAIN = "A draft of 1 Nov 2024, "


def area(reader):
    return reader.app.screen.query_one("#note-text")


def box(reader) -> bool:
    return isinstance(reader.app.screen, NoteBox)


def texts(reader) -> list[str]:
    return [mark.text for mark in reader.library.own if mark.kind == "note"]


async def write(reader, text: str) -> None:
    area(reader).insert(text)
    await reader.settle()


async def test_a_note_is_on_the_sentence_at_the_cursor(reading):
    async with reading() as reader:
        await reader.keys("enter", "a")
        assert box(reader) and "On a passage in:" in reader.text() and "“SEOEL" in reader.text()
        await reader.keys(*"Wie zei dat", "ctrl+s")
        (mark,) = reader.library.own
        assert (mark.kind, mark.about, mark.text) == ("note", "passage", "Wie zei dat")
        assert mark.selector.exact == TROOPS_ARTICLE.body[FIRST.start : FIRST.end]
        assert not box(reader) and "Note kept. ctrl+z undoes it." in reader.text()


async def test_keys_typed_in_one_breath_with_the_key_that_opens_the_box_are_in_the_note(reading):
    async with reading() as reader:
        await reader.keys("enter")
        for key in "aabc":
            reader.app.post_message(key_event(key))
        await reader.settle()
        assert area(reader).text == "abc"


def key_event(key: str):
    from textual.events import Key

    return Key(key, key)


async def test_in_the_list_the_note_is_on_the_article_at_the_cursor(reading):
    async with reading() as reader:
        await reader.keys("j", "a")
        assert "On the article: " in reader.text()
        await reader.keys("x", "ctrl+s")
        (mark,) = reader.library.own
        assert (mark.about, mark.path, mark.selector) == ("article", CAFE_ARTICLE.path, None)


@pytest.mark.parametrize(
    "tabs, about, words", [(0, "figure", "3000"), (1, "actor", ""), (2, "passage", "")]
)
async def test_in_the_panel_the_note_is_on_its_row(reading, tabs, about, words):
    async with reading() as reader:
        await reader.keys("l", "l", *["p"] * tabs, "a", "x", "ctrl+s")
        (mark,) = reader.library.own
        assert mark.about == about
        if words:
            assert mark.selector.exact == words
        if about == "actor":
            actors = {f"{actor.type}\n{actor.name}" for actor in TROOPS_ARTICLE.actors}
            assert mark.actor in actors and mark.selector is None


async def test_on_the_screen_of_actors_the_note_is_on_the_actor_as_in_the_panel(reading):
    async with reading() as reader:
        await reader.keys("ga", "a")
        assert box(reader) and "in all of the corpus" in reader.text()
        await reader.keys("x", "ctrl+s")
        (mark,) = reader.library.own
        kind, name = mark.actor.split("\n")
        assert mark.about == "actor" and "Note kept." in reader.text()
        actors = {(each.type, each.name) for item in ARTICLES for each in item.actors}
        assert (kind, name) in actors


async def test_a_note_on_a_selection_is_on_those_words_and_ends_it(reading):
    async with reading() as reader:
        await reader.keys("enter", "V", "a", "x", "ctrl+s")
        (mark,) = reader.library.own
        assert mark.selector.exact == TROOPS_ARTICLE.body[FIRST.start : FIRST.end]
        assert reader.desk.selected is None


async def test_the_note_that_is_there_is_opened_again(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", *"een", "ctrl+s", "a")
        assert area(reader).text == "een"
        await reader.keys(*" twee", "ctrl+s")
        assert texts(reader) == ["een twee"]


async def test_a_note_of_somebody_else_on_the_same_words_is_left_alone(reading):
    library = FakeLibrary()
    theirs = library.make(FIRST, "note", text="van haar")
    library.own = (theirs._replace(by="Anna"),)
    async with reading(library=library) as reader:
        await reader.keys("enter", "a")
        assert area(reader).text == ""


async def test_escape_leaves_at_once_where_nothing_was_typed(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "escape")
        assert not box(reader) and reader.library.own == () and not reader.library.kept_drafts


async def test_escape_asks_and_s_keeps_the_note(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "escape")
        assert box(reader) and "s save · d keep as draft · x throw away" in reader.text()
        await reader.keys("s")
        assert not box(reader) and texts(reader) == ["x"]


async def test_escape_and_d_keep_a_draft_that_is_found_again(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", *"half", "escape", "d")
        assert not box(reader) and reader.library.own == ()
        assert reader.library.kept_drafts == {FIRST: "half"}
        assert "Kept as a draft" in reader.text()
        await reader.keys("a")
        assert area(reader).text == "half" and FOUND_AGAIN in reader.text()
        await reader.keys("ctrl+s")
        assert texts(reader) == ["half"] and not reader.library.kept_drafts


async def test_escape_and_x_throw_it_away_with_its_draft(reading):
    library = FakeLibrary()
    library.keep_draft(FIRST, "oud")
    async with reading(library=library) as reader:
        await reader.keys("enter", "a", "x", "escape", "x")
        assert not box(reader) and library.own == () and not library.kept_drafts


async def test_escape_twice_writes_on(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "escape", "escape", "y")
        assert area(reader).text == "xy"


async def test_a_draft_is_kept_while_one_types(reading, monkeypatch):
    monkeypatch.setattr("tui.screens.note_box.PAUSE", 0.001)
    async with reading() as reader:
        await reader.keys("enter", "a", *"zin")
        while reader.library.kept_drafts != {FIRST: "zin"}:
            await reader.pilot.pause()  # for the timer
        assert reader.library.kept_drafts == {FIRST: "zin"} and box(reader)


async def test_a_program_that_ends_with_the_box_open_leaves_a_draft(reading, monkeypatch):
    monkeypatch.setattr("tui.screens.note_box.PAUSE", 3600.0)
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "a", *"weg")
    assert library.kept_drafts == {FIRST: "weg"}


async def test_on_a_full_disk_the_box_stays_with_the_text_and_says_so(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "a", *"blijf")
        library.full_disk = True
        await reader.keys("ctrl+s")
        assert box(reader) and area(reader).text == "blijf"
        assert "NOT SAVED: the disk is full." in reader.text()
        library.full_disk = False
        await reader.keys("ctrl+s")
        assert not box(reader) and texts(reader) == ["blijf"]


async def test_where_the_answer_cannot_be_kept_the_question_stays(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "a", *"blijf")
        library.full_disk = True
        await reader.keys("escape", "s")
        assert "NOT SAVED: the disk is full." in reader.text()
        assert "s save · d keep as draft · x throw away" in reader.text()
        library.full_disk = False
        await reader.keys("d")
        assert not box(reader) and list(library.kept_drafts.values()) == ["blijf"]


async def test_what_is_told_besides_is_not_over_what_is_asked_in_a_box(reading):
    async with reading(80, 24) as reader:
        await reader.keys("enter", "a", *"blijf", "escape")
        for number in range(3):
            reader.app.notify(f"Melding {number}", severity="error")
        await reader.settle()
        assert "Melding 2" in reader.text()
        assert "s save · d keep as draft · x throw away · esc write on" in reader.text()


async def test_the_mark_that_is_gone_meanwhile_keeps_the_text_in_the_box(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "ctrl+s", "a", "y")
        reader.library.remove(reader.library.own[0].id)
        await reader.keys("ctrl+s")
        assert box(reader) and area(reader).text == "xy" and "NOT SAVED" in reader.text()


async def test_an_empty_note_is_not_kept(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "space", "ctrl+s")
        assert box(reader) and EMPTY in reader.text() and reader.library.own == ()


async def test_control_characters_that_are_pasted_are_taken_out(reading):
    async with reading() as reader:
        await reader.keys("enter", "a")
        await write(reader, "een\x1b[31mtwee\u202e")
        assert "\x1b" not in area(reader).text and "\u202e" not in area(reader).text
        await reader.keys("ctrl+s")
        assert texts(reader)[0].startswith("een") and "\x1b" not in texts(reader)[0]


async def test_a_note_can_be_undone(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", "x", "ctrl+s", "ctrl+z")
        assert reader.library.own == () and "Undone: note kept." in reader.text()


async def test_without_an_article_there_is_nothing_to_write_on(reading):
    async with reading(library=FakeLibrary((), broken=False)) as reader:
        await reader.keys("a")
        assert not box(reader) and "There is no article here." in reader.text()
        await reader.keys("t")
        assert not box(reader) and "There is no article here." in reader.text()
