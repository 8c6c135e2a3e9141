"""Which articles name some actors, and which have a claim with some speaker and stance."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.store.cast import STANCES

if TYPE_CHECKING:
    from tui.store.actors import Actors
    from tui.store.index import Index
    from tui.store.query_tree import Claims, Said, Who
    from tui.store.spotted import IsCalled
    from tui.store.traits import Node

Asked = tuple[str, list[str]]
"""A condition in SQL and the values for its question marks."""

_THEM = "(SELECT value FROM json_each(?))"


def naming(who: Who, actors: Actors) -> Asked:
    """Asks for the entries that name an actor, under any of its names; maybe more than once."""
    return (
        f"SELECT entry FROM appearance WHERE who IN {_THEM} AND mentions",
        [actors.asked(who.word, who.whole)],
    )


def claiming(claims: Claims, actors: Actors) -> Asked:
    """Asks for the entries with claims that fit, maybe more than once."""
    from tui.store.query_tree import Speaker

    named = next((said for said in claims.wanted if isinstance(said, Speaker)), None)
    if named is None:
        where, values = _fitting(claims.wanted, claims.unwanted, actors)
        return f"SELECT entry FROM statement WHERE {where}", values
    # Actors stand by who they are, claims by article: it begins with the articles of the speaker.
    found = f"SELECT entry FROM appearance WHERE who IN {_THEM} AND claims"
    asked = [actors.asked(named.word, named.whole)]
    wanted = tuple(said for said in claims.wanted if said is not named)
    if not wanted and not claims.unwanted:
        return found, asked
    where, values = _fitting(wanted, claims.unwanted, actors)
    joined = "appearance CROSS JOIN statement USING (entry, who)"
    return (
        f"SELECT entry FROM {joined} WHERE who IN {_THEM} AND appearance.claims AND {where}",
        [*asked, *values],
    )


def calling(index: Index, actors: Actors, nodes: Iterable[Node]) -> IsCalled:
    """Who of some actors has a name, by all the names that each has in the corpus."""
    from tui.store.neighbours import ids_of

    numbers = ids_of(index, nodes)
    known: dict[tuple[str, bool], frozenset[int]] = {}

    def is_called(word: str, whole: bool, node: Node) -> bool:
        if (word, whole) not in known:
            known[word, whole] = frozenset(json.loads(actors.asked(word, whole)))
        return numbers.get(node) in known[word, whole]

    return is_called


def _fitting(wanted: Iterable[Said], unwanted: Iterable[Said], actors: Actors) -> Asked:
    told = [_holds(said, actors) for said in wanted]
    told += [(f"NOT {where}", v) for where, v in (_holds(said, actors) for said in unwanted)]
    return " AND ".join(where for where, _ in told), [value for _, v in told for value in v]


def _holds(said: Said, actors: Actors) -> Asked:
    from tui.store.query_tree import Claims, OneOf, Stance

    if isinstance(said, OneOf):
        options = [each for each in said.options if isinstance(each, Claims)]
        told = [_fitting(each.wanted, each.unwanted, actors) for each in options]
        where = " OR ".join(f"({where})" for where, _ in told)
        return f"({where})", [value for _, values in told for value in values]
    if isinstance(said, Stance):
        numbers = [str(STANCES.index(name)) for name in said.names]
        return f"stance IN ({', '.join(numbers)})", []
    return f"(who IN {_THEM})", [actors.asked(said.word, said.whole)]
