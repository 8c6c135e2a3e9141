"""From hit to hit in the article: of what is to be found in it, else of the search in the corpus.

Every function gives the next session.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.finding import search

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.session import Session


def find(session: Session, query: str, origin: int) -> Session:
    """What is found with `query`; the hit is the first one at or after `origin`.

    Without a query `sought` stands there again, and none of that is the hit.
    """
    if not query:
        return replace(session, query="", hits=session.sought, hit=None)
    hits = search(session.article.body, query) if session.article else ()
    at = bisect_left(hits, origin, key=lambda hit: hit[0])
    hit = (at if at < len(hits) else 0) if hits else None
    return replace(
        session,
        query=query,
        hits=hits,
        hit=hit,
        cursor=session.cursor if hit is None else hits[hit][0],
    )


def seek(session: Session, sought: tuple[Span, ...]) -> Session:
    """The session with other words sought; they are the hits where nothing else is to be found."""
    if sought == session.sought:
        return session
    if session.query:
        return replace(session, sought=sought)
    return replace(session, sought=sought, hits=sought, hit=None)


def step_hit(session: Session, step: int) -> Session:
    """The next hit after the cursor, or the one before, round and round."""
    if not session.hits:
        return session
    return _to_hit(session, _hit_beside(session, step) % len(session.hits))


def step_sought(session: Session, step: int) -> Session | None:
    """The next hit after the cursor, or the one before; None past the last."""
    at = _hit_beside(session, step)
    return _to_hit(session, at) if 0 <= at < len(session.hits) else None


def end_hit(session: Session, step: int) -> Session:
    """The first hit of the article, or where `step` goes back the last."""
    if not session.hits:
        return session
    return _to_hit(session, 0 if step > 0 else len(session.hits) - 1)


def _hit_beside(session: Session, step: int) -> int:
    hits = session.hits
    if session.hit is not None and hits[session.hit][0] == session.cursor:
        return session.hit + step
    at = bisect_left(hits, session.cursor, key=lambda hit: hit[0])
    return at if step > 0 else at - 1


def _to_hit(session: Session, at: int) -> Session:
    return replace(session, hit=at, cursor=session.hits[at][0])
