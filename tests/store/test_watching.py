"""What is watched, and when everything is to be looked at."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from tui.store.watching import watching

Changes = set[tuple[int, str]]


class Watches:
    """In the place of the watch of the system: what each one is to tell, and what it watched."""

    def __init__(self, *told: Iterator[Changes]) -> None:
        self._told = list(told)
        self.watched: list[tuple[tuple[str, ...], bool]] = []
        self._lock = threading.Lock()

    def __call__(
        self, *paths: str, recursive: bool, watch_filter: Callable[..., bool], **_: object
    ) -> Iterator[Changes]:
        with self._lock:
            self.watched.append((paths, recursive))
            told = self._told.pop(0) if self._told else iter([set[tuple[int, str]]()])
        for changes in told:
            yield {change for change in changes if watch_filter(*change)}


@pytest.fixture
def watches(monkeypatch: pytest.MonkeyPatch) -> Watches:
    found = Watches()
    monkeypatch.setattr("watchfiles.watch", found)
    return found


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "corpus"
    folder.mkdir()
    return folder


def never() -> bool:
    return False


def everything(*roots: Path) -> frozenset[str]:
    return frozenset(map(str, roots))


def test_what_changed_before_the_watch_stood_is_looked_for_once(
    watches: Watches, top: Path
) -> None:
    changes: list[Changes] = [set(), set(), {(1, str(top / "a.txt"))}]
    watches._told = [iter(changes)]
    assert list(watching([str(top)], never, never)) == [everything(top), {str(top / "a.txt")}]


def test_of_a_file_beside_a_folder_only_its_own_folder_is_watched(
    watches: Watches, top: Path, tmp_path: Path
) -> None:
    (tmp_path / "elders" / "diep").mkdir(parents=True)
    one = tmp_path.resolve() / "elders" / "een.txt"
    one.write_text("Het regende.")
    list(watching([str(top), str(one)], never, never))
    assert sorted(watches.watched) == [((str(top),), True), ((str(one.parent),), False)]


def test_a_file_in_a_folder_that_is_watched_needs_no_watch(watches: Watches, top: Path) -> None:
    one = top / "een.bak"
    one.write_text("Het regende.")
    list(watching([str(one), str(top)], never, never))
    assert watches.watched == [((str(top),), True)]


def test_changes_of_several_watches_are_all_told(
    watches: Watches, top: Path, tmp_path: Path
) -> None:
    one = tmp_path.resolve() / "een.txt"
    one.write_text("Het regende.")
    inside = str(top / "a.txt")
    watches._told = [iter([set(), {(1, inside), (1, str(one))}]) for _ in range(2)]
    told = list(watching([str(top), str(one)], never, never))
    assert told[0] == everything(top, one)
    assert frozenset().union(*told[1:]) <= {inside, str(one)}
    assert len(told) >= 2


def test_what_goes_wrong_in_one_of_several_watches_is_a_reason_to_look_now_and_then(
    watches: Watches, top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> Iterator[Changes]:
        raise OSError(28, "no room for more watches")
        yield set()

    one = tmp_path.resolve() / "een.txt"
    one.write_text("Het regende.")
    watches._told = [full()]
    monkeypatch.setattr("tui.store.watching._SWEEP", -1)
    assert next(watching([str(top), str(one)], never, never)) == everything(top, one)


def test_a_root_that_is_another_folder_now_is_watched_anew(watches: Watches, top: Path) -> None:
    def replaced() -> Iterator[Changes]:
        yield set()
        top.rename(top.with_name("vroeger"))
        top.mkdir()
        yield set()

    watches._told = [replaced()]
    assert list(watching([str(top)], never, never)) == [everything(top)] * 2
    assert watches.watched == [((str(top),), True)] * 2


def test_a_root_that_is_not_there_is_waited_for(
    watches: Watches, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.watching._LOOK_UP", 1)
    root = top / "schijf"
    changes = watching([str(root)], never, never)
    assert next(changes) == everything(root)  # it is not there, which somebody is to be told
    root.mkdir()
    assert list(islice(changes, 2)) == [everything(root)]
    assert watches.watched == [((str(root),), True)]
