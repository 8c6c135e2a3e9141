"""The plot of a series as SVG: value against day, a sign for each speaker, bars for the doubt.

Nothing in it needs colour or a program: shapes tell who speaks, a hollow one what is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tui.export import ledger_words as words
from tui.export.ledger_lanes import Lane, lanes
from tui.export.ledger_markup import tag, text
from tui.export.ledger_scale import Scale, day, days, scale
from tui.export.ledger_signs import sign
from tui.export.ledger_told import Entry, Told

_TOP, _BOTTOM, _RIGHT, _INSET = 16, 50, 12, 36
_LETTER = 6.6
"""How wide a character of an axis is."""
_DAY = 76
"""How far apart days are written below, at least."""
_APART = 13
"""Signs nearer than this are moved aside."""
_SIGN, _REACH = 7, 26
"""Half a sign, and how far from the sign an arrow goes to what has no end."""


class _Point(NamedTuple):
    """A row on the plot: `place` is its number in the order of the rows."""

    place: int
    entry: Entry
    x: float
    y: float


class _Frame(NamedTuple):
    """The plot without its rows: its axes and lanes, that of the days has no name."""

    width: int
    height: int
    axis: Scale
    lanes: dict[str, Lane]
    first: int
    last: int

    def y(self, value: float) -> float:
        """Where a number stands."""
        full = self.height - _TOP - _BOTTOM
        return _TOP + full * (1 - self.axis.share(value))

    def x(self, lane: Lane, at: date) -> float:
        """Where a day stands."""
        left, right = lane.left + _INSET, lane.right - _INSET
        if self.first == self.last:
            return (left + right) / 2
        return left + (right - left) * (at.toordinal() - self.first) / (self.last - self.first)


def plot(told: Told, width: int, height: int) -> str:
    """The plot in a room of so many pixels; nothing where no row has a number."""
    rows = [(at, entry) for at, entry in enumerate(told.entries) if entry.at is not None]
    if not rows:
        return ""
    frame = _frame(rows, width, height)
    points = _points(rows, frame)
    speakers = {name: nth for nth, name in enumerate(told.speakers)}
    inside = [tag("title", text(label(told, frame.axis))), *_axes(frame, told.unit)]
    inside += [part for point in points for part in _doubt(point, frame)]
    inside += [_mark(point, speakers[point.entry.who]) for point in points]
    return tag(
        "svg",
        "".join(inside),
        class_=f"plot {'wide' if width > 500 else 'narrow'}",
        role="img",
        aria_label=label(told, frame.axis),
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
    )


def label(told: Told, axis: Scale) -> str:
    """What the plot shows, for who does not see it."""
    known = sorted(entry.day for entry in told.entries if day(entry.day))
    dates = " to ".join(dict.fromkeys((known[0], known[-1]))) if known else "no day is known"
    kind = "logarithmic" if axis.log else "linear"
    return f"{told.name}: {', '.join(words.counts(told))}; {dates}; {kind} scale"


def _frame(rows: Sequence[tuple[int, Entry]], width: int, height: int) -> _Frame:
    ends = [end for _, entry in rows for end in (entry.least, entry.most) if end is not None]
    axis = scale([*(entry.at for _, entry in rows if entry.at is not None), *ends])
    left = 14 + _LETTER * max(len(words.short(tick)) for tick in axis.ticks)
    known = [at.toordinal() for _, entry in rows if (at := day(entry.day))]
    found = lanes(rows, left, float(width - _RIGHT))
    return _Frame(width, height, axis, found, min(known, default=0), max(known, default=0))


def _points(rows: Sequence[tuple[int, Entry]], frame: _Frame) -> list[_Point]:
    """The rows with a place each; those without a day stand in their order, side by side."""
    standing = {place: lane for lane in frame.lanes.values() for place in lane.places}
    found: list[_Point] = []
    for place, entry in rows:
        lane, at = standing[place], day(entry.day)
        if entry.at is None:
            continue
        if at:
            x = frame.x(lane, at)
        else:
            step = (lane.right - lane.left) / len(lane.places)
            x = lane.left + step * (lane.places.index(place) + 0.5)
        y = frame.y(entry.at)
        found.append(_Point(place, entry, _free(x, y, lane, found), y))
    return found


def _free(x: float, y: float, lane: Lane, taken: Sequence[_Point]) -> float:
    """The place nearest to one in which no other sign stands; itself where there is none."""
    near = [point.x for point in taken if abs(point.y - y) < _APART]
    for away in range(6):
        for at in dict.fromkeys((x + away * _APART, x - away * _APART)):
            inside = lane.left + _SIGN <= at <= lane.right - _SIGN
            if inside and all(abs(other - at) >= _APART for other in near):
                return at
    return x


def _axes(frame: _Frame, unit: str) -> Iterator[str]:
    left = min(lane.left for lane in frame.lanes.values())
    right, floor = frame.width - _RIGHT, frame.height - _BOTTOM
    for tick in frame.axis.ticks:
        y = frame.y(tick)
        yield _line("grid", left, y, right, y)
        yield _text("tick value", left - 6, y + 4, words.short(tick))
    yield _line("axis", left, floor, right, floor)
    if unit:
        yield _text("tick unit", left + 2, _TOP - 5, unit)
    for name, lane in frame.lanes.items():
        if lane.left > left:
            yield _line("lane", lane.left, _TOP, lane.left, floor + 38)
        if name:
            yield _text("tick day", (lane.left + lane.right) / 2, floor + 35, name)
            continue
        known = [date.fromordinal(frame.first), date.fromordinal(frame.last)]
        room = lane.right - lane.left - 2 * _INSET
        for at in days(known, 1 + max(1, int(room / _DAY))):
            x = frame.x(lane, at)
            yield _line("axis", x, floor, x, floor + 5)
            yield _text("tick day", x, floor + 19, at.isoformat())


def _doubt(point: _Point, frame: _Frame) -> Iterator[str]:
    """The bar of a range or a hedge: to its end with a foot, to what has no end with an arrow."""
    entry, x = point.entry, point.x
    if entry.at is None or (entry.least == entry.at == entry.most):
        return
    look = "bar soft" if entry.fields["hedge"] else "bar"
    for end, up in ((entry.most, True), (entry.least, False)):
        if end is None:
            to = max(4.0, point.y - _REACH) if up else min(frame.height - 4.0, point.y + _REACH)
            tip = 5 if up else -5
            yield _line(look, x, point.y, x, to)
            d = f"M{x - 4:.1f} {to + tip:.1f}L{x:.1f} {to:.1f}L{x + 4:.1f} {to + tip:.1f}"
            yield tag("path", class_="tip", d=d)
        elif end != entry.at:
            to = frame.y(end)
            yield _line(look, x, point.y, x, to)
            yield _line("bar", x - 5, to, x + 5, to)


def _mark(point: _Point, nth: int) -> str:
    entry = point.entry
    told = f"{point.place + 1}. {words.who(entry)}: {words.amount(entry)}, {words.when(entry)}"
    inside = tag("title", text(told))
    return sign(nth, point.x, point.y, inside, hollow=entry.planned)


def _line(look: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return tag("path", class_=look, d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}")


def _text(look: str, x: float, y: float, said: str) -> str:
    return tag("text", text(said), class_=look, x=f"{x:.1f}", y=f"{y:.1f}")
