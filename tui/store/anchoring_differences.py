"""What differs between a quote and a place in a text: in it, and in the sentence around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.store.anchoring_kinds import Spans, Wording, differing
from tui.store.anchoring_model import Difference, Kind
from tui.store.anchoring_quote import Quoted, Side
from tui.store.anchoring_tokens import Tokens, signs, stops
from tui.store.anchoring_words import is_slip, negates

_ROUND = 24
"""So many words around a place are read with it, to tell what its words mean."""
_MANY = 400
"""Of so many words the usual ones are not sought apart: that takes the square of their number."""
_HALF = 0.5
"""With less of its words left a sentence around a quote is another one."""

Op = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote and the tokens from `first` up to `after` of a text.

    `old` and `new` are what is read of both; the latter begins at the token `skipped` and the
    character `base` of the text.
    """

    q: Quoted
    t: Tokens
    first: int
    after: int
    old: Wording
    new: Wording
    skipped: int
    base: int

    def difference(
        self, gone: Spans, come: Spans, *, around: bool = False, kinds: tuple[Kind, ...] = ()
    ) -> Difference:
        """The difference between some tokens of the old text and some of the new one."""
        local = come[0] - self.skipped, come[1] - self.skipped
        start, end = self.t.stretch(*come)
        return Difference(
            kinds or differing(self.old, self.new, gone, local),
            self.q.tokens.between(*gone),
            self.t.text[start:end],
            self.q.base + self.q.tokens.stretch(*gone)[0],
            start,
            end,
            around,
        )


def paired(q: Quoted, t: Tokens, first: int, after: int) -> Pair:
    """A quote beside a place in a text."""
    low, high = max(0, first - _ROUND), min(len(t.keys), after + _ROUND)
    return Pair(
        q,
        t,
        first,
        after,
        Wording(q.tokens),
        Wording(t.part(low, high)),
        low,
        t.starts[low] if low < len(t.starts) else 0,
    )


def opcodes(old: list[str], new: list[str]) -> Iterator[Op]:
    """How one list of words becomes another, as `difflib` tells it; long ones need not be exact."""
    start, least = 0, min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield "equal", 0, start, 0, start
    mid, other = old[start : len(old) - end], new[start : len(new) - end]
    if mid or other:
        matcher = SequenceMatcher(None, mid, other, autojunk=len(mid) > _MANY)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag, i + start, j + start, k + start, m + start
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def inside(pair: Pair) -> tuple[Difference, ...]:
    """What is no longer the same in the quote itself."""
    q, t = pair.q, pair.t
    found: list[Difference] = []
    for tag, i, j, k, m in opcodes(q.keys, t.keys[pair.first : pair.after]):
        at, now = q.first + i, pair.first + k
        if tag != "equal":
            found.append(pair.difference((at, q.first + j), (now, pair.first + m)))
            continue
        for step in range(j - i):
            if step and (kind := _parted(pair, at + step, now + step)):
                gone, come = (at + step - 1, at + step + 1), (now + step - 1, now + step + 1)
                found.append(pair.difference(gone, come, kinds=(kind,)))
            if not _is_printed_alike(pair, at + step, now + step):
                found.append(
                    pair.difference((at + step, at + step + 1), (now + step, now + step + 1))
                )
    if _ends_otherwise(pair):
        last, now = q.after - 1, pair.after - 1
        gone, come = (last, q.after), (now, pair.after)
        found.append(pair.difference(gone, come, kinds=("wording",)))
    return tuple(found)


def around(pair: Pair, left: Side, right: Side) -> tuple[Difference, ...]:
    """What is no longer the same in the sentence around the quote, as far as it was kept.

    What could turn the quote into another statement: numbers, units, negations, hedges, names and
    those who speak, and any word in the place of another, unless that only mends a slip. Where
    little of that sentence is left, all of it differs.
    """
    q = pair.q
    return (
        *_beside(pair, q.left, left, lambda at: q.first - at, lambda at: pair.first - at),
        *_beside(pair, q.right, right, lambda at: q.after + at, lambda at: pair.after + at),
    )


def _beside(
    pair: Pair, old: Side, new: Side, was: Callable[[int], int], now: Callable[[int], int]
) -> Iterator[Difference]:
    """`was` and `now` tell at which edge of a token so many words from the quote one comes."""
    ops = SequenceMatcher(None, old.keys, new.keys, autojunk=False).get_opcodes()
    same = [(i, j, m) for tag, i, j, _, m in ops if tag == "equal"]
    reach = max((m for _, _, m in same), default=old.own)
    reach = new.own if old.closed else min(reach, new.own)
    left_over = sum(max(0, min(j, old.own) - i) for i, j, _ in same)
    if old.own > 1 and left_over < old.own * _HALF:
        gone = sorted((was(0), was(old.own)))
        come = sorted((now(0), now(min(new.own, len(old.keys)))))
        yield pair.difference((gone[0], gone[1]), (come[0], come[1]), around=True)
        return
    for tag, i, j, k, m in ops:
        m = min(m, new.own, max(reach, k + j - i))  # beyond what is known, only for what went
        j = min(j, old.own)
        if tag == "equal" or (i >= j and k >= m):
            continue
        gone, come = sorted((was(i), was(max(i, j)))), sorted((now(k), now(max(k, m))))
        found = pair.difference((gone[0], gone[1]), (come[0], come[1]), around=True)
        if found.kinds != ("wording",) or _is_replaced(old.keys[i:j], new.keys[k:m]):
            yield found


def _is_replaced(old: list[str], new: list[str]) -> bool:
    """Whether words stand in the place of others, and not of the same with a slip."""
    if not old or not new:
        return False
    return len(old) != len(new) or not all(map(is_slip, old, new))


def _parted(pair: Pair, at: int, now: int) -> Kind | None:
    """What kind of difference there is between the signs before two tokens that are the same.

    A comma or a full stop more or less is none, unless beside a negation: `wacht, niet schieten`.
    """
    gap, new = pair.q.tokens.gap(at), pair.t.gap(now)
    if gap == new:
        return None
    if signs(gap) != signs(new):
        return "wording"
    if stops(gap) != stops(new) and any(map(negates, pair.q.tokens.keys[at - 1 : at + 1])):
        return "negation"
    return None


def _is_printed_alike(pair: Pair, at: int, now: int) -> bool:
    """Whether two tokens with one key are the same; a capital may be the sentence's."""
    old, new = pair.q.tokens.shown(at), pair.t.shown(now)
    if old == new:
        return True
    if old[1:] != new[1:] or pair.q.tokens.opens(at) == pair.t.opens(now):
        return False
    return "name" not in pair.old.kinds(at) and "name" not in pair.new.kinds(now - pair.skipped)


def _ends_otherwise(pair: Pair) -> bool:
    """Whether a question became none or the reverse, or quotation marks that were selected went."""
    q, t = pair.q, pair.t
    before, behind = t.gap(pair.first), t.gap(pair.after)
    lead = q.tokens.plain[q.offset : q.tokens.starts[q.first]]
    tail = q.tokens.plain[q.tokens.ends[q.after - 1] : q.offset + len(q.selector.exact)]
    known = bool(q.selector.suffix) or "?" in tail or not behind
    if known and ("?" in q.tokens.gap(q.after)) != ("?" in behind):
        return True
    return any(
        signs(edge)[0] > 0 and not signs(gap)[0] for edge, gap in ((lead, before), (tail, behind))
    )
