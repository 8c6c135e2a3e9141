"""What is left of the notes when the power goes, at every moment and in every way."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.store.power import Event, Recorder, State, lay, states
from tui.store.journal import JournalStorage, Tables

CHANGES: list[list[list[object]]] = [
    [["put", "a", "1", {"tekst": "dijk"}]],
    [["put", "a", "2", {"tekst": "brug"}], ["put", "b", "1", {"n": 1}]],
    [["del", "a", "1"]],
    [["put", "a", "2", {"tekst": "brug open"}]],
    [["drop", "b"]],
    [["put", "a", "3", {"tekst": "een wat langere regel, zodat het journaal vol raakt"}]],
    [["put", "a", "1", {"tekst": "dijk"}]],
]
SITES = {
    "file of append",
    "file of write",
    "folder of append",
    "folder of _put",
    "folder of make_folder",
}
PLACE = Path("notities") / "notes.json"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Event], list[Tables]]:
    """What happened to a disk in two sessions with notes, and what they were after each change."""
    root = tmp_path_factory.mktemp("disk")
    kept: list[Tables] = [{}]
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(root, patch)
        for changes in (CHANGES[:4], CHANGES[4:]):
            storage = JournalStorage(root / PLACE, room=60)
            for change in changes:
                with storage.changing():
                    storage.commit(change)
                recorder.done()
                kept.append(storage.read() or {})
            storage.close()
    return recorder.events, kept


def violations(
    events: Iterable[Event], kept: Sequence[Tables], folder: Path
) -> Iterator[tuple[State, JournalStorage, str | None]]:
    """Each state that may be left, its notes opened, and what is wrong with them."""
    for number, (done, state) in enumerate(states(events)):
        root = folder / str(number)
        root.mkdir()
        lay(state, root)
        storage = JournalStorage(root / PLACE)
        found = storage.read() or {}
        sound = found in kept[done : done + 2] and not storage.notice
        yield state, storage, None if sound else f"after {done}: {found} in {sorted(state)}"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is not waited for: no power goes while we look at what is left."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(os, "fdatasync", lambda handle: None)


@pytest.mark.usefixtures("quick")
def test_nothing_that_was_kept_is_lost_when_the_power_goes(
    lived: tuple[list[Event], list[Tables]], tmp_path: Path
) -> None:
    looked = 0
    for state, storage, wrong in violations(*lived, tmp_path):
        looked += 1
        assert wrong is None
        found = storage.read() or {}
        with storage.changing():
            storage.commit([["put", "z", "1", {"verder": True}]])
        storage.close()
        on = json.loads(storage.path.read_bytes())
        assert on == {**found, "z": {"1": {"verder": True}}}, sorted(state)
    assert looked > 100


def test_every_flush_is_looked_at(lived: tuple[list[Event], list[Tables]]) -> None:
    assert {event.site for event in lived[0] if event.what == "sync"} == SITES


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("site", sorted(SITES))
def test_without_one_of_the_flushes_notes_would_be_lost(
    lived: tuple[list[Event], list[Tables]], tmp_path: Path, site: str
) -> None:
    events, kept = lived
    left = [event for event in events if event.site != site]
    assert any(wrong for *_, wrong in violations(left, kept, tmp_path))
