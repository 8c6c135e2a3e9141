"""The day of publication where the page does not tell: in the name of its file."""

from __future__ import annotations

import re
from datetime import date

_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
"""`2024-10-18-kop.txt`, `20241018_kop.html`."""


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
