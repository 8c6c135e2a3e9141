"""Bookmarks as screens see them: which article each belongs to now, and where in it."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.store.anchors import passage, passages, select
from tui.store.marked import Mark
from tui.store.marking_places import Owner, Whereabouts
from tui.store.notebook import Refused
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook
    from tui.text.article import Article

_LABEL = 200  # characters: more than any list shows


class NotSaved(Exception):
    """Why a mark was not kept."""


class Missing(KeyError):
    """What was to be changed is no longer there."""


class Bookmark(NamedTuple):
    """A place in an article, as far as known by now.

    `label` is what was written to it, else the start of the passage there.

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
    """The bookmarks of a notebook in the pages of a corpus. All methods are thread-safe.

    Which page a mark belongs to is told in tui.store.kept. A mark with none is kept, and shown
    nowhere. `places` knows of all marks where they are.
    """

    def __init__(self, notebook: Notebook, mirror: Mirror, index: Index) -> None:
        self.places = Whereabouts(notebook, mirror, index)
        self._notebook = notebook
        self._mirror = mirror
        self._saving = threading.Lock()

    def shown(self, key: str | None = None) -> tuple[Bookmark, ...]:
        """The bookmarks of one article, or of all, each article's in the order of the text.

        Those of one are given as far as the index knows; for all it is brought up to date first.
        """
        if key is None:
            self._mirror.renew()
        owners = self.places.owners(key)
        found: dict[str, list[Bookmark]] = {}
        for mark in self._of(owners):
            owner = owners[mark.id]
            shown = _shown(mark, owner.key, *self._position(mark, owner))
            found.setdefault(owner.key, []).append(shown)
        for marks in found.values():
            marks.sort(key=lambda mark: mark.position)
        return tuple(mark for marks in found.values() for mark in marks)

    def unsettled(self) -> list[str]:
        """The articles with marks of which the place in the body they have now is not known."""
        return self.places.unsettled()

    def settle(self, key: str, article: Article) -> None:
        """Find the places of an article's marks in the body it has now."""
        self.places.settle(key, article)

    def toggle(self, key: str, path: str, article: Article, position: int) -> Bookmark | None:
        """Mark the passage at a position, or take away what marks it. Raises NotSaved."""
        from tui.store.marking_made import cited

        spans = passages(article.body)
        here = passage(spans, position)
        mark = Mark(
            id=os.urandom(16).hex(),
            article_id=article.id,
            path=self._mirror.kept_path(os.fsencode(path)),
            at=max(0, min(position, len(article.body))),
            selector=select(article.body, *here),
            created=datetime.now(UTC).isoformat(timespec="microseconds"),
        )
        with self._saving, saving(self._notebook):
            self._mirror.renew()
            owners = self.places.owners(key)
            old = [
                known
                for known in self._of(owners)
                if self._is_at(known, owners[known.id], article, spans, here)
            ]
            if old:
                self._notebook.change("bookmark taken away", remove=old)
            else:
                mark = mark._replace(cited=cited(path, article))
                self._notebook.change("bookmark kept", add=[mark])
        return None if old else _shown(mark, key, mark.at, False)

    def _of(self, owners: dict[str, Owner]) -> list[Mark]:
        return [mark for mark in self.places.of(owners) if mark.kind == "bookmark"]

    def _position(self, mark: Mark, owner: Owner) -> tuple[int, bool]:
        """Where a bookmark stands as far as is known, and whether its words are gone from there."""
        if not self.places.is_settled(mark, owner):
            return mark.at, False
        placed = self.places.placed(mark, owner)
        lost = placed.state == "ORPHAN"
        if mark.selector is None or mark.part != "body":
            return 0, lost
        if placed.anchor is None:
            return mark.at, lost
        position = placed.start + mark.at - mark.selector.start
        return max(0, min(position, placed.end)), lost

    def _is_at(
        self,
        mark: Mark,
        owner: Owner,
        article: Article,
        spans: Sequence[tuple[int, int]],
        here: tuple[int, int],
    ) -> bool:
        if mark.selector is None or mark.part != "body":
            return False
        if mark.article_id != article.id:
            self.places.find(mark, mark.selector, article)
        now = owner._replace(article_id=article.id)
        position, lost = self._position(mark, now)
        return not lost and passage(spans, position) == here


@contextlib.contextmanager
def saving(notebook: Notebook) -> Iterator[None]:
    """Whatever goes wrong while something is kept is raised as NotSaved, and says so.

    But for Missing: somebody else was quicker.
    """
    try:
        yield
    except (Missing, NotSaved):
        raise
    except Refused as error:
        raise NotSaved(str(error)) from error
    except Exception as error:
        raise not_saved(notebook.path, error) from error


def _shown(mark: Mark, key: str, position: int, lost: bool) -> Bookmark:
    quote = mark.selector.exact if mark.selector else ""
    words = f"{mark.text} · “{quote}”" if mark.text and quote else mark.text or quote
    label = " ".join(safe_line(words).split())[:_LABEL]
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
