"""Worker processes that read files, so that neither a slow page nor a crash reaches the screen.

Each worker is a fresh interpreter with a thread of ours that feeds it. A worker that dies or
takes too long costs the one file it was reading, and is replaced. (`ProcessPoolExecutor` cannot
say which file killed it, nor end one that hangs, and a new one cannot start under a running app.)
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tui.store.reading import Outcome, failed, read_file, survey_file
from tui.store.worker import READY

if TYPE_CHECKING:
    from tui.text.guide import Guide

Task = Literal["read", "survey"]

WORKERS = min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
"""How many files are read at a time: one a processor, for the workers give way to the screen."""

PATIENCE = 4.5
"""Seconds that one page may take: an honest page takes a small part of it."""

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import {0}; {0}.serve(*sys.argv[2:])"
)
_WORKER = "tui.store.worker"
_DIED = (
    "reading it took too long or ended the process that read it. "
    "Leave the file out, or open it in a browser and save it again."
)


_TASKS = {"read": read_file, "survey": survey_file}


class WorkerGone(Exception):
    """The worker ended before it answered."""


@dataclass(slots=True)
class _Job:
    task: Task
    path: str
    given: str
    guide: Guide | None
    future: Future[Outcome]
    taken: bool = False


_Line = queue.PriorityQueue[tuple[int, int, _Job | None]]


class Pool:
    """Some worker processes, each started at its first job; `submit` works from any thread.

    One more waits for urgent files alone, so that those come through where pages that take their
    time hold all the others. `worker` is the module that a process runs: tests put one there that
    dies. What finds the `names` (see tui.text.spotting) is loaded before the first file.
    """

    def __init__(
        self,
        workers: int,
        *,
        patience: float = PATIENCE,
        worker: str | None = None,
        names: str | None = None,
    ) -> None:
        self._patience = patience
        self._names = names
        self._worker = worker or _WORKER
        self._jobs: _Line = queue.PriorityQueue()
        self._urgent: _Line = queue.PriorityQueue()
        self._asked: dict[tuple[Task, str, str], _Job] = {}
        self._order = itertools.count()
        self._lock = threading.Lock()
        self._closed = False
        self._running: set[_Worker] = set()
        self._size = workers
        self._threads = [
            threading.Thread(target=self._feed, args=(line,), daemon=True)
            for line in [*[self._jobs] * workers, self._urgent]
        ]
        for thread in self._threads:
            thread.start()

    def __len__(self) -> int:
        return self._size

    def submit(
        self,
        path: str,
        given: str,
        guide: Guide | None = None,
        *,
        urgent: bool = False,
        task: Task = "read",
    ) -> Future[Outcome]:
        """Have a file read, once for all who ask; an urgent one goes before all that wait.

        Of several urgent ones the last that was asked for goes first.
        """
        with self._lock:
            job = self._asked.get((task, path, given))
            known = job is not None and not job.future.done() and job.guide == guide
            if job is None or not known:
                job = _Job(task, path, given, guide, Future())
            if self._closed:
                job.future.cancel()
                return job.future
            self._asked[task, path, given] = job
            number = next(self._order)
            if urgent and not job.taken:
                self._jobs.put((0, -number, job))
                self._urgent.put((0, -number, job))
            elif not known:
                self._jobs.put((1, number, job))
        return job.future

    def close(self) -> None:
        """End the workers, also in the middle of a file; what still waits is cancelled."""
        with self._lock:
            self._closed = True
            for worker in self._running:
                worker.kill()
            for line in [*[self._jobs] * self._size, self._urgent]:
                line.put((2, next(self._order), None))
        for thread in self._threads:
            thread.join()

    def _start(self) -> _Worker | None:
        """A new worker, None where the system does not let us or the pool is closed."""
        with self._lock:
            if self._closed:
                return None
            try:
                worker = _Worker(self._worker, self._names)
            except OSError:
                return None
            self._running.add(worker)
            return worker

    def _take(self, job: _Job) -> bool:
        """Whether a job from a line is for whoever took it: it may stand in both lines."""
        with self._lock:
            if job.taken:
                return False
            job.taken = True
            if self._closed:
                job.future.cancel()
            if job.future.set_running_or_notify_cancel():
                return True
            self._forget(job)
            return False

    def _forget(self, job: _Job) -> None:
        if self._asked.get((job.task, job.path, job.given)) is job:
            del self._asked[job.task, job.path, job.given]

    def _feed(self, line: _Line) -> None:
        """One thread's life: take a job, pass it on, wait for the answer."""
        worker: _Worker | None = None
        useless = False
        while (job := line.get()[2]) is not None:
            if not self._take(job):
                continue
            try:
                if worker is None and not useless:
                    worker = self._start()
                useless = useless or worker is None or not worker.ready()
                if worker is None or useless:
                    # No processes here: slower for the screen, but every file is read.
                    outcome = _TASKS[job.task](job.path, job.given, job.guide)
                else:
                    outcome = worker.ask(job, self._patience)
            except Exception as error:
                # Whatever it is, somebody waits for this answer, and for the next one.
                self._end(worker)
                worker = None
                gone = isinstance(error, WorkerGone)
                outcome = failed(_DIED)._replace(given_up=True) if gone else failed(repr(error))
            with self._lock:
                self._forget(job)
            if self._closed:
                job.future.set_exception(CancelledError())
            else:
                job.future.set_result(outcome)
        self._end(worker)

    def _end(self, worker: _Worker | None) -> None:
        if worker is not None:
            with self._lock:
                self._running.discard(worker)
            worker.close()


class _Worker:
    """One process. Its methods but `kill` are for the thread that feeds it."""

    def __init__(self, module: str, names: str | None = None) -> None:
        # -P, for the folder one stands in may hold a json.py that is not to be trusted.
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-P", "-c", _BOOT.format(module), json.dumps(sys.path)),
                *([names] if names else []),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._ready = False

    def ready(self) -> bool:
        """Whether it came up; waits for it the first time."""
        if not self._ready:
            with contextlib.suppress(WorkerGone):
                self._ready = self._receive() == READY
        return self._ready

    def ask(self, job: _Job, patience: float) -> Outcome:
        """What it makes of a file. Raises WorkerGone where it died or had to be killed."""
        clock = threading.Timer(patience, self.kill)
        clock.daemon = True
        clock.start()
        try:
            self._send((job.task, job.path, job.given, job.guide))
            outcome: Outcome = self._receive()
            return outcome
        finally:
            clock.cancel()

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        self.kill()
        # A closing pipe may complain of what was never taken from it.
        with contextlib.suppress(OSError):
            self._process.__exit__(None, None, None)
        self._process.wait()

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(message, self._process.stdin)
            self._process.stdin.flush()
        except OSError as error:
            raise WorkerGone from error

    def _receive(self) -> Any:
        assert self._process.stdout is not None
        try:
            return pickle.load(self._process.stdout)
        except Exception as error:  # half an answer can make pickle raise anything
            raise WorkerGone from error
