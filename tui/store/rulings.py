"""What a person decided about blocks of pages: put back or cut, for one article or a whole site."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.store.documents import Ruling
from tui.store.notebook import Notebook

if TYPE_CHECKING:
    from tui.text.guide import Decision

Action = Literal["restore", "cut"]
_LABEL = 40  # characters of a block by which a person knows it again
_DONE = {"restore": "put back", "cut": "cut"}


def decisions(rulings: Sequence[Ruling], path: str) -> tuple[Decision, ...]:
    """What was decided for the page at a path (from the folder of the corpus).

    What holds for a site or folder stands before what holds for the page alone, so that this
    wins. Those for all sites and folders are there, for only the page tells which is its own.
    """
    if not rulings:
        return ()
    from tui.text.guide import Decision

    wide = (ruling for ruling in rulings if ruling.scope is not None)
    narrow = (ruling for ruling in rulings if ruling.path == path)
    return tuple(Decision(r.action, r.text, r.scope) for r in (*wide, *narrow))


class Rulings:
    """Keeps decisions in a notebook."""

    def __init__(self, notebook: Notebook, home: Path) -> None:
        self._notebook = notebook
        self._home = home

    def decide(self, texts: Sequence[str], action: Action, *, path: str, scope: str | None) -> None:
        """Keep a decision about blocks, for the page at `path` or, where one is given, a scope.

        Of two that contradict each other for the same place only the later is kept; one that only
        takes the one before it back leaves none. What holds for a whole scope ends what held for
        this page alone. Raises OSError.
        """
        from tui.text.guide import block_key

        here = os.path.relpath(path, self._home)
        own = None if scope else here
        keys = {block_key(text): text for text in texts}
        wider = {
            block_key(ruling.text)
            for ruling in self._notebook.rulings
            if scope is None and ruling.scope is not None
        }
        old = [
            ruling
            for ruling in self._notebook.rulings
            if block_key(ruling.text) in keys
            and ((ruling.path, ruling.scope) == (own, scope) or ruling.path == here)
        ]
        taken_back = {
            block_key(r.text) for r in old if r.action != action and r.scope == scope
        } - wider
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        new = [
            Ruling(os.urandom(16).hex(), action, text, own, scope, now)
            for key, text in keys.items()
            if key not in taken_back
        ]
        self._notebook.change(_label(texts, action, scope), add=new, remove=old)


def _label(texts: Sequence[str], action: Action, scope: str | None) -> str:
    what = " ".join(texts[0].split()) if len(texts) == 1 else f"{len(texts)} parts"
    short = what if len(what) <= _LABEL else f"{what[: _LABEL - 1]}…"
    where = " on the whole site" if scope else ""
    return f"{_DONE[action]}{where}: {short}"
