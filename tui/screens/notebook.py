"""The screen of the notebook: what can be done with the marks, and how one leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from tui.keys import Keymap
from tui.screens import notebook_asking as ask
from tui.screens.latest import Latest
from tui.screens.leaving import Go
from tui.screens.notebook_asking import Rare, View
from tui.screens.notebook_editing import NOTHING, NotebookEditing
from tui.screens.notebook_rows import quote_of
from tui.screens.notebook_stage import Gone
from tui.store.marked import Placed
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.store.library import Library

ON_CORPUS = "It is about all of the corpus: it is on no page."


class NotebookScreen(NotebookEditing):
    """All that a person marked: gone through, put right, tagged, taken out."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        id: str | None = None,
        own_name: Callable[[], str] = str,
    ) -> None:
        super().__init__(library, keymap, corpus, view, id)
        self._own_name = own_name
        self._rare = Latest[Placed](self, "rare", lambda placed: ask.rare(library, placed))

    def offered(self) -> dict[str, str]:
        """What can be done with the mark at the cursor."""
        placed = self.placed
        if placed is None:
            return {}
        there = placed.key is not None or placed.homes or placed.mark.about == "actor"
        told: dict[str, str] = {"open": "Go there"} if there else {}
        if placed.state == "CHANGED":
            told["accept"] = "Accept as it is now"
        elif placed.state == "AMBIGUOUS":
            told["accept"] = "Accept the place"
        if placed.state == "ORPHAN" and quote_of(placed.mark):
            told["seek"] = "Look for it"
        told |= dict.fromkeys(("edit", "tag", "delete"), "")
        if placed.mark.claimed is not None:
            told |= dict.fromkeys(("confirmed", "disputed"), "")
        told |= {"filter": "", "sort": "Group", "tags": "", "export": "", "note": "Note on all"}
        return told

    def do_open(self) -> None:
        """To the passage; in what is known of a mark, to the evidence on the line."""
        para = self.detail.para
        if para is not None and para.go is not None:
            self._show(para.go)
            return
        placed = self.placed
        if placed is None:
            self.say(NOTHING)
        elif placed.key is None and placed.anchor is not None and placed.homes:
            nth = para.place if para is not None and para.place is not None else 0
            place = placed.anchor.places[nth]
            start = place.start if place.part == "body" else None
            self.leave(self.gone(go=(placed.homes[nth], start)))
        elif placed.mark.about == "actor":
            key = ":".join(placed.mark.actor.split("\n", 1))
            self.leave(self.gone("actors", actor=key))
        elif placed.key is None:
            corpus = placed.mark.about == "corpus"
            self.say(ON_CORPUS if corpus else "Its page is no longer in this corpus.")
        else:
            inside = placed.mark.selector is not None and placed.mark.part == "body"
            there = inside and placed.state != "ORPHAN"
            self.leave(self.gone(go=(placed.key, placed.start if there else None)))

    def _show(self, mark_id: str) -> None:
        """Go to another mark in the list, where it is listed."""
        at = self.rows.find(mark_id)
        if at is None and mark_id in self.notes.by_id:
            self.go_to_pane(self.listing)
            self.look(self.view._replace(text=""), mark_id)
            self.say("It did not fit the filter: all marks are listed again.")
        elif at is None:
            self.say("That mark is no longer there.")
        else:
            self.go_to_pane(self.listing)
            self.listing.point(at)
            self.tell_of()

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.detail:
            self.do_open()
        else:
            self.tell_of()

    def do_seek(self) -> None:
        """Search the corpus for the rarest words of the quote."""
        placed = self.placed
        if placed is None or not quote_of(placed.mark):
            self.say("There are no words of a page here to search for.")
        else:
            self._rare.ask(placed)

    @on(Rare)
    def _found_rare(self, event: Rare) -> None:
        if not self._rare.answered():
            return
        if event.query:
            self.leave(self.gone(search=event.query))
        else:
            self.say("No article has any of its rarer words.")

    def do_tags(self) -> None:
        """All tags."""
        from tui.screens.tags_box import TagsBox

        self.over(TagsBox(self.library, self.keymap), self._from_tags)

    def _from_tags(self, chosen: tuple[str | None, bool] | None) -> None:
        tag, changed = chosen or (None, False)
        if changed:
            self.changed = True
            self.again()
        if tag is not None:
            self.look(self.view._replace(text=f'tag:"{tag}"' if " " in tag else f"tag:{tag}"))

    def do_export(self) -> None:
        """Write what is listed to a file."""
        from tui.screens.export_box import ExportBox

        marks = self.rows.marks
        if not marks:
            self.say("There is nothing to export.")
            return
        box = ExportBox(self.library, marks, self._corpus, self._own_name)
        self.over(box, lambda told: self.say(told) if told else None)

    def do_back(self) -> None:
        """To the list, out of the filter, and then to where the reader came from."""
        if self.detail.active:
            self.do_left()
        elif self.view.text:
            self.do_unfilter()
        else:
            self.leave(self.gone())

    def gone(self, to: str = "", go: Go | None = None, search: str = "", actor: str = "") -> Gone:
        """What is told of how the reader left; also for a search, or for one of the actors."""
        placed = self.placed
        mark_id = placed.mark.id if placed is not None else None
        return Gone(self.view, mark_id, go, search, to, self.changed, actor)
