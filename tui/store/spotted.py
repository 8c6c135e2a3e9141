"""Where in an article that stands which a query asks for and that no words tell. Pure.

Figures that fit stand where they are printed, claims where they are said, actors where they are
named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui.store.cast import Statement, line, statements
from tui.store.quantities import fits, quantities
from tui.store.query_tree import Claims, Figures, Named, OneOf, Stance
from tui.store.rows import Span
from tui.store.traits import Node

if TYPE_CHECKING:
    from tui.store.query_tree import Query, Said
    from tui.text.article import Article

IsCalled = Callable[[str, bool, Node], bool]
"""Whether an actor has a name with words beginning with a folded word, or is the `whole` of it."""


def spans(query: Query, article: Article, is_called: IsCalled) -> tuple[Span, ...]:
    """Where it stands, in order; of what lies over each other the first and longest."""
    found = {span for node in query.facts for span in _places(node, article, is_called)}
    apart: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def nodes(article: Article) -> frozenset[Node]:
    """All who are named in an article or say something there."""
    named = {Node(actor.type, line(actor.name)) for actor in article.actors}
    return frozenset(named | {Node(said.type, said.speaker) for said in statements(article)})


def _places(
    node: Figures | Claims | Named, article: Article, is_called: IsCalled
) -> Iterator[Span]:
    if isinstance(node, Figures):
        for figure in article.figures:
            if any(fits(node, each) for each in quantities((figure,))):
                yield figure.start, figure.end
    elif isinstance(node, Claims):
        for claim, said in zip(article.claims, statements(article), strict=True):
            if _fits(node, said, is_called):
                yield claim.start, claim.end
    else:
        word, whole = node.who
        for actor in article.actors:
            if is_called(word, whole, Node(actor.type, line(actor.name))):
                yield from ((mention.start, mention.end) for mention in actor.mentions)


def _fits(claims: Claims, said: Statement, is_called: IsCalled) -> bool:
    def hold(conditions: Iterable[Said]) -> Iterator[bool]:
        return (_holds(condition, said, is_called) for condition in conditions)

    return all(hold(claims.wanted)) and not any(hold(claims.unwanted))


def _holds(condition: Said, said: Statement, is_called: IsCalled) -> bool:
    if isinstance(condition, OneOf):
        options = (each for each in condition.options if isinstance(each, Claims))
        return any(_fits(each, said, is_called) for each in options)
    if isinstance(condition, Stance):
        return said.stance in condition.names
    return is_called(condition.word, condition.whole, Node(said.type, said.speaker))
