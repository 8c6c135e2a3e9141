"""The rows of the panel, tab by tab: as high as what they tell, in the width there is."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len

from tui.items import Item, Tab
from tui.text.safe import safe_line
from tui.widgets import stylesheets
from tui.widgets.mark_telling import Own
from tui.widgets.paint import Part, spread
from tui.widgets.statements import LOOKS, briefly, height, told
from tui.widgets.telling import Fact
from tui.widgets.uneven import Uneven
from tui.widgets.wrap import clip, fold_lines

FIGURE, TEASER = 4, 6  # lines of a figure and of a teaser
ROOMY = 42  # cells in which the mark and the age of a teaser stand on one line
LOW = 8  # lines under which teasers are told in three, figures and claims in two
BETWEEN = "  "


class Facts(Uneven):
    """The rows of one tab."""

    DEFAULT_CSS = stylesheets.text("voices")
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("panel--head", "panel--figure", "panel--group", "panel--note", "panel--text"),
        *("panel--mark", "actor--head", "actor--person", "actor--organisation"),
        *("actor--country", "actor--place"),
        *("own--sign", "own--kind", "own--text", "own--quote", "own--tags", "own--state"),
        *LOOKS,
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
    def item(self) -> Item | None:
        """What the row of the cursor stands for."""
        return self._facts[self.cursor].item if self.cursor < self.count else None

    @property
    def _low(self) -> bool:
        return self.size.height < LOW

    def height_of(self, index: int, width: int) -> int:
        """Figures and teasers are all of one height, the others as high as what they tell."""
        fact = self._facts[index]
        if fact.item is None:
            if self._low:
                return int(self._tab != "claims" or self.count == 1)  # each claim tells who says it
            return 2 if index else 1
        if self._tab == "figures":
            return 2 if self._low else FIGURE
        if self._tab == "related":
            return 3 if self._low else TEASER - (self.size.width >= ROOMY)
        if fact.said is not None:
            return 2 if self._low else height(fact.said, width) + self._parted(index)
        if fact.own is not None:
            return len(self.draw(index, width)) + (not self._low and index + 1 < self.count)
        return len(self.draw(index, width))

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
            if fact.item is not None and (fact.item.index, fact.item.own) == (item.index, item.own):
                self.point(index)
                return

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return self._facts[index].item is None

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A row in as many lines as it takes."""
        fact, room = self._facts[index], width - 1
        if fact.item is None:
            above: list[list[Part]] = [[]] if index and not self._low else []
            return [*above, self._heading(fact, width)]
        if fact.said is not None:
            if self._low:
                return briefly(fact.said, width)
            return told(fact.said, width)
        if self._tab == "actors":
            lines = self._actor(fact, room)
        elif self._tab == "related":
            lines = self._teaser(fact, room)
        elif fact.own is not None:
            lines = self._own(fact.own, room)
        else:
            lines = self._figure(fact, room)
        return [[(" ", ""), *parts] for parts in lines]

    def _parted(self, index: int) -> bool:
        """Whether a blank line parts a claim from the next one of the same speaker."""
        return index + 1 < self.count and not self.skips(index + 1)

    def _heading(self, fact: Fact, width: int) -> list[Part]:
        """A type with how many are of it, or a speaker with the role and how many claims."""
        if not fact.tail:
            return [(clip(fact.head, width), "panel--group")]
        count: list[Part] = [(fact.tail, "panel--note")]
        head = clip(safe_line(fact.head), width - len(fact.tail) - 1)
        if fact.look == "group":
            return spread([(head, "panel--group")], count, width)
        parts: list[Part] = [(head, f"panel--head actor--{fact.look}")]
        note = safe_line(fact.note)
        if note and width - cell_len(head + BETWEEN + note + fact.tail) > 0:
            parts += [(BETWEEN, ""), (note, "panel--note")]
        return spread(parts, count, width)

    def _actor(self, fact: Fact, room: int) -> list[list[Part]]:
        """The name, who that is, how many claims and how often named: on a line, or on two."""
        head, note = safe_line(fact.head), safe_line(fact.note)
        name: Part = (clip(head, room - len(fact.tail) - 1), f"actor--{fact.look}")
        said = f"{fact.text} · " if fact.text else ""
        whole = cell_len(head + note + said + fact.tail) + (len(BETWEEN) if note else 0)
        if whole < room or not (note or said):
            beside: list[Part] = [(BETWEEN, ""), (note, "panel--note")] if note else []
            return [spread([name, *beside], [(f"{said}{fact.tail}", "panel--note")], room)]
        first = spread([name], [(fact.tail, "panel--note")], room)
        left = room - len(fact.text) - 1 if fact.text else room
        second: list[Part] = [(clip(note, left), "panel--note")]
        return [first, spread(second, [(fact.text, "panel--note")], room)]

    def _figure(self, fact: Fact, room: int) -> list[list[Part]]:
        """The value, the words of its hedge where there is room, the phrase, who says so."""
        low = self._low
        heads = fold_lines(safe_line(fact.head), room, 1 if low else 2)
        values: list[list[Part]] = [[(head, "panel--figure")] for head in heads]
        phrase, tail = safe_line(fact.text), [(fact.tail, "panel--note")]
        if low and phrase and room - cell_len(heads[0] + phrase + fact.tail) > 3:
            values[0] += [(BETWEEN, ""), (phrase, "panel--text")]
        values[-1] = spread(values[-1], tail, room)
        if phrase and not low:
            values.append([(clip(phrase, room), "panel--text")])
        told = fold_lines(safe_line(fact.note), room, (2 if low else FIGURE) - len(values))
        return [*values, *([(line, "panel--note")] for line in told)]

    def _own(self, mark: Own, room: int) -> list[list[Part]]:
        """What kind of mark and how it stands, what is said in it, on which words, its tags."""
        how = " · ".join(part for part in (mark.status, mark.state) if part)
        kind = clip(mark.kind, room - 2 - (cell_len(how) + 1 if how else 0))
        sign: list[Part] = [(f"{mark.sign} ", "own--sign"), (kind, "own--kind")]
        head = spread(sign, [(how, "own--state")], room) if how else sign
        most = 1 if self._low else 2
        lines: list[list[Part]] = [head]
        for text, look in ((mark.head, "own--text"), (mark.quote, "own--quote")):
            if text and not (self._low and len(lines) > 1):
                folded = fold_lines(text, room - 2, most)
                lines += [[("  ", ""), (line, look)] for line in folded]
        if mark.tags and not (self._low and len(lines) > 1):
            lines.append([("  ", ""), (clip(mark.tags, room - 2), "own--tags")])
        return lines

    def _teaser(self, fact: Fact, room: int) -> list[list[Part]]:
        """Title, text, and whether its article is in the corpus; where it is low, no text."""
        low = self._low
        heads = fold_lines(safe_line(fact.head), room, 1 if low else 2)
        lines: list[list[Part]] = [[(line, "panel--head")] for line in heads]
        if fact.text and not low:
            lines.append([(clip(safe_line(fact.text), room), "panel--text")])
        mark, age = fact.mark, safe_line(fact.note)
        if mark and age and (low or room >= ROOMY - 2):
            left = room - cell_len(mark) - 3
            note: Part = (f" · {clip(age, left)}" if left > 3 else "", "panel--note")
            return [*lines, [(clip(mark, room), "panel--mark"), note]]
        told = [(clip(mark, room), "panel--mark"), (clip(age, room), "panel--note")]
        return [*lines, *([part] for part in told if part[0])]
