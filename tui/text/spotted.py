"""The names of a text where somebody else says they stand, cut as ours are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from tui.text.names import Name, named
from tui.text.printed import Words
from tui.text.spotting import Span


def spotted(words: Words, spans: Iterable[Span]) -> list[Name]:
    """The names at these spans, in order, without the small words and titles before a capital."""
    found: list[Name] = []
    free = 0
    for start, end in spans:
        at = max(free, bisect_left(words.starts, start))
        stop = bisect_left(words.starts, end)
        while at < stop and not words.words[at][:1].isupper():
            at += 1
        while stop > at and not words.words[stop - 1][:1].isalnum():
            stop -= 1
        if at < stop:
            found.append(named(words, at, stop))
            free = stop
    return found
