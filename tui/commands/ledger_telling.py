"""What the library knows of a series, as the exports tell it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.export.ledger_told import Entry, Stand, Told

if TYPE_CHECKING:
    from tui.store.disagreement import Disagreement
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Sheet
    from tui.store.ledger_order import Placed
    from tui.store.ledgers_record import Strand


RECORD_FIELDS = ("day", "basis", "change")
"""What the rows of a record have in JSON besides."""


def told(sheet: Sheet, paths: Mapping[str, str]) -> Told:
    """A series; `paths` gives those of articles as they are told, where that is another way."""
    line = sheet.line
    numbers = {one.row.key: number for number, one in enumerate(sheet.placed, 1)}
    stands = _stands(sheet.disagreements, numbers)
    return Told(
        name=line.name,
        entries=tuple(
            _entry(one, numbers, stands.get(one.row.key, ()), line.unit, paths)
            for one in sheet.placed
        ),
        articles=line.articles,
        rivals=line.rivals,
        low=line.low,
        high=line.high,
        unit=line.unit,
        parts=tuple(dict.fromkeys(part.name for part in sheet.parts)),
    )


def recorded(strand: Strand, paths: Mapping[str, str]) -> Told:
    """What one speaker said in a series; the rows have in JSON their day and what changed too."""
    order = [said.placed for said in strand.said]
    numbers = {one.row.key: number for number, one in enumerate(order, 1)}
    ends = [n for one in order for n in (one.row.value, one.row.low, one.row.high) if n is not None]
    entries = []
    for said in strand.said:
        entry = _entry(said.placed, numbers, (), strand.unit, paths)
        more = {"day": said.placed.day, "basis": said.placed.basis, "change": said.change or None}
        entries.append(replace(entry, fields={**entry.fields, **more}, change=said.change))
    return Told(
        name=strand.name,
        entries=tuple(entries),
        articles=len({one.row.path for one in order}),
        low=min(ends, default=None),
        high=max(ends, default=None),
        unit=strand.unit,
    )


def _stands(pairs: Sequence[Disagreement], numbers: dict[str, int]) -> dict[str, list[Stand]]:
    found: dict[str, list[Stand]] = {}
    for pair in pairs:
        for one, other in ((pair.one, pair.two), (pair.two, pair.one)):
            if one.key in numbers and other.key in numbers:
                stand = Stand(pair.relation, numbers[other.key], pair.why)
                found.setdefault(one.key, []).append(stand)
    return found


def _entry(
    one: Placed,
    numbers: dict[str, int],
    stands: Sequence[Stand],
    unit: str,
    paths: Mapping[str, str],
) -> Entry:
    from tui.store.ledger import to_json

    row = one.row
    path = paths.get(row.path, row.path)
    least, most = _reach(row)
    return Entry(
        fields={**to_json(row), "path": path},
        who=row.who,
        own=row.speaker is None,
        number=row.phrase[: row.end - row.start],
        unit=unit,
        heading=row.heading or "",
        site="" if row.voice == row.path else row.voice,
        day=one.day or "",
        basis=one.basis or "",
        after=_numbered(one.after, numbers),
        before=_numbered(one.before, numbers),
        least=least,
        most=most,
        planned=row.planned,
        earlier=row.earlier,
        copies=tuple(paths.get(copy, copy) for copy in row.copies),
        stands=tuple(sorted(stands, key=lambda stand: stand.other)),
        why=row.why,
    )


def _reach(row: LedgerRow) -> tuple[float | None, float | None]:
    """How far range and hedge reach; a vague figure has no end that anybody told."""
    from tui.store.disagreement import interval

    if row.value is None and (row.low is None or row.high is None):
        return row.low, row.high
    reach = interval(row)
    least, most = (end if math.isfinite(end) else None for end in reach)
    return least, most


def _numbered(keys: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[key] for key in keys if key in numbers))
