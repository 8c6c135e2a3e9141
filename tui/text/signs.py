"""What speaks for a recurring block being page, and how much of it is enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tui.text.prints import LONG, Print

NEARLY_ALL, _MOST, _HALF, _SOME = 0.9, 0.8, 0.5, 0.2
FEW, _ENOUGH, _MANY = 4, 5, 10
"""Numbers of stories from which on weaker signs count."""
_NAMED = {"often": 0.5, "seldom": 0.2}
"""Shares of its articles up to which a block of the page may name what the article names."""
_SPOKEN = {"some": 0.25, "little": 0.1, "hardly": 0.03}
"""Shares of its longer words that, on the mean, stand in the articles around a block as well."""
_THEME = 0.9
"""In this share of its articles, a word that a block shares with them is what they are about."""
_STOCK = 9
"""The most words of a stock phrase; more of them seldom come back to the letter."""

END, TEASER = 0, 1
"""What follows a block where that is the end of the page, or whatever teaser."""


@dataclass(slots=True)
class Block:
    """A block that recurs, and how it stands on the `pages` that have it.

    Of these, by their share: on how many it names (`named`) what the article names, stands in the
    row of recurring blocks at the head or foot (`outer`; at the head: `top`) or below another
    recurring block there (`shielded`), stands more than once (`again`). `spoken` is the mean share
    of its longer words that the article has too, `theme` how often it has the one that it has most;
    `steady` and `level` tell how often the same block follows (the `follower`) and it stands as far
    from the head or foot. `share` is that of the stories of its site it stands in, `alone` whether
    it is the only such label in mid-text.
    """

    first: Print
    pages: list[int]
    stories: int
    named: float = 0.0
    spoken: float = 0.0
    theme: float = 0.0
    outer: float = 0.0
    top: float = 0.0
    steady: float = 0.0
    follower: int = 0
    level: float = 0.0
    shielded: float = 0.0
    again: float = 0.0
    alone: bool = True
    share: float = 0.0


def is_page(block: Block) -> bool:
    """Weighs the signs: the fewer articles have a block, the more must speak for its being page."""
    first, share, spoken = block.first, block.share, block.spoken
    fixed = _is_fixed(block)
    long = first.words > LONG
    enough = block.stories >= _ENOUGH
    sheltered = fixed and max(block.top, block.shielded) >= NEARLY_ALL
    if share >= NEARLY_ALL and enough and (sheltered or (fixed and first.address)):
        named = _NAMED["often"]  # `Omroep Zeeland` stands among news of Zeeland
    else:
        named = _NAMED["seldom"]
    if block.named > named or (first.sentence and block.theme >= _THEME):
        return False
    if first.sentence and not long and not first.address:
        # `De uitspraak is over twee weken.` may close every report of a court.
        sure = sheltered or (fixed and enough and first.words > _STOCK)
        most = _SPOKEN["some"] if sheltered else _SPOKEN["hardly"]
        return sure and share >= NEARLY_ALL and spoken <= most
    if share >= NEARLY_ALL and (fixed or first.address):
        return spoken <= _SPOKEN["some"]
    if share >= NEARLY_ALL and not long:
        return enough and _is_tool(block) and spoken <= _SPOKEN["little"]
    if share >= _HALF and (fixed or (long and enough)):
        return spoken <= _SPOKEN["little"]
    if share >= NEARLY_ALL:
        return spoken <= _SPOKEN["hardly"]
    if fixed and (share >= _SOME or block.stories >= _MANY):
        return (first.address and spoken <= _SPOKEN["little"]) or (
            long and enough and spoken <= _SPOKEN["hardly"]
        )
    return False


def _is_fixed(block: Block) -> bool:
    """Whether a block stands in the row at the head or the foot of its pages.

    A label such as `Getuigen gezocht` may do so too, and opens a part of the story: what follows
    it varies.
    """
    return block.outer >= NEARLY_ALL and (
        block.first.sentence or block.top >= NEARLY_ALL or block.steady >= _MOST
    )


def is_inner_label(block: Block) -> bool:
    """Whether a block is a label that many articles have once, in mid-text."""
    return (
        not block.first.sentence
        and not _is_fixed(block)
        and block.share >= _HALF
        and block.again < _HALF
    )


def without_subheadings(found: Collection[int], blocks: Mapping[int, Block]) -> set[int]:
    """Of the blocks found to be page, those that are no subheading of something that is not.

    `Getuigen gezocht` may stand at the foot of many reports, above a phrase that stays.
    """
    kept = set(found)
    while True:
        heads = {
            key
            for key in kept
            if not blocks[key].first.sentence
            and blocks[key].top < NEARLY_ALL
            and blocks[key].outer >= NEARLY_ALL
            and blocks[key].follower not in kept | {END, TEASER}
        }
        if not heads:
            return kept
        kept -= heads


def _is_tool(block: Block) -> bool:
    """Whether a label in mid-text, such as that of a player, is no subheading of a fixed form.

    Such forms (`Vandaag`, `Morgen`) have several, each once.
    """
    alone = block.alone and block.first.words > 1 and block.level >= _MOST
    return block.again >= _HALF or alone
