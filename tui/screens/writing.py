"""What a note is written about, and the one that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.store.marked import Mark, Target


class Writing(NamedTuple):
    """What is written about: `about` tells it in words, `quote` are the words that were marked.

    `mark` is the one of which the text is changed; without it a note is made on `target`, if there
    is none of one's own on exactly that.
    """

    about: str
    quote: str = ""
    target: Target | None = None
    mark: Mark | None = None


def noted(library: Library, target: Target) -> Mark | None:
    """The note of one's own on exactly that, if there is one. For a thread."""
    paged = target.about not in ("actor", "corpus")
    for placed in library.marks(target.key) if paged else library.iter_marks():
        mark = placed.mark
        if mark.kind != "note" or mark.by or (mark.about, mark.actor) != target[0::5]:
            continue
        span = (placed.start, placed.end, mark.part)
        if mark.selector is None or span == (target.start, target.end, target.part):
            return mark
    return None
