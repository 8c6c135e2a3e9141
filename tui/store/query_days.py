"""Days as they are typed in a query: `2024-10`, `>2024-11`, `2024-10-18..2024-11-02`."""

from __future__ import annotations

import calendar
import re

from tui.store.amounts import VALUE, QueryError, content
from tui.store.query_tree import Dated

_DAY = r"[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?"  # 2024, 2024-10, 2024-10-18
_DAYS = re.compile(
    rf"\s*(?:(?P<sign>>=|<=|[<>=≥≤])\s*(?P<number>{_DAY})"
    rf"|(?P<low>{_DAY})?\s*(?P<dots>\.\.)\s*(?P<high>{_DAY})?"
    rf"|(?P<alone>{_DAY}))(?=[\s)]|$)"
)
_HOW = "date: needs a day, month or year: 2024-10-18, 2024-10, >2024, 2024-10..2024-12"


def days(text: str, at: int, value_at: int) -> tuple[Dated, int]:
    """The days at `value_at`, of a field that begins `at`, and their end. Raises QueryError."""
    match = _DAYS.match(text, value_at)
    if match is None:
        raise _no_days(text, at, value_at)
    given = {name: day for name, day in match.groupdict().items() if day and name[0] not in "sd"}
    for name, day in given.items():
        if not _is_day(day):
            raise QueryError(f'there is no day "{day}"', at, match.end(name))
    if match["dots"]:
        low, high = match["low"], match["high"]
        if low is None and high is None:
            raise QueryError(_HOW, at, match.end())
        if low and high and _first(low) >= _after(high):
            raise QueryError("the first day must be the earlier one", at, match.end())
        return _dated(_first(low) if low else None, _after(high) if high else None), match.end()
    sign, day = match["sign"] or "=", given.get("number") or given["alone"]
    if sign == "=":
        return _dated(_first(day), _after(day)), match.end()
    if sign[0] in ">≥":
        return _dated(_after(day) if sign == ">" else _first(day), None), match.end()
    return _dated(None, _first(day) if sign == "<" else _after(day)), match.end()


def _no_days(text: str, at: int, value_at: int) -> QueryError:
    value = VALUE.match(text, value_at)
    wrong = content(value).lstrip("<>=≥≤") if value else ""
    end = value.end() if value else len(text.rstrip())
    if not wrong:
        return QueryError(_HOW, at, end)
    turned = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", wrong)
    if turned:
        day, month, year = turned.groups()
        return QueryError(f"write {wrong} as {year}-{month:0>2}-{day:0>2}", at, end)
    return QueryError(f'"{wrong}" is no day: write 2024-10-18, 2024-10 or 2024', at, end)


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _is_day(day: str) -> bool:
    year, month, number = [*_parts(day), 1, 1][:3]
    return year >= 1 and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]


def _first(day: str) -> str:
    """The first day of a day, month or year."""
    return _written([*_parts(day), 1, 1][:3])


def _after(day: str) -> str:
    """The first day that comes after a day, month or year."""
    parts = _parts(day)
    year, month, number = [*parts, 1, 1][:3]
    if len(parts) == 3:
        number += 1
        if number > calendar.monthrange(year, month)[1]:
            month, number = month + 1, 1
    elif len(parts) == 2:
        month += 1
    else:
        year += 1
    if month > 12:
        year, month = year + 1, 1
    return _written([year, month, number])


def _written(parts: list[int]) -> str:
    year, month, day = parts
    return f"{year:04}-{month:02}-{day:02}"


def _dated(low: str | None, high: str | None) -> Dated:
    return Dated(low and _short(low), high and _short(high))


def _short(day: str) -> str:
    return day.removesuffix("-01").removesuffix("-01")
