"""Series as lines to read in a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from tui.export import ledger_words as words
from tui.export.ledger_told import Entry, Told
from tui.text.safe import safe_line

_GAP = "  "
_WHO, _STANCE, _LEAST = 30, 24, 10
"""The widest that speaker and stance are where the width is bounded, and the least they become."""
_ROOM = 44
"""So much room title and path want in the line of their row; else they have one of their own."""
_INDENT = 4


def render(told: Told, wide: int | None = None) -> str:
    """A series as its name, what is told of all of it, and its rows.

    No line is wider than `wide` columns; None bounds nothing, and each row is one line.
    """
    head = [safe_line(told.name), " · ".join(words.counts(told))]
    if told.parts:
        head.append(f"parts of it: {'; '.join(map(safe_line, told.parts))}")
    lines = [clipped(line, wide) for line in head]
    return "\n".join([*lines, *_rows(told.entries, wide)]) + "\n"


def _rows(entries: Sequence[Entry], wide: int | None) -> Iterator[str]:
    changing = any(entry.change for entry in entries)
    cells = [_cells(entry, changing) for entry in entries]
    widths = [max(map(columns, column), default=0) for column in zip(*cells, strict=True)]
    if wide is not None:
        widths = _fitted(widths, wide) if cells else []
    left = sum(widths) + len(_GAP) * (len(widths) + 1)
    for entry, (value, *others) in zip(entries, cells, strict=True):
        first = [_padded(value, widths[0], right=True)]
        first += [_padded(c, w) for c, w in zip(others, widths[1:], strict=True)]
        line = (_GAP + _GAP.join(first)).rstrip()
        if wide is None or wide - left >= _ROOM:
            source = _source(entry, None if wide is None else wide - left)
            yield f"{_padded(line, left - len(_GAP))}{_GAP}{source}".rstrip()
        else:
            yield clipped(line, wide)
            yield f"{' ' * _INDENT}{_source(entry, wide - _INDENT)}".rstrip()


def _cells(entry: Entry, changing: bool) -> tuple[str, ...]:
    """The figure, who says it, how and when; and, last, what `changing` tells."""
    told = (words.amount(entry), words.who(entry), words.stance(entry) or "-", words.when(entry))
    change = (words.CHANGES.get(entry.change, "-"),) if changing else ()
    return tuple(map(safe_line, (*told, *change)))


def _fitted(widths: Sequence[int], wide: int) -> list[int]:
    """The widths for `wide` columns: speaker and stance give way."""
    value, who, stance, day, *more = widths
    who, stance = min(who, _WHO), min(stance, _STANCE)
    over = value + who + stance + day + sum(more) + len(_GAP) * len(widths) - wide
    cut = min(max(0, over), max(0, stance - _LEAST))
    stance, over = stance - cut, over - cut
    who -= min(max(0, over), max(0, who - _LEAST))
    return [value, who, stance, day, *more]


def _source(entry: Entry, wide: int | None) -> str:
    """The headline and the path; of what is too long the headline gives way first."""
    title, path = safe_line(entry.fields["title"] or ""), safe_line(entry.fields["path"])
    copies = f" (+{len(entry.copies)})" if entry.copies else ""
    tail = f"{path}{copies}"
    if wide is None:
        return f"{title} · {tail}" if title else tail
    room = wide - columns(tail) - 3
    if not title or room < 8:
        return clipped(tail, wide, keep_end=True)
    return f"{clipped(title, room)} · {tail}"


def _padded(text: str, wide: int, *, right: bool = False) -> str:
    text = clipped(text, wide)
    fill = " " * (wide - columns(text))
    return f"{fill}{text}" if right else f"{text}{fill}"


def clipped(text: str, wide: int | None, *, keep_end: bool = False) -> str:
    """The text in at most `wide` columns of a terminal, its end or its beginning as `…`."""
    if wide is None or columns(text) <= wide:
        return text
    kept, room = [], wide - 1
    for char in reversed(text) if keep_end else text:
        room -= columns(char)
        if room < 0:
            break
        kept.append(char)
    return "…" + "".join(reversed(kept)) if keep_end else "".join(kept) + "…"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
