"""Four digits that look like a year and count something: `het zijn er 2000`, `op 1900 geschat`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.text.counted import tells_number
from tui.text.dateparts import FIRST_SURE
from tui.text.hedges import hedge_before
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.quantity import Quantity

_ROUND = 50
"""A number that is no multiple of this looks more like a year than like a count."""
_NEAR = 6
"""So many words before a number `er` tells that it counts something."""
_TOLD = 26
"""So many words before a number `het aantal` is of it."""


def is_counted(t: Lexed, found: Quantity) -> bool:
    """Whether a bare number of the size of a year counts, by the words around it."""
    at = found.first
    last = t.words[at - 1]
    hedge = hedge_before(t, at, found.after)
    if hedge is not None and t.words[hedge.first] not in _listed("year_hedges"):
        return True
    begin, _ = t.sentence(at)
    before = [word for k, word in enumerate(t.words[max(0, at - _TOLD) : at], max(0, at - _TOLD))
              if t.starts[k] >= begin]  # fmt: skip
    if is_reckoned(before, found.value or 0):
        return True
    if last in _listed("of_number") and reckons(t.words[found.after]):
        return (found.value or 0) < FIRST_SURE  # `toen anderen al VAN 1000 SPRAKEN`
    if last in _listed("year_lead"):
        return last in _listed("of_number") and tells_number(before[-2:-1])
    if last in _listed("year_stands_at"):
        return tells_number(before) or not _listed("year_tells").isdisjoint(before)
    if (found.value or 0) % _ROUND:
        return False
    if not _listed("year_there").isdisjoint(before[-_NEAR:]):
        return True
    return last in _listed("year_tells") or _is_part(t, found)


def is_reckoned(before: Sequence[str], number: float) -> bool:
    """Whether the words before a number tell that one reckons with so many: `ging UIT VAN 1500`.

    One of our own age may be a year behind them. A mean or a sum need not be round:
    `een GEMIDDELDE VAN 1345`.
    """
    if number >= FIRST_SURE:
        return False
    last = " ".join(before[-2:])
    if number % _ROUND:
        return last in _listed("summed")
    if last in _listed("summed") | _listed("reckoned"):
        return True
    parted = last in _listed("reckoned_parted")  # `SPRAK de dienst NOG VAN 1500`
    return parted and not _listed("reckons").isdisjoint(before[-_NEAR:])


def reckons(word: str) -> bool:
    """Whether a verb tells that one reckons with so many."""
    return word in _listed("reckons")


def _is_part(t: Lexed, found: Quantity) -> bool:
    """Whether those behind it are some of many: `2700 VAN HEN`."""
    behind = tuple(t.words[found.after : found.after + 2])
    return len(behind) > 1 and behind[0] in _listed("of_number") and behind[1] in _listed("of_them")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("traps")["yearlike"][name])
