"""Drawing a line from parts, each with the names of its looks in the stylesheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import TRANSPARENT
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from typing import Self

Part = tuple[str, str]
"""Text, and the names of its component classes parted by spaces."""

KEPT = 160
"""How many lines a widget keeps as they were drawn: a few screens full."""


class Line(Strip):
    """A line that is freed once it is no longer shown.

    A `Strip` that is as wide as its widget keeps itself among the parts it was cut in: a circle
    that only the collector of garbage undoes, and many of those make it hold up a key.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The line in parts that end at some cells; itself, where it is not cut."""
        ends = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if ends == [self.cell_length] else super().divide(ends)


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
        room = width - sum(cell_len(text) for text, _, _ in segments)
        if room < 0:
            segments = list(Strip(segments).adjust_cell_length(width, self.ink(under)))
        elif room:
            segments.append(Segment(" " * room, self.ink(under)))
        return Line(segments, width)

    def blank(self, width: int) -> Strip:
        """An empty line."""
        return Strip.blank(width, self.ink(""))


class Lined(ScrollView, can_focus=False):
    """A widget that scrolls and draws itself a line at a time; a line that moves is kept.

    Textual keeps lines by their place in the widget: one that scrolls would be framed and coloured
    anew, and those of a screen full are most of what a key costs. Here a line is known by itself:
    as long as `render_line` gives the same strip, it is as it was. The scrollbars are never seen.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._framed: dict[int, tuple[Strip, Strip]] = {}
        self._frame: tuple[object, ...] = ()
        self._edges = Strip([], 0), Strip([], 0)
        self._under = TRANSPARENT
        self._drawn_last: tuple[Region, list[Strip]] | None = None

    def notify_style_update(self) -> None:
        """Forget what was drawn with the looks of before."""
        super().notify_style_update()
        self.painter.forget()
        self._frame = ()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Something in it is other than it was."""
        self._drawn_last = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def reach(self, size: Size) -> None:
        """Be so large inside; where that makes it no larger outside, nothing else is laid out."""
        if self.styles.auto_dimensions:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(ScrollView.virtual_size, size)
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what is in sight now."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, each in its frame."""
        top, _, bottom, _ = self.gutter
        size, looks = self.outer_size, self.get_line_filters()
        self._measure_frame((size, *looks), size.width, top)
        if self._drawn_last is not None and self._drawn_last[0] == crop:
            return self._drawn_last[1]  # what has changed is somewhere else on the screen
        strips = [
            self._dressed(y - top, size.width, looks)
            if top <= y < size.height - bottom
            else super(Lined, self).render_lines(Region(0, y, size.width, 1))[0]
            for y in crop.line_range
        ]
        if len(self._framed) > KEPT:
            seen = set(map(id, strips))
            self._framed = {at: kept for at, kept in self._framed.items() if id(kept[1]) in seen}
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        self._drawn_last = crop, strips
        return strips

    def _measure_frame(self, frame: tuple[object, ...], width: int, top: int) -> None:
        """Where the frame is another, take it from a line that Textual draws."""
        if frame != self._frame:
            self._frame, self._drawn_last = frame, None
            self._framed.clear()
            _, right, _, left = self.gutter
            drawn = super().render_lines(Region(0, top, width, 1))[0]
            self._edges = drawn.crop(0, left), drawn.crop(width - right, width)
            self._under = self.background_colors[1]

    def _dressed(self, y: int, width: int, looks: Sequence[LineFilter]) -> Strip:
        """A line with what stands at both sides of it, in the colours of the terminal."""
        strip = self.render_line(y)
        kept = self._framed.get(id(strip))
        if kept is None:
            before, after = self._edges
            segments = list(strip)
            for look in looks:
                segments = look.apply(segments, self._under)
            kept = self._framed[id(strip)] = strip, Line([*before, *segments, *after], width)
        return kept[1]


def spread(left: list[Part], right: list[Part], width: int) -> list[Part]:
    """`left` at the left and `right` at the right of a line; on a narrow line only what fits."""
    room = width - sum(cell_len(text) for text, _ in left + right)
    if room < 1:
        return left
    return [*left, (" " * room, ""), *right]
