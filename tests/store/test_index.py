from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store import entries, words
from tui.store.cast import THEIR_IDS, Appearance, Cast, Statement
from tui.store.entries import Due, New
from tui.store.files import natural, path_order
from tui.store.index import Index
from tui.store.quantities import Quantity
from tui.store.reading import Entry, Outcome, failed
from tui.store.tables import CHANGED, place_of

ENTRY = Entry(17, 120, "9f0c", "Dijk hersteld", "2024-05", 3, 2)
ARTICLE = b"packed"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "corpus.sqlite"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    index = Index(path)
    yield index
    index.close()


def known(index: Index) -> dict[str, tuple[object, ...]]:
    """Stamp and headline of each page, by path."""
    rows = index.ask("SELECT path, mtime_ns, size, title FROM entry ORDER BY place")
    return {os.fsdecode(path): tuple(rest) for path, *rest in rows}


def articles(index: Index) -> dict[str, bytes]:
    rows = index.ask("SELECT path, packed FROM article JOIN entry ON entry.id = entry")
    return {os.fsdecode(path): packed for path, packed in rows}


HERE = {"/a.txt": (17, 120, "Dijk hersteld")}


def again(path: Path, engine: str | None = None) -> dict[str, tuple[object, ...]]:
    index = Index(path, engine=engine)
    try:
        return known(index)
    finally:
        index.close()


def test_what_is_put_is_there_at_the_next_start(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert again(path) == HERE
    assert articles(index) == {"/a.txt": ARTICLE}


def test_a_newer_outcome_takes_the_place_of_the_older_under_the_same_id(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    ids = index.ask("SELECT path, id FROM entry ORDER BY path")
    index.put("/a.txt", Outcome(ENTRY, b"other"))
    assert articles(index) == {"/a.txt": b"other", "/b.txt": ARTICLE}
    index.put("/a.txt", Outcome(Entry(18, 120, problem="not text.")))
    assert articles(index) == {"/b.txt": ARTICLE}
    assert known(index)["/a.txt"] == (18, 120, None)
    assert index.ask("SELECT path, id FROM entry ORDER BY path") == ids


def test_a_failure_that_may_pass_is_looked_at_again(index: Index) -> None:
    index.put("/a.txt", failed("no memory."))
    assert index.ask("SELECT state, passing, mtime_ns, problem FROM entry") == [
        (2, 1, -1, "no memory.")
    ]


def test_files_that_are_gone_are_forgotten_with_their_articles(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt", "/never.txt"])
    assert not known(index) and not articles(index)
    assert index.ask("SELECT n FROM tally") == [(0,)] * 3


def test_an_id_is_never_given_to_another_file(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    ((first,),) = index.ask("SELECT id FROM entry")
    index.forget(["/a.txt"])
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    assert index.ask("SELECT id FROM entry") != [(first,)]


TOLD = "figure", "spread"
"""Where figures stand: those of one number, and ranges."""


def test_the_figures_of_a_page_go_with_it(index: Index) -> None:
    many = Quantity("count", 40, 40, "huizen"), Quantity("count", 40, 60, "huizen")
    index.put("/a.txt", Outcome(ENTRY, ARTICLE, figures=many))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE, figures=many * 2))
    assert [index.ask(f"SELECT count(*) FROM {table}") for table in TOLD] == [[(2,)]] * 2
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt"])
    assert [index.ask(f"SELECT * FROM {table}") for table in TOLD] == [[]] * 2


def test_the_actors_and_claims_of_a_page_go_with_it(index: Index) -> None:
    wal = Appearance("Toos Wal", "person", 2, 1)
    told = Cast((wal,), (Statement("denied", "Toos Wal", "person"),))
    index.put("/a.txt", Outcome(ENTRY, ARTICLE, cast=told))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE, cast=told))
    assert index.ask("SELECT claims FROM appearance") == [(1,)] * 2
    people = index.stamp("people")
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    index.forget(["/a.txt"])
    assert index.ask("SELECT * FROM appearance") == index.ask("SELECT * FROM statement") == []
    assert index.stamp("people") == people + 2
    index.forget([])
    assert index.stamp("people") == people + 2


def test_the_words_of_a_page_go_with_it(index: Index) -> None:
    asked = "SELECT rowid FROM word WHERE word MATCH ?"
    index.put("/a.txt", Outcome(ENTRY, ARTICLE, words="de sluis lekt"))
    assert len(index.ask(asked, ("sluis",))) == len(index.ask(asked, ("hersteld",))) == 1


