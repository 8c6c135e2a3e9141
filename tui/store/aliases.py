"""Which names of a corpus are one actor's, by the names alone: the automatic part of the table.

It goes by what is sure, and leaves apart what is not: names that the engine's lists know for the
same, whole names that are only spelt otherwise, initials and bare surnames that fit one full name
of the corpus and no other, short names of bodies that some article gives beside the long one. The
order in which articles were read makes no difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.store import traits
from tui.store.cast import ActorKind
from tui.store.spelling import plain, surname
from tui.store.traits import Node as Node


@dataclass(slots=True)
class Facts:
    """What all articles together tell of a node, in how many `articles`.

    `entity`, `described` and `twin` are as in tui.store.cast.Appearance; `forms` and `roles` tell
    in how many articles it has each.
    """

    entity: str = ""
    described: bool = False
    twin: bool = False
    articles: int = 0
    mentions: int = 0
    claims: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)


Why = str
Groups = Mapping[Node, Node]
"""For each node the one that stands for its group: the least of it, in the order of tuples."""


class Aliases(NamedTuple):
    """The groups, and why a node was joined to its own; one that was joined to has no reason."""

    groups: Groups
    why: Mapping[Node, Why]


_FEW = 2
"""In how many articles a first name must stand for a whole one, to do so elsewhere."""


def aliases(known: Mapping[Node, Facts], crowds: Collection[int] | None = None) -> Aliases:
    """The groups of all nodes, each rule by what the ones before it have joined.

    `crowds` are the traits that too many nodes hold to tell one; without them they are counted.
    """
    joined = _Joined(known, _crowds(known) if crowds is None else crowds)
    by_type: dict[ActorKind, list[Node]] = defaultdict(list)
    for node in sorted(known):
        by_type[node.type].append(node)
    for kind, nodes in by_type.items():
        joined.alike(nodes, traits.plainly, "the same but for case or accents")
        named = [node for node in nodes if not known[node].described]
        joined.alike(named, lambda node: known[node].entity, "the same by the list of names")
        if kind == "person":
            joined.spelt(named)
            _join_initials(joined, named)
            _join_surnames(joined, named)
        elif kind == "organisation":
            _join_short(joined, named)
    return Aliases(joined.groups(), joined.why)


class _Joined:
    """Nodes while they are being joined."""

    def __init__(self, known: Mapping[Node, Facts], crowds: Collection[int]) -> None:
        self.known = known
        self.crowds = crowds
        self.why: dict[Node, Why] = {}
        self._parents = {node: node for node in known}

    def root(self, node: Node) -> Node:
        while (parent := self._parents[node]) != node:
            self._parents[node] = node = self._parents[parent]
        return node

    def join(self, node: Node, other: Node, why: Why) -> None:
        first, second = sorted((self.root(node), self.root(other)))
        if first != second:
            self._parents[second] = first
            self.why.setdefault(node, why)

    def alike(self, nodes: Iterable[Node], key_of: Callable[[Node], str], why: Why) -> None:
        """Join the nodes of which a key is the same and not empty."""
        for same in _by(nodes, key_of).values():
            leader = max(same, key=self._weight)
            for node in same:
                self.join(node, leader, why)

    def fit(self, fitting: Mapping[Node, Iterable[Node] | None], why: Why) -> None:
        """Join each node to those that fit it, where they all are of one group.

        Where they are a crowd (None), that is not looked at: they are of several.
        Nodes that were joined before are looked at together, lest they join two others by what
        fits each of them. Which groups there are is looked at before any of it is joined.
        """
        found: dict[Node, dict[Node, Node]] = defaultdict(dict)
        crowded = set()
        for node, others in fitting.items():
            if others is None:
                crowded.add(self.root(node))
            else:
                found[self.root(node)].update((self.root(other), other) for other in others)
        sole = {
            root: next(iter(known.values()))
            for root, known in found.items()
            if len(known) == 1 and root not in crowded
        }
        roots = {node: self.root(node) for node in fitting}
        for node, root in roots.items():
            if root in sole:
                self.join(node, sole[root], why)

    def spelt(self, people: Iterable[Node]) -> None:
        """Join names of people that are only spelt otherwise, unless an article has them apart."""
        for same in _by(people, traits.spelt).values():
            if not any(self.known[node].twin for node in same):
                self.alike(same, lambda node: "same", "another spelling")

    def groups(self) -> Groups:
        return {node: self.root(node) for node in self.known}

    def _weight(self, node: Node) -> tuple[int, Node]:
        return self.known[node].articles, node


def _by(nodes: Iterable[Node], key_of: Callable[[Node], str]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if key := key_of(node):
            found[key].append(node)
    return found


def _crowds(known: Mapping[Node, Facts]) -> frozenset[int]:
    counted: Counter[int] = Counter()
    for node, facts in known.items():
        held = {*traits.of_name(node), *traits.of_forms(node, facts.forms)}
        counted.update(trait for trait, side in held if side == traits.HOLDS)
    return frozenset(trait for trait, holders in counted.items() if holders > traits.MANY)


def _join_initials(joined: _Joined, people: Iterable[Node]) -> None:
    """`J. Peeters` is the one Peeters in full whose first name begins so."""
    whole: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    short: list[tuple[Node, str, str]] = []
    for node in people:
        words = plain(node.name).split()
        given = traits.initials(words)
        if 0 < given < len(words) and not joined.known[node].entity:
            short.append((node, words[0], " ".join(words[given:])))
        elif not given:
            for name in traits.surnames(words):
                whole[name].append((words[0], node))
    fitting = {
        node: [other for given, other in whole[last] if given[0] == initial]
        if traits.initial(initial, last) not in joined.crowds
        else None
        for node, initial, last in short
    }
    joined.fit(fitting, "initials of the only one who fits")


def _join_surnames(joined: _Joined, people: Iterable[Node]) -> None:
    """A bare surname is the one whole name of the corpus that has it."""
    exactly: dict[str, list[Node]] = defaultdict(list)
    nearly: dict[str, list[Node]] = defaultdict(list)
    bare = []
    for node in people:
        words = plain(node.name).split()
        if traits.is_bare(words):
            fact = joined.known[node]
            if not (fact.entity or fact.twin):  # else the lists or an article have told
                bare.append(node)
            continue
        for name in traits.surnames(words):
            exactly[name].append(node)
            nearly[surname(name)].append(node)
    for first, node in _first_names(joined, people):
        exactly[first].append(node)

    def meant(node: Node) -> list[Node] | None:
        name = plain(node.name)
        if traits.exact(name) in joined.crowds:
            return None
        if found := exactly.get(name):
            return found
        return None if traits.near(node.name) in joined.crowds else nearly[surname(node.name)]

    joined.fit({node: meant(node) for node in bare}, "the only whole name with this surname")


def _first_names(joined: _Joined, people: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """First words that stand for whole names, where no surname does so: `Xi`, `Kim`."""
    forms: dict[Node, Counter[str]] = defaultdict(Counter)
    for node in people:
        for form, articles in joined.known[node].forms.items():
            forms[joined.root(node)][plain(form)] += articles
    for node in people:
        words = plain(node.name).split()
        said = forms.get(joined.root(node))
        if (
            len(words) > 1
            and said
            and said[words[0]] >= _FEW
            and not any(said[name] for name in traits.surnames(words))
        ):
            yield words[0], node


def _join_short(joined: _Joined, bodies: Iterable[Node]) -> None:
    """A short name is the one body that some article gives it to beside its long name."""
    given: dict[str, list[Node]] = defaultdict(list)
    for node in bodies:
        for form in joined.known[node].forms:
            if len(form) < len(node.name):
                given[form].append(node)
    fitting = {
        node: given[node.name] if traits.short(node.name) not in joined.crowds else None
        for node in bodies
        if node.name in given and not joined.known[node].entity
    }
    joined.fit(fitting, "a short name beside the long one")
