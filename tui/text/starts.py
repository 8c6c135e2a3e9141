"""Where a figure could begin: for each word, what must be tried at it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress

from tui.text.language import table
from tui.text.numbers import magnitudes, word_value
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

DIGITS, NUMBER, ARTICLE, VAGUE, SHARE, MULTIPLE, AGED = 1, 2, 4, 8, 16, 32, 64


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


def marks(words: list[str]) -> Iterator[tuple[int, int]]:
    """The indexes of the words at which a figure could begin, each with what to try there."""
    found = list(map(_MARKS.__getitem__, words))
    return zip(compress(range(len(found)), found), filter(None, found), strict=False)


def _mark(word: str) -> int:
    if word[0].isdigit():
        return DIGITS
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
            *(words[1] for every in openings().values() for words, _ in every if len(words) > 1),
        }
    )


@cache
def changing() -> tuple[str, ...]:
    """The words that lead to the end of a change, between spaces: ` naar `."""
    return tuple(f" {word} " for word in table("nouns")["sharing"]["to"])


def share_value(word: str) -> float:
    """The share that a word tells."""
    value: float = table("numbers")["shares"][word]
    return value
