"""The whole way from the bytes of a page to an `Article`."""

from __future__ import annotations

import hashlib

from tui.text.article import Article
from tui.text.clean import clean
from tui.text.dates import dates
from tui.text.decode import decode
from tui.text.figures import figures
from tui.text.page import dump, is_html
from tui.text.pieces import Cleaned
from tui.text.sentences import sentences


def read(data: bytes, path: str) -> Article:
    """Read a saved page, HTML or text dump; `path` is kept in the article as it is given.

    Raises tui.text.decode.NotText where the bytes are no text.
    """
    source = decode(data)
    if is_html(source):
        from tui.text.html import page_of  # loads BeautifulSoup: for HTML only

        page = page_of(source)
    else:
        page = dump(source)
    cleaned = clean(page)
    body = cleaned.body
    when = dates(body, cleaned.published)
    spans = sentences(body)
    found = figures(body, spans, [(date.start, date.end) for date in when])
    return Article(
        path=path,
        id=identity(cleaned),
        title=cleaned.title,
        dateline=cleaned.dateline,
        published=cleaned.published,
        published_from=cleaned.published_from,
        language=page.meta.language or "nl",
        body=body,
        pieces=cleaned.pieces,
        related=cleaned.related,
        figures=found,
        actors=(),
        claims=(),
        dates=when,
    )


def identity(cleaned: Cleaned) -> str:
    """A hash of title and body: the same article on a page with other teasers has the same."""
    text = f"{cleaned.title or ''}\n\n{cleaned.body}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
