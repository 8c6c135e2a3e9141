"""The side panel: figures, actors, claims and teasers of the article, a tab each."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
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
from tui.widgets.blocks import IN_CORPUS
from tui.widgets.paint import Painter, Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip, fold_lines

TALL: dict[Tab, int] = {"figures": 3, "actors": 1, "claims": 4, "related": 6}
ROOMY = 42  # cells in which the mark and the age of a teaser stand on one line
LOW = 8  # lines under which a teaser is told in three
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
    mark: str = ""


def facts(article: Article, tab: Tab, related: Sequence[str | None] = ()) -> list[Fact]:
    """The rows of a tab, in the order of the text; actors by type.

    `related` holds for each teaser the key of its article in the corpus.
    """
    rows = _teasers(article, related) if tab == "related" else _facts(article, tab)
    return rows or [Fact(None, head=EMPTY[tab])]


def _teasers(article: Article, related: Sequence[str | None]) -> list[Fact]:
    known = [*related, *[None] * len(article.related)]
    return [
        Fact(
            Item("related", i),
            head=teaser.title or teaser.text or "",
            text=(teaser.text or "") if teaser.title else "",
            note=teaser.age or "",
            mark=IN_CORPUS if known[i] is not None else "",
        )
        for i, teaser in enumerate(article.related)
    ]


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
        "panel--mark",
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
        if self._tab != "related":
            return TALL[self._tab]
        if self.size.height < LOW:
            return 3
        return TALL["related"] - (self.size.width >= ROOMY)

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
        if self._tab == "related":
            return self._teaser(fact, room)
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

    def _teaser(self, fact: Fact, room: int) -> list[list[Part]]:
        """Title, text, and whether its article is in the corpus; where it is low, no text."""
        low = self.tall == 3
        heads = fold_lines(safe_line(fact.head), room, 1 if low else 2)
        lines: list[list[Part]] = [[(" ", ""), (line, "panel--head")] for line in heads]
        if fact.text and not low:
            lines.append([(" ", ""), (clip(safe_line(fact.text), room), "panel--text")])
        mark, age = fact.mark, safe_line(fact.note)
        if mark and age and (low or room >= ROOMY - 2):
            left = room - cell_len(mark) - 3
            note: Part = (f" · {clip(age, left)}" if left > 3 else "", "panel--note")
            return [*lines, [(" ", ""), (clip(mark, room), "panel--mark"), note]]
        told = [(clip(mark, room), "panel--mark"), (clip(age, room), "panel--note")]
        return [*lines, *([(" ", ""), part] for part in told if part[0])]


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
        self._shown: tuple[Article | None, Tab, tuple[str | None, ...]] | None = None

    def compose(self) -> ComposeResult:
        """The tabs over the rows."""
        yield self.tabs
        yield self.facts

    def put(
        self,
        article: Article | None,
        tab: Tab,
        item: Item | None,
        related: tuple[str | None, ...] = (),
    ) -> None:
        """Show a tab of an article, with the cursor on an item of it."""
        if (
            self._shown is None
            or self._shown[0] is not article
            or self._shown[1:] != (tab, related)
        ):
            self._shown = article, tab, related
            counts = [len(held) for held in _held(article)] if article else [0] * len(TABS)
            self.tabs.put(tab, dict(zip(TABS, counts, strict=True)))
            self.facts.put(facts(article, tab, related) if article else [], tab)
        self.facts.select(item if item and item.tab == tab else None)
