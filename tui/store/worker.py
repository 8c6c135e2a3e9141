"""The other side of the pool: a process that reads the files it is told of, one after another."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.store.reading import Outcome

if TYPE_CHECKING:
    from tui.text.guide import Guide

READY = "ready"
"""The first thing a worker says, once all that it needs is loaded."""


def serve(names: str | None = None) -> None:
    """Read the files that standard input names, until it ends; `names` as in a guide."""
    import tui.text.read  # noqa: F401  # loaded now, while nobody waits for it
    from tui.store.reading import read_file, survey_file
    from tui.text.spotting import spotter

    if names:
        spotter(names)

    answer({"read": read_file, "survey": survey_file})


def answer(tasks: Mapping[str, Callable[[str, str, Guide | None], Outcome]]) -> None:
    """Answer each (task, path, given, guide) on standard input with what the task makes of it."""
    # Ctrl+C goes to the whole process group: stopping is up to the reader's own process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The screen has the first claim on the processors.
    with contextlib.suppress(OSError):
        os.nice(10)
    answers = os.fdopen(os.dup(1), "wb")
    # A library that prints must not get between two answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with contextlib.suppress(EOFError, BrokenPipeError), answers:
        pickle.dump(READY, answers)
        answers.flush()
        while True:
            task, path, given, guide = pickle.load(sys.stdin.buffer)
            pickle.dump(tasks[task](path, given, guide), answers)
            answers.flush()
