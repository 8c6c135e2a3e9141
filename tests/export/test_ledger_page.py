"""The page of a report: whole in itself, and words from outside are only words in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given

from tests.export.ledger_samples import ANY_SERIES, CERTAIN, SERIES, TEXTS, entry
from tui.export.ledger_page import Heading, render
from tui.export.ledger_row import marked
from tui.export.ledger_told import Told
from tui.text.safe import UNSAFE

EMPTY = {"meta"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "footer", "nav", "main"),
    *("section", "h1", "h2", "p", "ol", "ul", "li", "a", "dl", "dt", "dd", "figure", "figcaption"),
    *("svg", "path", "text", "tspan", "bdi", "span", "strong", "abbr", "time", "blockquote"),
    *("mark", "cite", "code", "table", "thead", "tbody", "tr", "th", "td"),
}
"""All that a page is made of; none of them runs or fetches anything."""


class Page(HTMLParser):
    """What a browser sees of a page: elements that stand well, with attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text.append(data)

    def all(self, tag: str, look: str = "") -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and (not look or look in attributes.get("class", "").split())
        ]


def page(*series: Told, title: str = "archief") -> str:
    contents = [Heading(told.name, len(told.entries), "") for told in series]
    return "".join(render(title, "2026-01-02", contents, series))


def test_the_page_has_each_series_with_plot_legend_and_rows() -> None:
    found = Page(page(SERIES, SERIES))
    assert len(found.all("section")) == len(found.all("table")) == 2
    assert len(found.all("svg", "plot")) == 4  # one for a screen and one for a phone
    assert len(found.all("tr")) == 2 * (1 + len(SERIES.entries))
    assert len(found.all("svg", "key")) == 2 * (len(SERIES.speakers) + len(SERIES.entries))
    assert found.text.count(SERIES.name) >= 4


def test_a_row_has_its_quote_with_the_number_marked_and_its_source() -> None:
    text = page(Told("boten", (CERTAIN,)))
    assert "De Kustwacht meldt dat <mark>40</mark> boten zijn geborgen." in text
    assert (
        "<cite><bdi>Boten geborgen bij Oostdijk</bdi></cite>, 2024-05-03, "
        "<code><bdi>zee/boten.txt</bdi></code>"
    ) in text


def test_rows_tell_of_time_copies_and_how_they_stand_to_others() -> None:
    words = " ".join(Page(page(SERIES)).text)
    assert "no day before 1" in " ".join(re.sub(r"\s+", " ", words).split())
    assert "zee/kopie.txt" in words
    assert "no contradiction:  een andere haven" in words
    assert "own voice (headline: Haven)" not in words and "own voice: bode.example" in words


def test_in_the_record_of_a_speaker_each_row_tells_what_changed() -> None:
    told = Told("boten", (replace(CERTAIN, change="first"), replace(CERTAIN, change="denied")))
    words = " ".join(Page(page(told)).text)
    assert "• first told" in words and "✗ denied now" in words
    assert "first told" not in " ".join(Page(page(SERIES)).text)


def test_all_links_lead_to_a_place_in_the_page() -> None:
    found = Page(page(SERIES, SERIES))
    places = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(places) == len(set(places))
    links = [attributes["href"] for attributes in found.all("a")]
    assert len(links) > 4
    assert {link.removeprefix("#") for link in links} <= set(places)


def test_the_page_needs_nothing_else_and_says_so() -> None:
    text = page(SERIES)
    found = Page(text)
    assert not re.search(r"https?:|url\(|@import|<script|\bsrc=|\son\w+=", text)
    assert {name for name, _ in found.elements} <= ELEMENTS
    (policy,) = [each["content"] for each in found.all("meta") if "http-equiv" in each]
    assert policy.startswith("default-src 'none'")


def test_who_hears_the_page_is_told_what_each_part_is() -> None:
    found = Page(page(SERIES, SERIES))
    assert found.all("html") == [{"lang": "nl"}]
    heads = [each for each in found.all("th") if each["role"] == "columnheader"]
    assert {each["scope"] for each in heads} == {"col"} and len(heads) == 10
    rows = [each for each in found.all("th") if each["role"] == "rowheader"]
    assert {each["scope"] for each in rows} == {"row"} and len(rows) == 8
    assert all(each["aria-label"] and each["role"] == "img" for each in found.all("svg", "plot"))
    assert all(each["aria-hidden"] == "true" for each in found.all("svg", "key"))
    labels = [each["aria-labelledby"] for each in found.all("table")]
    assert labels == [each["id"] for each in found.all("h2") if "id" in each]
    assert len(found.all("title")) > 2  # one of the page, and one of each plot and sign


@given(ANY_SERIES, TEXTS)
def test_whatever_words_come_in_they_stay_words(series: Told, title: str) -> None:
    text = page(series, title=title)
    found = Page(text)
    assert {name for name, _ in found.elements} <= ELEMENTS
    assert not any(name.startswith("on") for _, every in found.elements for name in every)
    assert not UNSAFE.search(text)


def test_the_number_is_marked_only_where_it_is_sure_which_one_it_is() -> None:
    told = "Er zijn 40 boten en 4000 mensen."
    assert marked(told, "40 boten", "40") == ("Er zijn ", "40", " boten en 4000 mensen.")
    twice = "Eerst 40 boten, toen weer 40 boten."
    assert marked(twice, "40 boten", "40") == (twice, "", "")
    assert marked("Het waren er 40.", "40 boten", "40") == ("Het waren er ", "40", ".")
    assert marked("Het zijn er 40.000 of 140.", "40 boten", "40")[1] == ""
    assert marked("Niets.", "40 boten", "40") == ("Niets.", "", "")
    assert marked("Een\nzin met  40 boten.", "40\nboten", "40") == ("Een zin met ", "40", " boten.")


def test_a_series_without_numbers_has_rows_and_no_plot() -> None:
    found = Page(page(Told("x", (entry({"value": None}),))))
    assert found.all("figure") == [] and len(found.all("tr")) == 2
