"""The searches that were kept and the last ones, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from tui.finding import fold
from tui.text.safe import safe_line
from tui.widgets.filled import Filled
from tui.widgets.paint import Part
from tui.widgets.wrap import clip, fold_lines

ROOMY = 60
NAME = 22
NONE_FIT = "No search has these words."


class QueryRow(NamedTuple):
    """A search; one that was kept has a name. A heading has only that, and no text."""

    name: str
    text: str


def rows_of(
    saved: Iterable[tuple[str, str]], recent: Iterable[str], words: str = ""
) -> list[QueryRow]:
    """Those that were kept by name, then the last ones, as far as they have some words."""
    wanted = fold(words)[0].split()
    kept = sorted((QueryRow(*one) for one in saved), key=lambda row: fold(row.name)[0])
    groups = {"Kept": kept, "Last searches": [QueryRow("", text) for text in recent]}
    found: list[QueryRow] = []
    for head, members in groups.items():
        fitting = [
            row for row in members if all(w in fold(f"{row.name} {row.text}")[0] for w in wanted)
        ]
        if fitting:
            found += [QueryRow(head, ""), *fitting]
    return found


class QueryRows(Filled[QueryRow]):
    """The name and the words of a search; in a narrow box they stand on two lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"queries--head", "queries--name", "queries--text"}

    def __init__(self) -> None:
        super().__init__(id="queries")

    @property
    def tall(self) -> int:
        """One line, where there is room for the name beside the words."""
        return 1 if self.size.width >= ROOMY else 2

    def put(self, shown: Sequence[QueryRow], stay: bool = False) -> None:
        """Show other searches; the cursor goes to the first, or may `stay` in its row."""
        self._shown = shown
        self.renew()
        self.refresh(layout=True)
        if not stay:
            self.end(-1)
        else:
            self.point(self.cursor)
            if self.row is None:
                self.line(1 if self.cursor < self.count - 1 else -1)

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return not self._shown[index].text

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The name and the words."""
        row = self._shown[index]
        name, room = safe_line(row.name), width - 2
        if not row.text:
            return [*([[]] * (self.tall - 1)), [(clip(name, width), "queries--head")]]
        text = safe_line(row.text)
        if self.tall > 1:
            lines = fold_lines(text, room, 1 if name else 2)
            told: list[list[Part]] = [[(" ", ""), (line, "queries--text")] for line in lines]
            return [[(" ", ""), (clip(name, room), "queries--name")], *told] if name else told
        if not name:
            return [[(" ", ""), (clip(text, room), "queries--text")]]
        return [
            [
                (" ", ""),
                (clip(name, NAME).ljust(NAME), "queries--name"),
                ("  ", ""),
                (clip(text, room - NAME - 2), "queries--text"),
            ]
        ]
