"""Text dumps of news pages: the article comes out, the page around it goes."""

from __future__ import annotations

import pytest

from tui.text.article import Article, Related
from tui.text.read import read

BANNER = """Webmail

Kies je webmail

Omdat Kustnet naast Zilverpost een tweede webmail aanbiedt, vragen we welke van de twee je wilt.
"""
TITLE = "Oesterkweker vindt 300 jaar oud anker"
LEAD = (
    "YERSEKE (ANP) - Een oesterkweker heeft op zijn perceel een anker uit de bodem gehaald. Het"
    " weegt volgens hem 400 kilo en lag onder een halve meter slib."
)
NEXT = (
    "Het museum in het dorp wil het anker graag hebben, maar de kweker twijfelt nog. Eerst moet het"
    " een jaar lang in zoet water liggen, zegt de conservator."
)
STORY = f"{LEAD}\n\n{NEXT}"
TEASER = "GOES (ANP) - In een schuur zijn 20 kisten vuurwerk gevonden. De eigenaar is gehoord."
OTHER = "THOLEN - De brug bij Tholen blijft tot vrijdag dicht. Fietsers mogen er wel overheen."


def page(*parts: str, joint: str = "\n\n") -> Article:
    """The article in a dump of these parts."""
    return read(joint.join(parts).encode(), "pagina.txt")


def reasons(article: Article) -> dict[str, str | None]:
    """What was stripped, by its text."""
    return {piece.text: piece.reason for piece in article.stripped}


def is_the_story(article: Article) -> None:
    assert article.title == TITLE
    assert article.body == STORY


def test_the_webmail_banner_is_cut_and_named() -> None:
    article = page(BANNER, TITLE, LEAD, NEXT)
    is_the_story(article)
    assert set(reasons(article).values()) == {"webmail-banner"}


def test_a_doubled_headline_is_the_title_once() -> None:
    article = page(BANNER, TITLE, TITLE, LEAD, NEXT)
    is_the_story(article)
    assert reasons(article)[TITLE] == "repeated-headline"


def test_a_page_without_boilerplate_loses_nothing() -> None:
    article = page(TITLE, LEAD, NEXT)
    is_the_story(article)
    assert article.stripped == ()
    assert article.related == ()


def test_paragraphs_on_lines_that_follow_each_other_are_parted() -> None:
    is_the_story(page(TITLE, LEAD, NEXT, joint="\n"))


@pytest.mark.parametrize(
    "head",
    [
        "Meer uit Zeeland",
        "Meer uit Buitenland",
        "Meer uit Binnenland",
        "Meer over dit onderwerp",
        "Het laatste nieuws",
        "Meest gelezen",
        "Lees ook",
    ],
)
def test_a_section_head_ends_the_article(head: str) -> None:
    article = page(TITLE, LEAD, NEXT, head, "Brug bij Tholen dicht", OTHER, "12 minuten geleden")
    is_the_story(article)
    assert head in reasons(article)
    assert article.related == (Related("Brug bij Tholen dicht", OTHER, "12 minuten geleden"),)


def test_teasers_with_a_title_are_kept_with_their_ages() -> None:
    article = page(
        *(TITLE, LEAD, NEXT, "Meer uit Zeeland", "Vuurwerk in schuur", TEASER),
        "31 minuten geleden\nBrug bij Tholen dicht",
        *(OTHER, "2 uur geleden"),
    )
    is_the_story(article)
    assert article.related == (
        Related("Vuurwerk in schuur", TEASER, "31 minuten geleden"),
        Related("Brug bij Tholen dicht", OTHER, "2 uur geleden"),
    )


def test_teasers_without_a_title_are_kept_with_their_ages() -> None:
    article = page(
        TITLE, LEAD, NEXT, "Meer uit Zeeland", TEASER, "1 uur geleden", OTHER, "2 dagen geleden"
    )
    is_the_story(article)
    assert article.related == (
        Related(None, TEASER, "1 uur geleden"),
        Related(None, OTHER, "2 dagen geleden"),
    )


