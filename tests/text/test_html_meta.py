"""What the head of a page says of its article, in all the ways that sites say it."""

from __future__ import annotations

import pytest
from webpage import TITLE, page, paragraphs

from tui.text.article import Article

LINKED = '<script type="application/ld+json">{}</script>'
NEWS = '"@type": "NewsArticle"'
DAY = "2024-05-06"


def headed(head: str, body: str = "") -> Article:
    """The article on a page with this head, its heading below what is given of the body."""
    return page(f"<article>{body}<h1>{TITLE}</h1>{paragraphs()}</article>", head)


@pytest.mark.parametrize(
    "json",
    [
        f'{{{NEWS}, "datePublished": "{DAY}T07:08:00+02:00"}}',
        f'[{{"@type": "WebSite"}}, {{{NEWS}, "datePublished": "{DAY}"}}]',
        f'{{"@graph": [{{"@type": "WebPage"}}, {{{NEWS}, "datePublished": "{DAY}"}}]}}',
        f'{{"@type": "WebPage", "mainEntity": {{{NEWS}, "datePublished": "{DAY}"}}}}',
        f'{{"@type": ["ReportageNewsArticle"], "datePublished": ["{DAY}"]}}',
        f'{{"@type": "LiveBlogPosting", "datePublished": "{DAY}"}}',
        f'{{"@type": "http://schema.org/NewsArticle", "datePublished": "{DAY}"}}',
        f'{{{NEWS}, "datePublished": "{DAY}",}}',
        f'{{{NEWS}, "description": "een\nregel", "datePublished": "{DAY}"}}',
        f'//<![CDATA[\n{{{NEWS}, "datePublished": "{DAY}"}}\n//]]>',
    ],
)
def test_the_day_comes_from_json_ld_however_it_is_packed(json: str) -> None:
    article = headed(LINKED.format(json))
    assert (str(article.published)[:10], article.published_from) == (DAY, "json-ld")


@pytest.mark.parametrize(
    "json",
    [
        "{ stuk",
        "null",
        '"tekst"',
        "[" * 3000,
        "{" * 3000,
        f'{{{NEWS}, "datePublished": {{"a": 1}}}}',
        f'{{{NEWS}, "datePublished": "1970-01-01"}}',
        f'{{{NEWS}, "datePublished": "gisteren", "publisher": 3, "headline": []}}',
        '{"@type": {"x": 1}, "datePublished": "2024-05-06"}',
        f'{{"@type": "BreadcrumbList", "datePublished": "{DAY}"}}',
    ],
)
def test_json_ld_that_says_nothing_is_passed_over(json: str) -> None:
    article = headed(LINKED.format(json))
    assert (article.title, article.published, article.published_from) == (TITLE, None, None)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (f'<meta property="article:published_time" content="{DAY}T07:00:00Z">', "meta"),
        (f"<META NAME='DC.Date' CONTENT='{DAY}'>", "meta"),
        ('<meta itemprop="datePublished" content="20240506T0700">', "meta"),
        (f"<meta name=pubdate content={DAY}>", "meta"),
        ('<link rel="canonical" href="https://krant.example/2024/05/06/toren/">', "url"),
        ('<meta property="og:url" content="https://krant.example/2024-05-06-toren">', "url"),
    ],
)
def test_the_day_comes_from_the_head(head: str, source: str) -> None:
    article = headed(head)
    assert (str(article.published)[:10], article.published_from) == (DAY, source)


@pytest.mark.parametrize(
    ("time", "published"),
    [
        (f'<time datetime="{DAY}T10:00" itemprop="datePublished">6 mei</time>', DAY),
        (f'<time datetime="{DAY}" pubdate>6 mei</time>', DAY),
        (f'<time datetime="{DAY}">6 mei</time>', None),
    ],
)
def test_a_time_counts_where_it_says_that_it_is_the_day_of_publication(
    time: str, published: str | None
) -> None:
    article = headed("", time)
    assert (article.published and article.published[:10]) == published
    assert article.published_from == (published and "meta")


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="De Schelp">', "De Schelp"),
        (LINKED.format(f'{{{NEWS}, "publisher": {{"name": "De Schelp"}}}}'), "De Schelp"),
        (LINKED.format(f'{{{NEWS}, "publisher": "De Schelp"}}'), "De Schelp"),
        (LINKED.format(f'{{{NEWS}, "publisher": [{{"name": "De Schelp"}}]}}'), "De Schelp"),
        (
            LINKED.format(
                f'{{"@graph": [{{{NEWS}, "publisher": {{"@id": "#u"}}}},'
                ' {"@id": "#u", "@type": "Organization", "name": "De Schelp"}]}'
            ),
            "De Schelp",
        ),
        ('<meta name="application-name" content="De Schelp">', "De Schelp"),
        ('<link rel="canonical" href="https://www.schelp.example/x">', "schelp.example"),
        ('<meta property="og:url" content="//nieuws.Schelp.example:8080/x">',
         "nieuws.schelp.example"),
        ('<link rel="canonical" href="/x">', None),
        ('<link rel="canonical" href="https://[">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_site_is_its_name_or_else_its_host(head: str, site: str | None) -> None:
    assert headed(head).site == site


@pytest.mark.parametrize(
    ("tag", "language"),
    [("<html lang=de-DE>", "de"), ("<html xml:lang='fr'>", "fr"), ("<html>", None)],
)
def test_the_language_is_told_by_the_root(tag: str, language: str | None) -> None:
    from tui.text.read import read

    source = f"<!DOCTYPE html>{tag}<body><p>Zu.</p></body></html>"
    assert read(source.encode(), "kort.html").language == language


@pytest.mark.parametrize(
    "head",
    [
        "<title>Schelp - Iets anders</title><meta property='og:title' content='Iets anders'>",
        f"<title>{TITLE} - De Schelp</title>",
        "<title>De Schelp</title>",
        "<title>Nieuwe lamp voor vuurtoren na 90 jaar</title>",
        "",
    ],
)
def test_the_heading_of_the_page_is_the_headline(head: str) -> None:
    assert headed(head).title == TITLE


def test_a_logo_in_a_heading_is_not_the_headline() -> None:
    article = page(
        f"<h1><a href='/'>De Schelp</a></h1><div><h2>{TITLE}</h2>{paragraphs()}</div>",
        f"<title>{TITLE} | De Schelp</title>",
    )
    assert article.title == TITLE
