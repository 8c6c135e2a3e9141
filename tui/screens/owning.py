"""One's own marks in the article that is open: from one to the next, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.items import place_of
from tui.session import own_here
from tui.text.safe import safe, safe_line
from tui.widgets import wording
from tui.widgets.mark_telling import status
from tui.widgets.own import sign_of
from tui.widgets.wrap import clip

if TYPE_CHECKING:
    from tui.session import Session
    from tui.store.anchoring_model import State
    from tui.store.marked import Placed
    from tui.text.article import Article

WORDS = 40
STATES: dict[State, str] = {
    "CHANGED": "changed on the page",
    "AMBIGUOUS": "in one of several places",
    "ORPHAN": "no longer on the page",
}


def in_order(session: Session) -> list[Placed]:
    """One's own marks that stand in the body, in the order of the text; the longer one first."""
    found = [(at, placed) for placed in session.marks if (at := place_of(placed)) is not None]
    return [placed for _, placed in sorted(found, key=lambda each: (each[0][0], -each[0][1]))]


def next_own(session: Session, step: int) -> Placed | None:
    """The next of one's own marks, or the one before; None past the last.

    Those at one place come one after the other; from where there is none, it is the next one
    after the cursor, or before it.
    """
    marks, here = in_order(session), own_here(session)
    at = next((i for i, placed in enumerate(marks) if here is not None and placed is here), None)
    if at is None:
        first = [i for i, placed in enumerate(marks) if placed.start >= session.cursor]
        after = first[0] if first else len(marks)
        at = after - 1 if step > 0 else after
    return marks[at + step] if 0 <= at + step < len(marks) else None


def about_own(session: Session, placed: Placed) -> str:
    """A mark in a line: what it is, its first words, tags, state, and how many are at its place."""
    mark = placed.mark
    quote = mark.selector.exact if mark.selector is not None else ""
    said = mark.text or (mark.claimed.speaker if mark.claimed is not None else "") or quote
    told = [f"{sign_of(placed)} {mark.kind.capitalize()}"]
    words = clip(safe_line(said), WORDS)
    told += [words if mark.text else f"“{words}”"] if words else []
    told += [status(mark)] if mark.claimed is not None else []
    told += [" ".join(f"#{safe_line(tag)}" for tag in mark.tags)] if mark.tags else []
    told += [STATES[placed.state]] if placed.state in STATES else []
    told += [f"by {safe_line(mark.by)}"] if mark.by else []
    together = [each for each in in_order(session) if _touch(each, placed)]
    if len(together) > 1:
        nth = next(i for i, each in enumerate(together, 1) if each.mark.id == mark.id)
        told.append(f"{nth} of {len(together)} here")
    return " · ".join(told)


def _touch(one: Placed, other: Placed) -> bool:
    """Whether two marks are on some of the same words."""
    return one.start < other.end and other.start < one.end


def citation(article: Article, start: int, end: int) -> str:
    """A stretch of an article with where it is from: title, site, date and file."""
    quote = safe(article.body[start:end]).strip()
    published = wording.date(article.published) if article.published else ""
    source = (article.title or "", article.site or "", published, article.path)
    return f"“{quote}”\n— {', '.join(safe_line(part) for part in source if part)}\n"
