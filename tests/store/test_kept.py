"""What is kept, laid on pages: whatever comes, changes and goes, the mirror says the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tui.store import kept
from tui.store.kept import Lines, MarkLine, PlaceLine, ReadLine

ENTRY = """CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB UNIQUE, place BLOB, article_id TEXT NOT NULL);
CREATE INDEX entry_article ON entry (article_id);"""
PATHS = [b"/c/1.txt", b"/c/2.txt", b"/c/3.txt", b"/c/4.txt"]
ARTICLES = ["dijk", "brug", "storm"]
Shown = tuple[int, int, int, int | None, str]
NOTHING: Shown = (0, 0, 0, None, "")
Written = tuple[int, list[str], list[str]]


class Pages:
    """An index with nothing in it but the names of pages, and what is kept."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(ENTRY + kept.TABLES)

    def put(self, path: bytes, article: str = "") -> None:
        self.connection.execute(
            "INSERT INTO entry (path, place, article_id) VALUES (?1, ?1, ?2)"
            " ON CONFLICT (path) DO UPDATE SET article_id = ?2",
            (path, article),
        )
        kept.arrive(self.connection, [self.id_of(path)])

    def drop(self, path: bytes) -> None:
        kept.gone(self.connection, [self.id_of(path)])
        self.connection.execute("DELETE FROM entry WHERE path = ?", (path,))

    def id_of(self, path: bytes) -> int:
        return int(
            self.connection.execute("SELECT id FROM entry WHERE path = ?", (path,)).fetchone()[0]
        )

    def shown(self, path: bytes) -> Shown:
        """Bookmarks, read, changed, position and words of a page."""
        row: Shown | None = self.connection.execute(
            "SELECT bookmarks, read, changed, position, words FROM kept"
            " JOIN entry ON entry.id = kept.entry WHERE path = ?",
            (path,),
        ).fetchone()
        return row or NOTHING

    def written(self, path: bytes) -> Written:
        """Notes, tags and statuses of a page."""
        row = self.connection.execute(
            "SELECT notes, tags, statuses FROM kept JOIN entry ON entry.id = kept.entry"
            " WHERE path = ?",
            (path,),
        ).fetchone()
        if row is None:
            return 0, [], []
        return (row[0], *(sorted(filter(None, each.split("\n"))) for each in row[1:]))

    def all(self) -> dict[bytes, Shown]:
        paths = self.connection.execute("SELECT path FROM entry").fetchall()
        return {path: self.shown(path) for (path,) in paths}


@pytest.fixture
def pages() -> Iterator[Pages]:
    pages = Pages()
    yield pages
    pages.connection.close()


ONE, OTHER, *_ = PATHS
MARK = MarkLine("m1", "dijk", ONE, "de dijk")
READ = ReadLine("dijk", ONE)


def keep(pages: Pages, *lines: MarkLine | ReadLine | PlaceLine) -> None:
    kept.change(pages.connection, _lines(*lines), Lines())


def _lines(*lines: MarkLine | ReadLine | PlaceLine) -> Lines:
    return Lines(
        [line for line in lines if isinstance(line, MarkLine)],
        [line for line in lines if isinstance(line, ReadLine)],
        [line for line in lines if isinstance(line, PlaceLine)],
    )


def test_a_page_shows_what_was_kept_of_it(pages: Pages) -> None:
    pages.put(ONE, "dijk")
    pages.put(OTHER, "brug")
    keep(pages, MARK, READ, PlaceLine(ONE, "dijk", 40))
    assert pages.all() == {ONE: (1, 1, 0, 40, "de dijk"), OTHER: NOTHING}


def test_what_was_kept_waits_for_its_page(pages: Pages) -> None:
    keep(pages, MARK, READ)
    pages.put(ONE)  # what it holds is not known yet: nothing says that it changed
    assert pages.shown(ONE) == (1, 1, 0, None, "de dijk")
    pages.put(ONE, "dijk")
    assert pages.shown(ONE) == (1, 1, 0, None, "de dijk")


def test_a_page_that_holds_another_article_has_changed(pages: Pages) -> None:
    pages.put(ONE, "dijk")
    keep(pages, READ)
    pages.put(ONE, "storm")
    assert pages.shown(ONE) == (0, 1, 1, None, "")
    keep(pages, ReadLine("storm", ONE))
    assert pages.shown(ONE) == (0, 1, 0, None, "")


