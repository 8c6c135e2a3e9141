"""What a library tells of the ledger of its corpus, and what a person may say of its series."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from tui.store.bookmarks import NotSaved
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.documents import FigureAt, SeriesRuling
    from tui.store.guiding import Guides
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.ledger import LedgerRow, Speaker
    from tui.store.ledger_face import Book, Gathering, Sheet
    from tui.store.ledgers_record import Record
    from tui.store.ledgers_shown import Held, Shown
    from tui.store.notebook import Notebook
    from tui.store.readers import Readers
    from tui.store.views import Counts

    _Waiting = tuple[Callable[[Gathering], None], Callable[[], bool]]

T = TypeVar("T")

_Action = Literal["merge", "split", "rename", "settle", "date"]
_LOOK_UP = 0.1  # seconds between two looks at whether it should stop
_ENDED = (
    "The process that gathers the series ended before it was done. Open the ledger again to go"
    " on; if it happens again, see whether there is memory enough."
)


class Ledgers:
    """The series of a corpus: which there are, their rows, and decisions about them.

    None of it belongs on the event loop. What decides something raises NotSaved, and KeyError
    where a series or row is no longer there; on return it is on the disk, can be undone as one
    step, and gives what was done in words safe to print, as `undo` will.
    """

    _index: Index
    _notebook: Notebook
    _kept: Mirror
    _readers: Readers
    _guides: Guides
    _closed: bool
    _shown: Shown | None = None
    if TYPE_CHECKING:

        @property
        def building(self) -> bool:
            """Whether this program is the one that keeps the index up to date."""

        @property
        def counts(self) -> Counts:
            """How many articles there are, and what became of them."""

    def __init__(self) -> None:
        self._gathering = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._asking = threading.RLock()

    def gather_series(
        self, told: Callable[[Gathering], None], cancelled: Callable[[], bool]
    ) -> None:
        """Bring the series up to date, at once where nothing changed since.

        It may take minutes with very many articles; what was done stays when it is called off.
        Where it goes on already it is told how far that is, and ends when nobody waits any more.
        """
        waiting = told, cancelled
        self._waiting.append(waiting)
        try:
            while not self._gathering.acquire(timeout=_LOOK_UP):
                if cancelled():
                    return
            try:
                self._gather(self._tell_all, self._unwanted)
            finally:
                self._gathering.release()
        finally:
            self._waiting.remove(waiting)

    def gather_behind(self, cancelled: Callable[[], bool]) -> None:
        """Gather while nobody waits for it: once all is read, and where we keep the index."""
        if self.building and not self.counts.waiting:
            self.gather_series(lambda gathering: None, cancelled)

    def _tell_all(self, gathering: Gathering) -> None:
        for told, _ in tuple(self._waiting):
            told(gathering)

    def _unwanted(self) -> bool:
        return self._closed or all(cancelled() for _, cancelled in tuple(self._waiting))

    def _gather(self, told: Callable[[Gathering], None], cancelled: Callable[[], bool]) -> None:
        from tui.store.ledgers_gather import GATHERED, bring_up_to_date, stamp_of

        dated = self._ledger(lambda shown: shown.dated())
        if self._index.stamp(GATHERED) == stamp_of(self._index, dated):
            return
        if not self._readers.alone and self._index.in_a_file:
            from tui.store.ledgers_process import Work, gather_apart

            work = Work(self._index.path, self._guides.rules, dated)
            done = gather_apart(work, told, cancelled)
            if done is not None:
                if not done and self._index.notice is None:
                    self._index.notice = _ENDED
                return
        with contextlib.suppress(sqlite3.Error):  # the index has told of it
            bring_up_to_date(self._index, dated, told, cancelled)

    def book(self, text: str = "") -> Book:
        """The series with two rows or more, those with the most articles first.

        With a `text` only those of which each of its words begins a word of the name. Where there
        are very many, only the first are told.
        """
        return self._ledger(lambda shown: shown.book(text))

    def sheet(self, series_id: str) -> Sheet | None:
        """All of a series, None where there is none of that id any more."""
        return self._ledger(lambda shown: shown.sheet(series_id))

    def record(self, actor: str, most: int | None = None) -> Record | None:
        """All that an actor said in figures, by its key; None where nobody has it any more.

        Of `most` articles where it is in very many: the newest.
        """
        return self._ledger(lambda shown: shown.record(actor, most))

    def called(self, name: str, *, whole: bool = True) -> tuple[Speaker, ...]:
        """The actors that have a name, in full or, not `whole`, by words that begin so."""
        return self._ledger(lambda shown: shown.called(name, whole=whole))

    def series_at(self, key: str, figure: int) -> tuple[str, str] | None:
        """The series of the figure with this number in an article, and the key of its row.

        Of a copy it is the row of the article that stands for it. None where the figure can
        stand in no series.
        """
        found = self._index.ask("SELECT id FROM entry WHERE key = ?", (key,))
        return self._ledger(lambda shown: shown.at(found[0][0], figure)) if found else None

    def place_of_row(self, row: LedgerRow) -> tuple[str, int, int]:
        """The key of the article of a row, and where in its body the figure begins and ends."""
        return row.path, row.start, row.end

    def merge_series(self, ids: Sequence[str], into: str) -> str:
        """Keep that some series are one with `into`, by whose name they go."""
        every = [into, *(each for each in dict.fromkeys(ids) if each != into)]
        held = [self._held(each) for each in every]
        names = ", ".join(each.told.line.name for each in held[1:])
        label = safe_line(f"merged into {held[0].told.line.name}: {names}")
        if len(held) > 1:
            self._rule(label, "merge", [self._first(each) for each in held])
        return label

    def split_rows(self, series_id: str, row_keys: Sequence[str]) -> str:
        """Keep that some rows of a series are one of their own; all of them are not split off."""
        held, wanted = self._held(series_id), set(row_keys)
        rows = [each.row for each in held.told.placed]
        out = [row for row in rows if row.key in wanted]
        name = held.told.line.name
        if len(out) < len(wanted) or not out:
            raise KeyError(*sorted(wanted - {row.key for row in out}) or (series_id,))
        if len(out) == len(rows):
            return safe_line(f"nothing to split: these are all rows of {name}")
        label = safe_line(f"split off {name}: {_told(out)}")
        self._rule(label, "split", [self._figure(held, row.key) for row in out])
        return label

    def rename_series(self, series_id: str, name: str) -> str:
        """Keep a name for a series; an empty one gives it its own name back."""
        held, name = self._held(series_id), " ".join(name.split())
        mine = {(m.entry, m.key.nth) for m in held.members}
        find = self._ledger(lambda shown: shown.finder.find)
        old = [r for r in self._ruled("rename") if find(r.figures[0]) in mine]
        label = safe_line(f"series {held.told.line.name} renamed {name or 'after its own words'}")
        self._rule(label, "rename", [self._first(held)] if name else [], name, old)
        return label

    def settle_rows(self, one: str, two: str, reason: str) -> str:
        """Keep that two rows are no contradiction, and why; an empty reason takes it back."""
        figures = [self._figure_of(key) for key in (one, two)]
        old = self._ledger(lambda shown: shown.settled_before(figures[0], one, two))
        reason = " ".join(reason.split())
        what = f"not a contradiction: {reason}" if reason else "may be a contradiction again"
        label = safe_line(what)
        self._rule(label, "settle", figures if reason else [], reason, old)
        return label

    def date_article(self, key: str, day: str | None) -> str:
        """Keep of which day an article is, as ISO 8601 has it; None takes it back."""
        found = self._index.ask("SELECT id FROM entry WHERE key = ?", (key,))
        if not found:
            raise KeyError(key)
        if day is not None:
            try:
                day = date.fromisoformat(day.strip()).isoformat()
            except ValueError:
                raise NotSaved(f"NOT SAVED: {day} is no day. Write it as 2024-10-31.") from None
        figure = self._named(key, found[0][0])
        old = [r for r in self._ruled("date") if _same_article(r.figures[0], figure)]
        label = safe_line(f"{key} dated {day}" if day else f"{key} has no day of yours any more")
        self._rule(label, "date", [figure] if day else [], day or "", old)
        return label

    def _rule(
        self,
        label: str,
        action: _Action,
        figures: Sequence[FigureAt],
        text: str = "",
        old: Sequence[SeriesRuling] = (),
    ) -> None:
        """Keep a decision in the place of old ones; without figures they only go."""
        from tui.store.documents import SeriesRuling

        now = datetime.now(UTC).isoformat(timespec="microseconds")
        new = SeriesRuling(uuid.uuid4().hex, action, tuple(figures), text, now)
        add = [new] if figures else []
        if add or old:
            self._change(lambda: self._notebook.change(label, add=add, remove=old))

    def _ruled(self, action: _Action) -> list[SeriesRuling]:
        return [ruling for ruling in self._notebook.series_rulings if ruling.action == action]

    def _held(self, series_id: str) -> Held:
        held = self._ledger(lambda shown: shown.held(series_id))
        if held is None:
            raise KeyError(series_id)
        return held

    def _first(self, held: Held) -> FigureAt:
        """The figure that a series is called by."""
        head, _, nth = held.told.line.id.rpartition(":")
        return self._figure(held, f"{head.partition(':')[2]}#{nth}")

    def _figure(self, held: Held, key: str) -> FigureAt:
        """The figure that a row of a series stands for."""
        from tui.store.ledger import row_key

        for member in held.members:
            if row_key(member.key.article, member.key.nth) == key:
                return self._named(key, member.entry, member.key.start, member.key.end)
        raise KeyError(key)

    def _figure_of(self, key: str) -> FigureAt:
        """The figure that a row stands for, of whatever series."""
        from tui.store.ledgers_found import article_in

        article, _, nth = key.rpartition("#")
        found = self._index.ask("SELECT id FROM entry WHERE key = ?", (article,))
        held = article_in(self._index, found[0][0]) if found else None
        if held is None or not nth.isdecimal() or int(nth) >= len(held.figures):
            raise KeyError(key)
        figure = held.figures[int(nth)]
        return self._named(key, found[0][0], figure.start, figure.end)

    def _named(self, key: str, entry: int, start: int | None = None, end: int = 0) -> FigureAt:
        named = self._ledger(lambda shown: shown.finder.name(entry, start, end))
        if named is None:
            raise KeyError(key)
        return named

    def _ledger(self, ask: Callable[[Shown], T]) -> T:
        with self._asking:
            if self._shown is None:
                from tui.store.ledgers_shown import Shown

                self._shown = Shown(self._index, self._notebook, self._kept)
            return ask(self._shown)

    def _change(self, change: Callable[[], T]) -> T:
        raise NotImplementedError


def _same_article(one: FigureAt, two: FigureAt) -> bool:
    return one.path == two.path or bool(one.article_id and one.article_id == two.article_id)


def _told(rows: Sequence[LedgerRow]) -> str:
    first = rows[0].phrase
    return first if len(rows) == 1 else f"{first} and {len(rows) - 1} more"
