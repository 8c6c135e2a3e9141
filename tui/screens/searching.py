"""Finding words in the article: the line to type in, and going from hit to hit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui import session as step
from tui.screens.filtering import Filtering
from tui.session import Session

if TYPE_CHECKING:
    from tui.widgets.find_bar import FindBar


class Searching(Filtering):
    """A desk at which one can find."""

    _before_find = Session()

    def do_find(self) -> None:
        """Open the line to type in."""
        from tui.widgets.find_bar import FindBar

        if self.session.article is None or self.typing is not None:
            return
        if self.session.pane == "list":
            self.apply(step.focus(self.session, "article"))
        self._before_find = self.session
        self.find_bar = FindBar(self.session.query)
        self.footer.display = False
        self.mount(self.find_bar)

    def do_next_hit(self) -> None:
        """To the next hit."""
        self._step_hit(1)

    def do_previous_hit(self) -> None:
        """To the hit before."""
        self._step_hit(-1)

    def _step_hit(self, by: int) -> None:
        self.apply(step.step_hit(self.session, by), go=True)
        if self.session.query:
            self.tell_hits()
        else:
            self.say(f"Nothing to find yet: {self.keymap.first('find')} and some words.")

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Find while typing, from where the reader was."""
        origin = self._before_find.cursor
        self.apply(step.find(self.session, event.query, origin), go=bool(event.query))
        self.tell_hits()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go from hit to hit while typing."""
        self.apply(step.step_hit(self.session, event.step), go=True)
        self.tell_hits()

    async def on_find_bar_done(self, event: FindBar.Done) -> None:
        """Put the line away; what was not wanted after all is undone."""
        if self.find_bar is None:
            return
        await self.find_bar.remove()
        self.find_bar = None
        self.footer.display = True
        if event.kept:
            self.tell_hits()
        else:
            before = self._before_find
            undone = replace(
                self.session,
                query=before.query,
                hits=before.hits,
                hit=before.hit,
                cursor=before.cursor,
            )
            self.apply(undone, go=True)
