"""What each page of a corpus is read with: a person's words and decisions, and what was learnt."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.store.plain import Source, file_of, is_member
from tui.store.reading import Entry, guided
from tui.store.rulings import decisions

if TYPE_CHECKING:
    from tui.store.documents import Ruling
    from tui.store.index import Index
    from tui.text.guide import Guide, Learnt, Rule
    from tui.text.learnt import Seen


class Guides:
    """Makes the guide of a page, and tells which pages were read with another one. Thread-safe."""

    def __init__(
        self,
        home: Path,
        rulings: Callable[[], Sequence[Ruling]],
        rules: Iterable[Rule] = (),
        index: Index | None = None,
        names: str | None = None,
    ) -> None:
        self._home = home
        self._rulings = rulings
        self._rules = tuple(rules)
        self._index = index
        self._names = names
        self._learnt: Mapping[str, Mapping[int, Learnt]] | None = None

    def take(self, learnt: Mapping[str, Mapping[int, Learnt]]) -> None:
        """Go by what was learnt before, from a larger part of the corpus."""
        self._learnt = learnt

    @property
    def learnt(self) -> Mapping[str, Mapping[int, Learnt]]:
        """What the corpus has taught so far."""
        if self._learnt is None:
            self._learnt = self._index.learnt() if self._index else {}
        return self._learnt

    def guide(self, source: Source) -> Guide:
        """What a page is to be read with."""
        from tui.text.guide import Guide, scopes

        folder = self.folder(source.path)
        own = scopes(folder, None)
        return Guide(
            folder=folder,
            rules=self._rules,
            learnt={
                scope: blocks
                for scope, blocks in self.learnt.items()
                if scope in own or scope.startswith("site:")
            },
            decisions=decisions(self._rulings(), os.path.relpath(source.path, self._home)),
            names=self._names,
        )

    def folder(self, path: str) -> str:
        """The folder of a page within its corpus; an archive of many pages is one too."""
        file = file_of(path)
        place = file if is_member(path) else os.path.dirname(file)
        relative = os.path.relpath(place, self._home)
        return "" if relative == os.curdir else relative

    def is_current(self, source: Source, entry: Entry, seen: Seen | None) -> bool:
        """Whether an article that was read before would come out the same now."""
        if seen is None:
            return True  # it could not be read, and no guide changes that
        return entry.guided == guided(seen, self.guide(source))

    def digest(self) -> str:
        """A short name for what pages are read with now: another name, and some may be stale."""
        learnt = sorted(
            (scope, key, block.heads)
            for scope, blocks in self.learnt.items()
            for key, block in blocks.items()
        )
        ruled = sorted(ruling.id for ruling in self._rulings())
        return hashlib.sha256(repr((learnt, ruled)).encode()).hexdigest()[:16]

    def stale(self, sources: Iterable[tuple[Source, Entry]]) -> list[Source]:
        """The pages that would come out otherwise now than when they were read."""
        held = list(sources)
        if not (self.learnt or self._rulings() or any(entry.guided for _, entry in held)):
            return []
        seen = self._index.seen() if self._index else {}
        return [
            source
            for source, entry in held
            if not self.is_current(source, entry, seen.get(source.path))
        ]

    def learn(self, pages: Iterable[Seen]) -> None:
        """Learn anew from all pages of the corpus."""
        from tui.text.learnt import learn

        self._learnt = learn(list(pages))
        if self._index:
            self._index.learn(self._learnt)
