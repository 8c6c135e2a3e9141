"""The line that tells for which claim evidence is being collected."""

from __future__ import annotations

from textual.widgets import Static

from tui.text.safe import safe_line
from tui.widgets import stylesheets


class Collecting(Static):
    """The claim, and by which keys a passage speaks for it or against it."""

    DEFAULT_CSS = stylesheets.text("claims")
    SCOPED_CSS = False

    def __init__(self, words: str, keys: str) -> None:
        super().__init__(f"{safe_line(words)}  {keys}", id="collecting", markup=False)
