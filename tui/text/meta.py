"""What the head of an HTML page says of its article: headline, day, site, language."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from tui.text.head import head_of
from tui.text.page import Meta
from tui.text.safe import safe_line
from tui.text.tree import Tree

_ARTICLE_TYPES = re.compile(
    r"(?:https?://schema\.org/)?(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting)\Z"
)
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "sailthru.title",
    "parsely-title",
)
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
    "dcterms.created", "dcterms.issued", "date", "pubdate", "publishdate", "publish-date",
    "publication_date", "published_time", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "rnews:datepublished", "datecreated",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "twitter:app:name:iphone",
)
_ISO = re.compile(
    r"\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?Z| ?[+-]\d{2}:?\d{2})?)?)?"
)
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?\Z")
"""`20241018`, `20241018T0914`."""
_UNSET = "1971"
"""Days up to here are what a site puts where it has no date: `0001-01-01`, `1970-01-01`."""
_URL_DATE = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")
_HOST = re.compile(
    r"\s*(?:https?:)?//(?:[^/@?#]*@)?(?:www\.)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?=[:/?#\s]|\Z)",
    re.I,
)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_WRAPPED = (
    ("//<![CDATA[", "//]]>"),
    ("/*<![CDATA[*/", "/*]]>*/"),
    ("<![CDATA[", "]]>"),
    ("<!--", "-->"),
)
"""What old pages put around a script, to hide it from older browsers."""
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")


def meta_of(tree: Tree) -> Meta:
    """The metadata of a page: JSON-LD before Open Graph before plain meta elements."""
    head = head_of(tree.kept, tree.scripts)
    named = head.named
    things = list(_things(head.scripts))
    article = next((thing for thing in things if _is_a(thing, _ARTICLE_TYPES)), {})
    canonical = head.canonical or named.get("og:url")
    published, source = _published(head.times, article, named, canonical)
    language = head.language or named.get("og:locale")
    return Meta(
        title=_line(article.get("headline")) or _line(_first(named, _TITLES)) or _line(head.title),
        published=published,
        published_from=source,
        site=_site(article, things, named, canonical),
        language=language[:2].lower() if language and language[:2].isalpha() else None,
    )


def _site(
    article: dict[str, Any], things: list[dict[str, Any]], named: dict[str, str], link: str | None
) -> str | None:
    """The name of the site, else its host without `www.`."""
    told = (
        named.get("og:site_name"),
        _name_of(article.get("publisher"), things),
        *(named.get(name) for name in _SITES[1:]),
    )
    return next((found for name in told if (found := _line(name))), None) or _host(link)


def _name_of(publisher: object, things: list[dict[str, Any]]) -> object:
    """The name of a publisher: an object, a list of them, a name, or what an `@id` points to."""
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        if "name" in publisher:
            name = publisher["name"]
            return name[0] if isinstance(name, list) and name else name
        target = publisher.get("@id")
        return next(
            (thing.get("name") for thing in things if target and thing.get("@id") == target), None
        )
    return publisher


def _host(link: str | None) -> str | None:
    found = _HOST.match(link or "")
    return found[1].lower() if found else None


def _published(
    times: Iterable[str], article: dict[str, Any], named: dict[str, str], link: str | None
) -> tuple[str | None, str | None]:
    in_url = _URL_DATE.search(link) if link else None
    candidates: list[tuple[object, str]] = [
        (article.get("datePublished"), "json-ld"),
        (article.get("dateCreated"), "json-ld"),
        *((named.get(name), "meta") for name in _DATES),
        *((value, "meta") for value in times),
        ("-".join(in_url.groups()) if in_url else None, "url"),
    ]
    for value, source in candidates:
        if day := _day(value):
            return day, source
    return None, None


def _day(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    text = value.strip()
    packed = _PACKED.match(text)
    match = _ISO.match("-".join(packed.groups()) if packed else text)
    return match.group() if match and match.group() > _UNSET else None


def _things(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD, however nested; broken JSON holds none."""
    for script in scripts:
        waiting = [_loaded(script)]
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting = [*thing, *waiting]
            elif isinstance(thing, dict):
                yield thing
                waiting += [
                    thing[key] for key in _WITHIN if isinstance(thing.get(key), dict | list)
                ]


def _loaded(script: str) -> Any:
    """What a script of JSON holds, also where it has line feeds in strings or a comma too many."""
    bare = script.strip()
    for opening, closing in _WRAPPED:
        bare = bare.removeprefix(opening).removesuffix(closing).strip()
    for text in (bare, _TRAILING_COMMA.sub("", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _is_a(thing: dict[str, Any], types: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and types.match(kind) for kind in kinds)


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _line(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(safe_line(html.unescape(value)).split()) or None
