"""Fields of a form that is filled in by keys alone: a name, one of some words, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from tui.claims import fitting
from tui.text.safe import safe_line


@dataclass
class Other(Message):
    """A field holds something else now."""


@dataclass
class Stepped(Message):
    """The reader goes to the next field, or to the one before."""

    step: int


class Field(Vertical):
    """The name of a field before it, and room for a note below it."""

    def __init__(self, label: str, field: Widget) -> None:
        super().__init__()
        self._label = label
        self.field = field
        self.note = Label("", classes="field-note", markup=False)

    def compose(self) -> ComposeResult:
        """The name, the field, the note."""
        with Horizontal():
            yield Label(self._label, classes="field-name", markup=False)
            yield self.field
        yield self.note

    def on_mount(self) -> None:
        """There is no note yet."""
        self.note.display = False

    def on_descendant_focus(self) -> None:
        """The reader is here."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """The reader went elsewhere."""
        self.remove_class("-here")

    def tell(self, words: str) -> None:
        """Say something below the field, or nothing."""
        self.note.update(words)
        self.note.display = bool(words)


class Words(Input):
    """A line of words, which known ones complete: enter takes the first that is shown.

    With `several` they are parted by commas, and the last is completed.
    """

    def __init__(self, value: str, known: Sequence[str] = (), several: bool = False) -> None:
        super().__init__(safe_line(value), compact=True, select_on_focus=False)
        self.known = tuple(known)
        self._several = several
        self._first = self.value
        self._kept = value
        self._fitting: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What is filled in; what was not touched is as it came, with all its characters."""
        return self._kept if self.value == self._first else self.value.strip()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show which known words fit."""
        event.stop()
        if (shown := safe_line(event.value)) != event.value:
            self.value = shown  # pasted: it tells of itself once more
            return
        last = event.value.rpartition(",")[2] if self._several else event.value
        self._fitting = fitting(last, self.known) if self.has_focus else ()
        self._tell()
        self.post_message(Other())

    def on_blur(self) -> None:
        """Nothing is to be completed any more."""
        self._fitting = ()
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Enter completes, or goes on; up and down go to another field."""
        if event.key == "enter" and self._fitting:
            before, comma, last = self.value.rpartition(",") if self._several else ("", "", "")
            space = " " if comma and last.startswith(" ") else ""
            self.value = f"{before}{comma}{space}{safe_line(self._fitting[0])}"
            self.cursor_position = len(self.value)
            event.stop()
            event.prevent_default()
        elif event.key in ("enter", "down", "up"):
            event.stop()
            event.prevent_default()
            self.post_message(Stepped(-1 if event.key == "up" else 1))

    def _tell(self) -> None:
        known = " · ".join(map(safe_line, self._fitting))
        field = self.parent.parent if self.parent else None
        if isinstance(field, Field):
            field.tell(f"enter: {known}" if known else "")


class Dial(Static, can_focus=True):
    """Something that keys turn; enter, down and up go to another field."""

    def press(self, key: str) -> bool:
        """Turn it; False where the key is for something else."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Turn it, or go to another field."""
        if not self.press(event.key):
            if event.key not in ("down", "enter", "up"):
                return
            self.post_message(Stepped(-1 if event.key == "up" else 1))
        event.stop()
        event.prevent_default()


class Choice(Dial):
    """One of some words: left and right take another, a digit takes that one.

    Letters do nothing here: who types on in the wrong field changes no status unseen.
    """

    def __init__(self, words: Sequence[str], chosen: str) -> None:
        super().__init__(classes="choice", markup=False)
        self._words = tuple(words) if chosen in words else (*words, chosen)
        self.chosen = chosen

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def on_focus(self) -> None:
        """Show how another is taken."""
        self._show(True)

    def on_blur(self) -> None:
        """Show the word alone."""
        self._show(False)

    def take(self, chosen: str) -> None:
        """Take another word."""
        if chosen != self.chosen and chosen in self._words:
            self.chosen = chosen
            self._show()
            self.post_message(Other())

    def press(self, key: str) -> bool:
        """Take another word."""
        at, size = self._words.index(self.chosen), len(self._words)
        if key == "left":
            self.take(self._words[(at - 1) % size])
        elif key in ("right", "space"):
            self.take(self._words[(at + 1) % size])
        elif key.isdigit() and 1 <= int(key) <= size:
            self.take(self._words[int(key) - 1])
        else:
            return False
        return True

    def on_click(self) -> None:
        """The next word."""
        self.take(self._words[(self._words.index(self.chosen) + 1) % len(self._words)])

    def _show(self, on: bool | None = None) -> None:
        on = self.has_focus if on is None else on
        chosen = safe_line(self.chosen)
        number = f"  {self._words.index(self.chosen) + 1} of {len(self._words)}" if on else ""
        self.update(Content(f"‹ {chosen} ›{number}" if on else f"  {chosen}"))


class Tick(Dial):
    """Something that is told or not: space turns it."""

    def __init__(self, words: str, on: bool) -> None:
        super().__init__(classes="tick", markup=False)
        self._words = safe_line(words)
        self.on = on

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def turn(self) -> None:
        """The other way round."""
        self.on = not self.on
        self._show()
        self.post_message(Other())

    def press(self, key: str) -> bool:
        """The other way round."""
        if key == "space":
            self.turn()
        return key == "space"

    def on_click(self) -> None:
        """Turn it."""
        self.turn()

    def _show(self) -> None:
        self.update(Content(f"[{'x' if self.on else ' '}] {self._words}"))
