"""The text of a page in runs: what stands together in one block element, in reading order."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_letters, digits

from tui.text.boilerplate import reason_of, words
from tui.text.safe import safe
from tui.text.tree import BLOCKS, Leaf, Node, Tree

_INLINE_WITHIN = {"time": frozenset({"p", "li", "td"}), "label": frozenset({"p"})}
_LOOSE = frozenset(
    {"article", "aside", "body", "dd", "div", "footer", "form", "header", "li", "main", "nav",
     "ol", "section", "ul"}
)  # fmt: skip
"""Elements in which short inline children are parts of their own: `<a>Mail</a><a>Print</a>`."""
_MOST_LOOSE = 220
_LEAST_SPREAD = 60
"""The mean length of inline children from which each is a paragraph."""
_LEAST_PARTED = 10
"""The mean length of inline children that are parts though their element is inline itself."""
_NO_LINES = frozenset({"tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_LEAST_HEADLINE = 20
_LONGEST_STAMP = 200
_CELL = frozenset({"td", "th"})
_LONGEST_ROW = 400
_MOST_RUNS = 15_000
"""Where a page has more, the rest of it is one: what would take seconds is no news page."""
_MOST_LEAVES = 3
_ROW_DEPTH = 4
_NOT_IN_ROW = frozenset({"h1", "h2", "h3", "li", "article", "section"})
_SOFT_HYPHEN = "\u00ad"
_BLANK = frozenset(" \n\t\r")
_PLAIN = frozenset(ascii_letters + digits + ".,:?!'\"()")
"""Characters that stand for themselves wherever a text begins or ends."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?", re.I)
_LONGEST_ENTITY = 36
_LAST_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?\Z", re.I)


@dataclass(slots=True)
class Run:
    """Leaves that stand together in one block element.

    `start` and `end` are its place in the source, `text` what a reader sees of it, and `linked`
    the share of that in links.
    """

    holder: Node
    hidden: bool
    start: int = 0
    end: int = 0
    text: str = ""
    linked: float = 0.0
    leaves: list[Leaf] = field(default_factory=list)


def runs_of(source: str, tree: Tree, title: str | None = None) -> list[Run]:
    """The runs of a page, in the order of its source; none is without text.

    A line break after the title parts it from what follows, as two do everywhere.
    """
    wanted = (title or "").casefold().split()
    holders = _Holders()
    runs: list[Run] = []
    run: Run | None = None
    for leaf in tree.leaves:
        if run is not None and len(runs) >= _MOST_RUNS:
            run.leaves.append(leaf)
            continue
        holder = holders.of(leaf.node)
        if (
            run is None
            or run.holder is not holder
            or leaf.breaks > 1
            or run.hidden != leaf.node.hidden
            or (leaf.breaks and (_reads(run, source, wanted) or _is_done(run, source, leaf)))
        ):
            run = Run(holder, leaf.node.hidden)
            runs.append(run)
        run.leaves.append(leaf)
    return [run for run in runs if _filled(run, source)]


def _reads(run: Run, source: str, wanted: list[str]) -> bool:
    """Whether a run so far has these words."""
    if not wanted or len(run.leaves) > _MOST_LEAVES:
        return False
    text = "".join(decoded(source[leaf.start : leaf.end]) for leaf in run.leaves)
    return text.casefold().split() == wanted


def _is_done(run: Run, source: str, leaf: Leaf) -> bool:
    """Whether a line break parts a run from what follows: a stamp, or the headline of a teaser."""
    if len(run.leaves) > _MOST_LEAVES or run.holder.name in _NO_LINES:
        return False
    if all(one.node.linked for one in run.leaves):
        long = sum(one.end - one.start for one in run.leaves) >= _LEAST_HEADLINE
        return long and not leaf.node.linked
    if run.leaves[-1].end - run.leaves[0].start > _LONGEST_STAMP:
        return False
    text = " ".join(decoded(source[one.start : one.end]).strip() for one in run.leaves)
    return reason_of(text, words().line) == "timestamp"


def _filled(run: Run, source: str) -> bool:
    """Whether there is text in the leaves of a run, which is laid down in it."""
    parts: list[str] = []
    linked = 0
    row = run.holder.name == "tr"
    cell: Node | None = None
    for leaf in run.leaves:
        text = decoded(source[leaf.start : leaf.end])
        if row and (found := _cell_of(leaf.node)) is not cell:
            if any(part.strip() for part in parts):
                parts.append(" | ")
            cell = found
        elif leaf.breaks or leaf.spaced or row:
            parts.append(" ")
        parts.append(text)
        if leaf.node.linked:
            linked += len(text.strip())
    run.text = " ".join("".join(parts).split())
    if not run.text:
        return False
    run.start, run.end = run.leaves[0].start, run.leaves[-1].end
    for leaf in run.leaves:
        if (at := _first(source, leaf)) is not None:
            run.start = at
            break
    for leaf in reversed(run.leaves):
        if (at := _last(source, leaf)) is not None:
            run.end = at
            break
    run.linked = min(1.0, linked / len(run.text))
    return True


