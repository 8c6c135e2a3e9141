"""What the head of an HTML page says of it: headline, day of publication, site, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from tui.text.page import Meta
from tui.text.safe import safe_line

_ARTICLE_TYPES = re.compile(
    r"(?:News|Report|Analysis|Opinion|Background|Review)?\w*Article$|BlogPosting$"
)
_TITLES = ("og:title", "twitter:title", "dc.title")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date",
    "dcterms.created", "date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_SITES = ("og:site_name", "application-name")
_ISO = re.compile(
    r"\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)?"
)
_UNSET = "1971"
"""Days up to here are what a site puts where it has no date: `0001-01-01`, `1970-01-01`."""
_URL_DATE = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")


def meta_of(soup: BeautifulSoup) -> Meta:
    """The metadata of a page: JSON-LD before Open Graph before plain meta elements."""
    linked = next(_articles(soup), {})
    named = _named(soup)
    published, source = _published(soup, linked, named)
    site = linked.get("publisher")
    site_name = site.get("name") if isinstance(site, dict) else None
    title = linked.get("headline") or _first(named, _TITLES)
    language = soup.html.get("lang") if isinstance(soup.html, Tag) else None
    return Meta(
        title=_line(title) or _line(soup.title.get_text() if soup.title else None),
        published=published,
        published_from=source,
        site=_line(site_name) or _line(_first(named, _SITES)),
        language=language[:2].lower() if isinstance(language, str) and language else None,
    )


def _published(
    soup: BeautifulSoup, linked: dict[str, Any], named: dict[str, str]
) -> tuple[str | None, str | None]:
    canonical = soup.find("link", rel="canonical")
    link = canonical.get("href") if isinstance(canonical, Tag) else named.get("og:url")
    in_url = _URL_DATE.search(link) if isinstance(link, str) else None
    candidates = (
        (linked.get("datePublished"), "json-ld"),
        (_first(named, _DATES), "meta"),
        ("-".join(in_url.groups()) if in_url else None, "url"),
    )
    for value, source in candidates:
        match = _ISO.match(value.strip()) if isinstance(value, str) else None
        if match and match.group() > _UNSET:
            return match.group(), source
    return None, None


def _articles(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD that describe an article; broken JSON describes nothing."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            waiting = [json.loads(script.get_text())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                kinds = thing.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE_TYPES.match(kind) for kind in kinds):
                    yield thing
                waiting += [thing[key] for key in ("@graph", "mainEntity") if key in thing]


def _named(soup: BeautifulSoup) -> dict[str, str]:
    """The meta elements by name or property, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in soup.find_all("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if isinstance(name, str) and isinstance(content, str):
            found.setdefault(name.casefold(), content)
    return found


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name, "").strip()), None)


def _line(value: object) -> str | None:
    return " ".join(safe_line(value).split()) or None if isinstance(value, str) else None
