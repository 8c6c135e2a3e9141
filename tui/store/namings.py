"""Which names a person says are one actor's, laid over what the names alone tell.

The groups that the names alone give are cut where a name was said to stand apart, and what is
left of them is tied together where names were said to be one actor's. Names that no article has
at the moment are kept all the same: they may come back.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, cast

from tui.store.aliases import Groups, Node
from tui.store.cast import ActorKind
from tui.store.documents import Naming


class Ties(NamedTuple):
    """The actors of a corpus: the names of each, and of each name which of them it belongs to.

    `cells` holds for each name the names that it stands with whatever was tied by hand. `heads`
    are the names by whose cell an actor goes that was tied by hand.
    """

    actors: tuple[tuple[Node, ...], ...]
    of: Mapping[Node, int]
    cells: Mapping[Node, Node]
    heads: Mapping[int, Node]


class Step(NamedTuple):
    """What is to be kept and what taken away to make a decision hold."""

    add: tuple[Naming, ...] = ()
    remove: tuple[Naming, ...] = ()


def ties(groups: Groups, namings: Iterable[Naming]) -> Ties:
    """The actors when what a person said is laid over the groups of the names alone."""
    namings = list(namings)
    apart = {_name(naming) for naming in namings if naming.into is None}
    known = dict(groups)
    for naming in namings:
        known.setdefault(_name(naming), _name(naming))
        if (into := _into(naming)) is not None:
            known.setdefault(into, into)
    cells = _cells(known, apart)
    parents: dict[Node, Node] = {}

    def root(cell: Node) -> Node:
        while (parent := parents.get(cell, cell)) != cell:
            cell = parent
        return cell

    for naming in namings:
        if (into := _into(naming)) is not None:
            # The one that is joined goes under the other: what is on top gives the name.
            below, above = root(cells[_name(naming)]), root(cells[into])
            if below != above:
                parents[below] = above
    gathered: dict[Node, list[Node]] = defaultdict(list)
    for node in sorted(groups):
        gathered[root(cells[node])].append(node)
    actors = tuple(tuple(nodes) for nodes in gathered.values())
    of = {node: at for at, nodes in enumerate(actors) for node in nodes}
    tied = {root(cell) for cell in parents}
    heads = {at: top for at, top in enumerate(gathered) if top in tied}
    return Ties(actors, of, cells, heads)


def _cells(known: Groups, apart: Collection[Node]) -> dict[Node, Node]:
    """For each name one of those that it stands with: its group without those that are apart."""
    least: dict[Node, Node] = {}
    for node in sorted(known):
        if node not in apart:
            least.setdefault(known[node], node)
    return {node: node if node in apart else least[known[node]] for node in known}


def merged(groups: Groups, namings: Sequence[Naming], nodes: Sequence[Node], into: Node) -> Step:
    """The step that makes the actors of some names one with the actor of `into`.

    A name that was only set apart from it comes back.
    """
    groups = _near(groups, namings, (*nodes, into))
    left, removed, added = list(namings), [], []
    for node in nodes:
        if _same(groups, left, node, into):
            continue
        back = _set_apart_from(groups, left, node, into)
        if back is not None:
            left.remove(back)
            removed.append(back)
        else:
            naming = _made(node, into)
            left.append(naming)
            added.append(naming)
    return Step(tuple(added), tuple(removed))


def _set_apart_from(
    groups: Groups, namings: Sequence[Naming], node: Node, into: Node
) -> Naming | None:
    """What was said of a name, if it stands alone for no other reason.

    It must come back to the names that the other actor goes by: only of those could it be set
    apart again.
    """
    now = ties(groups, namings)
    if now.actors[now.of[node]] != (node,):
        return None
    for said in namings:
        if said.into is None and _name(said) == node:
            then = ties(groups, [naming for naming in namings if naming is not said])
            top = then.heads.get(then.of[into], then.cells[node])
            return said if then.of[node] == then.of[into] and top == then.cells[node] else None
    return None


def split(groups: Groups, namings: Sequence[Naming], node: Node, main: Node) -> Step:
    """The step that takes a name out of the actor that goes by the name `main`.

    What was tied to it by hand is untied, and takes along what had been tied to that before; a
    name that was joined by the names alone is set apart.
    """
    groups = _near(groups, namings, (node, main))
    now = ties(groups, namings)
    cell = now.cells[node]
    top = now.heads.get(now.of[node], cell)
    others = [other for other in now.of if now.cells[other] == cell and other != node]
    if others and cell in (top, now.cells[main]):
        return _set_apart(namings, node, min(others))
    if cell == top:
        return _without_top(now, namings, cell)
    up = [n for n in namings if n.into is not None and now.cells[_name(n)] == cell]
    left = [naming for naming in namings if naming not in up]
    if _same(groups, left, node, main):  # it was on top of what it was tied to
        up = [n for n in namings if (i := _into(n)) and cell in (now.cells[_name(n)], now.cells[i])]
    return Step(remove=tuple(up))


def _set_apart(namings: Sequence[Naming], node: Node, other: Node) -> Step:
    """What was tied to the name stays with the others of its cell."""
    added, removed = [_made(node, None)], []
    for naming in namings:
        into = _into(naming)
        if into is not None and node in (_name(naming), into):
            removed.append(naming)
            below, above = (other if end == node else end for end in (_name(naming), into))
            added.append(_made(below, above, naming.created))
    return Step(tuple(added), tuple(removed))


def _without_top(now: Ties, namings: Sequence[Naming], cell: Node) -> Step:
    """What was tied to a name that stands by itself is tied to the first of it."""
    removed = [n for n in namings if (i := _into(n)) and now.cells[i] == cell]
    first, *others = (_name(naming) for naming in removed)
    return Step(tuple(_made(other, first) for other in others), tuple(removed))


def _same(groups: Groups, namings: Sequence[Naming], node: Node, other: Node) -> bool:
    of = ties(groups, namings).of
    return of[node] == of[other]


def _near(groups: Groups, namings: Iterable[Naming], nodes: Iterable[Node]) -> Groups:
    """The groups that these names and decisions have to do with; all of the names are in them."""
    told = {_name(naming) for naming in namings} | {
        into for naming in namings if (into := _into(naming)) is not None
    }
    roots = {groups.get(node, node) for node in (*told, *nodes)}
    near = {node: root for node, root in groups.items() if root in roots}
    return near | {node: node for node in (*told, *nodes) if node not in near}


def _made(node: Node, into: Node | None, created: str | None = None) -> Naming:
    now = created or datetime.now(UTC).isoformat(timespec="microseconds")
    kind, name = into if into else (None, None)
    return Naming(uuid.uuid4().hex, node.type, node.name, kind, name, now)


def _name(naming: Naming) -> Node:
    return Node(cast(ActorKind, naming.type), naming.name)


def _into(naming: Naming) -> Node | None:
    if naming.into is None or naming.into_type is None:
        return None
    return Node(cast(ActorKind, naming.into_type), naming.into)
