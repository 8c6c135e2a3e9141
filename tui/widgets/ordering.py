"""In which order the figures of an article are told, and which of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from tui.session import Order
from tui.text.article import Figure, FigureKind

ORDERS: tuple[Order, ...] = get_args(Order)
KINDS: tuple[FigureKind, ...] = get_args(FigureKind)
# What has numbers of one sort stands together, the largest first; what has not comes after it.
SCALES: tuple[tuple[FigureKind, ...], ...] = (
    ("count", "vague", "money", "measure"),
    ("duration",),
    ("age",),
    ("percent", "share"),
    ("multiple",),
)
SCALE = {kind: nth for nth, kinds in enumerate(SCALES) for kind in kinds}


def ordered(figures: Sequence[Figure], order: Order, kind: FigureKind | None) -> list[int]:
    """The indexes of the figures that are told, all of them or those of one kind."""
    shown = [i for i, figure in enumerate(figures) if kind in (None, figure.kind)]
    if order == "kind":
        return sorted(shown, key=lambda i: (KINDS.index(figures[i].kind), figures[i].start))
    if order == "value":
        return sorted(shown, key=lambda i: (*_weight(figures[i]), figures[i].start))
    return sorted(shown, key=lambda i: figures[i].start)


def next_order(order: Order) -> Order:
    """The order after this one, round and round."""
    return ORDERS[(ORDERS.index(order) + 1) % len(ORDERS)]


def next_kind(figures: Sequence[Figure], kind: FigureKind | None) -> FigureKind | None:
    """The kind after this one of those that are there; after the last all of them again."""
    present = {figure.kind for figure in figures}
    rest = KINDS[KINDS.index(kind) + 1 :] if kind else KINDS
    return next((other for other in rest if other in present), None)


def about_order(figures: Sequence[Figure], order: Order, kind: FigureKind | None) -> str:
    """How the figures are told, in a few words: `by position`, `money 3/12 · by value`."""
    count = sum(figure.kind == kind for figure in figures)
    return (f"{kind} {count}/{len(figures)} · " if kind else "") + f"by {order}"


def _weight(figure: Figure) -> tuple[int, float]:
    numbers = (n for n in (figure.value, figure.low, figure.high) if n is not None)
    value = next(numbers, 0.0)
    return SCALE[figure.kind], -(value * 100 if figure.kind == "share" else value)
