"""Dates in running text, resolved to days where the text and the day of publication allow it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from tui.text.article import DateRef
from tui.text.language import table
from tui.text.nouns import noun_phrase
from tui.text.tokens import tokens

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NUMERIC = r"(?P<nd>\d{1,2})[-/](?P<nm>\d{1,2})[-/](?P<ny>(?:19|20)\d\d)(?!\d)"
_ISO = r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for number, names in enumerate(table("dates")["months"], start=1)
        for name in names
    }


@cache
def _pattern() -> re.Pattern[str]:
    data = table("dates")
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    joins = "|".join(sorted(map(re.escape, data["range"]), key=len, reverse=True))
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    year = r"(?:,? (?P<{0}>(?:19|20)\d\d)(?![\d.,]\d))?"
    return re.compile(
        r"(?<![\w.,-])(?:"
        rf"(?P<d1>{day})(?: (?P<m1>{months}))?{year.format('y1')} ?(?:{joins}) ?"
        rf"(?P<d2>{day}) (?P<m2>{months})\b{year.format('y2')}"
        rf"|(?P<d>{day}) (?P<m>{months})(?!\w){year.format('y')}"
        rf"|(?P<part>{'|'.join(data['parts'])}) (?P<pm>{months})(?!\w){year.format('py')}"
        rf"|(?P<mo>{months}) (?P<moy>(?:19|20)\d\d)(?![\d.,]\d)"
        rf"|{_NUMERIC}|{_ISO}"
        r")",
        re.I,
    )


@cache
def _year_pattern() -> re.Pattern[str]:
    sure, perhaps = (
        "|".join(sorted(table("dates")[name], key=len, reverse=True))
        for name in ("year_before", "year_perhaps_before")
    )
    return re.compile(
        rf"(?:(?<=^)|(?<=[\s(]))(?:(?P<sure>{sure})|(?P<perhaps>{perhaps})) "
        r"(?P<year>(?:1[5-9]|20)\d\d)"
        r"(?P<to>(?:/(?:\d{4}|\d\d))|(?: ?[-–] ?(?:19|20)\d\d))?"
        r"(?![\w%€]|[.,:]\d|[- ]?(?:euro|dollar)\b)",
        re.I,
    )


def dates(text: str, published: str | None = None) -> tuple[DateRef, ...]:
    """The dates in the text, in order. `published` is an ISO 8601 day, or None.

    A day without a year takes the year that brings it nearest to the day of publication;
    without one it keeps what it says, as in `--11-04`.
    """
    near = _day_of(published)
    found = [ref for match in _pattern().finditer(text) if (ref := _absolute(match, near))]
    taken = [(ref.start, ref.end) for ref in found]
    for match in _year_pattern().finditer(text):
        start, end = match.start("year"), match.end()
        if any(a < end and start < b for a, b in taken) or _counts(text, match):
            continue
        last = match["to"].strip(" /-–") if match["to"] else match["year"]
        last = match["year"][:2] + last if len(last) == 2 else last
        found.append(
            DateRef(start, end, text[start:end], f"{match['year']}-01-01", f"{last}-12-31")
        )
    return tuple(sorted(found, key=lambda ref: ref.start))


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether four digits count the noun behind them, as in `van 1500 soldaten`."""
    if match["sure"] and int(match["year"]) >= _FIRST_YEAR:
        return False
    behind = tokens(text[match.end() : match.end() + 120].partition("\n")[0])
    return bool(behind) and match.end() < len(text) and noun_phrase(behind, 0) is not None


def _day_of(published: str | None) -> date | None:
    if not published or len(published) < 10:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _absolute(match: re.Match[str], near: date | None) -> DateRef | None:
    start, end, text = match.start(), match.end(), match.group()
    if match["d2"]:
        return _between(match, near)
    if match["d"]:
        day = _iso(match["y"], _month(match["m"]), int(match["d"]), near)
        return DateRef(start, end, text, day, day)
    if match["part"]:
        lead = len(match["part"]) + 1
        first, last = _span(match["py"], _month(match["pm"]), near)
        return DateRef(start + lead, end, text[lead:], first, last)
    if match["mo"]:
        first, last = _span(match["moy"], _month(match["mo"]), near)
        return DateRef(start, end, text, first, last)
    if match["iso"]:
        return DateRef(start, end, text, match["iso"], match["iso"])
    day = _iso(match["ny"], int(match["nm"]), int(match["nd"]), near)
    return DateRef(start, end, text, day, day) if day else None


def _between(match: re.Match[str], near: date | None) -> DateRef:
    """A stretch of days: `8 en 13 oktober`, `28 december tot 3 januari`."""
    year = match["y2"] or match["y1"]
    last_month = _month(match["m2"])
    first_month = _month(match["m1"]) if match["m1"] else last_month
    first_day = int(match["d1"])
    last = _iso(year, last_month, int(match["d2"]), near)
    first = _iso(match["y1"] or year, first_month, first_day, _day_of(last) or near)
    if first and last and first > last and not match["y1"] and not last.startswith("--"):
        earlier = int(last[:4]) - (first_month > last_month)
        first = _iso(str(earlier), first_month, first_day, None)
    return DateRef(match.start(), match.end(), match.group(), first, last)


def _month(name: str) -> int:
    return _months()[name.lower()]


def _iso(year: str | None, month: int, day: int, near: date | None) -> str | None:
    """The day as ISO 8601; without a year and a day near it as `--MM-DD`; None if there is none."""
    longest = monthrange(int(year) if year else 2024, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= day <= longest:
        return None
    if year is None and near is None:
        return f"--{month:02}-{day:02}"
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1] if near else []
    days = [date(y, month, min(day, monthrange(y, month)[1])) for y in years]
    best = min(days, key=lambda one: abs((one - near).days)) if near and not year else days[0]
    return best.isoformat()


def _span(year: str | None, month: int, near: date | None) -> tuple[str | None, str | None]:
    first = _iso(year, month, 1, near)
    if first is None or first.startswith("--"):
        return f"--{month:02}", f"--{month:02}"
    last = monthrange(int(first[:4]), month)[1]
    return first, f"{first[:8]}{last:02}"
