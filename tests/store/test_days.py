from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.days import iso


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-09", "2031-03-09"),
        ("2031-3-9", "2031-03-09"),
        ("2031-03-09T14:05:09+01:00", "2031-03-09T14:05:09+01:00"),
        ("2031-03-09T14:05:09.123Z", "2031-03-09T14:05:09+00:00"),
        ("2031-03-09T14:05:09+0100", "2031-03-09T14:05:09+01:00"),
        ("2031-03-09 14:05", "2031-03-09T14:05:00"),
        ("2031-03-09 14:05:09 UTC", "2031-03-09T14:05:09+00:00"),
        ("2031-03-09 14:05:09+01", "2031-03-09T14:05:09+01:00"),
        ("20310309", "2031-03-09"),
        ("20310309T140509Z", "2031-03-09T14:05:09+00:00"),
        ("Sun, 09 Mar 2031 14:05:09 +0100", "2031-03-09T14:05:09+01:00"),
        ("Sun, 09 Mar 2031 14:05:09 GMT", "2031-03-09T14:05:09+00:00"),
        ("09-03-2031", "2031-03-09"),
        ("9/3/2031", "2031-03-09"),
        ("9.3.2031 14.05", "2031-03-09T14:05:00"),
        ("9 maart 2031", "2031-03-09"),
        ("9 mrt. 2031", "2031-03-09"),
        ("zondag 9 maart 2031 14:05", "2031-03-09T14:05:00"),
        ("zo 9 Maart 2031, om 14.05 uur", "2031-03-09T14:05:00"),
        (" 2031-03-09 ", "2031-03-09"),
        (1930827909, "2031-03-09T13:05:09+00:00"),
        (1930827909.7, "2031-03-09T13:05:09+00:00"),
        (1930827909000, "2031-03-09T13:05:09+00:00"),
        ("1930827909", "2031-03-09T13:05:09+00:00"),
        ("1930827909123", "2031-03-09T13:05:09+00:00"),
    ],
)
def test_a_date_is_read_as_scrapers_write_it(value: object, day: str) -> None:
    assert iso(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *("", "gisteren", "3 uur geleden", "2031", "2031-03", "31-02-2031", "2031-13-01", "12"),
        *("1500 soldaten", "9 maart", "2031-03-09T25:00", "2031-03-09T14:05+99:99", "9 foo 2031"),
        *("1989-12-31", "2101-01-01", "9 maart 2031 2:05 pm", "٢٠٣١-٠٣-٠٩", "2031-03-09" * 20),
        *(0, -1, 1500, 10**30, float("nan"), float("inf"), True, None, [], {}, b"2031-03-09"),
        *("Sun, 99 Mar 2031 14:05:09 +0100", "1" * 5000),
    ],
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert iso(value) is None


@given(st.one_of(st.text(max_size=60), st.integers(), st.floats(), st.none()))
def test_any_value_is_a_date_or_none(value: object) -> None:
    found = iso(value)
    assert found is None or found[:4].isdecimal()


@given(st.from_regex(r"\A[0-9]{1,4}[-/. ][0-9a-z]{1,9}[-/. ][0-9]{1,4}[T ]?[0-9:.+Zu ]{0,14}\Z"))
def test_whatever_looks_like_a_date_is_one_or_none(value: str) -> None:
    found = iso(value)
    assert found is None or "1990" <= found[:4] <= "2100"
