"""Who builds the index, in which process, and what the others see of it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.store.conftest import Opened, listed
from tui.store import entries, often, sweep, sweep_walk
from tui.store.building_process import BuildingProcess, Gone
from tui.store.guiding import Guides
from tui.store.index import Index
from tui.store.ingest import Ingest
from tui.store.library import Library, Progress
from tui.store.plain import Source
from tui.store.watching import MANY, watching


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "echt"
    (folder / "zee").mkdir(parents=True)
    for name in ("a", "b", "zee/c"):
        text = f"Dijk {name} hersteld\n\nDe dijk bij {name} is na zes weken werk hersteld.\n"
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def library(corpus: Path, tmp_path: Path) -> Iterator[Library]:
    library = Library([corpus], cache=tmp_path / "cache", workers=1)
    yield library
    library.close()


def test_a_process_of_its_own_builds_and_the_library_sees_it(library: Library) -> None:
    before = library.version
    told: list[Progress] = []
    library.ingest(told.append)
    assert library.counts == (3, 3, 0)
    assert library.version > before
    assert library.building
    assert told[0].phase == "looking"
    assert "dijk bij zee/c" in library.article("zee/c.txt").body


def test_the_same_process_looks_again(library: Library, corpus: Path) -> None:
    library.ingest()
    process = library._builder._process
    (corpus / "d.txt").write_text("Brug open\n\nDe brug gaat om elf uur open.\n")
    (corpus / "a.txt").unlink()
    library.ingest(paths=[str(corpus / "d.txt")])
    assert [row.key for row in listed(library)] == ["a.txt", "b.txt", "d.txt", "zee/c.txt"]
    library.ingest()
    assert [row.key for row in listed(library)] == ["b.txt", "d.txt", "zee/c.txt"]
    assert library._builder._process is process


def test_a_process_that_dies_is_replaced(library: Library, corpus: Path) -> None:
    library.ingest()
    process = library._builder._process
    assert process is not None
    process.close()
    (corpus / "d.txt").write_text("Brug open\n\nDe brug gaat om elf uur open.\n")
    library.ingest()
    assert library.counts == (4, 4, 0)


def test_a_process_that_always_dies_ends_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise Gone

    monkeypatch.setattr(BuildingProcess, "ingest", gone)
    library.ingest()
    assert library.counts.waiting == 3
    assert "ended again and again" in (library.cache_notice or "")


def test_what_is_called_off_at_once_is_not_begun(library: Library) -> None:
    library.ingest(cancelled=lambda: True)
    assert library.counts == (3, 0, 0)


def test_where_no_file_can_be_locked_it_is_built_all_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def acquire(*_: object) -> None:
        raise NotImplementedError("no locks here")

    monkeypatch.setattr(FileLock, "acquire", acquire)
    library.ingest()
    assert library.building
    assert library.counts == (3, 3, 0)


def test_pages_in_the_very_same_place_are_all_read(corpus: Path, tmp_path: Path) -> None:
    for number in range(120):
        (corpus / f"{number}.txt").write_text(f"Brug {number} open\n\nDe brug gaat open.\n")
    library = Library([corpus], cache=tmp_path / "cache", workers=0)
    try:
        with library._index.write() as connection:
            connection.execute("UPDATE entry SET place = x'01'")
        library.ingest()
        assert library.counts == (123, 123, 0)
    finally:
        library.close()


def test_closing_ends_a_build_at_once(library: Library) -> None:
    building = threading.Event()

    def build() -> None:
        library.ingest(lambda progress: building.set())

    thread = threading.Thread(target=build)
    thread.start()
    building.wait()
    library.close()
    thread.join()
    process = library._builder._process
    assert process is None or process._process.poll() is not None


def test_of_two_windows_one_builds_and_the_other_sees_it(opened: Opened, folder: Path) -> None:
    one = opened()
    other = opened(beside=True)
    assert (one.building, other.building) == (True, False)
    (folder / "nieuw.txt").write_text("Haven dicht\n\nDe haven is dicht.")
    other.ingest()
    assert other.total == 2
    before = other.version
    one.ingest()
    assert other.total == 3
    assert other.version > before


def test_the_other_window_takes_over_when_the_first_is_closed(opened: Opened) -> None:
    one = opened()
    other = opened(beside=True)
    assert not other._builder.take_over()
    one.close()
    assert other._builder.take_over()
    assert other.building
    assert not other._builder.take_over()


def test_an_index_that_was_deleted_is_built_again(opened: Opened, tmp_path: Path) -> None:
    library = opened()
    before = library.version
    for file in (tmp_path / "cache").iterdir():
        if not file.name.endswith(".lock"):
            file.unlink()
    assert library.version > before
    assert library.total == 0
    assert library._builder.take_over()  # so that whoever watches looks at everything
    library.ingest()
    assert library.counts == (2, 2, 0)


def test_changes_tell_of_paths_and_a_burst_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = str(tmp_path.resolve())
    told = [
        set(),
        {(1, f"{top}/a.txt"), (2, f"{top}/b.txt")},
        {(1, f"{top}/{n}.txt") for n in range(MANY + 1)},
    ]
    monkeypatch.setattr("watchfiles.watch", lambda *_, **__: iter(told))
    found = list(watching([top], lambda: False, lambda: False))
    whole = frozenset({top})
    assert found == [whole, frozenset({f"{top}/a.txt", f"{top}/b.txt"}), whole]


def test_everything_is_looked_at_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = iter([False, False, True, False])
    monkeypatch.setattr("watchfiles.watch", lambda *_, **__: iter([set()] * 4))
    top = str(tmp_path.resolve())
    assert list(watching([top], lambda: next(anew), lambda: False)) == [frozenset({top})] * 2


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("a.txt", True),
        ("diep/er/a.txt", True),
        (".newsreader/notes.json", False),
        ("diep/.git/HEAD", False),
        ("../elders.txt", False),
    ],
)
def test_only_what_is_in_the_corpus_and_not_hidden_is_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ours: bool
) -> None:
    heard: list[bool] = []

    def watch(*_: object, watch_filter: object, **__: object) -> Iterator[set[object]]:
        path = (tmp_path / "corpus" / name).absolute()
        heard.append(watch_filter(1, str(path.parent.resolve() / path.name)))  # type: ignore[operator]
        yield set()

    (tmp_path / "corpus" / "diep").mkdir(parents=True)
    monkeypatch.setattr("watchfiles.watch", watch)
    list(watching([str(tmp_path / "corpus")], lambda: False, lambda: False))
    assert heard == [ours]


def test_where_nothing_can_be_watched_everything_is_looked_at_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchfiles.watch", full)
    monkeypatch.setattr("tui.store.watching._SWEEP", -1)
    changes = watching([str(tmp_path)], lambda: False, lambda: False)
    assert next(changes) == frozenset({str(tmp_path.resolve())})


def test_files_that_come_while_it_is_open_are_told_of(opened: Opened, folder: Path) -> None:
    library = opened()
    library.ingest()
    done = threading.Event()
    ready = threading.Event()

    def watch() -> None:
        ready.set()
        for paths in library.changes(done.is_set):
            library.ingest(paths=paths)
            if library.total == 3:
                done.set()

    thread = threading.Thread(target=watch)
    thread.start()
    ready.wait()
    number = 0
    while not done.wait(0.2) and number < 100:  # until the watch is on
        number += 1
        (folder / "nieuw.txt").write_text(f"Haven dicht\n\nDe haven is {number} uur dicht.")
    thread.join()
    assert "nieuw.txt" in {row.key for row in listed(library)}


def test_the_first_of_a_new_corpus_are_read_while_files_are_still_looked_for(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (corpus / f"{number}.txt").write_text("Brug open\n\nDe brug gaat om elf uur open.\n")
    kept, told = threading.Event(), list[Progress]()
    in_time = []
    walk, keep = sweep_walk.found, entries.keep

    def slow(*asked: Any) -> Iterator[Source]:
        for number, source in enumerate(walk(*asked)):
            if number == 20:
                in_time.append(kept.wait(30))
            yield source

    def keeping(*asked: Any) -> None:
        keep(*asked)
        kept.set()

    monkeypatch.setattr(sweep_walk, "found", slow)
    monkeypatch.setattr(entries, "keep", keeping)
    monkeypatch.setattr(sweep, "_FEW", 5)
    index = Index(tmp_path / "cache" / "new.sqlite")
    guides = Guides(corpus, lambda: (), (), index, None)
    Ingest(index, [corpus], guides, lambda: None, told.append, lambda: False).run()
    assert in_time == [True]
    assert index.ask("SELECT n FROM tally ORDER BY state") == [(0,), (33,), (0,)]
    assert [each.phase for each in told[:2]] == ["looking", "looking"]
    assert told[1].done >= 5
    index.close()


def test_what_goes_wrong_while_files_are_looked_for_is_told(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Iterator[Source]:
        raise sqlite3.OperationalError("no room")

    monkeypatch.setattr(sweep_walk, "found", broken)
    index = Index(tmp_path / "cache" / "new.sqlite")
    guides = Guides(corpus, lambda: (), (), index, None)
    work = Ingest(index, [corpus], guides, lambda: None, lambda _: None, lambda: False)
    with pytest.raises(sqlite3.OperationalError, match="no room"):
        work.run()
    index.close()


@pytest.mark.parametrize(("paths", "left"), [(None, 0), ("root", 0), ("page", 1)])
def test_who_looks_at_everything_learns_from_the_least_change(
    corpus: Path, tmp_path: Path, paths: str | None, left: int
) -> None:
    index = Index(tmp_path / "cache" / "new.sqlite")
    guides = Guides(corpus, lambda: (), (), index, None)
    Ingest(index, [corpus], guides, lambda: None, lambda _: None, lambda: False).run()
    with index.write() as connection:
        connection.execute("UPDATE scope SET changed = 1, pages = 1000")
    asked = {None: None, "root": [str(corpus)], "page": [str(corpus / "a.txt")]}[paths]
    Ingest(index, [corpus], guides, lambda: None, lambda _: None, lambda: False).run(asked)
    assert {changed for (changed,) in index.ask("SELECT changed FROM scope")} == {left}
    index.close()


@pytest.mark.parametrize(("paths", "made"), [(None, True), ("page", False)])
def test_whoever_looked_at_everything_makes_the_sets_of_common_words(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: str | None, made: bool
) -> None:
    monkeypatch.setattr(often, "LEAST", 1)
    index = Index(tmp_path / "cache" / "new.sqlite")
    guides = Guides(corpus, lambda: (), (), index, None)
    asked = [str(corpus / "a.txt")] if paths else None
    Ingest(index, [corpus], guides, lambda: None, lambda _: None, lambda: False).run(asked)
    assert bool(index.ask("SELECT 1 FROM often WHERE word = 'dijk'")) is made
    for name in ("a", "b", "zee/c") if made else ():
        (corpus / f"{name}.txt").write_text("Brug open\n\nDe brug gaat om elf uur open.\n")
    monkeypatch.setattr(often, "_TOO_LATE", "(SELECT count(*) > 2 FROM lately)")
    Ingest(index, [corpus], guides, lambda: None, lambda _: None, lambda: False).run(
        [str(corpus / f"{name}.txt") for name in ("a", "b", "zee/c")]
    )
    assert index.ask("SELECT 1 FROM often") == []  # all was written anew since
    index.close()


def test_pages_that_went_are_not_looked_through_without_end(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(often, "LEAST", 1)
    monkeypatch.setattr(often, "_TOO_LATE", "(SELECT count(*) > 1 FROM lately)")
    index = Index(tmp_path / "cache" / "new.sqlite")
    guides = Guides(corpus, lambda: (), (), index, None)
    told: list[Progress] = []
    Ingest(index, [corpus], guides, lambda: None, told.append, lambda: False).run()
    assert told[-1] == Progress("finishing")
    index.forget([str(corpus / name) for name in ("a.txt", "b.txt")])
    assert index.ask("SELECT 1 FROM lately") == index.ask("SELECT 1 FROM often") == []
    index.close()