def test_a_name_is_looked_up_and_not_searched_for(index: Index) -> None:
    asked = f"EXPLAIN QUERY PLAN SELECT entry FROM appearance WHERE who IN {THEIR_IDS}"
    steps = [str(step[-1]) for step in index.ask(asked, ('[["person", "Toos Wal"]]',))]
    assert any("appearance USING PRIMARY KEY (who=?)" in step for step in steps), steps
    assert not any(step.startswith("SCAN") and "json_each" not in step for step in steps), steps


FIRST_PAGES = {
    "path": "ORDER BY place",
    "due": "WHERE due > 0 ORDER BY place",
}


@pytest.mark.parametrize("order", FIRST_PAGES.values(), ids=FIRST_PAGES)
def test_a_first_page_is_found_without_sorting(index: Index, order: str) -> None:
    plan = index.ask(f"EXPLAIN QUERY PLAN SELECT id FROM entry {order} LIMIT 60")
    assert not any("TEMP B-TREE" in str(step[-1]) for step in plan), plan


SOME_SORTED = {
    "date": ("ORDER BY published DESC, place", "entry_published"),
    "title": ("WHERE sort_title IS NOT NULL ORDER BY sort_title, place", "entry_title"),
    "site": ("WHERE site IS NOT NULL ORDER BY site, place", "entry_site"),
    "figures": ("ORDER BY figures DESC, place", "entry_figures"),
}


@pytest.mark.parametrize(("order", "name"), SOME_SORTED.values(), ids=SOME_SORTED)
def test_of_a_first_page_only_those_that_are_alike_are_sorted(
    index: Index, order: str, name: str
) -> None:
    asked = f"SELECT id FROM entry {order} LIMIT 60"
    plan = [str(step[-1]) for step in index.ask(f"EXPLAIN QUERY PLAN {asked}")]
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan  # that would be of all of them
    assert any(f"INDEX {name}" in step for step in plan), plan


def test_a_file_name_that_is_not_utf8_is_kept(index: Index) -> None:
    index.put("/\udcff.txt", Outcome(ENTRY, ARTICLE))
    assert list(known(index)) == ["/\udcff.txt"]


