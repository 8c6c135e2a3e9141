"""A claim in a few lines: how sure it is, by which words it is told, what is said, its figures."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from tui.text.article import Article, Stance
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.marks import STANCES
from tui.widgets.paint import Part
from tui.widgets.spans import BARS
from tui.widgets.wrap import clip, fold_lines

NOTE = "claim--note"
LOOKS = {
    NOTE,
    *("claim--bar", "claim--stance", "claim--unsure", "claim--denied"),
    *("claim--text", "claim--figure"),
}
"""The names of all looks that a claim is drawn in."""

NARROW = 32  # cells under which what is said takes four lines, else three
INDENT = 2


class Statement(NamedTuple):
    """What is told of a claim; the words of it are as printed."""

    speaker: str
    stance: Stance
    cue: str
    via: str | None
    text: str
    figures: tuple[str, ...] = ()


def statement(article: Article, index: int) -> Statement:
    """A claim of an article, with its figures in their plain form."""
    claim = article.claims[index]
    return Statement(
        claim.speaker,
        claim.stance,
        claim.cue,
        claim.via,
        wording.said(claim.text, claim.form),
        tuple(wording.figure(article.figures[at]) for at in claim.figures),
    )


def height(claim: Statement, width: int) -> int:
    """How many lines `told` takes, without setting the words: there may be thousands of claims."""
    room = max(1, width - INDENT)
    apart = claim.via is not None and not _beside(claim, room)
    return 1 + apart + _lines_for(claim.text, room) + bool(claim.figures)


def told(claim: Statement, width: int) -> list[list[Part]]:
    """The claim in lines of a width, with its bar at the left."""
    room = max(1, width - INDENT)
    look = f"claim--{STANCES.get(claim.stance, 'stance')}"
    cue = wording.cue(safe_line(claim.cue))
    head: list[Part] = [(claim.stance, look)]
    if cue:
        head.append((f" · {clip(cue, room - len(claim.stance) - 3)}", NOTE))
    lines: list[list[Part]] = [head]
    if claim.via is not None:
        via = f"via {safe_line(claim.via)}"
        if _beside(claim, room):
            head.append((f" · {via}", NOTE))
        else:
            lines.append([(clip(via, room), NOTE)])
    words = _folded(claim.text, room, _lines_for(claim.text, room))
    lines += [[(line, "claim--text")] for line in words]
    if claim.figures:
        figures = clip(safe_line(" · ".join(claim.figures)), room)
        lines.append([(figures, "claim--figure")])
    return [[_bar(claim, look), (" ", ""), *line] for line in lines]


def _beside(claim: Statement, room: int) -> bool:
    """Whether who passes a claim on stands on the line of the cue."""
    cue = wording.cue(safe_line(claim.cue))
    both = cell_len(f"{cue}{safe_line(claim.via or '')}")
    return len(claim.stance) + both + len(" ·  · via ") <= room


def _lines_for(text: str, room: int) -> int:
    """How many lines are kept for what is said: those it takes broken at its spaces, to a limit."""
    most = 4 if room < NARROW else 3
    count, filled = 1, 0
    for word in text[: room * (most + 2)].split():
        size = len(word) if word.isascii() else cell_len(word)
        if filled and filled + 1 + size > room:
            count, filled = count + 1, 0
        filled += size + (filled > 0)
        while filled > room:
            count, filled = count + 1, filled - room
        if count >= most:
            return most
    return count


def briefly(claim: Statement, width: int) -> list[list[Part]]:
    """The claim in two lines: who says it and how sure, and as much of it as goes on the other."""
    room = max(1, width - INDENT)
    look = f"claim--{STANCES.get(claim.stance, 'stance')}"
    name = clip(safe_line(claim.speaker), room - len(claim.stance) - 2)
    lines: list[list[Part]] = [
        [(f"{name}, ", "claim--text"), (claim.stance, look)],
        [(line, "claim--text") for line in _folded(claim.text, room, 1)],
    ]
    return [[_bar(claim, look), (" ", ""), *line] for line in lines]


def _bar(claim: Statement, look: str) -> Part:
    return BARS.get(claim.stance, "│"), "claim--bar" if look == "claim--stance" else look


def _folded(text: str, room: int, most: int) -> list[str]:
    return fold_lines(safe_line(text[: room * (most + 2)]), room, most)
