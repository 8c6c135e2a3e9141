"""All tags in a box: renamed, merged, coloured, dropped, and their marks listed."""

from __future__ import annotations

from tests.app.conftest import Open, same_as_saved
from tests.app.fakes import FakeLibrary
from tests.app.leaves import filled, go, ids


def tags(library: FakeLibrary) -> list[str]:
    return [tag.name for tag in library.tags()]


async def test_tags_stand_as_a_tree_with_their_counts(reading: Open) -> None:
    async with reading(100, 30, library=filled()) as reader:
        await reader.keys("gn", "T")
        reader.app.clear_notifications()
        await reader.settle()
        same_as_saved("tags_box", reader.text())


async def test_enter_lists_the_marks_of_a_tag(reading: Open) -> None:
    async with reading(library=filled()) as reader:
        await reader.keys("gn", "T", "j", "enter")
        assert sorted(ids(reader)) == ["m1", "m4"] and "filter: tag:leger" in reader.text()


async def test_a_tag_is_renamed_with_all_below_it_and_that_undone(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T", "j", "r", "ctrl+u", *"defensie", "enter")
        assert tags(library) == ["defensie", "defensie/aantal", "horeca", "navo"]
        assert "leger is defensie now. ctrl+z undoes it." in reader.text()
        await reader.keys("ctrl+z")
        assert "leger/aantal" in tags(library)
        await reader.keys("q")
        await go(reader, "m1")
        assert "#leger/aantal" in reader.text()


async def test_a_name_that_is_not_wanted_after_all_changes_nothing(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        before = tags(library)
        await reader.keys("gn", "T", "r", *"xx", "escape")
        assert tags(library) == before and "Tags 4" in reader.text()


async def test_while_a_tag_is_merged_no_other_is_changed(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T", "G", "m", "k", "c", "d", "d", "r")
        assert "navo is merged into" in reader.text()
        assert all(not tag.colour for tag in library.tags()) and len(tags(library)) == 4
        await reader.keys("enter")
        assert "navo" not in tags(library)


async def test_a_tag_is_merged_into_another(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T", "G", "m")
        assert "navo is merged into" in reader.text() and "→" in reader.line("navo")
        await reader.keys("gg", "enter")
        assert tags(library) == ["horeca", "leger", "leger/aantal"]
        await reader.keys("j", "m", "j", "enter")
        assert "not merged into itself, nor into one below it" in reader.text()
        assert len(tags(library)) == 3


async def test_a_tag_is_dropped_when_asked_twice_with_how_many_have_it(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T", "j", "d")
        assert "d again drops leger and all below it from 1 mark, 1 claim" in reader.text()
        await reader.keys("k", "j", "d")
        assert "leger" in tags(library)
        await reader.keys("d")
        assert tags(library) == ["horeca", "navo"] and "leger dropped from" in reader.text()


async def test_a_tag_gets_one_colour_after_the_other(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T", "c")
        assert "horeca is yellow now." in reader.text() and library.colours["horeca"] == "yellow"
        await reader.keys(*"ccccc")
        assert "horeca has no colour now." in reader.text()


async def test_what_cannot_be_kept_is_told_in_the_box(reading: Open) -> None:
    library = filled()
    async with reading(library=library) as reader:
        await reader.keys("gn", "T")
        library.full_disk = True
        await reader.keys("c")
        assert "NOT SAVED: the disk is full." in reader.text() and not library.colours