class _Holders:
    """Which block element holds a text."""

    def __init__(self) -> None:
        self._known: dict[Node, Node] = {}

    def of(self, node: Node) -> Node:
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = _holder(node)
        return found


def _holder(node: Node) -> Node:
    within: list[Node] = []
    while node.parent is not None and not _holds(node):
        within.append(node)
        node = node.parent
    row = _row(node)
    if row is not None:
        return row
    if not within or not (_is_loose(node) or (_is_box(node) and _is_parted(node))):
        return node
    parted = next((at for at in range(1, len(within)) if _is_parted(within[at])), None)
    if parted is not None:
        return within[parted - 1]
    below = within[-1]
    inner = within[-2] if len(within) > 1 else None
    if below.name == "a" and inner is not None and not below.bare and below.kids > 1:
        return inner
    return below


def _holds(node: Node) -> bool:
    if node.name not in BLOCKS:
        parent = node.parent
        return "-" in node.name and parent is not None and _is_box(parent) and not parent.bare
    within = _INLINE_WITHIN.get(node.name)
    return within is None or not _is_in(node, within)


def _is_box(node: Node) -> bool:
    return node.name in _LOOSE or "-" in node.name


def _is_in(node: Node, names: frozenset[str]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.name in names:
            return True
        parent = parent.parent
    return False


def _is_loose(holder: Node) -> bool:
    """Whether an element has no text of its own, and its children are parts of their own."""
    if holder.bare or not _is_box(holder):
        return False
    return holder.size <= _MOST_LOOSE or holder.size >= holder.kids * _LEAST_SPREAD > _LEAST_SPREAD


def _is_parted(node: Node) -> bool:
    """Whether the children of an inline element can but be shown as parts: no space is between."""
    return (
        node.kids > 1
        and not node.bare
        and node.glued >= node.kids - 1
        and node.size >= node.kids * _LEAST_PARTED
    )


def _row(holder: Node) -> Node | None:
    """The table row around an element, where it is one of figures and not of the page's layout."""
    for _ in range(_ROW_DEPTH):
        if holder.name in _CELL:
            row = holder.parent
            if row is None or row.name != "tr" or row.layout or row.breaks:
                return None
            return row if row.size <= _LONGEST_ROW else None
        if holder.parent is None or holder.name in _NOT_IN_ROW:
            return None
        holder = holder.parent
    return None


def _cell_of(node: Node) -> Node | None:
    while node.name not in _CELL and node.parent is not None:
        node = node.parent
    return node


def decoded(text: str) -> str:
    """A text of the source as a reader sees it: entities decoded, safe, without soft hyphens."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: _character(match.group()), text)
    return safe(text).replace(_SOFT_HYPHEN, "")


@lru_cache(maxsize=1024)
def _character(entity: str) -> str:
    """What an entity stands for; also for the control characters that `html.unescape` drops."""
    found = html.unescape(entity)
    if found or not entity.startswith("&#"):
        return found
    digits = entity[2:].rstrip(";")
    number = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    return chr(number) if number < 0x110000 else ""


def _first(source: str, leaf: Leaf) -> int | None:
    """Where the first character of a leaf stands that is seen."""
    at = leaf.start
    while at < leaf.end and source[at] in _BLANK:
        at += 1
    while at < leaf.end:
        if source[at] in _PLAIN:
            return at
        entity = _ENTITY.match(source, at, leaf.end) if source[at] == "&" else None
        after = entity.end() if entity else at + 1
        if decoded(source[at:after]).strip():
            return at
        at = after
    return None


def _last(source: str, leaf: Leaf) -> int | None:
    """Where the last character of a leaf ends that is seen."""
    at = leaf.end
    while at > leaf.start and source[at - 1] in _BLANK:
        at -= 1
    while at > leaf.start:
        if source[at - 1] in _PLAIN:
            return at
        entity = _LAST_ENTITY.search(source, max(leaf.start, at - _LONGEST_ENTITY), at)
        before = entity.start() if entity else at - 1
        if decoded(source[before:at]).strip():
            return at
        at = before
    return None
