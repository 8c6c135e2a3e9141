"""The record of an actor: all figures that it told, in order of time, with what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import FakeLibrary
from tests.app.ledgers import NOTHING
from tests.app.storm import POWER, screen, storm
from tui.config import THEMES, Config
from tui.screens.actors import ActorsScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.record import RecordScreen
from tui.store.ledger import LedgerRow
from tui.text.safe import UNSAFE
from tui.widgets.record_rows import CHANGES

KUSTNET = ("gl", "l")
"""The first row is what Kustnet says."""


def record(reader: Reader) -> RecordScreen:
    assert isinstance(reader.app.screen, RecordScreen)
    return reader.app.screen


def told(reader: Reader) -> list[tuple[str, str]]:
    """The sign and the value of each row, headings as their words."""
    return [
        (CHANGES[row.change][0] if row.key else "", row.value) for row in record(reader).rows._shown
    ]


def more_of_kustnet(**other: object) -> FakeLibrary:
    """The storm, in which Kustnet speaks once more of houses without power."""
    library = storm()
    first = library.ledger.series[POWER][0]
    new = replace(first, key="nieuw#0", **{"value": 9000.0, **other})  # type: ignore[arg-type]
    library.add_series(POWER, (*library.ledger.series[POWER], new))
    return library


async def test_r_on_a_row_tells_all_that_its_speaker_said(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r")
        assert "record of Kustnet" in reader.text()
        assert [row.name for row in record(reader).series._shown] == [
            *("huizen zonder stroom", "schade")
        ]
        assert told(reader) == [("", "huizen zonder stroom"), ("•", "1.500"), ("↑", "12.000")]
        assert record(reader).rows.active and "• first told" in reader.text()
        await reader.keys("j")
        assert "↑ raised: before it 1.500 (6 Jan 2025)" in reader.text()
        assert "“Kustnet houdt het nu op 12.000 huizen" in reader.text()


async def test_the_list_has_the_first_and_the_last_value_and_how_it_went(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r")
        first, second = record(reader).series._shown
        assert (first.rows, first.span, first.values) == (2, "1.500 → 12.000", (1500, 12000))
        assert (second.rows, second.span) == (1, "~ 4 mln EUR")
        assert "1.500 → 12.000  ▁█" in reader.text()


@pytest.mark.parametrize(("width", "height"), [(120, 34), (80, 24)])
async def test_the_record_as_it_looks(reading: Open, width: int, height: int) -> None:
    library = more_of_kustnet(stance="denied", published=None)
    async with reading(width, height, library=library) as reader:
        await reader.keys(*KUSTNET, "r", "j")
        same_as_saved(f"record_{width}x{height}", reader.text())


@pytest.mark.parametrize(
    ("other", "last"),
    [
        ({"published": "2025-01-11"}, ("↓", "9.000")),
        ({"published": "2025-01-11", "value": 12000.0}, ("=", "12.000")),
        ({"published": "2025-01-11", "stance": "denied"}, ("✗", "9.000")),
        (
            {"published": "2025-01-11", "value": None, "low": 8e3, "high": 2e4},
            ("~", "8.000–20.000"),
        ),
        ({"published": "2025-01-09"}, ("↑", "9.000")),
        ({"published": "2025-01-11", "planned": True}, ("•", "9.000")),
    ],
)
async def test_each_change_has_a_sign_and_words(
    reading: Open, other: dict[str, object], last: tuple[str, str]
) -> None:
    async with reading(library=more_of_kustnet(**other)) as reader:
        await reader.keys(*KUSTNET, "r")
        assert sorted(told(reader)[1:]) == sorted([("•", "1.500"), ("↑", "12.000"), last])
        at = next(nth for nth, row in enumerate(record(reader).rows._shown) if row.key == "nieuw#0")
        line = "".join(text for text, _ in record(reader).rows.draw(at, 79)[0])
        assert line.startswith(f"{last[0]} ") and f"  {dict(CHANGES.values())[last[0]]}  " in line


async def test_what_has_no_day_comes_last_in_a_lane_of_its_own_and_tells_no_change(
    reading: Open,
) -> None:
    async with reading(library=more_of_kustnet(published=None)) as reader:
        await reader.keys(*KUSTNET, "r", "G")
        assert told(reader)[3:] == [("", "No day is known of:"), (" ", "9.000")]
        assert record(reader).said is not None and "no day" in reader.line(" 9.000 ")
        await reader.keys("k")
        row = record(reader).rows.row
        assert row is not None and row.value == "12.000"


async def test_enter_goes_to_the_sentence_and_q_comes_back_to_the_record(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r", "j", "enter")
        assert reader.app.screen is reader.desk
        assert reader.session.key == "2025-01-09-herstel.txt"
        assert "12.000" in reader.line("›")
        await reader.keys("q")
        assert "record of Kustnet" in reader.text() and record(reader).rows.active
        row = record(reader).rows.row
        assert row is not None and row.value == "12.000"
        await reader.keys("q", "q")
        assert isinstance(reader.app.screen, LedgerScreen)
        await reader.keys("q", "q")
        assert reader.app.screen is reader.desk


async def test_a_record_that_was_left_for_the_ledger_is_not_opened_again(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r", "q", "q", "enter")
        assert reader.app.screen is reader.desk
        await reader.keys("q")
        assert isinstance(reader.app.screen, LedgerScreen)


async def test_from_the_actors_too_it_is_opened_and_left(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("ga", "r")
        assert "record of Kustnet" in reader.text() and record(reader).series.active
        await reader.keys("enter")
        assert record(reader).rows.active
        await reader.keys("escape", "escape")
        assert reader.app.screen.query("ActorList")
        await reader.keys("r", "enter", "enter")
        assert reader.app.screen is reader.desk
        assert reader.session.key == "2025-01-06-avond.txt"
        await reader.keys("q")
        row = record(reader).rows.row
        assert row is not None and row.value == "1.500" and record(reader).rows.active
        await reader.keys("q", "q", "q")
        assert reader.app.screen is reader.desk
        await reader.keys("ga")
        assert "record of" not in reader.text()


@pytest.mark.parametrize("begin", [("gl", "l"), ("ga",)])
async def test_from_there_one_goes_to_every_other_screen(
    reading: Open, begin: tuple[str, ...]
) -> None:
    async with reading(library=storm()) as reader:
        for keys, told in (("gn", "notebook by"), ("ga", "actors by"), ("gl", "ledger by")):
            await reader.keys(*begin, "r", keys)
            assert told in reader.text()
            while reader.app.screen is not reader.desk:
                await reader.keys("q")


async def test_Q_leaves_newsreader_from_there(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r", "Q")
        assert reader.app._exit


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("gl", "r"), "on a row tells all that its speaker said"),
        (("gl", "l", "G", "k", "r"), "The article itself says this"),
    ],
)
async def test_where_nobody_is_quoted_that_is_said(
    reading: Open, keys: tuple[str, ...], words: str
) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l")
        rows = screen(reader.app.screen).rows._shown
        await reader.keys("q", "q")
        at = next(nth for nth, row in enumerate(rows) if row.speaker.startswith("own voice"))
        moves = keys if keys[-2] == "gl" else ("gl", "l", *("j" for _ in range(at)), "r")
        await reader.keys(*moves)
        assert words in reader.text() and isinstance(reader.app.screen, LedgerScreen)


async def test_a_speaker_that_is_no_actor_has_no_record(reading: Open) -> None:
    library = storm()
    power = library.ledger.series[POWER]
    library.add_series(POWER, [replace(row, actor_key="") for row in power])
    async with reading(library=library) as reader:
        await reader.keys(*KUSTNET, "r")
        assert "No actor of this corpus has the name Kustnet." in reader.text()


async def test_nobody_who_told_a_figure_has_an_empty_record(reading: Open) -> None:
    library = storm()
    library.ledger = NOTHING
    async with reading(library=library) as reader:
        await reader.keys("ga", "r")
        assert "No figure is told in this name." in reader.text()
        await reader.keys("l", "enter", "j", "ctrl+z", "q")
        assert isinstance(reader.app.screen, ActorsScreen)


async def test_a_name_that_is_gone_has_an_empty_record(reading: Open) -> None:
    library = storm()
    library.records = False
    async with reading(library=library) as reader:
        await reader.keys("ga", "r")
        assert "No figure is told in this name." in reader.text()


async def test_series_are_gathered_first_and_the_record_shows_when_they_are_there(
    reading: Open,
) -> None:
    library = storm()
    library.stale, library.ledger = library.ledger, NOTHING
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.keys("ga")
        await reader.pilot.press("r")
        for _ in range(20):
            await reader.pilot.pause()
        assert "gathering 3 of 1.200" in reader.text()
        assert "Figures are being looked up." in reader.text()
        library.hold.set()
        await reader.settle()
        assert len(record(reader).series._shown) == 2 and "gathering" not in reader.text()


async def test_typing_narrows_the_series_and_escape_brings_them_back(reading: Open) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys(*KUSTNET, "r", "f", *"sch")
        assert [row.name for row in record(reader).series._shown] == ["schade"]
        assert "1 of 2" in reader.text() and "~ 4 mln" in reader.text()
        await reader.keys("escape")
        assert len(record(reader).series._shown) == 2
        await reader.keys("/", *"zz")
        assert "No series has such a name." in reader.text()
        await reader.keys("enter", "q")
        assert len(record(reader).series._shown) == 2


async def test_of_an_actor_in_very_many_articles_it_is_told_how_many_were_looked_at(
    reading: Open,
) -> None:
    async with reading(library=storm()) as reader:
        await reader.keys("gl", "l", "G")
        here = screen(reader.app.screen).row
        while here is not None and here.speaker != "gemeente":
            await reader.keys("k")
            here = screen(reader.app.screen).row
        await reader.keys("r")
        assert "record of gemeente · the newest 2 of 7 articles" in reader.text()


async def test_a_row_whose_page_is_gone_says_so(reading: Open) -> None:
    library = storm()
    async with reading(library=library) as reader:
        await reader.keys(*KUSTNET, "r")
        library._articles.pop("2025-01-06-avond.txt")
        await reader.keys("enter")
        assert "Its page is no longer in this corpus." in reader.text()


async def test_on_a_small_window_one_pane_is_seen(reading: Open) -> None:
    async with reading(40, 12, library=storm()) as reader:
        await reader.keys(*KUSTNET, "r")
        assert "schade" not in reader.text() and "↑ 12.000  raised" in reader.text()
        await reader.keys("tab")
        assert "schade" in reader.text() and "raised" not in reader.text()


async def test_words_of_a_page_are_shown_as_they_are_and_do_nothing(reading: Open) -> None:
    harm = "[b]Jan[/b]\x1b]0;kwaad\x07 [@click=app.quit]hier\u202e"
    library = storm()

    def bad(row: LedgerRow) -> LedgerRow:
        return replace(
            row, series=harm, speaker=harm, via=harm, title=harm, sentence=harm, cue=harm,
            actor=f"{harm}!", actor_key=f"unnamed:{harm}",
        )  # fmt: skip

    library.add_series(POWER, [bad(row) for row in library.ledger.series[POWER]])
    async with reading(library=library) as reader:
        await reader.keys(*KUSTNET, "r")
        text = reader.text()
        assert "[b]Jan[/b]" in text and not UNSAFE.search(text.replace("\n", ""))


@pytest.mark.parametrize("theme", THEMES)
async def test_it_can_be_seen_in_every_theme(reading: Open, theme: str) -> None:
    async with reading(library=storm(), config=Config(theme=theme)) as reader:
        await reader.keys(*KUSTNET, "r")
        assert "raised" in reader.text() and "9 Jan 2025" in reader.text()


async def test_a_name_that_was_joined_is_one_speaker_in_legend_and_signs(reading: Open) -> None:
    library = storm()
    power = library.ledger.series[POWER]
    joined = [
        replace(row, actor="Kustnet", actor_key="unnamed:Kustnet")
        if row.speaker == "brandweer"
        else row
        for row in power
    ]
    library.add_series(POWER, joined)
    async with reading(library=library) as reader:
        await reader.keys("gl", "l")
        page = screen(reader.app.screen).page
        assert page is not None and "brandweer" not in page.chart.speakers
        signs = {row.speaker: row.who for row in page.rows}
        assert signs["brandweer via Kustradio"] == signs["Kustnet"]
        assert page.related(page.rows[0].key)[page.rows[2].key] == "revised"
        await reader.keys("j", "j")
        assert "brandweer is Kustnet" in reader.text()
        await reader.keys("r")
        assert told(reader)[1:] == [("•", "1.500"), ("↑", "8.000–10.000"), ("↑", "12.000")]
        assert "brandweer via Kustr…" in reader.line(" 8.000–10.000  raised")
        assert "brandweer is Kustnet" in reader.text()


async def test_its_keys_can_be_others(reading: Open) -> None:
    config = Config(keymap={"record": ("ctrl+g",)})
    async with reading(library=storm(), config=config) as reader:
        await reader.keys(*KUSTNET, "ctrl+g")
        assert "record of Kustnet" in reader.text()
        await reader.keys("?", "/", *"record")
        assert "ctrl+g" in reader.text()
