"""Whether an article fits a query, and what its row then tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.store.rows import Row, Span
from tui.text.article import Article

if TYPE_CHECKING:
    from tests.store.naive import Page
    from tui.store.query import Query


class Matching(NamedTuple):
    """An article as a query sees it: without its text as long as it waits to be read."""

    row: Row
    article: Article | None

    @property
    def page(self) -> Page:
        """It as a page that can be asked."""
        from tests.store.naive import Page, page_of

        row = self.row
        page = page_of(self.article) if self.article is not None else Page(row.title)
        return replace(
            page,
            read_in=self.article is not None,
            failed=row.state == "failed",
            read=row.read,
            changed=row.changed,
            bookmarks=row.bookmarks,
            notes=row.notes,
            site=row.site,
        )

    def fits(self, query: Query) -> bool:
        """Whether it is what was asked for."""
        from tests.store.naive import fits

        return fits(query, self.page)

    def told(self, row: Row, query: Query) -> Row:
        """The row with what was found in it."""
        from tui.store.context import around, told_of

        body = self.article.body if self.article else ""
        if query.hits_by == "words":
            hits, context = told_of(query, body)
            return row._replace(hits=hits, context=context)
        spans = sought(query, self.article) if self.article else ()
        return row._replace(hits=len(spans), context=around(spans, body))


def sought(query: Query, article: Article) -> tuple[Span, ...]:
    """Where the hits of a query stand in an article; everyone has only the name as printed."""
    from tests.store.naive import named
    from tui.store import context, spotted

    if query.hits_by == "words":
        return context.spans(query, article.body)
    return spotted.spans(query, article, lambda word, whole, who: named(word, whole, who.name))
