"""A process that gathers series, so that none of that work is felt at the screen."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.ledger_face import Gathering

if TYPE_CHECKING:
    from tui.text.guide import Rule

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from tui.store import ledgers_process; ledgers_process.serve()"
)
_LOOK_UP = 0.1  # seconds between two looks at whether it should stop
_LEAST = 19
_TELL = 0.1  # seconds between two tellings of how far it is


class Work(NamedTuple):
    """What the process needs to know; `dated` are the days that a reader set."""

    database: Path
    rules: tuple[Rule, ...]
    dated: Mapping[int, str]


def gather_apart(
    work: Work, told: Callable[[Gathering], None], cancelled: Callable[[], bool]
) -> bool | None:
    """Have the series of an index gathered; None where there are no processes here.

    It ends at once when it is called off, and what it has written stays. False where the process
    ended before it was done.
    """
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
    except OSError:
        return None
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
    thread = threading.Thread(target=_listen, args=(process, answers), daemon=True)
    thread.start()
    try:
        with contextlib.suppress(OSError):  # it ended already, which its answer tells
            assert process.stdin is not None
            process.stdin.write(pickle.dumps(work))
            process.stdin.flush()
        while not cancelled():
            with contextlib.suppress(queue.Empty):
                answer = answers.get(timeout=_LOOK_UP)
                if not isinstance(answer, Gathering):
                    return bool(answer)
                told(answer)
        return True
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        thread.join()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _listen(process: subprocess.Popen[bytes], answers: queue.SimpleQueue[Any]) -> None:
    assert process.stdout is not None
    with contextlib.suppress(Exception):  # half an answer can make pickle raise anything
        while True:
            answers.put(pickle.load(process.stdout))
    answers.put(False)


def serve() -> None:
    """The far side: gather what standard input says, and tell how far it is."""
    from tui.store.worker import to_answer_on

    answers = to_answer_on()
    with contextlib.suppress(OSError):
        os.nice(_LEAST)  # what reads pages goes before it too
    work: Work = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_the_other_side, daemon=True).start()
    last = 0.0

    def answer(message: object) -> None:
        answers.write(pickle.dumps(message))
        answers.flush()

    def tell(gathering: Gathering) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _TELL:
            last = now
            answer(gathering)

    with contextlib.suppress(BrokenPipeError):
        answer(_gather(work, tell))


def _gather(work: Work, tell: Callable[[Gathering], None]) -> bool:
    import sqlite3

    from tui.store.index import Index
    from tui.store.ledgers_gather import bring_up_to_date

    index = Index(work.database, rules=work.rules)
    try:
        bring_up_to_date(index, work.dated, tell, lambda: False)
    except sqlite3.Error:
        return False
    finally:
        index.close()
    return True


def _end_with_the_other_side() -> None:
    with contextlib.suppress(OSError, ValueError):
        sys.stdin.buffer.read()
    os._exit(0)
