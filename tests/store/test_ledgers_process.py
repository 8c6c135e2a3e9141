"""The process that gathers series: it tells how far it is, and may end at any time."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.store.ledgers import STRUCK, Corpus, gather, told
from tui.store import ledgers_process
from tui.store.ledger_face import Gathering


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def test_it_tells_how_far_it_is(corpus: Corpus) -> None:
    with corpus.opened(workers=1) as library:
        assert Gathering("reading", 0, 5) in gather(library)


@pytest.mark.parametrize("boot", ["raise SystemExit", "import sys; sys.stdout.write('niets')"])
def test_a_process_that_ends_is_told_of_and_nothing_is_lost(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, boot: str
) -> None:
    with corpus.opened(workers=1) as library:
        with monkeypatch.context() as patch:
            patch.setattr(ledgers_process, "_BOOT", boot)
            gather(library)
        assert library.cache_notice is not None
        assert "ended before it was done" in library.cache_notice
        assert library.book().stale
        library._index.notice = None
        gather(library)
        assert STRUCK in told(library)


def test_where_no_process_can_start_it_is_done_here(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise OSError("no room")

    with corpus.opened(workers=1) as library:
        monkeypatch.setattr(subprocess, "Popen", refuse)
        gather(library)
        assert STRUCK in told(library)


def test_no_process_is_left_when_it_is_called_off(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **options))  # type: ignore[call-overload]
        return started[-1]

    with corpus.opened(workers=1) as library:
        monkeypatch.setattr(subprocess, "Popen", start)
        library.gather_series(lambda _: None, lambda: True)
        assert [process.returncode is not None for process in started] == [True]
