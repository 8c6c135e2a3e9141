"""The words that make a sentence another one, as the data of the language has them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache

from tui.text.language import table
from tui.text.listed import plain_words
from tui.text.numbers import magnitudes, word_value
from tui.text.unitwords import is_unit, signs_of_money

_LONG, _SPELT = 5, 0.8
"""Words of so many letters may have a slip; with it so much of them is still alike."""


def is_number(key: str) -> bool:
    """Whether a word in lower case tells how many: `3.000`, `drie`, `tientallen`, `helft`."""
    if any(map(str.isnumeric, key)):
        return True
    if key in magnitudes() or key == _article():
        return False
    return word_value(key) is not None or key in _amounts()


def is_measure(key: str) -> bool:
    """Whether a word or sign in lower case is a magnitude or a unit: `miljoen`, `euro`, `%`."""
    percent = table("units")["percent"]["words"]
    return key in magnitudes() or is_unit(key) or key in signs_of_money() or key in percent


def is_slip(key: str, other: str) -> bool:
    """Whether two words in lower case are one word, once with a slip of the pen."""
    if key[0] != other[0] or min(len(key), len(other)) < _LONG or is_number(key + other):
        return False
    if SequenceMatcher(None, key, other).ratio() < _SPELT:
        return False
    return not {key, other} <= plain_words()


def negates(key: str) -> bool:
    """Whether a word in lower case turns what is said into its contrary: `niet`, `ontkende`."""
    return key in negations()


@cache
def negations() -> frozenset[str]:
    """Words that turn what is said into its contrary."""
    denied = table("cues")["verbs"]["denied"]["object"]
    verbs = {form for row in denied if "|" not in row for form in row.split()}
    return frozenset(table("marks")["negation"]["words"]) | verbs


@cache
def hedges() -> frozenset[str]:
    """Words that say how sure something is, whatever stands around them."""
    verbs = table("cues")["verbs"]
    rows = (row for name in ("estimated", "announced") for row in verbs[name].get("object", ()))
    forms = {form for row in rows if "|" not in row for form in row.split()}
    return frozenset(table("marks")["hedge"]["words"]) | forms


@cache
def words_of_hedges() -> frozenset[str]:
    """The words of the hedges of figures, but the small ones among them."""
    data = table("hedges")
    phrases: Iterable[str] = (
        phrase for part in ("before", "after") for every in data[part].values() for phrase in every
    )
    words = {word for phrase in phrases for word in phrase.replace("’", "'").split()}
    return frozenset(word for word in words - negations() if len(word) > 3 or not word.isalpha())


@cache
def days() -> frozenset[str]:
    """The names of days and months."""
    data = table("dates")
    months = {word.rstrip(".") for every in data["months"] for word in every}
    return frozenset({*months, *data["weekdays"], *data["days"]})


@cache
def people() -> frozenset[str]:
    """Words for those who speak or act, that are no titles."""
    return frozenset(table("marks")["name"]["words"])


@cache
def _amounts() -> frozenset[str]:
    """Words that tell an amount and are no number: `tientallen`, `dozijn`, `derde`, `helft`."""
    data = table("numbers")
    words = {word for part in ("vague", "collective", "fractions", "shares") for word in data[part]}
    grammar = data["grammar"]
    return frozenset(words | set(grammar["one_and_a_half"]) | set(grammar["few"]))


@cache
def _article() -> str:
    return str(table("numbers")["grammar"]["article"])
