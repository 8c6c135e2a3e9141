"""Which names of a corpus are one actor's, by the names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.casting import article_of
from tui.store.actor_rows import ActorRow
from tui.store.actors import Actors
from tui.store.cast import cast
from tui.store.index import Index
from tui.store.reading import Entry, Outcome

Rows = Callable[[Sequence[str]], tuple[ActorRow, ...]]


def rows_of(path: Path, articles: Sequence[str]) -> tuple[ActorRow, ...]:
    """Everyone in some articles, told by their actors: `person Jan de Wit; country Malta`."""
    index = Index(path)
    try:
        for number, article in enumerate(articles):
            body = "\n".join(actor for actor in article.split("; ") if actor)
            told = cast(article_of(f"Kop\n\n{body}"))
            index.put(f"/{number}.txt", Outcome(Entry(1, 1), b"{}", cast=told))
        return Actors(index, lambda: ()).table().rows
    finally:
        index.close()


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[Rows]:
    numbers = count()
    yield lambda articles: rows_of(tmp_path / f"{next(numbers)}.sqlite", articles)


def names(found: Sequence[ActorRow]) -> set[str]:
    """Each actor by all its names, the fullest first, those beside a fuller one left out."""
    return {" = ".join(alias.name for alias in row.aliases if alias.key) for row in found}


@pytest.mark.parametrize(
    "articles, actors",
    [
        # Spelling.
        (
            ["person Olena Kovalenko"] * 2 + ["person Oléna Kovalenko", "person Olena Kowalenko"],
            {"Olena Kovalenko = Olena Kowalenko = Oléna Kovalenko"},
        ),
        (["person Kim Dae-jung"] * 2 + ["person Kim Dae Jung"], {"Kim Dae-jung = Kim Dae Jung"}),
        (["country Nieuw-Zeeland", "country Nieuw Zeeland"], {"Nieuw-Zeeland = Nieuw Zeeland"}),
        (["person Jan Smit", "person Jan Smits"], {"Jan Smit", "Jan Smits"}),
        (["organisation Al-Watan", "organisation Al Watan"], {"Al-Watan = Al Watan"}),
        # Two whom one article has both are two, in all articles.
        (
            ["person Jan Jansen; person Jan Janssen", "person Jan Jansen", "person Jan Jánsen"],
            {"Jan Jansen = Jan Jánsen", "Jan Janssen"},
        ),
        # The lists.
        (
            ["country Verenigde Staten"] * 2 + ["country VS", "country Amerika"],
            {"Verenigde Staten = Amerika = VS"},
        ),
        (["person Vladimir Poetin", "person Putin"], {"Vladimir Poetin = Putin"}),
        # Bare surnames.
        (["person Jan Poppe", "person Poppe"], {"Jan Poppe = Poppe"}),
        (["person Jan Poppe", "person Piet Poppe", "person Poppe"],
         {"Jan Poppe", "Piet Poppe", "Poppe"}),
        (["person Jan Poppe; person Poppe", "person Poppe"], {"Jan Poppe", "Poppe"}),
        (["person Jan van der Wal", "person Van der Wal"], {"Jan van der Wal = Van der Wal"}),
        (["person Jan van der Wal", "person Wal"], {"Jan van der Wal", "Wal"}),
        (["person Jan Willem Poppe", "person Poppe"], {"Jan Willem Poppe = Poppe"}),
        (["person Jan Poppe", "person Jan"], {"Jan Poppe", "Jan"}),
        (["person Oleh Havrylenko", "person Gavrylenko"], {"Oleh Havrylenko", "Gavrylenko"}),
        (["person Oleh Kovalenko", "person Kowalenko"], {"Oleh Kovalenko = Kowalenko"}),
        (
            ["person Oleh Kovalenko", "person Petro Kowalenko", "person Kowalenko"],
            {"Oleh Kovalenko", "Petro Kowalenko = Kowalenko"},
        ),
        (["person Jan Janssen", "person Jansen"], {"Jan Janssen", "Jansen"}),
        (["person Vladimir Poetin", "person Ljoedmila Poetina", "person Poetin"],
         {"Vladimir Poetin = Poetin", "Ljoedmila Poetina"}),
        (["person Melania Trump", "person Trump"], {"Melania Trump", "Trump"}),
        (["person Jan Poppe", "organisation Poppe"], {"Jan Poppe", "Poppe"}),
        # Initials.
        (["person Jan Poppe", "person J. Poppe"], {"Jan Poppe = J. Poppe"}),
        (["person Jan Poppe", "person P. Poppe"], {"Jan Poppe", "P. Poppe"}),
        (["person Jan Poppe", "person Joris Poppe", "person J. Poppe"],
         {"Jan Poppe", "Joris Poppe", "J. Poppe"}),
        (["person Jan Poppe", "person J.W. Poppe", "person Poppe"],
         {"Jan Poppe = J.W. Poppe = Poppe"}),
        (["person Jan P. Poppe", "person Jan Poppe", "person Jan Poppe"],
         {"Jan Poppe = Jan P. Poppe"}),
        # What is one already joins no two others by what fits each of its names.
        (
            [
                "person Jan Kovalenko; person J. Kovalenko",
                "person Joris Kowalenko; person J. Kowalenko",
            ],
            {"Jan Kovalenko", "Joris Kowalenko", "J. Kowalenko = J. Kovalenko"},
        ),
        # First words that stand for a name.
        (["person Zhu Rongji: Zhu"] * 2 + ["person Zhu"], {"Zhu Rongji = Zhu"}),
        (["person Zhu Rongji: Zhu", "person Zhu"], {"Zhu Rongji", "Zhu"}),
        (["person Max Poppe: Max, Poppe"] * 2 + ["person Max"], {"Max Poppe", "Max"}),
        (["person Zhu Rongji: Zhu"] * 2 + ["person Zhu De: Zhu"] * 2 + ["person Zhu"],
         {"Zhu Rongji", "Zhu De", "Zhu"}),
        # Bodies and their short names.
        (["organisation Dijkbond Zuid: DBZ", "organisation DBZ"], {"Dijkbond Zuid = DBZ"}),
        (["organisation Dijkbond Zuid", "organisation DBZ"], {"Dijkbond Zuid", "DBZ"}),
        (
            ["organisation Dijkbond Zuid: DBZ", "organisation Dienst Baggeren Zee: DBZ",
             "organisation DBZ"],
            {"Dijkbond Zuid", "Dienst Baggeren Zee", "DBZ"},
        ),
        # Described bodies are not taken for one another.
        (["organisation politie", "organisation Duitse politie"], {"politie", "Duitse politie"}),
    ],
)  # fmt: skip
def test_names_are_joined_where_it_is_sure(
    rows: Rows, articles: list[str], actors: set[str]
) -> None:
    assert names(rows(articles)) == actors


def test_the_reason_is_told(rows: Rows) -> None:
    (row,) = rows(["person Jan Poppe: Poppe", "person Jan Poppe", "person J. Poppe"])
    assert [(alias.name, alias.articles, alias.why) for alias in row.aliases] == [
        ("Jan Poppe", 2, ""),
        ("J. Poppe", 1, "initials of the only one who fits"),
        ("Poppe", 1, "beside a fuller name"),
    ]


def test_an_actor_goes_by_its_fullest_name_in_use(rows: Rows) -> None:
    short = ["person Poppe"] * 5 + ["person J. Poppe"] * 3
    assert [row.name for row in rows([*short, "person Jan Poppe"])] == ["Jan Poppe"]
    short = ["organisation DBZ"] * 5
    assert [row.name for row in rows([*short, "organisation Dijkbond Zuid: DBZ"])] == [
        "Dijkbond Zuid"
    ]


def test_an_article_with_two_names_of_one_actor_counts_once(rows: Rows) -> None:
    (row,) = rows(["country Verenigde Staten; country VS", "country VS"])
    assert (row.articles, row.mentions) == (2, 3)


FIRST = ["Jan", "Joris", "J.", "J.P.", "Mohamed", "Mohammed"]
LAST = ["Poppe", "Poppé", "Jansen", "Janssen", "van der Wal", "Kovalenko", "Kowalenko"]
PERSON = st.builds(
    lambda first, last, forms: f"person {first} {last}".replace("  ", " ") + forms,
    st.sampled_from([*FIRST, ""]),
    st.sampled_from(LAST),
    st.sampled_from(["", "", ": Poppe", ": Jan"]),
)
BODY = st.sampled_from(
    [
        *("organisation Dijkbond Zuid: DBZ", "organisation Dienst Baggeren Zee: DBZ"),
        *("organisation DBZ", "organisation dbz", "country VS", "country Verenigde Staten"),
    ]
)
CORPUS = st.lists(st.lists(PERSON | BODY, max_size=3, unique=True).map("; ".join), max_size=8)


@settings(max_examples=150, deadline=None)
@given(CORPUS.flatmap(lambda corpus: st.tuples(st.just(corpus), st.permutations(corpus))))
def test_the_order_of_the_articles_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, corpora: tuple[list[str], list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    one, other = (rows_of(folder / f"{at}.sqlite", articles) for at, articles in enumerate(corpora))
    assert sorted(one) == sorted(other)


@settings(max_examples=150, deadline=None)
@given(CORPUS)
def test_two_whole_names_with_other_first_names_are_never_one(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[str]
) -> None:
    for row in rows_of(tmp_path_factory.mktemp("index") / "corpus.sqlite", corpus):
        firsts = {alias.name.split()[0] for alias in row.aliases if alias.key}
        assert len(firsts & {"Jan", "Joris", "Mohamed"}) <= 1
        assert {alias.key.split(":")[0] for alias in row.aliases if alias.key} == {row.type}
