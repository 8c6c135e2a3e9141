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


@pytest.mark.parametrize(
    "text, query, found",
    [
        ("van 3.000 tot 13.000", "3000", ["3.000"]),
        ("eerst 3000, toen 3.000", "3.000", ["3000", "3.000"]),
        ("eerst 3000, toen 3.000", "3000 toen", []),
        ("wel 3.000 man sterk", "3000 man", ["3.000 man"]),
        ("in totaal 1.250.000 euro", "1250000", ["1.250.000"]),
        ("in totaal 1250000 euro", "1.250.000", ["1250000"]),
        ("de 1.200,5 ton", "1200,5", ["1.200,5"]),
        ("paragraaf 3.0001", "30001", []),
        ("in 1.200 huizen", "12", []),
        ("op 3.000 van de 30.000", "3000", ["3.000"]),
        ("Één op de 3.000", "3000", ["3.000"]),
    ],
)
def test_a_number_is_found_with_and_without_the_dots_in_it(text, query, found):
    assert [text[a:b] for a, b in search(text, query)] == found


@given(st.integers(1000, 10**9), st.text(alphabet="ab é.,", max_size=9))
def test_every_long_number_is_found_in_both_ways_of_writing_it(number, around):
    dotted = f"{number:,}".replace(",", ".")
    for written, wanted in ((dotted, str(number)), (str(number), dotted)):
        text = f"{around} {written} {around}"
        assert [text[a:b] for a, b in search(text, wanted)] == [written]


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


def test_letters_with_a_stroke_are_found_without_it() -> None:
    assert search("Søren uit Łódź", "soren") == ((0, 5),)
    assert search("Søren uit Łódź", "lodz") == ((10, 14),)
