"""Searching the corpus: the line to type in, and how the list follows what is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui import session as step
from tui.config import Config
from tui.keys import Keymap
from tui.screens.desk import Desk
from tui.screens.latest import Latest
from tui.session import Session

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.query import Query
    from tui.widgets.filter_bar import FilterBar, Wish

FIGURES_ONLY = "Only the figures can be sorted and picked by kind: go to their tab."


@dataclass(eq=False, repr=False)
class Whole(Message):
    """What is meant by a query as it was `typed`: its last word, or all that begin with it."""

    typed: str
    text: str


class Filtering(Desk):
    """A desk at which the corpus can be searched, and the figures sorted."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self._is_wrong = False
        self._before_filter = Session()
        self._unfinished: str | None = None  # while it is typed the last word may not be whole
        self._to_open = False
        self._shown_first: str | None = None  # what the search that was chosen shows first
        self._whole = Latest[str](self, "whole", self._ask_whole)

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
        number = self.library.id_of(key)
        at = self.articles.index(number)
        if at is not None:
            self.articles.point(at)
        elif number is None:
            self.say(f"{key} is not in this corpus any more.")
            return False
        elif self.session.filter:
            self.say(f"The search leaves this one out; {self.keymap.first('unfilter')} shows all.")
        return True

    def do_search(self) -> None:
        """Open the line to type in."""
        self.open_filter("Search", self.session.filter)

    def do_filter(self) -> None:
        """Open the line to type in."""
        self.open_filter("Filter", self.session.filter)

    def open_filter(self, label: str, text: str) -> None:
        """Open the line with a query in it."""
        from tui.store.query import HOWS
        from tui.widgets.filter_bar import FilterBar

        if self.typing is not None:
            return
        self._before_filter, self._is_wrong = self.session, False
        self.apply(step.focus(self.session, "list"))
        asked: dict[Wish, str] = {"name": "keep_query", "queries": "kept_queries"}
        keys = {wish: self.keymap.pressed(action) for wish, action in asked.items()}
        self.filter_bar = FilterBar(text, HOWS, label, self._count(), keys)
        self.footer.display = False
        self.mount(self.filter_bar)

    def do_unfilter(self) -> None:
        """All articles again."""
        if self.session.filter:
            self.narrow("")
        else:
            self.say(f"All articles are shown; {self.keymap.first('search')} searches them.")

    def narrow(self, text: str) -> None:
        """Show what a query finds, or all; it must be right."""
        other = self._unfinished is not None and text == self.session.filter
        self._unfinished = None
        self.apply(replace(self.session, filter=text))
        if other:
            self.show_view()

    def query_of(self, text: str) -> Query | None:
        """What narrows the list; the last word that is typed may be the beginning of one."""
        if text != self._unfinished or not text.strip():
            return super().query_of(text)
        from tui.store.query import parse

        return parse(text, typing=True)

    def on_filter_bar_typed(self, event: FilterBar.Typed) -> None:
        """Narrow while typing, by what is right of it; what is wrong is told."""
        if self.filter_bar is not None:
            self._unfinished = self._without_errors(event.text, typing=True)
            self.apply(replace(self.session, filter=self._unfinished))

    def _without_errors(self, text: str, typing: bool) -> str:
        """What is right of a text; in the line it is told what is wrong."""
        from tui.store.query import without_errors

        right, error = without_errors(text, typing=typing)
        self._is_wrong = error is not None
        if self.filter_bar is not None:
            if error is None:
                self.filter_bar.right()
            else:
                self.filter_bar.wrong(str(error), error.start, error.end)
        return right

    def on_filter_bar_stepped(self, event: FilterBar.Stepped) -> None:
        """Go from article to article while typing."""
        self.articles.line(event.step)

    async def on_filter_bar_done(self, event: FilterBar.Done) -> None:
        """Put the line away, unless what is in it is wrong; unwanted, all is as before."""
        text = self.right_text() if event.kept else ""
        if self.filter_bar is None or text is None:
            return
        await self.filter_bar.remove()
        self.filter_bar = None
        self.footer.display = True
        if not event.kept:
            self._as_before()
        elif self.is_unfinished(text):
            self._whole.ask(text)
        else:
            self.settle(text)

    def right_text(self) -> str | None:
        """The query in the line as it is whole; None where it is wrong, which is told."""
        if self.filter_bar is None:
            return None
        text = self._without_errors(self.filter_bar.text, typing=False)
        return None if self._is_wrong else text

    def is_unfinished(self, text: str) -> bool:
        """Whether other articles are shown than those with the last word of a query as it is."""
        return text == self._unfinished and self.query_of(text) != super().query_of(text)

    def settle(self, text: str) -> None:
        """This is the search that was meant."""
        self.narrow(text)
        self.searched(text)
        self.open_found()

    def _as_before(self) -> None:
        before = self._before_filter
        if before.key is not None and before.key != self.session.key:
            self.want(before.key)
        self.narrow(before.filter)
        self.apply(step.focus(self.session, before.pane))

    def _ask_whole(self, text: str) -> Whole:
        return Whole(text, self.whole_query(text))

    def whole_query(self, text: str) -> str:
        """In a thread: an unfinished query with its last word, if any article has that."""
        from tui.screens.narrowing import starred
        from tui.store.query import parse

        return text if self.library.view(parse(text)).found else starred(text)

    @on(Whole)
    def _is_whole(self, event: Whole) -> None:
        if self._whole.answered() and event.typed == self._unfinished and self.filter_bar is None:
            self.settle(event.text)

    def searched(self, text: str) -> None:
        """The reader is done with typing a query."""

    def list_came(self) -> None:
        """Tell how many were found; open one where the search was chosen already."""
        super().list_came()
        if self.filter_bar is not None:
            self.filter_bar.tell(self._count())
        self._open_listed()

    def _count(self) -> str:
        """How many articles were found."""
        from tui.screens.narrowing import about_found

        return about_found(self.articles.view, self.has_class("-narrow"))

    def open_found(self) -> None:
        """A search was chosen: open an article that fits once the list is there, or leave open."""
        self._to_open = True
        self._open_listed()

    def _open_listed(self) -> None:
        if not self._to_open or self.arranging:
            return
        self._to_open = False
        entry = self.articles.entry
        here = self.library.id_of(self.session.key) if self.session.key else None
        if entry is not None and self.articles.index(here) is None:
            self.want(entry.key)
        if entry is not None and self.session.filter:
            self._shown_first = self.session.key
            self._enter()

    def _enter(self) -> None:
        """What a search shows first was opened by it, though the reader is still in the list."""
        super()._enter()
        here = self.session
        if here.key is not None and here.key == self._shown_first and here.article is not None:
            self._shown_first = None
            self.count_read(here.key)

    def do_sort(self) -> None:
        """The next order: of the list, or of the figures."""
        from tui.widgets.ordering import next_order

        if self.session.pane == "list":
            self.sort_list()
        elif self._tells_figures():
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
