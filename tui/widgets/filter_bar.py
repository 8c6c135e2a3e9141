"""The line in which one types what to search the corpus for, and the one to name a search in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.text.safe import safe_line
from tui.widgets.line_bar import LineBar

LONGEST = 300  # characters of a query: more is a slip with the clipboard
LONGEST_NAME = 60
ASIDE = 3  # cells of a line that no help stands in
Wish = Literal["name", "queries"]
MORE: tuple[Mapping[Wish, str], ...] = (
    {"name": "keeps it", "queries": "kept ones"},
    {"name": "keep", "queries": "kept"},
)


NO_KEYS: Mapping[Wish, Sequence[str]] = {}


class FilterBar(LineBar):
    """The query and how many fit; below it what can be written, or what is wrong."""

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

    @dataclass
    class Asked(Message):
        """The reader wants to keep the query under a name, or to see those that were kept."""

        what: Wish

    def __init__(
        self,
        text: str,
        how: Sequence[str],
        label: str = "Search",
        count: str = "",
        keys: Mapping[Wish, Sequence[str]] = NO_KEYS,
    ) -> None:
        self._wrong = _Wrong()
        field = Input(
            text, compact=True, select_on_focus=False, max_length=LONGEST, highlighter=self._wrong
        )
        field.id = "filter-words"
        field.placeholder = "which articles"
        super().__init__(field, "filter-bar")
        self._keys = {key: wish for wish, pressed in keys.items() for key in pressed}
        told = [
            "".join(f" · {keys[wish][0]} {words}" for wish, words in more.items() if keys.get(wish))
            for more in MORE
        ]
        self._helps = [each + more for each in how for more in told]
        self._right = True
        self._label = label
        self._count = count

    def compose(self) -> ComposeResult:
        """The name of the line, the query and the count; then a line of help."""
        with Horizontal():
            yield Label(self._label, id="filter-name", markup=False)
            yield self.field
            yield Label(self._count, id="filter-count", markup=False)
        yield Label(self._help(self.app.size.width), id="filter-how", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """What can be written is told as far as it fits."""
        if self._right:
            self.right()

    @property
    def text(self) -> str:
        """The query as it is typed."""
        return self.field.value.strip()

    def note(self, text: str) -> None:
        """Say something below the query."""
        self._say(safe_line(text), None)

    def tell(self, count: str) -> None:
        """Show how many fit."""
        self.query_one("#filter-count", Label).update(count)

    def right(self) -> None:
        """Nothing is wrong: show what can be written."""
        self._say(self._help(self.size.width), None)
        self._right = True

    def _help(self, width: int) -> str:
        """The longest help that fits, else the shortest."""
        room = width - ASIDE
        return next((each for each in self._helps if cell_len(each) <= room), self._helps[-1])

    def wrong(self, problem: str, start: int, end: int) -> None:
        """Say what is wrong, and mark where."""
        self._say(safe_line(problem), (start, max(end, start + 1)))

    def _say(self, text: str, place: tuple[int, int] | None) -> None:
        self._wrong.place = place
        self._right = False
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
        """Enter keeps the query, escape brings back the one before."""
        self.post_message(self.Done(kept))

    def on_key(self, event: events.Key) -> None:
        """Two keys more than in other lines."""
        if event.key in self._keys:
            event.stop()
            self.post_message(self.Asked(self._keys[event.key]))

    def put(self, text: str) -> None:
        """Type another query in the place of this one."""
        self.field.value = text
        self.field.cursor_position = len(text)


class NameBar(LineBar):
    """A name for a query; an empty one is none."""

    @dataclass
    class Done(Message):
        """The reader gives a name, or None after all."""

        name: str | None

    def __init__(self, query: str) -> None:
        field = Input(compact=True, max_length=LONGEST_NAME, id="name-words")
        field.placeholder = "a name for this search"
        super().__init__(field, "name-bar")
        self._query = query

    def compose(self) -> ComposeResult:
        """The name, and below it what it is for."""
        with Horizontal():
            yield Label("Keep as", id="filter-name", markup=False)
            yield self.field
        yield Label(self._query, id="filter-how", markup=False)

    def typed(self, text: str) -> None:
        """A name is taken once it is whole."""

    def stepped(self, step: int) -> None:
        """There is only this line."""

    def done(self, kept: bool) -> None:
        """Enter gives the name, escape none."""
        name = safe_line(self.field.value).strip()
        self.post_message(self.Done(name if kept and name else None))


class _Wrong(Highlighter):
    """Marks what is wrong in the field, more than by its colour."""

    place: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        if self.place is not None:
            text.stylize("bold reverse", *self.place)
