"""Bringing an index up to date from the command line: how far it is, and what could not be read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, SOME_UNREAD, complain
from tui.store.library import Library

if TYPE_CHECKING:
    from tui.store.views import Progress

_BAR = 20
_FAILURES = 10  # so many pages that could not be read are named, of more only the number is told
_PHASES = {
    "looking": "looking for files",
    "reading": "reading",
    "comparing": "comparing pages",
    "again": "reading again",
    "finishing": "making searches fast",
}


class Corpus(Library):
    """A library of which a command also tells where things lie."""

    @property
    def index_path(self) -> Path:
        """The file of the index."""
        return self._index.path

    def sources(self, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Of some articles the path of the page and the id of what it says."""
        return self._seeking().sources(ids)

    def failures(self) -> list[str]:
        """A line for each page that could not be read."""
        return self._seeking().failures()


def opened(arguments: argparse.Namespace) -> Corpus:
    """The corpus that somebody names. Raises ConfigError, and ValueError for what cannot be one.

    What a person marked is kept with the app: nothing is written there by a command.
    """
    if "-" in arguments.paths:
        raise ValueError("standard input (-) can only be extracted. Save the page to a file first.")
    rules = common.rules()
    if fault := common.no_names(arguments.names):
        raise ValueError(fault)
    notes = arguments.notes
    if notes is not None and (fault := common.unfit_for_notes(notes)):
        raise ValueError(fault)
    return Corpus(arguments.paths, notes=notes, rules=rules, names=arguments.names)


def build(corpus: Corpus, tell: Callable[[str], None]) -> None:
    """Read what is new or changed; the last line told is taken away, whatever happens."""
    try:
        corpus.ingest(lambda progress: tell(line(progress)), lambda: False)
    finally:
        tell("")


def unread(corpus: Corpus, paths: Sequence[str], then: str = "") -> int:
    """Say what could not be looked into, and what to do `then`; gives the exit code."""
    problems, counts = corpus.problems, corpus.counts
    for problem in problems:
        complain(problem)
    if not counts.total and not problems:
        return complain(common.nothing_in(paths))
    if counts.waiting:
        told = several(counts.waiting, "page was", "pages were")
        reason = "" if corpus.building else ": another newsreader is at it"
        complain(" ".join(filter(None, (f"{told} not read yet{reason}.", then))))
    if counts.failed > _FAILURES:
        told = number(counts.failed)
        complain(f"{told} pages could not be read; `newsreader index` names each of them.")
    elif counts.failed:
        for failure in corpus.failures():
            complain(failure)
    if corpus.cache_notice:
        complain(corpus.cache_notice)
    return SOME_UNREAD if problems or counts.failed or counts.waiting else DONE


def line(progress: Progress) -> str:
    """How far it is: `reading ━━━━────  12.400 of 100.000 · 210/s · 7 min left`."""
    parts = [_PHASES[progress.phase]]
    if progress.total:
        full = _BAR * min(progress.done, progress.total) // progress.total
        bar = "━" * full + "─" * (_BAR - full)
        parts[0] += f" {bar} {number(progress.done)} of {number(progress.total)}"
    if progress.rate:
        parts.append(f"{number(round(progress.rate))}/s")
    if progress.left is not None:
        parts.append(f"{span(progress.left)} left")
    return " · ".join(parts)


def number(value: int) -> str:
    """`31.204`."""
    return f"{value:,}".replace(",", ".")


def span(seconds: float) -> str:
    """`7 min 3 s`."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def several(count: int, one: str, more: str) -> str:
    """`1 article`, `31.204 articles`."""
    return f"{number(count)} {one if count == 1 else more}"
