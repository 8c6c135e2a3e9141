"""How long it takes until the first screen is painted, against an empty Textual app.

The list is timed with an index and without one (then it shows file names first), and with an
index also the text of the first article, which comes in behind the list.

Run it from the checkout: python -m tests.bench.start [ROUNDS] [FOLDER]. Both programs run in a
terminal of 120 by 40, in turn; the clock runs from the start of the process until a known text
has been written: a pane of the empty app, the first row of the list of newsreader.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

from tui.store.library import Library
from tui.widgets.wrap import fold_lines

WIDTH, HEIGHT = 120, 40
TITLE_CELLS = 20  # the room for a headline in the list at this width
PATIENCE = 30.0
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


COMMAND = "import sys; from tui.cli import main; sys.exit(main())"
"""What the installed `newsreader` does."""


def first_paint(command: list[str], marker: str, leave: bytes, folders: dict[str, str]) -> float:
    """Seconds from the start of a program until it has written the marker."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
    env = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **folders}
    began = time.perf_counter()
    program = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    seen, painted = b"", None
    try:
        while painted is None and time.perf_counter() - began < PATIENCE:
            if select.select([ours], [], [], 0.5)[0]:
                seen += os.read(ours, 65536)
                if marker.encode() in seen:
                    painted = time.perf_counter() - began
        if painted is None:
            raise SystemExit(f"{command[-1]}: never painted {marker!r}; last: {seen[-300:]!r}")
        leave_it(program, ours, leave)
    finally:
        if program.poll() is None:
            program.kill()
        os.close(ours)
    return painted


def leave_it(program: subprocess.Popen[bytes], terminal: int, key: bytes) -> None:
    """Ask a program to end, and read what it still writes."""
    until = time.perf_counter() + PATIENCE
    os.write(terminal, key)
    while program.poll() is None and time.perf_counter() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                break
    program.wait(PATIENCE)


def main() -> None:
    """Print the medians, and the median over the rounds of what newsreader takes more."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "corpus")
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        corpus = shutil.copytree(folder, home / "corpus")
        cold, warm = (
            {f"XDG_{kind}_HOME": str(home / name / kind) for kind in ("CACHE", "CONFIG", "DATA")}
            for name in ("cold", "warm")
        )
        cache = home / "warm" / "CACHE" / "newsreader"
        library = Library([corpus], cache=cache, workers=0)
        waiting = fold_lines(library.rows[0].title, TITLE_CELLS, 2)[0]
        library.ingest(lambda row: None, lambda: False)
        title = fold_lines(library.rows[0].title, TITLE_CELLS, 2)[0]
        library.close()
        empty = [sys.executable, "-c", EMPTY]
        ours = [sys.executable, "-c", COMMAND, str(corpus)]
        times: dict[str, list[float]] = {"empty": [], "cold": [], "warm": [], "text": []}
        for number in range(rounds + 1):  # the first round fills the caches of the system
            shutil.rmtree(home / "cold", ignore_errors=True)
            taken = {
                "empty": first_paint(empty, "middle pane", b"\x11", cold),
                "cold": first_paint(ours, waiting, b"Q", cold),
                "warm": first_paint(ours, title, b"Q", warm),
                "text": first_paint(ours, "Figures", b"Q", warm),
            }
            for name, seconds in taken.items():
                if number:
                    times[name].append(seconds)
        print(f"{rounds} rounds in turn, {WIDTH}x{HEIGHT}, {folder}")
        for name, label in (
            ("empty", "empty Textual app"),
            ("cold", "newsreader, no index yet"),
            ("warm", "newsreader, indexed"),
            ("text", "... with text and panel"),
        ):
            taken_in = median(times[name])
            spread = f"{min(times[name]):.3f}-{max(times[name]):.3f}"
            times_more = median(
                own / bare for own, bare in zip(times[name], times["empty"], strict=True)
            )
            print(f"{label:26} {taken_in:.3f} s  ({spread})  {times_more:.2f} x")


if __name__ == "__main__":
    main()
