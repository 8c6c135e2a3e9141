"""Words are found whatever their case and accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.finding import fold, search


@pytest.mark.parametrize(
    "text, query, found",
    [
        ("Café, CAFE en cafe\u0301.", "café", ["Café", "CAFE", "cafe\u0301"]),
        ("Café", "cafe", ["Café"]),
        ("Straße en STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("een\u00a0regel", "een regel", ["een\u00a0regel"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("tekst", "  ", []),
        ("a.b", ".", ["."]),
    ],
)
def test_search_looks_past_case_and_accents(text, query, found):
    spans = search(text, query)
    hits = [text[a:b] for a, b in spans]
    assert [hit.rstrip("\u0301") for hit in hits] == [hit.rstrip("\u0301") for hit in found]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 5))
def test_every_stretch_of_a_text_finds_itself(text, start, size):
    part = text[start : start + size]
    if fold(part)[0].strip():
        assert any(a <= start + size and b > start for a, b in search(text, part))


@given(st.text(max_size=80), st.text(min_size=1, max_size=3))
def test_hits_lie_within_the_text_in_order(text, query):
    end = 0
    for start, stop in search(text, query):
        assert 0 <= start < stop <= len(text)
        assert start >= end or fold(text)[1] is not None
        end = stop
