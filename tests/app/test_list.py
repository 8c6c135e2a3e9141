"""The list: what its rows tell, its orders, its copies, and that the cursor keeps its article."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.many import ManyRows, watched
from tests.app.newsstand import BRIDGE, COPIES, bridge, newsstand
from tests.app.test_live import until
from tui.store.rows import Context, Row
from tui.store.views import SORTS
from tui.widgets.listed import context, meta, sign
from tui.widgets.pages import copies_in, landing


def shown(reader: Reader) -> list[str]:
    """The keys of all rows, in the order of the list."""
    articles = reader.desk.articles
    return [reader.library.key_of(number) or "" for number in articles.ids]


def here(reader: Reader) -> str:
    entry = reader.desk.articles.entry
    return entry.key if entry is not None else ""


@pytest.mark.parametrize("width, height", [(120, 34), (100, 30), (80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize(
    "name, keys",
    [
        ("rows", ["G", "k"]),
        ("copies", ["G", "k", "k", "D"]),
        ("found", ["s", *"zwolle", "enter"]),
        ("by-date", ["S"]),
    ],
)
async def test_the_list_looks_as_it_did(
    reading: Open, width: int, height: int, name: str, keys: list[str]
) -> None:
    async with reading(width, height, library=newsstand()) as reader:
        await reader.keys(*keys)
        same_as_saved(f"{name}-{width}", reader.text())


READY = Row("a.txt", "Kop", "2025-05-02", "ready", 4, 2, 0, id=1)


@pytest.mark.parametrize(
    "row, told",
    [
        (READY, "2 May 2025               4 figures · 2 claims"),
        (READY._replace(site="bode.nl"), "2 May 2025 · bode.nl     4 figures · 2 claims"),
        (
            READY._replace(site="avondbode.example.nl"),
            "2 May 2025 · avondbode.example.nl 4 figures",
        ),
        (READY._replace(bookmarks=1), "2 May 2025             ⚑ 4 figures · 2 claims"),
        (READY._replace(bookmarks=3, notes=2), "2 May 2025         ⚑3 ✎2 4 figures · 2 claims"),
        (READY._replace(copies=1), "2 May 2025     +1 copy · 4 figures · 2 claims"),
        (READY._replace(hits=7, claims=0), "2 May 2025                 7 hits · 4 figures"),
        (
            READY._replace(changed=True, figures=1, claims=0),
            "2 May 2025                   changed 1 figure",
        ),
        (
            READY._replace(published=None, claims=1),
            "                           4 figures · 1 claim",
        ),
        (READY._replace(state="waiting"), "… to be read in"),
        (READY._replace(state="failed"), "! cannot be read"),
    ],
)
def test_a_row_tells_what_is_in_an_article(row: Row, told: str) -> None:
    line = "".join(text for text, _ in meta(row, 45, here=False, wide=True))
    assert len(line) <= 45 and line.split() == told.split()


@pytest.mark.parametrize(
    "site, room, told",
    [
        ("nos.nl", 45, "nos.nl · 2 May 2025 4 figures · 2 claims"),
        ("nos.nl", 20, "nos.nl · 2 May 2025"),
        ("nos.nl", 14, "nos.nl"),
        (None, 20, "no site · 2 May 2025"),
    ],
)
def test_by_site_a_row_tells_the_site_first(site: str | None, room: int, told: str) -> None:
    row = READY._replace(site=site)
    line = "".join(text for text, _ in meta(row, room, here=False, wide=True, sited=True))
    assert line.split()[: len(told.split())] == told.split()


def test_a_bookmark_leaves_room_for_the_hits() -> None:
    row = READY._replace(hits=1, bookmarks=1)
    line = "".join(text for text, _ in meta(row, 17, here=False, wide=False))
    assert line.split() == ["2", "May", "2025", "1", "hit"]


@pytest.mark.parametrize("room", range(4, 60))
def test_what_a_row_tells_fits_and_the_date_goes_last(room: int) -> None:
    row = READY._replace(site="kustbode.nl", bookmarks=2, notes=3, copies=12, changed=True, hits=9)
    line = "".join(text for text, _ in meta(row, room, here=True, wide=room > 40))
    assert len(line) <= room
    assert "2 May 2025" in line or room < 10


@pytest.mark.parametrize(
    "row, seen",
    [
        (READY, "•"),
        (READY._replace(read=True), " "),
        (READY._replace(read=True, changed=True), "≠"),
        (READY._replace(state="waiting"), "•"),
        (READY._replace(state="failed"), " "),
    ],
)
def test_a_sign_tells_what_is_to_be_read(row: Row, seen: str) -> None:
    assert sign(row) == seen


@example("Zee, ", [(0, 5)], 4, 2)
@given(
    st.text(min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=5),
    st.integers(4, 70),
    st.integers(1, 3),
)
def test_the_words_around_a_hit_always_fit(
    text: str, places: list[tuple[int, int]], room: int, most: int
) -> None:
    from rich.cells import cell_len

    spans, at = [], 0
    for start, size in sorted(places):
        if at <= start < len(text):
            at = min(len(text), start + size)
            spans.append((start, at))
    lines = context(Context(text, tuple(spans)), room, most)
    assert len(lines) <= most
    assert all(cell_len("".join(part for part, _ in line)) <= room for line in lines)


def test_a_hit_far_in_the_line_is_in_sight() -> None:
    text = "Woorden vooraf die er niet toe doen, en dan komt eindelijk de pont in zicht."
    at = text.index("pont")
    (line,) = context(Context(text, ((at, at + 4),)), 24, 1)
    assert ("pont", "list--hit") in line and line[0][0].startswith("…")


async def test_what_is_gone_into_counts_as_read_and_what_is_passed_by_does_not(
    reading: Open,
) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        await reader.keys("j", "j", "k", "k")
        assert library.read_keys == {"café.txt", "zee/vis.txt"}
        await reader.keys("enter")
        assert "2024-10-25-troepen.txt" in library.read_keys
        for _ in range(3):
            await reader.keys("J")
        assert library.read_keys >= {"overzicht.html", "regio/dijk.html"}
        await reader.keys("q", "j")
        assert "vreemd.txt" not in library.read_keys
        assert "• Westerdijk" not in reader.text() and "▌ •" in reader.text()


async def test_reading_what_has_changed_takes_its_sign_away(reading: Open) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        assert "≠ Minder vis" in reader.text() and "changed" in reader.text()
        await reader.keys("G", "k", "enter")
        assert library.changed_keys == set() and "changed" not in reader.text()


async def test_an_article_marked_unread_while_it_is_open_stays_unread(reading: Open) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        await reader.keys("enter", "j")
        library.set_read([reader.session.key or ""], False)
        await reader.keys("j", "k", "]f")
        assert reader.session.key not in library.read_keys


async def test_copies_are_folded_under_the_newest_and_unfold_on_a_key(reading: Open) -> None:
    async with reading(library=newsstand()) as reader:
        assert COPIES[0] in shown(reader) and BRIDGE not in shown(reader)
        await reader.keys("G", "k", "k")
        before = shown(reader)
        await reader.keys("D")
        at = shown(reader).index(COPIES[0])
        assert set(shown(reader)[at + 1 : at + 3]) == {BRIDGE, COPIES[1]}
        assert here(reader) == COPIES[0] and "3 articles tell this story" in reader.text()
        await reader.keys("j", "j", "D")
        assert shown(reader) == before and here(reader) == COPIES[0]


async def test_copies_fold_again_also_where_a_newer_one_has_come_above_them(reading: Open) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        await reader.keys("G", "k", "k", "D")
        newest = bridge("zuid/brug.txt", "Brug open", "2025-05-04")
        library.stories[newest.path] = "brug"
        library.put(newest)
        await until(reader, "Brug open")
        at = shown(reader).index(newest.path)
        assert set(shown(reader)[at + 1 : at + 4]) == {BRIDGE, *COPIES}
        nested = [reader.desk.articles.row_at(at + n).nested for n in range(4)]
        assert nested == [False, True, True, True]
        await reader.keys("D")
        assert shown(reader).count(newest.path) == 1 and not {BRIDGE, *COPIES} & {*shown(reader)}


async def test_where_there_are_no_copies_that_is_said(reading: Open) -> None:
    async with reading(library=newsstand()) as reader:
        await reader.keys("D")
        assert "No other article tells this story." in reader.text()


async def test_S_goes_through_the_orders_and_the_cursor_stays_on_its_article(reading: Open) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        await reader.keys("j", "j", "j")
        seen = []
        for _ in SORTS:
            await reader.keys("S")
            seen.append(reader.session.sort)
            assert here(reader) == "regio/dijk.html"
        assert seen == [*SORTS[1:], "path"]
        assert "by path" in reader.text().split("\n")[0]
        await reader.keys("S")
        assert shown(reader)[:2] == [COPIES[0], "zee/vis.txt"]
        assert "Sorted by date, the newest first." in reader.text()
        assert "by date" in reader.text().split("\n")[0]


async def test_the_order_is_there_again_the_next_time(reading: Open) -> None:
    library = newsstand()
    async with reading(library=library) as reader:
        await reader.keys("S")
    async with reading(library=library) as reader:
        assert reader.session.sort == "date" and shown(reader)[0] == COPIES[0]
        assert "by date" in reader.text().split("\n")[0]


async def test_the_order_stays_while_something_is_searched_for(reading: Open) -> None:
    async with reading(library=newsstand()) as reader:
        await reader.keys("S", "s", *"de", "enter", "F")
        assert reader.session.sort == "date" and shown(reader)[0] == COPIES[0]


ids = st.lists(st.integers(1, 40), unique=True, max_size=30).map(lambda some: array("q", some))


@given(ids, ids, st.integers(0, 29))
def test_the_cursor_goes_to_its_article_or_to_the_next_that_is_left(
    before: array[int], after: array[int], cursor: int
) -> None:
    cursor = min(cursor, max(0, len(before) - 1))
    own = before[cursor] if before else None
    at = landing(before, cursor, after, (own,), anew=False)
    left = [number for number in (*before[cursor:], *reversed(before[:cursor])) if number in after]
    assert 0 <= at < max(1, len(after))
    if left:
        assert after[at] == left[0]


@given(ids, st.data())
def test_the_copies_are_those_that_folding_takes_away(
    whole: array[int], data: st.DataObject
) -> None:
    size = len(whole)
    head = data.draw(st.integers(0, max(0, size - 1)))
    count = data.draw(st.integers(0, max(0, size - head - 1)))
    if not size:
        return
    folded = whole[: head + 1] + whole[head + 1 + count :]
    nested, heads = copies_in(whole, folded)
    assert nested == set(whole[head + 1 : head + 1 + count])
    assert heads == ({whole[head]} if count else set())


async def test_the_cursor_keeps_its_line_on_the_screen_when_articles_come_above(
    reading: Open,
) -> None:
    library = ManyRows(1_000)
    async with reading(library=library) as reader:
        await reader.keys("G", *["k"] * 5)
        own, line = reader.desk.articles.here, reader.text().split("\n").index(reader.line("▌ Ber"))
        library.many = array("q", [*range(2_001, 2_050), *library.many])
        reader.desk.show_view()
        await reader.settle()
        assert reader.desk.articles.here == own and reader.desk.articles.count == 1_049
        assert reader.text().split("\n").index(reader.line("▌ Ber")) == line


async def test_where_its_article_is_gone_the_cursor_is_on_the_next(reading: Open) -> None:
    library = ManyRows(1_000)
    async with reading(library=library) as reader:
        await reader.keys(*["j"] * 9)
        assert reader.desk.articles.here == 10
        library.many = array("q", [n for n in library.many if not 5 <= n <= 20])
        reader.desk.show_view()
        await reader.settle()
        assert reader.desk.articles.here == 21 and reader.desk.articles.cursor == 4


async def test_a_reader_who_goes_to_the_top_while_a_view_comes_stays_there(reading: Open) -> None:
    library = ManyRows(1_000)
    async with reading(library=library) as reader:
        await reader.keys("G")
        library.hold.clear()
        reader.desk.show_view()
        await reader.pilot.press("g", "g")
        library.hold.set()
        await reader.settle()
        assert reader.desk.articles.cursor == 0


async def test_a_list_that_stays_the_same_is_not_painted_again(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = ManyRows()
    async with reading(library=library) as reader:
        drawn = watched(monkeypatch)
        library.version += 1
        reader.desk.show_view()
        await reader.settle()
        assert drawn == []
