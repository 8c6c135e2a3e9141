"""Which character of a row stands in which cell."""

from __future__ import annotations

from rich.cells import cell_len

from tui.widgets.sheet import Row, Sheet


def offset_on(row: Row, cells: int) -> int:
    """The offset in the body of the character boundary nearest to a cell of a row."""
    text, filled = row.text, 0
    at = row.at or 0
    for nth, character in enumerate(text):
        wide = cell_len(character)
        if cells < filled + (wide + 1) // 2:
            return at + nth
        filled += wide
    return at + len(text)


def cells_to(row: Row, offset: int) -> int:
    """How many cells of a row stand before an offset of the body."""
    return cell_len(row.text[: max(0, offset - (row.at or 0))])


def character_on(row: Row, cells: int) -> int:
    """The offset in the body of the character that stands in a cell of a row, or the last."""
    text, filled = row.text, 0
    at = row.at or 0
    for nth, character in enumerate(text):
        filled += cell_len(character)
        if cells < filled:
            return at + nth
    return at + max(0, len(text) - 1)


def body_row(sheet: Sheet, number: int, step: int) -> Row | None:
    """The row of a number if it is body, else the first that is in the direction of `step`."""
    while 0 <= number < len(sheet.rows):
        if sheet.rows[number].at is not None:
            return sheet.rows[number]
        number += step
    return None


def beside(sheet: Sheet, offset: int, head: int, step: int) -> int:
    """Where a line below or above comes to, in the same column; at the last, its end.

    `offset` is of a character on the line now, `head` the boundary that moves.
    """
    number = sheet.row_of(offset)
    here, there = sheet.rows[number], body_row(sheet, number + step, step)
    if there is None:
        return edge(sheet, offset, step)
    return offset_on(there, cells_to(here, head))


def edge(sheet: Sheet, offset: int, step: int) -> int:
    """Where the line of an offset begins, or for a `step` of 1 where its last character ends."""
    row = sheet.rows[sheet.row_of(offset)] if sheet.rows else None
    if row is None or row.at is None:
        return offset
    return row.at + len(row.text) if step > 0 else row.at
