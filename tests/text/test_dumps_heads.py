"""The head of a dump: which line is the headline, and what stands around it."""

from __future__ import annotations

import pytest
from dump_pages import LAST, LEAD, NEXT, STORY, TITLE, page, reasons

from tui.text.read import read

CHAPEAU = "Drie dagen lag de kabel op de bodem. Toen kwam de schipper met een plan."
PLAIN = LEAD.removeprefix("DIJKHOVEN (ANP) - ")


@pytest.mark.parametrize(
    "head",
    [
        ["RIVIER", TITLE],
        ["Storm in het land", TITLE],
        [TITLE, TITLE],
        [TITLE, TITLE, TITLE],
        [f"{TITLE} - Dijkpost", f"Home / Nieuws / {TITLE}", "Dijkpost", TITLE],
        ["Door Lies Kamp, Dijkhoven", TITLE],
        ["12 maart 2024", TITLE],
        ["Net binnen", TITLE],
        ["Meest gelezen", "1. Koe zwemt naar overkant", "2. Brug een week dicht", TITLE],
        ["Dijkpost   Voorpagina   Regio   Sport   Meer", TITLE],
        ["Nederlands | English | Deutsch", "8°C", TITLE],
        ["Nu populair: Koe zwemt naar overkant • Brug een week dicht", TITLE],
        ["Voorpagina", "Familieberichten", "Kajuit", "Uit", TITLE],
        ["Probeer de Dijkpost 4 weken voor € 4", "Menu", "Zoek", TITLE],
    ],
)
def test_the_headline_is_found_below_whatever_stands_above_it(head: list[str]) -> None:
    article = page(*head, LEAD, NEXT, LAST)
    assert (article.title, article.body) == (TITLE, STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Lies Kamp",
        "Lies Kamp en Bert Vos",
        "Lies Kamp, Dijkhoven",
        "Van onze verslaggever",
        "Redactie Rivierengebied",
        "Tekst Lies Kamp  Foto’s Bert Vos",
        "OPINIE Door Lies Kamp, veerbaas",
        "Lies Kamp 12 maart 2024 Leestijd: 4 minuten",
        "12 mrt 2024, 06:00 • 3 min lezen",
        "Gepubliceerd: di 12 mrt 2024, 06:15 - Laatst bijgewerkt: di 12 mrt 2024, 09:40",
        "12/03/2024 om 06u15",
        "Voor het laatst bijgewerkt om 09:40",
        "Online sinds 12 maart 2024",
        "3 uur geleden",
        "Leestijd ca. 3 min.",
        "© Bert Vos",
        "FOTO BERT VOS",
        "Getty Images",
        "De pont aan de kade. Foto Bert Vos / Dijkpost",
        "[De pont aan de kade. Beeld Bert Vos]",
        "(De pont aan de kade. Foto: Bert Vos)",
        "De pont aan de kade, maandagochtend\n© Bert Vos",
        "De pont aan de kade\nDe pont aan de kade\nFoto: Bert Vos",
        "Beluister dit artikel",
        "14 reacties",
        "Deel via WhatsApp",
    ],
)
def test_a_line_of_the_page_between_headline_and_lead_is_cut(line: str) -> None:
    article = page(TITLE, line, LEAD, NEXT, LAST)
    assert (article.title, article.body) == (TITLE, STORY)


@pytest.mark.parametrize("line", ["Lies Kamp", "redacteur rivieren", "12 maart 2024, 10:30"])
def test_a_chapeau_is_body_and_the_lines_between_it_and_the_lead_are_not(line: str) -> None:
    article = page(TITLE, CHAPEAU, line, LEAD, NEXT)
    assert article.body == f"{CHAPEAU}\n\n{LEAD}\n\n{NEXT}"


def test_a_subtitle_without_a_full_stop_is_body() -> None:
    subtitle = "Schipper haalt nieuwe kabel van zolder bij touwslager in Lekkerland"
    article = page(TITLE, subtitle, LEAD, NEXT)
    assert (article.title, article.body) == (TITLE, f"{subtitle}\n\n{LEAD}\n\n{NEXT}")


def test_a_headline_in_capitals_is_the_title_where_no_other_is() -> None:
    assert page(TITLE.upper(), LEAD, NEXT).title == TITLE.upper()


