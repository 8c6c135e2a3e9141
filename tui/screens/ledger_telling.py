"""How the series of the store and their rows are told: in rows, points of a plot, and words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.ledger_rows import RELATIONS, RowShown, Telling
from tui.widgets.plot import Point
from tui.widgets.plot_axes import short
from tui.widgets.plot_view import Chart
from tui.widgets.series_list import SeriesRow

if TYPE_CHECKING:
    from tui.store.disagreement import Disagreement
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Line, Sheet
    from tui.store.ledger_order import Placed

OWN = "own voice"
UNTOLD = {"ordered": "in order", "undated": "no day"}
WEIGHTS = ("rival", "settled", "revised")
"""Of the ways in which a row stands to others the first of these is told."""


class Page(NamedTuple):
    """All that is shown of a series: its chart, its rows, and how they stand to each other.

    `pairs` holds the two keys of each pair of rows, in any order.
    """

    sheet: Sheet
    chart: Chart
    rows: tuple[RowShown, ...]
    pairs: dict[frozenset[str], Disagreement]

    def placed(self, key: str) -> Placed | None:
        """The row of a key."""
        return next((one for one in self.sheet.placed if one.row.key == key), None)

    def related(self, key: str) -> dict[str, str]:
        """How the other rows stand to one."""
        return {
            row.key: found.relation
            for row in self.rows
            if (found := self.pairs.get(frozenset((key, row.key)))) is not None
        }

    def rivals(self, key: str, relation: str = "rival") -> list[str]:
        """The rows that stand so to one."""
        return [other for other, found in self.related(key).items() if found == relation]


def listed(line: Line) -> SeriesRow:
    """A series for the list."""
    return SeriesRow(
        line.id,
        safe_line(line.name),
        line.rows,
        span(line),
        line.values,
        line.rivals,
        line.ruled,
    )


def span(line: Line) -> str:
    """The values of a series: `1.500 – 12.000`, with the unit there is."""
    if line.low is None or line.high is None:
        return safe_line(line.unit)
    ends = dict.fromkeys(map(short, (line.low, line.high)))
    unit = "" if not line.unit else line.unit if line.unit == "%" else f" {safe_line(line.unit)}"
    return " – ".join(ends) + unit


def told(sheet: Sheet) -> Page:
    """All that is shown of a series."""
    who: dict[str, int] = {}
    names: list[str] = []
    points, rows = [], []
    for placed in sheet.placed:
        row = placed.row
        name = safe_line(row.who) if row.speaker is not None else OWN
        number = who.setdefault(row.mouth if row.speaker is not None else OWN, len(who))
        if number == len(names):
            names.append(name)
        points.append(_point(placed, number))
        rows.append(
            RowShown(
                row.key,
                value(row),
                number,
                speaker(row),
                row.stance or "",
                _when(placed),
                safe_line(row.title or row.path),
                row.planned,
            )
        )
    chart = Chart(
        safe_line(sheet.line.name), _about(sheet, len(names)), tuple(names), tuple(points)
    )
    pairs = {frozenset((one.one.key, one.two.key)): one for one in sheet.disagreements}
    return Page(sheet, chart, tuple(rows), pairs)


def _about(sheet: Sheet, speakers: int) -> tuple[str, ...]:
    """How much there is of a series, in more and in fewer words."""
    line = sheet.line
    rows = wording.plural(line.rows, "row")
    articles = wording.plural(line.articles, "article")
    who = wording.plural(speakers, "speaker")
    rest = [f"≠ {line.rivals}"] if line.rivals else []
    rest += [safe_line(line.unit)] if line.unit else []
    every = ([rows, articles, who, *rest], [rows, who, *rest], [rows, *rest])
    return tuple(" · ".join(parts) for parts in every)


def _point(placed: Placed, who: int) -> Point:
    row = placed.row
    day: int | None = None
    if placed.day is not None:
        try:
            day = date.fromisoformat(placed.day).toordinal()
        except ValueError:
            day = None
    return Point(
        *(row.value, row.low, row.high, day, who),
        hedge=row.hedge or "",
        planned=row.planned,
        lane=placed.lane,
    )


def value(row: LedgerRow) -> str:
    """A figure in short, with its hedge as a sign: `≥ 1.500`, `8–13`, `~ 6,7 mld`."""
    if row.value is not None:
        found = short(row.value)
    elif row.low is not None and row.high is not None:
        found = f"{short(row.low)}–{short(row.high)}"
    elif row.low is not None:
        found = f"≥ {short(row.low)}"
    elif row.high is not None:
        found = f"≤ {short(row.high)}"
    else:
        return safe_line(row.phrase)
    sign = f"{wording.HEDGES[row.hedge]} " if row.hedge in wording.HEDGES else ""
    return found if found.startswith(sign) else sign + found


def speaker(row: LedgerRow) -> str:
    """In whose mouth a figure is: `Seoul via ANP`, `own voice · kustbode.nl`."""
    if row.speaker is None:
        return safe_line(f"headline: {row.heading}" if row.heading else f"{OWN} · {row.voice}")
    return safe_line(f"{row.speaker} via {row.via}" if row.via else row.speaker)


def _when(placed: Placed) -> str:
    if placed.day is None:
        return UNTOLD.get(placed.lane, "no day")
    told = wording.date(placed.day)
    return f"said {told}" if placed.basis == "said" else told


def telling(page: Page, key: str, beside: str | None = None) -> Telling:
    """Why a row is in its series, and how it stands to another, else to those it clashes with."""
    placed = page.placed(key)
    if placed is None:
        return Telling()
    row = placed.row
    days = {"said": "said for", "dated": "dated by you", "published": "published"}
    parts = [safe_line(row.title or row.path)]
    if placed.day is not None:
        parts.append(f"{days.get(placed.basis or '', '')} {wording.date(placed.day)}")
    if row.actor is not None and row.actor != row.speaker:
        parts.append(safe_line(f"{row.speaker} is {row.actor}"))
    if row.planned:
        parts.append("planned")
    if row.part_of:
        parts.append("a part of another figure")
    if row.copies:
        parts.append(wording.plural(len(row.copies), "copy").replace("copys", "copies"))
    if row.why:
        parts.append("here by " + safe_line(" · ".join(row.why)))
    notes = (" · ".join(parts), _stands(page, key, beside))
    return Telling(safe_line(row.sentence), tuple(filter(None, notes)))


def _stands(page: Page, key: str, beside: str | None) -> str:
    if beside is not None and beside != key:
        found = page.pairs.get(frozenset((key, beside)))
        return _pair(found, key) if found is not None else ""
    for relation in WEIGHTS:
        others = page.rivals(key, relation)
        if others:
            words = _pair(page.pairs[frozenset((key, others[0]))], key)
            return f"{words} · {len(others) - 1} more" if len(others) > 1 else words
    return ""


def _pair(found: Disagreement, key: str) -> str:
    other = found.two if found.one.key == key else found.one
    name = f"{speaker(other)} {value(other)}"
    why = found.why.removeprefix(f"{found.one.who} and {found.two.who} ")
    why = f"not a contradiction: {why}" if found.relation == "settled" else why
    return safe_line(f"{RELATIONS[found.relation]} {name}: {why}")
