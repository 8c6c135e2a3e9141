"""An HTML page as blocks: what a reader would see, in order, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.blocks import Box, WebBlock
from tui.text.content import Content, main_part
from tui.text.headline import headline_of
from tui.text.meta import meta_of
from tui.text.page import Page
from tui.text.runs import Run, runs_of
from tui.text.surroundings import Surroundings
from tui.text.tags import parse
from tui.text.tree import Node
from tui.text.vote import votes_on

_OUTER = frozenset({"html", "body"})
_ITEM = frozenset({"li", "article", "tr", "dd"})


def page_of(source: str) -> Page:
    """The page of an HTML source. Raises nothing."""
    tree = parse(source)
    meta = meta_of(tree)
    runs = runs_of(source, tree, meta.title)
    headline, _ = headline_of(
        [run.text for run in runs],
        [run.holder.name for run in runs],
        [not run.hidden for run in runs],
        meta,
    )
    around = Surroundings(runs, runs[headline].holder if headline is not None else None)
    content = main_part(runs, headline, around)
    unsure = headline is None and not content.sure
    if unsure and tree.tame and (votes := votes_on(source)):
        content = main_part(runs, headline, around, votes)
    return Page(source, html=True, blocks=tuple(_Blocks(content, around).of(runs)), meta=meta)


class _Blocks:
    """Makes blocks of runs; what is known of an element is worked out once."""

    def __init__(self, content: Content, around: Surroundings) -> None:
        self._content = content
        self._around = around
        self._ways: dict[Node, tuple[tuple[Box, ...], tuple[str, ...]]] = {}
        self._items: dict[Node, int] = {}

    def of(self, runs: list[Run]) -> Iterator[WebBlock]:
        for run, main in zip(runs, self._content.inside, strict=True):
            boxes, names = self._way(run.holder)
            card = self._around.card(run.holder)
            yield WebBlock(
                run.start,
                run.end,
                run.text,
                path=tuple([box.name for box in boxes]) or (run.holder.name,),
                names=names,
                linked=run.linked,
                item=self._item(run.holder, card),
                main=main,
                hidden=run.hidden,
                boxes=boxes,
                card=card is not None,
            )

    def _way(self, holder: Node) -> tuple[tuple[Box, ...], tuple[str, ...]]:
        """The elements between the article's (or the page's) and a block, and their names."""
        chain: list[Node] = []
        node: Node | None = holder
        while node is not None and node not in self._ways:
            if node is self._content.element or node.name in _OUTER:
                node = None
                break
            chain.append(node)
            node = node.parent
        boxes, names = self._ways[node] if node is not None else ((), ())
        around = self._around
        for one in reversed(chain):
            whole = around.holds_headline(one) or around.is_full(one)
            box = Box(len(self._ways), one.name, one.size, one.images, one.fields, whole)
            boxes = (*boxes, box)
            if told := around.names(one):
                names = (*told, *names)
            self._ways[one] = boxes, names
        return boxes, names

    def _item(self, holder: Node, card: Node | None) -> int | None:
        """The number of the card or list item around a run."""
        held: Node | None = card
        node: Node | None = holder
        while held is None and node is not None and node is not self._content.element:
            if node.name in _ITEM:
                held = node
            node = node.parent
        return self._items.setdefault(held, len(self._items)) if held is not None else None
