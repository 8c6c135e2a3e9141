"""What is said of a mark whose page changed: where it is now, and what is no longer the same."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["ANCHORED", "CHANGED", "AMBIGUOUS", "ORPHAN"]
Part = Literal["title", "body"]
Kind = Literal["number", "unit", "negation", "hedge", "name", "wording"]
KINDS: tuple[Kind, ...] = ("number", "unit", "negation", "hedge", "name", "wording")
"""What can differ, in the order in which it is told."""


class Difference(NamedTuple):
    """A stretch of the old text and what stands there now; one of the two may be empty.

    `at` is where the old words begin, from the start of the old text on; `start` and `end` are
    where the new words stand. `around` tells that it is no part of the quote but of the sentence
    around it: a `niet` before it, another speaker behind it.
    """

    kinds: tuple[Kind, ...]
    old: str
    new: str
    at: int
    start: int
    end: int
    around: bool = False


class Place(NamedTuple):
    """A stretch of the title or of the body as it is now, and how it differs from the quote."""

    part: Part
    start: int
    end: int
    text: str
    differences: tuple[Difference, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What differs, each kind once."""
        found = {kind for difference in self.differences for kind in difference.kinds}
        return tuple(kind for kind in KINDS if kind in found)


class Anchor(NamedTuple):
    """Where a mark belongs now.

    - ANCHORED: in one place, which says the same in the same words.
    - CHANGED: in one place, which no longer does; its differences say how.
    - AMBIGUOUS: in one of some places, or in none: a person must choose.
    - ORPHAN: nowhere; the quote is all that is left.

    All text is as it came: it goes through `tui.text.safe` before it is shown.
    """

    state: State
    quote: str
    places: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The one place of a mark that is ANCHORED or CHANGED."""
        return self.places[0] if self.state in ("ANCHORED", "CHANGED") else None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What differs of a mark that is CHANGED."""
        return self.place.kinds if self.place else ()
