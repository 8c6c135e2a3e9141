"""The noun of a bare number, named before it: `het aantal DODEN is opgelopen tot 21`."""

from __future__ import annotations

from functools import cache

from tui.text.kinds import Kind
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of
from tui.text.quantity import Quantity


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("nouns")["numbers_of"][name])


@cache
def _tallies() -> dict[str, str]:
    return dict(table("nouns")["numbers_of"]["tallies"])


def tells_number(words: list[str]) -> bool:
    """Whether some words speak of a number of things: `het AANTAL leden`, `het DODENTAL`."""
    return any(word in _words("of") or word in _tallies() for word in words)


def told_before(t: Lexed, quantity: Quantity, kind: Kind, lead: int) -> None:
    """Give a bare count the noun that the sentence named before it.

    `lead` is the index of the word before the number and its hedge.
    """
    if t.words[lead] not in _words("reach"):
        return
    begin, _ = t.sentence(quantity.first)
    at = quantity.first - 2
    stop = max(0, at - int(table("nouns")["numbers_of"]["far"]))
    while at >= stop and t.starts[at] >= begin:
        word = t.words[at]
        if word in _words("of"):
            head = head_of(t.words, at + 1, t.is_capital)
            if head >= 0:
                kind.noun, kind.head, kind.head_rule = t.token(head), head, "a number of these"
            return
        if word in _tallies():
            kind.noun, kind.head, kind.head_rule = _tallies()[word], at, "a number of these"
            return
        at -= 1
