"""What stands in the head of an HTML page, read with BeautifulSoup from its elements alone."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

_NAMES = ("property", "name", "itemprop", "http-equiv")
_WANTED = re.compile(
    r"<html|<title|<meta.*content|<link.*canonical|<time.*(?:pubdate|datepublished)", re.I | re.S
)
_MOST = 250
"""The elements that are read: a head with more is no news page's."""
_LONGEST = 8000
_LONGEST_JSON = 2_000_000
_MOST_JSON = 60


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page.

    `named` are its meta elements by name or property in lower case, of which the first counts;
    `times` the days in the time elements of the page that say they are its publication's, and
    `scripts` the texts of its JSON-LD.
    """

    title: str | None = None
    language: str | None = None
    canonical: str | None = None
    named: dict[str, str] = field(default_factory=dict)
    times: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


def head_of(elements: Sequence[str], scripts: Sequence[str]) -> Head:
    """The head made of these elements and scripts, each as it stands in the source."""
    wanted = [
        element for element in elements if len(element) <= _LONGEST and _WANTED.match(element)
    ][:_MOST]
    wanted += [script for script in scripts if len(script) <= _LONGEST_JSON][:_MOST_JSON]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup("\n".join(wanted), "html.parser", multi_valued_attributes=None)
    found = [tag for tag in soup.find_all(True) if isinstance(tag, Tag)]
    html = next((tag for tag in found if tag.name == "html"), None)
    title = next((tag for tag in found if tag.name == "title"), None)
    return Head(
        title=title.get_text() if title else None,
        language=(_told(html, "lang") or _told(html, "xml:lang")) if html else None,
        canonical=next(
            (
                _told(tag, "href")
                for tag in found
                if tag.name == "link" and "canonical" in (_told(tag, "rel") or "").lower().split()
            ),
            None,
        ),
        named=_named(tag for tag in found if tag.name == "meta"),
        times=tuple(
            day
            for tag in found
            if tag.name == "time" and _is_publication(tag)
            if (day := _told(tag, "datetime") or _told(tag, "content"))
        ),
        scripts=tuple(str(tag.string or "") for tag in found if tag.name == "script"),
    )


def _named(metas: Iterable[Tag]) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in metas:
        content = _told(meta, "content")
        if content and content.strip():
            for attribute in _NAMES:
                if name := _told(meta, attribute):
                    found.setdefault(name.strip().casefold(), content)
    return found


def _is_publication(time: Tag) -> bool:
    told = (_told(time, "itemprop") or "").lower()
    return "datepublished" in told.split() or time.get("pubdate") is not None


def _told(tag: Tag, attribute: str) -> str | None:
    value = tag.get(attribute)
    return value if isinstance(value, str) else None
