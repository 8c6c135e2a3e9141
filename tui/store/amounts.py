"""Numbers as a Dutch reader types them in a query, and the bounds that they make: two rules.

    amount  = [ ">" | ">=" | "<" | "<=" | "=" ] number | [ number ] ".." [ number ]
    number  = 1500 | 12.000 | 2,5 | 6,7 miljard

A number may have dots for its thousands, a comma for its decimals, and a word for its size.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

MAGNITUDES = {
    "duizend": 1_000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "miljard": 1_000_000_000,
    "mld": 1_000_000_000,
    "biljoen": 1_000_000_000_000,
}
_LONGEST = 30  # digits in a number; whatever is longer is a slip of the keyboard
_NUMBER = r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"  # 1500, 12.000, -2,5
_SIZE = "|".join(MAGNITUDES)  # miljard, mln.


def _one(name: str) -> str:
    """A number with its word, as groups of this name."""
    return rf"(?P<{name}>{_NUMBER})(?![\d,]|\.\d)(?:\s*(?P<{name}_word>{_SIZE})\b\.?)?"


_AMOUNT = re.compile(
    rf"\s*(?:(?P<sign>>=|<=|[<>=≥≤])\s*{_one('number')}"
    rf"|(?:{_one('low')}\s*)?(?P<dots>\.\.)(?:\s*{_one('high')})?"
    rf"|{_one('alone')})(?=[\s)]|$)",
    re.IGNORECASE,
)
VALUE = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s()]+))')  # money, "Tweede Kamer"
"""What stands behind the colon of a field, or a word: the text in quotation marks, or the word."""


class QueryError(ValueError):
    """What is wrong in a query and what can be written; `start` and `end` tell where."""

    def __init__(self, problem: str, start: int, end: int) -> None:
        super().__init__(problem)
        self.start = start
        self.end = end


class Amount(NamedTuple):
    """A figure that has to do with what lies between `low` and `high`, None where that is open.

    A range counts by any part of it, a vague figure by its least reading. A `strict` bound is
    not part of what is asked for.
    """

    low: float | None
    high: float | None
    strict: bool = False


def amount(value: float) -> float:
    """A number as far as it is compared: two ways to work it out give the same."""
    return float(f"{value:.12g}")


def bounds(text: str, at: int, value_at: int) -> tuple[Amount, int]:
    """The amount at `value_at`, of a field that begins `at`, and its end. Raises QueryError."""
    match = _AMOUNT.match(text, value_at)
    if match is None or not match.group().strip(". \t"):
        raise _no_number(text, at, value_at)
    numbers = {
        name: _number(match, name, at)
        for name in ("number", "low", "high", "alone")
        if match[name] is not None
    }
    if match["dots"]:
        return _between(match, numbers.get("low"), numbers.get("high"), at), match.end()
    if "alone" in numbers:
        return Amount(numbers["alone"], numbers["alone"]), match.end()
    number, sign = numbers["number"], match["sign"]
    if sign == "=":
        return Amount(number, number), match.end()
    strict = sign in "<>"
    low, high = (number, None) if sign in (">", ">=", "≥") else (None, number)
    return Amount(low, high, strict), match.end()


def _between(match: re.Match[str], low: float | None, high: float | None, at: int) -> Amount:
    if low is None or high is None:
        return Amount(low, high)
    size = MAGNITUDES.get((match["high_word"] or "").casefold(), 1)
    if not match["low_word"] and low < high / size:
        low = amount(low * size)  # `1..2 miljoen` is from one million
    if low > high:
        raise QueryError("the first number must be the smaller: figure:500..2000", at, match.end())
    return Amount(low, high)


def _number(match: re.Match[str], name: str, at: int) -> float:
    digits = match[name]
    if len(digits) > _LONGEST:
        raise QueryError("that number is too long", at, match.end())
    size = MAGNITUDES.get((match[f"{name}_word"] or "").casefold(), 1)
    return amount(float(Decimal(digits.replace(".", "").replace(",", ".")) * size))


def _no_number(text: str, at: int, value_at: int) -> QueryError:
    value = VALUE.match(text, value_at)
    end = value.end() if value else value_at
    wrong = content(value).lstrip("<>=≥≤") if value else ""
    if not wrong.strip("."):
        return QueryError("figure: needs a number: >1000, <=2,5, 500..2000, 1500", at, end)
    if wrong.endswith("%"):
        return QueryError(f'write "{wrong}" as figure:{wrong[:-1]} kind:percent', at, end)
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", wrong):
        comma, dots = wrong.replace(".", ","), wrong.replace(".", "")
        return QueryError(f'"{wrong}" is read two ways: write {comma} or {dots}', at, end)
    return QueryError(f'"{wrong}" is no number: write 1500, 12.000, 2,5 or 6,7 miljard', at, end)


def content(value: re.Match[str]) -> str:
    """What a match of VALUE holds, without its quotation marks."""
    quoted, bare = value.groups()
    return quoted if quoted is not None else bare
