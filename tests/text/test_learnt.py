"""Blocks that come back in many stories of a corpus are page; what stories share is not."""

from __future__ import annotations

import pytest

from tests.text.learning import (
    TOWNS,
    learnt_of,
    page,
    paragraphs,
    read_all,
    stories,
    story,
    taught,
    web_page,
)
from tui.text.guide import Guide, Learnt
from tui.text.learnt import applies, learn
from tui.text.read import read, survey

PLUG = "Wie dit blad een warm hart toedraagt, drinkt zaterdag een kop koffie mee op de zolder."
FOOT = (
    "Dit blad wordt op zaterdag rondgebracht door scholieren met gele tassen, "
    "van de grens tot aan de Maas."
)
PLAYER = "Geluid bij dit stuk"


def test_the_foot_of_a_site_that_nobody_wrote_a_rule_for_falls_away() -> None:
    told = stories(8)
    pages = [page(*lines, FOOT) for lines in told]
    assert FOOT in read(pages[0], "0.txt").body, "or there is nothing to learn"
    for article, lines in zip(read_all(pages), told, strict=True):
        assert article.title == lines[0]
        assert paragraphs(article) == lines[1:]
        assert learnt_of(article) == {FOOT}


def test_it_says_in_how_many_articles_a_block_stands() -> None:
    told = stories(8)
    articles = read_all(
        [page(*lines, *([PLUG] if at < 6 else [])) for at, lines in enumerate(told)]
    )
    reasons = [
        {piece.text: piece.reason for piece in article.stripped}.get(PLUG) for article in articles
    ]
    assert reasons == ["in 6 of 8 articles"] * 6 + [None] * 2


def test_a_line_in_mid_text_that_every_article_has_is_page() -> None:
    pages = [page(*lines[:2], PLAYER, *lines[2:]) for lines in stories(8)]
    assert PLAYER in read(pages[0], "0.txt").body, "or there is nothing to learn"
    for article in read_all(pages):
        assert learnt_of(article) == {PLAYER}


def test_a_label_that_comes_back_within_each_page_is_page() -> None:
    label = "Kopieer deze tik"
    pages = []
    for at, lines in enumerate(stories(9)):
        more = [f"Slot {number} van dorp {at} volgt nog." for number in range(at % 3)]
        first, *rest = [*lines[1:], *more]
        ticks = [first, *[label][at % 2 :]]
        ticks += [part for line in rest for part in (line, label)]
        pages.append([lines[0], *ticks, f"Dit was dorp {at}.", *more])
    assert taught(pages) == {label}


def test_a_line_between_headline_and_lead_is_page() -> None:
    line = "Voorgelezen door een computerstem, klik op de luidspreker"
    told = stories(6)
    for article, lines in zip(
        read_all([web_page(lines[0], line, *lines[1:]) for lines in told]), told, strict=True
    ):
        assert paragraphs(article) == lines[1:]


def test_the_words_on_a_regular_author_are_page() -> None:
    author = (
        "Hanneke Vos is schrijfster en moeder van vier. Ze woont op een boerderij en houdt hier "
        "elke zondag haar dagboek bij."
    )
    told = stories(20)
    articles = read_all(
        [page(*lines, *([author] if at % 4 == 0 else []), FOOT) for at, lines in enumerate(told)]
    )
    for article, lines in zip(articles, told, strict=True):
        assert paragraphs(article) == lines[1:]


SITES = [
    [
        "Ochtendblad, met dank aan de drukker",
        "Dit weekblad telt negenduizend lezers, drie drukkers en een kat die muizen vangt.",
    ],
    ["Nachtmodus staat aan", "Zendmast beklimmen kan in de zomer"],
    ["Nu op de zender", "Puzzels staan op de achterkant"],
]


def test_a_folder_of_three_sites_without_names_teaches_what_stands_around_the_news_of_each() -> (
    None
):
    pages = []
    for at, (headline, *lines) in enumerate(stories(18)):
        head, foot = SITES[at % 3]
        pages.append([headline, head, *lines, foot])
    assert taught(pages) == {line for site in SITES for line in site}


def test_three_lines_that_always_stand_together_show_which_pages_are_one_sites() -> None:
    feet = [
        ["Vorig stuk", "Volgend stuk", "Wandel mee"],
        ["Naar de kaart", "Zet op de muur", "Stuur een ansicht"],
        ["Zomerpuzzel", "Winterpuzzel", "Kruiswoord"],
    ]
    pages = [[*lines, *feet[at % 3]] for at, lines in enumerate(stories(18))]
    assert taught(pages) == {line for lines in feet for line in lines}


def test_one_site_teaches_over_all_folders() -> None:
    told = stories(6)
    pages = [web_page(*lines, FOOT, site="Het Weekblad") for lines in told]
    folders = ["jan", "feb", "mrt", "apr", "mei", "jun"]
    assert all(learnt_of(article) == {FOOT} for article in read_all(pages, folders))


