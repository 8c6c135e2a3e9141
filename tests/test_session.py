"""What each step of a reader makes of the session."""

from dataclasses import replace

import pytest

from tests.app.deciding import decided
from tests.app.fakes import CAFE_ARTICLE, TEASERS_ARTICLE, TROOPS, TROOPS_ARTICLE
from tui import hits
from tui import session as step
from tui.items import Item, span
from tui.session import Session

OPEN = Session(key=TROOPS_ARTICLE.path, article=TROOPS_ARTICLE, pane="article")


def test_another_article_forgets_the_place_but_not_the_words_to_find():
    here = hits.find(replace(OPEN, item=Item("figures", 1)), "Zelensky", 0)
    wanted = step.want(here, "café.txt")
    assert (wanted.key, wanted.article, wanted.cursor, wanted.item) == ("café.txt", None, 0, None)
    assert wanted.query == "Zelensky" and wanted.hits == ()


def test_wanting_the_article_that_is_open_changes_nothing():
    assert step.want(OPEN, OPEN.key) is OPEN


def test_an_answer_for_an_article_no_longer_wanted_is_dropped():
    wanted = step.want(OPEN, "café.txt")
    assert step.receive(wanted, TROOPS_ARTICLE.path, TROOPS_ARTICLE) is wanted
    assert step.fail(wanted, TROOPS_ARTICLE.path, "gone") is wanted


def test_an_article_that_comes_is_searched_for_the_words_of_before():
    wanted = step.want(replace(OPEN, query="CAFÉ"), "café.txt")
    came = step.receive(wanted, "café.txt", CAFE_ARTICLE)
    assert [CAFE_ARTICLE.body[a:b] for a, b in came.hits] == ["café", "CAFE", "cafe"]


@pytest.mark.parametrize(
    "pane, by, around, after",
    [
        ("list", -1, False, "list"),
        ("list", 1, False, "article"),
        ("panel", 1, False, "panel"),
        ("panel", 1, True, "list"),
        ("list", -1, True, "panel"),
    ],
)
def test_panes_lie_beside_each_other(pane, by, around, after):
    assert step.beside(Session(pane=pane), by, around).pane == after


def test_going_to_the_list_ends_reading_alone():
    assert not step.focus(replace(OPEN, zen=True), "list").zen
    assert step.focus(replace(OPEN, zen=True), "article").zen


def test_back_undoes_one_thing_at_a_time():
    here = replace(OPEN, zen=True, query="x", pane="article")
    first = step.back(here)
    assert first.query == "" and first.zen
    second = step.back(first)
    assert not second.zen and second.pane == "article"
    third = step.back(second)
    assert third.pane == "list"
    assert step.back(third) is None


def test_in_the_list_back_takes_the_filter_off_and_then_ends():
    here = replace(OPEN, pane="article", filter="dijk")
    first = step.back(here)
    assert first.pane == "list" and first.filter == "dijk"
    second = step.back(first)
    assert second.pane == "list" and second.filter == ""
    assert step.back(second) is None


def test_filter_order_and_kind_stay_with_another_article():
    here = replace(OPEN, filter="dijk", order="value", kind="money")
    wanted = step.want(here, "café.txt")
    assert (wanted.filter, wanted.order, wanted.kind) == ("dijk", "value", "money")


def test_in_the_panel_only_a_figure_that_is_told_is_chosen():
    figures = tuple(
        replace(figure, kind="money" if at == 1 else "count")
        for at, figure in enumerate(TROOPS_ARTICLE.figures)
    )
    here = replace(OPEN, article=replace(TROOPS_ARTICLE, figures=figures), pane="panel")
    assert step.enter_panel(here).item == Item("figures", 0)
    assert step.enter_panel(replace(here, kind="money")).item == Item("figures", 1)
    assert step.enter_panel(replace(here, kind="age")).item is None


