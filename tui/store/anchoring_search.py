"""The places in a text where a quote could be: those with its words, and those much like it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.store.anchoring_fit import Fit, Found, fitted, found
from tui.store.anchoring_quote import Quoted
from tui.store.anchoring_tokens import Tokens

_MOST = 40
"""So many places with the same words are looked at, those in the likest surroundings."""
_WINDOWS = 4
"""So many stretches that share most words with a quote and its surroundings are looked at."""
_FEW = 12
_NEAR = 3
"""So many words right beside a quote tell where it would be."""
_MANY = 800
"""Of so many words the usual ones are not sought apart: that takes the square of their number."""


class Frame(NamedTuple):
    """The words that are looked for together: those of a quote, and those beside it or none."""

    left: list[str]
    quote: list[str]
    right: list[str]

    @property
    def keys(self) -> list[str]:
        """All of them, in order."""
        return [*self.left, *self.quote, *self.right]


def same(q: Quoted, t: Tokens) -> list[Found]:
    """The places that have all words of a quote and no other, in the order of the text.

    Of many only those whose surroundings are most alike.
    """
    places = list(_starts(q.keys, t))
    if len(places) > _MOST:
        places = sorted(places, key=lambda at: -_touching(q, t, at))[:_MOST]
    return [found(q, t, fitted(q, t, at, at + len(q.keys))) for at in sorted(places)]


def alike(q: Quoted, t: Tokens, taken: list[Found]) -> list[Found]:
    """The places that are much like a quote, or where it should be by what stands around it.

    Where its words stand amid all that stood around them, only what stands so as well can matter.
    """
    places = set(_beside(q, t))
    if not any(hit.fits for hit in taken):
        alone, framed = Frame([], q.keys, []), Frame(q.left.keys[::-1], q.keys, q.right.keys)
        places |= _places(q, t, framed) | _places(q, t, alone)
    whole = (place for place in places if 0 <= place[0] < place[1] <= len(t.keys))
    fits = (fitted(q, t, first, after) for first, after in whole)
    free = [fit for fit in fits if not any(_is_covered(fit, hit) for hit in taken)]
    kept: list[Fit] = []
    for fit in sorted(free, key=lambda fit: fit.worth):
        if not any(_overlaps(fit, other) for other in kept):
            kept.append(fit)
    return [found(q, t, fit) for fit in kept[:_WINDOWS]]


def _overlaps(fit: Fit, other: Fit) -> bool:
    """Whether two places share half of themselves or more."""
    shared = min(fit.after, other.after) - max(fit.first, other.first)
    return 2 * shared >= min(fit.after - fit.first, other.after - other.first)


def _is_covered(fit: Fit, found: Fit) -> bool:
    """Whether a place is but another extent of one that has the very words of the quote.

    In a text that repeats itself it may be the one nevertheless: where all around it is as it was.
    """
    if not _overlaps(fit, found):
        return False
    left, right = fit.first - found.first, fit.after - found.after
    return left * right <= 0 or not (fit.framed and fit.agrees_as(found))


def is_about_the_same(q: Quoted, t: Tokens) -> bool:
    """Whether a text still has words that stood beside a quote, wherever they are now."""
    near = (side.keys[:_NEAR] for side in (q.left, q.right))
    left, right = next(near)[::-1], next(near)
    return any(
        len(keys) == _NEAR and next(_starts(keys, t), None) is not None for keys in (left, right)
    )


def _starts(keys: list[str], t: Tokens) -> Iterator[int]:
    """At which tokens these words stand in a row."""
    wanted = "\n".join(["", *keys, ""])
    at, place, seen = t.joined.find(wanted), 0, 0
    while at >= 0:
        place += t.joined.count("\n", seen, at)
        yield place
        seen = at
        at = t.joined.find(wanted, at + 1)


def _beside(q: Quoted, t: Tokens) -> Iterator[tuple[int, int]]:
    """Where a quote would be by the words right beside it, and by where it was."""
    size, there = len(q.keys), t.touching(q.selector.start, q.selector.end)
    before, behind = q.left.keys[:_NEAR][::-1], q.right.keys[:_NEAR]

    def nearest(keys: list[str], end: int) -> list[int]:
        found = _starts(keys, t) if keys else ()
        return sorted(found, key=lambda at: abs(at - end))[:_FEW]

    lefts = [at + len(before) for at in nearest(before, there[0])]
    rights = nearest(behind, there[1])
    yield there
    yield from ((left, left + size) for left in lefts)
    yield from ((right - size, right) for right in rights)
    for left in lefts:
        yield from ((left, right) for right in rights if 0 < right - left <= 2 * size + _NEAR)


def _touching(q: Quoted, t: Tokens, at: int) -> int:
    """How many words right beside a place are those that stood beside the quote."""
    before, behind = t.keys[max(0, at - len(q.left.keys)) : at][::-1], t.keys[at + len(q.keys) :]
    return _shared(q.left.keys, before) + _shared(q.right.keys, behind[: len(q.right.keys)])


def _shared(one: list[str], other: list[str]) -> int:
    for at, (key, now) in enumerate(zip(one, other, strict=False)):
        if key != now:
            return at
    return min(len(one), len(other))


def _windows(keys: list[str], t: Tokens) -> list[tuple[int, int]]:
    """Stretches that hold most of some words."""
    wanted = Counter(keys)
    at_hand = [at for at, key in enumerate(t.keys) if key in wanted]
    every = Counter(t.keys[at] for at in at_hand)
    worth = {key: len(key) / (1 + count) ** 0.5 for key, count in every.items()}
    size = wanted.total() + max(6, wanted.total() // 4)
    scores = list(_scores(at_hand, t.keys, wanted, worth, size))
    found: list[tuple[int, int]] = []
    for _, first, last in sorted(scores, reverse=True):
        if all(last < low or first >= high for low, high in found):
            found.append((first, last + 1))
            if len(found) == _WINDOWS:
                break
    return found


def _scores(
    at_hand: list[int], keys: list[str], wanted: Counter[str], worth: dict[str, float], size: int
) -> Iterator[tuple[float, int, int]]:
    """For each stretch that begins and ends with a word that is wanted: what it holds of them."""
    counts: dict[str, int] = defaultdict(int)
    score, low = 0.0, 0
    for at in at_hand:
        key = keys[at]
        counts[key] += 1
        if counts[key] <= wanted[key]:
            score += worth[key]
        while at_hand[low] <= at - size:
            gone = keys[at_hand[low]]
            if counts[gone] <= wanted[gone]:
                score -= worth[gone]
            counts[gone] -= 1
            low += 1
        yield score, at_hand[low], at


def _places(q: Quoted, t: Tokens, frame: Frame) -> set[tuple[int, int]]:
    """Where a quote could be: by its words, by those beside it, by its sentences."""
    found: set[tuple[int, int]] = set()
    for low, high in _windows(frame.keys, t):
        found.update(_within(q, t, frame, low, high))
    return {(first, after) for first, after in found if first < after}


def _within(q: Quoted, t: Tokens, frame: Frame, low: int, high: int) -> Iterator[tuple[int, int]]:
    before, behind = len(frame.left), len(frame.left) + len(q.keys)
    low, high = max(0, low - len(q.keys)), min(len(t.keys), high + len(q.keys))
    pairs = _aligned(frame.keys, t.keys, low, high)
    within = [at for at in range(before, behind) if at in pairs]
    if within:
        first = _edge(pairs, before, within[0], t, -1)
        last = _edge(pairs, behind - 1, within[-1], t, 1)
        yield first, last + 1
        if q.left.closed and not q.left.own and q.right.closed and not q.right.own:
            yield _opening(t, pairs[within[0]]), _closing(t, pairs[within[-1]]) + 1
    start = pairs.get(before - 1, -1 if q.left.edge and not q.left.keys else None)
    end = pairs.get(behind, len(t.keys) if q.right.edge and not q.right.keys else None)
    if start is not None and end is not None and end - start <= 2 * len(q.keys) + _WINDOWS:
        yield start + 1, end


def _aligned(keys: list[str], every: list[str], low: int, high: int) -> dict[int, int]:
    """Which words of a stretch of a text stand for which others, without those far off the rest."""
    matcher = SequenceMatcher(None, keys, every[low:high], autojunk=high - low > _MANY)
    pairs = {
        block.a + step: low + block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    shifts = sorted(now - at for at, now in pairs.items() for _ in keys[at])
    middle = shifts[len(shifts) // 2] if shifts else 0
    far = max(3, len(keys) // 3)
    return {at: now for at, now in pairs.items() if abs(now - at - middle) <= far}


def _opening(t: Tokens, at: int) -> int:
    """The token with which the sentence around one begins."""
    return next((now for now in range(at, 0, -1) if t.parts(now)), 0)


def _closing(t: Tokens, at: int) -> int:
    """The token with which the sentence around one ends."""
    return next((now for now in range(at, len(t.keys) - 1) if t.parts(now + 1)), len(t.keys) - 1)


def _edge(pairs: dict[int, int], end: int, nearest: int, t: Tokens, step: int) -> int:
    """Where the first (`step` -1) or the last token of a quote is now."""
    if end in pairs:
        return pairs[end]
    if end + step in pairs:
        return pairs[end + step] - step
    now = pairs[nearest]
    for _ in range(abs(end - nearest)):
        beyond = now + step
        if not 0 <= beyond < len(t.keys) or t.parts(max(now, beyond)):
            break
        now = beyond
    return now
