"""What the notebook asks of the library, in threads: all marks, those that fit, one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from tui.screens.notebook_filter import Filter, Sieve, parse
from tui.screens.notebook_rows import Group, Rowed, grouped, quote_of
from tui.screens.notebook_telling import Known
from tui.store.marked import Placed
from tui.widgets.tag_looks import Colours, colours_of

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.text.article import Article

PROGRESS = 0.2
"""Seconds after which it is told again how many marks were looked for."""
RAREST, LOOKED_UP, SHORTEST = 3, 12, 4
"""Words of a quote that are searched for, those whose number is looked up, letters of one."""


class View(NamedTuple):
    """What is listed of the notebook, and under which names."""

    text: str = ""
    by: Group = "article"


@dataclass(frozen=True, slots=True)
class Notes:
    """All marks, the newest first, the evidence of each claim by its id, the colours of tags.

    `version` is that of the library when they were asked for.
    """

    marks: tuple[Placed, ...] = ()
    by_id: Mapping[str, Placed] = field(default_factory=dict)
    evidence: Mapping[str, Sequence[Placed]] = field(default_factory=dict)
    colours: Colours = field(default_factory=dict)
    version: int = 0

    def known(self, placed: Placed, text: str = "") -> Known:
        """A mark with those that belong to it."""
        mark = placed.mark
        claim = self.by_id.get(mark.of)
        return Known(placed, self.evidence.get(mark.id, ()), claim, text, self.colours)


class Asked(NamedTuple):
    """Which marks are to be listed; the cursor was at a row, on the mark with an id."""

    notes: Notes
    view: View
    at: int
    id: str | None


@dataclass(eq=False, repr=False)
class Looking(Message):
    """So many marks were looked for by now."""

    done: int


@dataclass(eq=False, repr=False)
class Gathered(Message):
    """All marks."""

    notes: Notes


@dataclass(eq=False, repr=False)
class Listed(Message):
    """The marks of a view, and where the cursor is to go."""

    view: View
    wanted: Filter
    rows: Rowed
    at: int | None


@dataclass(eq=False, repr=False)
class Read(Message):
    """The text in which a mark may be now."""

    placed: Placed
    text: str


@dataclass(eq=False, repr=False)
class Rare(Message):
    """The query for the rarest words of a quote; empty where no article has any of them."""

    query: str


def gathered(
    library: Library, post: Callable[[Message], object], left: Callable[[], bool]
) -> Gathered:
    """All marks; how far that is is posted, and whoever `left` is not waited for."""
    found: list[Placed] = []
    told, version = monotonic(), library.version
    for placed in library.iter_marks():
        found.append(placed)
        if left():
            break
        if monotonic() - told > PROGRESS:
            told = monotonic()
            post(Looking(len(found)))
    evidence: dict[str, list[Placed]] = {}
    for placed in found:
        if placed.mark.of:
            evidence.setdefault(placed.mark.of, []).append(placed)
    colours = colours_of(library.tags())
    return Gathered(Notes(tuple(found), {p.mark.id: p for p in found}, evidence, colours, version))


def listed(sieve: Sieve, asked: Asked) -> Listed:
    """The marks that fit, in their groups."""
    wanted = parse(asked.view.text)
    rows = grouped(sieve.fitting(asked.notes.marks, wanted), asked.view.by, asked.notes.colours)
    at = rows.find(asked.id, asked.at)
    if at is None and asked.id is not None:  # it is gone: what stands there now
        at = next((at for at in range(min(asked.at, len(rows) - 1), -1, -1) if rows.placed(at)), 1)
    return Listed(asked.view, wanted, rows, at if len(rows) else None)


def read(library: Library, placed: Placed) -> Read:
    """The text in which a mark whose words changed may be now; nothing where it cannot be read."""
    from tui.store.answers import ReadError

    if placed.key is None:
        return Read(placed, "")
    try:
        article = library.article(placed.key)
    except ReadError:
        return Read(placed, "")
    return Read(placed, _part(article, placed))


def _part(article: Article, placed: Placed) -> str:
    places = placed.anchor.places if placed.anchor else ()
    part = places[0].part if places else placed.mark.part
    return article.body if part == "body" else article.title or ""


def rare(library: Library, placed: Placed) -> Rare:
    """What to search for to find a quote again: its words that stand in the fewest articles."""
    from tui.store.query import parse as query_of

    words = dict.fromkeys(re.findall(r"\w[\w'-]*\w", quote_of(placed.mark)))
    likely = [word for word in words if len(word) >= SHORTEST or any(map(str.isdigit, word))]
    likely.sort(key=lambda word: (word.islower(), -len(word)))
    counts = {f'"{word}"': 0 for word in likely[:LOOKED_UP]}
    for word in counts:
        counts[word] = library.view(query_of(word)).found
    found = sorted((word for word in counts if counts[word]), key=counts.__getitem__)[:RAREST]
    while len(found) > 1 and not library.view(query_of(" ".join(found))).found:
        found.pop()
    return Rare(" ".join(found))
