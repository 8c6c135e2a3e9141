"""Marks of every kind that a notebook can hold, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.store.anchors import Selector
from tui.store.marked import (
    KINDS,
    SIDES,
    STATUSES,
    Cited,
    Claimed,
    Count,
    Mark,
    Turn,
)

texts = st.text(st.characters(), max_size=8)
"""With control characters, line feeds, and halves of characters as odd file names have them."""
places = st.integers(0, 2**53 - 1)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 10**6)
selectors = st.builds(Selector, texts, texts, texts, places, places)
turns = st.builds(Turn, st.sampled_from(STATUSES), texts, texts)
counts = st.builds(Count, texts, numbers, numbers, numbers, texts, texts, texts, texts)
claims = st.builds(
    Claimed,
    *(texts, texts, texts, texts),
    st.lists(counts, max_size=2).map(tuple),
    st.lists(turns, max_size=3).map(tuple),
    st.booleans(),
)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(KINDS))
    about = draw(st.sampled_from(("passage", "figure", "article", "actor", "corpus")))
    return Mark(
        draw(texts),
        draw(texts),
        draw(texts),
        draw(places),
        draw(selectors) if about in ("passage", "figure") else None,
        draw(texts),
        kind,
        about,  # type: ignore[arg-type]
        draw(st.sampled_from(("body", "title"))),
        draw(texts),
        draw(st.lists(texts, max_size=3).map(tuple)),
        draw(texts),
        draw(texts),
        draw(claims) if kind == "claim" else None,
        draw(texts),
        draw(st.sampled_from(SIDES)),
        draw(texts),
        draw(texts),
        Cited(*draw(st.tuples(texts, texts, texts, texts, texts))),
    )
