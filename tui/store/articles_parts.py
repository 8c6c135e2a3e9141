"""The pieces and the dates of an article, as tui.store.articles packs them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.store.columns import Reader, Writer
    from tui.text.article import DateRef, Piece

_BY_NUMBER, _BY_SIZE, _PARAGRAPH = 0, 1, 2  # how the text of a piece is told
_DAY = len("2024-10-23")
_NEAR_DAYS = 50  # most dates that an article names are so near to its own day


def put_pieces(out: Writer, pieces: Sequence[Piece], body: str) -> None:
    """Pieces touch each other, and those of the body are its paragraphs, in order, mostly."""
    out.numbers([len(pieces)])
    gaps, more, texts, told, places = [], [], [], [], []
    end = after = 0
    for piece in pieces:
        gaps.append(piece.start - end)
        end = piece.end
        size = len(piece.text)
        if piece.at is None:
            places.append(0)
        else:
            step = piece.at - after
            places.append(step + 1 if step >= 0 else step)
            after = piece.at + size + 2
        if piece.at is None or piece.at < 0 or not body.startswith(piece.text, piece.at):
            told.append(_BY_NUMBER)
            texts.append(out.number(piece.text))
        elif size == _paragraph(body, piece.at):
            told.append(_PARAGRAPH)
        else:
            told.append(_BY_SIZE)
            texts.append(size)
        more.append(piece.end - piece.start - size)
    out.numbers(gaps)
    out.numbers(more)
    out.values([piece.part for piece in pieces])
    out.values([piece.reason for piece in pieces])
    out.numbers(places)
    out.numbers(told)
    out.numbers(texts)


def _paragraph(body: str, at: int) -> int:
    """How long a paragraph is that begins there."""
    end = body.find("\n\n", at)
    return (len(body) if end < 0 else end) - at


def pieces_of(model: Any, read: Reader) -> tuple[Piece, ...]:
    """What `put_pieces` put in; the body was read before."""
    (count,) = read.numbers(1)
    gaps, lengths = read.numbers(count), read.numbers(count)
    parts, reasons = read.values(count), read.values(count)
    places, told = read.numbers(count), read.numbers(count)
    texts = iter(read.numbers(count - told.count(_PARAGRAPH)))
    body = read.body
    found = []
    end = after = 0
    for gap, more, part, reason, step, how in zip(
        gaps, lengths, parts, reasons, places, told, strict=True
    ):
        at = None
        if step:
            at = after + (step - 1 if step > 0 else step)
        if how == _BY_NUMBER or at is None:
            printed = read.value(next(texts))
        else:
            size = _paragraph(body, at) if how == _PARAGRAPH else next(texts)
            printed = body[at : at + size]
        if at is not None:
            after = at + len(printed) + 2
        start = end + gap
        end = start + len(printed) + more
        found.append(model.Piece(start, end, part, printed, reason, at))
    return tuple(found)


def put_dates(out: Writer, dates: Sequence[DateRef], published: str | None) -> None:
    """Dates without their places; most are near the day of publication."""
    day = _day_of(published)
    out.numbers([_days(out, date.first, day) for date in dates])
    out.values([None if date.last == date.first else date.last or "" for date in dates])


def dates_of(
    model: Any, read: Reader, spans: Sequence[tuple[int, int, str]], published: str | None
) -> tuple[DateRef, ...]:
    """What `put_dates` put in, each at its place."""
    day = _day_of(published)
    firsts = [_date(read, number, day) for number in read.numbers(len(spans))]
    return tuple(
        model.DateRef(*span, first, first if last is None else last or None)
        for span, first, last in zip(spans, firsts, read.values(len(spans)), strict=True)
    )


def _days(out: Writer, text: str | None, day: int) -> int:
    """The number of a date: of one near the day of the article by how far before or after it is."""
    if text is not None and len(text) == _DAY:
        with suppress(ValueError):
            found = date.fromisoformat(text)
            apart = found.toordinal() - day
            if abs(apart) <= _NEAR_DAYS and found.isoformat() == text:
                return apart * 2 if apart >= 0 else -apart * 2 - 1
    return 2 * _NEAR_DAYS + 1 + out.number(text)


def _date(read: Reader, number: int, day: int) -> str | None:
    if number > 2 * _NEAR_DAYS:
        text: str | None = read.value(number - 2 * _NEAR_DAYS - 1)
        return text
    return date.fromordinal(day + (-(number + 1) // 2 if number & 1 else number // 2)).isoformat()


def _day_of(published: str | None) -> int:
    """The day of an article as a number, 0 where none is told."""
    try:
        return date.fromisoformat((published or "")[:_DAY]).toordinal()
    except ValueError:
        return 0
