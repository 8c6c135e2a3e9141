"""Sentences as newspapers print them, with every name in them, from `names.txt`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.text.actors import actors
from tui.text.sentences import sentences

TYPES = {"P": "person", "O": "organisation", "C": "country", "L": "place"}
NAMED = re.compile(r"\[(?P<type>[POCL]) (?P<text>[^]>]+?)(?: > (?P<name>[^]]+))?\]")


class Marked(NamedTuple):
    """A mention as the table marks it; `name` is None where the mention is the fullest form."""

    start: int
    end: int
    type: str
    name: str | None


def rows() -> list[str]:
    """The lines of the table, without those that are empty or a comment."""
    lines = (Path(__file__).parent / "names.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def parted(row: str) -> tuple[str, list[Marked]]:
    """The sentence of a row without its marks, and what they say."""
    text, at = "", 0
    marked = []
    for match in NAMED.finditer(row):
        text += row[at : match.start()]
        start = len(text)
        text += match["text"]
        marked.append(Marked(start, len(text), TYPES[match["type"]], match["name"]))
        at = match.end()
    return text + row[at:], marked


@pytest.mark.parametrize("row", rows())
def test_every_name_of_a_sentence_is_found_and_nothing_else(row: str) -> None:
    text, marked = parted(row)
    named = [actor for actor in actors(text, sentences(text)) if not actor.described]
    found = {(m.start, m.end): actor for actor in named for m in actor.mentions}
    assert {(text[slice(*span)], actor.type) for span, actor in found.items()} == {
        (text[one.start : one.end], one.type) for one in marked
    }
    assert set(found) == {(one.start, one.end) for one in marked}
    for one in marked:
        if one.name is not None:
            assert found[one.start, one.end].name == one.name


def test_the_table_is_as_long_as_it_should_be() -> None:
    marked = [parted(row)[1] for row in rows()]
    assert len(marked) >= 300
    assert sum(map(bool, marked)) >= 250
    assert sum(not names for names in marked) >= 15


def test_no_sentence_stands_twice_in_the_table() -> None:
    assert len(set(rows())) == len(rows())
