"""Parts of a whole: `een derde`, `driekwart`, `de helft`, `een op de drie`, `twee derde`."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.text.article import Figure
from tui.text.assembly import figure_of
from tui.text.hedges import lead_of
from tui.text.kinds import Kind, kind_of
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.moneys import money_before, money_by_context
from tui.text.nouns import head_of, past_determiners
from tui.text.numbers import fold, magnitudes
from tui.text.quantities import number
from tui.text.quantity import Quantity
from tui.text.shapes import SHAPES, WORD

Found = tuple[Figure, int]
"""A figure and the index of the token to go on from."""


@cache
def fractions() -> dict[str, float]:
    """The words of parts: `derde`, `kwart`."""
    return dict(table("numbers")["fractions"])


@lru_cache(maxsize=1 << 14)
def is_part(word: str) -> bool:
    """Whether a word is that of a part, or could be as its accents fall away: `dérde`."""
    return word.isalpha() and fold(word) in fractions()


@cache
def _shares(name: str) -> frozenset[str]:
    return frozenset(table("numbers")["share_words"][name])


@cache
def out_of() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words between the two numbers of a share (`een OP DE drie`), by the first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("numbers")["ranges"]["out_of"], key=lambda p: -len(p)):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {word: tuple(every) for word, every in found.items()}


def named_share(t: Lexed, at: int, value: float) -> Found | None:
    """`de helft`, `driekwart`: a share in one word."""
    before = t.words[at - 1]
    if before in _shares("not_behind") and t.words[at] in _shares("with_article"):
        return None  # half a match, or half a month
    whole = t.words[at] in _shares("with_article") and before in _shares("articles")
    first = at - 1 if whole else at
    if t.is_shut(t.starts[at], t.ends[at]):
        return None
    how = (("share word", at),) if t.traced else ()
    quantity = Quantity(first, at + 1, t.starts[first], t.ends[at], value, how=how)
    return _share(t, quantity, "share word", at)


def fraction(t: Lexed, counted: Quantity) -> Found | None:
    """`een derde`, `twee vijfde`: a number and the word of a part."""
    at = counted.after
    part = fractions().get(fold(t.words[at]))
    if part is None or counted.value is None or not _is_part(t, at, counted.value):
        return None
    how = (*counted.how, ("part", at)) if t.traced else ()
    value = round(counted.value * part, 6)
    quantity = Quantity(counted.first, at + 1, counted.start, t.ends[at], value, how=how)
    return _share(t, quantity, "word of a part", at)


def _is_part(t: Lexed, at: int, count: float) -> bool:
    """Whether `een derde` is a share, as before `van`, and no ordinal as in `een derde dode`."""
    following = t.words[at + 1]
    if t.words[at] in _shares("halves"):
        return False
    if not SHAPES[following] & WORD or following in _shares("behind"):
        return True
    if following.endswith(_comparative()) and len(following) > 4:
        return True
    if t.words[at - 2] in _shares("out_of_it"):
        return True
    if count > 1:
        return following not in _shares("ranks")
    return head_of(t.words, at + 1, t.is_capital) < 0


@cache
def _comparative() -> tuple[str, ...]:
    return tuple(table("numbers")["share_words"]["comparative_ends"])


def ratio(t: Lexed, counted: Quantity) -> Found | None:
    """`een op de drie`, `3 op 10`, `twee op elke vijf`."""
    at = counted.after
    for words in out_of()[t.words[at]]:
        place = at + len(words)
        if tuple(t.words[at:place]) != words:
            continue
        whole = number(t, place) or _magnitude(t, place)
        if whole is None or not whole.value or not counted.value or whole.money:
            continue
        if t.is_shut(whole.start, whole.end):
            continue
        if counted.value >= whole.value or (len(words) == 1 and not _may_be_bare(t, whole)):
            continue
        if words[0] in _shares("per") and (whole.value not in _ROUND or not _ends(t, whole)):
            continue
        how = (*counted.how, ("out of", at), *whole.how) if t.traced else ()
        value = round(counted.value / whole.value, 6)
        quantity = Quantity(counted.first, whole.after, counted.start, whole.end, value, how=how)
        return _share(t, quantity, "so many out of so many", at)
    return None


def _magnitude(t: Lexed, at: int) -> Quantity | None:
    """`een op de MILJOEN`."""
    value = magnitudes().get(t.words[at])
    return Quantity(at, at + 1, t.starts[at], t.ends[at], value) if value else None


_ROUND = frozenset(10.0**power for power in range(2, 7))


def _ends(t: Lexed, whole: Quantity) -> bool:
    """Whether nothing is counted: `vier PER DUIZEND`, but not `vier per duizend inwoners`."""
    return not kind_of(t, whole, whole.after).counted


def _may_be_bare(t: Lexed, whole: Quantity) -> bool:
    """Whether `op` without `de` makes a share: `een op vijf kinderen`, no `drie op 12 mei`."""
    kind = kind_of(t, whole, whole.after)
    return not kind.counted or kind.rule == "noun"


def _share(t: Lexed, quantity: Quantity, rule: str, word: int) -> Found:
    after = quantity.after
    if t.words[after] in _shares("deel"):
        after += 1
    factor = magnitudes().get(t.words[after])
    if factor and factor >= 1e6 and quantity.value:
        return _of_magnitude(t, quantity, after, factor)
    unit = kind_of(t, quantity, quantity.after)
    if unit.kind in _OF_UNITS:
        return figure_of(t, quantity, unit), max(quantity.after, unit.after)
    kind = Kind("share", None, None, quantity.after, quantity.after, rule, word)
    partitive = t.words[after] in _shares("of")
    head = past_determiners(t.words, after + 1) if partitive else after
    if partitive:
        found = (number(t, place) for place in range(head, head + 3))
        head = next((counted.after for counted in found if counted), head)
    head = head_of(t.words, head, t.is_capital, determined=partitive)
    if head >= 0:
        kind.noun, kind.upto, kind.head = t.token(head), head + 1, head
    return figure_of(t, quantity, kind), quantity.after


_OF_UNITS = ("duration", "measure", "percent", "money")


def _of_magnitude(t: Lexed, quantity: Quantity, at: int, factor: float) -> Found:
    """`driekwart miljoen`: no share, but a number."""
    scaled = number(t, quantity.first)
    if scaled is None or scaled.after <= at:
        scaled = quantity
        scaled.value = (scaled.value or 0) * factor
        scaled.after, scaled.end, scaled.factor = at + 1, t.ends[at], factor
        if t.traced:
            scaled.how += (("times", at),)
    kind = kind_of(t, scaled, scaled.after)
    if not kind.counted:
        money_before(t, scaled, kind, lead_of(t, scaled))
    if not kind.counted:
        money_by_context(t, scaled.first, kind, factor)
    return figure_of(t, scaled, kind), max(scaled.after, kind.after)
