"""What the engine tells of real text is enough to know somebody again in another article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import Opened

PAGES = {
    "a": """Dijk is volgens bureau niet veilig

ZEEDORP - Het Centraal Dijkbureau (CDB) meldt dat de dijk bij Zeedorp niet veilig is. Dat blijkt
uit een onderzoek dat wethouder Jan Poppe dinsdag naar de gemeenteraad stuurde.
""",
    "b": """Bureau: kade kan jaren mee

ZEEDORP - De kade van Zeedorp kan volgens het CDB nog twintig jaar mee. De VS hebben daar niets mee
te maken, zei minister Olena Kovalenko.
""",
    "c": """Verenigde Staten zwijgen over dijk

ZEEDORP - De Verenigde Staten zwijgen over de dijk. Minister Olena Kowalenko zei woensdag dat zij er
niets van weet. Volgens Poppe is dat geen wonder.
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_names_are_joined_over_articles(opened: Opened) -> None:
    found = {
        " = ".join(sorted(alias.name for alias in row.aliases if alias.key))
        for row in opened().actors()
    }
    assert found >= {
        "Jan Poppe = Poppe",
        "CDB = Centraal Dijkbureau",
        "Olena Kovalenko = Olena Kowalenko",
        "VS = Verenigde Staten",
    }