def test_a_mark_moves_with_its_article_and_comes_back(pages: Pages) -> None:
    pages.put(ONE, "dijk")
    keep(pages, MARK, READ)
    pages.put(OTHER, "dijk")
    assert pages.all() == {ONE: (1, 1, 0, None, "de dijk"), OTHER: (0, 1, 0, None, "")}
    pages.put(ONE, "storm")
    assert pages.all() == {ONE: NOTHING, OTHER: (1, 1, 0, None, "de dijk")}
    pages.drop(OTHER)
    assert pages.all() == {ONE: (1, 1, 1, None, "de dijk")}


def test_a_page_read_before_it_was_looked_into_has_not_changed(pages: Pages) -> None:
    pages.put(ONE)
    keep(pages, ReadLine("", ONE))
    assert pages.shown(ONE)[1:3] == (1, 0)
    pages.put(ONE, "dijk")
    assert pages.shown(ONE)[1:3] == (1, 0)


def test_a_page_shows_what_was_written_of_it(pages: Pages) -> None:
    pages.put(ONE, "dijk")
    keep(
        pages,
        MARK,
        MarkLine("m2", "dijk", ONE, "nagaan", "note", "\nherstel\n\ngeld/raming\n"),
        MarkLine("m3", "dijk", ONE, "", "claim", "\ngeld\n", "disputed"),
        MarkLine("m4", "dijk", ONE, "", "tags", "\nzuid\n"),
    )
    assert pages.shown(ONE) == (1, 0, 0, None, "de dijk\nnagaan")
    assert pages.written(ONE) == (2, ["geld", "geld/raming", "herstel", "zuid"], ["disputed"])
    kept.change(pages.connection, Lines(), _lines(MARK, MarkLine("m3", "", b"", "")))
    assert pages.shown(ONE)[0] == 0
    assert pages.written(ONE) == (1, ["geld/raming", "herstel", "zuid"], [])


def test_tags_alone_are_shown_and_are_no_notes(pages: Pages) -> None:
    pages.put(ONE, "dijk")
    keep(pages, MarkLine("m1", "dijk", ONE, "", "tags", "\nzuid\n"))
    assert pages.written(ONE) == (0, ["zuid"], [])


def test_a_mark_of_a_page_that_was_never_read_goes_by_its_path(pages: Pages) -> None:
    pages.put(OTHER)
    pages.put(ONE)
    keep(pages, MarkLine("m1", "", ONE, "", "note"))
    assert pages.written(ONE)[0] == 1
    pages.put(ONE, "dijk")
    assert pages.written(ONE)[0] == 1
    assert pages.all()[ONE][2] == 0


def test_tables_of_another_make_are_made_anew(pages: Pages) -> None:
    assert pages.connection.execute(kept.OURS).fetchone()
    pages.connection.execute("ALTER TABLE kept_mark RENAME COLUMN status TO state")
    assert not pages.connection.execute(kept.OURS).fetchone()
    kept.make_anew(pages.connection)
    assert pages.connection.execute(kept.OURS).fetchone()
    pages.put(ONE, "dijk")
    keep(pages, MARK)
    assert pages.shown(ONE)[0] == 1


paths = st.sampled_from(PATHS)
articles = st.sampled_from(ARTICLES)


