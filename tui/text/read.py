"""The whole way from the bytes of a page to an `Article`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui.text.actors import actors
from tui.text.article import Article
from tui.text.claims import claims
from tui.text.clean import clean
from tui.text.dates import dates
from tui.text.decode import decode
from tui.text.figures import figures
from tui.text.guide import NO_GUIDE, Guide, decided, scopes
from tui.text.identity import identity
from tui.text.language import table
from tui.text.learnt import Seen, applies, prints
from tui.text.page import Page, dump, is_html
from tui.text.pieces import Cleaned, decide
from tui.text.published import published_of
from tui.text.sentences import sentences
from tui.text.spotting import spotter

_DUTCH_FROM = 0.2
"""The least share of small Dutch words in a text that is Dutch; other languages stay below 0.12."""


class Reading(NamedTuple):
    """An article, and what the corpus around it can learn from its page."""

    article: Article
    seen: Seen


def read(data: bytes, path: str, guide: Guide = NO_GUIDE) -> Article:
    """Read a saved page, HTML or text dump; `path` is kept in the article as it is given.

    Raises tui.text.decode.NotText where the bytes are no text, and tui.text.spotting.NoModel where
    the guide has names found by what is not there.
    """
    return reading(data, path, guide).article


def survey(data: bytes, guide: Guide = NO_GUIDE) -> Seen:
    """Only what a corpus can learn from a page. Raises NotText."""
    page = page_of(decode(data))
    return _seen(page, clean(page, guide.rules), guide)


def reading(data: bytes, path: str, guide: Guide = NO_GUIDE) -> Reading:
    """Read a page as `read` does, and tell what a corpus can learn from it. Raises NotText."""
    page = page_of(decode(data))
    cleaned = clean(page, guide.rules)
    seen = _seen(page, cleaned, guide)
    if known := applies(guide.learnt, seen):
        cleaned = clean(page, guide.rules, known)
    cleaned = decide(cleaned, decided(guide.decisions, seen.scopes))
    return Reading(_article(page, cleaned, path, guide), seen)


def _article(page: Page, cleaned: Cleaned, path: str, guide: Guide) -> Article:
    body = cleaned.body
    published, published_from = published_of(cleaned, guide, path)
    spans = sentences(body)
    when = dates(body, published)
    found = figures(body, spans, [(date.start, date.end) for date in when])
    elsewhere = spotter(guide.names)(body) if guide.names else None
    who = actors(body, spans, cleaned.title, spans=elsewhere)
    said = claims(body, spans, who, found)
    claimed: dict[int, int] = {}
    for place, claim in enumerate(said):
        for at in claim.figures:
            claimed.setdefault(at, place)
    return Article(
        path=path,
        id=identity(cleaned.title, cleaned.body),
        title=cleaned.title,
        dateline=cleaned.dateline,
        published=published,
        published_from=published_from,
        language=language_of(body) or page.meta.language,
        body=body,
        pieces=cleaned.pieces,
        related=cleaned.related,
        figures=tuple(
            replace(figure, claim=claimed[at]) if at in claimed else figure
            for at, figure in enumerate(found)
        ),
        actors=who,
        claims=said,
        dates=when,
        site=_site(page, guide),
    )


def _site(page: Page, guide: Guide) -> str | None:
    return page.meta.site or guide.site


def _seen(page: Page, cleaned: Cleaned, guide: Guide) -> Seen:
    return Seen(scopes(guide.folder, _site(page, guide)), prints(cleaned.pieces))


def page_of(source: str) -> Page:
    """The page of a decoded source, HTML or text dump."""
    if is_html(source):
        from tui.text import html  # loads BeautifulSoup: for HTML only

        return html.page_of(source)
    return dump(source)


def language_of(text: str) -> str | None:
    """`nl` for a text with as many small Dutch words as Dutch has, else None."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    share = sum(map(_small_words().__contains__, words)) / max(1, len(words))
    return "nl" if share >= _DUTCH_FROM else None


@cache
def _small_words() -> frozenset[str]:
    return frozenset(table("words")["function"])
