"""Which part of an HTML page holds the article: where the most running text stands together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tui.text.boilerplate import reason_of, words
from tui.text.extent import NAMED, named_around, own_article, with_lead, with_siblings, within
from tui.text.parts import is_article_name, opens_comments
from tui.text.runs import Run
from tui.text.surroundings import Surroundings
from tui.text.tree import Node
from tui.text.vote import vote_key

_LEAST = 50
_LEAST_OF_BRIEF = 12
"""The running text that counts, and what counts on a page that has no more."""
_SHARES = (1.0, 0.6, 0.35, 0.2)
"""How much of a paragraph counts for the element that holds it, and for those above that."""
_LEAST_OWN = 0.05
"""The weight of what stands in an element of links."""
_NEAR = 3.0
_FADES = 0.75
_BEFORE = 0.1
"""The weight of what stands above the headline."""
_VOTED, _NOT_VOTED = 2.0, 0.3
_RIVAL = 0.5
_MOST = 0.5
_PARAGRAPH = frozenset(
    {"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "pre"}
)
_HEADINGS = ("h1", "h2")
_OPENING = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_HEAD = 160
_COMMENT = 0.15
"""The weight of what stands below the head of the comments."""
_COOKIE = 0.2
"""The weight of a paragraph that asks for leave to set cookies."""
_ENDS = tuple(".!?…”’\"'»)。！？」।။؟")
"""How a sentence ends, in the scripts that news is written in."""


@dataclass(frozen=True, slots=True)
class Content:
    """The element of the article and, one for one with the runs, whether each belongs to it.

    `sure` tells that the page leaves no doubt about it.
    """

    element: Node | None
    inside: list[bool]
    sure: bool


def main_part(
    runs: Sequence[Run],
    headline: int | None,
    around: Surroundings,
    votes: frozenset[str] | None = None,
) -> Content:
    """The element of the article on a page with these runs, the headline among them by its index.

    `votes` are the texts that another extractor takes for the article.
    """
    scores, prose = _scores(runs, headline, around, votes, _LEAST)
    if not scores and headline is not None:
        scores, prose = _scores(runs, headline, around, votes, _LEAST_OF_BRIEF)
    if not scores:
        return Content(None, [False] * len(runs), sure=True)
    best = max(scores, key=lambda node: scores[node])
    element = named_around(best, around)
    holder = runs[headline].holder if headline is not None else None
    if holder is not None:
        element = own_article(runs, prose, element, holder)
    element, shares = with_siblings(runs, prose, element, holder)
    inside = _inside(runs, element, shares)
    if headline is not None:
        with_lead(runs, inside, headline, around)
    return Content(
        element,
        inside,
        _holds_most(runs, prose, inside) and _is_sure(element, scores, best, around),
    )


def _inside(runs: Sequence[Run], element: Node, shares: Collection[Node]) -> list[bool]:
    """Which runs stand in an element, from the first of its parts to the last where it has such."""
    inside = [within(run.holder, element) for run in runs]
    if len(shares) > 1:
        held = [
            at for at, run in enumerate(runs)
            if inside[at] and any(node in shares for node in _around(run.holder))
        ]  # fmt: skip
        inside = [one and held[0] <= at <= held[-1] for at, one in enumerate(inside)]
    return inside


def _around(node: Node) -> Iterator[Node]:
    at: Node | None = node
    while at is not None:
        yield at
        at = at.parent


def _scores(
    runs: Sequence[Run],
    headline: int | None,
    around: Surroundings,
    votes: frozenset[str] | None,
    least: int,
) -> tuple[dict[Node, float], set[int]]:
    scores: dict[Node, float] = {}
    prose: set[int] = set()
    passed = 0
    below = 1.0
    for at, run in enumerate(runs):
        if passed and _opens_comments(run):
            below = _COMMENT
        weight = _weight(run, least) * below
        if weight <= 0 or run.hidden or around.away(run.holder) or around.card(run.holder):
            continue
        prose.add(at)
        if headline is not None:
            if at > headline:
                weight *= 1 + _NEAR * _FADES**passed
                passed += 1
            elif at < headline:
                weight *= _BEFORE
        else:
            passed += 1
        if votes is not None:
            weight *= _VOTED if vote_key(run.text) in votes else _NOT_VOTED
        for share, node in zip(_SHARES, _containers(run), strict=False):
            own = max(_LEAST_OWN, 1 - 1.5 * node.links / max(1, node.size))
            scores[node] = scores.get(node, 0.0) + weight * share * own
    return scores, prose


def _opens_comments(run: Run) -> bool:
    """Whether a run is the heading over what readers wrote."""
    if len(run.text) >= _LONGEST_HEAD:
        return False
    return opens_comments(run.text) or (
        run.holder.name in _OPENING and reason_of(run.text, words().section) == "comments"
    )


def _weight(run: Run, least: int) -> float:
    """How much a run tells of being running text: its length, less what stands in links."""
    length = len(run.text) * (1 - 1.5 * run.linked)
    if not run.text[:200].isascii() and _is_dense(run.text):
        length *= 3
    if length < least or run.holder.name in _HEADINGS:
        return 0.0
    if "cookie" in run.text and reason_of(run.text, words().edge) == "cookie-notice":
        length *= _COOKIE
    return length if run.text.endswith(_ENDS) else length * 0.4


def _is_dense(text: str) -> bool:
    """Whether the text is in a script that writes no spaces between words."""
    return (
        sum("\u2e80" < char < "\uffdc" or "\u0e00" <= char <= "\u109f" for char in text[:100]) > 30
    )


def _containers(run: Run) -> Iterator[Node]:
    node: Node | None = run.holder
    while node is not None and (
        node.name in _PARAGRAPH or (not node.breaks and node is run.holder)
    ):
        node = node.parent
    while node is not None:
        yield node
        node = node.parent


def _holds_most(runs: Sequence[Run], prose: set[int], inside: Sequence[bool]) -> bool:
    """Whether the running text of a page is mostly inside the article."""
    total = sum(len(runs[at].text) for at in prose)
    return sum(len(runs[at].text) for at in prose if inside[at]) >= _MOST * total


def _is_sure(element: Node, scores: dict[Node, float], best: Node, around: Surroundings) -> bool:
    """Whether the page names the article's element, or nothing beside it comes near."""
    if element.name in NAMED or any(map(is_article_name, around.names(element))):
        return True
    rival = max(
        (
            score
            for node, score in scores.items()
            if not within(node, element) and not within(element, node)
        ),
        default=0.0,
    )
    return rival < _RIVAL * scores[best]
