"""Decisions about series as documents of the notes file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.anchors import Selector
from tui.store.documents import FigureAt, SeriesRuling, document, kept_in, table_of

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
PLACE = st.integers(0, 10**6)
SELECTOR = st.none() | st.builds(Selector, TEXT, TEXT, TEXT, PLACE, PLACE)
FIGURES = st.lists(st.builds(FigureAt, TEXT, TEXT, SELECTOR), min_size=1, max_size=4).map(tuple)
ACTION = st.sampled_from(["merge", "split", "rename", "settle", "date"])
RULING = st.builds(SeriesRuling, TEXT, ACTION, FIGURES, TEXT, TEXT)
PLAIN = SeriesRuling(
    "1", "settle", (FigureAt("a1", "a.txt", Selector("40", "zijn ", " doden", 5, 7)),), "zo", "nu"
)


@given(RULING)
def test_a_decision_comes_back_from_its_document(ruling: SeriesRuling) -> None:
    kept = json.loads(json.dumps(document(ruling)))
    assert kept_in(table_of(ruling), kept) == ruling


def test_a_figure_is_told_by_its_article_and_its_words() -> None:
    quote = {"exact": "40", "prefix": "zijn ", "suffix": " doden", "start": 5, "end": 7}
    assert document(PLAIN) == {
        "id": "1",
        "action": "settle",
        "figures": [{"article": "a1", "path": "a.txt", "quote": quote}],
        "text": "zo",
        "created": "nu",
    }


@pytest.mark.parametrize(
    "change",
    [
        {"action": "burn"},
        {"action": None},
        {"id": 1},
        {"text": None},
        {"created": []},
        {"figures": []},
        {"figures": "a"},
        {"figures": [None]},
        {"figures": [{"article": "a"}]},
        {"figures": [{"article": 1, "path": "a"}]},
        {"figures": [{"article": "a", "path": "a", "quote": {}}]},
        {"figures": [{"article": "a", "path": "a", "quote": 7}]},
    ],
)
def test_what_is_not_sound_is_not_read(change: dict[str, Any]) -> None:
    assert kept_in(table_of(PLAIN), {**document(PLAIN), **change}) is None
    assert kept_in(table_of(PLAIN), None) is None


@pytest.mark.parametrize("start", [-1, 2**60, "5", True, 1.0])
def test_a_place_that_is_none_is_not_read(start: object) -> None:
    told = document(PLAIN)
    told["figures"][0]["quote"]["start"] = start
    assert kept_in(table_of(PLAIN), told) is None
