"""The axes of a plot: which numbers and days stand along them, and where each value comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor, log10
from typing import NamedTuple

from tui.widgets import wording

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
LARGE = ((1e12, "bln"), (1e9, "mld"), (1e6, "mln"))
LADDERS = ((1, 2, 5), (1, 5), (1,))
"""The steps told of each ten of a scale by ratios: the first of these for which there is room."""
HEADROOM = 0.06
"""Such a share of a scale by differences is free above the highest value."""
ROOM = 1.2
"""A scale by ratios goes on to this many times the highest value."""
APART = 3
"""A tick is at least so many rows from the next, where all have the same distance."""


class Scale(NamedTuple):
    """Which values the lowest and the highest row stand for, and the values told beside the axis.

    By ratios (`log`) equal distances are equal shares, else equal differences.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    log: bool = False

    def row(self, value: float, height: int) -> int:
        """The row of a value, from the top; what is beyond the scale comes at its end."""
        low, high = self.low, self.high
        if self.log:
            low, high, value = log10(low), log10(high), log10(max(value, low))
        share = (value - low) / (high - low)
        return round((1 - min(1.0, max(0.0, share))) * (height - 1))


class Tick(NamedTuple):
    """A day along the axis: its column, and how it is told."""

    column: int
    label: str


def short(value: float) -> str:
    """A number in few cells: `10.000`, `2,5`, `1,25 mln`, `6,7 mld`."""
    for size, name in LARGE:
        if abs(value) >= size:
            return f"{wording.number(float(f'{value / size:.4g}'))} {name}"
    return wording.number(float(f"{value:.4g}") if abs(value) < 1 else value)


def values(numbers: Iterable[float], height: int, log: bool = False) -> Scale:
    """The scale on which some numbers come in so many rows.

    By ratios only where all of them are more than nothing. Zero is on the other where the numbers
    are not all near each other, so that twice as high is twice as much.
    """
    known = list(numbers)
    low, high = min(known, default=0.0), max(known, default=1.0)
    return _ratios(low, high, height) if log and low > 0 else _differences(low, high, height)


def _differences(low: float, high: float, height: int) -> Scale:
    if low == high:
        low, high = min(0.0, 2 * low), max(0.0, 2 * high) or 1.0
    elif 0 < low < 0.6 * high:
        low = 0.0
    elif 0.6 * low < high < 0:
        high = 0.0
    room = (high - low) * HEADROOM
    high = high + room if high > 0 else high
    low = low - room if low != 0 else low
    step = _nice((high - low) / max(1, (height - 1) // APART))
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return Scale(low, high, tuple(step * nth for nth in range(first, last + 1)))


def _nice(step: float) -> float:
    """The smallest number of 1, 2, 2,5 or 5 times a power of ten that is not less."""
    size = 10.0 ** floor(log10(step))
    found = next(size * nice for nice in NICE if size * nice >= step * (1 - 1e-9))
    return float(f"{found:.12g}")


def _ratios(low: float, high: float, height: int) -> Scale:
    low, high = low / ROOM, high * ROOM
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    ticks: list[float] = []
    for steps in LADDERS:
        every = (float(f"{10.0**power * step:.12g}") for power in powers for step in steps)
        found = [tick for tick in every if low <= tick <= high]
        ticks = found if len(found) > 1 or not ticks else ticks
        if len(ticks) <= height // 2:
            break
    apart = max(1, ceil(len(ticks) / max(1, height // 2)))
    return Scale(low, high, tuple(ticks[::apart]), log=True)


def column(day: int, days: Sequence[int], width: int, edge: int = 2) -> int:
    """The column of a day, where the first and the last of some days are `edge` from the ends."""
    first, last = min(days), max(days)
    if first == last:
        return width // 2
    room = max(1, width - 1 - 2 * edge)
    return edge + round((day - first) / (last - first) * room)


def dates(days: Sequence[int], width: int) -> tuple[Tick, ...]:
    """The days told along an axis for some days: so many as are parted by a few cells."""
    if not days:
        return ()
    first, last = min(days), max(days)
    if first == last:
        return _placed([first], days, width, "day")
    for unit, step in (
        *(("day", step) for step in (1, 2, 7, 14)),
        *(("month", step) for step in (1, 2, 3, 6)),
        *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
    ):
        apart = {"day": 1, "month": 30, "year": 365}[unit] * step * width / (last - first)
        if apart < (9 if unit == "day" else 7 if unit == "month" else 6):
            continue
        found = _placed(_steps(first, last, unit, step), days, width, unit)
        if len(found) > 1:
            return found
        break
    return _placed([first, last], days, width, "day")


def _steps(first: int, last: int, unit: str, step: int) -> list[int]:
    if unit == "day":
        return list(range(first, last + 1, step))
    start, end = date.fromordinal(first), date.fromordinal(last)
    size = step if unit == "month" else 12 * step
    months = range(
        -(-(start.year * 12 + start.month - 1) // size) * size, end.year * 12 + end.month, size
    )
    found = (date(month // 12, month % 12 + 1, 1).toordinal() for month in months)
    return [day for day in found if first <= day <= last]


def _placed(told: Sequence[int], days: Sequence[int], width: int, unit: str) -> tuple[Tick, ...]:
    """The labels that fit beside each other; the year is told where it is another than before."""
    found: list[Tick] = []
    year, free = 0, 0
    for day in told:
        then = date.fromordinal(day)
        at = column(day, days, width)
        label = _label(then, unit, then.year != year)
        start = min(max(0, at - len(label) // 2), width - len(label))
        if start < free and then.year == year:
            continue
        if start < free:
            label = _label(then, unit, False)
            start = min(max(0, at - len(label) // 2), width - len(label))
        if start < free or start < 0:
            continue
        found.append(Tick(at, label))
        year, free = then.year, start + len(label) + 2
    return tuple(found)


def _label(then: date, unit: str, with_year: bool) -> str:
    if unit == "year":
        return str(then.year)
    month = wording.MONTHS[then.month - 1]
    day = f"{then.day} {month}" if unit == "day" else month
    return f"{day} {then.year}" if with_year else day
