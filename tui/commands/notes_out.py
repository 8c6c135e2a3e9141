"""`newsreader notes PATH... list` and `export`: marks as lines, or whole in a form."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, INTERRUPTED, SOME_UNREAD, WRONG_USAGE, complain
from tui.commands.notebooks import corpus, notebook, own_name, unfit, unlisted

if TYPE_CHECKING:
    from tui.export.notes import Now
    from tui.store.marked import Mark, Tag


def run(arguments: argparse.Namespace) -> int:
    """Print the marks, or write them to a file."""
    if unlisted(arguments):
        return SOME_UNREAD
    if unfit(arguments):
        return WRONG_USAGE
    from tui.export.notes_formats import COMES_BACK

    if arguments.action == "export":
        arguments.format = arguments.format or "jsonld"
    if arguments.format in COMES_BACK:
        kept = notebook(arguments)
        return _export(arguments, _wanted(kept.marks, arguments), {}, kept.tags)
    return _with_states(arguments)


def _with_states(arguments: argparse.Namespace) -> int:
    """What is for reading says what became of each mark; for that the corpus is looked through."""
    from tui.commands.building import build
    from tui.export.notes import now_of

    with contextlib.closing(corpus(arguments)) as kept:
        try:
            build(kept, common.teller(beside_output=True))
        except KeyboardInterrupt:
            complain("stopped before the marks were looked for; what was read is kept.")
            return INTERRUPTED
        placed = {each.mark.id: each for each in kept.every_mark()}
        now = {id: now_of(each) for id, each in placed.items()}
        marks = _wanted((each.mark for each in placed.values()), arguments)
        problems = list(kept.problems)
        for problem in (*problems, *filter(None, (kept.notes_notice, kept.cache_notice))):
            complain(problem)
        every = {id: each.mark for id, each in placed.items()}
        listed = not arguments.format
        done = _list(marks, now, every) if listed else _export(arguments, marks, now, ())
        return done or (SOME_UNREAD if problems else DONE)


def _wanted(marks: Iterable[Mark], arguments: argparse.Namespace) -> list[Mark]:
    """The marks of a kind and with a tag, or one below it, where that is asked."""
    from tui.store.marking_tags import is_under
    from tui.store.query import folded

    kind, tag = arguments.kind, folded(arguments.tag or "")
    return [
        mark
        for mark in marks
        if (not kind or mark.kind == kind)
        and (not tag or any(is_under(folded(each), tag) for each in mark.tags))
    ]


def _list(marks: list[Mark], now: dict[str, Now], every: dict[str, Mark]) -> int:
    from tui.export.notes import in_order
    from tui.export.notes_text import render

    for mark in reversed(in_order(marks)):
        sys.stdout.write(render(mark, now[mark.id], every.get(mark.of)))
    if not marks:
        complain("no marks.")
    return DONE


def _export(
    arguments: argparse.Namespace, marks: list[Mark], now: dict[str, Now], tags: Iterable[Tag]
) -> int:
    from tui.export.notes_formats import render

    pieces = render(arguments.format, marks, tags=tags, now=now, own=own_name())
    if arguments.output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        return DONE
    return _write(Path(arguments.output), pieces, len(marks), force=arguments.force)


def _write(path: Path, pieces: Iterator[str], count: int, *, force: bool) -> int:
    from tui.export.writing import write
    from tui.text.safe import safe_line

    name = safe_line(str(path))
    try:
        write(path, pieces, force=force)
    except FileExistsError:
        return complain(
            f"{name}: is there already. Name another file, or say --force.", WRONG_USAGE
        )
    except OSError as error:
        return complain(f"{name}: not written: {error.strerror or error}. Nothing is left of it.")
    complain(f"{name}: {count} mark{'' if count == 1 else 's'} written.", DONE)
    return DONE
