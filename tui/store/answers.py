"""What the library answers with, and why it cannot."""

from __future__ import annotations

from typing import NamedTuple


class ReadError(Exception):
    """Why an article cannot be shown: what, where, and what to do."""


class Dropped(ReadError):
    """Nobody wanted the article any more while it was being read."""


class Decided(NamedTuple):
    """What a decision holds for, in words safe to print, and how many `others` are read again."""

    scope: str
    texts: int
    others: int
