"""Narrowing the list: the line to type a filter in; and how the figures are told in the panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui import session as step
from tui.screens.desk import Desk
from tui.screens.narrowing import Narrowed
from tui.session import Session

if TYPE_CHECKING:
    from tui.widgets.filter_bar import FilterBar

FIGURES_ONLY = "Only the figures can be sorted and picked by kind: go to their tab."


class Filtering(Desk):
    """A desk at which the list can be narrowed, and the figures sorted."""

    _before_filter = Session()
    _is_wrong = False
    _to_open = False

    def offered(self) -> dict[str, str]:
        """All articles again, where the list is narrowed; the order of figures in their tab."""
        session = self.session
        if session.pane == "list" and session.filter:
            return {"unfilter": ""}
        if session.pane == "panel" and session.tab == "figures":
            return {"sort": "", "kinds": ""}
        return {}

    def point_at(self, key: str) -> bool:
        """Put the cursor of the list on an article; False where the corpus has it no more."""
        at = self.articles.index(key)
        if at is not None:
            self.articles.point(at)
        elif self.session.filter and self.library.row(key) is not None:
            self.say(f"The filter leaves this one out; {self.keymap.first('unfilter')} shows all.")
        else:
            self.say(f"{key} is not in this corpus any more.")
            return False
        return True

    def do_filter(self) -> None:
        """Open the line to type in."""
        from tui.store.query import HOW
        from tui.widgets.filter_bar import FilterBar

        if self.typing is not None:
            return
        self._before_filter, self._is_wrong = self.session, False
        self.apply(step.focus(self.session, "list"))
        self.filter_bar = FilterBar(self.session.filter, HOW)
        self.footer.display = False
        self.mount(self.filter_bar)

    def do_unfilter(self) -> None:
        """All articles again."""
        if self.session.filter:
            self.apply(replace(self.session, filter=""))
        else:
            self.say(f"All articles are shown; {self.keymap.first('filter')} narrows the list.")

    def on_filter_bar_typed(self, event: FilterBar.Typed) -> None:
        """Narrow while typing, by what is right of it; what is wrong is told."""
        from tui.store.query import without_errors

        if self.filter_bar is None:
            return
        right, error = without_errors(event.text)
        self._is_wrong = error is not None
        if error is None:
            self.filter_bar.right()
        else:
            self.filter_bar.wrong(str(error), error.start, error.end)
        self.apply(replace(self.session, filter=right))

    def on_filter_bar_stepped(self, event: FilterBar.Stepped) -> None:
        """Go from article to article while typing."""
        self.articles.line(event.step)

    async def on_filter_bar_done(self, event: FilterBar.Done) -> None:
        """Put the line away, unless what is in it is wrong; unwanted, the filter is as before."""
        if self.filter_bar is None or (event.kept and self._is_wrong):
            return
        await self.filter_bar.remove()
        self.filter_bar = None
        self.footer.display = True
        self._to_open = event.kept
        if event.kept:
            self._open_listed()
        else:
            before = self._before_filter
            self.apply(replace(step.focus(self.session, before.pane), filter=before.filter))

    @on(Narrowed)
    def _narrowed(self, event: Narrowed) -> None:
        self.narrowing.answered()
        if event.query is not self.narrowing.query:
            return  # another filter was typed since
        self.articles.put(event.listed, self.session.key)
        if self.filter_bar is not None:
            self.filter_bar.tell(f"{self.articles.count} of {self.progress.total}")
        self._open_listed()
        self._tell()

    def _open_listed(self) -> None:
        """Once a filter was chosen, open an article that fits, unless one is open."""
        if not self._to_open or self.narrowing.asking:
            return
        self._to_open = False
        entry = self.articles.entry
        if entry is not None and self.articles.index(self.session.key or "") is None:
            self.want(entry.key)

    def do_sort(self) -> None:
        """The next order of the figures."""
        from tui.widgets.ordering import next_order

        if self._tells_figures():
            self.apply(replace(self.session, order=next_order(self.session.order)))
            self.say(f"Figures by {self.session.order}.")

    def do_kinds(self) -> None:
        """Only figures of the next kind that is there, and after the last all."""
        from tui.widgets.ordering import next_kind

        article = self.session.article
        if self._tells_figures() and article is not None:
            item, kind = self.session.item, next_kind(article.figures, self.session.kind)
            if item is not None and kind not in (None, article.figures[item.index].kind):
                item = None
            self.apply(step.enter_panel(replace(self.session, kind=kind, item=item)), go=True)
            self.say(f"Figures of kind {kind}." if kind else "Figures of all kinds.")

    def _tells_figures(self) -> bool:
        if self.session.article is None or self.session.tab != "figures":
            self.say(FIGURES_ONLY)
            return False
        return True
