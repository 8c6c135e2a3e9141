"""How the reader goes on from a screen that lies over the first one, or leaves for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.keyed import Answer
from tui.screens.undoing import Undoing

if TYPE_CHECKING:
    from tui.actions import Scene
    from tui.items import Tab

Go = tuple[str, int | None]
"""The key of an article and a position in it, or none."""


class Leaving(Undoing[Answer]):
    """`leaving` tells that the reader is gone: what is still looked up may be left off."""

    leaving = False

    def gone(self, to: str = "", go: Go | None = None) -> Answer:
        """What is told of how the reader left.

        It is for another screen, for good (`quit`), for a place in an article, or back.
        """
        raise NotImplementedError

    def leave(self, gone: Answer) -> None:
        """Close the screen, unless another one lies over it."""
        if self.is_current:
            self.leaving = True
            self.dismiss(gone)

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Leave for an article."""
        self.leave(self.gone(go=(key, position)))

    def do_actors(self) -> None:
        """To everyone in the corpus; from there, back to where the reader came from."""
        self._leave_for("actors")

    def do_ledger(self) -> None:
        """To who claims what; from there, back to where the reader came from."""
        self._leave_for("ledger")

    def do_notebook(self) -> None:
        """To all that was marked; from there, back to where the reader came from."""
        self._leave_for("notebook")

    def do_quit(self) -> None:
        """Leave for good, once all is on the disk."""
        self.quitting = True
        if not self.feed.keeping:
            self.leave(self.gone("quit"))

    def _leave_for(self, screen: Scene) -> None:
        self.leave(self.gone("" if screen == self.scene else screen))
