"""Rows of the ledger kept as claims of one's own, each with its words on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui import claims
from tui.selecting import sentence_at
from tui.store.marked import Claimed, Target
from tui.widgets import wording

if TYPE_CHECKING:
    from tui.store.ledger import LedgerRow
    from tui.store.library import Library
    from tui.text.article import Article


def accept(library: Library, rows: Sequence[LedgerRow]) -> str:
    """Keep rows as claims, in a thread; tells how many were kept and how many were before."""
    kept = before = 0
    for row in rows:
        key, start, end = library.place_of_row(row)
        article = library.article(key)
        target, claimed = claim_of(article, key, row, start, end)
        marks = library.marks(key)
        same = (m.start == target.start and m.end == target.end and m.mark.claimed for m in marks)
        if any(same):
            before += 1
        else:
            library.make(target, "claim", claimed=claimed)
            kept += 1
    told = [f"{wording.plural(kept, 'claim')} kept, unverified"] if kept else []
    told += [f"{wording.plural(before, 'claim')} kept before"] if before else []
    return ", ".join(told)


def claim_of(
    article: Article, key: str, row: LedgerRow, start: int, end: int
) -> tuple[Target, Claimed]:
    """The claim in which a row is told; where nobody claims it, its sentence as the row has it."""
    figure = next((one for one in article.figures if (one.start, one.end) == (start, end)), None)
    if figure is not None and figure.claim is not None and figure.claim < len(article.claims):
        return claims.on(article, figure.claim, key), claims.accepted(article, figure.claim)
    first, last = sentence_at(article.body, start) or (start, end)
    told = (row.speaker or "", row.via or "", row.stance or "asserted", row.cue or "")
    figures = (claims.count(figure),) if figure is not None else ()
    return Target("passage", key, first, last), Claimed(*told, figures=figures, own=False)
