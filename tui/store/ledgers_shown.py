"""The ledger of a corpus as it is shown: what was gathered, and what a person said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.store import ledgers_kept as kept
from tui.store.ledger import Page
from tui.store.ledger_face import Book, Line, Sheet
from tui.store.ledgers_gather import GATHERED, stamp_of
from tui.store.ledgers_members import Member
from tui.store.ledgers_recording import Recording
from tui.store.ledgers_ruled import Figure
from tui.store.ledgers_sheet import Told, row_with, told_of

if TYPE_CHECKING:
    from tui.store.documents import FigureAt, SeriesRuling


def _load() -> None:
    """What a series needs, loaded with the list, so that nobody waits for it at the first one."""
    import tui.store.actor_rows
    import tui.store.neighbours
    import tui.store.roll  # noqa: F401
    from tui.store.series_words import lexicon

    lexicon()


class Held(NamedTuple):
    """A series with what its rows are made from."""

    told: Told
    members: tuple[Member, ...]
    pages: dict[str, Page]


class Shown(Recording):
    """The series of an index with the decisions of a notebook. Not thread-safe."""

    def book(self, text: str) -> Book:
        """The list, as far as the words of a text fit the names."""
        overlay = self.overlay()
        words = kept.sought(text).split()
        lines = kept.listed(self._index, words, kept.MANY + len(overlay.gone))
        mine = [made.line for made in overlay.made.values() if _fits(made.line, words)]
        lines = [line for line in lines if line.id not in overlay.gone] + mine
        if mine:
            lines.sort(key=lambda line: (-line.articles, -line.rows, line.id))
        gone = kept.lines_of(self._index, overlay.gone).values()
        total = kept.total(self._index) - sum(line.rows > 1 for line in gone)
        total += sum(made.line.rows > 1 for made in overlay.made.values())
        stale = self._index.stamp(GATHERED) != stamp_of(self._index, overlay.dated)
        _load()
        return Book(tuple(lines[: kept.MANY]), total, stale)

    def sheet(self, series_id: str) -> Sheet | None:
        """All of a series; None where there is none of that id."""
        held = self.held(series_id)
        if held is None:
            return None
        return Sheet(held.told.line, held.told.placed, held.told.disagreements, self._parts(held))

    def held(self, series_id: str) -> Held | None:
        """A series with what its rows are made from; None where there is none of that id."""
        overlay = self.overlay()
        name = None
        made = overlay.made.get(series_id)
        if made is not None:
            members, name = made.members, made.name
        elif series_id in overlay.gone:
            return None
        else:
            members = self._gathered(series_id) or self._alone(series_id)
        if not members:
            return None
        pages = self._pages(members, overlay.dated, {m.entry for m in members})
        told = told_of(
            series_id, members, pages, settled=overlay.settled, name=name, ruled=made is not None
        )
        return Held(told, members, pages)

    def at(self, entry: int, nth: int) -> tuple[str, str] | None:
        """The series of a figure and the row it is told in."""
        figure = entry, nth
        series_id = self.overlay().of.get(figure)
        if series_id is None:
            base = self._base(figure)
            series_id = base.id if base else None
        held = self.held(series_id) if series_id is not None else None
        if held is None or series_id is None:
            return None
        for member in held.members:
            if (member.entry, member.key.nth) == figure:
                rows = [each.row for each in held.told.placed]
                row = row_with(member.key, held.pages, rows)
                return (series_id, row) if row is not None else None
        return None

    def settled_before(self, figure: FigureAt, one: str, two: str) -> list[SeriesRuling]:
        """What was decided before of two rows; `figure` is that of the first."""
        at = self.finder.find(figure)
        found = self.at(*at) if at is not None else None
        held = self.held(found[0]) if found is not None else None
        if held is None:
            return []
        rows = [each.row for each in held.told.placed]
        here = {(m.entry, m.key.nth): m.key for m in held.members}
        old = []
        for ruling in self._rulings():
            if ruling.action == "settle":
                keys = [here.get(at) for each in ruling.figures if (at := self.finder.find(each))]
                shown = {row_with(key, held.pages, rows) for key in keys if key is not None}
                if shown == {one, two}:
                    old.append(ruling)
        return old

    def _alone(self, series_id: str) -> tuple[Member, ...]:
        """The figure of a series of one, told by its id."""
        told = kept.parted(series_id)
        rows = told and self._index.ask("SELECT id FROM entry WHERE key = ?", (told[1],))
        if told is None or not rows:
            return ()
        figure = rows[0][0], told[2]
        if figure in self.overlay().of or kept.series_of(self._index, [figure]):
            return ()
        member = self._made(*figure)
        return (member,) if member and member.key.family == told[0] else ()

    def _parts(self, held: Held) -> tuple[Line, ...]:
        """The lines of the series in which parts of some figures stand."""
        told = [(family, (m.entry, nth)) for m in held.members for nth, family in m.parts]
        if not told:
            return ()
        overlay = self.overlay()
        base = kept.series_with(self._index, told)
        found = dict.fromkeys(
            overlay.of.get(figure) or base.get(figure) or self._id_alone(figure)
            for _, figure in told
        )
        ids = [each for each in found if each is not None and each != held.told.line.id]
        return tuple(self._lines(ids))

    def _lines(self, ids: Iterable[str]) -> list[Line]:
        overlay, wanted = self.overlay(), list(ids)
        known = kept.lines_of(self._index, wanted)
        found = []
        for series_id in wanted:
            if series_id in overlay.made:
                found.append(overlay.made[series_id].line)
            elif series_id in known:
                found.append(known[series_id])
            elif members := self._alone(series_id):
                pages = self._pages(members, overlay.dated)
                found.append(told_of(series_id, members, pages).line)
        return found

    def _id_alone(self, figure: Figure) -> str | None:
        member = self._made(*figure)
        return f"{member.key.family}:{member.key.article}:{figure[1]}" if member else None


def _fits(line: Line, words: Sequence[str]) -> bool:
    name = kept.sought(line.name)
    return line.rows > 1 and all(f" {word}" in name for word in words)
