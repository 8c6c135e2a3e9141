"""The ledger on a screen: series listed and narrowed, one shown, gone to and come back from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import FakeLibrary
from tests.app.ledgers import NOTHING
from tests.app.storm import DAMAGE, PAGES, POWER, screen, storm
from tui.config import THEMES, Config
from tui.screens.ledger import LedgerScreen
from tui.store.ledger import LedgerRow
from tui.store.ledger_face import Gathering
from tui.text.safe import UNSAFE

MORNING, REPAIR = "2025-01-07-ochtend.txt", "2025-01-09-herstel.txt"


def names(reader: Reader) -> list[str]:
    return [row.name for row in screen(reader.app.screen).series._shown]


def here(reader: Reader) -> str:
    row = screen(reader.app.screen).rows.row
    return row.value if row is not None else ""


def signs(reader: Reader) -> list[str]:
    """The signs before the rows, from the top."""
    view = screen(reader.app.screen).rows
    lines = [view.draw(nth, 60)[0][1][0] for nth in range(view.count)]
    return [line.strip() for line in lines]


def rows(reader: Reader) -> list[str]:
    return [row.value for row in screen(reader.app.screen).rows._shown]


async def test_series_are_listed_with_count_span_and_contradictions(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl")
        assert names(reader) == ["huizen zonder stroom", "schade"]
        lines = reader.text().split("\n")
        assert lines[1].split("│")[0].split() == ["▌", "huizen", "zonder", "stroom", "7"]
        assert "500 – 12.000  ▂" in lines[2] and "≠ 9│" in lines[2]
        assert "4 mln – 6 mln EUR" in lines[4] and "1/2" in lines[0]


@pytest.mark.parametrize(("width", "height"), [(120, 34), (80, 24)])
async def test_the_ledger_as_it_looks(reading: Open, width: int, height: int) -> None:
    async with reading(width, height, library=storm()) as reader:
        await reader.keys("gl", "l", "j", "j")
        same_as_saved(f"ledger_{width}x{height}", reader.text())


async def test_rows_stand_in_order_of_time_with_how_they_stand_to_the_one_here(
    reading: Open,
) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l")
        assert rows(reader) == [
            *("1.500", "≥ 3.000", "8.000–10.000", "2.500", "12.000", "500", "10.000"),
        ]
        assert signs(reader) == ["", "≠", "≠", "≠", "→", "~", "≠"]
        await reader.keys("j")
        assert signs(reader) == ["≠", "", "~", "≠", "~", "~", "~"]
        assert "zeker 3.000 huizen zonder stroom zijn" not in reader.text()
        assert "“Volgens burgemeester Anneke Douma zijn zeker 3.000 huizen" in reader.text()
        assert "· here by huizen · zonder" in reader.text()
        assert "≠ Kustnet 1.500: give numbers that exclude each other" in reader.text()


async def test_the_row_here_is_told_on_the_axes_of_the_plot(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l")
        assert " 1.500 ┤╌" in reader.text() and "6 Jan 2025    " in reader.line("in order")
        await reader.keys("j", "j", "j", "j")
        assert " 12.000 ┤╌" in reader.text() and " 1.500 ┤" not in reader.text()


async def test_enter_goes_to_the_sentence_and_q_comes_back_to_the_row(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "enter", "j", "j", "enter")
        assert reader.app.screen is reader.desk and reader.session.key == MORNING
        assert reader.place.startswith("8.000 tot 10.000") or "8.000 tot" in reader.line("›")
        assert reader.session.item is not None and reader.session.item.tab == "figures"
        await reader.keys("q")
        assert isinstance(reader.app.screen, LedgerScreen) and here(reader) == "8.000–10.000"
        await reader.keys("q", "q")
        assert reader.app.screen is reader.desk


async def test_C_opens_the_series_of_the_figure_here_and_q_comes_right_back(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("j", "j", "l", "]f", "]f", "C")
        assert screen(reader.app.screen).spot.id == DAMAGE and here(reader) == "~ 4 mln"
        assert screen(reader.app.screen).rows.active
        await reader.keys("q")
        assert reader.app.screen is reader.desk and reader.session.key == REPAIR


async def test_C_opens_the_series_of_a_single_figure_too(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("G", "l", "]f", "]f", "C")
        assert rows(reader) == ["7"]
        assert names(reader)[0] == "duinen" and len(names(reader)) == 3


async def test_C_on_a_figure_that_is_in_no_series_says_so(reading: Open) -> None:
    library = storm()
    library.ledger = NOTHING
    async with reading(library=library) as reader:
        await reader.keys("l", "]f", "C")
        assert "This figure is in no series" in reader.text()


async def test_C_where_there_is_no_figure_says_so(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("l", "G", "C")
        assert reader.app.screen is reader.desk
        assert "No figure on this line" in reader.text()


@pytest.mark.parametrize("key", ["f", "/"])
async def test_typing_narrows_the_list_and_escape_brings_it_back(reading: Open, key: str) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", key, *"sch")
        assert names(reader) == ["schade"] and "1 of 2" in reader.text()
        await reader.keys("enter")
        assert "filter: sch" in reader.text() and rows(reader) == ["~ 4 mln", "6 mln"]
        await reader.keys(key, *"zz")
        assert "No series has such a name." in reader.text() and rows(reader) == []
        await reader.keys("escape")
        assert names(reader) == ["schade"]
        await reader.keys("q")
        assert len(names(reader)) == 2


async def test_S_sorts_by_contradictions_and_name(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "S")
        assert "ledger by contradictions" in reader.text()
        await reader.keys("S")
        assert "ledger by name" in reader.text()
        assert names(reader) == ["huizen zonder stroom", "schade"]


async def test_L_draws_the_plot_by_ratios_and_back(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l", "L")
        assert "· log" in reader.text() and " 1.000 ┤" in reader.text()
        await reader.keys("L")
        assert "· log" not in reader.text() and " 0 ┤" in reader.text()


async def test_L_says_where_there_can_be_no_ratios(reading: Open) -> None:
    library = storm()
    power = library.ledger.series[POWER]
    library.add_series(POWER, (replace(power[0], value=0.0), *power[1:]))
    async with reading(library=library) as reader:
        await reader.keys("gl", "l", "L")
        assert "no scale by ratios" in reader.text() and "· log" not in reader.text()


async def test_series_are_gathered_behind_the_screen_and_show_when_they_are_there(
    reading: Open,
) -> None:
    library = storm()
    library.stale, library.ledger = library.ledger, NOTHING
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.pilot.press("g", "l")
        for _ in range(20):
            await reader.pilot.pause()
        assert "gathering 3 of 1.200" in reader.text()
        assert "Figures are being gathered." in reader.text()
        library.hold.set()
        await reader.settle()
        assert len(names(reader)) == 2 and "gathering" not in reader.text()


async def test_series_show_one_after_another_while_they_are_gathered(reading: Open) -> None:
    library = storm()
    library.stale = library.ledger
    library.ledger = library.stale._replace(series={POWER: library.stale.series[POWER]})
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.pilot.press("g", "l")
        for _ in range(20):
            await reader.pilot.pause()
        assert names(reader) == ["huizen zonder stroom"]
        library.ledger = library.stale
        screen(reader.app.screen)._grown(Gathering("gathering", 900, 1200))
        for _ in range(20):
            await reader.pilot.pause()
        assert len(names(reader)) == 2 and "gathering 900 of 1.200" in reader.text()
        library.hold.set()
        await reader.settle()


async def test_once_all_is_read_series_are_gathered_before_anybody_asks(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.settle()
        assert (library.behind, library.gathered) == (1, 0)
        reader.desk.feed.ingest()
        await reader.settle()
        assert library.behind == 2


async def test_a_ledger_that_opens_has_its_series_gathered_once(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl")
        assert library.gathered == 1 and len(names(reader)) == 2


async def test_C_finds_its_series_once_that_was_gathered(reading: Open) -> None:
    library = storm()
    library.stale, library.ledger = library.ledger, NOTHING
    library.add_series(DAMAGE, library.stale.series[DAMAGE])
    async with reading(library=library) as reader:
        await reader.keys("l", "]f")
        library.hold.clear()
        await reader.pilot.press("C")
        for _ in range(20):
            await reader.pilot.pause()
        assert names(reader) == ["schade"] and "in no series" not in reader.text()
        library.hold.set()
        await reader.settle()
        assert here(reader) == "1.500" and screen(reader.app.screen).spot.id == POWER


async def test_leaving_ends_the_gathering(reading: Open) -> None:
    library = storm()
    library.stale, library.ledger = library.ledger, NOTHING
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.pilot.press("g", "l", "q")
        await reader.pilot.pause()
        library.hold.set()
        await reader.settle()
        assert reader.app.screen is reader.desk and library.stale is not None


async def test_a_corpus_without_series_says_so(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("gl")
        assert "No figure is told twice here." in reader.text()
        await reader.keys("l", "j", "v", "m", "M", "x", "c", "D", "e", "L", "enter", "q")
        assert reader.app.screen is reader.desk


async def test_from_there_one_goes_to_the_actors_and_the_notebook_and_back(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "ga")
        assert "actors by claims" in reader.text()
        await reader.keys("gl", "gn")
        assert "notebook by" in reader.text()
        await reader.keys("gl", "gl")
        assert reader.app.screen is reader.desk


async def test_on_a_small_window_the_rows_are_left_and_under_100_columns_one_pane(
    reading: Open,
) -> None:
    async with reading(40, 12, library=storm()) as reader:
        await reader.keys("gl")
        assert "schade" in reader.text() and "Kustnet" not in reader.text()
        await reader.keys("l")
        assert "schade" not in reader.text() and "┤" not in reader.text()
        assert "▌   ●        1.500  Kustnet" in reader.text()
        await reader.keys("tab")
        assert "schade" in reader.text()


async def test_a_row_whose_page_is_gone_says_so(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys("gl", "l", "j")
        library._articles.pop(MORNING)
        await reader.keys("enter")
        assert "Its page is no longer in this corpus." in reader.text()


async def test_words_of_a_page_are_shown_as_they_are_and_do_nothing(reading: Open) -> None:
    harm = "[b]Jan[/b]\x1b]0;kwaad\x07 [@click=app.quit]hier\u202e"
    library = storm()

    def bad(row: LedgerRow) -> LedgerRow:
        return replace(
            row, series=harm, speaker=harm, via=harm, title=harm, sentence=harm, why=(harm,)
        )

    library.add_series(POWER, [bad(row) for row in library.ledger.series[POWER]])
    async with reading(library=library) as reader:
        await reader.keys("gl", "l")
        text = reader.text()
        assert "[b]Jan[/b]" in text and not UNSAFE.search(text.replace("\n", ""))


@pytest.mark.parametrize("theme", THEMES)
async def test_it_can_be_seen_in_every_theme(reading: Open, theme: str) -> None:
    async with reading(library=storm(), config=Config(theme=theme)) as reader:
        await reader.keys("gl", "l")
        assert "● Kustnet" in reader.text() and "6 Jan 2025" in reader.text()


async def test_help_tells_its_keys(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "?", "/", *"ratios")
        assert "The plot by ratios" in reader.text()


def test_the_pages_say_what_the_rows_say() -> None:
    for row in (row for rows in storm().ledger.series.values() for row in rows):
        body = PAGES[row.path].body
        assert body[row.start : row.end] in row.sentence and row.sentence in body


def test_a_library_without_series_has_none() -> None:
    assert FakeLibrary().ledger == NOTHING
