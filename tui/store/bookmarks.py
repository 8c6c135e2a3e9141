"""Bookmarks as screens see them: which article each belongs to now, and where in it."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.store.anchors import locate, passage, passages, select
from tui.store.documents import BOOKMARKS, Mark
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook
    from tui.text.article import Article

_LABEL = 200  # characters: more than any list shows
_OWNED = """SELECT kept_mark.id, entry.key, entry.article_id
    FROM kept_mark JOIN entry ON entry.id = kept_mark.owner"""


class NotSaved(Exception):
    """Why a mark was not kept."""


class Bookmark(NamedTuple):
    """A place in an article, as far as known by now; `label` is the start of the passage there.

    `article_id` is the article that it was made in, `created` ISO 8601 in UTC. Of one that is
    `lost` the passage stands in the article no more, and `position` is only where it was.
    """

    id: str
    key: str
    article_id: str
    position: int
    label: str
    created: str
    lost: bool = False


class Bookmarks:
    """The marks of a notebook in the pages of a corpus. All methods are thread-safe.

    Which page a mark belongs to is told in tui.store.kept. A mark with none is kept, and shown
    nowhere.
    """

    def __init__(self, notebook: Notebook, mirror: Mirror, index: Index) -> None:
        self._notebook = notebook
        self._mirror = mirror
        self._index = index
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self._places: dict[str, tuple[str, int, bool]] = {}

    def shown(self, key: str | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of one article, or of all, each article's in the order of the text.

        Those of one are given as far as the index knows; for all it is brought up to date first.
        """
        if key is None:
            self._mirror.renew()
            rows = self._index.ask(_OWNED)
        else:
            rows = self._index.ask(f"{_OWNED} WHERE key = ?", (key,))
        owners = {mark: (owner, now) for mark, owner, now in rows}
        found: dict[str, list[Bookmark]] = {}
        for mark in self._marks(owners):
            owner, now = owners[mark.id]
            shown = _shown(mark, owner, *self._position(mark, now))
            found.setdefault(owner, []).append(shown)
        for marks in found.values():
            marks.sort(key=lambda mark: mark.position)
        return tuple(mark for marks in found.values() for mark in marks)

    def unsettled(self) -> list[str]:
        """The articles with marks of which the place in the body they have now is not known."""
        rows = self._index.ask(f"{_OWNED} WHERE article_id != article AND article_id != ''")
        with self._lock:
            known = {mark: place[0] for mark, place in self._places.items()}
        return list(dict.fromkeys(key for mark, key, now in rows if known.get(mark) != now))

    def settle(self, key: str, article: Article) -> None:
        """Find the places of an article's bookmarks in the body it has now."""
        places = {
            mark.id: (article.id, *_place(mark, article))
            for mark in self._of(key)
            if mark.article_id != article.id
        }
        with self._lock:
            self._places |= places

    def toggle(self, key: str, path: str, article: Article, position: int) -> Bookmark | None:
        """Mark the passage at a position, or take away what marks it. Raises NotSaved."""
        spans = passages(article.body)
        here = passage(spans, position)
        mark = Mark(
            id=os.urandom(16).hex(),
            article_id=article.id,
            path=self._mirror.kept_path(os.fsencode(path)),
            at=max(0, min(position, len(article.body))),
            selector=select(article.body, *here),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        with self._saving, saving(self._notebook):
            self._mirror.renew()
            old = [known for known in self._of(key) if _is_at(known, article, spans, here)]
            if old:
                self._notebook.change("bookmark taken away", remove=old)
            else:
                self._notebook.change("bookmark kept", add=[mark])
        return None if old else _shown(mark, key, mark.at, False)

    def _of(self, key: str) -> list[Mark]:
        return self._marks(mark for mark, *_ in self._index.ask(f"{_OWNED} WHERE key = ?", (key,)))

    def _marks(self, ids: Iterable[str]) -> list[Mark]:
        """Marks by their ids, in the order in which they were made."""
        wanted = list(ids)
        if not wanted:
            return []  # the notes are not read for nothing
        found = [kept for kept in self._notebook.find(BOOKMARKS, wanted) if isinstance(kept, Mark)]
        return sorted(found, key=lambda mark: mark.created)

    def _position(self, mark: Mark, now: str) -> tuple[int, bool]:
        """Where a mark stands as far as is known, and whether its words are gone from there."""
        with self._lock:
            place = self._places.get(mark.id)
        if place is None or now == mark.article_id or now != place[0]:
            return mark.at, False
        return place[1:]


@contextlib.contextmanager
def saving(notebook: Notebook) -> Iterator[None]:
    """Whatever goes wrong while something is kept is raised as NotSaved, and says so."""
    try:
        yield
    except Exception as error:
        raise not_saved(notebook.path, error) from error


def _place(mark: Mark, article: Article) -> tuple[int, bool]:
    """Where a mark stands in an article that may have changed since; True where it is lost."""
    last = len(article.body)
    if mark.article_id == article.id:
        return min(mark.at, last), False
    start = locate(mark.selector, article.body)
    if start is None:
        return min(mark.at, last), True
    return max(0, min(start + mark.at - mark.selector.start, last)), False


def _is_at(
    mark: Mark, article: Article, spans: Sequence[tuple[int, int]], here: tuple[int, int]
) -> bool:
    position, lost = _place(mark, article)
    return not lost and passage(spans, position) == here


def _shown(mark: Mark, key: str, position: int, lost: bool) -> Bookmark:
    label = " ".join(safe_line(mark.selector.exact).split())[:_LABEL]
    return Bookmark(mark.id, key, mark.article_id, position, label, mark.created, lost)


def not_saved(path: Path, error: Exception) -> NotSaved:
    """What to raise where a change could not be kept, whatever it was that went wrong.

    The reader goes on, and must know that this was not kept.
    """
    return NotSaved(f"NOT SAVED in {path}: {_reason(error)}")


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return safe_line(f"{error.strerror}. Make room or check the rights, and try again.")
    return safe_line(str(error) or type(error).__name__)
