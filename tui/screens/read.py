"""The first screen: what each key does in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on

from tui import session as step
from tui.items import place_of
from tui.screens.asking import Asking
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.items import Tab
    from tui.session import Session, Spot
    from tui.widgets.article_view import ArticleView
    from tui.widgets.panel import Tabs


WANT_TEXT = frozenset(
    (
        *("note", "edit", "tag", "untag", "bookmark", "claim", "delete", "copy", "why", "find"),
        *("select", "select_sentence", "evidence_for", "evidence_against"),
        *("next_figure", "previous_figure", "next_claim", "previous_claim"),
        *("next_mark", "previous_mark"),
    )
)
"""Actions that mean nothing before the text is there."""


class Waiting(Asking):
    """A desk at which nobody types into an article that has not come, nor in the place of it."""

    _first: str | None = None
    """What is done once the article is there; the keys after it wait too."""
    _later: tuple[events.Key, ...] = ()

    def do(self, action: str) -> None:
        """Do an action, now or when the article is there."""
        here = self.session
        coming = here.key is not None and self._coming and here.pane != "list"
        if not coming or action not in WANT_TEXT:
            super().do(action)
        elif self._first is None:
            self._first = action
            self.say("Reading… this waits until the article is there; esc does without.")

    def on_key(self, event: events.Key) -> None:
        """Keys after one that waits wait with it; escape ends that."""
        if self._first is None or self.app.screen is not self or self.typing is not None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self._first, self._later = None, ()
            self.say("Nothing waits any more.")
        else:
            self._later = (*self._later, event)

    def article_came(self) -> None:
        """Do what waited for it."""
        super().article_came()
        if self._first is not None:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        first, later = self._first, self._later
        self._first, self._later = None, ()
        if first is None:
            return
        self.do(first)
        if self.app.screen is not self:
            self._early.extend(later)
        elif self.session.article is not None:
            for key in later:
                self.app.post_message(events.Key(key.key, key.character))
        self.show_hints()


class ReadScreen(Waiting):
    """Routes actions and what the widgets say to the session."""

    _doubted: str | None = None
    """The bookmark with a label that was asked to be taken away just now."""

    def do(self, action: str) -> None:
        """Do an action; any other one means that a bookmark with a label stays."""
        if action != "bookmark":
            self._doubted = None
        super().do(action)

    def do_page(self) -> None:
        """A page on, and then the next article."""
        if not self.pane.page(1) and self.session.pane == "article":
            self.do_next_article()

    def do_left(self) -> None:
        """To the pane on the left."""
        self.apply(step.beside(self.session, -1))

    def do_right(self) -> None:
        """To the pane on the right."""
        self.apply(step.beside(self.session, 1))

    def do_next_pane(self) -> None:
        """To the next pane."""
        self.apply(step.beside(self.session, 1, around=True))

    def do_previous_pane(self) -> None:
        """To the pane before."""
        self.apply(step.beside(self.session, -1, around=True))

    def do_open(self) -> None:
        """Read the article of the row, or go to what the row of the panel stands for."""
        if self.session.pane == "list":
            self._open_row()
            self.apply(step.focus(self.session, "article"))
        elif (teaser := self.teaser) is not None:
            key = self.session.related[teaser] if teaser < len(self.session.related) else None
            if key is None:
                self.say("Not in this corpus.")
            else:
                self.follow(key)
        elif self.session.pane == "article":
            self.say("There is nothing to open on this line.")
        elif self.session.item != self.spread.panel.facts.item and not self._same_actor():
            self.apply(step.choose(self.session, self.spread.panel.facts.item), go=True)
        else:
            self.apply(step.step_mention(self.session), go=True)

    def go_to(self, key: str, position: int | None = None, tab: Tab | None = None) -> None:
        """Open an article, at a position if one is given, with what a tab has there chosen."""
        if not self.point_at(key):
            return
        self.apply(step.focus(self.session, "article"))
        if key == self.session.key and self.session.article is not None:
            self.apply(step.arrive(self.session, position or 0, tab), go=True)
        else:
            self._go_to = position, tab
            self.want(key)

    def follow(self, key: str) -> None:
        """Open the article of a teaser; `back` comes back to where the reader is now."""
        if not self.point_at(key):
            return
        here = self.session.key
        if key != here:
            self.keep_place()
        self.apply(step.follow(self.session, key, self.spread.reader.spot))
        if key != here:
            self.ask()

    def come_back(self, before: Session, spot: Spot) -> None:
        """Go back to the article of before, to the line and the pane the reader left it in."""
        key = before.key or ""
        if not self.point_at(key):
            self.session = replace(self.session, history=before.history)
            return
        self.keep_place()
        self.apply(before)
        self.back_to = spot
        self.ask()

    def _same_actor(self) -> bool:
        here, item = self.spread.panel.facts.item, self.session.item
        return here is not None and item is not None and here == replace(item, mention=0)

    def do_next_article(self) -> None:
        """The next article."""
        self._turn_article(1)

    def do_previous_article(self) -> None:
        """The article before."""
        self._turn_article(-1)

    def _turn_article(self, by: int) -> None:
        at = self.articles.cursor + by
        if 0 <= at < self.articles.count:
            self.articles.point(at)
            self._open_row()
        else:
            self.say("This is the last article." if by > 0 else "This is the first article.")

    def do_next_figure(self) -> None:
        """To the next figure."""
        self._step_item("figures", 1)

    def do_previous_figure(self) -> None:
        """To the figure before."""
        self._step_item("figures", -1)

    def do_next_claim(self) -> None:
        """To the next claim."""
        self._step_item("claims", 1)

    def do_previous_claim(self) -> None:
        """To the claim before."""
        self._step_item("claims", -1)

    def _step_item(self, tab: Tab, by: int) -> None:
        found = step.step_item(self.session, tab, by)
        if found is None:
            self.say(f"No more {tab} {'below' if by > 0 else 'above'}.")
        else:
            self.apply(found, go=True)

    def do_next_tab(self) -> None:
        """The next tab of the panel."""
        self.apply(step.turn(self.session, 1))

    def do_previous_tab(self) -> None:
        """The tab before."""
        self.apply(step.turn(self.session, -1))

    def do_zen(self) -> None:
        """The article alone, or everything again."""
        zen = not self.session.zen
        self.apply(replace(self.session, zen=zen, pane="article"))

    def do_bookmark(self) -> None:
        """Bookmark the sentence at the cursor."""
        if self.session.key is None or self.session.article is None:
            self.say("There is no article to bookmark.")
        elif not self.session.article.body:
            self.say("This page has no text to bookmark.")
        elif (written := self._written_here()) is not None and written != self._doubted:
            self._doubted = written
            again = self.keymap.first("bookmark")
            self.say(f"This bookmark has a label: {again} again takes both away.")
        else:
            self.feed.keep(self.session.key, self.session.cursor)

    def _written_here(self) -> str | None:
        """The id of the bookmark of the sentence at the cursor, if something was written on it."""
        here = self.session.cursor
        for placed in self.session.marks:
            at, mark = place_of(placed), placed.mark
            written = mark.kind == "bookmark" and (mark.text or mark.tags)
            if written and at and at[0] <= here < at[1]:
                return mark.id
        return None

    def do_back(self) -> None:
        """One step back."""
        if self.back_to_notebook():
            return
        found = step.back(self.session)
        if found is None:
            self.say(f"{self.keymap.first('quit')} leaves newsreader.")
        elif found.key != self.session.key:
            self.come_back(found, self.session.history[-1].spot)
        else:
            self.apply(found)

    def do_quit(self) -> None:
        """Leave, once all that was decided is on the disk, and where the reader is."""
        self.leaving = True
        key, cursor = self.session.key, self.session.cursor
        if key is not None and self.session.article is not None:
            self.library.keep_place(key, cursor)
        if not self.feed.keeping:
            self.app.exit()

    @on(Rows.Moved, "#list")
    def _moved_in_list(self) -> None:
        self._open_row(soon=True)

    @on(Rows.Opened, "#list")
    def _clicked_in_list(self) -> None:
        self._open_row()
        self.apply(step.focus(self.session, "article"))

    def _open_row(self, soon: bool = False) -> None:
        if self.articles.entry is not None:
            self.want(self.articles.entry.key, soon)

    @on(Rows.Moved, "#facts")
    @on(Rows.Opened, "#facts")
    def _moved_in_panel(self) -> None:
        self.apply(step.choose(self.session, self.spread.panel.facts.item), go=True)

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        """The cursor in the text went to another line, if it is the text as it is now."""
        if event.blocks is self.spread.reader.blocks:
            self.apply(step.move(self.session, event.start, event.end))

    def on_tabs_picked(self, event: Tabs.Picked) -> None:
        """A tab was clicked."""
        self.apply(replace(self.session, tab=event.tab, item=None))