def test_figures_come_one_after_another_and_end():
    here, seen = OPEN, []
    while (found := step.step_item(here, "figures", 1)) is not None:
        here = found
        seen.append(TROOPS[slice(*span(TROOPS_ARTICLE, here.item))])
    assert seen == ["3000", "10.000", "12.000", "8 en 13"]
    assert here.cursor == TROOPS.index("8 en 13") and here.tab == "figures"
    assert step.step_item(here, "figures", -1).item == Item("figures", 2)


def test_from_a_cursor_in_the_text_the_next_claim_is_the_one_after_it():
    here = replace(OPEN, cursor=TROOPS.index("De Oekraïense"))
    assert step.step_item(here, "claims", 1).item == Item("claims", 2)
    assert step.step_item(here, "claims", -1).item == Item("claims", 1)


def test_moving_to_a_line_chooses_what_begins_there():
    start = TROOPS.index("Zelensky ging")
    moved = step.move(OPEN, start, start + 60)
    assert moved.cursor == start and moved.item == Item("figures", 2)
    assert step.move(moved, 0, 10).item is None


def test_a_chosen_item_stays_chosen_on_its_own_line():
    chosen = step.choose(replace(OPEN, tab="actors"), Item("actors", 1, 1))
    at = chosen.cursor
    assert step.move(chosen, at - 5, at + 20).item == Item("actors", 1, 1)


def test_an_actor_goes_from_mention_to_mention_and_round():
    here = step.choose(OPEN, Item("actors", 1))
    assert here.cursor == TROOPS.index("Volodymyr")
    here = step.step_mention(here)
    assert here.cursor == TROOPS.index("zei Zelensky") + 4
    assert step.step_mention(here).cursor == TROOPS.index("Volodymyr")


def test_a_teaser_stands_nowhere_in_the_text():
    here = replace(OPEN, cursor=5)
    assert step.choose(here, Item("related", 0)).cursor == 5


def test_in_the_panel_what_comes_next_after_the_cursor_is_chosen():
    here = replace(OPEN, pane="panel", cursor=TROOPS.index("De Oekraïense"))
    assert step.enter_panel(here).item == Item("figures", 2)
    assert step.enter_panel(replace(here, cursor=len(TROOPS))).item == Item("figures", 3)
    nothing = replace(here, article=TEASERS_ARTICLE)
    assert step.enter_panel(nothing) is nothing


def test_an_article_that_is_read_again_keeps_cursor_and_item_on_their_words():
    here = step.step_item(replace(OPEN, cursor=TROOPS.index("De Oekraïense")), "figures", 1)
    first = TROOPS.split("\n\n")[0]
    again = decided(TROOPS_ARTICLE, {first: "cut", "Kies je regio": "restore"})
    now = step.receive(here, OPEN.key, again, (None, "dijk"))
    assert now.related == (None, "dijk") and again.body[now.cursor :].startswith("12.000 man")
    assert again.figures[now.item.index].text == "12.000"
    gone = decided(TROOPS_ARTICLE, {TROOPS.split("\n\n")[1]: "cut"})
    lost = step.receive(here, OPEN.key, gone)
    assert lost.item is None and gone.body[lost.cursor :].startswith("Ontkenning")


def test_from_a_teaser_one_comes_back_to_the_place_it_was_left_at():
    here = replace(OPEN, pane="panel", tab="related", item=Item("related", 1), cursor=40)
    there = step.follow(here, "dijk.html", (5, 2))
    assert (there.key, there.pane, there.item, there.cursor) == ("dijk.html", "article", None, 0)
    assert there.history[-1].spot == (5, 2)
    back = step.back(there)
    assert replace(back, article=OPEN.article) == here
    assert step.want(there, "café.txt").history == ()


def test_teasers_of_teasers_are_gone_back_to_one_by_one():
    one = step.follow(OPEN, "b", (0, 0))
    two = step.follow(one, "c", (1, 1))
    assert [place.key for place in two.history] == [OPEN.key, "b"]
    assert step.back(two).key == "b" and step.back(step.back(two)).key == OPEN.key
    assert step.follow(one, "b", (0, 0)).history == one.history
