"""The series of a corpus as its index keeps them: the list, the rows, and what a change does."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.ledgers import (
    EVERY,
    KILLED,
    LATER,
    MORE,
    QUAKE,
    STRUCK,
    WOUNDED,
    Corpus,
    gather,
    line,
    phrases,
    renewed,
    rows,
    told,
)
from tui.store import ledgers_gather, ledgers_large
from tui.store.ledger import row_key
from tui.store.ledger_face import Gathering, Sheet
from tui.store.library import Library
from tui.store.series_keys import SeriesKey
from tui.store.series_links import together

WHOLE = {
    KILLED: ["40 mensen", "63", "90 mensen"],
    STRUCK: ["2100 chauffeurs", "900 chauffeurs"],
    WOUNDED: ["200 mensen", "310 gewonden", "350 gewonden"],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def everything(library: Library) -> list[object]:
    """All that the ledger tells of a corpus."""
    return [(each, library.sheet(each.id)) for each in library.book().lines]


def test_the_list_has_the_series_with_two_rows_or_more_most_articles_first(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        book = library.book()
        assert told(library) == WHOLE
        assert [each.articles for each in book.lines] == [3, 3, 1]
        assert (book.total, book.stale) == (3, False)


def test_a_line_tells_what_the_rows_of_its_series_come_to(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        found = line(library, KILLED)
        assert (found.rows, found.speakers, found.low, found.high) == (3, 2, 40, 90)
        assert (found.values, found.unit, found.ruled) == ((40, 90, 63), "", False)
        sheet = library.sheet(found.id)
        assert sheet is not None
        assert sheet.line == found
        assert found.rivals == sum(pair.relation == "rival" for pair in sheet.disagreements) > 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", [KILLED, WOUNDED, STRUCK]),
        ("tav", [KILLED, WOUNDED]),
        ("TAVÍRA dod", [KILLED]),
        ("avira", []),
        ("%", []),
        ("_", []),
        ("staken chauffeurs", [STRUCK]),
    ],
)
def test_the_list_is_looked_through_by_the_beginnings_of_words(
    corpus: Corpus, text: str, names: list[str]
) -> None:
    with corpus.gathered() as library:
        book = library.book(text)
        assert sorted(each.name for each in book.lines) == sorted(names)
        assert book.total == 3


def test_a_row_leads_to_its_figure_in_the_article(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        for row in rows(library, KILLED):
            key, start, end = library.place_of_row(row)
            body = library.article(key).body
            assert body[start:end] in row.phrase
            assert row.sentence in " ".join(body.split())
            assert row.title == library.article(key).title


def test_the_series_of_every_figure_is_found_with_its_row(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        found = library.series_at("meer.txt", 0)
        assert found == (line(library, KILLED).id, row_key("meer.txt", 0))
        assert library.series_at("meer.txt", 99) is None
        assert library.series_at("nergens.txt", 0) is None


def test_a_figure_that_stands_alone_has_a_series_that_no_list_shows(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        found = library.series_at("stil.txt", 0)
        assert found is not None
        sheet = library.sheet(found[0])
        assert sheet is not None
        assert [each.row.key for each in sheet.placed] == [found[1]]
        assert found[0] not in [each.id for each in library.book().lines]


@pytest.mark.parametrize("name", ["", "x", "count:stil.txt:0", "a:b:c", "count x:stil.txt:99"])
def test_what_is_no_series_has_no_rows(corpus: Corpus, name: str) -> None:
    with corpus.gathered() as library:
        assert library.sheet(name) is None


def test_copies_of_one_story_count_once_and_lead_to_one_row(corpus: Corpus) -> None:
    corpus.put("zz-kopie.txt", QUAKE)
    with corpus.gathered() as library:
        (row,) = [row for row in rows(library, KILLED) if row.phrase == "40 mensen"]
        assert (row.path, row.copies) == ("beving.txt", ("zz-kopie.txt",))
        assert (line(library, KILLED).rows, line(library, KILLED).articles) == (3, 4)
        assert library.series_at("zz-kopie.txt", 0) == (line(library, KILLED).id, row.key)


def test_where_only_copies_tell_it_there_is_no_series_in_the_list(corpus: Corpus) -> None:
    for name in ("later.txt", "meer.txt"):
        corpus.drop(name)
    corpus.put("kopie.txt", QUAKE)
    with corpus.gathered() as library:
        assert list(told(library)) == [STRUCK]
        assert library.book().total == 1


def test_where_nothing_changed_nothing_is_gathered_again(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert gather(library) == []
        corpus.put("nieuw.txt", LATER.replace("90", "95").replace("350", "370"))
        library.ingest()
        assert library.book().stale
        assert {each.phase for each in gather(library)} == {"reading", "gathering"}
        assert not library.book().stale
        assert "95 mensen" in phrases(library, KILLED)
    with corpus.opened() as library:
        assert gather(library) == []
        assert line(library, KILLED).rows == 4


def test_only_families_that_changed_are_gathered_again(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    plain = together

    def watched(articles: Sequence[Sequence[SeriesKey]], days: Mapping[str, str]) -> object:
        seen.append(articles[0][0].family)
        return plain(articles, days)

    monkeypatch.setattr(ledgers_gather, "together", watched)
    with corpus.gathered() as library:
        assert len(seen) == len(set(seen)) > 3
        seen.clear()
        corpus.put("staking.txt", EVERY["staking.txt"].replace("900", "950"))
        renewed(library)
        assert seen == [line(library, STRUCK).id.partition(":")[0]]
        corpus.drop("staking.txt")
        renewed(library)
        assert len(seen) == 1
        assert STRUCK not in told(library)


def test_series_are_there_while_others_are_still_gathered(corpus: Corpus) -> None:
    counts: list[int] = []
    with corpus.opened() as library:
        library.gather_series(lambda _: counts.append(library.book().total), lambda: False)
        assert counts[0] == 0
        assert 0 < counts[-1] < library.book().total


def test_whoever_waits_for_a_gathering_that_goes_on_is_told_of_it_and_keeps_it_going(
    corpus: Corpus,
) -> None:
    first: list[Gathering] = []
    second: list[Gathering] = []
    with corpus.opened() as library:
        threads: list[threading.Thread] = []

        def join(gathering: Gathering) -> None:
            first.append(gathering)
            if not threads:
                waits = [second.append, lambda: False]
                threads.append(threading.Thread(target=library.gather_series, args=waits))
                threads[0].start()
                while len(library._waiting) < 2:
                    pass

        library.gather_series(join, lambda: bool(threads))
        threads[0].join()
        assert second == first[1:] != []
        assert told(library) == WHOLE


def test_behind_a_finished_build_it_is_gathered_and_not_before(corpus: Corpus) -> None:
    library = Library([corpus.folder], cache=corpus.folder.parent / "cache", workers=0)
    try:
        library.gather_behind(lambda: False)
        assert library.book().stale
        library.ingest()
        library.gather_behind(lambda: False)
        assert told(library) == WHOLE
    finally:
        library.close()


def test_of_a_large_series_the_rows_are_kept_and_come_out_the_same(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with corpus.gathered("one") as library:
        wanted = everything(library)
    monkeypatch.setattr(ledgers_large, "LARGE", 2)
    with corpus.gathered("two") as library:
        assert [name for (name,) in library._index.ask("SELECT id FROM series_large")]
        assert everything(library) == wanted
        corpus.put("later.txt", LATER.replace("- Bij", "- Het regent in de stad. Bij"))
        renewed(library)
        changed = everything(library)
    with corpus.gathered("three") as library:
        assert changed == everything(library)


def test_an_empty_corpus_has_an_empty_ledger(corpus: Corpus) -> None:
    for name in EVERY:
        corpus.drop(name)
    with corpus.gathered() as library:
        assert library.book() == ((), 0, False)


def test_the_order_in_which_files_came_does_not_matter(corpus: Corpus) -> None:
    with corpus.gathered("one") as library:
        wanted = everything(library)
    for name in EVERY:
        corpus.drop(name)
    with corpus.opened("two") as library:
        for name, text in reversed(EVERY.items()):
            corpus.put(name, text)
            renewed(library)
        assert everything(library) == wanted
        assert len(wanted) == 3


STEP = st.tuples(st.sampled_from(sorted(EVERY)), st.sampled_from([QUAKE, LATER, MORE, None]))


@settings(max_examples=12, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=5))
def test_what_is_brought_up_to_date_is_as_if_gathered_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    corpus = Corpus(tmp_path_factory.mktemp("steps"))
    with corpus.gathered() as library:
        for name, text in steps:
            path = corpus.folder / name
            if text is not None:
                corpus.put(name, text)
            elif path.exists():
                corpus.drop(name)
            renewed(library)
        found = everything(library)
    with corpus.gathered("anew") as library:
        assert found == everything(library)


def test_what_is_called_off_is_done_the_next_time(corpus: Corpus) -> None:
    with corpus.opened() as library:
        for after in range(1, 6):
            asked = iter([False] * after)
            library.gather_series(lambda _: None, lambda asked=asked: next(asked, True))  # type: ignore[misc]
            assert library.book().stale
        gather(library)
        assert told(library) == WHOLE


def test_it_is_the_same_from_a_process_of_its_own(corpus: Corpus) -> None:
    with corpus.gathered("one") as library:
        wanted = everything(library)
    with corpus.gathered("two", workers=1) as library:
        assert everything(library) == wanted


def test_a_process_is_ended_at_once(corpus: Corpus) -> None:
    with corpus.opened(workers=1) as library:
        library.gather_series(lambda _: None, lambda: True)
        assert library.book().stale
        gather(library)
        assert told(library) == WHOLE


def test_a_page_that_changed_shows_no_row_from_before(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        corpus.put("later.txt", LATER.replace("- Bij", "- Het regent in de stad. Bij"))
        library.ingest()
        assert phrases(library, KILLED) == ["40 mensen", "63"]
        gather(library)
        assert sorted(phrases(library, KILLED)) == WHOLE[KILLED]


def test_parts_of_figures_are_told_with_the_series_they_stand_in(corpus: Corpus) -> None:
    more = "Van hen zijn er 30 kinderen, zegt de minister."
    corpus.put("meer.txt", f"{MORE.strip()} {more}\n")
    with corpus.gathered() as library:
        every = [library.sheet(each.id) for each in library.book().lines]
        parts = {sheet.line.name: sheet.parts for sheet in every if sheet and sheet.parts}
        assert [part.low for found in parts.values() for part in found] == [30]


def test_with_very_many_only_the_first_are_told(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store import ledgers_kept

    monkeypatch.setattr(ledgers_kept, "MANY", 2)
    with corpus.gathered() as library:
        assert len(library.book().lines) == 2
        assert library.book().total == 3
        assert [each.name for each in library.book("chauf").lines] == [STRUCK]


def test_of_very_many_rows_only_those_near_each_other_are_held_against_each_other(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store import ledgers_sheet

    with corpus.gathered() as library:
        every = library.sheet(line(library, KILLED).id)
        monkeypatch.setattr(ledgers_sheet, "PAIRS", 3)
        assert library.sheet(line(library, KILLED).id) == every
        monkeypatch.setattr(ledgers_sheet, "PAIRS", 2)
        some = library.sheet(line(library, KILLED).id)
        assert every is not None and some is not None
        assert [set(told_pair) for told_pair in _told(some)] == [{40, 90}, {90, 63}]
        assert len(every.disagreements) == 3
        library.settle_rows("beving.txt#0", "meer.txt#0", "een ander gebied")
        some = library.sheet(line(library, KILLED).id)
        assert some is not None
        assert [set(pair) for pair in _told(some)][2:] == [{40, 63}]


def _told(sheet: Sheet) -> list[tuple[float | None, float | None]]:
    return [(pair.one.value, pair.two.value) for pair in sheet.disagreements]
