"""What the library remembers of a reader: what was read, how far, and what was searched for."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Collection
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.store.bookmarks import NotSaved, saving
from tui.store.documents import READS, SEARCHES, Latest, Place, Read, Saved
from tui.store.kept_mirror import LAST, SORTED
from tui.store.views import SORTS, Sort

if TYPE_CHECKING:
    from tui.store.documents import Kept
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook

RECENT = 100
"""How many searches are remembered."""

_PAGES = "SELECT key, path, article_id FROM entry WHERE key IN (SELECT value FROM json_each(?))"
_AS_READ = """SELECT DISTINCT article, kept_read.path FROM kept_read
    JOIN entry ON entry.article_id = kept_read.article
    WHERE kept_read.article != '' AND entry.key IN (SELECT value FROM json_each(?))"""
_BEFORE = """SELECT article, kept_read.path FROM kept_read JOIN entry USING (path)
    WHERE entry.key IN (SELECT value FROM json_each(?)) AND (article = ''
        OR NOT EXISTS (SELECT 1 FROM entry WHERE article_id = kept_read.article))"""


class SavedQuery(NamedTuple):
    """A search that was kept under a name."""

    name: str
    text: str


class Remembering:
    """Read state, places and searches, for the library. Thread-safe.

    Whatever writes to the disk may block; `place`, `keep_place` and `last_place` do not.
    """

    _index: Index
    _notebook: Notebook
    _kept: Mirror

    def __init__(self) -> None:
        self._remembering = threading.Lock()
        self._to_keep: dict[str, int] = {}
        self._last_kept: str | None = None
        self._keeper: threading.Thread | None = None
        self._notebook.closing = self.keep_all

    def set_read(self, keys: Collection[str], read: bool, *, by_hand: bool = True) -> None:
        """Count articles as read, or as not read yet; on return it is on the disk.

        It holds for every page with the same article. What was done `by_hand` can be undone as
        one step. Raises NotSaved.
        """
        asked = (json.dumps(list(keys)),)
        with saving(self._notebook):
            self._kept.renew()
            pages = self._index.ask(_PAGES, asked)
            before = self._reads(self._index.ask(_BEFORE, asked))
            same = self._index.ask(_AS_READ, asked)
            new: list[Kept] = []
            if read:
                now = datetime.now(UTC).isoformat(timespec="seconds")
                known = {article for article, _ in same}
                wanted = {article: path for _, path, article in pages if article not in known}
                unseen = [path for _, path, article in pages if not article]
                wanted.pop("", None)
                new = [
                    Read(article, self._kept.kept_path(at), now) for article, at in wanted.items()
                ]
                new += [Read("", self._kept.kept_path(path), now) for path in unseen]
                old = before
            else:
                old = before + self._reads(same)
            if not by_hand:
                self._notebook.note(*new, without=old)
            elif new or old:
                self._notebook.change(_label(len(pages), read), add=new, remove=old)

    def place(self, key: str) -> int:
        """Where in the body of an article its reader was, 0 where nobody knows."""
        with self._remembering:
            if key in self._to_keep:
                return self._to_keep[key]
        rows = self._index.ask(
            "SELECT position FROM kept JOIN entry ON entry.id = kept.entry WHERE key = ?", (key,)
        )
        return int(rows[0][0] or 0) if rows else 0

    def keep_place(self, key: str, position: int) -> None:
        """Remember where in an article its reader is, and that it was open last.

        It is written behind the caller's back; `keep_all` waits for it. What cannot be written is
        forgotten, for nobody wrote it.
        """
        with self._remembering:
            self._to_keep[key] = max(0, position)
            self._last_kept = key
            if self._keeper is None:
                self._keeper = threading.Thread(target=self._keep, name="places", daemon=True)
                self._keeper.start()

    def keep_all(self) -> None:
        """Wait until all places are on the disk."""
        keeper = self._keeper
        if keeper is not None:
            keeper.join()

    def last_place(self) -> tuple[str, int] | None:
        """The article that was open last, and where in it the reader was; None without one."""
        key = self._last_kept
        if key is None:
            rows = self._index.ask(
                "SELECT key FROM stamp JOIN entry ON entry.path = stamp.value WHERE stamp.name = ?",
                (LAST,),
            )
            key = rows[0][0] if rows else None
        return None if key is None else (key, self.place(key))

    def last_sort(self) -> Sort:
        """The order in which the list was left; by path where nobody chose one."""
        kept = self._index.stamp(SORTED)
        return next((sort for sort in SORTS if sort == kept), "path")

    def keep_sort(self, sort: Sort) -> None:
        """Remember the order of the list; what cannot be written is forgotten."""
        with contextlib.suppress(OSError, NotSaved):
            self._notebook.note(Latest("sort", sort=sort))

    def saved_queries(self) -> tuple[SavedQuery, ...]:
        """The searches that were kept, by name."""
        saved = (SavedQuery(search.name, search.text) for search in self._notebook.searches)
        return tuple(sorted(saved, key=lambda query: (query.name.casefold(), query.name)))

    def save_query(self, name: str, text: str) -> str | None:
        """Keep a search under a name; gives another that had it, which it takes the place of.

        Raises NotSaved.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with saving(self._notebook):
            old = self._notebook.find(SEARCHES, [name])
            texts = [search.text for search in old if isinstance(search, Saved)]
            if text in texts:
                return None
            self._notebook.change(f"search kept: {name}", add=[Saved(name, text, now)], remove=old)
            return texts[0] if texts else None

    def drop_query(self, name: str) -> None:
        """Forget a search that was kept. Raises NotSaved."""
        with saving(self._notebook):
            if old := self._notebook.find(SEARCHES, [name]):
                self._notebook.change(f"search dropped: {name}", remove=old)

    def recent_queries(self) -> tuple[str, ...]:
        """The last searches, the newest first."""
        latest = self._notebook.latest.get("searches")
        return latest.searches if latest else ()

    def remember_query(self, text: str) -> None:
        """Put a search before the others that were made; what cannot be written is forgotten."""
        text = text.strip()
        recent = self.recent_queries()
        if not text or recent[:1] == (text,):
            return
        others = tuple(other for other in recent if other != text)
        with contextlib.suppress(OSError, NotSaved):
            self._notebook.note(Latest("searches", searches=(text, *others)[:RECENT]))

    def _reads(self, rows: Collection[tuple[str, bytes]]) -> list[Kept]:
        """What the notebook holds of articles that were read."""
        ids = [f"{article}\0{self._kept.kept_path(path)}" for article, path in rows]
        return self._notebook.find(READS, ids) if ids else []

    def _keep(self) -> None:
        while True:
            with self._remembering:
                places, last = dict(self._to_keep), self._last_kept
            with contextlib.suppress(Exception):  # the reader goes on without
                self._keep_now(places, last)
            with self._remembering:
                for key, position in places.items():
                    if self._to_keep.get(key) == position:
                        del self._to_keep[key]
                if not self._to_keep:
                    self._keeper = None
                    return

    def _keep_now(self, places: dict[str, int], last: str | None) -> None:
        pages = self._index.ask(_PAGES, (json.dumps([*places, *filter(None, [last])]),))
        things: list[Kept] = []
        for key, path, article in pages:
            kept = self._kept.kept_path(path)
            if key in places:
                things.append(Place(kept, article, places[key]))
            if key == last:
                things.append(Latest("page", path=kept))
        self._notebook.note(*things)


def _label(count: int, read: bool) -> str:
    what = "article" if count == 1 else f"{count} articles"
    return f"{what} marked as {'read' if read else 'unread'}"
