"""Ages, by the company that a number keeps: `een man van 52`, `(81)`, `Jansen, 41,`."""

from __future__ import annotations

from functools import cache

from tui.text.hedges import hedge_before
from tui.text.kinds import Kind
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of
from tui.text.numbers import word_value
from tui.text.quantity import Quantity
from tui.text.shapes import ADVERB, CLOSED, IN_E, PLURAL, SHAPES, WORD, listed
from tui.text.unitwords import MEASURE, MONEY, roles

_OLDEST = 120
_GROWING = 4
"""Below this `wordt 3` is hardly an age."""
_MOST_LISTED = 8
"""So many ages in a row are read as one list."""
_NEAR = 8
"""So many words back `leeftijd` tells that years are an age."""
_SOME = 5
"""So many words stand at most between a comma and `nu 27`."""
_GROWN = 12
"""From here on `hij is 17` is one."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("units")["age"][name])


@cache
def triggers() -> frozenset[str]:
    """The words and signs one of which stands before every age that is found here."""
    ages = table("units")["age"]
    phrases = {phrase.split()[-1] for phrase in (*ages["of"], *ages["before"])}
    told = ("turning", "is", "he", "who", "youngest", "before_years", "he_is", "there", "by_now")
    return frozenset({"(", ","} | phrases).union(*map(_words, told), listed("conjunctions"))


def age_of(t: Lexed, quantity: Quantity) -> Kind | None:
    """The kind of a number that is an age; None for the others."""
    last = t.words[quantity.first - 1]
    if last not in triggers() or quantity.factor != 1 or quantity.money:
        return None
    value = quantity.value if quantity.value is not None else quantity.high
    if value is None or not 0 <= value <= _OLDEST:
        return None
    told = _told(t, quantity, last, value)
    if told is None:
        return None
    return Kind("age", None, "y", quantity.after, quantity.after, told, quantity.first - 1)


def _told(t: Lexed, quantity: Quantity, last: str, value: float) -> str | None:
    """By what a number is known as an age."""
    following = t.words[quantity.after]
    years = following in _words("years")
    if years and t.words[quantity.after + 1] in _words("not_behind"):
        return None
    word = t.words[quantity.first - 2] if quantity.first > 1 else "\n"
    if following in _words("is") and value >= _GROWING and _is_somebody(t, quantity, last):
        return "somebody is so old"
    if last in _words("youngest") or (last in _words("is") and _is_youngest(t, quantity.first - 2)):
        return "the youngest or oldest" if not _counts(t, quantity) else None
    if last in "(,":
        return _set_apart(t, quantity, last, value, following)
    if last in _words("by_now") and following in (",", ")") and value >= _GROWN:
        return "set apart behind a name" if _is_of_one(t, quantity) else None
    if last in _words("turning") and (years or following == "."):
        return "turning so old" if value >= _GROWING else None
    if following in _words("is") and t.words[quantity.after + 1] in _words("turning"):
        return "turning so old" if value >= _GROWN else None
    stated = last in _words("is") and following in _words("ending") and value >= _GROWN
    if stated and quantity.first > 1 and t.is_capital(quantity.first - 2):
        return "somebody is so old"
    if last in _words("is") and word in _words("he"):
        if years and value >= _GROWING:
            return "somebody is so old"
        return "somebody is so old" if value >= _GROWN and not _counts(t, quantity) else None
    if _phrase(t, quantity.first, "before") >= 0:
        ends = years or following == "\n"
        return "words of age" if ends or not _counts(t, quantity) else None
    first = quantity.first  # kinderen van 4, 7 EN 9 jaar
    for _ in range(_MOST_LISTED):
        if t.words[first - 1] != "," and t.words[first - 1] not in listed("conjunctions"):
            break
        if first < 2 or not (t.words[first - 2][0].isdigit() or word_value(t.words[first - 2])):
            break
        first -= 2
    place = _phrase(t, first, "of")
    place -= place > 0 and t.words[place - 1] == ","
    if place > 0 and is_person(t.words[place - 1]):
        return "a person of so old" if years or not _counts(t, quantity) else None
    if years and not _words("of_years").isdisjoint(t.before(quantity.first, _NEAR)):
        return "words of age"
    return None


def _is_youngest(t: Lexed, at: int) -> bool:
    """Whether a word ends `de JONGSTE`, perhaps of some: `de jongste van hen`."""
    of = 2 if at > 2 and t.words[at - 1] in _words("youngest_of") else 0
    return at - of >= 0 and t.words[at - of] in _words("youngest")


def _is_of_one(t: Lexed, quantity: Quantity) -> bool:
    """Whether a comma before it ends the word for somebody: `de ander, volgens hem NU 27,`."""
    first = quantity.first - 2
    signs = (at for at in range(first, max(0, first - _SOME), -1) if t.words[at] in ",(")
    at = next(signs, 0) - 1
    if at < 0:
        return False
    return t.is_capital(at) or is_person(t.words[at]) or t.words[at] in _words("one_of")


def _is_somebody(t: Lexed, quantity: Quantity, last: str) -> bool:
    """`toen hij TIEN was`, `wie 35 is`, `die in augustus 66 wordt`."""
    if last in _words("he") | _words("who"):
        return True
    near = t.before(quantity.first, 4)
    return (quantity.value or 0) >= _GROWN and not _words("he").isdisjoint(near)


def _set_apart(t: Lexed, quantity: Quantity, last: str, value: float, following: str) -> str | None:
    """`Kees Wals (67)`, `Jansen, 41,`: behind a name, between signs."""
    before = quantity.first - 2
    if not quantity.digits and not (value >= _GROWING and t.is_capital(before)):
        return None
    named = before >= 0 and SHAPES[t.words[before]] & WORD
    if last == "(":
        if not t.is_capital(before) and SHAPES[t.words[before]] & (PLURAL | CLOSED | ADVERB):
            return None
        if hedge_before(t, before + 1, before + 1) is not None:
            return None
        ends = following == ")" or following in _words("years")
        return "in brackets behind a name" if named and ends else None
    if not named or following not in (",", ")") or value < _GROWING:
        return None
    known = t.is_capital(before) or t.words[before] in persons()
    return "set apart behind a name" if known else None


@cache
def _by_last(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("units")["age"][name], key=len, reverse=True):
        found.setdefault(phrase.split()[-1], []).append(tuple(phrase.split()))
    return {last: tuple(every) for last, every in found.items()}


def _phrase(t: Lexed, end: int, name: str) -> int:
    """Where the phrase of a list begins that ends before a token, else -1."""
    for words in _by_last(name).get(t.words[end - 1], ()):
        if tuple(t.words[max(0, end - len(words)) : end]) == words:
            return end - len(words)
    return -1


@cache
def persons() -> frozenset[str]:
    """Words for a person whose age may be told."""
    return _words("persons")


@cache
def is_person(word: str) -> bool:
    """Whether a word is that of a person, also at the end of a compound: `kleindochter`."""
    return word in persons() or word.endswith(tuple(table("units")["age"]["person_ends"]))


def _counts(t: Lexed, quantity: Quantity) -> bool:
    """Whether the number counts or measures what stands behind it, and so is no age."""
    following = t.words[quantity.after]
    if following in listed("conjunctions"):
        return False
    doubtful = following in table("units")["money_doubtful"]["words"]
    if roles().get(following, 0) & (MEASURE | MONEY) and not doubtful:
        return True
    head = head_of(t.words, quantity.after, t.is_capital)
    return head >= 0 and (t.is_capital(head) or bool(SHAPES[t.words[head]] & (PLURAL | IN_E)))
