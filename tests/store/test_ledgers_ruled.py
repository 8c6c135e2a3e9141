"""What a person decides about series: it holds, can be undone, and outlives what is read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.ledgers import (
    EVERY,
    KILLED,
    LATER,
    STRUCK,
    WOUNDED,
    Corpus,
    gather,
    key,
    line,
    phrases,
    renewed,
    rows,
    told,
)
from tui.store.bookmarks import NotSaved
from tui.store.library import Library


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def merge(library: Library) -> str:
    return library.merge_series([line(library, WOUNDED).id], line(library, KILLED).id)


def split(library: Library) -> str:
    two = [key(library, KILLED, "63"), key(library, KILLED, "90 mensen")]
    return library.split_rows(line(library, KILLED).id, two)


def rename(library: Library) -> str:
    return library.rename_series(line(library, STRUCK).id, "wie er staakt")


def settle(library: Library) -> str:
    return library.settle_rows(
        key(library, STRUCK, "2100 chauffeurs"),
        key(library, STRUCK, "900 chauffeurs"),
        "de een telt ook de leerlingen",
    )


def date(library: Library) -> str:
    return library.date_article("meer.txt", "2023-02-09")


def shown(library: Library) -> list[object]:
    """All that the ledger shows of the series in the list."""
    lines = library.book().lines
    return [(each, library.sheet(each.id)) for each in lines]


RULINGS = pytest.mark.parametrize("rule", [merge, split, rename, settle, date])
Rule = Callable[[Library], str]


def test_series_that_are_merged_go_by_the_name_of_the_other(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert merge(library) == f"merged into {KILLED}: {WOUNDED}"
        assert set(told(library)) == {KILLED, STRUCK}
        assert len(phrases(library, KILLED)) == 6
        assert line(library, KILLED).ruled
        assert library.book().total == 2
        found = library.series_at("meer.txt", 1)
        assert found is not None and found[0] == line(library, KILLED).id


def test_rows_that_are_split_off_are_a_series_of_their_own(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        before = line(library, KILLED).id
        assert split(library) == f"split off {KILLED}: 90 mensen and 1 more"
        found = [each for each in library.book().lines if each.ruled]
        assert [each.values for each in found] == [(90, 63)]
        left = library.sheet(before)
        assert left is not None
        assert [each.row.phrase for each in left.placed] == ["40 mensen"]
        assert library.book().total == 3


def test_what_was_merged_can_be_split_and_merged_again(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        merge(library)
        three = [row.key for row in rows(library, KILLED) if "gewond" in row.phrase]
        library.split_rows(line(library, KILLED).id, [*three, "beving.txt#1"])
        assert [each.rows for each in library.book("tavira").lines] == [3, 3]
        merge(library)
        assert [each.rows for each in library.book("tavira").lines] == [6]


def test_all_rows_of_a_series_are_not_split_off(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        every = [row.key for row in rows(library, STRUCK)]
        assert "nothing to split" in library.split_rows(line(library, STRUCK).id, every)
        assert library.undo() is None


def test_copies_of_a_story_are_split_off_with_their_row(corpus: Corpus) -> None:
    corpus.put("kopie.txt", LATER)
    with corpus.gathered() as library:
        split(library)
        corpus.put("zz.txt", LATER)  # one that comes when the decision was made long ago
        renewed(library)
        (found,) = [each for each in library.book("tavira").lines if each.ruled]
        assert (found.rows, found.articles) == (2, 4)


def test_a_name_holds_until_it_is_taken_back(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        rename(library)
        assert line(library, "wie er staakt").ruled
        assert [each.name for each in library.book("staakt").lines] == ["wie er staakt"]
        assert library.book(STRUCK).lines == ()
        library.rename_series(line(library, "wie er staakt").id, "  de\nstakers ")
        library.rename_series(line(library, "de stakers").id, "")
        assert STRUCK in told(library)
        library.undo()
        assert "de stakers" in told(library)


def test_what_a_person_wrote_is_safe_to_print(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        told_of = library.rename_series(line(library, STRUCK).id, "\x1b[31mrood\u202e")
        assert told_of.isprintable()
        assert [each.name for each in library.book().lines if not each.name.isprintable()] == []
        key_one, key_two = (row.key for row in rows(library, "\ufffd[31mrood\ufffd"))
        assert library.settle_rows(key_one, key_two, "\x07daarom").isprintable()
        sheet = library.sheet(line(library, "\ufffd[31mrood\ufffd").id)
        assert sheet is not None and sheet.disagreements[0].why.isprintable()


def test_two_rows_that_are_settled_are_no_rivals_and_tell_why(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert line(library, STRUCK).rivals == 1
        settle(library)
        assert line(library, STRUCK).rivals == 0
        sheet = library.sheet(line(library, STRUCK).id)
        assert sheet is not None
        (pair,) = sheet.disagreements
        assert (pair.relation, pair.why) == ("settled", "de een telt ook de leerlingen")
        library.settle_rows(pair.two.key, pair.one.key, "")
        assert line(library, STRUCK).rivals == 1


def test_what_was_settled_holds_for_the_copy_that_stands_now_and_is_taken_back_there(
    corpus: Corpus,
) -> None:
    with corpus.gathered() as library:
        settle(library)
        corpus.put("a-kopie.txt", EVERY["staking.txt"])
        renewed(library)
        assert line(library, STRUCK).rivals == 0
        assert {row.path for row in rows(library, STRUCK)} == {"a-kopie.txt"}
        library.settle_rows("a-kopie.txt#0", "a-kopie.txt#1", "")
        assert line(library, STRUCK).rivals == 1


def test_a_day_of_a_readers_own_orders_the_rows(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert phrases(library, KILLED) == ["40 mensen", "90 mensen", "63"]
        date(library)
        assert library.book().stale
        library.date_article("later.txt", "2023-02-20")
        library.date_article("beving.txt", "2023-02-06")
        gather(library)
        assert phrases(library, KILLED) == ["40 mensen", "63", "90 mensen"]
        sheet = library.sheet(line(library, KILLED).id)
        assert sheet is not None
        assert [(each.day, each.basis) for each in sheet.placed] == [
            ("2023-02-06", "dated"),
            ("2023-02-09", "dated"),
            ("2023-02-20", "dated"),
        ]
        library.date_article("meer.txt", "2024-12-31")
        gather(library)
        # So long after the others it is of something else.
        assert {each.rows for each in library.book("tavira").lines} == {2}
        library.date_article("meer.txt", None)
        gather(library)
        assert phrases(library, KILLED)[-1] == "63"


@pytest.mark.parametrize("day", ["gisteren", "2024-13-01", "", "2024"])
def test_what_is_no_day_is_not_kept(corpus: Corpus, day: str) -> None:
    with corpus.gathered() as library, pytest.raises(NotSaved, match="no day"):
        library.date_article("meer.txt", day)


@RULINGS
def test_each_decision_is_one_step_to_undo_and_to_redo(corpus: Corpus, rule: Rule) -> None:
    with corpus.gathered() as library:
        before = shown(library)
        label = rule(library)
        after = shown(library)
        assert after != before
        assert library.undo() == label
        assert shown(library) == before
        assert library.redo() == label
        assert shown(library) == after


@RULINGS
def test_decisions_hold_at_the_next_start_and_in_an_index_made_anew(
    corpus: Corpus, rule: Rule
) -> None:
    with corpus.gathered() as library:
        rule(library)
        gather(library)
        after = shown(library)
    for cache in ("cache", "anew"):
        with corpus.gathered(cache) as library:
            assert shown(library) == after


@RULINGS
def test_another_window_hears_of_a_decision(corpus: Corpus, rule: Rule) -> None:
    with corpus.gathered() as one, corpus.gathered() as two:
        before = shown(two)
        rule(one)
        assert shown(one) == shown(two) != before
        one.undo()
        assert shown(two) == before


def read_otherwise(corpus: Corpus) -> None:
    """Every page has a sentence more before the first."""
    for name, text in EVERY.items():
        corpus.put(name, text.replace(" - ", " - Het regent. ", 1))


def lie_elsewhere(corpus: Corpus) -> None:
    """Every page has another name."""
    for name, text in EVERY.items():
        corpus.drop(name)
        corpus.put(f"map-{name}", text)


@RULINGS
@pytest.mark.parametrize("change", [read_otherwise, lie_elsewhere])
def test_decisions_outlive_pages_that_read_otherwise_or_lie_elsewhere(
    corpus: Corpus, change: Callable[[Corpus], None], rule: Rule
) -> None:
    with corpus.gathered() as library:
        rule(library)
        gather(library)
        after = [(each.name, each.rows, each.rivals, each.values) for each in library.book().lines]
        change(corpus)
        lines = renewed(library).book().lines
        assert [(each.name, each.rows, each.rivals, each.values) for each in lines] == after


@RULINGS
def test_a_decision_about_figures_that_are_gone_waits_for_them(corpus: Corpus, rule: Rule) -> None:
    with corpus.gathered() as library:
        rule(library)
        gather(library)
        after = shown(library)
        for name in EVERY:
            corpus.drop(name)
        assert renewed(library).book().lines == ()
        for name, text in EVERY.items():
            corpus.put(name, text)
        renewed(library)
        assert shown(library) == after


@pytest.mark.parametrize(
    "wrong",
    [
        lambda library: library.merge_series(["geen:x:0"], line(library, KILLED).id),
        lambda library: library.merge_series([line(library, KILLED).id], "geen:x:0"),
        lambda library: library.split_rows(line(library, KILLED).id, ["x#0"]),
        lambda library: library.split_rows("geen:x:0", ["x#0"]),
        lambda library: library.rename_series("geen:x:0", "iets"),
        lambda library: library.settle_rows("x#0", "meer.txt#0", "zomaar"),
        lambda library: library.date_article("x", "2024-01-01"),
    ],
)
def test_what_is_not_there_cannot_be_decided_about(
    corpus: Corpus, wrong: Callable[[Library], str]
) -> None:
    with corpus.gathered() as library:
        with pytest.raises(KeyError):
            wrong(library)
        assert library.undo() is None


def test_a_single_figure_can_join_a_series(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        alone = library.series_at("stil.txt", 0)
        assert alone is not None
        library.merge_series([alone[0]], line(library, STRUCK).id)
        assert "zeven katten" in phrases(library, STRUCK)
        assert library.series_at("stil.txt", 0) == (line(library, STRUCK).id, alone[1])
