"""A reader at the screen: presses keys, waits until all is done, and sees what is there."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.fakes import FakeLibrary
from tui.app import NewsreaderApp
from tui.config import Config
from tui.screens.feed import WATCH
from tui.screens.read import ReadScreen
from tui.session import Session

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS" in os.environ


def same_as_saved(name: str, text: str) -> None:
    """Compare with a saved grid; UPDATE_SNAPSHOTS=1 saves what is seen now."""
    path = SNAPSHOTS / f"{name}.txt"
    if UPDATE:
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text.rstrip("\n") + "\n"


NAMES = {
    "/": "slash",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "?": "question_mark",
    ":": "colon",
    "#": "number_sign",
    ">": "greater_than_sign",
    "<": "less_than_sign",
    ".": "full_stop",
    ",": "comma",
    "-": "minus",
    "+": "plus",
    " ": "space",
    '"': "quotation_mark",
}


async def done(app: NewsreaderApp) -> bool:
    """Wait for all that goes on behind the screen; what waits for files to change never ends.

    Gives whether anything did.
    """
    workers = [worker for worker in app.workers if worker.group != WATCH]
    if workers:
        await app.workers.wait_for_complete(workers)
    return bool(workers)


class Reader:
    def __init__(self, app: NewsreaderApp, pilot: Pilot[None], library: FakeLibrary) -> None:
        self.app, self.pilot, self.library = app, pilot, library

    @property
    def desk(self) -> ReadScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadScreen)
        return screen

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def place(self) -> str:
        """What is written at the cursor of the reader."""
        assert self.session.article is not None
        return self.session.article.body[self.session.cursor :]

    async def keys(self, *written: str) -> None:
        """Press keys as the registry writes them; `]f` is two."""
        for word in written:
            alone = len(word) == 1 or "+" in word or word in ALONE
            for key in [word] if alone else word:
                await self.pilot.press(NAMES.get(key, key))
        await self.settle()

    async def settle(self) -> None:
        """Wait until what was asked for is done and painted."""
        quiet = 0  # rounds in which nothing went on: one answer may ask the next question
        for _ in range(20):
            await self.pilot.pause()
            while self.desk.resting:
                await self.pilot.pause()
            quiet = 0 if await done(self.app) else quiet + 1
            if quiet == 3:
                break
        await self.pilot.pause()

    def text(self) -> str:
        """The characters on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def line(self, part: str) -> str:
        """The line on the screen in which something stands."""
        return next(line for line in self.text().split("\n") if part in line)


ALONE = {
    "enter",
    "tab",
    "shift+tab",
    "space",
    "escape",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "backspace",
}
Open = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def reading() -> Open:
    @asynccontextmanager
    async def open_(
        width: int = 120,
        height: int = 34,
        library: FakeLibrary | None = None,
        config: Config | None = None,
        settled: bool = True,
    ) -> AsyncIterator[Reader]:
        books = library or FakeLibrary()
        app = NewsreaderApp(books, config or Config())  # type: ignore[arg-type]
        async with app.run_test(size=(width, height), notifications=True) as pilot:
            reader = Reader(app, pilot, books)
            if settled:
                await reader.settle()
            yield reader
            books.close()

    return open_
