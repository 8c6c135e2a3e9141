"""Who is who among the names that a search asks for: the same as in the table of everyone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.store.casting import article_of
from tui.store import neighbours, pageful, traits
from tui.store.actors import Actors
from tui.store.aliases import Node
from tui.store.cast import KINDS, cast
from tui.store.documents import Naming
from tui.store.index import Index
from tui.store.query import folded
from tui.store.reading import Entry, Outcome
from tui.store.spelling import heard

FIRST = ["Jan", "Joris", "J.", "J.P.", "Mohamed", "Mohammed", "Zhu", "Van"]
LAST = ["Poppe", "Poppé", "Jansen", "Janssen", "van der Wal", "Kovalenko", "Kowalenko", "Zhu"]
BODIES = ["Dijkbond Zuid", "Dienst Baggeren Zee", "DBZ", "dbz", "Al-Watan", "Al Watan"]
PERSON = st.builds(
    lambda first, last, forms: f"person {first} {last}".replace("  ", " ") + forms,
    st.sampled_from([*FIRST, ""]),
    st.sampled_from(LAST),
    st.sampled_from(["", "", ": Poppe", ": Jan", ": Zhu, Jan", ": Kowalenko"]),
)
BODY = st.builds(
    lambda name, forms: f"organisation {name}{forms}",
    st.sampled_from(BODIES),
    st.sampled_from(["", ": DBZ", ": Dijkbond"]),
)
COUNTRY = st.sampled_from(["country VS", "country Verenigde Staten", "country Amerika"])
CORPUS = st.lists(
    st.lists(PERSON | PERSON | BODY | COUNTRY, max_size=4, unique=True).map("; ".join), max_size=12
)
NODE = st.builds(Node, st.just("person"), st.sampled_from(["Jan Poppe", "Poppe", "J. Jansen"]))


def naming(node: Node, into: Node | None) -> Naming:
    """What a person said of a name: whose it is, or that it stands apart."""
    kind, name = into or (None, None)
    return Naming("1", node.type, node.name, kind, name, "2024-01-01")


GONE = [
    "organisation Dienst Baggeren Zee: DBZ",
    "organisation Dijkbond Zuid: DBZ; organisation Dienst Baggeren Zee; organisation DBZ",
]
"""What the first tells of a name that stays when it is gone is no longer so."""
NAMING = st.builds(naming, NODE, st.none() | NODE)
WORDS = ["p", "poppe", "jan", "jansen", "j", "kovalenko", "kowa", "zhu", "dbz", "dijk", "al", "vs"]


def filled(path: Path, articles: Sequence[str]) -> Index:
    """An index of articles told by their actors: `person Jan de Wit; country Malta`."""
    index = Index(path)
    for number, article in enumerate(articles):
        body = "\n".join(actor for actor in article.split("; ") if actor)
        told = cast(article_of(f"Kop\n\n{body}"))
        entry = Entry(1, 1, article_id=str(number))
        index.put(f"/{number}.txt", Outcome(entry, b"{}", cast=told))
    return index


def among_all(actors: Actors, word: str, *, whole: bool) -> tuple[Node, ...]:
    """What `nodes` shall find, looked for in the table of everyone."""
    table = actors.table()

    def fitting(word: str, name_of: Callable[[str], str]) -> set[int]:
        if whole:
            return {row for name, row in table.folded if name_of(name) == word}
        return {row for name, row in table.folded if f" {word}" in f" {name_of(name)}"}

    found = fitting(word, str) or fitting(heard(word), heard)
    return tuple(sorted(node for row in found for node in table.nodes[row]))


@settings(max_examples=300, deadline=None)
@given(CORPUS, st.lists(NAMING, max_size=2), st.sampled_from([1, 2, 12]), st.integers(0, 3))
@example(
    ["person Jan Poppe", "person J. Jansen"],
    [naming(Node("person", "Jan Poppe"), Node("person", "J. Jansen"))],
    12,
    0,
)
@example(GONE, [], 1, 1)
def test_some_names_are_told_as_all_of_them_are(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[str],
    namings: list[Naming],
    many: int,
    gone: int,
) -> None:
    index = filled(tmp_path_factory.mktemp("index") / "corpus.sqlite", articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traits, "MANY", many)
        index.forget(f"/{number}.txt" for number in range(gone))
        actors = Actors(index, lambda: tuple(namings))
        for word in WORDS:
            for whole in (False, True):
                asked = folded(word)
                found = tuple(sorted(actors.nodes(asked, whole=whole)))
                assert found == among_all(actors, asked, whole=whole), (word, whole)
    index.close()


@pytest.mark.parametrize(
    "word, found",
    [
        ("jansen", {"Jansen", *(f"{letter}an Jansen" for letter in "BCDFGHKLMNPRS")}),
        ("poppe", {"Jan Poppe", "Poppe", "J. Poppe"}),
        ("j. poppe", {"Jan Poppe", "Poppe", "J. Poppe"}),
        ("bond", set()),
        ("dbz", {"Dijkbond Zuid", "DBZ"}),
        ("kowalenko", {"Oleh Kovalenko"}),
    ],
)
def test_a_search_finds_all_names_of_who_has_one(
    tmp_path: Path, word: str, found: set[str]
) -> None:
    crowd = [f"person {letter}an Jansen" for letter in "BCDFGHKLMNPRS"]
    others = ["person Jan Poppe; organisation Dijkbond Zuid: DBZ", "person J. Poppe"]
    more = ["person Poppe", "person Jansen", "organisation DBZ", "person Oleh Kovalenko"]
    index = filled(tmp_path / "corpus.sqlite", [*crowd, *others, *more])
    actors = Actors(index, tuple)
    assert {node.name for node in actors.nodes(word)} == found
    index.close()


def test_a_search_makes_no_table_of_everyone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = filled(tmp_path / "corpus.sqlite", ["person Jan Poppe"])
    actors = Actors(index, tuple)
    monkeypatch.setattr(Actors, "table", lambda self: pytest.fail("the table was made"))
    assert actors.asked("poppe", False) == "[1]"
    index.close()


def test_a_word_that_very_many_names_have_finds_them_as_they_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["person Jan van Poppe", "person Ria van Poppe", "person J. van Poppe"]
    index = filled(tmp_path / "corpus.sqlite", [*names, "person Ria van Zee"])
    index.forget(["/3.txt"])
    monkeypatch.setattr(neighbours, "MANY", 2)
    actors = Actors(index, tuple)
    assert {node.name for node in actors.nodes("van")} == {name[7:] for name in names}
    assert {node.name for node in actors.nodes("jan")} == {"Jan van Poppe", "J. van Poppe"}
    index.close()


@settings(max_examples=150, deadline=None)
@given(CORPUS, st.lists(NAMING, max_size=2), st.sampled_from([1, 2, 12]), st.integers(0, 3))
@example(GONE, [], 1, 1)
def test_where_names_are_very_many_the_first_are_told_as_in_a_table(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[str],
    namings: list[Naming],
    many: int,
    gone: int,
) -> None:
    index = filled(tmp_path_factory.mktemp("index") / "corpus.sqlite", articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traits, "MANY", many)
        index.forget(f"/{number}.txt" for number in range(gone))
        actors = Actors(index, lambda: tuple(namings))
        for text in ("", "an"):
            for kind in KINDS:
                patch.setattr("tui.store.actors.MANY", 20_000)
                rows = actors.first(text, kind, "claims")
                patch.setattr("tui.store.actors.MANY", 0)
                assert actors.first(text, kind, "claims") == rows
        for row in actors.table().rows:
            _, table = actors.about([row.key])
            assert table.rows[table.of[row.key]] == row
    index.close()


def test_of_very_many_names_those_with_the_most_claims_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = filled(tmp_path / "corpus.sqlite", [f"place Zeedorp {at}" for at in range(9)])
    monkeypatch.setattr("tui.store.actors.MANY", 0)
    monkeypatch.setattr(pageful, "MOST", 3)
    monkeypatch.setattr(pageful, "_MARGIN", 1)
    actors = Actors(index, tuple)
    rows, whole = actors.first("", "place", "articles")
    assert len(rows) == 3 and not whole and actors.counts("")["place"] == 9
    rows, whole = actors.first("dorp 7", "place", "articles")
    assert [row.name for row in rows] == ["Zeedorp 7"] and whole
    index.close()


def test_a_surname_that_many_have_is_nobodys(tmp_path: Path) -> None:
    alike = [f"person Mohamed{' A.' * at} Poppe" for at in range(traits.MANY)]
    index = filled(tmp_path / "few.sqlite", [*alike, "person Poppe"])
    assert len(Actors(index, tuple).table().rows) == 1
    index.close()
    index = filled(tmp_path / "many.sqlite", [*alike, "person Mohammed Poppe", "person Poppe"])
    assert {row.name for row in Actors(index, tuple).table().rows} >= {"Poppe"}
    index.close()
