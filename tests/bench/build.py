"""What a cold build of the index costs, beside the bare engine over the same pages.

Time, the share of the processors, memory of the app's process, size on disk; then what a second
start takes to find that nothing changed, beside `lstat` of all files.

Run it from the checkout: python -m tests.bench.build CORPUS [COUNT] [--home FOLDER]. An index that
is there is thrown away first. A machine that others share is now fast and now slow: the build is
stopped every few seconds, and the engine reads some of the pages, spread over all, in as many
processes as there are processors. So both are measured in the same minutes.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.measured import Ground, Line, begun, child, descendants, main
from tui.store.series_kept import key_lines
from tui.text.read import read

BATCH, PART = 40, 10
EVERY = 12.0  # seconds
CORES = len(os.sched_getaffinity(0))


class Engine(NamedTuple):
    """What the bare engine needs for one page, and how large the texts are that it finds.

    `keys` is the processor time on top of that for what the ledger gathers its figures by.
    """

    cpu: float
    wall: float
    text: float
    keys: float


class Beside:
    """The bare engine over some of the pages: bytes to Article in all processors, nothing kept."""

    def __init__(self, pages: Sequence[Path]) -> None:
        shuffled = sorted(pages)
        random.Random(1).shuffle(shuffled)
        self._pages = itertools.cycle(shuffled)
        self._pool = ProcessPoolExecutor(CORES)
        self._done: list[tuple[float, int]] = []
        self._count = 0
        self._wall = self._keys = 0.0
        list(self._pool.map(read_some, [shuffled[:BATCH]] * CORES))  # each loads its lists

    def measure(self) -> None:
        """Have it read some more of them."""
        parts = [list(itertools.islice(self._pages, PART)) for _ in range(BATCH // PART * CORES)]
        began = time.perf_counter()
        self._done += self._pool.map(read_some, parts)
        self._wall += time.perf_counter() - began
        self._keys += sum(self._pool.map(key_some, parts))
        self._count += sum(map(len, parts))

    def found(self) -> Engine:
        """What one page takes, by all that were read, and what the texts of all come to."""
        cpu, size = (sum(column) / self._count for column in zip(*self._done, strict=True))
        self._pool.shutdown()
        return Engine(cpu, self._wall / self._count, size, self._keys / self._count)


def read_some(pages: list[Path]) -> tuple[float, int]:
    """The processor time for some pages, and the bytes of their texts."""
    size = 0
    began = time.process_time()
    for path in pages:
        size += len(read(path.read_bytes(), path.name).body.encode())
    return time.process_time() - began, size


def key_some(pages: list[Path]) -> float:
    """The processor time for the keys alone, right after each page was read."""
    used = 0.0
    for path in pages:
        article = read(path.read_bytes(), path.name)
        began = time.process_time()
        key_lines(article)
        used += time.process_time() - began
    return used


def lstat_all(corpus: Path) -> float:
    """The seconds that it takes to go through all folders and `lstat` each file."""
    began = time.perf_counter()
    for top, _, names in os.walk(corpus):
        for name in names:
            os.lstat(os.path.join(top, name))
    return time.perf_counter() - began


def measure(ground: Ground) -> list[Line]:
    """A cold build and a second start; leaves the index for other benchmarks."""
    shutil.rmtree(ground.home / "CACHE", ignore_errors=True)
    pages = ground.files()
    beside = Beside(pages)
    cold = building(ground, beside)
    bare = beside.found()
    lstat = min(lstat_all(ground.corpus) for _ in range(3))
    again = [child("tests.bench.ingesting", ground.corpus, ground.home) for _ in range(3)]
    return [*about_cold(cold, bare, len(pages)), *about_again(again, lstat)]


def building(ground: Ground, beside: Beside) -> dict[str, Any]:
    """What a cold build costs, which is stopped now and then for the engine to read some pages."""
    pauses: list[tuple[float, float]] = []
    beside.measure()
    with begun("tests.bench.ingesting", ground.corpus, ground.home) as process:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                told, _ = process.communicate(timeout=EVERY)
                break
            began = time.perf_counter()
            with stopped(process.pid):
                beside.measure()
            pauses.append((began, time.perf_counter()))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    found: dict[str, Any] = json.loads(told)

    def paused(seconds: float) -> float:
        """How much of the first so many seconds it was stopped for; all clocks are one."""
        first = float(found["began"])
        last = first + seconds
        return sum(max(0.0, min(end, last) - max(start, first)) for start, end in pauses)

    rows = found["first_rows"]
    return found | {
        "paused": paused(found["wall"]),
        "phases": {name: at - paused(at) for name, at in found["phases"].items()},
        "first_rows": rows and rows - paused(rows),
    }


@contextlib.contextmanager
def stopped(process: int) -> Iterator[None]:
    """A process with all those under it, stopped meanwhile."""
    done: set[int] = set()
    try:
        while new := descendants(process).keys() - done:
            send(new, signal.SIGSTOP)  # one that it started meanwhile is found the next time
            done |= new
        yield
    finally:
        send(done, signal.SIGCONT)


def send(processes: Iterable[int], what: signal.Signals) -> None:
    """Send all of some processes a signal; one that ended meanwhile needs none."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, what)


