"""A box over a screen: closed once, and no key is lost that came before it had its rows."""

from __future__ import annotations

from textual import events
from textual.screen import ModalScreen

from tui.screens.keyed import Answer


class Box(ModalScreen[Answer]):
    """`_early` holds keys until there are rows, and is None from then on."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._pending: tuple[str, ...] = ()
        self._early: list[events.Key] | None = []
        self._leaving = False

    def leave(self, answer: Answer) -> None:
        """Close the box; a second q may follow in the same breath."""
        if not self._leaving:
            self._leaving = True
            self.dismiss(answer)

    def pass_on(self) -> None:
        """The rows are there: give them the keys that were typed before."""
        early, self._early = self._early or [], None
        for key in early:
            self.post_message(events.Key(key.key, key.character))
