"""The keys that move: lines, panes, ends, pages, articles."""

import pytest

from tests.app.fakes import DIKE_ARTICLE, TROOPS_ARTICLE

DIKE_ROW = 3


async def at_dike(reader):
    await reader.keys("J", "J", "J", "enter")
    assert reader.session.key == DIKE_ARTICLE.path and reader.session.pane == "article"


async def test_the_first_article_is_open_and_the_list_has_the_keys(reading):
    async with reading() as reader:
        assert reader.session.key == TROOPS_ARTICLE.path
        assert reader.session.article is TROOPS_ARTICLE and reader.session.pane == "list"


@pytest.mark.parametrize("down, up", [("j", "k"), ("down", "up")])
async def test_in_the_list_a_line_is_an_article(reading, down, up):
    async with reading() as reader:
        await reader.keys(down, down)
        assert reader.session.key == "overzicht.html"
        await reader.keys(up)
        assert reader.session.key == "café.txt"


@pytest.mark.parametrize("down, up", [("j", "k"), ("down", "up")])
async def test_in_the_text_the_cursor_goes_a_line_down_and_up(reading, down, up):
    async with reading() as reader:
        await reader.keys("enter", down)
        assert reader.place.startswith("een veel grotere")
        await reader.keys(up)
        assert reader.session.cursor == 0


async def test_the_text_moves_under_the_cursor_once_that_is_half_way(reading):
    async with reading(height=20) as reader:
        await at_dike(reader)
        view = reader.desk.spread.reader
        await reader.keys("j")
        assert view.scroll_offset.y == 0
        await reader.keys(*["j"] * 12)
        assert view.scroll_offset.y > 0
        mark = next(i for i, line in enumerate(reader.text().split("\n")) if "›" in line)
        assert 9 <= mark <= 11


async def test_in_the_panel_a_row_goes_to_its_place_in_the_text(reading):
    async with reading() as reader:
        await reader.keys("l", "l", "j")
        assert reader.session.pane == "panel" and reader.place.startswith("10.000")
        await reader.keys("k")
        assert reader.place.startswith("3000")


async def test_h_and_l_go_from_pane_to_pane(reading):
    async with reading() as reader:
        for key, pane in [
            ("l", "article"),
            ("l", "panel"),
            ("l", "panel"),
            ("h", "article"),
            ("h", "list"),
            ("h", "list"),
        ]:
            await reader.keys(key)
            assert reader.session.pane == pane


async def test_tab_goes_round_and_shift_tab_back(reading):
    async with reading() as reader:
        seen = []
        for key in ["tab", "tab", "tab", "shift+tab"]:
            await reader.keys(key)
            seen.append(reader.session.pane)
        assert seen == ["article", "panel", "list", "panel"]


async def test_enter_in_the_list_goes_to_the_text(reading):
    async with reading() as reader:
        await reader.keys("j", "enter")
        assert reader.session.pane == "article" and reader.session.key == "café.txt"


async def test_gg_and_G_go_to_the_ends_of_list_text_and_panel(reading):
    async with reading() as reader:
        await reader.keys("G")
        assert reader.desk.articles.cursor == 5
        await reader.keys("gg")
        assert reader.session.key == TROOPS_ARTICLE.path
        await reader.keys("l", "G")
        assert reader.place.startswith("en 13 schepen")
        await reader.keys("gg")
        assert reader.session.cursor == 0
        await reader.keys("l", "G")
        assert reader.place.startswith("8 en 13")


async def test_ctrl_d_and_ctrl_u_go_half_a_page(reading):
    async with reading(height=22) as reader:
        await at_dike(reader)
        await reader.keys("ctrl+d")
        half = reader.session.cursor
        assert half > 300
        await reader.keys("ctrl+d")
        assert reader.session.cursor > half
        await reader.keys("ctrl+u", "ctrl+u")
        assert reader.session.cursor < half


async def test_space_turns_pages_and_then_goes_to_the_next_article(reading):
    async with reading(height=30) as reader:
        await at_dike(reader)
        view, seen = reader.desk.spread.reader, []
        while reader.session.key == DIKE_ARTICLE.path:
            seen.append(view.scroll_offset.y)
            await reader.keys("space")
        assert seen == sorted(set(seen)) and len(seen) > 3
        assert reader.session.key == "vreemd.txt"


async def test_pageup_goes_a_page_back(reading):
    async with reading(height=30) as reader:
        await at_dike(reader)
        await reader.keys("pagedown", "pagedown", "pageup")
        once = reader.desk.spread.reader.scroll_offset.y
        assert 0 < once < 40


async def test_J_and_K_go_to_other_articles_from_any_pane(reading):
    async with reading() as reader:
        await reader.keys("l", "l", "J")
        assert reader.session.key == "café.txt" and reader.session.pane == "panel"
        await reader.keys("h", "K")
        assert reader.session.key == TROOPS_ARTICLE.path and reader.session.pane == "article"
        await reader.keys("K")
        assert "first article" in reader.text()


async def test_q_goes_back_to_the_list_and_then_says_how_to_leave(reading):
    async with reading() as reader:
        await reader.keys("l", "l", "q", "q")
        assert reader.session.pane == "list"
        await reader.keys("q")
        assert "Q leaves newsreader" in reader.text() and reader.app.is_running


async def test_Q_leaves(reading):
    async with reading() as reader:
        await reader.pilot.press("Q")
        assert not reader.app.is_running or reader.app._exit


async def test_a_pending_key_shows_what_can_follow_and_escape_ends_it(reading):
    async with reading() as reader:
        await reader.keys("g")
        assert "g… g Top" in reader.text()
        await reader.keys("escape")
        assert "g…" not in reader.text() and reader.session.pane == "list"


async def test_a_click_on_a_row_opens_the_article(reading):
    async with reading() as reader:
        await reader.pilot.click("#list", offset=(5, 4))
        await reader.settle()
        assert reader.session.key == "café.txt" and reader.session.pane == "article"


async def test_a_click_in_the_text_puts_the_cursor_there(reading):
    async with reading() as reader:
        await reader.pilot.click("#article", offset=(10, 6))
        await reader.settle()
        assert reader.place.startswith("Seoel schat")


async def test_a_click_in_the_panel_goes_to_the_place(reading):
    async with reading() as reader:
        await reader.pilot.click("#facts", offset=(5, 9))
        await reader.settle()
        assert reader.place.startswith("12.000")


async def test_a_click_on_a_hint_does_it(reading):
    async with reading() as reader:
        await reader.pilot.click("#footer", offset=(13, 0))
        await reader.settle()
        assert reader.session.pane == "article"


async def test_the_keys_of_the_settings_are_used_and_shown(reading):
    from tui.config import Config

    async with reading(config=Config(keymap={"down": ("ctrl+n",), "help": ("f1",)})) as reader:
        await reader.keys("ctrl+n")
        assert reader.session.key == "café.txt"
        await reader.keys("j")
        assert reader.session.key == "café.txt"
        assert "f1 Help" in reader.text()
