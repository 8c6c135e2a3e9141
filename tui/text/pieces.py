"""What cleaning gives, put together from verdicts over stretches of the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from tui.text.article import Dateline, Part, Piece, Related
from tui.text.boilerplate import dateline
from tui.text.guide import BY_HAND, RESTORED, Action, block_key


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page without the page around it; `pieces` are in source order and do not overlap."""

    title: str | None
    body: str
    dateline: Dateline
    pieces: tuple[Piece, ...]
    related: tuple[Related, ...]
    published: str | None = None
    published_from: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one stretch of the source; `reason` is None for title and body.

    A body piece that a reader put back has one too.
    """

    part: Part
    reason: str | None = None


NOTHING_KNOWN: Mapping[int, str] = MappingProxyType({})
BODY = Verdict("body")
TITLE = Verdict("title")


def cut(reason: str) -> Verdict:
    """The verdict for a stretch that is not the article."""
    return Verdict("stripped", reason)


class Judged(NamedTuple):
    """A stretch of the source as a reader sees it, with its verdict."""

    start: int
    end: int
    text: str
    verdict: Verdict


def assemble(
    judged: list[Judged], related: tuple[Related, ...], title: str | None = None
) -> Cleaned:
    """The result for stretches of the source in order; paragraphs are parted by a blank line."""
    pieces: list[Piece] = []
    paragraphs: list[str] = []
    at = 0
    for stretch in judged:
        start, end, text, verdict = stretch.start, stretch.end, stretch.text, stretch.verdict
        if verdict.part == "body":
            pieces.append(Piece(start, end, "body", text, reason=verdict.reason, at=at))
            paragraphs.append(text)
            at += len(text) + 2
        else:
            pieces.append(Piece(start, end, verdict.part, text, reason=verdict.reason))
            title = text if verdict.part == "title" else title
    lead = next((found for text in paragraphs[:2] if (found := dateline(text))), None)
    return Cleaned(
        title,
        "\n\n".join(paragraphs),
        lead[0] if lead else Dateline(),
        tuple(pieces),
        related,
    )


def untitled(cleaned: Cleaned) -> Cleaned:
    """The result without its title: the heading over a list of teasers is no headline."""
    pieces = tuple(
        replace(piece, part="stripped", reason="section-head") if piece.part == "title" else piece
        for piece in cleaned.pieces
    )
    return replace(cleaned, title=None, pieces=pieces)


def decide(cleaned: Cleaned, decisions: Mapping[int, Action]) -> Cleaned:
    """The result as a reader would have it: blocks put back or cut, by their key."""
    if not decisions:
        return cleaned
    judged = [
        Judged(piece.start, piece.end, piece.text, _decided(piece, decisions))
        for piece in cleaned.pieces
    ]
    mended = assemble(judged, cleaned.related, cleaned.title)
    return replace(mended, published=cleaned.published, published_from=cleaned.published_from)


def _decided(piece: Piece, decisions: Mapping[int, Action]) -> Verdict:
    own = Verdict(piece.part, piece.reason)
    if piece.part == "title" or not piece.text:
        return own
    action = decisions.get(block_key(piece.text))
    if action == "restore" and piece.part == "stripped":
        return Verdict("body", RESTORED)
    if action == "cut" and piece.part == "body":
        return cut(BY_HAND)
    return own
