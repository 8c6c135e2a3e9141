"""The colours and signs of the screens, as pictures: only here, for everything else is text."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version

import pytest
from textual.pilot import Pilot

from tests.app.conftest import done
from tests.app.fakes import FakeLibrary
from tui.app import NewsreaderApp
from tui.config import Config

MADE_WITH = "8.2.8"
pytestmark = pytest.mark.skipif(
    version("textual") != MADE_WITH,
    reason=f"the pictures are of Textual {MADE_WITH}; another version draws the same otherwise",
)


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()
        await done(pilot.app)  # type: ignore[arg-type]


@pytest.mark.parametrize("theme", ["newsreader-dark", "newsreader-light"])
def test_an_article_with_its_figures_looks_as_it_did(
    snap_compare: Callable[..., bool], theme: str
) -> None:
    async def open_article(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in ("enter", "right_square_bracket", "f"):
            await pilot.press(key)
            await settled(pilot)

    app = NewsreaderApp(FakeLibrary(), Config(theme=theme))  # type: ignore[arg-type]
    assert snap_compare(app, terminal_size=(120, 34), run_before=open_article)
