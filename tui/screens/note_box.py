"""The box in which a note is written; what is typed in it is never lost.

While one types, a draft is kept; it goes once the note itself is on the disk. Whatever else ends
the writing, a full disk, a crash or another key, leaves the text here or in that draft.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Label, TextArea

from tui.keys import Keymap
from tui.screens import editor
from tui.screens.drafting import ANSWERS, ASK, Drafting, about_draft, tell_kept
from tui.screens.latest import Latest
from tui.screens.presenting import unwritten, ways
from tui.screens.writing import Writing, noted
from tui.text.safe import safe, safe_line
from tui.widgets import stylesheets

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.marked import Draft, Mark

PAUSE = 0.4
"""Seconds without a key after which a draft is kept."""
LOW = [(0, "-low"), (18, "-high")]
"""Of so many lines a screen has the class."""
EMPTY = "There is nothing to keep: write something first."
SAVING = "Keeping…"
GONE = "NOT SAVED: what this was written on is no longer there. A draft of it is kept."
NO_EDITOR = "No editor is set: put its name in VISUAL or EDITOR."
NO_LEAVING = "This terminal cannot be handed over to an editor."


@dataclass
class Found(Message):
    """What is there already: the mark, and a draft of what was to become of it."""

    mark: Mark | None
    draft: Draft | None


@dataclass
class Drafted(Message):
    """A draft is kept, or why not."""

    problem: str | None = None


@dataclass
class Saved(Message):
    """This text is kept, or why not."""

    text: str
    problem: str | None = None


class NoteArea(TextArea):
    """The text, with the keys of the box."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.leave", show=False)]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(id="note-text", soft_wrap=True, compact=True, disabled=True)
        for action, done in (("keep_text", "screen.keep"), ("to_editor", "screen.editor")):
            for key in unwritten(keymap, action):
                self._bindings.bind(key, done, show=False, priority=True)


