"""`newsreader PATH...`: the app."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import __version__, garbage, lean
from tui.commands import common
from tui.commands.common import DONE, SOME_UNREAD, WRONG_USAGE, complain

if TYPE_CHECKING:
    import argparse

PAINTS = "250"
"""How often a second may be painted: after a paint the next one waits for up to two of those."""


class Asked(NamedTuple):
    """What to open, as `parser` tells it too."""

    paths: list[str]
    notes: Path | None = None
    names: str | None = None


def plain(argv: Sequence[str]) -> Asked | None:
    """What paths and `--notes FILE` say, None for all else: `parser` knows it, and takes longer."""
    paths, notes = list(argv), None
    at = paths.index("--notes") if "--notes" in paths else len(paths)
    if len(paths) > 1 and at in (0, len(paths) - 2):
        notes = paths.pop(at + 1)
        del paths[at]
    if not paths or any(each.startswith("-") for each in (*paths, notes or "")):
        return None
    return Asked(paths, None if notes is None else Path(notes))


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = common.parser(
        "newsreader",
        "Read saved news pages without the page around them, figures and speakers first.",
        """\
commands:
  newsreader search PATH... QUERY   print the articles that fit, as the app finds them
  newsreader extract PATH...   print articles with their figures, actors and claims
  newsreader ledger PATH...    who claims what, series by series; --report FILE for a page
  newsreader notes PATH...     what you marked: print it, take it out, bring it in, verify it
  newsreader index PATH...     read a large folder in ahead
  newsreader keys              print the keys of the app

examples:
  newsreader corpus/           read a folder of saved pages
  newsreader page.html *.txt   read these files
  newsreader ./extract         read a folder that is called like a command
""",
    )
    found.add_argument("--version", action="version", version=f"newsreader {__version__}")
    found.add_argument(
        "--notes", type=Path, metavar="FILE", help="keep notes in FILE, not with the corpus"
    )
    common.add_names(found)
    common.add_paths(found)
    return found


def run(arguments: Asked | argparse.Namespace) -> int:
    """Open the app on some files and folders."""
    if "-" in arguments.paths:
        parser().error("standard input (-) can be extracted, not read: the app needs it for keys")
    with garbage.put_off():
        return _open(arguments)


def _open(arguments: Asked | argparse.Namespace) -> int:
    from tui.config import ConfigError, load
    from tui.store.library import Library

    try:
        config, rules = load(), common.rules()
    except ConfigError as error:
        return complain(str(error), WRONG_USAGE)
    if fault := common.no_names(arguments.names):
        return complain(fault, WRONG_USAGE)
    if arguments.notes is not None and (fault := common.unfit_for_notes(arguments.notes)):
        return complain(fault, WRONG_USAGE)
    # Textual draws on stderr.
    terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    library = Library(
        arguments.paths,
        notes=arguments.notes,
        workers=None if terminal else 0,
        rules=rules,
        names=arguments.names,
    )
    with contextlib.closing(library):
        for problem in library.problems:
            complain(problem)
        if library.empty:
            if library.problems:
                return SOME_UNREAD
            return complain(common.nothing_in(arguments.paths))
        if not terminal:
            return complain(
                "the reader needs a terminal, with nothing redirected. "
                "To print articles: newsreader extract PATH...",
                WRONG_USAGE,
            )
        os.environ.setdefault("TEXTUAL_FPS", PAINTS)
        # asyncio does without ssl where there is none, and nothing here goes over a network.
        with lean.without("ssl"):
            from tui.app import NewsreaderApp

        app = NewsreaderApp(library, config, common.name_of(arguments.paths))
        app.run()
        return app.return_code or (SOME_UNREAD if library.problems else DONE)
