"""Where the words of a query stand in a text, and the line that shows them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import naive
from tui.store.context import context, spans, told_of
from tui.store.query import Words, parse
from tui.text.safe import UNSAFE

BODY = "De dijk bij Oostdijk kostte 3.000 euro. Één café blijft dicht: de dijk is nat."


@pytest.mark.parametrize(
    "query, shown",
    [
        ("dijk", ["dijk", "dijk"]),
        ("dijk*", ["dijk", "dijk"]),
        ("oost* EEN cafe", ["Oostdijk", "Één", "café"]),
        ("3000", ["3.000"]),
        ('"3000 euro" euro', ["3.000 euro"]),
        ('"de dijk"', ["De dijk", "de dijk"]),
        ('"de di*"', ["De dijk", "de dijk"]),
        ('"dijk de"', []),
        ("euro OR brug -nat", ["euro"]),
        ("-(dijk brug)", []),
        ("title:dijk", []),
        ("figure:>3", []),
    ],
)
def test_the_words_that_are_looked_for_are_found_where_they_stand(
    query: str, shown: list[str]
) -> None:
    assert [BODY[start:end] for start, end in spans(parse(query), BODY)] == shown


def test_without_a_query_nothing_is_found() -> None:
    assert spans(None, BODY) == ()
    assert context(None, BODY) is None
    assert context(parse("brug"), BODY) is None


@pytest.mark.parametrize(
    "query, width, text, hits",
    [
        ("oostdijk", 200, BODY, ["Oostdijk"]),
        ("cafe", 40, "…Één café blijft dicht: de dijk is nat.", ["café"]),
        ("cafe", 20, "…Één café blijft…", ["café"]),
        (
            "euro cafe",
            60,
            "…kostte 3.000 euro. Één café blijft dicht: de dijk is nat.",
            ["euro", "café"],
        ),
    ],
)
def test_the_line_shows_most_of_what_is_looked_for(
    query: str, width: int, text: str, hits: list[str]
) -> None:
    found = context(parse(query), BODY, width)
    assert found is not None
    assert found.text == text
    assert [found.text[start:end] for start, end in found.spans] == hits


def test_a_line_has_one_blank_between_paragraphs_and_nothing_that_steers_a_terminal() -> None:
    found = context(parse("dijk brug"), "De dijk\n\n\t\x1b[31m\n en de   brug\u202e.")
    assert found is not None
    gone = "\N{REPLACEMENT CHARACTER}"
    assert found.text == f"De dijk {gone}[31m en de brug{gone}."
    assert [found.text[start:end] for start, end in found.spans] == ["dijk", "brug"]


PIECES = st.sampled_from(
    ["dijk", "Dijken", "brug", "café", "3.000", "3000", ". ", "\n\n", " ", " ", "ﬁ", "İ", "e\u0301"]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text()
ASKED = st.lists(
    st.sampled_from(["dijk", "dijk*", "cafe", '"dijk brug"', "3000", "fi", "i*", '"brug dij*"']),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(TEXTS, ASKED)
def test_what_is_found_are_the_words_and_none_is_missed(text: str, asked: str) -> None:
    query = parse(asked)
    found = spans(query, text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    for start, end in found:
        assert any(_is(words, text[start:end]) for words in query.marked)
    somewhere = any(naive.fits(parse(each), naive.Page(body=text)) for each in _apart(asked))
    assert bool(found) == somewhere


@given(TEXTS, ASKED, st.integers(1, 60))
def test_the_line_is_safe_short_and_has_its_hits(text: str, asked: str, width: int) -> None:
    query = parse(asked)
    count, found = told_of(query, text, width)
    assert count == len(spans(query, text))
    assert (found is None) == (count == 0)
    if found is not None:
        assert not UNSAFE.search(found.text) and "\n" not in found.text
        assert len(found.text) <= max(width, 8) + 2
        assert found.spans
        for start, end in found.spans:
            assert 0 <= start < end <= len(found.text)


def _apart(asked: str) -> list[str]:
    """The words and phrases of a query, each alone."""
    import shlex

    return [f'"{each}"' for each in shlex.split(asked)]


def _is(words: Words, text: str) -> bool:
    return naive.fits(parse(f'"{" ".join(words.tokens)}{"*" * words.begins}"'), naive.Page(text))
