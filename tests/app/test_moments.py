"""Days and times as they are told."""

from __future__ import annotations

import pytest

from tui.widgets.wording import moment


@pytest.mark.parametrize(
    "when, told",
    [
        ("2024-10-18T14:05:59.123456+00:00", "18 Oct 2024, 14:05"),
        ("2024-10-18T23:30:00-05:00", "19 Oct 2024, 04:30"),
        ("2024-10-18", "18 Oct 2024"),
        ("2024", "2024"),
        ("ooit eens, lang geleden", "ooit eens, lang geleden"),
        ("0001-01-01T00:00:00+14:00", "1 Jan 0001"),
        ("", ""),
    ],
)
def test_a_moment_is_told_by_day_and_time_as_far_as_it_is_one(when: str, told: str) -> None:
    assert moment(when) == told
