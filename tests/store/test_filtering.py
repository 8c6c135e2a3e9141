"""Which articles fit a query: in SQL for all of them, in Python for one that changed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import read_plainly
from tui.store.index import Index
from tui.store.quantities import Quantity, fitting, quantities
from tui.store.query import KINDS, Amount, Kind, Noun, Query, parse
from tui.store.reading import Entry, Outcome
from tui.text import read as engine
from tui.text.article import Figure
from tui.text.learnt import Seen
from tui.text.read import Reading


def figure(value=None, low=None, high=None, kind="count", noun="huizen", unit=None) -> Figure:
    return Figure(0, 1, "x", value, low, high, kind, None, noun, "x", unit)


def test_a_figure_is_kept_by_its_number_and_its_noun():
    figures = [
        figure(1500, noun="Patiënten"),
        figure(low=8, high=13, noun=None),
        figure(low=100, kind="vague"),
        figure(300, kind="money", noun=None, unit="EUR"),
        figure(),
    ]
    assert quantities(figures) == (
        Quantity("count", 1500, 1500, "patienten"),
        Quantity("count", 8, 13, ""),
        Quantity("vague", 100, 100, "huizen"),
        Quantity("money", 300, 300, "eur"),
    )


HOUSES = Quantity("count", 1500, 1500, "huizen")
EUROS = Quantity("money", 2e6, 2e6, "euro")
RANGE = Quantity("count", 8, 13, "schepen")


@pytest.mark.parametrize(
    "text, found, count",
    [
        ("figure:>1000", [HOUSES, EUROS, RANGE], 2),
        ("figure:>1000 noun:huizen", [HOUSES, EUROS], 1),
        ("figure:>10000 noun:huizen", [HOUSES, EUROS], None),
        ("figure:>1000 -kind:money", [HOUSES, EUROS], 1),
        ("figure:>10000 -kind:money", [HOUSES, EUROS], None),
        ("-kind:money", [HOUSES, EUROS], None),
        ("-kind:money", [HOUSES], 0),
        ("-kind:money", [], 0),
        ("-kind:money -noun:huizen", [HOUSES], None),
        ("kind:money kind:count", [HOUSES, EUROS], None),
        ("noun:hui", [HOUSES], 1),
        ('noun:"hui"', [HOUSES], None),
        ("figure:1500", [HOUSES], 1),
        ("figure:>1500", [HOUSES], None),
        ("figure:>=1500", [HOUSES], 1),
        ("figure:10", [RANGE], 1),
        ("figure:>12", [RANGE], 1),
        ("figure:<8", [RANGE], None),
        ("figure:10..100", [RANGE], 1),
        ("figure:14..100", [RANGE], None),
    ],
)
def test_what_is_asked_holds_for_one_and_the_same_figure(text, found, count):
    assert fitting(parse(text), found) == count


NUMBERS = st.sampled_from([-5.0, 0.0, 0.5, 8.0, 13.0, 1000.0, 1500.0, 6.7e9])
NOUNS = st.sampled_from(["", "man", "mannen", "huizen", "euro", "\U0010ffff"])
QUANTITIES = st.builds(
    lambda kind, ends, noun: Quantity(kind, min(ends), max(ends), noun),
    st.sampled_from(KINDS),
    st.tuples(NUMBERS, NUMBERS),
    NOUNS,
)
CONDITIONS = st.one_of(
    st.builds(Amount, NUMBERS, st.none(), st.booleans()),
    st.builds(Amount, st.none(), NUMBERS, st.booleans()),
    st.builds(lambda a, b: Amount(min(a, b), max(a, b)), NUMBERS, NUMBERS),
    st.builds(Kind, st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(tuple)),
    st.builds(Noun, st.sampled_from(["man", "m", "huizen", "x", "'"]), st.booleans()),
)
ASKED = st.builds(
    lambda wanted, unwanted: Query(wanted=tuple(wanted), unwanted=tuple(unwanted)),
    st.lists(CONDITIONS, max_size=3),
    st.lists(CONDITIONS, max_size=2),
).filter(lambda query: query.asks_figures)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(QUANTITIES, max_size=4).map(tuple), max_size=5), ASKED)
def test_all_of_a_corpus_and_one_article_are_told_the_same(tmp_path_factory, corpus, query):
    index = Index(tmp_path_factory.mktemp("index") / "corpus.sqlite")
    try:
        for number, found in enumerate(corpus):
            entry = Entry(1, 1, "id", f"Kop {number}")
            index.put(f"/{number}.txt", Outcome(entry, "{}", figures=found))
        counts = index.counting(query)
        for number, found in enumerate(corpus):
            path = f"/{number}.txt"
            assert sorted(index.figures(path)) == sorted(found)
            own = fitting(query, index.figures(path))
            if query.counts:
                assert counts.get(path) == own
            else:
                assert (path not in counts) == (own == 0)
    finally:
        index.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages whose every `12 dingen` is a figure."""

    def reading(data, path, guide):
        article = read_plainly(data, path)
        found = re.finditer(r"(\d+) (\w+)", article.body)
        figures = tuple(figure(int(m[1]), noun=m[2]) for m in found)
        return Reading(replace(article, figures=figures), Seen((f"folder:{guide.folder}",), ()))

    monkeypatch.setattr(engine, "reading", reading)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Dijk hersteld\n\nEr wonen 1500 mensen in 400 huizen.\n")
    (folder / "b.txt").write_text("Café dicht\n\nEr waren 90 gasten en 1200 flessen.\n")
    (folder / "c.txt").write_text("Brug open\n\nDe brug gaat open.\n")
    return folder


