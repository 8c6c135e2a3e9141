r"""A text taken apart: its words, numbers and signs in lower case, each with its place.

Cutting is done by one pattern over the whole text, so that what follows is index arithmetic on
three lists. A line break is a token too (`"\n"`): no noun, hedge or unit is sought across one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from tui.text.article import FigureKind
from tui.text.grounds import Reason

_LETTERS = "a-zªµºß-öø-ɏʼˈͰ-ϿЀ-ԯ"
_CUT = re.compile(
    r"((?! )(?:"  # half of all places are spaces: they go first
    rf"[{_LETTERS}]++(?![-'’\u00ad23²³/])"  # a plain word: most are, and this is fast
    rf"|[{_LETTERS}]+(?>(?:[-'’\u00ad][^\W_]+)*)"  # zuid-koreaanse, auto's
    r"(?:(?<=[sxz])['’](?=\s)|[23²³](?!\w)|/[uhs](?!\w))?"  # Prins', km2, km/u
    r"|\d+(?:(?<!\d\d\d\d)(?>(?:[.\u00a0\u202f\u2009 '’](?=\d{3}(?!\d))\d{3})+)(?![\d.]*\d)"
    r"(?:,\d+)?"
    r"|,\d+|\.\d+(?>(?:\.\d+)*))?[¼-¾⅓-⅞]?"  # 10.000, 10 000, 2,5, 3.50, 1½
    r"|\n+"
    r"|['’][stn](?!\w)"
    r"|°[cf]?(?!\w)|[^\w\s]"
    r"|\w+))"
)


@dataclass(slots=True)
class Lexed:
    """The tokens of a text: `words` in lower case, with where each begins and ends in `text`.

    A few line breaks are added at the end, so that `words[at + 3]` and `words[-1]` need no guard.
    `opened` holds where the sentences begin; the stretches from `shut` to `reopened` are dates,
    in which no figure stands. `recent` is the last number that was read: where it stands, its
    value, its kind and its unit. With `traced` the rules note what they did in `reasons`, figure
    by figure.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    opened: list[int] = field(default_factory=list)
    shut: list[int] = field(default_factory=list)
    reopened: list[int] = field(default_factory=list)
    recent: tuple[int, float | None, FigureKind, str | None] | None = None
    traced: bool = False
    reasons: list[tuple[Reason, ...]] = field(default_factory=list)

    def token(self, at: int) -> str:
        """A token as it is printed, without soft hyphens."""
        return self.text[self.starts[at] : self.ends[at]].replace("\u00ad", "")

    def is_capital(self, at: int) -> bool:
        """Whether a token begins with a capital."""
        start = self.starts[at]
        return start < len(self.text) and self.text[start].isupper()

    def opens(self, at: int) -> bool:
        """Whether a sentence begins at a token."""
        start = self.starts[at]
        place = bisect_right(self.opened, start)
        return place > 0 and self.opened[place - 1] == start

    def is_shut(self, start: int, end: int) -> bool:
        """Whether a stretch touches a date."""
        place = bisect_right(self.shut, end - 1)
        return place > 0 and self.reopened[place - 1] > start

    def before(self, at: int, most: int) -> list[str]:
        """The tokens before one, at most so many, of the same line."""
        words = self.words[max(0, at - most) : at]
        for place in range(len(words) - 1, -1, -1):
            if words[place][0] == "\n":
                return words[place + 1 :]
        return words

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a token begins and ends, as offsets."""
        start = self.starts[at]
        place = bisect_right(self.opened, start)
        begin = self.opened[place - 1] if place else 0
        return begin, self.opened[place] if place < len(self.opened) else len(self.text)


class Cut(NamedTuple):
    """The tokens of a text and its lower case, as they are for dates and figures both."""

    low: str
    words: list[str]
    starts: list[int]
    ends: list[int]


_GUARD = 4


def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    # `İ` becomes two characters, and every offset after it is wrong
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def cut(text: str) -> Cut:
    """The tokens of a text."""
    low = lowered(text)
    parts = _CUT.split(low)
    edges = list(accumulate(map(len, parts)))
    words, starts, ends = parts[1::2], edges[:-1:2], edges[1::2]
    if "\u00ad" in low:
        words = [word.replace("\u00ad", "") or "\u00ad" for word in words]
    words += ["\n"] * _GUARD
    starts += [len(text)] * _GUARD
    ends += [len(text)] * _GUARD
    return Cut(low, words, starts, ends)
