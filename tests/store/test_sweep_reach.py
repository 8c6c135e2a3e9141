"""What is out of reach for a while stays in the list as it was, and it is said what is wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import Opened, listed
from tests.store.samples import packed, page
from tests.store.test_sweep import keys, plant
from tui.store import sweep_walk
from tui.store.files import home_of
from tui.store.index import Index
from tui.store.library import ReadError
from tui.store.plain import Source
from tui.store.sweep import Sweep
from tui.store.sweep_reach import KEPT, UNMOUNTED


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = Index(tmp_path / "cache" / "corpus.sqlite")
    yield index
    index.close()


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "schijf"
    plant(folder, "a.txt", "zee/b.txt", "zee/c/d.txt")
    return folder


def problems(index: Index) -> list[str]:
    return [line for (line,) in index.ask("SELECT line FROM problem ORDER BY path")]


def shut(monkeypatch: pytest.MonkeyPatch, folder: Path, error: int = errno.EACCES) -> None:
    """Let nobody into a folder, whoever runs the tests."""
    real = {name: getattr(os, name) for name in ("open", "lstat", "stat")}

    def barred(name: str) -> object:
        def call(path: object, *more: object, **options: object) -> object:
            where = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
            inside = where.startswith(f"{folder}/")
            if inside or (name == "open" and where == str(folder)):
                raise OSError(error, os.strerror(error))
            return real[name](path, *more, **options)

        return call

    for name in real:
        monkeypatch.setattr(os, name, barred(name))


def test_a_root_that_is_away_keeps_its_pages(index: Index, top: Path) -> None:
    roots = [top, top.parent / "hier"]
    plant(roots[1], "e.txt")
    Sweep(index, roots).all()
    before = keys(index)
    top.rename(top.with_name("elders"))
    (roots[1] / "e.txt").unlink()
    Sweep(index, roots).all()
    assert keys(index) == [key for key in before if key != "hier/e.txt"]
    top.with_name("elders").rename(top)
    (top / "a.txt").unlink()
    Sweep(index, roots).all()
    assert keys(index) == ["schijf/zee/b.txt", "schijf/zee/c/d.txt"]


def test_a_root_that_goes_while_it_is_looked_at_keeps_its_pages(
    index: Index, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Sweep(index, [top]).all()
    before, walk = keys(index), sweep_walk.found

    def leaving(*asked: object) -> Iterator[Source]:
        top.rename(top.with_name("elders"))
        yield from walk(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(sweep_walk, "found", leaving)
    Sweep(index, [top]).all()
    assert keys(index) == before


def test_a_folder_where_nothing_is_mounted_keeps_its_pages(index: Index, top: Path) -> None:
    Sweep(index, [top]).all()
    before = keys(index)
    top.rename(top.with_name("elders"))
    top.mkdir()
    for _ in range(2):
        Sweep(index, [top]).all()
        assert keys(index) == before
        assert problems(index) == [f"{top}: {UNMOUNTED} {KEPT}"]
    plant(top, "nieuw.txt")
    Sweep(index, [top]).all()
    assert (keys(index), problems(index)) == (["nieuw.txt"], [])


def test_a_folder_that_was_emptied_has_no_pages_any_more(index: Index, top: Path) -> None:
    (top / "zee" / "c" / "d.txt").rename(top / "d.txt")
    Sweep(index, [top]).all()
    for path in [*top.glob("*.txt"), *top.glob("zee/*.txt")]:
        path.unlink()
    for path in (top / "zee" / "c", top / "zee"):
        path.rmdir()
    Sweep(index, [top]).all()
    assert keys(index) == []


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO])
def test_a_folder_that_one_may_not_look_into_keeps_its_pages(
    index: Index, top: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    Sweep(index, [top]).all()
    before = keys(index)
    with monkeypatch.context() as patch:
        shut(patch, top / "zee", error)
        Sweep(index, [top]).all()
        assert keys(index) == before
        (line,) = problems(index)
        assert line.startswith(f"{top / 'zee'}: ") and line.endswith(KEPT)
        Sweep(index, [top]).under([str(top / "zee" / "b.txt")])
        assert keys(index) == before
    (top / "zee" / "b.txt").unlink()
    Sweep(index, [top]).all()
    assert keys(index) == ["a.txt", "zee/c/d.txt"]
    assert problems(index) == []


def test_an_archive_that_one_may_not_open_keeps_its_pages(
    index: Index, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = top / "zee" / "oogst.warc.gz"
    archive.write_bytes(packed([page("https://a.nl/2"), page("https://a.nl/1")]))
    Sweep(index, [top]).all()
    before = keys(index)
    os.utime(archive, ns=(5, 5))
    with monkeypatch.context() as patch:
        shut(patch, top / "zee")
        Sweep(index, [top]).all()
        assert keys(index) == before
    with monkeypatch.context() as patch:
        real = os.open

        def barred(path: str, *more: int, **options: int) -> int:
            if path == str(archive):
                raise PermissionError(errno.EACCES, "no")
            return real(path, *more, **options)

        patch.setattr(os, "open", barred)
        Sweep(index, [top]).all()
        assert keys(index) == before
        assert problems(index)[0].endswith(KEPT)


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("nieuws", "nieuws"),
        ("nieuws.2024", "nieuws.2024"),
        ("bericht.html", "."),
        ("bericht.txt.gz", "."),
        ("oogst.warc", "."),
    ],
)
def test_a_corpus_that_is_away_is_at_home_where_it_was(
    tmp_path: Path, name: str, home: str
) -> None:
    assert home_of([str(tmp_path / name)]) == tmp_path.resolve() / home


def test_what_was_read_is_shown_while_its_disk_is_away(
    opened: Opened, folder: Path, was_read: list[str]
) -> None:
    library = opened()
    before, text = listed(library), library.article("dijk.txt").body
    folder.rename(folder.with_name("elders"))
    was_read.clear()
    library = opened()
    assert listed(library) == before
    assert [line.endswith(KEPT) for line in library.problems] == [True]
    assert library.article("dijk.txt").body == text
    assert "dijk.txt cannot be read now: no such file" in (library.unreachable("dijk.txt") or "")
    folder.with_name("elders").rename(folder)
    library.ingest()
    assert (listed(library), library.problems, was_read) == (before, (), [])
    assert library.unreachable("dijk.txt") is None


def test_a_root_that_goes_while_it_is_open_is_told_of(opened: Opened, folder: Path) -> None:
    library = opened()
    before = listed(library)
    folder.rename(folder.with_name("elders"))
    library.ingest(paths=[str(folder)])
    assert listed(library) == before
    assert [line.endswith(KEPT) for line in library.problems] == [True]


def test_what_is_out_of_reach_is_not_read_again_and_keeps_its_text(
    opened: Opened, folder: Path, was_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    before = listed(library)
    with library._index.write() as connection:
        connection.execute("UPDATE entry SET due = 2")
    was_read.clear()
    with monkeypatch.context() as patch:
        shut(patch, folder / "zee")
        library.ingest()
        assert listed(library) == before
        assert library.article("zee/brug.txt").title == "Brug open"
        assert "not permitted" in (library.unreachable("zee/brug.txt") or "")
    assert was_read == ["dijk.txt"]
    library.ingest()
    assert (listed(library), was_read) == (before, ["dijk.txt", "zee/brug.txt"])


def test_what_was_never_read_says_why_it_cannot_be_read_now(opened: Opened, folder: Path) -> None:
    library = opened(read=False)
    folder.rename(folder.with_name("elders"))
    library.ingest()
    assert [row.state for row in listed(library)] == ["waiting", "waiting"]
    with pytest.raises(ReadError, match="no such file"):
        library.article("dijk.txt")


def test_a_page_that_was_deleted_is_not_out_of_reach(opened: Opened, folder: Path) -> None:
    library = opened()
    (folder / "dijk.txt").unlink()
    assert library.unreachable("dijk.txt") is None
    with pytest.raises(ReadError, match="no such file"):
        library.article("dijk.txt")
