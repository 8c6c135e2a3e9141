"""All keys, in a box over the screen; typing after a slash filters them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Input

from tui.actions import ACTIONS, Scene
from tui.finding import fold
from tui.keys import Keymap
from tui.screens.box import Box
from tui.screens.presenting import key_name, ways
from tui.widgets import stylesheets
from tui.widgets.paint import Part
from tui.widgets.uneven import Uneven
from tui.widgets.wrap import clip, fold_lines

KEYS, MOST, NARROW = 16, 12, 70
HERE: Mapping[Scene, tuple[str, ...]] = {
    "article": ("In the article", "Keep"),
    "panel": ("In the article", "Keep"),
    "selection": ("In a selection", "Keep"),
    "actors": ("In the actors",),
    "ledger": ("In the ledger",),
    "record": ("In the ledger",),
    "notebook": ("In the notebook", "Keep"),
}
"""The groups of keys that come first in a scene; they are those of the registry."""
SIGNS = (
    ("•", "In the list: not opened yet since newsreader started."),
    ("│", "In the gutter: a claim, somebody's words."),
    ("┊", "A claim that is estimated or not confirmed."),
    ("╳", "A claim that is a denial."),
    ("┃", "The claim that is chosen."),
    ("⚑ ✎ ◆ ±", "Yours: a bookmark, a note, a claim that you keep, evidence."),
    ("▐", "Beside what you highlighted."),
    ("~ ? ✗", "A mark of yours whose words changed, stand in several places, are gone."),
    ("┌ │ └ [", "Beside what is selected: its first line, those between, its last; one line."),
    ("4×", "In the actors: named four times."),
    ("✓", "In the actors and the ledger: marked, to be merged or split."),
    ("= → ≠ ~ · ⋯", "Ledger, to the row here: same, revised, rival, compatible, settled, past."),
    ("● ■ ▲ ○ □ △", "In a plot: a sign for each speaker, hollow for what is planned."),
    ("• = ↑ ↓ ~ ✗ ✓", "Record: first, same, raised, lowered, another, denied, no longer denied."),
    ("⊂", "Above a plot: a series of parts of what is counted."),
    ("✎ 8", "In the ledger: a series of 8 rows that you had a hand in."),
    ("░ ▓", "A part that was cut from the page; the one at the cursor."),
    ("+", "A part that you put back."),
    ("→", "A teaser whose article is in the corpus."),
    ("~ ≥ > < ≤", "About, at least, more than, less than, at most."),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A key or a sign with what it does; a heading has no keys."""

    keys: str
    text: str


def lines(keymap: Keymap, query: str, scene: Scene = "list") -> list[Line]:
    """The keys and the signs by group, as far as the words of a query stand in them.

    Those that are of use in a scene alone come first.
    """
    groups: dict[str, list[Line]] = {name: [] for name in HERE.get(scene, ())}
    for action in ACTIONS:
        line = Line(keymap.label(action.id), action.help)
        groups.setdefault(action.group, []).append(line)
    groups["Signs"] = [Line(*sign) for sign in SIGNS]
    words = fold(query)[0].split()
    found: list[Line] = []
    for group, members in groups.items():
        kept = [
            line
            for line in members
            if query.strip() in line.keys.split()
            or all(word in fold(f"{group} {line.text}")[0] for word in words)
        ]
        if kept:
            found += [Line("", group), *kept]
    return found or [Line("", "No key does that.")]


class HelpRows(Uneven):
    """A key a row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--group", "help--key", "help--text"}

    def __init__(self, rows: list[Line]) -> None:
        super().__init__(id="help")
        self._shown = rows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._shown)

    def put(self, rows: list[Line]) -> None:
        """Show other rows."""
        self._shown = rows
        self.renew()
        self.end(-1)

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return not self._shown[index].keys

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as all rows in the width there will be."""
        return sum(self.height_of(at, width - 1) for at in range(self.count))

    def height_of(self, index: int, width: int) -> int:
        """As high as what it tells."""
        return len(self.draw(index, width))

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The key and what it does."""
        line = self._shown[index]
        if not line.keys:
            above: list[list[Part]] = [[]] if index and width < NARROW else []
            return [*above, [(clip(line.text, width), "help--group")]]
        room = width - KEYS - 2
        keys = clip(line.keys, KEYS).ljust(KEYS)
        texts = fold_lines(line.text, room, MOST)
        lines: list[list[Part]] = [[(" ", ""), (keys, "help--key"), (texts[0], "help--text")]]
        lines += [[(" " * (KEYS + 1), ""), (text, "help--text")] for text in texts[1:]]
        return lines


class HelpScreen(Box[None]):
    """All keys."""

    CSS_PATH = stylesheets.path("boxes")

    def __init__(self, keymap: Keymap, scene: Scene = "list") -> None:
        super().__init__()
        self._keymap = keymap
        self._scene: Scene = scene
        self._typing = False
        self._ways = ways(keymap, {"find": "filter", "back": "back"})
        self._rows = HelpRows(lines(keymap, "", scene))
        self._filter = Input(compact=True, id="help-filter", placeholder="filter", disabled=True)

    def compose(self) -> ComposeResult:
        """The filter over the rows."""
        with Vertical(classes="box") as box:
            box.border_title, box.border_subtitle = "Keys", self._ways
            yield self._filter
            yield self._rows

    def on_mount(self) -> None:
        """Keys go to the rows; the filter waits for a slash."""
        self._filter.display = False
        self._rows.active = True
        self._rows.end(-1)

    def on_key(self, event: events.Key) -> None:
        """Move, filter, or leave."""
        if self._typing:
            if event.key in ("escape", "enter", "down"):
                event.stop()
                self._stop_typing(clear=event.key == "escape")
            elif event.is_printable and event.character:
                # It left for this screen before the line had the focus.
                self._filter.insert_text_at_cursor(event.character)
            return
        event.stop()
        step = self._keymap.feed(self._pending, key_name(event), "list")
        self._pending = step.pending
        if step.action == "find":
            self._typing = True
            self._filter.disabled = False
            self._filter.display = True
            self.set_focus(self._filter)
        elif step.action in ("back", "help", "quit"):
            self.leave(None)
        elif step.action is not None:
            self._rows.act(step.action)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._rows.put(lines(self._keymap, event.value, self._scene))

    def _stop_typing(self, clear: bool) -> None:
        self._typing = False
        if clear:
            self._filter.value = ""
        self._filter.display = bool(self._filter.value)
        self._filter.disabled = True
        self.set_focus(None)
