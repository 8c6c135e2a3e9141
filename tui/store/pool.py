"""Worker processes that read files, so that neither a slow page nor a crash reaches the screen.

Each worker is a fresh interpreter with a thread of ours that feeds it, a few files ahead so that
it never waits. A worker that dies or takes too long costs the one file it was reading, and is
replaced. (`ProcessPoolExecutor` cannot say which file killed it, nor end one that hangs, and a new
one cannot start under a running app.)
"""

from __future__ import annotations

import itertools
import os
import queue
import threading
from collections import deque
from concurrent.futures import CancelledError, Future
from typing import Any

from tui.store.learning import learn_scope, stale_pages
from tui.store.pool_process import Job, Process, Task, WorkerGone
from tui.store.reading import failed, read_file, survey_file
from tui.store.worker import ALLOWANCE, TIMED

WORKERS = min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
"""How many files are read at a time: one a processor, for the workers give way to the screen."""

PATIENCE = 180.0 if TIMED else ALLOWANCE
"""Seconds of the clock that one page may take, where it does not use up its allowance before."""

LONG_PATIENCE = 600.0
"""Seconds for what is done to very many pages at once."""

AHEAD = 12
"""How many files a worker is told of before it answers: enough not to wait while some answers
gather, for to wake for each of them takes the processor from those who read."""

_FEW = 4  # so many ahead where pages take long: one may be opened that is in line already
_LARGE = 4_000  # bytes of a message: less than a page of a pipe, so that all those ahead go in
_WORKER = "tui.store.worker"
_DIED = (
    "reading it took too long or ended the process that read it. "
    "Leave the file out, or open it in a browser and save it again."
)

_TASKS: dict[str, Any] = {
    "read": read_file,
    "survey": survey_file,
    "learn": learn_scope,
    "stale": stale_pages,
}


_Line = queue.PriorityQueue[tuple[int, int, Job | None]]


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
        self._asked: dict[tuple[Task, str, str], Job] = {}
        self._order = itertools.count()
        self._lock = threading.Lock()
        self._closed = False
        self._running: set[Process] = set()
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
        guide: Any = None,
        *more: object,
        urgent: bool = False,
        task: Task = "read",
    ) -> Future[Any]:
        """Have a file read, once for all who ask; an urgent one goes before all that wait.

        Of several urgent ones the last that was asked for goes first.
        """
        with self._lock:
            job = self._asked.get((task, path, given))
            known = job is not None and not job.future.done() and job.guide == guide
            if job is None or not known:
                job = Job(task, path, given, guide, more, Future())
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

    def _start(self) -> Process | None:
        """A new worker, None where the system does not let us or the pool is closed."""
        with self._lock:
            if self._closed:
                return None
            try:
                worker = Process(self._worker, self._names)
            except OSError:
                return None
            self._running.add(worker)
            return worker

    def _take(self, job: Job) -> bool:
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

    def _forget(self, job: Job) -> None:
        if self._asked.get((job.task, job.path, job.given)) is job:
            del self._asked[job.task, job.path, job.given]

    def _feed(self, line: _Line) -> None:
        """One thread's life: take jobs, pass them on a few ahead, wait for the answers."""
        worker: Process | None = None
        useless = False
        sent: deque[Job] = deque()
        # One that somebody waits for goes first, and that is seen to by not looking ahead.
        ahead = 1 if line is self._urgent else AHEAD
        again: deque[Job] = deque()
        while True:
            most = ahead if worker is None or worker.quick else min(ahead, _FEW)
            job = None
            if len(sent) < most:
                job = again.popleft() if again else self._next(line, wait=not sent)
                if job is None and not sent:
                    break
            try:
                if job is not None and self._closed:
                    self._settle(job, None)  # it was in the line of a worker that was ended
                    continue
                if job is not None:
                    if worker is None and not useless:
                        worker = self._start()
                    useless = useless or worker is None or not worker.ready()
                    if worker is None or useless:
                        # No processes here: slower for the screen, but every file is read.
                        task = _TASKS[job.task]
                        self._settle(job, task(job.path, job.given, job.guide, *job.more))
                        continue
                    message = worker.message(job)
                    if sent and (message is None or len(message) > _LARGE):
                        again.appendleft(job)
                        job = None
                    else:
                        sent.append(job)
                        worker.send(job, message)
                if job is None or len(sent) >= most:
                    assert worker is not None
                    if len(sent) >= most > 1:
                        worker.gather(most // 2)
                    answer = worker.answer(self._patience_for(sent[0]))
                    self._settle(sent.popleft(), answer)
                    while sent and worker.has_answer():
                        answer = worker.answer(self._patience_for(sent[0]))
                        self._settle(sent.popleft(), answer)
            except Exception as error:
                # Whatever it is, somebody waits for this answer, and for the next one.
                self._end(worker)
                worker = None
                culprit = sent.popleft() if sent else job
                again.extendleft(reversed(sent))
                sent.clear()
                if culprit is not None:
                    self._fail(culprit, error)
        self._end(worker)

    def _patience_for(self, job: Job) -> float:
        return self._patience if job.of_a_page else LONG_PATIENCE

    def _next(self, line: _Line, *, wait: bool) -> Job | None:
        """The next job of a line; None where it ends or, unless one is to `wait`, is empty."""
        while True:
            try:
                rank, number, job = line.get(block=wait)
            except queue.Empty:
                return None
            if job is None:
                if not wait:
                    line.put((rank, number, None))
                return None
            if self._take(job):
                return job

    def _fail(self, job: Job, error: Exception) -> None:
        if not job.of_a_page:
            with self._lock:
                self._forget(job)
            job.future.set_exception(error)
            return
        gone = isinstance(error, WorkerGone)
        self._settle(job, failed(_DIED)._replace(given_up=True) if gone else failed(repr(error)))

    def _settle(self, job: Job, outcome: object) -> None:
        with self._lock:
            self._forget(job)
        if self._closed:
            job.future.set_exception(CancelledError())
        else:
            job.future.set_result(outcome)

    def _end(self, worker: Process | None) -> None:
        if worker is not None:
            with self._lock:
                self._running.discard(worker)
            worker.close()


__all__ = ["PATIENCE", "WORKERS", "Pool", "Task", "WorkerGone"]
