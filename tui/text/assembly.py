"""A quantity and its kind become a figure; here its hedge is looked up."""

from __future__ import annotations

from tui.text.article import Figure
from tui.text.grounds import Reason
from tui.text.hedges import Hedged, hedge_after, hedge_before
from tui.text.kinds import Kind
from tui.text.lexed import Lexed
from tui.text.quantity import Quantity

_MOST = 1e36
"""No figure is above this, whatever row of magnitudes stands in the text."""


def figure_of(
    t: Lexed,
    quantity: Quantity,
    kind: Kind,
    *,
    hedge_to: int | None = None,
    otherwise: Hedged | None = None,
) -> Figure:
    """The figure of a quantity whose kind is known.

    `hedge_to` is the index of the token before which its hedge ends, where that is not its first;
    `otherwise` is its hedge where no word tells one.
    """
    upto = kind.upto if kind.upto > quantity.after else quantity.after
    hedged = (
        hedge_before(t, quantity.first if hedge_to is None else hedge_to, upto)
        or hedge_after(t, upto)
        or otherwise
    )
    text, start = t.text, quantity.start
    end = t.ends[kind.number_upto - 1] if kind.number_upto else quantity.end
    phrase_end = max(end, t.ends[kind.upto - 1]) if kind.upto > quantity.first + 1 else end
    if t.traced:
        t.reasons.append(_reasons(t, quantity, kind, hedged))
    scale = kind.scale
    value, low, high = quantity.value, quantity.low, quantity.high
    return Figure(
        start,
        end,
        text[start:end],
        value if type(value) is int and scale == 1 and value < _MOST else _scaled(value, scale),
        None if low is None else _scaled(low, scale),
        None if high is None else _scaled(high, scale),
        kind.kind,
        hedged.hedge if hedged else None,
        kind.noun,
        text[start:phrase_end],
        kind.unit,
    )


def _scaled(value: float | None, scale: float) -> float | None:
    if value is None or value > _MOST:
        return None
    value = round(value * scale, 6)
    return int(value) if value == int(value) else value


def _reasons(t: Lexed, quantity: Quantity, kind: Kind, hedged: Hedged | None) -> tuple[Reason, ...]:
    found = [Reason("value", rule, t.token(at)) for rule, at in quantity.how]
    if kind.scale != 1:
        found.append(Reason("value", "hundredths", t.token(kind.head)))
    found.append(Reason("kind", kind.rule, t.token(kind.word) if kind.word >= 0 else ""))
    if kind.unit is not None:
        found.append(Reason("unit", kind.rule, t.token(kind.word) if kind.word >= 0 else ""))
    if kind.noun is not None:
        found.append(Reason("noun", kind.head_rule, kind.noun))
    if hedged is not None:
        words = t.text[t.starts[hedged.first] : t.ends[hedged.after - 1]]
        found.append(Reason("hedge", hedged.hedge, words))
    return tuple(found)
