"""Changing marks in the notebook: put right, edited, tagged, given a status, taken away."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.screens.keeping import Made
from tui.screens.notebook_rows import about, quote_of
from tui.screens.notebook_stage import NotebookStage
from tui.screens.presenting import undoable
from tui.store.marked import Mark, Placed, Status, Target
from tui.text.safe import safe_line
from tui.widgets import wording

if TYPE_CHECKING:
    from tui.store.anchoring_model import Place
    from tui.store.library import Library

NOTHING = "There is no mark here."


class NotebookEditing(NotebookStage):
    """A notebook in which the mark at the cursor can be changed."""

    def do_accept(self) -> None:
        """What stands there now is what was marked."""
        placed, para = self.placed, self.detail.para
        places = placed.anchor.places if placed is not None and placed.anchor else ()
        if placed is None:
            self.say(NOTHING)
        elif placed.state == "CHANGED" and places:
            self._repair(placed, 0)
        elif placed.state == "CHANGED":
            take = partial(self.library.repair, placed.mark.id)
            self.change(take, "It is about the article as it is now.")
        elif placed.state == "AMBIGUOUS" and para is not None and para.place is not None:
            self._repair(placed, para.place)
        elif placed.state == "AMBIGUOUS" and places:
            self.say("A digit chooses the place; or go to it on the right, and accept it there.")
        elif placed.state == "ORPHAN" or placed.state == "AMBIGUOUS":
            self.say("There is no place to put it.")
        else:
            self.say("It stands where it was marked: there is nothing to accept.")

    def _repair(self, placed: Placed, nth: int) -> None:
        """Put a mark in one of its places."""
        assert placed.anchor is not None
        place, key = placed.anchor.places[nth], home_of(placed, nth)
        if placed.mark.claimed is None:
            put = partial(self.library.repair, placed.mark.id, place, key=key)
            self.change(put, "Put in its place.")
            return
        edit = self.keymap.first("edit")
        other = bool(edit and place.differences)
        look = f" Look whether all of it still holds: {edit} edits." if other else ""
        claim = partial(repaired, self.library, placed, place, key)
        self.change(claim, f"Put in its place.{look}")

    def do_edit(self) -> None:
        """Change what is written in a mark; a claim in a box of its own."""
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
        elif placed.mark.claimed is not None:
            from tui.screens.claim_box import edit_box

            self.over(edit_box(self.library, self.keymap, placed), self._left_box)
        elif placed.mark.kind == "tags":
            self.do_tag()
        else:
            from tui.screens.note_box import NoteBox
            from tui.screens.writing import Writing

            quote = quote_of(placed.mark)
            told = f"The {placed.mark.kind} in: {about(placed)}"
            what = Writing(told, f"“{safe_line(quote)}”" if quote else "", mark=placed.mark)
            self.over(NoteBox(self.library, self.keymap, what), self._left_box)

    def do_note(self) -> None:
        """Write a note on the corpus as a whole."""
        from tui.screens.note_box import NoteBox
        from tui.screens.writing import Writing

        what = Writing("On the whole corpus", target=Target("corpus"))
        self.over(NoteBox(self.library, self.keymap, what), self._left_box)

    def do_tag(self) -> None:
        """Tag the mark."""
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
            return
        from tui.screens.tag_box import TagBox

        told = f"The {placed.mark.kind} in: {about(placed)}"
        self.over(TagBox(self.library, placed.mark, told), self._left_box)

    def _left_box(self, kept: bool | None) -> None:
        if kept:
            self.changed = True
            self.say_done("Kept.")
            self.again()

    def do_unverified(self) -> None:
        """The claim is not verified; of places to choose from, the first."""
        self._digit(1, "unverified")

    def do_confirmed(self) -> None:
        """The claim is confirmed; of places to choose from, the second."""
        self._digit(2, "confirmed")

    def do_disputed(self) -> None:
        """The claim is disputed; of places to choose from, the third."""
        self._digit(3, "disputed")

    def do_denied(self) -> None:
        """The claim is denied; of places to choose from, the fourth."""
        self._digit(4, "denied")

    def do_superseded(self) -> None:
        """The claim is superseded by another; of places to choose from, the fifth."""
        self._digit(5, "superseded")

    def do_sixth(self) -> None:
        """Of places to choose from, the sixth."""
        self._digit(6)

    def do_seventh(self) -> None:
        """Of places to choose from, the seventh."""
        self._digit(7)

    def do_eighth(self) -> None:
        """Of places to choose from, the eighth."""
        self._digit(8)

    def do_ninth(self) -> None:
        """Of places to choose from, the ninth."""
        self._digit(9)

    def _digit(self, number: int, status: Status | None = None) -> None:
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
        elif placed.state == "AMBIGUOUS":
            self._choose(placed, number)
        elif status is None:
            self.say("There are no places to choose from: it stands where it was marked.")
        elif placed.mark.claimed is None:
            self.say("Only a claim has a status.")
        elif (old := placed.mark.claimed.status) == status and not placed.mark.claimed.stale:
            self.say(f"It is {status} already.")
        else:
            turn = partial(self.library.set_status, placed.mark.id, status)
            self.change(turn, f"Status: {status}; it was {old}.")

    def _choose(self, placed: Placed, number: int) -> None:
        """Put a mark that may be in several places in one of them."""
        places = placed.anchor.places if placed.anchor else ()
        if number <= len(places):
            self._repair(placed, number - 1)
        else:
            self.say(f"There are {wording.plural(len(places), 'place')}.")

    def do_delete(self) -> None:
        """Take the mark away, with a claim also its evidence."""
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
            return
        mark_id, kind = placed.mark.id, placed.mark.kind.capitalize()
        count = len(self.notes.evidence.get(mark_id, ()))
        also = f" with {wording.plural(count, 'piece')} of evidence" if count else ""

        def remove() -> Mark | None:
            self.library.remove(mark_id)
            return None

        self.change(remove, f"{kind} taken away{also}.")

    def change(self, change: Callable[[], Mark | None], words: str) -> None:
        """Change something of the notes; it is told, with the way back."""
        self.feed.make(change, undoable(self.keymap, words))

    @on(Made)
    def _made(self, event: Made) -> None:
        self.feed.kept()
        if event.problem is None:
            self.say(event.words)
            self.changed = True
        else:
            self.not_saved(event.problem)
        self.was_changed()


def home_of(placed: Placed, nth: int) -> str | None:
    """In which article one of the places of a mark is."""
    return placed.homes[nth] if placed.homes else placed.key


def repaired(library: Library, placed: Placed, place: Place, key: str | None) -> Mark:
    """A claim put in a place of an article, and told by the words there. For a thread."""
    from tui.renewing import renewed
    from tui.store.answers import ReadError

    article = None
    with contextlib.suppress(ReadError):
        article = library.article(key or "")
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    claimed = renewed(article, placed, place, when)
    return library.repair(placed.mark.id, place, key=key, claimed=claimed)
