"""The worker processes of a library, and what they make of one file that somebody waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.pool import Pool
    from tui.store.reading import Outcome
    from tui.text.guide import Guide

URGENT = 0
"""The size of a pool for what somebody waits for: that alone is read there."""

_LOOK_UP = 0.05  # seconds between two looks at whether an article is still wanted


class Unwanted(Exception):
    """Nobody wanted the file any more while it was being read."""


class Closed(Exception):
    """The library was closed while somebody waited."""


class Readers:
    """Worker processes, made when there is first something to read; none with `workers` 0."""

    def __init__(self, workers: int | None, names: str | None = None) -> None:
        self.workers = workers
        self._names = names
        self._lock = threading.Lock()
        self._pools: dict[int, Pool] = {}
        self._closed = False

    @property
    def alone(self) -> bool:
        """Whether there are to be no processes but this one."""
        return self.workers == 0

    def pool(self) -> Pool | None:
        """The processes that read a whole corpus; None where there are none to be, or no longer."""
        from tui.store.pool import WORKERS

        return self._pool(self.workers or WORKERS)

    def _pool(self, size: int) -> Pool | None:
        with self._lock:
            if self.alone or self._closed:
                return None
            if size not in self._pools:
                from tui.store.pool import Pool

                self._pools[size] = Pool(size, names=self._names)
            return self._pools[size]

    def read(
        self,
        path: str,
        key: str,
        guide_of: Callable[[str], Guide],
        wanted: Callable[[], bool],
    ) -> Outcome:
        """Read a file before all that waits. Raises Unwanted and Closed."""
        while (pool := self._pool(URGENT)) is not None and not self._closed:
            future = pool.submit(path, key, guide_of(path), urgent=True)
            try:
                while True:
                    try:
                        outcome: Outcome = future.result(_LOOK_UP)
                        return outcome
                    except TimeoutError:
                        if not wanted() and not future.done():
                            raise Unwanted from None
            except CancelledError:
                continue  # whoever else asked for it did not want it after all, or we are closing
        if self._closed:
            raise Closed
        from tui.store.reading import read_file

        return read_file(path, key, guide_of(path))

    def close(self) -> None:
        """End the processes; who waits for a file gets Closed."""
        with self._lock:
            self._closed = True
        for pool in self._pools.values():
            pool.close()
