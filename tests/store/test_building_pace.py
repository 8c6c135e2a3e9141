"""How fast a corpus is read, as it is told, and when what was read is written."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from tui.store import building_pace
from tui.store.building_pace import Pace, Turn
from tui.store.views import Progress

Wait = Callable[[float], None]


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Wait:
    """Lets seconds go by, on a clock that stands still else."""
    now = [1_000.0]

    def more(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr(building_pace, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return more


def test_the_first_pages_are_written_soon_and_later_ones_wait_longer(wait: Wait) -> None:
    turn = Turn()
    waited = []
    for _ in range(9):
        steps = 0
        while not turn.has_come(1):
            wait(0.125)
            steps += 1
        waited.append(steps * 0.125)
        turn.is_over()
    assert waited == sorted(waited)
    assert waited[0] < 0.75
    assert waited[-1] == waited[-2] <= 6.25


def test_many_pages_are_written_at_once_however_short_they_waited(wait: Wait) -> None:
    turn = Turn()
    assert not turn.has_come(499)
    assert turn.has_come(500)


def test_nothing_is_told_where_nothing_came(wait: Wait) -> None:
    told: list[Progress] = []
    pace = Pace(told.append, "reading", 40)
    for count in (0, 3, 0, 4, 0):
        wait(1)
        pace.more(count)
    assert [each.done for each in told] == [3, 7]


def test_the_time_left_is_reckoned_from_how_fast_it_goes(wait: Wait) -> None:
    told: list[Progress] = []
    pace = Pace(told.append, "reading", 40)
    for _ in range(4):
        wait(1)
        pace.more(5)
    assert (told[-1].rate, told[-1].left) == (5, 4)


def test_how_fast_it_goes_is_reckoned_over_more_than_the_last_moment(wait: Wait) -> None:
    told: list[Progress] = []
    pace = Pace(told.append, "reading", 2_000)
    for _ in range(4):  # a batch is written each time
        for _ in range(200):
            wait(1 / 256)
            pace.more(1)
        wait(1 - 200 / 256)
    wait(1 / 256)
    pace.more(1)
    assert told[-1].rate == pytest.approx(200, rel=0.01)
