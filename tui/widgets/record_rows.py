"""The figures of one speaker in a series: what changed, the value, how it was said and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from tui.widgets.filled import Filled
from tui.widgets.paint import Part
from tui.widgets.wrap import clip

CHANGES = {
    "first": ("•", "first told"),
    "same": ("=", "the same"),
    "raised": ("↑", "raised"),
    "lowered": ("↓", "lowered"),
    "denied": ("✗", "denied now"),
    "claimed": ("✓", "not denied now"),
    "other": ("~", "another one"),
    "": (" ", ""),
}
"""The sign and the words of each way in which a figure stands to what was told before."""
VALUE, WORD, STANCE, SPEAKER, TITLE = 16, 14, 11, 20, 12
WHEN, SAID = 11, 16
ROOMY = 70
"""In more cells than these it is told that a day is that of the sentence, not of the page."""
GAP = 2


class RecordRow(NamedTuple):
    """A figure that somebody told; without a key it is a heading. All of it is safe to print.

    `speaker` is told where it goes by another name there, or spoke through somebody.
    """

    key: str
    value: str = ""
    change: str = ""
    when: str = ""
    stance: str = ""
    speaker: str = ""
    title: str = ""


class RecordRows(Filled[RecordRow]):
    """Figures in order of time, a line each: as many of the columns as fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("record--value", "record--text", "record--note", "record--head"),
        *("record--denied", "record--raised", "record--lowered"),
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._value = 0
        self._speaker = 0

    def put(self, rows: Sequence[RecordRow], key: str | None) -> None:
        """Show the figures of another series, with the cursor on one, else on the first."""
        self._shown = rows
        self._value = min(VALUE, max((cell_len(row.value) for row in rows if row.key), default=0))
        self._speaker = min(SPEAKER, max((cell_len(row.speaker) for row in rows), default=0))
        self.renew()
        found = [at for at, row in enumerate(rows) if row.key]
        self.point(next((at for at in found if rows[at].key == key), found[0] if found else 0))

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return not self._shown[index].key

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A figure."""
        row = self._shown[index]
        if not row.key:
            return [[(clip(row.value, width), "record--head")]]
        sign, word = CHANGES[row.change]
        ink = row.change if row.change in ("denied", "raised", "lowered") else "note"
        found: list[Part] = [
            (f"{sign} ", f"record--{ink}"),
            (f"{clip(row.value, self._value):>{self._value}}", "record--value"),
        ]
        left = width - 3 - self._value
        said = left > ROOMY
        when = row.when if said else row.when.removeprefix("said ").removeprefix("dated ")
        for text, size, look in (
            (word, WORD, f"record--{ink}"),
            (when, SAID if said else WHEN, "record--note"),
            (row.stance, STANCE, "record--note"),
            (row.speaker, self._speaker, "record--text"),
        ):
            if size and left >= size + GAP:
                found += [(" " * GAP, ""), (_filled(text, size), look)]
                left -= size + GAP
        if left >= TITLE + GAP:
            found += [(" " * GAP, ""), (clip(row.title, left - GAP), "record--text")]
        return [found]


def _filled(text: str, size: int) -> str:
    told = clip(text, size)
    return told + " " * (size - cell_len(told))
