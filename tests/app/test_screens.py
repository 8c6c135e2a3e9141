"""What is on the screen: help, palette, themes, failures, folds; compared with saved grids."""

from __future__ import annotations

import gc
import threading

import pytest

from tests.app.conftest import same_as_saved
from tests.app.fakes import TEASERS_ARTICLE, TROOPS_ARTICLE, FakeLibrary
from tui import garbage
from tui.config import THEMES, Config
from tui.store.answers import Dropped
from tui.store.bookmarks import Bookmark


@pytest.mark.parametrize("width, height", [(40, 12), (60, 24), (80, 24), (120, 40), (200, 40)])
@pytest.mark.parametrize(
    "name, keys",
    [
        ("list", []),
        ("article", ["enter", "]f"]),
        ("panel", ["tab", "tab", "p", "p"]),
    ],
)
async def test_the_screen_is_as_it_was(reading, width, height, name, keys):
    async with reading(width, height) as reader:
        await reader.keys(*keys)
        same_as_saved(f"{name}-{width}", reader.text())


@pytest.mark.parametrize(
    "name, keys",
    [
        ("teasers", ["J", "J"]),
        ("failed", ["G"]),
        ("help", ["?"]),
        ("alone", ["z"]),
    ],
)
async def test_a_view_is_as_it_was(reading, name, keys):
    async with reading(80, 24) as reader:
        await reader.keys(*keys)
        same_as_saved(name, reader.text())


@pytest.mark.parametrize(
    "width, seen",
    [
        (60, ["list"]),
        (80, ["list", "article"]),
        (100, ["list", "article", "panel"]),
        (120, ["list", "article", "panel"]),
    ],
)
async def test_panes_fold_on_a_narrow_screen(reading, width, seen):
    async with reading(width, 24) as reader:
        shown = {
            "list": reader.desk.articles,
            "article": reader.desk.spread.reader,
            "panel": reader.desk.spread.panel,
        }
        assert [name for name, widget in shown.items() if widget.size.width > 0] == seen


@pytest.mark.parametrize("width, beside", [(60, "article"), (90, "article")])
async def test_a_folded_panel_comes_when_it_is_gone_to(reading, width, beside):
    async with reading(width, 24) as reader:
        await reader.keys("tab", "tab")
        assert reader.desk.spread.panel.size.height > 3
        assert reader.desk.spread.reader.size.height > 3
        assert reader.desk.articles.size.width == 0 or not reader.desk.articles.display


