"""`newsreader search PATH... QUERY`: what the app finds, for the shell."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import INTERRUPTED, WRONG_USAGE, complain
from tui.store.views import SORTS

if TYPE_CHECKING:
    from tui.commands.building import Corpus
    from tui.export.hits import Hit
    from tui.store.query import Query, QueryError
    from tui.store.rows import Row

_PAGE = 100  # articles looked into at a time
_WIDEST = 120


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = common.parser(
        "newsreader search",
        "Print the articles that fit a query, as the app finds them; copies of one story once.",
        """\
examples:
  newsreader search archive/ dijk
  newsreader search archive/ '"hoge raad" OR cassatie date:2024-10 -sport'
  newsreader search archive/ 'figure:>1000 noun:militairen' --format jsonl
  newsreader search archive/ --sort date --limit 20 -- '-is:read'

A query that begins with a minus stands behind --, as in the last example.

fields: title: figure: kind: noun: actor: speaker: stance: date: site: tag: note: status: is:
exit code: 0 done, 1 some input could not be read, 2 wrong usage or query
""",
    )
    found.add_argument(
        "--format",
        choices=["text", "jsonl"],
        default="text",
        help="text to read (the default), or one object a line",
    )
    found.add_argument("--sort", choices=SORTS, default="path", help="the order (path)")
    found.add_argument("--limit", type=_count, metavar="N", help="print the first N at most")
    common.add_corpus(found)
    found.add_argument("query", metavar="QUERY", help='words, "phrases", begin*, -not, OR, fields')
    return found


def run(arguments: argparse.Namespace) -> int:
    """Print what fits."""
    from tui.config import ConfigError
    from tui.store.query import QueryError, parse

    common.utf8(sys.stdout)
    common.utf8(sys.stderr)
    try:
        query = parse(arguments.query)
    except QueryError as error:
        return _wrong(arguments.query, error)
    from tui.commands.building import build, opened, unread

    try:
        corpus = opened(arguments)
    except (ConfigError, ValueError) as error:
        return complain(str(error), WRONG_USAGE)
    with contextlib.closing(corpus):
        try:
            build(corpus, common.teller(beside_output=True))
        except KeyboardInterrupt:
            complain("stopped before anything was looked for; what was read is kept.")
            return INTERRUPTED
        _print(corpus, query, arguments)
        return unread(corpus, arguments.paths, "Search again later.")


def _print(corpus: Corpus, query: Query, arguments: argparse.Namespace) -> None:
    from tui.export import hits

    view = corpus.view(query, arguments.sort)
    ids = view.ids[: arguments.limit]
    terminal = sys.stdout.isatty()
    wide = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else _WIDEST
    for number, hit in enumerate(_hits(corpus, query, ids, arguments.paths, wide)):
        if arguments.format == "jsonl":
            sys.stdout.write(f"{hits.line(hit)}\n")
        else:
            sys.stdout.write("\n" if number else "")
            sys.stdout.write(hits.render(hit, bold=terminal))
    if not ids and corpus.counts.ready:
        complain("nothing fits.")


def _hits(
    corpus: Corpus, query: Query, ids: Sequence[int], given: Sequence[str], wide: int
) -> Iterator[Hit]:
    """What was found in each article, in their order; looked into a page at a time."""
    for at in range(0, len(ids), _PAGE):
        page = ids[at : at + _PAGE]
        rows = {row.id: row for row in corpus.rows(page, query)}
        sources = corpus.sources(page)
        for each in page:
            if each in rows and each in sources:
                yield _hit(rows[each], *sources[each], given, wide)


def _hit(row: Row, path: str, article: str, given: Sequence[str], wide: int) -> Hit:
    from tui.export.hits import Hit

    context = row.context
    return Hit(
        path=as_given(path, row.key, given),
        id=article,
        title=row.title,
        published=row.published,
        site=row.site,
        hits=row.hits,
        context=context.text if context else None,
        spans=context.spans if context else (),
        copies=row.copies,
    )


def as_given(path: str, key: str, given: Sequence[str]) -> str:
    """A path as somebody who gave that of a folder would write it; in an archive with its name."""
    from tui.store.plain import file_of, is_member, shown

    file = file_of(path)
    inside = ""
    if is_member(path):
        _, mark, name = key.partition(f"{shown(os.path.basename(file))}!/")
        inside = f"!/{name}" if mark else ""
    for root in given:
        full = os.path.realpath(root)
        if file == full:
            return f"{root}{inside}"
        if file.startswith(f"{full.rstrip(os.sep)}{os.sep}"):
            return os.path.join(root, file[len(full.rstrip(os.sep)) + 1 :]) + inside
    return f"{file}{inside}"


def _wrong(text: str, error: QueryError) -> int:
    """Say what is wrong in a query, and where."""
    from tui.text.safe import safe_line

    complain(safe_line(str(error)), WRONG_USAGE)
    with contextlib.suppress(OSError):
        marks = " " * error.start + "^" * (error.end - error.start)
        print(f"  {safe_line(text)}\n  {marks}", file=sys.stderr)
    return WRONG_USAGE


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("needs a whole number above 0")
    return int(text)
