"""The first actors of a corpus with very many names, without a table of everyone."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.store import neighbours
from tui.store.actor_rows import ordered
from tui.store.query import folded
from tui.store.roll import Roll

if TYPE_CHECKING:
    from array import array

    from tui.store.actor_rows import ActorRow, Sort
    from tui.store.aliases import Node
    from tui.store.cast import ActorKind
    from tui.store.census import Census
    from tui.store.documents import Naming
    from tui.store.index import Index

MOST = 200
"""How many of one type are listed where there are very many."""

_MARGIN = 100
"""So many more names are looked at: some of the first are names of one actor."""

_SOME = 20  # of what articles tell of somebody in a list, so much is looked through for the role
_ALL = -1
_ROLES = """SELECT value, role, sum((SELECT count(*) FROM appearance AS a
        WHERE a.who = value AND a.guise = guise.id)) FROM json_each(?1) JOIN guise ON guise.id IN (
        SELECT DISTINCT guise FROM appearance WHERE who = value AND guise > 0 LIMIT ?2
    ) WHERE role <> '' GROUP BY value, role"""


def page(
    index: Index,
    census: Census,
    namings: Collection[Naming],
    kind: ActorKind,
    sort: Sort,
    here: array[int] | None,
    text: str,
) -> tuple[tuple[ActorRow, ...], bool]:
    """The first actors of one type, and whether those are all that there are.

    Of those with names that are `here`, for a folded `text`.
    """
    first = census.first(kind, sort, MOST + _MARGIN, here)
    if not first:
        return (), True
    made, nodes = roll(index, census, first, namings)
    rows = [row for row in made.table(tuple(namings), nodes).rows if row.type == kind]
    if text:
        rows = [row for row in rows if any(text in folded(alias.name) for alias in row.aliases)]
    whole = len(first) < MOST + _MARGIN and len(rows) <= MOST
    return ordered(rows, sort)[:MOST], whole


def roll(
    index: Index,
    census: Census,
    ids: Collection[int],
    namings: Collection[Naming],
    *,
    fully: bool = False,
) -> tuple[Roll, list[Node]]:
    """What is known of some names and of all that could be joined with them; and those names.

    Not `fully`, only some of their roles are told.
    """
    near, crowds = neighbours.near(index, ids, namings)
    told = {at: (node, facts) for at, node, facts in neighbours.told_of(index, near)}
    for at, (_, facts) in told.items():
        facts.claims = census.claims(at)
    most = _ALL if fully else _SOME
    for at, role, articles in index.ask(_ROLES, (json.dumps(list(told)), most)):
        told[at][1].roles[role] = articles
    known = dict(told.values())
    return Roll(index, known, crowds), [told[at][0] for at in ids if at in told]