def test_three_pages_are_enough_for_a_plain_foot() -> None:
    for article in read_all([page(*lines, FOOT) for lines in stories(3)]):
        assert learnt_of(article) == {FOOT}


def test_two_articles_teach_nothing() -> None:
    for article in read_all([page(*lines, PLUG) for lines in stories(2)]):
        assert article.body.endswith(PLUG)


def test_a_foot_that_names_its_region_falls_away_among_news_of_that_region() -> None:
    foot = "De omroep is er voor heel Zeeland en je hoort ons op de kabel."
    told = stories(12)
    for lines in told[::3]:
        lines[3] += " De provincie Zeeland betaalt mee."
    for article in read_all([page(*lines, foot) for lines in told]):
        assert learnt_of(article) == {foot}


def test_what_is_page_in_one_folder_is_not_so_in_another() -> None:
    pages = [page(*lines, PLUG) for lines in stories(8)]
    learnt = learn([survey(data, Guide(folder="krant")) for data in pages])
    elsewhere = read(pages[0], "a.txt", Guide(folder="elders", learnt=learnt))
    assert elsewhere.body.endswith(PLUG)


def test_a_line_that_differs_by_a_number_stays() -> None:
    pages = [
        page(*lines, f"Er kijken nu {at}7 mensen naar dit stuk uit het blad van uw streek.")
        for at, lines in enumerate(stories(8), 1)
    ]
    for article in read_all(pages):
        assert not learnt_of(article)


def test_a_story_that_several_sites_print_stays_whole() -> None:
    wire = story("Domburg", 9)
    pages = [page(*wire), page("Domburg krijgt haven", *wire[1:]), page(*wire), page(*wire[:3])]
    pages += [page(*lines) for lines in stories(8)]
    articles = read_all(pages)
    for article in articles[:3]:
        assert paragraphs(article) == wire[1:]
    assert paragraphs(articles[3]) == wire[1:3]


def test_each_site_loses_its_own_foot_from_a_story_they_all_print() -> None:
    wire = story("Domburg", 9)
    feet = [
        "De Heraut wordt gedrukt op papier uit eigen streek, behalve op dagen met een feest.",
        "Bij dit kanaal werken twaalf vrouwen aan een tafel van sloophout, ook in de nacht.",
    ]
    told = stories(16)
    pages = [page(*lines, feet[at % 2]) for at, lines in enumerate(told)]
    pages += [
        page(wire[0], *wire[1:], feet[0]),
        page("Kade van Domburg op de schop", *wire[1:], feet[1]),
    ]
    for article in read_all(pages)[-2:]:
        assert paragraphs(article) == wire[1:]


def test_one_article_saved_eight_times_teaches_nothing() -> None:
    lines = [*story("Domburg", 9), "De kade gaat in Domburg in mei dicht.", "Vissers wijken uit."]
    for article in read_all([page(*lines[: 4 + at % 3]) for at in range(8)]):
        assert not learnt_of(article)


CLOSE = "Onbekend is hoe lang de ambtenaren over hun rapport zullen doen, dat dik kan worden."


@pytest.mark.parametrize(
    ("first", "second"), [("De kade van Domburg zakt weg.", None), (None, "Zo zakt Domburg weg.")]
)
def test_a_paragraph_that_closes_a_story_in_all_papers_stays_however_they_cut_it(
    first: str | None, second: str | None
) -> None:
    pages = []
    for headline, *lines in stories(6):
        own = [first or f"{lines[0]} Dat ziet Domburg ook."]
        shared = [second, "Ook Domburg zelf schrok."] if second else []
        pages.append([f"{headline}, tot schrik van Domburg", *own, *lines[1:], *shared, CLOSE])
    assert taught([*pages, *stories(15)[6:]]) == set()


BACKGROUND = [
    "Eerder dit jaar ging het plan in Zierikzee nog van tafel, omdat het geld er niet was.",
    "De gemeenteraad stemde vorig jaar tegen het plan voor de haven, omdat de bewoners van de kade "
    "er niet bij waren betrokken.",
]


@pytest.mark.parametrize("background", BACKGROUND)
@pytest.mark.parametrize("every", [1, 2])
def test_a_paragraph_of_background_that_a_paper_uses_again_stays(
    background: str, every: int
) -> None:
    told = stories(10)
    for lines in told:
        lines[3] += " De griffie in Zierikzee wil nu meebetalen."
    pages = [
        page(*lines, *([background] if at % every == 0 else [])) for at, lines in enumerate(told)
    ]
    for article in read_all(pages)[::every]:
        assert article.body.endswith(background)


def test_a_paragraph_that_names_what_some_of_its_articles_name_stays() -> None:
    background = (
        "Twee zomers geleden brandde een loods aan het spoor in Zierikzee af, waarna verzekeraars "
        "strengere regels wilden."
    )
    told = stories(12)
    for lines in told[::3]:
        lines[2] += " Dat wilde ook Zierikzee."
    assert taught([[*lines, background] for lines in told]) == set()


