from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.anchors import CONTEXT, passage, passages, select

BODY = """De dijk bij Oostdijk is hersteld. Dat meldt het waterschap.

Er is 400.000 euro uitgegeven. Dat meldt het waterschap.

Volgend jaar volgt Westdijk."""
words = st.text(alphabet="abc .\n", max_size=60)


def test_a_quote_is_kept_with_what_stands_around_it() -> None:
    start = BODY.index("400.000")
    selector = select(BODY, start, start + 12)
    assert selector.exact == "400.000 euro"
    assert selector.prefix == BODY[start - CONTEXT : start]
    assert selector.suffix == BODY[start + 12 : start + 12 + CONTEXT]


@given(words, words, words)
def test_a_quote_with_its_surroundings_is_cut_from_one_place(
    before: str, quote: str, after: str
) -> None:
    body = before + quote + after
    selector = select(body, len(before), len(before) + len(quote))
    whole = selector.prefix + selector.exact + selector.suffix
    assert selector.exact == quote
    assert body[selector.start - len(selector.prefix) :].startswith(whole)
    assert len(selector.prefix) == min(CONTEXT, len(before))
    assert len(selector.suffix) == min(CONTEXT, len(after))


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("De dijk", "De dijk bij Oostdijk is hersteld."),
        ("hersteld", "De dijk bij Oostdijk is hersteld."),
        (" Dat meldt", "De dijk bij Oostdijk is hersteld."),
        ("Dat meldt", "Dat meldt het waterschap."),
        ("\n\nEr is", "Dat meldt het waterschap."),
        ("400", "Er is 400.000 euro uitgegeven."),
        ("Volgend", "Volgend jaar volgt Westdijk."),
    ],
)
def test_a_mark_is_about_the_sentence_it_stands_in(word: str, sentence: str) -> None:
    start, end = passage(passages(BODY), BODY.index(word))
    assert BODY[start:end] == sentence


def test_before_and_after_the_text_the_nearest_sentence_is_meant() -> None:
    assert passage(passages(BODY), -3)[0] == 0
    assert passage(passages(BODY), 10**6)[1] == len(BODY)
    assert passage(passages(""), 0) == (0, 0)
