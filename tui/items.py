"""What stands where in an article: figures, actors and claims as items, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.finding import Span
    from tui.store.marked import Placed
    from tui.text.article import Article

Tab = Literal["figures", "actors", "claims", "related", "notes"]
TABS: tuple[Tab, ...] = ("figures", "actors", "claims", "related", "notes")


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the panel: the tab, the index in the article, and for an actor which mention.

    Of the tab of notes it is the index in the marks of the article, and so it is of a claim that
    a person made where none was found (`own`).
    """

    tab: Tab
    index: int
    mention: int = 0
    own: bool = False


# Asked for at every key, and always of the article that is open: that of each tab is kept.
_places: dict[Tab, tuple[Article, tuple[tuple[int, int, Item], ...]]] = {}
_with_made: list[tuple[Article, Sequence[Placed], tuple[tuple[int, int, Item], ...]]] = []


def starts(
    article: Article, tab: Tab, marks: Sequence[Placed] = ()
) -> tuple[tuple[int, int, Item], ...]:
    """Start, end and item of all that a tab holds, in the order of the text."""
    if tab == "notes":
        places = enumerate(map(place_of, marks))
        found = [(*at, Item(tab, i)) for i, at in places if at is not None]
        return tuple(sorted(found, key=lambda place: place[:2]))
    known = _places.get(tab)
    if known is None or known[0] is not article:
        known = _places[tab] = article, _starts(article, tab)
    return _with_own(article, known[1], marks) if tab == "claims" and marks else known[1]


def _with_own(
    article: Article, found: tuple[tuple[int, int, Item], ...], marks: Sequence[Placed]
) -> tuple[tuple[int, int, Item], ...]:
    """The claims that were found, and among them those that a person made."""
    if not _with_made or _with_made[0][0] is not article or _with_made[0][1] is not marks:
        from tui.claims import made_in

        made = ((place_of(marks[i]), Item("claims", i, own=True)) for i in made_in(article, marks))
        own = [(*at, item) for at, item in made if at is not None]
        _with_made[:] = [(article, marks, tuple(sorted((*found, *own), key=lambda at: at[:2])))]
    return _with_made[0][2]


def _starts(article: Article, tab: Tab) -> tuple[tuple[int, int, Item], ...]:
    found: list[tuple[int, int, Item]] = []
    if tab == "figures":
        found = [(f.start, f.end, Item(tab, i)) for i, f in enumerate(article.figures)]
    elif tab == "claims":
        found = [(c.start, c.end, Item(tab, i)) for i, c in enumerate(article.claims)]
    elif tab == "actors":
        found = [
            (mention.start, mention.end, Item(tab, i, nth))
            for i, actor in enumerate(article.actors)
            for nth, mention in enumerate(actor.mentions)
        ]
    return tuple(sorted(found, key=lambda place: (place[0], place[1])))


def mark_of(item: Item | None, marks: Sequence[Placed]) -> Placed | None:
    """The mark of one's own that an item stands for; None for what was found in the article."""
    if item is None or not (item.own or item.tab == "notes") or item.index >= len(marks):
        return None
    return marks[item.index]


def place_of(placed: Placed) -> Span | None:
    """Where one's own mark stands in the body; None where it is about all of it, or elsewhere."""
    mark = placed.mark
    inside = mark.selector is not None and mark.part == "body" and placed.state != "ORPHAN"
    return (placed.start, placed.end) if inside else None


def span(article: Article, item: Item, marks: Sequence[Placed] = ()) -> Span | None:
    """Where an item stands in the body; None where it does not, as a teaser."""
    if item.own or item.tab == "notes":
        placed = mark_of(item, marks)
        return place_of(placed) if placed is not None else None
    if item.tab == "figures":
        figure = article.figures[item.index]
        return figure.start, figure.end
    if item.tab == "claims":
        claim = article.claims[item.index]
        return claim.start, claim.end
    if item.tab == "actors" and article.actors[item.index].mentions:
        mention = article.actors[item.index].mentions[item.mention]
        return mention.start, mention.end
    return None


def items_on(article: Article, start: int, end: int) -> tuple[Item, ...]:
    """What a stretch of the body touches, in the order of the text; each actor once."""
    found = (
        (begin, until, item)
        for tab in TABS
        for begin, until, item in starts(article, tab)
        if begin < end and until > start
    )
    seen: dict[tuple[Tab, int], Item] = {}
    for _, _, item in sorted(found, key=lambda place: place[:2]):
        seen.setdefault((item.tab, item.index), item)
    return tuple(seen.values())
