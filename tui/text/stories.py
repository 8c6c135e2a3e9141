"""Which pages tell the same story: a wire report in several papers, a page that was saved twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tui.text.prints import Print, Seen, own_ties

AGAIN = 2
"""From so many pages on it matters what else of its page a block speaks of."""
_COMMON = 3
_NEIGHBOURS = 6
"""With how many others each page is compared among those that share a block."""
_ALIKE = 0.75
"""The share of the smaller page's running text that two versions of one article have in common."""
_SPOKEN = 0.34


def stories(pages: Sequence[Seen]) -> list[int]:
    """The number of the story of each page.

    Pages tell one story which share a headline or lead, or two paragraphs, that speak of what the
    rest of the page speaks of; and so do pages that are the same but for little.
    """
    parent = list(range(len(pages)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    often = Counter(key for page in pages for key in {print_.key for print_ in page.prints})
    order = sorted(range(len(pages)), key=lambda at: sorted(p.key for p in pages[at].prints))
    openers: dict[int, list[int]] = defaultdict(list)
    holders: dict[tuple[int, bool], list[int]] = defaultdict(list)
    rare: dict[int, list[int]] = defaultdict(list)
    prose: list[frozenset[int]] = [frozenset()] * len(pages)
    for at in order:
        own = frozenset(p.above for p in pages[at].prints if often[p.key] < _COMMON)
        for print_ in pages[at].prints:
            if often[print_.key] >= AGAIN and _speaks(print_, own):
                opens = print_.title or print_.lead
                holders[print_.key, opens].append(at)
                if opens:
                    openers[print_.key].append(at)
        prose[at] = _prose(pages[at])
        for key in sorted(prose[at], key=lambda key: (often[key], key))[: _few(len(prose[at]))]:
            if often[key] >= AGAIN:
                rare[key].append(at)
    for group in openers.values():
        for at in group[1:]:
            parent[root(at)] = root(group[0])
    shared = Counter(pair for group in holders.values() for pair in _near(group))
    for (one, other), count in shared.items():
        if count > 1:
            parent[root(other)] = root(one)
    for group in rare.values():
        for one, other in _near(group):
            if root(one) != root(other) and _are_alike(prose[one], prose[other]):
                parent[root(other)] = root(one)
    return [root(at) for at in range(len(pages))]


def _speaks(print_: Print, own: frozenset[int]) -> bool:
    if print_.dated:
        return True
    named, spoken = own_ties(print_, own)
    return named or (print_.sentence and len(spoken) >= _SPOKEN * max(1, print_.stems))


def _prose(page: Seen) -> frozenset[int]:
    return frozenset(p.key for p in page.prints if p.sentence or p.dated)


def _few(count: int) -> int:
    """Of two sets that are alike, each has one of the other's among so many of its rarest."""
    return count - int(_ALIKE * count) + 1


def _near(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Pairs of pages, each with the next few: all pairs of a large group would take too long."""
    once = list(dict.fromkeys(group))
    for place, one in enumerate(once):
        for other in once[place + 1 : place + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _are_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    least = min(len(one), len(other))
    return least > 1 and len(one & other) >= _ALIKE * least
