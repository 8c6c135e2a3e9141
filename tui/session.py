"""What the reader is doing now, as plain data, and what each step makes of it.

A `Session` is frozen; every function gives the next one. Offsets are into the body of the article.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol

from tui.keys import PANES, Pane

if TYPE_CHECKING:
    from tui.text.article import Article

Tab = Literal["figures", "actors", "claims", "related"]
TABS: tuple[Tab, ...] = ("figures", "actors", "claims", "related")
Span = tuple[int, int]


class Entry(Protocol):
    """One article in the list, as the store gives it."""

    @property
    def key(self) -> str:
        """The name of the article in the corpus: unique, and safe to print."""

    @property
    def title(self) -> str:
        """The headline, or the file name."""

    @property
    def published(self) -> str | None:
        """When it was published: ISO 8601, perhaps only the year and the month."""

    @property
    def state(self) -> Literal["waiting", "ready", "failed"]:
        """Whether it has been read."""

    @property
    def figures(self) -> int:
        """How many figures stand in it."""

    @property
    def claims(self) -> int:
        """How many claims stand in it."""

    @property
    def bookmarks(self) -> int:
        """How many bookmarks it has."""

    @property
    def problem(self) -> str | None:
        """Why it could not be read."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the panel: the tab, the index in the article, and for an actor which mention."""

    tab: Tab
    index: int
    mention: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """What is open, where the reader is in it, and what is shown."""

    key: str | None = None
    article: Article | None = None
    problem: str | None = None
    pane: Pane = "list"
    tab: Tab = "figures"
    cursor: int = 0
    item: Item | None = None
    query: str = ""
    hits: tuple[Span, ...] = ()
    hit: int | None = None
    stripped: bool = False
    zen: bool = False


# Asked for at every key, and always of the article that is open: that of each tab is kept.
_places: dict[Tab, tuple[Article, tuple[tuple[int, int, Item], ...]]] = {}


def want(session: Session, key: str | None) -> Session:
    """The session with another article asked for; it is not there yet."""
    if key == session.key:
        return session
    return replace(
        session, key=key, article=None, problem=None, cursor=0, item=None, hits=(), hit=None
    )


def receive(session: Session, key: str, article: Article) -> Session:
    """The article has come; one that is no longer wanted changes nothing."""
    if key != session.key:
        return session
    hits = search(article.body, session.query)
    return replace(session, article=article, problem=None, hits=hits)


def fail(session: Session, key: str, problem: str) -> Session:
    """The article could not be read, and why."""
    if key != session.key:
        return session
    return replace(session, article=None, problem=problem)


def focus(session: Session, pane: Pane) -> Session:
    """The reader goes to a pane; the list is not to be seen alone, so that ends reading alone."""
    return replace(session, pane=pane, zen=session.zen and pane == "article")


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
    places = starts(session.article, session.tab)
    if not places:
        return session
    at = bisect_left(places, session.cursor, key=lambda place: place[0])
    return choose(session, places[min(at, len(places) - 1)][2])


def back(session: Session) -> Session | None:
    """One step back towards the list; None where there is nothing to go back to."""
    if session.query:
        return replace(session, query="", hits=(), hit=None)
    if session.zen:
        return replace(session, zen=False)
    if session.pane == "list":
        return None
    return beside(session, -1)


def turn(session: Session, step: int) -> Session:
    """The tab of the panel that is `step` further."""
    tab = TABS[(TABS.index(session.tab) + step) % len(TABS)]
    return replace(session, tab=tab, item=None)


def starts(article: Article, tab: Tab) -> tuple[tuple[int, int, Item], ...]:
    """Start, end and item of all that a tab holds, in the order of the text."""
    known = _places.get(tab)
    if known is None or known[0] is not article:
        known = _places[tab] = article, _starts(article, tab)
    return known[1]


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


def span(article: Article, item: Item) -> Span | None:
    """Where an item stands in the body; None where it does not, as a teaser."""
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


def move(session: Session, start: int, end: int) -> Session:
    """The cursor came to the line from `start` to `end`; what begins there is now the item."""
    if session.article is None:
        return session
    item = session.item
    here = span(session.article, item) if item is not None else None
    if here is None or not start <= here[0] < end:
        places = starts(session.article, session.tab)
        first = bisect_left(places, start, key=lambda place: place[0])
        item = places[first][2] if first < len(places) and places[first][0] < end else None
    return replace(session, cursor=start, item=item)


def choose(session: Session, item: Item | None) -> Session:
    """An item was chosen in the panel; the cursor goes to where it stands."""
    if session.article is None or item is None:
        return replace(session, item=item)
    place = span(session.article, item)
    return replace(session, item=item, tab=item.tab, cursor=place[0] if place else session.cursor)


def step_item(session: Session, tab: Tab, step: int) -> Session | None:
    """The next figure, actor or claim after the cursor, or the one before; None past the last."""
    if session.article is None:
        return None
    places = starts(session.article, tab)
    begins = [place[0] for place in places]
    current = session.item
    if current is not None and current.tab == tab:
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


def find(session: Session, query: str, origin: int) -> Session:
    """What is found with `query`; the hit is the first one at or after `origin`."""
    hits = search(session.article.body, query) if session.article else ()
    at = bisect_left(hits, origin, key=lambda hit: hit[0])
    hit = (at if at < len(hits) else 0) if hits else None
    return replace(
        session,
        query=query,
        hits=hits,
        hit=hit,
        cursor=session.cursor if hit is None else hits[hit][0],
    )


def step_hit(session: Session, step: int) -> Session:
    """The next hit after the cursor, or the one before, round and round."""
    if not session.hits:
        return session
    if session.hit is not None and session.hits[session.hit][0] == session.cursor:
        at = session.hit + step
    elif step > 0:
        at = bisect_left(session.hits, session.cursor, key=lambda hit: hit[0])
    else:
        at = bisect_left(session.hits, session.cursor, key=lambda hit: hit[0]) - 1
    at %= len(session.hits)
    return replace(session, hit=at, cursor=session.hits[at][0])


def search(text: str, query: str) -> tuple[Span, ...]:
    """Where `query` stands in `text`, whatever the case and the accents; hits do not overlap."""
    wanted = fold(query)[0]
    if not wanted.strip():
        return ()
    folded, origin = fold(text)
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((at, end) if origin is None else (origin[at], origin[end - 1] + 1))
        at = folded.find(wanted, end)
    return tuple(found)


@lru_cache(maxsize=8)
def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """`text` without case and accents, and the offset each character came from.

    The offsets are None where each character came from its own place, as it nearly always does.
    """
    table = {character: _fold(character) for character in set(text)}
    folded = "".join(map(table.__getitem__, text))
    if all(len(letters) == 1 for letters in table.values()):
        return folded, None
    return folded, tuple(i for i, letter in enumerate(text) for _ in table[letter])


def _fold(character: str) -> str:
    if character.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", character.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
