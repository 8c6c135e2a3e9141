"""Teasers whose article is in the corpus: marked, opened, and back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection

from tests.app.conftest import Open
from tests.app.fakes import DIKE_ARTICLE, TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.store.rows import Row
from tui.store.views import Progress
from tui.text.article import Article

TO_DIKE = ["P", "P", "tab", "tab", "j"]


async def test_the_panel_marks_what_is_in_the_corpus(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys(*TO_DIKE)
        assert reader.session.related == (None, DIKE_ARTICLE.path)
        assert reader.text().count("→ in the corpus") == 1
        assert "Een meerderheid wil" in reader.text() and "31 minuten geleden" in reader.text()


async def test_enter_opens_it_and_q_goes_back_to_the_place(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "]f", "]f")
        at = TROOPS.index("10.000")
        assert reader.session.cursor == at
        await reader.keys("P", "P", "tab", "j", "enter")
        assert reader.session.key == DIKE_ARTICLE.path and reader.session.pane == "article"
        assert "4/6" in reader.text().split("\n")[0] and "›" in reader.line("Dijkvak 2 ")
        await reader.keys("G", "tab", "q", "q")
        assert reader.session.key == TROOPS_ARTICLE.path and reader.session.cursor == at
        assert reader.session.pane == "panel" and "▌ → in the corpus" in reader.text()
        assert "1/6" in reader.text().split("\n")[0] and "·" in reader.line("einde van het jaar")
        await reader.keys("q", "b")
        assert reader.library.bookmarks()[0].position == at
        await reader.keys("q")
        assert reader.session.pane == "list"


async def test_one_that_is_not_there_says_so(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("P", "P", "tab", "tab", "k", "enter")
        assert "Not in this corpus." in reader.text()
        assert reader.session.key == TROOPS_ARTICLE.path


async def test_another_article_chosen_in_between_forgets_the_way_back(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys(*TO_DIKE, "enter", "K", "q")
        assert reader.session.key == "overzicht.html" and reader.session.pane == "list"


async def test_a_page_of_teasers_opens_those_it_can(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("J", "J", "enter", "G")
        assert "› " in reader.line("→ in the corpus") and "enter Open" in reader.text()
        await reader.keys("enter")
        assert reader.session.key == "café.txt"
        await reader.keys("q")
        assert reader.session.key == "overzicht.html" and reader.session.pane == "article"
        assert "›" in reader.line("→ in the corpus")
        await reader.keys("k", "k", "k", "enter")
        assert "Not in this corpus." in reader.text()


async def test_enter_in_the_text_says_that_there_is_nothing_to_open(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "enter")
        assert "nothing to open on this line" in reader.text()


async def test_an_article_opened_alone_is_left_to_where_it_was_alone(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("J", "J", "z", "G", "enter")
        assert reader.session.zen and reader.session.key == "café.txt"
        await reader.keys("q")
        assert reader.session.zen and reader.session.key == "overzicht.html"
        await reader.keys("q")
        assert not reader.session.zen


async def test_what_is_known_of_teasers_grows_with_what_is_read(reading: Open) -> None:
    class Learning(FakeLibrary):
        def related(self, article: Article) -> tuple[str | None, ...]:
            return super().related(article) if self._read else (None,) * len(article.related)

        def ingest(
            self,
            on_progress: Callable[[Progress], None],
            cancelled: Callable[[], bool],
            paths: Collection[str] | None = None,
        ) -> None:
            opened.wait(5)
            super().ingest(on_progress, cancelled, paths)

        def row(self, key: str) -> Row | None:
            opened.set()
            return super().row(key)

    opened = threading.Event()
    async with reading(library=Learning()) as reader:
        await reader.keys("P", "P", "tab", "tab")
        assert "→ in the corpus" in reader.text()
