"""What one rules in the ledger: merged, split, named, settled, dated, kept as claims, undone."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open, Reader
from tests.app.storm import DAMAGE, POWER, screen, storm
from tui.screens.ledger_ruling import iso_day
from tui.widgets.ask_bar import AskBar

EVENING, MORNING, CHRONICLE = "2025-01-06-avond.txt", "2025-01-07-ochtend.txt", "kroniek.txt"


def series(reader: Reader) -> dict[str, int]:
    """The series that are listed, with how many rows each has."""
    return {row.name: row.rows for row in screen(reader.app.screen).series._shown}


def rows(reader: Reader) -> list[str]:
    return [row.value for row in screen(reader.app.screen).rows._shown]


def asked(reader: Reader) -> AskBar | None:
    return screen(reader.app.screen).ask_bar


async def write(reader: Reader, words: str) -> None:
    """Type over what stands in the line, and press enter."""
    await reader.keys(*words, "enter")


async def test_marked_series_are_merged_into_the_one_here_and_undone(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "m")
        assert "v marks series; then m on the one" in reader.text()
        await reader.keys("j", "v", "k")
        assert "✓" in reader.line("schade") and "Merge 1 into this" in reader.text()
        await reader.keys("m")
        assert series(reader) == {"huizen zonder stroom": 9}
        assert "✎ 9" in reader.line("▌  huizen") and "✓" not in reader.text()
        assert "takes 1 more in. ctrl+z undoes it." in reader.text()
        await reader.keys("ctrl+z")
        assert series(reader) == {"huizen zonder stroom": 7, "schade": 2}
        await reader.keys("ctrl+y")
        assert len(series(reader)) == 1


async def test_marked_rows_are_split_off_and_undone(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "M")
        assert "go to the row first" in reader.text()
        await reader.keys("l", "G", "v", "k", "v")
        assert reader.text().count("✓") == 2 and "Split 2 off" in reader.text()
        await reader.keys("M")
        assert rows(reader) == ["1.500", "≥ 3.000", "8.000–10.000", "2.500", "12.000"]
        assert sorted(series(reader).values()) == [2, 2, 5] and "✓" not in reader.text()
        await reader.keys("ctrl+z")
        assert len(rows(reader)) == 7


async def test_all_rows_cannot_be_split_off(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "j", "l", "v", "j", "v", "M")
        assert "That is all there is of this series." in reader.text() and len(rows(reader)) == 2


async def test_a_series_is_given_another_name(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "e")
        assert "Name" in reader.text() and asked(reader) is not None
        await write(reader, "donkere huizen")
        assert "donkere huizen" in series(reader) and asked(reader) is None
        await reader.keys("e", "backspace", "enter")
        assert "huizen zonder stroom" in series(reader)
        await reader.keys("ctrl+z")
        assert "donkere huizen" in series(reader)
        await reader.keys("ctrl+z")
        assert "huizen zonder stroom" in series(reader)


async def test_a_name_that_was_not_kept_stands_in_the_line_the_next_time(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "e", *"half", "escape")
        assert asked(reader) is None and "huizen zonder stroom" in series(reader)
        await reader.keys("e", "enter")
        assert "half" in series(reader)


async def test_a_name_that_a_full_disk_does_not_take_stays_in_the_line(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys("gl", "e")
        await write(reader, "vol")
        bar = asked(reader)
        assert bar is not None and bar.field.value == "vol" and "NOT SAVED" in reader.text()
        library.full_disk = False
        await reader.keys("enter")
        assert "vol" in series(reader) and asked(reader) is None


async def test_leaving_while_words_stand_in_the_line_asks_first(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "e", *"half", "ctrl+q")
        assert reader.app.is_running and asked(reader) is not None
        await reader.keys("escape", "ctrl+q")
        assert not reader.app.is_running


async def test_two_rows_are_no_contradiction_for_a_reason_and_are_again(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "j", "l")
        assert "≠ gemeente 6 mln" in reader.text()
        await reader.keys("x", "enter")
        assert "A few words tell why it is no contradiction." in reader.text()
        await write(reader, "eerst zonder de haven")
        assert "· gemeente 6 mln: not a contradiction: eerst zonder de haven" in reader.text()
        assert "≠" not in reader.line("schade")
        await reader.keys("x", "backspace", "enter")
        assert "≠ gemeente 6 mln" in reader.text()
        await reader.keys("ctrl+z")
        assert "not a contradiction" in reader.text()


async def test_of_several_rivals_the_marked_one_is_settled(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "l", "x")
        assert "v marks the row" in reader.text()
        await reader.keys("j", "v", "k")
        assert "≠ Anneke Douma ≥ 3.000: " in reader.text()
        await reader.keys("x")
        await write(reader, "een ander uur")
        (pair,) = library.ledger.settled
        assert pair == {f"{EVENING}#0", f"{MORNING}#0"}
        await reader.keys("j", "j", "j", "j", "j", "v", "G", "x")
        assert "These two are no contradiction as it is." in reader.text()


async def test_a_reader_says_of_which_day_an_article_is(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l", "G", "D")
        await write(reader, "morgen")
        assert "It is no day: morgen" in reader.text() and asked(reader) is not None
        await reader.keys(*["backspace"] * len("morgen"))
        await write(reader, "2025-01-08")
        assert "undated" not in reader.text() and "dated by you 8 Jan 2025" in reader.text()
        assert "8 Jan 2025" in reader.line("kroniek.")
        await reader.keys("ctrl+z")
        assert "undated" in reader.text()


@pytest.mark.parametrize(
    ("typed", "day"), [("2025-01-08", "2025-01-08"), ("20250108", "2025-01-08")]
)
def test_a_day_is_kept_as_iso(typed: str, day: str) -> None:
    assert iso_day(typed) == day


@pytest.mark.parametrize("typed", ["morgen", "2025-13-01", "8-1-2025", "2025"])
def test_what_is_no_day_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match=typed):
        iso_day(typed)


async def test_a_row_is_kept_as_the_claim_it_stands_in(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "l", "c")
        assert "1 claim kept, unverified. ctrl+z undoes it." in reader.text()
        (mark,) = library.own
        assert mark.claimed is not None and mark.claimed.speaker == "Kustnet"
        assert mark.selector is not None
        assert mark.selector.exact == "dat 1.500 huizen zonder stroom zitten"
        await reader.keys("c")
        assert "1 claim kept before." in reader.text() and len(library.own) == 1
        await reader.keys("ctrl+z")
        assert not library.own


async def test_marked_rows_that_nobody_claims_are_kept_with_their_sentence(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "l", "j", "v", "G", "v", "c")
        assert "2 claims kept" in reader.text()
        first, second = library.own
        assert first.claimed is not None and first.claimed.speaker == "Anneke Douma"
        assert [figure.hedge for figure in first.claimed.figures] == ["at least"]
        assert first.selector is not None and first.selector.exact.startswith("Volgens burgem")
        assert second.path == CHRONICLE and second.claimed is not None
        assert second.claimed.speaker == "" and second.claimed.stance == "asserted"


async def test_nothing_is_lost_where_the_disk_is_full(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "j", "v", "k")
        library.full_disk = True
        await reader.keys("m")
        assert "NOT SAVED" in reader.text() and len(series(reader)) == 2
        assert "✓" in reader.line("schade")
        library.full_disk = False
        await reader.keys("m")
        assert series(reader) == {"huizen zonder stroom": 9}


async def test_a_series_that_somebody_else_took_away_is_told(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "j", "v", "k")
        left = {POWER: library.ledger.series[POWER]}
        library.ledger = library.ledger._replace(series=left)
        await reader.keys("m")
        assert "That is no longer there." in reader.text() and DAMAGE not in series(reader)


async def test_quit_waits_until_what_was_ruled_is_on_the_disk(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "j", "v", "k")
        library.hold.clear()
        await reader.pilot.press("m", "Q")
        assert reader.app.is_running
        library.hold.set()
        await reader.settle()
        assert not reader.app.is_running and len(library.ledger.series) == 2


async def test_escape_takes_marks_away_before_it_leaves(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "v", "l", "v", "escape")
        assert reader.text().count("✓") == 1 and screen(reader.app.screen).rows.active
        await reader.keys("escape", "escape")
        assert "✓" not in reader.text()
        await reader.keys("escape")
        assert reader.app.screen is reader.desk
