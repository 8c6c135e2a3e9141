"""A block of an HTML page with the elements it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.text.page import Block


class Box(NamedTuple):
    """An element of a page: its place among them all, and what it holds.

    `size` counts the characters of its text, `images` and `fields` tell whether there are
    pictures and entry fields in it. `around` tells that the headline or most of the text of the
    page stands in it.
    """

    number: int
    name: str
    size: int
    images: bool
    fields: bool
    around: bool


@dataclass(frozen=True, slots=True)
class WebBlock(Block):
    """A block with the boxes it stands in, outermost first, one for one with its `path`.

    `card` tells that it stands in a box that leads to one other page.
    """

    boxes: tuple[Box, ...] = ()
    card: bool = False
