"""The day of publication: from the page, from what came with it, or in the name of its file."""

from __future__ import annotations

import re
from datetime import date

from tui.text.guide import Guide
from tui.text.pieces import Cleaned

_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
"""`2024-10-18-kop.txt`, `20241018_kop.html`."""


_IN_URL = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")
"""`/2024/10/18/` or `/2024-10-18-` in an address."""


def published_of(cleaned: Cleaned, guide: Guide, path: str) -> tuple[str | None, str | None]:
    """When a page was published (ISO 8601) and what tells so; (None, None) where nothing does.

    The page itself goes first, then what a scraper left beside it, then the name of its file.
    """
    if cleaned.published:
        return cleaned.published, cleaned.published_from
    if guide.published:
        return guide.published, "sidecar"
    if guide.url and (found := _IN_URL.search(guide.url)):
        return "-".join(found.groups()), "url"
    day = day_in_name(path)
    return (day, "file name") if day else (None, None)


def day_in_name(path: str) -> str | None:
    """The ISO 8601 day in the last part of a path, or None. Raises nothing."""
    name = re.split(r"[/\\]", path)[-1]
    match = _IN_NAME.search(name)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return None
