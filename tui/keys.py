"""How key presses become the actions of the registry, and how keys are written.

Keys are written as they are printed: `j`, `gg`, `]f`, `ctrl+d`, `space`. Two or more keys in a row
are a sequence; with named keys in it, part them with spaces: `g enter`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from tui.actions import ACTIONS, BY_ID, EVERYWHERE, Action, Scene

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


class Keymap:
    """Which keys do what, in each scene; `feed` takes the reader's key presses one by one."""

    def __init__(self, overrides: Mapping[str, Iterable[str]] | None = None) -> None:
        self.keys = _merge(overrides or {})
        self._table: dict[Scene, dict[tuple[str, ...], str]] = {scene: {} for scene in EVERYWHERE}
        self._begun: dict[Scene, dict[str, list[tuple[str, ...]]]] = {s: {} for s in EVERYWHERE}
        for action in ACTIONS:
            for written in self.keys[action.id]:
                self._add(action, parse(written, action.id))

    def _add(self, action: Action, sequence: tuple[str, ...]) -> None:
        for scene in action.scenes:
            table = self._table[scene]
            alike = self._begun[scene].setdefault(sequence[0], [])
            for other in alike:
                owner = table[other]
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
            alike.append(sequence)

    def feed(self, pending: tuple[str, ...], key: str, scene: Scene) -> Step:
        """What `key` comes to after the keys in `pending`; a key that fits nowhere ends them."""
        sequence = (*pending, key)
        action = self._table[scene].get(sequence)
        if action is not None:
            return Step(action, (), True)
        if any(other[: len(sequence)] == sequence for other in self._table[scene]):
            return Step(None, sequence, True)
        return Step(None, (), bool(pending))

    def follow(self, pending: tuple[str, ...], scene: Scene) -> tuple[tuple[str, Action], ...]:
        """What can come after the keys in `pending`: the rest of the sequence and its action."""
        size = len(pending)
        return tuple(
            (show(sequence[size:]), BY_ID[action])
            for sequence, action in self._table[scene].items()
            if len(sequence) > size and sequence[:size] == pending
        )

    def label(self, action: str) -> str:
        """The keys of an action as they are printed: `j ↓`."""
        return " ".join(show(parse(written, action)) for written in self.keys[action])

    def pressed(self, action: str) -> tuple[str, ...]:
        """The keys that do an action at one press: `ctrl+q`, not `gs`."""
        parsed = (parse(written, action) for written in self.keys[action])
        return tuple(keys[0] for keys in parsed if len(keys) == 1)

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