@pytest.mark.parametrize("width", [66, 100, 120, 200])
async def test_the_column_is_never_wider_than_asked(reading, width):
    async with reading(width, 24, config=Config(column=66)) as reader:
        await reader.keys("enter")
        view = reader.desk.spread.reader
        assert max(len(row.text) for row in view._sheet.rows) <= 66
        if width == 200:
            left = reader.line("SEOEL (ANP)").index("SEOEL") - 45
            assert abs(left - (view.size.width - 66) // 2) <= 3


async def test_a_failed_article_says_why_in_its_place(reading):
    async with reading() as reader:
        await reader.keys("G")
        assert "stuk.bin: this is not text. Save the page again as HTML." in reader.text()
        assert "! cannot be read" in reader.text() and "! 1 failed" in reader.text()
        await reader.keys("K")
        assert reader.session.article is not None


async def test_a_page_of_teasers_says_so_and_shows_them(reading):
    async with reading(library=FakeLibrary((TEASERS_ARTICLE,), broken=False)) as reader:
        assert "only lists teasers" in reader.text()
        assert "Trein ontspoord bij Zwolle" in reader.text()
        assert "5 minuten geleden" in reader.text()


async def test_a_notice_about_the_notes_is_shown(reading):
    library = FakeLibrary()
    library.notes_notice = "The corpus is read-only: notes are kept in [elders]."
    async with reading(library=library) as reader:
        assert "kept in [elders]" in " ".join(reader.text().split()).replace("▌", "")


async def test_a_notice_about_the_cache_is_shown_once(reading):
    library = FakeLibrary()
    library.cache_notice = "The cache is full."
    async with reading(library=library) as reader:
        assert reader.text().count("The cache is full.") == 1


async def test_a_cache_that_fails_while_all_is_read_is_told(reading):
    class Failing(FakeLibrary):
        def ingest(self, on_progress, cancelled, paths=None):
            super().ingest(on_progress, cancelled, paths)
            self.cache_notice = "The cache is full."

    async with reading(library=Failing()) as reader:
        assert "The cache is full." in reader.text()


async def test_garbage_is_looked_for_once_the_first_screen_stands(reading):
    with garbage.put_off():
        assert not gc.isenabled()
        async with reading():
            assert gc.isenabled()


async def test_an_article_that_is_no_longer_wanted_is_not_shown(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.hold.clear()
        await reader.pilot.press("j")
        await reader.pilot.press("j")
        await reader.pilot.press("j")
        library.hold.set()
        await reader.settle()
        assert reader.session.article.path == "regio/dijk.html"
        assert "Westerdijk gaat dertig keer" in reader.text()
        assert "overzicht.html" not in library.asked


async def test_a_slow_article_that_is_no_longer_wanted_does_not_hold_up_the_next(reading):
    class Slow(FakeLibrary):
        def article(self, key, wanted=lambda: True):
            if key == "café.txt":
                self.asked.append(key)
                while wanted():
                    self.never.wait(0.01)
                raise Dropped(key)
            return super().article(key)

    library = Slow()
    library.never = threading.Event()
    async with reading(library=library) as reader:
        await reader.pilot.press("j")
        await reader.pilot.press("j")
        await reader.settle()
        assert reader.session.key == "overzicht.html" and reader.session.article is not None
        await reader.pilot.press("k")
        await reader.pilot.press("j")
        await reader.settle()
        assert reader.session.article is not None and reader.session.problem is None


async def test_a_bookmark_that_lost_its_words_says_so_and_marks_nothing(reading):
    library = FakeLibrary()
    key = TROOPS_ARTICLE.path
    library._marks = (Bookmark("m", key, "old", 0, "Dit stond er.", "2024-11-01", lost=True),)
    async with reading(library=library) as reader:
        await reader.keys("enter")
        assert "›⚑" not in reader.text()
        await reader.keys("B")
        assert "Dit stond er." in reader.text()
        assert "lost, no longer in the text" in reader.text()
        await reader.keys("enter")
        assert reader.session.key == key and reader.session.cursor == 0


async def test_text_from_outside_is_never_markup(reading):
    async with reading() as reader:
        await reader.keys("J", "J", "J", "J")
        assert "[b]Kop[/b] met [@click=app.quit]haken" in reader.text()
        assert "Een tekst met [/i] en [TODO] erin." in reader.text()
        await reader.keys("enter", "b", "B")
        assert "Een tekst met [/i] en [TODO] erin." in reader.text()


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_draws_every_view(reading, theme):
    async with reading(config=Config(theme=theme)) as reader:
        await reader.keys("enter", "]f", "R", "/", "z", "enter", "?", "q", "B", "q")
        assert reader.app.theme == theme and "Seoel telt" in reader.text()


async def test_gt_goes_to_the_next_theme_and_round(reading):
    async with reading() as reader:
        seen = []
        for _ in THEMES:
            await reader.keys("gt")
            seen.append(reader.app.theme)
        assert seen == [*THEMES[1:], THEMES[0]]


async def test_without_colour_everything_is_still_marked(reading, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        await reader.keys("enter", "]f", "b")
        segments = [
            segment
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "3000"
        ]
        assert segments and all(s.style.reverse and s.style.bold for s in segments)
        assert "›⚑┊" in reader.text() and "▌ ~ 3.000 militairen" in reader.text()


async def test_help_shows_all_keys_and_filters(reading):
    async with reading() as reader:
        await reader.keys("?")
        assert "One line or row down." in reader.text()
        await reader.keys("/", *"bookmark", "enter")
        assert "All bookmarks; enter goes there." in reader.text()
        assert "One line or row down." not in reader.text()
        await reader.keys("q")
        assert "Seoel telt al 3000" in reader.text()


async def test_help_finds_a_key_by_the_key(reading):
    async with reading() as reader:
        await reader.keys("?", "/", "]", "f", "enter")
        assert "To the next figure in the text." in reader.text()
        assert "previous" not in reader.text()


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_the_palette_does_actions_and_opens_articles_by_title(reading, key):
    async with reading() as reader:
        await reader.keys(key)
        await reader.keys(*"westerdijk", "down", "enter")
        assert reader.session.key == "regio/dijk.html" and reader.session.pane == "article"
        await reader.keys(key)
        await reader.keys(*"stripped")
        await reader.keys("enter")
        assert reader.session.stripped


async def test_the_terminals_cursor_is_at_the_line_that_is_read(reading):
    async with reading() as reader:
        assert reader.app.cursor_position == (1, 1)
        await reader.keys("enter", "]f")
        x, y = reader.app.cursor_position
        assert reader.text().split("\n")[y][x:].startswith("Seoel schat")


async def test_the_place_in_the_corpus_is_told(reading):
    async with reading() as reader:
        await reader.keys("J")
        assert reader.text().split("\n")[0].endswith("2/6")
        assert reader.text().startswith(" newsreader  verhalen")
        assert TROOPS_ARTICLE.path not in reader.text()
