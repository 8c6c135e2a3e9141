"""The line in which one types what to find."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.widgets import stylesheets


class FindBar(Horizontal):
    """A slash, the words, and how many were found."""

    DEFAULT_CSS = stylesheets.text("find")
    SCOPED_CSS = False

    @dataclass
    class Changed(Message):
        """Other words are typed."""

        query: str

    @dataclass
    class Stepped(Message):
        """The reader asks for the next hit or the one before."""

        step: int

    @dataclass
    class Done(Message):
        """The reader is done, or does not want it after all."""

        kept: bool

    def __init__(self, query: str) -> None:
        super().__init__()
        self._field = Input(query, compact=True, select_on_focus=False, id="find-words")
        self._field.placeholder = "words in this article"
        self._early = False

    def compose(self) -> ComposeResult:
        """The slash, the words and the count."""
        yield Label("/", id="find-slash", markup=False)
        yield self._field
        yield Label("", id="find-count", markup=False)

    def on_mount(self) -> None:
        """Typing goes here; it replaces the words of the last time."""
        self.screen.set_focus(self._field)
        if not self._early:
            self._field.action_select_all()

    def early(self, event: events.Key) -> None:
        """Take a key that went to the screen before the line stood there: none is lost."""
        if event.key == "enter":
            self.post_message(self.Done(True))
        elif event.key == "escape":
            self.post_message(self.Done(False))
        elif event.is_printable and event.character is not None:
            self._field.value = (self._field.value if self._early else "") + event.character
            self._field.cursor_position = len(self._field.value)
            self._early = True
            self.post_message(self.Changed(self._field.value))

    def tell(self, count: str) -> None:
        """Show how many were found."""
        self.query_one("#find-count", Label).update(count)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while typing."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_key(self, event: events.Key) -> None:
        """Enter keeps what was found, escape goes back; up and down go from hit to hit."""
        if event.key in ("enter", "escape"):
            event.stop()
            self.post_message(self.Done(event.key == "enter"))
        elif event.key in ("up", "down"):
            event.stop()
            self.post_message(self.Stepped(1 if event.key == "down" else -1))
