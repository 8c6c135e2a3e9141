"""One worker process as its pool sees it: a pipe to tell it of files, a pipe for the answers."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import select
import subprocess
import sys
import time
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from tui.store.worker import KNOW, OF_A_PAGE, READY, SIZE

if TYPE_CHECKING:
    from tui.text.guide import Guide

Task = Literal["read", "survey", "learn", "stale"]

_BLOCK = 1 << 16  # bytes, as many as a pipe holds
_ROOM = 1 << 18  # bytes that it may hold, so that some answers fit in
_LONGEST = 0.1  # seconds that answers may gather
_QUICK = 0.05  # seconds that most pages take at most

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import {0}; {0}.serve(*sys.argv[2:])"
)


class WorkerGone(Exception):
    """The worker ended before it answered."""


@dataclass(slots=True)
class Job:
    """What is asked of a worker, and who waits for the answer."""

    task: Task
    path: str
    given: str
    guide: Any
    more: tuple[Any, ...]
    future: Future[Any]
    taken: bool = False

    @property
    def of_a_page(self) -> bool:
        """Whether it is about one file."""
        return self.task in OF_A_PAGE


class Process:
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
        assert self._process.stdout is not None
        self._pipe = self._process.stdout.fileno()
        _widen(self._pipe)
        self._poll = select.poll()
        self._poll.register(self._pipe, select.POLLIN)
        self._come = bytearray()
        self._ready = False
        self._known: Guide | None = None
        self._answered = 0
        self._since = time.monotonic()
        self._pace = _QUICK

    def ready(self) -> bool:
        """Whether it came up; waits for it the first time."""
        if not self._ready:
            with contextlib.suppress(WorkerGone):
                self._ready = self._receive() == READY
        return self._ready

    def message(self, job: Job) -> bytes | None:
        """What is to be sent for a job; None where something must be made known before it."""
        guide = job.guide
        if guide is not None and job.of_a_page:
            if not self._knows(guide):
                return None
            guide = replace(guide, rules=(), learnt={}, names=None)
        return pickle.dumps(
            (job.task, job.path, job.given, guide, *job.more), pickle.HIGHEST_PROTOCOL
        )

    def send(self, job: Job, message: bytes | None) -> None:
        """Tell it of a file. Raises WorkerGone."""
        if message is None:
            self._known = replace(job.guide, folder="", decisions=())
            self._write(pickle.dumps((KNOW, "", "", self._known), pickle.HIGHEST_PROTOCOL))
            message = self.message(job)
            assert message is not None
        self._write(message)

    def answer(self, patience: float) -> object:
        """What it makes of the file that is first in line. Raises WorkerGone."""
        self._answered += 1
        return self._receive(patience)

    def has_answer(self) -> bool:
        """Whether another answer has begun to come."""
        return bool(self._come) or bool(self._poll.poll(0))

    @property
    def quick(self) -> bool:
        """Whether the last answers came soon after each other."""
        return self._pace <= _QUICK

    def gather(self, count: int) -> None:
        """Sleep while about so many answers come, by how fast those since the last time came."""
        now = time.monotonic()
        if self._answered:
            self._pace = (now - self._since) / self._answered
            time.sleep(min(_LONGEST, self._pace * count))
        self._answered, self._since = 0, now

    def kill(self) -> None:
        """End it, whatever it is at; who waits for it gets WorkerGone."""
        self._process.kill()

    def close(self) -> None:
        """End it, and let go of its pipes."""
        self.kill()
        # A closing pipe may complain of what was never taken from it.
        with contextlib.suppress(OSError):
            self._process.__exit__(None, None, None)
        self._process.wait()

    def _knows(self, guide: Guide) -> bool:
        known = self._known
        return known is not None and (
            known.learnt is guide.learnt
            and known.rules == guide.rules
            and known.names == guide.names
        )

    def _write(self, message: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(message)
            self._process.stdin.flush()
        except OSError as error:
            raise WorkerGone from error

    def _receive(self, patience: float | None = None) -> Any:
        until = None if patience is None else time.monotonic() + patience
        try:
            size = int.from_bytes(self._take(SIZE, until), "big")
            return pickle.loads(self._take(size, until))
        except Exception as error:  # half an answer can make pickle raise anything
            raise WorkerGone from error

    def _take(self, size: int, until: float | None) -> bytes:
        """The next bytes that it says. Raises EOFError, TimeoutError."""
        while len(self._come) < size:
            if until is not None and not self._poll.poll(max(0, until - time.monotonic()) * 1000):
                raise TimeoutError
            some = os.read(self._pipe, _BLOCK)
            if not some:
                raise EOFError
            self._come += some
        taken = bytes(self._come[:size])
        del self._come[:size]
        return taken


def _widen(pipe: int) -> None:
    """Let a pipe hold some answers, where the system can: else who answers waits now and then."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)
