"""Claims as a person keeps them: accepted from what the engine found, or made of a passage.

Everything here is pure: articles and marks in, plain records out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.store.marked import Claimed, Count, Placed, Status, Target, Turn

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.text.article import Article, Claim, Figure

STANCES = ("asserted", "announced", "demanded", "estimated", "unconfirmed", "denied")
"""How a claim can be made, as the engine names it."""


class Form(NamedTuple):
    """A claim to be filled in: what is there of it, and what can be chosen from.

    `figures` are all that stand in its passage; those in `claimed` are the ones it tells.
    """

    quote: str
    claimed: Claimed
    figures: tuple[Count, ...] = ()
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text: str = ""


class Filling(NamedTuple):
    """How far the fields of a claim are filled in, as they are seen."""

    speaker: str = ""
    via: str = ""
    stance: str = ""
    status: str = ""
    tags: str = ""
    note: str = ""
    figures: tuple[bool, ...] = ()


def to_edit(placed: Placed, claimed: Claimed, article: Article | None) -> Form:
    """A claim that is kept, to be edited; `article` is where it stands now, if that is at hand."""
    mark = placed.mark
    inside = counts(article, placed.start, placed.end) if article is not None else ()
    quote = mark.selector.exact if mark.selector is not None else mark.cited.title
    figures, known = all_figures(claimed, inside), names(article, (claimed,))
    return Form(quote, claimed, figures, known, mark.tags, mark.text)


def to_make(article: Article, start: int, end: int, sentence: Span) -> Form:
    """A claim to be made of a passage, with what can be guessed."""
    claimed = guessed(article, start, end, sentence)
    return Form(article.body[start:end], claimed, counts(article, start, end), names(article, ()))


def accepted(article: Article, index: int) -> Claimed:
    """A claim of an article as it was suggested."""
    claim = article.claims[index]
    figures = tuple(count(article.figures[at]) for at in claim.figures)
    return Claimed(claim.speaker, claim.via or "", claim.stance, claim.cue, figures, own=False)


def guessed(article: Article, start: int, end: int, sentence: Span) -> Claimed:
    """What a passage may claim: as the claim in it, else as one in the same sentence is told.

    The figures are all those of the passage.
    """
    figures = counts(article, start, end)
    near = _nearest(article, start, end) or _nearest(article, *sentence)
    if near is None:
        return Claimed(stance="asserted", figures=figures)
    return Claimed(near.speaker, near.via or "", near.stance, near.cue, figures)


def counts(article: Article, start: int, end: int) -> tuple[Count, ...]:
    """The figures that stand whole in a passage of the body."""
    inside = (figure for figure in article.figures if start <= figure.start < figure.end <= end)
    return tuple(map(count, inside))


def count(figure: Figure) -> Count:
    """A figure as it is kept with a claim."""
    return Count(
        figure.phrase or figure.text,
        figure.value,
        figure.low,
        figure.high,
        figure.hedge or "",
        figure.kind,
        figure.noun or "",
        figure.unit or "",
    )


def all_figures(claimed: Claimed, found: Iterable[Count]) -> tuple[Count, ...]:
    """The figures that a claim can tell: those found in its passage, and those it has besides."""
    return tuple(dict.fromkeys((*found, *claimed.figures)))


def kept_in(article: Article, marks: Iterable[Placed]) -> Mapping[int, Placed]:
    """Which claims of an article are kept, by their index: marks on the same words.

    A page may have changed, so that half of the words on either side is enough; of two claims in
    the same words it is the one of the same speaker.
    """
    found: dict[int, Placed] = {}
    for placed in marks:
        claimed = placed.mark.claimed
        if claimed is None or placed.state == "ORPHAN" or placed.mark.part != "body":
            continue
        fitting = [
            (claim.speaker == claimed.speaker, shared, -index)
            for index, claim in enumerate(article.claims)
            if (shared := _shared(claim, placed)) > 0 and index not in found
        ]
        if fitting:
            found[-max(fitting)[2]] = placed
    return found


def made_in(article: Article, marks: Sequence[Placed]) -> tuple[int, ...]:
    """Which of the marks are claims on words in which none was found, by their index."""
    kept = {id(placed) for placed in kept_in(article, marks).values()}
    return tuple(
        index
        for index, placed in enumerate(marks)
        if placed.mark.claimed and placed.state != "ORPHAN" and id(placed) not in kept
    )


def on(article: Article, index: int, key: str) -> Target:
    """The words of a claim, for a mark."""
    claim = article.claims[index]
    return Target("passage", key, claim.start, claim.end)


def names(article: Article | None, claims: Iterable[Claimed | None]) -> tuple[str, ...]:
    """Who may have said it: the actors of an article, then all who made a claim that was kept."""
    actors = sorted(article.actors, key=lambda actor: -len(actor.mentions)) if article else []
    said = (claim.speaker for claim in article.claims) if article else ()
    kept = (name for claim in claims if claim for name in (claim.speaker, claim.via))
    every = (*(actor.name for actor in actors), *said, *kept)
    return tuple(dict.fromkeys(filter(None, every)))


def fitting(typed: str, known: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """The names that begin as is typed, and then those of which a later word does."""
    begun = typed.strip().casefold()
    if not begun:
        return ()
    first = [name for name in known if name.casefold().startswith(begun)]
    later = [name for name in known if f" {begun}" in name.casefold() and name not in first]
    return tuple(name for name in (*first, *later) if name != typed)[:most]


def turned(claimed: Claimed, status: Status, when: str) -> Claimed:
    """A claim with another status from some time on; the same one changes nothing."""
    if claimed.history and claimed.status == status:
        return claimed
    return claimed._replace(history=(*claimed.history, Turn(status, when)))


def split_tags(typed: str) -> tuple[str, ...]:
    """Tags as they are typed in one line, parted by commas."""
    return tuple(dict.fromkeys(filter(None, (tag.strip() for tag in typed.split(",")))))


def _nearest(article: Article, start: int, end: int) -> Claim | None:
    """The claim that has the most in common with a passage."""
    touching = [
        (min(claim.end, end) - max(claim.start, start), -index)
        for index, claim in enumerate(article.claims)
        if claim.start < end and claim.end > start
    ]
    return article.claims[-max(touching)[1]] if touching else None


def _shared(claim: Claim, placed: Placed) -> float:
    """How much of the longer of the two a claim and a mark have in common; 0 under a half."""
    both = min(claim.end, placed.end) - max(claim.start, placed.start)
    longest = max(claim.end - claim.start, placed.end - placed.start)
    return both / longest if longest and 2 * both >= longest else 0.0
