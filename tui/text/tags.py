"""The tree of an HTML source, with the place of every text in it: one pass, whatever the source.

A parser of our own, since those there are do not say where in the source a text stands, give up
on deep trees, or take as long for the tree as the whole of the rest. It follows the HTML standard
where saved pages need it (elements closed by what follows them, quotes left open, end tags that
fit nothing) and never looks at a character more than a few times.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from string import ascii_letters

from tui.text.tree import BLOCKS, INLINE_PARAGRAPH, MANY, Leaf, Node, Tree, attributes

_IMAGES = frozenset({"amp-img", "amp-video", "img", "picture", "video", "iframe"})
_FIELDS = frozenset({"input", "textarea"})
_VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
     "keygen", "link", "meta", "param", "source", "track", "wbr"}
)  # fmt: skip
_RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements whose content is text up to their end tag."""
_UNSEEN = frozenset(
    {"audio", "canvas", "frameset", "head", "math", "noscript", "object", "svg", "template",
     "video"}
)  # fmt: skip
"""Elements whose content a page does not show, or shows only where something else fails."""
_FOREIGN = frozenset({"svg", "math"})
_IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_SINGLE = frozenset({"html", "body"})
_KEPT = frozenset({"link", "meta", "time"})
_NO_WALL = frozenset({"label", "time"})
"""Blocks that may stand in a paragraph."""
_CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
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
_NOT_IN_HEADING = frozenset(
    {"article", "blockquote", "dl", "figure", "form", "ol", "pre", "section", "table", "ul"}
) | INLINE_PARAGRAPH  # fmt: skip
_CELLS = frozenset({"td", "th", "caption"})
_LAYOUT = frozenset({"article", "form", "h1", "h2", "h3", "ol", "table", "ul"})
_DEEPEST = 100
"""Elements below this many others count as children of the one at that depth."""
_SIGHT = 120
"""How far up an end tag looks for its start."""

_TEXT = re.compile(r"(?:[^<]++|<(?![a-zA-Z/!?]))++")
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
"""A tag where quotes are no longer trusted."""
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.S)
_NEEDED = re.compile(r"hidden|none", re.I)
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_OPENING = frozenset("!/?" + ascii_letters)
_DIVIDERS = " \n\t\r|·•-/,"


def parse(source: str) -> Tree:
    """The tree of a source. Raises nothing."""
    return _Builder(source).build()