def test_a_headline_below_the_first_paragraph_is_the_title() -> None:
    article = page("REPORTAGE", PLAIN, TITLE, NEXT, LAST)
    assert article.title == TITLE
    assert article.body == "\n\n".join([PLAIN, NEXT, LAST])


def test_a_subheading_below_the_lead_of_an_untitled_page_is_no_headline() -> None:
    article = page(PLAIN, "Zware kabel", NEXT, LAST)
    assert article.title is None
    assert "Zware kabel" in article.body


@pytest.mark.parametrize("heading", ["1. Waarom brak de kabel?", "Waarom brak de kabel?"])
def test_a_question_above_the_first_paragraph_is_body(heading: str) -> None:
    article = page(TITLE, CHAPEAU, heading, NEXT, "2. Wie betaalt dat?", LAST)
    assert article.title == TITLE
    assert heading in article.body.split("\n\n")


@pytest.mark.parametrize(
    "banner",
    [
        "Welkom bij de Dijkpost. Wij en onze partners gebruiken cookies om informatie op een"
        " apparaat op te slaan en advertenties te tonen die bij je passen.",
        "JavaScript staat uit in je browser, waardoor deze site niet werkt zoals het hoort.",
        "Sinds de overgang naar RivierNet kun je kiezen uit twee postbussen. Geef je voorkeur op.",
    ],
)
def test_a_banner_of_whole_sentences_above_the_menu_is_cut(banner: str) -> None:
    article = page(banner, "Menu", "Nieuws", TITLE, LEAD, NEXT, LAST)
    assert (article.title, article.body) == (TITLE, STORY)
    assert banner in reasons(article)


def test_a_long_lead_that_speaks_to_the_reader_of_cookies_is_body() -> None:
    lead = (
        "Je kent het wel: je opent een website, en voor je iets kunt lezen vraagt de browser of je"
        " cookies wilt. Vanaf maart mag dat volgens Brussel niet meer op die manier."
    )
    article = page("Brussel wil af van vragen over koekjes", lead, NEXT)
    assert article.body == f"{lead}\n\n{NEXT}"


@pytest.mark.parametrize(
    "title",
    [
        "Open huis bij brandweer trekt 300 bezoekers",
        "Start bouw nieuwe veerpont in mei",
        "Tik op de vingers voor de veerbaas",
        "Portret van een schipper",
        "Mijn vader, mijn schipper",
        "Bommelding per mail legt veerpont plat",
        "Een foto van de pont zorgt voor ophef",
        "Meer koeien in de rivier dan ooit",
        "Kijk uit met het ijs op de rivier",
        "Speel het hard, zegt de schipper",
        "Volg je eigen koers",
        "Deel van Dijkhoven zonder stroom",
        "Webmail van de provincie ligt plat",
        "Welkom op het eiland zonder auto's",
    ],
)
def test_a_headline_that_begins_like_a_line_of_the_page_is_the_title(title: str) -> None:
    article = page("Menu", "Nieuws", title, "Door Lies Kamp", LEAD, NEXT, LAST)
    assert (article.title, article.body) == (title, STORY)


@pytest.mark.parametrize(
    "title",
    [
        "IMO: Olietankers varen vaker onder valse vlag",
        "NS: Vanaf april minder treinen in de spits",
        "KNMI: Code oranje voor het hele land",
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_an_acronym_that_says_something_in_a_headline_is_no_dateline(
    title: str, times: int
) -> None:
    lead = (
        "ROTTERDAM (ANP) - Het duurt nog tot het voorjaar voordat alles weer is zoals het was, is "
        "de verwachting. Tot die tijd geldt een andere regeling."
    )
    article = read("\n\n".join([*[title] * times, lead]).encode(), "a.txt")
    assert (article.title, article.body) == (title, lead)


def test_a_place_with_a_colon_opens_a_story() -> None:
    lead = "MOSKOU: De minister wijst het verzoek af, zo heeft zijn woordvoerder laten weten."
    article = read(f"Minister wijst verzoek af\n\n{lead}".encode(), "a.txt")
    assert (article.title, article.dateline.places) == ("Minister wijst verzoek af", ("MOSKOU",))