def keys(library, text, *args):
    found = library.filter(parse(text), *args)
    assert set(found.hits) == {row.key for row in found.rows}
    return found.hits


@pytest.mark.parametrize(
    "text, found",
    [
        ("figure:>1000", {"a.txt": 1, "b.txt": 1}),
        ("figure:>50", {"a.txt": 2, "b.txt": 2}),
        ("figure:>1000 cafe", {"b.txt": 1}),
        ("noun:huizen", {"a.txt": 1}),
        ("-noun:huizen", {"b.txt": 0, "c.txt": 0}),
        ("-figure:>0", {"c.txt": 0}),
        ("brug", {"c.txt": 0}),
        ("-brug", {"a.txt": 0, "b.txt": 0}),
        ("schip", {}),
    ],
)
def test_the_library_lists_what_fits_in_path_order_with_its_hits(opened, text, found):
    library = opened()
    assert keys(library, text) == found
    assert [row.key for row in library.filter(parse(text)).rows] == list(found)


def test_what_is_known_from_the_last_time_is_found_at_once(opened):
    opened().close()
    assert keys(opened(read=False), "figure:>1000") == {"a.txt": 1, "b.txt": 1}


def test_an_article_that_was_not_read_yet_is_found_by_its_file_name_alone(opened):
    library = opened(read=False)
    assert keys(library, "a.txt") == {"a.txt": 0}
    assert keys(library, "figure:>1") == {} == keys(library, "-figure:>1")


def test_an_article_that_cannot_be_read_is_found_by_its_file_name_alone(opened, folder):
    (folder / "d.txt").write_text("BUG")
    library = opened()
    assert keys(library, "d.txt") == {"d.txt": 0}
    assert "d.txt" not in keys(library, "-figure:>1")


def test_after_a_change_only_what_changed_is_looked_at(opened, folder, monkeypatch):
    library = opened()
    query = parse("figure:>1000")
    before = library.filter(query)
    (folder / "a.txt").write_text("Dijk weg\n\nEr wonen 3 mensen.\n")
    (folder / "c.txt").write_text("Brug vol\n\nEr staan 2000 mensen en 3000 fietsen.\n")
    library.ingest(lambda row: 0, lambda: False)
    asked = []
    figures = Index.figures
    monkeypatch.setattr(Index, "figures", lambda i, path: asked.append(path) or figures(i, path))
    after = library.filter(query, before, ["a.txt", "c.txt", "gone.txt"])
    assert [row.key for row in after.rows] == ["b.txt", "c.txt"]
    assert after.hits == {"b.txt": 1, "c.txt": 2}
    assert after.rows[1].title == "Brug vol" and after.rows[0] is before.rows[1]
    assert [Path(path).name for path in asked] == ["a.txt", "c.txt"]
    assert after == library.filter(query)


def test_a_headline_that_changed_is_found_by_its_new_words(opened, folder):
    library = opened()
    assert keys(library, "dijk") == {"a.txt": 0}
    (folder / "a.txt").write_text("Kade hersteld\n\nEr wonen 3 mensen.\n")
    library.ingest(lambda row: 0, lambda: False)
    assert keys(library, "dijk") == {} and keys(library, "kade") == {"a.txt": 0}
