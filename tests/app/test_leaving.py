"""The ways out: `Q`, ctrl+q and ctrl+c, over boxes too, and never over words that are not kept."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Label

from tests.app.fakes import TROOPS_ARTICLE, FakeLibrary
from tui.config import Config


class Box(ModalScreen[None]):
    """A box with words in it."""

    kept = False
    asked = 0

    def compose(self) -> ComposeResult:
        yield Label("Woorden")

    def may_close(self) -> bool:
        self.asked += not self.kept
        return self.kept


def left(reader) -> bool:
    return not reader.app.is_running or reader.app._exit


@pytest.mark.parametrize("keys", [["ctrl+q"], ["Q"], ["s", *"haven", "ctrl+q"], ["gs", "ctrl+q"]])
async def test_newsreader_is_left_from_where_one_is_and_the_place_is_kept(reading, keys):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "j", "j")
        cursor = reader.session.cursor
        await reader.keys(*keys[:-1])
        key = reader.session.key
        await reader.pilot.press(keys[-1])
        assert left(reader)
        assert library.place(TROOPS_ARTICLE.path) == cursor and library.last[0] == key


async def test_a_box_with_words_that_are_not_kept_is_asked_first(reading):
    async with reading() as reader:
        box = Box()
        await reader.app.push_screen(box)
        await reader.pilot.press("ctrl+q")
        assert box.asked == 1 and not left(reader) and reader.app.screen is box
        box.kept = True
        await reader.pilot.press("ctrl+q")
        assert left(reader)


async def test_ctrl_c_says_in_the_footer_how_to_leave(reading):
    async with reading() as reader:
        await reader.keys("ctrl+c")
        assert reader.text().split("\n")[-1].strip() == "Q leaves newsreader."
        assert "Do you want" not in reader.text() and not left(reader)


async def test_other_keys_can_be_chosen_to_leave_by(reading):
    config = Config(keymap={"quit": ("ctrl+x",)})
    async with reading(config=config) as reader:
        await reader.keys("ctrl+q")
        assert not left(reader)
        await reader.keys("ctrl+c")
        assert "ctrl+x leaves newsreader." in reader.text()
        await reader.pilot.press("ctrl+x")
        assert left(reader)


@pytest.mark.parametrize("keys", [["?"], ["B"], ["gs"], ["gn", "T"], ["enter", "w"], ["t"], [":"]])
async def test_ctrl_c_closes_a_box_in_which_nothing_was_written(reading, keys):
    async with reading() as reader:
        await reader.keys(*keys)
        box = reader.app.screen
        assert isinstance(box, ModalScreen)
        await reader.keys("ctrl+c")
        assert reader.app.screen is not box and not left(reader)


@pytest.mark.parametrize("opened", [["enter", "a"], ["enter", "]c", "c", "c"]])
async def test_ctrl_c_asks_where_words_are_not_kept_and_loses_none(reading, opened):
    async with reading() as reader:
        await reader.keys(*opened, *"zin", "ctrl+c")
        assert "Not kept yet" in reader.text() and "zin" in reader.text() and not left(reader)
        await reader.keys("ctrl+c")
        assert "Not kept yet" not in reader.text() and "zin" in reader.text()


async def test_ctrl_c_copies_words_that_are_selected_where_one_types(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", *"zin", "shift+left", "shift+left", "ctrl+c")
        assert reader.app.clipboard == "in" and "Not kept yet" not in reader.text()


async def test_a_note_that_is_not_kept_is_asked_for_before_newsreader_is_left(reading):
    async with reading() as reader:
        await reader.keys("enter", "a", *"zin", "ctrl+q")
        assert "Not kept yet" in reader.text() and not left(reader)
        await reader.keys("s", "ctrl+q")
        assert left(reader) and [mark.text for mark in reader.library.own] == ["zin"]
