"""Words as they are searched for: how a text is taken apart, and that it is all put and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import naive, seeking
from tui.store import words
from tui.store.index import Index


@pytest.mark.parametrize(
    "text, found",
    [
        ("De dijk, Oekraïne!", ["de", "dijk", "oekraine"]),
        ("Søren, Łódź en Æro", ["soren", "lodz", "en", "aero"]),
        ("3.000 van de 1.500.000", ["3000", "van", "de", "1500000"]),
        ("3.000km of A3.000", ["3000km", "of", "a3", "000"]),
        (
            "12.345.67 en 1.2.345 en 3.14",
            ["12", "345", "67", "en", "1", "2", "345", "en", "3", "14"],
        ),
        ("2,5 3.000,50", ["2", "5", "3000", "50"]),
        ("F-16’s snake_case", ["f", "16", "s", "snake", "case"]),
        ("cafe\u0301 ﬁets İzmir ½", ["cafe", "fiets", "izmir", "1", "2"]),
        ("a" * 100, ["a" * words.LONGEST]),
        (" – … ", []),
    ],
)
def test_a_text_is_taken_apart_into_words(text: str, found: list[str]) -> None:
    assert words.words(text) == found


PIECES = [
    "3.000",
    "1",
    ".",
    "000",
    ",",
    "é",
    "e\u0301",
    " ",
    "İ",
    "ß",
    "½",
    "a",
    "_",
    "ﷺ",
    "…",
    "ς",
    "A",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


@settings(max_examples=300)
@given(TEXTS)
def test_words_are_the_same_told_quickly_plainly_and_with_their_places(text: str) -> None:
    found = words.words(text)
    located = words.located(text)
    assert found == naive.words(text) == [each.word for each in located]
    for each in located:
        assert 0 <= each.start < each.end <= len(text)
        assert each.word[0] in naive.folded(text[each.start])


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = seeking.opened(tmp_path)
    yield index
    index.close()


def matching(index: Index, *tokens: str, begins: bool = False, title: bool = False) -> list[int]:
    table, asked = words.asked(tokens, begins=begins, title=title)
    rows = index.ask(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (asked,))
    return sorted(at for (at,) in rows)


def test_what_is_dropped_leaves_nothing_behind(index: Index) -> None:
    told = [("Dijk dicht", "De dijk is dicht."), (None, "De dijk is open, zegt men."), ("", "")]
    with index.write() as connection:
        for at, (title, body) in enumerate(told, 1):
            words.put(connection, at, title, body)
    assert matching(index, "dijk") == [1, 2]
    assert matching(index, "dijk", title=True) == [1]
    assert matching(index, "dijk", "is", "o", begins=True) == [2]
    with index.write() as connection:
        words.drop(connection, 1, *told[0])
        connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
        connection.execute("INSERT INTO phrase (phrase) VALUES ('integrity-check')")
    assert matching(index, "di", begins=True) == [2]
    assert matching(index, "dijk", "is") == [2]
    assert matching(index, "dicht", title=True) == []


def test_nothing_that_is_typed_is_an_order_to_the_database(index: Index) -> None:
    with index.write() as connection:
        words.put(connection, 1, "AND", 'near(dijk) OR "brug" title:x *')
    for token in ("and", "or", "near", "not"):
        assert matching(index, token) == ([1] if token != "not" else [])
    assert matching(index, "or", "brug", "tit", begins=True) == [1]
