"""A worker whose first word cannot be read, for the tests of the pool."""

from __future__ import annotations

import pickle
import sys


class Unreadable:
    """Anything may come out of half an answer: this one raises a ValueError."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        return int, ("no number",)


def serve() -> None:
    sys.stdout.buffer.write(pickle.dumps(Unreadable()))
