"""What behind a unit still belongs to the value: `1 meter 82`, `6 graden onder nul`."""

from __future__ import annotations

from functools import cache

from tui.text.kinds import Kind
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.quantity import Quantity
from tui.text.shapes import PLURAL, SHAPES
from tui.text.unitwords import UNIT, roles


def with_hundredths(t: Lexed, quantity: Quantity, kind: Kind) -> None:
    """Add the hundredths behind a metre or a coin: `1 meter 82`, `1 euro 89`."""
    at = kind.after
    rest, following = t.words[at], t.words[at + 1]
    if kind.unit not in table("units")["hundredths"]["units"] or kind.noun is None:
        return
    if len(rest) != 2 or not rest.isdecimal() or kind.scale != 1 or kind.upto != at:
        return
    if t.starts[at] - t.ends[at - 1] != 1 or t.is_shut(t.starts[at], t.ends[at]):
        return
    behind = t.text[t.ends[at] : t.ends[at] + 1]
    if (behind and behind not in " .,;:!?)\n") or t.text[t.ends[at] + 1 : t.ends[at] + 2].isdigit():
        return
    if not isinstance(quantity.value, int) or quantity.factor != 1:
        return
    if roles().get(following, 0) & UNIT or SHAPES[following] & PLURAL:
        return
    quantity.value = round(quantity.value + int(rest) / 100, 2)
    quantity.after, quantity.end = at + 1, t.ends[at]
    kind.upto = kind.after = at + 1
    if t.traced:
        quantity.how += (("hundredths", at),)


@cache
def _below() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in table("units")["below_nought"]["behind"])


def below_nought(t: Lexed, quantity: Quantity, at: int) -> None:
    """`6 graden onder nul` is six below nought."""
    if not any(tuple(t.words[at : at + len(words)]) == words for words in _below()):
        return
    if quantity.value is not None:
        quantity.value = -quantity.value
    elif quantity.low is not None and quantity.high is not None:
        quantity.low, quantity.high = -quantity.high, -quantity.low
    if t.traced:
        quantity.how = (("below nought", at), *quantity.how)
