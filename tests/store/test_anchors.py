from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.anchors import CONTEXT, locate, passage, passages, select

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
def test_a_quote_is_found_in_the_body_that_it_is_from(before: str, quote: str, after: str) -> None:
    body = before + quote + after
    selector = select(body, len(before), len(before) + len(quote))
    assert locate(selector, body) == (len(before) if quote else None)


@given(words, words)
def test_a_quote_is_found_after_text_was_put_before_it(new: str, before: str) -> None:
    body = f"{before}\nDe brug gaat om 11 uur open.\n"
    start = body.index("De brug")
    selector = select(body, start, start + 28)
    assert locate(selector, f"{new}{body}") == len(new) + start


def test_of_two_alike_the_one_in_the_same_surroundings_is_taken() -> None:
    second = BODY.rindex("Dat meldt")
    selector = select(BODY, second, second + 25)
    shorter = BODY.replace(" is hersteld", "")
    assert locate(selector, shorter) == shorter.rindex("Dat meldt")
    first = BODY.index("Dat meldt")
    longer = "Een nieuwe eerste alinea van enige lengte.\n\n" + BODY
    assert locate(select(BODY, first, first + 25), longer) == longer.index("Dat meldt")


def test_a_quote_that_is_gone_is_found_nowhere() -> None:
    start = BODY.index("400.000")
    assert locate(select(BODY, start, start + 12), BODY.replace("400.000", "500.000")) is None


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
