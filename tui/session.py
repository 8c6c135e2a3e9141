"""What the reader is doing now, as plain data, and what each step makes of it.

A `Session` is frozen; every function gives the next one. Offsets are into the body of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.actions import PANES, Pane
from tui.finding import Span, search
from tui.items import TABS, Item, Tab, mark_of, place_of, span, starts
from tui.parts import same_place

if TYPE_CHECKING:
    from tui.store.marked import Placed
    from tui.store.views import Sort
    from tui.text.article import Article, FigureKind

Order = Literal["position", "value", "kind"]
Spot = tuple[int, int]
"""A line of the text as the reader sees it, with or without what was cut: two of them compare."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in an article before going to one that is related to it."""

    key: str
    pane: Pane
    tab: Tab
    cursor: int
    item: Item | None
    stripped: bool
    zen: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Session:
    """What is open, where the reader is in it, and what is shown.

    `filter` is what narrows the list, as it was typed; `sort` is its order, and `unfolded` are
    the stories of which all copies are shown. `sought` is where its words stand in the article.
    `order` and `kind` say how the figures are told in the panel, and of which kind; all where that
    is None. `query` is what is to be found in the article; `hits` are of that, or else `sought`.
    `related` holds, for each teaser of the article, the key of its own article in the corpus;
    `marks` are one's own in the article, in the order in which they are told in the panel, and
    `evidence` is what speaks for and against the claims among them, wherever it stands;
    `history` the places to go back to, the last one first to go to. `own` is the id of the mark
    of one's own that the reader is on. `selection` is where selecting began and how far it is, a
    stretch of the body from one to the other; the second one moves.
    """

    key: str | None = None
    article: Article | None = None
    related: tuple[str | None, ...] = ()
    marks: tuple[Placed, ...] = ()
    evidence: tuple[Placed, ...] = ()
    history: tuple[Place, ...] = ()
    problem: str | None = None
    pane: Pane = "list"
    tab: Tab = "figures"
    order: Order = "position"
    kind: FigureKind | None = None
    filter: str = ""
    sort: Sort = "path"
    unfolded: frozenset[int] = frozenset()
    sought: tuple[Span, ...] = ()
    cursor: int = 0
    item: Item | None = None
    own: str | None = None
    selection: Span | None = None
    query: str = ""
    hits: tuple[Span, ...] = ()
    hit: int | None = None
    stripped: bool = False
    zen: bool = False


def want(session: Session, key: str | None) -> Session:
    """The session with another article asked for; it is not there yet."""
    if key == session.key:
        return session
    return replace(
        session,
        key=key,
        article=None,
        related=(),
        marks=(),
        evidence=(),
        history=(),
        problem=None,
        cursor=0,
        item=None,
        own=None,
        selection=None,
        sought=(),
        hits=(),
        hit=None,
    )


def follow(session: Session, key: str, spot: Spot) -> Session:
    """The reader goes from a teaser to its article; `back` comes back to this place."""
    here = session
    if here.key is None or here.key == key:
        return focus(here, "article")
    place = Place(
        here.key, here.pane, here.tab, here.cursor, here.item, here.stripped, here.zen, spot
    )
    return focus(replace(want(here, key), history=(*here.history, place)), "article")


def receive(
    session: Session, key: str, article: Article, related: tuple[str | None, ...] = ()
) -> Session:
    """The article has come; one that is no longer wanted changes nothing.

    Where it was there already and was read again, cursor and item stay with their words. What is
    `sought` in it was told before.
    """
    if key != session.key:
        return session
    hits = search(article.body, session.query) if session.query else session.sought
    new = replace(session, article=article, related=related, problem=None, hits=hits)
    old = session.article
    if old is None:
        return new
    hit = min(session.hit, len(hits) - 1) if session.hit is not None and hits else None
    item = _same_item(old, article, session.item)
    cursor, selection = same_place(old, article, session.cursor), _same_span(old, article, session)
    return replace(new, cursor=cursor, hit=hit, item=item, selection=selection)


