"""What it costs to keep a bookmark, against stock TinyDB, and whether anything is ever lost.

    python -m tests.bench.notes [--notes 100000] [--kills 1000] [--writes 1000] [--examples 200]

The notebook is filled with bookmarks of about 400 bytes; then some more are kept one by one.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tinydb import TinyDB

from tests.store import diligent
from tests.store.test_journal import writer
from tests.store.test_journal_tinydb import Alike
from tests.store.test_notebook import killed
from tui.store.anchors import Selector
from tui.store.documents import BOOKMARKS, document
from tui.store.journal import JournalStorage, load
from tui.store.journal_table import JournalDB
from tui.store.marked import Mark
from tui.store.notebook import Notebook


def mark(number: int) -> Mark:
    """A bookmark of the size that bookmarks have."""
    quote = f"Volgens het waterschap kost het herstel {number} euro per strekkende meter."
    selector = Selector(quote, "e dijk bij Oostdijk is hersteld.", " Volgend jaar volgt", 40, 110)
    return Mark(f"{number:032x}", f"{number:016x}", f"zee/{number}.txt", 40, selector, "2026-05-04")


def milliseconds(times: int, do: Callable[[int], object]) -> float:
    """The median time of doing something."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        do(number)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def bookmark(count: int, folder: Path) -> None:
    """One bookmark among many, in the notebook, in a table, and in stock TinyDB."""
    path = folder / "notes.json"
    filled = {BOOKMARKS: {str(n): document(mark(n)) for n in range(1, count + 1)}}
    storage = JournalStorage(path)
    storage.write(filled)
    storage.close()
    size = path.stat().st_size
    print(f"{count} bookmarks, {size / 1e6:.1f} MB")

    notebook = Notebook(path)
    first = milliseconds(1, lambda n: notebook.marks)
    ours = milliseconds(50, lambda n: notebook.change("kept", add=[mark(count + 1 + n)]))
    away = milliseconds(50, lambda n: notebook.change("gone", remove=[mark(count + 1 + n)]))
    closing = milliseconds(1, lambda n: notebook.close())
    table = JournalDB(path).table(BOOKMARKS)
    table.insert({})
    own = milliseconds(20, lambda n: table.insert(document(mark(-n))))
    with TinyDB(path) as stock:
        plain = stock.table(BOOKMARKS)
        theirs = milliseconds(3, lambda n: plain.insert(document(mark(-n))))
    print(f"  read at first {first:.0f} ms, taken into the file at the end {closing:.0f} ms")
    print(f"  kept {ours:.2f} ms, taken away {away:.2f} ms, by a TinyDB table {own:.2f} ms")
    print(f"  stock TinyDB {theirs:.0f} ms: {theirs / ours:.0f} times as much")


def kills(count: int, folder: Path) -> None:
    """Programs that are killed while they write: nothing they told of is lost."""
    path, lost = folder / "notes.json", 0
    chance = random.Random(6)
    for run in range(count):
        program = writer(path, str(run), 100_000, room=2000)
        assert program.stdout is not None
        told = -1
        for _ in range(chance.randrange(1, 60)):
            told = int(program.stdout.readline())
        program.kill()
        rest = program.stdout.read().splitlines()
        program.stdout.close()
        program.wait()
        told = int(rest[-1]) if rest else told
        held = (load(path) or {})["notes"].values()
        mine = {kept["n"] for kept in held if kept["by"] == str(run)}
        lost += len(set(range(told + 1)) - mine)
        if run % 50 == 49:
            with contextlib.suppress(FileNotFoundError):
                for file in folder.iterdir():
                    file.unlink()
    print(f"{count} kills: {lost} changes lost")


def readers(count: int, folder: Path) -> None:
    """Readers that are killed while they mark all kinds of things, undo and redo."""
    path, wrong, damaged, steps = folder / "notes.json", 0, 0, 0
    chance = random.Random(7)
    for run in range(count):
        name = f"r{run}"
        told = killed(path, name, chance.randrange(1, 80))
        notebook = Notebook(path)
        held = diligent.held_by(notebook, name)
        wrong += held not in (diligent.expected(name, told), diligent.expected(name, told + 1))
        damaged += notebook.notice is not None
        steps += told
        if run % 50 == 49:
            for file in folder.iterdir():
                file.unlink()
    print(f"{count} readers killed after {steps} steps: {wrong} not as told, {damaged} damaged")


def together(count: int, folder: Path) -> None:
    """Two programs that write at once."""
    path = folder / "notes.json"
    start = time.perf_counter()
    programs = [writer(path, name, count, room=100_000) for name in "ab"]
    for program in programs:
        program.communicate()
    taken = time.perf_counter() - start
    held = len((load(path) or {}).get("notes", {}))
    print(f"two programs, {count} changes each: {held} of {2 * count} there, {taken:.1f} s")


def alike(examples: int) -> None:
    """The same steps in stock TinyDB and in ours."""
    chosen = settings(max_examples=examples, stateful_step_count=40, deadline=None, database=None)
    run_state_machine_as_test(Alike, settings=chosen)
    print(f"{examples} runs of 40 steps: as stock TinyDB")


def main() -> int:
    """Run all that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--notes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--writes", type=int, default=1000)
    parser.add_argument("--examples", type=int, default=200)
    asked = parser.parse_args()
    for count in asked.notes:
        with tempfile.TemporaryDirectory() as folder:
            bookmark(count, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        together(asked.writes, Path(folder))
    alike(asked.examples)
    for kill in (kills, readers):
        with tempfile.TemporaryDirectory() as folder:
            kill(asked.kills, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
