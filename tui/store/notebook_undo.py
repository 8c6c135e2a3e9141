"""The steps of a person in the notes file, so that they can be taken back at another start too.

They stand in a table of their own, the newest with the highest number, and are written with the
change that they tell of. Several windows write them there: each turns back what was done in it,
and then what was there when it was opened.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.documents import UNDO, Kept, document, kept_in, table_of
from tui.store.marked import Step
from tui.store.notebook_shelves import Change
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.journal import Op

STEPS = 200
"""So many steps are kept."""
ROOM = 50_000
"""So much room have they all, the last one always: a thing takes one, with a long text more."""
_TEXT = 500
"""So many characters of a note take as much as a thing."""


class Refused(Exception):
    """Why a step is not turned: what it was about is no longer as it was left."""


class _Line(NamedTuple):
    """What is to be known of a step without its documents.

    `undone` is 0 for one that was made; of others the one with the highest was taken back last.
    """

    window: str
    undone: int
    room: int


class Steps:
    """Which steps there are, and which of them are this window's to turn. Not thread-safe."""

    def __init__(self) -> None:
        self._window = os.urandom(6).hex()
        self._lines: dict[int, _Line] = {}
        self._past: frozenset[tuple[int, str]] | None = None
        self._passed_over: set[tuple[int, _Line]] = set()

    def load(self, held: Mapping[str, Any]) -> None:
        """Take up the steps of a file; what is there at first is this window's as well."""
        self._lines.clear()
        for number, told in held.items():
            self._put(number, told)
        if self._past is None:
            self._past = frozenset((number, line.window) for number, line in self._lines.items())

    def follow(self, op: Op) -> None:
        """Take a step in the table that is on the disk."""
        if op[0] == "drop":
            self._lines.clear()
        elif op[0] in ("put", "del"):
            self._lines.pop(int(op[2]), None)
        if op[0] == "put":
            self._put(op[2], op[3])

    def made(self, number: int, change: Change) -> list[Op]:
        """What to write for a new step: then there is nothing left to make again."""
        told: dict[str, Any] = {
            "label": change.label,
            "added": [[table_of(kept), document(kept)] for kept in change.added],
            "removed": [[table_of(kept), document(kept)] for kept in change.removed],
            "window": self._window,
            "undone": 0,
        }
        gone = [at for at, line in self._lines.items() if line.undone and self._is_ours(at, line)]
        left = sorted(self._lines.keys() - gone)
        room = _room(told) + sum(self._lines[at].room for at in left)
        while left and (len(left) >= STEPS or room > ROOM):
            gone.append(left.pop(0))
            room -= self._lines[gone[-1]].room
        dropped: list[Op] = [["del", UNDO, str(at)] for at in gone]
        return [*dropped, ["put", UNDO, str(number), told]]

    def last(self, *, undone: bool) -> int | None:
        """The number of the step that is to be taken back, or that was `undone` last."""
        ours = [
            (line.undone, number)
            for number, line in self._lines.items()
            if bool(line.undone) == undone
            and self._is_ours(number, line)
            and (number, line) not in self._passed_over
        ]
        return max(ours)[1] if ours else None

    def turned(self, number: int, told: Mapping[str, Any]) -> Op:
        """What to write of a step that was turned: it is this window's now."""
        last = max(line.undone for line in self._lines.values())
        undone = 0 if self._lines[number].undone else last + 1
        return ["put", UNDO, str(number), {**told, "window": self._window, "undone": undone}]

    def pass_over(self, number: int) -> None:
        """Leave out a step that could not be turned, so that those before it can be."""
        self._passed_over.add((number, self._lines[number]))

    def _put(self, number: str, told: Any) -> None:
        line = _line(told)
        if line is not None and number == str(int(number)):
            self._lines[int(number)] = line

    def _is_ours(self, number: int, line: _Line) -> bool:
        return line.window == self._window or (number, line.window) in (self._past or ())


def step_of(number: int, told: Mapping[str, Any]) -> Step:
    """A step with its documents."""
    added, removed = (tuple((each[0], each[1]) for each in told[way]) for way in _WAYS)
    return Step(number, told["label"], added, removed)


def turning(
    step: Step, held: Mapping[str, Mapping[str, tuple[str, Kept]]], *, forward: bool
) -> Change:
    """The change that takes a step back, or with `forward` makes it again.

    Raises Refused, unless all that would go is as the step left it, and nothing stands in the
    place of what would come.
    """
    came, went = (_things(way) for way in (step.added, step.removed))
    going, coming = (went, came) if forward else (came, went)
    if None not in going.values() and None not in coming.values():
        here = {at: held.get(at[0], {}).get(at[1]) for at in going.keys() | coming.keys()}
        there = {at: known[1] for at, known in here.items() if known is not None}
        if there == going:
            return Change(step.label, _known(coming), _known(going))
    what = f"{'REDONE' if forward else 'UNDONE'}: {safe_line(step.label)}"
    raise Refused(f"NOT {what}. It was changed since, perhaps in another window.")


def _things(way: Sequence[tuple[str, dict[str, Any]]]) -> dict[tuple[str, str], Kept | None]:
    """What the documents of a step keep; None for one that is not ours to read."""
    things = ((table, kept_in(table, told)) for table, told in way)
    return {(table, kept.id if kept else ""): kept for table, kept in things}


def _known(things: Mapping[tuple[str, str], Kept | None]) -> tuple[Kept, ...]:
    return tuple(kept for kept in things.values() if kept is not None)


_WAYS = ("added", "removed")


def _line(told: Any) -> _Line | None:
    """What is to be known of a step; None for a document that is none, which stays."""
    try:
        window, undone = told["window"], told["undone"]
        sound = isinstance(window, str) and type(undone) is int and 0 <= undone < 2**53
        sound = sound and isinstance(told["label"], str)
        pairs = (pair for way in _WAYS for pair in told[way])
        sound = sound and all(len(p) == 2 and isinstance(p[0], str) for p in pairs)
        return _Line(window, undone, _room(told)) if sound else None
    except (KeyError, TypeError, AttributeError):
        return None


def _room(told: Mapping[str, Any]) -> int:
    """How much room a step takes."""
    documents = (pair[1] for way in _WAYS for pair in told[way])
    return sum(1 + len(document.get("text", "")) // _TEXT for document in documents)
