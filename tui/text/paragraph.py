"""A paragraph while its figures are read: its tokens, its sentences, where no figure may stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui.text.article import Figure
from tui.text.hedges import hedge_after, hedge_before
from tui.text.kinds import Kind
from tui.text.quantities import Quantity
from tui.text.tokens import Token
from tui.text.traps import is_glued

_WINDOW = 1000
"""How far from a number its sentence is looked at: further on nothing tells about it."""
_MOST = 1e36
"""No figure is above this, whatever row of magnitudes stands in the text."""


@dataclass(slots=True)
class Paragraph:
    """Its text and tokens, the offsets where its sentences begin, and the spans without figures."""

    text: str
    run: list[Token]
    starts: list[int]
    masks: list[tuple[int, int]]

    def __post_init__(self) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(self.masks):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self.masks = merged

    def before(self, offset: int) -> str:
        """The text of the sentence up to an offset."""
        start = self.starts[bisect_right(self.starts, offset) - 1]
        return self.text[max(start, offset - _WINDOW) : offset]

    def sentence(self, offset: int) -> str:
        """The sentence around an offset."""
        at = bisect_right(self.starts, offset)
        end = self.starts[at] if at < len(self.starts) else len(self.text)
        return self.text[max(self.starts[at - 1], offset - _WINDOW) : min(end, offset + _WINDOW)]

    def behind(self, offset: int) -> str:
        """The text of the sentence from an offset on."""
        at = bisect_right(self.starts, offset)
        end = self.starts[at] if at < len(self.starts) else len(self.text)
        return self.text[offset : min(end, offset + _WINDOW)]

    def opens(self, offset: int) -> bool:
        """Whether a sentence begins at an offset."""
        at = bisect_left(self.starts, offset)
        return at < len(self.starts) and self.starts[at] == offset

    def is_masked(self, start: int, end: int) -> bool:
        """Whether a stretch touches a span in which no figure may stand."""
        at = bisect_left(self.masks, (end,))
        return at > 0 and self.masks[at - 1][1] > start


def figure_of(
    page: Paragraph, quantity: Quantity, kind: Kind, *, hedge_from: int | None = None
) -> Figure:
    """The figure of a quantity whose kind is known; `hedge_from` is where its hedge would end."""
    start = quantity.start
    before = page.before(hedge_from if hedge_from is not None else start)
    hedge = hedge_before(before, page.behind(kind.end)) or hedge_after(
        page.text, max(quantity.end, kind.end)
    )
    return Figure(
        start=start,
        end=max(quantity.end, kind.number_end),
        text=page.text[start : max(quantity.end, kind.number_end)],
        value=_scaled(quantity.value, kind),
        low=_scaled(quantity.low, kind),
        high=_scaled(quantity.high, kind),
        kind=kind.kind,
        hedge=hedge,
        noun=kind.noun,
        phrase=page.text[start : max(quantity.end, kind.end)],
        unit=kind.unit,
    )


def _scaled(value: float | None, kind: Kind) -> float | None:
    if value is None or value > _MOST:
        return None
    value = round(value * kind.scale, 6)
    return int(value) if value == int(value) else value


def is_name(page: Paragraph, at: int, quantity: Quantity) -> bool:
    """Whether the number is part of a name: glued to letters, or a word with a capital."""
    token = page.run[at]
    if quantity.digits:
        first = next(t for t in page.run[quantity.first : quantity.after] if t.kind == "digits")
        return is_glued(page.text, first.start, first.end)
    opens = page.opens(token.start) or (at > 0 and page.run[at - 1].text in ":\"'“‘„(-–—•»")
    if token.text[0].isupper() and not opens:
        return True
    after = page.text[token.end : token.end + 1]
    return after == "-" or (at > 0 and page.text[token.start - 1] == "-")
