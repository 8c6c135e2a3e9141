"""The keys that work on the text: find, figures, claims, bookmarks, stripped text, alone."""

import threading
from dataclasses import replace

from textual import events

from tests.app.fakes import DIKE_ARTICLE, TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.items import Item


async def type_words(reader, words):
    await reader.keys("/")
    await reader.keys(*words)


async def test_figures_are_stepped_through_and_chosen_in_the_panel(reading):
    async with reading() as reader:
        await reader.keys("enter", "]f")
        assert reader.place.startswith("3000") and reader.session.item == Item("figures", 0)
        await reader.keys("]f", "]f")
        assert reader.place.startswith("12.000")
        assert "▌ 12.000 man" in reader.text()
        await reader.keys("[f")
        assert reader.place.startswith("10.000")
        await reader.keys("[f", "[f")
        assert "No more figures above" in reader.text() and reader.place.startswith("3000")


async def test_claims_are_stepped_through_with_their_tab(reading):
    async with reading() as reader:
        await reader.keys("enter", "]c", "]c")
        assert reader.session.tab == "claims" and reader.place.startswith("dat er al")
        assert reader.session.item == Item("claims", 1)
        assert "▸Claims 4" in reader.text() and "estimated · schat" in reader.text()
        assert "┃" in reader.line("3000 militairen zijn")
        await reader.keys("[c")
        assert reader.session.item == Item("claims", 0)


async def test_a_line_with_a_figure_chooses_it_in_the_panel(reading):
    async with reading() as reader:
        await reader.keys("enter", "j", "j")
        assert reader.session.item == Item("figures", 0)
        await reader.keys("j")
        assert reader.session.item == Item("figures", 1)


async def test_enter_on_an_actor_goes_from_mention_to_mention(reading):
    async with reading() as reader:
        await reader.keys("p", "l", "l")
        assert reader.session.tab == "actors"
        await reader.keys("gg")
        assert reader.place.startswith("Volodymyr Zelensky")
        await reader.keys("enter")
        assert reader.place.startswith("Zelensky tegen")
        await reader.keys("enter")
        assert reader.place.startswith("Volodymyr Zelensky")


async def test_p_and_P_turn_the_tabs(reading):
    async with reading() as reader:
        tabs = []
        for key in ["p", "p", "right", "p", "p", "P", "left"]:
            await reader.keys(key)
            tabs.append(reader.session.tab)
        assert tabs == ["actors", "claims", "related", "notes", "figures", "notes", "related"]


async def test_a_click_on_a_tab_shows_it(reading):
    async with reading() as reader:
        await reader.pilot.click("#tabs", offset=(14, 1))
        await reader.settle()
        assert reader.session.tab == "related" and "31 minuten geleden" in reader.text()


async def test_find_goes_along_while_typing_and_counts(reading):
    async with reading() as reader:
        await type_words(reader, "zelen")
        assert reader.place.startswith("Zelensky ging") and "1 of 2" in reader.text()
        await reader.keys("enter")
        assert reader.desk.find_bar is None and "/zelen · 1 of 2" in reader.text()
        await reader.keys("n")
        assert reader.place.startswith("Zelensky tegen") and "2 of 2" in reader.text()
        await reader.keys("n")
        assert reader.place.startswith("Zelensky ging")
        await reader.keys("N")
        assert reader.place.startswith("Zelensky tegen")


async def test_find_looks_past_accents(reading):
    async with reading() as reader:
        await reader.keys("J")
        await type_words(reader, "cafe")
        assert "1 of 3" in reader.text()


async def test_escape_leaves_find_where_it_began(reading):
    async with reading() as reader:
        await reader.keys("enter", "j")
        before = reader.session.cursor
        await type_words(reader, "rutte")
        assert reader.session.cursor != before
        await reader.keys("escape")
        assert reader.session.cursor == before and reader.session.query == ""
        assert reader.session.hits == ()


async def test_up_and_down_go_from_hit_to_hit_while_typing(reading):
    async with reading() as reader:
        await type_words(reader, "zelensky")
        await reader.keys("down")
        assert "2 of 2" in reader.text()
        await reader.keys("up")
        assert "1 of 2" in reader.text()


async def test_a_fast_typist_loses_no_letter(reading):
    async with reading() as reader:
        for key in ["slash", *"zelensky", "enter"]:
            reader.app.post_message(events.Key(key, "/" if key == "slash" else key[:1]))
        await reader.settle()
        assert reader.session.query == "zelensky" and len(reader.session.hits) == 2
        assert reader.desk.find_bar is None


async def test_new_words_take_the_place_of_the_old(reading):
    async with reading() as reader:
        await type_words(reader, "rutte")
        await reader.keys("enter")
        await type_words(reader, "man")
        assert reader.session.query == "man"


async def test_what_is_not_there_is_said(reading):
    async with reading() as reader:
        await type_words(reader, "zeppelin")
        assert "not found" in reader.text()


