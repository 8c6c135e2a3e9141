"""Make the pictures of the README from the real app: python .ci/screenshot.py [FOLDER]"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from tui.app import NewsreaderApp
from tui.config import Config
from tui.screens.feed import WATCH
from tui.store.library import Library

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "artikel_0007.txt"
SIZE = (120, 36)
CELL = 12.2  # the width of a character in the pictures of Textual
TEXT = re.compile(
    r'(<text class="[^"]*" x=")([\d.]+)(" y="[\d.]+" textLength=")([\d.]+)("[^>]*>)'
    r"((?:&#160;)+)([^<]+)"
)
STEPS = ("enter", "right_square_bracket", "f", "b")
ROW = ("enter", *("j",) * 6)


async def done(app: NewsreaderApp) -> None:
    """Wait for all that goes on behind the screen; what waits for files to change never ends."""
    if workers := [worker for worker in app.workers if worker.group != WATCH]:
        await app.workers.wait_for_complete(workers)


async def picture(library: Library) -> str:
    """The screen with an article open, a figure chosen and a bookmark, as an SVG."""
    app = NewsreaderApp(library, Config(), "corpus")
    async with app.run_test(size=SIZE) as pilot:
        while not library.counts.total or library.counts.waiting:
            await pilot.pause(0.1)
        await done(app)
        await pilot.pause()
        app.get_default_screen().go_to(ARTICLE)
        for key in STEPS:
            await done(app)
            await pilot.press(key)
        await done(app)
        await pilot.pause()
        app.get_default_screen().say("")
        await pilot.pause()
        return app.export_screenshot(title="newsreader corpus/")


async def ledger(library: Library) -> str:
    """The ledger with its first series, a row of it chosen, as an SVG."""
    library.gather_series(lambda gathering: None, lambda: False)
    app = NewsreaderApp(library, Config(), "corpus")
    async with app.run_test(size=SIZE) as pilot:
        await done(app)
        for key in ("g", "l", *ROW):
            await pilot.press(key)
            await done(app)
            await pilot.pause()
        return app.export_screenshot(title="newsreader corpus/")


def plain(svg: str) -> str:
    """The SVG without its random name, and without the spaces at which some viewers stumble."""
    name = re.search(r"terminal-\d+", svg)
    svg = svg.replace(name.group(), "terminal") if name else svg
    return TEXT.sub(trimmed, svg)


def trimmed(found: re.Match[str]) -> str:
    """A text element that begins at its first character that is seen."""
    left, x, between, length, rest, spaces, text = found.groups()
    shift = CELL * spaces.count("&#160;")
    return f"{left}{float(x) + shift:g}{between}{float(length) - shift:g}{rest}{text}"


def main() -> None:
    """Write the pictures to the folder that is given."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        corpus = shutil.copytree(ROOT / "corpus", home / "corpus")
        library = Library([corpus], cache=home / "cache", notes=home / "notes.json", workers=0)
        try:
            pictures = {
                "screenshot": asyncio.run(picture(library)),
                "ledger": asyncio.run(ledger(library)),
            }
        finally:
            library.close()
    for name, svg in pictures.items():
        (target / f"{name}.svg").write_text(plain(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
