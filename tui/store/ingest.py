"""Reading what is new or changed: file after file, in the pool where there is one."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait

from tui.store.files import Source
from tui.store.pool import Pool
from tui.store.reading import Outcome, read_file

AHEAD = 4
"""How many files a worker has in line: enough never to wait, few enough to stop at once."""

_LOOK_UP = 0.1  # seconds between two looks at whether one should stop


def ingest(
    sources: Iterable[Source], pool: Pool | None, cancelled: Callable[[], bool]
) -> Iterator[tuple[Source, Outcome]]:
    """Each source with what became of it, in the order in which they are done."""
    if pool is None:
        for source in sources:
            if cancelled():
                return
            yield source, read_file(source.path, source.key)
        return
    rest = iter(sources)
    running: dict[Future[Outcome], Source] = {}
    try:
        while not cancelled():
            for source in itertools.islice(rest, AHEAD * len(pool) - len(running)):
                running[pool.submit(source.path, source.key)] = source
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


def in_order(sources: Iterable[Source], pool: Pool | None) -> Iterator[tuple[Source, Outcome]]:
    """Each source with what became of it, in their own order and under the path as given."""
    if pool is None:
        yield from ((source, read_file(source.path, source.given)) for source in sources)
        return
    rest = iter(sources)
    line: deque[tuple[Source, Future[Outcome]]] = deque()
    while True:
        for source in itertools.islice(rest, AHEAD * len(pool) - len(line)):
            line.append((source, pool.submit(source.path, source.given)))
        if not line:
            return
        source, future = line.popleft()
        yield source, future.result()
