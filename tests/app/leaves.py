"""A notebook with marks of every kind and in every state, and what is seen of it."""

from __future__ import annotations

from tests.app.conftest import Reader
from tests.app.fakes import CAFE_ARTICLE, DIKE, DIKE_ARTICLE, TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.screens.notebook import NotebookScreen
from tui.store.anchoring import find
from tui.store.anchors import select
from tui.store.marked import Claimed, Count, Target

TROOPS_KEY, DIKE_KEY, CAFE_KEY = TROOPS_ARTICLE.path, DIKE_ARTICLE.path, CAFE_ARTICLE.path


def filled() -> FakeLibrary:
    """Marks m1 to m8: a claim with evidence, a note that changed, one that may be elsewhere."""
    library = FakeLibrary((TROOPS_ARTICLE, DIKE_ARTICLE, CAFE_ARTICLE), broken=False)
    claim = Claimed(
        *("de geheime dienst in Seoel", "", "estimated", "schat"),
        figures=(Count("ongeveer 3000 militairen", 3000.0),),
    )
    library.make(_at("ongeveer 3000 militairen"), "claim", claimed=claim, tags=["leger/aantal"])
    library.make(_at("12.000 man"), "evidence", of="m1", side="against")
    library.make(_at("een gewone oefening"), "note", text="Bij de woordvoerder nagaan.")
    library.make(_at("de beelden nog bekijkt"), "highlight", tags=["leger"])
    library.make(_at("Het waterschap rekent op", DIKE_KEY, DIKE), "note", text="Welk waterschap?")
    library.make(_at("zei in Brussel"), "highlight", tags=["navo"])
    library.make(Target("corpus"), "note", text="Vrijdag bellen met de kustwacht.")
    library.make(Target("article", CAFE_KEY), "tags", tags=["horeca"])
    was(library, "m3", TROOPS, "een gewone oefening", "geen gewone oefening")
    _several(library, "m5")
    library.anchors["m6"] = library.anchors["m3"]._replace(state="ORPHAN", places=())
    return library


def _at(words: str, key: str = TROOPS_KEY, body: str = TROOPS) -> Target:
    at = body.index(words)
    return Target("passage", key, at, at + len(words))


def was(library: FakeLibrary, mark_id: str, body: str, words: str, old: str) -> None:
    """The page said something else when a mark was made."""
    before = body.replace(words, old)
    at = before.index(old)
    selector = select(before, at, at + len(old))
    library.own = tuple(
        mark._replace(selector=selector) if mark.id == mark_id else mark for mark in library.own
    )
    library.anchors[mark_id] = find(selector, body, "", "body")


def _several(library: FakeLibrary, mark_id: str) -> None:
    """Nothing tells any more in which paragraph a mark was."""
    (old,) = (mark for mark in library.own if mark.id == mark_id)
    assert old.selector is not None
    lost = old.selector._replace(prefix="", suffix="", start=0)
    library.anchors[mark_id] = find(lost, DIKE, "", "body")


def screen(reader: Reader) -> NotebookScreen:
    found = reader.app.screen
    assert isinstance(found, NotebookScreen)
    return found


def here(reader: Reader) -> str:
    """The id of the mark at the cursor."""
    placed = screen(reader).placed
    return placed.mark.id if placed is not None else ""


def ids(reader: Reader) -> list[str]:
    return [placed.mark.id for placed in screen(reader).rows.marks]


async def go(reader: Reader, mark_id: str) -> None:
    """Put the cursor on a mark."""
    at = screen(reader).rows.find(mark_id)
    assert at is not None
    screen(reader).listing.point(at)
    screen(reader).tell_of()
    await reader.settle()
