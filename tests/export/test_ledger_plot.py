"""The plot of a series, as the SVG that it is."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given

from tests.export.ledger_samples import ANY_SERIES, CERTAIN, LEAST, PLANNED, RANGE, SERIES, entry
from tui.export.ledger_plot import plot
from tui.export.ledger_signs import SHAPES, letter
from tui.export.ledger_told import Entry, Told

WIDE, HIGH = 700, 300


def drawn(*entries: Entry, width: int = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(plot(Told("boten", entries), width, HIGH))


def having(root: ElementTree.Element, look: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if look in each.get("class", "").split()]


def place(sign: ElementTree.Element) -> tuple[float, float]:
    x, y = re.findall(r"-?[\d.]+", sign.get("transform", ""))
    return float(x), float(y)


def words(root: ElementTree.Element, look: str) -> list[str]:
    return ["".join(each.itertext()) for each in having(root, look)]


def test_each_row_has_a_sign_that_tells_its_speaker_figure_and_day() -> None:
    root = ElementTree.fromstring(plot(SERIES, WIDE, HIGH))
    assert [each.findtext("title") for each in having(root, "sign")] == [
        "1. Van Dam via ANP: ≥ 55, 2024-05-01 said",
        "2. Kustwacht: 40, 2024-05-03",
        "3. own voice: bode.example (headline: Haven): 80 – 90, no day",
        "4. Kustwacht: 120, no day",
    ]


def test_who_does_not_see_it_is_told_what_it_shows() -> None:
    root = ElementTree.fromstring(plot(SERIES, WIDE, HIGH))
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext("title")
    assert root.get("aria-label") == (
        "boten geborgen Oostdijk: 4 rows, 3 articles, 3 speakers, 40 – 120, 1 rival pair; "
        "2024-05-01 to 2024-05-03; linear scale"
    )


def test_a_speaker_has_one_shape_and_two_have_two() -> None:
    root = ElementTree.fromstring(plot(SERIES, WIDE, HIGH))
    van_dam, kustwacht, voice, again = (each.get("d") for each in having(root, "sign"))
    assert kustwacht == again
    assert len({van_dam, kustwacht, voice}) == 3


def test_what_is_planned_is_hollow() -> None:
    assert [len(having(drawn(one), "hollow")) for one in (CERTAIN, PLANNED)] == [0, 1]


def test_after_the_shapes_come_letters() -> None:
    many = [entry({"speaker": f"Spreker {n}"}) for n in range(len(SHAPES) + 28)]
    told = [each.find("tspan") for each in having(drawn(*many), "letter")]
    assert [each.text for each in told if each is not None] == [
        *"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "AA",
        "AB",
    ]
    assert letter(len(SHAPES) + 26 + 26**2) == "AAA"


def test_higher_is_more_and_later_is_further_to_the_right() -> None:
    low, high = map(place, having(drawn(LEAST, CERTAIN), "sign"))
    assert low[1] < high[1]  # 55 stands above 40, and y counts from the top
    assert low[0] < high[0]


def test_a_range_has_a_bar_with_two_feet_and_an_open_end_an_arrow() -> None:
    assert (len(having(drawn(RANGE), "bar")), len(having(drawn(RANGE), "tip"))) == (4, 0)
    assert (len(having(drawn(LEAST), "bar")), len(having(drawn(LEAST), "tip"))) == (1, 1)
    assert having(drawn(CERTAIN), "bar") == []


def test_rows_without_a_day_have_lanes_of_their_own() -> None:
    root = drawn(CERTAIN, LEAST, RANGE, PLANNED)
    first, second = (
        float(re.findall(r"[\d.]+", lane.get("d", ""))[0]) for lane in having(root, "lane")
    )
    dated, early, ordered, undated = (place(each)[0] for each in having(root, "sign"))
    assert early < dated < first < ordered < second < undated
    assert words(root, "day")[-2:] == ["order told", "no day"]


@pytest.mark.parametrize(
    ("entries", "days"),
    [
        ((PLANNED, PLANNED), ["no day"]),
        ((RANGE,), ["order told"]),
        ((CERTAIN,), ["2024-05-03"]),
        ((CERTAIN, LEAST), ["2024-05-01", "2024-05-02", "2024-05-03"]),
    ],
)
def test_only_days_that_are_known_are_written(entries: tuple[Entry, ...], days: list[str]) -> None:
    root = drawn(*entries)
    assert words(root, "day") == days
    assert having(root, "lane") == []


def test_signs_of_one_day_and_number_stand_side_by_side() -> None:
    places = {place(each) for each in having(drawn(*[CERTAIN] * 5), "sign")}
    assert len(places) == 5
    assert len({y for _, y in places}) == 1


def test_a_wide_span_is_on_a_logarithmic_scale() -> None:
    root = drawn(entry({"value": 20.0}), entry({"value": 600_000.0}))
    assert str(root.get("aria-label")).endswith("logarithmic scale")
    assert words(root, "value") == ["10", "100", "1.000", "10.000", "100.000", "1 mln"]


def test_where_no_row_has_a_number_there_is_no_plot() -> None:
    assert plot(Told("x", (entry({"value": None}),)), WIDE, HIGH) == ""
    assert plot(Told("x", ()), WIDE, HIGH) == ""


@given(ANY_SERIES)
def test_whatever_the_rows_are_all_signs_stand_in_the_picture(series: Told) -> None:
    for width in (WIDE, 340):
        svg = plot(series, width, HIGH)
        assert "nan" not in re.sub(r'(aria-label|title)[=>][^"<]*', "", svg)
        if not svg:
            continue
        for sign in having(ElementTree.fromstring(svg), "sign"):
            x, y = place(sign)
            assert 0 <= x <= width and 0 <= y <= HIGH
