"""`newsreader index PATH...`: read a large corpus in ahead."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, INTERRUPTED, SOME_UNREAD, WRONG_USAGE, complain

if TYPE_CHECKING:
    from tui.commands.building import Corpus


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = common.parser(
        "newsreader index",
        "Read all of a corpus in ahead, so that the app opens it with everything found.",
        """\
examples:
  newsreader index archive/
  newsreader index archive/ && newsreader archive/

It may be stopped at any time (ctrl+c) and goes on where it was. What could not be read is named.

exit code: 0 done, 1 some input could not be read (each is named), 2 wrong usage
""",
    )
    common.add_corpus(found)
    return found


def run(arguments: argparse.Namespace) -> int:
    """Read a corpus in, and say what came of it."""
    from tui.commands.building import build, opened
    from tui.config import ConfigError

    common.utf8(sys.stdout)
    common.utf8(sys.stderr)
    try:
        corpus = opened(arguments)
    except (ConfigError, ValueError) as error:
        return complain(str(error), WRONG_USAGE)
    with contextlib.closing(corpus):
        since = time.monotonic()
        try:
            build(corpus, common.teller(beside_output=True))
        except KeyboardInterrupt:
            complain("stopped; what was read is kept, and the rest is read the next time.")
            return INTERRUPTED
        return _told(corpus, arguments.paths, time.monotonic() - since)


def _told(corpus: Corpus, paths: list[str], seconds: float) -> int:
    from tui.commands.building import several, span

    problems = corpus.problems
    for problem in problems:
        complain(problem)
    if not corpus.total and not problems:
        return complain(common.nothing_in(paths))
    if not corpus.building:
        complain("another newsreader is reading this corpus in; it goes on there.")
    for failure in corpus.failures():
        complain(failure)
    counts = corpus.counts
    told = [several(counts.ready, "article", "articles")]
    if counts.failed:
        told.append(f"{several(counts.failed, 'page', 'pages')} could not be read")
    if counts.waiting:
        told.append(f"{several(counts.waiting, 'page', 'pages')} still to be read")
    told += [span(seconds), _size(corpus)]
    print(", ".join(told))
    if corpus.cache_notice:
        return complain(corpus.cache_notice)
    return SOME_UNREAD if problems or counts.failed or counts.waiting else DONE


def _size(corpus: Corpus) -> str:
    from tui.text.safe import safe_line

    size = 0
    for ending in ("", "-wal"):
        with contextlib.suppress(OSError):
            path = corpus.index_path
            size += path.with_name(path.name + ending).stat().st_size
    return safe_line(f"{size / 1e6:.1f} MB in {corpus.index_path}")
