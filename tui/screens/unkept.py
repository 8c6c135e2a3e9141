"""What was written the last time and never kept: told at the start, with the way back to it."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

from tui.screens.claim_draft import drafted
from tui.store.marked import Target
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.mark_telling import first_line
from tui.widgets.wrap import clip

if TYPE_CHECKING:
    from tui.keys import Keymap
    from tui.store.library import Library

MOST, WORDS = 3, 40
"""So many drafts are told of, and so many characters of each."""
CLAIM = "claim "
"""What the name of a claim's draft begins with."""


def unkept(library: Library, keymap: Keymap) -> tuple[str, ...]:
    """A line for each draft, the latest first; reads articles, so it is for a thread."""
    drafts = library.drafts()
    told = [_told(library, keymap, about, text) for about, text in reversed(drafts[-MOST:])]
    more = len(drafts) - len(told)
    return (*told, *([f"{wording.plural(more, 'other draft')} besides."] if more else []))


def _told(library: Library, keymap: Keymap, about: Target | str, text: str) -> str:
    draft = library.draft_of(about)
    when = f" of {safe_line(wording.moment(draft.edited))}" if draft and draft.edited else ""
    filling = drafted(text) if isinstance(about, str) and about.startswith(CLAIM) else None
    what = "note" if filling is None else "claim"
    said = text if filling is None else filling.note or filling.speaker
    words = clip(safe_line(first_line(said)), WORDS)
    place, action = _place(library, about)
    key = keymap.first("claim" if filling is not None and action == "note" else action)
    way = f" {key} there brings it back." if key else ""
    return f"A {what}{when} was never kept: “{words}”{place}.{way}"


def _place(library: Library, about: Target | str) -> tuple[str, str]:
    """What a draft is about, and the action that goes on with it."""
    if isinstance(about, str):
        target, name = _within(about.removeprefix(CLAIM))
        if target is None:
            marks = (placed for placed in library.iter_marks() if placed.mark.id == name)
            titles = (safe_line(placed.title) for placed in marks)
            return next((f", on a mark in {title}" for title in titles if title), ""), "edit"
        about = target
    if about.about == "corpus":
        return ", on the whole corpus", "note"
    if about.about == "actor":
        return f", on {safe_line(about.actor.partition(chr(10))[2])}", "note"
    title, words = _page(library, about)
    quote = clip(words, WORDS)
    return f", on “{quote}” in {title}" if quote else f", on {title}", "note"


def _within(name: str) -> tuple[Target | None, str]:
    """The words that the draft of a claim is about, where it is on no mark yet."""
    with contextlib.suppress(ValueError, TypeError):
        return Target(*json.loads(name)), name
    return None, name


def _page(library: Library, target: Target) -> tuple[str, str]:
    """The headline of an article, and the words of it that are meant."""
    from tui.store.answers import ReadError

    try:
        article = library.article(target.key)
    except ReadError:
        return safe_line(target.key), ""
    title = article.title or target.key
    text = article.body if target.part == "body" else title
    quote = text[target.start : target.end] if target.about != "article" else ""
    return safe_line(title), " ".join(safe_line(quote).split())
