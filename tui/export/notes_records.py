"""The records of marks in a table or in Markdown, by which these come back as they were.

What stands there to be read says less than a mark has; beside it stands the line that `jsonl` has.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tui.export import notes_jsonl
from tui.export.notes import Found, gathered
from tui.export.notes_sound import Unsound
from tui.store.marked import Mark, Tag, TagCount

COLUMN = "record"
"""The column of a table in which the records stand."""
_OPENING = "<!-- newsreader: by these lines the notes can be taken in again"
_COMMENT = re.compile(rf"^{re.escape(_OPENING)}\n(.*?)^-->$", re.MULTILINE | re.DOTALL)
_LONGEST = 2**31 - 1  # characters in a cell


def comment(marks: Iterable[Mark], tags: Iterable[Tag | TagCount] = ()) -> Iterator[str]:
    """A comment of Markdown with the records, which no reader of it shows."""
    yield f"\n{_OPENING}\n"
    for line in notes_jsonl.dump(marks, tags):
        yield line.replace("--", "-\\u002d")  # two of them may end a comment
    yield "-->\n"


def from_markdown(text: str) -> Found:
    """What the comment at the end of notes in Markdown holds."""
    found = list(_COMMENT.finditer(text))
    if not found:
        return Found(problems=("the lines at its end by which notes come back are not there",))
    first = text.count("\n", 0, found[-1].start(1)) + 1
    lines = enumerate(found[-1][1].split("\n"), start=first)
    return gathered(((f"line {n}", line) for n, line in lines if line), notes_jsonl.kept)


def from_table(text: str) -> Found:
    """What the last column of a table of notes holds; other cells may have been changed."""
    semicolons = ";" in text.partition("\n")[0]  # as some spreadsheets write it
    before = csv.field_size_limit(_LONGEST)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if semicolons else ",")
        if COLUMN not in (rows.fieldnames or ()):
            return Found(problems=(f"there is no column `{COLUMN}`, by which notes come back",))
        return gathered(((f"row {n}", row[COLUMN]) for n, row in enumerate(rows, start=2)), _kept)
    except csv.Error as error:
        return Found(problems=(f"no table that can be read: {error}",))
    finally:
        csv.field_size_limit(before)


def _kept(record: str | None) -> Mark | Tag:
    if not record:
        raise Unsound(f"nothing in the column `{COLUMN}`")
    return notes_jsonl.kept(record)
