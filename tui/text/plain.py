"""A plain number becomes a figure, unless it turns out to be a time, a name, a year or a score."""

from __future__ import annotations

from tui.text.ages import age_of
from tui.text.article import Figure
from tui.text.assembly import figure_of
from tui.text.clocks import is_clock_time
from tui.text.counted import told_before
from tui.text.edges import (
    AGE,
    BEFORE,
    BEHIND,
    BELOW,
    BETWEEN,
    HOUR,
    IN_FRONT,
    NUMBERED,
    ORDINAL,
    OUT_OF_IT,
    RANGE,
    SHARING,
    SPECIAL,
    TIME,
)
from tui.text.hedges import Hedged, hedge_before, lead_of
from tui.text.kinds import Kind, kind_of
from tui.text.lexed import Lexed
from tui.text.moneys import money_before, money_by_context, money_by_noun
from tui.text.quantity import Quantity
from tui.text.ranges import between, range_from
from tui.text.remainders import below_nought, with_hundredths
from tui.text.sharing import counted_in_front, is_moved, like_the_whole, of_whole, shared_noun
from tui.text.specials import is_times, times, times_before
from tui.text.traps import (
    in_phrase,
    is_glued,
    is_label,
    is_numbered,
    is_score,
    is_verb,
    is_year,
)


def plain_number(t: Lexed, at: int, quantity: Quantity) -> tuple[Figure | None, int]:
    """The figure of a number, if it is one, and the index of the token to go on from."""
    behind = BEHIND[t.words[quantity.after]]
    span = (behind & RANGE and range_from(t, quantity)) or quantity
    if is_name(t, span):
        return None, quantity.after
    if quantity.digits:
        if not quantity.money and is_label(t, at):
            return None, quantity.after
    elif t.is_shut(quantity.start, quantity.end):
        return None, quantity.after
    elif (after := in_phrase(t, at)) >= quantity.after:
        return None, after
    if span.joiner:
        behind = BEHIND[t.words[span.after]]
        if behind & SPECIAL and is_times(t.words[span.after]) and (found := times(t, span)):
            return found
        if t.is_shut(span.start, span.end):
            return None, span.after
    before = BEFORE[t.words[span.first - 1]]
    kind = kind_of(t, span, span.after)
    if _is_trap(t, span, before, behind, counted=kind.counted):
        return None, span.after
    if before & IN_FRONT and (front := counted_in_front(t, span)):
        hedge = Hedged("about", span.first - 3, span.first)
        earlier = hedge_before(t, hedge.first, span.after)
        figure = figure_of(
            t, span, front, hedge_to=hedge.first if earlier else None, otherwise=hedge
        )
        return figure, max(span.after, front.after)
    if not kind.counted or kind.kind == "count" or kind.unit == "y":
        kind = _refined(t, span, kind, before, behind)
    elif kind.kind == "percent":
        of_whole(t, kind.after, kind)
    if kind.kind in ("measure", "money") and t.words[kind.after][0].isdigit():
        with_hundredths(t, span, kind)
    if before & BELOW:
        _sign(t, span, kind)
    elif kind.unit == "°C":
        below_nought(t, span, kind.after)
    if kind.kind == "count" and kind.noun is None and before & OUT_OF_IT:
        like_the_whole(t, span, kind)
    place = between(t, span.first) if span.joiner and before & BETWEEN else -1
    t.recent = (span.start, span.value, kind.kind, kind.unit)
    figure = figure_of(t, span, kind, hedge_to=place if place >= 0 else None)
    return figure, max(span.after, kind.after)


def _is_trap(t: Lexed, found: Quantity, before: int, behind: int, *, counted: bool) -> bool:
    """Whether a number is none after all; `counted` tells that a unit or a noun follows it."""
    at = found.first - 1
    if behind & ORDINAL:
        return True
    if (found.joiner or before & TIME or behind & HOUR) and is_clock_time(t, found):
        return True
    if found.digits:
        if is_score(t, found):
            return True
        if is_year(t, found, counted) and not is_moved(t, found):
            return True
    elif found.after == found.first + 1 and is_verb(t, found):
        return True
    named = before & NUMBERED or t.text[t.starts[at] : t.ends[at]] != t.words[at]
    return bool(named) and is_numbered(t, found, counted)


def _sign(t: Lexed, quantity: Quantity, kind: Kind) -> None:
    """A number below nought: `-5 graden`, `min 5 graden`, `-0,3 procent`."""
    before = quantity.first - 1
    if kind.unit not in ("°", "°C") and kind.kind != "percent":
        return
    if not t.words[before].isalpha():
        if t.ends[before] != quantity.start:
            return
        if t.starts[before] and not t.text[t.starts[before] - 1].isspace():
            return
    quantity.first, quantity.start = before, t.starts[before]
    if quantity.value is not None:
        quantity.value = -quantity.value
    elif quantity.low is not None:
        quantity.low = -quantity.low
    if t.traced:
        quantity.how = (("below nought", before), *quantity.how)


def _refined(t: Lexed, quantity: Quantity, kind: Kind, before: int, behind: int) -> Kind:
    """The kind of a number without a unit: an age, money, or a count with its noun."""
    if before & AGE and (old := age_of(t, quantity)):
        if kind.kind != "count":
            old.upto, old.after = kind.upto, kind.after
        return old
    if kind.noun is not None:
        if quantity.factor >= 1e6:
            money_by_noun(kind)
        return kind
    if behind & SHARING:
        of_whole(t, quantity.after, kind)
    if kind.noun is not None:
        return kind
    if behind & SHARING and quantity.factor < 1e6:
        kind = shared_noun(t, quantity, kind)
    if kind.noun is None and kind.kind == "count":
        _without_noun(t, quantity, kind)
    return kind


def _without_noun(t: Lexed, quantity: Quantity, kind: Kind) -> None:
    """What a number of nothing is: money, a multiple, or of what was named before it."""
    lead = lead_of(t, quantity)
    money_before(t, quantity, kind, lead)
    if kind.kind == "money":
        return
    if quantity.factor >= 1e6:
        money_by_context(t, quantity.first, kind, quantity.factor)
    elif is_times(t.words[quantity.first - 1]):
        times_before(t, quantity, kind)
    else:
        told_before(t, quantity, kind, lead)


def is_name(t: Lexed, quantity: Quantity) -> bool:
    """Whether the number is part of a name: glued to letters, or a word with a capital."""
    at = quantity.first
    if quantity.digits:
        while not t.words[at][0].isdigit():
            at += 1
        last = at + 1  # 50mln, 500K
        if not (last < quantity.after and t.words[last].isalpha() and t.starts[last] == t.ends[at]):
            last = at
        return is_glued(t.text, t.starts[at], t.ends[last])
    start, end = t.starts[at], t.ends[at]
    if t.text[start].isupper() and not t.opens(at) and t.words[at - 1][0] not in _OPENING:
        return True
    if t.text[end : end + 1] == "-" and not quantity.joiner:
        return True
    return start > 0 and t.text[start - 1] == "-"


_OPENING = "\n:\"'“‘„(-–—•»"
"""After these a word has a capital as at the start of a sentence."""
