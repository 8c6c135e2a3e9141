"""What touches a row of the text is found without looking at all the rest."""

from __future__ import annotations

import random

import pytest

from tests.app.fakes import TROOPS_ARTICLE
from tui.items import starts
from tui.text.article import Claim
from tui.widgets.spans import Claims, within


def claims_at(*places: tuple[int, int]) -> Claims:
    return Claims(
        tuple(
            Claim(start, end, "x", "Anna", "Anna", None, "zei", "direct", "asserted")
            for start, end in places
        )
    )


@pytest.mark.parametrize("seed", range(20))
def test_the_claim_at_a_row_is_the_last_to_begin_of_those_that_touch_it(seed: int) -> None:
    chance = random.Random(seed)
    places = [(at, at + chance.randint(1, 40)) for at in chance.sample(range(200), 25)]
    claims = claims_at(*places)
    for row in range(0, 240, 7):
        touching = [place for place in places if place[0] < row + 7 and place[1] > row]
        expected = places.index(max(touching)) if touching else None
        assert claims.at(row, row + 7) == expected


def test_of_the_hits_only_those_that_touch_a_row_are_given() -> None:
    hits = tuple((at, at + 4) for at in range(0, 1000, 10))
    assert list(within(hits, 103, 121)) == [10, 11, 12]
    assert list(within(hits, 104, 110)) == []
    assert list(within((), 0, 10)) == []


def test_a_row_asks_only_for_the_hits_near_it() -> None:
    class Counted(tuple):
        asked = 0

        def __getitem__(self, at):
            Counted.asked += 1
            return super().__getitem__(at)

    hits = Counted((at, at + 4) for at in range(0, 1_000_000, 10))
    assert list(within(hits, 500_000, 500_020)) == [50_000, 50_001]
    assert Counted.asked < 40


def test_what_a_tab_holds_is_put_in_order_once() -> None:
    assert starts(TROOPS_ARTICLE, "actors") is starts(TROOPS_ARTICLE, "actors")
    assert starts(TROOPS_ARTICLE, "figures") is not starts(TROOPS_ARTICLE, "actors")
