"""How long it takes from a key to the paint that shows what it did, in the app in a terminal.

Run it from the checkout: python -m tests.bench.keys CORPUS [COUNT] [--home FOLDER]. A down key in
the list, and opening the next article: with an index while nothing else goes on, then while a
cold build of the same corpus runs behind. Beside them the longest times for which the event loop
was held (and how much of that was its own work, not waiting for a processor that others use), and
the memory of the app.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.measured import CHECKOUT, Ground, Line, main, spread
from tests.bench.terminal import Terminal

HELD = 0.05
DOWNS = 200
OPENS = 40
SETTLE = 4.0
BETWEEN = 0.08
BETWEEN_OPENS = 0.4
START = 3.0


def pressed(ground: Ground, settle: float = SETTLE) -> dict[str, Any]:
    """What the probe saw while keys were pressed, some time after the start."""
    with probed(ground) as (terminal, report):
        terminal.wait(settle)
        for _ in range(DOWNS):
            terminal.press(b"j", BETWEEN)
        terminal.press(b"\r", 1.0)
        for _ in range(OPENS):
            terminal.press(b"J", BETWEEN_OPENS)
        terminal.leave()
        found: dict[str, Any] = json.loads(report.read_text())
    return found


@contextmanager
def probed(ground: Ground) -> Iterator[tuple[Terminal, Path]]:
    """The app with a clock inside, in a terminal, and where its report will be once it ended."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        arguments = [str(report), "--notes", str(ground.notes), str(ground.corpus)]
        command = [sys.executable, "-m", "tests.bench.probe", *arguments]
        with Terminal(command, {**ground.folders, "PYTHONPATH": str(CHECKOUT)}) as terminal:
            yield terminal, report


def told(name: str, found: dict[str, Any]) -> list[Line]:
    """What the probe saw, as lines."""
    first = min((at for at, _ in found["moves"]), default=0.0)
    starting = [taken for at, taken, _, _ in found["held"] if at < first]
    held = sorted((-taken, own, who) for at, taken, own, who in found["held"] if at >= first)
    longest = ", ".join(
        f"{-taken * 1e3:.0f} ms ({own * 1e3:.0f} of work) by {who}" for taken, own, who in held[:3]
    )
    over = sum(-taken > HELD for taken, _, _ in held)
    worked = sum(own > HELD for _, own, _ in held)
    counts = f"{len(found['moves'])} of {DOWNS} seen, {found['lost']} keys without a paint"
    return [
        Line(f"down key, {name}", spread([taken for _, taken in found["moves"]]), counts),
        Line(f"open an article, {name}", spread([taken for _, taken in found["opens"]])),
        Line("  loop held for over 10 ms", f"{len(held)} times, over 50 ms {over}", longest),
        Line("  ... with over 50 ms of work", f"{worked} times"),
        Line("  ... before the first key", f"{max(starting, default=0) * 1e3:.0f} ms at most"),
        Line("  memory", f"{found['resident']:.0f} MB at the end, {found['peak']:.0f} at most"),
    ]


def measure(ground: Ground) -> list[Line]:
    """Idle with an index, then while a cold build runs."""
    lines = told("idle", pressed(ground.indexed()))
    with tempfile.TemporaryDirectory() as scratch:
        cold = Ground(ground.corpus, Path(scratch))
        lines += told("building", pressed(cold, START))
        shutil.rmtree(cold.home / "CACHE", ignore_errors=True)
    return lines


if __name__ == "__main__":
    main(measure, __doc__)
