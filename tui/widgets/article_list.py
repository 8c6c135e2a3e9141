"""The list of articles."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.strip import Strip

from tui.store.rows import Row
from tui.store.views import View
from tui.widgets.listed import NESTED, context, meta, sign
from tui.widgets.pages import Fetch, Pages
from tui.widgets.paint import KEPT, Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import fold_lines

ROOMY, BROAD = 56, 34
NONE_FIT = "No article fits."
NONE_YET = "Looking for articles…"
NOTHING = View(array("q"), 0, 0, whole=False)


def no_rows(ids: Sequence[int]) -> Iterable[Row]:
    """Nothing is known of any article."""
    return ()


class ArticleList(Rows):
    """The articles of a view: headline, date, marks and what stands in them or was found there.

    It holds the ids of all and the rows of a few. The cursor belongs to an article, and stays on
    it whatever becomes of the list.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--new",
        "list--seen",
        "list--meta",
        "list--mark",
        "list--changed",
        "list--problem",
        "list--context",
        "list--hit",
    }

    @dataclass(eq=False, repr=False)
    class Wanted(Message):
        """Of these articles in sight it is not known yet what was found in them."""

        ids: tuple[int, ...]

    def __init__(self, fetch: Fetch = no_rows, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view = NOTHING
        self._pages = Pages(fetch)
        self._found = self._told = False
        self._tall = 3
        self._painted: dict[tuple[object, ...], list[Strip]] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._pages.ids)

    @property
    def ids(self) -> array[int]:
        """The ids of all articles in the list, in its order."""
        return self._pages.ids

    @property
    def tall(self) -> int:
        """A narrow list gives a headline two lines; what was found has a line of its own."""
        return self._tall

    def measure(self) -> None:
        """In another width the rows may be of another height."""
        self._tall = (2 if self.size.width >= ROOMY else 3) + self._told
        super().measure()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the looks of before."""
        super().notify_style_update()
        self._painted.clear()

    @property
    def fitting(self) -> int:
        """How many rows can be in sight."""
        return self.size.height // self.tall + 2

    @property
    def here(self) -> int | None:
        """The id of the article the cursor is on."""
        return self.ids[self.cursor] if self.cursor < self.count else None

    @property
    def entry(self) -> Row | None:
        """The article the cursor is on."""
        return self._pages.row(self.cursor) if self.cursor < self.count else None

    @property
    def in_sight(self) -> range:
        """The places of the rows in sight."""
        first = self.index_at(round(self.scroll_offset.y))
        return range(min(first, self.count), min(first + self.fitting, self.count))

    def row_at(self, index: int) -> Row | None:
        """The row at a place, None where its article is gone."""
        return self._pages.row(index) if 0 <= index < self.count else None

    def index(self, number: int | None) -> int | None:
        """The row of an article by its id, None where it is not in the list."""
        return self._pages.index(number) if number is not None else None

    def put(
        self,
        view: View,
        at: int,
        rows: Iterable[Row] = (),
        *,
        anew: bool = False,
        told: bool = False,
    ) -> None:
        """Show another view, with the cursor at a place in it and some of its rows.

        With `anew` something else is searched for; else the cursor keeps its line on the screen.
        With `told` each row has a line of what was found.
        """
        before = self._picture()
        line = self.place(self.cursor)[0] - self.scroll_offset.y
        self.view, self._found, self._told = view, view.query is not None, told
        self._pages.put(view.ids, rows, anew=anew)
        with self.prevent(self.Moved):
            self.set_reactive(Rows.cursor, max(0, min(at, self.count - 1)))
        self.measure()
        top = self.place(self.cursor)[0]
        self.scroll_to(y=0 if anew and not at else top - line, animate=False, force=True)
        self.reveal()
        if before != self._picture():
            self.refresh()
        self._ask()

    def _picture(self) -> tuple[object, ...]:
        """All that makes out what is seen: where it is the same, nothing is to be painted."""
        rows = [self._pages.row(index) for index in self.in_sight]
        view = self.view
        place = self.cursor, self.scroll_offset.y, self.tall
        return rows, *place, view.query, view.sort, self.count > 0

    def add(self, rows: Iterable[Row]) -> None:
        """What was found in some articles; the rest of their rows with it."""
        self._pages.add(rows)
        self.renew()

    def change(self, row: Row) -> None:
        """An article is by now as this row tells, but for what was found in it."""
        if self._pages.change(row):
            self.renew()

    def again(self) -> None:
        """Something became of the articles: fetch the rows in sight again."""
        self.put(self.view, self.cursor, told=self._told)

    def sign(self, index: int) -> str:
        """A dot before what was not read yet, and a sign before what has changed since."""
        row = self._pages.row(index)
        return sign(row) if row is not None else " "

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The headline, then the date, the marks and the counts, and what was found."""
        row, room = self._pages.row(index), width - 2
        if row is None:
            return [[(" ", ""), ("…", "list--meta")]]
        begin = NESTED if row.nested else ""
        here = index == self.cursor
        look = "list--seen" if (row.read and not row.changed) and not here else "list--new"
        most = self.tall - 1 - self._told
        titles = fold_lines(row.title, room - len(begin), most)
        lines: list[list[Part]] = [
            [(" ", ""), (begin if not at else " " * len(begin), "list--meta"), (title, look)]
            for at, title in enumerate(titles)
        ]
        sited = self.view.sort == "site"
        parts = meta(row, room - len(begin), here, wide=room >= BROAD, sited=sited)
        lines.append([(" " * (1 + len(begin)), ""), *parts])
        if self._told:
            found = context(row.context, room - len(begin), self.tall - len(lines))
            lines += [[(" " * (1 + len(begin)), ""), *parts] for parts in found]
        return lines

    def strips(self, index: int, width: int) -> list[Strip]:
        """The lines of a row; one that tells the same as before is not painted anew."""
        here = index == self.cursor
        sited = self.view.sort == "site"
        looks = here, here and self.active, width, self.tall, self._told, sited
        told = self._pages.row(index), *looks
        if told not in self._painted:
            if len(self._painted) > KEPT:
                self._painted.clear()
            self._painted[told] = super().strips(index, width)
        return self._painted[told]

    def render_line(self, y: int) -> Strip:
        """One line of the list; where nothing is left of it, that is told."""
        if self.count or y:
            return super().render_line(y)
        told = NONE_FIT if self._found else NONE_YET if not self.view.whole else ""
        return self.painter.line([(" ", ""), (told, "list--meta")], self.size.width)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows are in sight: of them too it is asked what was found."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def _ask(self) -> None:
        if self._found and (ids := self._pages.incomplete(self.in_sight)):
            self.post_message(self.Wanted(tuple(ids)))
