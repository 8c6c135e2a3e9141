"""What README tells of keys and settings is what the program has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tui.config import Config
from tui.keys import ACTIONS, ARROWS

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


def test_the_settings_shown_are_settings() -> None:
    example = section("Your files").split("```toml\n", 1)[1].split("```", 1)[0]
    assert set(tomllib.loads(example)) == {"theme", "column", "keymap"} == set(Config.__slots__)
