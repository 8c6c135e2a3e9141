"""From hit to hit: of what is to be found in the article, or of a search in the corpus."""

from dataclasses import replace

import pytest

from tests.app.papers import CAFE_ARTICLE, TROOPS, TROOPS_ARTICLE
from tui import hits
from tui import session as step
from tui.finding import search
from tui.session import Session

OPEN = Session(key=TROOPS_ARTICLE.path, article=TROOPS_ARTICLE, pane="article")
ZELENSKY = search(TROOPS, "Zelensky")
SOUGHT = hits.seek(OPEN, ZELENSKY)


def test_finding_begins_at_the_cursor_and_goes_round():
    here = hits.find(OPEN, "rusland", 200)
    assert len(here.hits) == 1 and here.hit == 0
    here = hits.find(OPEN, "de", 0)
    last = here
    for _ in here.hits:
        last = hits.step_hit(last, 1)
    assert last.hit == here.hit
    assert hits.step_hit(here, -1).hit == len(here.hits) - 1


def test_after_reading_on_the_next_hit_is_the_one_after_the_cursor():
    here = replace(hits.find(OPEN, "de", 0), cursor=300)
    after = hits.step_hit(here, 1)
    before = hits.step_hit(here, -1)
    assert after.cursor >= 300 > before.cursor
    assert after.hit == before.hit + 1


def test_what_is_not_found_leaves_the_cursor():
    here = hits.find(replace(OPEN, cursor=7), "zeppelin", 7)
    assert (here.hits, here.hit, here.cursor) == ((), None, 7)
    assert hits.step_hit(here, 1) is here


def test_what_the_corpus_was_searched_for_is_gone_through_from_end_to_end():
    assert SOUGHT.hits == ZELENSKY and SOUGHT.hit is None and len(ZELENSKY) == 2
    here, seen = SOUGHT, []
    while (found := hits.step_sought(here, 1)) is not None:
        here = found
        seen.append((here.hit, here.cursor))
    assert seen == [(0, ZELENSKY[0][0]), (1, ZELENSKY[1][0])]
    assert hits.step_sought(hits.step_sought(here, -1), -1) is None


@pytest.mark.parametrize("by, hit", [(1, 0), (-1, 1)])
def test_an_article_is_entered_at_its_first_hit_or_at_its_last(by, hit):
    assert hits.end_hit(SOUGHT, by).cursor == ZELENSKY[hit][0]
    assert hits.end_hit(OPEN, by) is OPEN and hits.step_sought(OPEN, by) is None


def test_what_is_to_be_found_in_the_article_goes_before_what_was_sought():
    here = hits.find(SOUGHT, "soldaten", 0)
    assert [TROOPS[a:b] for a, b in here.hits] == ["soldaten"]
    other = hits.seek(here, search(TROOPS, "Moskou"))
    assert other.hits == here.hits and other.hit == here.hit
    back = step.back(other)
    assert back.query == "" and [TROOPS[a:b] for a, b in back.hits] == ["Moskou"]
    assert hits.find(other, "", 0).hits == back.hits == other.sought


def test_other_words_sought_begin_before_the_first_hit():
    here = hits.step_sought(SOUGHT, 1)
    assert hits.seek(here, ZELENSKY) is here
    assert hits.seek(here, ZELENSKY[:1]).hit is None


def test_an_article_that_comes_is_marked_with_what_was_sought_in_it():
    wanted = step.want(SOUGHT, "café.txt")
    assert wanted.sought == wanted.hits == ()
    told = hits.seek(wanted, ((4, 8),))
    assert step.receive(told, "café.txt", CAFE_ARTICLE).hits == ((4, 8),)
