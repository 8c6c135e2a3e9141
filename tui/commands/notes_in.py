"""`newsreader notes PATH... import FILE...`: marks of one's own or a colleague's, taken in."""

from __future__ import annotations

import argparse
import contextlib
import sys
from typing import TYPE_CHECKING

from tui.commands.common import DONE, SOME_UNREAD, WRONG_USAGE, complain
from tui.commands.notebooks import corpus, own_name, unfit, unlisted

if TYPE_CHECKING:
    from tui.commands.building import Corpus

LARGEST = 256 << 20
"""Bytes: a file of notes that is larger is not read."""
_TOLD = 20


def run(arguments: argparse.Namespace) -> int:
    """Take in each file; what is no good in one is named, and the rest is taken."""
    if unlisted(arguments):
        return SOME_UNREAD
    if unfit(arguments):
        return WRONG_USAGE
    name = own_name()
    with contextlib.closing(corpus(arguments)) as kept:
        if kept.notes_notice:
            complain(kept.notes_notice)
        outcomes = [_take(kept, file, name, arguments.by or "") for file in arguments.files]
    return DONE if all(outcomes) else SOME_UNREAD


def _take(kept: Corpus, file: str, name: str, by: str) -> bool:
    """Whether all of a file could be taken in."""
    from tui.export.notes import unsigned
    from tui.export.notes_formats import read
    from tui.store.bookmarks import NotSaved
    from tui.text.safe import safe_line

    shown = safe_line(file)
    try:
        text = _text(file)
    except OSError as error:
        complain(f"{shown}: {error.strerror or error}")
        return False
    except ValueError as error:
        complain(f"{shown}: {error}")
        return False
    found = read(text)
    for problem in found.problems[:_TOLD]:
        complain(safe_line(f"{file}: {problem}"))
    if (more := len(found.problems) - _TOLD) > 0:
        complain(f"{shown}: and {more} more that cannot be taken in")
    if len(found.problems) == 1 and not (found.marks or found.tags):
        complain(f"{shown}: only what was exported from notes can be taken in")
    try:
        merged = kept.merge_marks(unsigned(found.marks, name, by), by, found.tags)
    except NotSaved as error:
        complain(safe_line(str(error)))
        return False
    told = [f"{merged.added} added", f"{merged.same} there already"]
    if merged.conflicts:
        told.append(f"{merged.conflicts} changed on both sides: theirs kept beside yours")
    print(f"{shown}: {', '.join(told)}")
    return not found.problems


def _text(file: str) -> str:
    """What a file says. Raises OSError, and ValueError for what is no text or too much of it."""
    if file == "-":
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with open(file, "rb") as stream:
            content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(f"more than {LARGEST >> 20} MB. Is this an export of notes?")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"no UTF-8 text (byte {error.start})") from error
