"""A library of very many articles, of which nothing is held but their number."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

import pytest

from tests.app.fakes import FakeLibrary, article
from tui.store.rows import Row
from tui.store.views import Counts, Progress, Sort, View
from tui.text.article import Article
from tui.widgets.article_list import ArticleList
from tui.widgets.paint import Part

if TYPE_CHECKING:
    from tui.store.query import Query

MANY = 100_000


def watched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows of the list that are drawn from now on."""
    drawn: list[int] = []
    draw = ArticleList.draw

    def draw_and_note(self: ArticleList, index: int, width: int) -> list[list[Part]]:
        drawn.append(index)
        return draw(self, index, width)

    monkeypatch.setattr(ArticleList, "draw", draw_and_note)
    return drawn


class ManyRows(FakeLibrary):
    """Numbered articles; a view has those whose number `fits` the query."""

    def __init__(self, count: int = MANY) -> None:
        super().__init__()
        self.many = array("q", range(1, count + 1))

    @property
    def counts(self) -> Counts:
        return Counts(len(self.many), len(self.many), 0)

    def fits(self, query: Query, number: int) -> bool:
        return True

    def _view(self, query: Query | None, sort: Sort, unfolded: frozenset[int]) -> View:
        ids = self.many
        if query is not None:
            ids = array("q", (number for number in ids if self.fits(query, number)))
        return View(ids, len(ids), len(self.many), sort, query)

    def rows(
        self,
        ids: Sequence[int],
        query: Query | None = None,
        nested: Collection[int] = frozenset(),
    ) -> list[Row]:
        self.fetched.append(tuple(ids))
        return [self._numbered(number) for number in ids]

    def _numbered(self, number: int) -> Row:
        return Row(
            *(f"{number:06}.txt", f"Bericht {number}", None, "ready", number % 7, 0, 0),
            id=number,
            read=self.key_of(number) in self.read_keys,
        )

    def row(self, key: str) -> Row | None:
        number = self.id_of(key)
        return None if number is None else self._numbered(number)

    def id_of(self, key: str) -> int | None:
        return int(key[:6]) if key[:6].isdigit() else None

    def key_of(self, at: int) -> str:
        return f"{at:06}.txt"

    def ingest(
        self,
        on_progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        paths: Collection[str] | None = None,
    ) -> None:
        pass

    def article(self, key: str, wanted: Callable[[], bool] = lambda: True) -> Article:
        return article(key, f"Bericht {key}", "Een tekst.")
