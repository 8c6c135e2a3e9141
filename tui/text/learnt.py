"""What a corpus tells of its pages: a block that comes back in many stories is not the story.

The banner of a site that nobody wrote a rule for stands word for word in article after article.
So do a wire story that several sites print, and a paragraph of background that a paper uses
again. What parts them: those speak of what their article speaks of, a banner does not.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.text.article import Piece
from tui.text.boilerplate import dateline, words
from tui.text.guide import Learnt, block_key

LEAST = 3
"""In how many different stories a block must stand."""

_HALF = 0.5
_QUARTER = 0.25
_MOST_NAMED = 0.2
"""The share of its articles up to which a block of the page may name what the article names."""
_MOST_PAIRED = 40
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_LONG = 12
_NAME = re.compile(
    r"(?<=[^\W\d_] )[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}"
    r"|(?<=[,;:] )[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}"
    r"|\b[^\W\d_a-zß-öø-ÿ]{3,}\b"
)
"""A word with a capital that no sentence begins with: `Noord-Korea` in `uit Noord-Korea`."""


class Print(NamedTuple):
    """What is remembered of a block that was taken for the article.

    `names` are the checksums of the words with a capital in it.
    """

    key: int
    title: bool
    lead: bool
    edge: bool
    sentence: bool
    address: bool
    names: tuple[int, ...]


class Seen(NamedTuple):
    """A page as learning sees it: the scopes it belongs to, and the prints of its blocks."""

    scopes: tuple[str, ...]
    prints: tuple[Print, ...]


def prints(pieces: Iterable[Piece]) -> tuple[Print, ...]:
    """The prints of the title and body pieces of a page. A dateline leaves none."""
    held = [piece for piece in pieces if piece.part != "stripped"]
    bodies = [piece for piece in held if piece.part == "body"]
    edges = {id(piece) for piece in (*bodies[:1], *bodies[-2:])}
    return tuple(
        Print(
            key=block_key(piece.text),
            title=piece.part == "title",
            lead=bool(bodies) and piece is bodies[0],
            edge=piece.part == "title" or id(piece) in edges,
            sentence=_is_sentence(piece.text),
            address=words().address.search(piece.text) is not None,
            names=tuple({zlib.crc32(name.encode()) for name in _NAME.findall(piece.text)}),
        )
        for piece in held
        if not dateline(piece.text) and not dateline(f"{piece.text} x")
    )


def learn(pages: Sequence[Seen]) -> dict[str, dict[int, Learnt]]:
    """What is page and not article, by scope and block key, from all pages of a corpus."""
    often = Counter(key for page in pages for key in {print_.key for print_ in page.prints})
    again = frozenset(key for key, count in often.items() if count >= LEAST)
    if not again:
        return {}
    speaks_of = [_speaks_of_its_article(page, again) for page in pages]
    story = _stories(pages, speaks_of)
    members: dict[str, list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        for scope in page.scopes:
            members[scope].append(at)
    found: dict[str, dict[int, Learnt]] = {}
    for scope, inside in members.items():
        if len(inside) >= LEAST and (blocks := _of_scope(pages, inside, again, speaks_of, story)):
            found[scope] = blocks
    return found


def applies(learnt: Mapping[str, Mapping[int, Learnt]], page: Seen) -> dict[int, str]:
    """The blocks of one page that are page and not article, with the reason each is cut for.

    A block that is the headline or the lead here, and is no such thing elsewhere, stays: there it
    is a teaser for this article.
    """
    cut: dict[int, str] = {}
    for scope in page.scopes:
        known = learnt.get(scope)
        for print_ in page.prints if known else ():
            block = known.get(print_.key) if known else None
            if block and (block.heads or not (print_.title or print_.lead)):
                cut.setdefault(print_.key, block.reason)
    return cut


def _is_sentence(text: str) -> bool:
    count = len(text.split())
    return count > _LONG or (count >= 3 and _SENTENCE_END.search(text) is not None)


def _speaks_of_its_article(page: Seen, again: frozenset[int]) -> frozenset[int]:
    """The repeated blocks of a page that name what its other blocks name."""
    own = {name for print_ in page.prints if print_.key not in again for name in print_.names}
    return frozenset(
        print_.key
        for print_ in page.prints
        if print_.key in again and not own.isdisjoint(print_.names)
    )


def _stories(pages: Sequence[Seen], speaks_of: Sequence[frozenset[int]]) -> list[int]:
    """The number of the story of each page: pages that share a lead or two paragraphs are one."""
    parent = list(range(len(pages)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    holders: dict[int, list[int]] = defaultdict(list)
    openers: dict[int, list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        for print_ in page.prints:
            if print_.key in speaks_of[at]:
                holders[print_.key].append(at)
                if print_.title or print_.lead:
                    openers[print_.key].append(at)
    for group in openers.values():
        for at in group[1:]:
            parent[root(at)] = root(group[0])
    shared: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        shared.update(combinations(sorted(set(group))[:_MOST_PAIRED], 2))
    for (one, other), count in shared.items():
        if count > 1:
            parent[root(other)] = root(one)
    return [root(at) for at in range(len(pages))]


def _of_scope(
    pages: Sequence[Seen],
    inside: Sequence[int],
    again: frozenset[int],
    speaks_of: Sequence[frozenset[int]],
    story: Sequence[int],
) -> dict[int, Learnt]:
    places: dict[int, dict[int, Print]] = defaultdict(dict)
    for at in inside:
        for print_ in pages[at].prints:
            if print_.key in again:
                places[print_.key].setdefault(at, print_)
    total = len({story[at] for at in inside})
    found: dict[int, Learnt] = {}
    for key, where in places.items():
        stories = len({story[at] for at in where})
        named = sum(key in speaks_of[at] for at in where) / len(where)
        if (
            stories >= LEAST
            and named <= _MOST_NAMED
            and _is_page(list(where.values()), stories / total)
        ):
            heads = sum(p.title or p.lead for p in where.values()) * 2 > len(where)
            found[key] = Learnt(len(where), len(inside), heads)
    return found


def _is_page(places: Sequence[Print], share: float) -> bool:
    """Whether a block in that share of the stories is page; a story's own phrases recur less."""
    first = places[0]
    if first.address:
        return True
    at_edge = sum(print_.edge for print_ in places) * 2 > len(places)
    return share >= (_QUARTER if at_edge and not first.sentence else _HALF)
