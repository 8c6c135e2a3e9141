"""Articles in several parts, and what stands between and around them on pages of many makers."""

from __future__ import annotations

import pytest
from webpage import CHROME, COMMENT, PARAGRAPHS, TEASER, TITLE, body_of, page, paragraphs, reasons

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
HEAD = f"<h1>{TITLE}</h1>"
STORY = list(PARAGRAPHS)


def part(number: int, text: str) -> str:
    """A part as builders of pages make it: numbered, and deep."""
    return (
        f"<div class='vak vak-{number}a'><div class='kolom'><div class='tekst tekst-{number}b'>"
        f"{text}</div></div></div>"
    )


def two_parts(between: str) -> str:
    """A page with its article in two parts and something between these."""
    return (
        f"{CHROME}<div><div class='kop'>{HEAD}</div>{part(1, f'<p>{FIRST}</p><p>{SECOND}</p>')}"
        f"{between}{part(2, f'<p>{THIRD}</p><p>{FOURTH}</p>')}"
        "<div class='deelbalk'><div>Tip de redactie</div></div></div>"
    )


@pytest.mark.parametrize(
    "between",
    [
        "",
        "<div class='vak vak-9'><div class='inschrijven'><h3>Oosthoek in het weekend</h3>"
        "<p>Schrijf je in voor onze nieuwsbrief.</p><input></div></div>",
        f"<div class='vak'><h4>Misschien iets voor jou</h4><a href='/2'><b>Haven blijft nog een"
        f" jaar dicht</b></a><a href='/3'><b>{TEASER}</b></a></div>",
    ],
)
def test_an_article_in_parts_is_put_together(between: str) -> None:
    assert body_of(two_parts(between)) == STORY


def test_each_paragraph_in_elements_of_its_own_is_still_one_article() -> None:
    parts = "".join(part(at, f"<p>{text}</p>") for at, text in enumerate(STORY))
    assert body_of(f"{CHROME}<div><div>{HEAD}</div>{parts}</div>") == STORY


def test_a_part_called_article_that_lacks_the_headline_is_no_article_by_itself() -> None:
    parts = "".join(
        f"<div class='block article body'><div><p>{one}</p><p>{two}</p></div></div>"
        for one, two in ((FIRST, SECOND), (THIRD, FOURTH))
    )
    head = f"<div class='block article header'><div>{HEAD}</div></div>"
    assert body_of(f"{CHROME}<div>{head}{parts}</div>") == STORY


def test_a_page_that_stands_in_a_form_is_read() -> None:
    assert body_of(f"<form><div>{CHROME}<div>{paragraphs()}</div></div></form>", "") == STORY


@pytest.mark.parametrize(
    "box",
    [
        "<div class='premium-gate'><h3>U hebt nog geen toegang</h3><p>Vier weken voor 4 euro.</p>"
        "<p>Bent u al abonnee? <a href='/in'>Inloggen</a></p></div>",
        "<div><h3>Verder met een abonnement</h3><p>Elke week post.</p><p>Al abonnee?</p></div>",
        "<div class='vd-pub'><span>Reclame voor de buren</span></div>",
        "<div><span>Publiciteit</span><p>Traplift nodig? Vraag nu een offerte aan.</p></div>",
        "<blockquote><p>Wat een toren!</p>— Piet (@pietbaken) 3 mei</blockquote>",
        "<p>(Lees verder onder de video)</p>",
        "<p>► <a href='/2'>Haven van Oosthoek blijft dicht</a></p>",
    ],
)
def test_what_is_offered_in_a_box_is_cut(box: str) -> None:
    assert body_of(f"{CHROME}<div>{HEAD}{paragraphs()}{box}</div>") == STORY


@pytest.mark.parametrize(
    "head",
    [
        "3 gedachten over “Nieuwe lamp”",
        "Reacties (3)",
        "3 reacties op dit bericht",
        "Reacties van lezers",
    ],
)
@pytest.mark.parametrize("tag", ["h2", "div"])
def test_comments_of_nameless_elements_are_told_by_their_head(head: str, tag: str) -> None:
    comments = "".join(f"<div><b>Lezer {at}</b><p>{COMMENT}</p></div>" for at in range(3))
    story = f"<div>{HEAD}{paragraphs()}</div>"
    below = f"<div><{tag}>{head}</{tag}>{comments}</div>"
    assert body_of(f"{CHROME}<main>{story}{below}</main>") == STORY


def test_an_offer_amid_the_story_takes_its_whole_box_along() -> None:
    offer = "<div><h3>Nog even dit</h3><p>Elke week post.</p><p>Wachtwoord vergeten?</p></div>"
    one, two, three, four = (f"<p>{text}</p>" for text in STORY)
    assert body_of(f"{CHROME}<div>{HEAD}{one}{two}{offer}{three}{four}</div>") == STORY


