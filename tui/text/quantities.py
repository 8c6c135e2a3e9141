"""Numbers in running text: digits or words, with magnitude and sign, and two that form a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tui.text.language import table
from tui.text.numbers import digits_value, magnitudes, word_value
from tui.text.tokens import Token

_SCALES = (1e12, 1e9, 1e6, 1e3, 1e2)
_MOST = 1e33
"""A number above this (18 digits and a `biljard`) is multiplied no more."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range. `first` and `after` are the indexes of its tokens.

    `start` and `end` are its offsets in the text, `factor` the magnitude word that it was
    multiplied by (1 without), `digits` whether it is written in digits, `money` the currency of
    a sign that touches it, `joiner` the word or dash between the two ends of a range.
    """

    first: int
    after: int
    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    factor: float = 1
    digits: bool = False
    money: str | None = None
    joiner: str | None = None


@cache
def _data(section: str, name: str) -> frozenset[str]:
    return frozenset(table("numbers")[section][name])


@cache
def _joiners() -> tuple[tuple[str, ...], ...]:
    joined = sorted(table("numbers")["ranges"]["joined"], key=lambda words: -len(words.split()))
    return tuple(tuple(words.split()) for words in joined)


@cache
def _first_joiners() -> frozenset[str]:
    return _data("ranges", "dashes") | {words[0] for words in _joiners()}


def number(run: list[Token], at: int, text: str) -> Quantity | None:
    """The number that begins at a token, with a currency sign before it; None where none does.

    `een` is a number only where a magnitude, a half or the other end of a range follows.
    """
    sign = run[at].text
    signs: dict[str, str] = table("units")["money_signs"]
    if sign in signs and at + 1 < len(run) and _touches(run, at):
        found = _bare(run, at + 1, text)
        if found and found.digits:
            return replace(found, first=at, start=run[at].start, money=signs[sign])
        return None
    found = _bare(run, at, text)
    if found and found.after < len(run) and found.digits:
        following = run[found.after].text
        if following in ("€", "$", "£") and run[found.after].start - found.end <= 1:
            return replace(
                found, after=found.after + 1, end=run[found.after].end, money=signs[following]
            )
    return found


def _touches(run: list[Token], at: int) -> bool:
    return run[at + 1].start - run[at].end <= 1


def _bare(run: list[Token], at: int, text: str) -> Quantity | None:
    token = run[at]
    if token.kind == "digits":
        value = digits_value(token.text)
        if value is None or _leading_zero(token.text):
            return None
        return _scaled(run, Quantity(at, at + 1, token.start, token.end, value, digits=True))
    if token.kind != "word":
        return None
    if token.lower == "een" or token.lower in _data("grammar", "half"):
        return _with_een(run, at, text)
    value = word_value(token.lower)
    if value is None or (token.lower in magnitudes() and token.lower in ("mln", "mld", "mrd")):
        return None
    if value >= 1e6:
        return None
    return _and_a_half(
        run, _scaled(run, _added(run, Quantity(at, at + 1, token.start, token.end, value)))
    )


def _leading_zero(text: str) -> bool:
    return len(text) > 1 and text[0] == "0" and text[1].isdigit()


def _with_een(run: list[Token], at: int, text: str) -> Quantity | None:
    """`een half miljoen`, `een miljoen`, `een kwart miljoen`, `een à twee`, `half miljoen`."""
    fractions: dict[str, float] = table("numbers")["fractions"]
    start = run[at].start
    value, after = 1.0, at
    if run[at].lower == "een":
        after = at + 1
    if after >= len(run):
        return None
    word = run[after].lower
    if word in _data("grammar", "half"):
        value, after = 0.5, after + 1
    elif word in ("kwart",):
        value, after = fractions[word], after + 1
    if after >= len(run):
        return None
    following = run[after].lower
    found = Quantity(at, after, start, run[after - 1].end if after > at else start, value)
    if following in magnitudes() and (value == 1 or magnitudes()[following] >= 1e3):
        return _scaled(run, found)
    if value == 0.5 and run[at].lower == "een" and _is_unit(following):
        return found
    if value == 1 and after == at + 1 and _second(run, after):
        return replace(found, value=1)
    if value == 1 and following in table("units")["percent"]["words"]:
        return replace(found, value=1)
    return None


@cache
def _is_unit(word: str) -> bool:
    units = table("units")
    return any(word in units[kind] for kind in ("duration", "measure", "money"))


def _added(run: list[Token], found: Quantity) -> Quantity:
    """`honderd twintig`, `duizend drie`: a smaller number word behind a round one is added."""
    while found.after < len(run) and found.value is not None:
        token = run[found.after]
        if token.kind != "word" or token.lower == "een" or token.start - found.end != 1:
            return found
        value = word_value(token.lower)
        scale = next((s for s in _SCALES if found.value >= s and found.value % s == 0), 0)
        if value is None or not 0 < value < scale:
            return found
        found = replace(found, value=found.value + value, after=found.after + 1, end=token.end)
    return found


def _scaled(run: list[Token], found: Quantity) -> Quantity:
    """The number times the magnitude words behind it, and the smaller number behind those."""
    while found.after < len(run) and found.value is not None:
        token = run[found.after]
        if token.kind != "word":
            return found
        factor = magnitudes().get(token.lower)
        if factor is None or token.start - found.end > 1 or (factor == 100 and found.digits):
            return found
        if factor <= 1000 and found.value >= factor:
            return found  # `tweeduizend honderd` adds, see `_added`
        if found.value * factor > _MOST:
            return found
        value = float(f"{found.value * factor:.12g}")  # 8.2 * 1e9 is not 8.2e9 in binary
        value = int(value) if value == int(value) else value
        found = replace(
            found, value=value, after=found.after + 1, end=token.end, factor=found.factor * factor
        )
        if not found.digits:
            found = _smaller(run, found, factor)
    return found


def _smaller(run: list[Token], found: Quantity, below: float) -> Quantity:
    if found.after >= len(run) or run[found.after].start - found.end != 1:
        return found
    token = run[found.after]
    if token.kind != "word" or token.lower == "een" or token.lower in magnitudes():
        value = word_value(token.lower) if token.lower in ("honderd", "duizend") else None
    else:
        value = word_value(token.lower)
    if value is None or found.value is None:
        return found
    rest = _scaled(
        run, _added(run, Quantity(found.after, found.after + 1, token.start, token.end, value))
    )
    if rest.value is None or not 0 < rest.value < below:
        return found
    return replace(found, value=found.value + rest.value, after=rest.after, end=rest.end)


def _and_a_half(run: list[Token], found: Quantity) -> Quantity:
    """`drie en een half jaar`, `twee en een halve`."""
    words = [token.lower for token in run[found.after : found.after + 3]]
    halved = len(words) == 3 and words[:2] == ["en", "een"] and words[2] in _data("grammar", "half")
    if halved and found.value is not None and found.value < 100:
        end = run[found.after + 2].end
        value = found.value + 0.5
        return _scaled(run, replace(found, value=value, after=found.after + 3, end=end))
    return found


def range_from(run: list[Token], low: Quantity, text: str) -> Quantity | None:
    """The range that a number opens (`20 tot 30`, `tussen de 12 en 14`); None where it is alone."""
    between = _is_between(run, low.first)
    after = _past_unit(run, low.after)
    if between:
        if after >= len(run) or run[after].lower != "en":
            return None
        return _same_unit(run, low, _joined(run, low, after + 1, text, "tussen"))
    found = _second(run, after)
    if found is None:
        return None
    joiner, second = found
    if joiner in _data("ranges", "dashes"):
        if after != low.after:
            return None
    elif run[low.first - 1].lower == "van" and low.first and joiner == "naar":
        return None
    return _same_unit(run, low, _joined(run, low, second, text, joiner))


def _same_unit(run: list[Token], low: Quantity, both: Quantity | None) -> Quantity | None:
    """The range, unless its ends carry different units: `met 4 procent tot 2 miljard euro`."""
    if both is None or _past_unit(run, low.after) == low.after:
        return both
    unit = run[both.after].lower if both.after < len(run) else ""
    return both if unit == run[low.after].lower else None


def _is_between(run: list[Token], at: int) -> bool:
    before = at - 1
    if before >= 0 and run[before].lower in ("de", "het", "ongeveer", "circa", "grofweg"):
        before -= 1
    return before >= 0 and run[before].lower in _data("ranges", "between")


def _past_unit(run: list[Token], at: int) -> int:
    """The index after a unit that the two ends of a range may both carry."""
    if at < len(run) and (
        _is_unit(run[at].lower) or run[at].lower in table("units")["percent"]["words"]
    ):
        return at + 1
    return at


def _second(run: list[Token], at: int) -> tuple[str, int] | None:
    """The joiner at a token and the index of the number behind it."""
    if at >= len(run) or run[at].lower not in _first_joiners():
        return None
    words = tuple(token.lower for token in run[at : at + 4])
    for joiner in _joiners():
        size = len(joiner)
        if words[:size] == joiner and size < len(words) and _starts_number(run, at + size):
            return " ".join(joiner), at + size
    dashed = words[0] in _data("ranges", "dashes") and len(words) > 1
    if dashed and _starts_number(run, at + 1):
        return words[0], at + 1
    return None


def _starts_number(run: list[Token], at: int) -> bool:
    token = run[at]
    if token.kind == "digits" or token.text in table("units")["money_signs"]:
        return True
    return token.kind == "word" and token.lower != "een" and word_value(token.lower) is not None


def _joined(run: list[Token], low: Quantity, at: int, text: str, joiner: str) -> Quantity | None:
    high = number(run, at, text) if at < len(run) else None
    if high is None or low.value is None or high.value is None:
        return None
    bottom = low.value
    if low.factor == 1 and high.factor > 1 and bottom * high.factor < high.value:
        bottom *= high.factor
    elif (
        joiner != "tussen"
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
    )  # fmt: skip
