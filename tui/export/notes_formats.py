"""The forms in which notes go out and come in; each is loaded when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal, get_args

from tui.export.notes import Found, Now, signed
from tui.store.marked import Mark, Tag, TagCount

Format = Literal["jsonld", "jsonl", "csv", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: Mapping[Format, str] = dict(
    zip(FORMATS, (".jsonld", ".jsonl", ".csv", ".md"), strict=True)
)
"""With what the name of a file ends, by its form."""
FOR_PROGRAMS: tuple[Format, ...] = ("jsonld", "jsonl")
"""The forms that hold only what cannot be found out anew: the same whenever they are made."""

_MARKDOWN = "# Notes\n"
_TABLE = re.compile(r'"?kind"?[,;]"?about"?[,;\r\n]')
_OF_LINES = re.compile(r'^[ \t]*\{[ \t]*"schema"[ \t]*:[ \t]*"newsreader\.', re.MULTILINE)


def render(
    form: Format,
    marks: Iterable[Mark],
    *,
    tags: Iterable[Tag | TagCount] = (),
    now: Mapping[str, Now] | None = None,
    own: str = "",
) -> Iterator[str]:
    """Marks in a form, piece by piece; those that are nobody's go out under the name `own`.

    `now` tells what became of them, in the forms that are there to be read. `read` takes all of
    them, and what was exported comes back the same.
    """
    named = signed(marks, own)
    if form == "csv":
        from tui.export import notes_csv

        return notes_csv.dump(named, now, tags)
    if form == "markdown":
        from tui.export import notes_markdown, notes_records

        return chain(notes_markdown.dump(named, now, own), notes_records.comment(named, tags))
    if form == "jsonl":
        from tui.export import notes_jsonl

        return notes_jsonl.dump(named, tags)
    from tui.export import notes_jsonld

    return notes_jsonld.dump(named, tags)


def read(text: str) -> Found:
    """The marks of a file in one of the forms, whichever it is."""
    if text.startswith(_MARKDOWN):
        from tui.export import notes_records

        return notes_records.from_markdown(text)
    if _TABLE.match(text):
        from tui.export import notes_records

        return notes_records.from_table(text)
    if _OF_LINES.search(text):
        from tui.export import notes_jsonl

        return notes_jsonl.read(text)
    from tui.export import notes_from_jsonld

    return notes_from_jsonld.read(text)
