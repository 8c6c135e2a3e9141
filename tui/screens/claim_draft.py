"""What is being filled in of a claim, kept as a draft until it is kept or thrown away."""

from __future__ import annotations

import contextlib
import json
import threading
from typing import TYPE_CHECKING

from tui.claims import Filling

if TYPE_CHECKING:
    from tui.store.library import Library


def drafted(text: str) -> Filling | None:
    """What a draft holds; None where that is not the draft of a claim."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    figures = told.pop("figures", None)
    known = {name: said for name, said in told.items() if name in Filling._fields}
    if not isinstance(figures, list) or not all(isinstance(said, str) for said in known.values()):
        return None
    return Filling(**known, figures=tuple(on is True for on in figures))


class Drafting:
    """The draft about something. All methods may block; once it is dropped it stays so."""

    def __init__(self, library: Library, about: str) -> None:
        self._library, self._about = library, about
        self._lock = threading.Lock()
        self._dropped = False

    def found(self) -> Filling | None:
        """What was left of the last time."""
        text = self._library.draft(self._about)
        return drafted(text) if text is not None else None

    def keep(self, filling: Filling) -> None:
        """Keep how far it is. That it could not be is told when the claim itself is kept."""
        from tui.store.bookmarks import NotSaved

        text = json.dumps(filling._asdict(), ensure_ascii=False)
        with self._lock, contextlib.suppress(NotSaved):
            if not self._dropped:
                self._library.keep_draft(self._about, text)

    def drop(self) -> None:
        """Forget it."""
        from tui.store.bookmarks import NotSaved

        with self._lock, contextlib.suppress(NotSaved):
            self._dropped = True
            self._library.drop_draft(self._about)
