"""Every way in which a page changes under a mark, from `reanchoring.txt`."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.store.reanchoring import Case, cases
from tui.store.anchoring import Anchor, find
from tui.store.anchors import select

CASES = cases()


def found(case: Case) -> Anchor:
    selector = select(case.old, case.start, case.end)
    if case.part == "title":
        return find(selector, case.body or "", case.new, part="title")
    return find(selector, case.new)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}")
def test_a_mark_is_found_again_for_what_it_is_now(case: Case) -> None:
    anchor = found(case)
    told = [(place.text, place.differences) for place in anchor.places]
    assert anchor.state == case.state, told
    assert [(place.start, place.end) for place in anchor.places] == list(case.places), told
    assert anchor.quote == case.old[case.start : case.end]
    if case.kinds is not None:
        assert set(case.kinds) <= set(anchor.kinds), told
    if case.words is not None:
        words = [(d.old, d.new) for d in anchor.places[0].differences if d.around == case.around]
        assert case.words in words, told


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}")
def test_what_is_told_of_a_place_stands_there(case: Case) -> None:
    anchor = found(case)
    for place in anchor.places:
        assert place.part == case.part
        assert case.new[place.start : place.end] == place.text
        for difference in place.differences:
            assert case.new[difference.start : difference.end] == difference.new
            assert case.old[difference.at :].startswith(difference.old)
            assert difference.kinds


def test_the_table_holds_every_state_and_kind() -> None:
    assert len(CASES) >= 80
    states = Counter(case.state for case in CASES)
    assert set(states) == {"ANCHORED", "CHANGED", "AMBIGUOUS", "ORPHAN"}
    kinds = {kind for case in CASES for kind in case.kinds or ()}
    assert kinds == {"number", "unit", "negation", "hedge", "name", "wording"}
