"""A number in running text, of one token or several; its grammar stands in `tui.text.numbers`."""

from __future__ import annotations

from functools import cache

from tui.text.hedges import hedge_before
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.numbers import digits_value, fraction_signs, magnitudes, word_value
from tui.text.quantity import Quantity, article, grammar
from tui.text.shapes import PLURAL, SHAPES, WORD
from tui.text.sums import add, add_decimals, add_half, add_tens, scale
from tui.text.tons import is_ton, ton_of_money
from tui.text.unitwords import is_unit, signs_of_money, some_money, units


@cache
def _fractions() -> dict[str, float]:
    return dict(table("numbers")["fractions"])


_MANY = 100
"""From here on a doubtful code is that of a currency."""


def number(t: Lexed, at: int) -> Quantity | None:
    """The number that begins at a token, with a currency sign before it; None where none does.

    `een` is a number only where a magnitude, a half or a unit after it follows.
    """
    word = t.words[at]
    if word[0].isdigit():
        found = _digits(t, at)
        if found and t.words[found.after] in signs_of_money():
            _sign_behind(t, found)
        return found
    if word in signs_of_money():
        return _sign_before(t, at)
    if not SHAPES[word] & WORD:
        return None
    if word == article() or word in grammar("half"):
        return _with_article(t, at)
    value = word_value(word)
    if value is None:
        return _bare_magnitude(t, at) if word in magnitudes() else None
    found = Quantity(at, at + 1, t.starts[at], t.ends[at], value)
    if t.traced:
        found.how = (("number word", at),)
    add(t, found)
    scale(t, found)
    if t.words[found.after] in _continuing():
        add_decimals(t, found)
        add_half(t, found)
        add_tens(t, found)
    return found


@cache
def _continuing() -> frozenset[str]:
    return grammar("komma") | grammar("and")


def _bare_magnitude(t: Lexed, at: int) -> Quantity | None:
    """`zo'n MILJOEN kijkers`, and `Miljoen kijkers` at the head of a line."""
    if t.words[at] in grammar("abbreviated"):
        return None
    if not t.opens(at) and hedge_before(t, at, at + 1) is None:
        return None
    found = Quantity(at, at, t.starts[at], t.starts[at], 1)
    scale(t, found)
    return found


def _digits(t: Lexed, at: int) -> Quantity | None:
    text = t.words[at]
    value = digits_value(text)
    if value is None or (text[0] == "0" and text[1:2].isdigit()):
        return None
    if "." in text and t.text[t.ends[at] : t.ends[at] + 2].strip(",").isdecimal():
        return None  # 1.42,18 is a time
    found = Quantity(at, at + 1, t.starts[at], t.ends[at], value, digits=True)
    if t.traced:
        found.how = (("digits", at),)
    if t.words[at + 1] in _scaling():
        _by_letter(t, found) or _with_fraction(t, found)
        scale(t, found)
    return found


@cache
def _scaling() -> frozenset[str]:
    """What behind digits belongs to the number."""
    letters = (letter.lower() for letter in _letters())
    return frozenset({*magnitudes(), *fraction_signs(), *letters})


@cache
def _letters() -> dict[str, float]:
    return dict(table("numbers")["letters"])


def _by_letter(t: Lexed, found: Quantity) -> bool:
    """`500K euro`, `$3M`, `2k volgers`: a glued letter that multiplies a sum or a count."""
    at = found.after
    factor = _letters().get(t.token(at))
    if factor is None or t.starts[at] != found.end or found.value is None:
        return False
    behind, printed = t.words[at + 1], t.words[at - 1] + t.words[at]
    money = t.words[found.first - 1] in signs_of_money() or behind in units("money")
    if not money and (
        not SHAPES[behind] & PLURAL or printed in table("numbers")["letters_not"]["names"]
    ):
        return False
    _times(t, found, factor, at)
    return True


def _times(t: Lexed, found: Quantity, factor: float, at: int) -> None:
    value = float(f"{(found.value or 0) * factor:.12g}")
    found.value = int(value) if value == int(value) else value
    found.after, found.end, found.factor = at + 1, t.ends[at], factor
    if t.traced:
        found.how += (("times", at),)


def _with_fraction(t: Lexed, found: Quantity) -> bool:
    """`1 ½ liter`."""
    at = found.after
    part = fraction_signs().get(t.words[at])
    if part is None or not isinstance(found.value, int) or t.starts[at] - found.end != 1:
        return False
    found.value, found.after, found.end = found.value + part, at + 1, t.ends[at]
    if t.traced:
        found.how += (("fraction", at),)
    return True


def _sign_before(t: Lexed, at: int) -> Quantity | None:
    sign = t.words[at]
    code, place = signs_of_money()[sign], at + 1
    if sign.isalpha() and t.token(at) not in units("money_signs"):
        return None
    if t.words[place] == "." and t.starts[place] == t.ends[at] and sign in some_money("stopped"):
        place += 1
    if t.starts[place] - t.ends[place - 1] > 1 or not t.words[place][0].isdigit():
        return None
    found = _digits(t, place)
    if found is None or (sign in some_money("doubtful") and (found.value or 0) < _MANY):
        return None
    if sign in some_money("whole") and found.factor == 1 and t.text[found.end - 2] == ",":
        return None
    if at and t.ends[at - 1] == t.starts[at]:  # US$
        longer = t.words[at - 1] + t.words[at]
        if longer in signs_of_money():
            code, at = signs_of_money()[longer], at - 1
    found.first, found.start, found.money = at, t.starts[at], code
    return found


def _sign_behind(t: Lexed, found: Quantity) -> None:
    after = found.after
    if t.words[after].isalpha() or t.starts[after] - found.end > 1:
        return
    if t.words[after + 1][0].isdigit() and t.ends[after] == t.starts[after + 1]:
        return  # `van 3 €5-biljetten`
    found.money = signs_of_money()[t.words[after]]
    found.after, found.end = after + 1, t.ends[after]


def _with_article(t: Lexed, at: int) -> Quantity | None:
    """`een half miljoen`, `een miljoen`, `een kwart miljoen`, `een half uur`, `half miljoen`."""
    value, after = 1.0, at
    if t.words[at] == article():
        after = at + 1
    how = (("the word before a magnitude or a unit", at),)
    word = t.words[after]
    if word in grammar("half"):
        value, after, how = 0.5, after + 1, (("half", after),)
    elif word in grammar("quarter"):
        value, after, how = _fractions()[word], after + 1, (("fraction", after),)
    following = t.words[after]
    if following in magnitudes() and (value == 1 or magnitudes()[following] >= 1e3):
        found = Quantity(at, after, t.starts[at], t.ends[max(at, after - 1)], value)
        found.how = how if t.traced else ()
        scale(t, found)
        return found
    if value == 1 and after > at and is_ton(following) and ton_of_money(t, at, 1, after):
        return one(t, at)
    half_a_unit = value != 1 and t.words[at] == article() and is_unit(following)
    if half_a_unit or following in table("units")["percent"]["words"]:
        found = Quantity(at, after, t.starts[at], t.ends[after - 1], value)
        found.how = how if t.traced else ()
        return found
    return None


def one(t: Lexed, at: int) -> Quantity:
    """The article at a token as the number 1, for a range or a share that it opens."""
    how = (("one end of a range or a share", at),) if t.traced else ()
    return Quantity(at, at + 1, t.starts[at], t.ends[at], 1, how=how)
