"""Saved HTML pages: the article comes out, with its place in the source."""

from __future__ import annotations

import pytest
from webpage import places_hold, reasons

from tui.text.article import Article
from tui.text.read import read

TITLE = "Vuurtoren krijgt na 90 jaar nieuwe lamp"
FIRST = (
    "De vuurtoren van Oosthoek krijgt volgende maand een nieuwe lamp. De oude deed het negentig"
    " jaar en gaat naar het museum in het dorp, meldt de beheerder."
)
SECOND = (
    "De nieuwe lamp verbruikt 80 procent minder stroom dan de vorige. Schippers merken volgens de"
    " beheerder niets van het verschil, want het licht blijft even sterk."
)
BODY = f"{FIRST}\n\n{SECOND}"
STORY = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"


def page(body: str, head: str = "") -> Article:
    """The article on an HTML page with this body, its offsets checked."""
    source = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    article = read(source.encode(), "pagina.html")
    places_hold(article, source)
    return article


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{STORY}</article>",
        f"<main>{STORY}</main>",
        f"<div>{STORY}</div>",
        STORY,
        f"<main><article>{STORY}</article></main>",
        f"<div id='root'><div><section>{STORY}</section></div></div>",
        f"<header><h1>{TITLE}</h1></header><main><p>{FIRST}</p><p>{SECOND}</p></main>",
        f"<article><h1>{TITLE}</h1><div>{FIRST}</div><div>{SECOND}</div></article>",
        f"<ARTICLE><H1>{TITLE}</H1><P><STRONG>{FIRST}</STRONG></P><P>{SECOND}</P></ARTICLE>",
        f"<h1 class='logo'>Schelpkrant</h1><article>{STORY}</article>",
        f"<article>{STORY}</article><article><h2>Ander bericht</h2><p>Kort.</p></article>",
        f"<table><tr><td>{STORY}</td></tr></table>",
        f"<article><header><h1>{TITLE}</h1></header><div><p>{FIRST}</p><p>{SECOND}</p></div></article>",
    ],
)
def test_the_article_is_found_whatever_element_holds_it(body: str) -> None:
    article = page(f"<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>{body}")
    assert (article.title, article.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("chrome", "reason"),
    [
        ("<nav><ul><li><a href='/'>Voorpagina</a></li></ul></nav>", "navigation"),
        ("<div class='cookie-banner'><p>Wij gebruiken cookies.</p></div>", "cookie-notice"),
        ("<div class='share-buttons'><a href='#'>Facebook</a></div>", "share"),
        ("<div class='newsletter'><p>Onze post op vrijdag</p></div>", "newsletter"),
        ("<p class='byline'>Door Trijntje Loods</p>", "byline"),
        ("<div class='comments'><p>Wat een mooi ding!</p></div>", "comments"),
        ("<footer><p>Over deze krant</p></footer>", "footer"),
        ("<div class='advertisement'><p>Koop nu een lamp</p></div>", "advertisement"),
        ("<aside class='related'><ul><li><a href='/1'>Haven dicht</a></li></ul></aside>", "teaser"),
    ],
)
def test_what_stands_around_the_article_is_cut_for_its_reason(chrome: str, reason: str) -> None:
    before = page(f"{chrome}<article>{STORY}</article>")
    assert before.body == BODY
    assert reason in reasons(before).values()
    after = page(f"<article>{STORY}</article>{chrome}")
    assert after.body == BODY
    assert reason in reasons(after).values()


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<figure><img src='x'><figcaption>De toren. © Piet</figcaption></figure>", "caption"),
        ("<div class='share'><button>Deel</button></div>", "share"),
        ("<p>Lees ook: <a href='/2'>Haven van Oosthoek blijft dicht</a></p>", "read-also"),
        ("<div class='nieuwsbrief-blok'><p>Schrijf je in</p></div>", "newsletter"),
        ("<div class='ad-slot'>Advertentie</div>", "advertisement"),
    ],
)
def test_what_stands_inside_the_article_is_cut_for_its_reason(inner: str, reason: str) -> None:
    article = page(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{inner}<p>{SECOND}</p></article>")
    assert article.body == BODY
    assert reason in reasons(article).values()


def test_teasers_on_a_page_are_kept_as_related() -> None:
    article = page(
        f"<article>{STORY}</article><aside class='related'><h3>Meer uit Zeeland</h3><ul>"
        "<li><a href='/1'>Haven van Oosthoek een week dicht</a><time>2 uur geleden</time></li>"
        "<li><a href='/2'>Dorp kiest nieuwe dijkgraaf</a></li></ul></aside>"
    )
    assert [(item.title, item.age) for item in article.related] == [
        ("Haven van Oosthoek een week dicht", "2 uur geleden"),
        ("Dorp kiest nieuwe dijkgraaf", None),
    ]


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published", "source"),
    [
        (
            LINKED.format('{"@type": "NewsArticle", "datePublished": "2024-05-06T07:08:00+02:00"}'),
            "2024-05-06",
            "json-ld",
        ),
        (
            LINKED.format(
                '{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],'
                ' "datePublished": "2024-05-06"}]}'
            ),
            "2024-05-06",
            "json-ld",
        ),
        (
            '<meta property="article:published_time" content="2024-05-06T07:08:00Z">',
            "2024-05-06",
            "meta",
        ),
        (
            '<link rel="canonical" href="https://krant.example/2024/05/06/vuurtoren/">',
            "2024-05-06",
            "url",
        ),
        (LINKED.format("{ stuk"), None, None),
        (LINKED.format('{"@type": "NewsArticle", "datePublished": 12}'), None, None),
        (LINKED.format('{"@type": "NewsArticle", "datePublished": "gisteren"}'), None, None),
        pytest.param(LINKED.format("[" * 5000), None, None, id="deeper than Python goes"),
        (LINKED.format("null"), None, None),
        ("", None, None),
    ],
)
def test_the_day_of_publication_comes_from_the_head(
    head: str, published: str | None, source: str | None
) -> None:
    article = page(f"<article>{STORY}</article>", head)
    assert (article.published and article.published[:10], article.published_from) == (
        published,
        source,
    )


