"""How fast the pages of a corpus are read, and how long it still takes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from tui.store.views import Progress

Tell = Callable[[Progress], None]


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
        self._marks.append((time.monotonic(), self._done))
        (start, before), (now, _) = self._marks[0], self._marks[-1]
        rate = (self._done - before) / (now - start) if now > start else None
        left = max(0, self._total - self._done) / rate if rate else None
        self._tell(Progress(self._phase, self._done, self._total, rate, left))
