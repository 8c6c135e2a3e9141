"""Where marks are now: in which article of the corpus, and on which words of it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.store.anchors import select
from tui.store.marked import Mark, Placed
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.anchoring_model import Anchor, State
    from tui.store.anchors import Selector
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook
    from tui.text.article import Article

_OWNED = """SELECT kept_mark.id, entry.key, entry.article_id, entry.title
    FROM kept_mark JOIN entry ON entry.id = kept_mark.owner"""
_ELSEWHERE = f"{_OWNED} WHERE article_id != kept_mark.article AND article_id != ''"
_ORPHANS = "SELECT id FROM kept_mark WHERE owner IS NULL"


class Owner(NamedTuple):
    """The article that a mark belongs to now; of a page that waits, `article_id` is empty."""

    key: str
    article_id: str
    title: str


class _Found(NamedTuple):
    """Where a quote is in a text of so many characters."""

    anchor: Anchor
    length: int


class Whereabouts:
    """Finds the marks of a notebook in the pages of a corpus. Thread-safe.

    Which page a mark belongs to is told in tui.store.kept; in a page that holds the article it was
    made in it stands where it stood, in any other one it is looked for once.
    """

    def __init__(self, notebook: Notebook, mirror: Mirror, index: Index) -> None:
        self._notebook = notebook
        self._mirror = mirror
        self._index = index
        self._lock = threading.Lock()
        self._found: dict[tuple[Selector, str, str], _Found] = {}

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

    def elsewhere(self) -> dict[str, Owner]:
        """Of the marks in pages that have changed since, where they belong."""
        rows = self._index.ask(_ELSEWHERE)
        return {name: Owner(at, article, title or "") for name, at, article, title in rows}

    def unsettled(self) -> list[str]:
        """The articles with marks of which it is not known where they stand in them now."""
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
            return _homeless(mark)
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


def _homeless(mark: Mark) -> Placed:
    """A mark of no page: about an actor or the corpus, or of a page that is gone."""
    if mark.about in ("actor", "corpus"):
        name = safe_line(mark.actor.partition("\n")[2])
        return Placed(mark, None, name, "ANCHORED", 0, 0)
    start, end = (mark.selector.start, mark.selector.end) if mark.selector else (0, 0)
    return Placed(mark, None, safe_line(mark.cited.title), "ORPHAN", start, end)
