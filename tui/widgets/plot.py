"""Values against their days, drawn in characters: who says which, how sure, as a bar or a sign.

    3.000 ┤        ~●
          │         ┊     ↑
    1.500 ┤■              ▲         △
          └┬────────┬─────┬──────┊────────
           18 Oct   1 Nov        undated

A speaker has a sign of its own, and one that is hollow, or a small letter, for what is planned. A
range is a bar (┬ │ ┴), `at least` an arrow up, `at most` one down, `about` a ~ before the sign.
What has no day stands at the right, in a lane of its own. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui.widgets import plot_axes as axes
from tui.widgets import wording
from tui.widgets.paint import Part
from tui.widgets.wrap import clip

FULL = "●■▲◆▼ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HOLLOW = "○□△◇▽abcdefghijklmnopqrstuvwxyz"
OTHERS = ("✱", "✲")
"""The signs of all who speak after there are no more of their own."""
COLOURS = 6
UP, DOWN = ("at least", "more than"), ("at most", "less than")
LANES = {"ordered": "in order", "undated": "undated"}
ROOMY = 50
"""In fewer cells the names of the lanes are short."""
BESIDE = (0, 1, -1, 2, -2)

AXIS, GRID, LABEL, LIT = "plot--axis", "plot--grid", "plot--label", "plot--lit"
GUIDE, HERE, SAME = "plot--guide", "plot--here", "plot--same"
LOOKS = {AXIS, GRID, LABEL, LIT, GUIDE, HERE, SAME, *(f"plot--who{nth}" for nth in range(COLOURS))}
"""The names of all looks that a plot is drawn in."""


class Point(NamedTuple):
    """A value, or a range of them, as somebody says it.

    `day` is the number of its day, None where it is in a lane without days; `who` the number of
    the speaker. `value` is None for a range, of which an end may be open.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    day: int | None = None
    who: int = 0
    hedge: str = ""
    planned: bool = False
    lane: str = "dated"

    @property
    def span(self) -> tuple[float, float] | None:
        """The lowest and the highest number that are told of it."""
        known = [number for number in (self.value, self.low, self.high) if number is not None]
        return (min(known), max(known)) if known else None


def sign(who: int, planned: bool = False) -> str:
    """The sign of a speaker by its number."""
    signs = HOLLOW if planned else FULL
    return signs[who] if who < len(signs) else OTHERS[planned]


def look(who: int) -> str:
    """The name of the look of a speaker."""
    return f"plot--who{who % COLOURS}"


def plot(
    points: Sequence[Point], width: int, height: int, log: bool = False, here: int | None = None
) -> list[list[Part]]:
    """The lines of a plot; those of the point `here` lead to its value and its day on the axes.

    Points without any number are not drawn. There are no lines where there is no room for them.
    """
    drawn = [(nth, point) for nth, point in enumerate(points) if point.span is not None]
    if width < 20 or height < 5 or not drawn:
        return []
    return _Drawing([point for _, point in drawn], width, height, log).lines(
        next((at for at, (nth, _) in enumerate(drawn) if nth == here), None)
    )


