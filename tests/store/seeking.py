"""An index filled with pages that are told by all that can be asked of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast as cast_to

from tests.store.casting import article_of
from tests.store.naive import Page, Thing, folded
from tui.store import cast, near, quantities, words
from tui.store.articles import pack
from tui.store.cast import Appearance, Cast, Statement
from tui.store.index import Index
from tui.store.seeking import Seeker
from tui.store.tables import FAILED, READY, WAITING, place_of
from tui.text.article import Figure, FigureKind


class Names:
    """Who has a name: everyone only the one that is printed."""

    def __init__(self, index: Index, pages: Iterable[Page]) -> None:
        self._index = index
        self._names = sorted(
            {name for page in pages for name in (*page.actors, *(c.speaker for c in page.claims))}
        )

    def asked(self, word: str, whole: bool) -> str:
        """The numbers of the names that fit, as a list in JSON."""
        found: list[tuple[int]] = []
        for name in self._names:
            bare = " ".join(folded(name).split())
            if (bare == word) if whole else (f" {word}" in f" {bare}"):
                found += self._index.ask("SELECT id FROM who WHERE name = ?", (name,))
        return json.dumps([at for (at,) in found])


def put(index: Index, pages: Iterable[Page], *, alike: bool = False, first: int = 0) -> list[int]:
    """Write pages into an index, as ingest would; gives their ids. `alike` also tells copies.

    The page with the number `first` has the first name.
    """
    ids = []
    with index.write() as connection:
        for number, page in enumerate(pages, first):
            key = f"{number}.txt"
            failed = page.failed
            state = READY if page.read_in else FAILED if failed else WAITING
            at = connection.execute(
                "INSERT INTO entry (key, path, place, state, title, sort_title, published, site,"
                " figures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(key, f"{key} {_next(connection)}".encode(), place_of(key), state),
                    *((page.title, folded(page.title)) if page.title else (None, None)),
                    *(page.published, page.site, len(page.figures)),
                ),
            ).lastrowid
            assert at is not None
            connection.execute("UPDATE entry SET story = id WHERE id = ?", (at,))
            ids.append(at)
            _put_parts(connection, at, page)
            if page.read_in:
                words.put(connection, at, page.title, page.body)
                if alike:
                    near.put(connection, [(at, near.signature(page.body))])
        near.regroup(connection, ids)
        connection.execute(
            "INSERT INTO stamp VALUES ('listed', 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1"
        )
    return ids


def seeker(index: Index, pages: Iterable[Page] = ()) -> Seeker:
    """Who looks pages up in an index."""
    names = Names(index, pages)
    return Seeker(index, lambda: names)  # type: ignore[arg-type, return-value]


def opened(folder: Path) -> Index:
    """An empty index."""
    return Index(folder / "corpus.sqlite", engine="test")


def _next(connection) -> int:  # type: ignore[no-untyped-def]
    (highest,) = connection.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()
    return int(highest) + 1


def _put_parts(connection, at: int, page: Page) -> None:  # type: ignore[no-untyped-def]
    figures = [quantities.Quantity(t.kind, t.low, t.high, t.noun) for t in page.figures]
    quantities.put(connection, [(at, figures)])
    reach = "UPDATE entry SET kinds = ?, least = ?, most = ? WHERE id = ?"
    connection.execute(reach, (*quantities.reach(figures), at))
    article = replace(article_of("Kop\n\n"), figures=tuple(map(_figure, page.figures)))
    connection.execute("INSERT INTO article VALUES (?, ?)", (at, pack(article)))
    spoken = Counter(claim.speaker for claim in page.claims)
    known = {name: Appearance(name, "person", 1, spoken[name]) for name in page.actors}
    others = {
        name: Appearance(name, "person", 0, n) for name, n in spoken.items() if name not in known
    }
    said = tuple(Statement(claim.stance, claim.speaker, "person") for claim in page.claims)
    cast.put(connection, [(at, Cast((*known.values(), *others.values()), said))])
    if page.read or page.changed or page.bookmarks or page.notes or page.tags or page.statuses:
        connection.execute(
            "INSERT INTO kept (entry, bookmarks, notes, read, changed, tags, statuses, words,"
            " article) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                *(at, page.bookmarks, page.notes, page.read, page.changed),
                *(_lines(page.tags), _lines(page.statuses), folded(page.note)),
            ),
        )


def _figure(thing: Thing) -> Figure:
    low, high = thing.low, thing.high
    kind = cast_to(FigureKind, thing.kind)
    if low == high:
        return Figure(0, 0, "", low, None, None, kind, None, thing.noun or None, "", None)
    return Figure(0, 0, "", None, low, high, kind, None, thing.noun or None, "", None)


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(["", *texts, ""]) if texts else ""
