"""Figures as decisions name them: by their article and their words, found again in the index."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.store.anchors import select
from tui.store.documents import FigureAt
from tui.store.ledgers_members import Member

if TYPE_CHECKING:
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.text.article import Article

_OWNERS = """SELECT id, article_id FROM entry WHERE {} = ? AND state = 1
    ORDER BY path = ? DESC, place LIMIT 1"""
_COPIES = "SELECT id FROM entry WHERE article_id = ? AND state = 1"
_PACKED = "SELECT key, packed FROM entry JOIN article ON entry = id WHERE id = ?"


class Finder:
    """Finds figures in the pages of an index. Not thread-safe."""

    def __init__(self, index: Index, mirror: Mirror) -> None:
        self._index = index
        self._mirror = mirror
        self._found: dict[tuple[FigureAt, int, str], tuple[int, int] | None] = {}

    def name(self, entry: int, start: int | None, end: int = 0) -> FigureAt | None:
        """How a figure at a place in an article is named, or with None all of the article."""
        asked = "SELECT path, article_id, packed FROM entry JOIN article ON entry = id WHERE id = ?"
        rows = self._index.ask(asked, (entry,))
        if not rows:
            return None
        from tui.store.articles import words_of

        path, article_id, packed = rows[0]
        body = words_of(packed)[1]
        selector = None if start is None else select(body, start, end)
        return FigureAt(article_id, self._mirror.kept_path(path), selector)

    def find(self, figure: FigureAt) -> tuple[int, int] | None:
        """The article in the index and the number there of a figure, None where it is gone."""
        path = self._mirror.path(figure.path)
        rows = figure.article_id and self._index.ask(
            _OWNERS.format("article_id"), (figure.article_id, path)
        )
        rows = rows or self._index.ask(_OWNERS.format("path"), (path, path))
        if not rows or figure.selector is None:
            return None
        entry, article_id = rows[0]
        place = figure, entry, article_id
        if place not in self._found:
            self._found[place] = self._look(figure, entry, article_id)
        return self._found[place]

    def entries(self, figure: FigureAt) -> list[int]:
        """The pages in the index that have the article of a figure now."""
        rows = figure.article_id and self._index.ask(_COPIES, (figure.article_id,))
        path = self._mirror.path(figure.path)
        rows = rows or self._index.ask("SELECT id FROM entry WHERE path = ?", (path,))
        return [at for (at,) in rows]

    def _look(self, figure: FigureAt, entry: int, article_id: str) -> tuple[int, int] | None:
        article = article_in(self._index, entry)
        selector = figure.selector
        if article is None or selector is None:
            return None
        start, end = selector.start, selector.end
        if article_id != figure.article_id or article.body[start:end] != selector.exact:
            from tui.store.anchoring import find

            place = find(selector, article.body).place
            if place is None:
                return None
            start, end = place.start, place.end
        shared = {
            nth: min(end, told.end) - max(start, told.start)
            for nth, told in enumerate(article.figures)
        }
        best = max(shared, key=lambda nth: (shared[nth], -nth), default=None)
        return None if best is None or shared[best] <= 0 else (entry, best)


def article_in(index: Index, entry: int) -> Article | None:
    """The article of a page as the index holds it, by the key of the page."""
    from tui.store.articles import unpack

    rows = index.ask(_PACKED, (entry,))
    return unpack(rows[0][1], rows[0][0]) if rows else None


def members_in(index: Index, entry: int, numbers: Collection[int]) -> list[Member]:
    """Some figures of an article as it tells them, those that can stand in a series."""
    from tui.store.series_keys import keys

    article = article_in(index, entry)
    if article is None:
        return []
    every = keys(article)
    return [
        Member(
            entry,
            article.id,
            key,
            tuple((part.nth, part.family) for part in every if part.part_of == key.nth),
        )
        for key in every
        if key.nth in numbers
    ]
