"""The list of the first screen: which articles stand in it, in which order, as the corpus grows.

A view of the corpus is asked for in a thread, and shown when it comes. What changes in the corpus
raises its version; that is looked at a few times a second, and asks for the view again, but not so
often that the machine is busy with that.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.message import Message

from tui.keys import Keymap
from tui.screens.feed import Behind, Feed, Ingested, Touched
from tui.screens.keyed import Keyed
from tui.screens.latest import Latest
from tui.screens.presenting import about_reading, about_reading_elsewhere, about_sort
from tui.session import Session
from tui.store.views import SORTS, Counts, Sort, View
from tui.text.safe import safe_line
from tui.widgets.article_list import ArticleList
from tui.widgets.pages import copies_in, landing

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.query import Query
    from tui.store.rows import Row

SOON, TICK, REST = 0.05, 0.25, 1.0
SHARE = 10
"""A view is asked for again after this many times what it took."""


class Asked(NamedTuple):
    """A view as it is asked for, and where the cursor of the list is by then.

    `wanted` are the ids the cursor may go to, the best first; `fitting` is how many rows are seen.
    """

    text: str
    query: Query | None
    sort: Sort
    unfolded: frozenset[int]
    ids: array[int]
    cursor: int
    wanted: tuple[int | None, ...]
    fitting: int
    anew: bool

    @property
    def arrangement(self) -> tuple[str, Query | None, Sort, frozenset[int]]:
        """What is to be shown, and how."""
        return self.text, self.query, self.sort, self.unfolded


@dataclass(eq=False, repr=False)
class Viewed(Message):
    """The view that was asked for, with the place of the cursor in it and the rows around that.

    Some of the articles stand `nested` under one of the `heads`, of which they are copies. It is of
    a `version` of the corpus, and `took` so many seconds.
    """

    asked: Asked
    view: View
    at: int
    rows: list[Row]
    nested: frozenset[int]
    heads: frozenset[int]
    version: int
    took: float


@dataclass(eq=False, repr=False)
class Found(Message):
    """What was found in some articles of the list."""

    query: Query | None
    rows: list[Row]


class Arranging(Keyed[None]):
    """Keeps the list as the session wants it, and as the corpus is."""

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__(library, keymap)
        self.session = Session()
        self.feed = Feed(self, library)
        self.articles = ArticleList(self._rows_of, id="list")
        self._views = Latest[Asked](self, "view", self._look_up)
        self._finds = Latest[tuple["Query | None", tuple[int, ...]]](self, "found", self._look_in)
        self._shown: Asked | None = None
        self._seen = -1
        self._looked = False
        self._not_before = 0.0
        self._nested: frozenset[int] = frozenset()
        self._heads: frozenset[int] = frozenset()
        self._copies: Mapping[int, int] | None = None
        self._wished: tuple[int | None, ...] = ()
        self.sorted = False  # whether the reader chose an order, be it the one of before

    @property
    def counts(self) -> Counts:
        """How many articles there are."""
        return self.library.counts

    def open_list(self) -> None:
        """Show the first articles at once, before anything else is done."""
        sort = self.library.last_sort()
        self.session, self.sorted = replace(self.session, sort=sort), sort != "path"
        view = self.library.first(sort)
        self._seen = self.library.version if view.whole else -1
        self.articles.put(view, 0, anew=True)

    def follow_corpus(self) -> None:
        """Show all articles, read the corpus, and follow what becomes of it."""
        self.show_view()
        self.feed.watch()
        self.feed.ingest()
        self._tick()

    def query_of(self, text: str) -> Query | None:
        """What narrows the list, None where nothing does."""
        if not text.strip():
            return None
        from tui.store.query import parse

        return parse(text)

    def show_view(self, wanted: Sequence[int | None] = ()) -> None:
        """Ask for the list as the session wants it; `Viewed` answers.

        The cursor goes to the first of the `wanted` ids that is there, else it stays.
        """
        here, shown = self.session, self._shown
        query = self.query_of(here.filter)
        anew = shown is not None and (here.filter, query) != (shown.text, shown.query)
        self._wished = tuple(wanted) or self._wished  # until a view has been shown
        wanted = self._wished
        open_one = self.library.id_of(here.key) if here.key is not None else None
        others = (open_one, self.articles.here)
        self._views.ask(
            Asked(
                *(here.filter, query, here.sort, here.unfolded),
                ids=self.articles.ids,
                cursor=self.articles.cursor,
                wanted=(*wanted, *(others if anew else reversed(others))),
                fitting=self.articles.fitting,
                anew=anew,
            )
        )

    @property
    def arranging(self) -> bool:
        """Whether another view is still to come."""
        return self._views.asking

    def _look_up(self, asked: Asked) -> Message:
        """In a thread: the view, where the cursor goes in it, and the rows around that."""
        version, start = self.library.version, monotonic()
        view, wanted = self.library.view(asked.query, asked.sort, asked.unfolded), asked.wanted
        if not asked.anew and not any(number in view.ids for number in wanted if number):
            wanted = (self._head(asked, view),)
        at = landing(asked.ids, asked.cursor, view.ids, wanted, anew=asked.anew)
        nested = heads = frozenset[int]()
        if asked.unfolded:
            folded = self.library.view(asked.query, asked.sort)
            nested, heads = copies_in(view.ids, folded.ids)
        around = view.ids[max(0, at - asked.fitting) : at + asked.fitting]
        rows = self.library.rows(around, asked.query, nested)
        return Viewed(asked, view, at, rows, nested, heads, version, monotonic() - start)

    def _head(self, asked: Asked, view: View) -> int | None:
        """In a thread: the article under which the wanted one is folded now, if it is."""
        if (own := next(filter(None, asked.wanted), None)) is None:
            return None
        unfolded = self.library.view(asked.query, asked.sort, asked.unfolded | {own}).ids
        above = reversed(unfolded[: unfolded.index(own)]) if own in unfolded else ()
        return next((number for number in above if number in view.ids), None)

    @on(Viewed)
    def _viewed(self, event: Viewed) -> None:
        asked, last = event.asked, self._views.answered()
        self._not_before = monotonic() + SHARE * event.took
        if not last:
            return  # another view was asked for since
        at, own = event.at, self.articles.here
        before = asked.ids[asked.cursor] if asked.ids else None
        if own is not None and own != before and own in event.view.ids:
            at = event.view.ids.index(own)  # the reader moved meanwhile
        self._shown, self._seen, self._wished = asked, event.version, ()
        self._nested, self._heads = event.nested, event.heads
        self._copies = event.view.copies
        told = asked.query is not None and asked.query.hits_by is not None
        self.set_class(told, "seeking")
        rows = map(self._shown_as, event.rows)
        self.articles.put(event.view, at, rows, anew=asked.anew, told=told)
        self._tell()
        self.list_came()

    def list_came(self) -> None:
        """The list shows what was asked for last."""

    def _tell(self) -> None:
        """The bars tell how it stands."""

    def _rows_of(self, ids: Sequence[int]) -> list[Row]:
        """Some rows, at once; what was found in them is asked for apart."""
        return list(map(self._shown_as, self.library.rows(ids, None, self._nested)))

    def _shown_as(self, row: Row) -> Row:
        """Only copies that fit are counted, and none where they stand below."""
        if row.nested or row.id in self._heads:
            return row._replace(copies=0)
        return row if self._copies is None else row._replace(copies=self._copies.get(row.id, 0))

    @on(ArticleList.Wanted)
    def _wanted(self, event: ArticleList.Wanted) -> None:
        self._finds.ask((self.articles.view.query, event.ids))

    def _look_in(self, asked: tuple[Query | None, tuple[int, ...]]) -> Message:
        query, ids = asked
        return Found(query, self.library.rows(ids, query, self._nested))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._finds.answered()
        if event.query is self.articles.view.query:
            self.articles.add(map(self._shown_as, event.rows))

    def _tick(self) -> None:
        """Look whether anything became other, and ask for it again."""
        other = self.library.version != self._seen
        if other and not self._views.asking and monotonic() >= self._not_before:
            self.show_view()
        self._tell()
        self.ticked()
        busy = other or self.feed.ingesting
        first = busy and not self.articles.count
        self.set_timer(SOON if first else TICK if busy else REST, self._tick)

    def ticked(self) -> None:
        """Some time has passed."""

    @on(Ingested)
    def _ingested(self, event: Ingested) -> None:
        if event.problem:
            problem = safe_line(event.problem)
            self.notify(problem, severity="error", timeout=10, markup=False)
        self.feed.ingested()
        self._looked = True
        self.show_view()

    @on(Behind)
    def _gathered(self) -> None:
        self.feed.gathered()

    @on(Touched)
    def _touched(self, event: Touched) -> None:
        self.feed.ingest(event.paths)

    def sort_list(self) -> None:
        """The next order of the list."""
        sort = SORTS[(SORTS.index(self.session.sort) + 1) % len(SORTS)]
        self.sorted = True
        self.rearrange(sort=sort)
        self.feed.note(lambda: self.library.keep_sort(sort), by_hand=False)
        self.say(about_sort(sort))

    def rearrange(self, sort: Sort | None = None, unfolded: frozenset[int] | None = None) -> None:
        """Show the same articles in another order, or with other copies unfolded."""
        here = self.session
        self.session = replace(
            here,
            sort=here.sort if sort is None else sort,
            unfolded=here.unfolded if unfolded is None else unfolded,
        )
        self.show_view(self._above())
        self._tell()

    def _above(self) -> tuple[int, ...]:
        """The article at the cursor, and where that is a copy, the one it stands under."""
        at = self.articles.cursor
        head = at
        while (row := self.articles.row_at(head)) is not None and row.nested:
            head -= 1
        ids = self.articles.ids
        return (ids[at], ids[head]) if 0 <= head <= at < len(ids) else ()

    def _story(self, head: int) -> list[int]:
        """An article and the copies that stand under it."""
        ids = self.articles.ids
        first = last = ids.index(head)
        while last + 1 < len(ids) and ids[last + 1] in self._nested:
            last += 1
        return list(ids[first : last + 1])

    def do_copies(self) -> None:
        """Show the copies of the story at the cursor, or fold them."""
        row, here = self.articles.entry, self._above()
        if row is None or not here:
            self.say("There is no article here.")
        elif row.nested or here[-1] in self._heads | self.session.unfolded:
            self.rearrange(unfolded=self.session.unfolded.difference(self._story(here[-1])))
            self.say("Copies folded.")
        elif row.copies:
            self.rearrange(unfolded=self.session.unfolded | {row.id})
            key = self.keymap.first("copies")
            self.say(f"{row.copies + 1} articles tell this story; {key} folds them.")
        else:
            fitting = " that fits" if self.session.filter else ""
            self.say(f"No other article{fitting} tells this story.")

    def do_pause(self) -> None:
        """Stop reading the corpus in, or go on with it."""
        key = self.keymap.first("pause")
        if self.feed.paused:
            self.feed.resume()
            self.say("Reading goes on.")
        elif self.feed.ingesting:
            self.feed.pause()
            self.say(f"Reading stops; {key} goes on with it.")
        elif self._built_elsewhere:
            self.say("Another window reads the articles in.")
        else:
            self.say("All articles have been read.")
        self._tell()

    @property
    def _built_elsewhere(self) -> bool:
        """Whether articles wait that another window reads in."""
        ours = self.library.building or self.feed.ingesting or not self._looked
        return not ours and self.counts.waiting > 0

    def reading(self) -> tuple[tuple[str, ...], float | None]:
        """How far the corpus is read, in more and in fewer words, and as a share."""
        feed = self.feed
        if self._built_elsewhere:
            return about_reading_elsewhere(self.counts)
        return about_reading(feed.progress, self.counts, feed.ingesting, feed.paused)
