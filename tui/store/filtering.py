"""Which articles of a corpus fit a query: all of them at once, or some that have changed."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING

from tui.store.quantities import fitting
from tui.store.query import Query, folded
from tui.store.rows import title_of

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.answers import Filtered
    from tui.store.index import Index
    from tui.store.plain import Source
    from tui.store.reading import Entry
    from tui.store.rows import Row


class Filter:
    """Looks in titles here and for the rest in the index; a title is folded once.

    An article that was not read yet, or cannot be, has the title that the list shows, its file
    name, and no figures, actors or claims to say anything of.
    """

    def __init__(self, index: Index, actors: Callable[[], Actors]) -> None:
        self._index = index
        self._actors = actors
        self._folded: dict[str, tuple[str | None, str]] = {}

    def all(
        self, query: Query, sources: Mapping[str, Source], entries: Mapping[str, Entry]
    ) -> dict[str, int]:
        """The keys of all that fit, each with how many of its figures do.

        Where no figures are asked for it is how many of its claims do.
        """
        titled = self._titled(query, sources, entries)
        if query.asks_actors:
            claims = self._peopled(query, titled, sources, entries)
            titled = list(claims)
            if not query.asks_figures:
                return claims
        if not query.asks_figures:
            return dict.fromkeys(titled, 0)
        counts = self._index.counting(query)
        if query.counts:
            return {k: counts[path] for k in titled if (path := sources[k].path) in counts}
        return {
            key: 0 for key in titled if _read(entries.get(key)) and sources[key].path not in counts
        }

    def again(
        self,
        query: Query,
        before: Filtered,
        changed: Container[str],
        sources: Mapping[str, Source],
        entries: Mapping[str, Entry],
    ) -> tuple[dict[str, int], tuple[Row, ...]]:
        """The same after some have `changed`, and the rows that are as they were before."""
        if query.asks_actors:
            # With other articles a name may turn out to be another actor's, everywhere.
            found = self.all(query, sources, entries)
            kept = (row for row in before.rows if row.key in found and row.key not in changed)
            return found, tuple(kept)
        rows = tuple(row for row in before.rows if row.key not in changed)
        found = {row.key: before.hits.get(row.key, 0) for row in rows}
        looked_at = (key for key in sources if key in changed)
        for key in self._titled(query, looked_at, entries):
            count = self._count(query, sources[key].path, entries.get(key))
            if count is not None:
                found[key] = count
        return found, rows

    def _peopled(
        self,
        query: Query,
        keys: Iterable[str],
        sources: Mapping[str, Source],
        entries: Mapping[str, Entry],
    ) -> dict[str, int]:
        """Those of some articles whose actors and claims fit, with how many of the claims do."""
        from tui.store.said import claiming, naming

        actors = self._actors()
        found = [(sources[key].path, key) for key in keys if _read(entries.get(key))]
        for who in query.actors:
            paths = naming(self._index, who, actors)
            found = [(path, key) for path, key in found if path in paths]
        for who in query.no_actors:
            paths = naming(self._index, who, actors)
            found = [(path, key) for path, key in found if path not in paths]
        if query.said:
            counts = claiming(self._index, query, actors)
            return {key: counts[path] for path, key in found if path in counts}
        if query.unsaid:
            counts = claiming(self._index, query, actors)
            found = [(path, key) for path, key in found if path not in counts]
        return {key: 0 for _, key in found}

    def _count(self, query: Query, path: str, entry: Entry | None) -> int | None:
        if not query.asks_figures:
            return 0
        return fitting(query, self._index.figures(path)) if _read(entry) else None

    def _titled(self, query: Query, keys: Iterable[str], entries: Mapping[str, Entry]) -> list[str]:
        if not query.words and not query.no_words:
            return list(keys)
        found = []
        for key in keys:
            entry, known = entries.get(key), self._folded.get(key)
            raw = entry.title if entry else None
            if known is None or known[0] != raw:
                known = self._folded[key] = raw, folded(title_of(key, entry))
            if query.titled(known[1]):
                found.append(key)
        return found


def _read(entry: Entry | None) -> bool:
    return entry is not None and entry.problem is None