def test_a_teaser_glued_to_the_age_of_the_one_before_is_split() -> None:
    tail = f"Meer uit Zeeland\n{TEASER}\n1 uur geleden{OTHER}\n2 dagen geleden"
    article = page(TITLE, LEAD, NEXT, tail, joint="\n")
    is_the_story(article)
    assert article.related == (
        Related(None, TEASER, "1 uur geleden"),
        Related(None, OTHER, "2 dagen geleden"),
    )


def test_a_last_teaser_that_is_cut_off_is_kept_without_an_age() -> None:
    short = "THOLEN - De brug bij Tholen blijft tot vrijdag dicht. Fietsers mo"
    article = page(TITLE, LEAD, NEXT, "Meer uit Zeeland", TEASER, "1 uur geleden", short)
    is_the_story(article)
    assert article.related[-1] == Related(None, short, None)


@pytest.mark.parametrize(
    "age",
    [
        "31 minuten geleden",
        "1 minuut geleden",
        "1 uur geleden",
        "ongeveer 2 uur geleden",
        "3 dagen geleden",
        "1 dag geleden",
        "2 weken geleden",
        "een maand geleden",
    ],
)
def test_every_way_to_write_an_age_closes_a_teaser(age: str) -> None:
    article = page(TITLE, LEAD, NEXT, "Meer uit Zeeland", TEASER, age, OTHER, "5 dagen geleden")
    is_the_story(article)
    assert [item.age for item in article.related] == [age, "5 dagen geleden"]


def test_a_page_that_only_lists_teasers_has_no_title_and_no_body() -> None:
    article = page("Meer uit Zeeland", TEASER, "1 uur geleden", OTHER, "2 dagen geleden")
    assert (article.title, article.body) == (None, "")
    assert [item.text for item in article.related] == [TEASER, OTHER]


def test_a_list_of_the_latest_headlines_is_a_page_of_teasers() -> None:
    lines = [
        "Net binnen",
        "- Goes 17:05 Kazerne opent deuren voor publiek",
        "- Sport 16:31 Roeister pakt zilver op de Bosbaan",
        "- Binnenland 15:11 Hof verlaagt straf voor oplichter",
        f"{TEASER}\n2 dagen geleden{OTHER}",
        "3 dagen geleden",
    ]
    article = page(*lines, joint="\n")
    assert (article.title, article.body) == (None, "")
    titles = [item.title for item in article.related]
    assert titles[:3] == [
        "Kazerne opent deuren voor publiek",
        "Roeister pakt zilver op de Bosbaan",
        "Hof verlaagt straf voor oplichter",
    ]
    assert [item.text for item in article.related[3:]] == [TEASER, OTHER]


def test_the_prefix_of_an_upday_dump_gives_the_month_and_is_cut() -> None:
    article = page(
        " date 2024-06 Het anker op de kade (archieffoto). Foto: ANP", LEAD, NEXT, "(ANP /upday)"
    )
    assert article.body == STORY
    assert (article.published, article.published_from) == ("2024-06", "dump")
    assert "caption" in reasons(article).values()
    assert reasons(article)["(ANP /upday)"] == "agency-tag"
    assert article.title is None


def test_a_stamp_glued_to_the_lead_is_cut_off() -> None:
    article = page(f" date 2019-12 Update: 21.15 uur{LEAD}", NEXT)
    assert article.body == STORY
    assert article.dateline.places == ("YERSEKE",)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Door Janneke Bruinzeel", "byline"),
        ("Tekst: Janneke Bruinzeel", "byline"),
        ("Foto: ANP", "caption"),
        ("Volledig scherm Het anker op de kade. © Persbureau Zuid", "caption"),
        ("Lees verder »", "read-more"),
        ("Schrijf je in voor onze nieuwsbrief", "newsletter"),
        ("Deel dit artikel", "share"),
        ("Lees ook: Wat ligt er nog meer in de Oosterschelde?", "read-also"),
        ("Advertentie", "advertisement"),
    ],
)
def test_a_line_of_the_page_in_mid_text_is_cut_for_its_reason(line: str, reason: str) -> None:
    article = page(TITLE, LEAD, line, NEXT)
    is_the_story(article)
    assert reasons(article) == {line: reason}


