"""How long it takes until the first screen is painted, against an empty Textual app.

Run it from the checkout: python -m tests.bench.start [ROUNDS] [CORPUS...]. Without a corpus it is
the sample corpus; give two of 1,000 and of 100,000 pages to see whether their size is felt (see
tests.bench.corpus; a corpus that is not indexed is, first). All programs run in a terminal of 120
by 40, in turn; the clock runs from the start of the process until a known text has been written: a
pane of the empty app, the first row of the list of newsreader, then the text of the first article.
The first corpus is also opened without an index.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.measured import CHECKOUT, Ground, Line, show
from tests.bench.terminal import HEIGHT, QUIT, WIDTH, Terminal, newsreader
from tui.store.library import Library
from tui.widgets.wrap import fold_lines

TITLE_CELLS = 20  # the room for a headline in the list at this width
EMPTY_APP = "empty Textual app"
LEAVE_EMPTY = b"\x11"
EMPTY = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

class Empty(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        with Horizontal():
            yield Static("left pane")
            yield Static("middle pane")
            yield Static("right pane")

Empty().run()
"""


def first_paint(
    command: list[str], markers: tuple[str, ...], leave: bytes, folders: Mapping[str, str]
) -> float:
    """Seconds from the start of a program until it has written one of the markers."""
    with Terminal(command, folders) as terminal:
        painted = terminal.painted(*markers)
        terminal.leave(leave)
    return painted


def first_titles(ground: Ground) -> tuple[str, str]:
    """How the list folds the first headline, and the file name that stands there before it."""
    library = Library([ground.corpus], notes=ground.notes, cache=ground.cache, workers=0)
    rows = library.rows(library.view().ids[:1])
    library.close()
    if not rows:
        raise SystemExit(f"{ground.corpus}: nothing in its index")
    row = rows[0]
    name = row.key.rsplit("/", 1)[-1]
    return fold_lines(row.title, TITLE_CELLS, 2)[0], fold_lines(name, TITLE_CELLS, 2)[0]


def timed(grounds: list[Ground], rounds: int, cold: Ground) -> dict[str, list[float]]:
    """The seconds of each program in each round; the first, not counted, fills the caches."""
    titles = [first_titles(ground) for ground in grounds]
    empty = [sys.executable, "-c", EMPTY]
    times: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        shutil.rmtree(cold.home, ignore_errors=True)
        cold.home.mkdir()
        taken = {EMPTY_APP: first_paint(empty, ("middle pane",), LEAVE_EMPTY, cold.folders)}
        taken["newsreader, no index yet"] = _opened(cold, titles[0])
        for ground, title in zip(grounds, titles, strict=True):
            taken[f"newsreader, {ground.corpus.name}"] = _opened(ground, title[:1])
        taken["... with text and panel"] = _opened(grounds[-1], ("Figures",))
        if number:
            for name, seconds in taken.items():
                times.setdefault(name, []).append(seconds)
    return times


def _opened(ground: Ground, markers: tuple[str, ...]) -> float:
    command = newsreader("--notes", ground.notes, ground.corpus)
    return first_paint(command, markers, QUIT, ground.folders)


def measure(grounds: list[Ground], rounds: int) -> list[Line]:
    """The medians, each beside the empty app of the same round; the last beside the first."""
    with tempfile.TemporaryDirectory() as scratch:
        cold = Ground(grounds[0].corpus, Path(scratch) / "cold")
        times = timed([ground.indexed() for ground in grounds], rounds, cold)
    empty = times[EMPTY_APP]
    lines = [Line("first screen", f"{rounds} rounds in turn", f"{WIDTH}x{HEIGHT}")]
    for name, taken in times.items():
        seconds = f"{median(taken):.3f} s  ({min(taken):.3f}-{max(taken):.3f})"
        lines.append(Line(f"  {name}", seconds, f"{_ratio(taken, empty):.2f} x the empty app"))
    if len(grounds) > 1:
        first, last = (times[f"newsreader, {grounds[at].corpus.name}"] for at in (0, -1))
        names = f"{grounds[-1].corpus.name} to {grounds[0].corpus.name}"
        lines.append(Line(f"  {names}", f"{_ratio(last, first):.2f}"))
    return lines


def _ratio(ours: list[float], others: list[float]) -> float:
    return median(mine / other for mine, other in zip(ours, others, strict=True))


def main() -> None:
    """Measure the corpora that the command line names."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    corpora = [Path(name).resolve() for name in sys.argv[2:]] or [CHECKOUT / "corpus"]
    with tempfile.TemporaryDirectory() as scratch:
        grounds = [Ground(corpus, Path(scratch) / corpus.name) for corpus in corpora]
        show(measure(grounds, rounds))


if __name__ == "__main__":
    main()
