"""Looking for garbage, put off until the first screen stands: it would hold that up by a tenth."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Nothing is looked for until `resume`, or the end of this at the latest."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def resume() -> None:
    """Look again; what was made so far stays, and need not be looked at."""
    gc.freeze()
    gc.enable()
