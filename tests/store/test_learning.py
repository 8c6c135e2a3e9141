"""What a worker learns of a scope from the index is what all of its pages teach."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st

from tui.store.learning import learn_scope
from tui.store.shown import pack_seen
from tui.text.learnt import Print, Seen
from tui.text.recurring import page_blocks

_DATABASE = "file:learning?mode=memory&cache=shared"


@contextmanager
def index_of(pages: Sequence[Seen]) -> Iterator[str]:
    """The address of an index that holds what some pages of one scope show, and no more."""
    connection = sqlite3.connect(_DATABASE, uri=True)
    try:
        connection.executescript(
            "CREATE TABLE scope (id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE member (scope INTEGER, rank INTEGER, entry INTEGER);"
            "CREATE TABLE seen (entry INTEGER PRIMARY KEY, packed BLOB);"
            "INSERT INTO scope VALUES (1, 'dijk.nl');"
        )
        for at, page in enumerate(pages):
            connection.execute("INSERT INTO member VALUES (1, ?, ?)", (at, at))
            connection.execute("INSERT INTO seen VALUES (?, ?)", (at, pack_seen(page)))
        connection.commit()
        yield _DATABASE
    finally:
        connection.close()


_TIES = st.integers(-4, -1) | st.builds(
    lambda stem, place: stem * 1000 + place, st.integers(0, 9), st.integers(0, 3)
)
_BLOCKS = st.builds(
    lambda key, *more: Print(key, key, *more),
    st.integers(1, 6),
    *[st.integers(0, 3)] * 2,
    *[st.booleans()] * 4,
    *(st.integers(1, 60), st.booleans(), st.integers(0, 9)),
    st.lists(_TIES, max_size=6).map(sorted).map(tuple),
)
_PAGES = st.lists(
    st.lists(_BLOCKS, min_size=1, max_size=5).map(lambda prints: Seen(("dijk.nl",), tuple(prints))),
    min_size=3,
    max_size=7,
)


@given(_PAGES)
def test_what_is_learnt_from_an_index_is_what_the_pages_teach(pages: list[Seen]) -> None:
    with index_of(pages) as database:
        assert learn_scope(database, "dijk.nl").blocks == page_blocks(pages)


def _page(title: int, lead: int, body: int, foot: int) -> Seen:
    """A page of four blocks, told by their keys: each but the foot names what the body names."""
    return Seen(
        ("dijk.nl",),
        tuple(
            Print(
                *(key, key, at, 3 - at),
                *(at == 0, at == 1, False, at in (1, 2)),
                *(8, False, 4, () if at == 3 else (-3,)),
            )
            for at, key in enumerate((title, lead, body, foot))
        ),
    )


def test_two_versions_of_one_story_are_one() -> None:
    pages = [_page(1, 2, 10, 3), _page(1, 2, 11, 3), _page(4, 5, 12, 3)]
    for shown, known in ((pages, set()), ([*pages, _page(6, 7, 13, 3)], {3})):
        with index_of(shown) as database:
            assert learn_scope(database, "dijk.nl").blocks.keys() == known
        assert page_blocks(shown).keys() == known
