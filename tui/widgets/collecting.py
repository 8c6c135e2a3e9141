"""The line that tells for which claim evidence is being collected."""

from __future__ import annotations

from rich.cells import cell_len
from textual.widgets import Static

from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.wrap import clip

ROOMY = 30


class Collecting(Static):
    """The claim, and by which keys a passage speaks for it or against it: they are always seen."""

    DEFAULT_CSS = stylesheets.text("claims")
    SCOPED_CSS = False

    def __init__(self, claim: str, keys: str) -> None:
        super().__init__(id="collecting", markup=False)
        self._claim, self._keys = safe_line(claim), keys

    def on_resize(self) -> None:
        """Tell as much of the claim as there is room for beside the keys."""
        room = self.content_size.width - cell_len(self._keys) - 2
        told = f"◆ {'Evidence on ' if room >= ROOMY else ''}{self._claim}"
        self.update(f"{clip(told, room)}  {self._keys}" if room > 1 else self._keys)
