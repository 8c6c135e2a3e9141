"""The side panel: figures, actors, claims, teasers and one's own marks, a tab each."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.claims import made_in
from tui.items import TABS, Item, Tab
from tui.store.marked import Placed
from tui.text.article import Article
from tui.widgets import stylesheets
from tui.widgets.facts import Facts
from tui.widgets.ordering import about_order
from tui.widgets.paint import Painter, Part
from tui.widgets.telling import Telling, about_speaker, facts
from tui.widgets.wrap import clip


def _held(article: Article, marks: Sequence[Placed]) -> tuple[Sized, ...]:
    claims = (*article.claims, *made_in(article, marks))
    return article.figures, article.actors, claims, article.related, marks


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
        told = tab, counts, note, marked
        if told != (self._tab, self._counts, self._note, self._marked):
            self._tab, self._counts, self._note, self._marked = told
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()

    @property
    def _cell(self) -> int:
        width = self.size.width
        return max(1, width // (len(TABS) if width >= 60 else 3 if width >= 39 else 2))

    def render_line(self, y: int) -> Strip:
        """Two tabs on a line in a narrow panel, three or all in a wide one."""
        note: Part = (clip(self._note, self.size.width - 1), "tabs--note")
        if self._note and y == self.size.height - 1 > 0:
            return self.painter.line([(" ", ""), note], self.size.width)
        parts: list[Part] = []
        if self._marked and self.size.height == 1:
            parts = [(self._label(self._tab, "▸"), "tabs--on"), (" · ", "tabs--note"), note]
            return self.painter.line(parts, self.size.width)
        across = max(1, self.size.width // self._cell)
        first = self._first(y, across)
        for tab in TABS[first : first + across]:
            on = tab == self._tab
            label = self._label(tab, "▸" if on else " ")
            parts += [(label, "tabs--on" if on else "tabs--off")]
            parts += [(" " * (self._cell - len(label)), "")]
        return self.painter.line(parts, self.size.width)

    def _first(self, y: int, across: int) -> int:
        """The first tab on a line; where there is one line in all, it is that of the tab shown."""
        line = TABS.index(self._tab) // across if self.size.height == 1 else y
        return line * across

    def _label(self, tab: Tab, sign: str) -> str:
        """The name and the count of a tab: where room is short the name is cut, never the count."""
        count = str(self._counts[tab])
        room = self._cell - len(sign) - len(count) - 1
        return f"{sign}{clip(tab.capitalize(), max(1, room))} {count}"[: self._cell]

    def on_click(self, event: events.Click) -> None:
        """Show the tab that was clicked."""
        across = max(1, self.size.width // self._cell)
        inside = event.get_content_offset(self)
        at = self._first(inside.y, across) + inside.x // self._cell if inside else len(TABS)
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
        tab = telling.tab
        if shown is None or shown[0] is not article or shown[1] != telling:
            here = self.facts.item
            self.facts.put(facts(article, telling) if article else [], tab)
            if item is None and shown is not None and shown[0] is article:
                self.facts.select(here if here and here.tab == tab else None)
        self.facts.select(item if item and item.tab == tab else None)
        self._head(article, telling)

    def on_rows_moved(self) -> None:
        """Another row may be another speaker's."""
        if self._shown is not None:
            self._head(*self._shown)

    def _head(self, article: Article | None, telling: Telling) -> None:
        """The counts of the tabs, and below them how this one is told, or who speaks."""
        held = _held(article, telling.marks) if article else [()] * len(TABS)
        note, marked = "", False
        if article is not None and telling.tab == "figures" and article.figures:
            note = about_order(article.figures, telling.order, telling.kind)
            marked = (telling.order, telling.kind) != ("position", None)
        elif article is not None and telling.tab == "claims":
            note = about_speaker(article, self.facts.item, telling.marks)
        self.tabs.put(telling.tab, dict(zip(TABS, map(len, held), strict=True)), note, marked)
