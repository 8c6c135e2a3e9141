"""Whether an article fits a query, and what its row then tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.store.rows import Row
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
        from tests.store.naive import fits
        from tui.store.context import told_of
        from tui.store.query import Query

        if query.hits_by == "words":
            hits, context = told_of(query, self.article.body if self.article else "")
            return row._replace(hits=hits, context=context)
        page = self.page
        alone = [replace(page, figures=(figure,)) for figure in page.figures]
        hits = sum(fits(Query((node,)), one) for node in query.facts for one in alone)
        return row._replace(hits=hits if query.hits_by == "figures" else 0)
