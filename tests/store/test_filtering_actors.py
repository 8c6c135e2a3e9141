"""Which articles name somebody, and which have a claim by somebody: asked as a reader types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store import casting
from tests.store.conftest import Opened
from tui.store.actor_rows import key_of
from tui.store.library import Library
from tui.store.query import parse
from tui.text import read as engine

PAGES = {
    "dijk": """Dijk hersteld
2024-05-02
person Jürgen de Wit (wethouder): De Wit
organisation Dijkbond Zuid: DBZ
country Verenigde Staten
place Zeedorp
Jürgen de Wit asserted: Er zijn 12 dijken hersteld.
Jürgen de Wit asserted: Er zijn 3 sluizen hersteld.
Dijkbond Zuid denied: De dijk is veilig.
""",
    "brug": """Brug open
2024-05-01
person De Wit
Jan Zwart denied: De brug is af.
De Wit announced: De brug gaat open.
De Wit denied: Dat kostte 400 euro.
""",
    "kade": """Kade dicht
2024-05-03
organisation DBZ
twee omwonenden unconfirmed: De kade zou verzakken.
DBZ demanded: De kade moet dicht.
""",
    "leeg": "Niemand thuis\n2024-05-04\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(engine, "reading", casting.reading)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def hits(library: Library, text: str) -> dict[str, int]:
    query = parse(text)
    rows = library.rows(library.view(query).ids, query)
    return {row.key.removesuffix(".txt"): row.hits for row in rows}


@pytest.mark.parametrize(
    "text, found",
    [
        # Any name of an actor finds all its articles, where it is named under each of them;
        # accents and case do not matter. Here all names of an actor stand in one place.
        ("actor:jurgen", {"brug": 1, "dijk": 1}),
        ("actor:Wit", {"brug": 1, "dijk": 1}),
        ('actor:"de wit"', {"brug": 1, "dijk": 1}),
        ('actor:"Jürgen de Wit"', {"brug": 1, "dijk": 1}),
        ("actor:DBZ", {"dijk": 1, "kade": 1}),
        ("actor:dijkb", {"dijk": 1, "kade": 1}),
        ("actor:verenigde", {"dijk": 1}),
        ("actor:zeedorp", {"dijk": 1}),
        # From the start of a word, and in quotation marks the whole name.
        ("actor:it", {}),
        ('actor:"wit"', {}),
        # Another spelling will do where nobody is spelt so.
        ("actor:Joergen", {"brug": 1, "dijk": 1}),
        # Several are all named; what is turned round is not.
        ("actor:wit actor:dbz", {"dijk": 1}),
        ("actor:wit -actor:dbz", {"brug": 1}),
        ("-actor:wit", {"kade": 0, "leeg": 0}),
        # Who only speaks, without a name, is no actor.
        ("actor:omwonenden", {}),
        # Claims are counted.
        ("speaker:wit", {"brug": 2, "dijk": 2}),
        ("speaker:omwonenden", {"kade": 1}),
        ("speaker:zwart", {"brug": 1}),
        ("speaker:zeedorp", {}),
        ("stance:denied", {"brug": 2, "dijk": 1}),
        ("stance:d", {"brug": 2, "dijk": 1, "kade": 1}),
        # All that is said of claims is said of one and the same.
        ("speaker:wit stance:denied", {"brug": 1}),
        ("speaker:wit -stance:denied", {"brug": 1, "dijk": 2}),
        ("-speaker:wit stance:denied", {"brug": 1, "dijk": 1}),
        ("speaker:wit speaker:dbz", {}),
        # Turned round alone it holds for the whole article.
        ("-speaker:wit", {"kade": 0, "leeg": 0}),
        ("-stance:denied", {"kade": 0, "leeg": 0}),
        ("-stance:denied -speaker:dbz", {"leeg": 0}),
        # With titles and figures.
        ("speaker:wit brug", {"brug": 2}),
        ("actor:wit figure:>100", {"brug": 1}),
        ("speaker:wit figure:>1", {"brug": 1, "dijk": 2}),
        ("-speaker:dbz figure:>1", {"brug": 1}),
        ("actor:wit -figure:>100", {"dijk": 1}),
    ],
)
def test_articles_are_found_by_who_acts_and_who_says_what(
    opened: Opened, text: str, found: dict[str, int]
) -> None:
    assert hits(opened(), text) == found


def test_what_a_person_said_of_names_counts(opened: Opened) -> None:
    library = opened()
    library.merge([key_of("unnamed", "Jan Zwart")], key_of("person", "Jürgen de Wit"))
    assert hits(library, "speaker:zwart") == {"brug": 3, "dijk": 2}
    library.undo()
    library.split(key_of("person", "Jürgen de Wit"), key_of("person", "De Wit"))
    assert hits(library, "speaker:jurgen") == {"dijk": 2}
    assert hits(library, 'speaker:"de wit"') == {"brug": 2, "dijk": 2}


@pytest.mark.parametrize("text", ["actor:wit", "-actor:wit", "speaker:wit", "-stance:denied"])
def test_of_an_article_that_was_not_read_or_cannot_be_nothing_is_said(
    opened: Opened, folder: Path, text: str
) -> None:
    assert hits(opened(read=False), text) == {}
    (folder / "fout.txt").write_text("Kop\n\ngeen actor en geen bewering")
    assert "fout" not in hits(opened(), text)


def test_an_article_read_since_may_tell_whose_name_another_one_has(
    opened: Opened, folder: Path
) -> None:
    (folder / "dijk.txt").unlink()
    library = opened()
    assert hits(library, "actor:jurgen") == {}
    (folder / "dijk.txt").write_text(PAGES["dijk"])
    library.ingest()
    assert hits(library, "actor:jurgen") == {"brug": 1, "dijk": 1}
