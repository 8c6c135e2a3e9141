"""Dumps that come as records, as mails, out of a text browser, or with their sentences broken."""

from __future__ import annotations

import pytest

from tui.text.read import read

LEAD = (
    "OUDEWATER - De heksenwaag in Oudewater is zaterdag voor het eerst in zestig jaar geijkt."
    " Alle bezoekers bleken twee kilo zwaarder dan hun certificaat beweerde."
)
NEXT = (
    "Waagmeester Hilde Kroon wil de oude papieren niet terugvragen. Volgens haar is iedereen"
    " sindsdien toch al aangekomen, en van heksen is in de stad niets meer vernomen."
)
TITLE = "Heksenwaag Oudewater woog jarenlang te licht"


def page(*parts: str) -> str:
    """The parts as a dump with a blank line between each two."""
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    "head",
    [
        f"Title: {TITLE}\nLink: https://waag.example/1\nDate: Thu, 20 Nov 2025 09:14:00 +0100",
        f"Feed: Waagbode\nTITEL: {TITLE}\nBRON: Waagbode\nCategorie: Regio",
        f"Van: Waagbode <post@waag.example>\nOnderwerp: {TITLE}\nDatum: do 9 okt 2025 06:30",
        f"Onderwerp: {TITLE}\n\n{TITLE}",
    ],
)
def test_the_value_of_a_title_is_the_headline_and_the_other_fields_are_cut(head: str) -> None:
    article = read(page(head, LEAD, NEXT).encode(), "a.txt")
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))


def test_the_records_below_the_first_story_are_other_articles() -> None:
    head = f"Title: {TITLE}\nLink: https://waag.example/1"
    more = "---\nTitle: Touwmuseum krijgt langer touw\nLink: https://waag.example/2"
    article = read(page(head, LEAD, NEXT, more).encode(), "a.txt")
    assert article.body == page(LEAD, NEXT)
    assert [item.title for item in article.related] == ["Touwmuseum krijgt langer touw"]


def test_a_line_of_the_story_that_looks_like_a_field_stays() -> None:
    facts = "Locatie: de Leeuweringerstraat."
    article = read(page(TITLE, LEAD, facts, NEXT).encode(), "a.txt")
    assert article.body == page(LEAD, facts, NEXT)


def test_what_a_text_browser_adds_is_cut() -> None:
    source = page(
        "   [1]Spring naar inhoud [2]Menu [3]Zoeken",
        "   * [4]Nieuws\n   * [5]Weer",
        f"   {TITLE}",
        "   (BUTTON) Deel (BUTTON) Bewaar",
        f"   {LEAD}",
        f"   {NEXT}",
        "   Lees ook\n\n   * [6]Touwmuseum krijgt langer touw",
        "   References\n\n   1. https://waag.example/\n   2. https://waag.example/menu",
    )
    article = read(source.encode(), "a.txt")
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))
    assert [item.title for item in article.related] == ["Touwmuseum krijgt langer touw"]


def test_a_sentence_of_which_a_link_was_set_apart_is_one_paragraph() -> None:
    broken = (
        "De weegschaal werd hersteld door meesterijker\nBram van der Plas\n, die er drie weken"
        " over deed en een muizennest vond."
    )
    article = read(page(TITLE, LEAD, broken, NEXT).encode(), "a.txt")
    assert article.body == page(LEAD, " ".join(broken.split("\n")), NEXT)


def test_a_headline_on_two_lines_is_one() -> None:
    source = page("Heksenwaag in Oudewater woog\njarenlang veel te licht", LEAD, NEXT)
    article = read(source.encode(), "a.txt")
    assert article.title == "Heksenwaag in Oudewater woog jarenlang veel te licht"


def test_a_headline_that_stands_twice_on_one_line_is_cut_once() -> None:
    article = read(page(f"{TITLE} {TITLE}", LEAD, NEXT).encode(), "a.txt")
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))


def test_a_space_that_does_not_break_is_a_space() -> None:
    source = page(TITLE.replace(" ", "\N{NO-BREAK SPACE}", 1), LEAD, NEXT)
    assert read(source.encode(), "a.txt").title == TITLE
