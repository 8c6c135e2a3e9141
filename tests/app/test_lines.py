"""What a key costs: lines that moved are not painted anew, and what is passed by is not read."""

from __future__ import annotations

import gc
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region

from tests.app.conftest import Open
from tests.app.many import ManyRows
from tui.screens import opening
from tui.widgets import wrap
from tui.widgets.article_list import ArticleList
from tui.widgets.paint import KEPT, Line, Part
from tui.widgets.rows import Rows


def painted(rows: Rows) -> list[int]:
    """Which strips the list is painted of now."""
    return [id(strip) for strip in rows.render_lines(rows.outer_size.region)]


async def test_rows_that_scroll_are_not_painted_anew(reading: Open) -> None:
    async with reading(library=ManyRows(200)) as reader:
        rows = reader.desk.articles
        await reader.keys(*["ctrl+d"] * 3)
        tall, before = rows.tall, painted(rows)
        rows.scroll_to(y=rows.scroll_offset.y - tall, animate=False, force=True)
        assert painted(rows)[tall:] == before[:-tall]


async def test_a_list_in_a_frame_is_as_wide_as_it_and_keeps_its_edge(reading: Open) -> None:
    async with reading(library=ManyRows(200)) as reader:
        rows = reader.desk.articles
        await reader.keys("j")
        strips = rows.render_lines(rows.outer_size.region)
        assert {strip.cell_length for strip in strips} == {rows.outer_size.width}
        assert {strip.text[-1] for strip in strips} == {"│"}
        part = rows.render_lines(Region(2, 0, 5, 3))
        assert [strip.text for strip in part] == [strip.text[2:7] for strip in strips[:3]]


async def test_only_some_screens_full_of_lines_are_kept(reading: Open) -> None:
    async with reading(library=ManyRows(2_000)) as reader:
        rows = reader.desk.articles
        height = rows.size.height
        for _ in range(60):
            rows.half(1)
            rows.render_lines(rows.outer_size.region)
        most = KEPT + height + 2 * rows.tall
        assert len(rows._drawn) * rows.tall <= most and len(rows._framed) <= most


async def test_a_row_that_is_told_of_once_more_is_not_painted_anew(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = ArticleList.draw

    def noted(rows: ArticleList, index: int, width: int) -> list[list[Part]]:
        drawn.append(index)
        return draw(rows, index, width)

    async with reading(library=ManyRows(200)) as reader:
        rows = reader.desk.articles
        monkeypatch.setattr(ArticleList, "draw", noted)
        before = painted(rows)
        rows.again()
        assert painted(rows) == before and not drawn
        rows.line(1)
        assert painted(rows) != before and set(drawn) == {0, 1}


async def test_a_longer_article_does_not_lay_out_the_screen(reading: Open) -> None:
    async with reading() as reader:
        heights, laid = {reader.desk.spread.reader.virtual_size.height}, list[object]()
        reader.desk.screen_layout_refresh_signal.subscribe(reader.desk, laid.append)
        await reader.keys("j")
        heights.add(reader.desk.spread.reader.virtual_size.height)
        await reader.keys("j")
        heights.add(reader.desk.spread.reader.virtual_size.height)
        assert len(heights) == 3
        assert not laid


async def test_a_reader_who_runs_through_the_list_reads_only_where_it_ends(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "RUN", 600.0)
    async with reading(library=ManyRows(200)) as reader:
        monkeypatch.setattr(opening, "REST", 600.0)  # a busy machine may take long between keys
        read: list[str] = []
        monkeypatch.setattr(reader.desk.feed, "read", read.append)
        for _ in range(5):
            reader.desk.articles.line(1)
            await reader.pilot.pause()
        assert not read and reader.desk.resting
        monkeypatch.setattr(opening, "REST", 0.01)
        reader.desk.articles.line(1)
        await reader.settle()
        assert read == [reader.session.key]


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is freed but what nobody holds."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def test_a_line_that_is_not_cut_does_not_hold_itself() -> None:
    with uncollected():
        line = Line([Segment("twaalf dijken")], 13)
        held = sys.getrefcount(line)
        assert line.divide([13])[0] is line
        assert sys.getrefcount(line) == held
        assert [part.text for part in line.divide([6, 13])] == ["twaalf", " dijken"]


def test_what_is_measured_by_its_length_takes_one_cell_a_character() -> None:
    plain = [chr(code) for code in range(sys.maxunicode + 1) if not wrap._ODD.search(chr(code))]
    assert {"\n", "a", "é", "ë", "’", "€"} <= set(plain)
    odd = [unicodedata.name(one, one) for one in plain if one != "\n" and cell_len(one) != 1]
    assert not odd
