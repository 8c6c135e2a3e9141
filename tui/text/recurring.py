"""Which blocks that recur in the pages of one scope are page, by where and with what they stand.

The page around an article stands at the edges, in a row, on (nearly) all pages of a site, and
speaks of something else than the article does. A story's own phrase wanders, recurs in some
articles and speaks of what they speak of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from tui.text.guide import Learnt
from tui.text.prints import LONG, Print, Seen, own_ties
from tui.text.signs import (
    END,
    FEW,
    NEARLY_ALL,
    TEASER,
    Block,
    is_inner_label,
    is_page,
    without_subheadings,
)
from tui.text.stories import stories

LEAST = 3
"""In how many different stories a block must stand."""

_TOGETHER = 3
"""How many blocks that always stand together show that their pages are of one site."""
_MOST_PAIRED = 12
_TITLE = 4
"""The fewest words of a headline that is known again: `Getuigen gezocht` is none."""


def page_blocks(pages: Sequence[Seen]) -> dict[int, Learnt]:
    """The blocks that are page on the pages of one scope, by key."""
    holders: dict[int, dict[int, Print]] = defaultdict(dict)
    for at, page in enumerate(pages):
        for print_ in page.prints:
            holders[print_.key].setdefault(at, print_)
    if not any(len(where) > 1 for where in holders.values()):
        return {}
    story = stories(pages)
    blocks = {
        key: Block(next(iter(where.values())), list(where), count)
        for key, where in holders.items()
        if len(where) >= LEAST
        and not any(print_.dated for print_ in where.values())
        and (count := len({story[at] for at in where})) >= LEAST
    }
    teasers = _teasers(pages, story)
    _look(pages, story, blocks, teasers)
    _set_shares(blocks, pages, len(set(story)))
    inner = [block for block in blocks.values() if is_inner_label(block)]
    for block in inner:
        block.alone = len(inner) == 1
    found = without_subheadings([key for key, block in blocks.items() if is_page(block)], blocks)
    found |= {key for key in teasers if not any(p.dated for p in holders[key].values())}
    return {
        key: Learnt(
            len(holders[key]),
            len(pages),
            sum(p.title or p.lead for p in holders[key].values()) * 2 > len(holders[key]),
        )
        for key in found
    }


def _look(
    pages: Sequence[Seen],
    story: Sequence[int],
    blocks: Mapping[int, Block],
    teasers: Collection[int],
) -> None:
    """Sets what each block has on its pages: its place, its neighbours, its kin."""
    shapes: dict[int, set[int]] = defaultdict(set)
    for at, page in enumerate(pages):
        for print_ in page.prints:
            shapes[print_.shape].add(story[at])
    beside: dict[int, tuple[Counter[int], ...]] = defaultdict(
        lambda: (Counter(), Counter(), Counter())
    )
    themes: dict[int, Counter[int]] = defaultdict(Counter)
    for page in pages:
        own = frozenset(
            p.above
            for p in page.prints
            if len(shapes[p.shape]) < LEAST and (p.title or p.lead or p.key not in teasers)
        )
        recurs = [p.above not in own or p.title for p in page.prints]
        top = [*recurs, False].index(False)
        bottom = len(recurs) - [*recurs[::-1], False].index(False)
        places: dict[int, list[int]] = defaultdict(list)
        for place, print_ in enumerate(page.prints):
            if print_.key in blocks:
                places[print_.key].append(place)
        for key, mine in places.items():
            block, place = blocks[key], mine[0]
            named, spoken = own_ties(page.prints[place], own)
            block.named += named
            block.spoken += len(spoken) / max(1, block.first.stems)
            themes[key].update(spoken)
            block.outer += all(at < top or at >= bottom for at in mine)
            block.top += all(at < top for at in mine)
            block.shielded += any(p.sentence for p in page.prints[bottom:place])
            block.again += len(mine) > 1
            after, above, below = beside[key]
            after[_next(page.prints, place, teasers)] += 1
            above[page.prints[place].above] += 1
            below[page.prints[place].below] += 1
    for key, block in blocks.items():
        count = len(block.pages)
        for name in ("named", "spoken", "outer", "top", "shielded", "again"):
            setattr(block, name, getattr(block, name) / count)
        block.theme = max(themes[key].values(), default=0) / count
        after, *levels = beside[key]
        block.follower, often = max(after.items(), key=lambda item: (item[1], item[0]))
        block.steady = often / count
        block.level = max(often for level in levels for often in level.values()) / count


def _next(prints: Sequence[Print], place: int, teasers: Collection[int]) -> int:
    """The key of the block below; all teasers are alike, and so is the end of the page."""
    if place + 1 == len(prints):
        return END
    key = prints[place + 1].key
    return TEASER if key in teasers else key


def _set_shares(blocks: Mapping[int, Block], pages: Sequence[Seen], total: int) -> None:
    """The share of the stories of its site that each block stands in.

    Where a folder mixes sites that do not give their names, blocks that always stand together
    and on no other site's pages show which pages are one site's.
    """
    both: Counter[tuple[int, int]] = Counter()
    for page in pages:
        mine = {p.key for p in page.prints if p.key in blocks}
        often = sorted(mine, key=lambda key: (-len(blocks[key].pages), key))[:_MOST_PAIRED]
        both.update(combinations(sorted(often), 2))
    partners: dict[int, set[int]] = defaultdict(set)
    within: dict[int, set[int]] = defaultdict(set)
    for (one, other), count in both.items():
        for inner, outer in ((one, other), (other, one)):
            if count >= NEARLY_ALL * len(blocks[inner].pages):
                within[inner].add(outer)
                if count >= NEARLY_ALL * len(blocks[outer].pages):
                    partners[inner].add(outer)
    for key, block in blocks.items():
        widest = max({key, *within[key]}, key=lambda other: (len(blocks[other].pages), other))
        size = total
        for site in (key, widest):
            together = [blocks[other] for other in {site, *partners[site]}]
            if _are_around(together) or (site == widest and len(together) >= _TOGETHER):
                size = min(size, max(beside.stories for beside in together))
        block.share = min(1.0, block.stories / size)


def _are_around(together: Iterable[Block]) -> bool:
    """Whether blocks that always stand together do so on both sides of the article."""
    ends = {
        block.top >= NEARLY_ALL
        for block in together
        if block.outer >= NEARLY_ALL and block.stories >= FEW
    }
    return len(ends) == 2


def _teasers(pages: Sequence[Seen], story: Sequence[int]) -> set[int]:
    """Headlines of articles of this corpus, with their leads, that stand in other articles."""
    told: dict[tuple[int, int], set[int]] = defaultdict(set)
    for at, page in enumerate(pages):
        for head, lead in pairwise(page.prints):
            running = lead.dated or lead.words > LONG
            if head.title and head.words >= _TITLE and lead.lead and running:
                told[head.key, lead.key].add(story[at])
    found: set[int] = set()
    for at, page in enumerate(pages):
        for head, lead in pairwise(page.prints):
            pair = (head.key, lead.key)
            if not (head.title or head.lead) and pair in told and told[pair] != {story[at]}:
                found.update(pair)
    return found
