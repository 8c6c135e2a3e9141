"""All bookmarks, in a box over the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label

from tui.keys import Keymap
from tui.screens.box import Box
from tui.screens.presenting import key_name, ways
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.filled import Filled
from tui.widgets.paint import Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip, fold_lines

if TYPE_CHECKING:
    from tui.store.library import Bookmark, Library

LOOKING = "Looking…"


@dataclass
class Told(Message):
    """All bookmarks, and the titles of the articles by their keys."""

    marks: tuple[Bookmark, ...]
    titles: Mapping[str, str]


class BookmarkRows(Filled["Bookmark"]):
    """A bookmark a row: the sentence, and the article it stands in, or stood in once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bookmarks--text", "bookmarks--note"}

    def __init__(self) -> None:
        super().__init__(id="bookmarks")
        self._titles: Mapping[str, str] = {}

    def put(self, marks: Sequence[Bookmark], titles: Mapping[str, str]) -> None:
        """Show these."""
        self._shown, self._titles = marks, titles
        self.renew()
        self.refresh(layout=True)

    @property
    def tall(self) -> int:
        """Two lines of the sentence, and one of where it stands."""
        return 3

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The sentence, and where it stands."""
        mark = self._shown[index]
        lines = fold_lines(safe_line(mark.label), width - 2, 2)
        where = f"{self._titles.get(mark.key, mark.key)} · {mark.created[:10]}"
        if mark.lost:
            where = f"lost, no longer in the text · {where}"
        return [
            *([(" ", ""), (line, "bookmarks--text")] for line in lines),
            [(" ", ""), (clip(safe_line(where), width - 2), "bookmarks--note")],
        ]


class BookmarksScreen(Box[tuple[str, int] | None]):
    """Gives the article and the position of the bookmark that was chosen."""

    CSS_PATH = stylesheets.path("boxes")

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__()
        self._library = library
        self._keymap = keymap
        self._rows = BookmarkRows()
        self._none = Label(LOOKING, markup=False)

    def compose(self) -> ComposeResult:
        """The rows, or how to make the first."""
        with Vertical(classes="box") as box:
            told = ways(self._keymap, {"open": "go there", "back": "back"})
            box.border_title, box.border_subtitle = "Bookmarks", told
            yield self._rows
            yield self._none

    def on_mount(self) -> None:
        """Keys go to the rows; they are asked for."""
        self._rows.active, self._rows.display = True, False
        self.run_worker(self._ask, thread=True)

    def _ask(self) -> None:
        marks = self._library.bookmarks()
        rows = (self._library.row(key) for key in {mark.key for mark in marks})
        self.post_message(Told(marks, {row.key: row.title for row in rows if row is not None}))

    @on(Told)
    def _told(self, event: Told) -> None:
        self.query_one(".box").border_title = f"Bookmarks {len(event.marks)}"
        self._rows.put(event.marks, event.titles)
        self._rows.display, self._none.display = bool(event.marks), not event.marks
        key = self._keymap.first("bookmark")
        self._none.update(f"None yet: {key} keeps the sentence at the cursor.")
        self._pending = ()
        self.pass_on()

    def on_key(self, event: events.Key) -> None:
        """Move, go there, or leave."""
        event.stop()
        step = self._keymap.feed(self._pending, key_name(event), "list")
        self._pending = step.pending
        if self._leaving:
            return  # a second q may follow in the same breath
        if step.action in ("back", "bookmarks", "quit"):
            self.leave(None)
        elif self._early is not None:
            self._early.append(event)  # typed before the rows were there
        elif step.action == "open":
            self._choose()
        elif step.action is not None:
            self._rows.act(step.action)

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self._choose()

    def _choose(self) -> None:
        mark = self._rows.row
        if mark is not None:
            self.leave((mark.key, mark.position))
