"""`newsreader ledger PATH...`: who claims what, for the shell and as a page."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, INTERRUPTED, SOME_UNREAD, WRONG_USAGE, complain

if TYPE_CHECKING:
    from tui.commands.building import Corpus
    from tui.export.ledger_told import Told
    from tui.store.ledger_face import Gathering, Line, Sheet

_FAILURES = 10  # so many pages that could not be read are named, of more only the number is told
_PHASES = {"reading": "reading figures", "gathering": "gathering series"}


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = common.parser(
        "newsreader ledger",
        "Print who claims what: the figures of all articles that speak of the same thing, "
        "series by series; copies of one story once.",
        """\
examples:
  newsreader ledger archive/
  newsreader ledger archive/ --series "gewonden koersk"
  newsreader ledger archive/ --format csv > figures.csv
  newsreader ledger archive/ --series soldaten --report soldaten.html

A row has the figure (~ about, >= at least, > more than, < less than, <= at most, as signs), who
says it, how, and the day: that of publication, `said` in the sentence, or `dated` by you.
A report is one page for any browser, with a plot of each series; it needs no network.

exit code: 0 done, 1 some input could not be read, 2 wrong usage
""",
    )
    found.add_argument(
        "--series", default="", metavar="TEXT", help="only series with all these words in the name"
    )
    found.add_argument(
        "--format",
        choices=["table", "jsonl", "csv"],
        help="a table to read (the default), one object a line, or rows for a spreadsheet",
    )
    found.add_argument(
        "--report",
        metavar="FILE",
        help="write a page of HTML; without --format nothing is printed then",
    )
    found.add_argument("--force", action="store_true", help="replace FILE where it is there")
    common.add_notes(found)
    common.add_names(found)
    common.add_paths(found)
    return found


def run(arguments: argparse.Namespace) -> int:
    """Print the series, or write their page."""
    from tui.commands.building import build, opened
    from tui.config import ConfigError

    common.utf8(sys.stdout)
    common.utf8(sys.stderr)
    if arguments.force and not arguments.report:
        return complain("--force is for --report.", WRONG_USAGE)
    if arguments.report and not arguments.force and os.path.lexists(arguments.report):
        return _there_already(arguments.report)
    try:
        corpus = opened(arguments)
    except (ConfigError, ValueError) as error:
        return complain(str(error), WRONG_USAGE)
    with contextlib.closing(corpus):
        tell = common.teller(beside_output=True)
        try:
            build(corpus, tell)
            corpus.gather_series(lambda how: tell(line(how)), lambda: False)
        except KeyboardInterrupt:
            complain("stopped before the series were gathered; what was read is kept.")
            return INTERRUPTED
        finally:
            tell("")
        lines, total, _ = corpus.book(arguments.series)
        done = DONE
        if lines:
            done = _out(corpus, lines, arguments)
            if total > len(lines) and not arguments.series:
                complain(f"these are the first {len(lines)} of {total} series. Ask by --series.")
        elif corpus.counts.ready:
            asked = f" with {arguments.series} in its name" if arguments.series else ""
            unwritten = " No page was written." if arguments.report else ""
            complain(_safe(f"no series{asked}.{unwritten}"))
        return done or _unread(corpus, arguments.paths)


def _out(corpus: Corpus, lines: tuple[Line, ...], arguments: argparse.Namespace) -> int:
    if arguments.format or not arguments.report:
        for piece in _formatted(arguments.format, _told(corpus, lines, arguments.paths)):
            sys.stdout.write(piece)
    return _report(corpus, lines, arguments) if arguments.report else DONE


def _told(corpus: Corpus, lines: Iterable[Line], given: Sequence[str]) -> Iterator[Told]:
    """The series one by one, so that few of them are in memory; one that is gone is passed over."""
    from tui.commands.ledger_telling import told

    for line in lines:
        sheet = corpus.sheet(line.id)
        if sheet is not None:
            yield told(sheet, _paths(corpus, sheet, given))


def _paths(corpus: Corpus, sheet: Sheet, given: Sequence[str]) -> dict[str, str]:
    """The paths of a series as somebody who gave those of the corpus would write them."""
    from tui.commands.search import as_given

    rows = [one.row for one in sheet.placed]
    keys = {path for row in rows for path in (row.path, *row.copies)}
    ids = {key: at for key in keys if (at := corpus.id_of(key)) is not None}
    sources = corpus.sources(list(ids.values()))
    return {key: as_given(sources[at][0], key, given) for key, at in ids.items() if at in sources}


def _formatted(name: str | None, series: Iterable[Told]) -> Iterator[str]:
    if name in ("jsonl", "csv"):
        from tui.export import ledger_lines
        from tui.store.ledger import JSON_FIELDS

        if name == "jsonl":
            yield from ledger_lines.jsonl(series)
        else:
            yield from ledger_lines.table(series, JSON_FIELDS)
        return
    from tui.export.ledger_text import render

    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for nth, told in enumerate(series):
        yield f"\n{render(told, wide)}" if nth else render(told, wide)


def _report(corpus: Corpus, lines: tuple[Line, ...], arguments: argparse.Namespace) -> int:
    from datetime import date

    from tui.commands.building import several
    from tui.export.ledger_page import Heading, render
    from tui.export.ledger_words import span
    from tui.export.writing import write

    name = _safe(arguments.report)
    contents = [
        Heading(line.name, line.rows, span(line.low, line.high, line.unit)) for line in lines
    ]
    title, made = common.name_of(arguments.paths), date.today().isoformat()
    pieces = render(title, made, contents, _told(corpus, lines, arguments.paths))
    try:
        write(Path(arguments.report), pieces, force=arguments.force)
    except FileExistsError:
        return _there_already(arguments.report)
    except OSError as error:
        return complain(f"{name}: not written: {error.strerror or error}. Nothing is left of it.")
    complain(f"{name}: {several(len(lines), 'series', 'series')} written.")
    return DONE


def _there_already(report: str) -> int:
    told = f"{_safe(report)}: is there already. Name another file, or say --force."
    return complain(told, WRONG_USAGE)


def line(how: Gathering) -> str:
    """How far it is: `gathering series · 1.200 of 31.204`."""
    from tui.commands.building import number

    told = f"{number(how.done)} of {number(how.total)}" if how.total else ""
    return " · ".join(filter(None, (_PHASES[how.phase], told)))


def _unread(corpus: Corpus, paths: list[str]) -> int:
    """Say what could not be looked into; gives the exit code."""
    from tui.commands.building import number, several

    problems, counts = corpus.problems, corpus.counts
    for problem in problems:
        complain(problem)
    if not counts.total and not problems:
        return complain(common.nothing_in(paths))
    if counts.waiting:
        reason = "" if corpus.building else ": another newsreader is at it"
        complain(f"{several(counts.waiting, 'page was', 'pages were')} not read yet{reason}.")
    if counts.failed > _FAILURES:
        told = number(counts.failed)
        complain(f"{told} pages could not be read; `newsreader index` names each of them.")
    elif counts.failed:
        for failure in corpus.failures():
            complain(failure)
    if corpus.cache_notice:
        complain(corpus.cache_notice)
    return SOME_UNREAD if problems or counts.failed or counts.waiting else DONE


def _safe(text: str) -> str:
    from tui.text.safe import safe_line

    return safe_line(text)
