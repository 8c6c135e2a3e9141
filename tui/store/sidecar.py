"""What came with a page: the notes that a scraper left beside it, or the record of its archive."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass

from tui.store.beside import sidecars_of
from tui.store.days import iso
from tui.store.plain import Unreadable, is_member, opened
from tui.text.decode import NotText, decode
from tui.text.safe import safe_line

LARGEST_NOTE = 64 * 1024
"""The most bytes that a sidecar may have: it tells of a page, it does not hold it."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a page from outside it, safe to print. `published` is ISO 8601."""

    published: str | None = None
    url: str | None = None
    site: str | None = None
    title: str | None = None


NOTHING = About()

# Keys without case and signs: `article:published_time`, `publishedTime` and `published-time` are
# written by different scrapers. Not among them is when the page was fetched or changed.
_PUBLISHED = (
    *("datepublished", "published", "publishedat", "publishedon", "publisheddate", "publishedtime"),
    *("articlepublishedtime", "publishdate", "datepublish", "publishtime", "publicationdate"),
    *("pubdate", "pubtime", "date", "time"),
)
_URL = ("url", "canonicalurl", "canonical", "link", "sourceurl", "originalurl", "ogurl")
_SITE = ("site", "sitename", "ogsitename", "publisher", "source", "sourcename", "domain")
_TITLE = ("title", "headline", "ogtitle")
_NESTED = ("meta", "metadata", "article", "_source")
_LONGEST = 2_000
_SIGNS = re.compile(r"[^a-z0-9]+")
_LINE = re.compile(r"""["']?([\w.-]+(?::[\w.-]+)*)["']?[ \t]*(?:=|:(?=\s))(.+)""")
"""`date: 2024-10-18`, `article:published_time = 2024-10-18`."""
_TIGHT_LINE = re.compile(r"([\w.-]+):(.+)")
"""`url:https://example.nl/kop`."""
_URL_HEAD = re.compile(r"https?://([^/?#\s]+)\S*", re.I)


def about(path: str) -> About:
    """What came with a page; what cannot be read is left out.

    With a page of an archive came its address: the date in its record is that of the crawl.
    """
    if is_member(path):
        from tui.store.containers import member_url

        return About(url=_address(member_url(path)))
    found = NOTHING
    for name in sidecars_of(path):
        note = _note(name)
        found = About(*(old or new for old, new in zip(astuple(found), astuple(note), strict=True)))
        if None not in astuple(found):
            break
    return found


def _note(path: str) -> About:
    """What one sidecar says."""
    try:
        with opened(path) as (file, _):
            data = file.read(LARGEST_NOTE + 1)
    except Unreadable:
        return NOTHING
    return parse(data) if len(data) <= LARGEST_NOTE else NOTHING


def parse(data: bytes) -> About:
    """What the bytes of a sidecar say: a JSON object, or lines of `key: value` or `key=value`."""
    try:
        text = decode(data).strip()
    except NotText:
        return NOTHING
    fields = _of_json(text) if text.startswith(("{", "[")) else _of_lines(text)
    return About(
        published=_first(fields, _PUBLISHED, iso),
        url=_first(fields, _URL, _address),
        site=_first(fields, _SITE, _site),
        title=_first(fields, _TITLE, _words),
    )


def _of_json(text: str) -> Mapping[str, object]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(whole, dict):
        return {}
    fields: dict[str, object] = {}
    for level in (whole, *(whole.get(name) for name in _NESTED)):
        if isinstance(level, dict):
            for key, value in level.items():
                fields.setdefault(_SIGNS.sub("", key.casefold()), value)
    return fields


def _of_lines(text: str) -> Mapping[str, object]:
    fields: dict[str, object] = {}
    for line in text.split("\n"):
        match = _LINE.match(line.strip()) or _TIGHT_LINE.match(line.strip())
        if match:
            value = match[2].strip().rstrip(",").strip("\"'").strip()
            fields.setdefault(_SIGNS.sub("", match[1].casefold()), value)
    return fields


def _first(
    fields: Mapping[str, object], keys: Iterable[str], reading: Callable[[object], str | None]
) -> str | None:
    return next((found for key in keys if (found := reading(fields.get(key)))), None)


def _words(value: object) -> str | None:
    """A text as one line that is safe to print."""
    if not isinstance(value, str):
        return None
    return " ".join(safe_line(value[:_LONGEST]).split()) or None


def _address(value: object) -> str | None:
    text = _words(value)
    return text if text and len(text) < _LONGEST and _URL_HEAD.fullmatch(text) else None


def _site(value: object) -> str | None:
    """The name of a site; its host where there is an address in its place."""
    text = _words(value.get("name") if isinstance(value, dict) else value)
    address = _URL_HEAD.fullmatch(text) if text else None
    return address[1] if address else text
