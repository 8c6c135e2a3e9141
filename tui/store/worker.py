"""The other side of the pool: a process that reads the files it is told of, one after another."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import pickle
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.text.guide import Guide

READY = "ready"
"""The first thing a worker says, once all that it needs is loaded."""

KNOW = "know"
"""What precedes the part of guides that very many pages share, sent once and not with each."""

NICE = 10
"""How far processes in the background give way to the screen."""

ALLOWANCE = 4.5
"""Seconds of a processor that one page may take: an honest page takes a small part of it.

Not seconds of the clock, for on a machine that is busy with other things those tell nothing.
"""

SIZE = 4
"""In how many bytes an answer tells before itself how long it is."""

SETTLED = 40
"""After how many answers nearly all is there that will stay: tables, and what is remembered."""

_SELDOM = 5_000  # objects that come before the new ones are looked through

TIMED = hasattr(signal, "setitimer")
"""Whether the system can end a process by the time it used a processor."""

OF_A_PAGE = ("read", "survey")
"""The tasks that are about one file."""

Task = Callable[..., Any]


def serve(names: str | None = None) -> None:
    """Read the files that standard input names, until it ends; `names` as in a guide."""
    import tui.text.read  # noqa: F401  # loaded now, while nobody waits for it
    from tui.store.learning import learn_scope, stale_pages
    from tui.store.reading import read_file, survey_file
    from tui.text.spotting import spotter

    if names:
        spotter(names)

    tasks: dict[str, Task] = {
        "read": read_file,
        "survey": survey_file,
        "learn": learn_scope,
        "stale": stale_pages,
    }
    answer(tasks)


def answer(tasks: Mapping[str, Task], allowance: float = ALLOWANCE) -> None:
    """Answer each (task, path, given, guide, ...) on standard input with what the task makes of it.

    What was last said to be known by all guides is put into those that come without it. A page that
    takes more than `allowance` seconds of a processor ends the process, where the system can tell.
    """
    answers = to_answer_on()
    common: Guide | None = None
    with contextlib.suppress(EOFError, BrokenPipeError), answers:
        _send(answers, READY)
        for number in itertools.count():
            if number == SETTLED:
                _settle()
            task, path, given, guide, *rest = pickle.load(sys.stdin.buffer)
            if task == KNOW:
                common = guide
                continue
            if guide is not None and common is not None:
                shared = {"rules": common.rules, "learnt": common.learnt, "names": common.names}
                guide = replace(guide, **shared) if hasattr(guide, "learnt") else guide
            _allow(allowance if task in OF_A_PAGE else 0)
            found = tasks[task](path, given, guide, *rest)
            _allow(0)
            _send(answers, found)


def _send(answers: Any, found: object) -> None:
    data = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    answers.write(len(data).to_bytes(SIZE, "big") + data)
    answers.flush()


def _settle() -> None:
    """Look no more through what stays for good for what can be thrown away, and seldom at all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _allow(seconds: float) -> None:
    """End this process when it has used a processor for so long; 0 calls that off."""
    if TIMED:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def to_answer_on() -> Any:
    """A file for answers in the place of standard output, in a process that gives way."""
    # Ctrl+C goes to the whole process group: stopping is up to the reader's own process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The screen has the first claim on the processors.
    with contextlib.suppress(OSError):
        os.nice(NICE)
    answers = os.fdopen(os.dup(1), "wb")
    # A library that prints must not get between two answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers
