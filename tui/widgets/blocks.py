"""What is to be read of an article, block by block: with what was cut from its page, or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from tui.session import Spot
from tui.text.article import Article, Piece
from tui.text.guide import RESTORED
from tui.text.safe import safe
from tui.widgets import wording

Kind = Literal[
    "title",
    "about",
    "text",
    "heading",
    "stripped",
    "reason",
    "restored",
    "notice",
    "teaser",
    "age",
    "known",
]
CUT_KINDS: tuple[Kind, ...] = ("stripped", "reason")
TEASERS_ONLY = (
    "This page holds no article of its own: it only lists teasers for others. They stand below."
)
NO_TEXT = "No article was found on this page. R shows what stood on it, and why it was left out."
IN_CORPUS = "→ in the corpus"
BY_YOU = "restored by you"
HEADING_AT_MOST = 60
_HEAD, _TEASERS = -2, 1 << 60  # before and after all places in a source
_CLOSED = tuple(".!?:;,…”\"'’»)")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind; `at` is its offset in the body, None for what is not body.

    A block that is `tight` follows the one before without a blank row. `pieces` are those of the
    page that it stands for: one, or for a reason all that were cut for it. `place` tells which of
    two blocks stands first, and where this one stands when the page is set anew. `teaser` is the
    number of the related item it belongs to.
    """

    kind: Kind
    text: str
    at: int | None = None
    tight: bool = False
    pieces: tuple[Piece, ...] = ()
    place: Spot = (0, 0)
    teaser: int | None = None


def blocks_of(
    article: Article, stripped: bool, related: Sequence[str | None] = ()
) -> tuple[Block, ...]:
    """What is to be read of an article, with what was stripped in its place if asked.

    `related` holds for each teaser the key of its article in the corpus.
    """
    if stripped:
        return tuple(_whole(article))
    shown = list(_head(article))
    shown.extend(_body(article))
    if not article.body:
        shown.append(Block("notice", TEASERS_ONLY if article.related else NO_TEXT, place=(0, -1)))
        shown.extend(_teasers(article, related))
    return tuple(shown)


def notice(title: str, text: str) -> tuple[Block, ...]:
    """A message in the place of an article."""
    return (Block("title", _plain(title)), Block("notice", _plain(text)))


def _head(article: Article, title: bool = True) -> Iterator[Block]:
    title = title and bool(article.title)
    if title:
        yield Block("title", _plain(article.title or ""), place=(_HEAD, 0))
    about = [wording.date(article.published), " / ".join(article.dateline.places)]
    about += [", ".join(article.dateline.agencies), article.path]
    line = " · ".join(part for part in about if part)
    yield Block("about", _plain(line), tight=title, place=(_HEAD + 1, 0))


def _body(article: Article) -> Iterator[Block]:
    for piece in article.pieces:
        if piece.part == "body":
            yield from _paragraphs(article, piece)


def _paragraphs(article: Article, piece: Piece) -> Iterator[Block]:
    start = piece.at or 0
    at = start
    for paragraph in article.body[start : start + len(piece.text)].split("\n\n"):
        if paragraph.strip():
            kind: Kind = "heading" if _heads(article, at, paragraph) else "text"
            place = (piece.start, at - start)
            yield Block(kind, _plain(paragraph), at, pieces=(piece,), place=place)
        at += len(paragraph) + 2


def _heads(article: Article, at: int, paragraph: str) -> bool:
    inside = at > 0 and at + len(paragraph) < len(article.body)
    return inside and len(paragraph) <= HEADING_AT_MOST and not paragraph.endswith(_CLOSED)


def _whole(article: Article) -> Iterator[Block]:
    """The source in its order: title and body in their places, what was cut under its reason."""
    titled = any(piece.part == "title" for piece in article.pieces)
    yield from _head(article, title=not titled)
    seen = (piece for piece in article.pieces if piece.text.strip())
    for (part, reason), run in groupby(seen, key=lambda piece: (piece.part, piece.reason)):
        pieces = tuple(run)
        if part == "stripped":
            yield _label("reason", f"cut: {(reason or 'no reason').replace('-', ' ')}", pieces)
            for piece in pieces:
                yield _part("stripped", piece, tight=True)
        elif part == "title":
            for piece in pieces:
                yield _part("title", piece)
        else:
            tight = reason == RESTORED
            if tight:
                yield _label("restored", BY_YOU, pieces)
            for piece in pieces:
                for block in _paragraphs(article, piece):
                    yield replace(block, tight=tight)
                    tight = False


def _part(kind: Kind, piece: Piece, tight: bool = False) -> Block:
    text = _plain(piece.text.strip())
    return Block(kind, text, tight=tight, pieces=(piece,), place=(piece.start, 0))


def _label(kind: Kind, text: str, pieces: tuple[Piece, ...]) -> Block:
    """What stands over a run of pieces, on lines before the first of them."""
    text = _plain(text)
    return Block(kind, text, pieces=pieces, place=(pieces[0].start, -len(text) - 1))


def _teasers(article: Article, related: Sequence[str | None]) -> Iterator[Block]:
    for number, teaser in enumerate(article.related):
        known = number < len(related) and related[number] is not None
        lines: list[tuple[Kind, str | None]] = [
            ("heading" if teaser.title else "teaser", teaser.title),
            ("teaser", teaser.text),
            ("age", teaser.age),
            ("known", IN_CORPUS if known else None),
        ]
        shown = [(kind, _plain(text)) for kind, text in lines if text]
        for nth, (kind, text) in enumerate(shown):
            place = (_TEASERS + number * len(lines) + nth, 0)
            yield Block(kind, text, tight=nth > 0, place=place, teaser=number)


def _plain(text: str) -> str:
    return safe(text).replace("\t", " ")
