"""Dates as scrapers write them, in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from tui.text.language import table

_FIRST, _LAST = 1990, 2100  # outside these a number is no date but something that was counted
_LONGEST = 80
_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.I | re.A,
)
"""`2024-10-18`, `2024-10-18T14:05:09.123+02:00`, `2024-10-18 14:05 UTC`."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z)?)?", re.A)
"""`20241018`, `20241018T140509Z`."""
_DAY_FIRST = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:[-/.]|\s+)(\d{1,2}|[a-z]+\.?)(?:[-/.]|\s+)(\d{4})"
    r"(?:,?\s+(?:[a-z]{1,3}\s+)?(\d{1,2})[:.](\d\d)(?::(\d\d))?(?:\s*[uh]\w{0,3}\.?)?)?",
    re.I | re.A,
)
"""`18-10-2024`, `vr 18 okt. 2024, 14.05 uur`: the day goes first, as everywhere in Europe."""
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}", re.A)
_MOST_SECONDS = 10**11  # above it they are milliseconds


def iso(value: object) -> str | None:
    """The ISO 8601 day or time that a value means; None where it means none between 1990 and 2100.

    A time keeps its zone where one is given; seconds since 1970 are in UTC.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    if not isinstance(value, str) or not 0 < len(text := value.strip()) <= _LONGEST:
        return None
    if _SECONDS.fullmatch(text):
        return _since_1970(float(text))
    for pattern in (_ISO, _COMPACT):
        if match := pattern.fullmatch(text):
            year, month, day, *time = match.groups()
            return _iso(year, month, day, time)
    if match := _DAY_FIRST.fullmatch(text):
        day, named, year, *time = match.groups()
        month = named if named.isdecimal() else _month(named)
        if month is not None:
            return _iso(year, month, day, [*time, None])
    return _of_mail(text)


def _since_1970(number: float) -> str | None:
    if not 0 < number < _MOST_SECONDS * 1000:
        return None
    seconds = number / 1000 if number >= _MOST_SECONDS else number
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return _sound(moment)


def _of_mail(text: str) -> str | None:
    """A date as RFC 2822 has it."""
    try:
        return _sound(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(year: str, month: str | int, day: str, time: Sequence[str | None]) -> str | None:
    """The day, with the hour, minute, second and zone where they are given."""
    hour, minute, second, zone = time
    try:
        moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
        if hour is None:
            return _sound(moment) and moment.date().isoformat()
        moment = moment.replace(second=int(second or 0))
        if zone:
            zone = "+0000" if zone.isalpha() else zone.replace(":", "").ljust(5, "0")
            moment = moment.replace(tzinfo=datetime.strptime(zone, "%z").tzinfo)
    except ValueError:
        return None
    return _sound(moment)


def _sound(moment: datetime) -> str | None:
    return moment.isoformat() if _FIRST <= moment.year <= _LAST else None


@cache
def _months() -> dict[str, int]:
    names = table("dates")["months"]
    return {name.rstrip("."): number for number, row in enumerate(names, 1) for name in row}


def _month(name: str) -> int | None:
    """The month of a name, whole or cut short as in `okt`."""
    name = name.casefold().rstrip(".")
    return _months().get(name)
