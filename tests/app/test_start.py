"""What is loaded and done before the first paint, and no more."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.css.stylesheet import Stylesheet

from tests.app.conftest import Open
from tests.app.fakes import ARTICLES, FakeLibrary
from tests.bench.terminal import Terminal
from tui import lean
from tui.commands.read import parser, plain
from tui.config import Config
from tui.text.article import Article
from tui.themes import LIGHT

LATER = [
    "tui.widgets.article_view",
    "tui.widgets.panel",
    "tui.screens.spread",
    "tui.screens.help",
    "tui.screens.bookmarks",
    "tui.screens.commands",
    "tui.widgets.find_bar",
    "tui.store.journal",
    "tui.store.pool",
    "tui.store.query",
    "tui.store.seeking",
    "tui.store.sweep",
    "tui.text.article",
    "tui.text.read",
    "argparse",
    "bs4",
    "filelock",
    "lxml",
    "tinydb",
    "tomllib",
    "watchfiles",
    "textual.widgets._input",
    "textual.widgets._markdown",
    "textual.widgets._data_table",
]
MOST = 87
"""So many modules of our own at most: each of them costs a thousandth of the start, or more."""

PAINTED = """
import os, sys
from tui import cli
from tui.store.library import Library

def last_place(self):  # asked for as soon as the first screen has been painted
    with open(sys.argv.pop(1), "w") as out:
        print(*(name for name, module in sys.modules.items() if module), file=out)
    os._exit(0)

Library.last_place = last_place
cli.main(sys.argv[2:])
"""


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded once the first screen of a corpus stands there that was read before."""
    home = tmp_path_factory.mktemp("start")
    corpus, told = home / "corpus", home / "modules"
    corpus.mkdir()
    for name in ("dijk", "haven"):
        (corpus / f"{name}.txt").write_text(
            f"De {name} is klaar\n\nDat zei de wethouder gisteren.\n"
        )
    folders = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "CONFIG", "DATA")}
    index = [sys.executable, "-m", "tui", "index", str(corpus)]
    subprocess.run(index, env={**os.environ, **folders}, capture_output=True, check=True)
    command = [sys.executable, "-c", PAINTED, str(told), str(corpus)]
    with Terminal(command, folders) as terminal, pytest.raises(SystemExit, match="ended with 0"):
        terminal.wait(60)
    return set(told.read_text().split())


def test_nothing_is_loaded_that_the_first_paint_does_not_need(painted: set[str]) -> None:
    assert {"tui.app", "tui.widgets.article_list", "tui.store.index"} <= painted
    assert "ssl" not in painted  # that Textual alone would load
    assert not set(LATER) & painted - loaded_by("textual.app")


def test_few_modules_of_our_own_are_loaded_for_the_first_paint(painted: set[str]) -> None:
    ours = sorted(name for name in painted if name.partition(".")[0] == "tui")
    assert len(ours) <= MOST, ours


@pytest.mark.parametrize("module", ["tui.keys", "tui.config", "tui.session"])
def test_keys_settings_and_session_load_no_textual(module: str) -> None:
    assert not {"textual", "rich"} & loaded_by(module)


def test_a_module_that_is_left_out_is_there_afterwards() -> None:
    sys.modules.pop("this", None)
    with lean.without("this", "json"):
        assert sys.modules["this"] is None and sys.modules["json"] is json
        with pytest.raises(ImportError):
            importlib.import_module("this")
    assert "this" not in sys.modules and sys.modules["json"] is json


WORDS = st.sampled_from(["corpus", "a b", "", "-", "--", "--notes", "--notes=n", "--names", "-x"])


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_what_is_taken_without_a_parser_is_what_the_parser_takes(words: list[str]) -> None:
    asked = plain(words)
    if asked is not None:
        told = parser().parse_args(words)
        assert asked == (told.paths, told.notes, told.names)
    else:
        assert any(word.startswith("-") for word in words)


def test_paths_and_notes_are_taken_without_a_parser() -> None:
    assert plain(["--notes", "n.json", "one", "two"]) == (["one", "two"], Path("n.json"), None)
    assert plain(["one", "--notes", "n.json"]) == (["one"], Path("n.json"), None)


async def test_no_style_is_parsed_twice_for_the_first_screen(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    async with reading(config=Config(theme="newsreader-light")) as reader:
        assert not again
        assert reader.app.has_class("-light-mode") and not reader.app.has_class("-dark-mode")
        assert reader.app.stylesheet._variables["paper"] == LIGHT["paper"]


class Slow(FakeLibrary):
    """Notes in which order it is asked for things."""

    def __init__(self, *articles: Article) -> None:
        super().__init__(articles, broken=False)
        self.order: list[str] = []

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        self.order.append("article")
        return super().article(key, wanted)

    def ingest(self, *asked: Any, **more: Any) -> None:
        self.order.append("corpus")
        super().ingest(*asked, **more)


async def test_the_first_article_comes_before_the_corpus_is_looked_at(reading: Open) -> None:
    library = Slow(*ARTICLES)
    async with reading(library=library):
        assert library.order[:2] == ["article", "corpus"]


async def test_the_corpus_is_looked_at_where_there_is_no_article_yet(reading: Open) -> None:
    library = Slow()
    async with reading(library=library):
        assert library.order == ["corpus"]
