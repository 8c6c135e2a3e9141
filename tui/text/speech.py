"""Verbs of saying that need no other word to be one."""

from __future__ import annotations

from functools import cache

from tui.text.sayings import verbs


@cache
def speaks(word: str) -> bool:
    """Whether a word in lower case is a form of a verb that says by itself: `zegt`, `meldde`."""
    return any(particle is None for particle, _, _ in verbs().get(word, ()))