class Mirrored(RuleBasedStateMachine):
    """Pages and notes come, change and go; the mirror is what one made afresh would be."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = Pages()
        self.held: dict[bytes, str] = {}
        self.marks: dict[str, MarkLine] = {}
        self.reads: set[ReadLine] = set()
        self.places: dict[bytes, PlaceLine] = {}

    @rule(path=paths, article=st.sampled_from(["", *ARTICLES]))
    def a_page_comes_or_changes(self, path: bytes, article: str) -> None:
        self.held[path] = article
        self.pages.put(path, article)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def a_page_goes(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.held)))
        del self.held[path]
        self.pages.drop(path)

    @rule(
        number=st.integers(1, 4),
        path=paths,
        article=st.sampled_from(["", *ARTICLES]),
        kind=st.sampled_from(["bookmark", "note", "claim", "tags"]),
    )
    def a_mark_is_made(self, number: int, path: bytes, article: str, kind: str) -> None:
        status = "denied" if kind == "claim" else ""
        tags = f"\ntag{number % 2}\n" if kind != "bookmark" else ""
        mark = MarkLine(f"m{number}", article, path, f"woord {number}", kind, tags, status)
        if mark.id not in self.marks:
            self.marks[mark.id] = mark
            kept.change(self.pages.connection, _lines(mark), Lines())

    @precondition(lambda self: self.marks)
    @rule(data=st.data())
    def a_mark_is_taken_away(self, data: st.DataObject) -> None:
        mark = self.marks.pop(data.draw(st.sampled_from(sorted(self.marks))))
        kept.change(self.pages.connection, Lines(), _lines(mark))

    @rule(path=paths, article=st.sampled_from(["", *ARTICLES]))
    def an_article_is_read(self, path: bytes, article: str) -> None:
        read = ReadLine(article, path)
        self.reads.add(read)
        kept.change(self.pages.connection, _lines(read), Lines())

    @precondition(lambda self: self.reads)
    @rule(data=st.data())
    def an_article_is_unread(self, data: st.DataObject) -> None:
        read = data.draw(st.sampled_from(sorted(self.reads)))
        self.reads.remove(read)
        kept.change(self.pages.connection, Lines(), _lines(read))

    @rule(path=paths, article=st.sampled_from(["", *ARTICLES]), position=st.integers(0, 9))
    def a_place_is_kept(self, path: bytes, article: str, position: int) -> None:
        place = self.places[path] = PlaceLine(path, article, position)
        kept.change(self.pages.connection, _lines(place), Lines())

    @invariant()
    def the_mirror_is_as_told(self) -> None:
        assert self.pages.all() == {path: self.told(path) for path in self.held}
        for path in self.held:
            assert self.pages.written(path) == self.written(path)

    @invariant()
    def a_mirror_made_afresh_is_the_same(self) -> None:
        before = self.pages.all()
        written = [self.pages.written(path) for path in self.held]
        lines = Lines(self.marks.values(), self.reads, self.places.values())
        with self.pages.connection:
            kept.fill(self.pages.connection, lines)
        assert self.pages.all() == before
        assert [self.pages.written(path) for path in self.held] == written

    def written(self, path: bytes) -> Written:
        """As `told`, of what was written."""
        marks = [mark for mark in self.marks.values() if self.owner(mark) == path]
        notes = sum(mark.kind in ("note", "claim") for mark in marks)
        tags = sorted(mark.tags.strip() for mark in marks if mark.tags)
        return notes, tags, [mark.status for mark in marks if mark.status]

    def told(self, path: bytes) -> Shown:
        """What a page shows, by the words of the module and nothing else."""
        article = self.held[path]
        marks = [mark for mark in self.marks.values() if self.owner(mark) == path]
        gone = {
            read
            for read in self.reads
            if read.path == path
            and read.article not in ("", article)
            and read.article not in self.held.values()
        }
        now = any(read.article == article != "" for read in self.reads)
        unseen = ReadLine("", path) in self.reads
        other = any(mark.article not in ("", article) for mark in marks)
        changed = article != "" and not now and not unseen and bool(gone or other)
        words = "\n".join(mark.words for mark in sorted(marks))
        position = self.position(path, article)
        bookmarks = sum(mark.kind == "bookmark" for mark in marks)
        return bookmarks, int(now or unseen or bool(gone)), int(changed), position, words

    def owner(self, mark: MarkLine) -> bytes | None:
        with_it = sorted(at for at, held in self.held.items() if held == mark.article != "")
        if mark.path in with_it:
            return mark.path
        return with_it[0] if with_it else mark.path if mark.path in self.held else None

    def position(self, path: bytes, article: str) -> int | None:
        own = self.places.get(path)
        if article == "":
            return own.position if own else None
        same = [place for place in sorted(self.places.values()) if place.article == article]
        best = own if own in same else same[0] if same else own
        return best.position if best else None

    def teardown(self) -> None:
        self.pages.connection.close()


TestMirrored = Mirrored.TestCase
TestMirrored.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


@given(st.lists(st.tuples(paths, articles), max_size=6))
@settings(deadline=None)
def test_nothing_kept_is_nothing_shown(comings: list[tuple[bytes, str]]) -> None:
    pages = Pages()
    for path, article in comings:
        pages.put(path, article)
    assert set(pages.all().values()) <= {NOTHING}
    pages.connection.close()
