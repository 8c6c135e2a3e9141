"""The side panel: figures, actors, claims and teasers of the article, a tab each."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.session import TABS, Item, Tab
from tui.text.article import Article
from tui.text.safe import safe_line
from tui.widgets import stylesheets, wording
from tui.widgets.paint import Painter, Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip, fold_lines

TALL: dict[Tab, int] = {"figures": 3, "actors": 1, "claims": 4, "related": 4}
EMPTY: dict[Tab, str] = {
    "figures": "No figures found.",
    "actors": "Nobody named.",
    "claims": "No claims found.",
    "related": "No teasers on the page.",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the panel: its words, and the item it stands for; a heading stands for none."""

    item: Item | None
    head: str = ""
    look: str = "head"
    tail: str = ""
    text: str = ""
    note: str = ""


def facts(article: Article, tab: Tab) -> list[Fact]:
    """The rows of a tab, in the order of the text; actors by type."""
    return _facts(article, tab) or [Fact(None, head=EMPTY[tab])]


def _facts(article: Article, tab: Tab) -> list[Fact]:
    if tab == "figures":
        return [
            Fact(
                Item(tab, i),
                head=wording.figure(figure),
                look="figure",
                note=wording.voice(article, figure),
            )
            for i, figure in enumerate(article.figures)
        ]
    if tab == "claims":
        return [
            Fact(Item(tab, i), head=wording.who(claim), text=f"{claim.stance}: {claim.text}")
            for i, claim in enumerate(article.claims)
        ]
    if tab == "related":
        return [
            Fact(Item(tab, i), head=teaser.title or teaser.text or "", note=teaser.age or "")
            for i, teaser in enumerate(article.related)
        ]
    rows: list[Fact] = []
    for title, indexes in wording.ranked(article.actors):
        rows.append(Fact(None, head=title))
        for index in indexes:
            actor = article.actors[index]
            rows.append(
                Fact(
                    Item(tab, index),
                    head=actor.name,
                    look=actor.type,
                    tail=str(len(actor.mentions)),
                )
            )
    return rows


def _held(article: Article) -> tuple[Sized, ...]:
    return article.figures, article.actors, article.claims, article.related


class Facts(Rows):
    """The rows of one tab."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--head",
        *("panel--figure", "panel--person", "panel--organisation"),
        *("panel--country", "panel--place"),
        "panel--group",
        "panel--note",
        "panel--text",
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facts: list[Fact] = []
        self._tab: Tab = "figures"

    @property
    def count(self) -> int:
        """How many rows the tab has."""
        return len(self._facts)

    @property
    def tall(self) -> int:
        """Each tab has rows of its own height."""
        return TALL[self._tab]

    @property
    def item(self) -> Item | None:
        """What the row of the cursor stands for."""
        return self._facts[self.cursor].item if self.cursor < self.count else None

    def put(self, rows: list[Fact], tab: Tab) -> None:
        """Show other rows, from the first."""
        self._facts, self._tab = rows, tab
        self.renew()
        self.scroll_to(y=0, animate=False, force=True)
        self.point(1 if rows and self.skips(0) else 0)

    def select(self, item: Item | None) -> None:
        """Put the cursor on the row of an item; where that has none it stays."""
        if item is None:
            return
        for index, fact in enumerate(self._facts):
            if fact.item is not None and fact.item.index == item.index:
                self.point(index)
                return

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return self._facts[index].item is None

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A row in as many lines as its tab has."""
        fact = self._facts[index]
        if fact.item is None:
            return [[(clip(fact.head, width), "panel--group")]]
        room = width - 1
        head = safe_line(fact.head)
        if self._tab == "actors":
            name = clip(head, room - len(fact.tail) - 1)
            gap = " " * (room - len(fact.tail) - len(name))
            return [
                [(" ", ""), (name, f"panel--{fact.look}"), (gap, ""), (fact.tail, "panel--note")]
            ]
        most = 1 if fact.text or self._tab == "figures" else self.tall - 2
        lines: list[list[Part]] = [
            [(" ", ""), (line, f"panel--{fact.look}")] for line in fold_lines(head, room, most)
        ]
        for text, look in ((fact.text, "panel--text"), (fact.note, "panel--note")):
            left = self.tall - len(lines) - (self._tab != "figures")
            if text and left > 0:
                folded = fold_lines(safe_line(text), room, left)
                lines += [[(" ", ""), (line, look)] for line in folded]
        return lines


class Tabs(Widget):
    """The names of the tabs with their counts; the one that is shown stands out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--on", "tabs--off"}

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        tab: Tab

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._tab: Tab = "figures"
        self._counts: dict[Tab, int] = dict.fromkeys(TABS, 0)

    def put(self, tab: Tab, counts: dict[Tab, int]) -> None:
        """Show which tab is on, and how much each holds."""
        self._tab, self._counts = tab, counts
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()

    @property
    def _cell(self) -> int:
        return max(1, self.size.width // (4 if self.size.width >= 52 else 2))

    def render_line(self, y: int) -> Strip:
        """Two tabs on a line in a narrow panel, all four in a wide one."""
        across = max(1, self.size.width // self._cell)
        parts: list[Part] = []
        for tab in TABS[y * across : (y + 1) * across]:
            on = tab == self._tab
            label = self._label(tab, "▸" if on else " ")
            parts += [(label, "tabs--on" if on else "tabs--off")]
            parts += [(" " * (self._cell - len(label)), "")]
        return self.painter.line(parts, self.size.width)

    def _label(self, tab: Tab, sign: str) -> str:
        """The name and the count of a tab: where room is short the name is cut, never the count."""
        count = str(self._counts[tab])
        room = self._cell - len(sign) - len(count) - 1
        return f"{sign}{clip(tab.capitalize(), max(1, room))} {count}"[: self._cell]

    def on_click(self, event: events.Click) -> None:
        """Show the tab that was clicked."""
        across = max(1, self.size.width // self._cell)
        inside = event.get_content_offset(self)
        at = inside.y * across + inside.x // self._cell if inside else len(TABS)
        if at < len(TABS):
            self.post_message(self.Picked(TABS[at]))


class Panel(Vertical):
    """The tabs and the rows of the one that is shown."""

    DEFAULT_CSS = stylesheets.text("panel")
    SCOPED_CSS = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs = Tabs(id="tabs")
        self.facts = Facts(id="facts")
        self._shown: tuple[str, Tab] | None = None

    def compose(self) -> ComposeResult:
        """The tabs over the rows."""
        yield self.tabs
        yield self.facts

    def put(self, article: Article | None, tab: Tab, item: Item | None) -> None:
        """Show a tab of an article, with the cursor on an item of it."""
        shown = (article.id + article.path, tab) if article else None
        if shown != self._shown or shown is None:
            self._shown = shown
            counts = [len(held) for held in _held(article)] if article else [0] * len(TABS)
            self.tabs.put(tab, dict(zip(TABS, counts, strict=True)))
            self.facts.put(facts(article, tab) if article else [], tab)
        self.facts.select(item if item and item.tab == tab else None)
