"""Where readers answer each other on a web page: told by what stands under each of their texts."""

from __future__ import annotations

from collections.abc import Sequence

from tui.text.blocks import Box, WebBlock
from tui.text.parts import is_reply

_SEVERAL = 2
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def thread_boxes(blocks: Sequence[WebBlock]) -> frozenset[int]:
    """The numbers of the boxes in which readers write, by the `Beantwoorden` under each text."""
    ways = [block.boxes for block in blocks if block.main and is_reply(block.text)]
    if len(ways) < _SEVERAL:
        return frozenset()
    common = _common(ways)
    if common and not common[-1].around:
        return frozenset({common[-1].number})
    items = {way[len(common)].number for way in ways if len(way) > len(common) + 1}
    for block in blocks:
        if block.path[-1] in _HEADINGS:
            items.difference_update(box.number for box in block.boxes)
    return frozenset(items)


def _common(ways: Sequence[tuple[Box, ...]]) -> tuple[Box, ...]:
    """The boxes that all of these ways begin with."""
    first = ways[0]
    size = min(map(len, ways))
    shared = next((at for at in range(size) if any(way[at] is not first[at] for way in ways)), size)
    return first[:shared]
