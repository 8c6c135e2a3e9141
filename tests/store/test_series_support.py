"""A number that is none too sure to be of all stands in their series if others tell it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.stories import keys_of
from tui.store.series_keys import SeriesKey
from tui.store.series_support import CERTAIN, FEW, in_order, supported

(PLAIN, *_) = keys_of(("Troepen", "Volgens Madrid zijn er 900 Franse soldaten gestuurd."))
NUMBERS = st.sampled_from([None, 900.0, 1500.0, 3000.0])


def figure(article: int, value: float | None, sure: int = CERTAIN, nth: int = 0) -> SeriesKey:
    return PLAIN._replace(article=f"{article:02}", nth=nth, value=value, sure=sure)


def crowd(value: float = 3000.0) -> list[SeriesKey]:
    """Figures of so many articles that it tells something what none of them has."""
    return [figure(at, value) for at in range(FEW)]


def alone(keys: Sequence[SeriesKey]) -> list[float | None]:
    """The numbers that stand apart."""
    return [group[0].value for group in supported(keys)[1:]]


@pytest.mark.parametrize(("told_by", "apart"), [(0, [900.0]), (1, []), (3, [])])
def test_a_number_that_nobody_else_tells_stands_apart(told_by: int, apart: list[float]) -> None:
    others = [figure(20 + at, 900.0) for at in range(told_by)]
    assert alone([*crowd(), *others, figure(40, 900.0, sure=60)]) == apart


def test_one_that_is_hardly_likely_takes_many_who_tell_it() -> None:
    doubtful = figure(40, 900.0, sure=25)
    assert alone([*crowd(), figure(20, 900.0), doubtful]) == [900.0]
    assert alone([*crowd(900.0), doubtful]) == []


def test_an_article_does_not_speak_for_itself_nor_those_who_are_unsure() -> None:
    twice = [figure(40, 900.0, sure=60, nth=nth) for nth in (0, 1)]
    assert alone([*crowd(), *twice]) == [900.0]
    unsure = [figure(at, 900.0, sure=30) for at in (40, 41, 42)]
    assert alone([*crowd(), *unsure]) == [900.0]


def test_a_range_is_told_by_whom_it_holds_and_holds_those_in_it() -> None:
    between = PLAIN._replace(article="40", value=None, low=1000.0, high=4000.0, sure=60)
    assert len(supported([*crowd(), between])) == 1
    sure = between._replace(sure=CERTAIN)
    assert alone([*crowd(9000.0), sure, figure(41, 1500.0, sure=60)]) == []


def test_in_a_series_of_few_articles_it_tells_nothing_that_no_other_has_a_number() -> None:
    assert alone([figure(0, 3000.0), figure(1, 900.0, sure=60)]) == []
    assert alone([figure(0, 3000.0), figure(1, 900.0, sure=20)]) == [900.0]


FIGURES = st.lists(
    st.builds(figure, st.integers(0, 9), NUMBERS, st.sampled_from([100, 90, 60, 30, 10])),
    min_size=1,
    max_size=20,
).map(lambda found: [key._replace(nth=nth) for nth, key in enumerate(found)])


@given(FIGURES, st.randoms())
def test_each_figure_comes_once_and_their_order_does_not_matter(
    found: list[SeriesKey], chance: object
) -> None:
    groups = supported(found)
    assert sorted(key.nth for group in groups for key in group) == [key.nth for key in found]
    mixed = [*found]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert {frozenset(group) for group in supported(mixed)} == {frozenset(one) for one in groups}


@given(st.lists(FIGURES, max_size=6))
def test_what_is_left_together_comes_in_the_order_of_its_first_figures(
    some: list[list[SeriesKey]],
) -> None:
    groups = [
        (("00", at), [key._replace(article="00", nth=at + 7 * nth) for nth, key in enumerate(one)])
        for at, one in enumerate(some)
    ]
    firsts = [min(key.nth for key in group) for group in in_order(groups)]
    assert firsts == sorted(firsts)
    kept = sorted(key.nth for group in in_order(groups) for key in group)
    due = sorted(
        key.nth for _, one in groups for part in supported(one) if len(part) > 1 for key in part
    )
    assert kept == due
