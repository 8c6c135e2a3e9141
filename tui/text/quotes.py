"""Quotations in a text: what stands between quotation marks of any shape."""

from __future__ import annotations

import re
from bisect import bisect_left

_PAIRS = (
    re.compile(r"“([^“”\n]+)”"),
    re.compile(r"„([^„”“\n]+)[”“]"),
    re.compile(r"«([^«»\n]+)»"),
    re.compile(r"\"(?<![\w\"]\")([^\"\n]+)\"(?![\w\"])"),
    re.compile(r"‘(?<!\w‘)([^‘\n]{2,}?)’(?!\w)"),
    re.compile(r"'(?<![\w']')(?![stn]\b|\d\d\b)([^'\n]+(?:\w'\w[^'\n]*)*)'(?!\w)"),
)
"""Curly, low-high, guillemets, straight; single ones where they cannot be an apostrophe.

Each begins with its mark and looks back from there, so that all other text is skipped at once.
"""


_BREAKS = re.compile(r"\n+")
_OPENING = re.compile(r"[“„«\"‘](?<![^\n].)(?=\w)")
"""A quotation that goes on over paragraphs is opened anew in each and closed in the last."""


_REVERSED = re.compile(r"»([^«»\n]+)«")


def _is_reversed(text: str) -> bool:
    """Whether guillemets point inwards: `»zo«`."""
    return -1 < text.find("»") < text.find("«")


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans inside quotation marks, in order and without overlap; the marks stay outside."""
    found: list[tuple[int, int]] = []
    for pattern in (_REVERSED, *_PAIRS) if _is_reversed(text) else _PAIRS:
        # What one pattern finds never overlaps itself: only those before it are in the way.
        fresh = [
            match.span(1)
            for match in pattern.finditer(text)
            if not _overlaps(found, match.start(), match.end())
        ]
        if fresh:
            found = sorted([*found, *fresh])
    return sorted([*found, *_unclosed(text, found)])


def _unclosed(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs that open a quotation and leave it open, as the next one opens it again."""
    left = []
    for match in _OPENING.finditer(text):
        start = match.end()
        end = text.find("\n", start)
        if end < 0 or _overlaps(found, start - 1, end):
            continue
        breaks = _BREAKS.match(text, end)
        following = _OPENING.match(text, breaks.end()) if breaks else None
        if following and following.group() == match.group():
            left.append((start, start + len(text[start:end].rstrip())))
    return left


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are sorted and do not overlap, touches a stretch."""
    place = bisect_left(spans, (end,))
    return place > 0 and spans[place - 1][1] > start
