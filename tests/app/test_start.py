"""What is loaded before the first paint, and no more."""

import subprocess
import sys

import pytest

LATER = [
    "tui.widgets.article_view",
    "tui.widgets.panel",
    "tui.screens.help",
    "tui.screens.bookmarks",
    "tui.screens.commands",
    "tui.widgets.find_bar",
    "tui.text.read",
    "bs4",
    "lxml",
    "textual.widgets._input",
    "textual.widgets._markdown",
    "textual.widgets._data_table",
]


def loaded_by(module):
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_app_loads_nothing_that_the_first_paint_does_not_need():
    textual = loaded_by("textual.app")
    assert not (set(LATER) & loaded_by("tui.app")) - textual


@pytest.mark.parametrize("module", ["tui.keys", "tui.config", "tui.session"])
def test_keys_settings_and_session_load_no_textual(module):
    assert not {"textual", "rich"} & loaded_by(module)
