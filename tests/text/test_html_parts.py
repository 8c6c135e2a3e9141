"""What stands inside an article: its own parts stay in order, those of the page are cut."""

from __future__ import annotations

import pytest
from webpage import CHROME, COMMENT, PARAGRAPHS, TEASER, TITLE, body_of, page, paragraphs, reasons

FIRST, SECOND, THIRD, FOURTH = PARAGRAPHS
HEAD = f"<h1>{TITLE}</h1>"


def around(inner: str, tag: str = "p") -> str:
    """A page of unnamed elements with something between its second and its third paragraph."""
    one, two, three, four = (f"<{tag}>{text}</{tag}>" for text in PARAGRAPHS)
    return f"{CHROME}<div><div>{HEAD}{one}{two}{inner}{three}{four}</div></div>"


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("<h2>Noodlamp op zee</h2>", ["Noodlamp op zee"]),
        ("<p><strong>Noodlamp op zee</strong></p>", ["Noodlamp op zee"]),
        ("<ul><li>de lamp zelf</li><li>de lens</li></ul>", ["de lamp zelf", "de lens"]),
        ("<ol><li><p>Eerst de lamp.</p></li><li><p>Dan de lens.</p></li></ol>",
         ["Eerst de lamp.", "Dan de lens."]),
        ("<blockquote><p>‘We zijn er blij mee.’</p></blockquote>", ["‘We zijn er blij mee.’"]),
        ("<blockquote>Het licht is van iedereen.</blockquote>", ["Het licht is van iedereen."]),
        ("<dl><dt>Hoogte</dt><dd>31 meter.</dd></dl>", ["Hoogte", "31 meter."]),
        ("<p><b>Is de oude lamp nog te zien?</b></p><p>Ja.</p>",
         ["Is de oude lamp nog te zien?", "Ja."]),
        ("<table><tr><th>Jaar</th><th>Lampen</th></tr><tr><td>1934</td><td>een</td></tr></table>",
         ["Jaar | Lampen", "1934 | een"]),
        ("<table><tr><td><p>Jaar</p></td><td><p>Lampen</p></td></tr></table>", ["Jaar | Lampen"]),
        ("<p>De toren<br>is wit.</p>", ["De toren is wit."]),
        ("<p>Hij zei: <a href='/x'>‘Nee’</a>.</p>", ["Hij zei: ‘Nee’."]),
        ("<p>Kort.</p>", ["Kort."]),
    ],
)  # fmt: skip
def test_a_part_of_the_article_stays_in_its_place(inner: str, kept: list[str], tag: str) -> None:
    assert body_of(around(inner, tag)) == [FIRST, SECOND, *kept, THIRD, FOURTH]


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<figure><img src=x><figcaption>De toren bij nacht.</figcaption></figure>", "caption"),
        ("<div><img src=x><div>De toren bij nacht.</div></div>", "caption"),
        ("<div><img src=x><span>De toren bij nacht.</span><span>Piet Baken</span></div>",
         "caption"),
        (f"<div class='bijschrift'>{TEASER}</div>", "caption"),
        ("<div class='video-blok'><b>Bekijk de beelden</b></div>", "gallery"),
        ("<table><tr><td><img src=x></td></tr><tr><td>De toren bij nacht.</td></tr></table>",
         "caption"),
        ("<div><span>Lees ook:</span><ul><li><a href='/2'>Haven van Oosthoek blijft dicht</a></li>"
         "</ul></div>", "teaser"),
        ("<div><h4>Lees ook</h4><a href='/2'>Haven van Oosthoek blijft dicht</a></div>", "teaser"),
        ("<h3>Lees ook</h3><ul><li><a href='/2'>Haven van Oosthoek blijft dicht</a></li></ul>",
         "teaser"),
        ("<p><strong><a href='/2'>Lees ook: Haven van Oosthoek blijft dicht</a></strong></p>",
         "read-also"),
        ("<div><h4>Post van de Schelp</h4><p>Iedere vrijdag het beste van het eiland.</p>"
         "<form><input type=email><button>Ja, graag</button></form></div>", "newsletter"),
        ("<div><p>Schrijf je in voor onze nieuwsbrief</p><p>Elke vrijdag.</p></div>", "newsletter"),
        ("<div><div>Advertentie</div><p>Nu tien weken de krant voor tien euro, en een tas.</p>"
         "</div>", "advertisement"),
        ("<div class='ad-slot'><p>Nu tien weken de krant voor tien euro.</p></div>",
         "advertisement"),
        ("<blockquote class='twitter-tweet'><p>Wat een lamp!</p>— Kees</blockquote>", "embed"),
        ("<aside><h3>De toren</h3><p>Gebouwd in 1934.</p></aside>", "teaser"),
        (f"<blockquote>{SECOND.split('. ')[0]}</blockquote>", "pull-quote"),
        (f"<div><b>‘{THIRD.split('. ')[0]}’</b></div>", "pull-quote"),
        ("<button>Deel</button>", "navigation"),
        ("<div hidden><p>Dit ziet niemand ooit op deze bladzijde.</p></div>", "hidden"),
        ("<div style='display: none'><p>Dit ziet niemand ooit.</p></div>", "hidden"),
        ("<div><h3><a href='/9'>Eiland krijgt nieuwe dijk</a></h3><p>De raad stemde in.</p></div>",
         "teaser"),
    ],
)  # fmt: skip
def test_a_part_of_the_page_inside_the_article_is_cut(inner: str, reason: str, tag: str) -> None:
    article = page(around(inner, tag))
    assert article.body.split("\n\n") == list(PARAGRAPHS)
    assert reason in reasons(article).values()


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        ("<div class='author-bio'><p>Trijntje Loods schrijft sinds 2009 over alles wat vaart en"
         " drijft. Zij woont met drie honden aan de haven van Oosthoek en leest graag.</p></div>",
         "author-bio"),
        (f"<div class='comments'><h3>3 reacties</h3><p>{COMMENT}</p></div>", "comments"),
        (f"<h3>Reacties</h3><div><p>{COMMENT}</p></div><div><p>{COMMENT}</p></div>", "comments"),
        ("<p>Trefwoorden: lamp, toren</p>", "navigation"),
        ("<div>Zeehond</div>", "page"),
        (f"<div class='infinite-item'><h2>Dijk</h2><p>{TEASER}</p></div>", "next-article"),
        (f"<h1>Eiland krijgt nieuwe dijk langs de kust</h1><p>{TEASER}</p>", "next-article"),
        (f"<article><h1>Eiland krijgt nieuwe dijk</h1><p>{TEASER}</p></article>", "next-article"),
        (f"<h2><a href='/2'>Eiland krijgt nieuwe dijk</a></h2><p>{TEASER}</p>", "teaser"),
        (f"<h2>Meer uit Zeeland</h2><h3><a href='/2'>Dijk</a></h3><p>{TEASER}</p>", "teaser"),
    ],
)  # fmt: skip
def test_what_follows_the_article_is_cut(below: str, reason: str) -> None:
    article = page(f"{CHROME}<div>{HEAD}{paragraphs()}{below}</div>")
    assert article.body.split("\n\n") == list(PARAGRAPHS)
    assert reason in reasons(article).values()


