"""A claim in a box: who says it, how, with which figures, and what is held of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from tui.claims import Filling, Form
from tui.keys import Keymap
from tui.screens.claim_draft import draft, drafted
from tui.screens.drafting import ANSWERS, ASK, Drafting, about_draft, tell_kept
from tui.screens.presenting import unwritten, ways
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.claim_fields import Other, Stepped
from tui.widgets.claim_sheet import ClaimSheet

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

    from tui.store.library import Library
    from tui.store.marked import Draft, Mark, Placed
    from tui.text.article import Article

PAUSE = 0.5
"""Seconds of rest after which what is typed is kept as a draft."""


@dataclass
class Told(Message):
    """What is known besides: who may have said it, which tags there are, what was typed before."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    draft: Draft | None


@dataclass
class Saved(Message):
    """It is on the disk, or why it is not."""

    problem: str | None


class ClaimBox(ModalScreen[bool]):
    """Gives whether the claim was kept. `keep` is called in a thread, with what was filled in.

    What is typed is kept as a draft under `about` until then.
    """

    CSS_PATH = [stylesheets.path("boxes"), stylesheets.path("claims")]  # noqa: RUF012
    AUTO_FOCUS = "Words"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012
    """Of so many lines a screen has the class."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        form: Form,
        about: str,
        keep: Callable[[Form], object],
    ) -> None:
        super().__init__()
        for key in unwritten(keymap, "keep_text"):
            self._bindings.bind(key, "keep", show=False, priority=True)
        self._keymap = keymap
        self._library, self._form, self._keep = library, form, keep
        told = ways(keymap, {"keep_text": "keep"})
        self._ways = " · ".join(filter(None, ("tab next", told, "esc leave")))
        self._draft_of = Drafting(library, about)
        self._sheet = ClaimSheet(form)
        self._told = Label("", id="claim-told", markup=False)
        self._asking = self._saving = self._changed = False
        self._ended = False
        self._before: Widget | None = None
        self._latest: Filling | None = None
        self._drafting = 0

    def compose(self) -> ComposeResult:
        """The quote, the fields under it, and what can be done."""
        with Vertical(classes="box", id="claim-box") as box:
            box.border_title, box.border_subtitle = "Claim", self._ways
            yield self._told
            yield self._sheet

    def on_mount(self) -> None:
        """Ask what is known besides."""
        self._told.display = False
        self.run_worker(self._ask, thread=True)

    def on_unmount(self) -> None:
        """Where the program ends with the box open, what was typed is found the next time."""
        if not self._ended and self._latest is not None:
            self._draft_of.keep(draft(self._latest))

    @property
    def changed(self) -> bool:
        """Whether there is something that is not kept."""
        return self._sheet.changed

    def may_close(self) -> bool:
        """Whether nothing would be lost; else it asks."""
        if self.changed and not self._asking:
            self._ask_first()
        return not self.changed

    def action_keep(self) -> None:
        """Keep it."""
        if self._saving:
            return
        self._saving = True
        self._tell("Keeping…")
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        form = self._sheet.filled(now)
        self.run_worker(lambda: self._save(form), thread=True)

    def action_leave(self) -> None:
        """Leave; who typed something is asked first."""
        if self._saving:
            return
        if self._asking:
            self._asking = False
            self._tell("")
            self.set_focus(self._before)
        elif self.may_close():
            self._close(False)

    def on_key(self, event: events.Key) -> None:
        """Leave, or answer what is asked."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.action_leave()
        elif self._asking:
            self._answer(event)

    @on(Stepped)
    def _step(self, event: Stepped) -> None:
        if event.step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Other)
    @on(TextArea.Changed)
    def _other(self) -> None:
        """A draft is kept a moment after the last key."""
        if not self._changed and not self.changed:
            return
        self._changed = True
        self._latest = self._sheet.filling()
        self._drafting += 1
        nth = self._drafting
        self.set_timer(PAUSE, lambda: self._draft(nth))

    @on(Told)
    def _known(self, event: Told) -> None:
        self._sheet.complete(event.names, event.tags)
        filling = drafted(event.draft.text) if event.draft is not None else None
        if event.draft is not None and filling is not None and not self.changed:
            self._sheet.fill(filling)
            self._tell(about_draft(event.draft, self._keymap.first("keep_text")))

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        self._saving = False
        if event.problem is None:
            self._close(True)
        else:
            problem = safe_line(event.problem).removeprefix("NOT SAVED: ")
            answers = f"\n{ANSWERS}" if self._asking else ""
            self._tell(f"NOT SAVED: {problem}{answers}", wrong=True)

    def _ask_first(self) -> None:
        self._asking, self._before = True, self.focused
        self.set_focus(None)
        self._tell(ASK, wrong=True)

    def _answer(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self._saving:
            return
        if event.key == "s":
            self.action_keep()
        elif event.key == "d":
            self._in_thread(partial(self._leave_draft, self.app, draft(self._sheet.filling())))
            self._close(False)
        elif event.key == "x":
            self._in_thread(self._draft_of.drop)
            self._close(False)

    def _close(self, kept: bool) -> None:
        self._ended = True
        self._drafting += 1
        if self.is_current:
            self.dismiss(kept)

    def _tell(self, words: str, wrong: bool = False) -> None:
        self._told.set_class(wrong, "wrong")
        self._told.update(words)
        self._told.display = bool(words)

    def _leave_draft(self, app: App[Any], text: str) -> None:
        app.call_from_thread(tell_kept, app, self._draft_of.keep(text))

    def _draft(self, nth: int) -> None:
        if nth == self._drafting and not self._saving:
            self._in_thread(partial(self._draft_of.keep, draft(self._sheet.filling())))

    def _in_thread(self, change: Callable[[], object]) -> None:
        self.app.run_worker(change, thread=True, group="drafts")

    def _ask(self) -> None:
        """In a thread: what is known besides."""
        library = self._library
        names = tuple(dict.fromkeys((*self._form.names, *library.claimants())))
        tags = tuple(tag.name for tag in library.tags())
        self.post_message(Told(names, tags, self._draft_of.found()))

    def _save(self, form: Form) -> None:
        """In a thread: keep it, and forget the draft."""
        from tui.store.bookmarks import NotSaved

        problem: str | None = None
        try:
            self._keep(form)
        except NotSaved as error:
            problem = str(error)
        except KeyError:
            problem = "it is no longer there: it was deleted in another window"
        if problem is None and self._changed:
            self._draft_of.drop()
        self.post_message(Saved(problem))


def new_box(
    library: Library, keymap: Keymap, article: Article, key: str, start: int, end: int
) -> ClaimBox:
    """A box for a claim to be made of a passage."""
    from tui.claims import to_make
    from tui.selecting import sentence_at
    from tui.store.marked import Target

    form = to_make(article, start, end, sentence_at(article.body, start) or (start, end))
    target = Target("passage", key, start, end)

    def keep(new: Form) -> Mark:
        return library.make(target, "claim", text=new.text, tags=new.tags, claimed=new.claimed)

    return ClaimBox(library, keymap, form, f"claim {json.dumps(target)}", keep)


def edit_box(
    library: Library, keymap: Keymap, placed: Placed, article: Article | None = None
) -> ClaimBox:
    """A box for a claim that is kept; `article` is the one it stands in, where that is at hand."""
    from tui.claims import to_edit
    from tui.store.marked import Claimed

    mark = placed.mark
    form = to_edit(placed, mark.claimed or Claimed(), article)

    def keep(new: Form) -> Mark:
        text = None if new.text == form.text else new.text
        tags = None if new.tags == form.tags else new.tags
        return library.edit(mark.id, text=text, tags=tags, claimed=new.claimed)

    return ClaimBox(library, keymap, form, f"claim {mark.id}", keep)
