"""Texts as words that can be compared, whatever signs and blanks are printed between them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from tui.text.lexed import lowered
from tui.text.sentences import abbreviations

_MARKS = "\u00ad\u0300-\u036f"  # soft hyphens and accents that stand by themselves
_IN_WORD = rf"\w{_MARKS}"
_MORE = rf"(?:['/&-](?=\w)|(?<=\d)[.,:](?=\d))\w[{_IN_WORD}]*"
_CUT = re.compile(
    rf"((?! )(?:[a-z]++(?![{_IN_WORD}'/&-])"  # a plain word: most are, and this is fast
    rf"|\w[{_IN_WORD}]*(?:{_MORE})*"  # zo'n, 3.000, 2024-25
    rf"|'[snt](?![{_IN_WORD}])|-\d+(?:[.,]\d+)*"  # 's avonds, -5
    rf"|[^\w\s{_MARKS}.,;:!?…()\[\]{{}}\"'`´|•·*\-\ufe0e\ufe0f\u200d]))"  # % € +, emoji
)
"""A word, a number or a sign that says something; all else are the gaps between them."""

_ALIKE = (("'", "‘’‚‛ʼ′＇"), ('"', "“”„‟«»‹›″＂"), ("-", "‐‑‒–—―−"))
_QUOTES = re.compile(r"\"+|'+|`+|´+|,,")
_STOPS = re.compile(r"[.,;!…(){}\[\]-]")
_ENDS = re.compile(r"\n|[.!?…]+['\")\]]*\s|[.!?…]+['\")\]]*\Z")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text taken apart.

    `keys` are its words and telling signs in lower case, without soft hyphens, with one kind of
    apostrophe and dash; `joined` has them all, each between line feeds. `plain` is the text with
    those kinds of signs, of the same length.
    """

    text: str
    plain: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    joined: str = ""

    def gap(self, at: int) -> str:
        """What stands between the token before `at` and that token, or the edge of the text."""
        start = self.ends[at - 1] if at else 0
        return self.plain[start : self.starts[at] if at < len(self.starts) else len(self.plain)]

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """From which up to which token a stretch reaches, tokens that it only has a part of too."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def shown(self, at: int) -> str:
        """A token as it is printed, but for what makes no difference to its key."""
        printed = self.plain[self.starts[at] : self.ends[at]].replace("\u00ad", "")
        return unicodedata.normalize("NFC", printed)

    def part(self, first: int, after: int) -> Tokens:
        """The tokens from `first` up to `after` with the text that they stand in, by themselves."""
        start, end = self.stretch(first, after)
        return Tokens(
            self.text[start:end],
            self.plain[start:end],
            self.keys[first:after],
            [at - start for at in self.starts[first:after]],
            [at - start for at in self.ends[first:after]],
        )

    def stretch(self, first: int, after: int) -> tuple[int, int]:
        """Where the tokens from `first` up to `after` stand; where none do, an empty place."""
        if first < after:
            return self.starts[first], self.ends[after - 1]
        at = self.ends[first - 1] if first else 0
        return at, at

    def between(self, first: int, after: int) -> str:
        """The text of the tokens from `first` up to `after`."""
        start, end = self.stretch(first, after)
        return self.text[start:end]

    def opens(self, at: int) -> bool:
        """Whether a sentence begins at a token, or what is quoted or introduced does."""
        return at == 0 or self.parts(at) or any(sign in self.gap(at) for sign in "\"':")

    def parts(self, at: int) -> bool:
        """Whether a sentence ends before a token."""
        if not 0 < at <= len(self.keys):
            return False
        gap = self.gap(at)
        match = _ENDS.search(gap)
        if match is None:
            return False
        word = self.keys[at - 1]
        short = word in abbreviations() or (len(word) == 1 and word.isalpha())
        return not (short and gap.startswith(".") and "\n" not in gap)


def tokens(text: str) -> Tokens:
    """A text, taken apart: some milliseconds for 100,000 characters."""
    plain = text
    if not text.isascii():
        for sign, others in _ALIKE:
            for other in others:
                plain = plain.replace(other, sign)
    parts = _CUT.split(lowered(plain))
    edges = list(accumulate(map(len, parts)))
    keys = parts[1::2]
    if "\u00ad" in plain:
        keys = [key.replace("\u00ad", "") for key in keys]
    if not unicodedata.is_normalized("NFC", plain):
        keys = [unicodedata.normalize("NFC", key) for key in keys]
    return Tokens(text, plain, keys, edges[:-1:2], edges[1::2], "\n".join(["", *keys, ""]))


def signs(gap: str) -> tuple[int, bool, bool]:
    """What of a gap says something: how many quotation marks, a question, a colon."""
    return len(_QUOTES.findall(gap)), "?" in gap, ":" in gap


def stops(gap: str) -> bool:
    """Whether a gap has a comma, a stop or another sign that parts what is said."""
    return bool(_STOPS.search(gap)) or "\n" in gap
