"""The words of dates, and the patterns that are made of them, from the data of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, NamedTuple

from tui.text.language import table
from tui.text.numbers import word_value

Kind = Literal[
    "month",
    "short",
    "weekday",
    "near",
    "unit",
    "units",
    "season",
    "holiday",
    "decade",
    "decades",
]
YEAR = r"(?:1[0-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_LAST_OF_TWO_DIGITS = 30
"""`'30` and lower is of this century, `'31` and higher of the last."""


class Anchor(NamedTuple):
    """What one word tells: a month by its number, a weekday from nought, a unit by its name."""

    kind: Kind
    value: Any


@cache
def data() -> dict[str, Any]:
    """The words of dates as they stand in the data of the language."""
    return table("dates")


@cache
def some(*path: str) -> frozenset[str]:
    """The words at a place in the data."""
    found: Any = data()
    for name in path:
        found = found[name]
    return frozenset(found)


@cache
def month_names() -> tuple[str, ...]:
    """The names of the months, in full."""
    return tuple(names[0] for names in data()["months"])


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longer ones first."""
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


@cache
def anchors() -> dict[str, Anchor]:
    """Every word (or row of words) at which a date can be known, in lower case."""
    words = data()
    found: dict[str, Anchor] = {}
    for number, names in enumerate(words["months"], start=1):
        for name in names:
            found[name] = Anchor("short" if name.endswith(".") else "month", number)
            found.setdefault(name.removesuffix("."), Anchor("short", number))
    for number, day in enumerate(words["weekdays"]):
        found[day] = Anchor("weekday", number)
        found |= {f"{day}{part}": Anchor("weekday", number) for part in words["dayparts"]}
    found |= {name: Anchor("near", shift) for name, shift in words["days"].items()}
    found |= {name: Anchor("unit", unit) for name, unit in words["units"].items()}
    found |= {name: Anchor("units", unit) for name, unit in words["units_more"].items()}
    found |= {name: Anchor("season", month) for name, month in words["seasons"].items()}
    for group in ("fixed_days", "easter_days", "nth_days", "king"):
        found |= {name: Anchor("holiday", (group, name)) for name in words[group]}
    decades = {**words["decade_words"]}
    found[decades.pop("plural")] = Anchor("decades", None)
    return found | {name: Anchor("decade", year) for name, year in decades.items()}


@cache
def anchor_pattern() -> re.Pattern[str]:
    """What starts a date, behind a mark or space: an anchor word, a year, or a date in digits."""
    return re.compile(
        rf"\W(?:(?P<word>{_tree(list(anchors()))})(?!\w)"
        rf"|(?P<iso>(?:19|20)\d\d([-/])[01]\d\3[0-3]\d(?!\d)(?:t[\d:.]*\d(?:z|[+-]\d\d:?\d\d)?)?)"
        rf"|(?P<year>{YEAR})(?!\w)"
        r"|(?P<digits>\d{1,2}([-/.])\d{1,2}\6(?:19|20)\d\d)(?![\d/-]|\.\d))"
    )


def _tree(words: list[str]) -> str:
    """A pattern of the words that tries each first letter once, and so on behind it."""
    if words == [""]:
        return ""
    heads: dict[str, list[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(head) + _tree(rest) for head, rest in sorted(heads.items())]
    tree = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if "" not in words:
        return tree
    return f"(?:{tree})?"


def count(word: str) -> int | None:
    """A whole number from 1 to 999 in digits or in words; `een` is 1."""
    if word.isdecimal():
        value: float | None = int(word) if word.isascii() and len(word) < 4 else None
    elif word in some("distance", "one"):
        return 1
    else:
        value = word_value(word)
    return int(value) if value and value == int(value) and value < 1000 else None


def ordinal(word: str) -> int | None:
    """The number of `derde`, `3e` or `19de`."""
    found = data()["ordinals"].get(word)
    if found is None and (match := re.fullmatch(r"([1-9]\d?)[a-z]+", word)):
        return int(match[1])
    return int(found) if found else None


def full_year(digits: str) -> int:
    """The year of four digits, or of the two in `'98`."""
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _LAST_OF_TWO_DIGITS else 1900)


def named(kind: Kind, value: object = None) -> str:
    """A pattern of the anchor words of a kind, or of those of it with a value."""
    found = (word for word, (one, its) in anchors().items() if one == kind)
    return one_of(word for word in found if value is None or anchors()[word].value == value)
