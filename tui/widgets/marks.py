"""What is marked in the text now, and what that comes to on one row of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui.finding import Span
from tui.widgets.blocks import CUT_KINDS
from tui.widgets.paint import Part
from tui.widgets.sheet import Row
from tui.widgets.spans import BARS, CURRENT_BAR, Claims, Look, Looks, within

CUT, HELD, RESTORED = "░", "▓", "+"
"""The signs in the gutter: a cut part, the one that the cursor is on, what was put back."""

NONE = Looks()
NO_CLAIMS = Claims()
STANCES = {"estimated": "unsure", "unconfirmed": "unsure", "denied": "denied"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the text now; hits and bookmarks are in the order of the text."""

    looks: Looks = NONE
    claims: Claims = NO_CLAIMS
    item: Span | None = None
    claim: int | None = None
    hits: tuple[Span, ...] = ()
    hit: int | None = None
    bookmarks: tuple[int, ...] = ()


def gutter(row: Row, marks: Marks, cursor: str, held: bool) -> list[Part]:
    """The four cells before a row: cursor, bookmark, what kind of text it is, space."""
    kind = row.block.kind if row.block else "text"
    if kind in CUT_KINDS:
        return [
            (f"{cursor} ", "article--mark"),
            (HELD if held else CUT, "article--cut"),
            (" ", ""),
        ]
    restored = (RESTORED, "article--restored")
    if kind == "restored":
        return [(cursor, "article--mark"), restored, ("  ", "")]
    if row.at is None:
        return [(f"{cursor}   ", "article--mark")]
    first = bisect_left(marks.bookmarks, row.at)
    kept = first < len(marks.bookmarks) and marks.bookmarks[first] < row.until
    return [
        (cursor, "article--mark"),
        ("⚑", "article--mark") if kept else restored if row.back else (" ", ""),
        _bar(marks, row.at, row.at + len(row.text)),
        (" ", ""),
    ]


def _bar(marks: Marks, start: int, end: int) -> Part:
    claims = marks.claims
    if marks.claim is not None:
        claim = claims.all[marks.claim]
        if claim.start < end and claim.end > start:
            return CURRENT_BAR, "article--bar"
    index = claims.at(start, end)
    if index is None:
        return " ", ""
    stance = claims.all[index].stance
    return BARS[stance], f"article--{STANCES.get(stance, 'claim')}"


def looks_on(marks: Marks, start: int, end: int) -> Sequence[Look]:
    """How a stretch of the body looks; of two that overlap the later lies upon the other."""
    looks: list[Look] = []
    if marks.claim is not None:
        claim = marks.claims.all[marks.claim]
        looks.append(Look(claim.start, claim.end, "current-claim"))
    looks += marks.looks.between(start, end)
    for nth in within(marks.hits, start, end):
        looks.append(Look(*marks.hits[nth], "current-hit" if nth == marks.hit else "hit"))
    if marks.item is not None and marks.claim is None:
        looks.append(Look(*marks.item, "current"))
    return looks
