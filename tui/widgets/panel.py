"""The side panel: figures, actors, claims and teasers of the article, a tab each."""

from __future__ import annotations

from collections.abc import Sized
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
from tui.widgets import stylesheets
from tui.widgets.ordering import about_order
from tui.widgets.paint import Painter, Part, spread
from tui.widgets.rows import Rows
from tui.widgets.telling import Fact, Telling, facts
from tui.widgets.wrap import clip, fold_lines

TALL: dict[Tab, int] = {"figures": 4, "actors": 1, "claims": 4, "related": 6}
ROOMY = 42  # cells in which the mark and the age of a teaser stand on one line
LOW = 8  # lines under which a teaser is told in three, and a figure in two


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
        low = self.size.height < LOW
        if self._tab == "figures" and low:
            return 2
        if self._tab != "related":
            return TALL[self._tab]
        if low:
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
        if self._tab == "figures":
            return self._figure(fact, room)
        most = 1 if fact.text else self.tall - 2
        lines: list[list[Part]] = [
            [(" ", ""), (line, f"panel--{fact.look}")] for line in fold_lines(head, room, most)
        ]
        left = self.tall - len(lines) - 1
        folded = fold_lines(safe_line(fact.text), room, left) if fact.text else []
        return [*lines, *([(" ", ""), (line, "panel--text")] for line in folded)]

    def _figure(self, fact: Fact, room: int) -> list[list[Part]]:
        """The value, the words of its hedge where there is room, the phrase, who says so."""
        low = self.tall == 2
        heads = fold_lines(safe_line(fact.head), room, 1 if low else 2)
        values: list[list[Part]] = [[(head, "panel--figure")] for head in heads]
        phrase, tail = safe_line(fact.text), [(fact.tail, "panel--note")]
        if low and phrase and room - cell_len(heads[0] + phrase + fact.tail) > 3:
            values[0] += [("  ", ""), (phrase, "panel--text")]
        values[-1] = spread(values[-1], tail, room)
        if phrase and not low:
            values.append([(clip(phrase, room), "panel--text")])
        told = fold_lines(safe_line(fact.note), room, self.tall - len(values))
        values += [[(line, "panel--note")] for line in told]
        return [[(" ", ""), *parts] for parts in values]

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
    """The names of the tabs with their counts, and how the one that is shown is sorted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--on", "tabs--off", "tabs--note"}

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        tab: Tab

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)
        self._tab: Tab = "figures"
        self._counts: dict[Tab, int] = dict.fromkeys(TABS, 0)
        self._note = ""
        self._marked = False

    def put(self, tab: Tab, counts: dict[Tab, int], note: str = "", marked: bool = False) -> None:
        """Show which tab is on, how much each holds, and a `note` on the line under them.

        Where there is one line in all, a `marked` note takes the place of the other tabs.
        """
        self._tab, self._counts, self._note, self._marked = tab, counts, note, marked
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
        note: Part = (clip(self._note, self.size.width - 1), "tabs--note")
        if self._note and y == self.size.height - 1 > 0:
            return self.painter.line([(" ", ""), note], self.size.width)
        parts: list[Part] = []
        if self._marked and self.size.height == 1:
            parts = [(self._label(self._tab, "▸"), "tabs--on"), (" · ", "tabs--note"), note]
            return self.painter.line(parts, self.size.width)
        across = max(1, self.size.width // self._cell)
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
        self._shown: tuple[Article | None, Telling] | None = None

    def compose(self) -> ComposeResult:
        """The tabs over the rows."""
        yield self.tabs
        yield self.facts

    def put(self, article: Article | None, telling: Telling, item: Item | None) -> None:
        """Show a tab of an article, with the cursor on an item of it."""
        shown, self._shown = self._shown, (article, telling)
        if shown is None or shown[0] is not article or shown[1] != telling:
            counts = [len(held) for held in _held(article)] if article else [0] * len(TABS)
            tab, order, kind = telling.tab, telling.order, telling.kind
            told = article is not None and tab == "figures" and bool(article.figures)
            note = about_order(article.figures, order, kind) if article and told else ""
            marked = told and (order, kind) != ("position", None)
            self.tabs.put(tab, dict(zip(TABS, counts, strict=True)), note, marked)
            here = self.facts.item
            self.facts.put(facts(article, telling) if article else [], tab)
            if item is None and shown is not None and shown[0] is article:
                self.facts.select(here if here and here.tab == tab else None)
        self.facts.select(item if item and item.tab == telling.tab else None)
