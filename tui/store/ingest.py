"""Reading what is new or changed: file after file, in the pool where there is one."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING

from tui.store.plain import Source
from tui.store.pool import Pool, Task
from tui.store.reading import Outcome, read_file

if TYPE_CHECKING:
    from tui.text.guide import Guide

AHEAD = 4
"""How many files a worker has in line: enough never to wait, few enough to stop at once."""

_LOOK_UP = 0.1  # seconds between two looks at whether one should stop


GuideOf = Callable[[Source], "Guide | None"]


def ingest(
    sources: Iterable[Source],
    pool: Pool | None,
    guide_of: GuideOf,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Source, Outcome]]:
    """Each source with what became of it, in the order in which they are done."""
    if pool is None:
        for source in sources:
            if cancelled():
                return
            yield source, read_file(source.path, source.key, guide_of(source))
        return
    rest = iter(sources)
    running: dict[Future[Outcome], Source] = {}
    try:
        while not cancelled():
            for source in itertools.islice(rest, AHEAD * len(pool) - len(running)):
                running[pool.submit(source.path, source.key, guide_of(source))] = source
            if not running:
                return
            for future in wait(running, _LOOK_UP, FIRST_COMPLETED).done:
                source = running.pop(future)
                if future.cancelled() or future.exception() is not None:
                    return  # the pool was closed
                yield source, future.result()
    finally:
        for future in running:
            future.cancel()


def in_order(
    sources: Iterable[Source], pool: Pool, guide_of: GuideOf, task: Task = "read"
) -> Iterator[tuple[Source, Outcome]]:
    """Each source with what became of it, in their own order and under the path as given."""
    rest = iter(sources)
    line: deque[tuple[Source, Future[Outcome]]] = deque()
    while True:
        for source in itertools.islice(rest, AHEAD * len(pool) - len(line)):
            line.append(
                (source, pool.submit(source.path, source.given, guide_of(source), task=task))
            )
        if not line:
            return
        source, future = line.popleft()
        yield source, future.result()
