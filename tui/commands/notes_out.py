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
    from tui.screens.notebook_filter import Filter
    from tui.store.marked import Mark, Placed, Tag, TagCount

_FIELDS = ("status", "speaker", "article", "state")
"""Options that are a field of the notebook's filter."""


def run(arguments: argparse.Namespace) -> int:
    """Print the marks, or write them to a file."""
    if unlisted(arguments):
        return SOME_UNREAD
    if unfit(arguments):
        return WRONG_USAGE
    from tui.export.notes_formats import FOR_PROGRAMS

    asked = _asked(arguments)
    if asked.problem:
        return complain(f"--text: {asked.problem}", WRONG_USAGE)
    if arguments.action == "export":
        arguments.format = arguments.format or "jsonld"
    by_state = any(term.field == "state" for term in asked.terms)
    if arguments.format in FOR_PROGRAMS and not by_state:
        from tui.store.marked import Placed

        kept = notebook(arguments)
        unplaced = (Placed(m, None, m.cited.title, "ANCHORED", 0, 0) for m in kept.marks)
        return _export(arguments, _wanted(unplaced, arguments, asked), {}, kept.tags)
    return _with_states(arguments, asked)


def _with_states(arguments: argparse.Namespace, asked: Filter) -> int:
    """What is for reading says what became of each mark; for that the corpus is looked through."""
    from tui.commands.building import build
    from tui.export.notes import now_of

    with contextlib.closing(corpus(arguments)) as kept:
        try:
            build(kept, common.teller(beside_output=True))
        except KeyboardInterrupt:
            complain("stopped before the marks were looked for; what was read is kept.")
            return INTERRUPTED
        placed = kept.every_mark()
        now = {each.mark.id: now_of(each) for each in placed}
        marks = _wanted(placed, arguments, asked)
        problems = list(kept.problems)
        for problem in (*problems, *filter(None, (kept.notes_notice, kept.cache_notice))):
            complain(problem)
        every = {each.mark.id: each.mark for each in placed}
        if arguments.format:
            done = _export(arguments, marks, now, kept.tags())
        else:
            done = _list(marks, now, every)
        return done or (SOME_UNREAD if problems else DONE)


def _asked(arguments: argparse.Namespace) -> Filter:
    """What is asked of the marks, as in the line that narrows the notebook."""
    from tui.finding import fold
    from tui.screens.notebook_filter import Term, parse

    told = ((field, getattr(arguments, field)) for field in _FIELDS)
    told = ((field, "orphan" if value == "gone" else value) for field, value in told)
    terms = [Term(field, fold(value)[0].strip()) for field, value in told if value]
    words = parse(arguments.text or "")
    return words._replace(terms=(*terms, *words.terms))


def _wanted(placed: Iterable[Placed], arguments: argparse.Namespace, asked: Filter) -> list[Mark]:
    """The marks that are asked for: also those with a tag below the one that is named."""
    from tui.screens.notebook_filter import Sieve
    from tui.store.marking_tags import is_under
    from tui.store.query import folded

    kind, tag = arguments.kind, folded(arguments.tag or "")
    return [
        each.mark
        for each in Sieve().fitting(placed, asked)
        if (not kind or each.mark.kind == kind)
        and (not tag or any(is_under(folded(name), tag) for name in each.mark.tags))
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
    arguments: argparse.Namespace,
    marks: list[Mark],
    now: dict[str, Now],
    tags: Iterable[Tag | TagCount],
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
