"""Selecting in the text, and one's own marks there: stepped through, made and taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui import selecting
from tui import session as step
from tui.actions import BY_ID, Scene
from tui.items import place_of
from tui.screens.keeping import GONE, Made
from tui.screens.mending import Mending

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.items import Tab
    from tui.session import Session
    from tui.store.marked import Placed
    from tui.widgets.dragging import Dragging

FIRST = ("highlight", "note", "claim", "tag", "copy", "other_end")
"""What is of use with text selected, in this order in the footer."""
KEYS = 68
"""Cells of the footer that the keys of a selection take."""
NO_TEXT = "There is no text to select here."
NO_MARKS = "You marked nothing here yet."
NOT_ON_ONE = "You are on no mark of your own; {} goes to the next."


def about_mark(placed: Placed) -> dict[str, str]:
    """What can be done with a mark of one's own, with the labels of that."""
    own = "Delete tags" if placed.mark.kind == "tags" else f"Delete {placed.mark.kind}"
    return {"edit": "", "tag": "", "delete": own}


class Selecting(Mending):
    """A desk at which one can select and mark what is read."""

    @property
    def scene(self) -> Scene:
        """The pane the reader is in, or what is selected in it."""
        return "selection" if self.session.selection is not None else super().scene

    @property
    def selected(self) -> Span | None:
        """The stretch of the body that is selected."""
        return selecting.selected(self.session)

    @property
    def own(self) -> Placed | None:
        """The mark of one's own that the reader is on."""
        return step.own_here(self.session)

    def offered(self) -> dict[str, str]:
        """With text selected, what can be made of it; else what can be done with one's mark."""
        if self.session.selection is not None:
            known = (BY_ID[name] for name in FIRST if name in BY_ID)
            return {action.id: "" for action in known if "selection" in action.scenes}
        placed = self.own if self.session.pane == "article" else None
        return super().offered() | (about_mark(placed) if placed is not None else {})

    def end_selection(self) -> None:
        """Select nothing any more."""
        if self.session.selection is not None:
            line = self.spread.reader.stretch
            self.apply(step.move(replace(self.session, selection=None), *line))

    def apply(self, new: Session, go: bool = False) -> None:
        """Show what is other in the next session, and how much is selected."""
        super().apply(new, go)
        room = max(16, self.size.width - KEYS)
        self.footer.lead = selecting.told(self.session, room) if self.session.selection else ""

    def do_select(self) -> None:
        """Select what is at the cursor; or nothing any more."""
        if self.session.selection is not None:
            self.end_selection()
        else:
            self._begin_with(selecting.begin(step.focus(self.session, "article")))

    def do_select_sentence(self) -> None:
        """Select the sentence at the cursor, and then the next one with it."""
        self._begin_with(selecting.whole_sentences(step.focus(self.session, "article")))

    def _begin_with(self, new: Session | None) -> None:
        if new is None or "spread" not in self.__dict__:
            self.say(NO_TEXT)
        else:
            self._select(new)

    def _select(self, new: Session) -> None:
        """Show what is selected now, with the end that moves in sight."""
        if new.selection is None:
            self.apply(new)
            return
        anchor, head = new.selection
        at = max(0, head - 1) if head > anchor else head
        self.apply(replace(new, cursor=at, item=None, own=None), go=True)

    def do_select_right(self) -> None:
        """A character on."""
        self._select(selecting.by_characters(self.session, 1))

    def do_select_left(self) -> None:
        """A character back."""
        self._select(selecting.by_characters(self.session, -1))

    def do_select_word(self) -> None:
        """A word on."""
        self._select(selecting.by_words(self.session, 1))

    def do_select_word_back(self) -> None:
        """A word back."""
        self._select(selecting.by_words(self.session, -1))

    def do_select_next_sentence(self) -> None:
        """A sentence on."""
        self._select(selecting.by_sentences(self.session, 1))

    def do_select_last_sentence(self) -> None:
        """A sentence back."""
        self._select(selecting.by_sentences(self.session, -1))

    def do_select_down(self) -> None:
        """A line down."""
        self._by_line(1)

    def do_select_up(self) -> None:
        """A line up."""
        self._by_line(-1)

    def do_select_line_end(self) -> None:
        """To where the line ends."""
        self._to_edge(1)

    def do_select_line_start(self) -> None:
        """To where the line begins."""
        self._to_edge(-1)

    def do_select_figure(self) -> None:
        """As far as the next figure."""
        self._by_item("figures", 1)

    def do_select_figure_back(self) -> None:
        """Back to the figure before."""
        self._by_item("figures", -1)

    def do_select_claim(self) -> None:
        """As far as the next claim."""
        self._by_item("claims", 1)

    def do_select_claim_back(self) -> None:
        """Back to the claim before."""
        self._by_item("claims", -1)

    def do_other_end(self) -> None:
        """Move the other end."""
        self._select(selecting.other_end(self.session))

    def do_end_select(self) -> None:
        """Select nothing any more."""
        self.end_selection()

    def _by_item(self, tab: Tab, by: int) -> None:
        self._select(selecting.by_items(self.session, tab, by))

    def _by_line(self, by: int) -> None:
        head = (self.session.selection or (0, 0))[1]
        there = self.spread.reader.beside(self.session.cursor, head, by)
        self._select(selecting.to(self.session, there))

    def _to_edge(self, by: int) -> None:
        there = self.spread.reader.edge(self.session.cursor, by)
        self._select(selecting.to(self.session, there))

    def on_dragging_dragged(self, event: Dragging.Dragged) -> None:
        """The mouse selects; a click selects nothing any more."""
        here = self.session
        if here.article is None or (event.anchor == event.head and here.selection is None):
            return
        here = step.focus(here, "article")
        self.apply(selecting.between(here, event.anchor, event.head))

    def on_dragging_doubled(self, event: Dragging.Doubled) -> None:
        """A word was clicked twice."""
        new = selecting.word(step.focus(self.session, "article"), event.offset)
        if new is not None:
            self.apply(replace(new, cursor=event.offset, item=None, own=None))

    def do_highlight(self) -> None:
        """Highlight what is selected."""
        from tui.store.marked import Target

        key, at = self.session.key, self.selected
        if key is not None and at is not None:
            target, library = Target("passage", key, *at), self.library
            self.feed.make(lambda: library.make(target, "highlight"), "Highlighted.")

    def do_copy(self) -> None:
        """Copy what is selected, or the sentence at the cursor, with where it is from."""
        from tui.screens.owning import citation

        article, at = self.session.article, self.selected
        if article is not None and at is None:
            whole = selecting.whole_sentences(self.session)
            at = selecting.selected(whole) if whole is not None else None
        if article is None or at is None:
            self.say("There is no text to copy here.")
            return
        self.app.copy_to_clipboard(citation(article, *at))
        self.end_selection()
        self.say(f"Copied with where it is from: {len(article.body[slice(*at)].split())} words.")

    def do_next_mark(self) -> None:
        """To the next of one's own marks."""
        self._step_mark(1)

    def do_previous_mark(self) -> None:
        """To one's own mark before."""
        self._step_mark(-1)

    def _step_mark(self, by: int) -> None:
        from tui.screens.owning import about_own, next_own

        found = next_own(self.session, by)
        if not any(place_of(placed) for placed in self.session.marks):
            self.say(NO_MARKS)
        elif found is None:
            self.say(f"No more marks of yours {'below' if by > 0 else 'above'}.")
        else:
            at = place_of(found)
            here = step.focus(self.session, "article")
            tabbed = here.item is not None and here.item.tab == "notes"
            here = replace(here, own=found.mark.id, item=None if tabbed else here.item)
            self.apply(replace(here, cursor=at[0] if at else here.cursor), go=True)
            self.say(about_own(self.session, found))

    def do_delete(self) -> None:
        """Take away the mark of one's own that the reader is on."""
        placed = self.own
        if placed is None:
            self.say(NOT_ON_ONE.format(self.keymap.first("next_mark")))
            return
        mark_id, kind, library = placed.mark.id, placed.mark.kind, self.library
        name = "Tags" if kind == "tags" else kind.capitalize()
        self.feed.make(lambda: library.remove(mark_id), f"{name} taken away.")

    @on(Made)
    def _made(self, event: Made) -> None:
        self.feed.kept()
        if event.problem == GONE:
            self.say(GONE)
        elif event.problem is not None:
            self.not_saved(event.problem)
        else:
            self._tell_made(event)
        self.was_kept()

    def _tell_made(self, event: Made) -> None:
        """What was marked is what the reader is on; how it is undone is told."""
        if event.mark is not None and event.mark.selector is not None:
            self.session = replace(self.session, own=event.mark.id, selection=None)
        self.apply(self.session)
        self.say_done(event.words)
        self.articles.again()
