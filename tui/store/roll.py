"""The roll of a corpus: one row for each actor, by its names and by what a person said of them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from tui.store.actor_rows import ActorRow, Alias, key_of
from tui.store.aliases import Facts, Node, aliases
from tui.store.cast import THEIR_IDS, THESE
from tui.store.documents import Naming
from tui.store.index import Index
from tui.store.namings import Ties, ties
from tui.store.query import folded
from tui.store.spelling import plain


class Table(NamedTuple):
    """Everyone, as far as the index and the notes tell at one moment.

    `nodes` are the names of each row, `of` tells the row of a key, `folded` has all names without
    case and accents, with their rows.
    """

    rows: tuple[ActorRow, ...]
    nodes: tuple[tuple[Node, ...], ...]
    of: dict[str, int]
    folded: tuple[tuple[str, int], ...]


_FACTS = """SELECT type, name, role, entity, forms, described, twin, n, mentions, claims FROM (
        SELECT who, guise, count(*) AS n, sum(mentions) AS mentions, sum(claims) AS claims
        FROM appearance GROUP BY who, guise
    ) JOIN guise ON guise.id = guise JOIN who ON who.id = who"""
_WHERE = f"""SELECT entry, type, name FROM who JOIN appearance ON appearance.who = who.id
    WHERE (name, type) IN {THESE}"""
_SEVERAL = f"SELECT count(DISTINCT entry) FROM appearance WHERE who IN {THEIR_IDS}"


class Roll:
    """What an index tells of its names, looked up once; a table is made of it for any notes.

    Of all names, or of those that are `known` with the `crowds` among them: then all that could
    be joined with one that is asked for must be there.
    """

    def __init__(
        self,
        index: Index,
        known: Mapping[Node, Facts] | None = None,
        crowds: Collection[int] | None = None,
    ) -> None:
        self._index = index
        self._facts = _facts(index) if known is None else known
        self.alone = aliases(self._facts, crowds)
        self._rows: dict[tuple[Node, ...], ActorRow] = {}
        everyone = ties(self.alone.groups, ()) if known is None else None
        self._articles = self._counted(everyone) if everyone is not None else {}

    def table(self, namings: tuple[Naming, ...], among: Collection[Node] | None = None) -> Table:
        """Everyone, with what a person said laid over what the names alone tell.

        With some names `among` which to look, only those who have one of these.
        """
        tied = ties(self.alone.groups, namings)
        if among is not None:
            tied = _only(tied, {tied.of[node] for node in among if node in tied.of})
        apart = {(naming.type, naming.name) for naming in namings if naming.into is None}
        rows = []
        for at, nodes in enumerate(tied.actors):
            if at in tied.heads or (apart and not apart.isdisjoint(nodes)):
                rows.append(self._row(tied, at, by_hand=True))
            else:
                row = self._rows.get(nodes)
                rows.append(row or self._rows.setdefault(nodes, self._row(tied, at)))
        return Table(
            tuple(rows),
            tied.actors,
            {key_of(*node): at for at, nodes in enumerate(tied.actors) for node in nodes},
            tuple((folded(name.name), at) for at, row in enumerate(rows) for name in row.aliases),
        )

    def mains(self, namings: Iterable[Naming]) -> dict[Node, Node]:
        """For each name that by which its actor goes, with what a person said laid over it."""
        tied = ties(self.alone.groups, namings)
        several = {at: self._main(tied, at) for at, all_ in enumerate(tied.actors) if all_[1:]}
        return {node: several.get(at, node) for node, at in tied.of.items()}

    def _row(self, tied: Ties, at: int, *, by_hand: bool = False) -> ActorRow:
        nodes = tied.actors[at]
        facts = [self._facts[node] for node in nodes]
        main = nodes[0] if len(nodes) == 1 else self._main(tied, at)
        if len(nodes) == 1:
            articles = facts[0].articles
        elif nodes in self._articles:
            articles = self._articles[nodes]
        else:
            articles = self._entries(nodes)
        return ActorRow(
            key=key_of(*main),
            name=main.name,
            type=main.type,
            described=self._facts[main].described,
            roles=_by_count(fact.roles for fact in facts),
            aliases=self._names(tied, main, nodes),
            articles=articles,
            mentions=sum(fact.mentions for fact in facts),
            claims=sum(fact.claims for fact in facts),
            by_hand=by_hand,
        )

    def _main(self, tied: Ties, at: int) -> Node:
        """The name that an actor goes by: what a person chose, else the fullest in use."""
        nodes, head = tied.actors[at], tied.heads.get(at)
        chosen = [node for node in nodes if tied.cells[node] == head]

        def fullness(node: Node) -> tuple[bool, bool, int, int, Node]:
            fact = self._facts[node]
            if node.type == "person":
                first, *others = plain(node.name).split() or [""]
                full = bool(others) and len(first) > 1  # no initials
            else:
                full = not node.name.isupper()
            return node.name == fact.entity, full, fact.articles, len(node.name), node

        return max(chosen or nodes, key=fullness)

    def _names(self, tied: Ties, main: Node, nodes: tuple[Node, ...]) -> tuple[Alias, ...]:
        """All names of an actor, each with the reason why it is one."""
        whys = self.alone.why
        found = [Alias(main.name, key_of(*main), self._facts[main].articles, "")]
        others = [node for node in nodes if node != main]
        for node in sorted(others, key=lambda node: (-self._facts[node].articles, node)):
            tied_by_hand = tied.cells[node] != tied.cells[main]
            why = "by hand" if tied_by_hand else whys.get(node) or whys.get(main, "")
            found.append(Alias(node.name, key_of(*node), self._facts[node].articles, why))
        names = {node.name for node in nodes}
        forms = _counted(self._facts[node].forms for node in nodes)
        for form in _ordered(forms):
            if form not in names:
                found.append(Alias(form, None, forms[form], "beside a fuller name"))
        return tuple(found)

    def _counted(self, tied: Ties) -> dict[tuple[Node, ...], int]:
        """In how many articles the actors with several names are: some have two names in one."""
        several = [nodes for nodes in tied.actors if len(nodes) > 1]
        found: dict[int, set[int]] = defaultdict(set)
        asked = json.dumps(list(chain.from_iterable(several)))
        for entry, kind, name in self._index.ask(_WHERE, (asked,)):
            found[tied.of[Node(kind, name)]].add(entry)
        return {tied.actors[at]: len(entries) for at, entries in found.items()}

    def _entries(self, nodes: tuple[Node, ...]) -> int:
        rows = self._index.ask(_SEVERAL, (json.dumps(nodes),))
        return int(rows[0][0]) if rows else 0


def _only(tied: Ties, some: Collection[int]) -> Ties:
    """Some of the actors, at the places that they have among themselves."""
    new = {old: at for at, old in enumerate(sorted(some))}
    return Ties(
        tuple(tied.actors[old] for old in new),
        {node: at for old, at in new.items() for node in tied.actors[old]},
        tied.cells,
        {new[old]: head for old, head in tied.heads.items() if old in new},
    )


def _facts(index: Index) -> dict[Node, Facts]:
    found: dict[Node, Facts] = {}
    for kind, name, role, entity, forms, described, twin, articles, mentions, claims in index.ask(
        _FACTS
    ):
        node = Node(kind, name)
        fact = found.get(node)
        if fact is None:
            fact = found[node] = Facts()
        fact.articles += articles
        fact.mentions += mentions
        fact.claims += claims
        fact.entity = fact.entity or entity
        fact.described = fact.described or bool(described)
        fact.twin = fact.twin or bool(twin)
        if role:
            fact.roles[role] = fact.roles.get(role, 0) + articles
        if forms:
            for form in forms.split("\n"):
                fact.forms[form] = fact.forms.get(form, 0) + articles
    return found


def _counted(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    """The sum of some counts."""
    several = [count for count in counts if count]
    if len(several) == 1:
        return several[0]
    found: Counter[str] = Counter()
    for count in several:
        found.update(count)
    return found


def _ordered(counts: Mapping[str, int]) -> list[str]:
    """What was counted, the most first."""
    return sorted(counts, key=lambda name: (-counts[name], name))


def _by_count(counts: Iterable[Mapping[str, int]]) -> tuple[str, ...]:
    return tuple(_ordered(_counted(counts)))
