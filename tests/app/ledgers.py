"""The ledger of a made-up corpus, in memory; and a storm of which many speak in numbers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.finding import fold
from tui.store.disagreement import disagreements
from tui.store.ledger import LedgerRow, Speaker, row_key
from tui.store.ledger_face import SPARK, Book, Gathering, Line, Sheet
from tui.store.ledger_order import placed
from tui.store.ledgers_record import Record, Strand, changes

if TYPE_CHECKING:
    from tui.text.article import Article


class Ledger(NamedTuple):
    """The rows of each series by its id, the names, and what a person ruled of pairs and days."""

    series: Mapping[str, tuple[LedgerRow, ...]]
    names: Mapping[str, str]
    settled: Mapping[frozenset[str], str]
    days: Mapping[str, str]
    ruled: frozenset[str] = frozenset()


NOTHING = Ledger({}, {}, {}, {})


class Ledgers:
    """The series of a library that were put into it.

    `stale` series show only once they were gathered; `gathered` counts how often that was asked,
    `behind` how often while nobody waited for it.
    Without `records` nobody has the name any more of which one is asked for.
    """

    hold: threading.Event
    _articles: dict[str, Article]

    if TYPE_CHECKING:

        def _keep(self, words: str) -> None: ...

    def __init__(self) -> None:
        self.ledger = NOTHING
        self.stale: Ledger | None = None
        self.gathered = self.behind = 0
        self.records = True

    def add_series(self, id: str, rows: Sequence[LedgerRow]) -> None:
        """Put a series in, with the name that its rows give it."""
        ledger = self.ledger
        self.ledger = ledger._replace(
            series={**ledger.series, id: tuple(rows)}, names={**ledger.names, id: rows[0].series}
        )

    def gather_series(
        self, told: Callable[[Gathering], None], cancelled: Callable[[], bool]
    ) -> None:
        self.gathered += 1
        if self.stale is not None:
            told(Gathering("gathering", 3, 1200))
            self.hold.wait(5)
            if not cancelled():
                self.ledger, self.stale = self.stale, None

    def gather_behind(self, cancelled: Callable[[], bool]) -> None:
        self.behind += 1

    def book(self, text: str = "") -> Book:
        assert threading.current_thread() is not threading.main_thread()
        lines = [self._line(id) for id, rows in self.ledger.series.items() if len(rows) > 1]
        words = fold(text)[0].split()
        fitting = [
            line
            for line in lines
            if all(any(n.startswith(w) for n in fold(line.name)[0].split()) for w in words)
        ]
        order = sorted(fitting, key=lambda line: (-line.articles, line.name))
        return Book(tuple(order), len(lines), self.stale is not None)

    def sheet(self, series_id: str) -> Sheet | None:
        assert threading.current_thread() is not threading.main_thread()
        if series_id not in self.ledger.series:
            return None
        rows = self._rows(series_id)
        found = disagreements([one.row for one in placed(rows)], self.ledger.settled)
        return Sheet(self._line(series_id), placed(rows), found, ())

    def record(self, actor: str, most: int | None = None) -> Record | None:
        assert threading.current_thread() is not threading.main_thread()
        strands = []
        for id, name in self.ledger.names.items():
            mine = [one for one in placed(self._rows(id)) if one.row.actor_key == actor]
            if mine:
                unit = "EUR" if mine[0].row.kind == "money" else ""
                strands.append(Strand(id, name, unit, changes(mine)))
        told = tuple(sorted(strands, key=lambda strand: -len(strand.said)))
        name = actor.partition(":")[2]
        passed = 5 if most is not None and name == "gemeente" else 0
        return Record(actor, name, (name,), told, 7, passed) if self.records else None

    def called(self, name: str, *, whole: bool = True) -> tuple[Speaker, ...]:
        rows = [row for rows in self.ledger.series.values() for row in rows if row.actor]
        found = {Speaker(row.actor_key, row.who) for row in rows}
        fits = (lambda one: one.name == name) if whole else (lambda one: one.name.startswith(name))
        return tuple(sorted(filter(fits, found)))

    def series_at(self, key: str, figure: int) -> tuple[str, str] | None:
        wanted = row_key(key, figure)
        for id, rows in self.ledger.series.items():
            if any(row.key == wanted for row in rows):
                return id, wanted
        return None

    def place_of_row(self, row: LedgerRow) -> tuple[str, int, int]:
        if row.path not in self._articles:
            raise KeyError(row.path)
        return row.path, row.start, row.end

    def merge_series(self, ids: Sequence[str], into: str) -> str:
        rows = [row for id in (into, *ids) for row in self.ledger.series[id]]
        self._keep(f"{len(ids) + 1} series are one")
        left = {id: rows for id, rows in self.ledger.series.items() if id not in ids}
        self._rule(into, series={**left, into: tuple(rows)})
        return f"{self.ledger.names[into]} takes {len(ids)} more in"

    def split_rows(self, series_id: str, row_keys: Sequence[str]) -> str:
        rows = self.ledger.series[series_id]
        away = tuple(row for row in rows if row.key in row_keys)
        if len(away) != len(row_keys):
            raise KeyError(series_id)
        self._keep(f"{len(away)} rows split off")
        new = f"{series_id}-{len(self.ledger.series)}"
        left = tuple(row for row in rows if row.key not in row_keys)
        names = {**self.ledger.names, new: away[0].phrase}
        self._rule(new, series={**self.ledger.series, series_id: left, new: away}, names=names)
        return f"{len(away)} split off from {self.ledger.names[series_id]}"

    def rename_series(self, series_id: str, name: str) -> str:
        self._keep(f"series named {name}")
        own = self.ledger.series[series_id][0].series
        self._rule(series_id, names={**self.ledger.names, series_id: name or own})
        return f"the series is called {name or own}"

    def settle_rows(self, one: str, two: str, reason: str) -> str:
        self._keep("no contradiction" if reason else "a contradiction again")
        settled = {**self.ledger.settled, frozenset((one, two)): reason}
        self.ledger = self.ledger._replace(settled={k: why for k, why in settled.items() if why})
        return "no contradiction" if reason else "a contradiction again"

    def date_article(self, key: str, day: str | None) -> str:
        self._keep(f"{key} is of {day}")
        days = {**self.ledger.days, key: day}
        self.ledger = self.ledger._replace(days={k: on for k, on in days.items() if on})
        return f"the article is of {day}" if day else "the article has its own day again"

    def _rule(self, id: str, **other: Any) -> None:
        ruled = self.ledger.ruled | {id}
        self.ledger = self.ledger._replace(**{**other, "ruled": ruled})

    def _rows(self, id: str) -> list[LedgerRow]:
        days, name = self.ledger.days, self.ledger.names[id]
        rows = self.ledger.series[id]
        return [replace(row, series=name, dated=days.get(row.path)) for row in rows]

    def _line(self, id: str) -> Line:
        rows = self._rows(id)
        order = [one.row for one in placed(rows)]
        ends = [n for row in rows for n in (row.value, row.low, row.high) if n is not None]
        middles = [row.value or ((row.low or 0) + (row.high or 0)) / 2 for row in order]
        clashing = [d for d in disagreements(order, self.ledger.settled) if d.relation == "rival"]
        return Line(
            *(id, self.ledger.names[id], len(rows), len({row.path for row in rows})),
            speakers=len({row.speaker for row in rows}),
            rivals=len(clashing),
            low=min(ends, default=None),
            high=max(ends, default=None),
            unit="EUR" if rows[0].kind == "money" else "",
            values=tuple(middles[:SPARK]),
            ruled=id in self.ledger.ruled,
        )
