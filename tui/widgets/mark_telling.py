"""One's own marks in a few words: their signs, what they say, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.anchoring_model import State
    from tui.store.marked import Mark, MarkKind, Placed

SIGNS: dict[MarkKind, str] = {
    "bookmark": "⚑",
    "note": "✎",
    "highlight": "▐",
    "claim": "◆",
    "evidence": "±",
    "tags": "#",
}
STATES: dict[State, str] = {
    "ANCHORED": "",
    "CHANGED": "~ changed",
    "AMBIGUOUS": "? ambiguous",
    "ORPHAN": "✗ gone",
}
STALE = "! look again"
"""What is told of a claim whose words became others, until somebody looked at it."""
ABOUT = {"article": "on the article", "figure": "on a figure"}


class Own(NamedTuple):
    """A mark as it is told: all of it is safe to print.

    `state` is empty for one whose words are as they were, `status` for all but claims.
    """

    sign: str
    kind: str
    head: str
    quote: str
    tags: str
    state: str
    status: str


def own(placed: Placed) -> Own:
    """A mark in words: what is said in it, the words it is on, its tags, and how it stands."""
    mark = placed.mark
    return Own(
        sign=SIGNS[mark.kind],
        kind=_kind(mark),
        head=safe_line(_head(mark)),
        quote=quoted(mark),
        tags=" ".join(f"#{safe_line(tag)}" for tag in mark.tags),
        state=STATES[placed.state],
        status=status(mark),
    )


def status(mark: Mark) -> str:
    """What is held of a claim, and whether its words became others since anybody looked."""
    if mark.claimed is None:
        return ""
    return f"{mark.claimed.status} · {STALE}" if mark.claimed.stale else mark.claimed.status


def first_line(text: str) -> str:
    """The first line in which anything is written, without the signs of Markdown before it."""
    lines = (line.strip().lstrip("#>*- ").strip() for line in text.splitlines())
    return next((line for line in lines if line), "")


def quoted(mark: Mark) -> str:
    """The words that were marked, in quotation marks, on one safe line."""
    words = " ".join(safe_line(mark.selector.exact).split()) if mark.selector else ""
    return f"“{words}”" if words else ""


def _head(mark: Mark) -> str:
    if mark.text.strip():
        return first_line(mark.text)
    return mark.claimed.speaker if mark.claimed is not None else ""


def _kind(mark: Mark) -> str:
    """What it is, about what and whose, as far as that does not go without saying."""
    told = f"{mark.kind} {mark.side}" if mark.side else mark.kind
    about = ABOUT.get(mark.about, "") if mark.kind in ("note", "tags") else ""
    whose = f"of {safe_line(mark.by)}" if mark.by else ""
    return " ".join(part for part in (told, about, whose) if part)
