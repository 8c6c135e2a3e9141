"""The pages of a corpus, what is known of each, and what is asked of them together."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.store.answers import Filtered
from tui.store.rows import Row, row_of

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.bookmarks import Bookmarks
    from tui.store.filtering import Filter
    from tui.store.index import Index
    from tui.store.kin import Kin
    from tui.store.plain import Source
    from tui.store.query import Query
    from tui.store.reading import Entry
    from tui.text.article import Article


class Listing:
    """Rows, and which of them fit or belong to others; the library keeps it up to date.

    Whoever changes an entry sets `_rows` and `_kin` to None, under the lock. The sources are
    never changed but replaced, all at once.
    """

    def __init__(self, index: Index, bookmarks: Bookmarks) -> None:
        self._lock = threading.RLock()
        self._index = index
        self._bookmarks = bookmarks
        self._sources: dict[str, Source] = {}
        self._entries: dict[str, Entry] = {}
        self._rows: tuple[Row, ...] | None = None
        self._kin: Kin | None = None
        self._filter: Filter | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The list, in path order."""
        with self._lock:
            if self._rows is None:
                self._rows = tuple(self._row(key) for key in self._sources)
            return self._rows

    def row(self, key: str) -> Row | None:
        """The row of one article, None where it is not in this corpus."""
        with self._lock:
            return self._row(key) if key in self._sources else None

    def filter(
        self, query: Query, before: Filtered | None = None, changed: Iterable[str] = ()
    ) -> Filtered:
        """The articles that fit a query. May take some tenths of a second in a large corpus.

        With what was found `before` by the same query, only the `changed` ones are looked at.
        """
        with self._lock:
            if self._filter is None:
                from tui.store.filtering import Filter

                self._filter = Filter(self._index, self._everyone)
            sources, entries, rows = self._sources, self._entries, self._rows
        if before is None:
            hits = self._filter.all(query, sources, entries)
        else:
            hits, rows = self._filter.again(query, before, set(changed), sources, entries)
        if before is None and rows is not None:
            return Filtered(tuple(row for row in rows if row.key in hits), hits)
        known = {row.key: row for row in rows or ()}
        found = tuple(known.get(key) or self._row(key) for key in sources if key in hits)
        return Filtered(found, hits)

    def related(self, article: Article) -> tuple[str | None, ...]:
        """For each teaser of an article the key of the article it is for, None where none is."""
        with self._lock:
            if self._kin is None:
                from tui.store.kin import Kin, Page

                self._kin = Kin(Page(s.key, e.title, e.lead) for s, e in self._held())
            kin = self._kin
        return tuple(kin.of(teaser, article.path) for teaser in article.related)

    def _everyone(self) -> Actors:
        raise NotImplementedError

    def _held(self) -> list[tuple[Source, Entry]]:
        with self._lock:
            return [
                (source, entry)
                for key, source in self._sources.items()
                if (entry := self._entries.get(key)) and entry.problem is None
            ]

    def _waiting(self) -> list[Source]:
        return [source for key, source in self._sources.items() if key not in self._entries]

    def _row(self, key: str) -> Row:
        return row_of(key, self._entries.get(key), self._bookmarks.count(key))
