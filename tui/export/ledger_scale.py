"""The axes of a plot: which numbers stand on it, how far apart, and where a number falls."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

LOGARITHMIC = 30
"""From this many times its smallest number on, a span is told on a logarithmic scale."""
_FLOOR = 0.6
"""Where all numbers lie above this share of the largest, a linear axis need not begin at 0."""
_HUGE, _TINY, _SAME = 1e300, 1e-12, 1e-9
"""What no axis can tell of; what is 0 on any; the share by which two numbers are one."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of numbers from `low` to `high`, with the numbers that are written beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]
    log: bool = False

    def share(self, value: float) -> float:
        """How far up a number stands, from 0 to 1; one that is outside stands at the end."""
        low, high, at = self.low, self.high, value
        if self.log:
            low, high, at = math.log10(low), math.log10(high), math.log10(max(value, low))
        return min(1.0, max(0.0, (at - low) / (high - low)))


def scale(values: Iterable[float], most: int = 6) -> Scale:
    """The axis that suits some numbers: logarithmic where they span much and are above 0.

    Those that are not finite do not count; `most` is how many are written beside it at most.
    """
    found = [value for value in values if math.isfinite(value) and abs(value) < _HUGE]
    found = [0.0 if abs(value) < _TINY else value for value in found]
    low, high = min(found, default=0.0), max(found, default=1.0)
    if low > 0 and high / low >= LOGARITHMIC:
        return _logarithmic(low, high, most)
    return _linear(low, high, most)


def _linear(low: float, high: float, most: int) -> Scale:
    if low >= 0 and low <= high * _FLOOR:
        low = 0.0
    if high - low <= abs(high) * _SAME:
        half = abs(high) / 2 or 1.0
        low, high = high - half, high + half
    step = _step((high - low) / max(1, most - 2))
    first, last = math.floor(low / step), math.ceil(high / step)
    while last - first >= most:  # both ends were rounded outwards
        step = _step(step * 1.5)
        first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(step * at for at in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _step(about: float) -> float:
    """The round number that is no smaller: 1, 2, 2.5 or 5 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(about))
    return next(power * step for step in _STEPS if power * step >= about * (1 - 1e-9))


def _logarithmic(low: float, high: float, most: int) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    marks = [m * 10.0**p for p in range(first, last) for m in (1, 2, 5)] + [10.0**last]
    down = max(mark for mark in marks if mark <= low * (1 + 1e-9))
    up = min(mark for mark in marks if mark >= high * (1 - 1e-9))
    within = [mark for mark in marks if down <= mark <= up]
    if len(within) > most:
        down = 10.0**first
        within = [10.0**p for p in range(first, last + 1) if 10.0**p <= up]
        within = within[:: math.ceil(len(within) / (most + 1))]
    return Scale(down, up, tuple(within), log=True)


def days(told: Sequence[date], most: int) -> tuple[date, ...]:
    """The days that are written below a plot: the first, the last, and some between them.

    None are nearer to each other than if there were as many as `most` (two or more), evenly spread.
    """
    if not told:
        return ()
    first, last = min(told).toordinal(), max(told).toordinal()
    span = last - first
    if not span:
        return (min(told),)
    gaps = max(n for n in range(1, most) if n == 1 or span // n * (most - 1) >= span)
    return tuple(date.fromordinal(first + round(span * at / gaps)) for at in range(gaps + 1))


def day(text: str) -> date | None:
    """An ISO day; None for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
