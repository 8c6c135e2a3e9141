"""How well a place in a text fits a quote: its words, what stands around it, what differs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.store.anchoring_differences import around, inside, opcodes, paired
from tui.store.anchoring_model import Difference
from tui.store.anchoring_quote import AT_EDGE, Quoted, agreement, left_of, right_of
from tui.store.anchoring_tokens import Tokens

AGREES = 0.5
"""A side that agrees so much tells that a place is the one."""
CLOSELY = 0.8
"""With less the word right beside the place is another one."""
ROUNDED = 0.01
_SOME = 0.4
"""Surroundings that agree less do so by chance: small words are everywhere."""
_LONG = 300
"""A quote of more words is not gone through word by word: it has enough of them."""
_JUMBLED = 0.8
"""What words in another order count beside those in the same one."""
_SPELT = 0.75
"""Two words so much alike are one, written with or without a slip."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The tokens from `first` up to `after` of a text, as the place of a quote.

    `likeness` is how much of the quote stands there, `left` and `right` how much of what stood
    beside it, from 0 to 1; None where nothing was kept of that side. `is_there` tells that the
    place begins where the quote did in the old text.
    """

    first: int
    after: int
    likeness: float
    left: float | None
    right: float | None
    is_there: bool

    @property
    def support(self) -> float:
        """How well the better side agrees."""
        return max(self.left or 0.0, self.right or 0.0)

    @property
    def total(self) -> float:
        """How well both sides agree."""
        return ((self.left or 0.0) + (self.right or 0.0)) / 2

    @property
    def fits(self) -> bool:
        """Whether all that was kept of its surroundings is there, or the text was longer by it."""
        sides = [side for side in (self.left, self.right) if side is not None]
        return bool(sides) and all(side >= 1 - ROUNDED or side == AT_EDGE for side in sides)

    @property
    def framed(self) -> bool:
        """Whether both sides agree, or one does and the other is where the text begins or ends."""
        return self._sides_agree(AGREES)

    @property
    def snug(self) -> bool:
        """Whether both sides agree right up to the place."""
        return self._sides_agree(CLOSELY)

    def _sides_agree(self, least: float) -> bool:
        sides = (self.left, self.right)
        return all(side is not None and (side >= least or side == AT_EDGE) for side in sides)

    def agrees_as(self, other: Fit) -> bool:
        """Whether neither side agrees less than that of another place."""
        sides = ((self.left, other.left), (self.right, other.right))
        return all((side or 0.0) >= (beside or 0.0) - ROUNDED for side, beside in sides)

    @property
    def worth(self) -> tuple[bool, float, int, int]:
        """Sorts the best places first."""
        sides = [side for side in (self.left, self.right) if side and side >= _SOME]
        return not self.framed, -2 * self.likeness - sum(sides), self.first, self.after


@dataclass(frozen=True, slots=True)
class Found(Fit):
    """Such a place with all that differs, in the quote and in the sentence around it."""

    inside: tuple[Difference, ...]
    around: tuple[Difference, ...]


def fitted(q: Quoted, t: Tokens, first: int, after: int) -> Fit:
    """How well some tokens of a text fit a quote."""
    left, right = left_of(t, first, q.left), right_of(t, after, q.right)
    likeness = _likeness(q.keys, t.keys[first:after])
    sides = agreement(q.left, left), agreement(q.right, right)
    is_there = t.starts[first] == q.base + q.tokens.starts[q.first]
    return Fit(first, after, likeness, *sides, is_there)


def found(q: Quoted, t: Tokens, fit: Fit) -> Found:
    """A place with all that differs."""
    left, right = left_of(t, fit.first, q.left), right_of(t, fit.after, q.right)
    pair = paired(q, t, fit.first, fit.after)
    return Found(
        fit.first,
        fit.after,
        fit.likeness,
        fit.left,
        fit.right,
        fit.is_there,
        inside(pair),
        around(pair, left, right),
    )


def _likeness(old: list[str], new: list[str]) -> float:
    """From 0 to 1, how many letters of the words of a quote stand in words that are there now."""
    if old == new:
        return 1.0
    letters = max(1, sum(map(len, old)), sum(map(len, new)))
    jumbled = sum(len(key) * n for key, n in (Counter(old) & Counter(new)).items()) / letters
    if len(old) > _LONG:
        return jumbled
    shared = 0.0
    for tag, i, j, k, m in opcodes(old, new):
        if tag == "equal":
            shared += sum(map(len, old[i:j]))
        elif j - i == m - k:
            shared += sum(
                len(key) * 0.8
                for key, now in zip(old[i:j], new[k:m], strict=True)
                if _is_spelt_alike(key, now)
            )
    return max(shared / letters, jumbled * _JUMBLED)


def _is_spelt_alike(key: str, now: str) -> bool:
    if any(map(str.isdigit, key + now)):
        return False
    return SequenceMatcher(None, key, now).ratio() >= _SPELT
