"""The figures of an article in the panel: their plain form, their order, and which kinds."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import CAFE_ARTICLE, FakeLibrary, article, claim, figure
from tui.items import Item
from tui.text.article import FigureKind
from tui.widgets import wording
from tui.widgets.ordering import about_order, next_kind, next_order, ordered

BODY = (
    "De verbouwing van de sluis kost volgens wethouder Sietske Postma ruim 6,7 miljard dollar. "
    "Tientallen bewoners kwamen kijken, een derde van de huizen stond leeg.\n\n"
    "Een 19-jarige monteur telde 8 tot 13 schepen in 2,5 uur. De kade is 340 meter lang, twee "
    "keer zo lang als de oude. Bijna 12 procent van de 4.000 huizen trilt, zo meldt het bureau."
)
SAID = (claim(BODY, "kost volgens wethouder", "Sietske Postma", "estimated", "volgens"),)
FIGURES = (
    figure(
        BODY,
        *("6,7 miljard", 6.7e9, "dollar"),
        kind="money",
        unit="USD",
        hedge="more than",
        claim=0,
    ),
    replace(
        figure(BODY, "Tientallen", 0, "bewoners", kind="vague", low=10),
        value=None,
    ),
    figure(
        BODY,
        *("een derde", 0.333333, "huizen"),
        kind="share",
        phrase="een derde van de huizen",
    ),
    figure(BODY, "19", 19, "monteur", kind="age", phrase="19"),
    replace(figure(BODY, "8 tot 13", 0, "schepen", low=8, high=13), value=None),
    figure(BODY, "2,5", 2.5, "uur", kind="duration", unit="h"),
    figure(BODY, "340", 340, "meter", kind="measure", unit="m"),
    figure(BODY, "twee", 2, "", kind="multiple", phrase="twee keer zo lang"),
    figure(BODY, "12 procent", 12, "", kind="percent", hedge="less than", phrase="12 procent"),
    figure(BODY, "4.000", 4000, "huizen"),
)
LOCK = article(
    "sluis.html",
    "Sluis kost miljarden",
    BODY,
    claims=SAID,
    figures=tuple(replace(found, noun=found.noun or None) for found in FIGURES),
)
IN_TEXT = [found.text for found in LOCK.figures]
BY_VALUE = ["6,7 miljard", "4.000", "340", "Tientallen", "8 tot 13"]
BY_VALUE += ["2,5", "19", "een derde", "12 procent", "twee"]
BY_KIND = ["8 tot 13", "4.000", "6,7 miljard", "12 procent", "een derde", "340", "2,5", "19"]
BY_KIND += ["twee", "Tientallen"]


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary((LOCK, CAFE_ARTICLE), broken=False)


def told(reader) -> list[str]:
    items = [fact.item for fact in reader.desk.spread.panel.facts._facts]
    return [LOCK.figures[item.index].text for item in items if item is not None]


def plain(**fields: object) -> str:
    whole = {"value": None, "noun": None, "phrase": "zoals het er staat"}
    return wording.figure(replace(LOCK.figures[-1], **{**whole, **fields}))


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"value": 1500, "noun": "soldaten"}, "1.500 soldaten"),
        ({"value": 24}, "24"),
        ({"value": 2.5, "noun": "kilo"}, "2,5 kilo"),
        ({"value": -5, "noun": "graden", "kind": "measure"}, "-5 graden"),
        ({"value": 6.7e9, "noun": "dollar", "kind": "money"}, "6.700.000.000 dollar"),
        ({"value": 3e8, "unit": "EUR", "kind": "money"}, "300.000.000 EUR"),
        ({"low": 20000, "high": 30000, "noun": "euro", "kind": "money"}, "20.000–30.000 euro"),
        ({"low": 8, "high": 13, "noun": "schepen"}, "8–13 schepen"),
        ({"low": 12, "high": 14, "kind": "percent"}, "12–14%"),
        ({"low": 10, "noun": "mensen", "kind": "vague"}, "≥ 10 mensen"),
        ({"low": 10, "kind": "vague", "hedge": "at least"}, "≥ 10"),
        ({"low": 10, "kind": "vague", "hedge": "about"}, "~ ≥ 10"),
        ({"high": 9, "noun": "mensen"}, "≤ 9 mensen"),
        ({"value": 12, "kind": "percent", "hedge": "less than"}, "< 12%"),
        ({"value": 0.5, "kind": "share"}, "1/2"),
        ({"value": 0.333333, "kind": "share", "noun": "huizen"}, "1/3 huizen"),
        ({"value": 0.4, "kind": "share", "noun": "mensen"}, "2/5 mensen"),
        ({"value": 0.00001234, "kind": "share"}, "0,001%"),
        ({"value": 19, "kind": "age", "noun": "man"}, "19 jaar, man"),
        ({"value": 19, "kind": "age"}, "19 jaar"),
        ({"value": 2, "kind": "multiple"}, "2×"),
        ({"value": 2.5, "kind": "duration", "noun": "uur", "unit": "h"}, "2,5 uur"),
        ({"value": 80, "kind": "measure", "unit": "km/h"}, "80 km/h"),
        ({"value": 1500, "hedge": "at most"}, "≤ 1.500"),
        ({}, "zoals het er staat"),
    ],
)
def test_a_figure_is_told_in_its_plain_form(fields, words):
    assert plain(**fields) == words


@pytest.mark.parametrize(
    "order, texts", [("position", IN_TEXT), ("value", BY_VALUE), ("kind", BY_KIND)]
)
def test_figures_stand_in_the_order_that_is_asked(order, texts):
    assert [LOCK.figures[i].text for i in ordered(LOCK.figures, order, None)] == texts


@pytest.mark.parametrize("kind", get_args(FigureKind))
def test_figures_of_one_kind_are_all_of_that_kind(kind):
    found = ordered(LOCK.figures, "value", kind)
    assert {LOCK.figures[i].kind for i in found} == {kind}


def test_percents_and_shares_are_compared():
    half, most = (
        replace(LOCK.figures[2], value=0.5),
        replace(LOCK.figures[8], value=80, kind="percent"),
    )
    assert ordered([half, most, LOCK.figures[8]], "value", None) == [1, 0, 2]


def test_orders_and_kinds_go_round():
    assert [next_order("position"), next_order("value"), next_order("kind")] == [
        *("value", "kind", "position")
    ]
    seen, kind = [], None
    while (kind := next_kind(LOCK.figures[:3], kind)) is not None:
        seen.append(kind)
    assert seen == ["money", "share", "vague"]
    assert next_kind(LOCK.figures[:2], "percent") == "vague"
    assert next_kind((), None) is None


def test_how_they_are_told_is_said_in_a_few_words():
    assert about_order(LOCK.figures, "value", None) == "by value"
    assert about_order(LOCK.figures, "position", "count") == "count 2/10 · by position"


async def test_a_row_tells_value_hedge_phrase_and_speaker(reading, library):
    async with reading(200, 40, library=library) as reader:
        rows = [line[155:].strip(" │") for line in reader.text().split("\n")]
        at = next(i for i, row in enumerate(rows) if "6.700.000.000" in row)
        assert rows[at].startswith("▌ > 6.700.000.000 dollar") and rows[at].endswith("more than")
        assert rows[at + 1 : at + 3] == ["▌ 6,7 miljard dollar", "▌ Sietske Postma, estimated"]
        at = next(i for i, row in enumerate(rows) if row.startswith("1/3 huizen"))
        assert rows[at + 1 : at + 3] == ["een derde van de huizen", "the article itself"]


async def test_a_phrase_that_says_the_same_is_not_told_twice(reading, library):
    async with reading(200, 60, library=library) as reader:
        panel = [line[155:] for line in reader.text().split("\n")]
        assert sum("340 meter" in line for line in panel) == 1
        assert sum("4.000 huizen" in line for line in panel) == 1


async def test_S_sorts_and_the_head_of_the_tab_says_how(reading, library):
    async with reading(library=library) as reader:
        assert "by position" in reader.text() and told(reader) == IN_TEXT
        await reader.keys("l", "l", "S")
        assert "by value" in reader.text() and told(reader) == BY_VALUE
        await reader.keys("S")
        assert "by kind" in reader.text() and told(reader) == BY_KIND
        await reader.keys("S")
        assert told(reader) == IN_TEXT


async def test_sorting_leaves_the_cursor_on_its_figure(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "G", "S")
        assert reader.session.item == Item("figures", 9)
        assert reader.desk.spread.panel.facts.cursor == 1 and reader.place.startswith("4.000")


async def test_moving_in_the_sorted_tab_goes_to_the_place_in_the_text(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "S", "gg", "j", "j")
        assert reader.place.startswith("340 meter")
        await reader.keys("j")
        assert reader.place.startswith("Tientallen")


async def test_the_figure_keys_of_the_text_keep_to_the_order_of_the_text(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "S", "#", "h", "gg", "]f")
        seen = [LOCK.figures[reader.session.item.index].text]
        for _ in range(3):
            await reader.keys("]f")
            seen.append(LOCK.figures[reader.session.item.index].text)
        assert seen == IN_TEXT[:4]
        await reader.keys("[f")
        assert LOCK.figures[reader.session.item.index].text == IN_TEXT[2]


async def test_the_kinds_that_are_there_come_one_after_another(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "#")
        assert told(reader) == ["8 tot 13", "4.000"] and "count 2/10" in reader.text()
        assert reader.place.startswith("8 tot 13") and "▌ 8–13 schepen" in reader.text()
        await reader.keys("#")
        assert told(reader) == ["6,7 miljard"] and "money 1/10" in reader.text()
        seen = set()
        for _ in range(7):
            await reader.keys("#")
            seen.update(told(reader))
        assert len(seen) == 7
        await reader.keys("#")
        assert told(reader) == IN_TEXT and reader.session.kind is None


async def test_order_and_kind_stay_for_the_next_article(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "S", "#", "J")
        assert reader.session.key == CAFE_ARTICLE.path and "No figures found." in reader.text()
        await reader.keys("K")
        assert told(reader) == ["4.000", "8 tot 13"]


async def test_a_kind_that_the_next_article_has_not_says_so(reading):
    other = replace(CAFE_ARTICLE, figures=(replace(LOCK.figures[5], start=4, end=8),))
    library = FakeLibrary((LOCK, other), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "#", "J")
        assert "No figures of kind" in reader.text()
        await reader.keys("#")
        assert reader.session.kind == "duration" and "▌ 2,5 uur" in reader.text()


async def test_only_the_figures_are_sorted(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "p", "S")
        assert "Only the figures can be sorted" in reader.text()
        assert reader.session.order == "position"
        await reader.keys("#")
        assert reader.session.kind is None


async def test_the_keys_are_in_the_footer_of_the_tab(reading, library):
    async with reading(library=library) as reader:
        await reader.keys("l", "l")
        assert "S Sort" in reader.text() and "# Kind" in reader.text()
        await reader.keys("p")
        assert "S Sort" not in reader.text()


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 40), (200, 40)])
async def test_the_figures_look_as_they_did(reading, library, width, height):
    async with reading(width, height, library=library) as reader:
        await reader.keys("tab", "tab", "S")
        same_as_saved(f"figures-value-{width}", reader.text())


async def test_the_kind_is_told_where_they_are_sorted_by_it(reading, library):
    async with reading(200, 40, library=library) as reader:
        await reader.keys("l", "l", "S", "S")
        same_as_saved("figures-kind-200", reader.text())
