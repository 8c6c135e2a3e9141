"""A screen on which things are kept in threads, one after another, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.keeping import Keeping, Turned
from tui.screens.keyed import Answer, Keyed

if TYPE_CHECKING:
    from tui.keys import Keymap
    from tui.store.library import Library


class Undoing(Keyed[Answer]):
    """`changed` tells that something is other now, `quitting` that the reader waits to leave."""

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__(library, keymap)
        self.feed = Keeping(self, library)
        self.changed = self.quitting = False

    def again(self) -> None:
        """Ask once more for all that is shown."""
        raise NotImplementedError

    def do_undo(self) -> None:
        """Take back what was done last."""
        self.feed.turn(forward=False)

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self.feed.turn(forward=True)

    @on(Turned)
    def _turned(self, event: Turned) -> None:
        self.feed.kept()
        self.tell_turned(event)
        self.changed = self.changed or event.words is not None
        self.was_changed()

    def was_changed(self) -> None:
        """Something may be other now; who waited to leave goes."""
        self.again()
        if self.quitting and not self.feed.keeping:
            self.do("quit")

    def not_saved(self, problem: str) -> None:
        """Say that something could not be kept, and stay."""
        super().not_saved(problem)
        self.quitting = False