class _Drawing:
    """A plot while it is drawn: a grid of cells, each with its character and look."""

    def __init__(self, points: Sequence[Point], width: int, height: int, log: bool) -> None:
        self.points, self.width, self.tall = points, width, height - 2
        self.spans = spans = [point.span or (0.0, 0.0) for point in points]
        self.scale = axes.values((end for span in spans for end in span), self.tall, log)
        self.labels = {
            self.scale.row(tick, self.tall): axes.short(tick) for tick in reversed(self.scale.ticks)
        }
        ends = {end for span in spans for end in span}
        told = [*self.labels.values(), *map(axes.short, ends)]
        self.left = min(max(map(len, told)), width // 3)
        days = [point.day for point in points if point.day is not None]
        self.days = [min(days), max(days)] if days else []
        self.room = width - self.left - 2
        self.lanes = self._lanes()
        self.cells: dict[tuple[int, int], Part] = {}
        self.taken: dict[tuple[int, int], int] = {}

    def _lanes(self) -> list[tuple[str, int, int]]:
        """Of each lane without days its name, its first column and its width."""
        counts = {lane: sum(self._lane(p) == lane for p in self.points) for lane in LANES}
        lanes = [lane for lane, count in counts.items() if count]
        sizes = {lane: self._lane_size(lane, counts[lane]) for lane in lanes}
        if not self.days and lanes:
            sizes[lanes[-1]] = self.room - sum(sizes[lane] for lane in lanes[:-1])
        found, at = [], self.room
        for lane in reversed(lanes):
            at -= sizes[lane]
            found.append((lane, at, sizes[lane]))
        self.dated = max(0, at)
        return found[::-1]

    def _lane_size(self, lane: str, count: int) -> int:
        """As wide as its share of the points, where so much is of use."""
        wanted = max(len(LANES[lane]) + 2, 3 * count + 2)
        share = min(self.room * count // len(self.points), self.room // 3)
        least = len(LANES[lane] if self.room >= ROOMY else "undated") + 1
        return min(wanted, max(share, least))

    def _lane(self, point: Point) -> str:
        if point.day is not None:
            return ""
        return point.lane if point.lane in LANES else "undated"

    def lines(self, here: int | None) -> list[list[Part]]:
        """All of it."""
        columns = self._columns()
        self._grid()
        marks = [self._mark(nth, columns[nth]) for nth in range(len(self.points))]
        if here is not None:
            self._lead(here, *marks[here])
        for nth in range(len(self.points)):
            self._bar(nth, *marks[nth], nth == here)
        who = self.points[here].who if here is not None else None
        for (x, y), nth in self.taken.items():
            text, ink = self._sign(nth)
            self._put(x, y, text, f"{ink} {SAME}" if self.points[nth].who == who else ink)
        if here is not None:
            text, ink = self._sign(here)
            self._put(*marks[here], text, f"{ink} {HERE}")
        told = self._told(here, marks[here][1]) if here is not None else {}
        body = [self._line(y, told) for y in range(self.tall)]
        lit = (marks[here][0], self.points[here].day) if here is not None else None
        return [*body, self._axis(lit), self._days(lit)]

    def _columns(self) -> list[int]:
        """The column of each point."""
        nths = dict.fromkeys(LANES, 0)
        counts = {lane: sum(self._lane(p) == lane for p in self.points) for lane in LANES}
        found = []
        for point in self.points:
            if point.day is not None:
                found.append(axes.column(point.day, self.days, self.dated))
                continue
            lane = self._lane(point)
            _, first, size = next(one for one in self.lanes if one[0] == lane)
            nths[lane] += 1
            found.append(first + 1 + round((size - 2) * nths[lane] / (counts[lane] + 1)))
        return found

    def _mark(self, nth: int, column: int) -> tuple[int, int]:
        """The cell of the sign of a point; beside where it should be where that is taken."""
        point, (low, high) = self.points[nth], self.spans[nth]
        value = point.value if point.value is not None else self._middle(low, high)
        y = self.scale.row(value, self.tall)
        for step in BESIDE:
            if 0 <= column + step < self.room and (column + step, y) not in self.taken:
                self.taken[(column + step, y)] = nth
                return column + step, y
        return column, y

    def _middle(self, low: float, high: float) -> float:
        return (low * high) ** 0.5 if self.scale.log else (low + high) / 2

    def _sign(self, nth: int) -> Part:
        point = self.points[nth]
        return sign(point.who, point.planned), look(point.who)

    def _put(self, x: int, y: int, text: str, ink: str) -> None:
        if 0 <= x < self.room and 0 <= y < self.tall:
            self.cells[(x, y)] = text, ink

    def _under(self, x: int, y: int, text: str, ink: str) -> None:
        """Put something where no sign stands."""
        if (x, y) not in self.taken:
            self._put(x, y, text, ink)

    def _grid(self) -> None:
        for y in self.labels:
            for x in range(1, self.room, 2):
                self._put(x, y, "·", GRID)
        for _, first, _ in self.lanes:
            for y in range(self.tall if first else 0):
                self._put(first, y, "┊", GRID)

    def _told(self, here: int, y: int) -> dict[int, str]:
        """What a point tells beside the axis, by row: its value, of a range both ends."""
        low, high = self.spans[here]
        if low == high:
            return {y: axes.short(low)}
        ends = {self.scale.row(low, self.tall): axes.short(low)}
        return {**ends, self.scale.row(high, self.tall): axes.short(high)}

    def _lead(self, here: int, x: int, y: int) -> None:
        """From a point to both axes."""
        for row in self._told(here, y):
            for left in range(x - 1 - (self.points[here].hedge == "about")):
                self._put(left, row, "╌", GUIDE)
        for below in range(y + 1, self.tall):
            self._put(x, below, "╎", GUIDE)

    def _bar(self, nth: int, x: int, y: int, here: bool) -> None:
        """The bar of a range, and the sign of a hedge."""
        point, (low, high) = self.points[nth], self.spans[nth]
        ink = f"{look(point.who)} {LIT}" if here else look(point.who)
        top, bottom = self.scale.row(high, self.tall), self.scale.row(low, self.tall)
        if low != high:
            for at in range(top, bottom + 1):
                cap = "┬" if at == top else "┴" if at == bottom else "│"
                self._under(x, at, cap, ink)
            top, bottom = min(top, y), max(bottom, y)
        open_up = point.value is None and point.low is not None and point.high is None
        open_down = point.value is None and point.high is not None and point.low is None
        if point.hedge in UP or (open_up and point.hedge not in DOWN):
            self._under(x, top - 1, "↑", ink)
        elif point.hedge in DOWN or open_down:
            self._under(x, bottom + 1, "↓", ink)
        elif point.hedge == "about":
            self._under(x - 1, y, "~", ink)

    def _line(self, y: int, told: Mapping[int, str]) -> list[Part]:
        """A row of the plot, with what it stands for before it."""
        label = clip(told.get(y) or self.labels.get(y, ""), self.left)
        tick = "┤" if label else "│"
        parts: list[Part] = [(f"{label:>{self.left}} ", LIT if y in told else LABEL), (tick, AXIS)]
        return parts + _runs([self.cells.get((x, y), (" ", "")) for x in range(self.room)])

    def _axis(self, lit: tuple[int, int | None] | None) -> list[Part]:
        line = ["─"] * self.room
        for tick in axes.dates(self.days, self.dated):
            line[tick.column] = "┬"
        for _, first, _ in self.lanes:
            if first:
                line[first] = "┴"
        if lit is not None and lit[1] is not None:
            line[lit[0]] = "┴" if line[lit[0]] != "┬" else "┼"
        return [(" " * (self.left + 1), ""), ("└", AXIS), ("".join(line), AXIS)]

    def _days(self, lit: tuple[int, int | None] | None) -> list[Part]:
        """The days, with that of the point the reader is on over those that are near it."""
        line: list[Part] = [(" ", "")] * self.room
        ticks = [(tick.column, tick.label) for tick in axes.dates(self.days, self.dated)]
        if lit is not None and lit[1] is not None:
            told = wording.date(date.fromordinal(lit[1]).isoformat())
            start, end = _extent(lit[0], told, self.dated)
            # Half a label that is left beside it would tell another day.
            ticks = [one for one in ticks if not _meets(_extent(*one, self.dated), start, end)]
            line[start:end] = [(letter, LIT) for letter in told][: end - start]
        for column, label in ticks:
            start, end = _extent(column, label, self.dated)
            line[start:end] = [(letter, LABEL) for letter in label][: end - start]
        for lane, first, size in self.lanes:
            name = LANES[lane] if len(LANES[lane]) < size else LANES[lane].split()[-1]
            for at, letter in enumerate(clip(name, size - 1), first + 1):
                line[at] = letter, LABEL
        return [(" " * (self.left + 2), ""), *_runs(line)]


def _extent(column: int, label: str, room: int) -> tuple[int, int]:
    """The columns of a label in the middle of which a column is, as far as there is room."""
    start = max(0, min(column - len(label) // 2, room - len(label)))
    return start, min(room, start + len(label))


def _meets(extent: tuple[int, int], start: int, end: int) -> bool:
    """Whether two labels have less than two cells between them."""
    return extent[0] < end + 2 and start < extent[1] + 2


def _runs(cells: Sequence[Part]) -> list[Part]:
    """Cells of one look beside each other as one part."""
    found: list[Part] = []
    for text, ink in cells:
        if found and found[-1][1] == ink:
            found[-1] = found[-1][0] + text, ink
        else:
            found.append((text, ink))
    return found
