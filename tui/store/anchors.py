"""Where a note belongs in a page: the selectors of the W3C Web Annotation model."""

from __future__ import annotations

import bisect
import itertools
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


def locate(selector: Selector, body: str) -> int | None:
    """Where the quote now starts, None where it is gone.

    Of several places, the one whose surroundings are most alike, then the one nearest by.
    """
    if not selector.exact:
        return None
    places = []
    at = body.find(selector.exact)
    while at >= 0:
        places.append(at)
        at = body.find(selector.exact, at + 1)

    def fitness(start: int) -> tuple[int, int]:
        end = start + len(selector.exact)
        before = _shared(selector.prefix[::-1], body[max(0, start - CONTEXT) : start][::-1])
        after = _shared(selector.suffix, body[end : end + CONTEXT])
        return before + after, -abs(start - selector.start)

    return max(places, key=fitness, default=None)


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def passages(body: str) -> Sequence[tuple[int, int]]:
    """The sentences that marks in a body can be about, as spans: one at least."""
    from tui.text.sentences import sentences

    return sentences(body) or [(0, len(body))]


def passage(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """The one of some passages that `position` is in; the one before white space."""
    after = bisect.bisect_right(spans, position, key=lambda span: span[0])
    return spans[max(0, after - 1)]
