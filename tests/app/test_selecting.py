"""Selecting in the text by keys and by mouse, and what is made of it."""

from __future__ import annotations

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import TROOPS, FakeLibrary


def chosen(reader) -> str:
    at = reader.desk.selected
    return "" if at is None else reader.session.article.body[slice(*at)]


def last(reader) -> str:
    return reader.text().rstrip("\n").split("\n")[-1]


async def test_v_selects_what_is_at_the_cursor_and_the_footer_tells_it(reading):
    async with reading() as reader:
        await reader.keys("enter", "j", "v")
        assert chosen(reader) == "een" and "1 word “een”" in last(reader)
        assert "enter Highlight" in last(reader) and reader.desk.scene == "selection"
        await reader.keys("escape", "]f", "v")
        assert chosen(reader) == "3000"


@pytest.mark.parametrize(
    "keys, selected",
    [
        (["w", "w"], "een veel grotere"),
        (["b"], "op een"),
        (["l", "l"], "een v"),
        (["h"], "ee"),
        (["o", "b"], "op een"),
        (["$"], "een veel grotere troepenmacht in Rusland. De geheime dienst in"),
        (["w", "0"], "een"),
        ([")"], "een veel grotere troepenmacht in Rusland."),
        (["]f"], TROOPS[TROOPS.index("een veel") : TROOPS.index("3000") + 4]),
        (["V"], TROOPS[: TROOPS.index(" De geheime")]),
    ],
)
async def test_each_motion_goes_as_far_as_it_says(reading, keys, selected):
    async with reading() as reader:
        await reader.keys("enter", "j", "v", *keys)
        assert chosen(reader) == selected


async def test_a_line_down_and_up_again_is_the_same_selection(reading):
    async with reading() as reader:
        await reader.keys("enter", "j", "v", "j")
        assert chosen(reader).startswith("een veel grotere") and chosen(reader).endswith("Seo")
        await reader.keys("k")
        assert chosen(reader) == "een"


async def test_a_claim_can_be_reached(reading):
    async with reading() as reader:
        claims = reader.session.article.claims
        await reader.keys("enter", "v", "]c")
        ends = sorted(claim.end for claim in claims)
        assert reader.session.selection[1] in ends


@pytest.mark.parametrize("key", ["v", "escape", "q"])
async def test_a_selection_ends_and_the_reader_stays_in_the_text(reading, key):
    async with reading() as reader:
        await reader.keys("enter", "v", key)
        assert chosen(reader) == "" and reader.session.pane == "article"
        assert "word" not in last(reader)


async def test_V_takes_sentence_after_sentence(reading):
    async with reading() as reader:
        await reader.keys("enter", "V")
        assert chosen(reader) == TROOPS[: TROOPS.index(" De geheime")]
        await reader.keys("V")
        assert chosen(reader).endswith("10.000 worden.")


async def test_what_is_selected_has_brackets_beside_it_whatever_the_colours(reading):
    async with reading() as reader:
        await reader.keys("enter", "V")
        assert "┌SEOEL (ANP)" in reader.text() and "└een veel grotere" in reader.text()
        await reader.keys("v", "v")
        assert "[" in reader.line("SEOEL (ANP)") or "[" in reader.line("een veel grotere")


async def test_enter_highlights_and_the_passage_has_a_bar_beside_it(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "V", "enter")
        (mark,) = library.own
        assert mark.kind == "highlight" and mark.selector.exact.endswith("in Rusland.")
        assert "▐SEOEL (ANP)" in reader.text() and "▐een veel grotere" in reader.text()
        assert "Highlighted. ctrl+z undoes it." in last(reader) and chosen(reader) == ""
        await reader.keys("ctrl+z")
        assert library.own == () and "▐SEOEL" not in reader.text()


async def test_what_cannot_be_kept_stays_selected(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("enter", "V", "enter")
        assert "NOT SAVED" in reader.text() and chosen(reader).endswith("in Rusland.")


async def test_y_copies_with_where_it_is_from(reading):
    async with reading() as reader:
        await reader.keys("enter", "]f", "v", "w", "y")
        quote, source = reader.app.clipboard.strip().split("\n")
        assert quote == "“3000 militairen”"
        assert source.startswith("— Seoel telt al 3000") and source.endswith("troepen.txt")
        assert "Copied" in last(reader) and chosen(reader) == ""


async def test_y_without_a_selection_copies_the_sentence_at_the_cursor(reading):
    async with reading() as reader:
        await reader.keys("enter", "y")
        assert (
            reader.app.clipboard.startswith("“SEOEL (ANP)")
            and "25 Oct 2024" in reader.app.clipboard
        )


async def test_another_article_ends_the_selection(reading):
    async with reading() as reader:
        await reader.keys("enter", "V")
        reader.desk.do_next_article()
        await reader.settle()
        assert reader.session.selection is None and reader.desk.scene == "article"


async def test_a_page_without_text_has_nothing_to_select(reading):
    async with reading() as reader:
        await reader.keys("J", "J", "enter", "v")
        assert "no text to select" in last(reader) and chosen(reader) == ""


async def drag(reader, start: tuple[int, int], end: tuple[int, int]) -> None:
    await reader.pilot.mouse_down("#article", offset=start)
    await reader.pilot.hover("#article", offset=end)
    await reader.pilot.mouse_up("#article", offset=end)
    await reader.settle()


def cell_of(reader, words: str) -> tuple[int, int]:
    """Where some words stand in the widget of the text."""
    region = reader.desk.spread.reader.region
    lines = reader.text().split("\n")
    y = next(number for number, line in enumerate(lines) if words in line)
    return lines[y].index(words) - region.x, y - region.y


async def test_the_mouse_selects_what_it_is_drawn_over(reading):
    async with reading() as reader:
        x, y = cell_of(reader, "veel grotere")
        await drag(reader, (x, y), (x + 12, y))
        assert chosen(reader) == "veel grotere" and reader.session.pane == "article"
        await reader.pilot.click("#article", offset=(x, y + 1))
        await reader.settle()
        assert chosen(reader) == ""


async def test_the_mouse_selects_upwards_too_and_over_lines(reading):
    async with reading() as reader:
        x, y = cell_of(reader, "Seoel schat")
        to_x, to_y = cell_of(reader, "veel grotere")
        await drag(reader, (x + 5, y), (to_x, to_y))
        assert chosen(reader).startswith("veel grotere") and chosen(reader).endswith("Seoel")


async def test_a_double_click_selects_a_word(reading):
    async with reading() as reader:
        x, y = cell_of(reader, "troepenmacht")
        await reader.pilot.click("#article", offset=(x + 3, y), times=2)
        await reader.settle()
        assert chosen(reader) == "troepenmacht"


@pytest.mark.parametrize("width, height", [(120, 34), (80, 24), (40, 12)])
async def test_a_selection_looks_like_this(reading, width, height):
    async with reading(width, height) as reader:
        await reader.keys("enter", "j", "v", "w", "w", "j")
        same_as_saved(f"selection-{width}", reader.text())
