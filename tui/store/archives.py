"""The pages in the archives of a corpus, each archive looked into once while it stays the same."""

from __future__ import annotations

from collections.abc import Callable

from tui.store.files import Corpus, path_order
from tui.store.plain import Source


class Archives:
    """Remembers what is in the files that hold many pages."""

    def __init__(self) -> None:
        self._pages: dict[Source, tuple[Source, ...]] = {}
        self._problems: dict[Source, tuple[str, ...]] = {}

    def spliced(self, corpus: Corpus) -> Corpus:
        """The corpus with the pages of each known archive in its place among the files."""
        if not corpus.containers:
            return corpus
        known = [archive for archive in corpus.containers if archive in self._pages]
        found: list[Source] = []
        for source in sorted([*corpus.files, *known], key=lambda s: path_order(s.key)):
            found += self._pages.get(source, (source,))
        told = [problem for archive in known for problem in self._problems[archive]]
        return corpus._replace(
            files=tuple(found),
            problems=(*corpus.problems, *told),
            containers=tuple(c for c in corpus.containers if c not in self._pages),
        )

    def look_into(self, archive: Source, cancelled: Callable[[], bool]) -> None:
        """List the pages of an archive; when it is cancelled the archive stays unknown."""
        from tui.store.containers import members

        pages: list[Source] = []
        problems: list[str] = []
        for found in members(archive, cancelled=cancelled):
            if isinstance(found, str):
                problems.append(found)
            else:
                pages.append(found)
        if cancelled():
            return
        self._pages[archive], self._problems[archive] = tuple(pages), tuple(problems)
