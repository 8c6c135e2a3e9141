"""The line in which one types what the list is to be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from rich.highlighter import Highlighter
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.text.safe import safe_line
from tui.widgets.line_bar import LineBar

LONGEST = 300  # characters of a filter: more is a slip with the clipboard


class FilterBar(LineBar):
    """The filter and how many fit; below it what can be written, or what is wrong."""

    @dataclass
    class Typed(Message):
        """Another filter is typed."""

        text: str

    @dataclass
    class Stepped(Message):
        """The reader asks for the next article or the one before."""

        step: int

    @dataclass
    class Done(Message):
        """The reader is done, or does not want it after all."""

        kept: bool

    def __init__(self, text: str, how: str) -> None:
        self._wrong = _Wrong()
        field = Input(
            text, compact=True, select_on_focus=False, max_length=LONGEST, highlighter=self._wrong
        )
        field.id = "filter-words"
        field.placeholder = "which articles"
        super().__init__(field, "filter-bar")
        self._how = how

    def compose(self) -> ComposeResult:
        """The name of the line, the filter and the count; then a line of help."""
        with Horizontal():
            yield Label("Filter", id="filter-name", markup=False)
            yield self.field
            yield Label("", id="filter-count", markup=False)
        yield Label(self._how, id="filter-how", markup=False)

    def tell(self, count: str) -> None:
        """Show how many fit."""
        self.query_one("#filter-count", Label).update(count)

    def right(self) -> None:
        """Nothing is wrong: show what can be written."""
        self._say(self._how, None)

    def wrong(self, problem: str, start: int, end: int) -> None:
        """Say what is wrong, and mark where."""
        self._say(safe_line(problem), (start, max(end, start + 1)))

    def _say(self, text: str, place: tuple[int, int] | None) -> None:
        self._wrong.place = place
        self.field.refresh()
        if self.is_mounted:
            how = self.query_one("#filter-how", Label)
            how.update(text)
            how.set_class(place is not None, "wrong")

    def typed(self, text: str) -> None:
        """Narrow while typing."""
        self.post_message(self.Typed(text))

    def stepped(self, step: int) -> None:
        """Go from article to article."""
        self.post_message(self.Stepped(step))

    def done(self, kept: bool) -> None:
        """Enter keeps the filter, escape brings back the one before."""
        self.post_message(self.Done(kept))


class _Wrong(Highlighter):
    """Marks what is wrong in the field, more than by its colour."""

    place: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        if self.place is not None:
            text.stylize("bold reverse", *self.place)
