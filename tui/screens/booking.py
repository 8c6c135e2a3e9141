"""The notebook from the first screen: opened, come back to, and what changed told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui import session as step
from tui.config import Config
from tui.keys import Keymap
from tui.screens.claiming import Claiming
from tui.screens.latest import Latest

if TYPE_CHECKING:
    from tui.screens.notebook import NotebookScreen
    from tui.screens.notebook_asking import View
    from tui.screens.notebook_stage import Gone
    from tui.store.library import Library
    from tui.store.marked import Changed


@dataclass(eq=False, repr=False)
class Reported(Message):
    """What became of all that is marked; and at the start, what was never kept, in lines."""

    changed: Changed
    unkept: tuple[str, ...] = ()


class Booking(Claiming):
    """A desk from which one goes to the notebook."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self._own_name = lambda: config.signature
        self._notebook: NotebookScreen | None = None
        self._leaf: tuple[View | None, str | None] = (None, None)
        self._out: str | None = None  # the article the notebook was left for, while one is in it
        self.actor_meant: str | None = None  # to whom the reader goes among the actors
        self._reported = (0, 0, 0)
        self._report = Latest[None](self, "report", lambda _: self._look_over())
        self._begins = True

    def do_notebook(self) -> None:
        """All that was marked, from where the reader was in it."""
        from tui.screens.notebook import NotebookScreen

        self._out = None
        self.app.clear_notifications()  # what changed is shown there; nothing is to lie over it
        self._notebook = NotebookScreen(
            *(self.library, self.keymap, self.corpus, *self._leaf), own_name=self._own_name
        )
        self.over(self._notebook, self._from_notebook)

    def _from_notebook(self, gone: Gone | None) -> None:
        self._notebook = None
        if gone is None:
            return
        self._leaf = gone.view, gone.id
        if gone.changed:
            self.renamed()
        if gone.go is not None:
            key, position = gone.go
            self.go_to(key, position)
            self._out = key
        elif gone.search:
            self.apply(step.focus(self.session, "list"))
            self.settle(gone.search)
        elif gone.to:
            self.actor_meant = gone.actor or None
            self.do(gone.to)

    def back_to_notebook(self) -> bool:
        """Go back to the notebook, where the reader came from there; False where not."""
        if not self.came_from(self._out):
            return False
        self.do_notebook()
        return True

    def came_from(self, out: str | None) -> bool:
        """Whether the next step back leads out of an article that another screen was left for."""
        here = self.session
        if out is None or here.key != out or here.pane == "list" or here.query:
            return False
        found = step.back(here)
        return found is not None and found.key == here.key and found.pane == "list"

    def _enter(self) -> None:
        super()._enter()
        if self.session.pane == "list":
            self._out = None

    def all_read(self) -> None:
        """Look what became of all that is marked."""
        super().all_read()
        if self._notebook is not None:
            self._notebook.again()
        self._report.ask(None)

    def ticked(self) -> None:
        """An open notebook shows what another window kept, and what a changed page did to marks."""
        super().ticked()
        self.library.follow_notes()
        if self._notebook is not None and self._notebook.is_behind and not self.feed.ingesting:
            self._notebook.again()

    @on(Reported)
    def _was_reported(self, event: Reported) -> None:
        if not self._report.answered():
            return
        self._begins = False
        before, self._reported = self._reported, event.changed[:3]
        if any(new > old for new, old in zip(self._reported, before, strict=True)):
            self._warn(about_changed(event.changed, self.keymap.first("notebook")))
        self._warn(*event.unkept)

    def _look_over(self) -> Reported:
        """In a thread."""
        changed = self.library.changed_marks()
        if not self._begins or not self.library.drafts():
            return Reported(changed)
        from tui.screens.unkept import unkept

        return Reported(changed, unkept(self.library, self.keymap))


def about_changed(changed: Changed, key: str) -> str:
    """How many marks are no longer what they were: `3 marks changed, 1 is gone`."""
    told: list[str] = []
    for count, one, more in (
        (changed.changed, "changed", "changed"),
        (changed.ambiguous, "may be in several places", "may be in several places"),
        (changed.orphan, "is gone", "are gone"),
    ):
        if count:
            noun = "" if told else " mark" if count == 1 else " marks"
            told.append(f"{count}{noun} {one if count == 1 else more}")
    if not told:
        return ""
    return f"{', '.join(told)}: {key} shows them." if key else f"{', '.join(told)}."
