"""`newsreader ledger PATH...`: who claims what, for the shell and as a page."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, INTERRUPTED, WRONG_USAGE, complain

if TYPE_CHECKING:
    from tui.commands.building import Corpus
    from tui.commands.ledger_record import Whose
    from tui.export.ledger_page import Heading
    from tui.export.ledger_told import Told
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Gathering, Line

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
  newsreader ledger archive/ --speaker Seoul

With a speaker: its record, all figures that this one told over time, under whatever name, each with
what changed (told first, the same, raised, lowered, denied); those without a day come last.

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
        "--speaker", default="", metavar="NAME", help="only what this actor said, and what changed"
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
    common.add_corpus(found)
    return found


def run(arguments: argparse.Namespace) -> int:
    """Print the series, or write their page."""
    from tui.commands.building import build, opened, unread
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
        if arguments.speaker:
            from tui.commands.ledger_record import whose

            found = whose(corpus, arguments.speaker, arguments.series)
            if isinstance(found, str):
                return complain(_safe(found), WRONG_USAGE)
            done = _record(corpus, found, arguments) if found is not None else DONE
            return done or unread(corpus, arguments.paths)
        lines, total, _ = corpus.book(arguments.series)
        done = DONE
        if lines:
            done = _series(corpus, lines, arguments)
            if total > len(lines) and not arguments.series:
                complain(f"these are the first {len(lines)} of {total} series. Ask by --series.")
        elif corpus.counts.ready:
            asked = f" with {arguments.series} in its name" if arguments.series else ""
            unwritten = " No page was written." if arguments.report else ""
            complain(_safe(f"no series{asked}.{unwritten}"))
        return done or unread(corpus, arguments.paths)


def _series(corpus: Corpus, lines: tuple[Line, ...], arguments: argparse.Namespace) -> int:
    from tui.export.ledger_page import Heading
    from tui.export.ledger_words import span

    contents = [
        Heading(line.name, line.rows, span(line.low, line.high, line.unit)) for line in lines
    ]
    return _out(arguments, contents, lambda: _told(corpus, lines, arguments.paths))


def _record(corpus: Corpus, whose: Whose, arguments: argparse.Namespace) -> int:
    from tui.commands.ledger_telling import recorded
    from tui.export.ledger_page import Heading

    told = [
        recorded(strand, _paths(corpus, [said.placed.row for said in strand.said], arguments.paths))
        for strand in whose.strands
    ]
    contents = [Heading(each.name, len(each.entries), "") for each in told]
    return _out(arguments, contents, lambda: iter(told), whose)


def _out(
    arguments: argparse.Namespace,
    contents: Sequence[Heading],
    told: Callable[[], Iterator[Told]],
    whose: Whose | None = None,
) -> int:
    if arguments.format or not arguments.report:
        if whose is not None and arguments.format in (None, "table"):
            sys.stdout.write(f"{whose.told}\n\n")
        for piece in _formatted(arguments.format, told(), whose is not None):
            sys.stdout.write(piece)
    return _report(arguments, contents, told(), whose) if arguments.report else DONE


def _told(corpus: Corpus, lines: Iterable[Line], given: Sequence[str]) -> Iterator[Told]:
    """The series one by one, so that few of them are in memory; one that is gone is passed over."""
    from tui.commands.ledger_telling import told

    for line in lines:
        sheet = corpus.sheet(line.id)
        if sheet is not None:
            yield told(sheet, _paths(corpus, [one.row for one in sheet.placed], given))


def _paths(corpus: Corpus, rows: Sequence[LedgerRow], given: Sequence[str]) -> dict[str, str]:
    """The paths of some rows as somebody who gave those of the corpus would write them."""
    from tui.commands.search import as_given

    keys = {path for row in rows for path in (row.path, *row.copies)}
    ids = {key: at for key in keys if (at := corpus.id_of(key)) is not None}
    sources = corpus.sources(list(ids.values()))
    return {key: as_given(sources[at][0], key, given) for key, at in ids.items() if at in sources}


def _formatted(name: str | None, series: Iterable[Told], record: bool) -> Iterator[str]:
    if name in ("jsonl", "csv"):
        from tui.commands.ledger_telling import RECORD_FIELDS
        from tui.export import ledger_lines
        from tui.store.ledger import JSON_FIELDS

        if name == "jsonl":
            yield from ledger_lines.jsonl(series)
        else:
            columns = (*JSON_FIELDS, *RECORD_FIELDS) if record else JSON_FIELDS
            yield from ledger_lines.table(series, columns)
        return
    from tui.export.ledger_text import render

    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for nth, told in enumerate(series):
        yield f"\n{render(told, wide)}" if nth else render(told, wide)


def _report(
    arguments: argparse.Namespace,
    contents: Sequence[Heading],
    told: Iterator[Told],
    whose: Whose | None,
) -> int:
    from datetime import date

    from tui.commands.building import several
    from tui.export.ledger_page import render
    from tui.export.writing import write

    name = _safe(arguments.report)
    title, made = common.name_of(arguments.paths), date.today().isoformat()
    title = f"{title} · {whose.name}" if whose is not None else title
    pieces = render(title, made, contents, told)
    try:
        write(Path(arguments.report), pieces, force=arguments.force)
    except FileExistsError:
        return _there_already(arguments.report)
    except OSError as error:
        return complain(f"{name}: not written: {error.strerror or error}. Nothing is left of it.")
    complain(f"{name}: {several(len(contents), 'series', 'series')} written.")
    return DONE


def _there_already(report: str) -> int:
    told = f"{_safe(report)}: is there already. Name another file, or say --force."
    return complain(told, WRONG_USAGE)


def line(how: Gathering) -> str:
    """How far it is: `gathering series · 1.200 of 31.204`."""
    from tui.commands.building import number

    told = f"{number(how.done)} of {number(how.total)}" if how.total else ""
    return " · ".join(filter(None, (_PHASES[how.phase], told)))


def _safe(text: str) -> str:
    from tui.text.safe import safe_line

    return safe_line(text)
