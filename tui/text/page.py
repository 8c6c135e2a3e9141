"""The source of a page as blocks in reading order, each with its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.text.safe import safe
from tui.text.wrapped import lines, paragraphs


@dataclass(frozen=True, slots=True)
class Block:
    """One line or wrapped paragraph of a dump or one block element of an HTML page.

    `start` and `end` are offsets into the decoded source. `text` is safe and, for HTML, has its
    entities decoded and its white space folded. `path` names the elements around an HTML block,
    outermost first (`div article p`), `names` their classes and ids, innermost first; both are
    empty for a dump and end at the element that holds the article. `linked` is the share of the
    text that stands inside links. `item` numbers the list item, card or table row around the
    block, so that its parts can be kept together; `main` tells whether it stands in the element
    that holds the article, `hidden` whether the page does not show it.
    """

    start: int
    end: int
    text: str
    path: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    linked: float = 0.0
    item: int | None = None
    main: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head of a page says of it; None where it says nothing."""

    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    site: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page. `blocks` do not overlap and stand in the order of the source."""

    source: str
    html: bool
    blocks: tuple[Block, ...]
    meta: Meta = field(default_factory=Meta)


_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKUP = re.compile(
    r"</?(?:p|div|article|section|span|a|ul|li|h[1-6]|br|table|main)\b[^>]*>", re.I
)


_SPACES = "\u00a0\u2007\u2009\u202f"
"""White space that looks like a plain space, and is one to a reader who searches for it."""


def is_html(source: str) -> bool:
    """Whether the source is HTML: by its head, or by the tags in its first 4,000 characters."""
    return bool(_HTML.match(source)) or len(_MARKUP.findall(source, 0, 4000)) >= 5


def dump(source: str) -> Page:
    """The page of a text dump: a block for each paragraph or other line, without its margins.

    A paragraph that was wrapped keeps its line feeds in the text of its block.
    """
    text = safe(source)
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    spans = paragraphs(text, lines(text))
    blocks = tuple(Block(start, end, text[start:end]) for start, end in spans)
    return Page(source, html=False, blocks=blocks)
