"""Leaving out what is loaded for the first screen only because somebody else might want it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Some modules cannot be imported meanwhile, unless they are there already; then they can."""
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # the import system's own sign
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
