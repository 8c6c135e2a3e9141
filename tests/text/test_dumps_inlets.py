"""What stands in the middle of a story in a dump, and right below it, without being the story."""

from __future__ import annotations

import pytest
from dump_pages import LAST, LEAD, NEXT, STORY, TITLE, page, reasons, titles


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("Dit is ingesloten content van X. Om deze te tonen moet je cookies accepteren.", "embed"),
        ("Bekijk dit bericht op Instagram", "embed"),
        ("Deze inhoud van Facebook kan niet worden getoond", "embed"),
        ("Bekijk hier de video: zo werd de kabel gespannen", "embed"),
        ("▶ Video: de pont in één minuut (01:02)", "embed"),
        ("Luister naar de podcast Aan de Waterkant\nApple Podcasts  Spotify", "embed"),
        ("Klik op de kaart om in te zoomen", "embed"),
        ("Afspelen", "embed"),
        ("Tekst gaat verder onder de foto.", "read-more"),
        ("[Tekst gaat door onder de afbeelding]", "read-more"),
        ("Het verhaal gaat verder onder de video", "read-more"),
        ("– Advertentie –", "advertisement"),
        ("Artikel gaat verder na deze advertentie", "read-more"),
        ("Elke ochtend het nieuws in je mailbox? Meld je aan.", "newsletter"),
        ("Download onze gratis app en mis niets", "newsletter"),
        ("Volg ons ook via WhatsApp!", "share"),
        ("Kopieer link", "share"),
        ("Poll: moet de pont blijven?\nJa, hij hoort bij het dorp\nNee, te duur\nStem", "feedback"),
        ("Stelling: de pont moet blijven\nEens\nOneens\n214 stemmen", "feedback"),
        ("De kabel aan de kade\nFoto: Bert Vos", "caption"),
        ("De kabel ligt klaar aan de kade. (Beeld: Bert Vos)", "caption"),
        ("Foto 1 van 5", "caption"),
    ],
)
def test_a_part_of_the_page_in_mid_text_is_cut_for_its_reason(lines: str, reason: str) -> None:
    article = page(TITLE, LEAD, NEXT, lines, LAST)
    assert (article.title, article.body) == (TITLE, STORY)
    assert set(reasons(article).values()) == {reason}


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("box", "found"),
    [
        (["Lees ook", "Wie repareert de andere ponten?"], ["Wie repareert de andere ponten?"]),
        (["LEES OOK:", "Zo zwaar is een kabel nu echt"], ["Zo zwaar is een kabel nu echt"]),
        (
            ["Lees ook:", "- Zo zwaar is een kabel nu echt", "- De laatste touwslager stopt"],
            ["Zo zwaar is een kabel nu echt", "De laatste touwslager stopt"],
        ),
        (["Lees ook | De laatste touwslager stopt"], ["De laatste touwslager stopt"]),
        (["> Lees ook: De laatste touwslager stopt"], ["De laatste touwslager stopt"]),
        (["Bekijk ook: De laatste touwslager stopt"], ["De laatste touwslager stopt"]),
        (["Meer lezen? De laatste touwslager stopt"], ["De laatste touwslager stopt"]),
        (
            ["Eerder in deze reeks: ‘De pont’ van Lies Kamp en ‘De kade’ van Bert Vos"],
            ["‘De pont’ van Lies Kamp", "‘De kade’ van Bert Vos"],
        ),
    ],
)
def test_a_box_with_other_articles_in_mid_text_is_cut_and_its_titles_are_kept(
    box: list[str], found: list[str], joint: str
) -> None:
    article = page(TITLE, LEAD, *box, NEXT, LAST, joint=joint)
    assert (article.title, article.body) == (TITLE, STORY)
    assert titles(article) == found


def test_a_subheading_below_a_box_stays_where_a_blank_line_parts_them() -> None:
    box = "Lees ook\nDe laatste touwslager van het land stopt"
    article = page(TITLE, LEAD, box, "Twee kabels, geen schipper", NEXT, LAST)
    assert "Twee kabels, geen schipper" in article.body
    assert titles(article) == ["De laatste touwslager van het land stopt"]