STOCK = [
    "De politie doet onderzoek.",
    "De politie doet onderzoek en roept getuigen op zich te melden.",
    "Niemand raakte gewond.",
    "De uitspraak is over twee weken.",
    "Wie iets heeft gezien, kan de politie in de stad bellen op 0900-8844, ook zonder zijn naam.",
    "Wie de daders heeft gezien of filmpjes heeft, kan de politie in de stad bellen op 0900-8844 "
    "of schrijven naar het bureau, desnoods zonder daarbij een naam te noemen.",
    "Heeft u iets gezien? Bel dan de politie op 0900-8844.",
    "Wilt u iets zeggen over de haven? Dat kan bij de wethouder.",
]


@pytest.mark.parametrize("phrase", STOCK)
@pytest.mark.parametrize("head", [[], ["Getuigen gezocht"]])
@pytest.mark.parametrize("every", [1, 2, 3])
def test_a_stock_phrase_of_reports_stays_and_so_does_its_subheading(
    phrase: str, head: list[str], every: int
) -> None:
    pages = []
    for at, lines in enumerate(stories(18)):
        own = [*head, phrase] if at % every == 0 else []
        pages.append([*lines[:3], f"{lines[3]} Dat zag de politie.", *own, FOOT])
    assert taught(pages) == {FOOT}


def test_a_phrase_that_closes_every_report_stays() -> None:
    phrase = "De uitspraak is over twee weken."
    for article in read_all([page(*lines, phrase, FOOT) for lines in stories(12)]):
        assert article.body.endswith(phrase)
        assert learnt_of(article) == {FOOT}


@pytest.mark.parametrize("share", [1, 2])
def test_the_subheadings_of_a_fixed_form_stay(share: int) -> None:
    pages = []
    for at, lines in enumerate(stories(12)):
        heads = ["Aan de kade", "Over de kosten"] if at % share == 0 else []
        parts = [lines[0], lines[1], *heads[:1], lines[2], *heads[1:], lines[3]]
        pages.append(web_page(*parts))
    for article in read_all(pages)[::share]:
        assert {"Aan de kade", "Over de kosten"} <= set(paragraphs(article))


def test_the_questions_of_a_regular_interview_stay() -> None:
    asked = ["Wat doet u op vrijdagavond?", "Waar bent u bang voor?"]
    pages = [[*lines[:2], asked[0], lines[2], asked[1], lines[3]] for lines in stories(10)]
    assert taught(pages) == set()


def test_a_subheading_at_another_place_in_each_article_stays() -> None:
    head = "Hoe het verder gaat"
    pages = []
    for at, lines in enumerate(stories(12)):
        lines += [f"In {at} dagen komt de aannemer van Vlissingen kijken, en dan begint het werk."]
        place = 2 + at % 3
        pages.append(web_page(*lines[:place], head, *lines[place:]))
    for article in read_all(pages):
        assert head in paragraphs(article)


def test_what_somebody_says_to_us_all_stays() -> None:
    quote = "“We hebben ons best gedaan en leggen ons erbij neer.”"
    pages = [
        page(*lines, quote if at % 2 else lines[0][:9]) for at, lines in enumerate(stories(12))
    ]
    for article in read_all(pages)[1::2]:
        assert article.body.endswith(quote)


def test_a_dateline_is_never_taken() -> None:
    pages = [page(lines[0], "GOES (ANP) -", *lines[1:]) for lines in stories(8)]
    lead = "GOES (ANP) - De veerdienst is maandag uitgevallen door de harde wind op de Schelde."
    pages += [page(f"Veerboot {name} ligt stil", lead, name) for name in TOWNS]
    for article in read_all(pages):
        assert "GOES (ANP) -" in article.body


def test_a_dateline_at_the_foot_of_all_pages_or_in_a_teaser_is_not_learnt() -> None:
    line = "GOES (ANP) - De veerdienst is maandag uitgevallen door harde wind op de Schelde."
    head = "Veerdienst naar Breskens ligt stil"
    assert taught([[*lines, line] for lines in stories(8)]) == set()
    assert taught([[head, line], *([*lines, head, line] for lines in stories(8))]) == {head}


def test_what_was_learnt_before_takes_no_dateline_either() -> None:
    seen = survey(page("Veerboot ligt stil", "GOES (ANP) -", "De veerboot ligt stil in de haven."))
    known = {print_.key: Learnt(3, 3, heads=True) for print_ in seen.prints[1:]}
    assert list(applies({"folder:": known}, seen)) == [seen.prints[2].key]


def test_a_headline_and_lead_that_another_page_teases_are_page_there_and_article_here() -> None:
    told = stories(8)
    pages = [page(*told[0])]
    pages += [web_page(*lines, told[0][0], told[0][1]) for lines in told[1:]]
    first, *others = read_all(pages)
    assert first.title == told[0][0]
    assert paragraphs(first) == told[0][1:]
    for article, lines in zip(others, told[1:], strict=True):
        assert paragraphs(article) == lines[1:]
