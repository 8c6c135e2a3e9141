"""Changing marks in the notebook: put right, edited, tagged, given a status, taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.keys import Keymap
from tui.screens.keeping import Keeping, Made, Turned
from tui.screens.notebook_asking import View
from tui.screens.notebook_rows import about, quote_of
from tui.screens.notebook_stage import NotebookStage
from tui.screens.presenting import about_turn
from tui.store.marked import Mark, Placed, Status, Target
from tui.text.safe import safe_line
from tui.widgets import wording

if TYPE_CHECKING:
    from tui.store.anchoring_model import Place
    from tui.store.library import Library

NOTHING = "There is no mark here."


class NotebookEditing(NotebookStage):
    """A notebook in which the mark at the cursor can be changed."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(library, keymap, corpus, view, id)
        self.feed = Keeping(self, library)
        self.changed = self.quitting = False

    def do_accept(self) -> None:
        """What stands there now is what was marked."""
        placed, para = self.placed, self.detail.para
        places = placed.anchor.places if placed is not None and placed.anchor else ()
        if placed is None:
            self.say(NOTHING)
        elif placed.state == "CHANGED" and places:
            self._repair(placed, places[0])
        elif placed.state == "AMBIGUOUS" and para is not None and para.place is not None:
            self._repair(placed, places[para.place])
        elif placed.state == "AMBIGUOUS" and places:
            self.say("A digit chooses the place; or go to it on the right, and accept it there.")
        elif placed.state == "ORPHAN" or placed.state == "AMBIGUOUS":
            self.say("There is no place to put it.")
        else:
            self.say("It stands where it was marked: there is nothing to accept.")

    def _repair(self, placed: Placed, place: Place) -> None:
        self.change(partial(self.library.repair, placed.mark.id, place), "Put in its place.")

    def do_edit(self) -> None:
        """Change what is written in a mark; a claim in a box of its own."""
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
        elif placed.mark.claimed is not None:
            from tui.screens.claim_box import edit_box

            self.over(edit_box(self.library, placed, None), self._left_box)
        elif placed.mark.kind == "tags":
            self.do_tag()
        else:
            from tui.screens.note_box import NoteBox, Writing

            quote = quote_of(placed.mark)
            told = f"The {placed.mark.kind} in: {about(placed)}"
            what = Writing(told, f"“{safe_line(quote)}”" if quote else "", mark=placed.mark)
            self.over(NoteBox(self.library, what), self._left_box)

    def do_note(self) -> None:
        """Write a note on the corpus as a whole."""
        from tui.screens.note_box import NoteBox, Writing

        what = Writing("On the whole corpus", target=Target("corpus"))
        self.over(NoteBox(self.library, what), self._left_box)

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
            self.say(f"Kept. {self.keymap.first('undo')} undoes it.")
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

    def _digit(self, number: int, status: Status) -> None:
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
        elif placed.state == "AMBIGUOUS":
            self._choose(placed, number)
        elif placed.mark.claimed is None:
            self.say("Only a claim has a status.")
        elif (old := placed.mark.claimed.status) == status:
            self.say(f"It is {status} already.")
        else:
            turn = partial(self.library.set_status, placed.mark.id, status)
            self.change(turn, f"Status: {status}; it was {old}.")

    def _choose(self, placed: Placed, number: int) -> None:
        """Put a mark that may be in several places in one of them."""
        places = placed.anchor.places if placed.anchor else ()
        if number <= len(places):
            self._repair(placed, places[number - 1])
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
        undo = self.keymap.first("undo")
        self.feed.make(change, f"{words} {undo} undoes it." if undo else words)

    @on(Made)
    def _made(self, event: Made) -> None:
        self.feed.kept()
        if event.problem is None:
            self.say(event.words)
            self.changed = True
        else:
            self.not_saved(event.problem)
        self.was_changed()

    def do_undo(self) -> None:
        """Take back what was done last."""
        self.feed.turn(forward=False)

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self.feed.turn(forward=True)

    @on(Turned)
    def _turned(self, event: Turned) -> None:
        self.feed.kept()
        if event.problem is not None:
            self.not_saved(event.problem)
        else:
            self.say(about_turn(event.forward, event.words))
            self.changed = self.changed or event.words is not None
        self.was_changed()

    def was_changed(self) -> None:
        """Something of the notes is other now."""
        self.again()
        if self.quitting and not self.feed.keeping:
            self.do("quit")

    def not_saved(self, problem: str) -> None:
        """Say that something could not be kept, and stay."""
        super().not_saved(problem)
        self.quitting = False
