"""A whole corpus read in one go: first what its pages have in common, then each of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs

from tui.store.files import Corpus
from tui.store.guiding import Guides
from tui.store.index import Index, index_name
from tui.store.ingest import in_order
from tui.store.learning import Taught
from tui.store.notebook import rulings_of
from tui.store.plain import Source, file_of
from tui.store.pool import WORKERS, Pool
from tui.store.reading import Outcome
from tui.store.shown import unpack_seen

if TYPE_CHECKING:
    from tui.text.guide import Guide, Rule

ENOUGH = 3
"""From how many pages on there is something to be learnt from them."""

_EVERY = 20


class Batch:
    """Reads the files of a corpus in worker processes, in path order.

    What a reader decided about its pages, in the notes that lie with it, is gone by. Where there
    are too few pages to learn from, what the app learnt of their folder is.
    """

    def __init__(
        self,
        corpus: Corpus,
        rules: tuple[Rule, ...] = (),
        *,
        names: str | None = None,
        cache: Path | None = None,
        on_progress: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._sources = list(corpus.files)
        self._rules = rules
        self._names = names
        self._cache = cache or platformdirs.user_cache_path("newsreader")
        self._guides = self._guides_in(corpus.home) if corpus.files else self._guides_in(None)
        self._tell = on_progress
        self._given: str | None = None
        self._given_up: dict[str, Outcome] = {}
        self._pool = Pool(min(WORKERS, max(1, len(corpus.files))), names=names)

    def __enter__(self) -> Batch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tell("")
        self._pool.close()
        if self._given is not None:
            os.unlink(self._given)

    def put_first(self, given: str, data: bytes) -> None:
        """Read this page, which is in no file, before all others."""
        handle, self._given = tempfile.mkstemp(prefix="newsreader-")
        with open(handle, "wb") as file:
            file.write(data)
        self._sources.insert(0, Source(self._given, given, given, 0, len(data)))

    def outcomes(self) -> Iterator[tuple[str, Outcome]]:
        """What became of each page, under its path as given."""
        self._learn()
        sound = [source for source in self._sources if source.path not in self._given_up]
        read = in_order(sound, self._pool, self._guide)
        for number, source in enumerate(self._sources):
            if number % _EVERY == 0:
                self._tell(f"{number} of {len(self._sources)} read")
            # What took a worker down once would do so again.
            yield source.given, self._given_up.get(source.path) or next(read)[1]

    def _guide(self, source: Source) -> Guide:
        return self._guides.guide(source.path)

    def _learn(self) -> None:
        pages = [source for source in self._sources if source.path != self._given]
        if len(pages) < ENOUGH:
            self._recall(pages)
            return
        seen = []
        looked = in_order(pages, self._pool, self._guide, "survey")
        for number, (source, outcome) in enumerate(looked):
            if number % _EVERY == 0:
                self._tell(f"{number} of {len(pages)} compared")
            if outcome.seen is not None:
                seen.append(unpack_seen(outcome.seen))
            if outcome.given_up:
                self._given_up[source.path] = outcome
        self._guides.learn(seen)

    def _recall(self, pages: list[Source]) -> None:
        """Go by what the app learnt of the nearest folder around a page that it was opened on."""
        for folder in Path(file_of(pages[0].path)).parents if pages else ():
            path = self._cache / index_name([folder], self._names)
            if path.exists():
                index = Index(path, rules=self._rules)
                taught = Taught(str(index.path), None)
                self._guides = self._guides_in(folder)
                self._guides.take({scope: taught[scope] for scope in taught})
                index.close()
                return

    def _guides_in(self, home: Path | None) -> Guides:
        rulings = rulings_of(home) if home else ()
        return Guides(home or Path(), lambda: rulings, self._rules, names=self._names)
