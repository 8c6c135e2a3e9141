"""`n` and `N` go through what was searched for: in the article, and on to the next article."""

from __future__ import annotations

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import CAFE_ARTICLE, DIKE_ARTICLE, TROOPS_ARTICLE, FakeLibrary, article
from tui.screens.narrowing import about_found, about_place, sought, starred, unread
from tui.store.query import parse
from tui.store.views import View, ids_of

TROOPS, CAFE, DIKE = TROOPS_ARTICLE.path, CAFE_ARTICLE.path, DIKE_ARTICLE.path
EEN = ["s", *"een ", "enter"]
"""A word three times in the first article, once in the second and thirty times in the third."""


def hit(reader) -> str:
    """What is marked as the hit the reader is on."""
    here = reader.session
    assert here.article is not None and here.hit is not None
    return here.article.body[slice(*here.hits[here.hit])]


def told(reader) -> str:
    return reader.text().split("\n")[-1].strip()


async def test_n_goes_through_an_article_and_on_to_the_next(reading):
    async with reading() as reader:
        await reader.keys(*EEN)
        seen = []
        for _ in range(5):
            await reader.keys("n")
            assert hit(reader) == "een" and reader.session.pane == "article"
            seen.append((reader.session.key, told(reader)))
        assert seen == [
            (TROOPS, "hit 1 of 3 · article 1 of 4"),
            (TROOPS, "hit 2 of 3 · article 1 of 4"),
            (TROOPS, "hit 3 of 3 · article 1 of 4"),
            (CAFE, "hit 1 of 1 · article 2 of 4"),
            (DIKE, "hit 1 of 30 · article 3 of 4"),
        ]
        assert reader.desk.articles.entry.key == DIKE


async def test_N_comes_back_to_the_last_hit_of_the_article_before(reading):
    async with reading() as reader:
        await reader.keys(*EEN, "n", "n", "n", "n", "N")
        assert told(reader) == "hit 3 of 3 · article 1 of 4" and hit(reader) == "een"
        assert reader.place.startswith("een gewone oefening")
        await reader.keys("N", "N", "N")
        assert "This was the first hit." in reader.text() and reader.session.key == TROOPS


async def test_past_the_last_hit_of_the_last_article_that_is_told(reading):
    async with reading() as reader:
        await reader.keys("s", *"haven ", "enter", "n", "n")
        assert hit(reader) == "haven" and "This was the last hit." in reader.text()


async def test_what_was_searched_for_is_marked_in_the_article_as_one_types(reading):
    async with reading() as reader:
        await reader.keys("s", *"zelen")
        assert len(reader.session.hits) == 2 and reader.session.hit is None
        marked = [
            segment.text
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.reverse and "Zelen" in segment.text
        ]
        assert marked == ["Zelensky", "Zelensky"]
        await reader.keys("escape")
        assert reader.session.hits == ()


async def test_a_number_is_marked_however_it_is_written(reading):
    async with reading() as reader:
        await reader.keys("s", *"12000 ", "enter", "n")
        assert hit(reader) == "12.000"
        await reader.keys("/", *"10000", "enter")
        assert hit(reader) == "10.000"


async def test_what_is_found_in_the_article_goes_before_the_search_until_it_is_taken_off(reading):
    async with reading() as reader:
        await reader.keys(*EEN, "n", "/", *"rutte", "enter")
        assert hit(reader) == "Rutte" and told(reader) == "/rutte · 1 of 1"
        await reader.keys("n")
        assert reader.session.key == TROOPS and hit(reader) == "Rutte"
        await reader.keys("escape")
        assert reader.session.pane == "article" and len(reader.session.hits) == 3
        await reader.keys("N")
        assert hit(reader) == "een" and told(reader).startswith("hit 3 of 3")
        await reader.keys("q", "q")
        assert reader.session.filter == "" and reader.session.hits == ()


async def test_escape_out_of_the_line_to_find_in_brings_the_hits_of_the_search_back(reading):
    async with reading() as reader:
        await reader.keys(*EEN, "n", "/", *"rutte", "escape", "n")
        assert hit(reader) == "een" and told(reader) == "hit 2 of 3 · article 1 of 4"