def test_comments_without_a_head_are_told_by_the_answers_they_ask_for() -> None:
    comments = "".join(
        f"<li><b>Lezer {at}</b><p>{COMMENT}</p><a href='#'>Beantwoorden</a></li>" for at in range(3)
    )
    article = page(f"{CHROME}<main><div>{HEAD}{paragraphs()}</div><ul>{comments}</ul></main>")
    assert article.body.split("\n\n") == STORY
    assert reasons(article)[COMMENT] == "comments"


def test_answers_beside_the_paragraphs_take_only_what_was_answered() -> None:
    comments = "".join(f"<div><p>{COMMENT}</p><span>Beantwoorden</span></div>" for _ in range(2))
    assert body_of(f"{CHROME}<div>{HEAD}{paragraphs()}{comments}</div>") == STORY


def test_the_article_below_its_announcement_is_another() -> None:
    other = f"<div><p>{TEASER}</p><p>{TEASER} Of in mei.</p></div>"
    story = f"<div>{HEAD}{paragraphs()}</div>"
    assert body_of(f"{CHROME}<main>{story}<div>Volgende artikel</div>{other}</main>") == STORY


def test_a_notice_of_cookies_longer_than_a_brief_does_not_win() -> None:
    notice = (
        "Wij gebruiken cookies en vergelijkbare technieken om je een betere ervaring te bieden. Met"
        " deze cookies kunnen wij en onze partners je gedrag binnen en buiten onze site volgen."
    )
    source = f"<div>{HEAD}<p>{THIRD}</p></div><div><p>{notice}</p><button>Prima</button></div>"
    assert body_of(source) == [THIRD]


def test_a_lead_that_is_called_a_teaser_stays() -> None:
    rest = "".join(f"<p>{text}</p>" for text in STORY[1:])
    lead = f"<div class='teaser'><p>{FIRST}</p></div>"
    assert body_of(f"{CHROME}<article>{HEAD}{lead}{rest}</article>") == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Dit artikel is 212 keer gelezen",
        "https://www.oosthoek.example/nieuws/12",
        "© Oosthoeker 2024. Op dit artikel rust auteursrecht.",
        "<div><div><p>Kim Dam werkt sinds 2009 voor deze redactie en schrijft over alles wat met de"
        " zee en haar bewoners te maken heeft, van schelp tot schip.</p></div></div>",
    ],
)
def test_what_hangs_below_the_article_is_cut(line: str) -> None:
    block = line if line.startswith("<") else f"<p>{line}</p>"
    assert body_of(f"{CHROME}<div>{HEAD}{paragraphs()}{block}</div>") == STORY


def test_a_subheading_that_quotes_the_story_stays() -> None:
    source = f"{CHROME}<div>{HEAD}<p>{FIRST}</p><h2>het licht blijft even sterk</h2>{paragraphs()}"
    assert "het licht blijft even sterk" in body_of(source)


def test_inline_parts_with_no_space_between_them_are_parts() -> None:
    points = ("Het licht gaat uit op maandag;", "een ponton neemt het over.")
    inner = "".join(f"<span>{text}</span>" for text in points)
    spans = f"<span>{FIRST}</span> <span>{inner}</span> <span>{SECOND}</span>"
    assert body_of(f"{CHROME}<div>{HEAD}<div>{spans}</div></div>") == [FIRST, *points, SECOND]


def test_letters_set_apart_are_no_parts() -> None:
    dropped = f"<span><span>{FIRST[0]}</span><span>{FIRST[1:]}</span></span>"
    assert body_of(f"{CHROME}<div>{HEAD}<p>{dropped}</p><p>{SECOND}</p></div>") == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("<a href='/2'>Haven van Oosthoek blijft dicht</a><a href='/3'>Dijk krijgt gras</a>", 2),
        (f"<div><a href='/2'>Haven van Oosthoek blijft dicht</a><br>{TEASER}</div>", 1),
        (f"<ul><li><h3><a href='/2'>Schaapsherders</a></h3><p>{TEASER}</p></li></ul>", 1),
        ("<table><tr><td>04:02</td><td><a href='/2'>Haven van Oosthoek blijft dicht</a></td></tr>"
         "</table>", 1),
    ],
)  # fmt: skip
def test_teasers_are_counted_however_they_are_set(items: str, count: int) -> None:
    source = f"{CHROME}<div>{HEAD}{paragraphs()}</div><div><h3>Meest gelezen</h3>{items}</div>"
    article = page(source)
    assert article.body.split("\n\n") == STORY
    assert len(article.related) == count
