"""The elements of an HTML page with the texts they hold: a plain tree, made by `tags`."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

INLINE_PARAGRAPH = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements that hold a line of text and no other block."""
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
     "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
     "form", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav",
     "ol", "optgroup", "option", "pre", "search", "section", "select", "summary", "table",
     "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul"}
) | INLINE_PARAGRAPH  # fmt: skip
"""Elements that start a block of their own; all others are inline."""
MANY = ""
"""The target of an element whose links lead to several pages."""
_MOST_TAME = 400
_MOST_LEAVES = 8000
_LONGEST_TAG = 8000
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=\"'>/]+)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s>]*)))?"
)


@dataclass(slots=True, eq=False)
class Node:
    """An element. `size` counts the characters of the text in it, `links` those in links.

    `bare` tells whether text stands in it outside its child elements, `kids` how many of its
    children hold text, `glued` how many of these stand right behind the text of another, `breaks`
    how often two line breaks part its text, `layout` whether it holds more than text: a table, a
    list, a heading; `images` and `fields` whether it holds pictures and entry fields. `target` is
    where its links lead, MANY where that differs.
    """

    name: str
    parent: Node | None
    attributes: str = ""
    depth: int = 0
    linked: bool = False
    hidden: bool = False
    size: int = 0
    links: int = 0
    kids: int = 0
    breaks: int = 0
    glued: int = 0
    bare: bool = False
    layout: bool = False
    images: bool = False
    fields: bool = False
    target: str | None = None

    def get(self, name: str) -> str | None:
        """The value of an attribute, None where the element lacks it."""
        return attributes(self.attributes).get(name) if self.attributes else None


@dataclass(slots=True)
class Leaf:
    """A stretch of text that a reader sees.

    `breaks` counts the line breaks just before it, `spaced` tells of white space there.
    """

    start: int
    end: int
    node: Node
    breaks: int
    spaced: bool


@dataclass(slots=True)
class Tree:
    """A parsed source.

    `kept` are its title and the tags of its html, link, meta and time elements, `scripts` those of
    its JSON-LD, all as they stand in the source; `tame` tells whether another parser may be trusted
    with it.
    """

    root: Node
    leaves: list[Leaf] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    deepest: int = 0
    longest_tag: int = 0

    @property
    def tame(self) -> bool:
        """Whether the source is no deeper, longer and no richer in elements than pages are."""
        return (
            len(self.leaves) <= _MOST_LEAVES
            and self.deepest < _MOST_TAME
            and self.longest_tag < 4 * _LONGEST_TAG
        )


@lru_cache(maxsize=4096)
def attributes(raw: str) -> dict[str, str]:
    """The attributes in the text of a start tag by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(raw[:_LONGEST_TAG]):
        value = match["a"] or match["b"] or match["c"] or ""
        found.setdefault(match["name"].lower(), html.unescape(value) if "&" in value else value)
    return found
