"""By what the rows of a made-up corpus are sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.store.rows import Row
from tui.store.views import Sort

ORDERS: dict[Sort, Callable[[Row], tuple[Any, ...]]] = {
    "path": lambda row: (),
    "date": lambda row: (_late(row.published or ""),),
    "title": lambda row: (row.title.casefold(),),
    "site": lambda row: (row.site is None, row.site or ""),
    "figures": lambda row: (-row.figures,),
    "notes": lambda row: (-row.notes - row.bookmarks,),
}


def _late(published: str) -> tuple[bool, list[int]]:
    """The newest first, and at the end what has no date."""
    return not published, [-ord(letter) for letter in published]
