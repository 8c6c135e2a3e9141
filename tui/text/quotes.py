"""Quotations in a text: what stands between quotation marks of any shape."""

from __future__ import annotations

import re
from bisect import bisect_left

_PAIRS = (
    re.compile(r"“([^“”\n]+)”"),
    re.compile(r"„([^„”“\n]+)[”“]"),
    re.compile(r"«([^«»\n]+)»"),
    re.compile(r"(?<![\w\"])\"([^\"\n]+)\"(?![\w\"])"),
    re.compile(r"(?<!\w)‘([^‘\n]{2,}?)’(?!\w)"),
    re.compile(r"(?<![\w'])'(?![stn]\b|\d\d\b)([^'\n]+(?:\w'\w[^'\n]*)*)'(?!\w)"),
)
"""Curly, low-high, guillemets, straight; single ones where they cannot be an apostrophe."""


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans inside quotation marks, in order and without overlap; the marks stay outside."""
    found: list[tuple[int, int]] = []
    for pattern in _PAIRS:
        # What one pattern finds never overlaps itself: only those before it are in the way.
        fresh = [
            match.span(1)
            for match in pattern.finditer(text)
            if not _overlaps(found, match.start(), match.end())
        ]
        found = sorted([*found, *fresh])
    return found


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are sorted and do not overlap, touches a stretch."""
    place = bisect_left(spans, (end,))
    return place > 0 and spans[place - 1][1] > start
