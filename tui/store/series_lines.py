"""A text as sentences of words with their places, and what of the lists each word may open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from tui.store.series_once import once
from tui.text.article import Figure
from tui.text.lexed import lowered
from tui.text.sentences import sentences

_CUT = re.compile(  # the tokens of tui.text.tokens without their kinds, in a third of the time
    r"((?! )(?:"
    r"[a-zA-Z]++(?![-'’\u00ad23²³/\w])"  # a plain word: most are, and this is fast
    r"|(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f\u2009 ]\d{3})+(?![\d.]*\d)(?:,\d+)?"
    r"|\d+(?:,\d+|\.\d+(?:\.\d+)*)?"
    r"|(?:[kKmc]?m[23²³]|km/[uh]|m/s)(?!\w)"
    r"|['’][stn](?!\w)|[^\W\d_]+(?:[-'’\u00ad][^\W_]+)*(?:['’](?=\s))?"
    r"|°[CF]?(?!\w)|[^\w\s]"
    r"|\w+))"
)
_CAPITAL = re.compile(r"[A-Z][^\W\d_]*(?:[-'’][^\W_]+)*")
_NONE: tuple[int, ...] = ()


def is_word(text: str) -> bool:
    """Whether a token is a word, no number, sign or unit like `km/u`."""
    return text[:1].isalpha() and "/" not in text


class Line(NamedTuple):
    """A sentence, or the headline, as words with their places in the text.

    `opens` has the places of the words that stand in a list, or open a phrase of it; `found` is
    where phrases that were found already are kept; `size` is the number of words.
    """

    nth: int
    start: int
    end: int
    texts: list[str]
    lowers: list[str]
    starts: list[int]
    opens: dict[str, list[int]]
    found: dict[str, Any]
    size: int

    def at(self, offset: int) -> int:
        """The place of the word that stands at an offset, or of the last before it."""
        found = bisect_right(self.starts, offset)
        return found - 1 if found else 0

    def behind(self, figure: Figure) -> int:
        """The place behind the whole phrase of a figure."""
        size = max(len(figure.phrase), len(figure.text))
        return self.at(figure.start + size - 1) + 1

    def end_of(self, at: int) -> int:
        """The offset behind a word."""
        return self.starts[at] + len(self.texts[at])

    def words(self, first: int, stop: int) -> str:
        """Some of its words in lower case."""
        return " ".join(self.lowers[first:stop])

    def places(self, name: str, first: int = 0, stop: int | None = None) -> Collection[int]:
        """Where words of a list stand, from one place up to another."""
        found = self.opens.get(name)
        if found is None:
            return _NONE
        if not first and stop is None:
            return found
        return found[bisect_left(found, first) : None if stop is None else bisect_left(found, stop)]


class Text:
    """A text as words; its sentences are made into lines when they are asked for."""

    def __init__(
        self, text: str, openers: Mapping[str, tuple[str, ...]], whole: int | None = None
    ) -> None:
        """`openers` has the lists that a word stands in, or opens a phrase of.

        `whole` is the number of the only line of a text that is not cut into sentences.
        """
        self._text = text
        self._openers = openers
        self.spans = sentences(text) if whole is None else [(0, len(text))]
        self.begins = [start for start, _ in self.spans]
        self._nth = whole
        self._lines: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def nth_at(self, offset: int) -> int:
        """The number of the sentence that an offset stands in."""
        found = bisect_right(self.begins, offset)
        return found - 1 if found else 0

    def line(self, nth: int) -> Line:
        """A sentence by its number. Raises IndexError."""
        found = self._lines.get(nth)
        if found is None:
            found = self._lines[nth] = self._line(nth)
        return found

    def lines(self, stop: int | None = None) -> list[Line]:
        """The sentences up to one, of those that there are."""
        return [self.line(nth) for nth in range(len(self.spans))[:stop]]

    def naming(self, names: frozenset[str]) -> list[Line]:
        """The sentences with one of some words that have a capital, in order."""
        if "\u00ad" in self._text:
            return self.lines()
        return self._with(names & self.capitals, self._text)

    @once
    def capitals(self) -> frozenset[str]:
        """The words of the text that have a capital."""
        return frozenset(_CAPITAL.findall(self._text))

    def having(self, pieces: Iterable[str]) -> list[Line]:
        """The sentences in which one of some pieces of words stands, in any case, in order."""
        low = lowered(self._text.replace("\u00ad", ""))
        if len(low) != len(self._text):
            return self.lines()
        return self._with([piece for piece in pieces if piece in low], low)

    def _with(self, pieces: Iterable[str], text: str) -> list[Line]:
        found = set()
        for piece in pieces:
            at = text.find(piece)
            while at >= 0:
                found.add(self.nth_at(at))
                at = text.find(piece, at + 1)
        return [self.line(nth) for nth in sorted(found)]

    def _line(self, nth: int) -> Line:
        start, end = self.spans[nth]
        text = self._text[start:end]
        parts = _CUT.split(text)
        texts = parts[1::2]
        if "\u00ad" in text:
            texts = [word.replace("\u00ad", "") for word in texts]
        lowers = list(map(str.lower, texts))
        if "'" in text or "’" in text:  # the end of a quotation: `'duizend doden en gewonden' `
            lowers = [low.rstrip("'’") or low for low in lowers]
        opened = list(map(self._openers.get, lowers))
        if None in opened:  # a word that was never asked for
            opened = [self._openers[low] for low in lowers]
        opens: dict[str, list[int]] = {}
        for at, names in enumerate(opened):
            if names:
                for name in names:
                    if name in opens:
                        opens[name].append(at)
                    else:
                        opens[name] = [at]
        starts = list(accumulate(map(len, parts), initial=start))[1:-1:2]
        number = nth if self._nth is None else self._nth
        return Line(number, start, end, texts, lowers, starts, opens, {}, len(texts))
