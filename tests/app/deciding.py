"""What becomes of a made-up article when parts of it are put back or cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tui.text.article import Article, Piece


def decided(article: Article, actions: Mapping[str, str]) -> Article:
    """The article with the parts of some texts put back or cut, its facts with them."""
    pieces: list[Piece] = []
    moved: dict[int, int] = {}
    paragraphs: list[str] = []
    at = 0
    for piece in article.pieces:
        action = actions.get(piece.text)
        part, reason = piece.part, piece.reason
        if action == "restore" and part == "stripped":
            part, reason = "body", "restored"
        elif action == "cut" and part == "body":
            part, reason = "stripped", "by hand"
        if part != "body":
            pieces.append(replace(piece, part=part, reason=reason, at=None))
            continue
        pieces.append(replace(piece, part=part, reason=reason, at=at))
        paragraphs.append(piece.text)
        if piece.at is not None:
            moved |= {piece.at + n: at + n for n in range(len(piece.text) + 1)}
        at += len(piece.text) + 2

    def kept(facts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(fact, start=moved[fact.start], end=moved[fact.end])
            for fact in facts
            if fact.start in moved
        )

    return replace(
        article,
        body="\n\n".join(paragraphs),
        pieces=tuple(pieces),
        figures=tuple(replace(figure, claim=None) for figure in kept(article.figures)),
        actors=tuple(replace(a, mentions=kept(a.mentions)) for a in article.actors),
        claims=tuple(replace(claim, figures=()) for claim in kept(article.claims)),
    )
