"""What kind of quantity a number is: by the sign at it, the unit behind it, or its noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui.text.article import FigureKind
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of
from tui.text.quantity import Quantity
from tui.text.unitwords import (
    COUNTRY,
    DURATION,
    LENGTHY,
    MEASURE,
    MONEY,
    PERCENT,
    POWER,
    currencies_of,
    lowered,
    roles,
    units,
)

_MANY = 100
"""From here on a number makes a currency of a word that may be another."""


@dataclass(slots=True)
class Kind:
    """The kind of a figure, its noun or unit word, how far both reach, and the rule that found it.

    `upto` is the index after the last token of the phrase, `after` that of the token to go on
    from, `number_upto` the index after a percent sign or word that belongs to the number (else
    0), `scale` what the value must be multiplied by (0.01 for cents), `counted` whether a unit or
    noun stands with the number at all. `rule` says by what the kind was known, `word` is the
    index of the token that told (-1 for none), `head` that of the noun.
    """

    kind: FigureKind
    noun: str | None
    unit: str | None
    upto: int
    after: int
    rule: str
    word: int = -1
    head: int = -1
    number_upto: int = 0
    scale: float = 1
    counted: bool = True
    head_rule: str = "the word behind the number"


def kind_of(t: Lexed, quantity: Quantity, at: int) -> Kind:
    """The kind of a quantity by what stands at a token, mostly the one behind it."""
    if quantity.money:
        return Kind("money", None, quantity.money, at, at, "currency sign", quantity.first)
    word = t.words[at]
    if role := roles().get(word, 0):
        found = (
            (role & PERCENT and _percent(t, quantity, at))
            or (role & (MONEY | COUNTRY) and _money(t, quantity, at))
            or (role & (MEASURE | POWER) and _measure(t, at))
            or (role & (DURATION | LENGTHY) and _duration(t, at))
        )
        if found:
            return found
    elif t.words[at + 1] in units("money") and (found := _foreign_money(t, at)):
        return found
    return counted(t, quantity, at) or alone(quantity)


def alone(quantity: Quantity) -> Kind:
    """The kind of a number with nothing behind it."""
    return Kind("count", None, None, quantity.after, quantity.after, "nothing else", counted=False)


def _percent(t: Lexed, quantity: Quantity, at: int) -> Kind | None:
    if t.starts[at] - quantity.end > 1:
        return None
    return Kind("percent", None, None, at + 1, at + 1, "percent word", at, number_upto=at + 1)


def _money(t: Lexed, quantity: Quantity, at: int) -> Kind | None:
    """`euro`, `dollar`, and two words where the country is named: `Australische dollar`."""
    if code := currencies_of().get((t.words[at], t.words[at + 1])):
        return Kind("money", t.token(at + 1), code, at + 2, at + 2, "currency word", at, at + 1)
    code = units("money").get(t.words[at])
    if code is None:
        return None
    doubtful = t.words[at] in table("units")["money_doubtful"]["words"]
    if doubtful and (quantity.value or quantity.high or 0) < _MANY:
        return None  # `elf won de prijs`
    scale = table("units")["money_scaled"].get(t.words[at], 1)
    return Kind("money", t.token(at), code, at + 1, at + 1, "currency word", at, at, scale=scale)


def _foreign_money(t: Lexed, at: int) -> Kind | None:
    """A currency behind the adjective of a country that is not listed with it."""
    if not t.words[at].endswith(_country_ends()) or not t.is_capital(at):
        return None
    code = units("money")[t.words[at + 1]]
    return Kind("money", t.token(at + 1), code, at + 2, at + 2, "currency word", at + 1, at + 1)


@cache
def _country_ends() -> tuple[str, ...]:
    return tuple(table("units")["money_country"]["ends"])


def _measure(t: Lexed, at: int) -> Kind | None:
    power = units("measure_before").get(t.words[at])
    place = at if power is None else at + 1
    symbol = _symbol(t, place)
    if symbol is None:
        return None
    symbol += power or ""
    after = place + 1
    rates = table("units")["rates"]
    per = rates["per"].get(f"{t.words[after]} {t.words[after + 1]}")
    if per and symbol in rates["of_distance"]:
        symbol, after = f"{symbol}/{per}", after + 2
    elif symbol[0] == "°" and t.words[after] in units("degrees"):
        symbol, after = units("degrees")[t.words[after]], after + 1
    noun = t.text[t.starts[at] : t.ends[place]]
    return Kind("measure", noun, symbol, after, after, "unit word", place, place)


def _symbol(t: Lexed, at: int) -> str | None:
    printed = t.token(at)
    symbol = units("measure").get(printed)
    if symbol is None and len(printed) > 2:
        symbol = lowered("measure").get(t.words[at])
    return symbol


def _duration(t: Lexed, at: int) -> Kind | None:
    place = at
    while roles().get(t.words[place], 0) & LENGTHY:
        place += 1
    code = units("duration").get(t.words[place])
    if code is None:
        return None
    old = t.words[place + 1]
    ages = table("units")["age"]
    if code == "y" and f"{old} {t.words[place + 2]}" in ages["or_older"]:
        return Kind("age", None, code, place + 1, place + 1, "words of age", place + 2)
    if code in ages["codes"] and old in ages["old"]:
        return Kind("age", None, code, place + 2, place + 2, "words of age", place + 1)
    return Kind("duration", t.token(place), code, place + 1, place + 1, "time word", place, place)


def counted(t: Lexed, quantity: Quantity, at: int) -> Kind | None:
    """The kind of a number that counts the noun at a token."""
    if quantity.digits and t.is_capital(at) and is_proper(t.words[at]):
        return None
    head = head_of(t.words, at, t.is_capital)
    if head < 0:
        return None
    return Kind("count", t.token(head), None, head + 1, quantity.after, "noun", head, head)


@cache
def is_proper(word: str) -> bool:
    """Whether a capital behind a number opens a name and not an adjective or a people."""
    return not word.endswith(tuple(table("nouns")["ends"]["proper"]))


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
