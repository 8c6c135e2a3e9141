"""Tags in their colours: in the list of tags, in the notebook, and where one tags."""

from __future__ import annotations

import pytest
from rich.style import Style

from tests.app.conftest import Open, Reader
from tests.app.fakes import FakeLibrary
from tests.app.leaves import filled, go
from tui.store.marked import TagCount
from tui.themes import DARK
from tui.widgets.tag_looks import colour_of, colours_of, cut, looks


def library() -> FakeLibrary:
    """`leger` is green, and so is `leger/aantal` under it; `navo` has no colour."""
    found = filled()
    found.colour_tag("leger", "green")
    return found


def inks(reader: Reader, words: str) -> set[str]:
    """The colours in which that stands on the screen which begins with some words."""
    found = set()
    for strip in reader.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.strip().startswith(words):
                style = segment.style or Style()
                found.add(style.color.name if style.color else "")
    return found


@pytest.mark.parametrize(
    "tag, colour",
    [("leger", "green"), ("leger/aantal", "green"), ("leger/rood/x", "red"), ("legerplaats", "")],
)
def test_a_tag_has_its_own_colour_or_that_of_the_nearest_above_it(tag: str, colour: str) -> None:
    colours = {"leger": "green", "leger/rood": "red"}
    assert colour_of(tag, colours) == colour


def test_a_colour_that_cannot_be_drawn_is_no_colour() -> None:
    tags = [TagCount("een", "$boom", 1, 0, 0), TagCount("twee", "blue", 1, 0, 0)]
    assert colours_of(tags) == {"twee": "blue"}


def test_the_coloured_tags_of_a_line_are_found_in_it() -> None:
    line, names = "note · #een · #twee", ("een", "twee")
    spans = looks(names, {"twee": "blue"}, start=len("note · "), gap=len(" · "))
    assert [(line[start:end], look) for start, end, look in spans] == [("#twee", "tag-blue")]
    assert cut(line, spans, "x", "mark--") == [
        *(("note · #een · ", "x"), ("#twee", "x mark--tag-blue")),
    ]
    assert cut("note · #een · #t…", spans, "x", "")[-1] == ("#t…", "x tag-blue")


async def test_the_list_of_tags_shows_each_in_its_colour_and_tells_the_word(reading: Open) -> None:
    async with reading(library=library()) as reader:
        await reader.keys("gn", "T")
        assert inks(reader, "leger") == inks(reader, "aantal") == {DARK["tag-green"]}
        assert inks(reader, "navo") == {DARK["ink"]}
        assert "green · 1 mark, 1 claim" in reader.line("# leger")


async def test_the_notebook_shows_tags_in_their_colours(reading: Open) -> None:
    async with reading(140, 34, library=library()) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        await reader.settle()
        assert inks(reader, "#leger") == {DARK["tag-green"]}
        await go(reader, "m1")
        await reader.settle()
        assert inks(reader, "#leger/aantal") == {DARK["tag-green"]}


async def test_where_one_tags_the_colours_are_seen_and_told(reading: Open) -> None:
    async with reading(library=library()) as reader:
        await reader.keys("gn")
        await go(reader, "m4")
        await reader.keys("t")
        assert inks(reader, "#leger") == {DARK["tag-green"]}
        assert "green · 1 claim · 1 mark" in reader.line("✓ leger")
        assert "green" not in reader.line("navo  ")


async def test_a_colour_that_is_given_is_seen_at_once_in_the_notebook(reading: Open) -> None:
    async with reading(140, 34, library=library()) as reader:
        await reader.keys("gn", "T", "G", "c", "c", "c", "q")
        await go(reader, "m6")
        await reader.settle()
        assert inks(reader, "#navo") == {DARK["tag-blue"]}
