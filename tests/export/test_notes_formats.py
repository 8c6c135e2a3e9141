from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest
from hypothesis import given

from tests.export.notes import KNOWN, MANY, MARKS, TAGS
from tui.export import notes_formats, notes_from_jsonld, notes_jsonl, notes_jsonld
from tui.export.notes import Found
from tui.store.marked import Mark, Tag
from tui.text.safe import UNSAFE

Dump = Callable[[Iterable[Mark], Iterable[Tag]], Iterator[str]]
Read = Callable[[str], Found]


def render_as(
    form: notes_formats.Format, marks: Iterable[Mark], tags: Iterable[Tag]
) -> Iterator[str]:
    return notes_formats.render(form, marks, tags=tags)


FORMATS = [
    pytest.param(notes_jsonl.dump, notes_jsonl.read, id="jsonl"),
    pytest.param(notes_jsonld.dump, notes_from_jsonld.read, id="jsonld"),
    pytest.param(partial(render_as, "csv"), notes_formats.read, id="csv"),
    pytest.param(partial(render_as, "markdown"), notes_formats.read, id="markdown"),
]


def text(dump: Dump, marks: Iterable[Mark], tags: Iterable[Tag] = ()) -> str:
    return "".join(dump(marks, tags))


@pytest.mark.parametrize(("dump", "read"), FORMATS)
def test_what_goes_out_comes_back_as_it_was(dump: Dump, read: Read) -> None:
    found = read(text(dump, MARKS, TAGS))
    assert found.marks == MARKS
    assert [(tag.name, tag.colour) for tag in found.tags] == [("dieren", "red")]
    assert found.problems == ()


@pytest.mark.parametrize(("dump", "read"), FORMATS)
def test_any_marks_come_back_and_go_out_in_the_same_bytes(dump: Dump, read: Read) -> None:
    @given(MANY, KNOWN)
    def check(marks: list[Mark], tags: list[Tag]) -> None:
        once = text(dump, marks, tags)
        found = read(once)
        assert found.problems == ()
        assert len(found.marks) == len(marks)
        assert text(dump, found.marks, found.tags) == once
        assert not UNSAFE.search(once)

    check()


def test_a_table_that_a_spreadsheet_wrote_anew_comes_back() -> None:
    rows = list(csv.reader(io.StringIO(text(partial(render_as, "csv"), MARKS, TAGS), newline="")))
    rows[1][rows[0].index("text")] = "a cell that somebody changed"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    found = notes_formats.read(out.getvalue())
    assert found.marks == MARKS and found.problems == ()


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("kind,about\nnote,article\n", "there is no column `record`"),
        ("kind,about,record\nnote,article,\n", "row 2: nothing in the column `record`"),
        ("kind,about,record\nnote,article,{\n", "row 2: column 2: no JSON"),
        ("# Notes\n\n## Een artikel\n", "the lines at its end by which notes come back"),
    ],
)
def test_what_was_taken_out_of_a_table_or_of_markdown_is_told(spoilt: str, told: str) -> None:
    (problem,) = notes_formats.read(spoilt).problems
    assert told in problem


def test_words_that_end_a_comment_do_not_end_that_of_the_records() -> None:
    mark = MARKS[0]._replace(text="pas op --> en <!-- newsreader: dan \n-->\n")
    once = text(partial(render_as, "markdown"), [mark], TAGS)
    assert once.count("\n-->\n") == once.split("<!-- newsreader: by")[0].count("\n-->\n") + 1
    assert notes_formats.read(once).marks == (mark,)
