"""A corpus that is read behind the list, stopped and gone on with, and that changes on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import pytest

from tests.app.conftest import Open, Reader
from tests.app.fakes import (
    CAFE_ARTICLE,
    DIKE,
    DIKE_ARTICLE,
    TROOPS,
    TROOPS_ARTICLE,
    FakeLibrary,
    article,
)
from tui.screens.presenting import about_reading, duration
from tui.store.anchoring_model import Anchor, Place
from tui.store.marked import Target
from tui.store.views import Counts, Progress
from tui.text.article import Piece

TROOPS_KEY = TROOPS_ARTICLE.path
MENDED = article(TROOPS_KEY, "Een andere kop", TROOPS.replace("3000", "4000"))


async def until(reader: Reader, what: str) -> None:
    """Wait for something to stand on the screen."""
    for _ in range(400):
        if what in reader.text():
            return
        await reader.pilot.pause(0.01)
    raise AssertionError(f"{what!r} never came:\n{reader.text()}")


@pytest.mark.parametrize(
    "progress, told, share",
    [
        (Progress("looking"), "looking for articles", None),
        (Progress("looking", 31_204), "looking for articles · 31.204", None),
        (
            Progress("reading", 12_400, 100_000, 210.4, 417.0),
            "reading 12.400 of 100.000 · 210/s · 7 min left",
            0.124,
        ),
        (Progress("reading", 0, 10), "reading 0 of 10", 0.0),
        (Progress("again", 3, 4, 20.0, 0.05), "reading 3 of 4 again · 20/s · 1 s left", 0.75),
        (Progress("comparing", 1, 2), "comparing 1 of 2", 0.5),
        (Progress("finishing"), "all is read · making searches fast", None),
    ],
)
def test_how_far_reading_is_is_told(progress: Progress, told: str, share: float | None) -> None:
    words, part = about_reading(progress, Counts(100, 100), going_on=True, paused=False)
    assert words[0] == told and part == share
    assert [len(one) for one in words] == sorted(map(len, words), reverse=True)


def test_where_more_waits_than_is_read_just_now_all_of_it_is_told() -> None:
    progress = Progress("reading", 50, 600, 100.0, 5.5)
    words, share = about_reading(progress, Counts(3_000, 990, 10), going_on=True, paused=False)
    assert words[0] == "reading 1.000 of 3.000 · 100/s · 20 s left" and share == 1 / 3


@pytest.mark.parametrize(
    "seconds, told",
    [(0.2, "1 s"), (40, "40 s"), (89, "89 s"), (417, "7 min"), (5_300, "88 min"), (9_000, "2 h")],
)
def test_a_time_to_wait_is_told_in_one_unit(seconds: float, told: str) -> None:
    assert duration(seconds) == told


async def test_while_the_corpus_is_read_its_rows_come_and_the_header_counts(reading: Open) -> None:
    library = FakeLibrary()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await until(reader, "reading 0 of 5")
        assert "… to be read in" in reader.text() and "20/s · 2 s left" in reader.text()
        library.hold.set()
        await reader.settle()
        assert "reading" not in reader.text().split("\n")[0]
        assert "• Westerdijk gaat" in reader.text()


async def test_reading_is_stopped_and_gone_on_with_by_a_key(reading: Open) -> None:
    library = FakeLibrary()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await until(reader, "reading 0 of 5")
        await reader.pilot.press("g", "i")
        assert "Reading stops; gi goes on with it." in reader.text()
        library.hold.set()
        await reader.settle()
        assert "stopped at 1 of 6" in reader.text() and library._read == set()
        await reader.keys("gi")
        assert "stopped" not in reader.text() and len(library._read) == 5
        assert len(library.ingested) == 2
        await reader.keys("gi")
        assert "All articles have been read." in reader.text()


async def test_one_can_leave_while_the_corpus_is_read(reading: Open) -> None:
    library = FakeLibrary()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await until(reader, "reading 0 of 5")
        await reader.pilot.press("Q")
        assert not reader.app.is_running or reader.app._exit
        library.hold.set()


async def test_a_page_that_comes_is_in_the_list_and_the_cursor_stays(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("j", "j", "j")
        library.put(article("nieuw.txt", "Nieuw bericht", "Er is nieuws."))
        await until(reader, "4/7")
        await until(reader, "Nieuw bericht")
        assert library.ingested[-1] == {"nieuw.txt"}
        assert reader.session.key == DIKE_ARTICLE.path


async def test_an_article_that_is_folded_under_a_new_copy_leaves_the_cursor_on_that(
    reading: Open,
) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("j", "j", "j")
        library.stories = {DIKE_ARTICLE.path: "dijk", "nieuw.txt": "dijk"}
        library.put(article("nieuw.txt", "Dijk op de schop", DIKE, published="2025-04"))
        await until(reader, "▌ Dijk op de schop")
        assert reader.session.key == DIKE_ARTICLE.path
        library.stories = {}
        library.drop("nieuw.txt")
        await until(reader, "▌ Westerdijk")


async def test_a_page_that_goes_leaves_the_list_and_what_is_read_stays_in_sight(
    reading: Open,
) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter")
        library.drop(TROOPS_KEY)
        await until(reader, "This page is no longer there")
        await until(reader, "1/5")
        assert reader.session.article is TROOPS_ARTICLE and "Seoel schat" in reader.text()
        assert TROOPS_KEY not in {reader.library.key_of(n) for n in reader.desk.articles.ids}


async def test_a_page_that_changes_on_disk_while_it_is_read_is_read_again(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "]f")
        library.put(MENDED)
        await until(reader, "This page changed on disk")
        assert "4000 militairen" in reader.text() and reader.session.pane == "article"
        assert reader.session.article is MENDED


async def test_a_page_that_only_came_out_otherwise_did_not_change_on_disk(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter")
        *pieces, last = TROOPS_ARTICLE.pieces
        cut = Piece(last.start, last.end, "stripped", last.text, "newsletter")
        library.put(article(TROOPS_KEY, TROOPS_ARTICLE.title, TROOPS, pieces=(*pieces, cut)))
        await until(reader, "0 figures" if reader.desk.has_class("-vast") else "Figures 0")
        assert "changed on disk" not in reader.text()


async def test_what_another_window_changes_is_seen(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library._articles[TROOPS_KEY] = MENDED
        library.version += 1
        await until(reader, "Een andere kop")
        await until(reader, "4000 militairen")


async def test_a_page_that_could_not_be_read_is_shown_once_it_can_be(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("G")
        key = reader.session.key or ""
        assert reader.session.problem and "cannot be read" in reader.text()
        library._failed.clear()
        library._articles[key] = article(key, "Weer heel", "Het bericht is er weer.")
        library.touch(key)
        await until(reader, "Het bericht is er weer.")
        assert reader.session.problem is None


async def test_that_another_window_reads_the_articles_in_is_told(reading: Open) -> None:
    class Elsewhere(FakeLibrary):
        building = False

        def ingest(
            self,
            on_progress: Callable[[Progress], None],
            cancelled: Callable[[], bool],
            paths: Collection[str] | None = None,
        ) -> None:
            """It is left to the other."""

    library = Elsewhere()
    async with reading(library=library) as reader:
        assert "read in by another window · 1 of 6" in reader.text().split("\n")[0]
        await reader.keys("gi")
        assert "Another window reads the articles in." in reader.text()
        library._read.update(library._articles)
        library.version += 1
        await until(reader, "Westerdijk gaat")
        assert "another window" not in reader.text().split("\n")[0]


async def test_a_notice_about_the_notes_that_comes_later_is_told_once(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        library.notes_notice = "The notes were [damaged]."
        await until(reader, "[damaged]")
        reader.desk.ticked()
        await reader.settle()
        assert reader.text().count("[damaged]") == 1


async def test_what_cannot_be_watched_does_no_harm(reading: Open) -> None:
    class Unwatched(FakeLibrary):
        def changes(self, cancelled: Callable[[], bool]) -> Iterator[frozenset[str]]:
            raise OSError("no room for another watch")
            yield frozenset()

    async with reading(library=Unwatched()) as reader:
        assert reader.app.is_running and "Seoel telt" in reader.text()


async def test_files_that_change_while_the_corpus_is_read_are_looked_at_after_it(
    reading: Open,
) -> None:
    library = FakeLibrary()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await until(reader, "reading 0 of 5")
        feed = reader.desk.feed
        feed.ingest({"een.txt"})
        feed.ingest({"twee.txt"})
        library.hold.set()
        await reader.settle()
        assert library.ingested == [None, {"een.txt", "twee.txt"}]


async def test_of_files_and_all_of_it_all_of_it_is_looked_at(reading: Open) -> None:
    library = FakeLibrary()
    library.hold.clear()
    async with reading(library=library, settled=False) as reader:
        await until(reader, "reading 0 of 5")
        for paths in ({"een.txt"}, None, {"twee.txt"}):
            reader.desk.feed.ingest(paths)
        library.hold.set()
        await reader.settle()
        assert library.ingested == [None, None]


async def test_an_article_whose_file_is_out_of_reach_is_shown_and_that_is_told(reading):
    library = FakeLibrary()
    library.away.add(CAFE_ARTICLE.path)
    async with reading(library=library) as reader:
        await reader.keys("j")
        assert "Het café aan de haven" in reader.text()
        assert "café.txt cannot be read now: the disk is away." in reader.text()
        await reader.keys("j")
        assert "cannot be read now" not in reader.text()


async def test_a_page_that_changes_tells_how_many_marks_that_hit(reading: Open) -> None:
    library = FakeLibrary()
    at = TROOPS.index("3000")
    library.make(Target("passage", TROOPS_KEY, at, at + 4), "highlight")
    async with reading(library=library) as reader:
        await reader.keys("enter")
        place = Place("body", at, at + 4, "4000")
        library.anchors["m1"] = Anchor("CHANGED", "3000", (place,))
        library.put(MENDED)
        await until(reader, "1 of your marks is on words that changed: gn tells how.")
