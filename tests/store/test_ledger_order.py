"""The order of rows over time: by days, by what articles say of each other, never invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.store.test_ledger_disagreement import BLANK
from tui.store.ledger import LedgerRow
from tui.store.ledger_order import Placed, placed


def row(path: str, value: float, **changes: Any) -> LedgerRow:
    changes.setdefault("key", f"{path}#{value:g}")
    return replace(BLANK, path=path, value=value, **changes)


def order(*rows: LedgerRow) -> list[float | None]:
    return [one.row.value for one in placed(rows)]


def at(value: float, *rows: LedgerRow) -> Placed:
    return next(one for one in placed(rows) if one.row.value == value)


def test_dated_rows_stand_by_their_day() -> None:
    late, early = row("a", 3000, published="2024-05-04"), row("b", 1500, published="2024-05-01")
    assert order(late, early) == [1500, 3000]
    assert (at(3000, late).lane, at(3000, late).basis) == ("dated", "published")


def test_the_day_that_a_sentence_names_goes_before_the_day_of_the_page() -> None:
    one = row("a", 3000, published="2024-05-04", said="2024-04-02")
    assert (at(3000, one).day, at(3000, one).basis) == ("2024-04-02", "said")


def test_the_day_that_a_reader_set_goes_before_that_of_the_page() -> None:
    one = row("a", 3000, published="2024-05-04", dated="2024-03-01")
    assert (at(3000, one).day, at(3000, one).basis) == ("2024-03-01", "dated")


def test_a_plan_does_not_stand_at_the_day_for_which_it_is_made() -> None:
    one = row("a", 3000, published="2024-05-04", said="2024-12-01", planned=True)
    assert at(3000, one).day == "2024-05-04"


def test_what_an_article_gives_as_said_before_stands_before_it_without_a_day() -> None:
    now = row("a", 10_000, published="2024-05-04")
    then = row("a", 3000, published="2024-05-04", earlier=True)
    found = at(3000, now, then)
    assert order(now, then) == [3000, 10_000]
    assert (found.day, found.lane, found.before) == (None, "ordered", ("a#10000",))


def test_the_same_words_of_the_speaker_elsewhere_came_before_too() -> None:
    now = row("a", 10_000, speaker="Pentagon")
    then = row("a", 3000, speaker="Washington", earlier=True)
    elsewhere = row("b", 3000, speaker="Washington", key="b#0")
    other = row("c", 3000, speaker="Kyiv", key="c#0")
    found = {one.row.key: one for one in placed((now, then, elsewhere, other))}
    assert found["a#10000"].after == ("a#3000", "b#0")
    assert (found["b#0"].lane, found["c#0"].lane) == ("ordered", "undated")


def test_a_chain_of_what_was_said_before_is_followed_without_any_day() -> None:
    first = row("a", 1500, speaker="Seoul", earlier=True)
    second = row("a", 3000, speaker="Kyiv")
    again = row("b", 3000, speaker="Kyiv", earlier=True)
    third = row("b", 10_000, speaker="Kyiv")
    assert order(third, again, second, first) == [1500, 3000, 3000, 10_000]


def test_articles_that_contradict_each_other_on_the_order_do_no_harm() -> None:
    rows = (
        row("a", 1500, earlier=True), row("a", 3000),
        row("b", 3000, earlier=True), row("b", 1500),
    )  # fmt: skip
    assert len(order(*rows)) == 4


def test_rows_of_which_nothing_is_told_come_last_and_have_no_day() -> None:
    known, unknown = row("b", 3000, published="2024-05-04"), row("a", 1500)
    assert order(unknown, known) == [3000, 1500]
    assert (at(1500, unknown).lane, at(1500, unknown).day) == ("undated", None)


def test_half_a_date_is_no_day() -> None:
    assert at(1500, row("a", 1500, published="2024-05")).day is None


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from("abc"),
        st.sampled_from([1500.0, 3000.0, 10_000.0]),
        earlier=st.booleans(),
        planned=st.booleans(),
        published=st.sampled_from([None, "2024-05-01", "2024-05-09"]),
        speaker=st.sampled_from([None, "Seoul", "Kyiv"]),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)


@given(ROWS)
def test_all_rows_are_placed_once_and_the_dated_in_order(rows: list[LedgerRow]) -> None:
    found = placed(rows)
    assert sorted(one.row.key for one in found) == sorted(one.key for one in rows)
    days = [one.day for one in found if one.day]
    assert days == sorted(days)


@given(ROWS)
def test_the_order_of_the_rows_given_does_not_matter(rows: list[LedgerRow]) -> None:
    assert placed(rows) == placed(rows[::-1])
