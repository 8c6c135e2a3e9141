"""Worker processes that misbehave, for the tests of the pool; each is the `serve` of a module."""

from __future__ import annotations

import os
import signal
import time

from garbled_worker import Unreadable

from tui.store import worker
from tui.store.reading import Outcome, read_file
from tui.text.guide import Guide


def serve() -> None:
    worker.answer({"read": _read}, allowance=3)


def _read(path: str, given: str, guide: Guide | None, known: bytes = b"") -> Outcome:
    name = os.path.basename(path)
    if name.startswith("dood"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("traag"):
        time.sleep(3600)  # the pool ends it
    while name.startswith("draait"):
        pass  # it is ended for the time it takes
    if name.startswith("praat"):
        print("a library that prints")
        os.write(1, b"and one that writes")
    outcome = read_file(path, given, guide, known)
    if name.startswith("groot"):
        return outcome._replace(article=bytes(1_000_000))
    # An answer that cannot be taken apart on the other side.
    return outcome._replace(article=Unreadable()) if name.startswith("rommel") else outcome