@pytest.mark.parametrize(
    "line",
    [
        "Zware kabel",
        "‘Ik sliep er niet van’",
        "Wat nu?",
        "2. Wie betaalt dat?",
        "Reacties",
        "Meer ponten op de rivier",
        "Na drie dagen was alles voorbij.",
        "Hij lacht.",
        "‘Weg’, zei ze. ‘Weg ermee.’",
        "De uitslagen van de race:",
        "Dijkhoven - Lekkerland 2-1",
        "Kabel\t400 meter\t6200 euro",
        "• 400 meter kabel",
        "1. Span de kabel tot hij niet meer doorhangt.",
    ],
)
def test_a_short_line_of_the_story_in_mid_text_is_body(line: str) -> None:
    article = page(TITLE, LEAD, NEXT, line, LAST)
    assert article.body.split("\n\n") == [LEAD, NEXT, line, LAST]
    assert article.stripped == ()


def test_the_entries_of_a_live_blog_are_body_and_their_times_are_not() -> None:
    article = page("Live: de pont is terug", "16:52", LEAD, "16.31 uur", NEXT, "15u58", LAST)
    assert (article.title, article.body) == ("Live: de pont is terug", STORY)
    assert set(reasons(article).values()) == {"timestamp"}


def test_questions_and_answers_are_body() -> None:
    lines = ["Waarom brak hij?", "“Ouderdom. En wind.”", "Wie betaalt dat?", "“De gemeente.”"]
    article = page(TITLE, LEAD, *lines)
    assert article.body.split("\n\n") == [LEAD, *lines]


@pytest.mark.parametrize(
    "end",
    [
        "Lies Kamp is correspondent in het rivierengebied.",
        "Lies Kamp\nLies Kamp schrijft elke week over het water voor de Dijkpost.",
        "Lies Kamp\nverslaggever",
        "Tags: pont, kabel, Dijkhoven",
        "Onderwerpen\npont\nkabel",
        "Lees meer over: pont · kabel",
        "#pont #kabel",
        "(ANP/Dijkpost)",
        "Bron: ANP",
        "Deel dit artikel via Facebook, X, WhatsApp of e-mail",
        "Bewaar dit verhaal | Print | Deel",
        "Heb je een tip? Mail de redactie: tips@dijkpost.example",
        "Fout gezien? Meld het hier",
        "Reageren? brieven@dijkpost.example",
        "14 reacties\nVerder lezen? Word lid van Dijkpost Plus voor € 1,50 per week.",
        "Word abonnee en lees onbeperkt. Al abonnee? Log in",
        "Dit artikel verscheen eerder in de Lekbode.",
        "Dit liveblog is gesloten. Bedankt voor het volgen.",
        "Vond je dit artikel interessant?",
        "Dijkpost, Kadestraat 100, 4100 AA Dijkhoven. KvK 39000001.",
        "Op al onze artikelen rust auteursrecht.",
        "© 2024 Dijkpost",
        "Dijkpost gebruikt cookies om jouw ervaring te verbeteren. Akkoord",
        "Naar boven ↑",
    ],
)
def test_what_stands_below_the_last_paragraph_is_cut(end: str) -> None:
    article = page(TITLE, LEAD, NEXT, LAST, end)
    assert (article.title, article.body) == (TITLE, STORY)
    assert article.related == ()


@pytest.mark.parametrize(
    "last",
    [
        "Regen zou helpen, maar dan wel een week lang.",
        "En morgenochtend, om kwart voor zes? “Dan lig ik wakker.”",
        "Zou het dan toch?",
        "Daarna was het stil.",
        "De uitspraak is op 14 mei.",
        "Ze schreef het in een brief aan de redactie van de krant, die hem nooit heeft geplaatst.",
        "Schipper Molenaar is 71 jaar en voelt zich volgens eigen zeggen nog lang niet oud.",
    ],
)
def test_a_last_paragraph_that_is_short_or_odd_is_body(last: str) -> None:
    article = page(TITLE, LEAD, NEXT, last, "(ANP)")
    assert article.body == f"{LEAD}\n\n{NEXT}\n\n{last}"
