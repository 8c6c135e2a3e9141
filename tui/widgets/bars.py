"""The line above the panes and the line below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets import wording
from tui.widgets.paint import Painter, Part, spread
from tui.widgets.wrap import clip

METER = 8
NARROW = 60
"""Cells under which the footer has room for few keys."""


class Where(NamedTuple):
    """What the header tells: the corpus, the place in it, and how far reading it is.

    `total` is how many rows are shown. `found` articles of the `whole` fit a `filter`, where one
    narrows them, which is told `by` a name; where more fit than are shown, copies are folded.
    `sort` is the order where that is told. `reading` says how far the corpus is read, in more and
    in fewer words, and `share` as a part of 1; `cut` is what was cut from the page.
    """

    corpus: str = ""
    place: int | None = None
    total: int = 0
    filter: str = ""
    by: str = "filter"
    found: int = 0
    whole: int = 0
    sort: str = ""
    reading: tuple[str, ...] = ()
    share: float | None = None
    failed: int = 0
    percent: int | None = None
    cut: str = ""


class Bar(Widget):
    """A line of its own."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = Painter(self)

    def notify_style_update(self) -> None:
        """Forget the looks of before."""
        super().notify_style_update()
        self.painter.forget()


class Header(Bar):
    """The name of the corpus, the place in it, and how far it has been read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--name", "bar--text", "bar--warn"}

    where: var[Where] = var(Where())
    """What is told now."""

    def watch_where(self) -> None:
        """Tell it."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width - 2
        where = self.where
        right: list[Part] = []
        if where.reading:
            right.append((self._reading(where, width), "bar--text"))
        if where.failed:
            right.append((f"! {where.failed} failed   ", "bar--warn"))
        if where.cut:
            right.append((f"{where.cut}   ", "bar--text"))
        if where.percent is not None:
            right.append((f"{where.percent}%   ", "bar--text"))
        if where.sort:
            right.append((f"{where.sort}   ", "bar--text"))
        if where.place is not None:
            place = f"{wording.number(where.place)}/{wording.number(where.total)}"
            right.append((place, "bar--name"))
        while len(right) > 1 and sum(cell_len(text) for text, _ in right) > width - 2:
            right.pop(0)
        room = width - sum(cell_len(text) for text, _ in right)
        left = self._left(where, right, room)
        return self.painter.line([(" ", ""), *spread(left, right, width)], self.size.width)

    def _reading(self, where: Where, width: int) -> str:
        """How far the corpus is read, in at most half of the line."""
        meter = ""
        if where.share is not None:
            full = int(METER * where.share)
            meter = f" {'━' * full}{'─' * (METER - full)}"
        fitting = (told for told in where.reading if cell_len(told + meter) <= width // 2)
        return f"{next(fitting, where.reading[-1])}{meter}   "

    def _left(self, where: Where, right: list[Part], room: int) -> list[Part]:
        """The name and the corpus, or what narrows the list: that goes before all else."""
        name: Part = ("newsreader", "bar--name")
        if where.filter:
            found = f"{wording.number(where.found)} of {wording.number(where.whole)}"
            told = f"{found} · {where.by}: {where.filter}"
            folded = where.found - where.total
            if folded > 0:
                count = "1 copy" if folded == 1 else f"{wording.number(folded)} copies"
                more = f"{found}, {count} folded · {where.by}: {where.filter}"
                told = more if cell_len(more) <= room - 2 else told
            while right and cell_len(told) > room - 2:
                room += cell_len(right.pop(0)[0])
            left = [(clip(told, room - 2), "bar--name")]
            corpus = f"   {where.corpus}" if where.corpus else ""
            if cell_len(told) + cell_len(corpus) + 14 <= room:
                left = [name, ("  ", ""), *left, (corpus, "bar--text")]
            return left
        room -= 14
        if room < -2:
            return []
        return [name, (f"  {clip(where.corpus, room)}", "bar--text")] if room > 2 else [name]


class Footer(Bar):
    """The keys that are of use here, or a message in their place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--key", "bar--text", "bar--message"}

    hints: var[tuple[tuple[str, str, str], ...]] = var(())
    """Key, label and action of what can be done."""

    pending: var[str] = var("")
    """The keys of a sequence that is not complete."""

    message: var[str] = var("")
    """What is said until the next key."""

    lead: var[str] = var("")
    """What stands before the keys, as long as it is so."""

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """An action was clicked."""

        action: str

    def watch_hints(self) -> None:
        """Show other keys."""
        self.refresh()

    def watch_pending(self) -> None:
        """Show the keys pressed so far."""
        self.refresh()

    def watch_message(self) -> None:
        """Say something else."""
        self.refresh()

    def watch_lead(self) -> None:
        """Tell it."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        parts: list[Part] = [(" ", "")]
        if self._led and not self.pending and not self.message:
            parts.append((f"{self.lead}   ", "bar--message"))
        if self.pending:
            parts.append((f"{self.pending}… ", "bar--message"))
        if self.message and not self.pending:
            parts.append((clip(self.message, width - 2), "bar--message"))
            return self.painter.line(parts, width)
        for key, label, _ in self._fitting():
            parts += [(key, "bar--key"), (self._told(label), "bar--text")]
        return self.painter.line(parts, width)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        at = 1 + self._led
        if self.message or self.pending:
            return
        for key, label, action in self._fitting():
            at += cell_len(key + self._told(label))
            if event.x < at:
                self.post_message(self.Picked(action))
                return

    @property
    def _led(self) -> int:
        """How many cells stand before the keys."""
        return cell_len(self.lead) + 3 if self.lead and not self._narrow else 0

    @property
    def _narrow(self) -> bool:
        return self.size.width < NARROW

    def _told(self, label: str) -> str:
        """The label of a key, and the room after it."""
        return f"{' ' if label else ''}{label}{'  ' if self._narrow else '   '}"

    def _fitting(self) -> list[tuple[str, str, str]]:
        """As many as fit whole; the last two, help and the way out, always.

        Where there is little room those two, which are the same everywhere, are keys alone.
        """
        room = self.size.width - 1 - (len(self.pending) + 2 if self.pending else self._led)
        shown = list(self.hints)
        if self._narrow and not self.pending:
            shown[-2:] = [(key, "", action) for key, _, action in shown[-2:]]
        sizes = [cell_len(key + self._told(label)) for key, label, _ in shown]
        while len(shown) > 2 and sum(sizes) - len(self._told("")) > room:
            del shown[-3], sizes[-3]
        return shown
