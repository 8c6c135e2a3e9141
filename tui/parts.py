"""The parts of a page: what was cut, which part a place lies in, and where both are the next time.

A page that is read again under another decision has the same parts, at the same places of its
source; only what became of them differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.text.article import Article, Piece


def cut_parts(article: Article) -> tuple[Piece, ...]:
    """What was cut and can be seen: a stretch of mere mark-up has no text."""
    return tuple(piece for piece in article.stripped if piece.text.strip())


def piece_at(article: Article, offset: int) -> Piece | None:
    """The body piece in which an offset of the body lies, None where there is no body."""
    found = None
    for piece in article.pieces:
        if piece.at is not None:
            if found is not None and piece.at > offset:
                break
            found = piece
    return found


def same_place(old: Article, new: Article, offset: int) -> int:
    """Where in the body of `new` the words stand that are at an offset of `old`.

    Of words that are no longer body it is the next paragraph, or the last one.
    """
    piece = piece_at(old, offset)
    if piece is None or piece.at is None:
        return 0
    found = 0
    for other in new.pieces:
        if other.at is None:
            continue
        if other.start == piece.start:
            return other.at + min(offset - piece.at, len(other.text))
        found = other.at
        if other.start > piece.start:
            break
    return found