class NoteBox(ModalScreen[bool]):
    """Gives whether anything was kept."""

    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = LOW
    CSS_PATH: ClassVar = [stylesheets.path("boxes"), stylesheets.path("notes")]

    def __init__(
        self, library: Library, keymap: Keymap, what: Writing, editor: bool = False
    ) -> None:
        super().__init__()
        self._library = library
        self._keymap = keymap
        self._what = what
        self._mark = what.mark
        self._area = NoteArea(keymap)
        self._status = Label("Looking…", id="note-status", markup=False)
        self._early: list[events.Key] | None = []
        self._asking = self._saving = self._ended = self._kept = False
        self._to_editor = editor
        self._base = self._text = ""
        self._timer: Timer | None = None
        self._drafts = Drafting(library)
        self._drafting = Latest[str](self, "draft", self._draft)

    def compose(self) -> ComposeResult:
        """What it is about, the text, and what became of that."""
        with Vertical(classes="box note-box") as box:
            told = ways(self._keymap, {"keep_text": "keep", "to_editor": "editor"})
            box.border_title = "Note"
            box.border_subtitle = " · ".join(filter(None, (told, "esc leave")))
            yield Label(safe_line(self._what.about), id="note-about", markup=False)
            if self._what.quote:
                yield Label(safe_line(self._what.quote), id="note-quote", markup=False)
            yield self._area
            yield self._status

    def on_mount(self) -> None:
        """Look for what is there already."""
        self.run_worker(self._look, thread=True)

    def on_unmount(self) -> None:
        """Where the program ends with the box open, what was typed is found the next time."""
        if not self._ended and self._text != self._base:
            self._draft(self._text)

    def _look(self) -> None:
        mark, target = self._mark, self._what.target
        if mark is None and target is not None:
            mark = noted(self._library, target)
        self._drafts = self._drafts_of(mark)
        self.post_message(Found(mark, self._drafts.found()))

    def _drafts_of(self, mark: Mark | None) -> Drafting:
        about = (mark.id if mark is not None else None, self._what.target)
        return Drafting(self._library, *(each for each in about if each is not None))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._mark = event.mark
        self._base = self._text = safe(event.mark.text) if event.mark is not None else ""
        draft = event.draft if event.draft and event.draft.text != self._base else None
        if draft is not None:
            self._text = safe(draft.text)
        self._area.disabled = False
        self._area.load_text(self._text)
        self._area.move_cursor(self._area.document.end)
        self._write(about_draft(draft, self._keymap.first("keep_text")) if draft else "")
        early, self._early = self._early or [], None
        for key in early:
            self.app.post_message(events.Key(key.key, key.character))
        if self._to_editor and editor.command(os.environ):
            self.call_after_refresh(self.action_editor)

    def on_key(self, event: events.Key) -> None:
        """Keys that come before the text is there wait for it; a question takes its answer."""
        if self._early is not None:
            event.stop()
            self._early.append(event)
        elif self._asking:
            event.stop()
            self._answer(event.key)

    def _write(self, told: str = "") -> None:
        """Keys go to the text again."""
        self._asking = False
        self._say(told)
        self.set_focus(self._area)

    def _say(self, told: str, more: str = "") -> None:
        self._status.update("\n".join(filter(None, (safe_line(told), more))))
        self._status.set_class(self._asking or told.startswith("NOT SAVED"), "-loud")

    @on(TextArea.Changed)
    def _typed(self) -> None:
        text = self._area.text
        if safe(text) != text:  # pasted: nothing in it may be obeyed by the terminal
            self._put(safe(text))
            return
        if text != self._text:
            self._text = text
            if not self._asking:
                self._say("")
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(PAUSE, self._pause)

    def _put(self, text: str) -> None:
        """Another text in place of this one; ctrl+z in the text brings this one back."""
        self._area.replace(text, (0, 0), self._area.document.end)
        self._area.move_cursor(self._area.document.end)

    def _pause(self) -> None:
        if not self._ended:
            self._drafting.ask(self._text)

    def _draft(self, text: str) -> Drafted:
        """Keep a draft of a text, or none where nothing is other than what is kept."""
        return Drafted(self._drafts.keep(text if text != self._base else None))

    @on(Drafted)
    def _drafted(self, event: Drafted) -> None:
        self._drafting.answered()
        if event.problem and not self._asking:
            self._say(event.problem)

    def action_keep(self) -> None:
        """Keep the text."""
        if self._saving:
            return
        if not self._text.strip() and not (self._mark is not None and self._mark.kind != "note"):
            self._write(EMPTY)
            return
        self._saving = True
        if self._asking:  # the question stays where it cannot be kept
            self._say(SAVING)
        else:
            self._write(SAVING)
        text = self._text
        self.run_worker(lambda: self.post_message(self._save(text)), group="note", thread=True)

    def _save(self, text: str) -> Saved:
        from tui.store.bookmarks import NotSaved

        try:
            if self._mark is not None:
                self._library.edit(self._mark.id, text=text)
            elif self._what.target is not None:
                self._mark = self._library.make(self._what.target, "note", text=text)
        except KeyError:
            return Saved(text, GONE)
        except NotSaved as error:
            return Saved(text, str(error))
        self._drafts.drop()  # no draft of what is kept comes after this
        return Saved(text)

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        self._saving = False
        if event.problem is not None:
            told = event.problem
            told = told if told.startswith("NOT SAVED") else f"NOT SAVED: {told}"
            if self._asking:
                self._say(told, ANSWERS)
            else:
                self._write(told)
            return
        self._kept, self._base = True, event.text
        if self._text == event.text:
            self._end()
        else:  # more was typed while it was on its way
            self._drafts = self._drafts_of(self._mark)
            self._write("Kept, but for what you typed since.")

    def action_leave(self) -> None:
        """Leave, or ask what is to become of what was typed."""
        if self._saving:
            return
        if self._text == self._base:
            self._end()
            return
        self._asking = True
        self.set_focus(None)
        self._say(ASK)

    def _answer(self, key: str) -> None:
        if self._saving:
            return
        if key == "s":
            self.action_keep()
        elif key == "d":
            self._say(SAVING)
            self.run_worker(self._leave_draft, group="note", thread=True)
        elif key == "x":
            self.run_worker(self._throw_away, group="note", thread=True)
        elif key == "escape":
            self._write()

    def _leave_draft(self) -> None:
        problem = self._draft(self._text).problem
        if problem is None:
            self.app.call_from_thread(tell_kept, self.app)
            self.app.call_from_thread(self._end)
        else:
            self.post_message(Saved(self._text, problem))

    def _throw_away(self) -> None:
        self._drafts.drop()
        self.app.call_from_thread(self._end)

    def may_close(self) -> bool:
        """Whether nothing would be lost; else it asks."""
        if self._text != self._base and not self._asking:
            self.action_leave()
        return self._text == self._base

    def _end(self) -> None:
        self._ended = True
        if self._timer is not None:
            self._timer.stop()
        if self.is_current:
            self.dismiss(self._kept)

    def action_editor(self) -> None:
        """Write on in one's own editor; what comes back stands here, and is not kept yet."""
        words = editor.command(os.environ)
        if not words:
            self._say(NO_EDITOR)
            return
        problem, text = "", self._text
        try:
            with self.app.suspend():
                self._draft(self._text)
                try:  # what is raised in here leaves the terminal to nobody
                    text = editor.written(self._text, words)
                except editor.EditorError as error:
                    problem = str(error)
        except SuspendNotSupported:
            problem = NO_LEAVING
        if problem:
            self._say(problem)
        elif safe(text) != self._text:
            self._put(safe(text))
