"""What is typed in the search bar as a query, and how the screen tells what it found."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.store.query import Is, Query, QueryError, parse
from tui.widgets import wording

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.store.views import View


def starred(text: str) -> str:
    """A query whose last word is a beginning: `troep*`; as it is, where it does not end in one."""
    try:
        return text if parse(f"{text}*") == parse(text) else f"{text}*"
    except QueryError:
        return text


def unread(query: Query | None) -> Query:
    """Of what a query finds only the unread."""
    return Query((*(query.nodes if query is not None else ()), Is(("unread",))))


@lru_cache(maxsize=4)
def sought(query: Query | None, body: str) -> tuple[Span, ...]:
    """Where the words of a query stand in the body of an article, in its order."""
    if query is None or query.hits_by != "words":
        return ()
    from tui.store.context import spans

    return tuple(spans(query, body))


def about_found(view: View, narrow: bool = False) -> str:
    """How many were found: `43 of 31.204 · 2 copies folded`."""
    found = f"{wording.number(view.found)} of {wording.number(view.total)}"
    folded = view.found - len(view.ids) if view.whole else 0
    if folded <= 0 or narrow:
        return found
    return f"{found} · {'1 copy' if folded == 1 else f'{wording.number(folded)} copies'} folded"


def about_place(hit: int | None, hits: int, place: int | None, count: int) -> str:
    """Where the reader is among what was found: `hit 2 of 5 · article 3 of 43`."""
    here = "no hit in the text"
    if hit is not None:
        here = f"hit {wording.number(hit + 1)} of {wording.number(hits)}"
    if place is None:
        return here
    return f"{here} · article {wording.number(place + 1)} of {wording.number(count)}"