async def test_n_without_words_says_how_to_find(reading):
    async with reading() as reader:
        await reader.keys("n")
        assert "Nothing to find yet" in reader.text()


async def test_keys_are_letters_while_typing(reading):
    async with reading() as reader:
        await type_words(reader, "QqJb")
        assert reader.app.is_running and reader.session.key == TROOPS_ARTICLE.path
        assert reader.library.bookmarks() == ()


async def test_a_bookmark_is_kept_and_shown_in_list_and_text(reading):
    async with reading() as reader:
        await reader.keys("enter", "]f", "b")
        (mark,) = reader.library.bookmarks()
        assert (mark.key, mark.position) == (TROOPS_ARTICLE.path, TROOPS.index("3000"))
        assert "⚑" in reader.line("3000 militairen zijn")
        assert "⚑ 4 fig" in reader.line("25 Oct 2024  ")
        assert "Bookmark kept" in reader.text()
        await reader.keys("b")
        assert reader.library.bookmarks() == () and "⚑" not in reader.text()


async def test_a_bookmark_that_cannot_be_kept_says_so(reading):
    library = FakeLibrary()
    library.full_disk = True
    async with reading(library=library) as reader:
        await reader.keys("enter", "b")
        assert "NOT SAVED" in reader.text() and "the disk is full" in reader.text()
        assert "⚑" not in reader.text()


async def test_leaving_waits_for_a_bookmark_on_its_way(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter")
        library.hold.clear()
        await reader.pilot.press("b")
        await reader.pilot.press("Q")
        assert reader.desk.leaving and not reader.app._exit
        library.hold.set()
        for _ in range(100):
            if not reader.app._exit:
                await reader.pilot.pause()
        assert len(library.bookmarks()) == 1 and reader.app._exit


async def test_B_lists_the_bookmarks_and_enter_goes_there(reading):
    async with reading() as reader:
        await reader.keys("enter", "]f", "]f", "b", "J", "B")
        assert "10.000 worden" in reader.text() and "Bookmarks 1" in reader.text()
        await reader.keys("enter")
        assert reader.session.key == TROOPS_ARTICLE.path and reader.session.pane == "article"
        assert reader.desk.spread.reader.offset_here <= TROOPS.index("10.000")
        assert "›⚑" in reader.text()


async def test_the_screen_never_waits_for_the_notes(reading):
    class Careful(FakeLibrary):
        def bookmarks(self, key=None):
            assert threading.current_thread() is not threading.main_thread()
            return super().bookmarks(key)

    async with reading(library=Careful()) as reader:
        await reader.keys("enter", "b", "J", "K", "B", "enter", "ctrl+z")
        assert reader.app.is_running and "Undone" in reader.text()


async def test_what_is_typed_before_the_bookmarks_are_there_goes_to_them(reading):
    async with reading() as reader:
        await reader.keys("enter", "b", "J", "b")
        for key in ("B", "j", "enter"):
            reader.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await reader.settle()
        assert reader.app.screen is reader.desk and reader.session.key == "café.txt"


async def test_B_without_bookmarks_says_how_to_make_one(reading):
    async with reading() as reader:
        await reader.keys("B")
        assert "None yet: b keeps" in reader.text()
        await reader.keys("q")
        assert "None yet" not in reader.text()


async def test_z_shows_the_article_alone_and_all_again(reading):
    async with reading() as reader:
        await reader.keys("z")
        assert reader.session.pane == "article"
        assert "Café aan de haven" not in reader.text() and "▸Figures" not in reader.text()
        assert "Seoel telt al 3000" in reader.text()
        await reader.keys("z")
        assert "Café aan de haven" in reader.text() and "▸Figures" in reader.text()


async def test_a_resize_keeps_the_line_of_the_cursor(reading):
    async with reading(height=24) as reader:
        await reader.keys("J", "J", "J", "enter", *["ctrl+d"] * 3)
        before = reader.session.cursor
        await reader.pilot.resize_terminal(70, 24)
        await reader.settle()
        rows = [line for line in reader.text().split("\n") if "›" in line]
        assert len(rows) == 1 and reader.desk.spread.reader.offset_here <= before
        part = DIKE_ARTICLE.body[before : before + 12].split(" ")[0]
        assert part in rows[0]


async def test_a_bookmark_needs_a_text(reading):
    async with reading() as reader:
        await reader.keys("J", "J")
        await reader.keys("b")
        assert "no text to bookmark" in reader.text()
        await reader.keys("G", "b")
        assert "no article to bookmark" in reader.text()


async def test_an_article_that_was_read_again_is_shown_with_the_words_found(reading):
    article = replace(TROOPS_ARTICLE, path="twee.txt", id="twee")
    async with reading(library=FakeLibrary((TROOPS_ARTICLE, article))) as reader:
        await type_words(reader, "zelensky")
        await reader.keys("enter", "J")
        assert len(reader.session.hits) == 2
