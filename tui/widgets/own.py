"""One's own marks as they are drawn in the text: signs in the gutter, highlighted passages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.items import place_of
from tui.widgets.mark_telling import SIGNS
from tui.widgets.spans import Look

if TYPE_CHECKING:
    from tui.store.anchoring_model import State
    from tui.store.marked import Placed

STATES: dict[State, str] = {"CHANGED": "~", "AMBIGUOUS": "?", "ORPHAN": "✗"}
"""What stands there instead where the words are no longer the same, or may be elsewhere."""

BESIDE = "▐"
FIRST, INNER, LAST, ONLY = "┌", "│", "└", "["
"""What stands beside the first line that is selected, those between, the last, and one alone."""

COLOURS = ("yellow", "green", "blue", "red", "purple")
_RANKS = ("?", "~", "◆", "✎", "⚑", "±")


def sign_of(placed: Placed) -> str:
    """The sign of a mark: of its kind, or that something is the matter with it."""
    return STATES.get(placed.state) or SIGNS[placed.mark.kind]


@dataclass(frozen=True, slots=True)
class Own:
    """A mark in the body: where, its sign, how its words look, and whether the reader is on it."""

    start: int
    end: int
    sign: str
    look: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Owned:
    """One's own marks in the order of the text, to be asked for a row at a time."""

    all: tuple[Own, ...] = ()
    _reach: tuple[int, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reach", tuple(accumulate((own.end for own in self.all), max)))

    def on(self, start: int, end: int) -> list[Own]:
        """The marks that touch a stretch of the body, in the order of the text."""
        nth = bisect_left(self.all, end, key=lambda own: own.start) - 1
        found: list[Own] = []
        while nth >= 0 and self._reach[nth] > start:
            if self.all[nth].end > start:
                found.append(self.all[nth])
            nth -= 1
        return found[::-1]

    def sign(self, start: int, until: int) -> str:
        """The sign beside the row from `start` on, where the next one begins at `until`.

        Of several that begin on it, that of the one the reader is on, else the weightiest.
        """
        first = bisect_left(self.all, start, key=lambda own: own.start)
        last = bisect_left(self.all, until, key=lambda own: own.start)
        begun = [own for own in self.all[first:last] if own.sign in _RANKS]
        current = [own for own in begun if own.here]
        return min((own.sign for own in current or begun), key=_RANKS.index, default="")

    def filled(self, start: int, end: int) -> bool:
        """Whether something of a row is highlighted."""
        return any(own.look for own in self.on(start, end))

    def looks(self, start: int, end: int) -> list[Look]:
        """How a stretch of the body looks: what is highlighted, and the mark the reader is on."""
        touching = self.on(start, end)
        found = [Look(own.start, own.end, own.look) for own in touching if own.look]
        return found + [Look(own.start, own.end, "own-here") for own in touching if own.here]


def own_marks(marks: Iterable[Placed], here: str | None = None) -> Owned:
    """What is drawn of the marks of an article; `here` is the id of the one the reader is on."""
    found: list[Own] = []
    for placed in marks:
        at, mark = place_of(placed), placed.mark
        if at is not None:
            filled = mark.kind == "highlight" and placed.state == "ANCHORED"
            colour = f"-{mark.colour}" if mark.colour in COLOURS[1:] else ""
            look = f"highlight{colour}" if filled else ""
            found.append(Own(*at, sign_of(placed), look, mark.id == here))
    return Owned(tuple(sorted(found, key=lambda own: (own.start, own.end))))


def edge(selection: tuple[int, int], start: int, end: int) -> str:
    """The bracket beside a row of which something is selected; nothing beside another."""
    first, last = selection
    if not first < end or not last > start:
        return ""
    begins, ends = first >= start, last <= end
    return ONLY if begins and ends else FIRST if begins else LAST if ends else INNER
