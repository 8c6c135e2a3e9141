"""How the record of an actor is told: its series in a list, and the figures of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.finding import fold
from tui.screens.ledger_telling import UNTOLD, value
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.ledger_rows import Telling
from tui.widgets.record_rows import CHANGES, RecordRow
from tui.widgets.series_list import SeriesRow

if TYPE_CHECKING:
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_order import Placed
    from tui.store.ledgers_record import Record, Said, Strand

UNDATED = "No day is known of:"


def strands(record: Record, text: str) -> list[Strand]:
    """The series of a record of which each word of a text begins a word of the name."""
    wanted = fold(text)[0].split()
    return [
        strand
        for strand in record.strands
        if all(any(w.startswith(word) for w in fold(strand.name)[0].split()) for word in wanted)
    ]


def listed(strand: Strand) -> SeriesRow:
    """A series for the list: how many figures, the first and the last of them, how they went."""
    known = [said.placed.row for said in strand.said if said.placed.lane != "undated"]
    known = [row for row in known if not row.planned] or known
    rows = known or [said.placed.row for said in strand.said]
    ends = list(dict.fromkeys(value(row) for row in (rows[0], rows[-1])))
    unit = f" {safe_line(strand.unit)}" if strand.unit and strand.unit != "%" else strand.unit
    span = (" → " if known else ", ").join(ends) + unit
    return SeriesRow(
        strand.id,
        safe_line(strand.name),
        len(strand.said),
        span if known else f"no day: {span}",
        tuple(_middle(row) for row in known if _middle(row) is not None),  # type: ignore[misc]
    )


def told(strand: Strand) -> list[RecordRow]:
    """The figures of a series under its name; those without a day stand in a lane of their own."""
    head = RecordRow("", safe_line(strand.name))
    dated = [_row(said) for said in strand.said if said.placed.lane != "undated"]
    undated = [_row(said) for said in strand.said if said.placed.lane == "undated"]
    return [head, *dated, *([RecordRow("", UNDATED)] if undated else []), *undated]


def _row(said: Said) -> RecordRow:
    row = said.placed.row
    return RecordRow(
        row.key,
        value(row),
        said.change,
        _when(said.placed),
        "planned" if row.planned else row.stance or "",
        _called(row),
        safe_line(row.title or row.path),
    )


def _called(row: LedgerRow) -> str:
    """By which other name it spoke there, and through whom: `Grootveld via ANP`."""
    name = row.speaker if row.speaker != row.actor else ""
    return safe_line(" ".join(filter(None, (name, f"via {row.via}" if row.via else ""))))


def _when(placed: Placed) -> str:
    if placed.day is None:
        return UNTOLD.get(placed.lane, "no day")
    day = wording.date(placed.day)
    return f"{placed.basis} {day}" if placed.basis in ("said", "dated") else day


def telling(said: Said) -> Telling:
    """The sentence of a figure, where it is from, and what was told before it."""
    row = said.placed.row
    parts = [safe_line(row.title or row.path), _when(said.placed)]
    if row.copies:
        copies = len(row.copies)
        parts.append(f"{copies} copies" if copies > 1 else "1 copy")
    if row.planned:
        parts.append(safe_line(", ".join(filter(None, ("planned", row.stance)))))
    if row.cue:
        parts.append(safe_line(f"“{row.cue}”"))
    if row.actor is not None and row.actor != row.speaker:
        parts.append(safe_line(f"{row.speaker} is {row.actor}"))
    sign, words = CHANGES[said.change]
    before = ", ".join(f"{value(one.row)} ({_when(one)})" for one in said.before)
    stands = f"{sign} {words}" + (f": before it {before}" if before else "")
    return Telling(safe_line(row.sentence), (" · ".join(parts), stands.strip()))


def _middle(row: LedgerRow) -> float | None:
    if row.value is not None:
        return row.value
    ends = [end for end in (row.low, row.high) if end is not None]
    return sum(ends) / len(ends) if ends else None
