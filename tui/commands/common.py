"""What the commands share: exit codes, complaints, usage, progress, and a reader's own settings."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from tui.text.guide import Rule

DONE, SOME_UNREAD, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def complain(problem: str, code: int = SOME_UNREAD) -> int:
    """Say what is wrong, in one line; gives the exit code."""
    with contextlib.suppress(OSError):
        print(f"newsreader: {problem}", file=sys.stderr)
    return code


def parser(prog: str, description: str, epilog: str) -> argparse.ArgumentParser:
    """A parser whose help keeps the lines of its examples."""
    import argparse

    return argparse.ArgumentParser(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_paths(to: argparse.ArgumentParser, help: str = "a saved page, or a folder of them") -> None:
    """Files and folders, at least one."""
    to.add_argument("paths", nargs="+", metavar="PATH", help=help)


def add_notes(to: argparse.ArgumentParser) -> None:
    """The file of notes, where it is not with the corpus."""
    to.add_argument(
        "--notes", type=Path, metavar="FILE", help="the notes are in FILE, not with the corpus"
    )


def unfit_for_notes(path: Path) -> str | None:
    """Why a file that somebody names must not be written to as notes, None where it may."""
    from tui.store.journal_files import Damaged, beside, read, tables

    try:
        there, journal = map(os.path.lexists, (path, beside(path)[0]))
        if there and not journal and (content := read(path)[0]):
            tables(content)
        elif there or journal:
            from tui.store.journal import load  # with TinyDB

            load(path)
    except FileNotFoundError:
        return None
    except Damaged:
        reason = (
            "is there and holds no notes, or damaged ones; it is left as it is"
            " (`newsreader notes PATH check` tells what can be saved)"
        )
    except OSError as error:
        reason = f"cannot be used: {error.strerror or error}"
    else:
        return None
    return f"--notes {path}: {reason}. Name a file of notes, or one that is not there yet."


def add_names(to: argparse.ArgumentParser) -> None:
    """The choice of who finds the names."""
    to.add_argument(
        "--names",
        metavar="SPACY",
        help="where names stand by spaCy, if you have it: `spacy`, or `spacy:` and a pipeline",
    )


def add_corpus(to: argparse.ArgumentParser) -> None:
    """A corpus to look into: its pages, its notes, and who finds the names."""
    add_notes(to)
    add_names(to)
    add_paths(to)


def no_names(choice: str | None) -> str | None:
    """Why names cannot be found by what somebody chose, None where they can."""
    if choice is None:
        return None
    from tui.text.spotting import NoModel, spotter

    try:
        spotter(choice)
    except NoModel as error:
        return f"--names {error}"
    return None


def rules() -> tuple[Rule, ...]:
    """A reader's own words for what is page. Raises ConfigError."""
    from tui.config import load_page_words

    words = load_page_words()
    if not words:
        return ()
    from tui.text.guide import Rule

    return tuple(Rule(*word) for word in words)


def utf8(stream: object) -> None:
    """Have a stream write UTF-8 and bare line feeds, whatever the locale."""
    with contextlib.suppress(AttributeError):  # a stand-in of a test cannot, and need not
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[attr-defined]


def nothing_in(paths: Sequence[str]) -> str:
    """That there are no articles in some places, and what is looked for."""
    from tui.store.files import ARCHIVES, SUFFIXES
    from tui.store.plain import shown

    endings = ", ".join([*sorted(filter(None, SUFFIXES)), *ARCHIVES])
    where = ", ".join(shown(path) for path in paths)
    return (
        f"{where}: no articles here. Files that end in {endings} or in nothing are looked for, "
        "packed (.gz) or not."
    )


def name_of(paths: Sequence[str]) -> str:
    """What to call a corpus: `corpus`, or `corpus and 2 more`."""
    from tui.store.plain import shown

    name = shown(os.path.basename(os.path.realpath(paths[0])) or paths[0])
    return f"{name} and {len(paths) - 1} more" if len(paths) > 1 else name


def teller(*, beside_output: bool = False) -> Callable[[str], None]:
    """Tells how far a long command is, on a terminal; an empty line takes the last one away.

    Where the output goes to a terminal too they would run through each other: then it is only
    told `beside_output`, by who takes it away before anything is printed.
    """
    stream = sys.stderr
    if not stream.isatty() or (sys.stdout.isatty() and not beside_output):
        return lambda line: None

    def tell(line: str) -> None:
        with contextlib.suppress(OSError):
            stream.write(f"\r{line}\x1b[K" if line else "\r\x1b[K")
            stream.flush()

    return tell
