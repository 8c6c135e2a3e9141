"""One actor under several names is one speaker in the ledger, and has one record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store import ledgers
from tests.store.ledgers import Corpus, gather, renewed, rows
from tui.store import ledgers_speakers
from tui.store.ledger import LedgerRow, Speaker
from tui.store.ledgers_record import Record
from tui.store.library import Library

FIRST = """Zeker zestig schuren vernield in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 60 schuren vernield, zegt minister Hanneke Grootveld. \
Grootveld telde 12 gewonden in Oostdijk.
"""
SECOND = """Meer schuren vernield in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 90 schuren vernield, zegt Grootveld.
"""
THIRD = """Brandweer telt schuren in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 75 schuren vernield, zegt de brandweer.
"""
MINISTER, BRIGADE = "person:Hanneke Grootveld", "organisation:brandweer"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Three pages: of two a minister speaks, of one by her surname alone."""
    pages = {
        "2024-05-01-een.txt": FIRST,
        "2024-05-03-twee.txt": SECOND,
        "2024-05-04-drie.txt": THIRD,
    }
    monkeypatch.setattr(ledgers, "EVERY", pages)
    return Corpus(tmp_path)


def barns(library: Library) -> list[LedgerRow]:
    (name,) = [each.name for each in library.book().lines if "schuren" in each.name]
    return rows(library, name)


def relations(library: Library) -> set[tuple[float | None, float | None, str]]:
    (found,) = [each for each in library.book().lines if "schuren" in each.name]
    sheet = library.sheet(found.id)
    assert sheet is not None
    return {(d.one.value, d.two.value, d.relation) for d in sheet.disagreements}


def record(library: Library, key: str) -> Record:
    found = library.record(key)
    assert found is not None
    return found


def told(library: Library, key: str) -> list[tuple[str | None, float | None, str]]:
    """Who by its name in the article said how much, and how that changed."""
    (strand,) = [one for one in record(library, key).strands if "schuren" in one.name]
    return [(s.placed.row.speaker, s.placed.row.value, s.change) for s in strand.said]


