"""Days and months of the calendar: `4 november`, `tussen 8 en 13 oktober`, `eind mei 2023`."""

from __future__ import annotations

import re

from tui.text.datechoice import by_tense, chosen
from tui.text.dated import Dated
from tui.text.dateparts import FIRST_SURE, counts, part_of, within_span, year_behind
from tui.text.datewords import anchors, count, data, month_names, some
from tui.text.periods import Span, months, nearest, one_day


def by_month(page: Dated, start: int, end: int, month: int, *, short: bool = False) -> int | None:
    """`4 november 2023`, `tussen 8 en 13 oktober`, `begin mei`, `afgelopen november`, `maart`."""
    if found := page.left("day", start):
        return _by_day(page, found, end, month)
    lead = page.low[start - 1 : start]
    if short or lead in ("-", ".") or page.is_name(start):
        return None
    words = page.words_before(start)
    if words and (value := count(words[-1])) and value > 1:
        if words[-1].isdecimal() or value > 31:
            return None
        began = start - len(words[-1]) - 1
        until, year, _ = year_behind(page, end)
        return page.add(began, until, _day(page, began, until, year, month, value))
    return _whole_month(page, start, end, month, words)


def _whole_month(page: Dated, start: int, end: int, month: int, words: list[str]) -> int | None:
    """A month without a day; None where a word makes it any month, or part of a longer word."""
    if words and (words[-1] in some("any", "before_month") or words[-1][0].isdigit()):
        return None
    if page.low[end : end + 1] == "-" and not page.low.startswith(month_names(), end + 1):
        return None
    until, year, told = year_behind(page, end)
    if year is not None and year < FIRST_SURE and counts(page, until):
        until, year, told = end, None, False
    if told and year is None:
        return page.add(start, until, None)
    if found := page.left("which", start):
        which = data()["which"][found["which"]]
        span = chosen(page, which, lambda one: months(one, month)) if year is None else None
        return page.add(found.start("which"), until, part_of(found["part"], span))
    span = months(year, month) if year else _month_near(page, start, until, month, words)
    found = page.left("month", start)
    if found and (found["between"] or found["join"].strip() in data()["range"]):
        first = anchors()[found["m1"]].value
        return page.add(found.start("m1"), until, _to(found["y1"], first, span))
    found = page.left("of", start)
    if found and (found["part"] or found["division"]):
        return page.add(found.start(), until, span and within_span(found, span))
    if found := page.left("part", start):
        return page.add(found.start(), until, part_of(found["part"], span))
    return page.add(start, until, span)


def _to(year: str | None, month: int, last: Span | None) -> Span | None:
    """The stretch from a month to one that is known."""
    if last is None:
        return None
    first = months(int(year) if year else last[0].year - (month > last[0].month), month)
    return (first[0], last[1]) if first[0] <= last[1] else last


def _month_near(page: Dated, start: int, end: int, month: int, words: list[str]) -> Span | None:
    """The month that a text without a year means, by its verb and by what is nearest."""
    issue = page.issue
    if issue is None:
        return None
    if issue.month is None:
        return months(issue.year, month)
    return by_tense(
        page, start, end, [months(issue.year + shift, month) for shift in (-1, 0, 1)], words
    )


def _by_day(page: Dated, found: re.Match[str], end: int, month: int) -> int:
    until, year, told = year_behind(page, end)
    if year is not None and year < FIRST_SURE and counts(page, until):
        until, year, told = end, None, False  # `op 13 oktober 1500 soldaten`
    first_of_all = found.start("weekday") if found["weekday"] else found.start("d")
    last_day, day1 = int(found["d"]), found["d1"]
    weekday = data()["weekdays"].index(found["weekday"]) if found["weekday"] else None
    if day1 is None:
        start = found.start("night") if found["night"] else first_of_all
        start = first_of_all
        span = (
            None
            if told and year is None
            else _day(page, start, until, year, month, last_day, weekday)
        )
        return page.add(start, until, span)
    unknown = told and year is None
    last = None if unknown else _day(page, found.start("d1"), until, year, month, last_day)
    if not _is_stretch(found, int(day1), last_day):
        if found["m1"] is None and found["join"].strip() != data()["overnight"]:
            only = None if unknown else _day(page, found.start("d1"), until, year, month, int(day1))
            page.add(first_of_all if found["weekday"] else found.start("d1"), found.end("d1"), only)
        return page.add(found.start("d"), until, last)
    start = found.start("night") if found["night"] else min(first_of_all, found.start("d1"))
    start = found.start("weekday") if found["weekday"] and not found["night"] else start
    return page.add(start, until, _from(found, month, last))


def _is_stretch(found: re.Match[str], first: int, last: int) -> bool:
    """Whether two days are the ends of a stretch: not so `4 en 11 november`."""
    join = found["join"].strip()
    if join == data()["overnight"]:
        return found["night"] is not None
    if join in data()["range"] or found["between"]:
        return found["m1"] is not None or first <= last
    return found["m1"] is None and last == first + 1 + found["more"].count(",")


def _from(found: re.Match[str], month: int, last: Span | None) -> Span | None:
    """The stretch from the first of two days to the last, which is known."""
    if last is None:
        return None
    first_month = anchors()[found["m1"]].value if found["m1"] else month
    year = int(found["y1"]) if found["y1"] else last[0].year - (first_month > month)
    first = one_day(year, first_month, int(found["d1"]))
    return (first[0], last[1]) if first and first[0] <= last[1] else None


def _day(
    page: Dated,
    start: int,
    end: int,
    year: int | None,
    month: int,
    day: int,
    weekday: int | None = None,
) -> Span | None:
    """A day of a month, in the year that is told or, without one, in the one that is meant."""
    if year is not None:
        page.known.setdefault((month, day), set()).add(year)
        return one_day(year, month, day)
    words = page.words_before(start)
    for iso, leads in data()["known"].items():
        if iso.endswith(f"-{month:02}-{day:02}") and page.low.endswith(
            tuple(leads), 0, max(0, start - 1)
        ):
            return one_day(int(iso[:4]), month, day)
    page.open[start] = (month, day)
    if page.issue is None:
        return None
    shifts = (-1, 0, 1) if page.issue.month else (0,)
    spans = [span for shift in shifts if (span := one_day(page.issue.year + shift, month, day))]
    if weekday is not None and (fit := [span for span in spans if span[0].weekday() == weekday]):
        return nearest(fit, page.issue.about)
    return by_tense(page, start, end, spans, words) if spans else None
