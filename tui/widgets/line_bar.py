"""A line below the panes in which one types; `FindBar` and `FilterBar` are such lines."""

from __future__ import annotations

from textual import events
from textual.containers import Vertical
from textual.widgets import Input

from tui.text.safe import safe_line
from tui.widgets import stylesheets


class LineBar(Vertical):
    """A field, and what it says to its screen: other words, a step up or down, done or not."""

    DEFAULT_CSS = stylesheets.text("find")
    SCOPED_CSS = False

    def __init__(self, field: Input, id: str) -> None:
        super().__init__(id=id)
        self.field = field
        self._early = False

    def typed(self, text: str) -> None:
        """Other words stand in the field."""
        raise NotImplementedError

    def stepped(self, step: int) -> None:
        """The reader presses down or up."""
        raise NotImplementedError

    def done(self, kept: bool) -> None:
        """The reader is done, or does not want it after all."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Typing goes here; it replaces the words of the last time."""
        self.screen.set_focus(self.field)
        if not self._early:
            self.field.action_select_all()

    def early(self, event: events.Key) -> None:
        """Take a key that went to the screen before the line stood there: none is lost."""
        if event.key in ("enter", "escape"):
            self.done(event.key == "enter")
        elif event.is_printable and event.character is not None:
            self.field.value = (self.field.value if self._early else "") + event.character
            self.field.cursor_position = len(self.field.value)
            self._early = True
            self.typed(self.field.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell while typing."""
        event.stop()
        if (shown := safe_line(event.value)) != event.value:
            self.field.value = shown  # pasted: it tells of itself once more
            return
        self.typed(event.value)

    def on_key(self, event: events.Key) -> None:
        """Enter keeps, escape goes back; up and down step."""
        if event.key in ("enter", "escape"):
            event.stop()
            self.done(event.key == "enter")
        elif event.key in ("up", "down"):
            event.stop()
            self.stepped(1 if event.key == "down" else -1)
