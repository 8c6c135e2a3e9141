"""What the elements around a text say of it: their names, and whether they can hold an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tui.text.parts import parts, plain_name, reason_of_name
from tui.text.runs import Run
from tui.text.tree import Node, attributes

_SINGLE_NAMES = ("id", "role", "itemprop", "aria-label")
_MOST_CLASSES = 24
_LEAST = 80
_LEAST_STORY = 1200
"""The running text from which a page tells which of its names are about something else."""
_MOST = 0.5
_LEAST_BRIEF = 350
_NEVER_MUTE = frozenset({"comments", "cookie-notice"})
_SOON_MUTE = frozenset({"login"})
"""Reasons whose names often stand around what can be read before one logs in."""
_LARGEST_CARD = 900
_ALL_LINK = 0.8
_SHORTEST_LINK = 12
_SEVERAL = 3
_ITEM = frozenset({"li", "article", "tr", "dd"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_WHOLE = frozenset({"html", "body", "main", "article"})


class Surroundings:
    """The names of elements, worked out once for each.

    Those around the headline tell nothing, nor do those around most of the text of a page: whatever
    they are called, the article is in them.
    """

    def __init__(self, runs: Sequence[Run], headline: Node | None) -> None:
        self._names: dict[Node, tuple[str, ...]] = {}
        self._away: dict[Node, str | None] = {}
        self._above: set[Node] = set()
        above = headline.parent if headline is not None else None
        while above is not None:
            self._above.add(above)
            above = above.parent
        root = runs[0].holder if runs else None
        while root is not None and root.parent is not None:
            root = root.parent
        self._half = root.size * _MOST if root is not None else 0.0
        self._cards = self._find_cards(runs)
        self._mute: frozenset[str] = frozenset()
        self._full: frozenset[Node] = frozenset()
        self._hear(runs)

    def _hear(self, runs: Sequence[Run]) -> None:
        """Finds the names and elements that hold most of the running text of a page."""
        held: dict[Node, int] = defaultdict(int)
        total = 0
        for run in runs:
            if len(run.text) < _LEAST or run.linked > 0.3 or run.hidden or self.card(run.holder):
                continue
            total += len(run.text)
            node: Node | None = run.holder
            while node is not None:
                held[node] += len(run.text)
                node = node.parent
        if total < _LEAST_BRIEF:
            return
        if total >= _LEAST_STORY:
            self._full = frozenset(node for node, size in held.items() if size > _MOST * total)
        by_name: dict[str, int] = defaultdict(int)
        for node, size in held.items():
            for name in self.names(node):
                by_name[name] += size
        self._mute = frozenset(
            name
            for name, size in by_name.items()
            if size > _MOST * total and _may_be_mute(reason_of_name(name), total)
        )
        for node, names in self._names.items():
            if not self._mute.isdisjoint(names):
                self._names[node] = tuple(name for name in names if name not in self._mute)

    def _find_cards(self, runs: Sequence[Run]) -> frozenset[Node]:
        """The boxes that lead to one other page each, and come several times or have a heading."""
        found: list[list[Node]] = []
        alike: Counter[tuple[str, str, Node | None]] = Counter()
        for run in runs:
            if run.linked < _ALL_LINK or len(run.text) < _SHORTEST_LINK:
                continue
            boxes = list(self._one_target(run.holder))
            if boxes:
                found.append(boxes)
                alike.update({_kind(box) for box in boxes})
        return frozenset(_card_among(boxes, alike) for boxes in found)

    def _one_target(self, holder: Node) -> Iterator[Node]:
        """The elements around a link that lead nowhere else, outermost first."""
        chain: list[Node] = []
        node: Node | None = holder
        while node is not None and node.target is None and node.linked:
            node = node.parent
        while node is not None and node.target and node.size <= _LARGEST_CARD:
            if node in self._above or node.name in _WHOLE - {"article"}:
                break
            chain.append(node)
            node = node.parent
        return reversed(chain)

    def card(self, node: Node) -> Node | None:
        """The card that an element stands in, None where it stands in none."""
        at: Node | None = node
        while at is not None and at not in self._cards:
            at = at.parent
        return at

    def holds_headline(self, node: Node) -> bool:
        """Whether the headline stands in an element."""
        return node in self._above

    def is_full(self, node: Node) -> bool:
        """Whether most of the running text of the page stands in an element.

        Some sites put their whole page in a form.
        """
        return node in self._full or (node.name == "form" and node.size > self._half)

    def names(self, node: Node) -> tuple[str, ...]:
        """The classes, id, role and item property of an element, plain; custom tags are names."""
        found = self._names.get(node)
        if found is None:
            names = () if node in self._above else tuple(_names(node))
            if self._mute and not self._mute.isdisjoint(names):
                names = tuple(name for name in names if name not in self._mute)
            found = self._names[node] = names
        return found

    def away(self, node: Node) -> str | None:
        """The reason why an element, or one around it, cannot hold an article."""
        chain: list[Node] = []
        at: Node | None = node
        while at is not None and at not in self._away:
            chain.append(at)
            at = at.parent
        reason = self._away[at] if at is not None else None
        for one in reversed(chain):
            reason = self._away[one] = reason or self._own(one)
        return reason

    def _own(self, node: Node) -> str | None:
        if node.name in _WHOLE or node in self._above:
            return None
        known = parts()
        if not self.is_full(node):
            if node.name == "aside":
                return "teaser"
            if reason := known.tags.get(node.name):
                return reason
        for name in self.names(node):
            if (reason := reason_of_name(name)) and reason not in known.small:
                return reason
        return None


def _names(node: Node) -> Iterator[str]:
    if "-" in node.name:
        yield node.name
    if not node.attributes:
        return
    told = attributes(node.attributes)
    for name in told.get("class", "").split()[:_MOST_CLASSES]:
        yield plain_name(name)
    for attribute in _SINGLE_NAMES:
        if attribute in told:
            yield plain_name(told[attribute])


def _may_be_mute(reason: str | None, total: int) -> bool:
    return reason not in _NEVER_MUTE and (total >= _LEAST_STORY or reason in _SOON_MUTE)


def _card_among(boxes: list[Node], alike: Mapping[tuple[str, str, Node | None], int]) -> Node:
    """The card among the elements around a link, which are given outermost first."""
    for box in boxes:
        if alike[_kind(box)] >= _SEVERAL:
            return box
    if any(box.name in _HEADINGS for box in boxes):
        return boxes[0]
    return next((box for box in reversed(boxes) if box.name in _ITEM), boxes[-1])


def _kind(node: Node) -> tuple[str, str, Node | None]:
    """What cards of one row share: their element, its class, the element around them."""
    return node.name, node.get("class") or "", node.parent
