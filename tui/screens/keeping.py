"""What a screen asks the library to keep: one thing after the other, in the order of asking."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message
from textual.screen import Screen

if TYPE_CHECKING:
    from tui.store.library import Decided, Library
    from tui.store.marked import Mark

GONE = "That mark is no longer there."


@dataclass(eq=False, repr=False)
class Kept(Message):
    """A bookmark was set (`added`) or taken away, or could not be kept."""

    key: str
    added: bool
    problem: str | None
    mark_id: str | None = None


@dataclass(eq=False, repr=False)
class Ruled(Message):
    """What the reader decided about parts of a page is kept, or why it could not be."""

    key: str
    texts: tuple[str, ...]
    action: Literal["restore", "cut"]
    decided: Decided | None
    problem: str | None = None


@dataclass(eq=False, repr=False)
class Named(Message):
    """Which names are whose was changed: `words` tell how, and `key` whom to go to.

    There are no words where somebody else was quicker and such a name is no longer there.
    """

    key: str
    words: str | None
    problem: str | None = None


@dataclass(eq=False, repr=False)
class Turned(Message):
    """Something was undone, or with `forward` done again; `words` tell what, if anything was."""

    forward: bool
    words: str | None
    problem: str | None = None


@dataclass(eq=False, repr=False)
class Noted(Message):
    """What the reader did is noted, or why it could not be; not `by_hand` where nobody asked."""

    problem: str | None = None
    by_hand: bool = True


@dataclass(eq=False, repr=False)
class Made(Message):
    """A mark was made, changed or taken away, as `words` tell; or why that could not be kept.

    `mark` is as it is now, None where it was taken away or could not be kept.
    """

    words: str
    mark: Mark | None = None
    problem: str | None = None


class Keeping:
    """Asks the library in threads; the answers are posted to the screen."""

    def __init__(self, screen: Screen[Any], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._keeping = False
        self._to_keep: deque[Callable[[], Message]] = deque()

    @property
    def keeping(self) -> bool:
        """Whether something is still on its way to the disk."""
        return self._keeping or bool(self._to_keep)

    def keep(self, key: str, position: int) -> None:
        """Set a bookmark or take it away; `Kept` answers."""
        self._ask(lambda: self._keep(key, position))

    def decide(
        self, key: str, texts: Sequence[str], action: Literal["restore", "cut"], everywhere: bool
    ) -> None:
        """Put parts of a page back or cut them; `Ruled` answers."""
        self._ask(lambda: self._decide(key, tuple(texts), action, everywhere))

    def name(self, change: Callable[[], str], key: str) -> None:
        """Say which names are whose; `Named` answers."""
        self._ask(lambda: self._name(change, key))

    def turn(self, forward: bool) -> None:
        """Undo, or with `forward` redo; `Turned` answers."""
        self._ask(lambda: self._turn(forward))

    def note(self, change: Callable[[], object], *, by_hand: bool = True) -> None:
        """Keep what was read or searched for; `Noted` answers."""
        self._ask(lambda: self._note(change, by_hand))

    def make(self, change: Callable[[], Mark | None], words: str) -> None:
        """Make a mark, change it or take it away; `Made` answers, with words that tell of it."""
        self._ask(lambda: self._make(change, words))

    def kept(self) -> None:
        """To be called on each answer: go on with the next."""
        self._keeping = False
        self._keep_on()

    def run(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread."""
        self._screen.run_worker(work, group=group, thread=True, exit_on_error=True)

    def post(self, answer: Message) -> None:
        """Post an answer to the screen."""
        self._screen.post_message(answer)

    def _ask(self, keep: Callable[[], Message]) -> None:
        self._to_keep.append(keep)
        self._keep_on()

    def _keep_on(self) -> None:
        if not self._keeping and self._to_keep:
            keep = self._to_keep.popleft()
            self._keeping = True
            self.run(lambda: self.post(keep()), "notes")

    def _keep(self, key: str, position: int) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            mark = self._library.toggle_bookmark(key, position)
        except NotSaved as error:
            return Kept(key, False, str(error))
        return Kept(key, mark is not None, None, mark.id if mark is not None else None)

    def _decide(
        self,
        key: str,
        texts: tuple[str, ...],
        action: Literal["restore", "cut"],
        everywhere: bool,
    ) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            decided = self._library.decide(key, texts, action, everywhere=everywhere)
        except NotSaved as error:
            return Ruled(key, texts, action, None, str(error))
        return Ruled(key, texts, action, decided)

    def _name(self, change: Callable[[], str], key: str) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            return Named(key, change())
        except KeyError:
            return Named(key, None)
        except NotSaved as error:
            return Named(key, None, str(error))

    def _turn(self, forward: bool) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            words = self._library.redo() if forward else self._library.undo()
        except NotSaved as error:
            return Turned(forward, None, str(error))
        return Turned(forward, words)

    def _note(self, change: Callable[[], object], by_hand: bool) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            change()
        except NotSaved as error:
            return Noted(str(error), by_hand)
        return Noted(by_hand=by_hand)

    def _make(self, change: Callable[[], Mark | None], words: str) -> Message:
        from tui.store.bookmarks import NotSaved

        try:
            return Made(words, change())
        except KeyError:
            return Made(words, problem=GONE)
        except NotSaved as error:
            return Made(words, problem=str(error))
