"""The words and signs with which figures, days and speakers of the ledger are told."""

from __future__ import annotations

import math

from tui.export.ledger_told import Entry, Told

HEDGES = {"about": "~", "at least": "≥", "more than": ">", "less than": "<", "at most": "≤"}
"""The signs of the hedges, as everywhere in the app."""
RELATIONS = {"rival": "≠", "revised": "→", "same": "=", "settled": "·"}
"""How two rows stand to each other, as far as that is told: not where nothing is between them."""
CHANGES = {
    "first": "• first told",
    "same": "= the same",
    "raised": "↑ raised",
    "lowered": "↓ lowered",
    "denied": "✗ denied now",
    "claimed": "✓ not denied now",
    "other": "~ another one",
}
"""How a figure stands to what the same speaker told before; nothing where no order is known."""
OWN_VOICE = "own voice"
"""Who speaks where an article cites nobody."""

_SIZES = ((1e12, "bln"), (1e9, "mld"), (1e6, "mln"))
"""What Dutch calls large numbers: biljoen, miljard, miljoen."""
_LARGEST = 1e15


def number(value: float) -> str:
    """`1.500`, `2,5`: as a Dutch reader writes it, with at most four decimals."""
    if not math.isfinite(value):
        return "?"
    if abs(value) >= _LARGEST:
        return f"{value:.3g}"
    whole = f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 1e-3 else f"{value:.6g}"
    return whole.translate({ord(","): ".", ord("."): ","})


def short(value: float) -> str:
    """`6,7 mld`: a number in the room that an axis has."""
    for size, word in _SIZES:
        if size <= abs(value) < _LARGEST:
            return f"{number(round(value / size, 2))} {word}"
    return number(value)


def amount(entry: Entry) -> str:
    """`≥ 1.500`, `8 – 13`, `10 or more`, `~ 6.700.000.000 EUR`: the figure in full."""
    value, low, high = (entry.fields[name] for name in ("value", "low", "high"))
    hedge = HEDGES.get(entry.fields["hedge"] or "", "")
    if value is not None:
        told = number(value)
    elif low is not None and high is not None:
        told = span(low, high)
    elif low is not None:
        told = f"{number(low)} or more"
    else:
        told = "?" if high is None else f"up to {number(high)}"
    return " ".join(filter(None, (hedge, told, entry.unit)))


def span(low: float | None, high: float | None, unit: str = "") -> str:
    """`1.500 – 12.000`; one number where both are the same, nothing where there is none."""
    ends = [number(end) for end in (low, high) if end is not None]
    return " ".join(filter(None, (" – ".join(dict.fromkeys(ends)), unit)))


def who(entry: Entry) -> str:
    """`Pentagon via De Bode`, `own voice: bode.example (headline: Seoul)`.

    A speaker is told as the article calls it, with the one name it has: `Rutte (Mark Rutte)`.
    """
    via, called = entry.fields["via"], entry.fields["speaker"]
    named = OWN_VOICE if entry.own and not entry.site else called or entry.who
    if not entry.own and named != entry.who:
        named = f"{named} ({entry.who})"
    told = f"{named} via {via}" if via else named
    return f"{told} (headline: {entry.heading})" if entry.heading else told


def stance(entry: Entry) -> str:
    """How it is said: `estimated`, `announced, planned`; nothing for the article's own voice."""
    earlier = "told as said before" if entry.earlier else ""
    planned = "planned" if entry.planned else ""
    return ", ".join(filter(None, (entry.fields["stance"], planned, earlier)))


def when(entry: Entry) -> str:
    """`2024-10-18`, with `said` or `dated` where it is not the day of publication; or `no day`."""
    if not entry.day:
        return "no day"
    return entry.day if entry.basis == "published" else f"{entry.day} {entry.basis}".rstrip()


def counts(told: Told) -> tuple[str, ...]:
    """What is told of a series as a whole: `8 rows`, `6 articles`, `1.500 – 12.000`."""
    parts = [
        several(len(told.entries), "row"),
        several(told.articles, "article"),
        several(len(told.speakers), "speaker"),
        span(told.low, told.high, told.unit),
    ]
    if told.rivals:
        parts.append(several(told.rivals, "rival pair"))
    return tuple(filter(None, parts))


def several(count: int, one: str) -> str:
    """`1 row`, `31.204 rows`."""
    return f"{number(count)} {one}{'' if count == 1 else 's'}"
