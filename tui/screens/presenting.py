"""What a session looks like: words and marks, made from plain data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual import events

from tui.keys import ACTIONS, Keymap, Pane
from tui.session import Session
from tui.text.safe import safe_line


def key_name(event: events.Key) -> str:
    """A key as the registry writes it: the character itself, or its name: `]`, `ctrl+d`."""
    character = event.character
    if character and character.isprintable() and character != " " and "+" not in event.key:
        return character
    return event.key


def hints(keymap: Keymap, pane: Pane, pending: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Key, label and action for the footer: what is of use in a pane, or how a sequence goes on."""
    if pending:
        return tuple(
            (keys, action.label, action.id) for keys, action in keymap.follow(pending, pane)
        )
    return tuple(
        (keymap.first(action.id), action.label, action.id)
        for action in ACTIONS
        if pane in action.footer and keymap.keys[action.id]
    )


def about_hits(session: Session) -> str:
    """How many were found and which of them this is: `3 of 12`."""
    if not session.query:
        return ""
    if session.hit is None:
        return f"{len(session.hits)} found" if session.hits else "not found"
    return f"{session.hit + 1} of {len(session.hits)}"


def corpus_name(notes: Path, keys: Iterable[str]) -> str:
    """The name of the folder that is read, by where its notes are kept; else its articles'."""
    if notes.parent.name == ".newsreader":
        return safe_line(notes.resolve().parent.parent.name)
    tops = {key.split("/", 1)[0] for key in keys}
    return safe_line(tops.pop()) if len(tops) == 1 else ""
