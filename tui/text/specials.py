"""Figures that are more than a number and its noun: vague ones, multiples and compound ages."""

from __future__ import annotations

import re
from functools import cache

from tui.text.ages import persons
from tui.text.article import FigureKind
from tui.text.assembly import figure_of
from tui.text.hedges import Hedged
from tui.text.kinds import Kind, kind_of
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of, past_determiners
from tui.text.numbers import digits_value, magnitudes, word_value
from tui.text.quantity import Quantity
from tui.text.shares import Found
from tui.text.unitwords import MEASURE, roles, signs_of_money


@cache
def vague_words() -> dict[str, float]:
    """The words of vague magnitudes, with the least each can mean."""
    return dict(table("numbers")["vague"])


@cache
def openings() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """What may stand before a vague magnitude, and by what it multiplies the least reading."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, factor in (("few", 2), ("many", 1)):
        for phrase in table("numbers")["grammar"][name]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, factor))
    return {
        word: tuple(sorted(every, key=lambda entry: -len(entry[0])))
        for word, every in found.items()
    }


@cache
def collectives() -> dict[str, float]:
    """The words of about so many: `tiental`, `dozijn`."""
    return dict(table("numbers")["collective"])


def vague(t: Lexed, at: int) -> Found | None:
    """`tientallen`, `enkele honderden`, `een paar duizend`, `tientallen miljoenen`."""
    factor, place = 1, at
    for words, times in openings().get(t.words[at], ()):
        if tuple(t.words[at : at + len(words)]) == words:
            factor, place = times, at + len(words)
            break
    least = vague_words().get(t.words[place])
    if least is None and factor == 2:
        least = magnitudes().get(t.words[place])
    if least is None:
        return None
    how: tuple[tuple[str, int], ...] = ()
    if t.traced:
        how = (("at least two of them", at),) if factor > 1 else ()
        how += (("least reading", place),)
    least *= factor
    after = place + 1
    while more := vague_words().get(t.words[after]) or magnitudes().get(t.words[after]):
        least *= more
        how += (("times", after),) if t.traced else ()
        after += 1
    quantity = Quantity(at, after, t.starts[at], t.ends[after - 1], None, least, how=how)
    kind = kind_of(t, quantity, after)
    kind.kind, kind.rule, kind.word = "vague", "vague magnitude", place
    kind.scale, kind.number_upto = 1, 0
    return figure_of(t, quantity, kind), after


def collective(t: Lexed, at: int) -> Found | None:
    """`een tiental`, `een dozijn`: about so many."""
    size = collectives().get(t.words[at + 1])
    if size is None:
        return None
    how = (("collective", at + 1),) if t.traced else ()
    quantity = Quantity(at, at + 2, t.starts[at], t.ends[at + 1], size, how=how)
    kind = kind_of(t, quantity, at + 2)
    return figure_of(t, quantity, kind, otherwise=Hedged("about", at, at + 2)), at + 2


@cache
def _tally() -> re.Pattern[str]:
    ends = "|".join(table("numbers")["collective_ends"]["ends"])
    return re.compile(rf"-?(?:{ends})\b")


def tally(t: Lexed, at: int) -> Found | None:
    """`een 80-tal`: about so many, in digits."""
    match = _tally().match(t.text, t.ends[at])
    value = digits_value(t.words[at]) if match else None
    if match is None or value is None:
        return None
    after = at + 1
    while t.starts[after] < match.end() and after < len(t.words) - 4:
        after += 1
    how = (("collective", at),) if t.traced else ()
    quantity = Quantity(at, after, t.starts[at], t.ends[at], value, digits=True, how=how)
    kind = kind_of(t, quantity, after)
    return figure_of(t, quantity, kind, otherwise=Hedged("about", at, after)), after


@cache
def _multiples(name: str) -> frozenset[str]:
    return frozenset(table("numbers")["multiple_words"][name])


@cache
def twice() -> dict[str, float]:
    """Words that multiply what `zo` opens behind them: `dubbel zo`."""
    words = table("numbers")["multiple_words"]
    return dict(zip(words["twice"], words["twice_values"], strict=True))


@cache
def of_the() -> dict[str, float]:
    """Words of multiples behind `het`: `het dubbele`."""
    return dict(table("numbers")["multiple_words"]["of_the"])


def multiple_value(word: str) -> float | None:
    """The multiple that a word tells by itself: `verdubbelde` is 2."""
    stems: dict[str, float] = table("numbers")["multiples"]
    return next((value for stem, value in stems.items() if word.startswith(stem)), None)


def multiple(t: Lexed, at: int) -> Found | None:
    """`verdubbeld`, `dubbel zo veel`, `het dubbele`."""
    word = t.words[at]
    value: float | None
    if word in twice():
        value = twice()[word] if t.words[at + 1] in _multiples("as_much") else None
    elif word in of_the():
        value = of_the()[word] if t.words[at - 1] in _multiples("the") else None
    else:
        value = multiple_value(word)
    if value is None:
        return None
    how = (("word of a multiple", at),) if t.traced else ()
    quantity = Quantity(at, at + 1, t.starts[at], t.ends[at], value, how=how)
    kind = Kind("multiple", None, None, at + 1, at + 1, "word of a multiple", at)
    return figure_of(t, quantity, kind), at + 1


def times(t: Lexed, quantity: Quantity) -> Found | None:
    """`twee keer zo veel`: a number of times that compares."""
    more = quantity.after + 1
    if t.words[past_determiners(t.words, more)] in _multiples("of_size"):
        last = more - 1
        kind = Kind("multiple", None, None, last + 1, last + 1, "so many times as", quantity.after)
        return figure_of(t, quantity, kind), last + 1
    if _is_number(t.words[more]):
        return _times_number(t, quantity, more)
    if t.words[more] not in _multiples("as_much"):
        return None
    last = more + 1 if t.words[more] in _multiples("so") else more
    kind = Kind("multiple", None, None, last + 1, last + 1, "so many times as", quantity.after)
    return figure_of(t, quantity, kind), last + 1


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in signs_of_money() or word_value(word) not in (None, 1)


def _times_number(t: Lexed, quantity: Quantity, more: int) -> Found | None:
    """`2 x 500 euro`: so many times a number; `3 x 4 meter` are two sides."""
    place = more + (t.words[more] in signs_of_money())
    side = digits_value(t.words[place]) if t.words[place][0].isdigit() else None
    sides = roles().get(t.words[place + 1], 0) & MEASURE and t.words[more - 1] in _joins()
    if sides and side and (quantity.value or 0) * _SIDES > side:
        return None
    kind = Kind("multiple", None, None, more, more, "so many times a number", quantity.after)
    return figure_of(t, quantity, kind), more


def times_before(t: Lexed, quantity: Quantity, kind: Kind) -> None:
    """`x 2`: a multiple, where nothing is multiplied before it."""
    at = quantity.first - 1
    if t.words[at] in _multiples("signs") and not t.words[at - 1][0].isdigit():
        kind.kind, kind.counted, kind.rule, kind.word = "multiple", True, "so many times", at


_SIDES = 8
"""One side of a thing is seldom so many times the other."""


@cache
def _joins() -> frozenset[str]:
    """What joins two numbers that share their unit: `3 X 4 meter`."""
    return frozenset(table("nouns")["sharing"]["joins"])


def is_times(word: str) -> bool:
    """Whether a word is `keer` or `maal`."""
    return word in _multiples("times")


@cache
def _aged() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ages = table("units")["age"]
    endings = "|".join(sorted(ages["word_suffixes"], key=len, reverse=True))
    joins = "|".join(table("numbers")["ranges"]["compound"])
    behind = re.compile(rf"-?(?:{endings})\b|-(?= (?:{joins}) \d+-(?:{endings})\b)")
    return behind, re.compile(rf"(?:{endings})$")


def aged_word(word: str) -> float | None:
    """The age that a word tells: `negentienjarige` is 19."""
    match = _aged()[1].search(word)
    return word_value(word[: match.start()].rstrip("-")) if match else None


def aged(t: Lexed, at: int) -> Found | None:
    """`19-jarige`, `negentienjarige`: only the number is the figure."""
    if t.is_capital(at) and t.is_capital(at + 1):
        return None  # `de Tachtigjarige Oorlog`
    word, start = t.words[at], t.starts[at]
    value: float | None
    if word[0].isdigit():
        match = _aged()[0].match(t.text, t.ends[at])
        value = digits_value(word) if match and word.isdecimal() else None
        if match is None or value is None:
            return None
        end, after = t.ends[at], at + 1
        while t.starts[after] < match.end() and after < len(t.words) - 4:
            after += 1
    else:
        value = aged_word(word)
        if value is None:
            return None
        stem = _aged()[1].sub("", word).rstrip("-")
        end, after = start + len(stem), at + 1
    how = (("number in a compound", at),) if t.traced else ()
    quantity = Quantity(at, after, start, end, value, digits=word[0].isdigit(), how=how)
    kind_name: FigureKind = "duration" if t.words[after] in _lasting() else "age"
    kind = Kind(kind_name, None, None, at + 1, after, "compound with -jarig", at)
    if kind_name == "age":
        head = head_of(t.words, after, t.is_capital)
        if head >= 0 and t.words[head] in persons():
            kind.noun, kind.head = t.token(head), head
    return figure_of(t, quantity, kind), after


@cache
def _lasting() -> frozenset[str]:
    return frozenset(table("traps")["lasting"])
