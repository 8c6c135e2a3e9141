"""How marks are made: on which words, and of which page as it was then."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.store.anchors import select
from tui.store.marked import Cited, Claimed, Mark, MarkKind, Target, Turn

if TYPE_CHECKING:
    from tui.text.article import Article


def now() -> str:
    """This moment, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def new_id() -> str:
    """An id that no other mark has."""
    return os.urandom(16).hex()


def cited(path: str, article: Article) -> Cited:
    """An article as it may be cited; the hash is the SHA-256 of the bytes of its page."""
    from tui.store.files import read_bytes
    from tui.store.sidecar import about

    url, digest = "", ""
    with contextlib.suppress(Exception):  # who cannot read the page now marks it all the same
        url = about(path).url or ""
        digest = hashlib.sha256(read_bytes(path)[0]).hexdigest()
    title, site, published = article.title or "", article.site or "", article.published or ""
    return Cited(title, site, published, url, digest)


def made(target: Target, kind: MarkKind, kept_path: str, page: str, article: Article) -> Mark:
    """A mark on a stretch of an article, or on all of it; the stretch is drawn into the text."""
    text = article.body if target.part == "body" else article.title or ""
    selector, start = None, 0
    if target.about in ("passage", "figure"):
        start = max(0, min(target.start, len(text)))
        selector = select(text, start, max(start, min(target.end, len(text))))
    return Mark(
        id=new_id(),
        article_id=article.id,
        path=kept_path,
        at=start,
        selector=selector,
        created=now(),
        kind=kind,
        about=target.about,
        part=target.part,
        cited=cited(page, article),
    )


def pageless(target: Target, kind: MarkKind) -> Mark:
    """A mark about an actor or the corpus."""
    return Mark(new_id(), "", "", 0, None, now(), kind, target.about, actor=target.actor)


def begun(claimed: Claimed | None) -> Claimed:
    """A claim with a status: unverified, where none was given."""
    claimed = claimed or Claimed()
    return claimed if claimed.history else claimed._replace(history=(Turn("unverified", now()),))


def edited(old: Claimed, new: Claimed) -> Claimed:
    """A claim as it was edited: whoever changed it made it theirs, and its history goes on.

    Whoever edits it has looked at it.
    """
    if new.history[: len(old.history)] != old.history:
        last = new.history[-1:] if new.status != old.status else ()
        new = new._replace(history=(*old.history, *last))
    same = new._replace(history=old.history, own=old.own, stale=old.stale) == old
    return new._replace(own=old.own if same else True, stale=False)
