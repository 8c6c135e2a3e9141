"""Setting text in lines: which characters stand on which line of a column."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.cells import cell_len

_ODD = re.compile(r"[^\n !-~¡-¬®-ʯ–—‘’“”…€]")
"""A character that may be wider or narrower than one cell."""
# A line end, white space, a word up to a hyphen ("Noord-"), a word ("8-13", "soldaten"), a dash.
_PIECE = re.compile(r"\n|[^\S\n]+|[^\s-]+-+(?=[^\W\d])|[^\s-]+(?:-+(?![^\W\d])[^\s-]*)*|-+[^\s-]*")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of `text`, as offsets, in a column of `width` cells.

    Lines follow each other without a gap: white space at which a line was broken stands at its
    end and is not to be drawn. A line is broken at white space, after a hyphen within a word,
    and within a word only where it is wider than the column.
    """
    width = max(1, width)
    cells: Callable[[str], int] = cell_len if _ODD.search(text) else len
    lines: list[tuple[int, int]] = []
    begin = filled = 0
    for start, end in (found.span() for found in _PIECE.finditer(text)):
        if text[start] == "\n":
            lines.append((begin, end))
            begin, filled = end, 0
            continue
        if text[start].isspace():
            filled += cells(text[start:end])
            continue
        size = cells(text[start:end])
        if filled + size > width and start > begin:
            lines.append((begin, start))
            begin, filled = start, 0
        if size > width:
            *full, (begin, end) = _cut(text, begin, end, width)
            lines.extend(full)
            size = cells(text[begin:end])
            filled = 0
        filled += size
    if begin < len(text) or not lines:
        lines.append((begin, len(text)))
    return lines


def clip(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    if cell_len(flat) <= width:
        return flat
    if width < 2:
        return "…"[:width]
    start, end = _cut(flat, 0, len(flat), width - 1)[0]
    cut = flat[start:end].rstrip()
    return f"{cut}…" if cell_len(cut) < width else "…"


def fold_lines(text: str, width: int, most: int) -> list[str]:
    """`text` on at most `most` lines of `width` cells, the last with an ellipsis where cut."""
    flat = " ".join(text.split())
    lines = wrap(flat, width)
    shown = [flat[start:end].rstrip() for start, end in lines[: most - 1]]
    if len(lines) >= most:
        shown.append(clip(flat[lines[most - 1][0] :], width))
    return shown


def _cut(text: str, begin: int, end: int, width: int) -> list[tuple[int, int]]:
    """The stretch from `begin` to `end` in lines that are as full as can be."""
    lines: list[tuple[int, int]] = []
    filled = 0
    for at in range(begin, end):
        size = cell_len(text[at])
        if filled + size > width and at > begin:
            lines.append((begin, at))
            begin, filled = at, 0
        filled += size
    lines.append((begin, end))
    return lines
