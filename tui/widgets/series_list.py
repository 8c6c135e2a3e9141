"""The series of a corpus: the name, how many rows, between which values, how many contradict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from tui.widgets import wording
from tui.widgets.filled import MARKED, Listing, Marking
from tui.widgets.paint import Part, spread
from tui.widgets.wrap import clip

BLOCKS = "▁▂▃▄▅▆▇█"
SPARK = 12
"""A sparkline takes no more cells."""
RULED = "✎"
RIVALS = "≠"


class SeriesRow(NamedTuple):
    """A series in the list. All of it is safe to print; `ruled` is one a person had a hand in."""

    id: str
    name: str
    rows: int = 0
    span: str = ""
    values: tuple[float, ...] = ()
    rivals: int = 0
    ruled: bool = False


class SeriesList(Listing[SeriesRow], Marking):
    """Series, two lines each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("series--name", "series--note", "series--spark", "series--rivals", "series--marked"),
    }
    EMPTY_LOOK = "series--note"

    def renew_one(self, row: SeriesRow) -> None:
        """Show what is known of a series by now."""
        at = next((nth for nth, one in enumerate(self._shown) if one.id == row.id), None)
        if at is not None and self._shown[at] != row:
            self._shown = [*self._shown[:at], row, *self._shown[at + 1 :]]
            self._repaint(at)

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A series."""
        row, room = self._shown[index], width - 2
        mark: Part = (f"{MARKED} " if row.id in self._marked else "  ", "series--marked")
        count = f"{RULED} {row.rows}" if row.ruled else str(row.rows)
        name = clip(row.name, room - cell_len(count) - 2)
        rivals = f"{RIVALS} {wording.number(row.rivals)}" if row.rivals else ""
        left = room - cell_len(rivals) - 2
        span = clip(row.span, left)
        line = sparkline(row.values, min(SPARK, left - cell_len(span) - 2))
        under: list[Part] = [(span, "series--note")]
        under += [("  ", ""), (line, "series--spark")] if line else []
        return [
            [mark, *spread([(name, "series--name")], [(count, "series--note")], room)],
            [("  ", ""), *spread(under, [(rivals, "series--rivals")], room)],
        ]


def sparkline(values: Sequence[float], most: int) -> str:
    """Some values in their order as blocks of eight heights, in at most so many cells."""
    if most < 2 or len(values) < 2:
        return ""
    if len(values) > most:
        values = [values[nth * (len(values) - 1) // (most - 1)] for nth in range(most)]
    low, high = min(values), max(values)
    if low == high:
        return BLOCKS[3] * len(values)
    return "".join(BLOCKS[round((one - low) / (high - low) * 7)] for one in values)
