"""Portals and apps: their questions to the reader, their calls, and the ages of their teasers."""

from __future__ import annotations

import textwrap

import pytest
from test_dumps_records import LEAD, NEXT, TITLE, page

from tui.text.article import Article, Related
from tui.text.boilerplate import words
from tui.text.read import read
from tui.text.stamped import is_stamped


def look(*parts: str) -> Article:
    return read(page(*parts).encode(), "a.txt")


@pytest.mark.parametrize(
    "banner",
    [
        "Welke postbus wil je openen?\n\nVanaf juni heeft Lopiknet er twee. Kies hieronder eenmalig"
        " welke van de twee je voortaan wilt zien.\n\nLopik Post | Lopik Groot",
        "Post\n\nMet welke mailbox werkt u?\n\nU hebt er sinds kort twee. Geef hier aan welke u"
        " bij het volgende bezoek wilt openen.\n\nOud\n\nNieuw",
        "In welke regio woon je?\n\nStel nu je voorkeur in, dan tonen we het nieuws uit je buurt"
        " en van de polder eromheen.\n\nLopik - Benschop - Polsbroek",
    ],
)
def test_a_question_of_the_portal_above_the_headline_is_a_banner(banner: str) -> None:
    article = look(banner, TITLE, "vrijdag 7 november 2025 16:42", LEAD, NEXT)
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))


def test_a_banner_above_nothing_but_teasers_is_no_article() -> None:
    banner = "Welke postbus wil je openen?\n\nKies hieronder eenmalig welke je voortaan wilt zien."
    teasers = (
        f"{TITLE}\n\n{LEAD}\n\n4 minuten geleden\nKoe valt van brug\n\n{NEXT}\n\n1 uur geleden"
    )
    article = look(banner, "Het laatste nieuws", teasers)
    assert (article.title, article.body, len(article.related)) == (None, "", 2)


@pytest.mark.parametrize(
    "call",
    [
        "Niets missen uit de polder? Download de gratis app van Omroep Lopik.",
        "Altijd weten waar het stormt? Installeer de weerapp",
        "Download de nieuwsapp",
        "Nieuws in je WhatsApp? Stuur 'waag aan' naar 06-12345678",
        "Zet meldingen aan en mis geen nieuws uit jouw polder.",
        "Schakel pushberichten in voor het laatste uit Lopik",
        "Bericht op X – de inhoud kan niet worden weergegeven. Pas je cookie-instellingen aan.",
        "Video van YouTube: deze inhoud is geblokkeerd",
        "Instagram-bericht niet meer beschikbaar",
        "Meldingen krijgen over Lopik?",
        "< 1 2 3 >",
        "12x gedeeld 4 reacties Bewaar",
        "3 reacties · 40 keer gedeeld · Delen",
    ],
)
def test_a_call_or_a_count_in_the_middle_is_cut(call: str) -> None:
    assert look(TITLE, LEAD, call, NEXT).body == page(LEAD, NEXT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie de weerapp downloadt, ziet volgens Kroon ook hoe zwaar de regen is die er valt.",
        "Het bericht op X kreeg in een nacht 12.000 reacties, en geen daarvan ging over heksen.",
        "De waag werd dit jaar 400 keer bezocht, vooral door mensen met een volle boodschappentas.",
    ],
)
def test_a_sentence_about_apps_and_counts_is_the_story(sentence: str) -> None:
    assert look(TITLE, LEAD, sentence, NEXT).body == page(LEAD, sentence, NEXT)


@pytest.mark.parametrize(
    "stamp",
    [
        "Jans Vermeer\t3 sep 2025\tLeestijd: 4 min.",
        "(jve) • 18/09/2025 om 14:27",
        "Jans Vermeer | 3 sep 2025 | 4 min. leestijd",
    ],
)
def test_a_line_of_who_and_when_under_the_headline_is_cut(stamp: str) -> None:
    article = look(TITLE, stamp, LEAD, NEXT)
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT))


def test_words_in_brackets_beside_a_year_make_no_stamp() -> None:
    assert is_stamped("(jve) • 18/09/2025 om 14:27", words())
    assert not is_stamped("De waag (toen nog van hout en touw) brandde in 1925 af", words())


def test_headlines_with_their_age_in_brackets_make_an_index() -> None:
    items = [
        ("Heksenwaag krijgt nieuwe gewichten", "3 u", "De oude gaan naar het museum."),
        ("Koe loopt door de winkelstraat", "gisteren", "Zij kocht niets."),
        ("Touwmuseum zoekt nog meer touw", "2 dagen", "Er is 40 meter te kort."),
    ]
    lines = [line for title, age, text in items for line in (f"{title} ({age})", text)]
    pager, tags = "« Vorige 1 2 3 ... 9 Volgende »", "Populaire onderwerpen: heksen, touw, koeien"
    article = look("\n".join(["Waagbode", *lines, pager, tags]))
    assert (article.title, article.body) == (None, "")
    assert article.related == tuple(Related(title, text, age) for title, age, text in items)


