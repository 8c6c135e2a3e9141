"""Where the article stands on a page: the shapes that sites give it, known and unknown."""

from __future__ import annotations

import pytest
from webpage import CHROME, COMMENT, PARAGRAPHS, TEASER, TITLE, body_of, page, paragraphs, teasers

HEAD = f"<h1>{TITLE}</h1>"
STORY = list(PARAGRAPHS)
BREAKS = "<br><br>".join(PARAGRAPHS)
GRID = f"<div>{teasers()}</div>"
NESTED = "<div>" * 30, "</div>" * 30


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div>{HEAD}<div>{BREAKS}</div></div>{GRID}", id="br-br in a div"),
        pytest.param(f"<div>{HEAD}{BREAKS}</div>{GRID}", id="br-br beside the headline"),
        pytest.param(f"<div>{HEAD}<div>{paragraphs('div')}</div></div>{GRID}", id="divs"),
        pytest.param(f"<div>{HEAD}<div>{paragraphs('span')}</div></div>{GRID}", id="spans"),
        pytest.param(
            f"<div>{HEAD}<div class='css-1x2y3z'>{paragraphs('p', 'class=sc-bdVaJa')}</div></div>"
            f"<div class='css-9k8j7h'>{GRID}</div>",
            id="hashed names",
        ),
        pytest.param(
            f"<krant-artikel><krant-kop>{HEAD}</krant-kop>{paragraphs('krant-alinea')}"
            f"</krant-artikel><krant-raster>{GRID}</krant-raster>",
            id="custom elements",
        ),
        pytest.param(
            f"<table width=100%><tr><td width=150>{CHROME}</td><td>"
            f"<font size=5><b>{TITLE}</b></font><br><font size=2>{BREAKS}</font></td>"
            f"<td>{GRID}</td></tr></table>",
            id="layout table with fonts",
        ),
        pytest.param(
            f"<div><h1>{TITLE}</h1><p><strong>{PARAGRAPHS[0]}</strong></p></div>"
            f"<div>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS[1:])}</div>{GRID}",
            id="lead beside the text",
        ),
        pytest.param(
            f"{HEAD}<h2>{PARAGRAPHS[0]}</h2>"
            f"<div>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS[1:])}</div>{GRID}",
            id="lead in a heading",
        ),
        pytest.param(f"{NESTED[0]}{HEAD}{paragraphs()}{NESTED[1]}{GRID}", id="thirty divs deep"),
        pytest.param(
            f"<div>{HEAD}"
            + "".join(f"<div><div><p>{t}</p></div></div>" for t in STORY)
            + f"</div>{GRID}",
            id="each paragraph in boxes",
        ),
        pytest.param(
            f"<div>{HEAD}<section><p>{STORY[0]}</p><p>{STORY[1]}</p></section><div>Advertentie</div>"
            f"<section><p>{STORY[2]}</p><p>{STORY[3]}</p></section></div>{GRID}",
            id="two sections",
        ),
        pytest.param(
            f"<FORM ACTION='/' ID=aspnetForm><DIV CLASS='Sidebar Content'>{HEAD}{paragraphs('P')}"
            f"</DIV>{GRID}</FORM>",
            id="a form around the page",
        ),
        pytest.param(
            f"<div class='layout-with-sidebar page--has-comments'>{HEAD}{paragraphs()}</div>{GRID}",
            id="names about something else",
        ),
        pytest.param(
            f"<div class='widget'><div class='promo post'>{HEAD}{paragraphs()}</div></div>{GRID}",
            id="misleading names around all",
        ),
        pytest.param(
            f"<div class=x><p>{STORY[0]}<p>{STORY[1]}<p>{STORY[2]}<p>{STORY[3]}</div>{GRID}",
            id="no heading, paragraphs never closed",
        ),
        pytest.param(
            f"<div>{HEAD}<p>{'</p><p>'.join(STORY)}</b></i></span></p></div></td>{GRID}",
            id="end tags that fit nothing",
        ),
        pytest.param(
            f"<div><b>{HEAD}</b><p><font face=Arial>{STORY[0]}<p>{STORY[1]}</font><p>{STORY[2]}"
            f"<p>{STORY[3]}</div>{GRID}",
            id="font closed in another paragraph",
        ),
        pytest.param(f"<ul>{HEAD}{paragraphs('li')}</ul>{GRID}", id="list items"),
        pytest.param(
            f"<main><article>{HEAD}{paragraphs()}</article>"
            + "".join(f"<article><h2>Bericht {n}</h2><p>{TEASER}</p></article>" for n in range(8))
            + "</main>",
            id="articles under the article",
        ),
        pytest.param(
            f"<main><div class='bericht'>{HEAD}{paragraphs()}</div>"
            f"<div class='bericht'><h2>Eiland krijgt dijk</h2><p>{TEASER}</p><p>{TEASER}</p></div>"
            "</main>",
            id="a second article of the same class",
        ),
        pytest.param(
            f"<main><article>{HEAD}{paragraphs()}</article>"
            f"<article><h1>Eiland krijgt dijk</h1>{f'<p>{TEASER}</p>' * 9}</article></main>",
            id="a longer second article",
        ),
        pytest.param(
            f"<div class='cookie-melding'><p>{TEASER * 4}</p></div>{HEAD}{paragraphs()}",
            id="a long cookie notice",
        ),
        pytest.param(
            f"<div>{HEAD}{paragraphs()}</div><div style='display:none'><p>{TEASER * 9}</p></div>",
            id="a long hidden part",
        ),
        pytest.param(
            f"<div>{HEAD}{paragraphs()}<noscript><p>{TEASER * 9}</p></noscript></div>",
            id="a long noscript",
        ),
        pytest.param(
            f"<div>{HEAD}{paragraphs()}</div><div id=reacties>"
            + "".join(f"<div><b>Piet</b><p>{COMMENT}</p></div>" for _ in range(20))
            + "</div>",
            id="more comments than article",
        ),
    ],
)
def test_the_article_is_all_that_is_left(body: str) -> None:
    article = page(f"{CHROME}{body}<div><p>Uitgeverij Schelp, sinds 1921</p></div>")
    assert article.body.split("\n\n") == STORY
    assert article.title == TITLE


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "card",
    [
        "<li><a href='/{0}'>Eiland krijgt nieuwe dijk {0}</a><p>{1}</p></li>",
        "<li><h3><a href='/{0}'>Eiland krijgt nieuwe dijk {0}</a></h3><p>{1} {1}</p></li>",
        "<div><a href='/{0}'><h3>Eiland krijgt nieuwe dijk {0}</h3><p>{1}</p></a></div>",
        "<div><p>{1}</p><a href='/{0}'>Eiland krijgt een nieuwe dijk {0}</a></div>",
    ],
)
def test_teasers_longer_than_a_brief_do_not_win(card: str, count: int) -> None:
    cards = "".join(card.format(at, TEASER) for at in range(40))
    brief = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:count])
    article = page(f"{CHROME}<div><div>{HEAD}{brief}</div></div><div><ul>{cards}</ul></div>")
    assert article.body.split("\n\n") == STORY[:count]
    assert len(article.related) == 40


def test_a_brief_shorter_than_all_around_it_is_found() -> None:
    notice = f"<div id='cookies'><p>{TEASER}</p><p>{TEASER}</p></div>"
    brief = "De veerboot vaart vandaag niet."
    assert body_of(
        f"{notice}{CHROME}<article><h1>Veer uit de vaart</h1><p>{brief}</p></article>"
    ) == [brief]


def test_paragraphs_apart_from_the_rest_are_found_in_an_amp_page() -> None:
    body = (
        "<amp-sidebar id=menu><ul><li><a href='/'>Voorpagina</a></li></ul></amp-sidebar>"
        f"<amp-ad><div>Koop nu</div></amp-ad><div class=i-amphtml-x>{HEAD}"
        f"<amp-img src=x></amp-img>{paragraphs()}<amp-ad><p>{TEASER}</p></amp-ad></div>"
    )
    assert body_of(body) == STORY


def test_a_page_of_cards_has_no_article() -> None:
    article = page(f"{CHROME}<h1>Regio</h1>{GRID}", "<title>Regio - Schelpkrant</title>")
    assert (article.title, article.body) == (None, "")
    assert len(article.related) == 12
