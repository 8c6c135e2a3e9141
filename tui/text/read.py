"""The whole way from the bytes of a page to an `Article`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cache

from tui.text.actors import actors
from tui.text.article import Article
from tui.text.claims import claims
from tui.text.clean import clean
from tui.text.dates import dates
from tui.text.decode import decode
from tui.text.figures import figures
from tui.text.guide import NO_GUIDE, Action, Guide, block_key, scopes
from tui.text.language import table
from tui.text.learnt import Print, Seen, applies, prints
from tui.text.page import Page, dump, is_html
from tui.text.pieces import Cleaned, decide
from tui.text.published import published_of
from tui.text.sentences import sentences

_DUTCH_FROM = 0.2
"""The least share of small Dutch words in a text that is Dutch; other languages stay below 0.12."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the prints its page leaves for others of its corpus."""

    article: Article
    seen: Seen


def read(data: bytes, path: str, guide: Guide = NO_GUIDE) -> Article:
    """Read a saved page, HTML or text dump; `path` is kept in the article as it is given.

    Raises tui.text.decode.NotText where the bytes are no text.
    """
    return reading(data, path, guide).article


def survey(data: bytes, guide: Guide = NO_GUIDE) -> Seen:
    """Only what others of its corpus can learn from a page. Raises NotText."""
    page = page_of(decode(data))
    return _seen(page, prints(clean(page, guide.rules).pieces), guide)


def reading(data: bytes, path: str, guide: Guide = NO_GUIDE) -> Reading:
    """Read a page as `read` does, and give what others can learn from it. Raises NotText."""
    page = page_of(decode(data))
    cleaned = clean(page, guide.rules)
    found = prints(cleaned.pieces)
    site = _site(page, guide)
    if known := applies(guide.learnt, guide.folder, site, found):
        cleaned = clean(page, guide.rules, known)
    cleaned = decide(cleaned, _decisions(guide, site))
    article = _article(page, cleaned, path, guide)
    return Reading(article, _seen(page, found, guide))


def _article(page: Page, cleaned: Cleaned, path: str, guide: Guide) -> Article:
    body = cleaned.body
    published, published_from = published_of(cleaned, guide, path)
    spans = sentences(body)
    when = dates(body, published)
    found = figures(body, spans, [(date.start, date.end) for date in when])
    who = actors(body, spans, cleaned.title)
    said = claims(body, spans, who, found)
    claimed: dict[int, int] = {}
    for place, claim in enumerate(said):
        for at in claim.figures:
            claimed.setdefault(at, place)
    return Article(
        path=path,
        id=identity(cleaned),
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


def _seen(page: Page, found: tuple[Print, ...], guide: Guide) -> Seen:
    return Seen(scopes(guide.folder, _site(page, guide)), found)


def _decisions(guide: Guide, site: str | None) -> dict[int, Action]:
    """What a reader decided last about each block that a page may hold, by its key."""
    here = scopes(guide.folder, site)
    return {
        block_key(decision.text): decision.action
        for decision in guide.decisions
        if decision.scope is None or decision.scope in here
    }


def page_of(source: str) -> Page:
    """The page of a decoded source, HTML or text dump."""
    if is_html(source):
        from tui.text import html  # loads BeautifulSoup: for HTML only

        return html.page_of(source)
    return dump(source)


def identity(cleaned: Cleaned) -> str:
    """A hash of title and body: the same article on a page with other teasers has the same."""
    text = f"{cleaned.title or ''}\n\n{cleaned.body}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def language_of(text: str) -> str | None:
    """`nl` for a text with as many small Dutch words as Dutch has, else None."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    share = sum(map(_small_words().__contains__, words)) / max(1, len(words))
    return "nl" if share >= _DUTCH_FROM else None


@cache
def _small_words() -> frozenset[str]:
    return frozenset(table("words")["function"])