def test_another_engine_starts_afresh(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert again(path, "another") == {}
    assert again(path, "another") == {}


def test_a_program_of_another_version_leaves_the_first_one_working(
    index: Index, path: Path
) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    newer = Index(path, engine="newer")
    newer.put("/c.txt", Outcome(ENTRY, ARTICLE))
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    assert list(known(index)) == ["/b.txt"]  # apart, in the place of what was lost
    assert list(known(newer)) == ["/c.txt"]
    assert "another version" in (index.notice or "")
    newer.close()


DAMAGED = {
    "empty": b"",
    "text": b"not a database at all" * 100,
    "damaged": b"SQLite format 3\0" + b"\xff" * 5000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    index = Index(path)
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    index.close()
    assert again(path) == HERE


def test_a_damaged_file_is_told_of(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(DAMAGED["text"])
    index = Index(path)
    assert "damaged" in (index.notice or "")
    index.close()


def test_damage_that_is_found_on_the_way_is_mended_and_told(path: Path) -> None:
    index = Index(path)
    for number in range(200):
        index.put(f"/{number}.txt", Outcome(ENTRY, ARTICLE * 50))
    ((page,),) = index.ask("SELECT rootpage FROM sqlite_master WHERE name = 'article'")
    ((size,),) = index.ask("PRAGMA page_size")
    index.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    damaged = Index(path)
    try:
        before = damaged.version
        for table in ("entry", "article", "figure", "near"):
            damaged.ask(f"SELECT * FROM {table}")
        assert "damaged" in (damaged.notice or "")
        assert damaged.version > before
        damaged.put("/a.txt", Outcome(ENTRY, ARTICLE))
        assert known(damaged) == HERE
    finally:
        damaged.close()
    assert again(path) == HERE


def test_a_file_that_is_deleted_under_it_is_made_anew(index: Index, path: Path) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    before = index.version
    for name in os.listdir(path.parent):
        (path.parent / name).unlink()
    assert index.version > before
    assert known(index) == {}
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert again(path) == known(index) == HERE


def test_without_a_place_for_it_the_cache_lasts_as_long_as_the_program(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    assert str(tmp_path / "cache") in (index.notice or "")
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert known(index) == HERE
    apart = index.path.parent
    index.close()
    assert not apart.exists()


def test_without_a_place_for_any_file_it_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    assert not index.in_a_file
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert known(index) == HERE
    index.close()


def test_in_memory_one_reads_and_writes_while_another_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    notice = index.notice
    with index.write() as connection:
        connection.execute("UPDATE entry SET size = 5")
        assert len(index.ask("SELECT id, size FROM entry")) == 1
        assert index.version
    reading = index._connect()
    rows = reading.execute("WITH n (n) AS (VALUES (1), (2)) SELECT n.n, size FROM n, entry")
    assert rows.fetchone() == (1, 5)
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    reading.close()
    assert index.ask("SELECT count(*) FROM entry") == [(2,)]
    assert index.notice == notice
    index.close()


def test_a_full_disk_is_told(index: Index) -> None:
    index.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert index.notice is None
    pages = index._writer.execute("PRAGMA page_count").fetchone()[0]
    index._writer.execute(f"PRAGMA max_page_count = {pages}")
    index.put("/b.txt", Outcome(ENTRY, ARTICLE * 10_000))
    assert "full" in (index.notice or "")
    assert known(index) == HERE


def test_two_programs_may_have_it_open_at_once_and_see_what_the_other_does(
    index: Index, path: Path
) -> None:
    other = Index(path)
    before = index.version
    other.put("/a.txt", Outcome(ENTRY, ARTICLE))
    assert index.version > before
    now = index.version
    assert index.version == now
    index.put("/b.txt", Outcome(ENTRY, ARTICLE))
    assert index.version > now
    other.close()
    assert list(known(index)) == ["/a.txt", "/b.txt"]


def test_a_transaction_that_fails_leaves_nothing(index: Index) -> None:
    with pytest.raises(sqlite3.OperationalError), index.write() as connection:
        connection.execute("INSERT INTO problem VALUES (x'61', 'x')")
        connection.execute("INSERT INTO nowhere VALUES (1)")
    assert index.ask("SELECT * FROM problem") == []


_NAMES = st.lists(
    st.text("aBc09é. ", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=4
)


@given(st.lists(_NAMES.map("/".join), max_size=8))
def test_places_stand_as_paths_do(keys: list[str]) -> None:
    names = {name for key in keys for name in key.split("/")}
    alike = {tuple(map(str, natural(name)[0])) for name in names}
    if len(alike) == len(names):  # else zeros and upper case may come in another order
        assert sorted(set(keys), key=place_of) == sorted(set(keys), key=path_order)


def pieces(index: Index) -> list[int]:
    """Of how many pieces the tables of words are, and how many articles have one of the words."""
    asked = ("word_idx", "phrase_idx")
    found = [index.ask(f"SELECT count(DISTINCT segid) FROM {name}")[0][0] for name in asked]
    return [*found, index.ask("SELECT count(*) FROM word WHERE word MATCH 'dijk'")[0][0]]


def test_the_tables_of_words_are_merged_and_find_what_they_found(index: Index) -> None:
    for at in range(1, 4):
        with index.write() as connection:
            words.put(connection, at, "Dijk hersteld", f"Het duurde {at} weken tot het klaar was.")
    index.merge(lambda: True)
    assert pieces(index) == [3, 3, 3]
    index.merge()
    assert pieces(index) == [1, 1, 3]


NOBODY = Cast()


def in_one_go(index: Index, names: str, told: Cast = NOBODY) -> None:
    """Keep some new pages in one transaction; they come in this order."""
    with index.write() as connection:
        entries.add(connection, [New(name.encode(), name) for name in sorted(names)])
        ids = dict(connection.execute("SELECT key, id FROM entry"))
        entries.keep(
            connection,
            [
                (
                    Due(ids[name], name, name, CHANGED, b""),
                    Outcome(ENTRY._replace(article_id=name), ARTICLE, cast=told, words="de dijk"),
                )
                for name in names
            ],
        )


def test_pages_in_any_order_make_one_piece_of_each_table_of_words(index: Index) -> None:
    in_one_go(index, "cbadfe")
    assert pieces(index) == [1, 1, 6]


POPPE = Cast(
    (
        Appearance("Jan Poppe", "person", 2, forms="Poppe\nJ. Poppe"),
        Appearance("Waterschap Zeedorp", "organisation", 1, entity="Waterschap", forms="WZ"),
    )
)
BY_NAME = [f"SELECT * FROM {table}" for table in ("called", "trait", "traits")]


def test_names_are_found_by_the_same_however_their_articles_come_and_go(
    index: Index, tmp_path: Path
) -> None:
    in_one_go(index, "ab", POPPE)
    apart = Index(tmp_path / "apart.sqlite")
    other = Cast((POPPE.actors[0]._replace(role="wethouder", forms="Poppe"), POPPE.actors[1]))
    try:
        for name, told in (("a", other), ("b", POPPE), ("c", POPPE)):
            in_one_go(apart, name, told)
        apart.forget(["b", "c"])
        in_one_go(apart, "d", POPPE)
        found = [sorted(apart.ask(asked)) for asked in BY_NAME]
    finally:
        apart.close()
    assert found == [sorted(index.ask(asked)) for asked in BY_NAME]
    assert all(found)
