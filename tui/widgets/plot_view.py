"""The plot of a series, with its name above it and the signs of its speakers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.paint import Painter, Part, spread
from tui.widgets.plot import DOWN, LIT, LOOKS, UP, Point, look, plot, sign
from tui.widgets.wrap import clip

TALL = 17
"""With so many lines in all the signs may take two of them."""
LEAST = 7
"""Of fewer lines the plot alone is left."""
SPEAKER = 26
"""A speaker takes no more cells than this beside its sign."""


class Chart(NamedTuple):
    """What a plot is drawn from. `speakers` are told by the numbers that the points have.

    `told` is what stands beside the name, in more and in fewer words.
    `parts` are the names of other series, of parts of what is counted here.
    """

    name: str = ""
    told: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    parts: tuple[str, ...] = ()


class PlotView(Widget):
    """Draws the chart it was given, with one of its points lit up."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*LOOKS, "plot--name", "plot--told"}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self.chart = Chart()
        self.here: int | None = None
        self.ratios = False
        self._lines: list[list[Part]] = []
        self._drawn: tuple[int, ...] = ()

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()

    def put(self, chart: Chart, here: int | None, log: bool) -> None:
        """Draw this chart, with the point `here` lit up."""
        self.chart, self.here, self.ratios = chart, here, log
        self._drawn = ()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of it."""
        if self._drawn != self.size:
            self._drawn = self.size
            self._lines = self._draw(self.size.width - 1, self.size.height)
        line = self._lines[y] if y < len(self._lines) else []
        return self.painter.line([(" ", ""), *line], self.size.width)

    def _draw(self, width: int, height: int) -> list[list[Part]]:
        chart, lines = self.chart, list[list[Part]]()
        if not chart.name:
            return lines
        if height >= LEAST:
            log = " · log" if self.ratios else ""
            known = [f"{words}{log}" for words in chart.told] or [log]
            fits = (words for words in known if cell_len(chart.name + words) + 4 <= width)
            told = next(fits, known[-1])
            name = clip(chart.name, max(width - cell_len(told) - 4, width // 3))
            room = max(0, width - cell_len(name) - 4)
            lines.append(
                spread([(name, "plot--name")], [(f"{clip(told, room)} ", "plot--told")], width)
            )
            lines += self._legend(width, 2 if height >= TALL else 1)
        return lines + plot(chart.points, width - 1, height - len(lines), self.ratios, self.here)

    def _legend(self, width: int, most: int) -> list[list[Part]]:
        """The signs in at most so many lines; how many more there are is told."""
        chart, here = self.chart, self.here
        lit = chart.points[here].who if here is not None and here < len(chart.points) else None
        entries: list[list[Part]] = []
        for who, name in enumerate(chart.speakers):
            ink = LIT if who == lit else "plot--told"
            entries.append([(sign(who), look(who)), (f" {clip(name, SPEAKER)}", ink)])
        entries += [[(f"{one} {words}", "plot--told")] for one, words in _forms(chart.points)]
        entries += [[(f"⊂ {clip(part, SPEAKER)}", "plot--told")] for part in chart.parts]
        lines: list[list[Part]] = [[]]
        left = width
        for nth, entry in enumerate(entries):
            size = sum(cell_len(text) for text, _ in entry) + 3
            rest = len(entries) - nth
            spare = cell_len(f"… {rest} more") if rest > 1 and len(lines) == most else 0
            if size - 3 > left - spare:
                if len(lines) == most:
                    lines[-1].append((f"… {rest} more", "plot--told"))
                    break
                lines.append([])
                left = width
            lines[-1] += [*entry, ("   ", "")]
            left -= size
        return lines


def _forms(points: Iterable[Point]) -> list[tuple[str, str]]:
    """The signs that do not stand for a speaker, as far as they are drawn."""
    known = list(points)
    planned = any(point.planned for point in known)
    hedges = {point.hedge for point in known}
    ranges = any(point.value is None and point.low != point.high for point in known)
    found = [("○□△", "planned")] if planned else []
    found += [("~", "about")] if "about" in hedges else []
    found += [("↑", " or ".join(h for h in UP if h in hedges))] if hedges & set(UP) else []
    found += [("↓", " or ".join(h for h in DOWN if h in hedges))] if hedges & set(DOWN) else []
    return found + ([("┬┴", "range")] if ranges else [])
