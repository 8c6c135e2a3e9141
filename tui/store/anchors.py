"""What a note is about in a page: the selectors of the W3C Web Annotation model."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import NamedTuple

CONTEXT = 32
"""How many characters before and after a quote are kept with it."""


class Selector(NamedTuple):
    """A quote with what stands around it, and where it stood (code points into the body).

    Together a TextQuoteSelector and a TextPositionSelector, see
    https://www.w3.org/TR/annotation-model/#selectors
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(body: str, start: int, end: int) -> Selector:
    """The selector of a stretch of a body."""
    return Selector(
        exact=body[start:end],
        prefix=body[max(0, start - CONTEXT) : start],
        suffix=body[end : end + CONTEXT],
        start=start,
        end=end,
    )


def passages(body: str) -> Sequence[tuple[int, int]]:
    """The sentences that marks in a body can be about, as spans: one at least."""
    from tui.text.sentences import sentences

    return sentences(body) or [(0, len(body))]


def passage(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """The one of some passages that `position` is in; the one before white space."""
    after = bisect.bisect_right(spans, position, key=lambda span: span[0])
    return spans[max(0, after - 1)]
