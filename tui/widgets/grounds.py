"""Why things are what they are: each field with its value, the words it went by, the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.paint import Painter, Part
from tui.widgets.wrap import fold_lines

FIELD = 10  # cells for the name of a field
LONGEST = 4  # lines of a value or of a reason


class Ground(NamedTuple):
    """A field, what it is, and for each rule that gave it the words it went by, with the rule."""

    field: str
    value: str
    reasons: tuple[tuple[str, str], ...] = ()


class Thing(NamedTuple):
    """A figure, an actor or a claim; `note` is said where there are no grounds."""

    head: str
    look: str
    kind: str
    grounds: tuple[Ground, ...] = ()
    note: str = ""


class Grounds(ScrollView, can_focus=False):
    """Things one below the other, to be scrolled through."""

    DEFAULT_CSS = stylesheets.text("grounds")
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("grounds--figure", "grounds--person", "grounds--organisation", "grounds--country"),
        *("grounds--place", "grounds--claim", "grounds--kind", "grounds--field"),
        *("grounds--value", "grounds--words", "grounds--rule"),
    }

    def __init__(self, things: Sequence[Thing], id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._things = things
        self._lines: list[list[Part]] = []

    def put(self, things: Sequence[Thing]) -> None:
        """Tell it otherwise, now that more is known."""
        self._things = things
        self._set(self.size.width)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as all there is to tell."""
        return len(self._laid(width))

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()

    def on_resize(self) -> None:
        """Set it in the new width."""
        self._set(self.size.width)

    def act(self, action: str) -> None:
        """Scroll, as an action of the registry says; others are not for reading."""
        page = max(1, self.size.height - 1)
        half = max(1, self.size.height // 2)
        steps = {"down": 1, "up": -1, "half_down": half, "half_up": -half}
        steps |= {"page": page, "page_up": -page, "top": -len(self._lines)}
        steps["bottom"] = len(self._lines)
        if action in steps:
            self.scroll_to(y=self.scroll_offset.y + steps[action], animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line."""
        number = y + self.scroll_offset.y
        parts = self._lines[number] if number < len(self._lines) else []
        return self.painter.line(parts, self.size.width)

    def _set(self, width: int) -> None:
        self._lines = self._laid(width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _laid(self, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = []
        for thing in self._things:
            if lines:
                lines.append([])
            lines += _laid(thing, width)
        return lines


def _laid(thing: Thing, width: int) -> Iterator[list[Part]]:
    yield [(thing.kind, "grounds--kind")]
    for line in _folded(thing.head, width):
        yield [(line, f"grounds--{thing.look}")]
    for ground in thing.grounds:
        yield from _ground(ground, width)
    if thing.note:
        for line in _folded(thing.note, width):
            yield [(line, "grounds--rule")]


def _ground(ground: Ground, width: int) -> Iterator[list[Part]]:
    """The field and its value; the reasons beside it where there is room, else below it."""
    room = max(1, width - FIELD)
    values = _folded(ground.value, room)
    first: list[Part] = [(f"{ground.field:<{FIELD}}", "grounds--field")]
    reasons = list(ground.reasons)
    value: Part = (values[0] if values else "", "grounds--value")
    beside = len(reasons) == 1 and len(values) < 2
    if beside and cell_len(value[0]) + 2 + sum(map(cell_len, reasons[0])) + 2 <= room:
        gap: list[Part] = [("  ", "")] if value[0] else []
        yield [*first, value, *gap, *_reason(*reasons.pop())]
    else:
        yield [*first, value]
    for line in values[1:]:
        yield [(" " * FIELD, ""), (line, "grounds--value")]
    for words, rule in reasons:
        yield from _below(words, rule, room)


def _below(words: str, rule: str, room: int) -> Iterator[list[Part]]:
    indent: Part = (" " * FIELD, "")
    if cell_len(words) + cell_len(rule) + 2 <= room:
        yield [indent, *_reason(words, rule)]
        return
    for line in _folded(f"{words}:" if words else "", room):
        yield [indent, (line, "grounds--words")]
    for line in _folded(rule, room):
        yield [indent, (line, "grounds--rule")]


def _reason(words: str, rule: str) -> list[Part]:
    told: list[Part] = [(f"{words}", "grounds--words"), (": ", "grounds--rule")] if words else []
    return [*told, (rule, "grounds--rule")]


def _folded(text: str, room: int) -> list[str]:
    if not text:
        return []
    return fold_lines(safe_line(text[: room * (LONGEST + 2)]), max(1, room), LONGEST)
