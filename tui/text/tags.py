"""The tree of an HTML source, with the place of every text in it: one pass, whatever the source.

A parser of our own, for its speed and for the place of every text: BeautifulSoup on lxml takes
for its tree alone about as long as trafilatura for a whole article (6 ms against 6 to 9 on pages of
70 kB, where this takes 2 to 3) and does not say where in the source a text stands. It reads the
head of a page, a few lines of the source (`head`). This parser follows the HTML standard where
saved pages need it (elements closed by what follows them, quotes left open, end tags that fit
nothing) and never looks at a character more than a few times.
"""

from __future__ import annotations

import re
from collections import Counter
from string import ascii_letters

from tui.text.elements import (
    CLOSED_BY,
    FIELDS,
    FOREIGN,
    IMAGES,
    IN_HEAD,
    KEPT,
    LAYOUT,
    NO_WALL,
    NOT_IN_HEADING,
    RAW,
    SINGLE,
    SPECIAL,
    UNSEEN,
    VOID,
    walls,
)
from tui.text.tree import BLOCKS, INLINE_PARAGRAPH, MANY, Leaf, Node, Tree, attributes

_MOST_KEPT = 3000
_DEEPEST = 100
"""Elements below this many others count as children of the one at that depth."""
_SIGHT = 120
"""How far up an end tag looks for its start."""

_TEXT = re.compile(r"(?>(?:[^<]++|<(?![a-zA-Z/!?]))+)")
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?>(?:[^>=]++|=\s*+(?>(?:\"[^\"]*+\"|'[^']*+')?))*))>"
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
        self.tree = Tree(root)
        self.stack = [root]
        self.open: Counter[str] = Counter()
        self.unseen: Node | None = None
        self.breaks = 0
        self.spaced = False
        self.ends: dict[str, int] = {}
        self.changes = 0
        self.titled = False
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
        if name not in SPECIAL:
            if self.unseen is not None and raw.endswith("/") and self.unseen.name in FOREIGN:
                return found.end()
            self._start(name, raw)
            return found.end()
        if name == "br":
            self.breaks += 1
            return found.end()
        if name in KEPT:
            self._keep(found.group())
        if name in IMAGES:
            self.stack[-1].images = True
        elif name in FIELDS:
            self.stack[-1].fields = True
        if name in VOID:
            if name == "hr":
                self._close_paragraph()
            return found.end()
        if name in RAW:
            return self._raw(name, raw, found.end())
        if self.unseen is not None and raw.endswith("/") and self.unseen.name in FOREIGN:
            return found.end()
        self._start(name, raw)
        return found.end()

    def _raw(self, name: str, raw: str, at: int) -> int:
        """Past an element whose content is text; of the unclosed only a script goes to the end."""
        close = self._closing(name, at)
        if close is None:
            return len(self.source) if name in ("script", "style") else at
        if name == "script" and "ld+json" in raw.lower():
            self.tree.scripts.append(f"<script>{self.source[at:close]}</script>")
        elif name == "title" and not self.titled and not self._in_foreign():
            self.titled = True
            self._keep(f"<title>{self.source[at:close]}</title>")
        end = self.source.find(">", close)
        return len(self.source) if end == -1 else end + 1

    def _keep(self, element: str) -> None:
        if len(self.tree.kept) < _MOST_KEPT:
            self.tree.kept.append(element)

    def _closing(self, name: str, at: int) -> int | None:
        found = [
            place
            for end in (f"</{name}", f"</{name.upper()}", f"</{name.title()}")
            if (place := self._next(end, at)) != -1
        ]
        return min(found, default=None)

    def _next(self, end: str, at: int) -> int:
        """Where an end tag stands next, sought once for each place."""
        place = self.ends.get(end, at - 1)
        if place != -1 and place < at:
            place = self.ends[end] = self.source.find(end, at)
        return place

    def _in_foreign(self) -> bool:
        return self.unseen is not None and self.unseen.name in FOREIGN

    def _start(self, name: str, raw: str) -> None:
        if name in SINGLE:
            if name == "html":
                self._keep(f"<html{raw}>")
                return
            if self.open["head"]:
                self._close_named("head")
            if self.open["body"]:
                return
        top = self.stack[-1]
        if top.name == "head" and name not in IN_HEAD:
            self._close(top)
        if name in BLOCKS:
            if (
                self.unseen is not None
                and self.unseen.name in FOREIGN
                and not self.open["foreignobject"]
            ):
                self._close(self.unseen)
            if name not in NO_WALL:
                self._close_paragraph()
            if name in NOT_IN_HEADING and self.stack[-1].name in INLINE_PARAGRAPH:
                self._pop()
        if name in CLOSED_BY:
            self._close_like(*CLOSED_BY[name])
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
        if parent.kids and not parent.bare and not self.spaced and name not in BLOCKS:
            parent.glued += not self.source[self.tree.leaves[-1].end - 1].isspace()
        self.stack.append(node)
        self.changes += 1
        self.open[name] += 1
        if len(self.stack) > self.tree.deepest:
            self.tree.deepest = len(self.stack)
        if self.unseen is None and name in UNSEEN:
            self.unseen = node

    def _end(self, name: str) -> None:
        if name == "br":
            self.breaks += 1
        if not self.open[name] or name in SINGLE or self.missed.get(name) == self.changes:
            return
        beyond = walls(name)
        for back in range(1, min(len(self.stack), _SIGHT) + 1):
            node = self.stack[-back]
            if node.name == name:
                for _ in range(back):
                    self._pop()
                return
            if node.name in beyond:
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
            if name in BLOCKS and name not in NO_WALL:
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
            parent.layout = parent.layout or node.layout or node.name in LAYOUT
        if node.name in BLOCKS:
            self.breaks = 0
        return node


def _is_hidden(found: dict[str, str]) -> bool:
    return "hidden" in found or _UNSEEN_STYLE.search(found.get("style", "")) is not None
