"""What kind of quantity a number is: by the sign at it, the unit behind it, or its noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.text.article import FigureKind
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.moneys import is_weight
from tui.text.nouns import head_of
from tui.text.quantity import Quantity
from tui.text.shapes import PLURAL, SHAPES
from tui.text.tons import is_ton, ton_of_money
from tui.text.unitwords import (
    COUNTRY,
    DURATION,
    LENGTHY,
    MEASURE,
    MONEY,
    PERCENT,
    POWER,
    codes_of_money,
    currencies_of,
    lowered,
    roles,
    some_money,
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
            or (role & (MEASURE | POWER) and _measure(t, quantity, at))
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
    word = t.words[at]
    code = units("money").get(word) or codes_of_money().get(t.token(at))
    if code is None:
        return None
    scale = 1.0
    if word in _doubtful():
        if (quantity.value or quantity.high or 0) < _MANY and word in _few():
            return None  # `elf won de prijs`
        scale = table("units")["money_scaled"].get(word, 1)
        pound = table("units")["weight_of_pound"]
        if word in pound["pounds"] and is_weight(t, quantity, at):
            rule = "words of weight"
            return Kind("measure", t.token(at), pound["unit"], at + 1, at + 1, rule, at, at)
    return Kind("money", t.token(at), code, at + 1, at + 1, "currency word", at, at, scale=scale)


@cache
def _few() -> frozenset[str]:
    """Currencies that are something else behind a small number."""
    return frozenset(table("units")["money_doubtful"]["words"]) | some_money("doubtful")


@cache
def _doubtful() -> frozenset[str]:
    """Currencies that must be looked at twice."""
    told = table("units")
    return _few() | frozenset({*told["money_scaled"], *told["weight_of_pound"]["pounds"]})


def _foreign_money(t: Lexed, at: int) -> Kind | None:
    """A currency behind the adjective of a country that is not listed with it."""
    if not t.words[at].endswith(_country_ends()) or not t.is_capital(at):
        return None
    code = units("money")[t.words[at + 1]]
    return Kind("money", t.token(at + 1), code, at + 2, at + 2, "currency word", at + 1, at + 1)


@cache
def _country_ends() -> tuple[str, ...]:
    return tuple(table("units")["money_country"]["ends"])


def _measure(t: Lexed, quantity: Quantity, at: int) -> Kind | None:
    if is_ton(t.words[at]):
        value = quantity.value if quantity.value is not None else quantity.high or 0
        if ton_of_money(t, quantity.first, value, at):
            told, rule = table("units")["money_ton"], "the sentence speaks of money"
            found = Kind("money", t.token(at), told["unit"], at + 1, at + 1, rule, at, at)
            found.scale = told["size"]
            return found
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
    if t.words[at + 1][0].isdigit() and (last := _numbered_name(t, at)):
        noun = t.text[t.starts[at] : t.ends[last]]
        return Kind("count", noun, None, last + 1, last + 1, "noun", last, last)
    if quantity.digits and t.is_capital(at) and is_proper(t.words[at]):
        return None
    head = head_of(t.words, at, t.is_capital)
    if head < 0:
        return None
    return Kind("count", t.token(head), None, head + 1, quantity.after, "noun", head, head)


def _numbered_name(t: Lexed, at: int) -> int:
    """The index of the last token of a name with a number in it: `Leopard 2-TANKS`, else 0."""
    if not t.is_capital(at):
        return 0
    last = at + 1
    while t.starts[last + 1] == t.ends[last] and last < at + _PARTS:
        if t.words[last + 1] != "-" and not t.words[last + 1][0].isalnum():
            break
        last += 1
    joined = "-" in t.text[t.starts[at + 1] : t.ends[last]]
    return last if joined and SHAPES[t.words[last]] & PLURAL else 0


_PARTS = 5
"""So many tokens make up `2-tanks` or `2A8-tanks`."""


@cache
def is_proper(word: str) -> bool:
    """Whether a capital behind a number opens a name and not an adjective or a people."""
    return not word.endswith(tuple(table("nouns")["ends"]["proper"]))
