"""A ton of money, which is a hundred thousand, told from a ton of grain."""

from __future__ import annotations

from functools import cache

from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import could_be_counted, head_of
from tui.text.shapes import ADVERB, SHAPES

_BEFORE, _BEHIND = 12, 6
"""So many words before and behind a ton are asked whether it is one of money."""
_STOPS = frozenset(".!?;")
_ENDS = frozenset(".!?;:,\n")


@cache
def _tons(name: str) -> frozenset[str]:
    return frozenset(table("units")["money_ton"][name])


def is_ton(word: str) -> bool:
    """Whether a word may be a ton of money."""
    return word in _tons("words")


def ton_of_money(t: Lexed, first: int, value: float, at: int) -> bool:
    """Whether the ton at a token, counted by the number that begins at `first`, is of money.

    `een schade van VIER TON`, `het huis kost DRIE TON`, `een pand van DRIE TON kopen`.
    """
    if value >= table("units")["money_ton"]["less_than"] or t.words[first - 1] in _tons(
        "not_before"
    ):
        return False
    words, following = t.words, t.words[at + 1]
    told = following in _tons("aan") and words[at + 2] in _tons("behind")
    if told or following in _tons("behind"):
        return True
    if following not in _tons("passed") | _tons("verbs") and _is_counted(t, at + 1):
        return False  # twee ton aardappelen
    before = t.before(first, _BEFORE)
    start = max((place + 1 for place, word in enumerate(before) if word in _STOPS), default=0)
    before = before[start:]
    if not _tons("weighs").isdisjoint(before):
        return False
    if not _tons("verbs").isdisjoint(_clause(words, at + 1)):
        return True
    if before and before[-1] in table("nouns")["sharing"]["of"] and not _changes(before):
        return len(before) > 1 and before[-2] in _tons("told")
    if before and before[-1] in _tons("for") and not _tons("trade").isdisjoint(before):
        return True
    return not _tons("told").isdisjoint(before)


def _changes(before: list[str]) -> bool:
    """Whether a sum moves: `de prijs STEEG VAN twee ton naar drie ton`."""
    return len(before) > 1 and before[-2] in table("numbers")["ranges"]["changes"]


def _is_counted(t: Lexed, at: int) -> bool:
    """Whether a word behind a ton is what is weighed."""
    if head_of(t.words, at, t.is_capital) >= 0:
        return True
    return could_be_counted(t.words[at]) and not SHAPES[t.words[at]] & ADVERB


def _clause(words: list[str], at: int) -> list[str]:
    """The next words, up to a mark."""
    for place in range(at, at + _BEHIND):
        if words[place][0] in _ENDS:
            return words[at:place]
    return words[at : at + _BEHIND]
