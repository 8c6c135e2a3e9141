"""Where a figure or a date could begin: for each word, what must be tried at it.

One table of words serves both, and a text is taken apart once for both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import compress

from tui.text.datewords import YEAR, anchors
from tui.text.language import table
from tui.text.lexed import Cut, cut
from tui.text.numbers import fraction_signs, magnitudes, word_value
from tui.text.quantity import article, grammar
from tui.text.ranges import joiners, ranges
from tui.text.shares import fractions, out_of
from tui.text.specials import (
    aged_word,
    collectives,
    multiple_value,
    openings,
    twice,
    vague_words,
)
from tui.text.unitwords import signs_of_money

DIGITS, NUMBER, ARTICLE, VAGUE, SHARE, MULTIPLE, AGED, DATE = 1, 2, 4, 8, 16, 32, 64, 128
_PART = re.compile(r"\w+")
_YEAR = re.compile(YEAR)


class _Marks(dict[str, int]):
    """What each word that was met may begin; emptied when many were."""

    def __missing__(self, word: str) -> int:
        mark = _mark(word)
        if len(self) > 1 << 16:
            self.clear()
        if len(word) < 60:
            self[word] = mark
        return mark


_MARKS = _Marks()


Marks = list[tuple[int, int]]
"""Indexes of words, each with what to try there."""


@lru_cache(maxsize=1)
def marked(text: str) -> tuple[Cut, Marks]:
    """The tokens of a text, and those at which a figure or a date could begin.

    The last text is kept: its dates and its figures are asked for one after the other.
    """
    parts = cut(text)
    found = list(map(_MARKS.__getitem__, parts.words))
    places = compress(range(len(found)), found)
    return parts, list(zip(places, filter(None, found), strict=True))


def _mark(word: str) -> int:
    return _figure(word) | DATE * _dates(word)


def _figure(word: str) -> int:
    if word[0].isdigit():
        return DIGITS
    if word in fraction_signs():
        return SHARE
    if word in signs_of_money():
        return NUMBER
    if not word[0].isalpha():
        return 0
    mark = 0
    if word == article():
        mark = ARTICLE | NUMBER
    elif word in grammar("half") or word in magnitudes() or word_value(word) is not None:
        mark = NUMBER
    if word in vague_words() or word in openings():
        mark |= VAGUE
    if word in table("numbers")["shares"]:
        mark |= SHARE
    multiples = table("numbers")["multiple_words"]
    if word in twice() or word in multiples["of_the"] or multiple_value(word) is not None:
        mark |= MULTIPLE
    if aged_word(word) is not None:
        mark |= AGED
    return mark


def _dates(word: str) -> bool:
    """Whether an anchor of a date could begin in a word: `maart`, `zondag-maandag`, `1.2.2024`."""
    parts = _PART.findall(word)
    return any(part in _anchoring() or _YEAR.fullmatch(part) for part in parts)


@cache
def _anchoring() -> frozenset[str]:
    """The words that the anchors of dates begin with, also where a digit is a token: `1e`."""
    whole = {part[0] for name in anchors() if (part := _PART.match(name))}
    return frozenset(whole | {cut(name).words[0] for name in anchors()})


@cache
def behind_article() -> frozenset[str]:
    """What can stand behind `een` where it begins a figure."""
    return frozenset(
        {
            *grammar("half"),
            *fractions(),
            *magnitudes(),
            *joiners(),
            *ranges("and"),
            *out_of(),
            *collectives(),
            *table("units")["percent"]["words"],
            *table("units")["money_ton"]["words"],
            *(words[1] for every in openings().values() for words, _ in every if len(words) > 1),
        }
    )


@cache
def changing() -> tuple[str, ...]:
    """The words that lead to the end of a change, between spaces: ` naar `."""
    return tuple(f" {word} " for word in table("nouns")["sharing"]["to"])


def share_value(word: str) -> float:
    """The share that a word or a sign tells."""
    value: float = table("numbers")["shares"].get(word) or fraction_signs()[word]
    return value
