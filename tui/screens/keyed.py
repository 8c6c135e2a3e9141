"""A screen that takes keys, also in sequences, and hands them on to what it opens over itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events, on
from textual.screen import Screen

from tui.actions import Scene
from tui.keys import Keymap
from tui.screens.presenting import about_turn, hints, key_name, undoable
from tui.text.safe import safe_line
from tui.widgets.bars import Footer

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.screens.keeping import Turned
    from tui.store.library import Library
    from tui.widgets.article_view import ArticleView
    from tui.widgets.line_bar import LineBar
    from tui.widgets.rows import Rows

Answer = TypeVar("Answer")
Chosen = TypeVar("Chosen")


BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (100, "-wide"), (140, "-roomy"), (180, "-vast")]


class Keyed(Screen[Answer]):
    """Turns keys into actions, `do_…`, and shows in its footer which there are."""

    scenes: ClassVar[frozenset[Scene]] = frozenset()
    """Where a reader can be on this screen."""

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__()
        self.library = library
        self.keymap = keymap
        self.footer = Footer(id="footer")
        self.pending: tuple[str, ...] = ()

    @property
    def scene(self) -> Scene:
        """Where the reader is: the same key may do something else elsewhere."""
        raise NotImplementedError

    @property
    def pane(self) -> Rows | ArticleView:
        """The widget that moves."""
        raise NotImplementedError

    @property
    def typing(self) -> LineBar | None:
        """The line that is typed in."""
        return None

    @property
    def quiet(self) -> bool:
        """Whether the footer shows no keys."""
        return False

    @cached_property
    def _early(self) -> list[events.Key]:
        """Keys that came before the screen they are meant for was there."""
        return []

    def on_key(self, event: events.Key) -> None:
        """Take a key, perhaps as part of a sequence."""
        if self.app.screen is not self:
            # Typed in one breath with the key that opened another screen: it is for that one.
            event.stop()
            self._early.append(event)
            return
        if self.typing is not None:
            self.typing.early(event)
            return
        self.footer.message = ""
        taken = self.keymap.feed(self.pending, key_name(event), self.scene)
        self.pending = taken.pending
        if taken.known:
            event.stop()
            event.prevent_default()
        if taken.action is not None:
            self.do(taken.action)
        self.show_hints()

    def do(self, action: str) -> None:
        """Do an action of the registry."""
        getattr(self, f"do_{action}")()

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Open an article, at a position if one is given, with what a tab has there chosen."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Say something in the footer, until the next key."""
        self.footer.message = safe_line(message)

    def say_done(self, told: str) -> None:
        """Say what was done, and by which key it is undone."""
        self.say(undoable(self.keymap, told))

    def not_saved(self, problem: str) -> None:
        """Say that something could not be kept."""
        told = safe_line(problem)
        known = (title for title in ("NOT UNDONE", "NOT REDONE") if told.startswith(title))
        title = next(known, "NOT SAVED")
        self.notify(told, title=title, severity="error", timeout=15, markup=False)
        self.say(title)

    def tell_turned(self, event: Turned) -> None:
        """Say what was undone or done again, or why it could not be."""
        if event.problem is not None:
            self.not_saved(event.problem)
        else:
            self.say(about_turn(event.forward, event.words))

    def offered(self) -> dict[str, str]:
        """The actions that are of use on the line of the cursor, with their labels."""
        return {}

    def show_hints(self) -> None:
        """The footer shows what can be done here, or how a sequence goes on."""
        self.footer.pending = "".join(self.pending)
        hidden = self.quiet and not self.pending
        told = () if hidden else hints(self.keymap, self.scene, self.pending, self.offered())
        self.footer.hints = told

    def fit(self, width: int) -> None:
        """Set the class of a width before the first paint, so that nothing is styled twice."""
        self.add_class([name for least, name in BREAKPOINTS if width >= least][-1])

    def over(
        self, screen: Screen[Chosen], then: Callable[[Chosen | None], None] | None = None
    ) -> None:
        """Open a screen over this one; keys typed before it stands there go to it."""
        self.app.push_screen(screen, then)
        screen.call_after_refresh(self._pass_on, screen)

    def _pass_on(self, screen: Screen[Any]) -> None:
        early, self._early[:] = list(self._early), []
        if self.app.screen is screen:
            for key in early:
                self.app.post_message(events.Key(key.key, key.character))

    def do_down(self) -> None:
        """One line or row down."""
        self.pane.line(1)

    def do_up(self) -> None:
        """One line or row up."""
        self.pane.line(-1)

    def do_half_down(self) -> None:
        """Half a page down."""
        self.pane.half(1)

    def do_half_up(self) -> None:
        """Half a page up."""
        self.pane.half(-1)

    def do_top(self) -> None:
        """To the first line or row."""
        self.pane.end(-1)

    def do_bottom(self) -> None:
        """To the last line or row."""
        self.pane.end(1)

    def do_page(self) -> None:
        """A page on."""
        self.pane.page(1)

    def do_page_up(self) -> None:
        """A page back."""
        self.pane.page(-1)

    def do_commands(self) -> None:
        """Look up a command or a title."""
        from tui.screens.commands import palette

        self.over(palette())

    def do_help(self) -> None:
        """All keys."""
        from tui.screens.help import HelpScreen

        self.over(HelpScreen(self.keymap, self.scene))

    def do_pause(self) -> None:
        """Elsewhere than on the first screen nothing is read in."""
        self.say("That is done on the first screen.")

    def do_theme(self) -> None:
        """The next theme."""
        from tui.themes import after

        self.app.theme = after(self.app.theme)
        self.say(f"Theme: {self.app.theme}")

    @on(Footer.Picked)
    def _picked_hint(self, event: Footer.Picked) -> None:
        self.do(event.action)