def _same_span(old: Article, new: Article, session: Session) -> Span | None:
    """What is selected where those words are now; nothing, where they are not to be found."""
    if session.selection is None:
        return None
    anchor, head = session.selection
    first, last = same_place(old, new, anchor), same_place(old, new, head)
    words = old.body[min(anchor, head) : max(anchor, head)]
    if new.body[min(first, last) : max(first, last)] == words:
        return first, last
    at = new.body.find(words)
    if at < 0 or new.body.find(words, at + 1) >= 0:
        return None
    return at + max(0, anchor - head), at + max(0, head - anchor)


def _same_item(old: Article, new: Article, item: Item | None) -> Item | None:
    if item is not None and (item.own or item.tab == "notes"):
        return item  # the marks are told anew right after this
    place = span(old, item) if item is not None else None
    if item is None or place is None:
        return item if item and item.tab == "related" and item.index < len(new.related) else None
    start = same_place(old, new, place[0])
    return next((found for at, _, found in starts(new, item.tab) if at == start), None)


def marked(session: Session, marks: tuple[Placed, ...]) -> Session:
    """One's own marks in the article came, or are others now; what was chosen of them stays so."""
    item = session.item
    if item is not None and (here := mark_of(item, session.marks)) is not None:
        old = here.mark.id
        places = (i for i, placed in enumerate(marks) if placed.mark.id == old)
        at = next(places, None)
        item = None if at is None else replace(item, index=at)
        if item is not None and item.own and item not in _claims(session, marks):
            item = None  # it is on words in which a claim is found by now
    return replace(session, marks=marks, item=item)


def _claims(session: Session, marks: tuple[Placed, ...]) -> list[Item]:
    article = session.article
    return [item for _, _, item in starts(article, "claims", marks)] if article else []


def fail(session: Session, key: str, problem: str) -> Session:
    """The article could not be read, and why."""
    if key != session.key:
        return session
    return replace(session, article=None, problem=problem)


def focus(session: Session, pane: Pane) -> Session:
    """The reader goes to a pane; the list is not to be seen alone, so that ends reading alone."""
    selection = session.selection if pane == "article" else None
    zen = session.zen and pane == "article"
    return replace(session, pane=pane, zen=zen, selection=selection)


def beside(session: Session, step: int, around: bool = False) -> Session:
    """The reader goes to the pane that is `step` to the right; `around` starts again at the end."""
    place = PANES.index(session.pane) + step
    if around:
        place %= len(PANES)
    return focus(session, PANES[max(0, min(place, len(PANES) - 1))])


def enter_panel(session: Session) -> Session:
    """In the panel something is always chosen: what stands next after the cursor, or the last."""
    if session.article is None or session.pane != "panel" or session.item is not None:
        return session
    places = _shown(session, session.article)
    if not places and session.tab == "notes" and session.marks:
        return choose(session, Item("notes", 0))  # about the article as a whole
    if not places:
        return session
    at = bisect_left(places, session.cursor, key=lambda place: place[0])
    return choose(session, places[min(at, len(places) - 1)][2])


def own_here(session: Session) -> Placed | None:
    """The mark of one's own that the reader is on: its row is chosen, or it was stepped to."""
    item = session.item
    if item is not None and (item.own or item.tab == "notes"):
        return mark_of(item, session.marks)
    return next((each for each in session.marks if each.mark.id == session.own), None)


def on_own(session: Session, start: int, end: int) -> Session:
    """The reader is on the line from `start` to `end`, and on a mark there, if on none yet.

    One of somebody else is only gone to.
    """
    if own_here(session) is not None or session.pane != "article":
        return session
    mine = replace(session, marks=tuple(each for each in session.marks if not each.mark.by))
    return replace(session, own=_own_on(mine, start, end))


