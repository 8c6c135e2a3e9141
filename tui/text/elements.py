"""What each kind of HTML element does to those around it, and how a page shows it."""

from __future__ import annotations

from functools import cache

from tui.text.tree import BLOCKS, INLINE_PARAGRAPH

IMAGES = frozenset({"amp-img", "amp-video", "img", "picture", "video", "iframe"})
FIELDS = frozenset({"input", "textarea"})
VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
     "keygen", "link", "meta", "param", "source", "track", "wbr"}
)  # fmt: skip
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is text up to their end tag."""
UNSEEN = frozenset(
    {"audio", "canvas", "frameset", "head", "math", "noscript", "object", "svg", "template",
     "video"}
)  # fmt: skip
"""Elements whose content a page does not show, or shows only where something else fails."""
FOREIGN = frozenset({"svg", "math"})
IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
SINGLE = frozenset({"html", "body"})
KEPT = frozenset({"link", "meta", "time"})
SPECIAL = IMAGES | FIELDS | VOID | RAW | KEPT
"""Elements that are more than boxes of text."""
NO_WALL = frozenset({"label", "time"})
"""Blocks that may stand in a paragraph."""
CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table", "section", "article"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "button": (frozenset({"button"}), BLOCKS - {"button"}),
    "a": (frozenset({"a"}), BLOCKS),
}
"""What a start tag closes, and the elements beyond which it does not look for that."""
NOT_IN_HEADING = frozenset(
    {"article", "blockquote", "dl", "figure", "form", "ol", "pre", "section", "table", "ul"}
) | INLINE_PARAGRAPH  # fmt: skip
CELLS = frozenset({"td", "th", "caption"})
LAYOUT = frozenset({"article", "form", "h1", "h2", "h3", "ol", "table", "ul"})


@cache
def walls(name: str) -> frozenset[str]:
    """The elements beyond which an end tag closes nothing."""
    if name in ("table", "tbody", "thead", "tfoot"):
        return frozenset()
    if name in ("tr", *CELLS):
        return frozenset({"table"})
    if name in BLOCKS or name in UNSEEN or "-" in name:
        return CELLS
    return BLOCKS - NO_WALL
