"""Bookmarks as screens see them: which article each belongs to now, and where in it."""

from __future__ import annotations

import os
import threading
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.store.anchors import locate, passage, passages, select
from tui.store.documents import Mark
from tui.store.notebook import Notebook
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.text.article import Article

_LABEL = 200  # characters: more than any list shows


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
    """The marks of a notebook laid upon a corpus. All methods are thread-safe.

    A mark belongs to the page with its article, of several to the one at its path; where there
    is none any more, to the page at its path. A mark with neither is kept, and shown nowhere.
    """

    def __init__(self, notebook: Notebook, home: Path) -> None:
        self._notebook = notebook
        self._home = home
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self._keys: Mapping[str, str] = {}
        self._articles: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        self._marked: frozenset[str] = frozenset()
        self._places: dict[str, tuple[str, int, bool]] = {}
        self._owned: dict[str, list[Mark]] | None = None

    def lay(self, keys: Mapping[str, str], articles: Mapping[str, str]) -> None:
        """Take a corpus: the key of each file path, and the article id of each key known so far."""
        with self._lock:
            self._keys, self._articles = keys, dict(articles)
            self._ids = {article_id: key for key, article_id in self._articles.items()}
            self._owned = None

    def arrive(self, key: str, article_id: str) -> None:
        """Hear which article a page turned out to hold."""
        with self._lock:
            old = self._articles.get(key, "")
            if old == article_id:
                return
            self._articles[key] = article_id
            if self._ids.get(old) == key:
                del self._ids[old]
            self._ids.setdefault(article_id, key)
            if not self._marked.isdisjoint((old, article_id)):
                self._owned = None

    def count(self, key: str) -> int:
        """How many bookmarks an article has."""
        with self._lock:
            return len(self._by_key().get(key, ()))

    def shown(self, key: str | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of one article, or of all, each article's in the order of the text."""
        with self._lock:
            owned = self._by_key()
            found = [
                _shown(mark, owner, *self._position(mark, owner))
                for owner in (owned if key is None else [key])
                for mark in owned.get(owner, ())
            ]
        return tuple(sorted(found, key=lambda mark: mark.position)) if key else tuple(found)

    def unsettled(self) -> list[str]:
        """The articles with marks of which the place in the body they have now is not known."""
        with self._lock:
            return [
                key
                for key, marks in self._by_key().items()
                if (now := self._articles.get(key))
                and any(now not in (m.article_id, self._places.get(m.id, ("",))[0]) for m in marks)
            ]

    def settle(self, key: str, article: Article) -> None:
        """Find the places of an article's bookmarks in the body it has now."""
        self.arrive(key, article.id)
        with self._lock:
            marks = tuple(self._by_key().get(key, ()))
        places = {mark.id: (article.id, *_place(mark, article)) for mark in marks}
        with self._lock:
            self._places |= places

    def toggle(self, key: str, path: str, article: Article, position: int) -> Bookmark | None:
        """Mark the passage at a position, or take away what marks it. Raises NotSaved."""
        spans = passages(article.body)
        here = passage(spans, position)
        mark = Mark(
            id=uuid.uuid4().hex,
            article_id=article.id,
            path=os.path.relpath(path, self._home),
            at=max(0, min(position, len(article.body))),
            selector=select(article.body, *here),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        with self._saving:
            with self._lock:
                marks = tuple(self._by_key().get(key, ()))
            old = [known for known in marks if _is_at(known, article, spans, here)]
            try:
                if old:
                    self._notebook.change("bookmark taken away", remove=old)
                else:
                    self._notebook.change("bookmark kept", add=[mark])
            except Exception as error:
                raise not_saved(self._notebook.path, error) from error
            finally:
                self.lay_again()
        return None if old else _shown(mark, key, mark.at, False)

    def _by_key(self) -> dict[str, list[Mark]]:
        if self._owned is None:
            self._owned = self._owners(self._notebook.marks)
        return self._owned

    def lay_again(self) -> None:
        """Lay the marks as they are now, before a screen asks for some and has to wait."""
        marks = self._notebook.marks
        for mark in marks:
            self._path(mark)
        with self._lock:
            self._owned = self._owners(marks)

    def _owners(self, marks: Sequence[Mark]) -> dict[str, list[Mark]]:
        self._marked = frozenset(mark.article_id for mark in marks)
        owned: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            key = self._keys.get(self._path(mark))
            if key is None or self._articles.get(key) != mark.article_id:
                key = self._ids.get(mark.article_id, key)
            if key is not None:
                owned[key].append(mark)
        return dict(owned)

    def _path(self, mark: Mark) -> str:
        path = self._paths.get(mark.path)
        if path is None:
            path = self._paths[mark.path] = os.path.normpath(self._home / mark.path)
        return path

    def _position(self, mark: Mark, key: str) -> tuple[int, bool]:
        """Where a mark stands as far as is known, and whether its words are gone from there."""
        now = self._articles.get(key)
        place = self._places.get(mark.id)
        if place is None or now == mark.article_id or now != place[0]:
            return mark.at, False
        return place[1:]


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
