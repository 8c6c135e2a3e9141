"""What follows a number word and belongs to its value: magnitudes, smaller numbers, decimals."""

from __future__ import annotations

from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.numbers import magnitudes, word_value
from tui.text.quantity import Quantity, article, grammar
from tui.text.shapes import PLURAL, SHAPES, WORD

_SCALES = (1e12, 1e9, 1e6, 1e3, 1e2)
_MOST = 1e33
"""A number above this (18 digits and a `biljard`) is multiplied no more."""


def add(t: Lexed, found: Quantity) -> None:
    """`honderd twintig`, `duizend drie`: a smaller number word behind a round one is added."""
    while (total := found.value or 0) >= 100:
        at = found.after
        if not SHAPES[t.words[at]] & WORD or t.starts[at] - found.end != 1:
            return
        if t.words[at] in grammar("and"):
            at += 1
            if not _goes_on(t, found, at):
                return
            value = word_value(t.words[at])
        else:
            value = word_value(t.words[at]) if t.words[at] != article() else None
        step = next((s for s in _SCALES if total >= s and total % s == 0), 0)
        if value is None or not 0 < value < step:
            return
        found.value, found.after, found.end = total + value, at + 1, t.ends[at]
        if t.traced:
            found.how += (("added", at),)


def add_tens(t: Lexed, found: Quantity) -> None:
    """`vijf en twintig jaar`: units and tens, each a word of its own, in old spelling."""
    at = found.after + 1
    tens = word_value(t.words[at])
    if tens is None or not 20 <= tens < 100 or tens % 10 or not _goes_on(t, found, at):
        return
    if not isinstance(found.value, int) or not 0 < found.value < 10:
        return
    found.value, found.after, found.end = found.value + int(tens), at + 1, t.ends[at]
    if t.traced:
        found.how += (("added", at),)


def _goes_on(t: Lexed, found: Quantity, at: int) -> bool:
    """Whether a number goes on behind `en`: `honderd en TWINTIG mensen`, `duizend en EEN redenen`.

    No other number stands between `tussen` and `en`, and `een` could be an article.
    """
    if found.after - found.first != 1 or t.starts[at] - t.ends[at - 1] != 1:
        return False
    if not _BETWEEN.isdisjoint(t.words[max(0, found.first - 2) : found.first]):
        return False
    if t.words[at] != article():
        return True
    return bool(SHAPES[t.words[at + 1]] & PLURAL)


_BETWEEN = frozenset(table("numbers")["ranges"]["between"])


def scale(t: Lexed, found: Quantity) -> None:
    """The number times the magnitude words behind it, and the smaller number behind those."""
    while True:
        at = found.after
        factor = magnitudes().get(t.words[at])
        total = found.value
        if factor is None or total is None or t.starts[at] - found.end > 1:
            return
        if (factor == 100 and found.digits) or (factor <= 1000 and total >= factor):
            return  # `tweeduizend honderd` adds
        if total * factor > _MOST:
            return
        value = float(f"{total * factor:.12g}")  # 8.2 * 1e9 is not 8.2e9 in binary
        if isinstance(total, int):
            value = total * int(factor)
        found.value = int(value) if value == int(value) else value
        found.after, found.end, found.factor = at + 1, t.ends[at], found.factor * factor
        if t.traced:
            found.how += (("times", at),)
        if t.words[at] in grammar("abbreviated"):
            _past_stop(t, found)
        if not found.digits:
            _add_lesser(t, found, factor)


def _past_stop(t: Lexed, found: Quantity) -> None:
    """`1,2 mln. euro`: the full stop of the abbreviation, where it ends no sentence."""
    at = found.after
    inside = t.words[at] == "." and t.starts[at] == found.end
    if inside and t.words[at + 1][0] != "\n" and not t.opens(at + 1):
        found.after, found.end = at + 1, t.ends[at]


def _add_lesser(t: Lexed, found: Quantity, below: float) -> None:
    """`vier miljard EEN MILJOEN`, `een miljoen DRIE`: what is added behind a magnitude."""
    at = found.after
    if t.words[at] in grammar("and") and below >= 1e3 and t.words[at + 1] != article():
        at += 1
        if SHAPES[t.words[at + 1]] & WORD and found.factor >= 1e6:
            return  # `een miljoen en drie doden`
    if t.starts[at] - t.ends[at - 1] != 1 or not SHAPES[t.words[at]] & WORD:
        return
    value = word_value(t.words[at])
    if value is None or (t.words[at] == article() and not _one_counts(t, at, below)):
        return
    rest = Quantity(at, at + 1, t.starts[at], t.ends[at], value)
    add(t, rest)
    if magnitudes().get(t.words[rest.after], 0) >= below:
        return  # a number of its own
    scale(t, rest)
    if rest.value is None or not 0 < rest.value < below or found.value is None:
        return
    found.value, found.after, found.end = found.value + rest.value, rest.after, rest.end
    if t.traced:
        found.how += (("added", at), *rest.how)


def _one_counts(t: Lexed, at: int, below: float) -> bool:
    """Whether `een` behind a magnitude is one more: before a smaller one, a plural or nothing."""
    following = t.words[at + 1]
    if following in magnitudes():
        return magnitudes()[following] < below
    return below >= 1e6 and (not SHAPES[following] & WORD or bool(SHAPES[following] & PLURAL))


def add_decimals(t: Lexed, found: Quantity) -> None:
    """`drie komma vijf`, `drie komma zeven vijf`, and a magnitude behind those."""
    if t.words[found.after] not in grammar("komma") or found.value is None or found.factor != 1:
        return
    digits, at = "", found.after + 1
    while (value := word_value(t.words[at])) is not None and value < 100 and value == int(value):
        if digits and value > 9:
            break
        digits += str(int(value))
        at += 1
    if not digits:
        return
    found.value = float(f"{found.value}.{digits}")
    found.after, found.end = at, t.ends[at - 1]
    if t.traced:
        found.how += (("decimals", at - 1),)
    scale(t, found)


def add_half(t: Lexed, found: Quantity) -> None:
    """`drie en een half jaar`, `twee en een halve`."""
    at = found.after
    if t.words[at] not in grammar("and") or t.words[at + 1] != article():
        return
    if t.words[at + 2] in grammar("half") and found.value is not None and found.value < 100:
        found.value, found.after, found.end = found.value + 0.5, at + 3, t.ends[at + 2]
        if t.traced:
            found.how += (("and a half", at + 2),)
        scale(t, found)
