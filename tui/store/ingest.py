"""Bringing an index up to date: look for files, read them in the pool, learn, read some again."""

from __future__ import annotations

import contextlib
import os
import queue
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from tui.store import entries, often
from tui.store.building_pace import Pace, Tell, Turn
from tui.store.entries import Due
from tui.store.files import missing_roots
from tui.store.guiding import Guides
from tui.store.index import Index
from tui.store.learning import Lesson, learn_scope, stale_pages
from tui.store.plain import Source
from tui.store.reading import Outcome, read_file
from tui.store.sweep import Sweep
from tui.store.sweep_reach import Away, why_away
from tui.store.tables import CHANGED, DOUBTED
from tui.store.views import Progress

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.store.pool import Pool, Task
    from tui.text.guide import Guide

AHEAD = 24
"""How many files a worker has in line: twice what it is told of, few enough to stop at once."""

_LINE = 100
"""So many where batches are written meanwhile, which takes a second or two."""

_LOOK_UP = 0.1  # seconds between two looks at whether one should stop
_SPAN = 2_000  # pages that a worker holds against their guides at a time
_MANY = 1_500
"""From how many new pages on some from everywhere are read first, to learn from them: what is cut
from all pages of a site is known then before most of them are read."""
_SAMPLE = 600
_SOME, _FIRST = 50, 300
"""How many of the first in the list are read before: at most, while files are still looked for."""

GuideOf = Callable[[str], "Guide | None"]


