"""An HTML page as blocks: what a reader would see, in order, each with its place in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, Tag

from tui.text.content import main_element
from tui.text.meta import meta_of
from tui.text.page import Block, Page
from tui.text.safe import safe

_BLOCK = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
     "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main",
     "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "time", "tr", "ul"}
)  # fmt: skip
"""Elements that start a block of their own; all others are inline."""
_INLINE_WITHIN = {"time": frozenset({"p", "li", "td"}), "label": frozenset({"p"})}
_LOOSE = frozenset(
    {"article", "aside", "body", "dd", "div", "footer", "form", "header", "li", "main", "nav",
     "ol", "section", "ul"}
)  # fmt: skip
"""Elements in which short inline children are parts of their own: `<a>Mail</a><a>Print</a>`."""
_MOST_LOOSE = 220
_CELL = frozenset({"td", "th"})
_ITEM = frozenset({"li", "article", "tr", "dd"})
_UNSEEN = frozenset(
    {"canvas", "embed", "head", "iframe", "math", "noscript", "object", "script", "style", "svg",
     "template", "textarea"}
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SOFT_HYPHEN = "\u00ad"
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|textarea)\b(?>[^>]*)>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[a-z/!?](?>[^'\">]+|\"[^\"]*\"|'[^']*')*+>"
    r"|<[a-z/!?][^<>]*>"
    r"|(?P<text>[^<]+|<)",
    re.I | re.S,
)
"""A comment, an element that is not shown, a tag, or a stretch of text."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?", re.I)


def page_of(source: str) -> Page:
    """The page of an HTML source."""
    soup = BeautifulSoup(source, "lxml")
    root = soup.body or soup
    if not root.get_text(strip=True):
        # lxml gives up on very deep trees; the parser in Python does not.
        soup = BeautifulSoup(source, "html.parser")
        root = soup.body or soup
    places = _Places(source)
    main = main_element(root)
    blocks = tuple(places.put(run, main) for run in _runs(root) if run.text)
    return Page(source, html=True, blocks=blocks, meta=meta_of(soup))


@dataclass(slots=True)
class _Run:
    """Strings that stand together in one block element."""

    holder: Tag
    item: int | None
    hidden: bool = False
    strings: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        return _SPACE.sub(" ", safe("".join(self.strings)).replace(_SOFT_HYPHEN, "")).strip()


def _runs(root: Tag) -> Iterator[_Run]:
    """The runs of text under an element, in the order of the document."""
    holders = _Holders()
    run: _Run | None = None
    breaks = 0
    node: Tag | NavigableString | None = root
    last = _after(root)
    hides, hidden_to = False, None
    while node is not None and node is not last:
        if node is hidden_to:
            hides, hidden_to = False, None
        if isinstance(node, Tag):
            if node.name in _UNSEEN:
                node = _after(node)
                continue
            if hidden_to is None and _is_hidden(node):
                hidden_to = _after(node) or last
                hides = True
            if node.name == "br":
                breaks += 1
                if run:
                    run.strings.append(" ")
        elif not isinstance(node, Comment) and type(node) is NavigableString:
            text = str(node)
            if text.strip():
                holder, item, linked = holders.of(node)
                if run is None or run.holder is not holder or breaks > 1 or run.hidden != hides:
                    if run:
                        yield run
                    run = _Run(holder, item, hides)
                elif holder.name == "tr" and holders.new_cell(node):
                    run.strings.append(" | ")
                holders.enter_cell(node)
                breaks = 0
                run.strings.append(text)
                run.linked += len(text.strip()) if linked else 0
            elif run:
                run.strings.append(" ")
        node = node.next_element  # type: ignore[assignment]
    if run:
        yield run


def _is_hidden(tag: Tag) -> bool:
    style = tag.get("style")
    unseen = isinstance(style, str) and _HIDDEN.search(style) is not None
    return unseen or tag.get("hidden") is not None


def _after(tag: Tag) -> Tag | NavigableString | None:
    """The node that follows an element and all that is in it."""
    node: Tag | None = tag
    while node is not None and node.next_sibling is None:
        node = node.parent
    return node.next_sibling if node is not None else None  # type: ignore[return-value]


