"""A corpus of one story on several sites, partly read, with copies: what a list has to show."""

from __future__ import annotations

from dataclasses import replace

from tests.app.fakes import ARTICLES, FakeLibrary, article
from tui.text.article import Article

LEAD = (
    "ZWOLLE (ANP) - De brug bij Zwolle gaat drie weken dicht. De provincie vervangt het wegdek en "
    "de slagbomen. Fietsers varen gratis mee met een pont."
)
BRIDGE = "bode/brug.txt"
COPIES = ("dagpost/brug.html", "oost/brug-zwolle.html")


def bridge(key: str, title: str, published: str, more: str = "") -> Article:
    """The story of the bridge as one page tells it."""
    return article(key, title, f"{LEAD}{more}", published=published)


PAGES: tuple[Article, ...] = (
    *ARTICLES,
    bridge(BRIDGE, "Brug bij Zwolle drie weken dicht", "2025-05-02"),
    bridge(COPIES[0], "Brug Zwolle dicht voor nieuw wegdek", "2025-05-03", " Dat kost 2 ton."),
    bridge(COPIES[1], "Pont vaart voor fietsers bij Zwolle", "2025-05-02"),
    replace(
        article("zee/vis.txt", "Minder vis in de Noordzee", "Er is minder vis in de zee.\n\nVis!"),
        published="2025-04",
    ),
)


def newsstand() -> FakeLibrary:
    """The library; the newest copy of the story of the bridge is in the middle of the list."""
    library = FakeLibrary(PAGES)
    library.stories = dict.fromkeys((BRIDGE, *COPIES), "brug")
    library.sites = {COPIES[0]: "dagpost.nl", COPIES[1]: "oost.nl", "zee/vis.txt": "zeekrant.nl"}
    library.read_keys = {"café.txt", "zee/vis.txt"}
    library.changed_keys = {"zee/vis.txt"}
    return library
