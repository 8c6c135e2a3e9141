"""A process that keeps an index up to date, so that none of that work is felt at the screen.

It has the workers that read, and writes what they find; the app sees it in the index.
"""

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
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.views import Progress

if TYPE_CHECKING:
    from tui.store.documents import Ruling
    from tui.store.pool import Pool
    from tui.text.guide import Rule

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from tui.store import building_process; building_process.serve()"
)
_LOOK_UP = 0.1  # seconds between two looks at whether it should stop
_TELL = 0.1  # seconds between two tellings of how far it is
_SELDOM = 20_000  # objects that come before it is looked for those that can be thrown away


class Gone(Exception):
    """The process ended before it was done."""


class Setup(NamedTuple):
    """What the process needs to know of a corpus; `worker` as in tui.store.pool."""

    database: Path
    roots: tuple[str, ...]
    home: Path
    rules: tuple[Rule, ...]
    names: str | None
    workers: int
    worker: str | None


class BuildingProcess:
    """The near side: `ingest` and `close` may be called from any thread, `ingest` by one."""

    def __init__(self, setup: Setup) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, name="builder", daemon=True)
        self._thread.start()
        self._send(setup)

    def ingest(
        self,
        paths: Collection[str] | None,
        rulings: tuple[Ruling, ...],
        tell: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> str | None:
        """Bring the index up to date; gives what is to be told of it. Raises Gone."""
        self._send(("ingest", paths, rulings))
        stopping = False
        while True:
            if cancelled() and not stopping:
                stopping = True
                self._send(("stop", None, ()))
            try:
                answer = self._answers.get(timeout=_LOOK_UP)
            except queue.Empty:
                continue
            if isinstance(answer, Progress):
                tell(answer)
            elif answer is None:
                self._answers.put(None)
                raise Gone
            else:
                return str(answer) or None

    def close(self) -> None:
        """End it at once, with its workers: what it has written stays, and the rest goes on later.

        May be called more than once.
        """
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(pickle.dumps(message))
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise Gone from error

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(Exception):  # half an answer can make pickle raise anything
            while True:
                self._answers.put(pickle.load(self._process.stdout))
        self._answers.put(None)


def serve() -> None:
    """The far side: do what standard input says, until it ends."""
    from tui.store.worker import to_answer_on

    answers = to_answer_on()
    setup: Setup = pickle.load(sys.stdin.buffer)
    asked: queue.SimpleQueue[Any] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_hear, args=(asked, stop), daemon=True).start()
    with contextlib.suppress(BrokenPipeError):
        _work(setup, asked, stop, answers)


def _hear(asked: queue.SimpleQueue[Any], stop: threading.Event) -> None:
    """Take what is asked for, and stop at once when it is called off or nobody is there."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            message = pickle.load(sys.stdin.buffer)
            if message[0] == "stop":
                stop.set()
            else:
                stop.clear()  # here, or a stop right behind it would be lost
                asked.put(message)
    stop.set()
    asked.put(None)


def _work(setup: Setup, asked: queue.SimpleQueue[Any], stop: threading.Event, answers: Any) -> None:
    import gc
    import sqlite3

    from tui.store.guiding import Guides
    from tui.store.index import LARGE_ROOM, Index
    from tui.store.ingest import Ingest

    def answer(message: object) -> None:
        answers.write(pickle.dumps(message))
        answers.flush()

    last: tuple[float, str, bool] = (0.0, "", False)

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        news = progress.phase, progress.done > 0
        if news != last[1:] or now - last[0] >= _TELL:
            last = now, *news
            answer(progress)

    pools: list[Pool] = []

    def pool() -> Pool:
        from tui.store.pool import Pool

        if not pools:
            pools.append(Pool(setup.workers, worker=setup.worker, names=setup.names))
        return pools[0]

    # What comes here is written and dropped by the hundred, and hardly any of it goes in circles.
    gc.set_threshold(_SELDOM)
    gc.freeze()
    rulings: tuple[Ruling, ...] = ()
    index = Index(setup.database, rules=setup.rules, room=LARGE_ROOM)
    guides = Guides(setup.home, lambda: rulings, setup.rules, index, setup.names)
    try:
        while (message := asked.get()) is not None:
            _, paths, rulings = message
            work = Ingest(index, setup.roots, guides, pool, tell, stop.is_set)
            with contextlib.suppress(sqlite3.Error):  # the index has told of it
                work.run(paths)
            answer(index.notice or "")
    finally:
        for each in pools:
            each.close()
        index.close()