def test_a_surname_is_the_speaker_whose_whole_name_the_corpus_has(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert [(row.speaker, row.actor, row.actor_key) for row in barns(library)] == [
            ("Hanneke Grootveld", "Hanneke Grootveld", MINISTER),
            ("Grootveld", "Hanneke Grootveld", MINISTER),
            ("brandweer", "brandweer", BRIGADE),
        ]
        assert (60, 90, "revised") in relations(library)


def test_what_a_person_says_of_names_holds_at_once_and_can_be_undone(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        before = relations(library)
        assert {each for *_, each in before} == {"revised", "rival"}
        library.split(MINISTER, "person:Grootveld")
        assert (60, 90, "rival") in relations(library)
        library.undo()
        assert relations(library) == before
        library.merge([BRIGADE], MINISTER)
        assert {each for *_, each in relations(library)} == {"revised"}
        assert [each.rivals for each in library.book().lines if "schuren" in each.name] == [0]
        assert {row.who for row in barns(library)} == {"Hanneke Grootveld"}
        assert [row.speaker for row in barns(library)][2] == "brandweer"
        library.undo()
        assert relations(library) == before


def test_of_names_in_very_many_articles_only_the_series_itself_is_made_anew(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers_speakers, "MANY", 0)
    with corpus.gathered() as library:
        (found,) = [each for each in library.book().lines if "schuren" in each.name]
        library.merge([BRIGADE], MINISTER)
        sheet = library.sheet(found.id)
        assert sheet is not None and sheet.line.rivals == 0
        assert [each for each in library.book().lines if each.id == found.id] == [found]


def test_a_record_has_all_figures_of_an_actor_under_all_its_names(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        found = record(library, MINISTER)
        assert (found.key, found.name) == (MINISTER, "Hanneke Grootveld")
        assert found.names == ("Hanneke Grootveld", "Grootveld")
        assert (found.articles, found.passed) == (2, 0)
        assert told(library, MINISTER) == [
            ("Hanneke Grootveld", 60, "first"),
            ("Grootveld", 90, "raised"),
        ]
        assert [said.placed.day for said in found.strands[0].said] == ["2024-05-01", "2024-05-03"]
        assert found.strands[0].said[1].placed.row.sentence.endswith("zegt Grootveld.")


def test_a_figure_that_stands_alone_is_in_the_record_too(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        alone = [each for each in record(library, MINISTER).strands if len(each.said) == 1]
        assert [each.said[0].placed.row.phrase for each in alone] == ["12 gewonden"]
        sheet = library.sheet(alone[0].id)
        assert sheet is not None and sheet.line.name == alone[0].name


def test_any_name_leads_to_the_same_record(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        assert record(library, "person:Grootveld") == record(library, MINISTER)
        assert library.record("person:Niemand") is None


def test_a_record_follows_what_a_person_says_of_names_series_and_days(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        library.merge([BRIGADE], MINISTER)
        assert told(library, MINISTER)[-1] == ("brandweer", 75, "lowered")
        library.date_article("2024-05-04-drie.txt", "2024-05-02")
        assert told(library, MINISTER)[1:] == [
            ("brandweer", 75, "raised"),
            ("Grootveld", 90, "raised"),
        ]
        id = next(each.id for each in library.book().lines if "schuren" in each.name)
        library.rename_series(id, "vernielde stallen en schuren")
        assert record(library, MINISTER).strands[0].name == "vernielde stallen en schuren"
        library.split(MINISTER, BRIGADE)
        assert len(told(library, MINISTER)) == 2


def test_before_anything_is_gathered_each_figure_stands_alone(corpus: Corpus) -> None:
    with corpus.opened() as library:
        assert [len(each.said) for each in record(library, MINISTER).strands] == [1, 1, 1]
        gather(library)
        assert [len(each.said) for each in record(library, MINISTER).strands] == [2, 1]


def test_of_very_many_articles_the_newest_are_looked_at(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        found = library.record(MINISTER, most=1)
        assert found is not None and (found.articles, found.passed) == (2, 1)
        values = {said.placed.row.value for one in found.strands for said in one.said}
        assert values == {60, 90}  # what stands in the same series is there all the same


def test_a_page_that_goes_takes_its_figures_along(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        corpus.drop("2024-05-03-twee.txt")
        renewed(library)
        assert told(library, MINISTER) == [("Hanneke Grootveld", 60, "first")]


@pytest.mark.parametrize(
    ("name", "whole", "found"),
    [
        ("Hanneke Grootveld", True, (Speaker(MINISTER, "Hanneke Grootveld"),)),
        ("grootveld", True, (Speaker(MINISTER, "Hanneke Grootveld"),)),
        ("BRANDWEER", True, (Speaker(BRIGADE, "brandweer"),)),
        ("groot", True, ()),
        ("groot", False, (Speaker(MINISTER, "Hanneke Grootveld"),)),
        ("", False, ()),
        ("  ", True, ()),
    ],
)
def test_actors_are_found_by_a_name(
    corpus: Corpus, name: str, whole: bool, found: tuple[Speaker, ...]
) -> None:
    with corpus.gathered() as library:
        assert library.called(name, whole=whole) == found


def test_the_same_name_of_two_types_is_two_speakers(corpus: Corpus) -> None:
    with corpus.gathered() as library:
        pages = library._ledger(lambda shown: shown._speakers)  # the face does not tell it
        ids = dict(library._index.ask("SELECT key, id FROM entry"))
        entry = ids["2024-05-04-drie.txt"]
        with library._index.write() as connection:
            connection.execute("INSERT INTO who (name, type) VALUES ('brandweer', 'person')")
        found = pages.of({(entry, "brandweer"), (entry, "niemand")}, ())
        assert found == {entry: {"brandweer": Speaker(BRIGADE, "brandweer")}}
