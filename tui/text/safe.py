"""The one gate that takes control and bidi characters out of text from outside.

A terminal obeys what it is sent: an article could set the window title, write the clipboard or
show a link as another. Every replacement is one character for one, so that offsets hold.
"""

from __future__ import annotations

import re

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e01ef]"
)
"""What `safe` replaces: C0 (but tab and line feed), DEL, C1, zero width, separators, bidi, tags."""

_INVISIBLE = frozenset(
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u180e\u200b\u200c\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_LINE_BREAKS = frozenset("\u2028\u2029")
_JOINER = "\u200d"
_EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


def safe(text: str) -> str:
    """The text with nothing left in it that a terminal would obey; the same length.

    Invisible characters become a space, line and paragraph separators a line feed, and what
    would steer the terminal or the reading direction U+FFFD, so that it shows that it was there.
    A joiner between two emoji stays.
    """
    if text.isascii() and text.isprintable():
        return text

    def replace(match: re.Match[str]) -> str:
        char = match.group()
        if char in _INVISIBLE:
            return " "
        if char in _LINE_BREAKS:
            return "\n"
        if char == _JOINER:
            at = match.start()
            joins = _EMOJI.match(text, at + 1) and at and _EMOJI.match(text, at - 1)
            return char if joins else " "
        return "\N{REPLACEMENT CHARACTER}"

    return UNSAFE.sub(replace, text)


def safe_line(text: str) -> str:
    """The text as one safe line: as `safe`, with line feeds and tabs as spaces."""
    return safe(text).translate({0x0A: " ", 0x09: " "})
