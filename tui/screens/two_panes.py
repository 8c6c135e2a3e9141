"""A screen of two panes, a list and what is known of its row, with a line that narrows the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult

from tui.actions import Scene
from tui.screens.keyed import BREAKPOINTS, Answer
from tui.screens.leaving import Leaving
from tui.widgets.bars import Header
from tui.widgets.find_bar import FindBar
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.keys import Keymap
    from tui.store.library import Library
    from tui.widgets.line_bar import LineBar


class TwoPanes(Leaving[Answer]):
    """The list is `main`, the other pane `about`; what is listed is a `view`, a record.

    Its `text` are the words that narrow the list.
    """

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    ASKS: ClassVar[tuple[str, str]] = ("Filter", "")
    """What stands before the line that narrows the list, and in it while it is empty."""

    main: Rows
    about: Rows
    view: Any

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__(library, keymap)
        self.header = Header(id="header")
        self.bar: FindBar | None = None
        self._before: Any = None

    def panes(self) -> Widget:
        """What stands between the two bars."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Two bars, and the panes."""
        self.fit(self.app.size.width)
        yield self.header
        yield self.panes()
        yield self.footer

    @property
    def scene(self) -> Scene:
        """The screen has keys of its own, the same in both panes."""
        (scene,) = self.scenes
        return scene

    def look(self, view: Any) -> None:
        """List what another view asks for."""
        if view != self.view:
            self.view = view
            self.again()

    @property
    def typing(self) -> LineBar | None:
        """The line that narrows the list."""
        return self.bar

    @property
    def pane(self) -> Rows:
        """The list, or what is known of its row."""
        return self.about if self.about.active else self.main

    def go_to_pane(self, pane: Rows) -> None:
        """Keys go to a pane, and on a narrow screen it is the one that is seen."""
        for one in (self.main, self.about):
            one.active = one is pane
            self.set_class(one is pane, f"at-{one.id}")
        pane.reveal()
        self.show_hints()

    def do_left(self) -> None:
        """To the list."""
        self.go_to_pane(self.main)

    def do_right(self) -> None:
        """To what is known of the row."""
        raise NotImplementedError

    def do_next_pane(self) -> None:
        """To the other pane."""
        if self.about.active:
            self.do_left()
        else:
            self.do_right()

    def do_previous_pane(self) -> None:
        """To the other pane: there are two."""
        self.do_next_pane()

    def do_unfilter(self) -> None:
        """List all again."""
        self.look(self.view._replace(text=""))

    def do_filter(self) -> None:
        """Open the line that narrows the list."""
        self._before = self.view
        self.go_to_pane(self.main)
        self.bar = FindBar(self.view.text, *self.ASKS)
        self.footer.display = False
        self.mount(self.bar)

    do_find = do_filter

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Narrow the list while typing."""
        self.look(self.view._replace(text=event.query))

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go from row to row while typing."""
        self.main.line(event.step)

    async def on_find_bar_done(self, event: FindBar.Done) -> None:
        """Put the line away; unwanted, the list is as before."""
        if self.bar is None:
            return
        await self.bar.remove()
        self.bar = None
        self.footer.display = True
        if not event.kept:
            self.look(self._before)
