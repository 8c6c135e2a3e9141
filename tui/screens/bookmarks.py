"""All bookmarks, in a box over the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from tui.keys import Keymap
from tui.screens.presenting import key_name
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.paint import Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip, fold_lines

if TYPE_CHECKING:
    from tui.store.library import Bookmark


class BookmarkRows(Rows):
    """A bookmark a row: the sentence, and the article it stands in, or stood in once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bookmarks--text", "bookmarks--note"}

    def __init__(self, marks: Sequence[Bookmark], titles: Mapping[str, str]) -> None:
        super().__init__(id="bookmarks")
        self._marks = marks
        self._titles = titles

    @property
    def count(self) -> int:
        """How many bookmarks there are."""
        return len(self._marks)

    @property
    def tall(self) -> int:
        """Two lines of the sentence, and one of where it stands."""
        return 3

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The sentence, and where it stands."""
        mark = self._marks[index]
        lines = fold_lines(safe_line(mark.label), width - 2, 2)
        where = f"{self._titles.get(mark.key, mark.key)} · {mark.created[:10]}"
        if mark.lost:
            where = f"lost, no longer in the text · {where}"
        return [
            *([(" ", ""), (line, "bookmarks--text")] for line in lines),
            [(" ", ""), (clip(safe_line(where), width - 2), "bookmarks--note")],
        ]


class BookmarksScreen(ModalScreen[tuple[str, int] | None]):
    """Gives the article and the position of the bookmark that was chosen."""

    AUTO_FOCUS = ""
    CSS_PATH = stylesheets.path("boxes")

    def __init__(
        self, marks: Sequence[Bookmark], titles: Mapping[str, str], keymap: Keymap
    ) -> None:
        super().__init__()
        self._marks = marks
        self._keymap = keymap
        self._pending: tuple[str, ...] = ()
        self._leaving = False
        self._rows = BookmarkRows(marks, titles)

    def compose(self) -> ComposeResult:
        """The rows, or how to make the first."""
        with Vertical(classes="box") as box:
            box.border_title = f"Bookmarks {len(self._marks)}"
            box.border_subtitle = "enter go there · q back"
            if self._marks:
                yield self._rows
            else:
                key = self._keymap.first("bookmark")
                yield Label(f"None yet: {key} keeps the sentence at the cursor.", markup=False)

    def on_mount(self) -> None:
        """Keys go to the rows."""
        self._rows.active = True

    def on_key(self, event: events.Key) -> None:
        """Move, go there, or leave."""
        event.stop()
        step = self._keymap.feed(self._pending, key_name(event), "list")
        self._pending = step.pending
        if self._leaving:
            return  # a second q may follow in the same breath
        if step.action in ("back", "bookmarks", "quit"):
            self._leave(None)
        elif step.action == "open" and self._marks:
            self._choose(self._rows.cursor)
        elif step.action is not None:
            self._rows.act(step.action)

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self._choose(event.index)

    def _choose(self, index: int) -> None:
        mark = self._marks[index]
        self._leave((mark.key, mark.position))

    def _leave(self, chosen: tuple[str, int] | None) -> None:
        if not self._leaving:
            self._leaving = True
            self.dismiss(chosen)
