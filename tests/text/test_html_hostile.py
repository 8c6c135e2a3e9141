"""Pages made to break a reader: each gives its article, and twice the page is twice the work."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from webpage import PARAGRAPHS, TITLE, paragraphs

from tui.text.clean import clean
from tui.text.html import page_of

STORY = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{paragraphs()}"
BODY = "\n\n".join(PARAGRAPHS)

BOMBS: dict[str, Callable[[int], str]] = {
    "nested divs": lambda n: "<div>" * n,
    "nested divs with text": lambda n: "<div>lamp" * n,
    "nested inline": lambda n: "<b><i><span>" * n,
    "nested tables": lambda n: "<table><tr><td>lamp" * n,
    "nested lists": lambda n: "<ul><li>lamp" * n,
    "inline end tags that fit nothing": lambda n: "<b><i></u></i>" * n,
    "block end tags that fit nothing": lambda n: "<div>" + "</section></p></li>" * n,
    "end tags behind a cell": lambda n: "<div><table><td>" + "<p>" * 99 + "</div>" * n,
    "attributes": lambda n: "<p " + "a=b " * n + ">",
    "smaller than": lambda n: "<" * n,
    "tags never closed": lambda n: "<a " * n,
    "quotes never closed": lambda n: '<a href="x>' * n + "'",
    "quotes around the end": lambda n: '<a x=">"' * n,
    "comments never closed": lambda n: "<!--" * n,
    "declarations": lambda n: "<![CDATA[" * n,
    "scripts never closed": lambda n: "<script>" * n,
    "titles never closed": lambda n: "<title>" * n,
    "entities": lambda n: "<p>" + "&#27;&lt;&#x202e;" * n,
    "ampersands": lambda n: "<p>" + "&" * n,
    "blanks": lambda n: "<p>" + "&nbsp;" * n + "x",
    "tables": lambda n: "<table><tr><td>a</td><td>b</td></tr></table>" * n,
    "links": lambda n: "".join(f"<li><a href='/{at}'>Bericht no {at}</a>" for at in range(n)),
    "links in one box": lambda n: "".join(f"<a href='/{at}'>Bericht {at}</a>" for at in range(n)),
    "quotations": lambda n: "".join(f"<blockquote>Lamp {at}</blockquote>" for at in range(n)),
    "headings": lambda n: "<h1>Een andere kop dan die boven het stuk</h1>" * n,
    "section heads": lambda n: "<h2>Meer uit Zeeland</h2>" * n,
    "labels": lambda n: "<div><p>Advertentie</p>" * n,
    "names": lambda n: "<div class='" + "a-b-c " * n + "'>x</div>",
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda name: name)
def test_a_hostile_page_still_gives_the_article_above_it(bomb: str) -> None:
    article = clean(page_of(STORY + BOMBS[bomb](3000)))
    assert article.title == TITLE
    assert article.body.startswith(BODY)


def steps(source: str) -> int:
    """How many calls of functions it takes to read a page: a count that is the same every time."""
    count = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        clean(page_of(source))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda name: name)
def test_twice_as_much_of_it_takes_no_more_than_twice_the_steps(bomb: str) -> None:
    steps(STORY)
    once, twice = (steps(STORY + BOMBS[bomb](size)) for size in (700, 1400))
    assert twice <= 2.3 * once + 2000


def test_of_an_endless_page_the_rest_is_one_block() -> None:
    page = page_of(STORY + "<p>Nog een lamp.</p>" * 40_000)
    assert len(page.blocks) == 15_000
    assert page.blocks[-1].end == len(page.source) - len("</p>")
    assert clean(page).body.startswith(BODY)


def test_what_an_entity_decodes_to_cannot_steer_a_terminal() -> None:
    body = clean(page_of(f"{STORY}<p>Rood &#27;[31m en &#x9b;2J en &#x202e; om.</p>")).body
    assert not set(body) & set("\x1b\x9b\u202e")
