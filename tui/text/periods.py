"""Stretches of days by the calendar: weeks, months, seasons, holidays, and parts of them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[date, date]
"""A first and a last day, both inclusive."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PUBLISHED = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Issue:
    """When an article was published, as far as known: a year, a month of it, a day of it."""

    year: int
    month: int | None = None
    day: date | None = None

    @property
    def about(self) -> date:
        """The day of publication, or the middle of what is known of it."""
        return self.day or date(self.year, self.month or 7, 15 if self.month else 1)


@lru_cache(maxsize=256)
def issue_of(published: str | None) -> Issue | None:
    """The issue of an ISO 8601 day, stamp, month or year; None where it is none of these."""
    match = _PUBLISHED.match(published or "")
    if not match or not match[0].isascii() or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Issue(year, month or None, date(year, month, day) if day else None)


def one_day(year: int, month: int, day: int) -> Span | None:
    """A day as a stretch of one, or None where the calendar has no such day."""
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return only, only


@lru_cache(maxsize=1 << 10)
def months(year: int, month: int, count: int = 1) -> Span:
    """A number of whole months from a month on; a month above 12 is one of a later year."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    end, end_month = last // 12, last % 12 + 1
    return date(first // 12, first % 12 + 1, 1), date(end, end_month, monthrange(end, end_month)[1])


def years(first: int, last: int | None = None) -> Span:
    """Whole years."""
    return date(first, 1, 1), date(first if last is None else last, 12, 31)


def century(number: int) -> Span:
    """The Nth century: the 19th runs from 1801 to 1900."""
    return years(number * 100 - 99, number * 100)


def week(day: date, shift: int = 0) -> Span:
    """The week from Monday to Sunday in which a day falls, or one so many weeks later."""
    monday = day + timedelta(7 * shift - day.weekday())
    return monday, monday + timedelta(6)


def weekend(day: date, shift: int = 0) -> Span:
    """The Saturday and Sunday of the week of a day, or of one so many weeks later."""
    sunday = week(day, shift)[1]
    return sunday - timedelta(1), sunday


def division(span: Span, number: int, parts: int) -> Span | None:
    """The Nth of so many equal parts of a stretch: the third quarter of a year; else None."""
    if not 1 <= number <= parts:
        return None
    first, last = span
    unit, size = _measure(span)
    step = size // parts
    begin = _later(first, unit, (number - 1) * step)
    return begin, last if number == parts else _later(begin, unit, step) - timedelta(1)


def third(span: Span, part: int) -> Span:
    """The first (0), middle (1) or last (2) third: ten days of a month, four months of a year."""
    return division(span, part + 1, 3) or span


def _measure(span: Span) -> tuple[str, int]:
    """How a stretch is cut: in years, in months, or in days (a month counts thirty)."""
    days = (span[1] - span[0]).days + 1
    if days > 1000:
        return "year", span[1].year - span[0].year + 1
    if days > 60:
        return "month", round(days / 30.4)
    return "day", 30 if 28 <= days <= 31 else days


def _later(day: date, unit: str, count: int) -> date:
    if unit == "day":
        return day + timedelta(count)
    return months(day.year, day.month + count * (12 if unit == "year" else 1))[0]


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(hundreds, 4)
    correction = (hundreds - (hundreds + 8) // 25 + 1) // 3
    moon = (19 * golden + hundreds - leap - correction + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The Nth weekday (1 is Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (number - 1))


def nearest(spans: list[Span], day: date) -> Span:
    """The one of some stretches, in order, that is nearest to a day; the earlier of two."""
    return min(spans, key=lambda span: distance(span, day))


def distance(span: Span, day: date) -> int:
    """The days between a stretch and a day, nought where the day is in it."""
    first, last = span
    if day < first:
        return (first - day).days
    return (day - last).days if day > last else 0
