"""The pages of a corpus as the list shows them, and which of them fit or belong to others."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from tui.store.rows import Context, Row, Span, State, title_of
from tui.store.views import Counts, Sort, View, ids_of
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.index import Index
    from tui.store.query import Query
    from tui.store.seeking import Seeker
    from tui.text.article import Article

STATES: tuple[State, ...] = ("waiting", "ready", "failed")
CONTEXT = 120
"""How many characters around what was searched for a row has."""

_ROW = """SELECT id, key, title, published, state, figures, claims, problem, site,
    coalesce(bookmarks, 0), coalesce(notes, 0), coalesce(read, 0), coalesce(changed, 0),
    (SELECT count(*) FROM entry AS other WHERE other.story = entry.story) - 1
    FROM entry LEFT JOIN kept ON kept.entry = entry.id"""
_ROWS = f"{_ROW} WHERE id IN (SELECT value FROM json_each(?))"
_FIRST: dict[Sort, str] = {
    "path": "SELECT id, story FROM entry ORDER BY place LIMIT ?",
    "date": "SELECT id, story FROM entry ORDER BY published DESC, place LIMIT ?",
    "title": "SELECT id, story FROM entry WHERE sort_title IS NOT NULL"
    " ORDER BY sort_title, place LIMIT ?",
    "site": "SELECT id, story FROM entry WHERE site IS NOT NULL ORDER BY site, place LIMIT ?",
    "figures": "SELECT id, story FROM entry ORDER BY figures DESC, place LIMIT ?",
    "notes": "SELECT id, story FROM kept JOIN entry ON entry = id WHERE bookmarks + notes > 0"
    " ORDER BY bookmarks + notes DESC, place LIMIT ?",
}
_NEWEST = "SELECT id FROM entry WHERE story = ? ORDER BY published DESC, place LIMIT 2"


class Listing:
    """What an index tells of its pages. Thread-safe; it holds no page in memory."""

    def __init__(self, index: Index) -> None:
        self._lock = threading.RLock()
        self._index = index
        self._seeker: Seeker | None = None

    @property
    def version(self) -> int:
        """A number that rises whenever a row could look otherwise, whoever changed it."""
        return self._index.version

    @property
    def counts(self) -> Counts:
        """How many articles there are, and what became of them."""
        tally = dict(self._index.ask("SELECT state, n FROM tally"))
        return Counts(sum(tally.values()), tally.get(1, 0), tally.get(2, 0))

    @property
    def total(self) -> int:
        """How many articles there are."""
        return self.counts.total

    def first(self, sort: Sort = "path", count: int = 200) -> View:
        """The first articles of the list, at once: of copies only the newest."""
        total = self.total
        asked = self._index.ask(_FIRST[sort], (count,))
        ids = [at for at, story in asked if at == self._leader(at, story)]
        whole = sort == "path" and len(asked) == total
        return View(ids_of(ids), total, total, sort, None, whole)

    def view(
        self,
        query: Query | None = None,
        sort: Sort = "path",
        unfolded: Collection[int] = frozenset(),
    ) -> View:
        """The articles that fit a query, in order. Not for the event loop."""
        return self._seeking().view(query, sort, frozenset(unfolded))

    def rows(
        self,
        ids: Sequence[int],
        query: Query | None = None,
        nested: Collection[int] = frozenset(),
    ) -> list[Row]:
        """The rows of a page of the list, those that are gone left out.

        With a query the articles are looked into: not for the event loop.
        """
        known = {row[0]: row for row in self._index.ask(_ROWS, (json.dumps(list(ids)),))}
        rows = [row_of(known[at], at in nested) for at in ids if at in known]
        return self._with_hits(rows, query) if query is not None else rows

    def row(self, key: str) -> Row | None:
        """The row of one article, None where it is not in this corpus."""
        found = self._index.ask(f"{_ROW} WHERE key = ?", (key,))
        return row_of(found[0]) if found else None

    def id_of(self, key: str) -> int | None:
        """The id of the article with a key."""
        found = self._index.ask("SELECT id FROM entry WHERE key = ?", (key,))
        return int(found[0][0]) if found else None

    def key_of(self, at: int) -> str | None:
        """The key of the article with an id."""
        found = self._index.ask("SELECT key FROM entry WHERE id = ?", (at,))
        return str(found[0][0]) if found else None

    def related(self, article: Article) -> tuple[str | None, ...]:
        """For each teaser of an article the key of the article it is for, None where none is."""
        from tui.store.kin import article_for

        return tuple(article_for(self._index, each, article.path) for each in article.related)

    def _everyone(self) -> Actors:
        raise NotImplementedError

    def _seeking(self) -> Seeker:
        with self._lock:
            if self._seeker is None:
                from tui.store.seeking import Seeker

                self._seeker = Seeker(self._index, self._everyone)
            return self._seeker

    def _leader(self, at: int, story: int | None) -> int:
        """The newest of the copies of an article, which stands for all of them."""
        if story is None:
            return at
        newest = self._index.ask(_NEWEST, (story,))
        return int(newest[0][0]) if newest else at

    def sought(self, query: Query, article: Article) -> tuple[Span, ...]:
        """Where in an article the hits of a query stand, in order. Not for the event loop."""
        if query.hits_by == "words":
            from tui.store.context import spans

            return spans(query, article.body)
        return self._spotted(query, [article])[0]

    def _spotted(self, query: Query, articles: Sequence[Article]) -> list[tuple[Span, ...]]:
        """Where in some articles the figures, or else the claims or actors, stand that fit."""
        from tui.store import spotted
        from tui.store.said import calling

        if query.hits_by is None:
            return [()] * len(articles)
        by_name = query.hits_by != "figures"
        nodes = {node for each in articles for node in spotted.nodes(each)} if by_name else ()
        is_called = calling(self._index, self._everyone(), nodes)
        return [spotted.spans(query, article, is_called) for article in articles]

    def _with_hits(self, rows: list[Row], query: Query) -> list[Row]:
        if query.hits_by is None:
            return rows
        told: dict[int, tuple[int, Context | None]]
        asked = "SELECT entry, packed FROM article WHERE entry IN (SELECT value FROM json_each(?))"
        packed = dict(self._index.ask(asked, (json.dumps([row.id for row in rows]),)))
        if query.hits_by == "words":
            from tui.store.articles import words_of
            from tui.store.context import told_of

            told = {at: told_of(query, words_of(each)[1], CONTEXT) for at, each in packed.items()}
        else:
            from tui.store.articles import unpack
            from tui.store.context import around

            read = {at: found for at, each in packed.items() if (found := unpack(each))}
            places = self._spotted(query, list(read.values()))
            told = {
                at: (len(spans), around(spans, article.body, CONTEXT))
                for (at, article), spans in zip(read.items(), places, strict=True)
            }
        none = 0, None
        return [
            row._replace(hits=hits, context=context)
            for row, (hits, context) in ((row, told.get(row.id, none)) for row in rows)
        ]


def row_of(columns: Sequence[Any], nested: bool = False) -> Row:
    """A row from the columns that `_ROW` names."""
    at, key, title, published, state, figures, claims, problem, site, *more = columns
    bookmarks, notes, read, changed, copies = more
    return Row(
        key,
        title_of(key, title),
        published,
        STATES[state],
        figures,
        claims,
        bookmarks,
        safe_line(f"{key}: {problem}") if problem is not None else None,
        at,
        safe_line(site) if site else None,
        notes,
        bool(read),
        bool(changed),
        0 if nested else copies,
        nested,
    )
