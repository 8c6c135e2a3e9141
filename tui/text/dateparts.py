"""Parts of a month or year that words around it tell, holidays among them, and its year."""

from __future__ import annotations

import re
from datetime import timedelta

from tui.text.dated import Dated
from tui.text.datewords import anchors, data, full_year, ordinal, some
from tui.text.nouns import noun_phrase
from tui.text.periods import Span, division, easter, months, nth_weekday, one_day, third
from tui.text.tense import is_verb
from tui.text.tokens import tokens

FIRST_SURE = 1900
"""From here on four digits behind `in` are a year, whatever stands behind them."""


def part_of(part: str | None, span: Span | None) -> Span | None:
    """The part of a stretch that a word such as `begin` tells; all of it without one."""
    return third(span, data()["parts"][part]) if part and span else span


def within_span(found: re.Match[str], span: Span) -> Span | None:
    """The part of a year or month that words before it tell: `eind`, `de eerste helft van`."""
    if found["part"]:
        return third(span, data()["parts"][found["part"]])
    year = span[0].year
    if found["code"]:
        return division(span, int(found["code"][1]), 4)
    if found["season"]:
        return months(year, data()["seasons"][found["season"]], 3)
    if found["holiday"]:
        return holiday(anchors()[found["holiday"]].value, year)
    return division(span, ordinal(found["number"]) or 0, data()["divisions"][found["division"]])


def holiday(name: tuple[str, str], year: int) -> Span | None:
    """A holiday in a year; `name` is its group in the data and its name."""
    group, key = name
    told = data()[group][key]
    if group == "fixed_days":
        first = one_day(year, told[0], told[1])
        return (first[0], first[0] + timedelta(told[2] - 1)) if first else None
    if group == "easter_days":
        begin = easter(year) + timedelta(told[0])
        return begin, begin + timedelta(told[1] - 1)
    if group == "nth_days":
        day = nth_weekday(year, told[0], told[1], told[2]) + timedelta(told[3])
        return day, day
    first = one_day(year, told[0], told[1])
    if first and first[0].weekday() == 6:
        return first[0] - timedelta(1), first[0] - timedelta(1)
    return first


def year_behind(page: Dated, end: int) -> tuple[int, int | None, bool]:
    """Where a date ends, its year, and whether words behind it tell the year at all."""
    found = page.right("year_behind", end)
    if not found:
        return end, None, False
    if found["year"]:
        behind = page.word_behind(found.end())
        if behind in some("year", "money"):
            return end, None, False
        return found.end(), int(found["year"]), True
    if found["two"]:
        return found.end(), full_year(found["two"]), True
    if found["which"]:
        shift = {"previous": -1, "past": -1, "this": 0}.get(data()["which"][found["which"]], 1)
        return found.end(), page.issue.year + shift if page.issue else None, True
    if found["other"]:
        return found.end(), None, True
    return found.end(), None, False


def counts(page: Dated, end: int, *, any_noun: bool = False) -> bool:
    """Whether four digits count the noun behind them, as in `van 1500 soldaten`.

    The noun is one of many, or with `any_noun` also one that looks like one: `en 1000 kuub`.
    """
    behind = tokens(page.text[end : end + 70].partition("\n")[0])
    phrase = noun_phrase(behind, 0) if behind else None
    if phrase is None:
        return False
    noun = phrase.head.text.lower()
    if any_noun:
        return not is_verb(noun)
    many = noun.endswith(tuple(data()["year"]["counted_ends"])) and not is_verb(noun)
    return many or noun in some("year", "counted")