@pytest.mark.parametrize(
    "head",
    [
        f'<meta property="og:title" content="{TITLE}">',
        f"<title>{TITLE}</title>",
        f"<title>{TITLE} - Schelpkrant</title>",
        f"<title>{TITLE} | Schelpkrant</title>",
        LINKED.format(f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}'),
    ],
)
def test_without_a_heading_the_title_comes_from_the_head(head: str) -> None:
    article = page(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>", head)
    assert (article.title, article.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("caf&eacute; &amp; bar", "café & bar"),
        ("&#233;&eacute;n", "één"),
        ("&#x80;", "€"),
        ("&lt;script&gt;", "<script>"),
        ("twee&nbsp;woorden", "twee woorden"),
        ("&#27;[31mrood", "\ufffd[31mrood"),
        ("&#x1b;]0;x&#7;", "\ufffd]0;x\ufffd"),
        ("om&#x202e;gekeerd", "om\ufffdgekeerd"),
        ("&#155;31m", "›31m"),
        ("&onzin; en &", "&onzin; en &"),
    ],
)
def test_an_entity_is_decoded_and_made_safe(written: str, shown: str) -> None:
    article = page(f"<article>{STORY}<p>Op de muur staat {written} in het wit.</p></article>")
    last = article.body.split("\n\n")[-1].replace("\u00a0", " ")
    assert last == f"Op de muur staat {shown} in het wit."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("De <b>nieuwe</b> lamp <i>is <b>fel</b></i>.", "De nieuwe lamp is fel."),
        ('De <a href="/x">nieuwe</a> lamp.', "De nieuwe lamp."),
        ("De nieu<b>we</b> lamp.", "De nieuwe lamp."),
        ("De <span><span><span>nieuwe</span></span></span> lamp.", "De nieuwe lamp."),
        ("De\n   nieuwe\t\tlamp.", "De nieuwe lamp."),
        ("De <!-- oude --> nieuwe lamp.", "De nieuwe lamp."),
        ("De nieuwe<wbr> lamp.", "De nieuwe lamp."),
        ("De <script>oude()</script>nieuwe lamp.", "De nieuwe lamp."),
        ("De nieuwe lamp<style>p{}</style>.", "De nieuwe lamp."),
    ],
)
def test_markup_within_a_sentence_leaves_its_words(markup: str, text: str) -> None:
    article = page(f"<article>{STORY}<p>{markup}</p></article>")
    assert article.body == f"{BODY}\n\n{text}"


