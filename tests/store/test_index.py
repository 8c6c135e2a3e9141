from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.store.cast import THESE, Appearance, Cast, Statement
from tui.store.index import Index
from tui.store.quantities import Quantity, counting
from tui.store.query import parse
from tui.store.reading import Entry, Outcome, failed

ENTRY = Entry(17, 120, "9f0c", "Dijk hersteld", "2024-05", 3, 2)
_SAID = (None, "indirect", "zei", 0, 3, "Nee.", "")
ARTICLE = '{"body": "De dijk is hersteld."}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "corpus.sqlite"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    index = Index(path)
    yield index
    index.close()


def again(path: Path, engine: str | None = None) -> tuple[dict[str, Entry], str | None]:
    index = Index(path, engine=engine)
    try:
        return index.entries(), index.article("/a.txt", 17, 120)
    finally:
        index.close()


def test_what_is_put_is_there_at_the_next_start(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert again(path) == ({"/a.txt": ENTRY}, ARTICLE)


def test_a_file_that_changed_has_no_article_here(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert index.article("/a.txt", 17, 121) is None
    assert index.article("/a.txt", 18, 120) is None
    assert index.article("/b.txt", 17, 120) is None


def test_a_newer_outcome_takes_the_place_of_the_older(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    index.put("/a.txt", Outcome(ENTRY, "{}"))
    assert index.article("/a.txt", 17, 120) == "{}"
    assert index.article("/b.txt", 17, 120) == ARTICLE
    bad = Entry(17, 120, problem="not text.")
    index.put("/a.txt", Outcome(bad))
    assert index.article("/a.txt", 17, 120) is None
    assert index.entries()["/a.txt"] == bad


def test_a_failure_that_may_pass_is_not_kept(index: Index) -> None:
    index.put("/a.txt", failed("no memory."))
    assert index.entries() == {}


def test_files_that_are_gone_are_forgotten_with_their_articles(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt", "/never.txt"])
    assert index.entries() == {}
    with sqlite3.connect(path) as look:
        assert look.execute("SELECT count(*) FROM article").fetchone() == (0,)
    look.close()


def test_the_figures_of_a_page_go_with_it(index: Index) -> None:
    many, query = (Quantity("count", 40, 40, "huizen"),), parse("figure:>30")
    index.put("/a.txt", Outcome(ENTRY, ARTICLE, figures=many))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE, figures=many * 2))
    assert index.counting(query) == {"/a.txt": 1, "/b.txt": 2}
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt"])
    assert index.counting(query) == {}
    assert index.figures("/a.txt") == index.figures("/b.txt") == []


def test_the_actors_and_claims_of_a_page_go_with_it(index: Index) -> None:
    wal = Appearance("Toos Wal", "person", 2, 1)
    told = Cast((wal,), (Statement("denied", "Toos Wal", "person", "Wal", *_SAID),))
    index.put("/a.txt", Outcome(ENTRY, ARTICLE, cast=told))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE, cast=told))
    assert index.ask("SELECT name, claims FROM actor") == [("Toos Wal", 1)] * 2
    changes = index.changes
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt"])
    assert index.ask("SELECT * FROM actor") == index.ask("SELECT * FROM claim") == []
    assert index.changes == changes + 2
    index.forget([])
    assert index.changes == changes + 2


def test_a_name_is_looked_up_and_not_searched_for(index: Index) -> None:
    asked = f"EXPLAIN QUERY PLAN SELECT entry FROM actor WHERE (name, type) IN {THESE}"
    steps = [str(step[-1]) for step in index.ask(asked, ('[["person", "Toos Wal"]]',))]
    assert any("COVERING INDEX actor_name" in step for step in steps), steps


def test_a_number_is_looked_up_and_not_searched_for(index: Index) -> None:
    for text in ("figure:>1000", "kind:money figure:>1000", "noun:huizen figure:>1000"):
        told, values = counting(parse(text))
        plan = index._connection.execute(f"EXPLAIN QUERY PLAN {told}", values).fetchall()
        steps = [str(step[-1]) for step in plan]
        assert any(step.startswith("SEARCH figure USING COVERING INDEX") for step in steps), steps


def test_a_file_name_that_is_not_utf8_is_kept(index: Index) -> None:
    index.put("/\udcff.txt", Outcome(ENTRY, ARTICLE))
    assert list(index.entries()) == ["/\udcff.txt"]
    assert index.article("/\udcff.txt", 17, 120) == ARTICLE


def test_another_engine_starts_afresh(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert again(path, "another") == ({}, None)
    assert again(path, "another") == ({}, None)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["empty", "text", "damaged"],
)
def test_a_damaged_file_is_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    index = Index(path)
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.close()
    assert again(path) == ({"/a.txt": ENTRY}, ARTICLE)


def test_damage_while_it_is_open_costs_only_the_cache(index: Index, path: Path) -> None:
    for number in range(200):
        index.put(f"/{number}.txt", Outcome(ENTRY, ARTICLE * 50))
    index.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    damaged = Index(path)
    try:
        damaged.entries()
        damaged.article("/1.txt", 17, 120)
        damaged.put("/1.txt", Outcome(ENTRY, ARTICLE))
        damaged.forget(["/1.txt"])
    finally:
        damaged.close()


def test_without_a_place_for_it_the_cache_lasts_as_long_as_the_program(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    assert str(tmp_path / "cache") in (index.notice or "")
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert index.article("/a.txt", 17, 120) == ARTICLE
    index.close()


def test_a_full_disk_is_told(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert index.notice is None
    pages = index._connection.execute("PRAGMA page_count").fetchone()[0]
    index._connection.execute(f"PRAGMA max_page_count = {pages}")
    index.put("/b.txt", Outcome(ENTRY, ARTICLE * 1000))
    assert "full" in (index.notice or "")
    assert index.article("/a.txt", 17, 120) == ARTICLE


def test_two_programs_may_have_it_open_at_once(index: Index, path: Path) -> None:
    other = Index(path)
    other.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    other.close()
    assert sorted(index.entries()) == ["/a.txt", "/b.txt"]


def test_a_program_of_another_version_leaves_the_first_one_working(
    index: Index, path: Path
) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    newer = Index(path, engine="newer")
    newer.put("/a.txt", Outcome(ENTRY, "{}"))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    newer.close()
    assert index.article("/b.txt", 17, 120) == ARTICLE
