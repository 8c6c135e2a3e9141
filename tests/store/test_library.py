from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

import pytest

from tests.store.conftest import Opened, listed
from tui.store import bookmarks as bookmarks_module
from tui.store import pool as pool_module
from tui.store.library import (
    Counts,
    Dropped,
    Library,
    NotSaved,
    Progress,
    ReadError,
    Row,
)
from tui.text import read as engine
from tui.text.guide import Guide

DIJK = Row("dijk.txt", "Dijk hersteld", "2024-05", "ready", 0, 0, 0)
BRUG = Row("zee/brug.txt", "Brug open", "2024-05", "ready", 0, 0, 0)


def test_a_new_corpus_is_listed_at_once_and_read_after(opened: Opened, was_read: list[str]) -> None:
    library = opened(read=False)
    assert listed(library) == (
        Row("dijk.txt", "dijk.txt", None, "waiting", 0, 0, 0),
        Row("zee/brug.txt", "brug.txt", None, "waiting", 0, 0, 0),
    )
    told: list[Progress] = []
    library.ingest(told.append)
    assert was_read == ["dijk.txt", "zee/brug.txt"]
    assert listed(library) == (DIJK, BRUG)
    assert told[0].phase == "looking"
    assert ("reading", 2, 2) in [progress[:3] for progress in told]


def test_a_corpus_that_was_read_before_is_there_at_once(
    opened: Opened, was_read: list[str]
) -> None:
    opened()
    library = opened(read=False)
    assert listed(library) == (DIJK, BRUG)
    assert library.counts == Counts(2, 2, 0)
    was_read.clear()
    library.ingest()
    assert was_read == []


def test_only_what_changed_is_read_again(opened: Opened, folder: Path, was_read: list[str]) -> None:
    opened()
    (folder / "dijk.txt").write_text("Dijk weer stuk\n\nHet lek zit bij Oostdijk.")
    library = opened(read=False)
    assert listed(library)[0].title == "Dijk hersteld"
    was_read.clear()
    library.ingest()
    assert was_read == ["dijk.txt"]
    assert [row.title for row in listed(library)] == ["Dijk weer stuk", "Brug open"]


