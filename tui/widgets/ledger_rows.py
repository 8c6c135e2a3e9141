"""The rows of a series: how each stands to that at the cursor, its value, who says it and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.filled import MARKED, Filled, Marking
from tui.widgets.paint import Painter, Part
from tui.widgets.plot import LOOKS, look, sign
from tui.widgets.wrap import clip, fold_lines

RELATIONS = {
    "same": "=",
    "revised": "→",
    "rival": "≠",
    "compatible": "~",
    "settled": "·",
    "other time": "⋯",
}
"""The sign of each way in which two rows can stand to each other."""
VALUE = 16
STANCE, WHEN, SAID = 11, 11, 16
SPEAKER, MORE = 14, 12
TITLE = 12
ROOMY = 70
"""In more cells than these it is told that a day is that of the sentence, not of the page."""


class RowShown(NamedTuple):
    """A figure in a series. All of it is safe to print; `who` is the number of the speaker."""

    key: str
    value: str
    who: int
    speaker: str
    stance: str = ""
    when: str = ""
    title: str = ""
    planned: bool = False


class LedgerRows(Filled[RowShown], Marking):
    """The rows of a series, a line each: as many of the columns as fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *LOOKS,
        *("ledger--value", "ledger--text", "ledger--note", "ledger--marked"),
        *("ledger--rival", "ledger--revised"),
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._relations: Mapping[str, str] = {}
        self._value = 0

    def put(self, rows: Sequence[RowShown], at: int) -> None:
        """Show the rows of another series, with the cursor on one of them."""
        self._shown = rows
        self._value = min(VALUE, max((cell_len(row.value) for row in rows), default=0))
        self._relations = {}
        self.renew()
        self.point(at)

    def relate(self, relations: Mapping[str, str]) -> None:
        """Show how rows, by key, stand to that at the cursor."""
        self._relations = relations
        self._drawn.clear()
        self.refresh()

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A row."""
        row = self._shown[index]
        relation = self._relations.get(row.key, "")
        ink = f"ledger--{relation}" if relation in ("rival", "revised") else "ledger--note"
        found: list[Part] = [
            (MARKED if row.key in self._marked else " ", "ledger--marked"),
            (f"{RELATIONS.get(relation, ' ')} ", ink),
            (f"{sign(row.who, row.planned)} ", look(row.who)),
            (f"{clip(row.value, self._value):>{self._value}}", "ledger--value"),
        ]
        left = width - 6 - self._value
        when = row.when if left > ROOMY else row.when.removeprefix("said ")
        speaker, stance, day, title = _columns(left)
        for text, size, look_ in (
            (row.speaker, speaker, "ledger--text"),
            (row.stance, stance, "ledger--note"),
            (when, day, "ledger--note"),
            (row.title, title, "ledger--text"),
        ):
            if size > 0:
                told = clip(text, size)
                found += [("  ", ""), (told + " " * (size - cell_len(told)), look_)]
        return [found]


def _columns(left: int) -> tuple[int, int, int, int]:
    """How wide speaker, stance, day and title are in so many cells, each after two blanks."""
    day = SAID if left > ROOMY else WHEN
    rest = left - SPEAKER - day - 4
    if rest < 0:
        return max(0, left - 2), 0, 0, 0
    stance = STANCE if rest >= STANCE + 2 else 0
    rest -= stance + 2 if stance else 0
    more = min(MORE, max(0, rest - TITLE - 2))
    rest -= more
    title = rest - 3 if rest >= TITLE + 2 else 0
    return SPEAKER + more + (0 if title else rest), stance, day, title


class Telling(NamedTuple):
    """What is told of a row: its sentence, and where it is from, why it is here, how it stands."""

    sentence: str = ""
    notes: tuple[str, ...] = ()


class RowTold(Widget):
    """The sentence of a row and the reasons, in the few lines there are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ledger--quote", "ledger--note", "ledger--text"}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._told = Telling()

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()

    def put(self, told: Telling) -> None:
        """Tell of another row."""
        self._told = told
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of it."""
        lines = self._lines(self.size.width - 2, self.size.height)
        return self.painter.line(
            [(" ", ""), *(lines[y] if y < len(lines) else [])], self.size.width
        )

    def _lines(self, width: int, height: int) -> list[list[Part]]:
        told = self._told
        if not told.sentence:
            return []
        room = max(1, height - len(told.notes))
        lines: list[list[Part]] = [
            [(line, "ledger--quote")] for line in fold_lines(f"“{told.sentence}”", width, room)
        ]
        for nth, note in enumerate(told.notes, 1):
            last = nth == len(told.notes)
            room = height - len(lines) if last else 1
            lines += [[(line, "ledger--note")] for line in fold_lines(note, width, max(1, room))]
        return lines[:height]
