"""Drawing a line from parts, each with the names of its looks in the stylesheet."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Part = tuple[str, str]
"""Text, and the names of its component classes parted by spaces."""


class Painter:
    """Paints lines in the looks of a widget; a look is worked out once, until `forget`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._inks: dict[str, Style] = {}

    def forget(self) -> None:
        """The looks have changed."""
        self._inks.clear()

    def ink(self, names: str) -> Style:
        """The look that component classes give together, on top of that of the widget."""
        style = self._inks.get(names)
        if style is None:
            style = self._widget.rich_style if not names else self.ink("")
            for name in names.split():
                style += self._widget.get_component_rich_style(name, partial=True)
            self._inks[names] = style
        return style

    def line(self, parts: Iterable[Part], width: int, under: str = "") -> Strip:
        """One line of exactly `width` cells; `under` names the look that lies under all parts."""
        segments = [
            Segment(text, self.ink(f"{under} {names}" if under else names))
            for text, names in parts
            if text
        ]
        return Strip(segments).adjust_cell_length(width, self.ink(under))

    def blank(self, width: int) -> Strip:
        """An empty line."""
        return Strip.blank(width, self.ink(""))


def spread(left: list[Part], right: list[Part], width: int) -> list[Part]:
    """`left` at the left and `right` at the right of a line; on a narrow line only what fits."""
    room = width - sum(cell_len(text) for text, _ in left + right)
    if room < 1:
        return left
    return [*left, (" " * room, ""), *right]
