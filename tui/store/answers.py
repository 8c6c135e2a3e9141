"""What the library answers with, and why it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.store.rows import Row


class ReadError(Exception):
    """Why an article cannot be shown: what, where, and what to do."""


class Dropped(ReadError):
    """Nobody wanted the article any more while it was being read."""


class Decided(NamedTuple):
    """What a decision holds for, in words safe to print, and how many `others` are read again."""

    scope: str
    texts: int
    others: int


class Filtered(NamedTuple):
    """The articles that fit a query, in path order, and how many figures of each fit it.

    `hits` has them all; where no figure was asked for it tells of none.
    """

    rows: tuple[Row, ...]
    hits: Mapping[str, int]
