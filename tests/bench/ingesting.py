"""Brings the index of a corpus up to date in a process of its own, and prints what that cost.

python -m tests.bench.ingesting CORPUS HOME: JSON with seconds, processor time, memory and sizes.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.measured import Ground, descendants, size_of, status
from tui.store.library import Library
from tui.store.views import Progress


def ingest(ground: Ground) -> dict[str, Any]:
    """Read what is new or changed, as the app does behind its first screen."""
    phases: dict[str, float] = {}
    rows_at: list[float] = []
    idle = _idle()
    began = time.perf_counter()
    library = Library([ground.corpus], notes=ground.notes, cache=ground.cache)
    opened = time.perf_counter() - began

    def heard(progress: Progress) -> None:
        phases.setdefault(progress.phase, time.perf_counter() - began)
        if not rows_at and library.total:
            rows_at.append(time.perf_counter() - began)

    library.ingest(heard, lambda: False)
    wall = time.perf_counter() - began
    counts, resident, used = library.counts, status("VmRSS"), processors_used()
    library.close()
    idle = _idle() - idle
    own, theirs = (resource.getrusage(who) for who in _WHO)
    return {
        "began": began,
        "opened": opened,
        "first_rows": rows_at[0] if rows_at else None,
        "wall": wall,
        "own": own.ru_utime + own.ru_stime,
        "workers": theirs.ru_utime + theirs.ru_stime,
        "used": used,
        "idle": idle,
        "phases": phases,
        "resident": resident,
        "peak": status("VmHWM"),
        "worker_peak": theirs.ru_maxrss / 1024,
        "index": size_of(ground.cache),
        "total": counts.total,
        "ready": counts.ready,
        "failed": counts.failed,
    }


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def processors_used() -> float:
    """The seconds of a processor that this process and all those under it have used so far."""
    return sum(descendants(os.getpid()).values())


def _idle() -> float:
    """The seconds that processors of this machine had nothing to do, since it started."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    return int(fields[4]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    json.dump(ingest(Ground(Path(sys.argv[1]), Path(sys.argv[2]))), sys.stdout)
