"""The pages of a corpus as the list shows them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.text.safe import safe_line

State = Literal["waiting", "ready", "failed"]
Span = tuple[int, int]


class Context(NamedTuple):
    """Words of an article around what was searched for: one line, safe to print.

    `spans` are where in `text` the hits stand.
    """

    text: str
    spans: tuple[Span, ...] = ()


class Row(NamedTuple):
    """One article in the list; all of it is safe to print.

    `key` names it in the corpus, `id` in the index: the same as long as the file stays, however
    often it changes. `title` is the file name while the article waits and where it has no
    headline; `published` is an ISO date or the first part of one; `problem` says why it failed and
    what to do. `copies` counts the other articles that tell the same and are folded under this
    one; one that is `nested` stands under another. `read` and `changed` (since it was read or
    marked) are the reader's; `hits` and `context` are what a query found in it.
    """

    key: str
    title: str
    published: str | None
    state: State
    figures: int
    claims: int
    bookmarks: int
    problem: str | None = None
    id: int = 0
    site: str | None = None
    notes: int = 0
    read: bool = False
    changed: bool = False
    copies: int = 0
    nested: bool = False
    hits: int = 0
    context: Context | None = None


def title_of(key: str, title: str | None) -> str:
    """What the list calls an article: its headline, the file name where it has none or waits."""
    headline = safe_line(title).strip() if title else ""
    return headline or key.rsplit("/", 1)[-1]
