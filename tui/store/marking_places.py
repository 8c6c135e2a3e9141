"""Where marks are now: in which article of the corpus, and on which words of it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.anchors import select
from tui.store.marked import Mark, Placed
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.anchoring_model import Anchor, State
    from tui.store.anchors import Selector
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.marking_homes import Home
    from tui.store.notebook import Notebook
    from tui.text.article import Article

_OWNED = """SELECT kept_mark.id, entry.key, entry.article_id, entry.title
    FROM kept_mark JOIN entry ON entry.id = kept_mark.owner"""
_ELSEWHERE = f"{_OWNED} WHERE article_id != kept_mark.article AND article_id != ''"
_ORPHANS = "SELECT id FROM kept_mark WHERE owner IS NULL"
_CORPUS = "SELECT count(*), max(id), total(mtime_ns), total(state) FROM entry"
_TAKE = "UPDATE kept_mark SET owner = ? WHERE id = ? AND owner IS NULL"

AT_ONCE, MOST = 100, 2_000
"""So many marks whose page is gone are looked for while somebody waits, and at all."""


class Owner(NamedTuple):
    """The article that a mark belongs to now; of a page that waits, `article_id` is empty."""

    key: str
    article_id: str
    title: str


@dataclass(slots=True)
class _Sought:
    """What was found of marks whose page is gone (see tui.store.marking_homes), and in what.

    `version` is that of the index right after, `corpus` what told that no page changed since;
    `done` are the marks that were looked for.
    """

    version: int = -1
    corpus: list[Any] = field(default_factory=list)
    owned: dict[str, int] = field(default_factory=dict)
    several: dict[str, tuple[Home, ...]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)


class _Found(NamedTuple):
    """Where a quote is in a text of so many characters."""

    anchor: Anchor
    length: int


class Whereabouts:
    """Finds the marks of a notebook in the pages of a corpus. Thread-safe.

    Which page a mark belongs to is told in tui.store.kept; in a page that holds the article it was
    made in it stands where it stood, in any other one it is looked for once. One whose page is gone
    is looked for in all others, once for each state of the corpus.
    """

    def __init__(self, notebook: Notebook, mirror: Mirror, index: Index) -> None:
        self._notebook = notebook
        self._mirror = mirror
        self._index = index
        self._lock = threading.Lock()
        self._found: dict[tuple[Selector, str, str], _Found] = {}
        self._seeking = threading.Lock()
        self._sought = _Sought()

    def owners(self, key: str | None = None) -> dict[str, Owner]:
        """Of the marks in one article, or in all of them, where they belong, by their ids."""
        if key is None:
            rows = self._index.ask(_OWNED)
        else:
            rows = self._index.ask(f"{_OWNED} WHERE key = ?", (key,))
        return {name: Owner(at, article, title or "") for name, at, article, title in rows}

    def owner(self, mark_id: str) -> Owner | None:
        """Where a mark belongs; None for one of no page."""
        rows = self._index.ask(f"{_OWNED} WHERE kept_mark.id = ?", (mark_id,))
        return next((Owner(at, article, title or "") for _, at, article, title in rows), None)

    def of(self, ids: Iterable[str]) -> list[Mark]:
        """Marks by their ids, in the order in which they were made."""
        wanted = list(ids)
        if not wanted:
            return []  # the notes are not read for nothing
        return sorted(self._notebook.find_marks(wanted), key=lambda mark: mark.created)

    def orphans(self) -> list[Mark]:
        """The marks that no page has any more."""
        return self.of(name for (name,) in self._index.ask(_ORPHANS))

    def seek(self, most: int = AT_ONCE) -> None:
        """Look for marks whose page is gone in the others, as far as that was not done yet.

        Quick where nothing is gone, or nothing changed since; where very much is gone, only some of
        it is looked for each time, the newest first. Who asks for little waits for nobody who is at
        it already.
        """
        if not self._seeking.acquire(blocking=most > AT_ONCE):
            return
        try:
            if self._sought.version != self._index.version:
                self._seek(most, self._index.version)
        finally:
            self._seeking.release()

    def _seek(self, most: int, version: int) -> None:
        sought = self._sought
        ids = [name for (name,) in self._index.ask(_ORPHANS)]
        corpus = self._index.ask(_CORPUS) if ids else []
        if corpus != sought.corpus:
            sought = _Sought(corpus=corpus)
        left = self.of(set(ids).difference(sought.done)) if len(sought.done) < MOST else []
        if marks := left[-most:]:
            from tui.store.marking_homes import homes

            found = homes(self._index, marks, self.find)
            sought.owned.update(found.owned)
            sought.several.update(found.several)
            sought.done.update(mark.id for mark in marks)
        self._take({name: sought.owned[name] for name in ids if name in sought.owned})
        # What was written meanwhile is looked at the next time.
        sought.version = version if len(left) <= most else -1
        self._sought = sought

    def _take(self, owned: Mapping[str, int]) -> None:
        """Tell the index to which pages marks belong whose own is gone."""
        if not owned:
            return
        from tui.store.kept import remake

        with contextlib.suppress(sqlite3.Error), self._index.write() as connection:
            connection.executemany(_TAKE, [(entry, name) for name, entry in owned.items()])
            remake(connection, set(owned.values()))

    def elsewhere(self) -> dict[str, Owner]:
        """Of the marks in pages that have changed since, where they belong."""
        rows = self._index.ask(_ELSEWHERE)
        return {name: Owner(at, article, title or "") for name, at, article, title in rows}

    def unsettled(self) -> list[str]:
        """The articles with marks of which it is not known where they stand in them now."""
        self.seek(MOST)
        elsewhere = self.elsewhere()
        marks = self.of(elsewhere)
        return list(dict.fromkeys(self._lost_in(marks, elsewhere)))

    def settle(self, key: str, article: Article) -> None:
        """Find the marks of an article in what it holds now."""
        owners = self.owners(key)
        for mark in self.of(owners):
            selector = mark.selector
            if selector is None:
                continue
            text = article.body if mark.part == "body" else article.title or ""
            same = mark.article_id == article.id
            if not (same and select(text, selector.start, selector.end) == selector):
                self.find(mark, selector, article)

    def find(self, mark: Mark, selector: Selector, article: Article) -> Anchor:
        """Where a mark stands in an article."""
        told = selector, mark.part, article.id
        with self._lock:
            known = self._found.get(told)
        if known is None:
            from tui.store.anchoring import find

            text = article.body if mark.part == "body" else article.title or ""
            known = _Found(find(selector, article.body, article.title, mark.part), len(text))
            with self._lock:
                self._found[told] = known
        return known.anchor

    def is_settled(self, mark: Mark, owner: Owner) -> bool:
        """Whether it is known where a mark stands in the page it belongs to."""
        if mark.selector is None or mark.article_id == owner.article_id:
            return True
        with self._lock:
            return (mark.selector, mark.part, owner.article_id) in self._found

    def placed(self, mark: Mark, owner: Owner | None) -> Placed:
        """A mark where it belongs, as far as is known; where it is not, it is an ORPHAN."""
        if owner is None:
            return _homeless(mark, self._sought.several.get(mark.id, ()))
        title = safe_line(owner.title).strip() or owner.key.rsplit("/", 1)[-1]
        selector = mark.selector
        if selector is None:
            same = mark.article_id in ("", owner.article_id) or mark.cited.title == owner.title
            return Placed(mark, owner.key, title, "ANCHORED" if same else "CHANGED", 0, 0)
        with self._lock:
            found = self._found.get((selector, mark.part, owner.article_id))
        if found is None:
            state: State = "ANCHORED" if mark.article_id == owner.article_id else "ORPHAN"
            return Placed(mark, owner.key, title, state, selector.start, selector.end)
        anchor, last = found
        place = next((place for place in anchor.places if place.part == mark.part), None)
        gone = min(selector.start, last)
        start, end = (place.start, place.end) if place else (gone, gone)
        return Placed(mark, owner.key, title, anchor.state, start, end, anchor)

    def _lost_in(self, marks: Iterable[Mark], owners: dict[str, Owner]) -> Iterator[str]:
        for mark in marks:
            if not self.is_settled(mark, owners[mark.id]):
                yield owners[mark.id].key


def _homeless(mark: Mark, places: tuple[Home, ...] = ()) -> Placed:
    """A mark of no page: about an actor or the corpus, or of a page that is gone.

    Its words may stand in some `places` of others.
    """
    if mark.about in ("actor", "corpus"):
        name = safe_line(mark.actor.partition("\n")[2])
        return Placed(mark, None, name, "ANCHORED", 0, 0)
    title = safe_line(mark.cited.title)
    if places and mark.selector is not None:
        from tui.store.anchoring_model import Anchor

        anchor = Anchor("AMBIGUOUS", mark.selector.exact, tuple(home.place for home in places))
        first, keys = places[0].place, tuple(home.key for home in places)
        return Placed(mark, None, title, "AMBIGUOUS", first.start, first.end, anchor, keys)
    start, end = (mark.selector.start, mark.selector.end) if mark.selector else (0, 0)
    return Placed(mark, None, title, "ORPHAN", start, end)
