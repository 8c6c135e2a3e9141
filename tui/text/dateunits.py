"""Stretches told from the day of publication: `vorige week`, `drie jaar geleden`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from tui.text.datechoice import by_tense, chosen
from tui.text.dated import Dated
from tui.text.dateparts import holiday, part_of, within_span
from tui.text.datesnear import days_on, in_week
from tui.text.datewords import anchors, count, data, some
from tui.text.dateyears import by_century
from tui.text.periods import Issue, Span, century, division, months, nearest, week, weekend, years

_OLDEST = 150
"""Nobody means one year by `duizend jaar geleden`."""


_LONGEST = 30
"""The most characters of `over vijfentwintig `."""


def by_unit(page: Dated, start: int, end: int, unit: str) -> int | None:
    """`vorige week`, `eind dit jaar`, `twee weken geleden`, `het derde kwartaal`, `de 19e eeuw`."""
    if found := page.left("which", start):
        return _which_unit(page, found, start, end, unit)
    if unit in ("quarter", "half"):
        return _of_no_year(page, start, end, unit)
    if unit == "century":
        return by_century(page, start, end)
    if unit in ("day", "week", "month", "year"):
        return away(page, start, end, unit)
    return None


def _which_unit(page: Dated, found: re.Match[str], start: int, end: int, unit: str) -> int | None:
    which = data()["which"][found["which"]]
    told_elsewhere = which == "next" or (which == "previous" and unit != "century")
    if (found["article"] and told_elsewhere) or page.low[end : end + 1] == "-":
        return None
    at = found.start("part") if found["part"] else found.start("which")
    if unit == "day":
        return None
    if unit == "week" and (behind := page.right("weekday_behind", end)):
        weekday = data()["weekdays"].index(behind["weekday"])
        return page.add(found.start("which"), behind.end(), in_week(page.today, which, weekday))
    span = _UNITS[unit](page, start, end, which)
    if unit == "year":
        return _which_year(page, found, at, end, span)
    return page.add(at, end, part_of(found["part"], span))


def _which_year(page: Dated, found: re.Match[str], at: int, end: int, span: Span | None) -> int:
    """`vorig jaar`, `eind vorig jaar`, `vorig jaar maart`, `het derde kwartaal van vorig jaar`."""
    whole = span is not None and span[0].month == 1 and span[1].month == 12
    year = span[0].year if span and whole else None
    if behind := page.right("month_behind", end):
        inside = _inside(behind, year) if year else None
        return page.add(found.start("which"), behind.end(), inside)
    if found["part"]:
        return page.add(at, end, part_of(found["part"], span))
    if of := page.left("of", found.start("which")):
        inner = within_span(of, years(year)) if year and of["season"] != data()["winter"] else None
        return page.add(of.start(), end, inner)
    return page.add(at, end, span)


def _inside(behind: re.Match[str], year: int) -> Span | None:
    """The month, season or holiday of a year that stands behind it."""
    if behind["season"]:
        return months(year, data()["seasons"][behind["season"]], 3)
    if behind["holiday"]:
        return holiday(anchors()[behind["holiday"]].value, year)
    month = months(year, anchors()[behind["month"]].value)
    if behind["day"]:
        return _one(month, int(behind["day"]))
    return part_of(behind["part"], month)


def _one(month: Span, day: int) -> Span | None:
    only = month[0] + timedelta(day - 1)
    return (only, only) if only <= month[1] else None


def _week(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (today := page.today) is None:
        return None
    if which == "past":
        return today - timedelta(7), today
    if which == "coming":
        return today, today + timedelta(7)
    return week(today, {"previous": -1, "this": 0, "next": 1}[which])


def _weekend(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (today := page.today) is None:
        return None
    this = weekend(today)
    if which in ("past", "previous"):
        return this if this[0] < today else weekend(today, -1)
    if which == "coming":
        return this if this[0] > today else weekend(today, 1)
    if which == "next":
        return weekend(today, 1)
    past = this[0] > today and page.tense(start, end) == "past"
    return weekend(today, -1) if past and today.weekday() < 3 else this


def _month(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (issue := page.issue) is None or issue.month is None:
        return None
    return months(issue.year, issue.month + _STEP[which])


def _quarter(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (issue := page.issue) is None or issue.month is None:
        return None
    if which == "past":
        return _until(issue, 3)
    return months(issue.year, (issue.month - 1) // 3 * 3 + 1 + 3 * _STEP[which], 3)


def _half(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (issue := page.issue) is None or issue.month is None:
        return None
    if which == "past":
        return _until(issue, 6)
    return months(issue.year, (issue.month - 1) // 6 * 6 + 1 + 6 * _STEP[which], 6)


def _year(page: Dated, start: int, end: int, which: str) -> Span | None:
    """`afgelopen jaar` is the year up to now, or where the day is not known the one before."""
    if (issue := page.issue) is None:
        return None
    if which == "past" and issue.day:
        return _until(issue, 12)
    return years(issue.year + _STEP[which])


def _until(issue: Issue, count: int) -> Span | None:
    """So many months up to the day of publication."""
    if (day := issue.day) is None:
        return None
    first, last = months(day.year, day.month - count)
    return min(first + timedelta(day.day - 1), last), day


def _century(page: Dated, start: int, end: int, which: str) -> Span | None:
    return century((page.issue.year + 99) // 100 + _STEP[which]) if page.issue else None


def _night(page: Dated, start: int, end: int, which: str) -> Span | None:
    if (today := page.today) is None:
        return None
    if which in ("past", "previous"):
        return today - timedelta(1), today
    return (today, today + timedelta(1)) if which in ("coming", "next") else (today, today)


_STEP = {"previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


_UNITS: dict[str, Callable[[Dated, int, int, str], Span | None]] = {
    "week": _week,
    "weekend": _weekend,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "year": _year,
    "century": _century,
    "night": _night,
}


def by_season(page: Dated, start: int, end: int, month: int) -> int | None:
    """`afgelopen zomer`, `dit voorjaar`; a season by itself may be that of any year."""
    found = page.left("which", start)
    if not found or (found["article"] and data()["which"][found["which"]] in ("next", "previous")):
        return None
    which = data()["which"][found["which"]]
    if which == "this" and month == 12:
        about = page.issue.about if page.issue else None
        spans = [months(about.year + shift, 12, 3) for shift in (-1, 0)] if about else []
        return page.add(found.start("which"), end, nearest(spans, about) if about else None)
    span = chosen(page, "past" if which == "previous" else which, lambda one: months(one, month, 3))
    at = found.start("part") if found["part"] else found.start("which")
    return page.add(at, end, part_of(found["part"], span))


def _of_no_year(page: Dated, start: int, end: int, unit: str) -> int | None:
    """`het derde kwartaal`: the one that is nearest."""
    found = page.left("century", start)
    number = data()["ordinals"].get(found["number"]) if found else None
    parts = 4 if unit == "quarter" else 2
    if not found or not number or number > parts:
        return None
    issue = page.issue
    if issue is None:
        return page.add(found.start("number"), end, None)
    spans = [
        span for shift in (-1, 0, 1) if (span := division(years(issue.year + shift), number, parts))
    ]
    words = page.words_before(found.start())
    return page.add(found.start("number"), end, by_tense(page, found.start(), end, spans, words))


def away(page: Dated, start: int, end: int, unit: str) -> int | None:
    """`twee weken geleden`, `over drie dagen`: the day, week, month or year so far away.

    The number is a figure too (see `tui.text.figures`); a hedge stays outside.
    """
    words_of = data()["distance"]
    ago = page.low.startswith(words_of["ago_behind"], end)
    if not ago and page.low.find(words_of["ahead"], max(0, start - _LONGEST), start) < 0:
        return None
    found = page.left("count", start)
    amount = count(found["count"]) if found else None
    if not found:
        return None
    start, words = found.start(), page.words_before(found.start())
    if amount and amount < _HUNDRED and words and (more := _larger(words, amount)):
        amount, start = amount + more[0], start - more[1]
        words = page.words_before(start)
    if ago and found["count"] in some("distance", "inexact"):
        if words and words[-1] in some("distance", "one"):
            start -= len(words[-1]) + 1  # EEN half jaar geleden
        return page.add(start, end + len(words_of["ago_behind"]), None)
    if not amount:
        return None
    if ago:
        end += len(words_of["ago_behind"])
        vague = bool(words) and words[-1] in some("distance", "vague_before")
        return page.add(start, end, None if vague else _shifted(page, unit, -amount))
    if not found["ahead"] or set(words) & some("distance", "not_ahead_before"):
        return None
    if page.word_behind(end) in some("distance", "not_ahead_after"):
        return None
    return page.add(start, end, _shifted(page, unit, amount))


def _larger(words: list[str], amount: int) -> tuple[int, int] | None:
    """What belongs to a number in words before it, and how far back that begins.

    `HONDERD twintig jaar geleden`, `TWEEHONDERD EN tien jaar geleden`, `VIJF EN twintig jaar`.
    """
    size = 2 if words[-1] in some("distance", "and") and len(words) > 1 else 1
    value = count(words[-size]) if words[-size].isalpha() else None
    units = size == 2 and value is not None and 1 < value < 10 and amount >= 20
    if not value or (value % _HUNDRED and not (units and amount % 10 == 0)):
        return None
    return value, sum(len(word) + 1 for word in words[-size:])


_HUNDRED = 100


def _shifted(page: Dated, unit: str, amount: int) -> Span | None:
    issue = page.issue
    if issue is None or (unit == "year" and abs(amount) > _OLDEST):
        return None
    if unit == "year":
        return years(issue.year + amount)
    if unit == "month":
        return months(issue.year, issue.month + amount) if issue.month else None
    if unit == "week":
        return week(issue.day, amount) if issue.day else None
    return days_on(issue.day, amount)
