"""What came, changed or went: a sweep finds what a walk finds, in one go or path by path."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import packed, page
from tui.store.files import walk
from tui.store.index import Index
from tui.store.sweep import Found, Sweep


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    yield index
    index.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def plant(folder: Path, *names: str, text: str = "Het regende.") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def keys(index: Index) -> list[str]:
    return [key for (key,) in index.ask("SELECT key FROM entry ORDER BY place")]


def due(index: Index) -> list[str]:
    return [key for (key,) in index.ask("SELECT key FROM entry WHERE due > 0 ORDER BY place")]


def settle(index: Index, folder: Path) -> None:
    """As after reading: every page has the stamp of its file."""
    with index.write() as connection:
        for source in walk([folder]).files:
            connection.execute(
                "UPDATE entry SET due = 0, mtime_ns = ?, size = ? WHERE path = ?",
                (source.mtime_ns, source.size, os.fsencode(source.path)),
            )


def test_all_that_a_walk_finds_is_in_the_list_in_its_order(index: Index, folder: Path) -> None:
    plant(folder, "10.txt", "9.txt", "a.txt", "a/2.txt", "a/10.txt", "a/b/1.txt", "B.txt")
    plant(folder, ".hidden.txt", ".git/1.txt", "kop.html", "kop_files/1.html", "plaat.png")
    assert Sweep(index, [folder]).all() == Found(files=8, came=8)
    assert keys(index) == [source.key for source in walk([folder]).files]
    assert due(index) == keys(index)


def test_what_is_as_it_was_is_left_alone(index: Index, folder: Path) -> None:
    plant(folder, "a.txt", "b/c.txt", "b/kop.html", "b/kop.json")
    Sweep(index, [folder]).all()
    settle(index, folder)
    assert Sweep(index, [folder]).all() == Found(files=3)
    assert due(index) == []


def test_what_came_changed_or_went_is_found(index: Index, folder: Path) -> None:
    plant(folder, "a.txt", "b.txt", "c/d.txt", "c/e.txt")
    Sweep(index, [folder]).all()
    settle(index, folder)
    (folder / "a.txt").unlink()
    plant(folder, "b.txt", text="Het bleef regenen.")
    plant(folder, "c/f.txt")
    assert Sweep(index, [folder]).all() == Found(files=4, came=1, changed=1, gone=1)
    assert keys(index) == ["b.txt", "c/d.txt", "c/e.txt", "c/f.txt"]
    assert due(index) == ["b.txt", "c/f.txt"]


CHANGES = {
    "a file comes": ("c/new.txt", ["c/new.txt"]),
    "a folder comes": ("new", ["new/1.txt", "new/deep/2.txt"]),
    "notes come beside a page": ("kop.json", ["kop.json"]),
}


@pytest.mark.parametrize(("path", "planted"), CHANGES.values(), ids=CHANGES)
def test_one_path_is_enough_to_hear_of_what_came(
    index: Index, folder: Path, path: str, planted: list[str]
) -> None:
    plant(folder, "kop.html", "c/d.txt")
    Sweep(index, [folder]).all()
    settle(index, folder)
    plant(folder, *planted)
    os.utime(folder / planted[0], ns=(2**61, 2**61))
    Sweep(index, [folder]).under([str(folder / path)])
    assert keys(index) == [source.key for source in walk([folder]).files]
    assert due(index) == [name if name.endswith("txt") else "kop.html" for name in planted]


@pytest.mark.parametrize("gone", ["c", "c/d.txt", "a.txt"])
def test_one_path_is_enough_to_hear_of_what_went(index: Index, folder: Path, gone: str) -> None:
    plant(folder, "a.txt", "c/d.txt", "c/e.txt", "c.txt", "cc/1.txt")
    Sweep(index, [folder]).all()
    os.rename(folder / gone, folder.parent / "elsewhere")
    Sweep(index, [folder]).under([str(folder / gone)])
    assert keys(index) == [source.key for source in walk([folder]).files]


PASSED_OVER = [".newsreader/notes.json", ".git/x.txt", "kop_files/deel.html", "c/.x.txt", "x.png"]


@pytest.mark.parametrize("name", PASSED_OVER)
def test_a_path_that_is_no_part_of_the_corpus_changes_nothing(
    index: Index, folder: Path, name: str
) -> None:
    plant(folder, "kop.html", "c/d.txt")
    Sweep(index, [folder]).all()
    plant(folder, name)
    Sweep(index, [folder]).under([str(folder / name)])
    assert keys(index) == ["c/d.txt", "kop.html"]


def test_the_parts_of_a_page_that_came_after_them_leave_the_list(
    index: Index, folder: Path
) -> None:
    plant(folder, "kop_files/deel.html")
    Sweep(index, [folder]).all()
    assert keys(index) == ["kop_files/deel.html"]
    plant(folder, "kop.html")
    Sweep(index, [folder]).under([str(folder / "kop.html")])
    assert keys(index) == ["kop.html"]


def test_the_pages_of_an_archive_come_and_go_with_it(index: Index, folder: Path) -> None:
    archive = folder / "oogst.warc.gz"
    archive.write_bytes(packed([page("https://a.nl/2"), page("https://a.nl/1")]))
    assert Sweep(index, [folder]).all().came == 2
    assert keys(index) == ["oogst.warc.gz!/a.nl/2", "oogst.warc.gz!/a.nl/1"]
    with index.write() as connection:
        connection.execute("UPDATE entry SET due = 0")
    assert Sweep(index, [folder]).all() == Found(files=2)
    archive.unlink()
    Sweep(index, [folder]).under([str(archive)])
    assert keys(index) == []


def test_an_archive_that_was_away_and_is_back_as_it_was_has_its_pages_again(
    index: Index, folder: Path
) -> None:
    archive = folder / "oogst.warc.gz"
    archive.write_bytes(packed([page("https://a.nl/2"), page("https://a.nl/1")]))
    Sweep(index, [folder]).all()
    before = keys(index)
    archive.rename(folder.parent / "elders.warc.gz")
    Sweep(index, [folder]).under([str(archive)])
    (folder.parent / "elders.warc.gz").rename(archive)
    Sweep(index, [folder]).under([str(archive)])
    assert keys(index) == before


def test_a_folder_that_cannot_be_listed_does_not_take_the_others_along(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(folder, "a/1.txt", "b/2.txt", "c/3.txt")
    wrong = (folder / "b").stat().st_ino
    listed = os.listdir

    def listdir(where: int) -> list[str]:
        if os.fstat(where).st_ino == wrong:
            raise OSError(errno.EIO, "input/output error")
        return listed(where)

    monkeypatch.setattr(os, "listdir", listdir)
    Sweep(index, [folder]).all()
    assert keys(index) == ["a/1.txt", "c/3.txt"]
    ((line,),) = index.ask("SELECT line FROM problem")
    assert line.startswith(str(folder / "b"))


def test_a_folder_is_listed_once_for_all_that_changed_in_it(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.html" for number in range(50)]
    plant(folder, *names, *(name.replace("html", "json") for name in names))
    paths = [str(path) for path in folder.iterdir()]
    listed: list[str] = []
    listdir = os.listdir

    def counting(where: str) -> list[str]:
        listed.append(where)
        return listdir(where)

    monkeypatch.setattr(os, "listdir", counting)
    Sweep(index, [folder]).under(paths)
    assert listed == [str(folder)]
    assert len(keys(index)) == 50


def test_problems_are_those_of_the_last_look(index: Index, folder: Path) -> None:
    os.mkfifo(folder / "pijp.txt")
    (folder / "c").mkdir()
    os.symlink("x", folder / "c" / "schakel.txt")
    Sweep(index, [folder]).all()
    assert len(index.ask("SELECT line FROM problem")) == 2
    (folder / "pijp.txt").unlink()
    Sweep(index, [folder]).under([str(folder / "pijp.txt")])
    assert index.ask("SELECT path FROM problem") == [(os.fsencode(folder / "c/schakel.txt"),)]


def test_two_names_that_look_alike_once_they_are_safe_get_two_keys(
    index: Index, folder: Path
) -> None:
    plant(folder, "a\x1b.txt", "a\x07.txt")
    Sweep(index, [folder]).all()
    assert sorted(keys(index)) == ["a\ufffd.txt", "a\ufffd.txt (2)"]


def test_several_roots_apart_are_looked_at_as_quickly_as_one(index: Index, folder: Path) -> None:
    plant(folder, "a/1.txt", "b/2.txt")
    roots = [folder / "a", folder / "b"]
    Sweep(index, roots).all()
    with index.write() as connection:
        for path in (folder / "a/1.txt", folder / "b/2.txt"):
            connection.execute(
                "UPDATE entry SET due = 0, mtime_ns = ?, size = ? WHERE path = ?",
                (path.stat().st_mtime_ns, path.stat().st_size, os.fsencode(path)),
            )
    sweep = Sweep(index, roots)
    assert sweep.all() == Found(files=2)
    assert sweep.unchanged == 2


def test_what_lies_under_two_roots_is_listed_once(index: Index, folder: Path) -> None:
    plant(folder, "1.txt", "zee/2.txt", "zee/x.bak")
    roots = [folder, folder / "zee", folder / "zee" / "x.bak"]
    Sweep(index, roots).all()
    assert keys(index) == ["1.txt", "zee/2.txt", "zee/x.bak"]
    settle(index, folder)
    Sweep(index, roots).all()
    assert keys(index) == ["1.txt", "zee/2.txt", "zee/x.bak"]


def test_a_look_that_is_called_off_takes_nothing_away(index: Index, folder: Path) -> None:
    plant(folder, "a.txt", "b.txt")
    Sweep(index, [folder]).all()
    (folder / "a.txt").unlink()
    Sweep(index, [folder], lambda: True).all()
    assert keys(index) == ["a.txt", "b.txt"]


_STEPS = st.lists(
    st.tuples(st.sampled_from(["a.txt", "b.html", "b.json", "c/d.txt", "c/e/f.txt"]), st.booleans())
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_STEPS)
def test_path_by_path_or_all_at_once_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    one = Index(folder.parent / f"{folder.name}-1.sqlite")
    other = Index(folder.parent / f"{folder.name}-2.sqlite")
    try:
        for name, comes in steps:
            path = folder / name
            if comes:
                plant(folder, name)
            else:
                path.unlink(missing_ok=True)
            Sweep(one, [folder]).under([str(path)])
        Sweep(other, [folder]).all()
        assert keys(one) == keys(other) == [source.key for source in walk([folder]).files]
    finally:
        one.close()
        other.close()


def test_a_sidecar_older_than_its_page_is_noticed_when_it_comes_and_when_it_goes(
    index: Index, folder: Path
) -> None:
    plant(folder, "kop.html", "nog.html")
    Sweep(index, [folder]).all()
    settle(index, folder)
    plant(folder, "kop.json")
    os.utime(folder / "kop.json", ns=(5, 5))
    Sweep(index, [folder]).all()
    assert due(index) == ["kop.html"]
    settle(index, folder)
    (folder / "kop.json").unlink()
    Sweep(index, [folder]).under([str(folder / "kop.json")])
    assert due(index) == ["kop.html"]


def test_a_named_file_stays_whatever_its_ending_when_it_changes(index: Index, folder: Path) -> None:
    plant(folder, "bericht.bak")
    roots = [folder / "bericht.bak"]
    Sweep(index, roots).all()
    Sweep(index, roots).under([str(roots[0])])
    assert keys(index) == ["bericht.bak"]
