"""Text as tokens: words, numbers in digits and single signs, each with its offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<digits>(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f\u2009 ]\d{3})+(?![\d.]*\d)(?:,\d+)?"
    r"|\d+(?:,\d+|\.\d+(?:\.\d+)*)?)"
    r"|(?P<unit>(?:[kKmc]?m[23²³]|km/[uh]|m/s)(?!\w))"
    r"|(?P<word>['’][stn](?![\w])|[^\W\d_]+(?:[-'’\u00ad][^\W_]+)*(?:['’](?=\s))?)"
    r"|(?P<sign>°[CF]?(?!\w)|[^\w\s])"
    r"|(?P<other>\w+)"
)


class Token(NamedTuple):
    """A word, a number in digits, or a sign. `lower` is the text in lower case."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The tokens of the text, in order; white space has none. `offset` is added to each place.

    A soft hyphen belongs to its word and is left out of the token's text.
    """
    return [
        Token(
            match.lastgroup or "",
            word := match.group().replace("\u00ad", ""),
            word.lower(),
            match.start() + offset,
            match.end() + offset,
        )
        for match in _TOKEN.finditer(text)
    ]
