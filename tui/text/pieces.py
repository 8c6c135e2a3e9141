"""What cleaning gives, put together from verdicts over stretches of the source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.text.article import Dateline, Part, Piece, Related
from tui.text.boilerplate import dateline


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
    """What becomes of one stretch of the source; `reason` is None for title and body."""

    part: Part
    reason: str | None = None


BODY = Verdict("body")
TITLE = Verdict("title")


def cut(reason: str) -> Verdict:
    """The verdict for a stretch that is not the article."""
    return Verdict("stripped", reason)


@dataclass(frozen=True, slots=True)
class Judged:
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
            pieces.append(Piece(start, end, "body", text, at=at))
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