def _own_on(session: Session, start: int, end: int) -> str | None:
    """The id of the mark the reader is on between two offsets.

    That is the one of before if it touches them, else the first to begin there, else the last of
    those that began before.
    """
    here = own_here(session)
    at = place_of(here) if here is not None else None
    if here is not None and at is not None and at[0] < end and at[1] > start:
        return here.mark.id
    places = [(*at, each.mark.id) for each in session.marks if (at := place_of(each))]
    touching = sorted(place for place in places if place[0] < end and place[1] > start)
    begun = [name for first, _, name in touching if first >= start]
    return begun[0] if begun else touching[-1][2] if touching else None


def _shown(session: Session, article: Article) -> tuple[tuple[int, int, Item], ...]:
    places = starts(article, session.tab, session.marks)
    if session.tab != "figures" or session.kind is None:
        return places
    return tuple(at for at in places if article.figures[at[2].index].kind == session.kind)


def back(session: Session) -> Session | None:
    """One step back towards the list, and there out of the filter; None where that was all."""
    if session.query:
        return replace(session, query="", hits=session.sought, hit=None)
    *before, last = session.history or (None,)
    if session.zen and not (last and last.zen):
        return replace(session, zen=False)
    if last and session.pane == "article":
        return replace(
            want(session, last.key),
            history=tuple(before),
            pane=last.pane,
            tab=last.tab,
            cursor=last.cursor,
            item=last.item,
            stripped=last.stripped,
            zen=last.zen,
        )
    if session.pane == "list":
        return replace(session, filter="") if session.filter else None
    return beside(session, -1)


def turn(session: Session, step: int) -> Session:
    """The tab of the panel that is `step` further."""
    tab = TABS[(TABS.index(session.tab) + step) % len(TABS)]
    return replace(session, tab=tab, item=None)


def move(session: Session, start: int, end: int) -> Session:
    """The cursor came to the line from `start` to `end`; what begins there is now the item."""
    if session.article is None:
        return session
    item = session.item
    here = span(session.article, item, session.marks) if item is not None else None
    if here is None or not start <= here[0] < end:
        places = starts(session.article, session.tab, session.marks)
        first = bisect_left(places, start, key=lambda place: place[0])
        item = places[first][2] if first < len(places) and places[first][0] < end else None
    return replace(session, cursor=start, item=item, own=_own_on(session, start, end))


def choose(session: Session, item: Item | None) -> Session:
    """An item was chosen in the panel; the cursor goes to where it stands."""
    if session.article is None or item is None:
        return replace(session, item=item)
    place = span(session.article, item, session.marks)
    here = replace(session, item=item, tab=item.tab)
    return replace(here, cursor=place[0], own=_own_on(session, *place)) if place else here


def arrive(session: Session, position: int, tab: Tab | None = None) -> Session:
    """The reader comes to a position in the article; what a tab has there is chosen."""
    if session.article is None:
        return session
    here = replace(session, cursor=position, own=_own_on(session, position, position + 1))
    if tab is None:
        return here
    places = starts(session.article, tab, session.marks)
    item = next((found for start, _, found in places if start == position), None)
    return choose(replace(here, tab=tab), item)


def step_item(session: Session, tab: Tab, step: int) -> Session | None:
    """The next figure, actor or claim after the cursor, or the one before; None past the last."""
    if session.article is None:
        return None
    places = starts(session.article, tab, session.marks)
    begins = [place[0] for place in places]
    current = session.item
    if current is not None and any(place[2] == current for place in places):
        at = next(i for i, place in enumerate(places) if place[2] == current) + step
    elif step > 0:
        at = bisect_left(begins, session.cursor)
    else:
        at = bisect_left(begins, session.cursor) - 1
    return choose(session, places[at][2]) if 0 <= at < len(places) else None


def step_mention(session: Session) -> Session:
    """The next mention of the actor that is chosen, and after the last the first again."""
    item = session.item
    if session.article is None or item is None or item.tab != "actors":
        return session
    count = len(session.article.actors[item.index].mentions)
    return choose(session, replace(item, mention=(item.mention + 1) % max(1, count)))
