"""Looking for garbage, put off until the first screen stands: it would hold that up by a tenth."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 5_000, 20, 50
"""After how many new things it is looked for, and how often more thoroughly (700, 10, 10)."""


@contextmanager
def put_off() -> Iterator[None]:
    """Nothing is looked for until `resume`, or the end of this at the latest."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def resume() -> None:
    """Look again, but seldom; what was made so far stays, and need not be looked at.

    Nearly all is freed by itself: to look for more so often as is usual would hold up keys.
    """
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
