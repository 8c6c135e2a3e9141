"""What the screen of the ledger asks of the library, in threads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.message import Message

from tui.screens.ledger_telling import Page, listed, told
from tui.widgets.series_list import SeriesRow

if TYPE_CHECKING:
    from tui.screens import record
    from tui.store.ledger import LedgerRow
    from tui.store.ledger_face import Gathering, Line
    from tui.store.library import Library

By = Literal["articles", "contradictions", "name"]
ORDERS: tuple[By, ...] = ("articles", "contradictions", "name")


class View(NamedTuple):
    """Which series are listed, by words of their names, and in which order; the scale of plots."""

    text: str = ""
    by: By = "articles"
    log: bool = False


class Spot(NamedTuple):
    """Where in the ledger: a series and a row of it; or a figure of an article, to look for.

    `figure` is the key of the article and the number of the figure in it. `record` is where the
    reader is in the record of an actor, that lies over the ledger.
    """

    id: str | None = None
    row: str | None = None
    figure: tuple[str, int] | None = None
    record: record.Spot | None = None


@dataclass(eq=False, repr=False)
class Listed(Message):
    """The series that fit, of how many.

    `spot` is what was asked for, with the series where a figure led to one; `lost` tells that it
    led to none.
    """

    view: View
    rows: list[SeriesRow]
    total: int
    spot: Spot
    lost: bool = False


@dataclass(eq=False, repr=False)
class Told(Message):
    """All of a series; None where it is not there any more."""

    id: str
    page: Page | None


@dataclass(eq=False, repr=False)
class Growing(Message):
    """How far the series are gathered."""

    gathering: Gathering


@dataclass(eq=False, repr=False)
class Gathered(Message):
    """The series are up to date, as far as that was not left off."""


@dataclass(eq=False, repr=False)
class Found(Message):
    """Where a row stands; None where its page is gone."""

    go: tuple[str, int] | None


def place(library: Library, row: LedgerRow) -> Found:
    """Where a row stands."""
    try:
        key, start, _ = library.place_of_row(row)
    except KeyError:
        return Found(None)
    return Found((key, start))


def series(library: Library, view: View, spot: Spot) -> Listed:
    """The series that fit what is asked, and where among them a spot is.

    One that is not listed by itself, of a single figure, stands before them where it is asked for.
    """
    lost = False
    if spot.figure is not None:
        found = library.series_at(*spot.figure)
        lost = found is None
        spot = Spot(*found) if found is not None else spot
    book = library.book(view.text)
    lines = list(_ordered(book.lines, view.by))
    if spot.id is not None and not view.text and all(line.id != spot.id for line in lines):
        sheet = library.sheet(spot.id)
        if sheet is not None:
            lines.insert(0, sheet.line)
    return Listed(view, [listed(line) for line in lines], book.total, spot, lost)


def _ordered(lines: Sequence[Line], by: By) -> Sequence[Line]:
    if by == "name":
        return sorted(lines, key=lambda line: line.name.casefold())
    return sorted(lines, key=lambda line: -line.rivals) if by == "contradictions" else lines


def page(library: Library, id: str) -> Told:
    """All of a series."""
    sheet = library.sheet(id)
    return Told(id, told(sheet) if sheet is not None else None)
