"""What opens over the first screen: bookmarks, all actors, the ledger, why something is so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.items import Item, Tab, items_on
from tui.screens.booking import Booking

if TYPE_CHECKING:
    from tui.screens import ledger_asking, ledger_sheet, record
    from tui.screens.actors import ActorsScreen
    from tui.screens.casting import View
    from tui.screens.ledger import LedgerScreen
    from tui.screens.stage import Gone


class Asking(Booking):
    """A desk from which one can ask further."""

    _actors: ActorsScreen | None = None
    _view: View | None = None
    _actor: str | None = None
    _left_record: tuple[str, record.Spot] | None = None  # the article that it was left for
    _ledger: LedgerScreen | None = None
    _sheet: tuple[ledger_asking.View | None, ledger_asking.Spot | None] = (None, None)
    _left_sheet: str | None = None  # the article the ledger was left for, while one is in it

    def do_bookmarks(self) -> None:
        """All bookmarks."""
        from tui.screens.bookmarks import BookmarksScreen

        self.over(BookmarksScreen(self.library, self.keymap), self._to_bookmark)

    def _to_bookmark(self, chosen: tuple[str, int] | None) -> None:
        if chosen is not None:
            self.go_to(*chosen)

    def do_why(self) -> None:
        """Why what is at the cursor is what it is."""
        from tui.screens.why import WhyScreen

        article, items = self.session.article, self._items()
        if article is None or not items:
            self.say("Nothing was found on this line: no figure, actor or claim.")
        else:
            self.over(WhyScreen(article, items, self.keymap))

    def _items(self) -> tuple[Item, ...]:
        """What the cursor is on: of the panel its row, in the text all on the line."""
        article, item = self.session.article, self.session.item
        if article is None:
            return ()
        if self.session.pane == "panel":
            here = self.spread.panel.facts.item
            found_by_us = here is not None and here.tab not in ("related", "notes") and not here.own
            return (here,) if here is not None and found_by_us else ()
        found = items_on(article, *self.spread.reader.stretch)
        first = tuple(one for one in found if item and one == replace(item, mention=one.mention))
        return (*first, *(one for one in found if one not in first))

    def do_actors(self) -> None:
        """Everyone in the corpus, from the actor at the cursor, or from where the reader was."""
        here, view = self.actor_meant or self._actor_here(), self._view
        self.actor_meant = None
        if here and view:
            view = view._replace(text="", kind=None)
        self._open_actors(view, here or self._actor)

    def _open_actors(
        self, view: View | None, key: str | None, spot: record.Spot | None = None
    ) -> None:
        from tui.screens.actors import ActorsScreen

        self._left_record = None
        self._actors = ActorsScreen(self.library, self.keymap, self.corpus, view, key, spot)
        self.over(self._actors, self._from_actors)

    def _actor_here(self) -> str | None:
        """The key of the actor that is chosen in the panel, or who makes the claim."""
        from tui.store.actor_rows import key_of

        article = self.session.article
        item = self.session.item if self.session.pane != "list" else None
        if article is None or item is None:
            return None
        if item.tab == "actors":
            actor = article.actors[item.index]
            return key_of(actor.type, actor.name)
        claim = item.index if item.tab == "claims" and not item.own else None
        if item.tab == "figures":
            claim = article.figures[item.index].claim
        if claim is None or claim >= len(article.claims):
            return None
        speaker = article.claims[claim].speaker
        types = [actor.type for actor in article.actors if actor.name == speaker]
        return key_of(types[0] if types else "unnamed", speaker)

    def _from_actors(self, gone: Gone | None) -> None:
        self._actors = None
        if gone is None:
            return
        self._view, self._actor = gone.view, gone.key
        if gone.changed:
            self.renamed()
        if gone.to:
            self.do(gone.to)
        elif gone.go is not None:
            key, position = gone.go
            tab: Tab = "figures" if gone.record is not None else "claims"
            self.go_to(key, position, tab if position is not None else None)
            self._left_record = (key, gone.record) if gone.record is not None else None

    def do_ledger(self) -> None:
        """Who claims what, from where the reader was in it."""
        self._open_ledger(*self._sheet)

    def do_figure_ledger(self) -> None:
        """The series of the figure at the cursor."""
        from tui.screens.ledger_asking import Spot

        key = self.session.key
        figures = [item.index for item in self._items() if item.tab == "figures"]
        if key is None or not figures:
            self.say(f"No figure on this line: {self.keymap.first('next_figure')} goes to one.")
        else:
            view = self._sheet[0]
            view = view._replace(text="") if view is not None else None
            self._open_ledger(view, Spot(figure=(key, figures[0])))

    def _open_ledger(
        self, view: ledger_asking.View | None, spot: ledger_asking.Spot | None
    ) -> None:
        from tui.screens.ledger import LedgerScreen

        self._left_sheet = None
        self._ledger = LedgerScreen(self.library, self.keymap, self.corpus, view, spot)
        self.over(self._ledger, self._from_ledger)

    def _from_ledger(self, gone: ledger_sheet.Gone | None) -> None:
        self._ledger = None
        if gone is None:
            return
        self._sheet = gone.view, gone.spot
        if gone.changed:
            self.renamed()
        if gone.go is not None:
            self.go_to(*gone.go, "figures")
            self._left_sheet = gone.go[0]
        elif gone.to:
            self.do(gone.to)

    def back_to_notebook(self) -> bool:
        """Go back to the ledger, a record or the notebook, where the reader came from there."""
        if self.came_from(self._left_sheet):
            self.do_ledger()
            return True
        if self._left_record is not None and self.came_from(self._left_record[0]):
            self._open_actors(self._view, self._actor, self._left_record[1])
            return True
        return super().back_to_notebook()

    def _enter(self) -> None:
        super()._enter()
        if self.session.pane == "list":
            self._left_sheet = self._left_record = None

    def all_read(self) -> None:
        """The actors may be others now, and so may the series."""
        super().all_read()
        if self._actors is not None:
            self._actors.again()
        if self._ledger is not None:
            self._ledger.gather()
