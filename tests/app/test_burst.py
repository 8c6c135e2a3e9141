"""Keys that arrive in one breath: a paste, or a slow line."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widgets import Input

from tests.app.conftest import NAMES, Open, Reader
from tui.screens.help import HelpScreen


async def burst(reader: Reader, keys: str) -> None:
    for key in keys:
        reader.app.post_message(events.Key(NAMES.get(key, key), key))
    await reader.settle()
    await reader.settle()


@pytest.mark.parametrize("keys", [":Q", ":JJbz"])
async def test_what_is_typed_behind_a_colon_goes_to_the_palette(reading: Open, keys: str) -> None:
    async with reading() as reader:
        before = reader.session.key
        await burst(reader, keys)
        assert isinstance(reader.app.screen, CommandPalette)
        assert reader.app.screen.query_one(Input).value == keys[1:]
        assert reader.session.key == before
        assert reader.library.bookmarks() == ()


async def test_what_is_typed_behind_the_filter_key_goes_to_the_filter(reading: Open) -> None:
    async with reading() as reader:
        await burst(reader, "?/boek")
        assert isinstance(reader.app.screen, HelpScreen)
        assert reader.app.screen.query_one(Input).value == "boek"


@pytest.mark.parametrize("opens", ["?", "B"])
async def test_a_second_q_in_the_same_breath_does_no_harm(reading: Open, opens: str) -> None:
    async with reading() as reader:
        await reader.keys(opens)
        await burst(reader, "qq")
        assert reader.app.screen is reader.desk
        assert reader.app.is_running