async def test_an_article_with_the_word_in_its_headline_alone_is_stopped_at(reading):
    pages = (
        article("a.txt", "Brug dicht", "De brug gaat dicht."),
        article("b.txt", "Brug open", "Hij is weer open."),
        article("c.txt", "Nog een brug", "Een brug bij Urk."),
    )
    async with reading(library=FakeLibrary(pages, broken=False)) as reader:
        await reader.keys("s", *"brug ", "enter", "n", "n")
        assert reader.session.key == "b.txt"
        assert told(reader) == "no hit in the text · article 2 of 3"
        await reader.keys("n")
        assert reader.session.key == "c.txt" and hit(reader) == "brug"
        await reader.keys("N")
        assert reader.session.key == "b.txt"


async def test_a_list_that_comes_before_the_article_does_not_forget_where_to_go(reading):
    pages = (
        article("a.txt", "Brug dicht", "De brug gaat dicht."),
        article("b.txt", "Brug open", "Een brug bij Urk."),
    )
    library = FakeLibrary(pages, broken=False)
    async with reading(library=library) as reader:
        await reader.keys("s", *"brug ", "enter", "n")
        library.hold.clear()
        await reader.pilot.press("n")
        assert reader.session.key == "b.txt" and reader.session.article is None
        reader.desk.list_came()
        library.hold.set()
        await reader.settle()
        assert hit(reader) == "brug" and reader.place == "brug bij Urk."


async def test_a_page_that_cannot_be_read_holds_nobody_up(reading):
    pages = (article("a.txt", "Brug", "De brug is stuk."),)
    async with reading(library=FakeLibrary(pages)) as reader:
        await reader.keys("s", *"brug OR stuk ", "enter", "n", "n", "n")
        assert reader.session.key == "stuk.bin" and reader.session.problem
        await reader.keys("n")
        assert "This was the last hit." in reader.text()
        await reader.keys("N")
        assert reader.session.key == "a.txt" and hit(reader) == "stuk"


async def test_from_an_article_the_search_leaves_out_n_goes_to_the_one_at_the_cursor(reading):
    async with reading() as reader:
        await reader.keys("enter", "b", "q", "s", *"haven ", "enter", "B", "enter")
        assert reader.session.key == TROOPS
        await reader.keys("n")
        assert reader.session.key == CAFE and told(reader) == "hit 1 of 1 · article 1 of 1"


@pytest.mark.parametrize("search", [[], ["s", *"date:2024", "enter"], ["s", *"-kind:age", "enter"]])
async def test_without_words_to_go_to_n_says_how_to_get_some(reading, search):
    async with reading() as reader:
        await reader.keys(*search, "n")
        assert "Nothing to find yet: / and some words; s in all articles." in reader.text()


