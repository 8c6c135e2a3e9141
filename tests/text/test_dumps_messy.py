"""Lines around and inside a story that no two sites word alike, told by their build."""

from __future__ import annotations

import pytest
from test_dumps_records import LEAD, NEXT, TITLE, page

from tui.text.boilerplate import words
from tui.text.read import read
from tui.text.stamped import is_menu, is_stamped
from tui.text.tails import is_row

LAST = (
    "De gemeente laat de waag voortaan elk voorjaar nameten. Dat kost 340 euro per keer, wat"
    " volgens de wethouder minder is dan een nieuwe toren."
)


@pytest.mark.parametrize(
    ("text", "stamped"),
    [
        ("Regio | Door Jans Vermeer | 07-10-2025 | 09:00", True),
        ("112 • 3 dagen geleden • Redactie", True),
        ("Redactie regio 18 nov 2025, 11:05", True),
        ("Jans Vermeer 11 april, 16:40", True),
        ("Nieuws - 20-11-2025 - Jans Vermeer", True),
        ("Brug na 3 maanden weer open voor verkeer", False),
        ("Marktplein sinds 12 mei 2024 een zandbak", False),
        ("De brug ging op 3 mei 2024 open.", False),
    ],
)
def test_a_line_of_a_moment_and_names_is_a_stamp(text: str, stamped: bool) -> None:
    assert is_stamped(text, words()) is stamped


@pytest.mark.parametrize(
    ("text", "menu"),
    [
        ("Home Zoeken Podcasts Contact", True),
        ("Jan Piet Joris Corneel", False),
        ("Nieuws over de waag", False),
    ],
)
def test_a_row_of_entries_is_a_menu(text: str, menu: bool) -> None:
    assert is_menu(text, words()) is menu


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Goes - Veere 4-0", True),
        ("Waag NV 38,15 -14,02%", True),
        ("Zo werd Goes de stad van 2025", False),
        ("Vijf tips voor thuis", False),
    ],
)
def test_a_row_of_a_table_is_told_from_a_headline(text: str, row: bool) -> None:
    assert is_row(text) is row


@pytest.mark.parametrize(
    "line",
    [
        "Abonnee worden? Lees nu 6 weken voor € 12",
        "Log in om verder te lezen of neem een abonnement",
        "Steun ons werk! Word lid voor € 25 per jaar",
        "Er is een fout opgetreden bij het laden van dit bericht",
        "Tweet wordt geladen...",
        "Geluidsfragment afspelen 0:42",
        "Bereken uw gewicht met onze rekenhulp",
        "--------------------------------",
        "312 stemmen",
        "Wat denkt u?\n\nEens   Oneens",
        "Is de waag eerlijk?\n\nJa\n\nNee\n\nGeen mening",
    ],
)
def test_a_call_in_mid_text_is_cut(line: str) -> None:
    calls = line if "Wat denkt" not in line else "Eens   Oneens"
    article = read(page(TITLE, LEAD, calls, NEXT, LAST).encode(), "a.txt")
    assert article.body == page(LEAD, NEXT, LAST)


@pytest.mark.parametrize(
    "line",
    [
        "Noot voor de redactie (niet voor publicatie)",
        "(einde)",
        "(WGB)",
        "Fout opgemerkt? Laat het ons weten via fouten@waag.example",
        "Was deze informatie nuttig?  Ja / Nee",
        "Lees alle columns van Jans Vermeer",
        "Jans Vermeer is wetenschapsjournalist en weegt zelf 71 kilo.",
        "Maak een gratis account aan of log in.\n\n- Digitaal, € 2,25 per week",
        "Re: Heksenwaag\n\nGeplaatst door Ot op zo 12 okt 2025 08:02\n\nMooi zo!",
    ],
)
def test_what_stands_below_the_last_paragraph_is_cut(line: str) -> None:
    article = read(page(TITLE, LEAD, NEXT, LAST, line).encode(), "a.txt")
    assert article.body == page(LEAD, NEXT, LAST)


@pytest.mark.parametrize(
    "last",
    [
        "Zaterdag volgt de keuring van de stadspomp, met een rondgang voor allen over de Markt.",
        "De minister schrijft in een brief dat hij voor de zomer over de waag wil beslissen.",
        "Hilde Kroon is sinds 2009 waagmeester en schrijft elke week haar eigen gewicht op.",
        "Scheidsrechter: Van der Kolk. Toeschouwers: 5870. Gele kaart: Roelofs en Smit.",
    ],
)
def test_a_last_paragraph_with_such_words_is_the_story(last: str) -> None:
    article = read(page(TITLE, LEAD, NEXT, last).encode(), "a.txt")
    assert article.body == page(LEAD, NEXT, last)


@pytest.mark.parametrize(
    "head",
    [
        "Waagbode - al het nieuws uit de Lopikerwaard",
        "Home > Nieuws > Oudewater",
        "Waagbode → Actueel → Markt",
        "Waagbode Live   [ zoeken ]   Uitslagen   Video",
        "Regio - 20-11-2025 - Jans Vermeer",
    ],
)
def test_a_line_of_the_site_above_the_headline_is_not_taken_for_it(head: str) -> None:
    article = read(page(head, TITLE, LEAD, NEXT).encode(), "a.txt")
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))
    untitled = read(page(head, LEAD, NEXT).encode(), "a.txt")
    assert (untitled.title, untitled.body) == (None, page(LEAD, NEXT))


def test_a_headline_in_the_words_of_a_page_is_known_by_its_lead() -> None:
    title = "In beeld: heksenwaag Oudewater geijkt"
    article = read(page("Waagbode", title, LEAD, NEXT).encode(), "a.txt")
    assert (article.title, article.body) == (title, page(LEAD, NEXT))


def test_numbers_on_their_own_lines_part_the_most_read() -> None:
    tail = "Meest gelezen\n1\nTouwmuseum krijgt langer touw\n2\nKoe valt van brug en loopt door"
    article = read(page(TITLE, LEAD, NEXT, tail).encode(), "a.txt")
    assert [item.title for item in article.related] == [
        "Touwmuseum krijgt langer touw",
        "Koe valt van brug en loopt door",
    ]


def test_ranked_headlines_above_the_headline_are_teasers() -> None:
    top = "Meest gelezen\n\n1. Touwmuseum krijgt langer touw\n\n2. Koe valt van brug en loopt door"
    article = read(page("Waagbode", top, TITLE, LEAD, NEXT).encode(), "a.txt")
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))
    assert len(article.related) == 2


def test_the_hour_of_an_update_is_cut_from_its_sentence() -> None:
    update = "De nieuwe gewichten zijn zojuist per bakfiets op de Markt aangekomen."
    article = read(page(TITLE, LEAD, f"22.48 uur {update}", NEXT).encode(), "a.txt")
    assert article.body == page(LEAD, update, NEXT)


def test_items_with_a_call_to_read_on_make_an_index() -> None:
    item = "{} Kop van bericht nummer zoveel\n\nHier staat de korte tekst ervan.\n\nLees verder »"
    article = read(page(*(item.format(f"{n}.") for n in (1, 2, 3))).encode(), "a.txt")
    assert (article.title, article.body, len(article.related)) == (None, "", 3)
