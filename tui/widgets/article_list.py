"""The list of articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from tui.session import Entry
from tui.widgets import wording
from tui.widgets.paint import Part, spread
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip, fold_lines

ROOMY = 56
NONE_FIT = "No article fits."


class Listed(NamedTuple):
    """What the list shows: the articles, and the row of each.

    `hits` tells how many figures of each fit a filter, None where there is none.
    """

    entries: list[Entry]
    places: dict[str, int]
    hits: Mapping[str, int] | None


def listed(entries: Iterable[Entry], hits: Mapping[str, int] | None = None) -> Listed:
    """These articles, to be shown; of very many that takes a while, and may be done in a thread."""
    rows = list(entries)
    return Listed(rows, {entry.key: at for at, entry in enumerate(rows)}, hits)


class ArticleList(Rows):
    """Every article of the corpus: headline, date, marks and what stands in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--new",
        "list--seen",
        "list--meta",
        "list--mark",
        "list--problem",
    }

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: list[Entry] = []
        self._places: dict[str, int] = {}
        self._hits: Mapping[str, int] | None = None
        self._seen: set[str] = set()
        self._marks: dict[str, int] = {}

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self._entries)

    @property
    def tall(self) -> int:
        """A narrow list gives a headline two lines."""
        return 2 if self.size.width >= ROOMY else 3

    @property
    def entry(self) -> Entry | None:
        """The article the cursor is on."""
        return self._entries[self.cursor] if self.cursor < self.count else None

    def put(self, shown: Listed, key: str | None = None) -> None:
        """Show other articles; the cursor goes to article `key`, else stays with its own.

        Where neither is shown it stays in its row, or with a `key` it goes to the first.
        """
        own = self.entry.key if self.entry else None
        self._entries, self._places, self._hits = shown
        self._marks.clear()
        rows = (self.index(wanted) for wanted in (key, own) if wanted is not None)
        at = next((row for row in rows if row is not None), 0 if key else self.cursor)
        self.renew()
        if at != self.cursor or at >= self.count:
            self.point(at)

    def index(self, key: str) -> int | None:
        """The row of an article, None where it is not in the list."""
        return self._places.get(key)

    def change(self, entries: Iterable[Entry]) -> None:
        """Show what became of articles that are in the list already."""
        for entry in entries:
            at = self._places.get(entry.key)
            if at is not None:
                self._entries[at] = entry
                self._repaint(at)

    def marked(self, key: str, count: int) -> None:
        """An article has another number of bookmarks now."""
        self._marks[key] = count
        self._repaint(self._places.get(key, 0))

    def saw(self, key: str) -> None:
        """An article was opened: it is not new any more."""
        if key not in self._seen:
            self._seen.add(key)
            self._repaint(self._places.get(key, 0))

    def sign(self, index: int) -> str:
        """A dot before what was not opened yet."""
        return " " if self._entries[index].key in self._seen else "•"

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The headline, then the date, the marks and the counts."""
        entry = self._entries[index]
        room = width - 2
        seen = entry.key in self._seen and index != self.cursor
        look = "list--seen" if seen else "list--new"
        titles = fold_lines(entry.title, room, self.tall - 1)
        lines: list[list[Part]] = [[(" ", ""), (title, look)] for title in titles]
        lines.append([(" ", ""), *self._meta(entry, room)])
        return lines

    def render_line(self, y: int) -> Strip:
        """One line of the list; where nothing is left of it, that is told."""
        if self._entries or y or self._hits is None:
            return super().render_line(y)
        return self.painter.line([(" ", ""), (NONE_FIT, "list--meta")], self.size.width)

    def _meta(self, entry: Entry, room: int) -> list[Part]:
        if entry.state == "failed":
            return [(clip("! cannot be read", room), "list--problem")]
        if entry.state == "waiting":
            return [(clip("… not read yet", room), "list--meta")]
        wide = room >= ROOMY - 3
        counts = [wording.plural(entry.figures, "figure" if wide else "fig", wide)]
        if wide:
            counts.append(wording.plural(entry.claims, "claim"))
        if hits := (self._hits or {}).get(entry.key):
            counts[0:1] = [wording.plural(hits, "hit")]
        counts = [count for count in counts if not count.startswith("0 ")]
        kept = self._marks.get(entry.key, entry.bookmarks)
        marks: list[Part] = [(f"⚑{kept if kept > 1 else ''} ", "list--mark")] if kept else []
        left: list[Part] = [(wording.date(entry.published), "list--meta")]
        right: list[Part] = [*marks, (" · ".join(counts), "list--meta")]
        if sum(cell_len(text) for text, _ in left + right) >= room:
            right = marks
        return spread(left, right, room)
