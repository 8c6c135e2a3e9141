"""What each page of a corpus is read with: a person's words and decisions, and what was learnt."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.store.plain import file_of, is_member

if TYPE_CHECKING:
    from tui.store.documents import Ruling
    from tui.store.index import Index
    from tui.store.learning import Held
    from tui.text.guide import Guide, Learnt, Rule
    from tui.text.learnt import Seen


class Guides:
    """Makes the guide of a page. Thread-safe.

    With an `index` it goes by what that has learnt, as far as it is asked for.
    """

    def __init__(
        self,
        home: Path,
        rulings: Callable[[], Sequence[Ruling]],
        rules: Iterable[Rule] = (),
        index: Index | None = None,
        names: str | None = None,
    ) -> None:
        self._home = os.fspath(home)
        self.home = home
        self.rules = tuple(rules)
        self.names = names
        self._rulings = rulings
        self._index = index
        self._learnt: Mapping[str, Mapping[int, Learnt]] = {}

    def take(self, learnt: Mapping[str, Mapping[int, Learnt]]) -> None:
        """Go by what was learnt before, from a larger part of the corpus."""
        self._learnt = learnt

    @property
    def learnt(self) -> Mapping[str, Mapping[int, Learnt]]:
        """What the corpus has taught so far; the same object as long as that is the same."""
        if self._index is not None:
            from tui.store.learning import Taught  # the first screen needs none of it

            stamp = self._index.generation, self._index.stamp("learnt")
            if not isinstance(self._learnt, Taught) or self._learnt.stamp != stamp:
                self._learnt = Taught(str(self._index.path), stamp)
        return self._learnt

    def guide(self, path: str) -> Guide:
        """What the page at a path is to be read with."""
        return self.by_now()(path)

    def by_now(self) -> Callable[[str], Guide]:
        """Makes the guides of very many pages, by what is learnt and decided up to now."""
        from dataclasses import replace

        common, rulings = self.common(), self._rulings()

        plain: dict[str, Guide] = {}

        def guide(path: str) -> Guide:
            folder = self.folder(path)
            own = plain.get(folder)
            if own is None:
                own = plain[folder] = replace(common, folder=folder)
            if not rulings:
                return own
            from tui.store.rulings import decisions  # with the notebook, that else nobody needs

            return replace(own, decisions=decisions(rulings, os.path.relpath(path, self._home)))

        return guide

    def common(self) -> Guide:
        """What all pages are read with."""
        from tui.text.guide import Guide

        return Guide(rules=self.rules, learnt=self.learnt, names=self.names)

    def held(self) -> Held:
        """What pages are held against, to be sent to another process."""
        from tui.store.learning import Held

        return Held(self._home, tuple(self._rulings()), self.common())

    def folder(self, path: str) -> str:
        """The folder of a page within its corpus; an archive of many pages is one too."""
        return folder_of(self._home, path)

    def is_current(self, path: str, was: str, seen: Seen | None) -> bool:
        """Whether an article that was read before would come out the same now."""
        from tui.store.reading import guided

        if seen is None:
            return True  # it could not be read, and no guide changes that
        return was == guided(seen, self.guide(path))

    def digest(self) -> str:
        """A short name for what pages are read with now: another name, and some may be stale."""
        learnt = self._index.stamp("learnt") if self._index is not None else 0
        ruled = sorted(ruling.id for ruling in self._rulings())
        return hashlib.sha256(repr((learnt or 0, ruled)).encode()).hexdigest()[:16]

    def learn(self, pages: Iterable[Seen]) -> None:
        """Learn from all pages of a corpus that is in no index."""
        from tui.text.learnt import learn

        self._learnt = learn(list(pages))


def folder_of(home: str, path: str) -> str:
    """The folder of a page within the corpus in `home`."""
    file = file_of(path)
    return _within(home, file if is_member(path) else os.path.dirname(file))


@lru_cache(maxsize=1024)
def _within(home: str, folder: str) -> str:
    relative = os.path.relpath(folder, home)
    return "" if relative == os.curdir else relative
