"""Who speaks in the rows of a ledger: the actor whom a name belongs to, whatever name was used."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from tui.store.cast import line
from tui.store.ledger import Speaker

if TYPE_CHECKING:
    from tui.store.aliases import Node
    from tui.store.documents import Naming
    from tui.store.index import Index

MANY = 100
"""In more articles than so many the lines of series that a name has to do with are not made anew:
the list then counts contradictions as the names alone tell them, the series itself as a person."""

_THESE = "(SELECT value FROM json_each(?))"
_TYPES = f"SELECT id, name, type FROM who WHERE name IN {_THESE}"
_APPEAR = f"SELECT DISTINCT entry FROM appearance WHERE who IN {_THESE} LIMIT ?"
_WHERE = f"SELECT DISTINCT entry, who FROM statement WHERE entry IN {_THESE} AND who IN {_THESE}"


class Speakers:
    """The actors of an index who speak, with what a person said of their names. Not thread-safe.

    Who was looked up is remembered until the index or the notes tell otherwise.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._state: object = None
        self._known: dict[Node, Speaker] = {}

    def of(
        self, asked: Collection[tuple[int, str]], namings: tuple[Naming, ...]
    ) -> dict[int, Mapping[str, Speaker]]:
        """Who the speakers of some articles are: by article, and by the name it has for each.

        Names under which nobody claims anything there are left out.
        """
        state = self._index.generation, self._index.stamp("people"), namings
        if self._state != state:
            self._state = state
            self._known.clear()
        nodes = self._nodes(asked)
        self._look_up({*nodes.values()} - self._known.keys(), namings)
        found: dict[int, dict[str, Speaker]] = defaultdict(dict)
        for (entry, name), node in nodes.items():
            if node in self._known:
                found[entry][name] = self._known[node]
        return dict(found)

    def _nodes(self, asked: Collection[tuple[int, str]]) -> dict[tuple[int, str], Node]:
        """The name with its type of each speaker, as the article resolves it."""
        from tui.store.aliases import Node

        plain = {name: line(name) for _, name in asked}
        types: dict[str, dict[int, Node]] = defaultdict(dict)
        wanted = json.dumps(sorted({*plain.values()}))
        for at, name, kind in self._index.ask(_TYPES, (wanted,)):
            types[name][at] = Node(kind, name)
        several = {at for found in types.values() if len(found) > 1 for at in found}
        entries = sorted({entry for entry, name in asked if len(types[plain[name]]) > 1})
        told = json.dumps(entries), json.dumps(sorted(several))
        here: dict[int, set[int]] = defaultdict(set)
        for entry, who in self._index.ask(_WHERE, told) if several else ():
            here[entry].add(who)
        found = {}
        for entry, name in asked:
            known = types[plain[name]]
            nodes = [node for at, node in known.items() if len(known) == 1 or at in here[entry]]
            if len(nodes) == 1:
                found[entry, name] = nodes[0]
        return found

    def called(self, key: str, namings: tuple[Naming, ...]) -> tuple[Speaker, tuple[Node, ...]]:
        """The actor that has a key, and all names of it."""
        from tui.store.actor_rows import key_of, node_of

        node = node_of(key)
        mains = self._mains([node], namings)
        main = mains.get(node, node)
        names = tuple(sorted(each for each, other in mains.items() if other == main))
        return Speaker(key_of(*main), main.name), names

    def ruled(self, namings: tuple[Naming, ...]) -> list[int]:
        """The articles with names of which a person said whose they are; none where `MANY` have."""
        if not namings:
            return []
        from tui.store.actor_rows import node_of
        from tui.store.neighbours import ids_of

        nodes = {node_of(f"{each.type}:{each.name}") for each in namings}
        mains = self._mains(nodes, ())
        theirs = {mains[node] for node in nodes if node in mains}
        ids = ids_of(self._index, {node for node, main in mains.items() if main in theirs})
        asked = json.dumps(sorted(ids.values())), MANY + 1
        found = [entry for (entry,) in self._index.ask(_APPEAR, asked)]
        return found if len(found) <= MANY else []

    def _look_up(self, nodes: Collection[Node], namings: tuple[Naming, ...]) -> None:
        if nodes:
            from tui.store.actor_rows import key_of

            mains = self._mains(nodes, namings)
            for node in nodes:
                main = mains.get(node, node)
                self._known[node] = Speaker(key_of(*main), main.name)

    def _mains(self, nodes: Collection[Node], namings: tuple[Naming, ...]) -> dict[Node, Node]:
        """By which name the actors go that have some names, and all others near them."""
        from tui.store import neighbours
        from tui.store.roll import Roll

        ids = neighbours.ids_of(self._index, nodes)
        around, crowds = neighbours.near(self._index, {*ids.values()}, namings)
        known = {node: facts for _, node, facts in neighbours.told_of(self._index, around)}
        return Roll(self._index, known, crowds).mains(namings)
