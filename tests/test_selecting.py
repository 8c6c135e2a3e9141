"""How far a selection goes after each step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.papers import TROOPS_ARTICLE, article
from tui import selecting
from tui.items import Item
from tui.session import Session, focus, receive, want

BODY = "De dijk brak in 1953, zei ze. Zo’n 1.500 schapen (40%) stonden droog. Daarna werd het stil."
PAGE = article("dijk.txt", "De dijk", BODY)
OPEN = Session(key=PAGE.path, article=PAGE, pane="article")


def at(words: str, body: str = BODY) -> tuple[int, int]:
    start = body.index(words)
    return start, start + len(words)


def on(words: str, *, back: bool = False) -> Session:
    start, end = at(words)
    return replace(OPEN, selection=(end, start) if back else (start, end))


def text(session: Session | None) -> str:
    assert session is not None
    found = selecting.selected(session)
    assert session.article is not None and found is not None
    return session.article.body[slice(*found)]


def test_a_word_is_without_the_signs_around_it_and_a_number_is_whole() -> None:
    words = [BODY[start:end] for start, end in selecting.words_in(BODY)]
    assert words[:8] == ["De", "dijk", "brak", "in", "1953", "zei", "ze", "Zo’n"]
    assert words[8:12] == ["1.500", "schapen", "40%", "stonden"]


@pytest.mark.parametrize(
    "before, back, step, after",
    [
        ("1953", False, 1, "1953, zei"),
        ("1953", False, -1, "in 1953"),
        ("in 1953", False, -1, "in"),
        ("in 1953", True, 1, "1953"),
        ("in 1953", True, -1, "brak in 1953"),
        ("1953", True, 1, "1953, zei"),
        ("De", False, -1, "De"),
        ("stil", False, 1, "stil"),
    ],
)
def test_a_word_is_added_on_the_side_that_moves_and_the_first_stays(
    before: str, back: bool, step: int, after: str
) -> None:
    assert text(selecting.by_words(on(before, back=back), step)) == after


@pytest.mark.parametrize(
    "before, back, step, after",
    [
        ("brak", False, 1, "brak "),
        ("brak", False, -1, "bra"),
        ("b", False, -1, " b"),
        ("b", True, 1, "br"),
        ("brak", True, 1, "rak"),
    ],
)
def test_a_character_is_added_or_taken_off_and_never_the_last(
    before: str, back: bool, step: int, after: str
) -> None:
    moved = selecting.by_characters(on(before, back=back), step)
    assert moved.selection is not None
    assert BODY[slice(*sorted(moved.selection))] == after


def test_a_letter_with_its_accent_is_one_character() -> None:
    page = article("e.txt", "e", "cafe\u0301 dicht")
    here = replace(OPEN, article=page, selection=(0, 3))
    assert text(selecting.by_characters(here, 1)) == "cafe\u0301"


def test_a_family_of_three_is_one_character() -> None:
    body = "een \U0001f468\u200d\U0001f469\u200d\U0001f466 gezin"
    here = replace(OPEN, article=article("f.txt", "f", body), selection=(0, 4))
    assert text(selecting.by_characters(here, 1)) == body[:9]


def test_a_sentence_is_selected_whole_and_the_next_is_added() -> None:
    one = selecting.whole_sentences(replace(OPEN, cursor=BODY.index("zei")))
    assert text(one) == "De dijk brak in 1953, zei ze."
    assert one is not None and text(selecting.whole_sentences(one)).endswith("stonden droog.")


def test_a_part_of_a_sentence_grows_to_all_of_it() -> None:
    assert text(selecting.whole_sentences(on("brak in"))) == "De dijk brak in 1953, zei ze."


def test_sentences_are_gone_through_on_both_sides() -> None:
    here = selecting.by_sentences(on("schapen"), 1)
    assert text(here) == "schapen (40%) stonden droog."
    assert text(selecting.by_sentences(here, 1)).endswith("stil.")
    assert text(selecting.by_sentences(on("schapen"), -1)) == "Zo’n 1.500 schapen"


def test_a_figure_ends_what_is_selected_or_begins_it() -> None:
    page = TROOPS_ARTICLE
    first, second = page.figures[:2]
    here = replace(OPEN, article=page, key=page.path, selection=(first.start, first.end))
    on_ = selecting.by_items(here, "figures", 1)
    assert on_.selection == (first.start, second.end)
    assert selecting.by_items(on_, "figures", -1).selection == (first.start, first.end)


def test_it_begins_with_what_is_chosen_else_with_a_word() -> None:
    page = TROOPS_ARTICLE
    here = replace(OPEN, article=page, key=page.path)
    assert text(selecting.begin(here)) == page.body.split()[0]
    chosen = replace(here, item=Item("figures", 1))
    assert text(selecting.begin(chosen)) == page.figures[1].text


def test_without_text_nothing_can_be_selected() -> None:
    empty = replace(OPEN, article=article("leeg.txt", "Leeg", ""))
    assert selecting.begin(empty) is None and selecting.whole_sentences(empty) is None
    assert selecting.begin(Session()) is None and selecting.selected(Session()) is None


def test_white_space_at_the_ends_is_not_selected() -> None:
    assert text(on(" brak ")) == "brak"


def test_a_line_up_past_the_anchor_keeps_the_word_selecting_began_with() -> None:
    assert text(selecting.to(on("schapen"), at("1953")[0])) == "1953, zei ze. Zo’n 1.500 schapen"


def test_how_much_is_selected_is_told_as_far_as_there_is_room() -> None:
    assert selecting.told(on("1953")) == "1 word “1953”"
    assert selecting.told(on("(")) == "1 character “(”"
    whole = replace(OPEN, selection=(0, len(BODY)))
    assert selecting.told(whole, 36) == "17 words “De dijk … het stil.”"
    assert selecting.told(whole, 12) == "17 words"


def test_another_article_or_pane_ends_the_selection() -> None:
    assert want(on("dijk"), "andere.txt").selection is None
    assert focus(on("dijk"), "panel").selection is None
    assert focus(on("dijk"), "article").selection == at("dijk")


def test_a_page_read_again_keeps_what_is_selected_where_the_words_are_the_same() -> None:
    longer = article("dijk.txt", "De dijk", "Nieuw.\n\n" + BODY)
    other = article("dijk.txt", "De dijk", "Heel iets anders staat hier nu op de pagina.")
    assert text(receive(on("schapen"), PAGE.path, longer)) == "schapen"
    assert receive(on("schapen"), PAGE.path, other).selection is None


MOVES = (
    lambda here, by: selecting.by_characters(here, by),
    lambda here, by: selecting.by_words(here, by),
    lambda here, by: selecting.by_sentences(here, by),
    lambda here, by: selecting.by_items(here, "figures", by),
    lambda here, by: selecting.by_items(here, "claims", by),
)
STEPS = st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from((-1, 1))), max_size=12)
TEXTS = st.text("aé1. ,\n“”(\u0301\u200d%€", min_size=1, max_size=40)


@given(STEPS, st.data())
def test_something_stays_selected_and_the_head_goes_the_way_it_is_sent(steps, data) -> None:
    body = TROOPS_ARTICLE.body
    anchor = data.draw(st.integers(0, len(body) - 1))
    head = data.draw(st.integers(0, len(body)).filter(lambda at: at != anchor))
    here = replace(OPEN, article=TROOPS_ARTICLE, selection=(anchor, head))
    for move, by in steps:
        before, here = here, move(here, by)
        assert before.selection is not None and here.selection is not None
        start, end = sorted(here.selection)
        assert 0 <= start < end <= len(body)
        assert (here.selection[1] - before.selection[1]) * by >= 0
        assert selecting.other_end(selecting.other_end(here)) == here


@given(TEXTS, STEPS, st.data())
def test_in_any_text_something_stays_selected(body, steps, data) -> None:
    here = replace(OPEN, article=article("x.txt", "x", body), selection=(0, len(body)))
    if data.draw(st.booleans()):
        here = selecting.other_end(here)
    for move, by in steps:
        here = move(here, by)
        assert here.selection is not None
        start, end = sorted(here.selection)
        assert 0 <= start < end <= len(body)
