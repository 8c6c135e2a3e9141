"""An article set in a column: which text stands on which row, and which offset is where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tui.text.article import Article
from tui.text.safe import safe
from tui.widgets import wording
from tui.widgets.wrap import wrap

Kind = Literal["title", "about", "text", "heading", "stripped", "reason", "notice", "teaser", "age"]
TEASERS_ONLY = (
    "This page holds no article of its own: it only lists teasers for others. They stand below."
)
NO_TEXT = "No article was found on this page. R shows what stood on it, and why it was left out."
HEADING_AT_MOST = 60
_CLOSED = tuple(".!?:;,…”\"'’»)")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind; `at` is its offset in the body, None for what is not body.

    A block that is `tight` follows the one before without a blank row.
    """

    kind: Kind
    text: str
    at: int | None = None
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the column: a block and the stretch of its text, or None for a blank row."""

    block: Block | None
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """The characters on the row, without the white space it was broken at."""
        return self.block.text[self.start : self.end].rstrip() if self.block else ""

    @property
    def at(self) -> int | None:
        """The offset in the body of the first character, None for a row that is not body."""
        if self.block is None or self.block.at is None:
            return None
        return self.block.at + self.start

    @property
    def until(self) -> int:
        """The offset in the body where the next row goes on."""
        return (self.at or 0) + self.end - self.start


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks set in rows of one width; finds the row of an offset."""

    rows: tuple[Row, ...]
    _starts: tuple[int, ...] = field(init=False)
    _numbers: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        body = [(row.at, number) for number, row in enumerate(self.rows) if row.at is not None]
        object.__setattr__(self, "_starts", tuple(at for at, _ in body))
        object.__setattr__(self, "_numbers", tuple(number for _, number in body))

    @property
    def first(self) -> int:
        """The row where the body begins, 0 where there is none."""
        return self._numbers[0] if self._numbers else 0

    def row_of(self, offset: int) -> int:
        """The row on which an offset of the body stands."""
        at = bisect_right(self._starts, offset) - 1
        return self._numbers[at] if at >= 0 else self.first

    def near(self, row: int, step: int) -> int:
        """`row`, or the next row in the direction of `step` that holds text."""
        row = max(0, min(row, len(self.rows) - 1))
        while 0 <= row < len(self.rows) and self.rows[row].block is None:
            row += 1 if step >= 0 else -1
        return max(0, min(row, len(self.rows) - 1))


def lay(blocks: tuple[Block, ...], width: int) -> Sheet:
    """The blocks in rows of at most `width` cells, parted by blank rows."""
    rows: list[Row] = []
    for block in blocks:
        if rows and not block.tight:
            rows.append(Row(None))
        rows.extend(Row(block, start, end) for start, end in wrap(block.text, width))
    return Sheet(tuple(rows))


def blocks_of(article: Article, stripped: bool) -> tuple[Block, ...]:
    """What is to be read of an article, with what was stripped in its place if asked."""
    shown = list(_head(article))
    if stripped:
        shown.extend(_with_stripped(article))
    else:
        shown.extend(_body(article, 0, len(article.body)))
        if not article.body:
            shown.append(Block("notice", TEASERS_ONLY if article.related else NO_TEXT))
            shown.extend(_teasers(article))
    return tuple(shown)


def notice(title: str, text: str) -> tuple[Block, ...]:
    """A message in the place of an article."""
    return (Block("title", _plain(title)), Block("notice", _plain(text)))


def _head(article: Article) -> Iterator[Block]:
    if article.title:
        yield Block("title", _plain(article.title))
    about = [wording.date(article.published), " / ".join(article.dateline.places)]
    about += [", ".join(article.dateline.agencies), article.path]
    line = " · ".join(part for part in about if part)
    yield Block("about", _plain(line), tight=bool(article.title))


def _body(article: Article, start: int, end: int) -> Iterator[Block]:
    at = start
    for paragraph in article.body[start:end].split("\n\n"):
        if paragraph.strip():
            kind: Kind = "heading" if _heads(article, at, paragraph) else "text"
            yield Block(kind, _plain(paragraph), at)
        at += len(paragraph) + 2


def _heads(article: Article, at: int, paragraph: str) -> bool:
    inside = at > 0 and at + len(paragraph) < len(article.body)
    return inside and len(paragraph) <= HEADING_AT_MOST and not paragraph.endswith(_CLOSED)


def _with_stripped(article: Article) -> Iterator[Block]:
    """The whole body, cut where a stripped piece stood before a piece of it."""
    done = until = 0
    reason: str | None = None
    for piece in article.pieces:
        if piece.part == "stripped" and piece.text.strip():
            if until > done:
                yield from _body(article, done, until)
                done, reason = until, None
            if piece.reason != reason:
                reason = piece.reason
                yield Block("reason", _plain(f"cut: {(reason or 'no reason').replace('-', ' ')}"))
            yield Block("stripped", _plain(piece.text.strip()), tight=True)
        elif piece.part == "body" and piece.at is not None:
            until = max(until, piece.at + len(piece.text))
    yield from _body(article, done, len(article.body))


def _teasers(article: Article) -> Iterator[Block]:
    for teaser in article.related:
        lines = [part for part in (teaser.title, teaser.text) if part]
        for nth, line in enumerate(lines):
            kind: Kind = "heading" if nth == 0 and teaser.title else "teaser"
            yield Block(kind, _plain(line), tight=nth > 0)
        if teaser.age:
            yield Block("age", _plain(teaser.age), tight=True)


def _plain(text: str) -> str:
    return safe(text).replace("\t", " ")
