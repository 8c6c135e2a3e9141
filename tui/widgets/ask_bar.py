"""A line in which something is asked for once: a name, a reason, a day."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.widgets.line_bar import LineBar


class AskBar(LineBar):
    """What is asked, and the words so far; it answers only when the reader is done."""

    @dataclass
    class Answered(Message):
        """The reader is done, or does not want it after all; `text` is what stands there."""

        bar: AskBar
        text: str
        kept: bool

    def __init__(self, question: str, text: str = "", placeholder: str = "") -> None:
        field = Input(text, compact=True, select_on_focus=False, id="ask-words")
        field.placeholder = placeholder
        super().__init__(field, "ask-bar")
        self._question = question
        self._over = False

    def compose(self) -> ComposeResult:
        """The question and the words."""
        with Horizontal():
            yield Label(self._question, id="ask-what", markup=False)
            yield self.field
            yield Label("", id="ask-told", markup=False)

    def again(self, problem: str) -> None:
        """The words will not do: tell why, and go on with them."""
        self._over = False
        self.query_one("#ask-told", Label).update(problem)
        self.field.focus()

    def typed(self, text: str) -> None:
        """Nothing hangs on it yet."""

    def stepped(self, step: int) -> None:
        """There is nothing to step through."""

    def done(self, kept: bool) -> None:
        """Enter answers, escape goes back; once is enough."""
        if not self._over:
            self._over = True
            self.post_message(self.Answered(self, self.field.value.strip(), kept))
