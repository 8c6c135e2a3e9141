"""Quotations in a text: what stands between quotation marks of any shape."""

from __future__ import annotations

import re

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
        for match in pattern.finditer(text):
            if not any(a < match.end() and match.start() < b for a, b in found):
                found.append(match.span(1))
    return sorted(found)