@pytest.mark.parametrize(
    "above",
    [
        "<div>Binnenland</div>",
        "<p>Door Trijntje Loods</p>",
        "<div>Trijntje Loods, 8 april 2022 13:01, 16 reacties</div>",
        "<time datetime='2022-04-08'>8 april</time>",
        "<div><a href='/binnenland'>Binnenland</a></div>",
        "<div class='share'><a href='#'>Facebook</a></div>",
        "<figure><figcaption>De toren in de avond, vorig jaar.</figcaption></figure>",
    ],
)
def test_what_stands_between_headline_and_lead_is_cut(above: str) -> None:
    assert body_of(f"{CHROME}<div>{HEAD}{above}{paragraphs()}</div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("entry", "stamp"),
    [
        ("<article><time>{0}</time><h2>{1}</h2><p>{2}</p></article>", "17.42"),
        ("<li><div><span>{0}</span><h3>{1}</h3><p>{2}</p></div></li>", "17:42"),
        ("<div><time datetime='2024-11-27T17:42'>{0} uur</time><p><b>{1}</b></p><p>{2}</p></div>",
         "17.42"),
        ("<div><div>{0}</div><div>{1}</div><div>{2}</div></div>", "17.42"),
    ],
)  # fmt: skip
def test_the_entries_of_a_live_blog_stay_in_order_without_their_clock(
    entry: str, stamp: str
) -> None:
    heads = ["Ponton ligt klaar", "Lamp uit de toren", "Kraan is er", "Weg dicht"]
    entries = "".join(
        entry.format(stamp, head, text) for head, text in zip(heads, PARAGRAPHS, strict=True)
    )
    article = page(f"{CHROME}<main>{HEAD}<div>{entries}</div></main>")
    wanted = [part for pair in zip(heads, PARAGRAPHS, strict=True) for part in pair]
    assert article.body.split("\n\n") == wanted
    assert "timestamp" in reasons(article).values()


def test_an_article_of_questions_and_answers_keeps_the_short_answers() -> None:
    body = around(
        "<div><h4>Lees ook</h4><ul><li><a href='/2'>Haven van Oosthoek dicht</a></li></ul></div>"
        "<p>Was u bang?</p><p>‘Nee.’</p><p>Nooit?</p><p>‘Een keer.’</p>"
    )
    short = ["Was u bang?", "‘Nee.’", "Nooit?", "‘Een keer.’"]
    assert body_of(body) == [FIRST, SECOND, *short, THIRD, FOURTH]


def test_what_a_paywall_leaves_is_the_article() -> None:
    body = (
        f"<article>{HEAD}<p>{FIRST}</p><p>{SECOND}</p><div class='paywall'><h3>Verder lezen?</h3>"
        "<p>Neem een abonnement en lees alles.</p><a href='/abo'>Bekijk de abonnementen</a></div>"
        "</article>"
    )
    assert body_of(body) == [FIRST, SECOND]
    named = f"<div>{HEAD}<div class='paywall content'>{paragraphs()}</div></div>"
    assert body_of(named) == list(PARAGRAPHS)
