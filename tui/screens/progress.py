"""How far the corpus has been read."""

from __future__ import annotations

from collections.abc import Iterable

from tui.session import Entry


class Progress:
    """Counts the articles that were read, once or again, and those that could not be."""

    def __init__(self) -> None:
        self.total = 0
        self._read: set[str] = set()
        self._failed: set[str] = set()
        self._reading = True
        self._others = 0
        self._again: set[str] = set()

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return len(self._failed)

    @property
    def done(self) -> tuple[int, int] | None:
        """How many have been read and of how many, while that goes on."""
        if self._reading:
            return len(self._read), self.total
        return (min(len(self._again), self._others), self._others) if self._others else None

    def count(self, rows: Iterable[Entry]) -> None:
        """These came; one that waits counts for nothing yet."""
        for row in rows:
            if row.state != "waiting":
                self._read.add(row.key)
            if row.state == "failed":
                self._failed.add(row.key)
            else:
                self._failed.discard(row.key)
            if self._others:
                self._again.add(row.key)

    def expect(self, others: int) -> None:
        """So many are to be read again."""
        self._others += others

    def end(self) -> None:
        """All of it was read."""
        self._reading, self._others = False, 0
        self._again.clear()
