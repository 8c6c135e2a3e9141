from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from tui.store import pool as pool_module
from tui.store.articles import unpack
from tui.store.entries import Due
from tui.store.files import walk
from tui.store.ingest import AHEAD, in_order, ingest
from tui.store.pool import Pool
from tui.store.reading import Outcome, failed
from tui.store.worker import TIMED


def no_guide(source: object) -> None:
    """The guide of every page here."""


def due(folder: Path) -> list[Due]:
    return [Due(n, s.path, s.key, 1, b"") for n, s in enumerate(walk([folder]).files)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c", "dood-1", "dood-2", "e", "praat", "f"):
        (tmp_path / f"{name}.txt").write_text(
            "Dijk hersteld\n\nDe dijk bij Oostdijk is hersteld.\n"
        )
    return tmp_path


@pytest.fixture
def bad_workers(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return "bad_workers"


@pytest.fixture
def pool(bad_workers: str) -> Iterator[Pool]:
    pool = Pool(2, worker=bad_workers)
    yield pool
    pool.close()


def read(pool: Pool, path: Path) -> Outcome:
    outcome: Outcome = pool.submit(str(path), path.name).result()
    return outcome


def test_a_worker_reads_a_file(pool: Pool, folder: Path) -> None:
    outcome = read(pool, folder / "a.txt")
    assert outcome.entry.problem is None
    assert outcome.lasting
    article = unpack(outcome.article or b"")
    assert article is not None and "Oostdijk" in article.body


def test_a_worker_that_dies_costs_one_file_and_the_rest_goes_on(pool: Pool, folder: Path) -> None:
    read = ingest(due(folder), pool, no_guide, lambda: False)
    done = {page.key: outcome for page, outcome in read if page and outcome}
    failed = {key for key, outcome in done.items() if outcome.entry.problem}
    assert len(done) == 8
    assert failed == {"dood-1.txt", "dood-2.txt"}
    assert not any(outcome.lasting for key, outcome in done.items() if key in failed)


def test_a_worker_that_dies_far_down_its_line_costs_one_file(
    bad_workers: str, tmp_path: Path
) -> None:
    names = [f"{number:02}" for number in range(40)]
    names[17] = names[29] = "dood"
    pool = Pool(1, worker=bad_workers)
    try:
        files = [tmp_path / f"{name}.txt" for name in names]
        for file in files:
            file.write_text("Het regende.")
        asked = [pool.submit(str(file), str(nth)) for nth, file in enumerate(files)]
        failed = [nth for nth, future in enumerate(asked) if future.result().entry.problem]
        assert failed == [17, 29]
    finally:
        pool.close()


def test_closing_reads_nothing_of_what_was_in_line(
    bad_workers: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []
    monkeypatch.setitem(pool_module._TASKS, "read", lambda path, *_: here.append(path))
    (tmp_path / "traag.txt").write_text("Het regende.")
    pool = Pool(1, worker=bad_workers, patience=600)
    asked = [pool.submit(str(tmp_path / "traag.txt"), str(nth)) for nth in range(30)]
    pool.close()
    assert here == []
    assert all(future.cancelled() or future.exception() for future in asked)


def test_large_files_with_long_names_fill_no_pipe_for_ever(
    bad_workers: str, tmp_path: Path
) -> None:
    (tmp_path / "groot.txt").write_text("Het regende.")
    pool = Pool(1, worker=bad_workers)
    try:
        long = [f"{nth}{'x' * 7_000}" for nth in range(40)]
        asked = [pool.submit(str(tmp_path / "groot.txt"), name) for name in long]
        assert all(future.result(60).article == bytes(1_000_000) for future in asked)
    finally:
        pool.close()


def test_a_library_that_prints_does_not_garble_the_answers(pool: Pool, folder: Path) -> None:
    assert [read(pool, folder / "praat.txt").entry.problem for _ in range(3)] == [None] * 3


def test_a_page_that_waits_for_ever_is_given_up(bad_workers: str, folder: Path) -> None:
    (folder / "traag.txt").write_text("Het regende.")
    pool = Pool(1, worker=bad_workers, patience=1)
    try:
        assert "too long" in (read(pool, folder / "traag.txt").entry.problem or "")
    finally:
        pool.close()


@pytest.mark.skipif(not TIMED, reason="the system cannot tell how long a processor was used")
def test_a_page_that_keeps_a_processor_busy_is_given_up_long_before_the_clock_says_so(
    bad_workers: str, folder: Path
) -> None:
    (folder / "draait.txt").write_text("Het regende.")
    pool = Pool(1, worker=bad_workers, patience=600)
    try:
        assert "too long" in (read(pool, folder / "draait.txt").entry.problem or "")
        assert read(pool, folder / "a.txt").entry.problem is None
    finally:
        pool.close()


def test_closing_ends_a_worker_in_the_middle_of_a_file(bad_workers: str, folder: Path) -> None:
    (folder / "traag.txt").write_text("Het regende.")
    pool = Pool(1, worker=bad_workers)
    busy = pool.submit(str(folder / "traag.txt"), "traag.txt")
    waiting = pool.submit(str(folder / "a.txt"), "a.txt")
    pool.close()
    assert all(future.cancelled() or future.exception() for future in (busy, waiting))
    assert pool.submit(str(folder / "a.txt"), "a.txt").cancelled()


def test_an_answer_that_goes_into_no_pipe_comes_whole(pool: Pool, folder: Path) -> None:
    (folder / "groot.txt").write_text("Het regende.")
    assert read(pool, folder / "groot.txt").article == bytes(1_000_000)
    assert read(pool, folder / "a.txt").entry.problem is None


def test_an_answer_that_cannot_be_taken_apart_costs_one_file(pool: Pool, folder: Path) -> None:
    (folder / "rommel.txt").write_text("Het regende.")
    outcome = read(pool, folder / "rommel.txt")
    assert outcome.given_up and not outcome.lasting
    assert read(pool, folder / "a.txt").entry.problem is None


def test_who_asks_for_a_file_that_is_being_read_gets_the_same_answer(
    bad_workers: str, folder: Path
) -> None:
    pool = Pool(1, worker=bad_workers, patience=600)
    slow = str(folder / "traag.txt")
    try:
        first = pool.submit(slow, "traag.txt")
        assert pool.submit(slow, "traag.txt", urgent=True) is first
        # Urgent files come through behind it, in the worker that is kept for them.
        later = [pool.submit(str(folder / f"{n}.txt"), n, urgent=True) for n in "abc"]
        assert [future.result().entry.problem for future in later] == [None] * 3
        assert not first.done()
    finally:
        pool.close()


def test_a_file_that_was_called_off_can_be_asked_for_again(bad_workers: str, folder: Path) -> None:
    pool = Pool(1, worker=bad_workers)
    try:
        pool.submit(str(folder / "traag.txt"), "traag.txt")
        called_off = pool.submit(str(folder / "a.txt"), "a.txt")
        assert called_off.cancel()
        again = pool.submit(str(folder / "a.txt"), "a.txt", urgent=True)
        assert again.result().entry.problem is None
    finally:
        pool.close()


@pytest.mark.usefixtures("bad_workers")
@pytest.mark.parametrize("worker", ["no_such_module", "this", "garbled_worker"])
def test_without_processes_every_file_is_still_read(folder: Path, worker: str) -> None:
    # A worker that cannot start at all, one that ends without a word, and one that babbles.
    pool = Pool(2, worker=worker)
    try:
        assert read(pool, folder / "dood-1.txt").entry.problem is None
    finally:
        pool.close()


def test_a_fault_while_feeding_is_an_answer_and_the_next_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: str, given: str, guide: object) -> Outcome:
        raise RuntimeError("a fault")

    pool = Pool(1, worker="this")
    try:
        with monkeypatch.context() as patch:
            patch.setitem(pool_module._TASKS, "read", faulty)
            assert "a fault" in (read(pool, folder / "a.txt").entry.problem or "")
        assert read(pool, folder / "a.txt").entry.problem is None
    finally:
        pool.close()


def test_a_fault_while_a_worker_starts_is_an_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise RuntimeError("a fault")

    pool = Pool(1)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "Popen", faulty)
            assert "a fault" in (read(pool, folder / "a.txt").entry.problem or "")
        assert read(pool, folder / "a.txt").entry.problem is None
    finally:
        pool.close()


def test_a_system_without_room_for_a_process_still_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    pool = Pool(1)
    try:
        assert read(pool, folder / "a.txt").entry.problem is None
    finally:
        pool.close()


def test_a_worker_takes_no_module_from_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Het regende.")
    (tmp_path / "json.py").write_text("open('gekaapt', 'w')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry])
    pool = Pool(1)
    try:
        assert read(pool, tmp_path / "a.txt").entry.problem is None
    finally:
        pool.close()
    assert not (tmp_path / "gekaapt").exists()


class Instant(list[str]):
    """A pool that answers at once, and remembers what it was asked."""

    def __len__(self) -> int:
        return 1

    def submit(
        self, path: str, given: str, guide: object, known: bytes = b"", task: str = "read"
    ) -> Future[Outcome]:
        self.append(given)
        future: Future[Outcome] = Future()
        future.set_result(failed("not today"))
        return future


def test_reading_in_order_looks_only_a_few_files_ahead(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").touch()
    pool = Instant()
    asked = []
    for source, _ in in_order(walk([tmp_path]).files, pool, no_guide):  # type: ignore[arg-type]
        asked.append(list.__len__(pool) - int(source.key.removesuffix(".txt")))
    assert len(asked) == 30
    assert max(asked) == AHEAD


def test_reading_in_order_keeps_the_order_whoever_is_first(folder: Path, pool: Pool) -> None:
    sources = walk([folder]).files
    assert [source for source, _ in in_order(sources, pool, no_guide)] == list(sources)


@pytest.mark.parametrize("pool", [None, Instant()], ids=["in-process", "pool"])
def test_cancelling_stops_between_two_files(folder: Path, pool: Pool | None) -> None:
    seen: list[str] = []
    for page, _ in ingest(due(folder), pool, no_guide, lambda: len(seen) >= 6):
        assert page is not None
        seen.append(page.key)
    assert len(seen) == 6
