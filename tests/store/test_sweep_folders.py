"""Folders that are as they were: looked through without a look at what is known of their pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.store import sweep
from tui.store.files import walk
from tui.store.index import Index
from tui.store.library import Library
from tui.store.sweep import Found, Sweep
from tui.store.sweep_reach import KEPT

TEXT = "Dijk hersteld\n\nDe dijk is hersteld, stand {stand}.\n"


def put(path: Path, stand: int = 1) -> None:
    """A page whose text, but not its size, is another with each stamp."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(stand=stand))
    os.utime(path, ns=(stand * 10**9, stand * 10**9))


class Corpus:
    """A folder of pages and the library that reads them in this process."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path / "corpus"
        self.folder.mkdir()
        self._cache = tmp_path / "cache"
        self.open()

    def open(self) -> None:
        self.library = Library([self.folder], cache=self._cache, workers=0)

    def read(self, *paths: Path) -> None:
        self.library.ingest(lambda told: None, lambda: False, [str(path) for path in paths] or None)

    @property
    def index(self) -> Index:
        return self.library._index

    def known(self) -> dict[str, int]:
        return dict(self.index.ask("SELECT key, mtime_ns FROM entry WHERE due = 0"))

    def there(self) -> dict[str, int]:
        return {source.key: source.mtime_ns for source in walk([self.folder]).files}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    corpus = Corpus(tmp_path)
    yield corpus
    corpus.library.close()


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths under which somebody asked what is known of each page."""
    asked: list[str] = []
    ask = sweep._stamps

    def told(index: Index, top: str) -> sweep.Stamps:
        asked.append(top)
        return ask(index, top)

    monkeypatch.setattr(sweep, "_stamps", told)
    return asked


def test_pages_that_are_as_they_were_read_are_not_asked_for(
    corpus: Corpus, unasked: list[str]
) -> None:
    for name in ("a.txt", "b/1.txt", "b/2.html", "b/plaat.png", "b/c/3.txt", ".git/4.txt"):
        put(corpus.folder / name)
    corpus.read()
    unasked.clear()
    assert Sweep(corpus.index, [corpus.folder]).all() == Found(files=4)
    assert unasked == []


@pytest.mark.parametrize("other", ["a.txt", "b/1.txt", "b/new.txt", "d/new.txt"])
def test_what_came_or_changed_is_found_among_them(corpus: Corpus, other: str) -> None:
    for name in ("a.txt", "b/1.txt", "b/c/3.txt"):
        put(corpus.folder / name)
    corpus.read()
    put(corpus.folder / other, 2)
    corpus.read()
    assert corpus.known() == corpus.there()


@pytest.mark.parametrize("gone", ["a.txt", "b/c/3.txt", "b/c", "b", "e", "f"])
def test_what_went_is_found_among_them(corpus: Corpus, gone: str) -> None:
    for name in ("a.txt", "b/1.txt", "b/c/3.txt", "e/1.html", "e/1.json", "f/2.txt"):
        put(corpus.folder / name)
    corpus.read()
    path = corpus.folder / gone
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    corpus.read()
    assert corpus.known() == corpus.there()


def test_a_page_that_is_put_back_as_it_was_is_read_as_it_was(corpus: Corpus) -> None:
    page = corpus.folder / "a.txt"
    put(page)
    corpus.read()
    put(page, 2)
    corpus.read(page)
    put(page)
    corpus.read()
    assert corpus.known() == corpus.there() == {"a.txt": 10**9}


def fail_at(monkeypatch: pytest.MonkeyPatch, folder: str, error: OSError) -> None:
    """From now on a folder of this name cannot be opened."""
    opened = os.open

    def failing(path: str, *more: int) -> int:
        if os.path.basename(path) == folder:
            raise error
        return opened(path, *more)

    monkeypatch.setattr(os, "open", failing)


def test_a_page_that_went_and_one_that_came_in_its_place_are_told_apart(corpus: Corpus) -> None:
    put(corpus.folder / "a.txt")
    put(corpus.folder / "b.txt", 2)
    corpus.read()
    (corpus.folder / "a.txt").rename(corpus.folder / "c.txt")
    (corpus.folder / "b.txt").rename(corpus.folder / "a.txt")
    (corpus.folder / "c.txt").rename(corpus.folder / "b.txt")
    corpus.read()
    assert corpus.known() == corpus.there() == {"a.txt": 2 * 10**9, "b.txt": 10**9}


def test_a_folder_that_one_may_not_list_keeps_its_pages(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(corpus.folder / "a.txt")
    put(corpus.folder / "b" / "1.txt")
    corpus.read()
    fail_at(monkeypatch, "b", PermissionError(13, "no"))
    corpus.read()
    assert set(corpus.known()) == {"a.txt", "b/1.txt"}
    told = corpus.index.ask("SELECT line FROM problem")
    assert len(told) == 1
    assert told[0][0].endswith(KEPT)


def test_a_folder_that_goes_while_its_parent_is_looked_through_takes_its_pages_along(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(corpus.folder / "a.txt")
    put(corpus.folder / "b" / "1.txt")
    corpus.read()
    fail_at(monkeypatch, "b", FileNotFoundError(2, "gone"))
    corpus.read()
    assert set(corpus.known()) == {"a.txt"}


def test_a_page_that_could_not_be_read_for_now_is_read_at_the_next_start(corpus: Corpus) -> None:
    put(corpus.folder / "a.txt")
    corpus.read()
    with corpus.index.write() as connection:
        connection.execute("UPDATE entry SET mtime_ns = -1, size = -1")
        connection.execute("DELETE FROM folder")
    Sweep(corpus.index, [corpus.folder]).all()
    assert corpus.known() == {}
    corpus.read()
    assert corpus.known() == corpus.there()


_NAMES = ["a.txt", "b.html", "b.json", "c/d.txt", "c/e/f.txt", "c/e/g.html", "c/e/g_files/h.html"]
_STEP = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(_NAMES), st.integers(1, 3)),
    st.tuples(st.just("take"), st.sampled_from([*_NAMES, "c", "c/e"]), st.just(0)),
    st.tuples(st.just("hear"), st.sampled_from([*_NAMES, "c", "c/e"]), st.just(0)),
    st.tuples(st.just("find"), st.just(""), st.just(0)),
    st.tuples(st.just("read"), st.just(""), st.just(0)),
    st.tuples(st.just("open"), st.just(""), st.just(0)),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(_STEP, max_size=25))
def test_whatever_happened_a_look_at_all_finds_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    corpus = Corpus(tmp_path_factory.mktemp("any"))
    try:
        for step, name, stand in [*steps, ("read", "", 0)]:
            path = corpus.folder / name
            if step == "put":
                put(path, stand)
            elif step == "take" and path.is_dir():
                shutil.rmtree(path)
            elif step == "take":
                path.unlink(missing_ok=True)
            elif step == "hear":
                corpus.read(path)
            elif step == "find":
                Sweep(corpus.index, [corpus.folder]).all()
            elif step == "open":
                corpus.library.close()
                corpus.open()
            elif step == "read":
                corpus.read()
                assert corpus.known() == corpus.there()
    finally:
        corpus.library.close()