class _Builder:
    """The stack of open elements while a source is gone through."""

    def __init__(self, source: str) -> None:
        self.source = source
        root = Node("html", None)
        self.tree = Tree(root, root)
        self.stack = [root]
        self.open: Counter[str] = Counter()
        self.unseen: Node | None = None
        self.breaks = 0
        self.spaced = False
        self.endless: set[str] = set()
        self.changes = 0
        self.missed: dict[str, int] = {}

    def build(self) -> Tree:
        source, at, size = self.source, 0, len(self.source)
        text, comment, tag = _TEXT.match, _COMMENT.match, _TAG.match
        last = source.rfind(">")
        while at < size:
            if source[at] == "<" and at < last and source[at + 1] in _OPENING:
                if source.startswith("<!--", at):
                    closed = comment(source, at)
                    at = closed.end() if closed else size
                elif found := tag(source, at):
                    at = self._tag(found)
                elif _LOOSE_TAG.match(source, at):
                    tag = _LOOSE_TAG.match
                else:
                    at = source.index(">", at) + 1
            elif found := text(source, at):
                self._text(at, found.end())
                at = found.end()
            else:
                at = size
        while len(self.stack) > 1:
            self._pop()
        return self.tree

    def _text(self, start: int, end: int) -> None:
        text = self.source[start:end]
        plain = text.strip()
        node = self.stack[-1]
        if not plain:
            self.spaced = True
            return
        if node.name == "head":
            self._close(node)
            node = self.stack[-1]
        if self.unseen:
            return
        node.size += len(plain)
        if node.linked:
            node.links += len(plain)
        node.breaks += self.breaks > 1
        if not node.bare and plain.strip(_DIVIDERS):
            node.bare = True
        self.tree.leaves.append(Leaf(start, end, node, self.breaks, self.spaced))
        self.breaks = 0
        self.spaced = False

    def _tag(self, found: re.Match[str]) -> int:
        end, name, raw = found.groups()
        name = name.lower()
        if end:
            self._end(name)
            return found.end()
        if len(raw) > self.tree.longest_tag:
            self.tree.longest_tag = len(raw)
        if name == "br":
            self.breaks += 1
            return found.end()
        if name in _KEPT:
            self.tree.kept.append(Node(name, None, raw))
        if name in _IMAGES:
            self.stack[-1].images = True
        elif name in _FIELDS:
            self.stack[-1].fields = True
        if name in _VOID:
            if name == "hr":
                self._close_paragraph()
            return found.end()
        if name in _RAW:
            return self._raw(name, raw, found.end())
        if self.unseen is not None and raw.endswith("/") and self.unseen.name in _FOREIGN:
            return found.end()
        self._start(name, raw)
        return found.end()

    def _raw(self, name: str, raw: str, at: int) -> int:
        """Past an element whose content is text; of the unclosed only a script goes to the end."""
        close = self._closing(name, at)
        if close is None:
            return len(self.source) if name in ("script", "style") else at
        if name == "script" and "ld+json" in raw.lower():
            self.tree.linked.append(self.source[at:close])
        elif name == "title" and not self.tree.title and not self._in_foreign():
            self.tree.title = self.source[at:close]
        end = self.source.find(">", close)
        return len(self.source) if end == -1 else end + 1

    def _closing(self, name: str, at: int) -> int | None:
        if name in self.endless:
            return None
        size = len(name)
        at = self.source.find("</", at)
        while at != -1:
            if self.source[at + 2 : at + 2 + size].lower() == name:
                return at
            at = self.source.find("</", at + 2)
        self.endless.add(name)
        return None

    def _in_foreign(self) -> bool:
        return self.unseen is not None and self.unseen.name in _FOREIGN

    def _start(self, name: str, raw: str) -> None:
        if name in _SINGLE:
            if name == "html":
                self.tree.html.attributes = self.tree.html.attributes or raw
                return
            if self.open["head"]:
                self._close_named("head")
            if self.open["body"]:
                return
        top = self.stack[-1]
        if top.name == "head" and name not in _IN_HEAD:
            self._close(top)
        if name in BLOCKS:
            if (
                self.unseen is not None
                and self.unseen.name in _FOREIGN
                and not self.open["foreignobject"]
            ):
                self._close(self.unseen)
            if name not in _NO_WALL:
                self._close_paragraph()
            if name in _NOT_IN_HEADING and self.stack[-1].name in INLINE_PARAGRAPH:
                self._pop()
        if name in _CLOSED_BY:
            self._close_like(*_CLOSED_BY[name])
        self._push(name, raw)

    def _push(self, name: str, raw: str) -> None:
        parent = self.stack[-1]
        while parent.depth >= _DEEPEST and parent.parent is not None:
            parent = parent.parent
        node = Node(name, parent, raw, parent.depth + 1, parent.linked, parent.hidden)
        if name == "a":
            target = attributes(raw).get("href") if "href" in raw.lower() else None
            if target is not None and not target.lower().startswith(
                ("#", "javascript:", "mailto:")
            ):
                node.target = target.partition("#")[0] or None
            node.linked = node.linked or target is not None
        if raw and not node.hidden and _NEEDED.search(raw):
            node.hidden = _is_hidden(attributes(raw))
        self.stack.append(node)
        self.changes += 1
        self.open[name] += 1
        if len(self.stack) > self.tree.deepest:
            self.tree.deepest = len(self.stack)
        if self.unseen is None and name in _UNSEEN:
            self.unseen = node

    def _end(self, name: str) -> None:
        if name == "br":
            self.breaks += 1
        if not self.open[name] or name in _SINGLE or self.missed.get(name) == self.changes:
            return
        walls = _walls(name)
        for back in range(1, min(len(self.stack), _SIGHT) + 1):
            node = self.stack[-back]
            if node.name == name:
                for _ in range(back):
                    self._pop()
                return
            if node.name in walls:
                break
        self.missed[name] = self.changes

    def _close_paragraph(self) -> None:
        if not self.open["p"]:
            return
        for back in range(1, min(len(self.stack), _SIGHT) + 1):
            name = self.stack[-back].name
            if name == "p":
                for _ in range(back):
                    self._pop()
                return
            if name in BLOCKS and name not in _NO_WALL:
                return

    def _close_like(self, names: frozenset[str], walls: frozenset[str]) -> None:
        if not any(map(self.open.__getitem__, names)):
            return
        for back in range(1, min(len(self.stack), _SIGHT) + 1):
            name = self.stack[-back].name
            if name in names:
                for _ in range(back):
                    self._pop()
                return
            if name in walls:
                return

    def _close_named(self, name: str) -> None:
        for back in range(1, len(self.stack)):
            if self.stack[-back].name == name:
                self._close(self.stack[-back])
                return

    def _close(self, node: Node) -> None:
        while len(self.stack) > 1:
            if self._pop() is node:
                return

    def _pop(self) -> Node:
        if len(self.stack) == 1:
            return self.stack[0]
        node = self.stack.pop()
        self.changes += 1
        self.open[node.name] -= 1
        if node is self.unseen:
            self.unseen = None
        parent = node.parent
        if parent is not None:
            parent.size += node.size
            parent.links += node.links
            parent.kids += node.size > 0
            parent.breaks += node.breaks if node.name not in BLOCKS else 0
            parent.images = parent.images or node.images
            parent.fields = parent.fields or node.fields
            if node.target is not None and node.target != parent.target:
                parent.target = node.target if parent.target is None else MANY
            parent.layout = parent.layout or node.layout or node.name in _LAYOUT
        if node.name in BLOCKS:
            self.breaks = 0
        return node


@cache
def _walls(name: str) -> frozenset[str]:
    """The elements beyond which an end tag closes nothing."""
    if name in ("table", "tbody", "thead", "tfoot"):
        return frozenset()
    if name in ("tr", *_CELLS):
        return frozenset({"table"})
    if name in BLOCKS or name in _UNSEEN or "-" in name:
        return _CELLS
    return BLOCKS - _NO_WALL


def _is_hidden(found: dict[str, str]) -> bool:
    return "hidden" in found or _UNSEEN_STYLE.search(found.get("style", "")) is not None
