"""Bookmarks as screens see them: which article each belongs to now, and where in it."""

from __future__ import annotations

import os
import threading
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.store.anchors import locate, passage, select
from tui.store.notebook import Mark, Notebook
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.text.article import Article

_LABEL = 200  # characters: more than any list shows


class NotSaved(Exception):
    """Why a mark was not kept."""


class Bookmark(NamedTuple):
    """A place in an article, as far as known by now; `label` is the start of the passage there.

    `article_id` is the article that it was made in, `created` ISO 8601 in UTC.
    """

    id: str
    key: str
    article_id: str
    position: int
    label: str
    created: str


class Bookmarks:
    """The marks of a notebook laid upon a corpus. All methods are thread-safe.

    A mark belongs to the page at its path, or where there is none any more to the page with the
    same article; a mark with neither is kept, and shown nowhere.
    """

    def __init__(self, notebook: Notebook, home: Path) -> None:
        self._notebook = notebook
        self._home = home
        self._lock = threading.RLock()
        self._saving = threading.Lock()
        self._keys: Mapping[str, str] = {}
        self._ids: dict[str, str] = {}
        self._positions: dict[str, int] = {}
        self._owned: dict[str, list[Mark]] | None = None

    def lay(self, keys: Mapping[str, str], ids: Iterable[tuple[str, str]]) -> None:
        """Take a corpus: the key of each file path, and pairs of article id and key."""
        with self._lock:
            self._keys, self._ids, self._owned = keys, dict(ids), None

    def arrive(self, key: str, article_id: str) -> None:
        """Hear which article a page turned out to hold."""
        with self._lock:
            if self._ids.setdefault(article_id, key) == key and self._homeless(article_id):
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
                _shown(mark, owner, self._position(mark))
                for owner in (owned if key is None else [key])
                for mark in owned.get(owner, ())
            ]
        return tuple(sorted(found, key=lambda mark: mark.position)) if key else tuple(found)

    def settle(self, key: str, article: Article) -> None:
        """Find the places of an article's bookmarks in the body it has now."""
        with self._lock:
            for mark in self._by_key().get(key, ()):
                self._positions[mark.id] = _place(mark, article)

    def toggle(self, key: str, path: str, article: Article, position: int) -> Bookmark | None:
        """Mark the passage at a position, or take away what marks it. Raises NotSaved."""
        here = passage(article.body, position)
        with self._saving:
            with self._lock:
                marks = self._by_key().get(key, ())
                old = [
                    mark for mark in marks if passage(article.body, _place(mark, article)) == here
                ]
            mark = Mark(
                id=uuid.uuid4().hex,
                article_id=article.id,
                path=os.path.relpath(path, self._home),
                at=max(0, min(position, len(article.body))),
                selector=select(article.body, *here),
                created=datetime.now(UTC).isoformat(timespec="seconds"),
            )
            try:
                for known in old:
                    self._notebook.remove(known)
                if not old:
                    self._notebook.add(mark)
            except OSError as error:
                raise NotSaved(f"NOT SAVED in {self._notebook.path}: {_reason(error)}") from error
            finally:
                with self._lock:
                    self._owned = None
        return None if old else _shown(mark, key, mark.at)

    def _by_key(self) -> dict[str, list[Mark]]:
        if self._owned is None:
            owned: dict[str, list[Mark]] = defaultdict(list)
            for mark in self._notebook.marks:
                key = self._keys.get(self._path(mark)) or self._ids.get(mark.article_id)
                if key is not None:
                    owned[key].append(mark)
            self._owned = dict(owned)
        return self._owned

    def _homeless(self, article_id: str) -> bool:
        return any(
            mark.article_id == article_id and self._path(mark) not in self._keys
            for mark in self._notebook.marks
        )

    def _path(self, mark: Mark) -> str:
        return os.path.normpath(self._home / mark.path)

    def _position(self, mark: Mark) -> int:
        return self._positions.get(mark.id, mark.at)


def _place(mark: Mark, article: Article) -> int:
    """Where a mark stands in an article that may have changed since it was made."""
    last = len(article.body)
    if mark.article_id == article.id:
        return min(mark.at, last)
    start = locate(mark.selector, article.body)
    if start is None:
        return min(mark.at, last)
    return max(0, min(start + mark.at - mark.selector.start, last))


def _shown(mark: Mark, key: str, position: int) -> Bookmark:
    label = " ".join(safe_line(mark.selector.exact).split())[:_LABEL]
    return Bookmark(mark.id, key, mark.article_id, position, label, mark.created)


def _reason(error: OSError) -> str:
    known = (
        f"{error.strerror}. Make room or check the rights, and" if error.strerror else f"{error}"
    )
    return safe_line(f"{known} try again." if error.strerror else known)
