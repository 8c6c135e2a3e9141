"""The Textual app: colours, keys, and the first screen."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.config import Config
from tui.keys import Keymap
from tui.screens.keyed import Keyed
from tui.screens.read import ReadScreen
from tui.themes import OWN, TERMINAL
from tui.widgets import stylesheets

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.store.library import Library


class NewsreaderApp(App[None], inherit_bindings=False):
    """Reads the articles of a library; the library is made, and closed, by the caller."""

    TITLE = "newsreader"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+c", "leave_box", show=False, priority=True, system=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        stylesheets.path(name) for name in ("desk", "list", "bars")
    ]

    def __init__(self, library: Library, config: Config | None = None, corpus: str = "") -> None:
        super().__init__()
        settings = config or Config()
        self._keys = keymap = Keymap(settings.keymap)
        self._reading = ReadScreen(library, settings, keymap, corpus)
        for key in keymap.pressed("quit"):
            if "+" in key[1:]:  # it leaves from anywhere; other keys may be typed as text
                self._bindings.bind(key, "quit", show=False, priority=True)
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

    async def action_quit(self) -> None:
        """Leave as the screen does; a box with words that are not kept asks first.

        Such a box has a method `may_close`, which tells whether nothing would be lost, or asks.
        """
        for screen in reversed(self.screen_stack):
            may_close = getattr(screen, "may_close", None)
            if may_close is not None and not may_close():
                return
        screen = self.screen
        (screen if isinstance(screen, Keyed) else self._reading).do("quit")

    def action_leave_box(self) -> None:
        """In a box it is as escape, so that nothing is lost; words that are selected are copied."""
        if not isinstance(self.screen, ModalScreen) or _selected(self.focused):
            raise SkipAction
        self.post_message(events.Key("escape", None))

    def action_help_quit(self) -> None:
        """Who wants to leave is told how; where text is selected, it is copied."""
        screen = self.screen if isinstance(self.screen, Keyed) else self._reading
        if screen.scene == "selection":
            screen.do("copy")
        elif key := self._keys.first("quit"):
            screen.say(f"{key} leaves newsreader.")


def _selected(widget: Widget | None) -> str:
    """The words that are selected where one types."""
    return str(getattr(widget, "selected_text", ""))
