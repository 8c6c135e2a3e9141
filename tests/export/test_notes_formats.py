from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given

from tests.export.notes import KNOWN, MANY, MARKS, TAGS
from tui.export import notes_from_jsonld, notes_jsonl, notes_jsonld
from tui.export.notes import Found
from tui.store.marked import Mark, Tag
from tui.text.safe import UNSAFE

Dump = Callable[[Iterable[Mark], Iterable[Tag]], Iterator[str]]
Read = Callable[[str], Found]
FORMATS = [
    pytest.param(notes_jsonl.dump, notes_jsonl.read, id="jsonl"),
    pytest.param(notes_jsonld.dump, notes_from_jsonld.read, id="jsonld"),
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
