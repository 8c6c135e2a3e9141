"""Money that no currency tells: by a noun, by the sentence, by the word before the number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of
from tui.text.quantity import Quantity

if TYPE_CHECKING:
    from tui.text.kinds import Kind


def money_by_noun(kind: Kind) -> None:
    """Millions of profit, of subsidy, of damage are money: `850 miljoen WINST`."""
    if kind.noun is not None and kind.noun.lower() in _context():
        kind.kind, kind.noun, kind.rule = "money", None, "noun"


def money_by_context(t: Lexed, at: int, kind: Kind, factor: float) -> None:
    """A million of nothing is money where the sentence speaks of costs or sums."""
    begin, end = t.sentence(at)
    start = t.starts[at]
    sentence = t.text[max(begin, start - _WINDOW) : min(end, start + _WINDOW)]
    words = set(re.findall(r"[\w€]+", sentence.lower()))
    if words & _context() or "€" in sentence:
        kind.kind, kind.counted, kind.rule = "money", True, "the sentence speaks of money"
    elif factor >= _MILLIARD and not words & _no_money():
        kind.kind, kind.counted, kind.rule = "money", True, "a milliard of nothing is money"


_WINDOW = 1000
"""How far from a number its sentence is looked at: further on nothing tells about it."""


_MILLIARD = 1e9


@cache
def _no_money() -> frozenset[str]:
    return frozenset(table("units")["no_money"]["words"])


@cache
def _context() -> frozenset[str]:
    return frozenset(table("units")["money_context"]["words"])


@cache
def _before(name: str) -> frozenset[str]:
    return frozenset(table("units")["money_before"][name])


@cache
def _leads() -> frozenset[str]:
    return _before("verbs") | _before("of")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(table("units")["money_before"]["ends"])


def money_before(t: Lexed, quantity: Quantity, kind: Kind, lead: int) -> None:
    """A bare sum is money by the word before it: `een schade van 45.000`, `verdient 14,50`.

    `lead` is the index of that word, before the hedge of the number.
    """
    at, word = lead, t.words[lead]
    if word not in _leads():
        return
    if word in _before("of"):
        if not t.words[at - 1].endswith(_ends()):
            return
        at -= 1
    value = quantity.value if quantity.value is not None else quantity.low
    cents = quantity.digits and t.text[quantity.start : quantity.end][-3:-2] == ","
    if not cents and (value or 0) < table("units")["money_before"]["least"]:
        return
    kind.kind, kind.counted, kind.rule, kind.word = "money", True, "a word of money before it", at


def is_weight(t: Lexed, quantity: Quantity, at: int) -> bool:
    """`de snoek woog 12 POND`, `drie POND spruiten`: half kilos, and no sterling."""
    told = table("units")["weight_of_pound"]
    if (quantity.value or quantity.high or 0) >= told["less_than"] or quantity.factor != 1:
        return False
    near = {*t.before(quantity.first, _NEAR), *t.words[at + 1 : at + _NEAR]}
    if not near.isdisjoint(told["near"]):
        return True
    head = head_of(t.words, at + 1, t.is_capital)
    return head >= 0 and t.words[head] not in {*told["not_behind"], *_context()}


_NEAR = 6
