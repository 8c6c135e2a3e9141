"""The articles of a corpus as the list shows them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.store.reading import Entry
from tui.text.safe import safe_line

State = Literal["waiting", "ready", "failed"]


class Row(NamedTuple):
    """One article in the list; all of it is safe to print.

    `title` is the file name while the article waits and where it has no headline; `published` is
    an ISO date or the first part of one; `problem` says why it failed and what to do.
    """

    key: str
    title: str
    published: str | None
    state: State
    figures: int
    claims: int
    bookmarks: int
    problem: str | None = None


def title_of(key: str, entry: Entry | None) -> str:
    """What the list calls an article: its headline, the file name where it has none or waits."""
    headline = safe_line(entry.title).strip() if entry is not None and entry.title else ""
    return headline or key.rsplit("/", 1)[-1]


def row_of(key: str, entry: Entry | None, bookmarks: int) -> Row:
    """The row of an article, by what is known of it so far."""
    title = title_of(key, entry)
    if entry is None:
        return Row(key, title, None, "waiting", 0, 0, bookmarks)
    if entry.problem is not None:
        problem = safe_line(f"{key}: {entry.problem}")
        return Row(key, title, None, "failed", 0, 0, bookmarks, problem)
    return Row(key, title, entry.published, "ready", entry.figures, entry.claims, bookmarks)
