"""Which figures of a series stand by themselves: none too sure, and told by nobody else.

An estimate that goes round is told by many pages, a part of the whole by one. So it takes more to
be of the whole for a number that no other article of the series tells, and less for one that many
tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.series_keys import SeriesKey

CERTAIN = 100
"""How sure a figure is that was not weighed, in hundredths."""
SURE = 45
"""In hundredths: so sure a figure must be in a series of few articles, or to speak for others."""
LEAST = (75, 50, 30, 20)
"""So sure one must be by how many other articles tell its number: none, one, two, or more."""
FEW = 5
"""In a series of fewer articles it tells nothing that no other has a number."""

_Span = tuple[float, float]
_Place = tuple[str, int]


def supported(keys: Sequence[SeriesKey]) -> list[list[SeriesKey]]:
    """The figures of a series, then those that stand apart, each number for itself."""
    if all(key.sure == CERTAIN for key in keys):
        return [list(keys)]
    telling = _telling(keys)
    few = len({key.article for key in keys}) < FEW
    whole: list[SeriesKey] = []
    apart: dict[_Span, list[SeriesKey]] = defaultdict(list)
    for key in keys:
        span = _span(key)
        others = len(telling[span] - {key.article})
        least = SURE if few else LEAST[min(others, len(LEAST) - 1)]
        (whole if key.sure >= least else apart[span]).append(key)
    return [group for group in (whole, *apart.values()) if group]


def _telling(keys: Sequence[SeriesKey]) -> dict[_Span, set[str]]:
    """The articles that surely tell each number, or one that may be the same."""
    sure: dict[_Span, set[str]] = defaultdict(set)
    for key in keys:
        if key.sure >= SURE:
            sure[_span(key)].add(key.article)
    ranges = [span for span in sure if span[0] != span[1]]
    found: dict[_Span, set[str]] = {}
    for span in set(map(_span, keys)):
        near = sure if span[0] != span[1] else [span, *ranges]
        meet = (one for one in near if one[0] <= span[1] and span[0] <= one[1])
        found[span] = set().union(*(sure.get(one, ()) for one in meet))
    return found


def in_order(groups: Iterable[tuple[_Place, Sequence[SeriesKey]]]) -> Iterator[list[SeriesKey]]:
    """Those of some groups that stand together, two or more, in the order of their first keys.

    Each group comes with the place of its first key, and they come in that order.
    """
    waiting: list[tuple[_Place, list[SeriesKey]]] = []
    for place, keys in groups:
        while waiting and waiting[0][0] < place:
            yield heappop(waiting)[1]
        for some in supported(keys):
            if len(some) > 1:
                heappush(waiting, (min(map(_place, some)), some))
    while waiting:
        yield heappop(waiting)[1]


def _span(key: SeriesKey) -> _Span:
    """The least and the most that a figure can be, as it is printed."""
    told = [number for number in (key.value, key.low, key.high) if number is not None] or [0.0]
    return min(told), max(told)


def _place(key: SeriesKey) -> _Place:
    return key.article, key.nth
