"""A table with a journal is a TinyDB table: whatever one does, both say the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, operations, where
from tinydb.table import Document, Table

from tui.store.journal_table import JournalDB

values = st.none() | st.booleans() | st.integers(-3, 3) | st.text("aé\n\ud800", max_size=3)
nested = st.lists(values, max_size=2) | st.dictionaries(st.sampled_from("xy"), values, max_size=2)
papers = st.dictionaries(st.sampled_from(["n", "s", "l"]), values | nested, max_size=3)
names = st.sampled_from(["_default", "een", "twee"])
numbers = st.integers(1, 9)
some = st.sampled_from([None, True, False, 0, 1, "a"])


class Alike(RuleBasedStateMachine):
    """The same is done to a stock TinyDB and to ours, which now and then is opened anew."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.stock = TinyDB(self.folder / "stock.json")
        self.ours = JournalDB(self.folder / "ours.json", room=300)

    @initialize(paper=papers)
    def begin(self, paper: dict[str, Any]) -> None:
        self.both("_default", lambda table: table.insert(paper))

    def both(self, name: str, do: Callable[[Table], Any]) -> None:
        """Do it to both; the answers, or what is raised, are the same."""
        answers = [_answer(do, database.table(name)) for database in (self.stock, self.ours)]
        assert answers[0] == answers[1]

    @rule(name=names, paper=papers)
    def insert(self, name: str, paper: dict[str, Any]) -> None:
        self.both(name, lambda table: table.insert(paper))

    @rule(name=names, paper=papers, number=numbers)
    def insert_numbered(self, name: str, paper: dict[str, Any], number: int) -> None:
        self.both(name, lambda table: table.insert(Document(paper, number)))

    @rule(name=names, many=st.lists(papers, max_size=3))
    def insert_several(self, name: str, many: list[dict[str, Any]]) -> None:
        self.both(name, lambda table: table.insert_multiple(many))

    @rule(name=names, paper=papers, value=some)
    def update(self, name: str, paper: dict[str, Any], value: object) -> None:
        self.both(name, lambda table: table.update(paper, where("n") == value))

    @rule(name=names, number=numbers)
    def add_to_lists(self, name: str, number: int) -> None:
        self.both(name, lambda table: table.update(_grow, doc_ids=[number]))

    @rule(name=names)
    def delete_a_field(self, name: str) -> None:
        self.both(name, lambda table: table.update(operations.delete("s"), where("s").exists()))

    @rule(name=names, paper=papers, value=some)
    def upsert(self, name: str, paper: dict[str, Any], value: object) -> None:
        self.both(name, lambda table: table.upsert(paper, where("n") == value))

    @rule(name=names, value=some)
    def remove(self, name: str, value: object) -> None:
        self.both(name, lambda table: table.remove(where("n") == value))

    @rule(name=names, number=numbers)
    def remove_numbered(self, name: str, number: int) -> None:
        self.both(name, lambda table: table.remove(doc_ids=[number]))

    @rule(name=names)
    def truncate(self, name: str) -> None:
        self.both(name, lambda table: table.truncate())

    @rule(name=names)
    def drop(self, name: str) -> None:
        self.stock.drop_table(name)
        self.ours.drop_table(name)

    @rule()
    def drop_all(self) -> None:
        self.stock.drop_tables()
        self.ours.drop_tables()

    @rule(name=names)
    def changing_what_was_given_changes_nothing(self, name: str) -> None:
        for database in (self.stock, self.ours):
            for paper in database.table(name).all():
                _grow(paper)
                paper["n"] = "anders"

    @rule(name=names, value=some, number=numbers)
    def look(self, name: str, value: object, number: int) -> None:
        self.both(name, lambda table: table.search(where("n") == value))
        self.both(name, lambda table: table.get(doc_id=number))
        self.both(name, lambda table: table.count(where("s").exists()))
        self.both(name, lambda table: table.contains(doc_id=number))

    @rule(clean=st.booleans())
    def open_anew(self, clean: bool) -> None:
        self.stock.close()
        self.stock = TinyDB(self.folder / "stock.json")
        if clean:
            self.ours.close()
            with TinyDB(self.folder / "ours.json") as plain:
                assert plain.storage.read() == self.ours.storage.read()
        self.ours = JournalDB(self.folder / "ours.json", room=300)

    @invariant()
    def both_hold_the_same(self) -> None:
        assert self.ours.tables() == self.stock.tables()
        for name in self.stock.tables():
            held = [
                [(paper.doc_id, dict(paper)) for paper in database.table(name)]
                for database in (self.ours, self.stock)
            ]
            assert held[0] == held[1]

    def teardown(self) -> None:
        self.stock.close()
        shutil.rmtree(self.folder)


def _answer(do: Callable[[Table], Any], table: Table) -> object:
    try:
        return do(table)
    except (ValueError, TypeError, KeyError) as error:
        return type(error)


def _grow(paper: Any) -> None:
    for value in paper.values():
        if isinstance(value, list):
            value.append("meer")


TestAlike = Alike.TestCase
TestAlike.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)


def test_a_number_that_another_program_gave_out_is_not_given_again(tmp_path: Path) -> None:
    one, other = (JournalDB(tmp_path / "notes.json").table("a") for _ in range(2))
    given = [table.insert({"n": n}) for n in range(4) for table in (one, other)]
    assert given == list(range(1, 9))
    assert one.all() == other.all()


def test_an_update_that_fails_changes_nothing(tmp_path: Path) -> None:
    table = JournalDB(tmp_path / "notes.json").table("a")
    table.insert_multiple([{"n": [1]}, {"n": 2}])

    def half(paper: Any) -> None:
        paper["n"].append(3)

    with pytest.raises(AttributeError):
        table.update(half)
    assert table.all() == [{"n": [1]}, {"n": 2}]
    with pytest.raises(TypeError):
        table.update({"n": object()})
    assert JournalDB(tmp_path / "notes.json").table("a").all() == [{"n": [1]}, {"n": 2}]
