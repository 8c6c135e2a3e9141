"""Figures as they are kept, what fits them, and the library narrowed by what a reader types."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.conftest import Opened, read_plainly
from tui.store import filtering
from tui.store.library import Library
from tui.store.quantities import Quantity, fits, quantities
from tui.store.query import Figures, Site, Tagged, parse
from tui.text import read as engine
from tui.text.article import Figure, FigureKind
from tui.text.guide import Guide
from tui.text.learnt import Seen
from tui.text.read import Reading


def figure(
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    kind: FigureKind = "count",
    noun: str | None = "huizen",
    unit: str | None = None,
) -> Figure:
    return Figure(0, 1, "x", value, low, high, kind, None, noun, "x", unit)


def test_a_figure_is_kept_by_its_number_and_its_noun() -> None:
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
    "text, fitting",
    [
        ("figure:>1000", [HOUSES, EUROS]),
        ("figure:>1000 noun:huizen", [HOUSES]),
        ("figure:>1000 -kind:money", [HOUSES]),
        ("figure:>1000 -(kind:money OR noun:hui)", []),
        ("kind:money OR noun:schepen", [EUROS, RANGE]),
        ("kind:money kind:count", []),
        ("noun:hui", [HOUSES]),
        ('noun:"hui"', []),
        ("figure:1500", [HOUSES]),
        ("figure:>1500", [EUROS]),
        ("figure:>=1500", [HOUSES, EUROS]),
        ("figure:10", [RANGE]),
        ("figure:>12 figure:<20", [RANGE]),
        ("figure:<8", []),
        ("figure:10..100", [RANGE]),
        ("figure:14..100", []),
    ],
)
def test_what_is_asked_holds_for_one_and_the_same_figure(
    text: str, fitting: list[Quantity]
) -> None:
    (asked,) = parse(text).nodes
    assert isinstance(asked, Figures)
    assert [each for each in (HOUSES, EUROS, RANGE) if fits(asked, each)] == fitting


@pytest.mark.parametrize(
    "asked, site, is_it",
    [
        (Site("nos.nl"), "NOS.nl", True),
        (Site("nos"), "www.nos.nl", True),
        (Site("nieuws"), "NOS Nieuws", True),
        (Site("os.nl"), "nos.nl", False),
        (Site("nos.nl", whole=True), "www.nos.nl", False),
    ],
)
def test_a_site_is_known_by_the_start_of_a_part_of_its_name(
    asked: Site, site: str, is_it: bool
) -> None:
    assert filtering.of_site(asked, site) is is_it


@pytest.mark.parametrize(
    "asked, tag, has_it",
    [
        (Tagged("mil"), "Militair", True),
        (Tagged("militair"), "militair/aantallen", True),
        (Tagged("aantallen"), "militair/aantallen", False),
        (Tagged("militair", whole=True), "militair/aantallen", True),
        (Tagged("militair", whole=True), "militairen", False),
    ],
)
def test_a_tag_has_those_under_it(asked: Tagged, tag: str, has_it: bool) -> None:
    assert filtering.tagged(asked, ["", tag, "los"]) is has_it


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages whose every `12 dingen` is a figure."""

    def reading(data: bytes, path: str, guide: Guide) -> Reading:
        article = read_plainly(data, path)
        found = re.finditer(r"(\d+) (\w+)", article.body)
        figures = tuple(
            replace(figure(int(m[1]), noun=m[2]), start=m.start(), end=m.end()) for m in found
        )
        return Reading(replace(article, figures=figures), Seen((f"folder:{guide.folder}",), ()))

    monkeypatch.setattr(engine, "reading", reading)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Dijk hersteld\n\nEr wonen 1500 mensen in 400 huizen.\n")
    (folder / "b.txt").write_text("Café dicht\n\nEr waren 90 gasten en 1200 flessen.\n")
    (folder / "c.txt").write_text("Brug open\n\nDe brug gaat open.\n")
    return folder


def hits(library: Library, text: str) -> dict[str, int]:
    """The keys of what fits, each with its hits."""
    query = parse(text)
    return {row.key: row.hits for row in library.rows(library.view(query).ids, query)}


@pytest.mark.parametrize(
    "text, found",
    [
        ("figure:>1000", {"a.txt": 1, "b.txt": 1}),
        ("figure:>50", {"a.txt": 2, "b.txt": 2}),
        ("figure:>1000 cafe", {"b.txt": 0}),
        ("figure:>1000 gasten", {"b.txt": 1}),
        ("noun:huizen", {"a.txt": 1}),
        ("-noun:huizen", {"b.txt": 0, "c.txt": 0}),
        ("-figure:>0", {"c.txt": 0}),
        ("brug", {"c.txt": 1}),
        ("er", {"a.txt": 1, "b.txt": 1}),
        ("-brug", {"a.txt": 0, "b.txt": 0}),
        ("schip", {}),
    ],
)
def test_the_library_lists_what_fits_in_path_order_with_its_hits(
    opened: Opened, text: str, found: dict[str, int]
) -> None:
    assert list(hits(opened(), text).items()) == list(found.items())


def test_what_is_known_from_the_last_time_is_found_at_once(opened: Opened) -> None:
    opened().close()
    assert hits(opened(read=False), "figure:>1000") == {"a.txt": 1, "b.txt": 1}


def test_an_article_that_was_not_read_yet_is_found_by_its_file_name_alone(opened: Opened) -> None:
    library = opened(read=False)
    assert hits(library, "a.txt") == {"a.txt": 0}
    assert hits(library, "figure:>1") == {} == hits(library, "-figure:>1")


def test_an_article_that_cannot_be_read_is_found_by_its_file_name_alone(
    opened: Opened, folder: Path
) -> None:
    (folder / "d.txt").write_text("BUG")
    library = opened()
    assert hits(library, "d.txt") == {"d.txt": 0}
    assert "d.txt" not in hits(library, "-figure:>1")


def test_a_page_that_changed_is_found_by_its_new_words_and_figures(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    assert hits(library, "dijk") == {"a.txt": 0}
    (folder / "a.txt").write_text("Kade hersteld\n\nEr wonen 3 mensen.\n")
    (folder / "c.txt").write_text("Brug vol\n\nEr staan 2000 mensen en 3000 fietsen.\n")
    (folder / "b.txt").unlink()
    library.ingest()
    assert hits(library, "dijk") == {} and hits(library, "kade") == {"a.txt": 0}
    assert hits(library, "figure:>1000") == {"c.txt": 2}
    assert hits(library, "cafe") == {}
