"""What README tells of keys and settings is what the program has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tui.actions import ACTIONS
from tui.config import Config
from tui.keys import ARROWS
from tui.store.query import KINDS, Query, parse

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def section(heading: str) -> str:
    return README.split(f"### {heading}\n", 1)[1].split("\n### ", 1)[0].split("\n## ", 1)[0]


def test_every_key_in_the_table_is_one_of_the_registry() -> None:
    keys = {key for action in ACTIONS for key in action.keys}
    printed = set(re.findall(r"`([^`]+)`", section("Keys")))
    assert printed - keys == set(ARROWS.values()) & printed


def test_every_action_has_one_of_its_keys_in_the_table() -> None:
    printed = set(re.findall(r"`([^`]+)`", section("Keys")))
    minor = {"page_up", "previous_pane"}
    untold = [a.id for a in ACTIONS if a.id not in minor and not printed & set(a.keys)]
    assert untold == []


def test_every_filter_shown_is_one_that_can_be_typed() -> None:
    _, table, told, _ = section("Searching").split("\n\n", 3)
    shown = re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^\| (`.*?`) \|", table, re.M)))
    shown += [text for text in re.findall(r"`([^`]+)`", told) if re.search(r":\S", text)]
    assert len(shown) > 20
    for text in shown:
        assert parse(text) != Query(), text


def test_the_kinds_told_are_those_there_are() -> None:
    told = re.search(r"of that kind: (.*?);", section("Searching"))
    assert told is not None
    assert tuple(re.split(", | or ", told[1])) == KINDS


def test_the_settings_shown_are_settings() -> None:
    example = section("Your files").split("```toml\n", 1)[1].split("```", 1)[0]
    assert set(tomllib.loads(example)) == {"theme", "column", "keymap", "name"}
    assert set(tomllib.loads(example)) == set(Config.__slots__)
