"""The tree of a page: broken markup, and every text with its own place in the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from webpage import PARAGRAPHS, TITLE, page

from tui.text.clean import clean
from tui.text.html import page_of
from tui.text.safe import safe
from tui.text.tags import parse

SCRAPS = st.sampled_from(
    ["<p>", "</p>", "<p'<p>", "<div class='a'>", '<div class="', "</div>", "<b>", "</i>", "<",
     "<<", "<!--", "-->", "<![CDATA[", "<br>", "<br/>", "<table><tr><td>", "</table>", "<li>",
     "<a href=x>", "</a>", "<script>", "</script>", "<title>", "</title>", "<h1>", "<svg>",
     "<select><option>", "</svg>", "<x-y>", "<hr>", "<body>", "</body>", "</html>", "&amp;",
     "&#27;", "&nbsp;", "&shy;", "&", "\u00ad", "\x00", "\u202e", " ", "\n", "lamp", "é", '"',
     "Een zin van de lamp. ", "'", ">", "=", "/>", "<noscript>", "<template>", "<article>",
     "<p style='display:none'>", "<main>"]
)  # fmt: skip
SOURCES = st.lists(SCRAPS, max_size=40).map("".join)


def shape(source: str) -> list[tuple[str, str]]:
    """The texts of a page with the element that holds each."""
    return [(block.path[-1], block.text) for block in page_of(f"<html><body>{source}").blocks]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>een<p>twee", [("p", "een"), ("p", "twee")]),
        ("<p>een<div>twee</div>drie", [("p", "een"), ("div", "twee"), ("body", "drie")]),
        ("<ul><li>een<li>twee</ul>", [("li", "een"), ("li", "twee")]),
        ("<h1>kop<p>tekst", [("h1", "kop"), ("p", "tekst")]),
        ("<div>een</b></p></td> twee</div>", [("div", "een twee")]),
        ("<p>een <b>twee</p><p>drie</b> vier</p>", [("p", "een twee"), ("p", "drie vier")]),
        ("<table><tr><td>een<td>twee<tr><td>drie", [("tr", "een | twee"), ("tr", "drie")]),
        ("<p'<p>een</p>", [("p'<p", "een")]),
        ("<p title='a > b'>een</p>", [("p", "een")]),
        ("<p title=\"it's\">een</p>", [("p", "een")]),
        ("<p \"x>een</p>", [("p", "een")]),
        ("<P CLASS=x>een</P>", [("p", "een")]),
        ("een < twee <3 en 4>3", [("body", "een < twee <3 en 4>3")]),
        ("<!-- weg --!>een<!---->twee", [("body", "eentwee")]),
        ("<? weg ?>een<!weg>", [("body", "een")]),
        ("een<script>'<p>weg</p>'</script>twee", [("body", "eentwee")]),
        ("een<textarea><p>weg</textarea>twee", [("body", "eentwee")]),
        ("<p>een<br/>twee<br><br>drie", [("p", "een twee"), ("p", "drie")]),
        ("<a href=x>een<a href=y>twee", [("a", "een"), ("a", "twee")]),
        ("<svg><text>weg</text><p>een", [("p", "een")]),
        ("<p>e&eacute;n&shy;maal &lt;b&gt;", [("p", "eénmaal <b>")]),
        ("<div>een</div></body></html>twee", [("div", "een"), ("body", "twee")]),
        ("<p>een</p><p class='", [("p", "een")]),
        ("<p>een <", [("p", "een <")]),
        ("<title>een", [("body", "een")]),
    ],
)  # fmt: skip
def test_broken_markup_is_read_as_a_browser_would(
    source: str, blocks: list[tuple[str, str]]
) -> None:
    assert [(tag, text) for tag, text in shape(source)] == blocks


@given(SOURCES)
@example("<p'<p>lamp</p>" * 3)
@example("&nbsp;lamp&shy;&nbsp;<br>&#27;")
@example("<a x='>'<p>lamp")
@settings(max_examples=300, deadline=None)
def test_every_block_stands_where_its_text_does(scraps: str) -> None:
    source = f"<html><body>{scraps}"
    reached = 0
    for block in page_of(source).blocks:
        assert reached <= block.start < block.end <= len(source)
        reached = block.end
        stretch = source[block.start : block.end]
        word = next(iter(safe(block.text).split()))
        assert word[0] in stretch or "&" in stretch or "\ufffd" in word


@given(SOURCES)
@settings(max_examples=300, deadline=None)
def test_every_character_of_a_broken_page_is_in_a_piece_or_white_space(scraps: str) -> None:
    source = f"<html><body><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{scraps}<p>{PARAGRAPHS[1]}</p>"
    reached = 0
    for piece in clean(page_of(source)).pieces:
        assert reached <= piece.start <= piece.end
        assert not source[reached : piece.start].strip()
        assert piece.text or piece.reason == "markup"
        reached = piece.end
    assert not source[reached:].strip()


def test_a_broken_tag_leaves_the_blocks_after_it_in_their_place() -> None:
    article = page(f"<h1>{TITLE}</h1><p'<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>")
    assert article.body == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ("class='a b' id=c", {"class": "a b", "id": "c"}),
        ('TITLE="x &amp; y"', {"title": "x & y"}),
        ("class=a class=b", {"class": "a"}),
        ("hidden", {"hidden": ""}),
        ("a = 'b'", {"a": "b"}),
    ],
)
def test_attributes_are_read_as_they_are_written(attributes: str, found: dict[str, str]) -> None:
    told = parse(f"<p {attributes}>x</p>").leaves[0].node
    assert {name: told.get(name) for name in found} == found