@pytest.mark.parametrize("tag", ["(ANP)", "(ANP/RTR)", "ANP", "Bron: ANP", "(ANP /upday)"])
def test_an_agency_at_the_end_is_cut(tag: str) -> None:
    article = page(TITLE, LEAD, NEXT, tag)
    is_the_story(article)
    assert reasons(article) == {tag: "agency-tag"}


@pytest.mark.parametrize(
    ("above", "reason"),
    [
        ("Home\nNieuws\nSport", "navigation"),
        ("Wij gebruiken cookies om de site te verbeteren.\nAccepteren", "cookie-notice"),
    ],
)
def test_what_stands_above_the_headline_is_cut(above: str, reason: str) -> None:
    article = page(above, TITLE, LEAD, NEXT)
    is_the_story(article)
    assert set(reasons(article).values()) == {reason}


@pytest.mark.parametrize("stamp", ["12 maart 2024, 10:30", "31 minuten geleden", "vandaag 10:30"])
def test_a_time_under_the_headline_is_cut_and_ends_nothing(stamp: str) -> None:
    article = page(TITLE, stamp, LEAD, NEXT)
    is_the_story(article)
    assert reasons(article) == {stamp: "timestamp"}


@pytest.mark.parametrize("head", ["17 oktober: 10.000", "18 oktober: 1500", "3 maart 2024: 250"])
def test_a_day_with_a_number_that_heads_a_paragraph_is_no_time(head: str) -> None:
    assert head in page(TITLE, LEAD, head, NEXT).body


@pytest.mark.parametrize("time", ["17 oktober: 14.30", "3 mei: 2024", "3 mei 2024: 10:00"])
def test_a_day_with_a_time_or_a_year_is_a_time_there_too(time: str) -> None:
    assert reasons(page(TITLE, LEAD, time, NEXT)) == {time: "timestamp"}


@pytest.mark.parametrize("glued", [" (ANP)", " Lees verder »"])
def test_what_is_glued_to_the_end_of_a_paragraph_is_cut_off(glued: str) -> None:
    article = page(TITLE, LEAD, NEXT + glued)
    is_the_story(article)
    assert list(reasons(article)) == [glued.strip()]


def test_ages_end_the_article_where_no_section_head_stands() -> None:
    article = page(TITLE, LEAD, NEXT, "Vuurwerk in schuur", TEASER, "1 uur geleden", OTHER)
    is_the_story(article)
    assert article.related[0] == Related("Vuurwerk in schuur", TEASER, "1 uur geleden")


def test_the_title_of_a_read_also_line_is_kept_as_related() -> None:
    article = page(TITLE, LEAD, "Lees ook: Wat ligt er nog meer in de Oosterschelde?", NEXT)
    assert article.related == (Related("Wat ligt er nog meer in de Oosterschelde?", None, None),)


def test_comments_and_footer_are_no_part_of_the_article() -> None:
    article = page(
        *(TITLE, LEAD, NEXT, "Reacties (2)", "Piet: mooi ding hoor", "© 2024 Schelpkrant")
    )
    is_the_story(article)
    assert reasons(article)["Reacties (2)"] == "comments"


def test_a_subheading_of_the_story_stays_in_the_body() -> None:
    article = page(TITLE, LEAD, "Zoet water", NEXT)
    assert article.body == f"{LEAD}\n\nZoet water\n\n{NEXT}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie zijn webmail opent, krijgt sinds maandag een waarschuwing van de provider te zien.",
        "Webmail blijft volgens de provider gewoon bereikbaar, ook als het oude adres verdwijnt.",
        "Er kwam dit jaar meer uit Buitenland dan uit eigen streek, meldt de bundel van dit jaar.",
        "De kweker is een uur geleden door de havenmeester gebeld, maar hij nam niet op zei hij.",
        "Lees ook eens een boek, raadt de conservator aan, want daarin staat het hele verhaal.",
        "Het laatste nieuws over het anker kwam van de gemeente, die het wil laten onderzoeken.",
        "Twee uur geleden stond er nog niemand op de kade, maar nu is het er drukker dan ooit.",
        "Cookies worden er niet bij de koffie geserveerd, want die zijn volgens de kok te duur.",
    ],
)
def test_words_of_the_page_in_running_prose_are_body(sentence: str) -> None:
    article = page(TITLE, LEAD, sentence, NEXT)
    assert article.title == TITLE
    assert article.body == f"{LEAD}\n\n{sentence}\n\n{NEXT}"


