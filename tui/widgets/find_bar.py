"""The line in which one types what to find."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.text.safe import safe_line
from tui.widgets.line_bar import LineBar


class FindBar(LineBar):
    """A label, the words, and how many were found."""

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

    def __init__(
        self, query: str, label: str = "/", placeholder: str = "words in this article"
    ) -> None:
        field = Input(query, compact=True, select_on_focus=False, id="find-words")
        field.placeholder = placeholder
        super().__init__(field, "find-bar")
        self._label = label

    def compose(self) -> ComposeResult:
        """The label, the words and the count; below them what is wrong."""
        with Horizontal():
            yield Label(self._label, id="find-slash", markup=False)
            yield self.field
            yield Label("", id="find-count", markup=False)
        yield Label("", id="find-wrong", markup=False)

    def tell(self, count: str, wrong: str = "") -> None:
        """Show how many were found, and what of the words cannot be asked."""
        self.query_one("#find-count", Label).update(count)
        told = self.query_one("#find-wrong", Label)
        told.update(safe_line(wrong))
        told.display = bool(wrong)

    def typed(self, text: str) -> None:
        """Find while typing."""
        self.post_message(self.Changed(text))

    def stepped(self, step: int) -> None:
        """Go from hit to hit."""
        self.post_message(self.Stepped(step))

    def done(self, kept: bool) -> None:
        """Enter keeps what was found, escape goes back."""
        self.post_message(self.Done(kept))
