"""The one registry of actions: what can be done, by which keys, and how it is told.

Bindings, footer, command palette, help and manual are all made from `ACTIONS`, so that they cannot
drift apart. Keys are written as they are printed: `j`, `gg`, `]f`, `ctrl+d`, `space`. Two or more
keys in a row are a sequence; with named keys in it, part them with spaces: `g enter`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Literal, NamedTuple

Pane = Literal["list", "article", "panel"]
PANES: tuple[Pane, ...] = ("list", "article", "panel")

NAMED = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("enter", "space", "tab", "escape", "backspace", "delete", "insert"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
MODIFIERS = ("ctrl", "shift", "alt")
SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}


class Action(NamedTuple):
    """Something a reader can do: `label` for the footer, `help` for a line of explanation."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    panes: tuple[Pane, ...] = PANES
    footer: tuple[Pane, ...] = ()


class Step(NamedTuple):
    """What one key press comes to: an action, a sequence that goes on, or nothing we know."""

    action: str | None
    pending: tuple[str, ...]
    known: bool


class KeymapError(ValueError):
    """A keymap that cannot be; the message names the action and says what to do."""

    def __init__(self, action: str, problem: str) -> None:
        super().__init__(f"{action}: {problem}")
        self.action = action


MOVE, LIST, TEXT, MARK, SHOW, APP = (
    *("Move", "In the list", "In the article", "Keep", "Show", "Program"),
)
READING: tuple[Pane, ...] = ("article", "panel")

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Down", "One line or row down.", MOVE),
    Action("up", ("k", "up"), "Up", "One line or row up.", MOVE),
    Action("left", ("h",), "Left", "To the pane on the left.", MOVE),
    Action("right", ("l",), "Right", "To the pane on the right.", MOVE),
    Action("next_pane", ("tab",), "Pane", "To the next pane, round and round.", MOVE, footer=PANES),
    Action("previous_pane", ("shift+tab",), "Pane back", "To the pane before.", MOVE),
    Action(
        "open",
        ("enter",),
        "Open",
        "Open the row: an article, a place in the text, a teaser. On an actor: the next mention.",
        MOVE,
        footer=("list", "panel"),
    ),
    Action("top", ("gg", "home"), "Top", "To the first line or row.", MOVE),
    Action("bottom", ("G", "end"), "Bottom", "To the last line or row.", MOVE),
    Action("half_down", ("ctrl+d",), "Half page", "Half a page down.", MOVE),
    Action("half_up", ("ctrl+u",), "Half page up", "Half a page up.", MOVE),
    Action(
        "page",
        ("space", "pagedown"),
        "Page",
        "A page on; at the end of the article, the next article.",
        MOVE,
        footer=("article",),
    ),
    Action("page_up", ("pageup",), "Page up", "A page back.", MOVE),
    Action("next_article", ("J",), "Next", "The next article.", MOVE, footer=("article",)),
    Action("previous_article", ("K",), "Previous", "The article before.", MOVE),
    Action(
        "filter",
        ("f",),
        "Filter",
        "Narrow the list: words of a title, figure:>1000, kind:money.",
        LIST,
        footer=("list",),
    ),
    Action("unfilter", ("F",), "All", "Take the filter off: all articles again.", LIST),
    Action("find", ("/",), "Find", "Find words in this article.", TEXT, footer=("list", "article")),
    Action("next_hit", ("n",), "Next hit", "To the next place that was found.", TEXT),
    Action("previous_hit", ("N",), "Hit before", "To the place found before.", TEXT),
    Action(
        "next_figure", ("]f",), "Figure", "To the next figure in the text.", TEXT, footer=READING
    ),
    Action("previous_figure", ("[f",), "Figure back", "To the figure before.", TEXT),
    Action("next_claim", ("]c",), "Claim", "To the next claim in the text.", TEXT, footer=READING),
    Action("previous_claim", ("[c",), "Claim back", "To the claim before.", TEXT),
    Action(
        "next_cut",
        ("]x",),
        "Cut part",
        "To the next part that was cut; shows what was stripped.",
        TEXT,
    ),
    Action("previous_cut", ("[x",), "Cut part back", "To the cut part before.", TEXT),
    Action(
        "bookmark",
        ("b",),
        "Bookmark",
        "Bookmark the sentence at the cursor, or take its bookmark away.",
        MARK,
        footer=READING,
    ),
    Action(
        "bookmarks", ("B",), "Bookmarks", "All bookmarks; enter goes there.", MARK, footer=("list",)
    ),
    Action(
        "decide",
        ("x",),
        "Restore or cut",
        "Put a cut part back, or cut a paragraph; on a reason, all.",
        MARK,
        ("article",),
    ),
    Action(
        "decide_everywhere",
        ("X",),
        "On site",
        "The same in every article of this site.",
        MARK,
        ("article",),
    ),
    Action(
        "undo", ("ctrl+z",), "Undo", "Undo the last bookmark, or what was put back or cut.", MARK
    ),
    Action("redo", ("ctrl+y",), "Redo", "Do again what was undone.", MARK),
    Action(
        "next_tab", ("p", "right"), "Tab", "The next tab of the panel.", SHOW, footer=("panel",)
    ),
    Action("previous_tab", ("P", "left"), "Tab back", "The tab of the panel before.", SHOW),
    Action(
        "stripped",
        ("R",),
        "Stripped",
        "Show what was stripped from the page, in place and with the reason, or hide it.",
        SHOW,
        footer=("article",),
    ),
    Action("sort", ("S",), "Sort", "Figures by position, by value or by kind.", SHOW, ("panel",)),
    Action("kinds", ("#",), "Kind", "Only figures of one kind, and the next.", SHOW, ("panel",)),
    Action("zen", ("z",), "Alone", "The article alone, or everything again.", SHOW),
    Action("theme", ("gt",), "Theme", "The next theme.", SHOW),
    Action("commands", (":", "ctrl+p"), "Commands", "Look up a command or a title.", APP),
    Action("help", ("?",), "Help", "All keys; type / to filter.", APP, footer=PANES),
    Action("back", ("q", "escape"), "Back", "Back to where you came from.", APP, footer=READING),
    Action("quit", ("Q",), "Quit", "Leave newsreader.", APP, footer=("list",)),
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


