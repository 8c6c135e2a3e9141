"""The worker processes of a library, and what they make of one file that somebody waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from tui.store.plain import Source
from tui.store.reading import Outcome, read_file

if TYPE_CHECKING:
    from tui.store.pool import Pool
    from tui.text.guide import Guide

_LOOK_UP = 0.05  # seconds between two looks at whether an article is still wanted


class Unwanted(Exception):
    """Nobody wanted the file any more while it was being read."""


class Closed(Exception):
    """The library was closed while somebody waited."""


class Readers:
    """Worker processes, made when there is first something to read; none with `workers` 0."""

    def __init__(self, workers: int | None, names: str | None = None) -> None:
        self._workers = workers
        self._names = names
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        self._closed = False

    def pool(self) -> Pool | None:
        """The processes; None where there are none to be, or no longer."""
        with self._lock:
            if self._pool is None and self._workers != 0 and not self._closed:
                from tui.store.pool import WORKERS, Pool

                self._pool = Pool(self._workers or WORKERS, names=self._names)
            return self._pool

    def read(
        self, source: Source, guide_of: Callable[[Source], Guide], wanted: Callable[[], bool]
    ) -> Outcome:
        """Read a file before all that waits. Raises Unwanted and Closed."""
        while (pool := self.pool()) is not None and not self._closed:
            future = pool.submit(source.path, source.key, guide_of(source), urgent=True)
            try:
                while True:
                    try:
                        return future.result(_LOOK_UP)
                    except TimeoutError:
                        if not wanted() and not future.done():
                            raise Unwanted from None
            except CancelledError:
                continue  # whoever else asked for it did not want it after all, or we are closing
        if self._closed:
            raise Closed
        return read_file(source.path, source.key, guide_of(source))

    def close(self) -> None:
        """End the processes; who waits for a file gets Closed."""
        with self._lock:
            self._closed = True
        if self._pool is not None:
            self._pool.close()
