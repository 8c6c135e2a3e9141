"""What a session looks like: words and marks, made from plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from textual import events

from tui.actions import ACTIONS, BY_ID, Scene
from tui.keys import Keymap
from tui.parts import cut_parts
from tui.session import Session
from tui.text.article import Article
from tui.text.safe import safe_line
from tui.widgets import wording


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
    labels = dict(offered or {})
    labels |= {
        action.id: action.label
        for action in ACTIONS
        if scene in action.footer and action.id not in labels
    }
    return tuple(
        (keymap.first(action), label or BY_ID[action].label, action)
        for action, label in labels.items()
        if keymap.keys[action]
    )


def about_hits(session: Session) -> str:
    """How many were found and which of them this is: `3 of 12`."""
    if not session.query:
        return ""
    if session.hit is None:
        return f"{len(session.hits)} found" if session.hits else "not found"
    return f"{session.hit + 1} of {len(session.hits)}"


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


def corpus_name(notes: Path, keys: Iterable[str]) -> str:
    """The name of the folder that is read, by where its notes are kept; else its articles'."""
    if notes.parent.name == ".newsreader":
        return safe_line(notes.resolve().parent.parent.name)
    tops = {key.split("/", 1)[0] for key in keys}
    return safe_line(tops.pop()) if len(tops) == 1 else ""
