"""Where an article in a dump ends, and the teasers below it with their ages."""

from __future__ import annotations

import pytest
from dump_pages import LAST, LEAD, NEXT, STORY, TITLE, page, titles

from tui.text.article import Article, Related

COW, BRIDGE, SWAN = (
    "Koe zwemt naar overkant",
    "Brug een week dicht voor onderhoud",
    "Zwanen geteld op de Wijde Wetering",
)
TEXT = "De brug bij Ouddijk blijft een week dicht. Fietsers mogen er wel overheen."
OTHER = "OUDDIJK - Een koe is maandag de rivier overgezwommen. Ze staat nu bij de buren."


def below(*tail: str, joint: str = "\n\n") -> Article:
    """The article above a tail; it must be whole."""
    article = page(TITLE, LEAD, NEXT, LAST, *tail, joint=joint)
    assert (article.title, article.body) == (TITLE, STORY)
    return article


@pytest.mark.parametrize(
    "head",
    [
        "Meer uit Dijkhoven",
        "Meer 112-nieuws",
        "Populaire recepten",
        "Ook in het nieuws",
        "Anderen lazen ook",
        "Best gelezen",
        "Meest bekeken",
        "Nieuws uit Dijkhoven",
        "Laatste berichten",
        "Net binnen",
        "Gerelateerd",
        "Bekijk ook",
        "Lees ook:",
        "Meer van deze schrijver",
        "Aan de waterkant",
    ],
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_headlines_under_a_heading_down_to_the_end_are_other_articles(
    head: str, joint: str
) -> None:
    assert titles(below(head, COW, BRIDGE, SWAN, joint=joint)) == [COW, BRIDGE, SWAN]


@pytest.mark.parametrize("mark", ["- ", "• ", "{}. ", "{} ", "» "])
def test_bullets_and_ranks_are_no_part_of_a_title(mark: str) -> None:
    lines = [mark.format(rank) + title for rank, title in enumerate([COW, BRIDGE, SWAN], 1)]
    assert titles(below("Meest gelezen", *lines)) == [COW, BRIDGE, SWAN]


AGES = ["2 u", "3 min", "gisteren", "gisteren 21:40", "12 okt", "12 maart", "ma 14:05",
        "vandaag 09:14", "31 minuten geleden", "een dag geleden", "17 nov 2025"]  # fmt: skip


@pytest.mark.parametrize("age", AGES)
def test_an_age_below_its_teaser_is_kept_with_it(age: str) -> None:
    article = below("Meer nieuws", COW, age, BRIDGE, "3 uur geleden")
    assert article.related == (Related(COW, None, age), Related(BRIDGE, None, "3 uur geleden"))


@pytest.mark.parametrize("age", AGES)
def test_an_age_above_its_teaser_is_kept_with_it(age: str) -> None:
    article = below("Meer nieuws", age, COW, "3 uur geleden", BRIDGE)
    assert article.related == (Related(COW, None, age), Related(BRIDGE, None, "3 uur geleden"))


def test_an_age_between_title_and_text_is_kept_with_them() -> None:
    article = below("Meer nieuws", BRIDGE, "2 uur geleden", TEXT, COW, "gisteren", f"{TEXT} Toch.")
    assert article.related == (
        Related(BRIDGE, TEXT, "2 uur geleden"),
        Related(COW, f"{TEXT} Toch.", "gisteren"),
    )


@pytest.mark.parametrize(
    "glued", [f"{TEXT} 2 uur geleden", f"{TEXT}2 uur geleden", f"{TEXT} - 2 uur geleden"]
)
def test_an_age_glued_to_the_end_of_a_teaser_is_split_off(glued: str) -> None:
    article = below("Meer nieuws", BRIDGE, glued, COW, "gisteren")
    assert article.related[0].age == "2 uur geleden"
    assert article.related[0].text == TEXT


def test_a_day_glued_to_the_next_teaser_is_split_off() -> None:
    article = below("Meer nieuws", OTHER, f"gisteren{OTHER}", "12 okt")
    assert [item.age for item in article.related] == ["gisteren", "12 okt"]


def test_teasers_with_days_end_the_article_under_a_heading_that_nobody_knows() -> None:
    article = below("Aan de waterkant", BRIDGE, TEXT, "2 uur geleden", COW, OTHER, "gisteren")
    assert titles(article) == [BRIDGE, COW]


def test_a_last_teaser_that_breaks_off_is_kept() -> None:
    article = below("Meer nieuws", OTHER, "2 uur geleden", "Zwanen geteld op de Wij")
    assert article.related[-1] == Related("Zwanen geteld op de Wij", None, None)


def test_a_slogan_below_the_teasers_is_none() -> None:
    assert titles(below("Meer nieuws", COW, "2 uur geleden", "Dijkpost. Dichtbij.")) == [COW]


@pytest.mark.parametrize("head", ["Laatste berichten", "Vandaag"])
def test_a_page_of_teasers_with_days_above_them_has_no_article(head: str) -> None:
    lines = ["Dijkpost", "Zoeken", head, "vandaag 09:14", BRIDGE, TEXT, "gisteren 21:40", COW,
             "17 nov", SWAN, f"{TEXT} Toch.", "Volgende pagina »"]  # fmt: skip
    article = page(*lines, joint="\n")
    assert (article.title, article.body) == (None, "")
    assert article.related == (
        Related(BRIDGE, TEXT, "vandaag 09:14"),
        Related(COW, None, "gisteren 21:40"),
        Related(SWAN, f"{TEXT} Toch.", "17 nov"),
    )


def test_comments_end_the_article_and_are_no_teasers() -> None:
    tail = ["Reacties", "Joost K. zegt:", "19 november 2025 om 13:02", "Helemaal eens.",
            "Beantwoorden", "Geef een reactie", "Je e-mailadres blijft geheim."]  # fmt: skip
    assert below(*tail).related == ()


@pytest.mark.parametrize(
    "line", ["Net binnen", "Meest gelezen", "Lees ook", "Meer nieuws", "Bekijk ook"]
)
def test_a_box_of_the_page_in_the_middle_of_a_story_does_not_end_it(line: str) -> None:
    article = page(
        TITLE, LEAD, line, BRIDGE, NEXT, LAST, "Meer uit Dijkhoven", OTHER, "1 uur geleden"
    )
    assert article.title == TITLE
    assert article.body == STORY


def test_a_forecast_by_the_days_of_the_week_is_body() -> None:
    days = ["Vrijdag", NEXT, "Zaterdag", LAST, "Zondag", TEXT]
    article = page(TITLE, LEAD, *days)
    assert article.body.split("\n\n") == [LEAD, *days]


def test_a_programme_with_times_in_a_story_is_body() -> None:
    lines = ["19:30 Opening door de burgemeester", "20:15 Optreden van het shantykoor"]
    article = page(TITLE, LEAD, *lines, NEXT, LAST)
    assert article.body.split("\n\n") == [LEAD, *lines, NEXT, LAST]


@pytest.mark.parametrize(
    "title",
    [
        "Deel Dijkhoven zonder stroom na storm",
        "Volg de rivier en vind de schat van Dijkhoven",
        "Olie weer boven de 80 dollar",
        "Meer koeien in de rivier",
        "Inloggen bij de gemeente lukt niet meer",
    ],
)
def test_a_title_that_begins_like_a_line_of_the_page_is_kept_with_its_text(title: str) -> None:
    article = below("Meer nieuws", COW, OTHER, "1 uur geleden", title, TEXT, "2 uur geleden")
    assert article.related[1] == Related(title, TEXT, "2 uur geleden")


def test_a_last_line_that_opens_as_the_headline_ends_is_body() -> None:
    last = "In Ouddijk zijn volgens bewoners zo'n 300 huizen gebouwd. Er stonden eerst schuren."
    article = page("Eerste nieuwe huizen in Ouddijk", LEAD, NEXT, LAST, last)
    assert article.body.endswith(last)