def test_subheads_with_a_length_in_brackets_stay_in_the_story() -> None:
    films = [f"{name} van de waag (9{n} min)" for n, name in enumerate(("Heks", "Touw", "Koe"))]
    parts = [part for film in films for part in (film, NEXT)]
    assert look(TITLE, LEAD, *parts).body == page(LEAD, *parts)


def test_the_ages_of_teasers_are_split_off_behind_a_mark_and_in_mid_line() -> None:
    marked = (
        "Brug bij Lopik weer open · 14 u\nDijk bij Lopik weer dicht | 12:30\n"
        "Koe gevonden in Polsbroek · gisteren"
    )
    dated = "Touw in museum gestolen · 12 jan"
    glued = "Geit eet stembiljet op2 uur geledenMolen draait weer na storm3 uur geleden"
    article = look(TITLE, LEAD, NEXT, f"Meer Lopik\n\n{marked}\n{dated}", f"Net binnen\n{glued}")
    assert article.body == page(LEAD, NEXT)
    assert [(item.title, item.age) for item in article.related] == [
        ("Brug bij Lopik weer open", "14 u"),
        ("Dijk bij Lopik weer dicht", "12:30"),
        ("Koe gevonden in Polsbroek", "gisteren"),
        ("Touw in museum gestolen", "12 jan"),
        ("Geit eet stembiljet op", "2 uur geleden"),
        ("Molen draait weer na storm", "3 uur geleden"),
    ]


def test_a_question_in_quotation_marks_is_the_title_of_a_teaser() -> None:
    foot = "De Waagbode is niet aansprakelijk voor wat u met deze gewichten doet."
    titles = ["Vijf heksen over de nieuwe waag", "'Ik heb mijn bezem verkocht, en wat nu?'"]
    article = look(TITLE, LEAD, NEXT, "Meer over dit onderwerp", "\n".join(titles), foot)
    assert [item.title for item in article.related] == titles
    assert article.body == page(LEAD, NEXT)


def test_the_name_of_a_site_over_its_menu_is_no_headline() -> None:
    article = look("Waagplein24", "Terug", LEAD, NEXT)
    assert (article.title, article.body) == (None, page(LEAD, NEXT))


def test_paragraphs_indented_after_they_were_wrapped_are_put_together() -> None:
    last = (
        "De gemeente laat de waag voortaan elk voorjaar nameten door een bedrijf uit Gouda. Dat"
        " kost 340 euro per keer, en dat is volgens de wethouder minder dan een nieuwe toren."
    )
    texts = [f"    {textwrap.fill(text, 72)}" for text in (LEAD, NEXT, last)]
    article = look("\n".join([TITLE, *texts]))
    assert (article.title, article.body) == (TITLE, page(LEAD, NEXT, last))


def test_an_opinion_opens_above_its_headline_and_its_writer_is_named_below() -> None:
    chapeau = "Wie een heks wil wegen, moet eerst zijn waag ijken, betoogt oud-meester Karin Blom."
    title = "Geef de waag terug aan de stad"
    bio = "Karin Blom was van 2006 tot 2020 meester van de waag in Woerden."
    article = look(chapeau, title, LEAD, NEXT, bio)
    assert (article.title, article.body) == (title, page(chapeau, LEAD, NEXT))
    told = look(chapeau, title, LEAD, NEXT, "Volgens Blom is het nog niet te laat.", bio)
    assert told.body.endswith(bio)


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("De Grote Zaanse Bode schrijft dat de waag in mei open gaat.", True),
        ("The Lock Keeper schrijft deze week dat de waag over een jaar open gaat.", True),
        ("Sluiswachter Kees Blok was maandag in Gouda. Zo blijft er, schrijft hij, water.", True),
        ("Vrienden Van Sluizen is bezorgd om de journalisten die er werkten.", True),
        ("Karin Blom schrijft voor deze krant over hoe steden groeien.", False),
        ("Karin Blom is journalist en schrijft over kunst.", False),
        ("Karin Blom en Kees Wals zijn journalisten.", False),
    ],
)
def test_what_a_newspaper_writes_at_the_end_is_no_line_about_its_writer(
    last: str, kept: bool
) -> None:
    assert look(TITLE, LEAD, NEXT, last).body.endswith(last) is kept
