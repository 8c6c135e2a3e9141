"""A library that holds a small made-up corpus in memory."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.app.deciding import decided
from tests.app.ledgers import Ledger, Ledgers
from tests.app.marked import Marked
from tests.app.matching import Matching, sought
from tests.app.orders import ORDERS
from tests.app.papers import (
    ARTICLES,
    BROKEN,
    CAFE_ARTICLE,
    DIKE,
    DIKE_ARTICLE,
    EVIL_ARTICLE,
    HALF,
    SAID,
    TEASERS_ARTICLE,
    TROOPS,
    TROOPS_ARTICLE,
    article,
    claim,
    figure,
    mentions,
    paragraphs,
)
from tests.app.people import Named, People, Ties
from tests.app.remembered import Remembered
from tui.store.answers import Decided, ReadError
from tui.store.bookmarks import Bookmark, NotSaved
from tui.store.marked import Mark
from tui.store.rows import Row, Span
from tui.store.views import Counts, Progress, Sort, View, ids_of
from tui.text.article import Article

if TYPE_CHECKING:
    from tui.store.query import Query

__all__ = [
    "ARTICLES",
    "BROKEN",
    "CAFE_ARTICLE",
    "DIKE",
    "DIKE_ARTICLE",
    "EVIL_ARTICLE",
    "HALF",
    "SAID",
    "TEASERS_ARTICLE",
    "TROOPS",
    "TROOPS_ARTICLE",
    "FakeLibrary",
    "article",
    "claim",
    "figure",
    "mentions",
    "paragraphs",
]

SITE = "kustbode.nl"
Decision = tuple[str | None, str, str]
Held = tuple[tuple[Bookmark, ...], tuple[Mark, ...], tuple[Decision, ...], Ties, Ledger]
State = tuple[str, Held]


class FakeLibrary(Named, Remembered, Marked, Ledgers):
    """The face of the store, in memory; `hold` keeps the answers back until it is set.

    `stories` and `sites` name for some keys the story they tell and where it was printed; `touch`
    tells that files changed.
    """

    building = True

    def __init__(self, articles: tuple[Article, ...] = ARTICLES, *, broken: bool = True) -> None:
        super().__init__()
        Marked.__init__(self)
        Ledgers.__init__(self)
        self._articles = {item.path: item for item in articles}
        self._ids: dict[str, int] = {}
        self._marks: tuple[Bookmark, ...] = ()
        self._decisions: tuple[Decision, ...] = ()
        self._ties: Ties = {}
        self._done: list[State] = []
        self._undone: list[State] = []
        self._failed = {BROKEN.key: BROKEN} if broken else {}
        self._read: set[str] = set()
        self._touched: queue.SimpleQueue[frozenset[str]] = queue.SimpleQueue()
        self.stories: dict[str, str] = {}
        self.sites: dict[str, str] = {}
        self.version = 1
        self.problems: tuple[str, ...] = ()
        self.notes_path = Path("/verhalen/.newsreader/notes.json")
        self.notes_notice: str | None = None
        self.cache_notice: str | None = None
        self.full_disk = False
        self.asked: list[str] = []
        self.viewed: list[tuple[Query | None, Sort]] = []
        self.fetched: list[tuple[int, ...]] = []
        self.sought_in: list[str] = []
        self.away: set[str] = set()
        self.ingested: list[Collection[str] | None] = []
        self.hold = threading.Event()
        self.hold.set()

    @property
    def keys(self) -> list[str]:
        """All articles, in path order."""
        return [*self._articles, *self._failed]

    @property
    def counts(self) -> Counts:
        failed = len(self._failed)
        read = sum(key in self._read for key in self._articles)
        return Counts(len(self._articles) + failed, read, failed)

    @property
    def total(self) -> int:
        return self.counts.total

    @property
    def empty(self) -> bool:
        return not self.total

    def first(self, sort: Sort = "path", count: int = 200) -> View:
        ids = self._view(None, sort, frozenset()).ids
        return View(ids[:count], self.total, self.total, sort, None, len(ids) <= count)

    def view(
        self,
        query: Query | None = None,
        sort: Sort = "path",
        unfolded: frozenset[int] = frozenset(),
    ) -> View:
        assert threading.current_thread() is not threading.main_thread()
        self.viewed.append((query, sort))
        self.hold.wait(5)
        return self._view(query, sort, unfolded)

    def _view(self, query: Query | None, sort: Sort, unfolded: frozenset[int]) -> View:
        fitting = [key for key in self.keys if query is None or self._matching(key).fits(query)]
        rows = [(self._plain(key), at) for at, key in enumerate(self.keys) if key in fitting]
        order = sorted(rows, key=lambda row: (*ORDERS[sort](row[0]), row[1]))
        ids: list[int] = []
        for row, _ in order:
            copies = [self._id(other) for other in self._copies(row.key) if other in fitting]
            if row.id == copies[0]:
                ids += copies if unfolded.intersection(copies) else copies[:1]
        return View(ids_of(ids), len(fitting), self.total, sort, query)

    def _copies(self, key: str) -> list[str]:
        """The articles that tell the same story, the newest first."""
        story = self.stories.get(key)
        if story is None:
            return [key]
        found = [other for other in self.keys if self.stories.get(other) == story]
        return sorted(found, key=lambda other: self._plain(other).published or "", reverse=True)

    def rows(
        self,
        ids: Sequence[int],
        query: Query | None = None,
        nested: Collection[int] = frozenset(),
    ) -> list[Row]:
        self.fetched.append(tuple(ids))
        keys = {number: key for key, number in self._ids.items()}
        known = [keys[number] for number in ids if keys.get(number) in self.keys]
        return [self._told(key, query, self._id(key) in nested) for key in known]

    def sought(self, query: Query, article: Article) -> tuple[Span, ...]:
        assert threading.current_thread() is not threading.main_thread()
        self.hold.wait(5)
        self.sought_in.append(article.path)
        return sought(query, article)

    def _told(self, key: str, query: Query | None, nested: bool) -> Row:
        copies = 0 if nested else len(self._copies(key)) - 1
        row = self._plain(key)._replace(copies=copies, nested=nested)
        return row if query is None else self._matching(key).told(row, query)

    def _matching(self, key: str) -> Matching:
        return Matching(self._plain(key), self._articles.get(key) if key in self._read else None)

    def _plain(self, key: str) -> Row:
        """What is known of an article by itself."""
        number = self._id(key)
        if key in self._failed:
            return self._failed[key]._replace(id=number)
        if key not in self._read:
            return Row(key, key, None, "waiting", 0, 0, 0, id=number)
        item = self._as_decided(self._articles[key])
        marks = sum(mark.key == key for mark in self._marks)
        counts = len(item.figures), len(item.claims), marks
        return Row(
            *(key, item.title or key, item.published, "ready", *counts),
            id=number,
            site=self.sites.get(key),
            read=key in self.read_keys,
            changed=key in self.changed_keys,
        )

    def _id(self, key: str) -> int:
        return self._ids.setdefault(key, len(self._ids) + 1)

    def row(self, key: str) -> Row | None:
        return self._plain(key) if key in self.keys else None

    def id_of(self, key: str) -> int | None:
        return self._id(key) if key in self.keys else None

    def key_of(self, at: int) -> str | None:
        return next((key for key in self.keys if self._id(key) == at), None)

    def every_row(self) -> list[Row]:
        """All rows in path order, as tests want to see them."""
        return [self._plain(key) for key in self.keys]

    def ingest(
        self,
        on_progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        paths: Collection[str] | None = None,
    ) -> None:
        self.ingested.append(paths)
        for done, item in enumerate(list(self._articles)):
            on_progress(Progress("reading", done, len(self._articles), 20.0, 2.0))
            self.hold.wait(5)
            if cancelled():
                return
            self._read.add(item)
            self.version += 1

    def changes(self, cancelled: Callable[[], bool]) -> Iterator[frozenset[str]]:
        while not cancelled():
            try:
                paths = self._touched.get(timeout=0.05)
            except queue.Empty:
                continue
            if not paths:
                return
            yield paths

    def put(self, item: Article) -> None:
        """A page came or changed on disk."""
        self._articles[item.path] = item
        self.touch(item.path)

    def drop(self, key: str) -> None:
        """A page went from the disk."""
        self._articles.pop(key)
        self.touch(key)

    def touch(self, *keys: str) -> None:
        """Some files changed on disk: tell who waits for it."""
        self.version += 1
        self._touched.put(frozenset(keys))

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        self.asked.append(key)
        self.hold.wait(5)
        if key not in self._articles:
            failed = self._failed.get(key)
            raise ReadError(failed.problem or "" if failed else f"{key}: not in this corpus.")
        return self._as_decided(self._articles[key])

    def unreachable(self, key: str) -> str | None:
        return f"{key} cannot be read now: the disk is away." if key in self.away else None

    def _as_decided(self, item: Article) -> Article:
        actions = {
            text: action for key, text, action in self._decisions if key in (None, item.path)
        }
        return decided(item, actions) if actions else item

    def related(self, article: Article) -> tuple[str | None, ...]:
        titles = {item.title: key for key, item in self._articles.items()}
        return tuple(titles.get(teaser.title) for teaser in article.related)

    def bookmarks(self, key: str | None = None) -> tuple[Bookmark, ...]:
        return tuple(mark for mark in self._marks if key in (None, mark.key))

    def toggle_bookmark(self, key: str, position: int) -> Bookmark | None:
        self._keep(f"bookmark {key}")
        for mark in self._marks:
            if mark.key == key and mark.position == position:
                self._marks = tuple(other for other in self._marks if other is not mark)
                return None
        label = self._articles[key].body[position : position + 60]
        mark = Bookmark(f"m{len(self._marks)}", key, f"id-{key}", position, label, "2024-11-01")
        self._marks = (*self._marks, mark)
        return mark

    def decide(
        self,
        key: str,
        texts: Sequence[str],
        action: Literal["restore", "cut"],
        *,
        everywhere: bool = False,
    ) -> Decided:
        self._keep(f"{action}: {texts[0]}")
        where = None if everywhere else key
        self._decisions = (*self._decisions, *((where, text, action) for text in texts))
        if not everywhere:
            return Decided("this article", len(texts), 0)
        others = [
            item
            for item in self._articles.values()
            if item.path != key and any(piece.text in texts for piece in item.pieces)
        ]
        return Decided(SITE, len(texts), len(others))

    def _keep(self, words: str) -> None:
        self.hold.wait(5)
        if self.full_disk:
            raise NotSaved("NOT SAVED: the disk is full. Make room and try again.")
        self._done.append((words, self._held))
        self._undone.clear()
        self.version += 1

    @property
    def _held(self) -> Held:
        return self._marks, self.own, self._decisions, self._ties, self.ledger

    def undo(self) -> str | None:
        return self._turn(self._done, self._undone)

    def redo(self) -> str | None:
        return self._turn(self._undone, self._done)

    def _turn(self, source: list[State], target: list[State]) -> str | None:
        self.hold.wait(5)
        if self.full_disk:
            raise NotSaved("NOT SAVED: the disk is full. Make room and try again.")
        if not source:
            return None
        words, held = source.pop()
        target.append((words, self._held))
        self._marks, self.own, self._decisions, self._ties, self.ledger = held
        self.version += 1
        return words

    @property
    def people(self) -> People:
        """Everyone of the articles that have been read."""
        read = [self._as_decided(a) for key, a in self._articles.items() if key in self._read]
        return People(read, self._ties)

    def close(self) -> None:
        self.hold.set()
        self._touched.put(frozenset())