class Ingest:
    """One way of an index from what it knew to what the files are now."""

    def __init__(
        self,
        index: Index,
        roots: Sequence[Any],
        guides: Guides,
        pool: Callable[[], Pool | None],
        tell: Tell,
        cancelled: Callable[[], bool],
    ) -> None:
        self._index = index
        self._roots = roots
        self._guides = guides
        self._pool = pool
        self._tell = tell
        self._cancelled = cancelled
        self._away = Away()

    def run(self, paths: Collection[str] | None = None) -> None:
        """All of it, or only what is at some paths. Raises sqlite3.Error."""
        self._tell(Progress("looking"))
        sweep = Sweep(self._index, self._roots, self._cancelled)
        self._away = sweep.out_of_reach
        self._away.add(*missing_roots(self._roots))
        whole = paths is None or {*map(os.path.realpath, self._roots)} <= {*paths}
        if whole:
            self._look(sweep)
        elif paths:
            sweep.under(paths)
        waiting = self._due()
        if waiting > _MANY and not self._cancelled():
            # The first in the list, for whoever looks at it, then some from everywhere.
            self._read(self._first(_SOME), _SOME, "reading")
            self._read(self._sample(_SAMPLE), _SAMPLE, "reading")
            self._learn()
        self._read(self._all_due(), self._due(), "reading")
        self._learn(whole)
        digest = self._guides.digest()
        if self._index.stamp("settled") != digest and not self._cancelled():
            self._doubt()
            self._read(self._all_due(), self._due(), "again")
            if not self._cancelled():
                self._index.set_stamp("settled", digest)
        sweep.folders.keep()
        if waiting > _MANY and not self._cancelled():
            self._finish()
            self._index.merge(self._cancelled)
        if whole:
            with contextlib.suppress(sqlite3.Error):  # the index has told of it
                often.make(self._index, self._cancelled, self._finish)
        self._index.tidy()

    def _finish(self) -> None:
        self._tell(Progress("finishing"))

    def _look(self, sweep: Sweep) -> None:
        """Look for all files; of a new corpus the first are read as soon as they are found.

        The list is filled in its own order: they are those that somebody has before them.
        """
        if self._index.ask("SELECT 1 FROM entry LIMIT 1") or not self._index.in_a_file:
            sweep.all()
            return
        listed, done = threading.Event(), threading.Event()
        sweep.tell = lambda files: listed.set()
        errors: list[Exception] = []

        def look() -> None:
            try:
                sweep.all()
            except Exception as error:  # it is for whoever waits below
                errors.append(error)
            finally:
                done.set()
                listed.set()

        def looked() -> None:
            self._tell(Progress("looking", sweep.seen))

        looking = threading.Thread(target=look, name="sweep", daemon=True)
        looking.start()
        try:
            listed.wait()
            looked()
            first = enumerate(self._first(_FIRST))
            early = (due for n, due in first if n < _SOME or not done.is_set())
            self._read(early, _FIRST, "looking", lambda _: looked())
            while not done.wait(_LOOK_UP):
                looked()
        finally:
            looking.join()
        if errors:
            raise errors[0]

    def _due(self) -> int:
        found = self._index.ask("SELECT count(*) FROM entry WHERE due > 0")
        return int(found[0][0]) if found else 0

    def _first(self, most: int) -> Iterator[Due]:
        yield from self._in_reach(due for _, due in self._chunk((b"", 0), most))

    def _sample(self, most: int) -> Iterator[Due]:
        """Some of the pages that are to be read, from all folders."""
        rows = self._index.ask("SELECT id FROM entry WHERE due > 0 ORDER BY id")
        step = max(1, len(rows) // most)
        for (at,) in rows[::step]:
            found = self._index.ask(
                "SELECT id, path, key, due, hash FROM entry WHERE id = ? AND due > 0", (at,)
            )
            yield from self._in_reach(entries.due_of(row) for row in found)

    def _all_due(self) -> Iterator[Due]:
        """In path order; what was read meanwhile, for somebody opened it, is passed over."""
        after = b"", 0
        while chunk := self._chunk(after, 100):
            yield from self._in_reach(due for _, due in chunk)
            place, last = chunk[-1]
            after = place, last.id

    def _in_reach(self, pages: Iterable[Due]) -> Iterator[Due]:
        """Without what cannot be got at: its text is kept till it can be read again."""
        return (due for due in pages if due.path not in self._away)

    def _chunk(self, after: tuple[bytes, int], most: int) -> list[tuple[bytes, Due]]:
        rows = self._index.ask(entries.DUE, (*after, most))
        return [(place, entries.due_of(row)) for place, *row in rows]

    def _read(self, pages: Iterable[Due], total: int, phase: Any, tell: Tell | None = None) -> None:
        """Read pages, and keep what becomes of them, some at a time."""
        if not total:
            return
        pool = self._pool()
        tell = tell or self._tell
        pace = Pace(tell, phase, total)
        batch: list[tuple[Due, Outcome]] = []
        turn = Turn()
        tell(Progress(phase, 0, total))
        for due, outcome in ingest(pages, pool, self._guides.by_now(), self._cancelled):
            if due is not None and outcome is not None and not self._is_away(due, outcome):
                batch.append((due, entries.stamped(outcome, due.path)))
                pace.more(1)
            if batch and (pool is None or turn.has_come(len(batch))):
                self._keep(batch)
                batch = []
                turn.is_over()
        self._keep(batch)

    def _is_away(self, due: Due, outcome: Outcome) -> bool:
        """Whether a page could only not be read because it is out of reach by now."""
        if outcome.lasting or outcome.entry.problem is None:
            return False
        return why_away(self._index, due.path, self._roots) is not None

    def _keep(self, batch: Sequence[tuple[Due, Outcome]]) -> None:
        if batch:
            with self._index.write() as connection:
                entries.keep(connection, batch)

    def _learn(self, whole: bool = False) -> None:
        """Learn anew in the scopes where enough is other than when it was last done.

        Where the `whole` corpus was looked at that is anything: it comes out as if read afresh.
        """
        if self._cancelled():
            return
        enough = "changed > 0" if whole else "changed > 0 AND changed * 50 >= pages"
        names = self._index.ask(f"SELECT name FROM scope WHERE {enough} ORDER BY name")
        if not names:
            return
        self._tell(Progress("comparing", 0, len(names)))
        changed = False
        for done, lesson in enumerate(self._tasks("learn", [(name, None) for (name,) in names])):
            changed |= self._keep_lesson(lesson)
            self._tell(Progress("comparing", done + 1, len(names)))
        if changed:
            self._index.set_stamp("learnt", (self._index.stamp("learnt") or 0) + 1)

    def _keep_lesson(self, lesson: Lesson) -> bool:
        """Keep what was learnt of a scope; whether pages come out otherwise for it."""
        asked = "SELECT block, heads FROM learnt WHERE scope = ?"
        with self._index.write() as connection:
            old = dict(connection.execute(asked, (lesson.scope,)).fetchall())
            connection.execute("DELETE FROM learnt WHERE scope = ?", (lesson.scope,))
            connection.executemany(
                "INSERT INTO learnt VALUES (?, ?, ?, ?, ?)",
                [
                    (lesson.scope, key, known.count, known.total, known.heads)
                    for key, known in lesson.blocks.items()
                ],
            )
            connection.execute(
                "UPDATE scope SET changed = 0, pages ="
                " (SELECT count(*) FROM member WHERE scope = scope.id) WHERE name = ?",
                (lesson.scope,),
            )
        return old != {key: int(known.heads) for key, known in lesson.blocks.items()}

    def _doubt(self) -> None:
        """Mark the pages that would come out otherwise now than when they were read."""
        found = self._index.ask("SELECT max(id) FROM entry")
        last = int(found[0][0] or 0) if found else 0
        held = self._guides.held()
        guided = "SELECT 1 FROM entry WHERE guided <> '' LIMIT 1"
        if not (held.rulings or len(held.guide.learnt) or self._index.ask(guided)):
            return
        spans = [(f"{at + 1}-{min(at + _SPAN, last)}", held) for at in range(0, last, _SPAN)]
        for done, stale in enumerate(self._tasks("stale", spans)):
            if stale:
                with self._index.write() as connection:
                    entries.mark_due(connection, stale, DOUBTED)
            self._tell(Progress("comparing", done + 1, len(spans)))

    def _tasks(self, task: Task, given: Sequence[tuple[str, Any]]) -> Iterator[Any]:
        """What the workers make of something that is done to very many pages at once."""
        # Loaded here, for a start at which nothing changed needs neither.
        from concurrent.futures import CancelledError

        from tui.store.pool_process import WorkerGone

        pool = self._pool() if self._index.in_a_file else None
        path = str(self._index.path)
        if pool is None:
            work = learn_scope if task == "learn" else stale_pages
            for name, more in given:
                if not self._cancelled():
                    yield work(path, name, more)
            return
        line = deque(pool.submit(path, name, more, task=task) for name, more in given)
        try:
            while line and not self._cancelled():
                try:
                    answer = line[0].result(_LOOK_UP)
                except TimeoutError:
                    continue
                except CancelledError:
                    return  # the pool was closed
                except WorkerGone:
                    line.popleft()  # what it would have told stays as it was
                    continue
                line.popleft()
                yield answer
        finally:
            for future in line:
                future.cancel()


def ingest(
    pages: Iterable[Due], pool: Pool | None, guide_of: GuideOf, cancelled: Callable[[], bool]
) -> Iterator[tuple[Due | None, Outcome | None]]:
    """Each page with what became of it, in the order in which they are done.

    Now and then it is neither, so that whoever collects them may look at the clock.
    """
    if pool is None:
        for due in pages:
            if cancelled():
                return
            yield due, read_file(due.path, due.key, guide_of(due.path), known_of(due))
        return
    rest = iter(pages)
    running: dict[Future[Any], Due] = {}
    done: queue.SimpleQueue[Future[Any]] = queue.SimpleQueue()
    try:
        while not cancelled():
            for due in islice(rest, _LINE * len(pool) - len(running)):
                future = pool.submit(due.path, due.key, guide_of(due.path), known_of(due))
                running[future] = due
                future.add_done_callback(done.put)
            if not running:
                return
            try:
                future = done.get(timeout=_LOOK_UP)
            except queue.Empty:
                yield None, None
                continue
            due = running.pop(future)
            if future.cancelled() or future.exception() is not None:
                return  # the pool was closed
            yield due, future.result()
    finally:
        for future in running:
            future.cancel()


def known_of(due: Due) -> bytes:
    """The hash of the bytes with which a page need not be read again."""
    return due.hash if due.due == CHANGED else b""


def in_order(
    sources: Iterable[Source],
    pool: Pool,
    guide_of: Callable[[Source], Guide | None],
    task: Task = "read",
) -> Iterator[tuple[Source, Outcome]]:
    """Each source with what became of it, in their own order and under the path as given."""
    rest = iter(sources)
    line: deque[tuple[Source, Future[Outcome]]] = deque()
    while True:
        for source in islice(rest, AHEAD * len(pool) - len(line)):
            line.append(
                (source, pool.submit(source.path, source.given, guide_of(source), task=task))
            )
        if not line:
            return
        source, future = line.popleft()
        yield source, future.result()
