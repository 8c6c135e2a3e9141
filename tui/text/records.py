"""Pages that come as records: lines such as `Title: …` and `Date: …` above each story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tui.text.boilerplate import Words
from tui.text.units import Unit

_NAME = 16
_FIRST = 12
"""The first field of a page of records is among so many lines."""


def recorded(everything: list[Unit], vocabulary: Words) -> list[Unit]:
    """The units, with the fields of each record taken apart into their names and values.

    The name of a title is cut from it, the other fields are cut whole. A record below a story
    opens a list of other articles.
    """
    fields = [
        at
        for at, unit in enumerate(everything[:_FIRST])
        if ":" in unit.text[:_NAME] and vocabulary.field.match(unit.text)
    ]
    if not fields:
        return everything
    if not _is_record(everything, fields, vocabulary):
        return everything
    found: list[Unit] = []
    below = False
    for at, unit in enumerate(everything):
        near = everything[max(at - 1, 0) : at] + everything[at + 1 : at + 2]
        if not vocabulary.field.match(unit.text) or not (
            (not below and at in fields and vocabulary.field_title.match(unit.text))
            or any(vocabulary.field.match(other.text) for other in near)
        ):
            below = below or (unit.plain and unit.prose)
            found.append(unit)
            continue
        found += _apart(unit, vocabulary, below)
    return found


def _is_record(everything: list[Unit], fields: list[int], vocabulary: Words) -> bool:
    """Whether two fields stand together, or the value of a title stands by itself as well."""
    if any(two - one == 1 for one, two in pairwise(fields)):
        return True
    titled = vocabulary.field_title.match(everything[fields[0]].text)
    value = everything[fields[0]].text[titled.end() :] if titled else None
    return any(unit.text == value for unit in everything[: _FIRST + _FIRST])


def _apart(unit: Unit, vocabulary: Words, below: bool) -> Iterator[Unit]:
    match = vocabulary.field_title.match(unit.text)
    if not match:
        dated = vocabulary.moment.search(unit.text) is not None
        yield unit._replace(
            kind="cut", reason="timestamp" if dated else "navigation", edge=None, prose=False
        )
        return
    at, name = match.end(), match.group().rstrip()
    if len(unit.text) != unit.end - unit.start or at == len(unit.text):
        yield unit._replace(kind="cut", reason="navigation", edge=None, prose=False)
        return
    label = Unit(unit.start, unit.start + len(name), name, apart=unit.apart)
    if below:
        yield label._replace(kind="section", reason="section-head", edge=RECORD)
    else:
        yield label._replace(kind="cut", reason="navigation")
    yield Unit(unit.start + at, unit.end, unit.text[at:])


RECORD = "record"
"""What `Unit.edge` holds for the name of a title below another story."""
