"""The article on an HTML page: what its main element holds, less what is not the story there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.text.article import Piece
from tui.text.blocks import WebBlock
from tui.text.boilerplate import Words
from tui.text.cards import related
from tui.text.evidence import Evidence
from tui.text.guide import block_key
from tui.text.headline import headline_of
from tui.text.page import Page
from tui.text.pieces import NOTHING_KNOWN, Cleaned, Judged, assemble, untitled
from tui.text.verdicts import verdicts_on


def clean_html(page: Page, vocabulary: Words, known: Mapping[int, str] = NOTHING_KNOWN) -> Cleaned:
    """The article on an HTML page; every character of the source is in a piece or white space.

    `known` blocks are page wherever they stand.
    """
    blocks = [block for block in page.blocks if isinstance(block, WebBlock)]
    cut_for = _known(blocks, known)
    title_at, title = headline_of(
        [block.text for block in blocks],
        [block.path[-1] for block in blocks],
        [block.main and at not in cut_for for at, block in enumerate(blocks)],
        page.meta,
    )
    verdicts = verdicts_on(Evidence(blocks, vocabulary, cut_for, title_at, title))
    cleaned = assemble(
        [
            Judged(block.start, block.end, block.text, verdict)
            for block, verdict in zip(blocks, verdicts, strict=True)
        ],
        related(blocks, verdicts, vocabulary),
        title,
    )
    cleaned = replace(cleaned, pieces=_with_markup(page.source, cleaned.pieces))
    if not cleaned.body and cleaned.related:
        return untitled(cleaned)
    return replace(cleaned, published=page.meta.published, published_from=page.meta.published_from)


def _known(blocks: list[WebBlock], known: Mapping[int, str]) -> dict[int, str]:
    """Why blocks by their index are cut wherever they stand."""
    if not known:
        return {}
    keys = ((at, block_key(block.text)) for at, block in enumerate(blocks))
    return {at: known[key] for at, key in keys if key in known}


def _with_markup(source: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the markup between them, which nobody reads: its text is empty."""
    filled: list[Piece] = []
    at = 0
    for piece in pieces:
        filled += _markup(source, at, piece.start)
        filled.append(piece)
        at = max(at, piece.end)
    return (*filled, *_markup(source, at, len(source)))


def _markup(source: str, start: int, end: int) -> list[Piece]:
    stretch = source[start:end]
    if not stretch.strip():
        return []
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return [Piece(left, right, "stripped", "", reason="markup")]
