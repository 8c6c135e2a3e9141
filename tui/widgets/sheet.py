"""An article set in a column: which text stands on which row, and which offset is where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from tui.session import Spot
from tui.text.guide import RESTORED
from tui.widgets.blocks import Block, Kind
from tui.widgets.wrap import wrap


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
    def spot(self) -> Spot:
        """Which line this is, however the page is set."""
        source, shift = self.block.place if self.block else (0, 0)
        return source, shift + self.start

    @property
    def back(self) -> bool:
        """Whether it is body that a reader put back."""
        return self.block is not None and [p.reason for p in self.block.pieces] == [RESTORED]

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
    _spots: tuple[tuple[Spot, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        body = [(row.at, number) for number, row in enumerate(self.rows) if row.at is not None]
        object.__setattr__(self, "_starts", tuple(at for at, _ in body))
        object.__setattr__(self, "_numbers", tuple(number for _, number in body))
        spots = tuple((row.spot, number) for number, row in enumerate(self.rows) if row.block)
        object.__setattr__(self, "_spots", spots)

    @property
    def first(self) -> int:
        """The row where the body begins, 0 where there is none."""
        return self._numbers[0] if self._numbers else 0

    def row_of(self, offset: int) -> int:
        """The row on which an offset of the body stands."""
        at = bisect_right(self._starts, offset) - 1
        return self._numbers[at] if at >= 0 else self.first

    def row_at(self, spot: Spot) -> int:
        """The row of a line that may be set anew; where it is gone, the next one, or the last."""
        after = bisect_right(self._spots, spot, key=lambda known: known[0])
        if after and self._spots[after - 1][0][0] == spot[0]:
            return self._spots[after - 1][1]
        return self._spots[min(after, len(self._spots) - 1)][1] if self._spots else 0

    def next_block(self, row: int, step: int, kinds: tuple[Kind, ...]) -> int | None:
        """The first row of the next block of some kinds after the block of a row, or before it."""
        here = self.rows[row].block if self.rows else None
        for number in range(row + step, len(self.rows) if step > 0 else -1, step):
            block, begins = self.rows[number].block, not self.rows[number].start
            if begins and block is not None and block is not here and block.kind in kinds:
                return number
        return None

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
        rows.extend(Row(block, start, end) for start, end in _lines(block.text, width))
    return Sheet(tuple(rows))


@lru_cache(maxsize=2048)
def _lines(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Of a page that is set anew most paragraphs are as they were."""
    return tuple(wrap(text, width))
