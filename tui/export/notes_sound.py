"""Whether a mark that came in a file is sound, and in words what is not.

Nothing in it is believed: types, sizes and choices are looked at one by one. What its texts say is
nobody's business here: a path is kept as words, and nothing is opened by it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tui.store.marked import ABOUTS, KINDS, SIDES, STATUSES, Claimed, Mark, Tag

LONGEST = 10_000_000
"""Characters in a note or a quote."""
LINE = 100_000
"""Characters in a name, a path, a tag."""
MOST = 10_000
"""Tags of a mark, figures and turns of a claim."""
FARTHEST = 2**53
"""Places in a text are below this, which every reader of JSON keeps exactly."""


class Unsound(ValueError):
    """What is wrong with something that was read, in words a person can look it up by."""


def sound(mark: Mark) -> Mark:
    """The mark itself. Raises Unsound."""
    for fault in _faults(mark):
        raise Unsound(fault)
    return mark


def sound_tag(tag: Tag) -> Tag:
    """The tag itself. Raises Unsound."""
    for name, value in (("tag", tag.name), ("colour", tag.colour)):
        for fault in _text(name, value, LINE, empty=name != "tag"):
            raise Unsound(fault)
    return tag


def finite(value: object) -> float | None:
    """A number as JSON has it, always with a point: `1500.0`; None for what it has no word for."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _faults(mark: Mark) -> Iterator[str]:
    lines = ("id", "article_id", "path", "created", "colour", "actor", "of", "edited", "by")
    for name in lines:
        yield from _text(name, getattr(mark, name), LINE, empty=name != "id")
    yield from _text("text", mark.text, LONGEST)
    yield from _choice("kind", mark.kind, KINDS)
    yield from _choice("about", mark.about, ABOUTS)
    yield from _choice("part", mark.part, ("body", "title"))
    yield from _choice("side", mark.side, SIDES)
    yield from _place("at", mark.at)
    yield from _many("tags", mark.tags)
    for tag in mark.tags:
        yield from _text("tags", tag, LINE, empty=False)
    for name, value in mark.cited._asdict().items():
        yield from _text(f"cited {name}", value, LINE)
    if (mark.about in ("article", "actor", "corpus")) != (mark.selector is None):
        yield f"about: {mark.about} {'with' if mark.selector else 'without'} a selector"
    if (mark.kind == "claim") != (mark.claimed is not None):
        yield f"kind: {mark.kind} {'with' if mark.claimed else 'without'} what is claimed"
    if mark.selector is not None:
        for name in ("exact", "prefix", "suffix"):
            yield from _text(name, getattr(mark.selector, name), LONGEST)
        yield from _place("start", mark.selector.start)
        yield from _place("end", mark.selector.end)
    if mark.claimed is not None:
        yield from _in_claim(mark.claimed)


def _in_claim(claimed: Claimed) -> Iterator[str]:
    for name in ("speaker", "via", "stance", "cue"):
        yield from _text(name, getattr(claimed, name), LINE)
    if not isinstance(claimed.own, bool):
        yield "own: neither true nor false"
    if not isinstance(claimed.stale, bool):
        yield "stale: neither true nor false"
    yield from _many("figures", claimed.figures)
    for figure in claimed.figures:
        for name in ("phrase", "hedge", "kind", "noun", "unit"):
            yield from _text(f"figure {name}", getattr(figure, name), LINE)
        for name in ("value", "low", "high"):
            number = getattr(figure, name)
            if number is not None and finite(number) is None:
                yield f"figure {name}: no number"
    yield from _many("history", claimed.history)
    for turn in claimed.history:
        yield from _choice("status", turn.status, STATUSES)
        yield from _text("when", turn.when, LINE)
        yield from _text("why", turn.why, LONGEST)


def _text(name: str, value: object, longest: int, *, empty: bool = True) -> list[str]:
    if not isinstance(value, str):
        return [f"{name}: no text"]
    if not (value or empty):
        return [f"{name}: empty"]
    return [f"{name}: longer than {longest} characters"] if len(value) > longest else []


def _choice(name: str, value: object, choices: Sequence[str]) -> list[str]:
    if isinstance(value, str) and value in choices:
        return []
    return [f"{name}: not one of {', '.join(filter(None, choices))}"]


def _place(name: str, value: object) -> list[str]:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < FARTHEST
    return [] if fits else [f"{name}: no whole number from 0"]


def _many(name: str, values: Sequence[object]) -> list[str]:
    return [f"{name}: more than {MOST}"] if len(values) > MOST else []
