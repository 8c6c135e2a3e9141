"""The last line of a box tells the keys as they are, also where they were made others."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.leaves import filled
from tui.config import Config

OTHER = {
    "find": ("ctrl+f",),
    "back": ("ctrl+b", "q"),
    "down": ("ctrl+n", "j"),
    "up": ("ctrl+p", "k"),
    "open": ("ctrl+o", "enter"),
    "commands": (":",),
    "keep_text": ("ctrl+w", "x"),
    "to_editor": ("f4",),
}


@pytest.mark.parametrize(
    "keys, usual, other",
    [
        (["?"], "/ filter · q back", "ctrl+f filter · ctrl+b back"),
        (["enter", "w"], "j k scroll · q back", "ctrl+n ctrl+p scroll · ctrl+b back"),
        (["gn", "T"], "enter its marks · r rename", "ctrl+o its marks · r rename"),
        (["enter", "a"], "ctrl+s keep · ctrl+e editor · esc", "ctrl+w keep · f4 editor · esc"),
        (["enter", "]c", "c", "c"], "tab next · ctrl+s keep", "tab next · ctrl+w keep"),
    ],
)
async def test_the_last_line_follows_the_keymap(
    reading: Open, keys: list[str], usual: str, other: str
) -> None:
    for config, told in ((Config(), usual), (Config(keymap=OTHER), other)):
        async with reading(library=filled(), config=config) as reader:
            await reader.keys(*keys)
            reader.app.clear_notifications()
            await reader.settle()
            assert told in reader.text()


async def test_a_note_is_kept_by_the_key_that_is_told_and_letters_stay_letters(
    reading: Open,
) -> None:
    async with reading(config=Config(keymap=OTHER)) as reader:
        await reader.keys("enter", "a", *"xx", "ctrl+s")
        assert not reader.library.own
        await reader.keys("ctrl+w")
        assert [mark.text for mark in reader.library.own] == ["xx"]
