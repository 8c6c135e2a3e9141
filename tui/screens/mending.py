"""What the reader decides about the parts of a page: put back or cut, undone and done again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual import on

from tui.keys import Keymap
from tui.parts import cut_parts
from tui.screens.keeping import Ruled, Turned
from tui.screens.presenting import about_cut
from tui.screens.searching import Searching
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.text.article import Piece
    from tui.widgets.blocks import Block

NOTHING_CUT = "Nothing was cut from this page."
HERE = "this article"
REFUSED = {
    "title": "The title stays: only the text under it can be cut.",
    "about": "This line does not come from the page: there is nothing to cut.",
    "notice": "This line does not come from the page: there is nothing to cut.",
}


class Ruling(NamedTuple):
    """What is to become of the parts with these texts."""

    action: Literal["restore", "cut"]
    texts: tuple[str, ...]


def ruling(block: Block, meant: Mapping[str, str]) -> Ruling | None:
    """What deciding about a block comes to: what is in goes out, and the other way round.

    `meant` holds what was asked for already and is not seen yet. None where nothing can be decided.
    """

    def is_in(piece: Piece) -> bool:
        action = meant.get(piece.text)
        return action == "restore" if action else piece.part == "body"

    if block.kind in REFUSED or not block.pieces:
        return None
    inside = is_in(block.pieces[0])
    texts = (piece.text for piece in block.pieces if is_in(piece) == inside)
    return Ruling("cut" if inside else "restore", tuple(dict.fromkeys(texts)))


class Mending(Searching):
    """A desk at which parts of a page can be put back and cut."""

    _wide = False

    @property
    def teaser(self) -> int | None:
        """The number of the teaser that the reader is on, in the panel or in the text."""
        if self.session.article is None or "spread" not in self.__dict__:
            return None
        if self.session.pane == "panel":
            item = self.spread.panel.facts.item
            return item.index if item is not None and item.tab == "related" else None
        block = self.spread.reader.block if self.session.pane == "article" else None
        return block.teaser if block else None

    def offered(self) -> dict[str, str]:
        """What can be done about the part at the cursor, or the teaser."""
        session, related = self.session, self.session.related
        if session.pane != "article":
            return super().offered()
        if session.article is None or "spread" not in self.__dict__:
            return {}
        if (teaser := self.teaser) is not None:
            return {"open": "Open"} if teaser < len(related) and related[teaser] else {}
        block = self.spread.reader.block
        if not session.stripped or block is None:
            return {}
        asked = ruling(block, self.ruled_on)
        both = {"decide": asked.action.capitalize(), "decide_everywhere": ""} if asked else {}
        return both | {"next_cut": "Cut part", "stripped": "Hide", "undo": "Undo"}

    def do_stripped(self) -> None:
        """Show what was stripped, or hide it."""
        self.apply(replace(self.session, stripped=not self.session.stripped))
        if self.session.stripped and self.session.article is not None:
            told = about_cut(self.session.article)
            narrow = self.has_class("-narrow")  # no room for it in the header
            self.say(NOTHING_CUT if not told else f"{told}." if narrow else "")

    def do_next_cut(self) -> None:
        """To the next part that was cut."""
        self._go_to_cut(1)

    def do_previous_cut(self) -> None:
        """To the part before that was cut."""
        self._go_to_cut(-1)

    def _go_to_cut(self, by: int) -> None:
        if self.session.article is None or not cut_parts(self.session.article):
            self.say(NOTHING_CUT if self.session.article else "There is no article here.")
            return
        if not self.session.stripped:
            self.apply(replace(self.session, stripped=True))
        if not self.spread.reader.go_to_cut(by):
            self.say(f"No more cut parts {'below' if by > 0 else 'above'}.")

    def do_decide(self) -> None:
        """Put back or cut what the cursor is on, in this article."""
        self._decide(everywhere=False)

    def do_decide_everywhere(self) -> None:
        """Put back or cut what the cursor is on, on the whole site."""
        self._decide(everywhere=True)

    def _decide(self, everywhere: bool) -> None:
        session, block = self.session, None
        if session.article is not None and session.key is not None:
            block = self.spread.reader.block
        if block is None or session.key is None:
            self.say("There is no article here.")
        elif session.pane != "article":
            self.say("That is decided in the article: go there first.")
        elif block.teaser is not None:
            shown = self.keymap.first("stripped")
            self.say(
                f"Teasers are listed here. {shown} shows the page, where they can be put back."
            )
        elif (asked := ruling(block, self.ruled_on)) is None:
            self.say(REFUSED.get(block.kind, REFUSED["notice"]))
        else:
            self.ruled_on |= dict.fromkeys(asked.texts, asked.action)
            if not session.stripped:
                self.spread.reader.leave_block()
            self.feed.decide(session.key, asked.texts, asked.action, everywhere)

    def do_undo(self) -> None:
        """Take the last bookmark or decision back."""
        self._turn(forward=False)

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(forward=True)

    def _turn(self, forward: bool) -> None:
        self.ruled_on.clear()
        self.feed.turn(forward)

    @on(Ruled)
    def _ruled(self, event: Ruled) -> None:
        self.feed.kept()
        if event.decided is None:
            for text in event.texts:
                self.ruled_on.pop(text, None)
            self.not_saved(event.problem or "")
        else:
            self.say(about_ruling(event, self.keymap, self.session.stripped))
            self._wide = self._wide or event.decided.scope != HERE
            if event.decided.others:
                self.feed.ingest()
            self.read_again()
        self.was_kept()

    @on(Turned)
    def _turned(self, event: Turned) -> None:
        self.feed.kept()
        self.tell_turned(event)
        if event.words is not None:
            self.show_view()
            if self._wide:
                self.feed.ingest()
            self.read_again()
        self.was_kept()

    def renamed(self) -> None:
        """Something was undone, or names were merged or split, on another screen."""
        self.show_view()
        if self._wide:
            self.feed.ingest()
        self.apply(self.session)
        self.read_again()


def about_ruling(event: Ruled, keymap: Keymap, stripped: bool) -> str:
    """What was done, where, what follows from it and how it is undone."""
    assert event.decided is not None
    scope, texts, others = event.decided
    verb = "cut" if event.action == "cut" else "restored"
    what = verb.capitalize() if texts == 1 else f"{texts} parts {verb}"
    told = [f"{what} {'here' if scope == HERE else f'in all of {safe_line(scope)}'}."]
    if others:
        told.append(f"Reading {others} {'other' if others == 1 else 'others'} again.")
    undo, show = keymap.first("undo"), keymap.first("stripped")
    ways = [f"{undo} undoes it"] if undo else []
    ways += [f"{show} shows it"] if show and verb == "cut" and not stripped else []
    return " ".join(told + ([", ".join(ways) + "."] if ways else []))