def about_cold(cold: dict[str, Any], bare: Engine, count: int) -> list[Line]:
    """What a cold build is told as."""
    wall, text = cold["wall"] - cold["paused"], bare.text * count
    busy, cpu = cold["wall"] * CORES - cold["idle"], cold["used"]
    phases = ", ".join(f"{name} from {at:.1f} s" for name, at in cold["phases"].items())
    first = cold["first_rows"]
    return [
        Line("cold build", f"{wall:.1f} s", f"{count / wall:.0f} articles a second; {phases}"),
        Line("  articles", f"{cold['ready']} of {count}", f"{cold['failed']} failed"),
        Line("  first rows after", "never" if first is None else f"{first:.2f} s"),
        Line(
            "  processors used",
            f"{cpu / wall / CORES:.0%} of {CORES}",
            f"{busy / cold['wall'] / CORES:.0%} by all programs of the machine",
        ),
        Line(
            "  processor time",
            f"{cpu / count * 1e3:.2f} ms an article",
            f"{cpu / count / bare.cpu:.2f} x the bare engine's {bare.cpu * 1e3:.2f}",
        ),
        Line(
            "  beside engine and ledger",
            f"{bare.keys * 1e3:.2f} ms for keys",
            f"{cpu / count / (bare.cpu + bare.keys):.2f} x the engine with them",
        ),
        Line("  in the app's process", f"{cold['own'] / count * 1e3:.2f} ms an article"),
        Line(
            "  wall",
            f"{wall / count * 1e3:.2f} ms an article",
            f"{wall / count / bare.wall:.2f} x the bare engine's {bare.wall * 1e3:.2f}",
        ),
        Line(
            "  memory of the app",
            f"{cold['peak']:.0f} MB at most",
            f"{cold['resident']:.0f} after it; a worker {cold['worker_peak']:.0f} at most",
        ),
        Line(
            "  index on disk",
            f"{cold['index'] / 1e6:.1f} MB",
            f"{cold['index'] / text:.2f} x the text of {text / 1e6:.1f} MB",
        ),
    ]


def about_again(runs: list[dict[str, Any]], lstat: float) -> list[Line]:
    """What a start that finds nothing changed is told as: the best of some."""
    best = min(runs, key=lambda run: float(run["wall"]))
    return [
        Line(
            "nothing changed",
            f"{best['wall']:.2f} s",
            f"{best['wall'] / lstat:.2f} x lstat of all files, {lstat:.2f} s",
        ),
        Line("  library opened in", f"{best['opened'] * 1e3:.1f} ms"),
        Line("  memory of the app", f"{best['peak']:.0f} MB at most"),
    ]


if __name__ == "__main__":
    main(measure, __doc__)
