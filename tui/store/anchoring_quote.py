"""A quote with what stood around it, taken apart, and how well a place in a text fits that."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.store.anchoring_tokens import Tokens, tokens
from tui.store.anchors import CONTEXT, Selector

_FURTHER = 6
"""So many words more than were kept are looked at on each side, for what came between."""
_SHIFTED = 0.9
"""What words beside a quote count for each word that came or went between it and them."""
_BLANK = (" ", "\n", "\t", "\u00a0")
AT_EDGE = 0.3
"""How much it tells that a text still begins or ends with a quote."""
_NEARER = 0.85
"""What a word around a quote counts beside the one before it, seen from the quote."""


class Side(NamedTuple):
    """The words on one side of a quote, seen from the quote, and how they belong to it.

    The first `own` of them are of the same sentence; with `closed` that sentence is known to begin
    or end there. With `edge` the text does so right behind the last word.
    """

    keys: list[str]
    own: int
    closed: bool
    edge: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A selector taken apart: the quote is the tokens from `first` up to `after`.

    The quote begins `offset` characters into the text that is taken apart, which itself begins
    `base` characters into the old text.
    """

    selector: Selector
    tokens: Tokens
    first: int
    after: int
    offset: int
    base: int
    left: Side
    right: Side

    @property
    def keys(self) -> list[str]:
        """The words of the quote."""
        return self.tokens.keys[self.first : self.after]

    @property
    def weight(self) -> int:
        """How many letters the words of the quote have."""
        return sum(map(len, self.keys))

    @property
    def best(self) -> float:
        """How well both sides of a place agree at best."""
        return sum(agreement(side, side) or 0.0 for side in (self.left, self.right)) / 2


def quoted(selector: Selector) -> Quoted:
    """A selector, taken apart. A word of which only a part was selected belongs to the quote."""
    exact, prefix, suffix, start, _ = selector
    t = tokens(prefix + exact + suffix)
    end = len(prefix) + len(exact)
    first, after = t.touching(len(prefix), end)
    after = max(first, after)
    low, high = 0, len(t.keys)
    at_start = start <= len(prefix)
    at_end = len(suffix) < CONTEXT and bool(at_start or prefix or suffix)
    if first and not at_start and not t.text[: t.starts[0] + 1].startswith(_BLANK):
        low = 1  # half a word, or half a number, cut off by the length of a prefix
    if after < high and not at_end and not t.text[t.ends[-1] - 1 :].endswith(_BLANK):
        high -= 1
    left = _left(t, first, low, at_start)
    right = _right(t, after, high, at_end)
    return Quoted(selector, t, first, after, len(prefix), start - len(prefix), left, right)


def _left(t: Tokens, at: int, low: int, edge: bool) -> Side:
    own = next((n for n in range(at - low + 1) if t.parts(at - n)), None)
    closed = own is not None or (edge and low == 0)
    return Side(t.keys[low:at][::-1], at - low if own is None else own, closed, edge and low == 0)


def _right(t: Tokens, at: int, high: int, edge: bool) -> Side:
    reach = range(high - at + 1) if high < len(t.keys) or not edge else range(high - at)
    own = next((n for n in reach if t.parts(at + n)), None)
    return Side(t.keys[at:high], high - at if own is None else own, own is not None or edge, edge)


def left_of(t: Tokens, at: int, beside: Side) -> Side:
    """What stands left of a token in a text, as far as it can be set beside the old words."""
    low = max(0, at - len(beside.keys) - _FURTHER)
    return _left(t, at, low, low == 0)


def right_of(t: Tokens, at: int, beside: Side) -> Side:
    """What stands right of a token in a text, as far as it can be set beside the old words."""
    high = min(len(t.keys), at + len(beside.keys) + _FURTHER)
    return _right(t, at, high, high == len(t.keys))


def agreement(old: Side, new: Side) -> float | None:
    """From 0 to 1, how much of what stood on one side stands there now, the nearest words most.

    None where nothing was kept by which one could tell. That a text still begins or ends with the
    quote tells a little; that it no longer does tells nothing, as much may have been added.
    """
    if not old.keys:
        return AT_EDGE if old.edge and not new.keys else None
    weights = [(len(key) + 1) * _NEARER**at for at, key in enumerate(old.keys)]
    matcher = SequenceMatcher(None, old.keys, new.keys, autojunk=False)
    same = (
        sum(weights[block.a : block.a + block.size]) * _SHIFTED ** abs(block.a - block.b)
        for block in matcher.get_matching_blocks()
    )
    return sum(same) / sum(weights)


def span(q: Quoted, t: Tokens, first: int, after: int) -> tuple[int, int]:
    """Where a quote begins and ends that is these tokens now, with the signs at its ends.

    Of a word of which only a part was selected it is that part, if the word is still the same.
    """
    start, end = t.starts[first], t.ends[after - 1]
    quote_end = q.offset + len(q.selector.exact)
    lead = q.offset - q.tokens.starts[q.first]
    tail = q.tokens.ends[q.after - 1] - quote_end
    if lead > 0:
        start += lead if _is_same(q.tokens, q.first, t, first) else 0
    elif lead < 0:
        before = t.text[t.ends[first - 1] if first else 0 : start]
        start -= _kept(before[::-1], q.selector.exact[:-lead][::-1])
    if tail > 0:
        end -= tail if _is_same(q.tokens, q.after - 1, t, after - 1) else 0
    elif tail < 0:
        behind = t.text[end : t.starts[after] if after < len(t.starts) else len(t.text)]
        end += _kept(behind, q.selector.exact[tail:])
    return start, max(start, end)


def _is_same(old: Tokens, at: int, new: Tokens, now: int) -> bool:
    """Whether two tokens are printed so much alike that a part of one is that part of the other."""
    return old.between(at, at + 1) == new.between(now, now + 1)


def _kept(gap: str, signs: str) -> int:
    """How much of a gap, seen from the quote, stands for the signs that the quote ended with."""
    if gap.startswith(signs):
        return len(signs)
    marks = len(gap) - len(gap.lstrip())
    solid = len(gap.split(None, 1)[0]) if gap.strip() and not marks else 0
    return min(solid, len(signs)) if signs.strip() else 0
