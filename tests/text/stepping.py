"""How much work an act is, counted in lines of Python: a clock would tell of the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def steps(act: Callable[[], object], most: int | None = None) -> int:
    """How many lines of Python an act takes; with `most` it is broken off behind that many."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        if most is not None and count > most:
            raise AssertionError(f"more than {most} steps")
        return step

    before = sys.gettrace()
    sys.settrace(step)  # type: ignore[arg-type]
    try:
        act()
    finally:
        sys.settrace(before)
    return count
