"""Claims as a person keeps them, made of what was found in a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.voices import QUAY, QUAY_ARTICLE
from tui import claims
from tui.finding import Span
from tui.store.anchoring_model import State
from tui.store.anchors import select
from tui.store.marked import Claimed, Count, Mark, Placed, Turn

SCARS, MONEY = "dat er 12 scheuren zijn", "de schade op ongeveer 40 miljoen euro"


def span(words: str) -> Span:
    start = QUAY.index(words)
    return start, start + len(words)


def kept(start: int, end: int, speaker: str = "", state: State = "ANCHORED") -> Placed:
    mark = Mark("m1", "a", "p", start, select(QUAY, start, end), "", "claim")
    return Placed(mark._replace(claimed=Claimed(speaker)), "k", "", state, start, end)


def test_a_claim_that_is_accepted_says_what_the_page_was_read_to_say() -> None:
    assert claims.accepted(QUAY_ARTICLE, 1) == Claimed(
        speaker="havendienst",
        stance="estimated",
        cue="schat",
        figures=(Count("40 miljoen euro", 4e7, None, None, "about", "money", "euro", "EUR"),),
        own=False,
    )


def test_through_whom_a_claim_comes_is_kept_with_it() -> None:
    assert claims.accepted(QUAY_ARTICLE, 2).via == "De Zeebode"


@pytest.mark.parametrize(
    "words, speaker, figures",
    [
        ("dat er 12 scheuren", "Sietske Postma", ["12 scheuren"]),
        ("De havendienst", "havendienst", []),
        ("4.000 inwoners", "", []),
    ],
)
def test_of_a_passage_is_guessed_what_its_sentence_tells(
    words: str, speaker: str, figures: list[str]
) -> None:
    from tui.selecting import sentence_at

    start, end = span(words)
    found = claims.guessed(QUAY_ARTICLE, start, end, sentence_at(QUAY, start) or (start, end))
    assert found.speaker == speaker and found.own
    assert [count.phrase for count in found.figures] == figures


def test_of_two_claims_that_a_passage_touches_the_one_it_has_most_of_is_meant() -> None:
    start, end = span(f"dat de kade zakt. De havendienst schat {MONEY}")
    assert claims.guessed(QUAY_ARTICLE, start, end, (start, end)).speaker == "havendienst"


@pytest.mark.parametrize(
    "at, state, found",
    [
        (span(SCARS), "ANCHORED", {2}),
        (span(f"zei Postma eerder {SCARS}"), "ANCHORED", {2}),
        (span("scheuren"), "ANCHORED", set()),
        (span(SCARS), "CHANGED", {2}),
        (span(SCARS), "ORPHAN", set()),
        (span("4.000 inwoners"), "ANCHORED", set()),
    ],
)
def test_a_claim_is_kept_where_a_mark_has_its_words(
    at: Span, state: State, found: set[int]
) -> None:
    assert set(claims.kept_in(QUAY_ARTICLE, [kept(*at, state=state)])) == found


def test_two_marks_on_the_same_words_do_not_take_each_others_claim() -> None:
    twice = [kept(*span(SCARS), "Sietske Postma"), kept(*span(SCARS), "Bronnen")]
    assert claims.kept_in(QUAY_ARTICLE, twice) == {2: twice[0]}


def test_a_note_on_a_claim_does_not_keep_it() -> None:
    placed = kept(*span(SCARS))
    note = placed._replace(mark=placed.mark._replace(kind="note", claimed=None))
    assert claims.kept_in(QUAY_ARTICLE, [note]) == {}


@pytest.mark.parametrize(
    "typed, fit",
    [
        ("", ()),
        ("sie", ("Sietske Postma",)),
        ("POS", ("Postma zelf", "Sietske Postma")),
        ("Sietske Postma", ()),
        ("xyz", ()),
        ("ostma", ()),
    ],
)
def test_a_name_is_completed_by_its_begin_or_that_of_a_later_word(
    typed: str, fit: tuple[str, ...]
) -> None:
    assert claims.fitting(typed, ("Sietske Postma", "Postma zelf", "Bas Olthof")) == fit


@given(st.text(max_size=8), st.lists(st.text(max_size=12), max_size=12))
def test_what_completes_is_known_and_said_once(typed: str, known: list[str]) -> None:
    names = tuple(dict.fromkeys(known))
    found = claims.fitting(typed, names)
    assert set(found) <= set(names) and len(set(found)) == len(found) <= 4
    assert typed not in found


def test_names_are_those_of_the_article_first_the_most_named_in_front() -> None:
    found = claims.names(QUAY_ARTICLE, (Claimed("Bas Olthof", "De Bode"), None))
    assert found[0] == "Sietske Postma" and found[-1] == "De Bode"
    assert len(set(found)) == len(found) and "" not in found
    assert "Bronnen" in found


def test_another_status_comes_behind_those_before_and_the_same_changes_nothing() -> None:
    begun = claims.turned(Claimed(), "unverified", "2025-01-01")
    denied = claims.turned(begun, "denied", "2025-02-02")
    assert denied.history == (Turn("unverified", "2025-01-01"), Turn("denied", "2025-02-02"))
    assert claims.turned(denied, "denied", "2025-03-03") is denied


def test_figures_that_a_claim_has_besides_those_of_its_words_can_still_be_chosen() -> None:
    old, new = Count("12 scheuren", 12.0), Count("13 scheuren", 13.0)
    assert claims.all_figures(Claimed(figures=(old,)), (new,)) == (new, old)


@pytest.mark.parametrize(
    "typed, tags",
    [("", ()), ("kade", ("kade",)), (" kade , haven/schade,, kade", ("kade", "haven/schade"))],
)
def test_tags_are_parted_by_commas(typed: str, tags: tuple[str, ...]) -> None:
    assert claims.split_tags(typed) == tags
