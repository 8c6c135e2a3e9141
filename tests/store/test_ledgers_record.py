"""What one speaker said over time: each figure held against what was told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.test_ledger_disagreement import BLANK, row
from tui.store.ledger import LedgerRow
from tui.store.ledger_order import placed
from tui.store.ledgers_record import Said, changes


def told(*rows: LedgerRow) -> list[tuple[float | None, str]]:
    """The number and the change of each row, in order of time."""
    numbered = [replace(one, key=f"{nth}#0", path=f"{nth}.txt") for nth, one in enumerate(rows)]
    return [(said.placed.row.value, said.change) for said in changes(placed(numbered))]


def on(day: str | None, value: float | None, **more: Any) -> LedgerRow:
    return row(value, published=day, **more)


@pytest.mark.parametrize(
    ("second", "change"),
    [
        (on("2024-05-02", 1500), "same"),
        (on("2024-05-02", 1500, hedge="about"), "same"),
        (on("2024-05-02", 3000), "raised"),
        (on("2024-05-02", 900), "lowered"),
        (on("2024-05-02", 1500, stance="denied"), "denied"),
        (on("2024-05-02", 900, stance="denied"), "denied"),
        (on("2024-05-02", None, low=1500.0, high=2000.0), "raised"),
        (on("2024-05-02", None, low=1000.0, high=1500.0), "lowered"),
        (on("2024-05-02", None, low=1000.0, high=2000.0), "other"),
        (on("2024-05-02", None, low=2000.0), "raised"),
        (on("2024-05-02", None, high=1000.0), "lowered"),
        (on("2024-05-02", 3000, planned=True), "first"),
        (on(None, 3000), ""),
        (on("2024-05-01", 3000), "first"),
    ],
)
def test_a_figure_is_held_against_the_one_before(second: LedgerRow, change: str) -> None:
    found = told(on("2024-05-01", 1500), second)
    assert found[0] == (1500, "first")
    assert found[1] == (second.value, change)


def test_what_was_denied_may_be_claimed_again() -> None:
    found = told(
        on("2024-05-01", 1500, stance="denied"),
        on("2024-05-02", 2000, stance="denied"),
        on("2024-05-03", 1500),
    )
    assert [change for _, change in found] == ["first", "other", "claimed"]


def test_what_is_planned_is_held_against_what_was_planned() -> None:
    found = told(
        on("2024-05-01", 1500),
        on("2024-05-02", 9000, planned=True),
        on("2024-05-03", 2000),
        on("2024-05-04", 8000, planned=True),
    )
    assert [change for _, change in found] == ["first", "first", "raised", "lowered"]


def test_figures_of_one_day_are_each_held_against_those_of_the_day_before() -> None:
    found = told(
        on("2024-05-01", 1500),
        on("2024-05-02", 3000),
        on("2024-05-02", 900),
        on("2024-05-03", 2000),
    )
    assert found == [(1500, "first"), (3000, "raised"), (900, "lowered"), (2000, "other")]


def test_a_figure_that_is_one_of_several_of_the_day_before_is_the_same() -> None:
    assert told(on("2024-05-01", 600), on("2024-05-01", 300), on("2024-05-02", 300)) == [
        *((600, "first"), (300, "first"), (300, "same"))
    ]


def test_what_came_before_by_the_words_of_the_article_counts_without_a_day() -> None:
    late = row(3000, path="a.txt", key="a.txt#0")
    early = row(1500, path="a.txt", key="a.txt#1", earlier=True)
    found = changes(placed([late, early]))
    assert [(said.placed.row.value, said.change) for said in found] == [
        (1500, "first"),
        (3000, "raised"),
    ]
    assert [one.row.value for one in found[1].before] == [1500]


DAYS = st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-03"])
ROWS = st.lists(
    st.builds(
        on,
        DAYS,
        st.sampled_from([900.0, 1500.0, 3000.0, None]),
        low=st.sampled_from([None, 1000.0]),
        high=st.sampled_from([None, 2000.0]),
        planned=st.booleans(),
        stance=st.sampled_from(["asserted", "denied"]),
    ),
    max_size=8,
).map(lambda rows: [replace(one, key=f"{nth}#0") for nth, one in enumerate(rows)])


@given(ROWS)
def test_no_figure_is_lost_and_only_what_has_no_day_is_told_without_a_change(
    rows: Sequence[LedgerRow],
) -> None:
    order = placed(rows)
    found = changes(order)
    assert tuple(said.placed for said in found) == order
    assert [said.change == "" for said in found] == [one.lane == "undated" for one in order]


@given(ROWS)
def test_a_figure_is_the_first_where_nothing_of_its_kind_was_told_on_a_day_before(
    rows: Sequence[LedgerRow],
) -> None:
    def sooner(said: Said) -> bool:
        here = said.placed
        return any(
            one.row.planned == here.row.planned and one.day is not None and one.day < here.day
            for one in placed(rows)
            if here.day is not None
        )

    for said in changes(placed(rows)):
        if said.change:
            assert (said.change == "first") == (not sooner(said)) == (not said.before)


@given(ROWS, st.randoms())
def test_the_order_of_the_files_changes_nothing(rows: list[LedgerRow], random: Any) -> None:
    other = list(rows)
    random.shuffle(other)
    by_key = {said.placed.row.key: said.change for said in changes(placed(rows))}
    assert {said.placed.row.key: said.change for said in changes(placed(other))} == by_key


def test_the_rows_of_these_tests_are_of_one_speaker() -> None:
    assert BLANK.mouth == on("2024-05-01", 1).mouth == "Seoul"
