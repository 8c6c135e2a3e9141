"""What is marked in the text now, and what that comes to on one row of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.finding import Span
from tui.widgets.blocks import CUT_KINDS
from tui.widgets.own import BESIDE, Owned, edge
from tui.widgets.paint import Part
from tui.widgets.sheet import Row
from tui.widgets.spans import BARS, CURRENT_BAR, Claims, Look, Looks, within

CUT, HELD, RESTORED = "░", "▓", "+"
"""The signs in the gutter: a cut part, the one that the cursor is on, what was put back."""

NONE = Looks()
NO_CLAIMS = Claims()
NOT_MARKED = Owned()
STANCES = {"estimated": "unsure", "unconfirmed": "unsure", "denied": "denied"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the text now; hits are in the order of the text, `own` are one's own."""

    looks: Looks = NONE
    claims: Claims = NO_CLAIMS
    item: Span | None = None
    claim: int | None = None
    hits: tuple[Span, ...] = ()
    hit: int | None = None
    own: Owned = NOT_MARKED
    selection: Span | None = None


def gutter(row: Row, marks: Marks, cursor: str, held: bool) -> list[Part]:
    """The four cells before a row: cursor, one's own mark, what kind of text it is, selection."""
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
    end = row.at + len(row.text)
    sign = marks.own.sign(row.at, row.until)
    return [
        (cursor, "article--mark"),
        (sign, "article--mark") if sign else restored if row.back else (" ", ""),
        _bar(marks, row.at, end),
        _beside(marks, row.at, end),
    ]


def _beside(marks: Marks, start: int, end: int) -> Part:
    """The cell before the text: a bracket beside what is selected, a bar beside a highlight."""
    selected = edge(marks.selection, start, end) if marks.selection else ""
    if selected:
        return selected, "article--bar"
    return (BESIDE, "article--beside") if marks.own.filled(start, end) else (" ", "")


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
    looks += marks.own.looks(start, end)
    looks += marks.looks.between(start, end)
    for nth in within(marks.hits, start, end):
        looks.append(Look(*marks.hits[nth], "current-hit" if nth == marks.hit else "hit"))
    if marks.item is not None and marks.claim is None:
        looks.append(Look(*marks.item, "current"))
    if marks.selection is not None:
        looks.append(Look(*marks.selection, "selected"))
    return looks
