"""What an index finds is what is found by looking at each page; order, copies and hits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import naive, seeking
from tests.store.naive import Page, Thing, Told
from tui.store.index import Index
from tui.store.query import IS, KINDS, STANCES, STATUSES, parse
from tui.store.tables import place_of
from tui.store.views import SORTS, Sort


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = seeking.opened(tmp_path)
    yield index
    index.close()


def found(index: Index, text: str, pages: list[Page]) -> list[int]:
    """The numbers of the pages that fit, in path order."""
    ids = seeking.put(index, pages)
    view = seeking.seeker(index, pages).view(parse(text))
    return [ids.index(at) for at in view.ids]


DIJK = Page("Dijk hersteld", "De dijk bij Oostdijk kostte 3.000 euro. Één café blijft dicht.")
BRUG = Page("Brug open", "De brug bij het café gaat open, zegt de Hoge Raad van de dijken.")


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("dijk", [0]),
        ("dijk*", [0, 1]),
        ("oostd*", [0]),
        ("DIJK brug", []),
        ("dijk OR brug", [0, 1]),
        ("cafe", [0, 1]),
        ("een", [0]),
        ("3000", [0]),
        ("3.000", [0]),
        ("euro 3000", [0]),
        ('"3000 euro"', [0]),
        ('"hoge raad"', [1]),
        ('"raad hoge"', []),
        ('"hoge ra*"', [1]),
        ('"open de"', []),  # a headline does not run on into the text
        ('"brug open"', [1]),
        ("title:brug", [1]),
        ("title:cafe", []),
        ("title:her*", [0]),
        ('title:"dijk her*"', [0]),
        ("-dijk", [1]),
        ("-dijk -brug", []),
        ("de -(dijk OR brug)", []),
        ("(dijk euro) OR (brug raad)", [0, 1]),
        ("%", [0, 1]),
    ],
)
def test_words_are_found_in_headline_and_text(index: Index, text: str, numbers: list[int]) -> None:
    assert found(index, text, [DIJK, BRUG]) == numbers


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("figure:>1000", [0, 1]),
        ("figure:>1000 noun:huizen", [0]),
        ("figure:<100 noun:huizen", []),
        ("(figure:<100) (noun:huizen)", [0]),
        ("figure:<100 (noun:huizen OR noun:gasten)", [1]),
        ("kind:money OR noun:gasten", [1, 2]),
        ("-noun:huizen", [1, 2]),
        ("figure:1500", [0]),
        ("figure:10..20", [2]),
        ("figure:>1000 -kind:count", []),
        ("site:nos", [0]),
        ("site:nl", [0, 1]),
        ('site:"nos.nl"', [0]),
        ("date:2024-05", [0]),
        ("date:>2023", [0, 1]),
        ("date:<=2024-06", [0]),  # of one that is known by its year alone nobody can tell
        ("-date:2024", [2]),
        ("actor:wit", [0]),
        ("speaker:wit stance:denied", [0]),
        ("speaker:wit stance:asserted", []),
        ("(speaker:wit) (stance:asserted)", [0]),
        ("speaker:wit OR speaker:raad", [0, 1]),
    ],
)
def test_facts_are_found(index: Index, text: str, numbers: list[int]) -> None:
    pages = [
        Page(
            figures=(Thing("count", 1500, 1500, "huizen"), Thing("count", 3, 3, "schepen")),
            claims=(Told("De Wit", "denied"), Told("Zwart", "asserted")),
            actors=("De Wit",),
            published="2024-05-02",
            site="nos.nl",
        ),
        Page(
            figures=(Thing("count", 90, 90, "gasten"), Thing("count", 1200, 1200, "flessen")),
            claims=(Told("Hoge Raad"),),
            published="2024",
            site="www.kust.nl",
        ),
        Page(figures=(Thing("money", 12, 18, "euro"),)),
    ]
    assert found(index, text, pages) == numbers


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("is:read", [0]),
        ("is:unread", [1, 2]),
        ("-is:read", [1, 2, 3]),
        ("is:bookmarked", [1]),
        ("is:noted", [1]),
        ("is:changed", [0]),
        ("is:failed", [3]),
        ("tag:militair", [1]),
        ('tag:"militair"', [1]),
        ('tag:"mil"', []),
        ("tag:aantallen", []),
        ("note:navragen", [1]),
        ('note:"nog navr*"', [1]),
        ("status:denied", [1]),
        ("-tag:militair", [0, 2, 3]),
        # Of an article that was not read nothing is known but the name of its file.
        ("2", [2]),
        ("-2", [0, 1, 3]),
        ("-figure:>1", [0, 1]),
    ],
)
def test_what_a_person_kept_is_found(index: Index, text: str, numbers: list[int]) -> None:
    pages = [
        Page(read=True, changed=True),
        Page(
            bookmarks=1,
            notes=2,
            tags=("Militair/aantallen", "los"),
            statuses=("denied",),
            note="Nog navragen bij de brug",
        ),
        Page(read_in=False),
        Page(read_in=False, failed=True),
    ]
    assert found(index, text, pages) == numbers


@pytest.mark.parametrize(
    "sort, numbers",
    [
        ("path", [0, 1, 2, 3]),
        ("date", [1, 0, 3, 2]),
        ("title", [1, 3, 0, 2]),
        ("site", [3, 0, 1, 2]),
        ("figures", [2, 0, 1, 3]),
        ("notes", [3, 1, 0, 2]),
    ],
)
def test_every_order_has_all_of_them_and_ties_in_path_order(
    index: Index, sort: Sort, numbers: list[int]
) -> None:
    thing = Thing("count", 1, 1)
    ids = seeking.put(
        index,
        [
            Page("École", published="2024-05-01", site="b"),
            Page("brug", published="2024-05-02", notes=1),
            Page("", figures=(thing, thing)),
            Page("dijk", published="2024-04", site="a", bookmarks=2),
        ],
    )
    view = seeking.seeker(index).view(None, sort)
    assert [ids.index(at) for at in view.ids] == numbers
    assert (view.found, view.total, view.whole, view.sort) == (4, 4, True, sort)


STORY = """Het waterschap heeft de dijk bij Oostdijk in zes weken hersteld, ruim voor de winter. De
aannemer werkte door op zaterdag om voor het hoge water klaar te zijn. Volgens de dijkgraaf houdt
de kade het nu weer vijftig jaar uit, ook bij storm uit het noordwesten."""


def test_copies_stand_under_the_newest_that_fits_until_they_are_unfolded(index: Index) -> None:
    pages = [
        Page("Oud", STORY, published="2024-05-01"),
        Page("Los", "Een heel ander verhaal over een brug.", published="2024-05-02"),
        Page("Nieuw", STORY, published="2024-05-03"),
        Page("Midden", STORY, published="2024-05-02"),
    ]
    ids = seeking.put(index, pages, alike=True)
    look = seeking.seeker(index).view

    def numbers(*asked: object) -> tuple[list[int], int]:
        view = look(*asked)  # type: ignore[arg-type]
        return [ids.index(at) for at in view.ids], view.found

    assert numbers() == ([1, 2], 4)
    assert numbers(None, "date") == ([2, 1], 4)
    assert numbers(None, "path", frozenset({ids[0]})) == ([1, 2, 3, 0], 4)
    assert numbers(parse("aannemer")) == ([2], 3)
    assert numbers(parse("-title:nieuw")) == ([1, 3], 3)
    assert numbers(parse("title:oud OR title:los")) == ([0, 1], 2)
    for text, copies in {"aannemer": {2: 2}, "-title:nieuw": {3: 1}, "title:oud": {}}.items():
        assert look(parse(text)).copies == {ids[at]: count for at, count in copies.items()}


def test_what_was_found_before_is_not_kept_when_the_corpus_changes(index: Index) -> None:
    look = seeking.seeker(index)
    assert look.view(parse("dijk")).found == 0
    (at,) = seeking.put(index, [DIJK])
    assert list(look.view(parse("dijk")).ids) == [at]
    with index.write() as connection:
        connection.execute("INSERT INTO kept VALUES (?, 0, 0, 1, 0, NULL, '', '', '', '')", (at,))
    assert list(look.view(parse("is:read")).ids) == [at]


def test_a_view_is_the_callers_own(index: Index) -> None:
    seeking.put(index, [DIJK])
    look = seeking.seeker(index)
    look.view().ids.pop()
    assert len(look.view().ids) == 1


def test_the_names_of_waiting_files_are_looked_through_however_many_wait(index: Index) -> None:
    seeking.put(index, [DIJK])
    names = [f"rest/{number}.txt" for number in range(2_500)]
    names += ["rest/Dijkbreuk-Oost.txt", "rest/dijk 3.000.html", "rest/cafés.txt"]
    with index.write() as connection:
        connection.executemany(
            "INSERT INTO entry (key, path, place, state) VALUES (?, ?, ?, 0)",
            [(name, name.encode(), place_of(name)) for name in names],
        )
    look = seeking.seeker(index)

    def keys(text: str) -> list[str]:
        ids = json.dumps(list(look.view(parse(text)).ids))
        asked = "SELECT key FROM entry WHERE id IN (SELECT value FROM json_each(?)) ORDER BY place"
        return [key for (key,) in index.ask(asked, (ids,))]

    for text, found in {
        "dijkbreuk oost": ["rest/Dijkbreuk-Oost.txt"],
        "cafes": ["rest/cafés.txt"],
        "3000 html": ["rest/dijk 3.000.html"],
        "2499": ["rest/2499.txt"],
        "rest": [],
    }.items():
        assert keys(text) == found, text


TEXTS = st.lists(
    st.sampled_from(["dijk", "dijken", "Café", "brug", "3.000", "3000", "oud-directeur", "\n\n"]),
    max_size=6,
).map(" ".join)
NAMES = st.sampled_from(["De Wit", "Jan de Wit", "Hoge Raad", "Wittebrood"])
NUMBERS = st.sampled_from([-5.0, 0.0, 0.5, 8.0, 13.0, 1000.0, 1500.0, 6.7e9])
THINGS = st.builds(
    lambda kind, ends, noun: Thing(kind, min(ends), max(ends), noun),
    st.sampled_from(KINDS),
    st.tuples(NUMBERS, NUMBERS),
    st.sampled_from(["", "man", "mannen", "huizen", "\U0010ffff"]),
)
CLAIMS = st.builds(Told, NAMES, st.sampled_from(STANCES))


def several(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


READ_IN = st.builds(
    Page,
    title=TEXTS,
    body=TEXTS,
    figures=several(THINGS),
    claims=several(CLAIMS),
    actors=st.lists(NAMES, max_size=2, unique=True).map(tuple),
    published=st.sampled_from([None, "2024", "2024-05", "2024-05-02", "2024-05-02T10:00", "2023"]),
    site=st.sampled_from([None, "nos.nl", "www.nos.nl", "De Kust"]),
    read=st.booleans(),
    changed=st.booleans(),
    bookmarks=st.integers(0, 1),
    notes=st.integers(0, 1),
    tags=st.lists(st.sampled_from(["militair", "Militair/aantallen", "los"]), max_size=2).map(
        tuple
    ),
    statuses=st.lists(st.sampled_from(STATUSES), max_size=2).map(tuple),
)
UNREAD = st.booleans().map(lambda failed: Page(read_in=False, failed=failed))
PAGES = st.lists(READ_IN | UNREAD, max_size=5)
TERMS = st.sampled_from(
    [
        *("dijk", "dijk*", "cafe", '"dijk brug"', '"cafe dij*"', "3000", "oud-directeur", "txt"),
        *("title:dijk", "title:dij*", 'title:"dijk brug"', "1"),
        *("figure:>8", "figure:<8", "figure:>=8", "figure:8..1000", "figure:1500", "figure:<=0,5"),
        *("kind:m", "kind:count", "noun:man", 'noun:"man"', "noun:h"),
        *("actor:wit", 'actor:"de wit"', "speaker:wit", "speaker:raad", "stance:d"),
        *("date:2024", "date:2024-05", "date:>2023", "date:<2024-06", "date:2024-05-02"),
        *("site:nos", "site:kust", 'site:"nos.nl"', "tag:mil", 'tag:"militair"', "status:d"),
        *(f"is:{name}" for name in IS),
    ]
)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        inner.map(lambda text: f"({text})"),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        TERMS.map(lambda text: f"-{text}"),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(PAGES, st.lists(QUERIES, min_size=1, max_size=8))
def test_the_index_finds_what_is_found_by_looking_at_each_page(
    tmp_path_factory: pytest.TempPathFactory, pages: list[Page], texts: list[str]
) -> None:
    index = seeking.opened(tmp_path_factory.mktemp("index"))
    try:
        ids = seeking.put(index, pages)
        look = seeking.seeker(index, pages)
        for text in texts:
            query = parse(text)
            fitting = [
                number
                for number, page in enumerate(pages)
                if naive.fits(query, page if page.title else _named(page, number))
            ]
            assert [ids.index(at) for at in look.view(query).ids] == fitting, text
    finally:
        index.close()


def _named(page: Page, number: int) -> Page:
    """A page that waits or failed as it is found: by the name of its file."""
    from dataclasses import replace

    return page if page.read_in else replace(page, title=f"{number}.txt")


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, "2024", "2023"]))),
    st.sampled_from(SORTS),
    st.sets(st.integers(0, 8)),
    st.booleans(),
)
def test_folding_loses_no_article_and_doubles_none(
    tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[str, str | None]],
    sort: Sort,
    unfolded: set[int],
    narrowed: bool,
) -> None:
    index = seeking.opened(tmp_path_factory.mktemp("index"))
    try:
        pages = [
            Page(f"Kop {at % 3}", f"{STORY} {name * 4}" if name != "c" else "", published=day)
            for at, (name, day) in enumerate(told)
        ]
        ids = seeking.put(index, pages, alike=True)
        look: Callable[..., object] = seeking.seeker(index).view
        query = parse("kop -0") if narrowed else None
        fitting = [at for number, at in enumerate(ids) if not narrowed or number % 3]
        folded = look(query, sort)
        assert len(set(folded.ids)) == len(folded.ids)  # type: ignore[attr-defined]
        assert folded.found == len(fitting)  # type: ignore[attr-defined]
        everything = look(query, sort, frozenset(ids))
        assert sorted(everything.ids) == fitting  # type: ignore[attr-defined]
        some = look(query, sort, frozenset(at for n, at in enumerate(ids) if n in unfolded))
        assert len(set(some.ids)) == len(some.ids)  # type: ignore[attr-defined]
        assert set(folded.ids) <= set(some.ids) <= set(fitting)  # type: ignore[attr-defined]
    finally:
        index.close()