class _Holders:
    """Which block element holds a string, whether it is in a link, and in which item."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Tag, int | None, bool]] = {}
        self._items: dict[int, int] = {}
        self._loose: dict[int, bool] = {}
        self._cell: Tag | None = None

    def of(self, node: NavigableString) -> tuple[Tag, int | None, bool]:
        parent = node.parent
        assert parent is not None
        if id(parent) not in self._known:
            self._known[id(parent)] = self._find(parent)
        return self._known[id(parent)]

    def _find(self, parent: Tag) -> tuple[Tag, int | None, bool]:
        chain = [parent, *parent.parents]
        linked = any(tag.name == "a" for tag in chain[:12])
        place = next((at for at, tag in enumerate(chain) if self._holds(tag)), len(chain) - 1)
        if place and self._is_loose(chain[place]):
            place -= 1
        holder = chain[place]
        if holder.name in _CELL:
            holder = next((tag for tag in chain[:6] if tag.name == "tr"), holder)
        item = next((tag for tag in chain if tag.name in _ITEM), None)
        number = self._items.setdefault(id(item), len(self._items)) if item is not None else None
        return holder, number, linked

    def _is_loose(self, holder: Tag) -> bool:
        """Whether an element has no text of its own, and what its children have is short."""
        if id(holder) not in self._loose:
            bare = any(
                isinstance(child, NavigableString)
                and not isinstance(child, Comment)
                and child.strip(" \n\t|·•-/")
                for child in holder.children
            )
            self._loose[id(holder)] = (
                holder.name in _LOOSE
                and not bare
                and len(holder.get_text(strip=True)) <= _MOST_LOOSE
            )
        return self._loose[id(holder)]

    @staticmethod
    def _holds(tag: Tag) -> bool:
        if tag.name not in _BLOCK:
            return False
        within = _INLINE_WITHIN.get(tag.name)
        return within is None or not any(parent.name in within for parent in tag.parents)

    def _cell_of(self, node: NavigableString) -> Tag | None:
        return next((tag for tag in node.parents if tag.name in _CELL), None)

    def new_cell(self, node: NavigableString) -> bool:
        return self._cell_of(node) is not self._cell

    def enter_cell(self, node: NavigableString) -> None:
        self._cell = self._cell_of(node)


class _Places:
    """Finds the text of blocks in the source, from one block on to the next."""

    def __init__(self, source: str) -> None:
        squeezed: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for token in _TOKEN.finditer(source):
            if token["text"] is None:
                continue
            for text, start, end in _decoded(token["text"], token.start("text")):
                step = end - start == len(text)
                for at, char in enumerate(text):
                    if not char.isspace() and char != _SOFT_HYPHEN:
                        squeezed.append(char)
                        starts.append(start + at if step else start)
                        ends.append(start + at + 1 if step else end)
        self._text = "".join(squeezed)
        self._starts = starts
        self._ends = ends
        self._at = 0
        self._source_end = 0

    def put(self, run: _Run, main: Tag) -> Block:
        """The block of a run; one that cannot be found gets an empty place after the last."""
        text = run.text
        sought = _SPACE.sub("", text)
        if run.holder.name == "tr":
            cells = "".join(s for s in run.strings if s != " | ")
            sought = _SPACE.sub("", safe(cells).replace(_SOFT_HYPHEN, ""))
        found = self._text.find(sought, self._at)
        if found == -1:
            start = end = self._source_end
        else:
            start = self._starts[found]
            end = self._ends[found + len(sought) - 1]
            self._at = bisect_right(self._ends, end, lo=found)
            self._source_end = end
        chain = [run.holder, *run.holder.parents]
        inside = next((at for at, tag in enumerate(chain) if tag is main), None)
        below = [tag for tag in chain[:inside] if tag.name not in ("html", "body", "[document]")]
        return Block(
            start,
            end,
            text,
            path=tuple(tag.name for tag in reversed(below)) or (run.holder.name,),
            names=tuple(name for tag in below for name in _names(tag)),
            linked=min(1.0, run.linked / max(1, len(text))),
            item=run.item,
            main=inside is not None,
            hidden=run.hidden,
        )


def _decoded(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Stretches of a text with its entities decoded, each with its place in the source."""
    at = 0
    for match in _ENTITY.finditer(text):
        if at < match.start():
            yield safe(text[at : match.start()]), offset + at, offset + match.start()
        yield safe(_character(match.group())), offset + match.start(), offset + match.end()
        at = match.end()
    if at < len(text):
        yield safe(text[at:]), offset + at, offset + len(text)


def _character(entity: str) -> str:
    """What an entity stands for; also for the control characters that `html.unescape` drops."""
    decoded = html.unescape(entity)
    if decoded or not entity.startswith("&#"):
        return decoded
    digits = entity[2:].rstrip(";")
    number = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    return chr(number) if number < 0x110000 else ""


def _names(tag: Tag) -> Iterator[str]:
    """The classes, id, role and item property of an element, in lower case."""
    for attribute in ("class", "id", "role", "itemprop", "aria-label"):
        value = tag.get(attribute)
        for name in [value] if isinstance(value, str) else value or ():
            yield name.casefold()
