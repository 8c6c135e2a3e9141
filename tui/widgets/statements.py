"""A claim in a few lines: how sure it is, by which words it is told, what is said, its figures.

One that a person keeps has a line of its own above these, and below them what is for and against
it; one that was only found has neither, so that the two never look alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, get_args

from rich.cells import cell_len

from tui.text.article import Article, Figure, FigureKind, Hedge, Stance
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.mark_telling import status
from tui.widgets.marks import STANCES
from tui.widgets.paint import Part
from tui.widgets.spans import BARS
from tui.widgets.wrap import clip, fold_lines

if TYPE_CHECKING:
    from tui.store.marked import Count, Placed

KEPT = "◆"
SIDES = {"for": "+", "against": "−"}
"""The signs of a claim that is kept, and of what speaks for it and against it."""
STANCES_KNOWN: tuple[Stance, ...] = get_args(Stance)
KINDS_KNOWN: tuple[FigureKind, ...] = get_args(FigureKind)
HEDGES_KNOWN: tuple[Hedge, ...] = get_args(Hedge)

NOTE = "claim--note"
LOOKS = {
    NOTE,
    *("claim--bar", "claim--stance", "claim--unsure", "claim--denied"),
    *("claim--text", "claim--figure", "claim--kept"),
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
    kept: str = ""
    evidence: tuple[str, ...] = ()


def statement(
    article: Article, index: int, placed: Placed | None = None, evidence: Iterable[Placed] = ()
) -> Statement:
    """A claim of an article, with its figures in their plain form.

    `placed` is one's own mark on it, where it is kept; of all `evidence` it takes its own.
    """
    found = _found(article, index)
    claimed = placed.mark.claimed if placed is not None else None
    if placed is None or claimed is None:
        return found
    stances = (stance for stance in STANCES_KNOWN if stance == claimed.stance)
    speaker = claimed.speaker or wording.OWN_VOICE
    return found._replace(
        speaker=speaker,
        cue=claimed.cue,
        stance=next(stances, found.stance),
        via=claimed.via or None,
        figures=tuple(map(counted, claimed.figures)),
        kept=about_kept(placed, speaker),
        evidence=tuple(about_evidence(one) for one in evidence if one.mark.of == placed.mark.id),
    )


def made(placed: Placed, evidence: Iterable[Placed] = ()) -> Statement:
    """A claim that a person made of words in which none was found, and what speaks for it."""
    mark, claimed = placed.mark, placed.mark.claimed
    words = " ".join(mark.selector.exact.split()) if mark.selector is not None else mark.text
    told = [about_evidence(one) for one in evidence if one.mark.of == mark.id]
    if claimed is None:
        return Statement("", "asserted", "", None, words, evidence=tuple(told))
    return Statement(
        claimed.speaker or wording.OWN_VOICE,
        next((stance for stance in STANCES_KNOWN if stance == claimed.stance), "asserted"),
        claimed.cue,
        claimed.via or None,
        words,
        tuple(map(counted, claimed.figures)),
        about_kept(placed, claimed.speaker),
        tuple(told),
    )


def about_kept(placed: Placed, speaker: str = "") -> str:
    """What is held of a claim that is kept: `unverified · accepted`, `denied · yours · by Olthof`.

    Who says it is told where that is not the `speaker` it stands under.
    """
    claimed, mark = placed.mark.claimed, placed.mark
    if claimed is None:
        return ""
    whose = f"from {mark.by}" if mark.by else "yours" if claimed.own else "accepted"
    other = [f"by {claimed.speaker}"] if claimed.speaker and claimed.speaker != speaker else []
    state = [] if placed.state == "ANCHORED" else [placed.state.lower()]
    tags = [f"#{tag}" for tag in mark.tags]
    return safe_line(" · ".join([*other, status(mark), whose, *state, *tags]))


def about_evidence(placed: Placed) -> str:
    """What speaks for a claim or against it: `+ The quay holds: “no cracks were seen”`."""
    mark = placed.mark
    quote = mark.selector.exact if mark.selector is not None else mark.text
    sign = SIDES.get(mark.side, "·")
    gone = "" if placed.state == "ANCHORED" else f" ({placed.state.lower()})"
    return safe_line(f"{sign} {placed.title or mark.path}{gone}: “{' '.join(quote.split())}”")


def counted(count: Count) -> str:
    """A figure of a claim that is kept, in its plain form."""
    told = Figure(
        *(0, 0, count.phrase, count.value, count.low, count.high),
        next((kind for kind in KINDS_KNOWN if kind == count.kind), "count"),
        next((hedge for hedge in HEDGES_KNOWN if hedge == count.hedge), None),
        count.noun or None,
        count.phrase,
        count.unit or None,
    )
    return safe_line(wording.figure(told))


def _found(article: Article, index: int) -> Statement:
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
    own = bool(claim.kept) + len(_weighed(claim, room))
    return 1 + apart + _lines_for(claim.text, room) + bool(claim.figures) + own


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
    lines += [[(line, NOTE)] for line in _weighed(claim, room)]
    drawn = [[_bar(claim, look), (" ", ""), *line] for line in lines]
    if claim.kept:
        drawn.insert(0, [(f"{KEPT} ", "claim--kept"), (clip(claim.kept, room), "claim--kept")])
    return drawn


def _beside(claim: Statement, room: int) -> bool:
    """Whether who passes a claim on stands on the line of the cue."""
    cue = wording.cue(safe_line(claim.cue))
    both = cell_len(f"{cue}{safe_line(claim.via or '')}")
    return len(claim.stance) + both + len(" ·  · via ") <= room


def _weighed(claim: Statement, room: int) -> list[str]:
    """What is for and against it, each in two lines at most."""
    return [line for each in claim.evidence for line in fold_lines(each, room, 2)]


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
    kept = f"· {claim.kept}" if claim.kept else ""
    name = clip(safe_line(claim.speaker), room - len(claim.stance) - 2)
    left = room - cell_len(name) - len(claim.stance) - 3
    kept = f" {clip(kept, left)}" if kept and left > 3 else ""
    lines: list[list[Part]] = [
        [
            (f"{name}, ", "claim--text"),
            (claim.stance, look),
            (kept, "claim--kept"),
        ],
        [(line, "claim--text") for line in _folded(claim.text, room, 1)],
    ]
    first: Part = (KEPT, "claim--kept") if claim.kept else _bar(claim, look)
    return [[first, (" ", ""), *lines[0]], [_bar(claim, look), (" ", ""), *lines[1]]]


def _bar(claim: Statement, look: str) -> Part:
    return BARS.get(claim.stance, "│"), "claim--bar" if look == "claim--stance" else look


def _folded(text: str, room: int, most: int) -> list[str]:
    return fold_lines(safe_line(text[: room * (most + 2)]), room, most)
