"""The axes of a plot."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.export.ledger_scale import day, days, scale

FINITE = st.floats(-1e200, 1e200)


@pytest.mark.parametrize(
    ("values", "ticks", "log"),
    [
        ([1500, 3000, 10_000, 12_000], [0, 5000, 10_000, 15_000], False),
        ([40, 120], [0, 50, 100, 150], False),
        ([1000, 1020], [1000, 1005, 1010, 1015, 1020], False),
        ([-5, 5], [-5, -2.5, 0, 2.5, 5], False),
        ([3, 600_000], [1, 10, 100, 1000, 10_000, 100_000, 1_000_000], True),
        ([100, 4000], [100, 200, 500, 1000, 2000, 5000], True),
        ([2], [1, 1.5, 2, 2.5, 3], False),
        ([], [0, 0.25, 0.5, 0.75, 1], False),
    ],
)
def test_an_axis_is_written_in_round_numbers(
    values: list[float], ticks: list[float], log: bool
) -> None:
    found = scale(values)
    assert list(found.ticks) == pytest.approx(ticks)
    assert found.log == log


@given(st.lists(FINITE, min_size=1, max_size=8))
def test_all_numbers_stand_on_the_axis_in_their_order(values: list[float]) -> None:
    found = scale(values)
    assert 2 <= len(found.ticks) <= 7
    assert found.low < found.high
    shares = [found.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


@given(st.lists(st.floats(1e-6, 1e12), min_size=2, max_size=8))
def test_no_number_is_cut_off(values: list[float]) -> None:
    found = scale(values)
    assert found.low <= min(values) * (1 + 1e-6) and max(values) <= found.high * (1 + 1e-6)


def test_what_is_no_number_does_not_count() -> None:
    assert scale([float("inf"), float("nan"), 10, 20]) == scale([10, 20])


def test_a_logarithmic_axis_has_equal_steps_for_equal_ratios() -> None:
    found = scale([1, 10, 100])
    assert [found.share(value) for value in (1, 10, 100)] == pytest.approx([0, 0.5, 1])
    assert found.share(0) == 0


def test_the_first_and_the_last_day_are_written_and_some_between() -> None:
    told = [date(2024, 5, 1), date(2024, 5, 31), date(2024, 5, 2)]
    assert days(told, 3) == (date(2024, 5, 1), date(2024, 5, 16), date(2024, 5, 31))
    assert days(told[:1], 3) == (date(2024, 5, 1),)
    assert days(told[::2], 5) == (date(2024, 5, 1), date(2024, 5, 2))
    assert days([], 3) == ()


@given(st.dates(), st.dates(), st.integers(2, 9))
def test_days_are_never_nearer_to_each_other_than_there_is_room_for(
    one: date, two: date, most: int
) -> None:
    found = days([one, two], most)
    assert {found[0], found[-1]} == {one, two}
    gaps = [(late - early).days for early, late in pairwise(found)]
    assert all(gap * (most - 1) >= abs((one - two).days) for gap in gaps)


def test_what_is_no_day_is_none() -> None:
    assert day("2024-05-01") == date(2024, 5, 1)
    assert day("2024-13-45") is None
    assert day("") is None
