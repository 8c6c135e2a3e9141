"""Two numbers that are the ends of one figure: `8 en 13` behind `tussen`, `20 tot 30`, `3-4`."""

from __future__ import annotations

from functools import cache

from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.numbers import word_value
from tui.text.quantities import number
from tui.text.quantity import Quantity, article
from tui.text.shapes import SHAPES, WORD
from tui.text.unitwords import UNIT, roles, signs_of_money

_FAR_APART = 4
"""Ends of a range are seldom further apart than this, as one to the other."""


@cache
def ranges(name: str) -> frozenset[str]:
    """A list of words of ranges."""
    return frozenset(table("numbers")["ranges"][name])


@cache
def joiners() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The joiners of a range as words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for joiner in sorted(table("numbers")["ranges"]["joined"], key=lambda j: -len(j.split())):
        words = tuple(joiner.replace("/", " / ").split())
        found.setdefault(words[0], []).append(words)
    for dash in table("numbers")["ranges"]["dashes"]:
        found.setdefault(dash[0], []).append(tuple(dash))
    return {first: tuple(every) for first, every in found.items()}


def range_from(t: Lexed, low: Quantity) -> Quantity | None:
    """The range that a number opens (`20 tot 30`, `tussen de 12 en 14`); None where it is alone."""
    after = _past_unit(t, low.after)
    word = t.words[after]
    halved = word == "-" and t.ends[low.after - 1] == t.starts[after]
    if halved and (both := _of_halves(t, low, after + 1)):
        return both
    if word in ranges("and"):
        if between(t, low.first) < 0:
            return None
        place = after + 1 + (t.words[after + 1] in ranges("after_between"))
        return _same_unit(t, low, _joined(t, low, place, next(iter(ranges("between")))))
    if word not in joiners():
        return None
    found = second(t, after)
    if found is None or between(t, low.first) >= 0:
        return None
    joiner, place = found
    if joiner[0] in ranges("dashes") and after != low.after:
        return None
    both = _same_unit(t, low, _joined(t, low, place, joiner))
    return None if both and joiner in ranges("results") and _is_result(t, both) else both


def _of_halves(t: Lexed, low: Quantity, at: int) -> Quantity | None:
    """`twee- à driehonderd`: the first number shares what the second one ends in.

    Behind `tussen` so does that of `tussen de tien- en twaalfduizend`.
    """
    found = second(t, at) if t.words[at] in joiners() else None
    if t.words[at] in ranges("and") and between(t, low.first) >= 0:
        found = next(iter(ranges("between"))), at + 1
    high = number(t, found[1]) if found else None
    if found is None or high is None or high.value is None or low.value is None:
        return None
    size = next((s for s in (1000, 100) if high.value % s == 0 and high.value > s), 0)
    if high.factor > 1 or not size or low.value * size >= high.value:
        return None
    low.value *= size
    return _joined(t, low, found[1], found[0])


def _is_result(t: Lexed, both: Quantity) -> bool:
    """Whether a first number tells by how much and the second to what: `steeg $ 2 tot $ 84`."""
    far = (both.high or 0) > _FAR_APART * (both.low or 0)
    return far and t.words[both.first - 1] in ranges("changes")


def between(t: Lexed, at: int) -> int:
    """The index of `tussen` before a number, perhaps with `de` or a hedge after it, else -1."""
    place = at - 1
    if t.words[place] in ranges("after_between"):
        place -= 1
    return place if place >= 0 and t.words[place] in ranges("between") else -1


def second(t: Lexed, at: int) -> tuple[str, int] | None:
    """The joiner at a token and the index of the number behind it."""
    for words in joiners().get(t.words[at], ()):
        place = at + len(words)
        if tuple(t.words[at:place]) == words and _starts_number(t, place):
            return (words[0] if words[0] in ranges("dashes") else " ".join(words)), place
    return None


def _starts_number(t: Lexed, at: int) -> bool:
    word = t.words[at]
    if word[0].isdigit() or word in signs_of_money():
        return True
    return bool(SHAPES[word] & WORD) and word != article() and word_value(word) is not None


def _past_unit(t: Lexed, at: int) -> int:
    """The index after a unit that the two ends of a range may both carry."""
    return at + 1 if roles().get(t.words[at], 0) & UNIT else at


def _same_unit(t: Lexed, low: Quantity, both: Quantity | None) -> Quantity | None:
    """The range, unless its ends carry different units: `met 4 procent tot 2 miljard euro`."""
    if both is None or _past_unit(t, low.after) == low.after:
        return both
    return both if t.words[both.after] == t.words[low.after] else None


def _joined(t: Lexed, low: Quantity, at: int, joiner: str) -> Quantity | None:
    high = number(t, at)
    if high is None or low.value is None or high.value is None:
        return None
    bottom = low.value
    how = (*low.how, ("other end of a range", at), *high.how) if t.traced else ()
    if low.factor == 1 and high.factor > 1 and bottom * high.factor < high.value:
        bottom *= high.factor
        bottom = int(bottom) if bottom == int(bottom) else bottom
    elif (
        joiner not in ranges("between")
        and high.factor == 1
        and high.value % 1000 == 0
        and bottom < 1000
        and bottom * 1000 < high.value
    ):
        bottom *= 1000
    if bottom >= high.value:
        return None
    return Quantity(
        low.first, high.after, low.start, high.end, None, bottom, high.value,
        factor=high.factor, digits=high.digits, money=low.money or high.money, joiner=joiner,
        how=how,
    )  # fmt: skip
