"""The box in which something gets tags, or loses them; each is kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.screens.keeping import Keeping, Noted
from tui.store.marked import Mark, TagCount, Target
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.rows import Rows
from tui.widgets.tag_list import TagRows, tag_rows
from tui.widgets.tag_looks import colours_of, looks

if TYPE_CHECKING:
    from tui.store.library import Library

LOW = [(0, "-low"), (18, "-high")]
"""Of so many lines a screen has the class."""
WAYS = "enter add · tab complete · ↓ ↑ choose · backspace takes the last · esc done"
OFF_WAYS = "enter take away · ↓ ↑ choose · esc done"
LOOKING, NONE = "Looking…", "No tags yet."
GONE = "That mark is no longer there."


class TagInput(Input):
    """A tag, with the keys of the box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.step(1)", show=False),
        Binding("up", "screen.step(-1)", show=False),
        Binding("tab", "screen.complete", show=False),
        Binding("escape", "screen.leave", show=False),
    ]

    def action_delete_left(self) -> None:
        """Where nothing is typed, the last tag goes."""
        if self.value:
            super().action_delete_left()
        elif isinstance(self.screen, TagBox):
            self.screen.action_take_last()


class TagBox(ModalScreen[bool]):
    """Gives whether any tag was put or taken away; `off` is for taking away alone."""

    AUTO_FOCUS = "#tag-input"
    VERTICAL_BREAKPOINTS = LOW
    CSS_PATH: ClassVar = [stylesheets.path("boxes"), stylesheets.path("notes")]

    def __init__(
        self, library: Library, thing: Target | Mark, about: str, off: bool = False
    ) -> None:
        super().__init__()
        self._library = library
        self._thing = thing
        self._about = about
        self._off = off
        self._keeping = Keeping(self, library)
        self._names: tuple[str, ...] | None = None
        self._tags: Sequence[TagCount] = ()
        self._rows = TagRows(id="tags")
        told = "which tag goes" if off else "a new tag, such as militair/aantallen"
        self._typed = TagInput(compact=True, id="tag-input", placeholder=told)
        self._chips = Label(LOOKING, id="tag-chips", markup=False)
        self._status = Label("", id="tag-status", markup=False)
        self._last: tuple[str, bool, str | None] = "", True, None
        self._kept = self._leaving = False

    def compose(self) -> ComposeResult:
        """What is tagged, its tags, and where one types the next."""
        with Vertical(classes="box") as box:
            box.border_title = "Untag" if self._off else "Tags"
            box.border_subtitle = OFF_WAYS if self._off else WAYS
            yield Label(safe_line(self._about), id="tag-about", markup=False)
            yield self._chips
            yield self._typed
            yield self._rows
            yield self._status

    def on_mount(self) -> None:
        """Ask which tags there are, and which it has."""
        self._keeping.note(self._look)

    def _look(self) -> None:
        """In a thread."""
        self._names = tags_of(self._library, self._thing)
        self._tags = self._library.tags()

    @on(Noted)
    def _answered(self, event: Noted) -> None:
        name, on, problem = self._last
        self._last = "", True, None
        if event.problem or problem:
            told = event.problem or problem or ""
            self._say(told if told.startswith("NOT SAVED") else f"NOT SAVED: {told}")
            if name and on and not self._typed.value:
                self._typed.value = name
                self._typed.cursor_position = len(name)
        elif name:
            self._kept = True
            names = self._names or ()
            gone = tuple(each for each in names if each != name)
            self._names = (*names, name) if on and name not in names else names if on else gone
            self._say(f"{'Tagged' if on else 'No longer tagged'} {name}.")
        self._keeping.kept()
        self._show()
        if self._leaving and not self._keeping.keeping:
            self.action_leave()

    def _say(self, told: str) -> None:
        self._status.update(safe_line(told))
        self._status.set_class(told.startswith("NOT SAVED"), "-loud")

    def _show(self) -> None:
        names = self._names or ()
        chips = Content("  ".join(f"#{safe_line(name)}" for name in names))
        for start, end, look in looks(names, colours_of(self._tags), gap=2):
            chips = chips.stylize(f"${look}", start, end)
        self._chips.update(chips or (LOOKING if self._names is None else NONE))
        choice = [tag for tag in self._tags if tag.name in names] if self._off else self._tags
        self._rows.put(tag_rows(choice, self._typed.value, names), chosen=self._off)
        self._rows.display = bool(self._rows.count)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if (shown := safe_line(event.value)) != event.value:
            self._typed.value = shown
            return
        self._show()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        name = self._rows.chosen or ("" if self._off else self._typed.value)
        if name.strip(" /"):
            self._typed.value = ""
            self._put(name, on=not self._off)
        elif self._off:
            self._say("It has no such tag.")
        else:
            self.action_leave()

    def _put(self, name: str, on: bool) -> None:
        self._keeping.note(lambda: self._keep(name, on))

    def _keep(self, name: str, on: bool) -> None:
        """In a thread: the tag as it is spelt comes on it, or off."""
        self._last = name, on, None
        thing = self._thing.id if isinstance(self._thing, Mark) else self._thing
        try:
            self._last = self._library.tag([thing], name, on), on, None
        except KeyError:
            self._last = name, on, GONE
        self._tags = self._library.tags()

    def action_step(self, by: int) -> None:
        """To a tag below or above."""
        self._rows.step(by)

    def action_complete(self) -> None:
        """Type the rest of the tag that fits best, or of the one that was chosen."""
        name = self._rows.chosen or (self._rows.first if self._typed.value.strip() else None)
        if name is not None and not self._off:
            self._typed.value = name
            self._typed.cursor_position = len(name)

    def action_take_last(self) -> None:
        """Take the last tag away."""
        if self._names and not self._keeping.keeping:
            self._put(self._names[-1], on=False)

    @on(Rows.Opened)
    def _clicked(self) -> None:
        self._rows.active = True
        if (name := self._rows.chosen) is not None:
            self._put(name, on=not self._off)

    def action_leave(self) -> None:
        """Put what was typed away, and then leave, once all is on the disk."""
        if self._typed.value:
            self._typed.value = ""
        elif self._keeping.keeping:
            self._leaving = True
        elif self.is_current:
            self.dismiss(self._kept)


def tags_of(library: Library, thing: Target | Mark) -> tuple[str, ...]:
    """The tags that something has. For a thread."""
    if isinstance(thing, Mark):
        return thing.tags
    if thing.about in ("actor", "corpus"):
        found = (each for each in library.iter_marks() if each.mark.kind == "tags")
    else:
        kind = "tags" if thing.about == "article" else "highlight"
        found = (each for each in library.marks(thing.key) if each.mark.kind == kind)
    for placed in found:
        mark = placed.mark
        same = (mark.about, mark.actor) == (thing.about, thing.actor) and not mark.by
        span = (placed.start, placed.end) == (thing.start, thing.end)
        if same and (mark.selector is None or span):
            return mark.tags
    return ()