def test_two_breaks_part_paragraphs_and_one_does_not() -> None:
    article = page(f"<h1>{TITLE}</h1><div>{FIRST}<br><br>{SECOND}</div>")
    assert article.body == BODY
    single = page(f"<article>{STORY}<p>De toren<br>is wit.</p></article>")
    assert single.body.split("\n\n")[-1].split() == ["De", "toren", "is", "wit."]


def test_lists_tables_and_quotations_of_the_article_are_body() -> None:
    article = page(
        f"<article>{STORY}<h2>In cijfers</h2><ul><li>Hoogte: 31 meter.</li><li>Bouw: 1934.</li>"
        "</ul><blockquote><p>We zijn er blij mee.</p></blockquote>"
        "<table><tr><th>Jaar</th><th>Lampen</th></tr><tr><td>1934</td><td>een</td></tr></table>"
        "</article>"
    )
    paragraphs = article.body.split("\n\n")
    assert paragraphs[:5] == [FIRST, SECOND, "In cijfers", "Hoogte: 31 meter.", "Bouw: 1934."]
    assert paragraphs[5] == "We zijn er blij mee."
    assert [word for word in " ".join(paragraphs[6:]).split() if word.isalnum()] == [
        *("Jaar", "Lampen", "1934", "een"),
    ]


def test_no_text_of_tags_attributes_or_scripts_gets_into_the_body() -> None:
    article = page(
        f"<article data-x='<p>nep</p>'>{STORY}<script>var p = '<p>nep</p>';</script>"
        "<style>.nep{}</style><noscript>nep</noscript><template><p>nep</p></template>"
        "<!-- <p>nep</p> --><svg><text>nep</text></svg></article>"
    )
    assert article.body == BODY
    assert all("nep" not in piece.text for piece in article.pieces)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}<p>{FIRST}<p>{SECOND}",
        f"<article><h1>{TITLE}</h1><p>{FIRST}<p>{SECOND}</article></div></div></section>",
        f"<div><h1>{TITLE}</h1><p>{FIRST}</b></p><p>{SECOND}</p>",
        f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><div class='",
        f"<h1>{TITLE}</h1><p class=x class=y>{FIRST}</p><p =a=\"'>{SECOND}</p>",
    ],
)
def test_a_broken_page_still_gives_its_article(body: str) -> None:
    source = f"<html><body>{body}"
    article = read(source.encode(), "stuk.html")
    assert FIRST in article.body
    assert article.title == TITLE


def test_a_page_cut_off_anywhere_keeps_its_places() -> None:
    whole = (
        f"<!DOCTYPE html><html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav>"
        f'<article>{STORY}<p class="a b">Nog <b>een</b> zin &amp; meer.</p></article></body></html>'
    )
    for end in range(1, len(whole), 3):
        source = whole[:end]
        places_hold(read(source.encode(), "half.html"), source)


@pytest.mark.parametrize("depth", [300, 3000])
def test_an_article_below_thousands_of_elements_is_found(depth: int) -> None:
    article = page("<div>" * depth + STORY + "</div>" * depth)
    assert (article.title, article.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<html><head><title>x</title></head></html>",
        "<!DOCTYPE html>",
        "<html>",
        "<html><body></body></html>",
        "<html><body><script>1</script></body></html>",
    ],
)
def test_a_page_without_text_has_no_body(source: str) -> None:
    article = read(source.encode(), "leeg.html")
    assert (article.body, article.figures, article.related) == ("", (), ())


def test_a_page_that_only_lists_teasers_has_no_title_and_no_body() -> None:
    cards = "".join(
        f"<li><a href='/{at}'>Bericht nummer {at} over de haven</a><time>{at} uur geleden</time>"
        "</li>"
        for at in range(2, 9)
    )
    article = page(f"<section class='latest'><h2>Net binnen</h2><ul>{cards}</ul></section>")
    assert (article.title, article.body) == (None, "")
    assert [item.age for item in article.related] == [f"{at} uur geleden" for at in range(2, 9)]


def test_the_language_of_the_page_counts_where_the_text_is_short() -> None:
    source = '<html lang="nl-NL"><body><p>Dicht.</p></body></html>'
    assert read(source.encode(), "kort.html").language == "nl"
