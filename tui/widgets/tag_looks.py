"""The colour of a tag: its own, or that of the nearest tag it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.widgets.own import COLOURS
from tui.widgets.paint import Part

if TYPE_CHECKING:
    from tui.store.marked import TagCount

Colours = Mapping[str, str]
Look = tuple[int, int, str]


def colours_of(tags: Iterable[TagCount]) -> Colours:
    """The colours of the tags that have one we can draw, by their names."""
    return {tag.name: tag.colour for tag in tags if tag.colour in COLOURS}


def colour_of(tag: str, colours: Colours) -> str:
    """The colour that a tag is drawn in; empty where it has none, nor any above it."""
    while tag and tag not in colours:
        tag = tag.rpartition("/")[0]
    return colours.get(tag, "")


def looks(names: Iterable[str], colours: Colours, start: int = 0, gap: int = 1) -> list[Look]:
    """Where in the line `#one #other` the coloured tags stand, and the looks of them.

    The line begins at `start`, and between two tags there are `gap` characters.
    """
    found: list[Look] = []
    for name in names:
        end = start + len(name) + 1
        if colour := colour_of(name, colours):
            found.append((start, end, f"tag-{colour}"))
        start = end + gap
    return found


def cut(text: str, spans: Iterable[Look], base: str, prefix: str) -> list[Part]:
    """A text in parts: `base` is the look of all of it, `prefix` goes before those of the spans."""
    parts: list[Part] = []
    at = 0
    for start, end, look in spans:
        start, end = min(start, len(text)), min(end, len(text))
        parts += [(text[at:start], base), (text[start:end], f"{base} {prefix}{look}")]
        at = end
    parts.append((text[at:], base))
    return [part for part in parts if part[0]]
