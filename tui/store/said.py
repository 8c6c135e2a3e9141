"""Which articles name some actors, and which have a claim with some speaker and stance."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from tui.store.cast import THESE

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.index import Index
    from tui.store.query import Query, Said, Who

Asked = tuple[str, list[str]]
"""A condition in SQL and the values for its question marks."""

_NAMED = f"""SELECT path FROM entry
    WHERE id IN (SELECT entry FROM actor WHERE (name, type) IN {THESE} AND mentions)"""
_CLAIMED = """SELECT path, n FROM
    (SELECT entry, count(*) AS n FROM claim WHERE {} GROUP BY entry)
    JOIN entry ON entry.id = entry"""


def naming(index: Index, who: Who, actors: Actors) -> set[str]:
    """The paths of the articles that name an actor, under any of its names."""
    found = index.ask(_NAMED, (actors.asked(who.word, who.whole),))
    return {os.fsdecode(path) for (path,) in found}


def claiming(index: Index, query: Query, actors: Actors) -> dict[str, int]:
    """How many claims fit a query, by path; of one that only turns away, who is turned."""
    if query.said:
        told = [_holds(said, actors) for said in query.said]
        turned = [_holds(said, actors) for said in query.unsaid]
        told += [(f"NOT {where}", values) for where, values in turned]
        word = " AND "
    else:
        told, word = [_holds(said, actors) for said in query.unsaid], " OR "
    where = word.join(where for where, _ in told)
    values = [value for _, values in told for value in values]
    return {os.fsdecode(path): n for path, n in index.ask(_CLAIMED.format(where), values)}


def _holds(said: Said, actors: Actors) -> Asked:
    from tui.store.query import Stance

    if isinstance(said, Stance):
        return "(stance IN (SELECT value FROM json_each(?)))", [json.dumps(said.names)]
    # The names stand in order with the actors: their articles come first, then the claims there.
    asked = actors.asked(said.word, said.whole)
    return (
        f"(entry IN (SELECT entry FROM actor WHERE (name, type) IN {THESE})"
        f" AND (speaker, type) IN {THESE})",
        [asked, asked],
    )
