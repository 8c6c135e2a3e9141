"""Who of several open readers keeps the index up to date: one does, the others follow."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from tui.store.guiding import Guides
from tui.store.index import Index
from tui.store.readers import Readers
from tui.store.views import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import FileLock

    from tui.store.building_process import BuildingProcess

_TRIES = 3
"""How often it is begun anew where the index is found to be damaged on the way."""
_ENDED = (
    "The process that reads the pages ended again and again, and some are not read yet. "
    "Start newsreader anew to go on; if it happens again, see whether there is memory enough."
)


class Builder:
    """Builds, where it holds the lock that lies beside the index. Thread-safe."""

    def __init__(
        self,
        index: Index,
        roots: Sequence[str],
        guides: Guides,
        readers: Readers,
    ) -> None:
        self._index = index
        self._roots = roots
        self._guides = guides
        self._readers = readers
        self._lock: FileLock | None = None
        self._locking = threading.Lock()
        self._working = threading.Lock()
        self._generation = index.generation
        self._closed = False
        self._process: BuildingProcess | None = None
        self._built: Path | None = None
        self.ours = False

    def build(
        self,
        tell: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        paths: Collection[str] | None,
    ) -> None:
        """Bring the index up to date, unless somebody else does. Raises nothing for a bad file."""
        self.take_over()
        if not self.ours:
            return
        done = False
        with self._working:
            for _ in range(_TRIES):
                generation = self._index.generation
                done = False
                with contextlib.suppress(sqlite3.Error):  # the index has told of it
                    self._ingest(tell, cancelled, paths)
                    done = True
                self._index.version  # noqa: B018  # a file that is another now is opened
                same = generation == self._index.generation
                if cancelled() or (same and (done or self._process is not None)):
                    return
                paths = None
            if not done and self._index.notice is None:
                self._index.notice = _ENDED

    def take_over(self) -> bool:
        """Take the lock if it is free; True where everything is to be looked at from now on.

        It is where the lock was not ours before, or the index was made anew since.
        """
        with self._locking:
            if self._closed:
                return False
            anew = self._generation != self._index.generation
            self._generation = self._index.generation
            if self.ours:
                return anew
            if self._lock is None:
                from filelock import FileLock  # it takes its time to load

                path = f"{self._index.path}.lock" if self._index.in_a_file else None
                if path is None:
                    self.ours = True
                    return True
                self._lock = FileLock(path, timeout=0, thread_local=False)
            try:
                self._lock.acquire()
            except TimeoutError:
                return False
            except (OSError, NotImplementedError):
                pass  # no locks on this disk: better built by two than by none
            self.ours = True
            return True

    def close(self) -> None:
        """Let go of the lock."""
        with self._locking:
            self._closed = True
            if self._process is not None:
                self._process.close()
            if self._lock is not None and self.ours:
                self._lock.release()
            self.ours = False

    def _ingest(
        self,
        tell: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        paths: Collection[str] | None,
    ) -> None:
        if self._readers.alone or not self._index.in_a_file:
            from tui.store.ingest import Ingest

            pool = self._readers.pool
            Ingest(self._index, self._roots, self._guides, pool, tell, cancelled).run(paths)
            return
        from tui.store.building_process import Gone

        try:
            process = self._running()
            if process is None:
                return
            notice = process.ingest(paths, self._guides.held().rulings, tell, cancelled)
            if notice:
                self._index.notice = notice
        except Gone:
            with self._locking:
                if self._process is not None:
                    self._process.close()
                self._process = None
            raise sqlite3.OperationalError("the process that builds it ended") from None

    def _running(self) -> BuildingProcess | None:
        from tui.store import pool
        from tui.store.building_process import BuildingProcess, Setup

        with self._locking:
            if self._closed:
                return None
            if self._process is not None and self._built != self._index.path:
                self._process.close()
                self._process = None
            if self._process is None:
                self._built = self._index.path
                setup = Setup(
                    self._index.path,
                    tuple(self._roots),
                    self._guides.home,
                    self._guides.rules,
                    self._guides.names,
                    self._readers.workers or pool.WORKERS,
                    pool._WORKER,
                )
                self._process = BuildingProcess(setup)
            return self._process


def try_again(index: Index) -> None:
    """Have what failed in the session before read once more: it may go better now."""
    if index.ask("SELECT 1 FROM entry WHERE passing > 0 LIMIT 1"):
        with contextlib.suppress(sqlite3.Error), index.write() as connection:
            connection.execute("UPDATE entry SET due = 1, passing = 0 WHERE passing > 0")
