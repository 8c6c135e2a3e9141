"""Whose record `newsreader ledger --speaker` prints: the actors that have the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.commands.common import complain
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.commands.building import Corpus
    from tui.store.ledgers_record import Record, Strand

_NAMED = 10  # of more actors that could be meant only the number is told


class Whose(NamedTuple):
    """What is printed: the name it is under, a line that tells what there is, and the series."""

    name: str
    told: str
    strands: tuple[Strand, ...]


def whose(corpus: Corpus, name: str, series: str) -> Whose | str | None:
    """The record of who has a name, as far as words of `series` begin words of those names.

    It is a complaint where several could be meant. None where there is nothing to print, which
    is told.
    """
    found = corpus.called(name)
    if not found:
        found = corpus.called(name, whole=False)
        if len(found) > 1:
            meant = list(dict.fromkeys(each.name for each in found))
            more = f" and {len(meant) - _NAMED} more" if len(meant) > _NAMED else ""
            return f"{name} may be {', '.join(meant[:_NAMED])}{more}. Give one name in full."
    records = [record for each in found if (record := corpus.record(each.key)) is not None]
    if not records:
        complain(safe_line(f"nobody is called {name} in this corpus."))
        return None
    records = [record for record in records if record.strands] or records[:1]
    strands = [strand for record in records for strand in record.strands]
    if series:
        from tui.store.query import folded

        words = folded(series).split()
        strands = [one for one in strands if all(f" {w}" in f" {folded(one.name)}" for w in words)]
    if not strands:
        asked = f" in a series with {series} in its name" if series else ""
        complain(safe_line(f"no figure of {records[0].name}{asked}."))
        return None
    names = ", ".join(dict.fromkeys(record.name for record in records))
    return Whose(names, safe_line(_about(records, strands)), tuple(strands))


def _about(records: list[Record], strands: list[Strand]) -> str:
    from tui.commands.building import several

    names = list(dict.fromkeys(name for record in records for name in record.names))
    figures = sum(len(strand.said) for strand in strands)
    parts = [names[0], several(figures, "figure", "figures")]
    parts += [several(len(strands), "series", "series")]
    if names[1:]:
        parts.insert(1, f"also {', '.join(names[1:])}")
    return " · ".join(parts)