def test_a_file_that_was_only_touched_keeps_its_article(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    at = library.id_of("dijk.txt")
    os.utime(folder / "dijk.txt", ns=(5, 5))
    with monkeypatch.context() as patch:
        patch.setattr(engine, "reading", None)
        library.ingest()
        assert library.article("dijk.txt").title == "Dijk hersteld"
    assert listed(library) == (DIJK, BRUG)
    assert library.id_of("dijk.txt") == at


def test_a_new_sidecar_beside_the_same_page_is_a_reason_to_read_it_again(
    opened: Opened, folder: Path, was_read: list[str]
) -> None:
    library = opened()
    was_read.clear()
    (folder / "dijk.json").write_text('{"date": "2024-05-03"}')
    os.utime(folder / "dijk.json", ns=(2**62, 2**62))
    library.ingest()
    assert was_read == ["dijk.txt"]
    assert library.total == 2


def test_reading_again_finds_new_files_and_drops_those_that_went(
    opened: Opened, folder: Path, was_read: list[str]
) -> None:
    library = opened()
    kept = library.id_of("dijk.txt")
    was_read.clear()
    (folder / "zee" / "brug.txt").unlink()
    (folder / "nieuw.txt").write_text("Haven dicht\n\nDe haven is dicht.")
    library.ingest()
    assert was_read == ["nieuw.txt"]
    assert [row.key for row in listed(library)] == ["dijk.txt", "nieuw.txt"]
    assert library.id_of("dijk.txt") == kept
    assert library.counts == Counts(2, 2, 0)


def test_a_cancelled_reading_goes_on_the_next_time(opened: Opened, was_read: list[str]) -> None:
    library = opened(read=False)
    library.ingest(cancelled=lambda: bool(was_read))
    assert [row.state for row in listed(library)] == ["ready", "waiting"]
    library.ingest()
    assert was_read == ["dijk.txt", "zee/brug.txt"]


def test_what_was_opened_while_all_is_read_is_not_read_twice(
    opened: Opened, was_read: list[str]
) -> None:
    library = opened(read=False)
    library.article("zee/brug.txt")
    library.ingest()
    assert was_read == ["dijk.txt"]


def test_an_article_is_given_from_the_index_or_read_now(opened: Opened) -> None:
    library = opened(read=False)
    before = library.article("dijk.txt")
    assert (before.title, before.path) == ("Dijk hersteld", "dijk.txt")
    assert listed(library)[0].state == "ready"
    assert library.article("dijk.txt") == before
    assert opened().article("dijk.txt") == before


def test_an_article_that_changed_under_an_open_app_is_read_again(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    (folder / "dijk.txt").write_text("Dijk weer stuk\n\nHet lek zit bij Oostdijk.")
    assert library.article("dijk.txt").title == "Dijk weer stuk"
    assert listed(library)[0].title == "Dijk weer stuk"


FAILURES = {
    "not text": (bytes(range(32)) * 20, "no text"),
    "a fault in the engine": (b"BUG", "failed on this page (RuntimeError: a fault in the engine)"),
}


@pytest.mark.parametrize(("content", "reason"), FAILURES.values(), ids=FAILURES)
def test_a_page_that_cannot_be_read_is_a_row_that_says_why(
    opened: Opened, folder: Path, content: bytes, reason: str
) -> None:
    (folder / "dijk.txt").write_bytes(content)
    library = opened()
    failed, good = listed(library)
    assert (failed.state, good.state) == ("failed", "ready")
    assert (failed.problem or "").startswith("dijk.txt: ")
    assert reason in (failed.problem or "")
    with pytest.raises(ReadError) as caught:
        library.article("dijk.txt")
    assert str(caught.value) == failed.problem


def test_a_file_that_went_away_is_a_read_error(opened: Opened, folder: Path) -> None:
    library = opened()
    (folder / "dijk.txt").unlink()
    with pytest.raises(ReadError, match=r"dijk\.txt: no such file"):
        library.article("dijk.txt")
    with pytest.raises(ReadError, match=r"weg\.txt: not in this corpus"):
        library.article("weg.txt")


def test_a_headline_cannot_break_its_row(opened: Opened, folder: Path) -> None:
    (folder / "dijk.txt").write_text("Dijk\x1b]0;weg\x07 hersteld\nin mei\n\nDat is alles.")
    (folder / "zee" / "brug.txt").write_text("")
    rows = listed(opened())
    assert rows[0].title == "Dijk\ufffd]0;weg\ufffd hersteld in mei"
    assert rows[1].title == "brug.txt"


def test_paths_that_cannot_be_opened_are_problems(opened: Opened, folder: Path) -> None:
    library = opened(folder, folder / "weg")
    assert library.problems == (f"{folder}/weg: no such file or folder. Check the path.",)
    assert [row.key for row in listed(library)] == ["dijk.txt", "zee/brug.txt"]


def test_rows_may_be_read_while_articles_come_in(opened: Opened, folder: Path) -> None:
    for number in range(50):
        (folder / f"{number}.txt").write_text(f"Bericht {number}\n\nNiets {number}.")
    library = opened(read=False)
    reader = threading.Thread(target=library.ingest, args=(lambda row: None, lambda: False))
    reader.start()
    sizes = {len(listed(library)) for _ in range(200)}
    reader.join()
    assert sizes == {52}
    assert {row.state for row in listed(library)} == {"ready"}


def test_workers_start_only_when_there_is_something_to_read(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    real = pool_module.Pool

    def pool(workers: int, names: str | None = None) -> object:
        started.append(workers)
        return real(workers, names=names)

    monkeypatch.setattr(pool_module, "Pool", pool)
    library = opened(workers=8, read=False)
    assert started == []
    library.ingest()
    assert library.counts == Counts(2, 2, 0)
    assert library.article("dijk.txt").path == "dijk.txt"
    library = opened(workers=8, read=False)
    library.ingest()
    assert started == []  # the index had it
    (folder / "dijk.txt").write_text("Dijk weer stuk\n\nHet lek zit bij Oostdijk.")
    assert library.article("dijk.txt").title == "Dijk weer stuk"
    assert len(started) == 1


def test_without_a_cache_folder_everything_still_works(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    library = opened()
    assert listed(library) == (DIJK, BRUG)
    assert str(tmp_path / "cache") in (library.cache_notice or "")


def test_a_cache_that_works_is_not_spoken_of(opened: Opened) -> None:
    assert opened().cache_notice is None


def test_a_bookmark_is_there_at_the_next_start(opened: Opened, folder: Path) -> None:
    library = opened()
    made = library.toggle_bookmark("dijk.txt", 40)
    assert made is not None
    assert (made.key, made.position) == ("dijk.txt", 40)
    assert made.label == "Dat meldt het waterschap."
    assert listed(library)[0].bookmarks == 1
    assert library.notes_path == folder / ".newsreader" / "notes.json"
    again = opened(read=False)
    assert again.bookmarks() == again.bookmarks("dijk.txt") == (made,)
    assert again.bookmarks("zee/brug.txt") == ()
    assert [row.bookmarks for row in listed(again)] == [1, 0]


def test_a_second_press_in_the_same_sentence_takes_the_bookmark_away(opened: Opened) -> None:
    library = opened()
    body = library.article("dijk.txt").body
    assert library.toggle_bookmark("dijk.txt", body.index("Oostdijk")) is not None
    assert library.toggle_bookmark("dijk.txt", body.index("400.000")) is not None
    assert library.toggle_bookmark("dijk.txt", body.index("hersteld")) is None
    (left,) = library.bookmarks()
    assert left.label == "Er is 400.000 euro uitgegeven."
    assert listed(library)[0].bookmarks == 1
    assert opened(read=False).bookmarks() == (left,)


def test_bookmarks_of_an_article_stand_in_the_order_of_the_text(opened: Opened) -> None:
    library = opened()
    body = library.article("dijk.txt").body
    for word in ("Westdijk", "Oostdijk"):
        library.toggle_bookmark("dijk.txt", body.index(word))
    positions = [mark.position for mark in library.bookmarks("dijk.txt")]
    assert positions == [body.index("Oostdijk"), body.index("Westdijk")]


def test_a_bookmark_follows_its_sentence_when_the_page_is_saved_again(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    body = library.article("dijk.txt").body
    library.toggle_bookmark("dijk.txt", body.index("400.000"))
    text = (folder / "dijk.txt").read_text()
    (folder / "dijk.txt").write_text(text.replace("De dijk", "Na een jaar werk:\n\nDe dijk"))
    again = opened()
    now = again.article("dijk.txt").body
    (mark,) = again.bookmarks("dijk.txt")
    assert mark.position == now.index("400.000")
    assert again.toggle_bookmark("dijk.txt", mark.position) is None
    assert again.bookmarks() == ()


def test_a_bookmark_whose_sentence_went_stays_inside_the_article(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    library.toggle_bookmark("dijk.txt", len(library.article("dijk.txt").body))
    (folder / "dijk.txt").write_text("Dijk\n\nKort.")
    again = opened()
    body = again.article("dijk.txt").body
    (mark,) = again.bookmarks("dijk.txt")
    assert mark.position == len(body)
    assert mark.lost


def test_a_lost_bookmark_is_kept_whatever_is_marked_in_its_place(
    opened: Opened, folder: Path
) -> None:
    made = opened().toggle_bookmark("dijk.txt", 0)
    assert made is not None
    assert not made.lost
    (folder / "dijk.txt").write_text("Storm\n\nDe storm velde in het hele land bomen.")
    library = opened()
    assert [mark.lost for mark in library.bookmarks()] == [True]
    new = library.toggle_bookmark("dijk.txt", 0)
    assert new is not None
    assert set(library.bookmarks()) == {made._replace(lost=True), new}
    assert library.toggle_bookmark("dijk.txt", 0) is None
    assert opened().bookmarks() == (made._replace(lost=True),)


def test_a_bookmark_goes_with_its_article_and_not_with_the_path(
    opened: Opened, folder: Path
) -> None:
    made = opened().toggle_bookmark("dijk.txt", 0)
    assert made is not None
    (folder / "dijk.txt").rename(folder / "oud.txt")
    (folder / "dijk.txt").write_text("Storm\n\nDe storm velde in het hele land bomen.")
    library = opened(read=False)
    library.article("dijk.txt")
    library.ingest()
    assert [row.bookmarks for row in listed(library)] == [0, 1, 0]
    assert library.bookmarks() == (made._replace(key="oud.txt"),)
    assert library.toggle_bookmark("dijk.txt", 0) is not None
    assert len(library.bookmarks()) == 2
    assert library.toggle_bookmark("oud.txt", 0) is None


def test_the_screen_need_not_wait_while_an_article_is_split_in_sentences(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    heard: list[object] = []

    def split(body: str) -> list[tuple[int, int]]:
        screen = threading.Thread(target=lambda: heard.append(library.bookmarks()), daemon=True)
        screen.start()
        screen.join(5)
        return [(0, len(body))]

    monkeypatch.setattr(bookmarks_module, "passages", split)
    for _ in range(2):
        library.toggle_bookmark("dijk.txt", 0)
    assert [len(marks) for marks in heard] == [0, 1]  # type: ignore[arg-type]


def test_of_two_pages_with_one_article_the_one_that_was_marked_shows_it(
    opened: Opened, folder: Path
) -> None:
    for name in ("aaa.txt", "zzz.txt"):
        (folder / name).write_bytes((folder / "dijk.txt").read_bytes())
    library = opened()
    library.toggle_bookmark("dijk.txt", 0)
    assert [mark.key for mark in opened().bookmarks()] == ["dijk.txt"]


def test_whatever_goes_wrong_while_keeping_is_not_saved_and_no_crash(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()

    def faulty(*_: object, **__: object) -> None:
        raise ValueError("Document with ID 2 already exists")

    with monkeypatch.context() as patch:
        patch.setattr(library._notebook, "change", faulty)
        with pytest.raises(NotSaved, match=r"NOT SAVED.*already exists"):
            library.toggle_bookmark("dijk.txt", 0)
    assert library.toggle_bookmark("dijk.txt", 0) is not None


def test_a_bookmark_follows_a_page_that_was_renamed(opened: Opened, folder: Path) -> None:
    opened().toggle_bookmark("dijk.txt", 0)
    (folder / "dijk.txt").rename(folder / "waterschap.txt")
    again = opened()
    assert [mark.key for mark in again.bookmarks()] == ["waterschap.txt"]
    assert [row.bookmarks for row in listed(again)] == [1, 0]


def test_a_bookmark_of_a_page_that_is_gone_is_kept_and_not_shown(
    opened: Opened, folder: Path
) -> None:
    opened().toggle_bookmark("dijk.txt", 0)
    text = (folder / "dijk.txt").read_bytes()
    (folder / "dijk.txt").unlink()
    again = opened()
    assert again.bookmarks() == ()
    again.toggle_bookmark("zee/brug.txt", 0)
    (folder / "dijk.txt").write_bytes(text)
    assert {mark.key for mark in opened().bookmarks()} == {"dijk.txt", "zee/brug.txt"}


def test_a_file_alone_shares_the_notes_of_its_folder(opened: Opened, folder: Path) -> None:
    made = opened().toggle_bookmark("dijk.txt", 0)
    assert opened(folder / "dijk.txt").bookmarks() == (made,)


@pytest.mark.parametrize("position", [-5, 10**9])
def test_a_position_outside_the_body_is_drawn_to_its_edge(opened: Opened, position: int) -> None:
    library = opened()
    made = library.toggle_bookmark("dijk.txt", position)
    assert made is not None
    assert 0 <= made.position <= len(library.article("dijk.txt").body)
    assert library.toggle_bookmark("dijk.txt", position) is None


def test_a_bookmark_that_cannot_be_written_is_said_not_to_be_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    kept = library.toggle_bookmark("dijk.txt", 0)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(NotSaved, match=r"NOT SAVED.*No space left on device"):
            library.toggle_bookmark("zee/brug.txt", 0)
        with pytest.raises(NotSaved):
            library.toggle_bookmark("dijk.txt", 0)
    assert library.bookmarks() == (kept,)
    assert [row.bookmarks for row in listed(library)] == [1, 0]
    assert opened().toggle_bookmark("zee/brug.txt", 0) is not None


def test_a_page_that_cannot_be_read_gets_no_bookmark(opened: Opened, folder: Path) -> None:
    library = opened()
    (folder / "dijk.txt").unlink()
    with pytest.raises(NotSaved, match=r"dijk\.txt"):
        library.toggle_bookmark("dijk.txt", 0)


def test_two_open_readers_do_not_lose_each_others_bookmarks(opened: Opened) -> None:
    one, other = opened(), opened(beside=True)
    one.toggle_bookmark("dijk.txt", 0)
    other.toggle_bookmark("zee/brug.txt", 0)
    assert {mark.key for mark in opened().bookmarks()} == {"dijk.txt", "zee/brug.txt"}


def test_closing_frees_whoever_waits_for_an_article(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setattr(pool_module, "_WORKER", "bad_workers")
    (folder / "traag.txt").write_text("Het regende.")
    library = Library([folder], cache=tmp_path / "cache", workers=1)
    told: list[str] = []

    def wait() -> None:
        try:
            library.article("traag.txt")
        except ReadError as error:
            told.append(str(error))

    waiting = threading.Thread(target=wait)
    waiting.start()
    library.close()
    waiting.join()
    library.close()
    assert told == ["traag.txt: newsreader is closing."]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Workers that misbehave, and the files that they were asked for."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setattr(pool_module, "_WORKER", "bad_workers")
    asked: list[str] = []
    real = pool_module.Pool.submit

    def submit(
        pool: pool_module.Pool, path: str, given: str, guide: Guide, *more: bytes, **how: bool
    ) -> object:
        asked.append(given)
        return real(pool, path, given, guide, *more, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(pool_module.Pool, "submit", submit)
    return asked


@pytest.mark.usefixtures("asked")
def test_a_slow_page_that_is_not_wanted_any_more_holds_up_nobody(
    opened: Opened, folder: Path
) -> None:
    (folder / "traag.txt").write_text("Het regende.")
    library = opened(read=False, workers=1)
    with pytest.raises(Dropped):
        library.article("traag.txt", lambda: False)
    assert library.article("dijk.txt").path == "dijk.txt"
    assert listed(library)[1].state == "waiting"


def test_a_page_that_was_given_up_is_not_read_again_until_it_changes(
    opened: Opened, folder: Path, asked: list[str]
) -> None:
    (folder / "dood.txt").write_text("Het regende.")
    library = opened(read=False, workers=1)
    with pytest.raises(ReadError, match=r"dood\.txt: reading it took too long"):
        library.article("dood.txt")
    row = library.row("dood.txt")
    assert row is not None
    assert row.state == "failed"
    for _ in range(2):
        library.ingest()
        with pytest.raises(ReadError, match=r"dood\.txt: reading it took too long"):
            library.article("dood.txt")
    assert row._replace(id=0) in listed(library)
    assert asked.count("dood.txt") == 1
    (folder / "dood.txt").write_text("Het bleef regenen.")
    with contextlib.suppress(ReadError):
        library.article("dood.txt")
    assert asked.count("dood.txt") == 2


def test_a_row_that_is_not_there_is_none(opened: Opened) -> None:
    assert opened().row("weg.txt") is None


def test_notes_may_be_kept_in_a_file_of_ones_own(opened: Opened, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "notes.json"
    opened(notes=mine).toggle_bookmark("dijk.txt", 0)
    assert mine.exists()
    assert len(opened(notes=mine).bookmarks()) == 1
    assert opened().bookmarks() == ()


def test_the_real_engine_reads_through_the_pool(tmp_path: Path) -> None:
    page = tmp_path / "pagina.html"
    page.write_text(
        "<html><head><title>Dijk hersteld</title></head><body><article><h1>Dijk hersteld</h1>"
        "<p>De dijk bij Oostdijk is na zes weken werk hersteld, meldt het waterschap.</p>"
        "<p>Het werk kostte 400.000 euro en duurde langer dan gedacht.</p></article></body></html>"
    )
    library = Library([page], cache=tmp_path / "cache", workers=1)
    try:
        library.ingest()
        assert listed(library)[0].state == "ready"
        assert "400.000 euro" in library.article("pagina.html").body
    finally:
        library.close()
