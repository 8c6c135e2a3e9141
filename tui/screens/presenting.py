"""What a session looks like: words and marks, made from plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from tui.actions import ACTIONS, BY_ID, Scene
from tui.keys import Keymap
from tui.parts import cut_parts
from tui.session import Session
from tui.store.views import Counts, Progress, Sort
from tui.text.safe import safe_line
from tui.widgets import wording

if TYPE_CHECKING:
    from tui.text.article import Article


EARLY: Mapping[Scene, tuple[str, ...]] = {
    "article": (
        *("select", "bookmark", "note", "tag", "search", "find"),
        *("next_figure", "next_claim", "why"),
    ),
    "panel": ("open", "next_tab", "note", "tag", "why"),
    "actors": ("open", "note"),
}
"""What comes first in the footer of a scene: there is not room for all; moving is soon known."""


def key_name(event: events.Key) -> str:
    """A key as the registry writes it: the character itself, or its name: `]`, `ctrl+d`."""
    character = event.character
    if character and character.isprintable() and character != " " and "+" not in event.key:
        return character
    return event.key


def hints(
    keymap: Keymap,
    scene: Scene,
    pending: tuple[str, ...],
    offered: Mapping[str, str] | None = None,
) -> tuple[tuple[str, str, str], ...]:
    """Key, label and action for the footer: what is of use in a scene, or how a sequence goes on.

    `offered` holds the actions of use on the line of the cursor, with a label where it is not
    that of the registry; they come first.
    """
    if pending:
        return tuple(
            (keys, action.label, action.id) for keys, action in keymap.follow(pending, scene)
        )
    labels, early = dict(offered or {}), EARLY.get(scene, ())
    known = {action.id: action.label for action in ACTIONS if scene in action.footer}
    for action in (*(name for name in early if name in known), *known):
        labels.setdefault(action, known[action])
    return tuple(
        (keymap.first(action), label or BY_ID[action].label, action)
        for action, label in labels.items()
        if keymap.keys[action]
    )


def ways(keymap: Keymap, told: Mapping[str, str]) -> str:
    """What can be done in a box, for its last line: `enter use · q back`."""
    keys = ((keymap.first(action), words) for action, words in told.items())
    return " · ".join(f"{key} {words}" for key, words in keys if key)


def unwritten(keymap: Keymap, action: str) -> tuple[str, ...]:
    """The keys of an action by which nothing is written: those that do it where one types."""
    pressed = keymap.pressed(action)
    return tuple(key for key in pressed if len(key) > 1 and key not in ("space", "backspace"))


def about_hits(session: Session) -> str:
    """How many were found and which of them this is: `3 of 12`."""
    if not session.query:
        return ""
    if session.hit is None:
        return f"{len(session.hits)} found" if session.hits else "not found"
    return f"{session.hit + 1} of {len(session.hits)}"


def undoable(keymap: Keymap, told: str) -> str:
    """What was done, with the key that undoes it where there is one: `ctrl+z undoes it`."""
    undo = keymap.first("undo")
    return f"{told} {undo} undoes it." if undo else told


def about_turn(forward: bool, words: str | None) -> str:
    """What was undone, or done again; no words are where there was nothing."""
    if words is None:
        return f"Nothing to {'redo' if forward else 'undo'}."
    return f"{'Done again' if forward else 'Undone'}: {safe_line(words).rstrip('.')}."


def about_cut(article: Article | None) -> str:
    """How much was cut from a page: `12 parts cut, 1.340 characters`."""
    parts = cut_parts(article) if article is not None else ()
    if not parts:
        return ""
    size = sum(len(part.text.strip()) for part in parts)
    characters = "1 character" if size == 1 else f"{wording.number(size)} characters"
    return f"{wording.plural(len(parts), 'part')} cut, {characters}"


SORTED: dict[Sort, str] = {
    "path": "by folder and file name",
    "date": "by date, the newest first",
    "title": "by title",
    "site": "by site",
    "figures": "by figures, the most first",
    "notes": "by notes and bookmarks, the most first",
}


def about_sort(sort: Sort) -> str:
    """How the list is sorted, as a sentence."""
    return f"Sorted {SORTED[sort]}."


def about_reading(
    progress: Progress | None, counts: Counts, going_on: bool, paused: bool
) -> tuple[tuple[str, ...], float | None]:
    """How far the corpus has been read, in more and in fewer words, and as a share of 1.

    `reading 12.400 of 100.000 · 210/s · 7 min left`; no words where all of it is read.
    """
    if paused:
        told = f"stopped at {_of(counts.total - counts.waiting, counts.total)}"
        return (told, "stopped"), _share(counts.total - counts.waiting, counts.total)
    if not going_on:
        return (), None
    if progress is None or progress.phase == "looking":
        found = f" · {wording.number(progress.done)}" if progress and progress.done else ""
        return (f"looking for articles{found}", "looking"), None
    if progress.phase == "finishing":
        return ("all is read · making searches fast", "finishing"), None
    progress = _all_of_it(progress, counts)
    done, total = progress.done, progress.total
    verb, again = VERBS[progress.phase]
    told = f"{verb} {_of(done, total)}{again}"
    speed = f"{told} · {wording.number(round(progress.rate))}/s" if progress.rate else told
    left = f"{speed} · {duration(progress.left)} left" if progress.left is not None else speed
    share = _share(done, total)
    return (left, speed, told, f"{int(100 * (share or 0))}%"), share


def about_reading_elsewhere(counts: Counts) -> tuple[tuple[str, ...], float | None]:
    """How far the corpus has been read by another window, told as by `about_reading`."""
    done, total = counts.total - counts.waiting, counts.total
    told = "read in by another window"
    return (f"{told} · {_of(done, total)}", told, "another window"), _share(done, total)


def _all_of_it(progress: Progress, counts: Counts) -> Progress:
    """Where more waits than is being read just now, how far all of it is."""
    if progress.phase != "reading" or counts.waiting <= progress.total - progress.done:
        return progress
    left = counts.waiting / progress.rate if progress.rate else None
    return progress._replace(done=counts.total - counts.waiting, total=counts.total, left=left)


VERBS = {"reading": ("reading", ""), "again": ("reading", " again"), "comparing": ("comparing", "")}


def _of(done: int, total: int) -> str:
    return f"{wording.number(done)} of {wording.number(total)}"


def _share(done: int, total: int) -> float | None:
    return min(1.0, done / total) if total else None


def duration(seconds: float) -> str:
    """A time to wait, in one unit: `40 s`, `7 min`, `2 h`."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"


def corpus_name(notes: Path, keys: Iterable[str]) -> str:
    """The name of the folder that is read, by where its notes are kept; else its articles'."""
    if notes.parent.name == ".newsreader":
        return safe_line(notes.resolve().parent.parent.name)
    tops = {key.split("/", 1)[0] for key in keys}
    return safe_line(tops.pop()) if len(tops) == 1 else ""
