"""The notebook of a corpus, for the commands that read or write it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import complain

if TYPE_CHECKING:
    from tui.commands.building import Corpus
    from tui.store.notebook import Notebook


def place_of(arguments: argparse.Namespace) -> tuple[Path, str | None]:
    """The notes file of the corpus that somebody names, and what to tell about it."""
    if arguments.notes is not None:
        return arguments.notes, None
    from tui.store.files import home_of
    from tui.store.notebook import place

    return place(home_of(arguments.paths))


def unlisted(arguments: argparse.Namespace) -> bool:
    """Whether paths are not there, which is said then."""
    from tui.store.files import root_problems

    problems = root_problems(arguments.paths)
    for problem in problems:
        complain(problem)
    return bool(problems)


def unfit(arguments: argparse.Namespace) -> bool:
    """Whether a file is named as the notes that must not be one, which is said then."""
    from tui.commands.common import unfit_for_notes

    fault = unfit_for_notes(arguments.notes) if arguments.notes is not None else None
    if fault:
        complain(fault)
    return fault is not None


def notebook(arguments: argparse.Namespace) -> Notebook:
    """The notes alone, without an index; what is wrong with them is said."""
    from tui.store.notebook import Notebook
    from tui.text.safe import safe_line

    path, notice = place_of(arguments)
    kept = Notebook(path)
    kept.look()
    for line in filter(None, (notice, kept.notice)):
        complain(safe_line(line))
    return kept  # and not closed: that would take the journal into the file


def corpus(arguments: argparse.Namespace) -> Corpus:
    """The corpus with its notes. Raises ConfigError, and ValueError for what cannot be one."""
    from tui.commands.building import Corpus

    rules = common.rules()
    if fault := common.no_names(arguments.names):
        raise ValueError(fault)
    return Corpus(arguments.paths, notes=arguments.notes, rules=rules, names=arguments.names)


def own_name() -> str:
    """The name under which one's own marks go out. Raises ConfigError."""
    from tui.config import load

    return load().signature
