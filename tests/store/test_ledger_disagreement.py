"""How two figures of one series stand to one another, by intervals, hedges, speakers and days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.disagreement import disagreements, interval, relation
from tui.store.ledger import LedgerRow

BLANK = LedgerRow(
    series="soldaten", value=None, low=None, high=None, hedge=None, kind="count",
    phrase="soldaten", noun="soldaten", speaker="Seoul", via=None, stance="asserted", cue="zegt",
    published=None, id="i", path="a.txt", title=None, sentence="", start=0, end=1, key="a.txt#0",
)  # fmt: skip


def row(value: float | None, **changes: Any) -> LedgerRow:
    return replace(BLANK, value=value, **changes)


RIVAL = {"speaker": "Kyiv", "path": "b.txt", "key": "b.txt#0"}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (row(1500), row(1500, **RIVAL), "same"),
        (row(1500, hedge="at least"), row(1500, **RIVAL), "same"),
        (row(1500, hedge="at least"), row(3000, **RIVAL), "compatible"),
        (row(1500), row(3000, hedge="at least", **RIVAL), "rival"),
        (row(10_000, hedge="about"), row(11_000, **RIVAL), "compatible"),
        (row(10_000, hedge="about"), row(15_000, **RIVAL), "rival"),
        (row(11_000, hedge="less than"), row(10_500, **RIVAL), "compatible"),
        (row(11_000, hedge="less than"), row(3000, **RIVAL), "rival"),
        (row(5000, hedge="at most"), row(3000, **RIVAL), "compatible"),
        (row(5000, hedge="at most"), row(6000, **RIVAL), "rival"),
        (row(None, low=10_000, high=12_000), row(11_000, **RIVAL), "compatible"),
        (row(None, low=10_000, high=12_000), row(13_000, **RIVAL), "rival"),
        (row(None, low=100), row(300, **RIVAL), "compatible"),
        (row(None, low=100), row(3000, **RIVAL), "rival"),
        (row(1500), row(3000, path="b.txt"), "revised"),
        (row(1500), row(3000, planned=True, **RIVAL), "compatible"),
        (row(1500, earlier=True), row(3000, speaker="Kyiv"), "other time"),
        (row(1500, speaker=None), row(3000, **RIVAL), "rival"),
        (row(1500, speaker=None), row(3000, speaker=None, path="b.txt", voice="b"), "rival"),
        (
            row(1500, published="2024-05-01"),
            row(3000, published="2024-09-01", **RIVAL),
            "other time",
        ),
        (row(1500, published="2024-05-01"), row(3000, published="2024-05-04", **RIVAL), "rival"),
    ],
)
def test_two_figures_stand_to_one_another_as(one: LedgerRow, two: LedgerRow, expected: str) -> None:
    assert relation(one, two)[0] == expected
    assert relation(two, one)[0] == expected


def test_two_names_of_one_speaker_revise_each_other() -> None:
    one, two = row(1500), row(3000, speaker="Zuid-Korea", path="b.txt")
    assert relation(one, two)[0] == "rival"
    known: dict[str, Any] = {"actor": "Zuid-Korea", "actor_key": "country:Zuid-Korea"}
    assert relation(replace(one, **known), replace(two, **known)) == (
        "revised",
        "Zuid-Korea gave another number before",
    )


def test_two_speakers_of_one_name_are_no_speaker_who_revises() -> None:
    one = row(1500, speaker="Kim", actor="Kim", actor_key="person:Kim")
    two = row(3000, speaker="Kim", actor="Kim", actor_key="organisation:Kim", path="b.txt")
    assert relation(one, two)[0] == "rival"


def test_what_a_person_settled_is_no_contradiction_and_has_the_reason() -> None:
    one, two = row(1500), row(3000, **RIVAL)
    reason = "de een telt alleen de stad"
    (found,) = disagreements((one, two), {frozenset((one.key, two.key)): reason})
    assert (found.relation, found.why) == ("settled", reason)


def test_a_revision_has_the_earlier_figure_first() -> None:
    late = row(3000, published="2024-05-04")
    early = row(1500, published="2024-05-01", path="b.txt", key="b.txt#0")
    (found,) = disagreements((late, early))
    assert (found.relation, found.one) == ("revised", early)


NUMBERS = st.one_of(st.none(), st.floats(0, 1e9))
ROWS = st.builds(
    row,
    NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    hedge=st.sampled_from([None, "about", "at least", "more than", "less than", "at most"]),
    speaker=st.sampled_from([None, "Seoul", "Kyiv"]),
    path=st.sampled_from(["a.txt", "b.txt"]),
    planned=st.booleans(),
    earlier=st.booleans(),
    published=st.sampled_from([None, "2024-05", "2024-05-01", "2025-01-01T10:00:00+01:00"]),
)


@given(ROWS, ROWS)
def test_it_does_not_matter_which_of_two_rows_comes_first(one: LedgerRow, two: LedgerRow) -> None:
    assert relation(one, two)[0] == relation(two, one)[0]


@given(ROWS)
def test_a_row_is_the_same_as_itself(one: LedgerRow) -> None:
    assert relation(one, one)[0] == "same"


@given(ROWS)
def test_a_figure_leaves_its_own_number_possible(one: LedgerRow) -> None:
    if one.value is not None:
        assert interval(one).low <= one.value <= interval(one).high
