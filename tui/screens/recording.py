"""The way from a screen to the record of an actor, and back from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.keyed import Answer
from tui.screens.leaving import Go, Leaving

if TYPE_CHECKING:
    from tui.screens import record


class Recording(Leaving[Answer]):
    """A screen over which the record of an actor can lie."""

    @property
    def left_record(self) -> record.Spot | None:
        """Where the reader was in a record, if one was left for an article."""
        raise NotImplementedError

    def gone(self, to: str = "", go: Go | None = None, record: record.Spot | None = None) -> Answer:
        """What is told of how the reader left; `record` is where in one, if it was from there."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Go back into the record; Textual calls this besides the `on_mount` of other classes."""
        if self.left_record is not None:
            self.call_after_refresh(self.open_record, self.left_record)

    def open_record(self, spot: record.Spot) -> None:
        """Open a record over this screen."""
        from tui.screens.record import RecordScreen

        self.over(RecordScreen(self.library, self.keymap, spot), self._from_record)

    def _from_record(self, gone: record.Gone | None) -> None:
        if gone is None:
            return
        self.changed = self.changed or gone.changed
        if gone.go is not None:
            self.leave(self.gone(go=gone.go, record=gone.spot))
        elif gone.to not in ("", self.scene):
            self.do(gone.to)
        elif gone.changed:
            self.was_changed()