async def test_keys_pressed_faster_than_articles_come_end_at_a_hit(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", *"haven OR dijkgraaf ", "enter", "n")
        assert reader.session.key == CAFE
        library.hold.clear()
        for _ in range(3):
            await reader.pilot.press("n")
        library.hold.set()
        await reader.settle()
        assert reader.session.key == DIKE and hit(reader) == "dijkgraaf"


async def test_in_a_long_article_the_words_are_found_off_the_screen(reading):
    long = article("lang.txt", "Lang", "Zand en klei. " * 2_000 + "Een brug van zand.")
    short = article("kort.txt", "Kort", "Alleen zand.")
    library = FakeLibrary((short, long), broken=False)  # it answers in threads alone
    async with reading(library=library) as reader:
        await reader.keys("s", *"zand brug OR alleen ", "enter", "n", "n", "n")
        assert reader.session.key == "lang.txt" and hit(reader) == "Zand"
        assert told(reader) == "hit 1 of 2.002 · article 2 of 2"
        assert library.sought_in == ["lang.txt"]
        await reader.keys("N")
        assert reader.session.key == "kort.txt" and hit(reader) == "zand"


async def test_other_words_are_marked_when_another_search_is_typed(reading):
    async with reading() as reader:
        await reader.keys(*EEN, "n", "s", *"moskou ", "enter", "n")
        assert hit(reader) == "Moskou" and told(reader) == "hit 1 of 1 · article 1 of 1"


@pytest.mark.parametrize(
    "found, shown, narrow, told",
    [
        (43, 43, False, "43 of 31.204"),
        (43, 41, False, "43 of 31.204 · 2 copies folded"),
        (1200, 1199, False, "1.200 of 31.204 · 1 copy folded"),
        (43, 41, True, "43 of 31.204"),
        (0, 0, False, "0 of 31.204"),
    ],
)
def test_how_many_are_found_and_folded_is_told_where_there_is_room(found, shown, narrow, told):
    view = View(ids_of(list(range(shown))), found, 31_204)
    assert about_found(view, narrow) == told
    assert about_found(view._replace(whole=False)) == f"{told.split(' · ')[0]}"


@pytest.mark.parametrize(
    "hit, hits, place, told",
    [
        (1, 5, 2, "hit 2 of 5 · article 3 of 1.043"),
        (None, 0, 2, "no hit in the text · article 3 of 1.043"),
        (0, 1, None, "hit 1 of 1"),
    ],
)
def test_the_place_among_all_that_was_found_is_told(hit, hits, place, told):
    assert about_place(hit, hits, place, 1043) == told


@pytest.mark.parametrize(
    "text, star",
    [
        ("troep", "troep*"),
        ("troep*", "troep*"),
        ("speaker:rutte", "speaker:rutte"),
        ("kind:money", "kind:money"),
        ("(dijk)", "(dijk)"),
        ("", ""),
    ],
)
def test_a_star_is_put_only_where_it_says_something(text, star):
    assert starred(text) == star


def test_of_what_was_searched_for_only_the_unread_is_looked_for():
    assert unread(None) == parse("is:unread")
    assert unread(parse("dijk OR kade")) == parse("(dijk OR kade) is:unread")


def test_without_words_nothing_is_marked_in_the_text():
    assert sought(None, "De dijk.") == sought(parse("figure:>3 -dijk"), "De dijk.") == ()
    assert sought(parse("dijk"), "De dijk.") == ((3, 7),)


@pytest.mark.parametrize(
    "query, found, words",
    [
        ("figure:>9000", ["10.000", "12.000"], "10.000 worden"),
        ("noun:militairen", ["3000"], "ongeveer 3000 militairen"),
        ("actor:rutte", ["Mark Rutte"], "NAVO-chef Mark Rutte heeft"),
        ("stance:denied", ["dat er buitenlandse soldaten meedoen"], "Moskou spreekt tegen"),
        ("speaker:zelensky", ["Dit is een tweede staat die meevecht"], "Dit is een tweede staat"),
        ("actor:zelensky figure:12000", ["12.000"], "12.000 man"),
    ],
)
async def test_n_goes_through_the_figures_claims_and_actors_that_fit(reading, query, found, words):
    async with reading() as reader:
        await reader.keys("s", *query, "enter")
        context = reader.desk.articles.entry.context
        assert words in context.text
        assert [context.text[slice(*span)] for span in context.spans][:1] == found[:1]
        assert reader.desk.articles.tall == 4  # a line of the context under each row
        for number, text in enumerate(found):
            await reader.keys("n")
            assert hit(reader) == text and reader.place.startswith(text)
            assert told(reader) == f"hit {number + 1} of {len(found)} · article 1 of 1"


ZAND = tuple(article(f"{name}.txt", name, f"Veel {name} en zand.") for name in "abcd")


async def test_after_enter_n_begins_in_the_first_row_though_another_article_stays_open(reading):
    async with reading(library=FakeLibrary(ZAND, broken=False)) as reader:
        await reader.keys("j", "j", "s", *"zand ", "enter")
        assert reader.session.key == "c.txt"
        await reader.keys("n")
        assert reader.session.key == "a.txt" and hit(reader) == "zand"
        assert told(reader) == "hit 1 of 1 · article 1 of 4"


async def test_who_moves_after_enter_goes_on_from_there_and_is_told_what_was_not_passed(reading):
    async with reading(library=FakeLibrary(ZAND, broken=False)) as reader:
        await reader.keys("s", *"zand ", "enter", "j", "j", "n", "n")
        assert reader.session.key == "d.txt"
        await reader.keys("n")
        assert told(reader) == "This was the last hit; 2 articles above were not passed."
        for key in "NNnnn":
            await reader.keys(key)
        assert told(reader) == "This was the last hit; 1 article above was not passed."


async def test_a_hit_of_a_search_before_is_not_marked_when_it_comes_late(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("s", *"actor:rutte", "enter")
        library.hold.clear()
        reader.desk._in_sight = None
        reader.desk.list_came()
        library.hold.set()
        reader.desk.narrow("date:2024-10")
        await reader.settle()
        assert reader.session.hits == ()


@pytest.mark.parametrize(
    "name, width, height",
    [("hits-120", 120, 24), ("hits-80", 80, 24), ("hits-40", 40, 12)],
)
async def test_a_hit_in_the_article_looks_as_it_did(reading, name, width, height):
    async with reading(width, height) as reader:
        await reader.keys(*EEN, "n", "n")
        same_as_saved(name, reader.text())
