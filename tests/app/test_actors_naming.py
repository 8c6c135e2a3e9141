"""Actors merged and split by hand, kept, undone and done again."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.fakes import TROOPS_ARTICLE, FakeLibrary
from tests.app.stage import names, screen
from tests.app.voices import LATER_ARTICLE, QUAY_ARTICLE
from tui.store.actor_rows import key_of
from tui.store.marked import Target

POSTMA, SHORT = key_of("person", "Sietske Postma"), key_of("person", "S. Postma")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary((QUAY_ARTICLE, LATER_ARTICLE, TROOPS_ARTICLE), broken=False)


async def test_marked_actors_are_merged_undone_and_done_again(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(160, 34, library=library) as reader:
        await reader.keys("ga", "f", *"post", "enter", "j", "v")
        assert "✓ S. Postma" in reader.text()
        await reader.keys("k")
        assert "m Merge 1 into Sietske Postma" in reader.text()
        await reader.keys("m")
        assert "Merged into Sietske Postma: S. Postma. ctrl+z undoes it." in reader.text()
        assert names(reader) == ["Sietske Postma"] and "✓" not in reader.text()
        assert "merged by hand" in reader.text() and "3 claims" in reader.text()
        assert "Postma geeft toe" in reader.text()
        await reader.keys("ctrl+z")
        assert names(reader) == ["Sietske Postma", "S. Postma"]
        assert "Undone: merged into Sietske Postma" in reader.text()
        await reader.keys("ctrl+y")
        assert names(reader) == ["Sietske Postma"] and "Done again" in reader.text()


async def test_merging_without_a_mark_says_how_it_is_done(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "m")
        assert "v marks who is the same; then m on the name" in reader.text()
        await reader.keys("v", "m")
        assert "v marks who is the same" in reader.text()
        await reader.keys("v")
        assert "✓" not in reader.text() and len(names(reader)) == 15


async def test_a_name_is_split_off_and_that_can_be_undone(
    reading: Open, library: FakeLibrary
) -> None:
    library.ingest(lambda row: None, lambda: False)
    library.merge([SHORT], POSTMA)
    async with reading(160, 34, library=library) as reader:
        await reader.keys("ga", "M")
        assert "M splits off the name at the cursor." in reader.text()
        assert "▌ S. Postma" in reader.text() and screen(reader).dossier.active
        await reader.keys("enter")
        assert "M splits this name off" in reader.text()
        await reader.keys("M")
        assert "Split off Sietske Postma: S. Postma." in reader.text()
        assert "S. Postma" in names(reader) and "merged by hand" not in reader.text()
        await reader.keys("ctrl+z")
        assert "S. Postma" not in names(reader) and "merged by hand" in reader.text()


async def test_who_has_one_name_cannot_be_split(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "M")
        assert "There is no name here that could be split off." in reader.text()


async def test_what_cannot_be_kept_is_told_and_nothing_changes(
    reading: Open, library: FakeLibrary
) -> None:
    library.full_disk = True
    async with reading(library=library) as reader:
        await reader.keys("ga", "f", *"post", "enter", "j", "v", "k", "m")
        assert "NOT SAVED" in reader.text() and len(names(reader)) == 2


async def test_a_name_that_is_gone_meanwhile_does_no_harm(
    reading: Open, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(keys: list[str], into: str) -> str:
        raise KeyError(into)

    async with reading(library=library) as reader:
        monkeypatch.setattr(library, "merge", gone)
        await reader.keys("ga", "v", "j", "m")
        assert "That name is no longer there." in reader.text()


async def test_quitting_waits_for_what_is_on_its_way_to_the_disk(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "v", "j")
        library.hold.clear()
        await reader.pilot.press("m")
        await reader.pilot.press("Q")
        assert reader.app.is_running
        library.hold.set()
        await reader.settle()
        assert len(library._ties) == 1 and not reader.app.is_running


async def test_what_was_undone_there_is_seen_in_the_first_screen(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "b")
        assert "⚑" in reader.text()
        await reader.keys("ga", "ctrl+z", "q")
        assert reader.app.screen is reader.desk and "⚑" not in reader.text()


async def test_the_notes_on_names_that_became_one_are_both_shown(
    reading: Open, library: FakeLibrary
) -> None:
    for key, text in ((POSTMA, "Bellen na de raad."), (SHORT, "Wie is dit?")):
        actor = "\n".join(key.split(":", 1))
        library.make(Target("actor", actor=actor), "note", text=text)
    async with reading(160, 34, library=library) as reader:
        await reader.keys("ga", "f", *"post", "enter")
        assert "✎ Bellen na de raad." in reader.text() and "Wie is dit" not in reader.text()
        await reader.keys("j", "v", "k", "m")
        assert "✎ Bellen na de raad." in reader.text()
        assert "✎ Wie is dit? · on S. Postma" in reader.text()


async def test_a_note_on_an_actor_is_seen_at_once(reading: Open, library: FakeLibrary) -> None:
    async with reading(160, 34, library=library) as reader:
        await reader.keys("ga", "f", *"post", "enter", "a", *"kort", "ctrl+s")
        assert "✎ kort" in reader.text() and "Notes" in reader.text()
