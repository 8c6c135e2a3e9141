"""Claims: accepted, made, edited and given a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.keeping import Made
from tui.screens.weighing import NOT_KEPT, Weighing

if TYPE_CHECKING:
    from tui.screens.claim_box import ClaimBox
    from tui.session import Session
    from tui.store.marked import Status

NO_CLAIM = "No claim on this line."


class Claiming(Weighing):
    """A desk at which claims are kept."""

    _being_kept: frozenset[tuple[str, int]] = frozenset()
    """Claims that were asked to be kept and are not seen yet, by article and number."""

    def apply(self, new: Session, go: bool = False) -> None:
        """Show what is other in the next session."""
        if new.marks is not self.session.marks:
            self._being_kept = frozenset()
        super().apply(new, go)

    def article_came(self) -> None:
        """What is kept in it is known with it."""
        self._being_kept = frozenset()
        super().article_came()

    def offered(self) -> dict[str, str]:
        """What can be done about the claim that the reader is on."""
        others, item = super().offered(), self.session.item
        if self.session.pane == "list" or item is None or item.tab not in ("claims", "notes"):
            return others
        if self.selected is not None:
            return others
        index, placed = self.claim_here()
        if placed is not None:
            others.pop("edit", None)  # that is the same
            return {"claim": "Edit claim", "confirmed": "", "evidence_for": "", **others}
        return others if index is None else {"claim": "Keep claim", **others}

    def do_claim(self) -> None:
        """Keep the claim at hand as it was found; one that is kept is opened."""
        article, key, selected = self.session.article, self.session.key, self.selected
        if article is None or key is None:
            self.say("There is no article here.")
        elif selected is not None:
            from tui.screens.claim_box import new_box

            self._open(new_box(self.library, self.keymap, article, key, *selected))
        else:
            index, placed = self.claim_here()
            if placed is not None:
                self._edit()
            elif index is None:
                way = self.keymap.first("select")
                self.say(f"{NO_CLAIM} {way} selects words to make one of." if way else NO_CLAIM)
            elif (key, index) not in self._being_kept:
                self._accept(key, index)

    def do_edit(self) -> None:
        """Change one's own mark; a claim in a box of its own."""
        here = self.mark_at_hand()
        if (here is not None and here.mark.claimed is None) or not self._edit():
            super().do_edit()

    def do_unverified(self) -> None:
        """The claim is not verified."""
        self._set_status("unverified")

    def do_confirmed(self) -> None:
        """The claim is confirmed."""
        self._set_status("confirmed")

    def do_disputed(self) -> None:
        """The claim is disputed."""
        self._set_status("disputed")

    def do_denied(self) -> None:
        """The claim is denied."""
        self._set_status("denied")

    def do_superseded(self) -> None:
        """The claim is superseded by another."""
        self._set_status("superseded")

    def _accept(self, key: str, index: int) -> None:
        from tui.claims import accepted, on

        article = self.session.article
        assert article is not None
        self._being_kept |= {(key, index)}
        target, claimed = on(article, index, key), accepted(article, index)
        again = self.keymap.first("claim")
        self.feed.make(
            lambda: self.library.make(target, "claim", claimed=claimed),
            f"Claim kept as suggested, unverified; {again} again edits it.",
        )

    def _edit(self) -> bool:
        """Open the claim that the reader is on; False where that is not one's own."""
        from tui.screens.claim_box import edit_box

        article, placed = self.session.article, self.claim_here()[1]
        if placed is None:
            return False
        self._open(edit_box(self.library, self.keymap, placed, article))
        return True

    def _open(self, box: ClaimBox) -> None:
        def then(kept: bool | None) -> None:
            if kept:
                self.end_selection()
                self.say_done("Claim kept.")
                self.articles.again()
                self.was_kept()

        self.over(box, then)

    def _set_status(self, status: Status) -> None:
        _, placed = self.claim_here()
        if placed is None or placed.mark.claimed is None:
            self.say(f"{NOT_KEPT} {self.keymap.first('claim')} on a claim keeps it.")
            return
        old, name = placed.mark.claimed.status, placed.mark.id
        if old == status and not placed.mark.claimed.stale:
            self.say(f"It is {status} already.")
            return
        self.feed.make(
            lambda: self.library.set_status(name, status), f"Status: {status}; it was {old}."
        )

    @on(Made)
    def _claim_made(self, event: Made) -> None:
        """What could not be kept can be asked for once more."""
        if event.problem is not None:
            self._being_kept = frozenset()
