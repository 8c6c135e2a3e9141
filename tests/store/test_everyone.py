"""Everyone in a corpus through the library: who, what they claim, and whose names are whose."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.store import casting
from tests.store.conftest import Opened
from tui.store import actors
from tui.store.actor_rows import key_of
from tui.store.library import Library, NotSaved
from tui.text import read as engine

DIJK = """Dijk hersteld
2024-05-02
person Jan Poppe (wethouder): Poppe
organisation Dijkbond Zuid: DBZ
place Zeedorp
Jan Poppe asserted: Er zijn 12 dijken en 3 sluizen hersteld.
Dijkbond Zuid denied: De dijk is veilig.
twee omwonenden asserted: Het lekt nog.
"""
BRUG = """Brug open
2024-05-01
person Jan Poppe (dijkgraaf)
person Ria Poppe
Jan Poppe announced: De brug gaat open.
Ria Poppe denied: De brug is af.
"""
KADE = """Kade dicht

organisation DBZ (belangengroep)
person J. Poppe
DBZ demanded: De kade moet dicht.
"""
POPPE, RIA, BOND = key_of("person", "Jan Poppe"), key_of("person", "Ria Poppe"), "Dijkbond Zuid"
SHORT = key_of("organisation", "DBZ")
LONG = key_of("organisation", BOND)


@pytest.fixture(params=[20_000, 0], ids=["few names", "very many names"])
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    monkeypatch.setattr(actors, "MANY", request.param)
    monkeypatch.setattr(engine, "reading", casting.reading)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in {"dijk": DIJK, "brug": BRUG, "kade": KADE}.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def shown(library: Library, *args: str, **more: str) -> list[str]:
    return [row.name for row in library.actors(*args, **more)]  # type: ignore[arg-type]


def read_again(library: Library) -> None:
    library.ingest()


def test_an_actor_has_one_row_with_all_that_the_corpus_tells(opened: Opened) -> None:
    row = opened().actor(POPPE)
    assert row is not None
    assert row[:4] == (POPPE, "Jan Poppe", "person", False)
    assert row.roles == ("dijkgraaf", "wethouder")
    assert [alias.name for alias in row.aliases] == ["Jan Poppe", "J. Poppe", "Poppe"]
    assert (row.articles, row.mentions, row.claims, row.by_hand) == (3, 4, 2, False)


def test_every_name_leads_to_the_row_that_has_it(opened: Opened) -> None:
    library = opened()
    assert library.actor(SHORT) == library.actor(LONG) != None  # noqa: E711
    assert library.actor(key_of("organisation", "Jan Poppe")) is None


@pytest.mark.parametrize(
    "sort, names",
    [
        ("claims", [BOND, "Jan Poppe", "Ria Poppe", "Zeedorp"]),
        ("articles", ["Jan Poppe", BOND, "Ria Poppe", "Zeedorp"]),
        ("mentions", ["Jan Poppe", BOND, "Ria Poppe", "Zeedorp"]),
        ("name", [BOND, "Jan Poppe", "Ria Poppe", "Zeedorp"]),
        ("type", ["Jan Poppe", "Ria Poppe", BOND, "Zeedorp"]),
    ],
)
def test_rows_are_sorted(opened: Opened, sort: str, names: list[str]) -> None:
    assert shown(opened(), sort=sort) == names


@pytest.mark.parametrize(
    "text, kind, names",
    [
        ("pop", None, ["Jan Poppe", "Ria Poppe"]),
        ("POPPÉ", None, ["Jan Poppe", "Ria Poppe"]),
        ("dbz", None, [BOND]),
        ("", "place", ["Zeedorp"]),
        ("pop", "place", []),
        ("", "unnamed", ["twee omwonenden"]),
    ],
)
def test_rows_are_narrowed_by_name_and_type(
    opened: Opened, text: str, kind: str, names: list[str]
) -> None:
    assert shown(opened(), text, kind) == names


def test_claims_stand_in_the_order_of_publication_with_their_places(opened: Opened) -> None:
    library = opened()
    first, second = library.claims_of(POPPE)
    assert (first.key, first.title, first.published) == ("brug.txt", "Brug open", "2024-05-01")
    assert (second.text, second.speaker, second.stance) == (
        "Er zijn 12 dijken en 3 sluizen hersteld.",
        "Poppe",
        "asserted",
    )
    assert (second.form, second.cue, second.via) == ("indirect", "zei", None)
    assert second.figures == ("12", "3")
    body = library.article(second.key).body
    assert body[second.start : second.end] == second.text
    assert [claim.key for claim in library.claims_of(LONG)] == ["dijk.txt", "kade.txt"]
    assert library.claims_of(key_of("unnamed", "twee omwonenden"))[0].text == "Het lekt nog."
    assert library.claims_of(key_of("person", "Niemand")) == ()


def test_articles_of_an_actor_stand_in_path_order(opened: Opened) -> None:
    library = opened()
    assert [row.key for row in library.articles_of(LONG)] == ["dijk.txt", "kade.txt"]
    assert [row.key for row in library.articles_of(key_of("unnamed", "twee omwonenden"))] == [
        "dijk.txt"
    ]


def test_what_was_read_or_is_gone_since_is_told(opened: Opened, folder: Path) -> None:
    library = opened()
    assert "Zeedorp" in shown(library)
    (folder / "dijk.txt").unlink()
    (folder / "sluis.txt").write_text("Sluis\n\nperson Toos Wal\nToos Wal denied: Nee.\n")
    read_again(library)
    assert shown(library) == ["DBZ", "Jan Poppe", "Ria Poppe", "Toos Wal"]
    assert [claim.key for claim in library.claims_of(SHORT)] == ["kade.txt"]


def test_merged_actors_are_one_everywhere_and_at_the_next_start(opened: Opened) -> None:
    library = opened()
    assert library.merge([RIA], POPPE) == "merged into Jan Poppe: Ria Poppe"
    for now in (library, opened()):
        row = now.actor(RIA)
        assert row is not None and (row.name, row.by_hand) == ("Jan Poppe", True)
        assert [(alias.name, alias.why) for alias in row.aliases[1:3]] == [
            ("J. Poppe", "initials of the only one who fits"),
            ("Ria Poppe", "by hand"),
        ]
        assert (row.articles, row.claims) == (3, 3)
        assert len(now.claims_of(POPPE)) == 3


def test_a_merged_actor_is_called_as_the_one_it_was_merged_into(opened: Opened) -> None:
    library = opened()
    library.merge([POPPE, LONG], RIA)
    row = library.actor(SHORT)
    assert row is not None and (row.name, row.type) == ("Ria Poppe", "person")


def test_a_name_can_be_split_off_and_merged_again(opened: Opened) -> None:
    library = opened()
    before = library.actors()
    assert library.split(LONG, SHORT) == "split off Dijkbond Zuid: DBZ"
    row = library.actor(SHORT)
    assert row is not None and (row.name, row.articles, row.by_hand) == ("DBZ", 1, True)
    assert len(library.claims_of(LONG)) == 1
    library.merge([SHORT], LONG)
    assert library.actors() == before


def test_each_step_is_undone_and_done_again(opened: Opened) -> None:
    library = opened()
    before = library.actors()
    library.merge([RIA], POPPE)
    merged = library.actors()
    library.split(POPPE, RIA)
    assert library.actors() == before
    assert library.undo() == "split off Jan Poppe: Ria Poppe"
    assert library.actors() == merged
    assert library.undo() == "merged into Jan Poppe: Ria Poppe"
    assert library.actors() == before
    library.redo()
    assert library.actors() == merged


def test_a_name_that_nobody_has_cannot_be_merged_or_split(opened: Opened) -> None:
    library = opened()
    with pytest.raises(KeyError):
        library.merge([key_of("person", "Niemand")], POPPE)
    with pytest.raises(KeyError):
        library.split(POPPE, RIA)
    with pytest.raises(KeyError):
        library.split(RIA, RIA)


def test_what_was_said_of_names_is_plain_in_the_notes(opened: Opened, folder: Path) -> None:
    library = opened()
    library.merge([RIA], POPPE)
    library.split(LONG, SHORT)
    library.close()
    notes = json.loads((folder / ".newsreader" / "notes.json").read_text())["namings"]
    told = [
        [naming[part] for part in ("type", "name", "into_type", "into")]
        for naming in notes.values()
    ]
    assert told == [
        ["person", "Ria Poppe", "person", "Jan Poppe"],
        ["organisation", "DBZ", None, None],
    ]


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"id": "x", "type": "person", "name": "A", "into_type": "person", "into": None},
        {"id": "x", "type": "person", "name": 7, "into_type": None, "into": None, "created": "n"},
    ],
)
def test_a_document_that_is_no_naming_is_left_alone(
    opened: Opened, folder: Path, odd: dict[str, object]
) -> None:
    (folder / ".newsreader").mkdir()
    notes = folder / ".newsreader" / "notes.json"
    notes.write_text(json.dumps({"namings": {"1": odd}}))
    library = opened()
    library.merge([RIA], POPPE)
    assert json.loads(notes.read_text())["namings"]["1"] == odd


def test_a_step_that_cannot_be_written_is_not_taken(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    before = library.actors()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdatasync", full)
    with pytest.raises(NotSaved, match="NOT SAVED"):
        library.merge([RIA], POPPE)
    assert library.actors() == before
