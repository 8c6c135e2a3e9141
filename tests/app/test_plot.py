"""A plot in characters: where each value stands, and by which signs it is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.conftest import same_as_saved
from tui.widgets import plot_axes as axes
from tui.widgets.paint import Part
from tui.widgets.plot import FULL, HOLLOW, LIT, OTHERS, Point, plot, sign
from tui.widgets.plot_view import Chart, PlotView
from tui.widgets.series_list import BLOCKS, sparkline


def on(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def text(lines: list[list[Part]]) -> list[str]:
    return ["".join(part for part, _ in line) for line in lines]


def cell(lines: list[list[Part]], wanted: str) -> tuple[int, int]:
    """The row and the column of a character that is drawn once."""
    found = [(y, line.index(wanted)) for y, line in enumerate(text(lines)) if wanted in line]
    assert len(found) == 1, text(lines)
    return found[0]


STORM = (
    Point(1500, day=on("2025-01-06"), who=0),
    Point(3000, day=on("2025-01-07"), who=1, hedge="at least"),
    Point(None, 8000, 10000, day=on("2025-01-07"), who=2),
    Point(12000, day=on("2025-01-09"), who=0),
    Point(9000, day=on("2025-01-12"), who=3, hedge="about"),
    Point(11000, day=on("2025-01-15"), who=4, planned=True),
    Point(2500, who=3, lane="ordered"),
    Point(10000, who=5, hedge="at most", lane="undated"),
)


@pytest.mark.parametrize(
    ("name", "width", "height", "log", "here"),
    [
        ("plot-80", 78, 16, False, None),
        ("plot-80-log", 78, 16, True, 3),
        ("plot-80-range", 78, 16, False, 2),
        ("plot-40", 38, 9, False, 0),
    ],
)
def test_a_plot_as_it_looks(name: str, width: int, height: int, log: bool, here: int) -> None:
    lines = text(plot(STORM, width, height, log, here))
    same_as_saved(name, "\n".join(line.rstrip() for line in lines))


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False) | st.integers(0, 20000).map(float)
DAYS = st.none() | st.integers(on("2019-01-01"), on("2026-01-01"))
HEDGES = st.sampled_from(["", "about", "at least", "at most", "more than", "less than"])
POINTS = st.builds(
    lambda value, other, day, who, hedge, planned, lane: Point(
        value if other is None else None,
        None if other is None else min(value, other),
        None if other is None else max(value, other),
        *(day, who, hedge, planned, lane),
    ),
    *(NUMBERS, st.none() | NUMBERS, DAYS, st.integers(0, 40), HEDGES, st.booleans()),
    st.sampled_from(["dated", "ordered", "undated"]),
)


@given(st.lists(POINTS, max_size=12), st.integers(0, 130), st.integers(0, 40), st.booleans())
def test_a_plot_is_as_large_as_it_was_asked_for_whatever_is_in_it(
    points: list[Point], width: int, height: int, log: bool
) -> None:
    for here in (None, *range(len(points))):
        lines = plot(points, width, height, log, here)
        assert len(lines) in (0, height)
        assert len({sum(cell_len(part) for part, _ in line) for line in lines}) <= 1
        assert all(cell_len(line) <= width for line in text(lines))


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=5, unique=True), st.booleans())
def test_a_higher_value_never_stands_lower(values: list[int], log: bool) -> None:
    points = [
        Point(value, day=on("2025-01-01") + 40 * nth, who=nth) for nth, value in enumerate(values)
    ]
    lines = plot(points, 110, 24, log)
    rows = [cell(lines, sign(nth))[0] for nth in range(len(points))]
    columns = [cell(lines, sign(nth))[1] for nth in range(len(points))]
    order = sorted(range(len(points)), key=lambda nth: values[nth])
    assert [rows[nth] for nth in order] == sorted(rows, reverse=True)
    assert columns == sorted(columns)


@pytest.mark.parametrize(
    ("hedge", "there", "down", "right"),
    [
        *(("at least", "↑", -1, 0), ("more than", "↑", -1, 0), ("about", "~", 0, -1)),
        *(("at most", "↓", 1, 0), ("less than", "↓", 1, 0)),
    ],
)
def test_a_hedge_is_told_beside_the_sign(hedge: str, there: str, down: int, right: int) -> None:
    points = (Point(5000, day=on("2025-01-03"), hedge=hedge), Point(9000, day=on("2025-01-08")))
    row, column = cell(plot(points, 60, 14), there)
    lines = plot(points, 60, 14)
    assert text(lines)[row - down][column - right] == sign(0)


def test_a_range_is_a_bar_from_its_lowest_to_its_highest_value() -> None:
    points = (Point(None, 2000, 8000, day=on("2025-01-03")), Point(10000, day=on("2025-01-08")))
    lines = text(plot(points, 60, 16))
    top, column = next((y, line.index("┬")) for y, line in enumerate(lines) if "┬" in line)
    bar = "".join(line[column] for line in lines[top:])
    assert bar.startswith("┬││") and "●" in bar and bar.index("┴") > bar.index("●")


def test_what_is_planned_is_hollow_and_a_small_letter_after_the_shapes() -> None:
    assert [sign(who) for who in (0, 1, 6)] == ["●", "■", "B"]
    assert [sign(who, planned=True) for who in (0, 1, 6)] == ["○", "□", "b"]
    assert (sign(99), sign(99, planned=True)) == OTHERS
    assert len(set(FULL + HOLLOW)) == len(FULL) + len(HOLLOW)
    lines = plot((Point(5, day=on("2025-01-03"), planned=True),), 60, 12)
    assert cell(lines, "○") and "●" not in "".join(text(lines))


def test_what_has_no_day_stands_in_a_lane_of_its_own_and_gets_none() -> None:
    points = (Point(3, day=on("2025-01-03")), Point(4, who=1), Point(5, who=2, lane="ordered"))
    lines = plot(points, 70, 12)
    wall = text(lines)[0].index("┊")
    assert cell(lines, "●")[1] < wall < cell(lines, "▲")[1] < cell(lines, "■")[1]
    assert text(lines)[-1].split() == ["3", "Jan", "2025", "in", "order", "undated"]
    alone = text(plot(points[1:2], 70, 12))
    assert "2025" not in alone[-1] and "undated" in alone[-1]


def test_two_who_say_the_same_on_a_day_stand_beside_each_other() -> None:
    points = [Point(3000, day=on("2025-01-03"), who=who) for who in (0, 1)]
    (row, left), (other, right) = (cell(plot(points, 60, 12), sign(who)) for who in (0, 1))
    assert row == other and abs(left - right) == 1


def test_the_point_at_hand_is_told_on_both_axes() -> None:
    points = (Point(1234, day=on("2025-01-03")), Point(9000, day=on("2025-03-08"), who=1))
    lit = [
        part.strip() for line in plot(points, 70, 14, here=0) for part, ink in line if ink == LIT
    ]
    assert lit == ["1.234", "3 Jan 2025"]
    ends = (Point(None, 2000, 8000, day=on("2025-01-03")), points[1])
    lit = [part.strip() for line in plot(ends, 70, 14, here=0) for part, ink in line if ink == LIT]
    assert [part for part in lit if part[:1].isdigit()] == ["8.000", "2.000", "3 Jan 2025"]


def test_by_ratios_equal_shares_are_equal_distances() -> None:
    points = [
        Point(10.0**power, day=on("2025-01-01") + 9 * power, who=power) for power in range(1, 4)
    ]
    rows = [cell(plot(points, 60, 21, log=True), sign(who))[0] for who in range(1, 4)]
    assert abs((rows[0] - rows[1]) - (rows[1] - rows[2])) <= 1
    rows = [cell(plot(points, 60, 21), sign(who))[0] for who in range(1, 4)]
    assert rows[0] - rows[1] <= 2 and rows[1] - rows[2] > 14


def test_without_a_scale_by_ratios_for_nothing_the_other_one_is_drawn() -> None:
    points = (Point(0, day=on("2025-01-03")), Point(90, day=on("2025-01-08")))
    assert plot(points, 60, 12, log=True) == plot(points, 60, 12)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        *((1500, "1.500"), (12000, "12.000"), (999999, "999.999"), (2.5, "2,5"), (0.0123, "0,012")),
        *((1.25e6, "1,25 mln"), (6.7e9, "6,7 mld"), (2e12, "2 bln"), (-4e6, "-4 mln")),
    ],
)
def test_numbers_are_told_in_short_as_a_dutch_reader_writes_them(value: float, told: str) -> None:
    assert axes.short(value) == told


@given(st.lists(st.integers(0, 10**7), min_size=1), st.integers(5, 40), st.booleans())
def test_the_values_beside_the_axis_are_on_it_and_apart(
    numbers: list[int], height: int, log: bool
) -> None:
    scale = axes.values(numbers, height, log)
    assert scale.low < scale.high
    assert all(scale.low <= tick <= scale.high * (1 + 1e-9) for tick in scale.ticks)
    rows = [scale.row(tick, height) for tick in scale.ticks]
    assert len(set(rows)) == len(rows)


@given(st.lists(st.integers(on("1950-01-01"), on("2030-01-01")), min_size=1), st.integers(20, 120))
def test_the_days_along_the_axis_do_not_touch_each_other(days: list[int], width: int) -> None:
    free = 0
    ticks = axes.dates(days, width)
    assert ticks
    for tick in ticks:
        start = max(0, min(tick.column - len(tick.label) // 2, width - len(tick.label)))
        assert start >= free or free == 0
        free = start + len(tick.label) + 1


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2024-10-18",), ["18 Oct 2024"]),
        (("2024-12-30", "2025-01-03"), ["30 Dec 2024", "1 Jan 2025", "2 Jan", "3 Jan"]),
        (("2024-10-18", "2025-06-01"), ["Nov 2024", "Jan 2025", "Mar", "May"]),
        (("2001-03-01", "2024-06-01"), ["2005", "2010", "2015", "2020"]),
    ],
)
def test_days_are_told_by_day_month_or_year(days: tuple[str, ...], told: list[str]) -> None:
    ticks = axes.dates([on(day) for day in days], 50)
    assert [tick.label for tick in ticks] == told


@pytest.mark.parametrize(
    ("values", "most", "line"),
    [
        ((1.0, 2.0, 3.0), 8, "▁▅█"),
        ((5.0, 5.0), 8, "▄▄"),
        ((1.0,), 8, ""),
        ((1.0, 2.0), 1, ""),
        (tuple(map(float, range(8))), 8, BLOCKS),
        (tuple(map(float, range(100))), 2, "▁█"),
    ],
)
def test_a_sparkline_tells_values_in_their_order(
    values: tuple[float, ...], most: int, line: str
) -> None:
    assert sparkline(values, most) == line


def test_signs_that_do_not_fit_are_counted() -> None:
    chart = Chart(
        "huizen",
        ("7 rows in 5 articles", "7 rows"),
        tuple(f"Spreker {nth}" for nth in range(20)),
        STORM,
    )
    view = PlotView()
    view.chart = chart
    lines = text(view._draw(60, 20))
    assert lines[0].startswith("huizen") and lines[0].endswith("7 rows in 5 articles ")
    assert text(view._draw(25, 20))[0].endswith("7 rows ")
    assert "● Spreker 0" in lines[1] and lines[2].rstrip().endswith("more")
    assert all(cell_len(line.rstrip()) <= 60 for line in lines)
