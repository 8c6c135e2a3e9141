"""How fast the pages of a corpus are read, how long it still takes, and when they are written."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from tui.store.views import Progress

Tell = Callable[[Progress], None]

_BATCH, _SECONDS, _LONGEST = 500, 0.6, 6.0
"""How many pages are written at a time at most, how long the first wait for it, and the later ones:
somebody waits to see the first, and many at a time take less work."""


_BETWEEN = 0.5
"""So many seconds between two looks at how fast it goes, for a batch is written in between."""


class Pace:
    """How fast it goes, and how long it will still take."""

    def __init__(self, tell: Tell, phase: Any, total: int) -> None:
        self._tell = tell
        self._phase = phase
        self._total = total
        self._done = 0
        self._marks = deque([(time.monotonic(), 0)], maxlen=100)

    def more(self, count: int) -> None:
        """Count some more."""
        if not count:
            return
        self._done += count
        now = time.monotonic()
        (start, before), (last, _) = self._marks[0], self._marks[-1]
        if now - last >= _BETWEEN:
            self._marks.append((now, self._done))
        rate = (self._done - before) / (now - start) if now > start else None
        left = max(0, self._total - self._done) / rate if rate else None
        self._tell(Progress(self._phase, self._done, self._total, rate, left))


class Turn:
    """When pages that were read are to be written: soon at first, then some more at a time."""

    def __init__(self) -> None:
        self._wait = _SECONDS
        self._since = time.monotonic()

    def has_come(self, count: int) -> bool:
        """Whether so many pages have waited long enough, or are enough."""
        return count >= _BATCH or time.monotonic() - self._since > self._wait

    def is_over(self) -> None:
        """Let those wait that come from now on."""
        self._wait = min(self._wait * 1.5, _LONGEST)
        self._since = time.monotonic()
