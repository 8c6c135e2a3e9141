"""Dutch numbers: the value of a number word and of a number in digits.

The grammar, in which every word is data (`nl/numbers.toml`). A word is read in lower case,
without accents and hyphens: `Tweeëntwintig`, `tweeentwintig` and `twee-en-twintig` are one word.

    word      = small | hundreds | thousands | millions | halved
    small     = cardinal | unit "en" ten                 zeven, negentig, vijfentwintig
    hundreds  = [times] "honderd" [rest]                 honderd, vijfentwintighonderd
    thousands = [times] "duizend" [rest]                 duizend, honderdtwintigduizend
    millions  = times ("miljoen" | "miljard" | ...)      tweemiljoen
    times     = word, below 100 for hundreds and below 1000 for the others
    rest      = ["en"] word, below what it is added to   honderdeneen, duizendentwee
    halved    = "anderhalf"
              | word-below-20 "en" ["een"] "half"        anderhalve, tweeënhalf, drieëneenhalf

    digits    = whole ["," decimals] [fraction] | whole "." one or two decimals
    whole     = 1 to 3 digits {gap 3 digits} | any digits        12.345.678, 1500
    gap       = "." | "'" | a space, thin or hard too
    fraction  = ½ | ¼ | ¾ | ...                                  1½

    number    = [sign] digits {magnitude} [sign]         € 300, 300 €, 6,7 miljard, 1,2 mln.
              | [sign] digits ("K" | "M" | ...)          500K
              | [digits] fraction                        ½ liter, 1 ½ liter
              | word {["en"] word} {magnitude [lesser]}  honderd twintig, vier miljard
                ["komma" word {word}] ["en een half"]    drie komma vijf, drie en een half
              | "een" ["half" | "kwart"] magnitude       een miljoen, een half miljoen
              | "een" "half" unit                        een half uur
    lesser    = number below the magnitude               vier miljard EEN MILJOEN
    magnitude = "honderd" | "duizend" | "miljoen" | "mln" | ...

`number` runs over several tokens and is read by `tui.text.quantities`; here are word and digits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tui.text.language import table

_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0\u202f\u2009 '’]\d{3})+(?:,\d+)?")
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


@lru_cache(maxsize=1 << 12)
def digits_value(text: str) -> float | None:
    """The value of a number in digits as Dutch writes it: `10.000` is 10000 and `2,5` is 2.5."""
    if text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS else None
    fraction: float = table("numbers")["fraction_signs"].get(text[-1:], 0)
    if fraction:
        text = text[:-1]
        return int(text) + fraction if text.isdecimal() and len(text) <= _MOST_DIGITS else None
    if _GROUPED.fullmatch(text):
        whole, _, part = re.sub(r"[.\s'’]", "", text).partition(",")
    elif _PLAIN.fullmatch(text):
        whole, _, part = text.partition(",")
    elif _POINT.fullmatch(text):
        whole, _, part = text.partition(".")
    else:
        return None
    if len(whole) > _MOST_DIGITS:
        return None
    return float(f"{whole}.{part[:_MOST_DIGITS]}") if part else int(whole)


@lru_cache(maxsize=1 << 16)
def word_value(word: str) -> float | None:
    """The value of one number word, also a compound; None where it is none.

    `een` has the value 1: whether it counts or is an article is for the caller to say.
    """
    if not word or len(word) > _LONGEST_WORD or not word[0].isalpha():
        return None
    return _value(fold(word).replace("-", ""))


@cache
def fraction_signs() -> dict[str, float]:
    """The signs of parts: `½`."""
    return dict(table("numbers")["fraction_signs"])


@cache
def magnitudes() -> dict[str, float]:
    """The words that multiply the number before them, with their factors."""
    return dict(table("numbers")["magnitudes"])


@cache
def _grammar() -> dict[str, str]:
    return {
        key: value for key, value in table("numbers")["grammar"].items() if isinstance(value, str)
    }


@cache
def _small() -> dict[str, float]:
    """Every way to write 0 to 99 and the halves, accents folded."""
    cardinals: dict[str, int] = table("numbers")["cardinals"]
    grammar = table("numbers")["grammar"]
    joiner = grammar["joiner"]
    found: dict[str, float] = dict(cardinals)
    units = {word: value for word, value in cardinals.items() if 1 <= value <= 9}
    tens = {word: value for word, value in cardinals.items() if value >= 20}
    for unit, low in units.items():
        for ten, high in tens.items():
            found[f"{unit}{joiner}{ten}"] = low + high
    for half in grammar["half"]:
        for end in (half, f"{grammar['article']}{half}"):
            found |= {f"{word}{joiner}{end}": n + 0.5 for word, n in cardinals.items() if n < 20}
    return found | dict.fromkeys(grammar["one_and_a_half"], 1.5)


def _value(word: str) -> float | None:
    if (small := _small().get(word)) is not None:
        return small
    grammar = _grammar()
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
        if rest is None:
            break
        return times * size + rest
    return _millions(word)


def _rest(after: str, below: int) -> float | None:
    """What follows `honderd` or `duizend` in one word: nothing is 0, a joiner is passed over."""
    if not after:
        return 0
    joiner = _grammar()["joiner"]
    for candidate in dict.fromkeys((after, after.removeprefix(joiner))):
        value = _value(candidate)
        if value is not None and 0 < value < below and value == int(value):
            return value
    return None


def _millions(word: str) -> float | None:
    for scale, size in magnitudes().items():
        if size >= 1e6 and word.endswith(scale) and len(word) > len(scale) > 3:
            times = _value(word[: -len(scale)])
            return times * int(size) if times and times < 1000 else None
    return None