class Keymap:
    """Which keys do what, in each pane; `feed` takes the reader's key presses one by one."""

    def __init__(self, overrides: Mapping[str, Iterable[str]] | None = None) -> None:
        self.keys = _merge(overrides or {})
        self._table: dict[Pane, dict[tuple[str, ...], str]] = {pane: {} for pane in PANES}
        for action in ACTIONS:
            for written in self.keys[action.id]:
                self._add(action, parse(written, action.id))

    def _add(self, action: Action, sequence: tuple[str, ...]) -> None:
        for pane in action.panes:
            table = self._table[pane]
            for other, owner in table.items():
                if owner == action.id:
                    continue
                shared = min(len(other), len(sequence))
                if other[:shared] == sequence[:shared]:
                    raise KeymapError(
                        action.id,
                        f"{show(sequence)!r} is in the way of {show(other)!r}, which is "
                        f"{owner!r}; choose another key for one of the two",
                    )
            table[sequence] = action.id

    def feed(self, pending: tuple[str, ...], key: str, pane: Pane) -> Step:
        """What `key` comes to after the keys in `pending`; a key that fits nowhere ends them."""
        sequence = (*pending, key)
        action = self._table[pane].get(sequence)
        if action is not None:
            return Step(action, (), True)
        if any(other[: len(sequence)] == sequence for other in self._table[pane]):
            return Step(None, sequence, True)
        return Step(None, (), bool(pending))

    def follow(self, pending: tuple[str, ...], pane: Pane) -> tuple[tuple[str, Action], ...]:
        """What can come after the keys in `pending`: the rest of the sequence and its action."""
        size = len(pending)
        return tuple(
            (show(sequence[size:]), BY_ID[action])
            for sequence, action in self._table[pane].items()
            if len(sequence) > size and sequence[:size] == pending
        )

    def label(self, action: str) -> str:
        """The keys of an action as they are printed: `j ↓`."""
        return " ".join(show(parse(written, action)) for written in self.keys[action])

    def first(self, action: str) -> str:
        """The first key of an action as it is printed, or an empty string where it has none."""
        keys = self.keys[action]
        return show(parse(keys[0], action)) if keys else ""


def parse(written: str, action: str = "keymap") -> tuple[str, ...]:
    """The keys in `ctrl+d`, `gg`, `]f` or `g enter`, one by one.

    Raises KeymapError for a key that no terminal sends.
    """
    keys: list[str] = []
    for word in written.split():
        if word in NAMED or len(word) == 1:
            keys.append(word)
        elif "+" in word[1:]:
            keys.append(_modified(word, action))
        elif len(word) == 2:
            keys.extend(word)
        else:
            near = get_close_matches(word, sorted(NAMED), 1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            raise KeymapError(action, f"there is no key {word!r}{meant}")
    if not keys:
        raise KeymapError(action, "an empty key; write the key, such as 'j' or 'ctrl+d'")
    return tuple(keys)


def show(sequence: tuple[str, ...]) -> str:
    """Keys as they are printed: `gg`, `]f`, `ctrl+d`, `↓`."""
    shown = [ARROWS.get(key, key) for key in sequence]
    return ("" if all(len(key) == 1 for key in shown) else " ").join(shown)


def _modified(word: str, action: str) -> str:
    *modifiers, key = word.split("+")
    if any(modifier not in MODIFIERS for modifier in modifiers):
        raise KeymapError(action, f"in {word!r} only ctrl, shift and alt can stand before the +")
    if key not in NAMED and len(key) != 1:
        raise KeymapError(action, f"there is no key {key!r} in {word!r}")
    if modifiers == ["shift"] and len(key) == 1:
        raise KeymapError(action, f"write {key.upper()!r} for {word!r}")
    if word in SAME_BYTE:
        raise KeymapError(action, f"terminals send {word!r} as {SAME_BYTE[word]!r}; write that")
    return word


def _merge(overrides: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    for action in overrides:
        if action not in BY_ID:
            near = get_close_matches(action, sorted(BY_ID), 1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            raise KeymapError(action, f"there is no such action{meant}")
    return {
        action.id: tuple(overrides[action.id]) if action.id in overrides else action.keys
        for action in ACTIONS
    }
