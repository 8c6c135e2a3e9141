"""A reader that marks all kinds of things without end, told by number what to do.

    python -m tests.store.diligent NOTES NAME

prints each number when what it stands for is kept. `expected` tells what a notebook then holds.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path

from tui.store.anchors import Selector
from tui.store.documents import table_of
from tui.store.marked import KINDS, Claimed, Draft, Mark, Tag, Turn
from tui.store.notebook import Notebook

ROOM = 20_000
"""Bytes of the journal: so few that it is taken into the file every now and then."""
QUOTE = Selector("400.000 euro", "Er is ", " uitgegeven.", 6, 18)
Thing = Mark | Tag | Draft
Held = dict[tuple[str, str], Thing]


def start(path: Path, name: str) -> subprocess.Popen[str]:
    """The reader as a program of its own."""
    command = [sys.executable, "-m", "tests.store.diligent", str(path), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def expected(name: str, upto: int) -> Held:
    """What is there of a reader after so many steps."""
    held: Held = {}
    for number in range(upto):
        come, gone = _step(name, number)
        for thing in gone:
            held.pop((table_of(thing), thing.id))
        held |= {(table_of(thing), thing.id): thing for thing in come}
    return held


def held_by(notebook: Notebook, name: str) -> Held:
    """What a notebook holds of a reader."""
    things: tuple[Thing, ...] = (*notebook.marks, *notebook.tags, *notebook.drafts)
    return {(table_of(t), t.id): t for t in things if t.id.startswith(f"{name}-")}


def _step(name: str, number: int) -> tuple[list[Thing], list[Thing]]:
    """What comes with a step, and what goes: a mark, then it is edited, now and then it goes."""
    turn, way = divmod(number, 10)
    kind = KINDS[turn % len(KINDS)]
    claimed = Claimed("de gemeente", history=(Turn("unverified", "2026"),))
    mark = Mark(
        f"{name}-{turn}",
        "9f0c",
        "dijk.txt",
        6,
        QUOTE,
        f"{number:09}",
        kind,
        tags=("geld/raming",),
        claimed=claimed if kind == "claim" else None,
    )
    edited = mark._replace(created=f"{turn * 10:09}", text=f"nagaan {turn}\n" * 20)
    first = mark._replace(created=f"{turn * 10:09}")
    match way:
        case 0:
            return [mark], []
        case 1 | 4:  # 4 is a redo
            return [edited], [first]
        case 3:  # an undo
            return [first], [edited]
        case 5:
            return [Draft(f"{name}-draft", "half af " * turn, "2026")], []
        case 6:
            return [Tag(f"{name}-{turn}", "red", "2026")], []
        case 7 if turn % 3 == 0:
            return [], [edited]
        case 8 if turn % 3 == 0:  # an undo
            return [edited], []
        case _:
            return [], []


def _do(notebook: Notebook, name: str, number: int) -> None:
    turn, way = divmod(number, 10)
    come, gone = _step(name, number)
    if way == 3 or (way == 8 and turn % 3 == 0):
        assert notebook.undo() is not None
    elif way == 4:
        assert notebook.redo() is not None
    elif way == 5:
        notebook.note(*come)
    else:
        notebook.change(f"step {number}", add=come, remove=gone)


def main() -> None:
    """Keep one thing after the other."""
    notebook, name = Notebook(Path(sys.argv[1])), sys.argv[2]
    notebook.look()
    notebook._storage._room = ROOM
    for number in count():
        _do(notebook, name, number)
        print(number, flush=True)


if __name__ == "__main__":
    main()
