"""How far an article reaches around the element in which most of its text was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tui.text.parts import parts
from tui.text.runs import Run
from tui.text.surroundings import Surroundings
from tui.text.tree import Node

NAMED = frozenset({"article", "main"})
_LEAST_OF_LEAD = 50
_MOST_LEVELS = 12
_MOST_WIDENED = 12
_MUCH = 0.3
"""The share of its text from which the likes of an element are parts of the same article."""
_DIGIT = re.compile(r"\d")
_OUTER = frozenset({"html", "body"})
_TITLED = frozenset({"h1", "h2", "h3"})


def named_around(best: Node, around: Surroundings) -> Node:
    """The element around this one that says it holds an article, or else this one."""
    node: Node | None = best
    while node is not None and node.parent is not None:
        if (
            node.name in NAMED
            or "main" in around.names(node)
            or "articlebody" in around.names(node)
        ):
            return node
        node = node.parent
    return best


def own_article(runs: Sequence[Run], prose: set[int], element: Node, headline: Node) -> Node:
    """The element with the headline and its text, where its likes beside it are other articles."""
    own: Node | None = headline.parent
    for _ in range(_MOST_LEVELS):
        if own is None or own is element:
            break
        if _is_whole(own) and any(within(runs[at].holder, own) for at in prose):
            likes = [
                child
                for run in runs
                if run.holder.name in _TITLED and run.holder is not headline and own.parent
                if (child := _child_with(run.holder, own.parent)) is not None
            ]
            if any(child is not own and _is_whole(child) for child in likes):
                return own
        own = own.parent
    return _alone_in(runs, prose, element, headline)


def _is_whole(node: Node) -> bool:
    """Whether an element is an article by its name: a page may hold several."""
    if node.name == "article":
        return True
    return not parts().wholes.isdisjoint((node.get("class") or "").lower().split())


def _alone_in(runs: Sequence[Run], prose: set[int], element: Node, headline: Node) -> Node:
    """The article element with the headline, where all else in the element is other articles."""
    own = _article_of(headline)
    if own is None or own is element or not within(own, element):
        return element
    articles = [_article_of(runs[at].holder) for at in prose if within(runs[at].holder, element)]
    if own in articles and None not in articles:
        return own
    return element


def with_siblings(
    runs: Sequence[Run], prose: set[int], element: Node, headline: Node | None
) -> tuple[Node, frozenset[Node]]:
    """The element around the parts of an article, and the parts: a page may hold it in several.

    A part is another of the kind of the element, or of one around it, that holds much of the text
    too, in elements like those of the article; what stands between two parts belongs to it.
    """
    parts = frozenset({element})
    above = frozenset(_chain(headline)) if headline is not None else frozenset(_chain(element))
    if element in above and (_is_whole(element) or element.name in NAMED):
        return element, parts
    held: dict[Node, int] = {}
    first: dict[Node, Node] = {}
    within_it: dict[Node, list[Node]] = {}
    for at in sorted(prose):
        node = runs[at].holder
        while node.parent is not None:
            if node not in held:
                held[node] = 0
                first[node] = runs[at].holder
                within_it.setdefault(node.parent, []).append(node)
            held[node] += len(runs[at].text)
            node = node.parent
    own = element
    for _ in range(_MOST_WIDENED):
        parent = own.parent
        if parent is None or parent.name in _OUTER or own not in held:
            break
        like = [
            node for node in within_it[parent] if node is not own and _is_like(node, own, first)
        ]
        if like and sum(held[node] for node in like) >= _MUCH * held[own]:
            parts = frozenset({own, *like})
            element = parent
        elif parent in above and (parent.name in NAMED or _is_whole(parent)):
            break
        own = parent
    return element, parts


def _chain(node: Node) -> Iterator[Node]:
    at: Node | None = node
    while at is not None:
        yield at
        at = at.parent


def _is_like(node: Node, own: Node, first: Mapping[Node, Node]) -> bool:
    """Whether an element is of the kind of another, down to the first paragraph in each."""
    at: Node | None = first[node]
    other: Node | None = first[own]
    while at is not None and other is not None and _kind(at) == _kind(other):
        if at is node or other is own:
            return at is node and other is own
        at, other = at.parent, other.parent
    return False


def _child_with(node: Node, parent: Node) -> Node | None:
    """The child of an element that holds a node."""
    at: Node | None = node
    while at is not None and at.parent is not parent:
        at = at.parent
    return at


def _kind(node: Node) -> tuple[str, tuple[str, ...]]:
    """The element and those of its classes that do not number it."""
    classes = (node.get("class") or "").split()
    return node.name, tuple(name for name in classes if not _DIGIT.search(name))


def _article_of(node: Node) -> Node | None:
    at: Node | None = node
    while at is not None and at.name != "article":
        at = at.parent
    return at


def with_lead(runs: Sequence[Run], inside: list[bool], headline: int, around: Surroundings) -> None:
    """Lets the paragraphs between the headline and the article in."""
    try:
        first = inside.index(True, headline)
    except ValueError:
        return
    inside[headline] = True
    for at in range(headline + 1, first):
        run = runs[at]
        told = len(run.text) >= _LEAST_OF_LEAD and run.linked < 0.3 and not run.hidden
        if told and not around.away(run.holder) and not around.card(run.holder):
            inside[at] = True


def within(node: Node, element: Node) -> bool:
    """Whether an element is another, or stands in it."""
    at: Node | None = node
    while at is not None and at.depth >= element.depth:
        if at is element:
            return True
        at = at.parent
    return False
