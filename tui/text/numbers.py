"""Dutch numbers: the value of a number word, of a number in digits, and of a run of both.

The grammar, in which every word is data (`nl/numbers.toml`):

    word      = below-100 | [below-100] "honderd" ["en"] [below-100]
              | [below-1000] "duizend" ["en"] [below-1000]      vijfentwintighonderd, duizendeneen
              | "anderhalf" | below-20 "en" "half"              tweeënhalf
    digits    = 1.234.567,89 | 1234,5 | 1 234 (thin or hard space too)
    number    = (digits | word) [magnitude] [smaller number]    6,7 miljard; een miljoen drie
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tui.text.language import table

_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0\u202f\u2009 ']\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_POINT = re.compile(r"\d+\.\d{1,2}")
_MOST_DIGITS = 18
"""A longer row of digits is no figure: an account, a code, or noise."""
_LONGEST_WORD = 70
"""`negenhonderdennegenennegentigduizendnegenhonderd…` has 65 letters; a longer word is none."""


def fold(word: str) -> str:
    """The word in lower case without accents: `Tweeëntwintig` is `tweeentwintig`."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def digits_value(text: str) -> float | None:
    """The value of a number in digits as Dutch writes it: `10.000` is 10000 and `2,5` is 2.5."""
    if text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS else None
    if _GROUPED.fullmatch(text):
        whole, _, part = re.sub(r"[.\s']", "", text).partition(",")
    elif _PLAIN.fullmatch(text):
        whole, _, part = text.partition(",")
    elif _POINT.fullmatch(text):
        whole, _, part = text.partition(".")
    else:
        return None
    if len(whole) > _MOST_DIGITS:
        return None
    return float(f"{whole}.{part[:_MOST_DIGITS]}") if part else int(whole)


@cache
def _grammar() -> dict[str, str]:
    return {
        key: value for key, value in table("numbers")["grammar"].items() if isinstance(value, str)
    }


@cache
def _below_hundred() -> dict[str, int]:
    """Every way to write 0 to 99, accents folded."""
    cardinals: dict[str, int] = table("numbers")["cardinals"]
    joiner = _grammar()["joiner"]
    found = dict(cardinals)
    units = {word: value for word, value in cardinals.items() if 1 <= value <= 9}
    tens = {word: value for word, value in cardinals.items() if value >= 20}
    for unit, low in units.items():
        for ten, high in tens.items():
            found[f"{unit}{joiner}{ten}"] = low + high
    return found


@lru_cache(maxsize=1 << 16)
def word_value(word: str) -> float | None:
    """The value of one number word, also a compound; None where it is none.

    `een` has the value 1: whether it counts or is an article is for the caller to say.
    """
    if not word or len(word) > _LONGEST_WORD or not word[0].isalpha():
        return None
    return _value(fold(word).replace("-", ""))


def _value(word: str) -> float | None:
    grammar = _grammar()
    below = _below_hundred()
    if word in below:
        return below[word]
    if word in table("numbers")["grammar"]["one_and_a_half"]:
        return 1.5
    for half in table("numbers")["grammar"]["half"]:
        tail = grammar["joiner"] + half
        if word.endswith(tail) and below.get(word[: -len(tail)], 99) < 20:
            return below[word[: -len(tail)]] + 0.5
    for scale, size in ((grammar["thousand"], 1000), (grammar["hundred"], 100)):
        before, found, after = word.partition(scale)
        if not found:
            continue
        times = 1 if not before else _value(before)
        if times is None or not 0 < times < 1000 or times != int(times):
            return None
        if size == 100 and times >= 100:
            return None
        rest = _rest(after, size)
        return None if rest is None else times * size + rest
    return None


def _rest(after: str, below: int) -> float | None:
    """What follows `honderd` or `duizend` in one word: nothing is 0, a joiner is passed over."""
    if not after:
        return 0
    joiner = _grammar()["joiner"]
    for candidate in dict.fromkeys((after, after.removeprefix(joiner))):
        value = _value(candidate)
        if value is not None and 0 < value < below:
            return value
    return None


@cache
def magnitudes() -> dict[str, float]:
    """The words that multiply the number before them, with their factors."""
    return dict(table("numbers")["magnitudes"])
