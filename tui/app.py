"""The Textual app: colours, keys, and the first screen."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from tui.config import Config
from tui.keys import Keymap
from tui.screens.read import ReadScreen
from tui.themes import OWN, TERMINAL
from tui.widgets import stylesheets

if TYPE_CHECKING:
    from tui.store.library import Library


class NewsreaderApp(App[None]):
    """Reads the articles of a library; the library is made, and closed, by the caller."""

    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        stylesheets.path(name) for name in ("desk", "list", "bars")
    ]

    def __init__(self, library: Library, config: Config | None = None, corpus: str = "") -> None:
        super().__init__()
        settings = config or Config()
        self._reading = ReadScreen(library, settings, Keymap(settings.keymap), corpus)
        for theme in OWN:
            self.register_theme(theme)
        self.theme = settings.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours in a theme that has none of its own for them."""
        return TERMINAL

    def refresh_css(self, animate: bool = True) -> None:
        """Style all anew; what there is before the first screen is styled with that, not twice."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> ReadScreen:
        """The first screen."""
        return self._reading
