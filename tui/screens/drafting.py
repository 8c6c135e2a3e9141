"""What is being typed, kept as a draft until it is kept for good or thrown away."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from tui.text.safe import safe_line
from tui.widgets import wording

if TYPE_CHECKING:
    from textual.app import App

    from tui.store.library import Library
    from tui.store.marked import Draft, Target

FOUND = "A draft{when} was found: this is how far you came. {key} keeps it."
ANSWERS = "s save · d keep as draft · x throw away · esc write on"
ASK = f"Not kept yet:  {ANSWERS}"
"""What is asked of who leaves with something that is not kept."""
KEPT = "Kept as a draft: it is there when you write here again, and the next start tells of it."


class Drafting:
    """The draft about something, under the first of some names; all methods may block.

    It is looked for under the others too, and dropped there.
    """

    def __init__(self, library: Library, *about: Target | str) -> None:
        self._library, self._about = library, about
        self._lock = threading.Lock()
        self._ended = False

    def found(self) -> Draft | None:
        """What was left of the last time."""
        return next(filter(None, map(self._library.draft_of, self._about)), None)

    def keep(self, text: str | None) -> str | None:
        """Keep how far it is, or with None that nothing is left to keep; gives why it is not."""
        from tui.store.bookmarks import NotSaved

        with self._lock:
            if self._ended or not self._about:
                return None
            try:
                if text is None:
                    self._drop()
                else:
                    self._library.keep_draft(self._about[0], text)
            except NotSaved as error:
                return str(error)
        return None

    def drop(self) -> None:
        """Forget it; no draft comes after this. One that stays on a full disk does no harm."""
        from tui.store.bookmarks import NotSaved

        with self._lock:
            self._ended = True
            try:
                self._drop()
            except NotSaved:
                return

    def _drop(self) -> None:
        for about in self._about:
            self._library.drop_draft(about)


def tell_kept(app: App[Any], problem: str | None = None) -> None:
    """Tell who left that the draft is kept, or why it is not."""
    title, severity = ("NOT SAVED", "error") if problem else ("", "information")
    words = safe_line(problem or KEPT)
    app.notify(words, title=title, severity=severity, timeout=5, markup=False)  # type: ignore[arg-type]


def about_draft(draft: Draft, key: str) -> str:
    """That a draft was found, of when it is, and by which key it is kept."""
    when = safe_line(wording.moment(draft.edited))
    return FOUND.format(when=f" of {when}" if when else "", key=key)
