"""All that is told of a series, made from its figures and their articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tui.store.disagreement import Disagreement, disagreements
from tui.store.ledger import LedgerRow, Page, row_key, rows
from tui.store.ledger_face import SPARK, Line
from tui.store.ledger_order import Placed, placed
from tui.store.ledgers_kept import unit_of
from tui.store.ledgers_members import Member
from tui.store.series import Series
from tui.store.series_keys import SeriesKey
from tui.store.series_names import name_of

Settled = Iterable[tuple[str, str, str]]
"""Pairs of figures, as `row_key` names them, that are no contradiction, each with the reason."""


PAIRS = 5_000
"""So many pairs of rows are held against each other: in more than a hundred rows not all."""


class Told(NamedTuple):
    """The line of a series, its rows in their order and how they stand to each other."""

    line: Line
    placed: tuple[Placed, ...]
    disagreements: tuple[Disagreement, ...]


def told_of(
    series_id: str,
    members: Sequence[Member],
    pages: Mapping[str, Page],
    *,
    settled: Settled = (),
    name: str | None = None,
    ruled: bool = False,
) -> Told:
    """What there is to tell of some figures as a series; `pages` has their articles by path."""
    keys = tuple(sorted((m.key for m in members), key=lambda key: (key.article, key.nth)))
    name = name or name_of(keys)
    found = rows(Series(series_id, name, keys[0].family, keys), pages)
    order = placed(found)
    in_order = tuple(each.row for each in order)
    pairs = _disagreements(in_order, _pairs(settled, keys, pages, found))
    ends = [n for row in found for n in (row.value, row.low, row.high) if n is not None]
    line = Line(
        id=series_id,
        name=name,
        rows=len(found),
        articles=len({key.article for key in keys if key.article in pages}),
        speakers=len({row.who for row in found}),
        rivals=sum(pair.relation == "rival" for pair in pairs),
        low=min(ends, default=None),
        high=max(ends, default=None),
        unit=unit_of(keys[0].family),
        values=_spark(in_order),
        ruled=ruled,
    )
    return Told(line, order, pairs)


def copies_of(
    figures: Iterable[SeriesKey], keys: Sequence[SeriesKey], pages: Mapping[str, Page]
) -> list[SeriesKey]:
    """Those of some figures that are shown in one row with one of the `figures`, they too."""
    wanted = {_fold(key, pages) for key in figures if key.article in pages}
    return [key for key in keys if key.article in pages and _fold(key, pages) in wanted]


def row_with(
    figure: SeriesKey, pages: Mapping[str, Page], found: Iterable[LedgerRow]
) -> str | None:
    """The key of the row that a figure is shown in: its own, or that of the copy that stands."""
    here = {row.key: row for row in found}
    own = row_key(figure.article, figure.nth)
    if own in here or figure.article not in pages:
        return own if own in here else None
    told = _fold(figure, pages)
    for row in here.values():
        page = pages.get(row.path)
        same = (row.value, row.low, row.high, row.hedge, row.speaker, row.planned)
        if page is not None and (page.story, *same) == told:
            return row.key
    return None


def _fold(key: SeriesKey, pages: Mapping[str, Page]) -> tuple[Any, ...]:
    """By what copies of a story are folded: see tui.store.ledger.rows."""
    story = pages[key.article].story
    return (story, key.value, key.low, key.high, key.hedge, key.speaker, key.planned)


def _disagreements(
    found: Sequence[LedgerRow], settled: Mapping[frozenset[str], str]
) -> tuple[Disagreement, ...]:
    """How rows stand to each other: of very many only to those near them, and where settled."""
    if len(found) * (len(found) - 1) <= 2 * PAIRS:
        return disagreements(found, settled)
    window = max(1, PAIRS // len(found))
    here = {row.key: at for at, row in enumerate(found)}
    last = len(found)
    near = [(at, to) for at in range(last) for to in range(at + 1, min(last, at + 1 + window))]
    known = set(near) if settled else set()
    for pair in sorted(settled, key=sorted):
        at, to = sorted(here[name] for name in pair)
        near += [(at, to)] if (at, to) not in known else []
    return disagreements(found, settled, near)


def _pairs(
    settled: Settled,
    keys: Sequence[SeriesKey],
    pages: Mapping[str, Page],
    found: Sequence[LedgerRow],
) -> dict[frozenset[str], str]:
    """The pairs of rows that were settled."""
    named = {row_key(key.article, key.nth): key for key in keys}
    pairs = {}
    for one, two, reason in settled:
        a, b = (
            row_with(named[each], pages, found) if each in named else None for each in (one, two)
        )
        if a is not None and b is not None and a != b:
            pairs[frozenset((a, b))] = reason
    return pairs


def _spark(found: Sequence[LedgerRow]) -> tuple[float, ...]:
    values = [value for row in found if (value := _middle(row)) is not None]
    if len(values) <= SPARK:
        return tuple(values)
    last = len(values) - 1
    return tuple(values[round(at * last / (SPARK - 1))] for at in range(SPARK))


def _middle(row: LedgerRow) -> float | None:
    if row.value is not None:
        return row.value
    ends = [n for n in (row.low, row.high) if n is not None]
    return sum(ends) / len(ends) if ends else None