@pytest.mark.parametrize(
    "last",
    [
        "17.48 uur - De hulp van onze partners groeit niet, zei de burgemeester bij het graf: "
        '"We zien meer water, maar niet meer geld van onze partners."',
        "18.35 uur - Correctie: in het bericht van 08.55 uur stonden 130 duikers. Het zijn er 30.",
    ],
)
def test_the_last_entry_of_a_liveblog_is_body_whatever_it_speaks_of(last: str) -> None:
    article = page(TITLE, f"09.12 uur - {LEAD}", f"11.05 uur - {NEXT}", last)
    assert article.body == f"{LEAD}\n\n{NEXT}\n\n{last.partition(' - ')[2]}"


@pytest.mark.parametrize(
    "line",
    [
        "Wij en onze 814 partners bewaren wat je leest.",
        "Samen met onze partners gebruiken we wat je leest om de site te verbeteren.",
    ],
)
def test_partners_of_the_site_are_of_its_cookies(line: str) -> None:
    article = page(TITLE, LEAD, NEXT, line)
    is_the_story(article)
    assert reasons(article) == {line: "cookie-notice"}


def test_a_headline_about_webmail_is_the_title() -> None:
    article = page(BANNER, "Storing treft webmail van provider", LEAD, NEXT)
    assert article.title == "Storing treft webmail van provider"
    assert article.body == STORY


@pytest.mark.parametrize("source", ["", "\n\n\n", "   \n\t\n", "\ufeff", "\u200b\n\u200b"])
def test_an_empty_page_has_no_title_and_no_body(source: str) -> None:
    article = page(source)
    assert (article.title, article.body, article.related) == (None, "", ())
    assert article.stripped == ()


def test_one_line_of_prose_is_body() -> None:
    article = page(LEAD)
    assert (article.title, article.body) == (None, LEAD)


def test_one_line_that_is_no_sentence_is_a_title() -> None:
    article = page(TITLE)
    assert (article.title, article.body) == (TITLE, "")


@pytest.mark.parametrize(
    ("head", "places", "agencies"),
    [
        ("SEOUL (ANP) -", ["SEOUL"], ["ANP"]),
        ("SEOUL/VLADIVOSTOK (ANP/RTR/AFP) -", ["SEOUL", "VLADIVOSTOK"], ["ANP", "RTR", "AFP"]),
        ("DEN HAAG (ANP) -", ["DEN HAAG"], ["ANP"]),
        ("'S-HERTOGENBOSCH (ANP) -", ["'S-HERTOGENBOSCH"], ["ANP"]),
        ("NEW YORK (ANP/BLOOMBERG) -", ["NEW YORK"], ["ANP", "BLOOMBERG"]),
        ("RITTHEM -", ["RITTHEM"], []),
        ("KYIV (ANP/DPA) –", ["KYIV"], ["ANP", "DPA"]),
    ],
)
def test_the_dateline_stays_in_the_body_and_is_taken_apart(
    head: str, places: list[str], agencies: list[str]
) -> None:
    lead = f"{head} Een kweker heeft een anker gevonden dat er volgens kenners drie eeuwen lag."
    article = page(TITLE, lead, NEXT)
    assert article.body == f"{lead}\n\n{NEXT}"
    assert list(article.dateline.places) == places
    assert list(article.dateline.agencies) == agencies


def test_windows_line_ends_and_a_mark_change_nothing() -> None:
    source = "\n\n".join([BANNER, TITLE, TITLE, LEAD, NEXT, "Meer uit Zeeland", TEASER])
    first = read(source.encode(), "a.txt")
    second = read(b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode(), "a.txt")
    assert first == second


def test_a_control_character_in_a_teaser_reaches_nobody() -> None:
    article = page(TITLE, LEAD, NEXT, "Meer uit Zeeland", f"\x1b]0;x\x07{TEASER}", "1 uur geleden")
    assert all("\x1b" not in (item.text or "") for item in article.related)
    assert all("\x1b" not in piece.text for piece in article.pieces)
